"""Where a web site is at home, by its name: 岷县人民政府, 宛陵日报数字报."""

from __future__ import annotations

import re

from extractors.gazetteer import load_gazetteer
from extractors.text import normalise

_NAME = re.compile(
    r"(?:中国[·\- ]?)?(?P<name>[一-鿿]{2,16}?)"
    r"(?:人民政府|政府(?:门户)?网|政务网|党政网|门户网站|发布$|融媒体?|新闻网|新闻中心)|今日(?P<short>[一-鿿]{2,6})$"
)


def home_of(site: str | None) -> str | None:
    """Return the path of the division whose government runs the site; None for a ministry or an unclear name."""
    found = _NAME.match(normalise(site or "").replace(" ", ""))
    if found is None:
        return None
    name = found["name"] or found["short"]
    gazetteer = load_gazetteer()
    division = gazetteer.home(name)
    if division is None or (division not in gazetteer.named(name) and not name.endswith(division.name)):
        return None
    return gazetteer.path_name(division.code)
