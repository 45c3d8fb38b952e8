"""Hashed features and the weights of one model: what scores the candidates of a choice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Hashes = NDArray[np.uint64]
Ids = NDArray[np.int32]
Floats = NDArray[np.float32]

BITS = 20
_MASK = np.uint64((1 << BITS) - 1)
_STEP, _STIR = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xBF58476D1CE4E5B9)
_LEAST = 0.03
"""Weights nearer to zero are not kept."""


def mix(template: str, *values: NDArray[Any] | int | bool) -> Ids:
    """Return the id of the feature that a template and some values make, for arrays of values: 0 to 2**BITS - 1.

    Ids that collide share a weight.
    """
    return _stir(np.uint64(hashed(template)), (np.asarray(value).astype(np.uint64) for value in values))


def _stir(found: Any, values: Iterable[Any]) -> Ids:
    with np.errstate(over="ignore"):
        for value in values:
            found = found * _STEP + value
            found = (found ^ (found >> np.uint64(31))) * _STIR
    return np.asarray((found ^ (found >> np.uint64(29))) & _MASK).astype(np.int32)


def table(size: int, told: Iterable[tuple[Any, ...]]) -> Ids:
    """Return the ids that `mix` gives for each template with its values (arrays, or one for all rows): a row a candidate."""
    by_number: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for features in told:
        by_number[len(features)].append(features)
    columns = []
    for number, alike in by_number.items():
        templates = np.array([[hashed(features[0])] for features in alike], np.uint64)
        values = np.zeros((number - 1, len(alike), size), np.uint64)
        for row, features in enumerate(alike):
            for place, value in enumerate(features[1:]):
                values[place, row] = np.asarray(value).astype(np.uint64)
        columns.append(np.broadcast_to(_stir(templates, values), (len(alike), size)))
    return np.concatenate(columns).T


BASE = 1_000_003


@lru_cache(maxsize=1 << 14)
def hashed(text: str) -> int:
    """Return the polynomial hash of a text: that of `Text.span` for the same characters."""
    found = 0
    for char in text:
        found = (found * BASE + ord(char)) & 0xFFFFFFFFFFFFFFFF
    return found


@dataclass(slots=True)
class Bag:
    """Features of a run of words: `ids` of all words of a text, of which each candidate has those from `low` to `high`."""

    ids: Ids
    low: Ints
    high: Ints


@dataclass(slots=True)
class Candidates:
    """What may be chosen: a row of feature ids each, and bags of words; candidates of one choice stand together.

    `groups` holds where each choice begins.
    """

    columns: Ids
    groups: Ints
    bags: list[Bag] = field(default_factory=list)

    def ids(self, row: int) -> Ids:
        """Return all feature ids of a candidate."""
        return np.concatenate([self.columns[row], *(bag.ids[bag.low[row] : bag.high[row]] for bag in self.bags)])


class Weights:
    """The weights of a model: a matrix of 2**BITS features x classes, with what else the model was trained to know."""

    def __init__(self, matrix: Floats, words: Iterable[str] = ()) -> None:
        """Take the matrix and the words that the model looks for."""
        self.matrix = matrix
        self.words = frozenset(words)

    def scores(self, candidates: Candidates) -> Floats:
        """Return the sum of weights for each candidate: an array of candidates x classes."""
        found: Floats = self.matrix[candidates.columns].sum(axis=1)
        for bag in candidates.bags:
            sums = np.zeros((len(bag.ids) + 1, self.matrix.shape[1]), np.float32)
            np.cumsum(self.matrix[bag.ids], axis=0, out=sums[1:])
            found += sums[bag.high] - sums[bag.low]
        return found

    def write(self, path: Path) -> None:
        """Write the weights that matter, as half-precision numbers."""
        rows = np.flatnonzero(np.abs(self.matrix).max(axis=1) >= _LEAST)
        np.savez_compressed(
            path,
            rows=rows.astype(np.uint32),
            values=self.matrix[rows].astype(np.float16),
            words=np.array(sorted(self.words), dtype=np.str_),
        )

    @classmethod
    def read(cls, data: bytes) -> Weights:
        """Return the weights that `write` wrote."""
        with np.load(BytesIO(data)) as kept:
            matrix = np.zeros((1 << BITS, kept["values"].shape[1]), np.float32)
            matrix[kept["rows"]] = kept["values"]
            return cls(matrix, kept["words"].tolist())


@cache
def shipped(name: str) -> Weights:
    """Return the weights of the model of this name that come with the package."""
    return Weights.read(files("extractors.trained").joinpath(f"data/{name}.npz").read_bytes())


def chances(scores: Floats, groups: Ints) -> NDArray[np.float64]:
    """Return the probability of each candidate (and class) among those of its choice and none, whose score is 0."""
    sizes = np.diff(np.append(groups, len(scores)))
    most = np.maximum(np.maximum.reduceat(scores.max(axis=1), groups), 0.0)
    z = np.exp((scores - np.repeat(most, sizes)[:, None]).astype(np.float64))
    sums = np.add.reduceat(z.sum(axis=1), groups) + np.exp(-most.astype(np.float64))
    share: NDArray[np.float64] = z / np.repeat(sums, sizes)[:, None]
    return share
