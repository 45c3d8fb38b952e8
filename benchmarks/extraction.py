"""Speed of the whole extraction against `jieba.posseg`, on the same texts in one run.

    python -m benchmarks.extraction [TEXTS.jsonl[.gz]] [--articles N]

Without a file the seed pages are read, again and again. Both sides run on one core in one process; the figure to quote
is the ratio of characters per CPU second. jieba only splits words and tags them; govgraph gives all facts.
"""

from __future__ import annotations

import argparse
import logging
import time
from collections.abc import Callable, Iterable
from itertools import cycle, islice
from pathlib import Path

from extractors.readers import read
from extractors.stages import Extractor
from graph.fragment import Article

SEEDS = Path(__file__).parent.parent / "seeds"
ROUNDS = 3


def articles(path: Path | None, number: int) -> list[Article]:
    """Return the first `number` articles of the file, or the seeds repeated."""
    faults: list[Exception] = []
    source = read([path or SEEDS], date="2025-01-01", report=faults.append)
    found = list(islice(source, number)) if path else list(islice(cycle(list(source)), number))
    if not found:
        raise SystemExit(f"no article in {path or SEEDS}: {faults[:1]}")
    return found


def rate(work: Callable[[Article], object], texts: Iterable[Article]) -> float:
    """Return characters per CPU second, the best of ROUNDS."""
    texts = list(texts)
    characters = sum(len(a.text) for a in texts)
    best = 0.0
    for _ in range(ROUNDS):
        start = time.process_time()
        for text in texts:
            work(text)
        best = max(best, characters / (time.process_time() - start))
    return best


def main() -> None:
    """Print both rates and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path, nargs="?")
    parser.add_argument("--articles", type=int, default=300)
    arguments = parser.parse_args()
    import jieba
    from jieba import posseg

    jieba.setLogLevel(logging.ERROR)
    jieba.initialize()
    texts = articles(arguments.texts, arguments.articles)
    extractor = Extractor()
    extractor.fragment(texts[0])
    posseg.lcut(texts[0].text[:200])
    ours = rate(extractor.fragment, texts)
    theirs = rate(lambda a: posseg.lcut(a.text), texts)
    print(f"{len(texts)} articles, {sum(len(a.text) for a in texts):,} characters, one core, best of {ROUNDS}")
    print(f"govgraph, all facts       {ours:10,.0f} characters per CPU second")
    print(f"jieba.posseg, words only  {theirs:10,.0f} characters per CPU second")
    print(f"ratio                     {ours / theirs:10.2f}")


if __name__ == "__main__":
    main()
