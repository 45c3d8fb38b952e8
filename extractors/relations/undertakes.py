"""UNDERTAKES: who builds, invests in, runs or pushes ahead a project."""

from __future__ import annotations

import re
from bisect import bisect_left

from extractors.lexicon import HAN
from extractors.names.built import BY
from extractors.reading import Mention, Reading
from extractors.relations import builders
from extractors.relations.references import ACTORS, RULE, bodies, pair_before, works

_VERB = re.compile(
    r"(?<!总)(?:联合|共同|合作)?(?:投资建设|投资兴建|投资新建|投建|承建|承担|承办|兴建|新建|"
    r"改建|扩建|建设|打造|实施|推进|启动|开工建设|建成|建起|建造|构建|运营|投资|上马|"
    r"设立|创立|挂牌设立|建立|组建|牵头实施|推动|布局|创建|共建|合建|联建|援建|捐建|代建|筹建|修筑|总?承包|施工|"
    r"开工|完成|(?:合作|共同|联合)开发|负责(?!同志|人)|中标|承揽|研发|推广|引入|开建|修建|搭建|开通|启用|签订|签约|签下|落地|升级|出资)"
)
_NOT_DOING = re.compile(
    r"参观|考察|调研|视察|先后到|率队|带队|督导|举行|举办|召开|对接|洽谈|察看|查看|来到|走进|深入|前往|支持|依托|借助|围绕|要求|"
    r"强调|指出|希望|关于|批复|同意|获批|推动下|如果|对于|检查|评审|审议|听取|宣布(?!了?(?:将|要)?在[^，。；]{2,10}(?:投资|设立|新建|建设))|"
    r"介绍|配合|这是|也是|合龙|列入|入选|起于|起自|止于|接入|了解|还有|分别是|包括"
)
# 某村|依托油松林|打造的某基地: what it is built with
_LEANS = re.compile(r"^(?:依托|利用|借助)[^，。；、]{2,12}?(?=投资|打造|建设|建起|建成|新建|兴建)")
_OTHER_CLAUSE = re.compile("，[^，。；]{0,4}[与同](?=[^，。；]{2,24}(?:共建|合建|合作|联合))")
_IS_THROUGH = re.compile(r"通过“?")
_SIGNS = re.compile(r"签订|签署|签约|签下|达成")
_WITH_WHOM = ("与", "和", "同", "跟")
_ON = re.compile(r"(?:同时|此外|另外|并|还|接下来|下一步|今年|目前|如今|去年)")
_BY_VERB = re.compile(
    rf"(?:[^，。；]{{0,6}}?|(?:统筹|筹资|投入|按\d[^，。；]{{1,6}})[^，。；]{{0,14}}?)(?:{BY}|组织|统筹|建成|帮扶|(?:作为|担?任|为)(?:项目|工程)?(?:建设|业主|项目|施工|总承包)|管护)"
)
_PASSIVE = re.compile(
    r"”?(?:项目|工程)?(?:[及和与](?:其|配套|附属|引道|接线|连接线)[\u4e00-\u9fff]{0,6})?(?:[^。；]{0,24}?，)??(?:(?:建成|竣工|完工|投用|建好)后)?(?:(?:是|系|将|已|现|正|拟|(?:去|今|前|明)年(?:\d{1,2}月)?|20\d\d年(?:\d{1,2}月)?)?由|是(?=[^，。；]{3,40}?(?:投资(?:建设|兴建|开发)|(?:联合|共同|合作)[^，。；]{0,20}?(?:打造|建设|兴建|开发)的)))"
)
_OWNED = (
    "",
    "的",
    "“",
    "旗下",
    "旗下的",
    "承建的",
    "投资的",
    "建设的",
    "投资建设的",
    "负责的",
    "实施的",
    "打造的",
    "研发的",
    "运营的",
)
_GIVEN = re.compile(r"(?:[援捐承代扩改筹]建|[捐投出]资[^，。；]{0,12}?建设?|施工|承包)的\Z")
_JOINED = ("、", "和", "与", "联合", "及", "携手", "同", "会同")
_REACH = 160
"""How far from a project, in characters, its carriers are looked for in a sentence without end."""


