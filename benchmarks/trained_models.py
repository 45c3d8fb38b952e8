"""What the trained models are worth: the score of annotated articles by the rules alone and with the models.

    python -m benchmarks.trained_models GOLD...

Reads the articles of each GOLD folder (ID.ann and articles.jsonl, as `python -m benchmarks.corpus_gold` and
`python -m benchmarks.passage_gold` write them) twice. Of each type: precision / recall / F1 (number in the gold).
Where the gold has no directive at all, nobody looked for any, and those found count for nothing.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from benchmarks.learned_names import measures
from extractors.readers import read
from extractors.stages import Extractor
from govgraph.gold import read_gold
from govgraph.score import score
from graph.fragment import Fragment

NODES = ("Person", "Company", "Organization", "Project")
EDGES = ("HOLDS_POST", "HELD_IN", "LOCATED_IN", "UNDERTAKES", "COOPERATES_WITH", "HAS_MEASUREMENT")


def table(gold: Path) -> Iterator[str]:
    """Yield the lines of the comparison of one gold folder."""
    articles = list(read([gold / "articles.jsonl"], report=lambda problem: print(problem, file=sys.stderr)))
    annotated = any(entity.type == "Directive" for article in read_gold(gold) for entity in article.entities.values())
    reports = []
    for alone in (True, False):
        found = Extractor(rules_only=alone).fragments(articles)
        reports.append(score(gold, list(found if annotated else map(without_directives, found))))
    yield f"{gold.name}, {len(articles)} articles        rules alone              with the models"
    rows = [(name, [getattr(report, name) for report in reports]) for name in ("graph", "entities", "relations")]
    rows += [(kind, [report.by_type.get(kind) for report in reports]) for kind in NODES]
    rows += [(kind, [report.by_relation.get(kind) for report in reports]) for kind in EDGES]
    for name, (alone, with_models) in rows:
        if alone is not None and with_models is not None and (number := alone.hits + alone.missed):
            yield f"{name:28} {measures(alone)}    {measures(with_models)}    ({number})"


def without_directives(fragment: Fragment) -> Fragment:
    """Return the fragment without its directives and what it says of them."""
    gone = {node.id for node in fragment.nodes if node.label == "Directive"}
    return replace(
        fragment,
        nodes=tuple(node for node in fragment.nodes if node.id not in gone),
        edges=tuple(edge for edge in fragment.edges if not {edge.source, edge.target} & gone),
    )


def main(arguments: list[str] | None = None) -> None:
    """Print a table for each gold folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="+")
    for gold in parser.parse_args(arguments).gold:
        print("\n" + "\n".join(table(gold)))


if __name__ == "__main__":
    main()
