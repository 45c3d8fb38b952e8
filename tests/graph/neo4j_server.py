"""A real Neo4j for the tests: the one that GOVGRAPH_NEO4J_URI names, or one started here from its Maven jars.

The database of GOVGRAPH_NEO4J_URI is emptied by the tests.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

VERSION = "5.26.30"
PASSWORD = "tests-only-1"

_POM = f"""<project xmlns="http://maven.apache.org/POM/4.0.0">
<modelVersion>4.0.0</modelVersion><groupId>tests</groupId><artifactId>tests</artifactId><version>1</version>
<dependencies>
<dependency><groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>{VERSION}</version></dependency>
<dependency><groupId>org.neo4j</groupId><artifactId>cypher-shell</artifactId><version>{VERSION}</version></dependency>
</dependencies></project>
"""

_CONF = """server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{port}
server.http.enabled=false
server.memory.pagecache.size=32m
dbms.usage_report.enabled=false
internal.server.bolt.thread_pool_shutdown_wait_time=0s
internal.server.bolt.connection_shutdown_wait_time=0s
"""

_OPENS = [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in ("java.nio", "java.io", "sun.nio.ch")]


@dataclass(frozen=True)
class Server:
    """Where the server listens and whom it lets in; `jars` is None for a server that was not started here."""

    uri: str
    user: str | None
    password: str | None
    jars: Path | None


def jar_folder() -> Path:
    """Where the jars are kept from one run to the next."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return cache / "govgraph" / f"neo4j-{VERSION}"


def why_not() -> str | None:
    """Return why there can be no server, or None; fetches the jars when they are missing."""
    if os.environ.get("GOVGRAPH_NEO4J_URI"):
        return None
    java, maven = shutil.which("java"), shutil.which("mvn")
    if java is None or _major(java) < 17:
        return "they need Java 17 and Maven, or a server named by GOVGRAPH_NEO4J_URI; there is no Java 17"
    if jar_folder().is_dir():
        return None
    if maven is None:
        return "they need Java 17 and Maven, or a server named by GOVGRAPH_NEO4J_URI; there is no Maven"
    return _fetch(maven)


def _major(java: str) -> int:
    told = subprocess.run([java, "-version"], capture_output=True, text=True, check=False).stderr
    match = re.search(r'version "(\d+)', told)
    return int(match[1]) if match else 0


def _fetch(maven: str) -> str | None:
    aside = jar_folder().with_name(f"{jar_folder().name}.{os.getpid()}")
    aside.mkdir(parents=True)
    try:
        (aside / "pom.xml").write_text(_POM)
        command = [maven, "-q", "-B", "dependency:copy-dependencies", "-DincludeScope=runtime", "-DoutputDirectory=lib"]
        run = subprocess.run(command, cwd=aside, capture_output=True, text=True, check=False)
        if run.returncode:
            return f"Maven could not fetch the jars of Neo4j {VERSION}: {(run.stdout + run.stderr).strip()[-300:]}"
        if not jar_folder().exists():
            (aside / "lib").rename(jar_folder())
        return None
    finally:
        shutil.rmtree(aside)


@contextmanager
def running(home: Path) -> Iterator[Server]:
    """Give a server that answers; one started here lives in `home` and is stopped at the end."""
    if uri := os.environ.get("GOVGRAPH_NEO4J_URI"):
        yield Server(uri, os.environ.get("GOVGRAPH_NEO4J_USER"), os.environ.get("GOVGRAPH_NEO4J_PASSWORD"), None)
        return
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    (home / "conf").mkdir()
    (home / "conf" / "neo4j.conf").write_text(_CONF.format(port=port))
    path = f"{jar_folder()}/*"
    places = {**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
    admin = ["java", "-cp", path, "org.neo4j.cli.AdminTool", "dbms", "set-initial-password", PASSWORD]
    subprocess.run(admin, env=places, check=True, capture_output=True)
    small = ["-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"]
    entry = [
        "org.neo4j.server.CommunityEntryPoint",
        f"--home-dir={home}",
        f"--config-dir={home}/conf",
        "--console-mode",
    ]
    log = home / "console.log"
    with log.open("wb") as out:
        process = subprocess.Popen(["java", *small, "-cp", path, *_OPENS, *entry], stdout=out, stderr=subprocess.STDOUT)
    try:
        _await(process, log)
        yield Server(f"bolt://127.0.0.1:{port}", "neo4j", PASSWORD, jar_folder())
    finally:
        process.kill()
        process.wait()


def _await(process: subprocess.Popen[bytes], log: Path) -> None:
    limit = time.monotonic() + 90
    while "Started." not in log.read_text(errors="replace"):
        if process.poll() is not None or time.monotonic() > limit:
            raise RuntimeError(f"Neo4j did not start:\n{log.read_text(errors='replace')[-2000:]}")
        time.sleep(0.1)
