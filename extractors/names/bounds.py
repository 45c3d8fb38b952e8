"""Where a name begins: the left edge of a body's or project's name in running text without word spaces.

From its head (有限公司, 中心, 大桥 …) a name reaches left over the words of its clause until a verb, a function word or
another name stands there. Words that are verbs elsewhere but parts of names too (投资, 研究) do not end it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile

from extractors.gazetteer import Division
from extractors.lexicon import HAN, POSTS
from extractors.names.tokens import BRACKET, LATIN, NAME, PLACE, QUOTED, SINGLE, Token, is_common, tokens_before
from extractors.names.vocabulary import ADJECTIVE, FUNCTION, NOUN, NUMBER, PROPER, TIME, VERB
from extractors.names.wordlists import word_list
from extractors.reading import Mention, Reading

INSIDE = frozenset(word_list("bounds_inside"))
_LEADING = re.compile(
    r"(?:首个|首家|首座|首条|首批|首套|第一[个家座条]|最大|唯一|国内|国外|世界|目前|全新|"
    r"新建|在建|续建|拟建|一批|一座|一家|一个|一条|一所|多家|多个|几家|部分|其他|其它|"
    r"上述|下属|所属|工程项目|工程|项目|企业|子公司|分公司|公司|城市|"
    r"旗下(?:拥?有)?|下辖|下设|附近|周边|知名|著名|大型|中型|小型|重点|重大|主要|骨干|龙头|当地|本地|相关|"
    r"有关|各类|各级|各地|国家级|省级|市级|县级|区级|镇级|村级)"
)
_COUNTERS = frozenset(word_list("bounds_counters"))
_NATIONAL = frozenset(("中国", "中华", "国家", "全国"))
_COUNTRY = ("中国", "中华")
_STOP_WORDS = frozenset([*POSTS, *word_list("bounds_stop_words")])
_VERBAL_NAMES = frozenset(word_list("bounds_verbal_names"))
_NATIONWIDE = re.compile(
    r"中国|中华|国家|全国|航空工业|航天科技|航天科工|兵器工业|国网|中央|国际|世界|亚洲|东亚|华北|华东|华南|华中|西南|西北|东北"
)


@dataclass(frozen=True, slots=True)
class Edge:
    """The left edge of a name: where it starts, its words up to the head, the place it begins with, the name before.

    `stopped` is the word that ended the way to the left, None at the clause's beginning.
    """

    start: int
    words: tuple[Token, ...]
    place: Division | None
    before: Mention | None
    stopped: Token | None

    @property
    def proper(self) -> bool:
        """Whether the words hold something of a name: a place, a name, a quotation or characters of no known word."""
        return any(t.kind in (PLACE, NAME, PROPER, QUOTED, LATIN, SINGLE) for t in self.words)


def aligned(reading: Reading, start: int, end: int) -> bool:
    """Tell whether no word of the clause runs across the start or the end of a head: not 中学 in 集中学习."""
    for token in tokens_before(reading, start):
        if token.start < end < token.end and token.kind != PLACE:
            return False
        if token.start < start < token.end < end:
            return False
        if token.start >= end:
            break
    return True


_AND_OF = re.compile("[和与及][省市县区州镇乡]")  # 县中医院和|县疾控中心, whatever county is called 和县


_JOINS_PLACE = re.compile("联合|携手|会同|协同")


def runs_on(reading: Reading, end: int, head: int, *, limit: int = 8) -> bool:
    """Tell whether the words between two heads join them to one name: 某某大学|国家重点|实验室."""
    if not 0 <= head - end <= limit or _AND_OF.match(reading.text, end):
        return False
    joined = _JOINS_PLACE.match(reading.text, end)
    if joined is not None and (place := reading.hits.at(joined.end())) is not None and place.start == joined.end():
        return False  # 某县龙虾协会|联合|江苏海洋大学
    between = [_cut(t, head) for t in tokens_before(reading, head) if end <= t.start < head]
    return sum(t.end - t.start for t in between) == head - end and all(
        t.kind not in (VERB, FUNCTION, NUMBER, BRACKET, NAME) or reading.text[t.start : t.end] in INSIDE
        for t in between
    )


def edge(reading: Reading, head: int, *, inside: frozenset[str] = INSIDE, names: tuple[str, ...] = ()) -> Edge:
    """Return the left edge of the name whose head begins at `head`.

    Mentions of the labels in `names` that stand in the way belong to the name; any other mention ends it.
    """
    text = reading.text
    tokens = [_cut(t, head) for t in tokens_before(reading, head) if t.start < head]
    at = len(tokens)
    stopped: Token | None = None
    right = head
    while at > 0:
        token = tokens[at - 1]
        if token.end != right:
            break
        if not _belongs(reading, tokens[max(0, at - 3) : at], at == len(tokens), inside, names):
            national = _national_before(text, tokens[:at])
            if national is None:
                stopped = token
                break
            at, right = national, tokens[national].start
            break
        at, right = at - 1, token.start
    words = tokens[at:]
    words, stopped = _without_lead(reading, words, stopped)
    start = words[0].start if words else head
    hit = reading.hits.at(start)
    place = hit.division if hit is not None and hit.start == start else None
    mention = reading.name_ending_at(start) if stopped is not None and stopped.kind == NAME else None
    start = _balanced(text, start, head)
    for cell in _NEXT_NAME.finditer(text, start + 2, head):
        start = cell.end()
    if text[start] in "和与及" and head - start > 2 and reading.name_ending_at(start) is not None:
        # 甲集团和|乙集团: 和 joins the two, also where it makes a word with what follows
        start += 1
        words = [Token(max(w.start, start), w.end, w.kind) for w in words if w.end > start]
    if words and start == words[0].start and words[0].kind in (SINGLE, PROPER) and _numeral(text, start, stopped):
        words = [Token(start - 1, start, SINGLE), *words]  # 三|塘村, 百|岛湖
        start, stopped = start - 1, None
    return Edge(start, tuple(w for w in words if w.start >= start), place, mention, stopped)


_NUMERAL = re.compile(
    rf"(?:(?<![{HAN}0-9])|(?<=[在到由和与及]))[三五七八九百千万双](?![个大家座项处所条批级类种名位年月日号期层次届省市县区州乡镇地国方农元亿万千百十星位亩吨台]|分之|校|甲|产业|中心|级)"
)


def _numeral(text: str, start: int, stopped: Token | None) -> bool:
    """Tell whether the numeral right before is the first character of a name and counts nothing."""
    one = stopped is not None and stopped.kind == NUMBER and (stopped.start, stopped.end) == (start - 1, start)
    return one and _NUMERAL.match(text, start - 1) is not None


# …示范项目|省农科院: cells of a table whose marks are lost; 某镇扶贫车间和|县第二人民医院, whatever county is called 和县
_NEXT_NAME = re.compile(
    "(?:项目|工程)(?=[省市县区](?!级))|[和与及](?=[省市县区](?:第[一二三四五六七八九十]|人民|中心|中医|妇幼))"
)


def _national_before(text: str, tokens: list[Token]) -> int | None:
    """Return where 中国 stands if the last of the tokens joins what follows to it: 中国|物流|与|采购联合会."""
    if text[tokens[-1].start : tokens[-1].end] not in ("和", "与", "及"):
        return None
    for at in range(len(tokens) - 2, max(-1, len(tokens) - 5), -1):
        token = tokens[at]
        if token.end != tokens[at + 1].start or token.kind in (FUNCTION, NAME, NUMBER, TIME):
            return None
        if text[token.start : token.end] in _COUNTRY:
            return at if at < len(tokens) - 2 else None
    return None


# 某县|和平村养殖合作社, 某镇|新建村小学: what begins as a function word or a verb and is a village
_VILLAGE = re.compile(r"(?:和[平睦兴顺]|向[阳前东]|将军|新建|联合|团结|前进|胜利)村(?![级民镇])")


def _cut(token: Token, end: int) -> Token:
    """A word that runs over the head's beginning (建设|银行 in 建设银行) counts as a noun up to there."""
    return token if token.end <= end else Token(token.start, end, NOUN)