def read(reading: Reading) -> None:
    """Add UNDERTAKES for every body or place that the text says to carry a project."""
    actors = bodies(reading)
    text = reading.text
    starts = [m.start for m in actors]
    for project in works(reading):
        sentence = reading.sentence(project.start)
        low, high = max(sentence.start, project.start - _REACH), min(sentence.end, project.end + _REACH)
        names = actors[bisect_left(starts, low) : bisect_left(starts, high)]
        before = [m for m in names if m.end <= project.start] if project.rule != RULE else []
        if before and _owner(reading, before[-1], project):
            if _GIVEN.search(text, low, reading.chain_start(before[-1], low)):  # 某局援建的|某校综合楼
                _subject(
                    reading,
                    before[:-1],
                    Mention(before[-1].start, project.end, project.entity, project.rule, 0.75),
                    low,
                )
        elif project.rule != RULE:
            if not _subject(reading, before, project, low) and low == sentence.start:
                _carried(reading, before, project, low)
            _answers_for(reading, before, project)
        after = [m for m in names if m.start >= project.end]
        _by(reading, after, project)
        _its_builder(reading, actors, project)
    _told_apart(reading)
    builders.read(reading)


def _fact(
    reading: Reading, actor: Mention, project: Mention, start: int, end: int, rule: str, confidence: float
) -> None:
    if actor.entity.properties.get("level") in ("country", "other", "zone"):
        return
    reading.fact("UNDERTAKES", actor.entity, project.entity, (start, end), rule, confidence)


# 某县人民医院|新院区: where it will be, not what it builds
_NEW_HOME = re.compile(r"(?:[^新]{0,12}?)新(?:院区?|校区|园)")


def _owner(reading: Reading, actor: Mention, project: Mention) -> bool:
    """某公司|二期生产线, 某公司|的|研发基地: the firm is printed right before its project."""
    if actor.label not in ("Company", "Organization") or reading.text[actor.end : project.start] not in _OWNED:
        return False
    if actor.label == "Organization" and _NEW_HOME.fullmatch(project.entity.name.removeprefix(actor.entity.name)):
        return False
    _fact(reading, actor, project, actor.start, project.end, "undertakes-owner", 0.85)
    return True


def _subject(reading: Reading, before: list[Mention], project: Mention, low: int) -> bool:
    """某公司投资建设了某项目; 某市实施某工程: the nearest body before the verb in the clauses up to the project."""
    text = reading.text
    low = max(low, text.rfind("；", low, project.start) + 1)
    before = sorted([*before, *pair_before(reading, low, project.start)], key=lambda m: m.start)
    actors = [m for m in before if m.label in ACTORS and m.start >= low]
    for actor in reversed(actors):
        gap = _LEANS.sub("", text[actor.end : project.start])
        if _OTHER_CLAUSE.search(gap) and text[max(low, actor.start - 1) : actor.start] in _WITH_WHOM:
            if (subject := reading.name_ending_at(actor.start - 1)) is None:
                continue
            # 甲市|与乙大学签订协议，与丙院共建…: not 乙
            _fact(reading, subject, project, subject.start, project.end, "undertakes-subject", 0.7)
            return True
        if len(gap) > 60 or gap.count("，") > 2 or gap.count("（") != gap.count("）") or _NOT_DOING.search(gap):
            return False
        verbs = list(_VERB.finditer(gap))
        if not verbs:
            if actor.label != "Place" and _IS_THROUGH.fullmatch(gap):
                _fact(reading, actor, project, actor.start, project.end, "undertakes-through", 0.7)
                return True
            if re.fullmatch(r"[^，。；]{0,20}、|[、和与及]?", gap):
                continue
            if actor.label == "Place":
                continue  # 某市建成|某省|首个某园: the place before the project tells where
            return False
        inner = reading.name_at(actor.end) if actor.label == "Place" else None
        signed = _SIGNS.match(verbs[-1][0])  # of those who sign for a project the firm builds it
        signs_too = signed and actor.label == "Company" and text[max(low, actor.start - 1) : actor.start] in _WITH_WHOM
        if not (signs_too or _is_subject(reading, actor, low, gap)) or (inner is not None and inner.label == "Place"):
            continue
        listed = reading.name_ending_at(project.start - 1, "Project") if gap.endswith("、") else None
        if listed is not None and listed.start <= actor.end:
            return True  # 某厂|技改升级、|某项目: the firm is that of the item before
        # between the verb and the project only what describes it
        tail = gap[verbs[-1].end() :]
        if re.search(r"[：；]", tail) or len(tail) > 34 or (signed and re.search("协议|合同|，", tail)):
            return False
        confidence = 0.8 if actor.label == "Company" else 0.7
        doers = [actor, *_with(reading, actors, actor)]
        for doer in [d for d in doers if d.label == "Company"] if signed else doers:
            _fact(reading, doer, project, doer.start, project.end, "undertakes-subject", confidence)
        return True
    return False


