"""Directives: each clause that demands something, and who demands it; the speaker is carried over sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.addressees import addressees
from extractors.dates import deadline
from extractors.events.visits import leaders_of
from extractors.interviews import ASKS, answering
from extractors.lexicon import HAN
from extractors.modals import MODAL
from extractors.names.holders import is_reporter
from extractors.notice import is_notice, issuing, opening
from extractors.reading import Entity, Reading
from extractors.rulings import of_article, ruling
from extractors.speakers import (
    GOES_ON,
    GROUP_SPEAKER,
    MEETING_ASKS,
    MEETING_WORD,
    SAID,
    TEAM_SPEAKER,
    Speaker,
    hoping,
    put_out_together,
    quoted_by,
    resolve,
    spoken_of,
)
from extractors.text import Span, piece_at

_STATEMENT = re.compile(
    r"是[^，]{2,}|[即已]将?进入|取得|依然|已[经取]?|具有|有着|突出$|需要|有了|仍[然旧]|面临着|达到|提高了|完成|关系到?|事关|高度重视|初步形成|发生|迈上|实现了|不足|存在|有[^，]{2,10}(?:天气|降雨|降水|过程)|雨势|形势[^，]{0,6}严峻|任务[^，]{0,6}(?:艰巨|繁重|重(?:、|$))|难度大"
)
_ASKER = re.compile(
    r"(?:总书记|委员长|主要负责同志|主要负责人|主要领导|会议|会议?上|大会|全会|座谈会|[他她]|并|还|同时|时|后|中|最后|再次|批示|[查导研察估收视]组|明确|特别|进一步|严肃|一行|通知|通报|通告|公告|意见|方案|办法|提示|预警|倡议|预案|条例|规定|细则|，|》)$"
)
_ACCORDING = re.compile(r"(?:按照|根据|对照|依照|依据|遵照|结合|围绕|落实|达到)[^，。；]*$")
_DEMAND = re.compile(
    r"敦促(?!下)|(?<![已被])责成(?=[^，：。；]{6})|要求(?=[^，：。；和精（“]{2})|要求(?=“)|(?<=[^的])要求(?=[^，]{3})"
)
_OPENERS = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2}){1,4}(?![\d%万亿])(?:[ⅠⅡⅢⅣIV]+级)?(?:[\u4e00-\u9fff]{2,10}(?=\d+\.\d))?|同时|此外|另外|当前(?!形势|和今后)|目前|其次|首先|最后|下一步|接下来|[一二三四五六七八九十]{1,3}是|[一二三四五六七八九十]+、(?:[\u4e00-\u9fff]{2,8}?(?=（一）|请各))?|（[一二三四五六七八九十]+）|会上|据介绍|其中|对此|第[一二三四五六七八九十](?![一二三四五六七八九十条])|为此|因此|总之)[，：]?"
)
_CLOSERS = "。；！？”’ \n"


def read(reading: Reading) -> None:
    """Add the directives of the article with ISSUED and, where an addressee is named, DIRECTED_TO."""
    speaker: Speaker | None = None
    person: Entity | None = None
    paragraph = 0
    for sentence in (turn for whole in reading.sentences for turn in _turns(reading.text, whole)):
        if sentence.start < reading.body_start:
            continue
        text = reading.text[sentence.start : sentence.end]
        if "\n" in reading.text[paragraph : sentence.start]:
            speaker = None if speaker and not _carries(text) else speaker
        paragraph = sentence.start
        if ASKS.match(text):
            speaker = None
            continue
        lead = _find_lead(reading, sentence)
        begin = opening(reading, sentence.start, sentence.end)
        demanded = False
        answer = answering(reading, sentence)
        if answer is not None:
            begin = answer[1]
            speaker = Speaker(answer[0], (sentence.start, begin), 0.8)
        if lead is not None:
            who, at, demanded = lead
            found = resolve(reading, who, at, person, sentence)
            asks = demanded and not who.strip()
            if found is None and speaker is None and person is not None and (asks or GOES_ON.fullmatch(who)):
                found = person, 0.8  # 并要求…: who was spoken of last
            if found is None and speaker is None and person in leaders_of(reading):
                named = next(reading.names(sentence.start, at, "Person", "Agency", "Company", "Organization"), None)
                found = (person, 0.7) if named is None and person is not None else None  # …，告诉随行人员，
            ruled = ruling(reading, sentence) if found is None else None
            if ruled is not None:
                speaker, begin = ruled, at if demanded else ruled.span[1]
            elif found is not None:
                speaker = Speaker(
                    found[0], (sentence.start, at), found[1], put_out_together(reading, who, found[0], at)
                )
                begin = at
            elif demanded:
                begin = at
            elif GROUP_SPEAKER.search(who):
                speaker = None  # 大家表示，要…: a vow of many, no demand of who spoke before
                continue
            else:
                begin = at if speaker is not None and (not who.strip() or TEAM_SPEAKER.search(who)) else begin
        ruled = ruling(reading, sentence) if lead is None and answer is None else None
        if ruled is not None and (speaker is None or MODAL.search(reading.text, ruled.span[1], sentence.end)):
            speaker, begin = ruled, ruled.span[1]
        person = (None if "陪同" in text else spoken_of(reading, sentence)) or person
        quoted = quoted_by(reading, sentence, person) if lead is None else None
        if quoted is not None:
            begin = reading.text.index("“", sentence.start) + 1
        _sentence(
            reading,
            Span(begin, sentence.end),
            quoted or speaker,
            demanded=demanded,
            lead=quoted is not None or lead is not None or ruled is not None,
        )
        if speaker is None and lead is None:
            speaker = hoping(reading, sentence)


# 会议指出，…；|会议要求，…: each with a speaker of its own
_TURN = re.compile(
    rf"；(?=(?:会议|大会|全会|[{HAN}]{{2,12}}?(?:同志)?)(?:还|最后|同时|并)?(?:强调|指出|要求|提出|明确|提醒)[，：])"
)


def _turns(text: str, sentence: Span) -> Iterator[Span]:
    """Yield the parts of a sentence that somebody else begins to speak in."""
    start = sentence.start
    for m in _TURN.finditer(text, *sentence) if text.find("；", *sentence) >= 0 else ():
        if not _inside_quotes(text, sentence.start, m.start()):
            yield Span(start, m.end())
            start = m.end()
    yield Span(start, sentence.end)


def _carries(text: str) -> bool:
    return bool(re.match(r"(?:[一二三四五六七八九十]{1,3}是|第[一二三四五六七八九十]|要|必须|[^，。]{0,16}要)", text))


def _find_lead(reading: Reading, sentence: Span) -> tuple[str, int, bool] | None:
    """Return the words before the verb of speech, where the speech begins, and whether the verb itself demands."""
    text = reading.text
    best = None
    for m in SAID.finditer(text, sentence.start, sentence.end):
        if _inside_quotes(text, sentence.start, m.start()):
            continue
        if m[0].endswith("。") and not _NUMBERED_NEXT.match(text, m.end()):
            continue
        if m[0].startswith("作") and m[0].endswith("示，") and MODAL.search(text, m.end(), sentence.end) is None:
            continue
        if m[0].startswith("要求") and _ACCORDING.search(text, sentence.start, m.start()):
            continue
        if (
            m[0].startswith("要求")
            and not _ASKER.search(text, sentence.start, m.start())
            and not _speaker_ends(reading, sentence.start, m.start())
        ):
            continue
        who = text[sentence.start : m.start()]
        if m[0][-1] in "。：":
            who = _ABOUT.sub("", who)
        slogan = _SLOGAN.match(text, m.end(), sentence.end) if m[0][-1] == "“" else None
        best = (who, slogan.end() if slogan is not None else m.end(), _demands(reading, m, sentence.start))
        break
    decides = _DECIDES.search(text, sentence.start, sentence.end)
    if decides is not None and (best is None or decides.start() < best[1] - 4):
        return text[sentence.start : decides.start("decides")], decides.end(), True
    told = _turn_of(reading, sentence)
    if told is not None and (best is None or told[1] < best[1] - 2):
        return told
    demand = _DEMAND.search(text, sentence.start, sentence.end)
    if demand and (best is None or demand.start() < best[1] - 4):
        at = demand.start()
        words = text[sentence.start : at]
        subject = words[-12:]
        if not _OF_OTHERS.search(words) and (
            not words.strip("，：“ ")
            or re.search("，(?:现场|当场|同时)?$", words)
            or _speaker_ends(reading, sentence.start, at)
            or MEETING_WORD.search(subject)
            or re.search(r"此外，?$|并$|[他她]$", words)
            or (_AT_TIME.search(words) and next(reading.names(sentence.start, at, "Person"), None) is not None)
        ):
            return words, at, True
    return best


# 副镇长甲在总结讲话中|要求各村…
_AT_TIME = re.compile("(?:在|于)[^，。；的]{2,20}(?:中|时|上|后|期间)(?:还|也|明确|特别|进一步)?\\Z")
_OF_OTHERS = re.compile(
    r"(?:按照|根据|的|符合|达到|有关|标准|规定|目标|提出|围绕|工作|(?<![部委局厅办院会署组府])明确|提出的|总|新|各项|具体|严格|质量|任务)\Z"
)
"""Before a demand that is somebody's already, and not made here: 达到规定|要求, the 要求 of 明确要求."""
# 会议决定，|由甲局牵头，…
_DECIDES = re.compile(
    r"(?:会议|大会)(?:还|并|研究|讨论)*(?P<decides>决定|议定|商定|确定|明确)，(?=由[^，。；]{2,40}?(?:牵头|负责|会同))"
)
# 甲没有绕弯子：…, 甲当场派活：…, a turn of an interview 甲：…
_OPENS_TURN = re.compile(
    rf"(?!.{{0,16}}(?:名单|包括|如下|电话|之一|分别))[{HAN}]{{0,16}}(?:，[{HAN}]{{1,10}}(?:话|账|道理|点|条))?：“?"
)
_OF_ANOTHER = re.compile("(?:对|向|跟|给|为|由|听|同|与)[^，。；]{0,16}\\Z")