def _belongs(reading: Reading, run: list[Token], last: bool, inside: frozenset[str], names: tuple[str, ...]) -> bool:
    """Tell whether the last token of the run is part of a name; the tokens before it are its context."""
    token, before, outer = run[-1], run[-2] if len(run) > 1 else None, run[-3] if len(run) > 2 else None
    word = reading.text[token.start : token.end]
    if token.kind in (VERB, FUNCTION) and before is not None and before.kind == PLACE:
        village = _VILLAGE.match(reading.text, token.start)
        if village is not None and token.start == before.end:
            return True
    if token.kind == VERB:
        # 北京联想…: a verb right after a place, with something of a name behind it, may be a firm's name
        return word in inside
    if token.kind == FUNCTION:
        if word in inside:
            return True
        # 安和酒业: one function character between two others of a name
        return (
            token.end - token.start == 1
            and word in "和同与为当至其经华都"
            and before is not None
            and before.kind == SINGLE
            and (not last or (word == "都" and outer is not None))
            and (outer is None or outer.kind in (PLACE, FUNCTION, VERB))
        )
    if token.kind == NAME:
        mention = reading.name_at(token.start)
        return mention is not None and mention.label in names
    if token.kind == QUOTED and "。" in word:
        return False  # “…。”|某某有限公司: what somebody says there
    if token.kind == TIME:
        return word in ("日间", "现代", "未来", "春天", "世纪")
    return True


