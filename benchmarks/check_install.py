"""Builds wheel and sdist, installs them into empty environments on the lowest and on the newest versions of what they need,
and runs the demo there, outside the source tree.

    python -m benchmarks.check_install --uv PATH [--python 3.11] [--tests tests/graph ...]

Four environments: the core alone, and with all extras; each with the lowest version that pyproject.toml allows for what it
names (what those need in turn is the newest that fits), and with the newest of all. All four must give the same graph, byte
by byte. `--tests` runs tests of the project, too, on the versions of the environments with all extras.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import urllib.request
from pathlib import Path
from tempfile import TemporaryDirectory

from packaging.utils import canonicalize_name

from benchmarks.product import ROOT, extras, required
from tests.extractors.typeset import Press, seed

RESOLUTIONS = ("lowest-direct", "highest")
QUESTIONS = (("meeting_directives", "agency=岷县政府"), ("company_projects", "place=宣威市"))
CORE_FORMATS = {"graphml": "g.graphml", "gexf": "g.gexf", "csv": "csv", "turtle": "g.ttl", "nquads": "g.nq", "trig": "g.trig",
                "jsonld": "g.jsonld", "ntriples": "g.nt", "cypher": "g.cypher", "neo4j-admin": "admin"}  # fmt: skip
VERIFIED = ("graphml", "gexf", "csv", "turtle")
IN_PYTHON = """
import govgraph, spacy
nlp = spacy.blank("zh")
nlp.add_pipe("govgraph")
assert len(nlp("3月20日，吕梁市政协召开信息工作会。吕梁市政协主席王强出席并讲话。").ents) >= 3
with govgraph.GraphStore.open("demo") as store:
    assert len(govgraph.to_networkx(store)) == store.counts().nodes > 100
"""
PACK = """
import pathlib, zstandard
pathlib.Path("pages.jsonl.zst").write_bytes(zstandard.ZstdCompressor().compress(pathlib.Path("pages.jsonl").read_bytes()))
"""


class Environment:
    """An empty environment with one installation of the wheel in it, and a folder outside the source tree to work in."""

    def __init__(self, folder: Path, uv: str) -> None:
        self.folder, self.uv, self.work = folder, uv, folder / "work"
        self.work.mkdir(parents=True)
        self.bin = folder / "venv" / "bin"
        hidden = ("PYTHONPATH", "VIRTUAL_ENV", "PYTHONHOME")
        self._variables = {name: value for name, value in os.environ.items() if name not in hidden}
        self._variables["PYTHONIOENCODING"] = "utf-8"

    def install(self, wheel: Path, wanted: list[str], resolution: str, python: str) -> str:
        """Make the environment; return the versions of what pyproject.toml names."""
        self._run(self.uv, "venv", "--quiet", "--python", python, str(self.folder / "venv"))
        at = ("--python", str(self.bin / "python"))
        # Asked of pyproject.toml, not of the wheel: `direct` would then be the wheel alone.
        chosen = [f"--extra={extra}" for extra in wanted]
        asked = ("-r", str(ROOT / "pyproject.toml"), *chosen, "--resolution", resolution)
        self._run(self.uv, "pip", "install", "--quiet", *at, *asked)
        self._run(self.uv, "pip", "install", "--quiet", *at, "--no-deps", str(wheel))
        self._run(self.uv, "pip", "check", "--quiet", *at)
        frozen = dict(line.split("==") for line in self._run(self.uv, "pip", "freeze", *at).split() if "==" in line)
        versions = {canonicalize_name(name): version for name, version in frozen.items()}
        named = sorted({canonicalize_name(one.name) for one in required(*wanted)})
        return ", ".join(f"{name} {versions[name]}" for name in named)

    def govgraph(self, *arguments: str, code: int = 0) -> str:
        """Run the installed command in the working folder; return what it prints, or what it complains of."""
        return self._run(str(self.bin / "govgraph"), *arguments, code=code)

    def python(self, *arguments: str, where: Path | None = None) -> str:
        """Run the environment's Python; warnings are not shown."""
        return self._run(str(self.bin / "python"), *arguments, where=where)

    def tests(self, paths: list[str]) -> str:
        """Run tests of the source tree on this environment's packages; the tools of the tests are added to it."""
        tools = [str(one) for one in required("test")]
        self._run(self.uv, "pip", "install", "--quiet", "--python", str(self.bin / "python"), *tools)
        return self.python("-m", "pytest", "-p", "no:cacheprovider", *paths, where=ROOT)

    def serving(self) -> None:
        """Start `serve` and ask it for its first page."""
        command = [str(self.bin / "govgraph"), "serve", "-g", "demo", "--port", "0"]
        server = subprocess.Popen(
            command,
            cwd=self.work,
            env=self._variables,
            text=True,
            bufsize=1,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        try:
            address = next((word for line in server.stdout for word in line.split() if word.startswith("http")), "")
            with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310 - the address that our own server says
                _hold(answer.status == 200, f"{address} answers {answer.status}")
        finally:
            server.terminate()
            server.wait(30)

    def _run(self, *command: str, code: int = 0, where: Path | None = None) -> str:
        done = subprocess.run(
            command, cwd=where or self.work, env=self._variables, capture_output=True, text=True, check=False
        )
        _hold(
            done.returncode == code,
            f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout[-2000:]}{done.stderr[-3000:]}",
        )
        return done.stderr if code else done.stdout


