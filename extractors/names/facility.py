"""Facilities under a common head (冷链仓储中心, 新门诊楼) that are projects because somebody builds or opens them here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.lexicon import HAN, alternatives
from extractors.names.bounds import INSIDE, Edge, aligned, edge
from extractors.names.built import BY, MAKES, MODAL, OPENS
from extractors.names.tokens import LATIN, PLACE, QUOTED, SINGLE, Token, hits_between, tokens_before
from extractors.names.vocabulary import NUMBER, PROPER, TIME, VERB
from extractors.names.wordlists import word_list
from extractors.reading import Reading

_HEAD = re.compile(alternatives(word_list("project_facilities")))
_ENDS_SO = re.compile(rf"(?:{alternatives(word_list('project_facilities'))})”?$")
_GENERIC_WORDS = frozenset(word_list("project_generic_words"))
# Behind the name a mark, a word that joins, or what is said of a project.
_ENDS = re.compile(
    rf"”?(?:[，。；、！？：\n（]|$|和|与|及|等(?!\d|措施|方式|服务|举措|模式|形式|手段)|项目|一期|二期|位于|坐落|落户|落地|由|总投资|占地|建筑面积|规划|预计|是|已|正|将|为|"
    rf"于|在|{OPENS.pattern}|占地|用地|面积|投资|概算|装机|总|[今去]年|\d{{1,2}}月|上[线月]|揭牌|开门|试[产生车]|通过|主体|设备|刚|完成|(?:建设|战略|框架|合作|投资|意向)*(?:协议|合同))"
)
_INNER_VERB = re.compile(
    r"(?:建成|建起|建造|新建|兴建|共建|合建|联建|开建|修建|筹建|承建|投建|打造|设立|组建|创建|启用|投用|启动|实施|建设(?!领域|用地|市场|单位))(?:了|起)?"
)
_VERB = re.compile(r"建|打造|设立|启[用动]|投用|实施|开工|合办")
_JOINED = re.compile(rf"(?P<first>[{HAN}“”]{{3,16}})(?:和|与|及|、)$")
_VAGUE = re.compile(
    r"[0-9一二两三四五六七八九十几多]{1,40}[余多]?[个座家所处批条项]|各[类种级地个]|一批|一些|若干|部分|全部|所有|每个|等|有关|相关|其他|其它|上述|新闻|媒体|"
    r"(?:规模化|标准化|专业化|现代化|区域性|国际化|世界级|国际|世界|全球|全国|区域|综合性|一流|重要|新兴|高质量)(?![^，。]{0,2}医院)"
)
_WIDE = frozenset(("中心", "基地", "平台", "园区", "市场", "小镇", "工厂"))
_BODY = re.compile(
    rf"(?:双方|两院|两校|两地|两家|(?:(?<![{HAN}])|(?<=[该由]))(?:公司|合作社|集团|企业)|村里|村集体|该[村镇县市区厂院校]|村(?=[，与和联同建投打新在]))"
)
_CARRIED = re.compile(rf"，?(?:将|已|是|系)?由[^，。；]{{3,30}}?{BY}|位于|落户")
_DOER = rf"[^，。；]{{3,40}}?(?:{BY})(?!.{{0,2}}(?:会|研究|课题|活动))"
"""Who builds it, up to the verb that says so."""
# 某县某小镇|由某公司和某镇联合打造
BY_SOMEBODY = re.compile(rf"(?:是(?=[^，。；]{{3,40}}?(?:联合|投资|共同|合作))|(?:，?(?:是|将|已)?由)){_DOER}")
# 投资建设了|某种钢的|全球研发中心: only what it is for tells it from others.
_DETAILED = re.compile(rf"(?:建设|建成|打造|设立)了(?P<what>(?:(?![一的了是])[{HAN}]){{3,8}}的)$")
_CONTRACT = re.compile(r"(?:投资|合作|建设|开发|框架|战略|入园|入驻|PPP)*(?:合同|协议)")
_SIGNED = re.compile(r"(?:签订|签署|签约|签下|达成)(?:了|的|“)*$")
_ASIDE = re.compile(r"（[^）]{8,200}）")
_OF_SIZE = re.compile(r"[十百千]亿级$")
_REACH = 90


def spans(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Yield where facilities that are being built are named, with the rule that tells."""
    text = reading.text
    for m in _HEAD.finditer(text):
        head, end = m.start(), m.end()
        built = _built_later(text, m[0], end)
        if _HEAD.match(text, end) or not (built or _ENDS.match(text, end)):
            continue
        said = OPENS.match(text, end) or BY_SOMEBODY.match(text, end) or built or _SIZED.match(text, end)
        if not said and not _VERB.search(text, max(0, head - 48), head):
            continue
        if not reading.free(head, end) or not aligned(reading, head, end):
            continue
        found = _over_verbs(reading, edge(reading, head, inside=INSIDE), head, end)
        start = _behind_verb(text, found, head)
        sized = _OF_SIZE.search(text, max(0, start - 2), start + 1)
        start = sized.start() if sized else start  # 百亿|级制造基地
        words = tuple(w for w in found.words if w.start >= start)
        detailed = _DETAILED.search(text, max(0, start - 14), start)
        if detailed and reading.free(detailed.start("what"), end):
            yield detailed.start("what"), end, "project-made"
            continue
        if not reading.free(start, end):
            continue
        rule = _rule(reading, found, start, words, m[0], end)
        if rule:
            yield start, end, rule