def _turn_of(reading: Reading, sentence: Span) -> tuple[str, int, bool] | None:
    """Return the same for a person whose words follow a colon, whatever is said of how they are spoken."""
    for person in reading.names(*sentence, "Person") if not is_notice(reading) else ():
        m = _OPENS_TURN.match(reading.text, person.end, sentence.end)
        if m is None or is_reporter(person.entity) or _inside_quotes(reading.text, sentence.start, person.start):
            continue
        if any(reading.names(person.end, m.end(), "Person")):
            continue  # 甲看了水口，|站长乙插话：
        if _OF_ANOTHER.search(reading.text, sentence.start, person.start) is None:
            return reading.text[sentence.start : person.end], m.end(), False
    return None


# 提出“|四个必须”：必须…
_SLOGAN = re.compile("[^“”]{2,12}”(?:的?(?:[工明具]?[作确体]?要求|目标|意见|建议))?：")
_BY_NAME = re.compile("(?:同志)?(?:还|并|最后|同时|再次|在[^，。；]{2,16}[上时中后]){0,3}")


def _demands(reading: Reading, said: re.Match[str], opens: int) -> bool:
    """Tell whether the verb itself demands: 会议要求，…; 田砚秋要求：某局牵头…; 他要求，…"""
    who = reading.text[opens : said.start()]
    if said[0][:2] != "要求" and not said[0].startswith("明确要求"):
        return _ASKS_FOR.fullmatch(said[0]) is not None
    if MEETING_ASKS.fullmatch(who.rpartition("，")[2]) or _WRITTEN_ASKS.search(who):
        return True
    body = next(reversed(list(reading.names(opens, said.start(), "Agency", "Place"))), None)
    alone = body is not None and _ALONE.fullmatch(
        reading.text, max(reading.text.rfind("，", opens, body.start) + 1, opens), body.start
    )
    if body is not None and alone and _BODY_ASKS.fullmatch(reading.text, body.end, said.start()):
        return body.label == "Agency" or body.entity.name.endswith(("省", "市", "县", "区", "镇", "乡"))
    person = next(reversed(list(reading.names(opens, said.start(), "Person"))), None)
    named = person is not None and _BY_NAME.fullmatch(reading.text, person.end, said.start()) is not None
    return named or re.fullmatch("\\s*[他她](?:还|并|最后|同时)?", who) is not None


