"""Are the right things one? Precision and recall of identity on pairs of mentions judged by hand.

    python -m benchmarks.identity CORPORA [--errors]

CORPORA is a folder with the corpus files that `benchmarks/pairs/README.md` names. The articles of the pairs are read anew, and two
mentions are held to be one thing when their nodes get one id. A mention that is not found is one with nothing.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import Counter
from hashlib import sha256
from pathlib import Path
from typing import Any

from extractors.stages import Extractor
from graph.fragment import Article
from graph.identity import node_id

PAIRS = Path(__file__).parent / "pairs" / "pairs.jsonl"
_KEPT = ("id", "title", "body", "date", "home", "publication")


def main(arguments: list[str] | None = None) -> int:
    """Print the figures for each type; return 1 when an article of the pairs is not in the corpora."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.identity", description=__doc__.split("\n")[0])
    parser.add_argument("corpora", type=Path, help="folder with the corpus files")
    parser.add_argument("--errors", action="store_true", help="also list the pairs that are wrong, with their ids")
    options = parser.parse_args(arguments)
    pairs = [json.loads(line) for line in PAIRS.read_text(encoding="utf-8").splitlines()]
    sides = [side for pair in pairs for side in (pair["one"], pair["other"])]
    found = ids(options.corpora, sides)
    missing = {side["id"] for side in sides if key(side) not in found}
    if missing:
        print(f"{options.corpora}: {len(missing)} articles are missing or have another text: {sorted(missing)[:3]}")
        return 1
    report(pairs, found, options.errors)
    return 0


def key(side: dict[str, Any]) -> tuple[str, str, int, int]:
    """Return what names one mention: corpus file, checksum of the text, start and end."""
    return side["file"], side["sha256"], side["span"][0], side["span"][1]


def ids(corpora: Path, sides: list[dict[str, Any]]) -> dict[tuple[str, str, int, int], tuple[str, ...]]:
    """Return the ids of the nodes that are mentioned at exactly each place, of all labels."""
    wanted: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for side in sides:
        wanted.setdefault((side["file"], side["sha256"]), []).append(side)
    extractor = Extractor()
    found = {}
    for name in sorted({file for file, _ in wanted}):
        with gzip.open(corpora / name, "rt", encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                article = Article.from_record({k: v for k, v in record.items() if k in _KEPT})
                here = wanted.pop((name, sha256(article.text.encode()).hexdigest()), None)
                if here is None:
                    continue
                reading = extractor.reading(article)
                for side in here:
                    found[key(side)] = tuple(
                        node_id(e.label, e.name, e.properties)
                        for e in reading.entities
                        if any([m.start, m.end] == side["span"] for m in e.mentions)
                    )
    return found


def report(pairs: list[dict[str, Any]], found: dict[tuple[str, str, int, int], tuple[str, ...]], errors: bool) -> None:
    """Print precision and recall of "the same" for each type."""
    counts: Counter[tuple[str, str]] = Counter()
    for pair in pairs:
        one, other = found[key(pair["one"])], found[key(pair["other"])]
        held = bool(set(one) & set(other))
        kind = {(True, True): "right", (False, True): "false", (True, False): "missed"}.get(
            (pair["same"], held), "apart"
        )
        counts[pair["type"], kind] += 1
        counts["all", kind] += 1
        if errors and kind in ("false", "missed"):
            print(f"{kind:7} {pair['type']:8} {' '.join(one) or '-'}  |  {' '.join(other) or '-'}")
    print(f"{'':8} pairs  same   P      R")
    for label in sorted({t for t, _ in counts}, key=lambda t: (t == "all", t)):
        right, false, missed = (counts[label, k] for k in ("right", "false", "missed"))
        total = right + false + missed + counts[label, "apart"]
        precision, recall = right / max(1, right + false), right / max(1, right + missed)
        print(f"{label:8} {total:5} {right + missed:5}  {precision:.3f}  {recall:.3f}")


if __name__ == "__main__":
    sys.exit(main())
