"""Which characters given names are made of: tells 杨春城|带着 from 王强|带头 where no mark or verb does.

`data/given_names.tsv` counts, for each character, how often it stands in the first, last or only place of a given name
and how often it stands anywhere. It is made by `python -m extractors.names.namechars TEXTS.jsonl[.gz]…` from the names
that posts, bylines and lists give in any news texts.
"""

from __future__ import annotations

import gzip
import json
import math
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

from extractors.lexicon import COMPOUND_SURNAMES, SURNAMES

_LEAST = 1.8


@cache
def _weights() -> tuple[dict[str, float], ...]:
    """Return log odds of a character in each place of a given name: first of two, last of two, only one."""
    lines = files("extractors.names").joinpath("data/given_names.tsv").read_text(encoding="utf-8").splitlines()
    rows = [(line.split("\t")[0], [int(n) for n in line.split("\t")[1:]]) for line in lines]
    totals = [1 + sum(row[1][place] for row in rows) for place in range(4)]
    return tuple(
        {
            char: math.log((counts[place] + 0.05) / totals[place]) - math.log((counts[3] + 1) / totals[3])
            for char, counts in rows
        }
        for place in range(3)
    )


def likely_end(text: str, start: int) -> int | None:
    """Return where a name that a post vouches for ends by its characters alone; None when neither length is likely."""
    surname = 2 if text[start : start + 2] in COMPOUND_SURNAMES else 1
    if surname == 1 and text[start : start + 1] not in SURNAMES:
        return None
    first, last, only = _weights()
    at = start + surname
    if at + 2 > len(text):
        return None
    two = first.get(text[at], -9.0) + last.get(text[at + 1], -9.0)
    one = only.get(text[at], -9.0)
    if two >= _LEAST and two > one:
        return at + 2
    return at + 1 if one >= _LEAST else None


def weight(name: str) -> float:
    """Return the log odds that the characters behind the surname are a given name, -9 where one of them is in none."""
    given = name[2:] if name[:2] in COMPOUND_SURNAMES else name[1:]
    first, last, only = _weights()
    return only.get(given, -9.0) if len(given) == 1 else first.get(given[:1], -9.0) + last.get(given[1:], -9.0)


def count(names: Iterable[str], texts: Iterable[str]) -> str:
    """Return the table for given names and plain texts: character, first, last, only, anywhere."""
    places: list[Counter[str]] = [Counter(), Counter(), Counter(), Counter()]
    for name in names:
        given = name[2:] if name[:2] in COMPOUND_SURNAMES else name[1:]
        if len(given) == 2:
            places[0][given[0]] += 1
            places[1][given[1]] += 1
        elif len(given) == 1:
            places[2][given] += 1
    for text in texts:
        places[3].update(text)
    known = sorted(set(places[0]) | set(places[1]) | set(places[2]) | {c for c, n in places[3].items() if n >= 50})
    return "".join(
        "\t".join([char, *(str(place[char]) for place in places)]) + "\n"
        for char in known
        if "\u4e00" <= char <= "\u9fff"
    )


def _articles(paths: list[str]) -> Iterator[dict[str, str]]:
    for path in paths:
        with (
            gzip.open(path, "rt", encoding="utf-8")
            if path.endswith(".gz")
            else Path(path).open(encoding="utf-8") as lines
        ):
            yield from map(json.loads, lines)


def _harvest(paths: list[str]) -> tuple[set[str], list[str]]:
    """Return the names that safe rules find in the texts, and the texts."""
    from extractors.reading import Reading
    from extractors.stages import STAGES
    from graph.fragment import Article

    stages = [stage for name, stage in STAGES if name in ("agencies", "bylines", "persons")]
    names: set[str] = set()
    texts = []
    for number, record in enumerate(_articles(paths)):
        reading = Reading.of(Article(id=str(number), title=record.get("title") or "", body=record.get("body") or ""))
        for stage in stages:
            stage(reading)
        texts.append(reading.text)
        names |= {
            e.name
            for e in reading.of_label("Person")
            if any(m.confidence >= 0.9 for m in e.mentions) and "·" not in e.name and 2 <= len(e.name) <= 4
        }
    return names, texts


if __name__ == "__main__":
    found, read = _harvest(sys.argv[1:])
    table = count(found, read)
    (Path(__file__).parent / "data" / "given_names.tsv").write_text(table, encoding="utf-8")
    sys.stdout.write(f"{len(found)} names, {len(table.splitlines())} characters\n")
