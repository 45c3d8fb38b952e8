"""Reading gold: what the graph of one article must hold, written by a person.

Two forms are read. The short notation (`.ann`), one item a line:

    # title: 县委召开常委会会议                  the title by which a fragment is found (see govgraph.score)
    home 湖北省孝感市孝昌县                      `-` or `null`: unknown
    date 2025-03-21
    e1 Agency 孝昌县委 | 县委                    type, name, further surface forms
    e2? Policy 某办法                            `?`: finding it or not finding it costs nothing
    e3 Organization/Agency 某中心                further acceptable types after `/`
    e4 Meeting 县委常委会会议 {date=2025-03-20}   properties
    r CONVENED e1 e4                             relation, source, target
    r? CITES e4 e2
    r REPORTED_BY article e5                     `article` stands for the article itself

and the JSON form: an object with `id`, `home`, `date`, `entities` (`id type name aliases optional types` and
properties) and `relations` (`type source target optional` and properties).
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from graph.errors import InvalidRecordError, UnreadableInputError
from graph.fragment import ARTICLE
from graph.schema import load_schema

GOLD_SUFFIXES = (".ann", ".json")

_TITLE = re.compile(r"#\s*title:\s*(.*)")
_PROPERTIES = re.compile(r"\{([^{}]*)\}$")
_ENTITY = re.compile(r"(e\d+)(\??)")
_ENTITY_FIELDS = ("id", "type", "types", "name", "aliases", "optional")
_RELATION_FIELDS = ("type", "source", "target", "optional")


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """A thing that must (or, if optional, may) be found. `types[0]` is its proper type, the others are accepted."""

    id: str
    types: tuple[str, ...]
    name: str
    aliases: tuple[str, ...] = ()
    optional: bool = False
    properties: dict[str, Any] = field(default_factory=dict)

    @property
    def type(self) -> str:
        """The proper type."""
        return self.types[0]

    @property
    def forms(self) -> tuple[str, ...]:
        """The name and all other surface forms."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class GoldRelation:
    """A relation that must (or, if optional, may) be found, between two entity ids; the source may be ARTICLE."""

    type: str
    source: str
    target: str
    optional: bool = False
    properties: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """The gold of one article. `id` is the file's stem, or what its JSON says."""

    id: str
    title: str | None = None
    home: str | None = None
    date: str | None = None
    entities: dict[str, GoldEntity] = field(default_factory=dict)
    relations: tuple[GoldRelation, ...] = ()

    def to_record(self) -> dict[str, Any]:
        """Return the gold in the shape of a fragment's JSON object, for scoring one annotator against another.

        Its edges have no `evidence` key: they are claims about the article, not background knowledge.
        """
        return {
            "article": {"id": self.id, "title": self.title or "", "home": self.home, "date": self.date},
            "nodes": [
                {"id": e.id, "label": e.type, "name": e.name, "aliases": list(e.aliases), **e.properties}
                for e in self.entities.values()
            ],
            "edges": [{"type": r.type, "source": r.source, "target": r.target, **r.properties} for r in self.relations],
        }