# 菌种扩繁中心|占地75亩, 某某平台|上月上线: what it takes, costs or holds, or when it opened
_SIZED = re.compile(
    r"(?:一期|二期|项目|已|现|总|规划|共|目前){0,2}(?:占地(?!少|小|大)|用地\d|建筑面积|面积(?:达|约|为)?\d|投资(?:约|达)?\d|概算|装机|总装机)"
    r"|(?:[今去前]年|上月|本月|日前|近日)?(?:\d{1,2}月(?:\d{1,2}日)?|年底)?(?:正式|全面|已)?(?:上线(?!下)|揭牌|开门(?:迎客|纳客)|试产|试生产|试车|通过(?:竣工)?(?:验收|认证)|主体完工|设备联调)"
    r"|(?:刚|已|去年|今年)?完成(?:改造|扩建|选址|主体|验收)"
)


# 某某展示馆迎来游客。|该馆由某村委会出资兴建
_LATER = re.compile(
    rf"[^。；\n]{{0,40}}?[，。](?:(?:该|此)[{HAN}]{{0,4}}?)?(?P<what>[{HAN}]{{1,4}}?)(?:是|系|将)?由{_DOER}"
)


def _built_later(text: str, head: str, end: int) -> re.Match[str] | None:
    """Tell whether a clause behind the name goes on about it, by its head or the last character of it, and says who builds it."""
    m = _LATER.match(text, end)
    return m if m is not None and m["what"] in (head, head[-1], head[-2:]) else None


# 建起第二个|分拣包装基地
_BEHIND = re.compile(
    rf"{_INNER_VERB.pattern}(?:的|一[座个条家所处]的?|首[个家座条所]|第[一二三]家?[个座条所]?|全[国省市县]首[个家座条所])?"
)
# 。|粮食烘干中心由某公司建设
_CLAUSE = re.compile(r"[，。；：\n](?=[^，。；：\n]*\Z)")
_WORDS = re.compile(rf"(?:(?![的了在与和及等将由从把被为是有并也对向、])[{HAN}]){{2,12}}")
_TOLD_OF = re.compile(
    r"推[进动]|加快|加强|依托|通过|目前|如今|同时|近[日年]|[今昨明][年天日]|^[该本此全各两每多几新]|[以到至]|走[进入访]|步入|漫步|参观|考察|[察查]看|投资|运营|管理|完成|使用"
)


def _over_verbs(reading: Reading, found: Edge, head: int, end: int) -> Edge:
    """Reach over the verbs inside a name (烘干, 露营, 分拣) to the verb of building, or to the mark where 由 follows the name."""
    text, stopped = reading.text, found.stopped
    if stopped is None or stopped.kind != VERB:
        return found
    low = max(reading.sentence(head).start, head - 24)
    starts = [m.end() for m in _BEHIND.finditer(text, low, head) if m.end() < head]
    if BY_SOMEBODY.match(text, end) or _built_later(text, text[head:end], end):
        clause = _CLAUSE.search(text, low, head)
        starts += [clause.end()] if clause is not None else [low] if low == reading.sentence(head).start else []
    fit = [at for at in starts if _WORDS.fullmatch(text, at, head) and not _TOLD_OF.search(text, at, head)]
    start = max(fit, default=found.start)
    if start >= found.start or not reading.free(start, head):
        return found
    words = tuple(t for t in tokens_before(reading, head) if start <= t.start < head)
    return replace(found, start=start, words=words, place=None, before=None, stopped=None)