def demo(place: Environment) -> str:
    """Run the demo and every export of the core; return the checksum of the canonical form."""
    for page in sorted((ROOT / "seeds").glob("*.txt")):
        shutil.copy(page, place.work)
    place.govgraph("build", *(page.name for page in sorted(place.work.glob("*.txt"))), "-o", "demo")
    for question, value in QUESTIONS:
        _hold(value.partition("=")[2] in place.govgraph("query", question, "--param", value, "-g", "demo"), question)
    place.govgraph("cypher", "MATCH (p:Person) RETURN count(p) AS n", "-g", "demo")
    place.govgraph("sparql", "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }", "-g", "demo")
    for name, path in CORE_FORMATS.items():
        place.govgraph("export", name, "-g", "demo", "-o", path)
    place.govgraph("export", "jsonl", "-g", "demo", "-o", "canonical")
    place.govgraph("verify", "-g", "demo", *(CORE_FORMATS[name] for name in VERIFIED))
    place.python("-W", "error::DeprecationWarning:govgraph", "-c", IN_PYTHON)
    total = hashlib.sha256()
    for file in sorted((place.work / "canonical").iterdir()):
        total.update(file.read_bytes())
    return total.hexdigest()[:16]


def without_extras(place: Environment) -> None:
    """What needs an extra says so and names it."""
    _extra_inputs(place)
    for extra, command in {
        "parquet": ("export", "parquet", "-g", "demo", "-o", "parquet"),
        "shacl": ("validate", "-g", "demo"),
        "html": ("articles", "page.html"),
        "pdf": ("articles", "page.pdf"),
        "serve": ("serve", "-g", "demo"),
    }.items():
        said = place.govgraph(*command, code=1)
        _hold(f"govgraph[{extra}]" in said, f"{' '.join(command)} does not name the extra {extra}: {said}")


def with_extras(place: Environment) -> None:
    """Every extra does its work."""
    _extra_inputs(place)
    (place.work / "pages.jsonl").write_text(place.govgraph("articles", *_names(place, "*.txt")), encoding="utf-8")
    place.python("-c", PACK)
    place.govgraph("export", "parquet", "-g", "demo", "-o", "parquet")
    place.govgraph("verify", "-g", "demo", "parquet")
    place.govgraph("validate", "-g", "demo")
    place.govgraph("build", "page.html", "page.pdf", "pages.jsonl.zst", "-o", "inputs")
    place.serving()


def _extra_inputs(place: Environment) -> None:
    shutil.copy(ROOT / "tests/extractors/data/html/national.html", place.work / "page.html")
    record, articles = seed("columns")
    press = Press(3)
    press.masthead(record)
    press.flow(articles)
    (place.work / "page.pdf").write_bytes(press.pdf())


def _names(place: Environment, pattern: str) -> list[str]:
    return [page.name for page in sorted(place.work.glob(pattern))]


def _hold(holds: bool, otherwise: str) -> None:
    if not holds:
        raise SystemExit(otherwise)


def main() -> None:
    """Print a line for each environment; end with 1 at the first thing that does not work."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--uv", default=shutil.which("uv"), help="The installer uv.")
    parser.add_argument("--python", default="3.11", help="The Python of the environments.")
    parser.add_argument("--resolution", choices=RESOLUTIONS, action="append", help="One of the two alone.")
    parser.add_argument("--tests", nargs="+", default=[], help="Tests to run besides.")
    options = parser.parse_args()
    _hold(bool(options.uv), "uv is not there: pip install uv, or name it by --uv")
    uv = str(Path(options.uv).absolute())  # the demo runs in another folder
    with TemporaryDirectory() as name:
        dist = Path(name, "dist")
        subprocess.run([uv, "build", "--quiet", "--out-dir", str(dist), str(ROOT)], check=True)
        sdist, wheel = next(dist.glob("*.tar.gz")), next(dist.glob("*.whl"))
        print(f"{sdist.name} {sdist.stat().st_size / 1e6:.1f} MB, {wheel.name} {wheel.stat().st_size / 1e6:.1f} MB")
        graphs = set()
        for resolution in options.resolution or RESOLUTIONS:
            for wanted in ([], extras()):
                what = f"{resolution}, {'all extras' if wanted else 'core'}"
                place = Environment(Path(name, what.replace(", ", "-").replace(" ", "-")), uv)
                print(f"{what}: {place.install(wheel, wanted, resolution, options.python)}", flush=True)
                graphs.add(demo(place))
                (with_extras if wanted else without_extras)(place)
                print(f"{what}: the demo, {len(CORE_FORMATS) + 1} exports: graph {sorted(graphs)}", flush=True)
            if options.tests:
                print(place.tests(options.tests)[-300:], flush=True)
        _hold(len(graphs) == 1, f"the environments disagree: {sorted(graphs)}")


if __name__ == "__main__":
    sys.exit(main())