# 《通知》|要求，各地加强巡护; 甲局|日前要求，…; 提出三点要求：讲政治、顾大局
_WRITTEN_ASKS = re.compile("(?:》|(?:\\A|，)(?:通知|意见|方案|公告|通告|通报|批示|指示))(?:还|并|同时|明确)?\\Z")
_ALONE = re.compile(
    r"\s*(?:近日|日前|今天|昨天|同时|此外|为此|对此|随后|目前|最近|（[^（）]{2,9}）)*(?:[^，。；]{1,12}[省市县区])?"
)
_BODY_ASKS = re.compile("(?:近日|日前|今天|昨天|还|同时|进一步|再次|明确|统一)*")
_ASKS_FOR = re.compile("提出了?[一二三四五六七八九十两几\\d][点条项]要求：“?")
# 对下一步工作作了安排。|一要…
_NUMBERED_NEXT = re.compile(r"\s*(?:第?[一1](?:[是要、]|，)|首先|要)")
_ABOUT = re.compile(r"(?:还|并|同时|最后|首先)?(?:就|对|围绕|针对)[^，；。]{2,40}$")


# 某某|11日|强烈|要求…
_BEFORE_DEMAND = re.compile(
    r"(?:副?(?:书记|[省市县区州镇乡]长|主任|局长|主席|部长|院长|校长|厅长|处长|秘书长)|同志)?(?:(?:\d{1,2}月)?\d{1,2}日|当天|当日|昨天|今天|再次|多次|一再|强烈|郑重|现场|当场|当即|明确|批示|讲话){0,3}+"
)


