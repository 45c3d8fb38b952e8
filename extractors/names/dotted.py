"""Names with a dot that no post stands before: 甲尔·乙斯 by the characters of their sounds, others in rows of names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.lexicon import HAN
from extractors.names.foreign import SOUNDS
from extractors.names.personname import TURKIC, looks_like_name, may_follow_name, name_end, turkic_end
from extractors.names.vocabulary import plain
from extractors.reading import Reading
from extractors.text import Span

_SOUND = "".join(
    sorted(
        (SOUNDS - set("因"))
        | TURKIC
        | set("罕默密让冯格朗更热不甫杰吾路金本简理休扬劳强哲法玻佳奇容珂迭邦诃钦瓦通合提都江加买司义")
    )
)
_DOTTED = re.compile(rf"(?P<first>[{_SOUND}]{{1,7}})(?P<rest>(?:[·\-](?:[{_SOUND}]|(?<=阿)[不卜]){{1,8}})+)")
# 本·古里安|国际机场, “卡尔·文森”|号: what is called after somebody
_THING = re.compile(
    r"”|》|国际机场|机场|[^，。]{0,3}广场|号|杯|奖|[大]?[街路道]|大学|学院|[^，。]{0,3}中心|医院|基金会|级|式|公司|集团|图书馆|博物馆|体育场|球场|大桥|法案|旅"
)
_BEFORE = re.compile(r"[人员士长家者官手师兵裔的和与同由对向为让给及据随称即是任把将被]\Z")
_ROW = re.compile(rf"(?<=、)(?P<name>(?:(?!的)[{HAN}]){{2,5}}(?:·[{HAN}]{{1,7}}){{1,2}})(?=[、，。和等])")

# 吾哈斯·苏来曼医生 of whom the article speaks as 吾哈斯 again
_PLAIN = re.compile(rf"(?P<first>[{HAN}]{{2,5}})·(?P<rest>[{HAN}]{{2,6}}?)(?=[，。：、）\n]|医生|老师|同志)")


def find(reading: Reading) -> Iterator[Span]:
    """Yield where such names stand."""
    text = reading.text
    if "·" not in text:
        return
    for m in _DOTTED.finditer(text):
        if "·" in m["rest"]:
            span = _sounding(reading, m)
            if span is not None:
                yield span
    for m in _ROW.finditer(text):
        if plain(m["name"].split("·")[0]):
            continue
        before = text[max(0, m.start() - 5) : m.start() - 1]
        after = name_end(text, m.end() + 1)
        if any(looks_like_name(before[-size:]) for size in (2, 3)) or (after is not None and text[m.end()] == "、"):
            yield Span(*m.span("name"))
    for m in _PLAIN.finditer(text):
        first = next((f for size in (5, 4, 3, 2) if text.count(f := m["first"][-size:]) > 2 and len(f) == size), None)
        if first is None or plain(first) or plain(m["rest"]) or not may_follow_name(text, m.end()):
            continue
        if reading.free(m.end("first") - len(first), m.end()) and reading.text[m.start("first") - 1] not in "“《":
            yield Span(m.end("first") - len(first), m.end())


def _sounding(reading: Reading, m: re.Match[str]) -> Span | None:
    """Return where the name begins and ends that is written with the characters of foreign sounds, if it is one."""
    text, start = reading.text, m.start()
    while start < m.end("first") and not reading.free(start, start + 1):
        start += 1  # 伊拉克|甲尔·乙斯
    before = text[max(0, start - 2) : start]
    if start == m.end("first") or text[start - 1 : start] in ("“", "《", "·"):
        return None
    if (
        re.match(f"[{HAN}]", before[-1:])
        and reading.free(start - 1, start)
        and not (plain(before) or _BEFORE.search(before))
    ):
        return None
    dot = max(text.rfind("·", start, m.end()), text.rfind("-", start, m.end()))
    turkic = turkic_end(text, start, dot, m.end())
    if turkic is not None and not _THING.match(text, turkic):
        return Span(start, turkic) if reading.free(start, turkic) else None
    for end in range(m.end(), dot + 1, -1):
        if _THING.match(text, end):
            return None
        if may_follow_name(text, end) or plain(text[end : end + 2]):
            return Span(start, end) if reading.free(start, end) else None
    return None