def _with(reading: Reading, actors: list[Mention], actor: Mention) -> list[Mention]:
    """Return those that are joined to the actor: 甲与|乙; both of 双方."""
    found = [m for m in actors if m.start == actor.start and m is not actor]
    for other in reversed([m for m in actors if m.end <= actor.start]):
        if reading.text[other.end : actor.start] not in _JOINED and _joined_to(reading, actor) is not other:
            break
        found.append(other)
        actor = other
    return found


# 某集团|还与|某大学共建
_WITH = re.compile(r"(?:还|也|则|又|已|分别|先后|近日|正式|共同){0,3}(?:与|和|同|跟)\Z")


def _joined_to(reading: Reading, actor: Mention) -> Mention | None:
    """Return who acts together with the actor behind 与: 甲集团还与|乙大学."""
    m = _WITH.search(reading.text, max(0, actor.start - 9), actor.start)
    return reading.name_ending_at(m.start()) if m is not None else None


def _carried(reading: Reading, before: list[Mention], project: Mention, low: int) -> None:
    """同时，加快推进某铁路: a sentence without a subject goes on about who undertook something in the one before."""
    text = reading.text
    lead = text[low : project.start]
    if (
        any(m.label in ACTORS for m in before)
        or not _ON.match(lead)
        or not _VERB.search(lead)
        or _NOT_DOING.search(lead)
    ):
        return
    for fact in reversed(reading.facts):
        if fact.type != "UNDERTAKES" or fact.source == "article":
            continue
        same = fact.rule == "undertakes-carried" and fact.start == low
        between = text[fact.end : low]
        if same or (fact.end <= low and "\n" not in between and between.count("。") <= 1):
            reading.fact("UNDERTAKES", fact.source, project.entity, (low, project.end), "undertakes-carried", 0.65)
        return


def _is_subject(reading: Reading, actor: Mention, low: int, gap: str) -> bool:
    """A subject has no preposition before it and no 的 right behind it; a place behind 在 is where, not who."""
    text = reading.text
    # 某市|某区, 在甲镇、|乙镇, 和甲大学、|乙大学: what stands before the whole of it
    first = reading.row_to(actor)[0]
    lead = reading.chain_start(first, low) if first.label == "Place" else first.start
    prior = text[max(low, lead - 2) : lead]
    if _joined_to(reading, actor) is None and re.search(
        r"(?:与|和|同|跟|在|于|对|向|从|(?<!别)为|到|至|赴|将|把|经|自|跨越|位于|给|让|等|依托|流经|围绕)$", prior
    ):
        return False
    if (
        actor.label == "Place"
        and actor.rule != RULE
        and (
            prior and re.search(rf"[{HAN}]$", prior) and not re.search(r"[是，。]$|近日|日前|今年|去年|目前|来$", prior)
        )
    ):
        return False
    return not gap.startswith(
        ("的", "、", "和", "与", "首", "境内", "人", "籍", "至", "市场", "产", "企业", "段", "地区", "等地的")
    )


