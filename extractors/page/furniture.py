"""What a page prints beside its articles: masthead, page number, date, editors, telephone numbers, index."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.calendar_words import valid
from extractors.page.lines import Line
from extractors.page.marks import (
    INDEX,
    INDEX_LINE,
    JUMP_FROM,
    JUMP_TO,
    closed,
    is_byline,
    looks_like_heading,
    opens_article,
)

_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_DATE = re.compile(r"(\d{4}) ?[年./-] ?(\d{1,2}) ?[月./-] ?(\d{1,2})(?!\d) ?日?")
_CHINESE_DATE = re.compile(
    r"([二一][〇○零一二三四五六七八九]{3})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日"
)
_WEEKDAY = r"(?:星期|周|礼拜)[一二三四五六日天](?![一-鿿])"
_NAME_OF_PAPER = re.compile(
    r"(?:[一-鿿]{2,7}(?:日报|晚报|晨报|早报|时报|商报|周报|导报|农民报|青年报|工人报|法治报|都市报|周刊|新报|快报|政报|时讯|晨刊|晚刊)|今日[一-鿿]{2}|[一-鿿]{2,3}报)"
)
_ROLES = (
    r"(?:责任编辑|责任校对|责编|值班编委|值班主任|值班总编|值班编辑|值班|本版责编|本版编辑|本版主编|执行主编|本期编辑|编辑|美编|美术编辑|版面设计|版式|组版|排版|"
    r"制版|校对|检校|审读|审核|监制|主编|总编辑|总编|副总编|社长|出版人|签发|视觉|图编|统筹|一读|二审|三审|终审|初审|复审)"
)
_CONTACT = (
    r"(?:新闻热线|热线电话|热线|电话|联系电话|投稿邮箱|投稿|网址|邮箱|电子信箱|电子邮箱|E-?mail|本报社址|社址|地址|邮编|邮政编码|"
    r"广告许可证|广告热线|广告|发行热线|发行|订阅热线|订阅|零售每份|零售价|零售|印刷|承印|传真|本报网址|微信公众号|客户端|QQ群?|定价)"
)
_LUNAR_DAY = "(?:初|十|廿|三十)[一二三四五六七八九十]?"
_EDITOR = "[一-鿿·]{1,4}(?: [一-鿿](?![一-鿿]))?"
# A line made of these alone is no part of an article. Names, numbers and short column names may stand between.
_KINDS = {
    "date": rf"{_DATE.pattern}|{_CHINESE_DATE.pattern}",
    "day": _WEEKDAY,
    "lunar": (
        rf"(?:农历)?[{_STEMS}][{_BRANCHES}]年[一-鿿]{{0,9}}|农历[一-鿿]{{2,9}}"
        rf"|[闰腊正冬]?[一二三四五六七八九十]{{0,2}}月{_LUNAR_DAY}|今日\S{{2}}\d{{1,2}}日[一-鿿]{{0,4}}"
    ),
    "role": (
        rf"{_ROLES} ?[/:] ?{_EDITOR}(?:[ 、][一-鿿·]{{2,4}}(?![/:一-鿿])){{0,20}}"
        rf"|{_ROLES} {{1,20}}{_EDITOR}"
    ),
    "contact": (
        rf"{_CONTACT} ?[: ]? ?(?:\d[\d-]{{3,}}|[\d.]{{1,20}}元|[\w.+-]{{1,60}}@[\w.-]{{1,60}}|https?://\S{{1,200}}|www\.\S{{1,200}}"
        r"|\S{1,16}\d{1,20}号\S{0,10}|:\S{1,200})"
    ),
    "mail": r"[\w.+-]{1,60}@[\w-]{1,60}\.[\w.]{1,60}|(?:https?://|www\.)\S{1,200}",
    "issue": (
        r"(?:国内统一)?(?:连续出版物号|刊号)[: ]?\S{0,40}|(?<![A-Za-z])CN ?\d\d-\d{4}|总?第 ?\d{1,20} ?期|邮发代号[: ]?\S{0,40}"
        r"|(?:今日|本期|共) ?\d{1,20} ?版|\S{0,6}(?:机关报|报社出版|社出版|主办|主管|承办)(?= |$)|国际标准\S{1,40}"
    ),
    "page": (
        r"第 ?[A-Z]?\d{1,3} ?版|第[一二三四五六七八九十]{1,2}版"
        r"|(?<![\dA-Za-z])[A-Z]?0?\d{1,2} ?版(?![一-鿿])|(?<![\w.])[A-D]?\d{1,2}(?![\w.年月日:])"
    ),
}
_TOKEN = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS.items()))
_FILLER = re.compile(r"[\s|/·.,:\-—_=~*•●■□◆◇★☆※+()\[\]【】]+")
_RULE = re.compile(r"[\W_]+")
_LATIN = re.compile(r"[A-Z][A-Z ]{4,40}")
_RELEASE = re.compile(
    r"(?:发布时间|发布日期|发表时间|更新时间|成文日期|日期|时间|来源|信息来源|稿源|浏览次数|点击数|点击量|阅读次数|阅读量|阅读|字号|字体|打印|分享到?|"
    r"责任编辑|索 ?引 ?号|发布机构|主题分类)[::]"
)
_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}
_LONGEST = 160


@dataclass(slots=True)
class Masthead:
    """What the page says of itself: the paper's name and the day it was printed, as an ISO date."""

    publication: str | None = None
    date: str | None = None


