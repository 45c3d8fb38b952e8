"""Annotated passages whose text is not ours to give: kept as offsets, written out again from a copy of the corpora.

    python -m benchmarks.corpus_passages CORPORA KEPT.jsonl OUT
    python -m benchmarks.corpus_passages CORPORA KEPT.jsonl ANNOTATED --keep

The first writes OUT/NUMBER.txt in the notation of `extractors.trained.passages`, which the models are trained on and of which
`benchmarks.passage_gold` makes gold. The second makes KEPT.jsonl of such files, whose head lines end in `| FILE | ID`: the
corpus file and the id of the article in it. `benchmarks/gold/README.md` describes the form.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.corpus_gold import Kept, corpus_records, corpus_text, digest, find_texts
from extractors.trained.passages import marks_of
from graph.errors import GovgraphError, InvalidRecordError

_PASSAGES_A_FILE = 100
_BLOCK = re.compile(r"\n(?=## )")


def main(arguments: list[str] | None = None) -> int:
    """Write the passages, or with --keep what is kept of them; return 0, or 1 when the corpora do not have all of them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("corpora", "kept", "folder"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--keep", action="store_true")
    given = parser.parse_args(arguments)
    try:
        count = (keep if given.keep else restore)(given.corpora, given.kept, given.folder)
    except GovgraphError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{count} passages written to {given.kept if given.keep else given.folder}", file=sys.stderr)
    return 0


def restore(corpora: Path, kept: Path, out: Path) -> int:
    """Write the passages and return how many. Raises InvalidRecordError, before anything is written, naming those not found."""
    records = [Kept(kept, json.loads(line)) for line in kept.read_text(encoding="utf-8").splitlines()]
    texts, problems = find_texts(corpora, records)
    if problems:
        raise InvalidRecordError("\n".join(problems))
    out.mkdir(parents=True, exist_ok=True)
    for number, first in enumerate(range(0, len(records), _PASSAGES_A_FILE), 1):
        blocks = (_block(item, texts[item.id]) for item in records[first : first + _PASSAGES_A_FILE])
        (out / f"{number:02}.txt").write_text("\n".join(blocks), encoding="utf-8", newline="\n")
    return len(records)


def _block(item: Kept, text: str) -> str:
    """Return a passage in the notation; of marks around the same words the later one is outside."""
    opened = item.record["marks"][::-1]
    opened.sort(key=lambda mark: (mark[0], -mark[1]))
    marked, ends, at = [], [], 0
    for start, end, head in [*opened, (len(text), len(text), "")]:
        while ends and ends[-1][0] <= start:
            close, mark = ends.pop()
            marked += [text[at:close], mark]
            at = close
        marked += [text[at:start], head]
        at = start
        ends.append((end, "]" if head.startswith("[") else "}"))
    title, _, body = "".join(marked).partition("\n")
    head = f"## {item.record['home'] or '-'} | {item.record['date'] or '-'}"
    told = [f"r{relation}" for relation in item.record["relations"]]
    return "\n".join([head, *([f"# {title}"] if title else []), body, *told, ""])


def keep(corpora: Path, kept: Path, annotated: Path) -> int:
    """Write what is kept of the passages in a folder and return how many. Raises InvalidRecordError for a text not in its corpus."""
    corpus: dict[str, dict[str, list[str]]] = {}
    lines = []
    for number, (path, block) in enumerate(_blocks(sorted(annotated.rglob("*.txt"))), 1):
        head, *rest = block.strip("\n").split("\n")
        home, date, file, source = (part.strip() for part in head.removeprefix("## ").split("|"))
        if file not in corpus:
            corpus[file] = {}
            for record in corpus_records(corpora / file):
                corpus[file].setdefault(str(record.get("id")), []).append(corpus_text(record))
        text, marks = marks_of(rest)
        wholes = [whole for whole in corpus[file].get(source, []) if text in whole]
        if len(wholes) != 1:
            raise InvalidRecordError(f"{path}: {head!r}: {len(wholes)} articles of that id in {file} have this text")
        start = wholes[0].index(text)
        told = {
            "id": f"{kept.stem}-{number:03}",
            "corpus": {"file": file, "id": source, "sha256": digest(wholes[0])},
            "spans": [[start, start + len(text)]],
            "sha256": digest(text),
            "home": None if home == "-" else home,
            "date": None if date == "-" else date,
            "marks": [(span.start, span.end, mark[0]) for span, mark in marks],
            "relations": [line[1:] for line in rest if line.startswith(("r ", "r? "))],
        }
        lines.append(json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n")
    kept.write_text("".join(lines), encoding="utf-8", newline="\n")
    return len(lines)


def _blocks(paths: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    for path in paths:
        for block in _BLOCK.split(path.read_text(encoding="utf-8")):
            if block.strip():
                yield path, block


if __name__ == "__main__":
    raise SystemExit(main())
