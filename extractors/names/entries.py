"""The entries of a roster that stand without marks between them: name, body, post, the next name, …"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extractors.lexicon import DEPARTMENT_ENDS, DOMAINS, HAN, MASS_BODIES, NATIONAL, POSTS, SURNAMES, alternatives
from extractors.names.namechars import likely_end
from extractors.names.personname import looks_like_name
from extractors.reading import Reading
from extractors.text import Span

HEAD = re.compile(
    r"(?P<role>(?:第一|常务|执行)?(?:副 {0,20})?(?:组 {0,20}长|总? {0,20}召 {0,20}集 {0,20}人|总 {0,20}指 {0,20}挥|指 {0,20}挥 {0,20}长|主 {0,20}任|会 {0,20}长|队 {0,20}长|秘 {0,20}书 {0,20}长)|成 {0,20}员|委 {0,20}员|顾 {0,20}问) {0,20}："
)
"""A role in the group, and the colon behind which its holders stand."""
_RANKS = "环境监察专员 监察专员 党组员 研究员 副研究员 教授级高级工程师 高级工程师 工程师 高级经济师 教授 副教授 博士 主任医师 副主任医师 参谋长 副参谋长 总畜牧兽医师 总兽医师 关长 副关长 部务会议成员 委务会议成员 厅务会议成员".split()
TITLE = re.compile(alternatives([*POSTS, *_RANKS]))
DEPARTMENT = (
    rf"(?:政府)?(?:(?:{alternatives(DOMAINS)}){{1,2}}(?:{alternatives(DEPARTMENT_ENDS)})|{alternatives(MASS_BODIES)}"
    r"|教工委|农工委|编办|政研室|研究室|机关工委|直属机关工委|农科院|社科院)"
)
# how the body or the post behind a name begins
_BODY_BEGINS = re.compile(
    rf"(?:政府|[省市县区州盟旗](?:党委|委(?!员会)|政府|人大|政协|纪委)|(?P<level>[省市县区州盟旗])(?![省县区]|市(?![场政])|[{HAN}]{{0,2}}[、，。])|自治[区州县旗]|团[省市县区]委|国网|南方电|中石[油化]|中海油|国家|中国|中央|全国|中共|民航|人民银行|武警|中科院|{alternatives(NATIONAL)}"
    rf"|{alternatives(POSTS)}|{DEPARTMENT})"
)
_NO_NAME = re.compile(r"单位|成员|名单|其他|负责|领导|办公|[省市县区委局厅办部]$")
_NOT_IN_LONG = re.compile(r"[省市县区委局厅办部府院会司组处科室各等及和由任]")
_SKIP = re.compile(r"[ \n，、；]*(?:（[^（）]{0,20}）)?[ \n，、；]*")
_CLOSED = re.compile(r"[。；\n]")
INSIDE = re.compile(r"[室处科员会组班]")
_LONGEST = 48
"""How long an entry may be, in characters."""
_LONGEST_NAME = 5
_DOTTED = re.compile(rf"(?P<first>[{HAN}]{{2,6}}·)[{HAN}]{{6}}")
_SPACED_NAME = re.compile(rf"[{HAN}] {{1,3}}[{HAN}](?= )")
_SURE = 3


class Entry(NamedTuple):
    """A person of a roster, and where the posts stand; `titles` are the stretches of their titles alone."""

    name: Span
    posts: Span
    titles: tuple[Span, ...]


def entries(reading: Reading, start: int, stop: int) -> Iterator[Entry]:
    """Yield the entries that follow one another from `start`, up to the first that is none.

    An entry among others whose name cannot be told is left out.
    """
    text = reading.text
    at, found = skip(text, start), False
    while at < stop:
        name_end = _name_end(reading, at, stop)
        if name_end is None:
            following = _behind_unread(reading, at, stop) if found else None
            if following is None:
                return
            at = following
            continue
        found = True
        posts = name_end + 3 * text.startswith("（兼）", name_end)
        while text[posts : posts + 1] == " ":
            posts += 1
        titles = list(_titles(reading, posts, min(stop, posts + _LONGEST)))
        if not titles:
            return
        yield Entry(Span(at, name_end), Span(posts, titles[-1].end), tuple(titles))
        at = skip(text, titles[-1].end)


def _behind_unread(reading: Reading, at: int, stop: int) -> int | None:
    """Return where the next entry begins behind one whose name cannot be told; None where the roster ends."""
    text = reading.text
    closed = _CLOSED.search(text, at, stop)
    for title in TITLE.finditer(text, at, min(at + _LONGEST, closed.start() if closed else stop)):
        if _name_end(reading, title.end(), stop) is not None:
            return title.end()
    return None


def skip(text: str, at: int) -> int:
    """Return where the next entry may begin: behind spaces, marks and what brackets add."""
    skipped = _SKIP.match(text, at)
    return skipped.end() if skipped else at


def _name_end(reading: Reading, at: int, stop: int) -> int | None:
    """Return where the name that begins here ends: by its shape and by what begins behind it."""
    dotted = _DOTTED.match(reading.text, at, stop)
    if dotted is not None:
        ends = (end for end in range(dotted.end() - 5, dotted.end() + 1) if end > dotted.end("first"))
        return next((end for end in ends if end < stop and _body_begins(reading, end)), None)
    spaced = _SPACED_NAME.match(reading.text, at, stop)
    if spaced is not None and looks_like_name(spaced[0].replace(" ", "")) and _body_begins(reading, spaced.end()):
        return spaced.end()
    best: tuple[int, int] | None = None
    likely = likely_end(reading.text, at)
    for size in (3, 2, 4, 5):
        end = at + size
        name = reading.text[at:end]
        if (
            end >= stop
            or not re.fullmatch(f"[{HAN}]+", name)
            or _NO_NAME.search(name)
            or reading.text[end] in "任为兼担"
        ):
            continue
        shaped = looks_like_name(name)
        if size == _LONGEST_NAME and name[0] in SURNAMES:
            continue
        if not shaped and (_NOT_IN_LONG.search(name) or _body_begins(reading, at)):
            continue
        score = 2 * shaped + (likely == end) + _body_begins(reading, end, short=shaped)
        if score >= _SURE and (best is None or score > best[0]):
            best = (score, end)
    return best[1] if best else None


def _body_begins(reading: Reading, at: int, *, short: bool = True) -> int:
    """Return how surely a body begins here; behind a longer name a level word alone says nothing (洛桑柳新|区委)."""
    if reading.text[at] == " " or reading.text.startswith("（兼）", at):
        return _SURE
    hit = reading.hits.at(at)
    if hit is not None and hit.start == at and (hit.full or hit.division.level in ("province", "prefecture")):
        return _SURE + 1
    m = _BODY_BEGINS.match(reading.text, at)
    return 0 if m is None or (m["level"] and not short) else _SURE + (not m["level"])


def _titles(reading: Reading, start: int, stop: int) -> Iterator[Span]:
    """Yield the titles of one entry: those that 、 joins, up to the one behind which the next name or a mark stands."""
    text = reading.text
    closed = _CLOSED.search(text, start, stop)
    for m in TITLE.finditer(text, start, closed.start() if closed else stop):
        shift = 2 if m[0].startswith("工委") and m.start() > start else 0  # 教|工委书记
        if text.startswith(("、", "，"), m.end()) and not _next_name(reading, m.end() + 1):
            yield Span(m.start() + shift, m.end())
        elif not INSIDE.match(text, m.end()) or _name_end(reading, m.end(), len(text)) is not None:
            yield Span(m.start() + shift, m.end())
            return


def _next_name(reading: Reading, at: int) -> bool:
    """Tell whether a name that nothing speaks against begins behind 、, where most often another post does."""
    end = _name_end(reading, at, len(reading.text))
    return end is not None and end == likely_end(reading.text, at) and _body_begins(reading, end) > _SURE
