"""Which meeting is meant: what it is called, of which place, and on which occasion."""

from __future__ import annotations

import re
import unicodedata

from extractors.gazetteer import Division
from extractors.identity.places import leading_place, path_of
from extractors.identity.tables import yearly_meetings
from extractors.reading import Entity, Reading

_NUMBER = "[一二三四五六七八九十百零〇\\d]{1,40}"
_CONGRESS = re.compile(rf"^(?:党的|中共|中国共产党)?第?({_NUMBER})(?:次全国代表大会|大)$")
_PLENARY = re.compile(rf"^(?:党的|中共|中国共产党)?第?({_NUMBER})届(?:中央委员会第)?({_NUMBER})(?:中全会|次全体会议)$")
_TERM = re.compile(rf"第?({_NUMBER})届")
_PARTY_SESSION = re.compile(rf"委(?:员会)?第?({_NUMBER})届(?:委员会)?第?({_NUMBER})次全(?:会|体会议)")
_SHORT_PLENARY = re.compile(rf"^({_NUMBER})中全会$")
_DISCIPLINE = re.compile(rf"(?:中央纪委|中央纪律检查委员会)(?:第?({_NUMBER})届)?第?({_NUMBER})次全(?:会|体会议)")
_STANDING = re.compile(rf"第?({_NUMBER})次(常务|党组|县长办公|市长办公|省长办公|常委)?会议$")
_STAGE = re.compile(r"预备会议|开幕[会式]?|闭幕[会式]?|第[一二三四五六七八九]次全体会议$|大会发言|小组会议|联组会议")
_YEAR = re.compile(r"^((?:19|20)\d\d)年?(?:度)?")
_LEVEL = re.compile(r"^(?:(?P<nation>全国|中央)|全?(?P<level>自治区|[省市县区州])(?:委|政府)?(?=.{2,}))")
_NATION = re.compile(r"^(?:党的|中共|中国|中央|全国|国务院|国家|中华|世界|国际|联合国|亚太|二十国|金砖|上海合作)")
_EDITION = re.compile(rf"第{_NUMBER}[届次]|\d{{4}}(?:中国|世界|国际)")
_GENERIC = re.compile(
    r"^(?:第[一二三四五六七八九十\d]+次)?(?:工作|专题|座谈|推进|现场|动员|部署|调度|视频|电视电话|表彰|常委会?|总结|协调|联席|紧急|全体|扩大|学习|交流|新闻|发布|常务|主席|主任|办公|研讨|培训|预备|平行|代表团)*"
    r"(?:会议|大会|会|论坛|班|座谈会|发布会)$"
)
_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0}


def identify(reading: Reading, entity: Entity) -> None:
    """Set `key`, `scope` and `occasion`.

    Congresses and numbered sessions are told by their numbers; what is held once a year by the year; every other meeting by
    its day, or where nothing says it by the year of print; what a government counts through (第12次常务会议) by the year, too.
    A name that says nothing (座谈会) takes its convener's.
    """
    convener = next((f.source for f in reading.facts if f.type == "CONVENED" and f.target is entity), None)
    body = convener if isinstance(convener, Entity) else None
    key, scope, numbered = _named(reading, plain_name(entity.name), body.seat if body else None)
    day = entity.properties.get("date")
    standing = _STANDING.search(key) is not None and _TERM.search(key) is None
    if scope is None and (standing or not numbered) and not _NATION.match(key):
        scope = path_of(body.seat) if body is not None and body.seat else path_of(reading.home.division)
    if scope is None and standing:
        scope = reading.article.id
    year = (day or reading.date or "")[:4]
    occasion = year if standing else "" if numbered else day or year
    if _GENERIC.match(key) and not standing:
        owner = body and (body.properties.get("key") or body.name)
        told = owner if owner and day else reading.article.id
        scope = f"{scope} {told}" if scope and scope != told else told
    if (month := yearly_meetings().get(key)) is not None:
        occasion = _year(entity.name, day or reading.date, month) or occasion
    entity.properties["key"], entity.properties["occasion"] = key, occasion
    entity.properties.pop("scope", None)
    if scope:
        entity.properties["scope"] = scope


