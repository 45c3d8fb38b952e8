"""How good is an extraction? Precision, recall and F1 of fragments against gold.

Nodes are matched to gold entities one to one, closest pairs first. A person, agency, company, organization or place
is found if it shares one surface form with the gold; a meeting, activity, project, policy or directive if their
wordings are similar enough (`govgraph.align.THRESHOLDS`); a measurement if value and unit are equal once 万 and 亿
are multiplied out. An edge is found if type and both ends are. Optional gold costs nothing, found or not, and neither
does an edge at an optional entity. Edges whose evidence is empty are background knowledge and are left out.

A fragment belongs to a gold article if its article has the gold's id; else if it has its title, perhaps with a kicker
or a subtitle around it; and an untitled gold article `PAGE-3` goes, in order, with the untitled fragments of the page.
Gold `PAGE-3` looks for its title only among the fragments whose `source` is `PAGE.txt`, if there are any.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from govgraph.align import EXACT, Record, align, normalize, pair
from govgraph.gold import GoldArticle, parse_gold, read_gold
from graph.errors import InvalidRecordError, UnreadableInputError
from graph.fragment import ARTICLE, Fragment
from graph.schema import load_schema

__all__ = ["Count", "Error", "Report", "parse_gold", "score"]


@dataclass(frozen=True, slots=True)
class Error:
    """One thing that is wrong: `what` is missed or false, `kind` a node or relation type, `text` says which."""

    article: str
    what: str
    kind: str
    text: str


@dataclass(slots=True)
class Count:
    """Hits, false findings and misses of one kind."""

    hits: int = 0
    false: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Share of the findings that is right; 0 if nothing was found."""
        return self.hits / (self.hits + self.false) if self.hits + self.false else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found; 0 if there is none."""
        return self.hits / (self.hits + self.missed) if self.hits + self.missed else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0

    def __add__(self, other: Count) -> Count:
        return Count(self.hits + other.hits, self.false + other.false, self.missed + other.missed)

    def to_record(self) -> dict[str, float]:
        """Return the three measures, rounded to 4 digits, and how much there is in the gold and in the findings."""
        return {
            "precision": round(self.precision, 4),
            "recall": round(self.recall, 4),
            "f1": round(self.f1, 4),
            "gold": self.hits + self.missed,
            "found": self.hits + self.false,
        }


@dataclass(slots=True)
class Report:
    """The result of `score`: counts by node and relation type, attributes as (right, of), and every error."""

    articles: int = 0
    without_fragment: list[str] = field(default_factory=list)
    by_type: defaultdict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    by_relation: defaultdict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    attributes: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    errors: list[Error] = field(default_factory=list)

    @property
    def entities(self) -> Count:
        """All node types together."""
        return sum(self.by_type.values(), Count())

    @property
    def relations(self) -> Count:
        """All relation types together."""
        return sum(self.by_relation.values(), Count())

    @property
    def graph(self) -> Count:
        """Nodes and edges together."""
        return self.entities + self.relations

    def to_record(self) -> dict[str, Any]:
        """Return everything but the errors as one JSON object."""
        return {
            "articles": self.articles,
            "without_fragment": self.without_fragment,
            "graph": self.graph.to_record(),
            "entities": self.entities.to_record(),
            "relations": self.relations.to_record(),
            "by_type": {kind: self.by_type[kind].to_record() for kind in sorted(self.by_type)},
            "by_relation": {kind: self.by_relation[kind].to_record() for kind in sorted(self.by_relation)},
            "attributes": {
                name: {"right": round(right / of, 4), "of": of} for name, (right, of) in sorted(self.attributes.items())
            },
        }

    def to_json(self) -> str:
        """Return `to_record` as JSON text."""
        return json.dumps(self.to_record(), ensure_ascii=False, indent=1)

    def to_text(self) -> str:
        """Return tables for a terminal, without the errors."""
        lines = [f"{self.articles} articles; without a fragment: {len(self.without_fragment)}"]

        def row(name: str, count: Count) -> None:
            measures = f"P {count.precision:.3f}  R {count.recall:.3f}  F1 {count.f1:.3f}"
            lines.append(
                f"{name:18} {measures}  gold {count.hits + count.missed:5}  found {count.hits + count.false:5}"
            )

        for name, count in (("graph", self.graph), ("entities", self.entities), ("relations", self.relations)):
            row(name, count)
        for table in (self.by_type, self.by_relation):
            lines.append("")
            for name in sorted(table):
                row(name, table[name])
        lines.append("")
        for name, (right, of) in sorted(self.attributes.items()):
            lines.append(f"{name:18} right {right / of:.3f} of {of}")
        return "\n".join(lines)


def score(gold: Path, fragments: Path | Iterable[Fragment | Record]) -> Report:
    """Return how well fragments match the gold of a folder.

    `fragments` is a JSONL file, another folder of gold, or the fragments themselves, as objects or JSON objects.
    A gold article without a fragment counts as wholly missed; a fragment without gold is not looked at. Of two
    fragments for one article the later counts. Raises UnreadableInputError and InvalidRecordError with file and line.
    """
    golds = read_gold(gold)
    report = Report(articles=len(golds))
    found = pair(golds, _records(fragments))
    for article in golds:
        if article.id not in found:
            report.without_fragment.append(article.id)
        _score_article(article, found.get(article.id, {}), report)
    return report


def _records(fragments: Path | Iterable[Fragment | Record]) -> list[Record]:
    if not isinstance(fragments, Path):
        return [f.to_record() if isinstance(f, Fragment) else f for f in fragments]
    if fragments.is_dir():
        return [article.to_record() for article in read_gold(fragments)]
    try:
        text = fragments.read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        raise UnreadableInputError(f"{fragments}: cannot read fragments: {error}") from error
    records: list[Record] = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                record = json.loads(line)
                Fragment.from_record(record)
            except (ValueError, InvalidRecordError) as error:
                raise InvalidRecordError(f"{fragments}:{number}: not a fragment: {error}") from error
            records.append(record)
    return records


def _score_article(gold: GoldArticle, record: Record, report: Report) -> None:
    schema = load_schema()
    article_ids = {ARTICLE, str((record.get("article") or {}).get("id"))}
    nodes: dict[str, Record] = {}
    for node in record.get("nodes", ()):
        if node.get("label") == "Article":
            article_ids.add(str(node["id"]))
        elif node.get("label") in schema.nodes:
            nodes[str(node["id"])] = node
    match = align(nodes, gold.entities)
    _count_entities(gold, nodes, match, report)

    # An edge in terms of gold ids; an end that matches nothing keeps its node id behind a question mark.
    edges: defaultdict[tuple[str, str, str], list[Record]] = defaultdict(list)
    for edge in record.get("edges", ()):
        if edge.get("type") not in schema.relations or ("evidence" in edge and not edge["evidence"]):
            continue
        ends = [
            ARTICLE if end in article_ids else match.get(end, "?" + end)
            for end in (str(edge["source"]), str(edge["target"]))
        ]
        edges[_key(edge["type"], *ends)].append(edge)
    wanted = {_key(r.type, r.source, r.target): r for r in gold.relations}

    def name(end: str) -> str:
        if end in gold.entities:
            return gold.entities[end].name[:30]
        return str(nodes.get(end.removeprefix("?"), {}).get("name") or end.removeprefix("?"))[:30]

    def lenient(*ends: str) -> bool:
        return any(end in gold.entities and gold.entities[end].optional for end in ends)

    for key in edges:
        kind, source, target = key
        strange = source.startswith("?") or target.startswith("?")
        if key not in wanted and (strange or not lenient(source, target)):
            report.by_relation[kind].false += 1
            report.errors.append(Error(gold.id, "false", kind, f"{name(source)} -> {name(target)}"))
    for key, relation in wanted.items():
        required = not (relation.optional or lenient(relation.source, relation.target))
        if key in edges:
            report.by_relation[relation.type].hits += required
            if relation.properties.get("title"):
                _check_title(gold.id, str(relation.properties["title"]), edges[key], report)
        elif required:
            report.by_relation[relation.type].missed += 1
            text = f"{name(relation.source)} -> {name(relation.target)}"
            report.errors.append(Error(gold.id, "missed", relation.type, text))


def _count_entities(gold: GoldArticle, nodes: Mapping[str, Record], match: dict[str, str], report: Report) -> None:
    for node_id, node in nodes.items():
        if node_id not in match:
            report.by_type[node["label"]].false += 1
            report.errors.append(Error(gold.id, "false", node["label"], str(node.get("name") or "")))
    back = {gold_id: nodes[node_id] for node_id, gold_id in match.items()}
    for gold_id, entity in gold.entities.items():
        if entity.optional:
            continue
        if gold_id not in back:
            report.by_type[entity.type].missed += 1
            report.errors.append(Error(gold.id, "missed", entity.type, entity.name))
            continue
        report.by_type[entity.type].hits += 1
        node = back[gold_id]
        if entity.type in EXACT:
            same = normalize(node.get("name")) == normalize(entity.name)
            _check(gold.id, "canonical name", same, f"{node.get('name')} for {entity.name}", report)
        for name, kinds, prop in (
            ("event date", ("Meeting", "Activity"), "date"),
            ("deadline", ("Directive",), "deadline"),
        ):
            want, mine = entity.properties.get(prop), node.get(prop)
            if entity.type in kinds and want:
                _check(gold.id, name, str(mine or "") == want, f"{mine} for {want}: {entity.name[:30]}", report)


def _check_title(article: str, want: str, edges: list[Record], report: Report) -> None:
    """A post title is right if it holds the gold's or is held by it: `局长` and `党组书记、局长`."""
    mine = sorted({normalize(edge.get("title")) for edge in edges} - {""})
    right = any(title in normalize(want) or normalize(want) in title for title in mine)
    _check(article, "post title", right, f"{'; '.join(mine) or None} for {want}", report)


def _check(article: str, name: str, right: bool, text: str, report: Report) -> None:
    report.attributes[name][0] += right
    report.attributes[name][1] += 1
    if not right:
        report.errors.append(Error(article, "wrong", name, text))


def _key(kind: str, source: str, target: str) -> tuple[str, str, str]:
    if load_schema().relations[kind].symmetric:
        source, target = sorted((source, target))
    return kind, source, target