def _by(reading: Reading, after: list[Mention], project: Mention) -> None:
    """某项目由某公司投资建设; 某项目位于某处，由某公司建设."""
    end = reading.sentence(project.end - 1).end
    m = _PASSIVE.match(reading.text, project.end, end)
    if m is None and (later := _LATER.match(reading.text, project.end, end)) is not None:
        m = None if any(reading.names(project.end, later.end(), "Project")) else later
    if m is not None:
        _doers(reading, after, project, m.end())


# 某中心已完成选址，面积8000平方米，|由|某公司承建
_LATER = re.compile(r"[^。；：“”\n]{0,60}?，(?:并|将|已|现|正|拟|目前|后续|计划){0,2}由(?!此|来|于)")


_ANSWERS = re.compile(
    r"(?:项目|工程)?(?:建设)?的(?:第一|主要|牵头)?(?:责任|承建|承办|建设|业主|牵头|施工|实施|投资|运营|总承包)(?:单位|企业|主体|方)"
)
_IS_OF = re.compile(r"(?:是|为|作为)(?:该县|该市|全县|我县)?$")


# 某项目|的施工单位为|某公司
_ITS_BUILDER = re.compile(
    r"(?:项目|工程)?的?(?:建设|施工|设计|监理|勘察|业主|承建|运营|投资|实施|代建|责任|管理|总承包|总包|牵头|主管|投资运营)(?:单位|方|主体|企业|公司)(?:是|为|系|：)?|(?:项目|工程)?的?(?:项目)?(?:业主|法人)(?:是|为|系|：)"
)

# 某项目由甲局牵头实施，乙公司|为业主单位
_AS_BUILDER = re.compile(
    r"(?:为|是|作为|担任)(?:该?项目|工程)?(?:的)?(?:(?:业主|建设|施工|实施|责任|监理|设计|牵头|承建|运营|投资运营|(?:施工)?总承包|代建)(?:单位|主体|方|企业)|项目法人|项目业主|业主(?=[，。；])|监理(?=[，。；]))"
)
_GOES_ON = re.compile(rf"(?:(?P<by>由)|{_ITS_BUILDER.pattern})")
"""Behind 某项目。: a sentence that names no other subject."""


def _its_builder(reading: Reading, actors: list[Mention], project: Mention) -> None:
    """某项目|，建设单位为|某局，施工单位为|某公司: in its sentence or the one behind that goes on so, up to the next project."""
    sentence = reading.sentence(project.end - 1)
    end = sentence.end
    goes_on = _GOES_ON.match(reading.text, end)
    if goes_on is not None:
        end = reading.sentence(goes_on.end() - 1).end
    later = next(iter(reading.names(project.end, end, "Project")), None)
    stop = later.start if later is not None else end
    if goes_on is not None and goes_on["by"] and later is None:
        _doers(reading, [m for m in actors if m.start >= goes_on.end()], project, goes_on.end())
    starts = {actor.start: actor for actor in actors if actor.label != "Place"}
    for builder in starts.values():
        if project.end <= builder.start < stop and _AS_BUILDER.match(reading.text, builder.end, stop):
            _fact(reading, builder, project, project.start, builder.end, "undertakes-builder", 0.85)
    for m in _ITS_BUILDER.finditer(reading.text, project.end, stop):
        actor = starts.get(m.end())
        if actor is not None and (m.start() == project.end or reading.text[m.start() - 1] in "，；、。"):
            _fact(reading, actor, project, project.start, actor.end, "undertakes-builder", 0.85)


def _answers_for(reading: Reading, before: list[Mention], project: Mention) -> None:
    """某公司|是|某项目|的建设单位."""
    actor = before[-1] if before else None
    if actor is None or actor.label == "Place" or not _ANSWERS.match(reading.text, project.end):
        return
    if _IS_OF.fullmatch(reading.text, actor.end, project.start):
        _fact(reading, actor, project, actor.start, project.end, "undertakes-answers", 0.8)


_TOGETHER = re.compile(
    rf"(?P<apart>分别)?(?:共同|联合|合作|签约)?(?:建立|建设|共建|打造|设立|成立|实施|建起)了?[{HAN}\d]{{0,10}}?(?P<head>基地|项目|平台|中心|园区)[。；]其中，"
)


