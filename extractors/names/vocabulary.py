"""Words of Chinese with how often and as what they are used: enough to cut a clause into words.

The list ships as `data/vocabulary.txt.xz` and is made from jieba's dictionary (MIT licence, see the file beside it) by
`python -m extractors.names.vocabulary DICT.TXT`. One line a word: the word, its kind and its weight.
"""

from __future__ import annotations

import lzma
import math
import sys
from functools import cache
from importlib.resources import files
from pathlib import Path

from extractors.gazetteer import countries, regions
from extractors.lexicon import LEFT_BOUNDS
from extractors.names.wordlists import word_list

NOUN, VERB, ADJECTIVE, FUNCTION, NUMBER, TIME, PROPER = "n", "v", "a", "f", "m", "t", "p"
"""What a word may be here; a verb that is used as a noun as well (投资, 建设) is a noun, a name is proper."""

LONGEST = 5
_LEAST_FREQUENCY = 15
_MOST_FREQUENT_NAME = 500
_COMMON_ENDS = tuple(word_list("vocabulary_common_ends"))
_KNOWN_WHOLE = 5
_KINDS = {
    VERB: ("v", "vg", "vi", "vq", "vd"),
    ADJECTIVE: ("a", "ad", "z"),
    NUMBER: ("m", "mq", "q"),
    TIME: ("t",),
    FUNCTION: ("d", "dg", "p", "c", "r", "rr", "rz", "u", "uj", "uz", "ul", "y", "e", "o"),
    PROPER: ("nr", "nrt", "nrfg", "ns", "nt", "nz"),
}
_KIND_OF_TAG = {tag: kind for kind, tags in _KINDS.items() for tag in tags}
# What the dictionary tags otherwise than this genre uses it.
_NOUNS = word_list("vocabulary_nouns")
_VERBS = word_list("vocabulary_verbs")
_NO_WORDS = ("工程建设", "项目建设", "大学校长", "中学校长", "小学校长", "学校长")
_FUNCTIONS = word_list("vocabulary_functions")


@cache
def vocabulary() -> dict[str, tuple[str, float]]:
    """Return each word's kind and its weight (the logarithm of its share of running words, below zero)."""
    data = files("extractors.names").joinpath("data/vocabulary.txt.xz").read_bytes()
    words: dict[str, tuple[str, float]] = {}
    for line in lzma.decompress(data).decode("utf-8").splitlines():
        word, kind, weight = line.split()
        words[word] = (kind, -int(weight) / 2)
    for word in _NOUNS:
        words[word] = (NOUN, words.get(word, (NOUN, -11.0))[1])
    for word in _NO_WORDS:
        words.pop(word, None)
    for word in _FUNCTIONS:
        words[word] = (FUNCTION, words.get(word, (FUNCTION, -10.0))[1])
    for word in (*regions(), *countries(), *word_list("vocabulary_proper")):
        if 1 < len(word) <= LONGEST:
            words[word] = (PROPER, words.get(word, (PROPER, -10.0))[1])
    for word in (*_VERBS, *LEFT_BOUNDS):
        if 1 < len(word) <= LONGEST:
            words[word] = (VERB, words.get(word, (VERB, -10.5))[1])
    return words


def plain(word: str) -> bool:
    """Tell whether this is a word of the language and no proper name."""
    return vocabulary().get(word, (PROPER, 0.0))[0] != PROPER


def build(dictionary: Path, target: Path) -> int:
    """Write the list from a dictionary of `word frequency tag` lines; return how many words it holds."""
    rows = [line.split() for line in dictionary.read_text(encoding="utf-8").splitlines()]
    total = sum(int(row[1]) for row in rows)
    lines = []
    for word, frequency, tag in rows:
        if not 2 <= len(word) <= LONGEST or int(frequency) < _LEAST_FREQUENCY or not "\u4e00" <= word[0] <= "\u9fff":
            continue
        if _KIND_OF_TAG.get(tag) == PROPER and (tag.startswith("nr") and len(word) > 2):
            continue
        kind = _KIND_OF_TAG.get(tag, NOUN)
        if kind == PROPER and (
            int(frequency) > _MOST_FREQUENT_NAME or (len(word) < _KNOWN_WHOLE and word.endswith(_COMMON_ENDS))
        ):
            kind = NOUN  # the dictionary calls 城市, 海洋 and 理工大学 names too
        lines.append(f"{word} {kind} {round(-2 * math.log(int(frequency) / total))}")
    target.write_bytes(lzma.compress("\n".join(sorted(lines)).encode("utf-8"), preset=9))
    return len(lines)


if __name__ == "__main__":
    sys.stdout.write(f"{build(Path(sys.argv[1]), Path(__file__).parent / 'data' / 'vocabulary.txt.xz')} words\n")
