"""Mutates articles and reads them: no crash, no hang, and everything that must hold of a fragment and a graph holds.

    python -m benchmarks.fuzz CORPUS… [--minutes 10] [--seed 1] [--keep FOLDER]
    python -m benchmarks.fuzz --file FILE…

CORPUS is .jsonl, .jsonl.gz or .txt files, or folders of them. Each case is one to four of their articles, mutated in
structure, characters and bytes, written as JSONL, gzip, text, Markdown, HTML or PDF, and run through readers, page
division, extraction, merging and now and then a graph folder; `benchmarks/fuzzing/invariants.py` lists what must hold.
Every case is read twice, every hundredth batch again in a process with another hash seed. A fault is made small and
written to FOLDER; `--file` runs such a file again. Seed and number make a case again. Exit 1 when there was a fault.

The mutations are blind: decisions here lie in regular expressions, where coverage of Python code sees nothing.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path

from benchmarks.fuzzing.corpus import Record, records
from benchmarks.fuzzing.files import Case, case
from benchmarks.fuzzing.invariants import BrokenError, Hang, Outcome, check
from benchmarks.fuzzing.shrink import shrunk
from extractors.stages import Extractor

ROOT = Path(__file__).parents[1]
_BATCH = 10
"""Cases that another process reads again together."""
_EVERY = 100
"""Cases from one such batch to the next."""
_STORED = 10
"""Cases from one that goes through a graph folder to the next."""


def main(arguments: list[str] | None = None) -> int:
    """Print each fault and, at the end, how many cases there were; return 1 when there was a fault."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fuzz", description=__doc__.split("\n")[0])
    parser.add_argument("corpus", nargs="*", type=Path, help="files or folders of articles")
    parser.add_argument("--minutes", type=float, default=10, help="how long (default: 10)")
    parser.add_argument("--cases", type=int, default=sys.maxsize, help="how many cases at most")
    parser.add_argument("--first", type=int, default=0, help="number of the first case (default: 0)")
    parser.add_argument("--seed", type=int, default=1, help="of the mutations (default: 1)")
    parser.add_argument(
        "--articles", type=int, default=3000, help="articles of the corpus that are used (default: 3000)"
    )
    parser.add_argument("--keep", type=Path, default=Path("build/fuzz"), help="where faults go (default: build/fuzz)")
    parser.add_argument("--file", nargs="+", type=Path, default=[], help="run these files instead")
    parser.add_argument("--digest", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.digest:
        print(*_digests(options.digest), sep="\n")
        return 0
    with tempfile.TemporaryDirectory() as work:
        if options.file:
            found = [run(Case(f"case{''.join(f.suffixes[-2:])}", f.read_bytes()), Path(work))[1] for f in options.file]
            print(*(f"{file}: {fault or 'holds'}" for file, fault in zip(options.file, found, strict=True)), sep="\n")
            return int(any(found))
        if not options.corpus:
            parser.error("a corpus is needed")
        corpus = records(options.corpus, options.articles, options.seed)
        return _campaign(corpus, options, Path(work))


def run(one: Case, folder: Path, *, stored: bool = True) -> tuple[Outcome | None, str | None]:
    """Run a case; return its outcome, or what went wrong: kind, place in the code and message."""
    try:
        first = check(one, folder, _shared, stored=stored)
        again = check(one, folder, Extractor, stored=False)
    except (Exception, Hang) as error:  # noqa: BLE001 - finding what crashes is the point
        return None, _named(error)
    if first.lines != again.lines:
        return None, "Broken: read again it says something else"
    return first, None


def _campaign(corpus: list[Record], options: argparse.Namespace, work: Path) -> int:
    begun, used, number = time.monotonic(), time.process_time(), options.first
    totals: Counter[str] = Counter()
    faults: Counter[str] = Counter()
    slowest = (0.0, "", 0)
    while time.monotonic() - begun < 60 * options.minutes and number < options.first + options.cases:
        one = case(corpus, options.seed, number)
        folder = work / str(number % _BATCH)
        folder.mkdir(exist_ok=True)
        for old in folder.glob("case*"):
            old.unlink()
        outcome, fault = run(one, folder, stored=number % _STORED == 0)
        totals[one.name] += 1
        if outcome:
            totals.update(articles=outcome.articles, reports=outcome.reported)
            slowest = max(slowest, (*outcome.slowest, number))
            _note(folder, outcome.lines)
        if fault is None and number % _EVERY == _BATCH - 1 and number - options.first >= _BATCH:
            fault = _elsewhere(work, number)
            totals["processes"] += 1
        if fault:
            kind = fault.split("\n")[0].split(": ")[0] + " " + fault.split("\n")[-1]
            faults[kind] += 1
            if faults[kind] <= 2:
                _keep(one, fault, options, number, work)
        number += 1
    spent, used = (time.monotonic() - begun) / 60, (time.process_time() - used) / 60
    cases = number - options.first
    print(
        f"{cases} cases in {spent:.1f} minutes ({used:.1f} of CPU), seed {options.seed}: {dict(sorted(totals.items()))}"
    )
    print(f"the slowest step took {slowest[0]:.0%} of its bound: {slowest[1]} (case {slowest[2]})")
    print(
        f"{sum(faults.values())} faults of {len(faults)} kinds" + "".join(f"\n  {n} x {k}" for k, n in faults.items())
    )
    return int(bool(faults))


def _keep(one: Case, fault: str, options: argparse.Namespace, number: int, work: Path) -> None:
    options.keep.mkdir(parents=True, exist_ok=True)
    small = work / "small"
    small.mkdir(exist_ok=True)

    def same(candidate: Case) -> bool:
        found = run(candidate, small)[1]
        return found is not None and found.split("\n")[-1] == fault.split("\n")[-1]

    one = shrunk(one, same, seconds=20 if "Hang" in fault else 40)
    path = options.keep / f"{options.seed}-{number}{one.name.removeprefix('case')}"
    path.write_bytes(one.data)
    print(f"case {number}, kept as {path} ({len(one.data)} bytes): {fault}", flush=True)


def _named(error: BaseException) -> str:
    """Return the error with, in the last line, the innermost place of ours: what tells one fault from another."""
    frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename.startswith(str(ROOT))]
    ours = [f for f in frames if "/benchmarks/" not in f.filename] or frames
    where = f"{Path(ours[-1].filename).relative_to(ROOT)}:{ours[-1].lineno} {ours[-1].name}"
    if isinstance(error, BrokenError):
        where += " " + re.sub(r"\d+|'[^']*'", "…", str(error))[:80]
    return f"{type(error).__name__}: {str(error)[:600]}\n  {where}"


