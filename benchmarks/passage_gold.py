"""Gold of the passages that are annotated in line, as `govgraph score` reads it.

    python -m benchmarks.passage_gold PASSAGES OUT

PASSAGES is a folder of files in the notation of `extractors.trained.passages`. OUT receives ID.txt and ID.ann of every
passage and articles.jsonl, from which `govgraph extract` makes the fragments that `govgraph score OUT` measures. Directives
are not annotated in passages; `benchmarks.trained_models` leaves those found out of the count.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from benchmarks.corpus_gold import to_notation
from extractors.quantities import find_quantities
from extractors.text import compact, normalise
from extractors.trained.passages import Passage, read_passages
from extractors.trained.text import LETTERS
from govgraph.gold import GoldArticle, GoldEntity, GoldRelation

_LABELS = {letter: label for label, letter in LETTERS.items()}


def to_gold(passage: Passage) -> GoldArticle:
    """Return the gold of a passage: names as printed, the longest first; a number is named by the words before it."""
    text = passage.article.text
    entities, relations = {}, []
    for key, spans in passage.mentions.items():
        forms = sorted(
            {compact(text[s.start : s.end]).strip("《》") for s in spans}, key=lambda form: (-len(form), form)
        )
        number = f"e{len(entities) + 1}"
        labels = tuple(_LABELS[letter] for letter in key[0] + passage.also.get(key, ""))
        entities[key] = GoldEntity(number, labels, forms[0], tuple(forms[1:]), key in passage.doubtful)
    for count, number in enumerate(passage.numbers, 1):
        quantity = next(iter(find_quantities(normalise(text[number.span.start : number.span.end]))), None)
        if quantity is None:
            continue
        key, unsure = f"q{count}", not number.sure or not number.owners
        name = compact(text[max(0, number.span.start - 6) : number.span.start]).replace("|", "") or "数"
        told = {"value": quantity.value, "unit": quantity.unit}
        entities[key] = GoldEntity(f"e{len(entities) + 1}", ("Measurement",), name, (), unsure, told)
        relations += [("HAS_MEASUREMENT", owner, key, not unsure) for owner in number.owners]
    relations += [(*ends, sure) for ends, sure in passage.relations.items()]
    return GoldArticle(
        passage.article.id,
        passage.article.title,
        passage.article.home,
        passage.article.date,
        {entity.id: entity for entity in entities.values()},
        tuple(
            GoldRelation(kind, source if source == "article" else entities[source].id, entities[target].id, not sure)
            for kind, source, target, sure in relations
        ),
    )


def main() -> int:
    """Write the gold; return the exit code. Raises GovgraphError for a passage that cannot be read."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("passages", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    with (args.out / "articles.jsonl").open("w", encoding="utf-8") as articles:
        for passage in read_passages(sorted(args.passages.rglob("*.txt"))):
            name = passage.article.id
            (args.out / f"{name}.txt").write_text(passage.article.text, encoding="utf-8")
            (args.out / f"{name}.ann").write_text(to_notation(to_gold(passage)), encoding="utf-8")
            articles.write(json.dumps(passage.article.to_record(), ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
