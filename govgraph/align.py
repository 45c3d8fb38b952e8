"""Which node is which gold entity, and which fragment belongs to which gold article?

The likeness of two wordings disregards punctuation, quotation marks, space, case and the width of characters.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from govgraph.gold import GoldArticle, GoldEntity

EXACT = frozenset({"Person", "Agency", "Company", "Organization", "Place"})
"""Types that are found by one equal surface form."""

THRESHOLDS = {"Meeting": 0.6, "Activity": 0.5, "Project": 0.7, "Policy": 0.8, "Directive": 0.6}
"""Types that are found by the likeness of their wording, and how like it must be (0 to 1)."""

Record = Mapping[str, Any]
"""A fragment, a node or an edge as its JSON object."""

_IGNORED = frozenset("《》〈〉「」『』【】“”‘’\"'()[],、。;:!·•…—-")
_NUMBER = re.compile(r"(\d+(?:\.\d+)?)(.*)")
_SCALES = (("万亿", 10**12), ("百万", 10**6), ("亿", 10**8), ("万", 10**4), ("千", 10**3))


def pair(golds: list[GoldArticle], records: list[Record]) -> dict[str, Record]:
    """Return gold id -> record: by id, else by title, else by order among the untitled articles of a page.

    Gold `PAGE-3` looks only at the records whose `source` is `PAGE.txt`, if there are any: titles recur on jump pages.
    """
    by_id = {str(r["article"]["id"]): r for r in records}
    found = {g.id: by_id[g.id] for g in golds if g.id in by_id}
    waiting: defaultdict[str, list[Record]] = defaultdict(list)
    for record in records:
        if str(record["article"]["id"]) not in found:
            waiting[_page(str(record["article"].get("source") or ""))].append(record)
    everywhere = [record for group in waiting.values() for record in group]
    for gold in golds:
        if gold.id in found or gold.title is None:
            continue
        page = gold.id.rpartition("-")[0]
        title = normalize(gold.title)
        fits = [
            r for r in waiting.get(page, everywhere) if _titled(r, title) and not any(r is f for f in found.values())
        ]
        exact = [r for r in fits if normalize(r["article"].get("title")) == title]
        if exact:
            found[gold.id] = exact[0]
        elif len(fits) == 1:
            found[gold.id] = fits[0]
    return found


def _titled(record: Record, title: str) -> bool:
    """Whether the record's article has this title, a kicker or a subtitle around it allowed; "" is no title."""
    mine = normalize(record["article"].get("title"))
    return title in mine if title else not mine


def _page(source: str) -> str:
    """`some/page.txt:12` -> `page`."""
    return Path(re.sub(r":\d+$", "", source)).stem


def align(nodes: Mapping[str, Record], entities: Mapping[str, GoldEntity]) -> dict[str, str]:
    """Return node id -> gold id, one to one: the closest pairs first, among equals the required, then by id."""
    pairs = []
    for node_id, node in nodes.items():
        for gold_id, entity in entities.items():
            close = _closeness(node, entity)
            if close > 0:
                pairs.append((-close, entity.optional, node_id, gold_id))
    match: dict[str, str] = {}
    taken: set[str] = set()
    for _, _, node_id, gold_id in sorted(pairs):
        if node_id not in match and gold_id not in taken:
            match[node_id] = gold_id
            taken.add(gold_id)
    return match


def _closeness(node: Record, entity: GoldEntity) -> float:
    """0: another thing. 1: the same name."""
    if node["label"] not in entity.types:
        return 0.0
    if entity.type == "Measurement":
        mine = _quantity(node.get("value"), node.get("unit"))
        if mine is None or mine != _quantity(entity.properties.get("value"), entity.properties.get("unit")):
            return 0.0
        return 0.5 + similarity(str(node.get("name") or ""), entity.name) / 2
    forms = [normalize(form) for form in (node.get("name"), *(node.get("aliases") or ()))]
    theirs = [normalize(form) for form in entity.forms]
    if entity.type in EXACT:
        if forms[0] == theirs[0]:
            return 1.0
        return 0.9 if set(forms) & set(theirs) else 0.0
    return max(_ratio(a, b, THRESHOLDS[entity.type]) for a in forms for b in theirs)


def similarity(a: str, b: str) -> float:
    """Return how alike two wordings are, 0 to 1, without regard to punctuation, quotation marks, space and width."""
    return _ratio(normalize(a), normalize(b), 0.0)


def normalize(text: Any) -> str:
    """Return the text without space, quotation marks and punctuation, in half width and lower case; None is empty."""
    plain = unicodedata.normalize("NFKC", "" if text is None else str(text)).lower()
    return "".join(char for char in plain if char not in _IGNORED and not char.isspace())


def _ratio(a: str, b: str, least: float) -> float:
    """The likeness of two normalised texts, or 0 if it is below `least`."""
    if not a or not b:
        return 0.0
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    if matcher.real_quick_ratio() < least or matcher.quick_ratio() < least:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= least else 0.0


def _quantity(value: Any, unit: Any) -> tuple[float, str] | None:
    """A number with its unit, 万 and 亿 multiplied out: ("70", "万元") -> (700000.0, "元"). None: no number."""
    plain = [normalize(part).replace("多", "").replace("余", "") for part in (value, unit)]
    match = _NUMBER.fullmatch(plain[0])
    if not match:
        return None
    number, rest = float(match[1]), match[2] + plain[1]
    for word, scale in _SCALES:
        if rest.startswith(word):
            return round(number * scale, 6), rest[len(word) :]
    return round(number, 6), rest