def _without_lead(reading: Reading, words: list[Token], stopped: Token | None) -> tuple[list[Token], Token | None]:
    """Drop from the left what only speaks about the name (首家, 最大, numbers), and places before a wider one.

    甲县山西某某…: of places in a row that do not lie in each other the last begins the name.
    """
    words = _after_posts(reading, words, stopped)
    while words:
        first = words[0]
        word = reading.text[first.start : first.end]
        counted = (stopped is not None and stopped.kind == NUMBER and word in _COUNTERS) or word in "含带被"
        owned = word in ("有", "拥有") and reading.text.endswith("旗下", 0, first.start)
        telling = first.kind in (NUMBER, BRACKET) or owned or _LEADING.fullmatch(word)
        if not (
            counted
            or telling
            or (first.kind == ADJECTIVE and len(words) > 1)
            or (first.kind == VERB and word not in _VERBAL_NAMES)
        ):
            break
        stopped, words = first, words[1:]
    for index in range(len(words) - 1, 0, -1):
        word = reading.text[words[index].start : words[index].end]
        lead = words[:index]
        far = words[index].start - words[0].start > 10
        outer = reading.text[lead[-1].start : lead[-1].end] in _COUNTRY  # 中华|全国总工会
        if word in _NATIONAL and not outer and (is_common(lead) or far or lead[-1].kind == PLACE):
            return words[index:], words[index - 1]
    for index in range(len(words) - 1, 0, -1):
        here, there = reading.hits.at(words[index].start), reading.hits.at(words[index - 1].start)
        if here is None or there is None or words[index].kind != PLACE or words[index - 1].kind != PLACE:
            continue
        namesake = there.division.level == "town" and not here.full and here.division.level in ("prefecture", "county")
        brand = there.division.level == "province" and not here.full  # 江西|昌吉建设集团
        if not namesake and not brand and not here.division.code.startswith(there.division.code):
            return words[index:], words[index - 1]
    return _from_place(reading, words, stopped)


def _after_posts(reading: Reading, words: list[Token], stopped: Token | None) -> list[Token]:
    """Begin after the last word for a post, and after the personal name behind it: 厅长 | 王某某 | 山西大学."""
    posts = [i for i, w in enumerate(words) if reading.text[w.start : w.end] in _STOP_WORDS]
    title = words[posts[-1]] if posts else stopped
    if posts:
        words = words[posts[-1] + 1 :]
    if title is not None and reading.text[title.start : title.end] in POSTS:
        place = next((i for i, w in enumerate(words) if w.kind == PLACE), None)
        if place is not None and words[place].start - words[0].start in (2, 3, 4):
            return words[place:]
        run = list(takewhile(lambda w: w.kind == SINGLE, words[:3]))
        return words[len(run) :] if 2 <= len(run) < len(words) else words
    return words


def _from_place(reading: Reading, words: list[Token], stopped: Token | None) -> tuple[list[Token], Token | None]:
    """Begin at the first place where only ordinary words stand before it: 企业代表 | 湖北某某公司."""
    for index, token in enumerate(words):
        if token.kind != PLACE or index == 0 or words[index - 1].kind == PLACE:
            continue
        lead = words[:index]
        size = token.start - lead[0].start
        word = reading.text[lead[0].start : token.start]
        if _NATIONWIDE.match(word) or (not is_common(lead) and size <= 5):
            return words, stopped
        return words[index:], lead[-1]
    return words, stopped


def _balanced(text: str, start: int, end: int) -> int:
    """Return the start moved past any bracket or quote that the stretch leaves open."""
    for opening, closing in ("（）", "“”"):
        depth = 0
        for at in range(end - 1, start - 1, -1):
            if text[at] == closing:
                depth += 1
            elif text[at] == opening:
                if depth == 0:
                    return _balanced(text, at + 1, end)
                depth -= 1
    return start
