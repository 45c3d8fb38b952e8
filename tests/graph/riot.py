"""Apache Jena from its Maven jars: `riot`, which reads every RDF format and warns of what is doubtful, and its SHACL."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

from tests.graph.maven import Jars, find_java

JARS = Jars(
    "Jena",
    "5.6.0",
    17,
    (
        ("org.apache.jena", "jena-cmds", "5.6.0"),
        ("org.slf4j", "slf4j-simple", "2.0.17"),
    ),  # without it no warning is seen
)


def complaints(files: Sequence[Path]) -> list[str]:
    """Return every warning and error of `riot --validate --strict` about the files."""
    java = find_java(JARS.java)
    assert java is not None
    command = [java, "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", f"{JARS.folder}/*"]
    command += ["riotcmd.riot", "--validate", "--strict", *map(str, files)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    told = [line for line in (run.stdout + run.stderr).splitlines() if " INFO " not in line]
    return told if told or not run.returncode else [f"exit code {run.returncode}"]


def nquads(file: Path) -> str:
    """Return what riot understands of a file, as N-Quads."""
    java = find_java(JARS.java)
    assert java is not None
    command = [java, "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", f"{JARS.folder}/*"]
    command += ["riotcmd.riot", "--output=nq", str(file)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def shacl(shapes: Path, data: Path) -> str:
    """Return Jena's report, in Turtle, of what in the data breaks the shapes."""
    java = find_java(JARS.java)
    assert java is not None
    command = [java, "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", f"{JARS.folder}/*"]
    command += ["shacl.shacl", "validate", "--shapes", str(shapes), "--data", str(data)]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout
