"""Java programs for the tests, from their Maven jars, which are kept from one run to the next."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True)
class Jars:
    """A program, the Java it needs, and what Maven has to fetch for it: group, artifact and version of each."""

    name: str
    version: str
    java: int
    wanted: tuple[tuple[str, str, str], ...]

    @property
    def folder(self) -> Path:
        """Where the jars are kept."""
        cache_folder = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
        mark = hashlib.sha256(self._pom().encode()).hexdigest()[:8]
        return cache_folder / "govgraph" / f"{self.name.lower()}-{self.version}-{mark}"

    def why_not(self) -> str | None:
        """Return why the program cannot be had, or None; fetches the jars when they are missing."""
        if find_java(self.java) is None:
            return f"{self.name} {self.version} needs Java {self.java} or later"
        if self.folder.is_dir():
            return None
        maven = shutil.which("mvn")
        return f"the jars of {self.name} are fetched by Maven (mvn)" if maven is None else self._fetch(maven)

    def _pom(self) -> str:
        dependencies = "".join(
            f"<dependency><groupId>{g}</groupId><artifactId>{a}</artifactId><version>{v}</version></dependency>\n"
            for g, a, v in self.wanted
        )
        return (
            '<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>\n'
            f"<groupId>tests</groupId><artifactId>tests</artifactId><version>1</version>\n"
            f"<dependencies>\n{dependencies}</dependencies></project>\n"
        )

    def _fetch(self, maven: str) -> str | None:
        aside = self.folder.with_name(f"{self.folder.name}.{os.getpid()}")
        aside.mkdir(parents=True)
        try:
            (aside / "pom.xml").write_text(self._pom())
            command = [
                maven,
                "-q",
                "-B",
                "dependency:copy-dependencies",
                "-DincludeScope=runtime",
                "-DoutputDirectory=lib",
            ]
            run = subprocess.run(command, cwd=aside, capture_output=True, text=True, check=False)
            if run.returncode:
                return f"Maven could not fetch {self.name} {self.version}: {(run.stdout + run.stderr).strip()[-300:]}"
            if not self.folder.exists():
                (aside / "lib").rename(self.folder)
            return None
        finally:
            shutil.rmtree(aside)


@cache
def find_java(at_least: int) -> str | None:
    """Return the oldest Java that is new enough: on the path, in JAVA_HOME or where systems keep them."""
    homes = [Path(os.environ.get("JAVA_HOME") or "/nonexistent"), *Path("/usr/lib/jvm").glob("*")]
    homes += Path("/Library/Java/JavaVirtualMachines").glob("*/Contents/Home")
    found = [shutil.which("java"), *(str(home / "bin" / "java") for home in homes)]
    versions = {java: _major(java) for java in found if java and Path(java).is_file()}
    return min((j for j in versions if versions[j] >= at_least), key=lambda j: versions[j], default=None)


def _major(java: str) -> int:
    told = subprocess.run([java, "-version"], capture_output=True, text=True, check=False).stderr
    match = re.search(r'version "(\d+)', told)
    return int(match[1]) if match else 0