def _told_apart(reading: Reading) -> None:
    """甲与乙、丙分别建立基地。其中，“某基地”…；“某基地”…: the first carries all of them, the others one each."""
    text = reading.text
    for m in _TOGETHER.finditer(text):
        sentence, following = reading.sentence(m.start()), reading.sentence(m.end() - 1)
        projects = [
            p for p in reading.names(following.start, following.end, "Project") if p.entity.name.endswith(m["head"])
        ]
        row: list[Mention] = []
        at = m.start()
        for actor in reversed([x for x in reading.names(sentence.start, m.start()) if x.label in ACTORS]):
            if text[actor.end : at] not in (*_JOINED, ""):
                break
            row.insert(0, actor)
            at = actor.start
        if not row or not projects:
            continue
        for project in projects:
            _fact(reading, row[0], project, row[0].start, project.end, "undertakes-together", 0.75)
        if m["apart"] and len(row) == len(projects) + 1:
            for actor, project in zip(row[1:], projects, strict=True):
                _fact(reading, actor, project, row[0].start, project.end, "undertakes-apart", 0.7)


def _doers(reading: Reading, after: list[Mention], project: Mention, at: int) -> None:
    """Add those who stand in a row behind 由, where a verb of building follows them."""
    text = reading.text
    found: list[Mention] = []
    for actor in after:
        if actor.start < at:
            continue
        gap = text[at : actor.start]
        if not _JOINS.fullmatch(gap) and not (_BRINGS_IN if found else _UNREAD_FIRST).fullmatch(gap):
            break
        if not gap and found and found[-1].label == "Place":
            found.pop()  # 某市|某区援建: the smaller one
        found.append(actor)
        at = actor.end
    aside = _ASIDE.match(text, at)
    if not found or not _BY_VERB.match(text, aside.end() if aside else at):
        return
    for actor in found:
        _fact(reading, actor, project, project.start, at, "undertakes-by", 0.85)
    _each_his_part(reading, after, project, at)


_ASIDE = re.compile(r"（[^（）]{2,24}）")
"""Behind a firm, how it is called from here on: （以下简称“某某”）."""
_JOINS = re.compile(r"|[、和与及]|联合|携手")
_BRINGS_IN = re.compile(r"(?:引入|引进|委托|聘请|授权|交由|联系|邀请)(?:专业的?(?:企业|公司))?")
"""由某镇政府|引入|某公司运营: both see to it."""
_UNREAD_FIRST = re.compile(rf"[{HAN}]{{2,14}}[、和与]")  # 由村股份经济合作社与|某公司合作经营


# 由甲公司投资，乙院设计，|丙公司施工
_PARTS = re.compile(r"[^，。；、]{0,14}[，、](?:(?:(?:建成|竣工|完工|投用|建好)后)?并?由|委托)?")
_PART_DONE = re.compile(
    r"(?:公司)?(?:负责|承担|组织|进行|具体|中标|担?任|作为|为|EPC|承包|参与)*(?:业主|投资|投建|控股|参股|营运|合办|勘察|勘测|设计|施工|监理|承建|承包|总承包|建设|代建|实施|运营|管理|管护|维护|出资|提供)"
    r"|(?:公司)?(?:负责|承担)(?!人)[^，。；、]{1,12}?(?:施工|勘察|设计|监理|建设|运营|管护)(?:任务|工作)?(?=[，。；])"
)


def _each_his_part(reading: Reading, after: list[Mention], project: Mention, at: int) -> None:
    """Add those whose part is told in the clauses behind: 由甲局实施，|乙公司施工，丙公司监理."""
    text = reading.text
    for actor in after:
        if actor.start < at:
            continue
        m = _PARTS.match(text, at)
        if m is None or m.end() != actor.start or actor.label == "Place" or not _PART_DONE.match(text, actor.end):
            return
        _fact(reading, actor, project, project.start, actor.end, "undertakes-part", 0.8)
        at = actor.end