def _behind_verb(text: str, found: Edge, head: int) -> int:
    """Begin behind a verb of building that the name ran over: 合作建设|戈壁农业示范园."""
    inner = [m for m in _INNER_VERB.finditer(text, found.start, head) if m.end() < head]
    return inner[-1].end() if inner else found.start


def _rule(reading: Reading, found: Edge, start: int, words: tuple[Token, ...], head: str, end: int) -> str | None:
    text = reading.text
    at = end - len(head)
    core = text[start:at]
    sentence = reading.sentence(start)
    if _VAGUE.search(core) or any(w.kind in (NUMBER, TIME) for w in words) or core.count("“") != core.count("”"):
        return None
    own = [w for w in words if text[w.start : w.end] not in _GENERIC_WORDS and w.end - w.start > 1]
    own += [w for w in words if w.kind in (SINGLE, PROPER, PLACE, QUOTED, LATIN)]
    body = found.before is not None and found.before.end == start and found.before.label in ("Company", "Organization")
    opens = OPENS.match(text, end) or (BY_SOMEBODY.match(text, end) if len(core) >= 4 else None)
    opens = opens or (_built_later(text, head, end) or _SIZED.match(text, end) if len(core) >= 4 else None)
    if opens and ((body and core) or (len(core) >= 2 and own and head not in ("平台", "园区"))):
        return None if MODAL.search(text, sentence.start, start) else "project-opens"
    made = MAKES.search(text, max(sentence.start, start - 40), start) or _second(text, sentence.start, start)
    if (
        made is None
        or _EVERYWHERE.search(text, sentence.start, made.start())
        or MODAL.search(text, sentence.start, made.start())
        or re.match(r"\d(?![\d.]*万?余?亩)|[一二三四五六七八九十]+[个座]", text[end : end + 12])
    ):
        return None
    actor = _actor(reading, sentence.start, made.start())
    size = sum(w.end - w.start for w in own if w.kind != PLACE)
    if actor == 2 and len(core) >= 2 and (size >= 2 or (len(core) >= 4 and len(words) >= 2)):
        return "project-made"
    if actor == 1 and size >= 2 and len(core) >= (4 if head in _WIDE else 2):
        return "project-made"
    return None


# 在11个乡镇设立了不动产登记服务站: a kind of facility
_EVERYWHERE = re.compile(
    r"(?:\d{1,20}|[多几各两三四五六七八九十])个?(?:乡镇|镇街|镇|行政村|村|社区|县|市|街道)(?![长委])"
)


def is_made(reading: Reading, start: int, end: int) -> bool:
    """Tell whether somebody is said to carry out what is named here, by a verb before it or by 由某公司承建 behind it."""
    text = reading.text
    sentence = reading.sentence(start)
    if _CARRIED.match(text, end, sentence.end):
        return True
    if _CONTRACT.match(text, end) and _SIGNED.search(text, max(sentence.start, start - 6), start):
        return True
    made = MAKES.search(text, max(sentence.start, start - 40), start)
    return (
        made is not None
        and not MODAL.search(text, sentence.start, made.start())
        and _actor(reading, sentence.start, made.start()) > 0
    )


def _second(text: str, low: int, start: int) -> re.Match[str] | None:
    """Return the verb before the name that this one is joined to: 共建|甲中心和|乙平台."""
    joined = _JOINED.search(text, max(low, start - 18), start)
    if joined is None:
        return None
    if not _ENDS_SO.search(joined["first"]):
        return None
    for at in range(joined.start("first"), start - 3):
        made = MAKES.search(text, max(low, at - 40), at)
        if made and made.end() == at and not _VAGUE.match(text, at):
            return made
    return None


def _actor(reading: Reading, low: int, stop: int) -> int:
    """Return 2 when a firm or another body acts in the sentence before, 1 for an agency or a place, 0 for nobody."""
    low = max([low, stop - _REACH, *(m.end() for m in _ASIDE.finditer(reading.text, low, stop))])
    names = list(reading.names(low, stop))
    if any(n.label in ("Company", "Organization") for n in names) or _BODY.search(reading.text, low, stop):
        return 2
    if any(n.label == "Agency" for n in names):
        return 1
    return 1 if hits_between(reading, low, stop) else 0