def parse_gold(path: Path) -> GoldArticle:
    """Return the gold of one article, from a `.ann` or `.json` file.

    Raises UnreadableInputError if the file cannot be read as UTF-8 text or JSON, and InvalidRecordError with file
    and line for a line that is no entity, relation or head line, for a type that the schema does not know, for an
    id used twice and for a relation whose end is no entity.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
        raw = json.loads(text) if path.suffix == ".json" else None
    except (OSError, ValueError) as error:
        raise UnreadableInputError(f"{path}: cannot read this gold file: {error}") from error
    gold = _from_notation(path, text) if path.suffix != ".json" else _from_json(path, raw)
    for relation in gold.relations:
        for end in (relation.source, relation.target):
            if end != ARTICLE and end not in gold.entities:
                raise InvalidRecordError(f"{path}: {relation.type} names {end!r}, which is no entity of this file")
    return gold


def read_gold(folder: Path) -> list[GoldArticle]:
    """Return the gold of every `.ann` and `.json` file in a folder, sorted by file name.

    Raises UnreadableInputError if the folder is missing or holds no gold, else as parse_gold.
    """
    if not folder.is_dir():
        raise UnreadableInputError(f"{folder}: no such folder of gold files")
    golds = [parse_gold(path) for path in sorted(folder.iterdir()) if path.suffix in GOLD_SUFFIXES]
    if not golds:
        raise UnreadableInputError(f"{folder}: no gold here (files ending in {' or '.join(GOLD_SUFFIXES)})")
    return golds


def _from_notation(path: Path, text: str) -> GoldArticle:
    head: dict[str, str | None] = {}
    entities: dict[str, GoldEntity] = {}
    relations: list[GoldRelation] = []
    for number, raw in enumerate(text.splitlines(), 1):
        where = f"{path}:{number}"
        line = raw.strip()
        if line.startswith("#"):
            if title := _TITLE.fullmatch(line):
                head["title"] = title[1]
            continue
        if not line:
            continue
        line, properties = _split_properties(line)
        key, _, rest = line.partition(" ")
        rest = rest.strip()
        if key in ("home", "date"):
            head[key] = None if rest in ("", "-", "null") else rest
        elif key in ("r", "r?"):
            ends = rest.split()
            if len(ends) != 3:
                raise InvalidRecordError(f"{where}: a relation is `r TYPE source target`, not {raw!r}")
            relations.append(_relation(where, ends[0], ends[1], ends[2], key == "r?", properties))
        elif match := _ENTITY.fullmatch(key):
            kinds, _, names = rest.partition(" ")
            forms = [form.strip() for form in names.split("|")]
            entity = _entity(where, match[1], kinds.split("/"), forms, bool(match[2]), properties)
            if entity.id in entities:
                raise InvalidRecordError(f"{where}: {entity.id} was used before")
            entities[entity.id] = entity
        else:
            raise InvalidRecordError(f"{where}: neither entity, relation, `home` nor `date`: {raw!r}")
    return GoldArticle(
        id=path.stem,
        title=head.get("title"),
        home=head.get("home"),
        date=head.get("date"),
        entities=entities,
        relations=tuple(relations),
    )


def _from_json(path: Path, raw: Any) -> GoldArticle:
    if not isinstance(raw, Mapping):
        raise InvalidRecordError(f"{path}: the gold of an article is one JSON object")
    entities: dict[str, GoldEntity] = {}
    relations: list[GoldRelation] = []
    try:
        for e in raw["entities"]:
            where = f"{path}: entity {e['id']}"
            kinds = [e["type"], *(kind for kind in e.get("types") or () if kind != e["type"])]
            rest = {k: v for k, v in e.items() if k not in _ENTITY_FIELDS}
            forms = [e["name"], *(e.get("aliases") or ())]
            entity = _entity(where, str(e["id"]), kinds, forms, bool(e.get("optional")), rest)
            if entity.id in entities:
                raise InvalidRecordError(f"{where} was used before")
            entities[entity.id] = entity
        for r in raw["relations"]:
            rest = {k: v for k, v in r.items() if k not in _RELATION_FIELDS}
            ends = (str(r["source"]), str(r["target"]))
            relations.append(_relation(str(path), r["type"], *ends, bool(r.get("optional")), rest))
    except (KeyError, TypeError) as error:
        raise InvalidRecordError(f"{path}: not the gold of an article: {error!r}") from error
    return GoldArticle(
        id=str(raw.get("id") or path.stem),
        title=raw.get("title"),
        home=raw.get("home"),
        date=raw.get("date"),
        entities=entities,
        relations=tuple(relations),
    )


def _split_properties(line: str) -> tuple[str, dict[str, Any]]:
    match = _PROPERTIES.search(line)
    if not match:
        return line, {}
    pairs = (pair.partition("=") for pair in match[1].split(";") if pair.strip())
    return line[: match.start()].strip(), {key.strip(): value.strip() for key, _, value in pairs}


def _entity(
    where: str, key: str, kinds: list[str], forms: list[str], optional: bool, properties: dict[str, Any]
) -> GoldEntity:
    known = load_schema().nodes
    for kind in kinds:
        if kind not in known or kind == "Article":
            raise InvalidRecordError(f"{where}: no node type {kind!r}; there are {', '.join(known)}")
    forms = [form for form in forms if form]
    if not forms:
        raise InvalidRecordError(f"{where}: {key} has no name")
    return GoldEntity(key, tuple(kinds), forms[0], tuple(forms[1:]), optional, properties)


def _relation(
    where: str, kind: str, source: str, target: str, optional: bool, properties: dict[str, Any]
) -> GoldRelation:
    known = load_schema().relations
    if kind not in known:
        raise InvalidRecordError(f"{where}: no relation type {kind!r}; there are {', '.join(known)}")
    return GoldRelation(kind, source, target, optional, properties)