def _number(text: str) -> int:
    """Return the value of a Chinese numeral below 100."""
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return _DIGITS[text]
    return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0)


def _iso(year: int, month: int, day: int) -> str | None:
    return f"{year:04}-{month:02}-{day:02}" if year >= 1900 and valid(year, month, day) else None


def date_of(shadow: str) -> str | None:
    """Return the first whole date of a line as an ISO date."""
    found = _DATE.search(shadow)
    if found:
        return _iso(*map(int, found.groups()))
    found = _CHINESE_DATE.search(shadow)
    if found and all(len(part) == 1 or "十" in part for part in found.groups()[1:]):
        year = int("".join(str(_DIGITS[c]) for c in found[1]))
        return _iso(year, _number(found[2]), _number(found[3]))
    return None


def is_date(shadow: str) -> bool:
    """Tell whether a line is a date and nothing else."""
    return len(shadow) <= 24 and (_DATE.fullmatch(shadow) or _CHINESE_DATE.fullmatch(shadow)) is not None


def _paper(line: Line) -> str | None:
    """Return the name of the paper as printed when the line, or its first cell, is one (`汾 河 日 报`)."""
    for first in (re.split(r"[|]| {2,}", line.shadow)[0], line.shadow.split(" ")[0]):
        if _NAME_OF_PAPER.fullmatch(first.replace(" ", "")):
            return "".join(line.text[: len(first)].split())
    return None


def _is_made_of_tokens(shadow: str) -> bool:
    """Tell whether dates, roles, numbers and names of papers make up a line, but for a few short words."""
    kinds: set[str] = set()
    rest: list[str] = []
    at = 0
    for found in _TOKEN.finditer(shadow):
        kinds.add(str(found.lastgroup))
        rest.append(shadow[at : found.start()])
        at = found.end()
    rest.append(shadow[at:])
    if not kinds:
        return False
    if any("," in part for part in rest) and not kinds.intersection(("role", "contact", "mail", "issue")):
        return False
    words = [w for part in rest for w in _FILLER.split(part) if w]
    words = [w for w in words if not _NAME_OF_PAPER.fullmatch(w)]
    left = sum(map(len, words))
    if kinds == {"date"}:
        # A line of a body may begin with the day too: only words that stand apart are the page's.
        return left <= 4 and (not words or re.search(r"日 |\d |[|·]", shadow) is not None) and "," not in shadow
    if kinds == {"page"} or kinds == {"mail"}:
        return left <= 4 and len(words) <= 2 and "," not in shadow
    return left <= 8 + 4 * (len(kinds) - 1) and all(len(w) <= 8 for w in words)


def is_furniture(line: Line, *, head: bool) -> bool:
    """Tell whether a line belongs to the page and to no article; `head` when no article has begun yet."""
    shadow = line.shadow
    if len(shadow) > _LONGEST or (closed(shadow) and "@" not in shadow):
        return False
    if is_byline(shadow):
        return False
    if "版" in shadow and (JUMP_TO.fullmatch(shadow) or JUMP_FROM.match(shadow)):
        return False
    if _RULE.fullmatch(shadow):
        return True
    if _RELEASE.match(shadow) and (head or len(shadow) <= 40):
        return True
    if is_date(shadow):
        return head
    if head and (_LATIN.fullmatch(shadow) or _NAME_OF_PAPER.fullmatch(shadow.replace(" ", ""))):
        return True
    if len(shadow) <= 10 and _NAME_OF_PAPER.fullmatch(shadow.replace(" ", "")) and "报" in shadow[-1]:
        return True
    return _is_made_of_tokens(shadow)


def split_furniture(lines: list[Line]) -> tuple[list[Line], Masthead]:
    """Return the lines that belong to articles, and what the others say of the paper.

    Where furniture was taken out a gap remains. A date alone is furniture only in the head or beside other
    furniture: at the foot of a notice it is the day of its signature.
    """
    masthead = Masthead()
    kept: list[Line] = []
    hole = head = True
    index = False
    for line in lines:
        shadow = line.shadow
        if index and (line.gap or not INDEX_LINE.fullmatch(shadow)):
            index = False
        isolated = head or hole or line.gap or closed(kept[-1].shadow) or len(kept[-1].shadow) * 2 > len(shadow) * 3
        if INDEX.fullmatch(shadow):
            index = gone = True
        elif index or ((line.gap or hole) and len(shadow) <= 50 and INDEX_LINE.fullmatch(shadow)):
            gone = True
        else:
            gone = isolated and is_furniture(line, head=head or hole)
        if gone:
            if masthead.date is None and (head or _TOKEN.search(shadow)):
                masthead.date = date_of(shadow)
            masthead.publication = masthead.publication or _paper(line)
            hole = True
            continue
        if hole:
            line.gap = True
            hole = False
        head = head and looks_like_heading(shadow) and not opens_article(shadow)
        kept.append(line)
    return kept, masthead
