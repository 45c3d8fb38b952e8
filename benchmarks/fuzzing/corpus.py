"""The articles that are mutated: records of JSONL files, and pages of text whole."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

Record = dict[str, Any]
"""`title`, `body` and what else a line of JSONL may say of an article."""

_FIELDS = ("id", "title", "body", "section", "byline", "publication", "date", "home", "source")


def records(paths: Sequence[Path], most: int, seed: int) -> list[Record]:
    """Return up to `most` records of the files and folders, chosen evenly; a page of text is one with an empty title."""
    chosen: list[Record] = []
    chance = random.Random(f"{seed}:corpus")  # noqa: S311 - a choice of samples, no secret
    for number, record in enumerate(record for path in paths for record in _read(path)):
        if len(chosen) < most:
            chosen.append(record)
        elif (place := chance.randrange(number + 1)) < most:
            chosen[place] = record
    if not chosen:
        raise SystemExit("the corpus holds no article: give .jsonl, .jsonl.gz or .txt files, or folders of them")
    return chosen


def _read(path: Path) -> Iterator[Record]:
    if path.is_dir():
        for file in sorted(path.rglob("*")):
            if file.name.endswith((".txt", ".jsonl", ".jsonl.gz")):
                yield from _read(file)
    elif path.suffix == ".txt":
        yield {"title": "", "body": path.read_text(encoding="utf-8")}
    else:
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                if isinstance(record, dict) and isinstance(record.get("body"), str):
                    yield {key: record[key] for key in _FIELDS if record.get(key) is not None}