def _speaker_ends(reading: Reading, start: int, at: int) -> bool:
    speakers = list(reading.names(max(start, at - 30), at, "Person", "Agency"))
    place = reading.name_ending_at(at, "Place")
    if place is not None and place.entity.name.endswith(("县", "市", "区", "镇", "乡")):
        return True  # 柳湾县|要求，各乡镇…
    return bool(speakers) and _BEFORE_DEMAND.fullmatch(reading.text, speakers[-1].end, at) is not None


def _inside_quotes(text: str, start: int, at: int) -> bool:
    return text.count("“", start, at) > text.count("”", start, at)


_NUMBERED_DEMAND = re.compile(r"\s*[，：“]*(?:[一二三四五六七八九十]+[是要、]|第[一二三四五六七八九十])")
_ASKED_FOR = re.compile(
    r"(?:要求[：，]|[一二三四五六七八九十两几\d](?:点|条|项|个方面)的?[\u4e00-\u9fff]{0,4}(?:要求|意见)[：，])“?\Z"
)
"""A part of 要求：一是…；二是…, or of 三点意见：一是…, which demands without a modal of its own."""
_ASKS_THEM = re.compile("要求[^，。：；“]{2,16}：“?(?=[一1首])")
"""The same with those who are asked: 要求各乡镇、各部门：一是…"""
_LONGEST_ASKED = 14
_SHORTEST, _SHORTEST_LISTED = 5, 4
"""Characters of a demand; 一是|提高认识 is one in a list of them."""


def _sentence(reading: Reading, span: Span, speaker: Speaker | None, *, demanded: bool, lead: bool) -> None:
    """Cut the sentence at semicolons outside quotes; each part that demands is one directive."""
    asked = _ASKED_FOR.search(reading.text, max(0, span.start - _LONGEST_ASKED), span.start) is not None
    asked = asked or _ASKS_THEM.match(reading.text, *span) is not None
    for number, part in enumerate(_parts(reading.text, span)):
        words = reading.text[part.start : part.end]
        modal = _modal(reading, part)
        listed = asked and _NUMBERED_DEMAND.match(words) is not None
        if (
            modal is None
            and not listed
            and not (demanded and (number == 0 or (speaker and speaker.entity.label in ("Meeting", "Person"))))
        ):
            continue
        begin = _begin(reading, part, modal, keep=demanded and number == 0)
        name = reading.text[begin : part.end].strip(_CLOSERS)
        if name.count("“") > name.count("”") and reading.text.startswith("”", begin + len(name)):
            name += "”"  # 坚决遏制“非农化|”
        if (
            len(name) < (_SHORTEST_LISTED if listed else _SHORTEST)
            or name.endswith(("等", "？"))
            or words.rstrip().endswith(("？", "?"))
        ):
            continue
        source, confidence = (speaker.entity, speaker.confidence) if speaker else (None, 0.0)
        if source is None:
            source, confidence = _default_source(reading, part, modal, demanded=demanded)
        bound = of_article(reading, part, modal) if source is None and modal is not None else None
        if bound is not None:
            source, begin = bound
            confidence, name = 0.6, reading.text[begin : part.end].strip(_CLOSERS)
        if source is None:
            continue
        joint = issuing(reading, part.start) or (speaker.together if speaker else ())
        for one in joint if source in joint else [source]:
            _directive(reading, name, begin, part.end, one, confidence, lead)


