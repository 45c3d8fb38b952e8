"""Real Neo4j servers for the tests: the one that GOVGRAPH_NEO4J_URI names, or some started here from their Maven jars.

The database of GOVGRAPH_NEO4J_URI is emptied by the tests.
"""

from __future__ import annotations

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from tests.graph.maven import Jars, find_java

PASSWORD = "tests-only-1"


@dataclass(frozen=True)
class Release:
    """A version of Neo4j: the Java it needs, the class that starts it, and what it comes with."""

    version: str
    java: int
    entry: str = "org.neo4j.server.CommunityEntryPoint"
    extras: tuple[tuple[str, str, str], ...] = ()
    settings: str = "server.bolt.listen_address=127.0.0.1:{bolt}\nserver.http.listen_address=127.0.0.1:{http}\n"

    @property
    def jars(self) -> Jars:
        """What Maven fetches for it."""
        return Jars("Neo4j", self.version, self.java, (("org.neo4j", "neo4j", self.version), *self.extras))


MAIN = Release(
    "5.26.30",
    17,
    extras=(("org.neo4j", "cypher-shell", "5.26.30"), ("org.neo4j.client", "neo4j-browser", "5.24.0")),
)
RELEASES = {
    "5.26": MAIN,
    "2026.08": Release("2026.08.1", 21, "org.neo4j.server.Neo4jCommunity"),
    "4.4": Release(
        "4.4.48",
        17,
        settings="dbms.connector.bolt.listen_address=127.0.0.1:{bolt}\n"
        "dbms.connector.http.listen_address=127.0.0.1:{http}\n",
    ),
}

_CONF = """dbms.usage_report.enabled=false
server.memory.pagecache.size=32m
server.directories.import=import
internal.server.bolt.thread_pool_shutdown_wait_time=0s
internal.server.bolt.connection_shutdown_wait_time=0s
"""
_CONF_4 = "dbms.memory.pagecache.size=32m\n"

_OPENS = [f"--add-opens=java.base/{p}=ALL-UNNAMED" for p in ("java.nio", "java.io", "sun.nio.ch", "java.lang")]


@dataclass(frozen=True)
class Server:
    """Where a server listens and whom it lets in; `tools` is None for one that was not started here."""

    uri: str
    user: str | None
    password: str | None
    http: str = ""
    tools: Tools | None = None
    pid: int = 0

    @property
    def auth(self) -> tuple[str, str] | None:
        """What the driver takes."""
        return (self.user, self.password or "") if self.user else None


@dataclass(frozen=True)
class Tools:
    """The programs that come with a release, for a home folder of their own."""

    java: str
    jars: Path
    home: Path
    jvm: tuple[str, ...] = ("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")

    def command(self, main: str, *arguments: str) -> list[str]:
        """Return the command line that starts a class of the jars."""
        return [self.java, *self.jvm, *_OPENS, "-cp", f"{self.jars}/*", main, *arguments]

    def admin(self, *arguments: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
        """Run neo4j-admin."""
        places = {**os.environ, "NEO4J_HOME": str(self.home), "NEO4J_CONF": str(self.home / "conf")}
        command = self.command("org.neo4j.cli.AdminTool", *arguments)
        return subprocess.run(command, env=places, cwd=cwd, capture_output=True, text=True, check=False)

    def shell(self, server: Server, script: Path) -> subprocess.CompletedProcess[str]:
        """Run cypher-shell on a script."""
        login = ["-a", server.uri, "-u", str(server.user), "-p", str(server.password)]
        command = self.command("org.neo4j.shell.Main", *login, "--format", "plain", "-f", str(script))
        return subprocess.run(command, capture_output=True, text=True, check=False)


def why_not(release: Release, *, started_here: bool = False) -> str | None:
    """Return why there can be no such server, or None; fetches the jars when they are missing.

    The server that GOVGRAPH_NEO4J_URI names stands in for the main release, unless it has to be one started here.
    """
    if release is MAIN and not started_here and os.environ.get("GOVGRAPH_NEO4J_URI"):
        return None
    return release.jars.why_not()


@contextmanager
def running(home: Path, release: Release = MAIN) -> Iterator[Server]:
    """Give a server that answers; one started here lives in `home`, which it may find filled, and is stopped at the end."""
    if release is MAIN and (uri := os.environ.get("GOVGRAPH_NEO4J_URI")):
        yield Server(uri, os.environ.get("GOVGRAPH_NEO4J_USER"), os.environ.get("GOVGRAPH_NEO4J_PASSWORD"))
        return
    with started(home, release) as server:
        yield server


@contextmanager
def started(home: Path, release: Release = MAIN, *, jvm: tuple[str, ...] = ()) -> Iterator[Server]:
    """Give a server that was started here, small unless `jvm` has other options for Java."""
    tools = prepared(home, release)
    tools = replace(tools, jvm=jvm or tools.jvm)
    bolt, http = _free_port(), _free_port()
    with (home / "conf" / "neo4j.conf").open("a") as conf:
        conf.write(release.settings.format(bolt=bolt, http=http))
    log = home / "console.log"
    entry = [f"--home-dir={home}", f"--config-dir={home}/conf", "--console-mode"]
    with log.open("wb") as out:
        process = subprocess.Popen(tools.command(release.entry, *entry), stdout=out, stderr=subprocess.STDOUT)
    try:
        _await(process, log)
        yield Server(f"bolt://127.0.0.1:{bolt}", "neo4j", PASSWORD, f"http://127.0.0.1:{http}", tools, process.pid)
    finally:
        process.kill()
        process.wait()


def prepared(home: Path, release: Release = MAIN) -> Tools:
    """Return the programs of a release for a home folder, which is made ready for a server when it is empty."""
    java = find_java(release.java)
    if java is None:
        raise RuntimeError(f"Neo4j {release.version} needs Java {release.java}")
    tools = Tools(java, release.jars.folder, home)
    old = release.version.startswith("4")
    fresh = not (home / "conf").exists()
    (home / "conf").mkdir(parents=True, exist_ok=True)
    (home / "import").mkdir(exist_ok=True)
    (home / "conf" / "neo4j.conf").write_text(_CONF_4 if old else _CONF)
    if fresh:
        run = tools.admin(*(() if old else ("dbms",)), "set-initial-password", PASSWORD)
        if run.returncode:
            raise RuntimeError(f"no password could be set: {run.stdout}{run.stderr}")
    return tools


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _await(process: subprocess.Popen[bytes], log: Path) -> None:
    limit = time.monotonic() + 90
    while "Started." not in log.read_text(errors="replace"):
        if process.poll() is not None or time.monotonic() > limit:
            raise RuntimeError(f"Neo4j did not start:\n{log.read_text(errors='replace')[-2000:]}")
        time.sleep(0.1)
