"""Persons whose post the words do not tell: contact persons of a notice, those who attend in a sentence of nothing but names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.lexicon import HAN
from extractors.names.foreign import transcribed_end
from extractors.names.namechars import likely_end, weight
from extractors.names.personname import looks_like_name, name_end
from extractors.names.rare_surnames import RARE_SURNAMES
from extractors.names.vocabulary import plain
from extractors.names.words import is_common_word
from extractors.reading import Reading
from extractors.text import Span

_CONTACT = re.compile(r"联系人(?:及(?:联系)?(?:电话|方式))?：(?P<rest>(?:(?!联系人)[^。；\n]){2,60})")
# “…。”陇永江说: a seldom surname and what is made as given names are
_QUOTED = re.compile(
    rf"(?<=”)(?P<name>[{''.join(sorted(RARE_SURNAMES))}][{HAN}]{{2}})(?=说[，。]|介绍[，。]|坦言|告诉记者|表示，)"
)
_SURE = 3.0


def _quoted(reading: Reading) -> Iterator[Span]:
    for m in _QUOTED.finditer(reading.text, reading.body_start):
        if weight(m["name"]) >= _SURE and not plain(m["name"][:2]):
            yield Span(*m.span("name"))


_UNIT = re.compile(rf"(?:[{HAN}]{{2,16}}?(?:处|司|局|所|科|室|中心|办公厅))：?(?=[{HAN}]{{2,3}}(?![{HAN}]))")
_BETWEEN = re.compile(r"[、 /]+|(?:（[\d—－\-]{7,16}）|[\d—－\-]{7,16})[、，/ ]*")
_ENDS = re.compile(rf"[^{HAN}]|$|电话|手机|传真|邮箱|地址|联系")


def find(reading: Reading) -> Iterator[Span]:
    """Yield where their names stand."""
    yield from _attendants(reading)
    yield from _contacts(reading)
    yield from _wives(reading)
    yield from _visited(reading)
    yield from _winners(reading)
    yield from _likewise(reading)
    yield from _villagers(reading)
    yield from _of_bodies(reading)
    yield from _presented(reading)
    yield from _families(reading)
    yield from _aged(reading)
    yield from _quoted(reading)


# 田砚秋，男，汉族，1985年3月生…: whom a notice presents before his appointment, or an obituary
_PRESENTED = re.compile(
    rf"(?:^|(?<=[\n。；]))[ 　]{{0,4}}(?:\d{{1,2}}[.、．] ?|[（(][一二三四五六七八九十\d]{{1,2}}[）)])?(?P<name>[{HAN}] {{1,3}}[{HAN}]|[{HAN}·]{{2,12}})(?:同志)?(?:，|（)[男女](?=[，。）])"
)


def _presented(reading: Reading) -> Iterator[Span]:
    for m in _PRESENTED.finditer(reading.text, reading.body_start):
        name = m["name"].replace(" ", "")
        if looks_like_name(name) or "·" in name or (len(name) in (2, 3) and not is_common_word(name)):
            yield Span(*m.span("name"))


def _contacts(reading: Reading) -> Iterator[Span]:
    """联系人：节能处田砚秋、贺云松，电话…"""
    text = reading.text
    for m in _CONTACT.finditer(text, reading.body_start):
        at, stop = m.span("rest")
        unit = _UNIT.match(text, at, stop)
        at = unit.end() if unit else at
        while at < stop:
            end = _name_end(text, at, stop)
            if end is None:
                break
            yield Span(at, end)
            between = _BETWEEN.match(text, end, stop)
            at = between.end() if between else end


def _name_end(text: str, at: int, stop: int) -> int | None:
    """Return where a name ends that another name, a number or a mark follows."""
    for end in (at + 3, at + 2):
        if end <= stop and looks_like_name(text[at:end]) and _ENDS.match(text, end):
            return end
    end = likely_end(text, at) or 0
    return end if end and looks_like_name(text[at:end]) and likely_end(text, end) else None


_VISITED = re.compile(r"(?:走访|看望|慰问|探望)了|(?:，|群众|老人|村民|农户)名?叫|[一这][位名户个]名叫")
_VISITED_END = re.compile(r"、|等|，(?:是|今年|家住)|的(?=[^，。；]{0,12}[师员长手工家者生人户])")


def _visited(reading: Reading) -> Iterator[Span]:
    """走访了田砚秋、贺云松等三名…; 一户叫田砚秋，是…"""
    text = reading.text
    for m in _VISITED.finditer(text, reading.body_start):
        at = m.end()
        while True:
            ends = (likely_end(text, at), name_end(text, at))
            end = next((e for e in ends if e is not None and _VISITED_END.match(text, e)), None)
            if end is None:
                break
            if not looks_like_name(text[at:end]) or plain(text[at : at + 2]):
                break
            yield Span(at, end)
            if text[end] != "、":
                break
            at = end + 1


_FROM_TOWN = re.compile(
    r"(?:来自|由|，|和)[\u4e00-\u9fff]{1,10}[省市县区镇乡村]的(?=[\u4e00-\u9fff]{2,3}(?:获得|夺得|荣获|摘得|斩获|和|、|获))"
)


def _winners(reading: Reading) -> Iterator[Span]:
    """来自某镇的张某某获得一等奖: who wins, where a place is all that is told of him."""
    text = reading.text
    for m in _FROM_TOWN.finditer(text, reading.body_start) if "奖" in text or "冠军" in text else ():
        end = likely_end(text, m.end()) or name_end(text, m.end())
        if end is not None and looks_like_name(text[m.end() : end]) and _WINS.match(text, end):
            yield Span(m.end(), end)


# 柳湾村的|田砚秋去年…
_VILLAGER = re.compile(
    "(?<=[村组社寨屯])的(?=[^，。；]{2,4}(?:去年|今年|前年|从小|早年|当年|原先|在外|说|告诉|算了|就是|正是))"
)


def _villagers(reading: Reading) -> Iterator[Span]:
    """Who comes from a village and does something there."""
    text = reading.text
    for m in _VILLAGER.finditer(text, reading.body_start):
        end = name_end(text, m.end()) or likely_end(text, m.end())
        if end is not None and looks_like_name(text[m.end() : end]) and not plain(text[m.end() : m.end() + 2]):
            yield Span(m.end(), end)


# 同为某村村民的|田砚秋承包…
_LIKEWISE = re.compile("(?:同为|同是|同样是|身为|作为)[^，。；的]{2,14}的")


def _likewise(reading: Reading) -> Iterator[Span]:
    text = reading.text
    for m in _LIKEWISE.finditer(text, reading.body_start):
        end = _before_verb(text, m.end()) or name_end(text, m.end())
        if end is not None and looks_like_name(text[m.end() : end]) and not plain(text[m.end() : m.end() + 2]):
            yield Span(m.end(), end)


# 某某公司的|田砚秋说, 某某医院|田砚秋博士
_OF_BODY = re.compile(
    rf"的?(?P<name>[{HAN}]{{2,3}})(?=老师(?!们)|师傅|技术员|团队|课题组|说|表示|介绍|告诉|坦言|感慨|称，|[高激兴欣自][{HAN}]地说|笑着说|博士|教授|医生(?!们))"
)


def _of_bodies(reading: Reading) -> Iterator[Span]:
    """Who speaks for a firm, school or hospital without a post."""
    for body in reading.names(reading.body_start, None, "Company", "Organization", "Agency"):
        m = _OF_BODY.match(reading.text, body.end)
        begin, end = m.span("name") if m is not None else (0, 0)
        if (
            m is not None
            and not is_common_word(m["name"])
            and not is_common_word(m["name"][:2])
            and looks_like_name(m["name"])
            and (len(m["name"]) == 3 or end in (likely_end(reading.text, begin), name_end(reading.text, begin)))
        ):
            yield Span(begin, end)


# what people of a village do, behind their names
_DOES = re.compile(
    "承包|种[了植]|养[了殖]|流转|经营|今年|家[里住]|一大?早|一起|一家|正在|正忙|每天|每年|告诉|介绍|[也都是说在，。]"
)


def _before_verb(text: str, at: int) -> int | None:
    """Return where a name of three or two characters ends that such a verb follows."""
    return next((at + n for n in (3, 2) if _DOES.match(text, at + n) and looks_like_name(text[at : at + n])), None)


_WINS = re.compile("获得|夺得|荣获|摘得|斩获|获|[和、](?=[^，。；]{2,20}(?:获|夺))")
_WIFE = re.compile(
    "(?<!第一)夫人|其[妻夫子女父母](?![子儿亲婿孙])|(?<=[和与同])(?:妻子|丈夫|爱人|老伴|父亲|母亲|儿子|女儿)"
)


def _wives(reading: Reading) -> Iterator[Span]:
    """甲和夫人乙."""
    for m in _WIFE.finditer(reading.text, reading.body_start):
        end = name_end(reading.text, m.end()) or _before_verb(reading.text, m.end())
        end = end or (transcribed_end(reading.text, m.end()) if m[0] == "夫人" else None)
        if end is not None and not plain(reading.text[m.end() : m.end() + 2]):
            yield Span(m.end(), end)


# 来到|田志强|家中, 。|田彩霞|和丈夫常年…, |田志强|夫妇
_FAMILY = re.compile(
    rf"(?:(?<=[在到进访望问，。、；：“\n])(?P<host>[{HAN}]{{2,3}})(?=家(?:[中里的院门]|，))|(?:^|(?<=[，。；\n]))(?P<name>[{HAN}]{{2,3}})(?=和(?:丈夫|妻子|老伴|爱人)|夫妇|夫妻俩))"
)


def _families(reading: Reading) -> Iterator[Span]:
    """Who is told with his home or family."""
    text = reading.text
    for m in _FAMILY.finditer(text, reading.body_start) if "家" in text or "夫" in text else ():
        begin, end = m.span(m.lastgroup or 0)
        name = text[begin:end]
        if likely_end(text, begin) == end and not is_common_word(name) and not plain(name[:2]) and not plain(name):
            yield Span(begin, end)


# 田海波，今年45岁，是…
_AGED = re.compile(rf"(?:^|(?<=[。\n“”】]))(?P<name>[{HAN}]{{2,3}})(?=，(?:今年)?\d{{2}}岁)")


def _aged(reading: Reading) -> Iterator[Span]:
    """Who opens a sentence with the age behind the name."""
    for m in _AGED.finditer(reading.text, reading.body_start) if "岁" in reading.text else ():
        name = m["name"]
        if looks_like_name(name) and not is_common_word(name) and not plain(name[:2]):
            yield Span(*m.span("name"))


_ATTENDANTS = re.compile(
    rf"(?:^|(?<=[。\n]))(?P<list>[{HAN}·]{{2,14}}(?:、[{HAN}·]{{2,14}})*?)等?(?:分别|一同|共同)?(?:参加|出席|陪同)(?:了?上述|有关|了)?(?:会见|会谈|活动|调研|考察)"
)
_LONG = re.compile(rf"(?:(?![省市县区委局厅部府院会司组处各等及和由任的])[{HAN}]){{4,5}}")


def _attendants(reading: Reading) -> Iterator[Span]:
    """洛桑格勒、某某·某某参加会见: names that open a sentence of nothing else, longer ones of other peoples, too."""
    for m in _ATTENDANTS.finditer(reading.text, reading.body_start):
        begin = m.start("list")
        for name in m["list"].split("、"):
            end = begin + len(name)
            long = _LONG.fullmatch(name) is not None and not plain(name[:2]) and not plain(name[2:4])
            if long or ("·" in name and looks_like_name(name)):
                yield Span(begin, end)
            begin = end + 1
