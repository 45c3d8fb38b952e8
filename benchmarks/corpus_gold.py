"""Gold of articles whose text is not ours to give: rebuilt from a copy of the corpora.

    python -m benchmarks.corpus_gold CORPORA OUT [--half develop|held] [--gold FOLDER]

CORPORA is a folder with the corpus files that `benchmarks/gold/README.md` names (JSONL, plain or gzipped). OUT
receives ID.txt and ID.ann of every article of the half, and articles.jsonl, from which `govgraph extract` makes the
fragments that `govgraph score OUT` measures. Every text is checked by its sha256: the offsets count in it.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from govgraph.gold import GoldArticle, GoldEntity, GoldRelation
from graph.errors import GovgraphError, InvalidRecordError, UnreadableInputError

GOLD = Path(__file__).parent / "gold"
HALVES = ("develop", "held")

Piece = list[int] | str
"""`[start, end]` in the text, or words that are not in the text."""

_ENTITY_FIELDS = ("id", "type", "types", "optional", "forms")
_RELATION_FIELDS = ("type", "source", "target", "optional")


@dataclass(frozen=True)
class Kept:
    """The gold of one article without its text, as its JSON file holds it."""

    path: Path
    record: dict[str, Any]

    @property
    def id(self) -> str:
        """The name of the article in the gold."""
        return str(self.record["id"])

    @property
    def key(self) -> tuple[str, str]:
        """Corpus file and sha256 of the corpus text; the corpus ids alone are not unique."""
        return self.record["corpus"]["file"], self.record["corpus"]["sha256"]


def main(arguments: list[str] | None = None) -> int:
    """Write the gold of one half; return 0, or 1 when the corpora do not have all of it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.corpus_gold", description=__doc__.split("\n")[0])
    parser.add_argument("corpora", type=Path, help="folder with the corpus files")
    parser.add_argument("out", type=Path, help="folder to write to; made when it is not there")
    parser.add_argument("--half", choices=HALVES, default="develop", help="which half (default: develop)")
    parser.add_argument("--gold", type=Path, default=GOLD, help="folder of the kept gold (default: benchmarks/gold)")
    given = parser.parse_args(arguments)
    try:
        ids = rebuild(given.corpora, given.out, given.gold / given.half)
    except GovgraphError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{len(ids)} articles written to {given.out}", file=sys.stderr)
    return 0


def rebuild(corpora: Path, out: Path, half: Path) -> list[str]:
    """Write ID.txt, ID.ann and articles.jsonl of the gold in the folder `half`, and return the ids.

    Nothing is written unless everything is found: otherwise InvalidRecordError names each article that the corpora
    lack or have with another text. Raises UnreadableInputError when a corpus or gold file cannot be read.
    """
    kept = read_kept(half)
    texts, problems = find_texts(corpora, kept)
    if problems:
        raise InvalidRecordError("\n".join(problems))
    out.mkdir(parents=True, exist_ok=True)
    lines = []
    for item in kept:
        text = texts[item.id]
        gold = restore(item.record, text)
        (out / f"{item.id}.txt").write_text(text + "\n", encoding="utf-8", newline="\n")
        (out / f"{item.id}.ann").write_text(to_notation(gold), encoding="utf-8", newline="\n")
        title, _, body = text.partition("\n")
        record = {"id": item.id, "title": title, "body": body, "date": gold.date, "home": gold.home}
        lines.append(json.dumps(record, ensure_ascii=False) + "\n")
    (out / "articles.jsonl").write_text("".join(lines), encoding="utf-8", newline="\n")
    return [item.id for item in kept]


def read_kept(half: Path) -> list[Kept]:
    """Return the kept gold of a folder, sorted by id. Raises UnreadableInputError when there is none."""
    try:
        kept = [Kept(path, json.loads(path.read_text(encoding="utf-8"))) for path in sorted(half.glob("*.json"))]
    except (OSError, ValueError) as error:
        raise UnreadableInputError(f"{half}: cannot read the kept gold: {error}") from error
    if not kept:
        raise UnreadableInputError(f"{half}: no kept gold here (files ending in .json)")
    return kept