_ONE: list[Extractor] = []


def _shared() -> Extractor:
    """Return one extractor for all first readings: what it keeps of one article must not change the next."""
    if not _ONE:
        _ONE.append(Extractor())
    return _ONE[0]


def _note(folder: Path, lines: list[str]) -> None:
    digest = hashlib.sha256("\n".join(lines).encode("utf-8", "surrogatepass")).hexdigest()
    (folder / "digest").write_text(digest, encoding="ascii")


def _digests(work: Path) -> list[str]:
    """Return, for each case of a batch, the digest of what it says, as `_note` has noted it."""
    found = []
    for folder in sorted(p for p in work.iterdir() if (p / "digest").exists()):
        path = next(folder.glob("case*"))
        lines = check(Case(path.name, path.read_bytes()), folder, Extractor, stored=False).lines
        found.append(hashlib.sha256("\n".join(lines).encode("utf-8", "surrogatepass")).hexdigest())
    return found


def _elsewhere(work: Path, number: int) -> str | None:
    noted = [(p / "digest").read_text(encoding="ascii") for p in sorted(work.iterdir()) if (p / "digest").exists()]
    command = [sys.executable, "-m", "benchmarks.fuzz", "--digest", str(work)]
    env = {**os.environ, "PYTHONHASHSEED": str(number)}
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        return f"Broken: a process with hash seed {number} failed\n  {done.stderr[-300:]}"
    return None if done.stdout.split() == noted else f"Broken: hash seed {number} gives other bytes\n  hash seed"


if __name__ == "__main__":
    raise SystemExit(main())
