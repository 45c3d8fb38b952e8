"""Put annotated articles of a corpus into the repository without their text.

    python -m benchmarks.keep_gold CORPORA ANNOTATED ORIGINS.json OUT

ANNOTATED holds ID.txt (title, newline, body) and ID.ann; ORIGINS.json says of each ID from where it is:
`{"X01": {"corpus": "news.jsonl.gz", "id": "…"}}`, with `title` where ids are not unique or not known. OUT receives
develop/ID.json for odd and held/ID.json for even numbers; `benchmarks.corpus_gold` makes text and gold of them again.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks.corpus_gold import Piece, corpus_records, corpus_text, digest, restore
from govgraph.gold import GoldArticle, parse_gold
from graph.errors import GovgraphError, InvalidRecordError

LONGEST = 12
"""Characters of a name that may be written out when they are not in the text."""

_SHORTEST = 3
"""Characters of a piece that is pointed at in the text and not written out."""


def main(arguments: list[str] | None = None) -> int:
    """Write the kept gold of a folder; return 0, or 1 when an article is not in its corpus."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.keep_gold", description=__doc__.split("\n")[0])
    for name in ("corpora", "annotated", "origins", "out"):
        parser.add_argument(name, type=Path)
    given = parser.parse_args(arguments)
    try:
        written = keep_all(given.corpora, given.annotated, given.origins, given.out)
    except GovgraphError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{written} articles kept in {given.out}", file=sys.stderr)
    return 0


def keep_all(corpora: Path, annotated: Path, origins: Path, out: Path) -> int:
    """Write the kept gold of every ID.ann of a folder, and return how many. Raises InvalidRecordError."""
    known: dict[str, dict[str, str]] = json.loads(origins.read_text(encoding="utf-8"))
    paths = sorted(annotated.glob("*.ann"))
    corpus: dict[str, list[dict[str, Any]]] = {}
    for path in paths:
        origin = known.get(path.stem)
        if origin is None:
            raise InvalidRecordError(f"{path}: {origins} does not say which corpus it is from")
        if origin["corpus"] not in corpus:
            corpus[origin["corpus"]] = list(corpus_records(corpora / origin["corpus"]))
        text = path.with_suffix(".txt").read_text(encoding="utf-8").removesuffix("\n")
        named = {key: value for key, value in origin.items() if key in ("id", "title")}
        found = [r for r in corpus[origin["corpus"]] if all(r.get(key) == value for key, value in named.items())]
        if len(found) != 1:
            raise InvalidRecordError(f"{path}: {len(found)} articles of {origin['corpus']} answer to {named}")
        record = keep(parse_gold(path), text, origin["corpus"], found[0])
        folder = out / ("develop" if int(re.sub(r"\D", "", path.stem)) % 2 else "held")
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{path.stem}.json").write_text(to_json(record), encoding="utf-8", newline="\n")
    return len(paths)


def keep(gold: GoldArticle, text: str, file: str, source: Mapping[str, Any]) -> dict[str, Any]:
    """Return the gold of an article as it is kept. Raises InvalidRecordError when the text is not cut from the source.

    `source` is the article's record in the corpus `file`, `text` what was annotated: the whole or parts of it.
    """
    whole = corpus_text(source)
    record: dict[str, Any] = {"id": gold.id, "corpus": {"file": file, "id": source["id"], "sha256": digest(whole)}}
    if text != whole:
        record["spans"] = kept_spans(text, whole)
        if record["spans"] is None:
            raise InvalidRecordError(f"{gold.id}: the annotated text is not cut from {source['id']!r} of {file}")
    record |= {"sha256": digest(text), "home": gold.home, "date": gold.date}
    record["entities"] = [
        {"id": e.id, "type": e.type}
        | ({"types": list(e.types[1:])} if e.types[1:] else {})
        | ({"optional": True} if e.optional else {})
        | {"forms": [pieces_of(form, text) for form in e.forms]}
        | e.properties
        for e in gold.entities.values()
    ]
    record["relations"] = [
        {"type": r.type, "source": r.source, "target": r.target}
        | ({"optional": True} if r.optional else {})
        | r.properties
        for r in gold.relations
    ]
    again = restore(record, text)
    if (again.entities, again.relations) != (gold.entities, gold.relations):
        raise InvalidRecordError(f"{gold.id}: the kept gold does not give the annotated one back")
    return record


def pieces_of(form: str, text: str) -> list[Piece]:
    """Return a form as pieces: where it stands in the text, or its words where it is short and does not.

    A long form that the text does not have as it is (words left out or added) is put together of what the text has.
    """
    at = text.find(form)
    if at >= 0:
        return [[at, at + len(form)]]
    if len(form) <= LONGEST:
        return [form]
    pieces: list[Piece] = []
    start = 0
    while start < len(form):
        end = start
        while end < len(form) and form[start : end + 1] in text:
            end += 1
        if end - start >= _SHORTEST:
            at = text.find(form[start:end])
            pieces.append([at, at + end - start])
            start = end
        else:
            said = pieces.pop() if pieces and isinstance(pieces[-1], str) else ""
            pieces.append(f"{said}{form[start]}")
            start += 1
    if any(isinstance(piece, str) and len(piece) > LONGEST for piece in pieces):
        raise InvalidRecordError(f"{form!r} is not in the text and too long to be written out")
    return pieces


def kept_spans(text: str, whole: str) -> list[list[int]] | None:
    """Return the fewest spans of `whole` that give `text` when joined in order, or None if none do."""
    infinite = len(text) + 1
    # costs[j]: spans needed when text[i] is whole[j]; back[i][j]: where in `whole` the character before it is.
    costs = [1 if char == text[0] else infinite for char in whole]
    back: list[list[int]] = []
    for char in text[1:]:
        step, came = [infinite] * len(whole), [-1] * len(whole)
        best, best_at = infinite, -1
        for j in range(1, len(whole)):
            if costs[j - 1] < best:
                best, best_at = costs[j - 1], j - 1
            if whole[j] == char:
                step[j], came[j] = min((costs[j - 1], j - 1), (best + 1, best_at))
        costs = step
        back.append(came)
    at = min(range(len(whole)), key=costs.__getitem__)
    if costs[at] >= infinite:
        return None
    chosen = [at]
    for came in reversed(back):
        chosen.append(came[chosen[-1]])
    spans: list[list[int]] = []
    for at in reversed(chosen):
        if spans and spans[-1][1] == at:
            spans[-1][1] = at + 1
        else:
            spans.append([at, at + 1])
    return spans


def to_json(record: Mapping[str, Any]) -> str:
    """Return the record as JSON with one entity and one relation a line."""
    lines = []
    for key, value in record.items():
        said = json.dumps(value, ensure_ascii=False)
        if key in ("entities", "relations") and value:
            said = "[\n  " + ",\n  ".join(json.dumps(item, ensure_ascii=False) for item in value) + "\n ]"
        lines.append(f" {json.dumps(key)}: {said}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


if __name__ == "__main__":
    raise SystemExit(main())
