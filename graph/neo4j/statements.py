"""The Cypher that takes `rows`: constraints, and MERGE that writes only what differs. It runs on Neo4j 4.4 and later."""

from __future__ import annotations

from functools import cache

from graph.neo4j.rows import EVIDENCE, FORM, FULL_ID, MARK, Batch, own_edge_names, own_node_names
from graph.schema import load_schema


def node_constraints() -> dict[str, str]:
    """Return, by their names, the statements that make `id` unique for every label; safe to repeat."""
    names = {f"govgraph_{label.lower()}_id": label for label in load_schema().nodes}
    return {
        name: f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:`{label}`) REQUIRE n.id IS UNIQUE"
        for name, label in names.items()
    }


def edge_constraints() -> dict[str, str]:
    """Return, by their names, the statements that make `id` unique for every relationship type; safe to repeat.

    Without them MERGE would compare all parallel edges between two nodes. Neo4j 4.4 does not know them.
    """
    names = {f"govgraph_{kind.lower()}_rel_id": kind for kind in load_schema().relations}
    return {
        name: f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR ()-[r:`{kind}`]-() REQUIRE r.id IS UNIQUE"
        for name, kind in names.items()
    }


def edge_indexes() -> dict[str, str]:
    """Return, by their names, statements for indexes in place of `edge_constraints`, for Neo4j 4.4."""
    names = {f"govgraph_{kind.lower()}_rel_index": kind for kind in load_schema().relations}
    return {name: f"CREATE INDEX {name} IF NOT EXISTS FOR ()-[r:`{kind}`]-() ON (r.id)" for name, kind in names.items()}


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
    return f"UNWIND $rows AS row MERGE (x:`{label}` {{id: row[0]}}) {_write('x, row', values)}"


@cache
def _merge_edges(kind: str, source: str, target: str) -> str:
    values = {"kind": f"'{kind}'", "confidence": "row[4]"}
    values |= {
        "evidence" if part == "text" else f"evidence_{part}": f"[i IN places | row[3][i + {place}]]"
        for place, part in enumerate(EVIDENCE)
    }
    values["articles"] = f"coalesce(row[5], {values['evidence_article']})"
    values |= {name: f"row[{place}]" for place, name in enumerate(own_edge_names(kind), 6)}
    return (
        f"UNWIND $rows AS row MATCH (a:`{source}` {{id: row[1]}}) MATCH (b:`{target}` {{id: row[2]}})"
        f" MERGE (a)-[x:`{kind}` {{id: row[0]}}]->(b)"
        f" WITH x, row, range(0, size(row[3]) - 1, {len(EVIDENCE)}) AS places"
        f" {_write('x, row, places', values)}"
    )


def _write(carried: str, values: dict[str, str]) -> str:
    values = {**values, MARK: str(FORM)}
    given = ", ".join(f"`{name}`: {value}" for name, value in values.items())
    # Comparing with null gives null: then they differ when one of them is there.
    differs = "any(k IN keys(p) WHERE coalesce(x[k] <> p[k], (x[k] IS NULL) <> (p[k] IS NULL)))"
    return (
        f"WITH {carried}, {{{given}}} AS p WITH x, p, {differs} AS differs"
        " FOREACH (_ IN CASE WHEN differs THEN [1] ELSE [] END | SET x += p)"
        " RETURN count(*) AS arrived, sum(CASE WHEN differs THEN 1 ELSE 0 END) AS written"
    )


def turn_edges(kind: str) -> str:
    """Return the statement that deletes marked edges of `$rows` that stand between other ends than the rows say."""
    return (
        f"UNWIND $rows AS row MATCH (a)-[x:`{kind}` {{id: row[0]}}]->(b) WHERE x.{MARK} IS NOT NULL"
        " AND (coalesce(a.id, '') <> row[1] OR coalesce(b.id, '') <> row[2])"
        " DELETE x RETURN count(*) AS deleted"
    )