def plain_name(name: str) -> str:
    """Return the name without quotes and spaces, in half-width."""
    return re.sub(r"[\s“”\"'‘’《》·]", "", unicodedata.normalize("NFKC", name))


def _named(reading: Reading, name: str, seat: Division | None) -> tuple[str, str | None, bool]:
    """Return what the meeting is called, the path of its place where the name says so, and whether numbers tell it.

    `seat` is the place that the convener serves: 全市 means it where there is no home.
    """
    if m := _CONGRESS.match(name):
        return f"中共{_count(m[1])}大", None, True
    if m := _PLENARY.match(name):
        return f"中共{_count(m[1])}届{_count(m[2])}中全会", None, True
    term = _term_of(reading.date)
    if term and (m := _SHORT_PLENARY.match(name)):
        return f"中共{term}届{_count(m[1])}中全会", None, True
    if (m := _DISCIPLINE.search(name)) and (m[1] or term):
        return f"中央纪委{_count(m[1]) if m[1] else term}届{_count(m[2])}次全会", None, True
    name = re.sub(r"^(?:首届|已经|的|和|贯彻落实?|这?是|\d+\.)", "", name)
    rest = _YEAR.sub("", name)
    scope: str | None = None
    place = leading_place(rest)
    if place is not None and len(place[1]) > 2 and not _NATION.match(rest):
        scope, rest = path_of(place[0]), re.sub(r"^[省市县区州]?(?:委|政府)(?=.{3})", "", place[1])
    elif (level := _LEVEL.match(rest)) is not None and level["level"]:
        division = reading.home.stands_for(level["level"]) or seat
        scope = path_of(division) or reading.article.id
        rest = rest[level.end() :]
    session = numbered_session(name)
    if session is not None:
        return session, None if "全国" in name else scope or path_of(reading.home.division) or reading.article.id, True
    return rest, scope, bool(_EDITION.search(rest)) and not _GENERIC.match(rest)


def numbered_session(name: str) -> str | None:
    """Return the one name of a session that its numbers tell, None for any other meeting.

    政协第十四届全国委员会第三次会议 and 全国政协十四届三次会议 are 政协14届3次会议.
    """
    if m := _PARTY_SESSION.search(name):
        return f"党委{_count(m[1])}届{_count(m[2])}次全会"
    body = (
        "政协" if "政协" in name or "政治协商会议" in name else "人大" if re.search("人大|人民代表大会", name) else None
    )
    term, count = _TERM.search(name), None
    if body is None or term is None:
        return None
    for found in re.finditer(rf"第?({_NUMBER})次(?:主席|主任)?会议", name):
        count = found
        break
    if count is None:
        return None
    organ = re.search(r"常委会|常务委员会|主席会议|主任会议", name)
    kind = {"常务委员会": "常委会"}.get(organ[0], organ[0].removesuffix("会议")) if organ else ""
    stage = _STAGE.search(name, count.end())
    return f"{body}{kind}{_count(term[1])}届{_count(count[1])}次会议{stage[0] if stage else ''}"


def _term_of(day: str | None) -> int | None:
    """Return the number of the Central Committee in office on a day: what 三中全会 without a number is of."""
    if not day:
        return None
    year, month = int(day[:4]), int(day[5:7] or 12)
    # A congress every five years since 1977 (the 11th), in autumn.
    return 11 + (year - (0 if month >= 11 else 1) - 1977) // 5 if year > 1978 else None


def _count(text: str) -> int:
    """Return the number that digits or Chinese numerals up to 199 write."""
    if text.isdigit():
        return int(text)
    hundreds, _, low = text.rpartition("百")
    total = 100 * (_DIGITS.get(hundreds, 1)) if "百" in text else 0
    tens, mark, ones = low.rpartition("十")
    if mark:
        total += 10 * _DIGITS.get(tens, 1)
    return total + _DIGITS.get(ones.lstrip("零〇"), 0)


def _year(name: str, day: str | None, month: int) -> str | None:
    """Return the year of a yearly meeting: the one it is printed with, else the last whose month had come."""
    if m := _YEAR.match(plain_name(name)):
        return m[1]
    if not day:
        return None
    year = int(day[:4])
    return str(year if int(day[5:7] or 12) >= month else year - 1)
