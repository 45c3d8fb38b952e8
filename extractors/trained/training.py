"""Train the models on annotated passages and write their weights.

`python -m extractors.trained.training PASSAGES…` reads files in the notation of `extractors.trained.passages`.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice, pairwise
from pathlib import Path
from typing import NamedTuple

import click
import numpy as np

from extractors.readers import read
from extractors.reading import Reading
from extractors.stages import STAGES, Extractor
from extractors.trained import names, owners, pairs
from extractors.trained.mentions import EVENTS, Mentions
from extractors.trained.passages import Passage, read_passages
from extractors.trained.text import LETTERS, Text
from extractors.trained.weights import BITS, Candidates, Ids, Weights
from graph.errors import GovgraphError
from graph.fragment import Article


class Example(NamedTuple):
    """A choice with the rows of the score array (candidate x class, none last) that are right."""

    candidates: Sequence[Ids]
    right: Sequence[int]


_EPOCHS, _AVERAGED, _RATE, _DECAY, _FIRST = 8, 5, 0.25, 1e-3, 0.3
_SURE = 0.98


def train(examples: Sequence[Example], classes: int, words: Iterable[str] = ()) -> Weights:
    """Return weights that give the right candidates most probability.

    Stochastic gradient ascent on the log-likelihood of a softmax over the candidates and none, with AdaGrad's step sizes
    (Duchi et al. 2011) and a little decay; the order of the examples is drawn from a fixed seed, and what is returned is
    the mean of the weights after each of the last epochs.
    """
    matrix = np.zeros((1 << BITS, classes), np.float32)
    squares = np.full((1 << BITS, classes), _FIRST, np.float32)
    order, random = np.arange(len(examples)), np.random.default_rng(0)
    total = np.zeros_like(matrix)
    for epoch in range(_EPOCHS):
        random.shuffle(order)
        for number in order:
            candidates, right = examples[int(number)]
            sizes = [len(ids) for ids in candidates]
            flat = np.concatenate(candidates)
            sums = np.add.reduceat(matrix[flat], np.cumsum([0, *sizes[:-1]]), axis=0)
            z = np.append(sums.ravel(), 0.0)
            share = np.exp(z - z.max())
            share /= share.sum()
            good = share[list(right)]
            if good.sum() > _SURE:
                continue
            slope = -share
            slope[list(right)] += good / max(good.sum(), 1e-12)
            each = np.repeat(slope[:-1].reshape(-1, classes), sizes, axis=0)
            rows, where = np.unique(flat, return_inverse=True)
            step = np.stack([np.bincount(where, weights=each[:, k]) for k in range(classes)], axis=1)
            step = step - _DECAY * matrix[rows]
            squares[rows] += step**2
            matrix[rows] += (_RATE * step / np.sqrt(squares[rows])).astype(np.float32)
        if epoch >= _EPOCHS - _AVERAGED:
            total += matrix
    return Weights(total / np.float32(_AVERAGED), words)


_LEAST_HEADS = {1: 6, 2: 2}
"""In how many names a last character, or two, must end to be looked for."""


def heads(passages: Iterable[Passage]) -> frozenset[str]:
    """Return what the names of bodies end in."""
    ends: Counter[str] = Counter()
    for passage in passages:
        text = passage.article.text
        printed = {
            text[s.start : s.end] for e, spans in passage.mentions.items() if e[0] in names.LABELS for s in spans
        }
        for name in printed:
            if not names.REFERS.match(name):
                ends.update((name[-1:], name[-2:]))
    return frozenset(end for end, count in ends.items() if count >= _LEAST_HEADS[len(end)])


def bodies(passages: Sequence[Passage]) -> Weights:
    """Return the model of firms, bodies, projects and agencies."""
    known = heads(passages)
    examples: list[Example] = []
    for passage in passages:
        printed, doubtful = passage.article.text, set()
        right: dict[int, tuple[int, str]] = {}
        for entity, spans in passage.mentions.items():
            for span in spans if entity[0] in names.LABELS else ():
                if names.REFERS.match(printed[span.start : span.end]):
                    continue
                if entity in passage.doubtful:
                    doubtful.add(span.end)
                elif span.start < right.get(span.end, (len(printed), ""))[0]:
                    right[span.end] = (span.start, entity[0])
        text, places = _so_far(passage.article)
        choices = names.body_choices(text, places, known)
        if choices is None:
            continue
        for rows, ids in _choices(choices.candidates):
            end, starts = int(choices.ends[rows[0]]), choices.starts[rows].tolist()
            start, letter = right.get(end, (-1, ""))
            none = len(rows) * len(names.LABELS)
            if start in starts:
                none = starts.index(start) * len(names.LABELS) + names.LABELS.index(letter)
            elif end in right or end in doubtful:
                continue
            examples.append(Example(ids, [none]))
    return train(examples, len(names.LABELS), known)


def persons(passages: Sequence[Passage], plain: Sequence[Article] = ()) -> Weights:
    """Return the model of persons; in plain articles, which nobody annotated, whoever the rules do not see is none."""
    examples: list[Example] = []
    for passage in passages:
        spans = [
            (span, e in passage.doubtful) for e, found in passage.mentions.items() if e[0] == "N" for span in found
        ]
        doubtful = {span.start for span, unsure in spans if unsure}
        right = {span.start: span.end for span, unsure in spans if not unsure}
        examples += _persons(passage.article, right, doubtful)
    for article in plain:
        seen = {at for m in Extractor().reading(article).names() if m.label == "Person" for at in range(m.start, m.end)}
        examples += _persons(article, {}, seen)
    return train(examples, 1)


def _persons(article: Article, right: dict[int, int], doubtful: set[int]) -> Iterator[Example]:
    text, places = _so_far(article)
    choices = names.person_choices(text, places)
    if choices is None:
        return
    for rows, ids in _choices(choices.candidates):
        start, ends = int(choices.starts[rows[0]]), choices.ends[rows].tolist()
        if start in doubtful or (start in right and right[start] not in ends):
            continue
        yield Example(ids, [ends.index(right[start]) if start in right else len(ends)])


def _choices(candidates: Candidates) -> Iterator[tuple[list[int], list[Ids]]]:
    """Yield the rows of each choice and the features of each row."""
    for low, high in pairwise([*candidates.groups.tolist(), len(candidates.columns)]):
        rows = list(range(low, high))
        yield rows, [candidates.ids(row) for row in rows]


def _so_far(article: Article) -> tuple[Text, names.Places]:
    """Return the article's text with the names that are read before those of the models."""
    reading = _until(article, STAGE)
    text = Text.of(reading)
    return text, names.Places(reading, text)