def find_texts(corpora: Path, kept: Iterable[Kept]) -> tuple[dict[str, str], list[str]]:
    """Return the text of each article by gold id, and what is wrong with those that have none."""
    by_file: defaultdict[str, list[Kept]] = defaultdict(list)
    for item in kept:
        by_file[item.record["corpus"]["file"]].append(item)
    texts: dict[str, str] = {}
    problems: list[str] = []
    for name, items in by_file.items():
        wanted = {item.record["corpus"]["id"] for item in items}
        seen: set[str] = set()
        found: dict[str, str] = {}
        for record in corpus_records(corpora / name):
            if record.get("id") in wanted:
                seen.add(record["id"])
                text = corpus_text(record)
                found[digest(text)] = text
        for item in items:
            corpus_id, whole = item.record["corpus"]["id"], found.get(item.key[1])
            where = f"{item.id}: {corpora / name} "
            if whole is None and corpus_id not in seen:
                problems.append(f"{where}has no article {corpus_id!r}; get a copy of the corpus that holds it")
            elif whole is None:
                problems.append(f"{where}has {corpus_id!r} with another text than the one that was annotated")
            elif digest(text := cut(whole, item.record.get("spans"))) != item.record["sha256"]:
                problems.append(
                    f"{where}gives a text whose sha256 is not that of {item.path.name}: the spans are wrong"
                )
            else:
                texts[item.id] = text
    return texts, problems


def corpus_records(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the records of a JSONL file; `NAME.gz` is also looked for unpacked. Raises UnreadableInputError."""
    plain = path.with_suffix("")
    path = plain if path.suffix == ".gz" and not path.exists() and plain.exists() else path
    try:
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
            for line in file:
                if line.strip():
                    yield json.loads(line)
    except (OSError, EOFError, ValueError) as error:
        raise UnreadableInputError(f"{path}: cannot read this corpus: {error}") from error


def corpus_text(record: Mapping[str, Any]) -> str:
    """Return title, newline, body of a corpus record, as the corpus has them."""
    return f"{record.get('title') or ''}\n{record.get('body') or ''}"


def digest(text: str) -> str:
    """Return the sha256 of the text in UTF-8, as hexadecimal digits."""
    return sha256(text.encode("utf-8")).hexdigest()


def cut(text: str, spans: list[list[int]] | None) -> str:
    """Return the kept spans of the corpus text, joined; without spans the whole text."""
    return text if spans is None else "".join(text[start:end] for start, end in spans)


def spell(pieces: Iterable[Piece], text: str) -> str:
    """Return what the pieces of a form say."""
    return "".join(piece if isinstance(piece, str) else text[piece[0] : piece[1]] for piece in pieces)


def restore(record: Mapping[str, Any], text: str) -> GoldArticle:
    """Return the gold of an article from its kept record and its text."""
    entities = {}
    for raw in record["entities"]:
        forms = [spell(pieces, text) for pieces in raw["forms"]]
        entities[raw["id"]] = GoldEntity(
            id=raw["id"],
            types=(raw["type"], *raw.get("types", ())),
            name=forms[0],
            aliases=tuple(forms[1:]),
            optional=bool(raw.get("optional")),
            properties={name: value for name, value in raw.items() if name not in _ENTITY_FIELDS},
        )
    relations = tuple(
        GoldRelation(
            type=raw["type"],
            source=raw["source"],
            target=raw["target"],
            optional=bool(raw.get("optional")),
            properties={name: value for name, value in raw.items() if name not in _RELATION_FIELDS},
        )
        for raw in record["relations"]
    )
    title = text.partition("\n")[0]
    return GoldArticle(record["id"], title, record.get("home"), record.get("date"), entities, relations)


def to_notation(gold: GoldArticle) -> str:
    """Return the gold in the notation of `.ann` files (`govgraph.gold`)."""
    lines = [f"# title: {gold.title}"] if gold.title else []
    lines += [f"home {gold.home or '-'}", f"date {gold.date or '-'}"]
    for entity in gold.entities.values():
        head = f"{entity.id}{'?' * entity.optional} {'/'.join(entity.types)} {' | '.join(entity.forms)}"
        lines.append(head + _braces(entity.properties))
    for relation in gold.relations:
        head = f"r{'?' * relation.optional} {relation.type} {relation.source} {relation.target}"
        lines.append(head + _braces(relation.properties))
    return "\n".join(lines) + "\n"


def _braces(properties: Mapping[str, Any]) -> str:
    return " {" + "; ".join(f"{name}={value}" for name, value in properties.items()) + "}" if properties else ""


if __name__ == "__main__":
    raise SystemExit(main())
