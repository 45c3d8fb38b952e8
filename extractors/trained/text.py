"""A text as arrays: its words, what the rules found where, and hashes of any stretch, for features of many candidates at once."""

from __future__ import annotations

import re

import numpy as np

from extractors.names.vocabulary import LONGEST, vocabulary
from extractors.reading import Reading
from extractors.trained.weights import BASE, Hashes, Ints

LETTERS = {
    "Person": "N",
    "Place": "L",
    "Agency": "A",
    "Company": "C",
    "Organization": "O",
    "Project": "P",
    "Meeting": "M",
    "Activity": "V",
    "Policy": "Y",
}
"""One letter for each label, in features and in annotated passages."""
_NO_HAN = re.compile(r"[0-9A-Za-z][0-9A-Za-z.+\-]*")
_DIGIT, _LATIN = re.compile(r"\d"), re.compile(r"[A-Za-z]")
KINDS = "nvafmtpd1"
"""The kinds of words: those of the vocabulary, digits and letters, and single characters."""


def cut(text: str) -> list[tuple[int, int, str]]:
    """Return the words of a text, start, end and kind: the longest of the vocabulary first, from left to right."""
    known, found, at = vocabulary(), [], 0
    while at < len(text):
        if text[at] < "\u4e00":
            other = _NO_HAN.match(text, at)
            end = other.end() if other is not None else at + 1
            found.append((at, end, "d" if other is not None else "1"))
            at = end
            continue
        for size in range(LONGEST, 1, -1):
            entry = known.get(text[at : at + size])
            if entry is not None and at + size <= len(text):
                found.append((at, at + size, entry[0]))
                at += size
                break
        else:
            found.append((at, at + 1, "1"))
            at += 1
    return found


class Text:
    """The text of a reading with its words as arrays; positions are those of the text, words are counted from 0."""

    def __init__(self, reading: Reading) -> None:
        """Cut the text and hash it."""
        text = self.text = reading.text
        size = len(text)
        shape = _LATIN.sub("a", _DIGIT.sub("0", text))
        codes = np.array([ord(char) for char in shape], np.uint64)
        total, power, mask = 0, 1, 0xFFFFFFFFFFFFFFFF
        sums, powers = [0], [1]
        for code in codes.tolist():
            total, power = (total * BASE + code) & mask, (power * BASE) & mask
            sums.append(total)
            powers.append(power)
        self._sums, self._powers = np.array(sums, np.uint64), np.array(powers, np.uint64)
        words = cut(text) or [(0, 0, "1")]
        self.starts = np.array([word[0] for word in words], np.int64)
        self.ends = np.array([word[1] for word in words], np.int64)
        self.kinds = np.array([KINDS.index(word[2]) + 1 for word in words], np.int64)
        self.words = np.where(self.kinds == KINDS.index("d") + 1, np.uint64(1), self.span(self.starts, self.ends))
        self.at = np.repeat(np.arange(len(words)), self.ends - self.starts)
        places = np.arange(size + 1)
        self.first = np.searchsorted(self.starts, places)
        self.last = np.searchsorted(self.ends, places, side="right")
        before = np.where(places > 0, self.at[np.maximum(places - 1, 0)] if size else 0, -1)
        after = np.where(places < size, self.at[np.minimum(places, size - 1)] if size else 0, len(words))
        padded = np.concatenate([self.words, np.zeros(3, np.uint64)])
        self.before = [padded[before - back] * (before >= back) for back in (0, 1)]
        self.after = [padded[np.minimum(after + ahead, len(words))] for ahead in (0, 1, 2)]
        padded_kinds = np.concatenate([self.kinds, np.zeros(3, np.int64)])
        self.kind_before = padded_kinds[before] * (before >= 0)
        self.kind_after = padded_kinds[after]
        self.chars = np.concatenate([codes, np.zeros(2, np.uint64)])
        self._counts: dict[str, Ints] = {}
        self.kind_counts = {
            kind: np.concatenate([[0], np.cumsum(self.kinds == KINDS.index(kind) + 1)]) for kind in "1vfp"
        }
        self._kind_sums = [0]
        for kind in self.kinds.tolist():
            self._kind_sums.append((self._kind_sums[-1] * 11 + kind) & mask)
        self._kind_hashes = np.array(self._kind_sums, np.uint64)
        self._kind_powers = np.array([pow(11, n, 1 << 64) for n in range(8)], np.uint64)

    @classmethod
    def of(cls, reading: Reading) -> Text:
        """Return the arrays of a reading's text, made once."""
        found: Text | None = reading.memory.get("trained: text")
        if found is None:
            found = reading.memory["trained: text"] = cls(reading)
        return found

    def span(self, start: Ints, end: Ints) -> Hashes:
        """Return the hashes of the stretches from start to end, digits as 0 and letters as a."""
        with np.errstate(over="ignore"):
            found: Hashes = self._sums[end] - self._sums[start] * self._powers[end - start]
        return found

    def kinds_of(self, low: Ints, high: Ints) -> Hashes:
        """Return the hashes of the kinds of the words from low to high, at most seven."""
        with np.errstate(over="ignore"):
            found: Hashes = self._kind_hashes[high] - self._kind_hashes[low] * self._kind_powers[high - low]
        return found

    def counts(self, marks: str) -> Ints:
        """Return how many of the marks stand before each position."""
        if marks not in self._counts:
            there = np.isin(self.chars[: len(self.text)], [ord(mark) for mark in marks])
            self._counts[marks] = np.concatenate([[0], np.cumsum(there)])
        return self._counts[marks]
