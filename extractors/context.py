"""Where a page is at home and in which year it was printed, worked out from its own words when nobody says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extractors.gazetteer import Division, abbreviations, load_gazetteer
from extractors.text import normalise
from graph.fragment import Article

_COUNTY_VOICE = re.compile(r"我[县区旗]|全[县区旗](?!域)|(?<![\u4e00-\u9fff])[县区旗](?:委|政府|人大|政协|长)")
_CITY_VOICE = re.compile(r"我[市州盟]|全[市州盟]|(?<![\u4e00-\u9fff])[市州盟](?:委|政府|人大|政协|长)")
_PROVINCE_VOICE = re.compile(r"我[省区]|全省|(?<![\u4e00-\u9fff])(?:省委|省政府|省长)")
_NATIONAL_VOICE = re.compile(r"国务院总理|中共中央政治局|新闻联播|央视网")
_PAPER = re.compile(r"([\u4e00-\u9fff]{2,6})(?:日报|晚报|晨报|早报|都市报|周报|新报|新闻|融媒|发布)")
_PROVINCE_NUMBER = re.compile(
    rf"(?<![\u4e00-\u9fff])(?P<province>[{''.join(abbreviations())}])[\u4e00-\u9fff]{{1,6}}[〔\[【（(](?:19|20)\d\d[〕\]】）)]\d{{1,4}}号"
)
_HEAD = 600
"""In how many characters of the beginning a document bears its own number."""
_YEAR = re.compile(r"(?<![\d到至])(20[0-4]\d|19[5-9]\d)年(?![底末前])")
_LEAST = 2
_SHARE = 0.5


def with_context(articles: Sequence[Article]) -> list[Article]:
    """Return the articles of one page with home and year filled in where they lack them; `inferred` names what was.

    The home is the masthead's place, else the county or prefecture that most of the places named lie in, of the level
    that 我县 or 我市 speaks of. The year is the newest that the page names. What is not clear stays unknown.
    """
    missing_home = any(a.home is None for a in articles)
    missing_date = any(a.date is None for a in articles)
    home = infer_home(articles) if missing_home else None
    year = infer_year(articles) if missing_date else None
    return [_filled(article, home, year) for article in articles]


def _filled(article: Article, home: str | None, year: str | None) -> Article:
    inferred = list(article.inferred)
    if article.home is None and home is not None:
        inferred.append("home")
    else:
        home = article.home
    if article.date is None and year is not None:
        inferred.append("date")
    else:
        year = article.date
    return replace(article, home=home, date=year, inferred=tuple(inferred))


def infer_home(articles: Iterable[Article]) -> str | None:
    """Return the path of the division whose paper the articles are from, None when it is not clear."""
    articles = list(articles)
    gazetteer = load_gazetteer()
    for article in articles:
        paper = _PAPER.match(normalise(article.publication or ""))
        place = _highest(gazetteer.named(paper[1])) if paper else None
        if place is not None:
            return gazetteer.path_name(place.code)
    text = normalise("\n".join(a.text for a in articles))
    if _NATIONAL_VOICE.search(text):
        return None
    counts = Counter(d.code for d in _named(text))
    voices = {
        "county": len(_COUNTY_VOICE.findall(text)),
        "prefecture": len(_CITY_VOICE.findall(text)),
        "province": len(_PROVINCE_VOICE.findall(text)),
    }
    level = max(voices, key=lambda name: voices[name])
    if voices[level] == 0:
        return None
    code = _dominant(counts, level) or (_numbered(text) if level == "province" else None)
    if level == "prefecture" and (code is None or code not in counts):
        city = _dominant(counts, "county")  # in a county-level city 我市 is that city
        if city is not None and (code is None or _alone(counts, city)):
            code = city
    return gazetteer.path_name(code) if code else None


def _numbered(text: str) -> str | None:
    """Return the province whose sign the first document number bears: 粤府办〔2007〕56号."""
    number = _PROVINCE_NUMBER.search(text, 0, _HEAD)
    return abbreviations()[number["province"]] if number else None


def _highest(named: Iterable[Division]) -> Division | None:
    """Return the one division of the highest level among namesakes: 黄山市, not 黄山区 in it; None where two share it.

    A county whose name is an ordinary word gives none: 光明日报 is not the paper of 光明区.
    """
    named = list(named)
    for level in ("province", "prefecture", "county"):
        found = [d for d in named if d.level == level]
        if found:
            return found[0] if len(found) == 1 and not (level == "county" and found[0].risky) else None
    return None


def _alone(counts: Counter[str], city: str) -> bool:
    """Tell whether the city is a county-level 市 and no other place of its prefecture is named."""
    division = load_gazetteer().path(city)[-1]
    return division.name.endswith("市") and all(code.startswith(city) for code in counts if code[:4] == city[:4])


def _named(text: str) -> list[Division]:
    """Return the divisions that the text names in full and without doubt, and the short forms of prefectures."""
    return [
        hit.candidates[0]
        for hit in load_gazetteer().find(text)
        if len(hit.candidates) == 1 and not hit.risky and (hit.full or hit.candidates[0].level == "prefecture")
    ]


def _dominant(counts: Counter[str], level: str) -> str | None:
    """Return the division of the level that most of the counted ones lie in, if more than half do."""
    gazetteer = load_gazetteer()
    votes: Counter[str] = Counter()
    below = 0
    for code, number in counts.items():
        path = {d.level: d for d in gazetteer.path(code)}
        if level in path:
            votes[path[level].code] += number
        below += number
    if not votes:
        return None
    code, number = votes.most_common(1)[0]
    return code if number >= _LEAST and number > _SHARE * below else None


def infer_year(articles: Iterable[Article]) -> str | None:
    """Return the newest year that the articles name and do not aim at (`到2030年`), as `2025`; None without one."""
    years = [year for a in articles for year in _YEAR.findall(normalise(a.text))]
    return max(years, default=None)