def _until(article: Article, stage: str) -> Reading:
    before = [name for name, _ in STAGES]
    return Extractor().reading(article, STAGES[: before.index(stage)])


def aligned(passage: Passage, around: Mentions) -> dict[int, str]:
    """Return for the entities of a reading, by number, those of the passage that they are."""
    marked = [(span, entity) for entity, spans in passage.mentions.items() for span in spans]
    found = {}
    for number, entity in enumerate(around.entities):
        kind = LETTERS[entity.label]
        votes: dict[str, float] = defaultdict(float)
        for mention in entity.mentions:
            for span, other in marked:
                shared = min(span.end, mention.end) - max(span.start, mention.start)
                if shared <= 0 or not any({kind, other[0]} <= set(alike) for alike in (*_ALIKE, kind)):
                    continue
                share = shared / (max(span.end, mention.end) - min(span.start, mention.start))
                if share >= (_EVENT_SHARE if kind in EVENTS else _NAME_SHARE):
                    votes[other] += share * (1.2 if other[0] == kind else 1.0)
        if votes:
            found[number] = max(votes, key=lambda other: votes[other])
    return found


_ALIKE = ("COP", "LOP", "MV")
"""Labels that the guidelines let stand for one another."""
_EVENT_SHARE, _NAME_SHARE = 0.3, 0.6
"""Which share of the words of two mentions must be the same."""


def _whole(passage: Passage) -> tuple[Mentions, dict[int, str]]:
    around = Mentions(_until(passage.article, RELATIONS_STAGE))
    return around, aligned(passage, around)


def number_owners(passages: Sequence[Passage]) -> Weights:
    """Return the model of whose a number is."""
    examples = []
    for passage in passages:
        around, same = _whole(passage)
        found = owners.numbers(around)
        if found is None:
            continue
        for number, (_, ids) in zip(found.numbers, _choices(found.candidates), strict=True):
            here = (n for n in passage.numbers if n.span.start < number.span.end and number.span.start < n.span.end)
            marked = next(here, None)
            if marked is None or not marked.sure:
                continue
            right = [place for place, (owner, _) in enumerate(number.owners) if same.get(owner) in marked.owners]
            if not marked.owners:
                right = [len(number.owners)]
            if right:
                examples.append(Example(ids, right))
    return train(examples, 1)


def relation_pairs(passages: Sequence[Passage]) -> Weights:
    """Return the model of which entities are related."""
    examples = []
    for passage in passages:
        around, same = _whole(passage)
        known = dict(passage.relations)
        known |= {(kind, b, a): sure for (kind, a, b), sure in known.items() if kind == "COOPERATES_WITH"}
        found = pairs.pairs(around)
        if found is None:
            continue
        for pair, (_, ids) in zip(found.pairs, _choices(found.candidates), strict=True):
            one, other = same.get(pair.source), same.get(pair.target)
            sure = known.get((pair.relation, str(one), str(other)))
            unsure = sure is None and one is not None and other is not None and bool({one, other} & passage.doubtful)
            if sure is not False and not unsure and (one is None or one != other):
                examples.append(Example(ids, [0 if sure else 1]))
    return train(examples, 1)


RELATIONS_STAGE = "likely_relations"
"""The stage that adds the relations of the models."""

STAGE = "likely_names"
"""The stage that claims what the models find."""

_EVERY = 3
"""Of how many plain articles one is looked at."""


@click.command()
@click.argument("passages", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--plain", type=click.Path(exists=True, path_type=Path), help="Articles without annotation (JSONL).")
@click.option("--only", multiple=True, type=click.Choice(["bodies", "persons", "owners", "pairs"]))
def main(passages: tuple[Path, ...], plain: Path | None, only: tuple[str, ...]) -> None:
    """Train the models on the PASSAGES (files or folders) and write their weights beside this module."""
    files = sorted(file for path in passages for file in (path.rglob("*.txt") if path.is_dir() else [path]))
    known = list(read_passages(files))
    unread: list[GovgraphError] = []
    articles = list(islice(read([plain], report=unread.append), 0, None, _EVERY)) if plain else []
    if unread:
        sys.stderr.write(f"{plain}: {len(unread)} articles left out, the first because {unread[0]}\n")
    models: dict[str, Callable[[], Weights]] = {
        "bodies": lambda: bodies(known),
        "persons": lambda: persons(known, articles),
        "owners": lambda: number_owners(known),
        "pairs": lambda: relation_pairs(known),
    }
    for name in only or models:
        target = Path(__file__).parent / "data" / f"{name}.npz"
        models[name]().write(target)
        sys.stdout.write(f"{name}: {len(known)} passages, {target.stat().st_size / 1e6:.1f} MB\n")


if __name__ == "__main__":
    main()
