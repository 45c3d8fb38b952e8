"""What names learned from a corpus are worth: the score of annotated articles without and with them.

    python -m benchmarks.learned_names CORPUS.jsonl[.gz] GOLD... [--articles N] [--least N]

Learns from N articles of the corpus, none of which shares a passage with a scored one, and reads the articles of each
GOLD folder (ID.ann beside ID.txt, as `python -m benchmarks.corpus_gold` writes them) without and with what was learned.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from extractors.learned.model import Model
from extractors.readers import read
from extractors.stages import Extractor
from govgraph.gold import read_gold
from govgraph.learning import learn
from govgraph.score import Count, score
from graph.errors import UnreadableInputError
from graph.fragment import Article

SHARED = 40
"""Texts that have half as many characters again in common count as the same report."""


def scored(gold: Path) -> list[Article]:
    """Return the articles of a gold folder. Raises UnreadableInputError when a text is missing."""
    articles = []
    for annotated in read_gold(gold):
        path = gold / f"{annotated.id}.txt"
        try:
            title, _, body = path.read_text(encoding="utf-8").partition("\n")
        except OSError as error:
            raise UnreadableInputError(f"{path}: the text that was annotated cannot be read: {error}") from error
        articles.append(Article(annotated.id, title, body, home=annotated.home, date=annotated.date))
    return articles


def unseen(corpus: Iterable[Article], kept_out: Iterable[Article], number: int) -> list[Article]:
    """Return `number` articles of the corpus, always the same, that share no passage with those kept out."""
    passages = {passage for article in kept_out for passage in _passages(article, 1)}
    drawn = sorted(corpus, key=lambda article: sha256(article.text.encode("utf-8")).digest())
    free = (article for article in drawn if passages.isdisjoint(_passages(article, SHARED // 2)))
    return [article for _, article in zip(range(number), free, strict=False)]


def _passages(article: Article, step: int) -> Iterator[str]:
    """Yield pieces of the text without blanks: every piece, or those that begin `step` characters apart."""
    text = "".join(article.text.split())
    return (text[at : at + SHARED] for at in range(0, max(1, len(text) - SHARED + 1), step))


def table(gold: Path, model: Model) -> Iterator[str]:
    """Yield the lines of the comparison of one gold folder."""
    articles = scored(gold)
    reports = [score(gold, list(Extractor(model=known).fragments(articles))) for known in (None, model)]
    yield f"{gold.name}, {len(articles)} articles        without P / R / F1       with P / R / F1"
    rows = [(name, [getattr(report, name) for report in reports]) for name in ("graph", "entities", "relations")]
    rows += [(kind, [report.by_type[kind] for report in reports]) for kind in ("Person", "Company")]
    rows += [("HOLDS_POST", [report.by_relation["HOLDS_POST"] for report in reports])]
    for name, (without, with_model) in rows:
        yield f"{name:28} {measures(without)}    {measures(with_model)}"


def measures(count: Count) -> str:
    """Return precision, recall and F1 as a cell of a table."""
    return f"{count.precision:.3f} / {count.recall:.3f} / {count.f1:.3f}"


def main(arguments: list[str] | None = None) -> None:
    """Print what was learned and a table for each gold folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--articles", type=int, default=5000, help="how many to learn from (default: 5000)")
    parser.add_argument("--least", type=int, default=2, help="as --min-articles of govgraph learn (default: 2)")
    given = parser.parse_args(arguments)
    kept_out = [article for gold in given.gold for article in scored(gold)]
    corpus = read([given.corpus], report=lambda problem: print(problem, file=sys.stderr))
    articles = unseen(corpus, kept_out, given.articles)
    model = learn(articles, least_articles=given.least)
    print(f"{len(articles)} articles: {len(model.persons)} persons, {len(model.companies)} short forms of companies")
    for gold in given.gold:
        print("\n" + "\n".join(table(gold, model)))


if __name__ == "__main__":
    main()