def _parts(text: str, span: Span) -> list[Span]:
    if text.find("；", span.start, span.end) < 0:
        return [span] if text[span.start : span.end].strip() else []
    parts, start, depth = [], span.start, 0
    for at in range(span.start, span.end):
        mark = text[at]
        if mark == "“":
            depth += 1
        elif mark == "”":
            depth = max(0, depth - 1)
        elif mark == "；" and depth == 0:
            parts.append(Span(start, at))
            start = at + 1
    parts.append(Span(start, span.end))
    return [p for p in parts if text[p.start : p.end].strip()]


_LONGEST_PURPOSE = 210
_PURPOSE = re.compile(
    r"(?<![^：，。；\n ])为(?:了|进一步|切实|更好|全面|做好|加强|确保|统筹|贯彻|落实|深入|加快|推动|推进|规范|保障|促进|有效|充分|认真)[^：；。]{0,200}，$"
)
_ASKED = re.compile(
    rf"(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)?(?:(?<=、)[\u4e00-\u9fff]{{2,6}}|为[^，。；]{{4,40}}，)?请(?=你们|各|有关|相关|\d+家|(?:于|在)?\d[\d年月日]{{2,9}}前|[{HAN}]{{2,12}}(?:政府|部门|单位|企业|集团))|希望(?=各[级地有县市区镇乡部单]|你们|广大)"
)


_HEED = re.compile(
    "(?<=[，：])(?:请(?!教|假|客|战)|注意|谨防|尽量|切勿|切记|警惕|避免|防止|做好)|(?<=[，：])[^，。；“”]{2,16}(?:请(?=及时|注意|尽量|勿|不要|尽快|务必|提前|做好|关注|立即|立刻|主动|自觉|拨打)|不要|切勿|尽量)"
)
"""What 甲局提醒，… asks for without a modal."""
_ONCE = re.compile("(?<![旬月日年底])以前|过去(?![一的])|原来|以往|从前|往年|原先")


def _modal(reading: Reading, part: Span) -> int | None:
    text = reading.text
    asked = _ASKED.match(text, part.start, part.end) if is_notice(reading) else None
    if asked is not None:
        return asked.start()
    opens = reading.sentence(part.start).start
    if text.find("提醒", opens, part.end) >= 0 and (heed := _HEED.search(text, part.start, part.end)):
        return heed.start()
    for m in MODAL.finditer(text, part.start, part.end):
        if m[0] == "确保" and _PURPOSE.search(text, max(part.start, m.start() - _LONGEST_PURPOSE), m.start()):
            continue  # 为加强管理，确保安全，现…: what it is for
        if (
            m[0].startswith("要")
            and not is_notice(reading)
            and _ONCE.search(text, max(part.start, text.rfind("，", 0, m.start())), m.start())
        ):
            continue  # 以前办证要跑好几个部门: how it was
        quoted = _inside_quotes(text, part.start, m.start()) and text.count("”", m.start(), part.end)
        if not quoted or (not is_notice(reading) and _own_words(text, part, m.start()) is not None):
            return m.start()
    return None


_OF_OLD = re.compile("曾|说过|讲过|名言|古语|俗话|常言|写道|写过|诗")
_LEAST_SAID = 12
"""Characters of a quotation that is what somebody says and not how something is called."""


def _own_words(text: str, part: Span, modal: int) -> int | None:
    """甲说，…，“10月底前必须…”。: return where the quotation around the modal begins that ends the part."""
    opens = text.rfind("“", part.start, modal)
    closes = text.find("”", modal, part.end)
    said = opens >= 0 and closes - opens > _LEAST_SAID and text[opens - 1] in "，："
    if not said or text[closes : part.end].strip(_CLOSERS) or _OF_OLD.search(text, part.start, opens):
        return None
    return opens + 1


def _begin(reading: Reading, part: Span, modal: int | None, *, keep: bool) -> int:
    """Return where the demand begins: openers and statements before its clause are dropped, adverbials stay."""
    text = reading.text
    start = part.start + len(text[part.start : part.end]) - len(text[part.start : part.end].lstrip("，：“ "))
    if text[start - 1] == "“" and _TERM.match(text, start):
        start -= 1  # “十五五”时期，要…
    opener = _OPENERS.match(text, start)
    while opener and opener.end() > start:
        start = opener.end()
        opener = _OPENERS.match(text, start)
    if modal is None or keep:
        return start
    start = max(start, _own_words(text, part, modal) or start)
    if modal - start > _LONG:
        addressed = list(_NEAR_MODAL.finditer(text, modal - 60, modal))
        return addressed[-1].start() if addressed else modal
    clauses = [start] + [start + m.end() for m in re.finditer(r"，", text[start:modal])]
    for earlier, later in zip(reversed(clauses[:-1]), reversed(clauses[1:]), strict=True):
        if _STATEMENT.search(text[earlier:later]) and not _CONDITION.fullmatch(text, earlier, later):
            return later
    return start


