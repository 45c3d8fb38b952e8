"""The Cypher that takes `rows`: constraints, and MERGE that writes only what differs. It runs on Neo4j 4.4 and later."""

from __future__ import annotations

from functools import cache

from graph.neo4j.rows import EVIDENCE, FORM, FULL_ID, MARK, Batch, own_edge_names, own_node_names
from graph.schema import load_schema


def quoted(name: str) -> str:
    """Return a label, type or property name as Cypher that means it and nothing else, whatever it holds."""
    # Neo4j reads \\uXXXX inside of backticks too, and a backtick that comes so would end the name.
    return "`" + name.replace("\\", "\\u005c").replace("`", "``") + "`"


def node_constraints() -> dict[str, str]:
    """Return, by their names, the statements that make `id` unique for every label; safe to repeat."""
    names = {f"govgraph_{label.lower()}_id": label for label in load_schema().nodes}
    return {
        name: f"CREATE CONSTRAINT {quoted(name)} IF NOT EXISTS FOR (n:{quoted(label)}) REQUIRE n.id IS UNIQUE"
        for name, label in names.items()
    }


def edge_constraints() -> dict[str, str]:
    """Return, by their names, the statements that make `id` unique for every relationship type; safe to repeat.

    Without them MERGE would compare all parallel edges between two nodes. Neo4j 4.4 does not know them.
    """
    names = {f"govgraph_{kind.lower()}_rel_id": kind for kind in load_schema().relations}
    return {
        name: f"CREATE CONSTRAINT {quoted(name)} IF NOT EXISTS FOR ()-[r:{quoted(kind)}]-() REQUIRE r.id IS UNIQUE"
        for name, kind in names.items()
    }


def edge_indexes() -> dict[str, str]:
    """Return, by their names, statements for indexes in place of `edge_constraints`, for Neo4j 4.4."""
    names = {f"govgraph_{kind.lower()}_rel_index": kind for kind in load_schema().relations}
    return {
        name: f"CREATE INDEX {quoted(name)} IF NOT EXISTS FOR ()-[r:{quoted(kind)}]-() ON (r.id)"
        for name, kind in names.items()
    }


def merge(batch: Batch) -> str:
    """Return the statement that makes the nodes or edges of a batch, or brings them to what the rows say.

    It answers with one row: `arrived` counts the rows that were taken, `written` those that changed anything.
    """
    return _merge_nodes(batch.kind) if batch.ends is None else _merge_edges(batch.kind, *batch.ends)


@cache
def _merge_nodes(label: str) -> str:
    own = own_node_names(label)
    values = {"kind": f"'{label}'", "name": "row[1]", "aliases": "row[2]", "articles": "row[3]"}
    values |= {name: f"row[{place}]" for place, name in enumerate((*own, FULL_ID), 4)}
    return f"UNWIND $rows AS row MERGE (x:{quoted(label)} {{id: row[0]}}) {_write('x, row', values)}"


@cache
def _merge_edges(kind: str, source: str, target: str) -> str:
    values = {"kind": f"'{kind}'", "confidence": "row[4]"}
    values |= {
        "evidence" if part == "text" else f"evidence_{part}": f"[i IN places | row[3][{len(EVIDENCE)} * i + {place}]]"
        for place, part in enumerate(EVIDENCE)
    }
    values["articles"] = f"coalesce(row[5], {values['evidence_article']})"
    values |= {name: f"row[{place}]" for place, name in enumerate(own_edge_names(kind), 6)}
    return (
        f"UNWIND $rows AS row MATCH (a:{quoted(source)} {{id: row[1]}}) MATCH (b:{quoted(target)} {{id: row[2]}})"
        f" MERGE (a)-[x:{quoted(kind)} {{id: row[0]}}]->(b)"
        # A range with a step is not empty where it should be: range(0, -1, 6) is [0].
        f" WITH x, row, range(0, size(row[3]) / {len(EVIDENCE)} - 1) AS places"
        f" {_write('x, row, places', values)}"
    )


def _write(carried: str, values: dict[str, str]) -> str:
    values = {**values, MARK: str(FORM)}
    given = ", ".join(f"{quoted(name)}: {value}" for name, value in values.items())
    # Comparing with null gives null: then they differ when one of them is there.
    differs = "any(k IN keys(p) WHERE coalesce(x[k] <> p[k], (x[k] IS NULL) <> (p[k] IS NULL)))"
    return (
        f"WITH {carried}, {{{given}}} AS p WITH x, p, {differs} AS differs"
        " FOREACH (_ IN CASE WHEN differs THEN [1] ELSE [] END | SET x += p)"
        " RETURN count(*) AS arrived, sum(CASE WHEN differs THEN 1 ELSE 0 END) AS written"
    )


def drop_copies(kind: str) -> str:
    """Return the statement that deletes marked edges with ids of `$rows`, except one each that has the row's ends."""
    return (
        f"UNWIND $rows AS row MATCH (a)-[x:{quoted(kind)} {{id: row[0]}}]->(b) WHERE x.{MARK} IS NOT NULL"
        " WITH row, x, coalesce(a.id, '') = row[1] AND coalesce(b.id, '') = row[2] AS right"
        " WITH row, collect(CASE WHEN right THEN x END) AS good, collect(CASE WHEN right THEN NULL ELSE x END) AS bad"
        " UNWIND bad + good[1..] AS x DELETE x RETURN count(*) AS deleted"
    )
