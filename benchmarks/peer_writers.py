"""Runs the writers of KGX and BioCypher, in an environment that has them, over a graph in two files of flat records.

    PYTHON benchmarks/peer_writers.py kgx NODES EDGES bolt://… USER PASSWORD
    PYTHON benchmarks/peer_writers.py biocypher NODES EDGES FOLDER

Needs nothing of govgraph; prints seconds by the clock, CPU seconds and the version. The records are read before the clock starts.
KGX asks the network for the Biolink model, its mappings and contexts when it is imported; here it gets the model of the package
biolink-model and empty contexts, which its writer does not look at. Its constraint has a form that Neo4j 5 no longer takes, so the
caller makes it. BioCypher runs without an ontology (`head_ontology: null`), as its configuration allows.
"""

from __future__ import annotations

import json
import sys
import time
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

CATEGORY = "biolink:NamedThing"


def kgx(nodes: list[dict], edges: list[dict], uri: str, user: str, password: str) -> tuple[float, float]:
    """Write into a server through KGX's sink; return seconds by the clock and CPU seconds."""
    from bmt import toolkit

    model = str(files("biolink_model") / "schema" / "biolink_model.yaml")
    toolkit.Toolkit.__init__.__defaults__ = (model, {"predicate mappings": []})
    import kgx.config
    from kgx.sink.neo_sink import NeoSink

    kgx.config.jsonld_context_map.update(biolink={}, monarch_context={}, obo_context={})

    class Owner:
        def log_error(self, **fault: object) -> None:
            if "CONSTRAINT" not in str(fault) and "constraint" not in str(fault):
                raise SystemExit(str(fault)[:2000])

    for node in nodes:
        node["properties"] |= {"id": node["id"], "category": [CATEGORY, node["label"]]}
    for edge in edges:
        edge["properties"] |= {"subject": edge["source"], "object": edge["target"], "predicate": edge["type"]}
    start, used = time.perf_counter(), time.process_time()
    sink = NeoSink(Owner(), uri, user, password)
    for node in nodes:
        sink.write_node(node["properties"])
    for edge in edges:
        sink.write_edge(edge["properties"])
    sink.finalize()
    sink.session.close()
    return time.perf_counter() - start, time.process_time() - used


def biocypher(nodes: list[dict], edges: list[dict], folder: str) -> tuple[float, float]:
    """Write the files of `neo4j-admin database import`; return seconds by the clock and CPU seconds."""
    import yaml
    from biocypher import BioCypher

    place = Path(folder)
    schema = {
        label.lower(): {"represented_as": "node", "preferred_id": "id", "input_label": label}
        for label in sorted({node["label"] for node in nodes})
    } | {
        kind.lower().replace("_", " "): {"represented_as": "edge", "input_label": kind}
        for kind in sorted({edge["type"] for edge in edges})
    }
    for kind, records in (("label", nodes), ("type", edges)):
        _level(kind, records)
    (place / "schema.yaml").write_text(yaml.safe_dump(schema), encoding="utf-8")
    settings = {
        "biocypher": {
            "dbms": "neo4j",
            "offline": True,
            "strict_mode": False,
            "head_ontology": None,
            "schema_config_path": str(place / "schema.yaml"),
            "log_to_disk": False,
            "debug": False,
            "output_directory": str(place / "out"),
        },
        "neo4j": {"file_format": "csv"},
    }
    (place / "config.yaml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    start, used = time.perf_counter(), time.process_time()
    writer = BioCypher(biocypher_config_path=str(place / "config.yaml"))
    done = writer.write_nodes((n["id"], n["label"], n["properties"]) for n in nodes) and writer.write_edges(
        (e["id"], e["source"], e["target"], e["type"], e["properties"]) for e in edges
    )
    if not done:
        raise SystemExit("BioCypher did not write the graph")
    writer.write_import_call()
    return time.perf_counter() - start, time.process_time() - used


def _level(kind: str, records: list[dict]) -> None:
    """Give all records of one kind the same properties, an empty text where one has none: BioCypher asks for that."""
    columns: dict[str, dict[str, str]] = {}
    for record in records:
        columns.setdefault(record[kind], {}).update(dict.fromkeys(record["properties"], ""))
    for record in records:
        record["properties"] = columns[record[kind]] | record["properties"]


def main() -> None:
    """Print the figures as JSON on the last line."""
    peer, *paths = sys.argv[1:4]
    nodes, edges = (
        [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()] for path in paths
    )
    wall, cpu = {"kgx": kgx, "biocypher": biocypher}[peer](nodes, edges, *sys.argv[4:])
    print(json.dumps({"wall": wall, "cpu": cpu, "version": version(peer)}))


if __name__ == "__main__":
    main()