_CONDITION = re.compile("[^是]*的，")
"""A clause that is no statement: 存在…情形的，不得…"""
_TERM = re.compile(r"[^“”，。；：！？]{1,9}”(?=[\u4e00-\u9fff])")
"""What stands in quotation marks as a term, and is not somebody's words."""
_LONG = 150
"""Characters before the modal beyond which lists and preambles without a full stop are no part of the demand."""
_NEAR_MODAL = re.compile(r"各(?:级|地|有关|相关|县|市|区|部门|单位|乡镇)(?=[^，。；]{0,24}$)|(?<=，)[^，。；]{2,24}$")
_ADVERBIAL = re.compile(r"^(?:根据|按照|依据)[^，]{2,20}，")
_MAIN_VERB = re.compile(
    r"^(?:要|(?<![必所急仍只无还不])需(?=加强|注意|进一步|尽快|及时|做好|严格|密切|提前|警惕|防范)|必须|务必|须|应当|各[^，]{2,14}(?:要|须|必须|务必)|全[市县省区][^，]{0,14}(?:要|须|必须|务必))"
)
_LEARNED = re.compile("(?:今天|近日|日前|昨天)?(?:了解到|获悉)，")
"""Behind the agency whose plans the article passes on: 记者从甲部了解到，…。要…"""


_OPENING = 12
"""Within how many characters of its sentence the body stands whose demand it tells."""
_AGAINST = re.compile(r"[向对被]\Z|抗议|指责|谴责")


def _default_source(reading: Reading, part: Span, modal: int | None, *, demanded: bool) -> tuple[Entity | None, float]:
    """Outside a speech only a sentence that opens with its demand counts: laid down by the article's agency."""
    words = reading.text[part.start : part.end].strip(_CLOSERS + "，")
    opener = _OPENERS.match(words)
    words = _ADVERBIAL.sub("", words[opener.end() :] if opener else words)
    if modal is None and not demanded:
        return None, 0.0
    if is_notice(reading):
        bodies = issuing(reading, part.start)
        return (bodies[0], 0.8) if bodies else (None, 0.0)
    if not demanded and not _MAIN_VERB.match(words):
        return None, 0.0
    opens = reading.sentence(part.start).start
    acts = next(reading.names(opens, part.start, "Agency"), None) if demanded else None
    if acts is not None and acts.start - opens <= _OPENING and not _AGAINST.search(reading.text, opens, acts.start):
        return acts.entity, 0.6  # 区政府高度重视，…，|要求各部门…
    piece = piece_at(reading.pieces, part.start)
    for fact in reading.facts:
        if fact.type not in ("CONVENED", "RELEASED") or fact.start not in piece:
            continue
        if isinstance(fact.source, Entity) and fact.source.label == "Agency":
            return fact.source, 0.6
    learned = _LEARNED.search(reading.text, reading.body_start, part.start)
    told = reading.name_ending_at(learned.start(), "Agency") if learned is not None else None
    if told is not None:
        return told.entity, 0.6
    here = range(piece.start, part.start)
    agencies = [a for a in reading.of_label("Agency") if a.start in here] if reading.home.path else []
    return (agencies[0], 0.55) if agencies else (None, 0.0)


def _directive(
    reading: Reading, name: str, start: int, end: int, source: Entity, confidence: float, lead: bool
) -> None:
    printed = reading.simplified[start : start + len(name)]
    entity = reading.entity("Directive", printed, deadline=deadline(reading.text[start:end], reading.date))
    entity.properties.setdefault("scope", reading.article.id)
    reading.mention(entity, start, start + len(name), "directive", confidence)
    sentence = reading.sentence(start)
    reading.fact(
        "ISSUED", source, entity, (min(sentence.start, start), end), "speech" if lead else "speech-carried", confidence
    )
    for mention in addressees(reading, start, end):
        reading.fact("DIRECTED_TO", entity, mention.entity, (mention.start, end), "addressee", 0.7)
