"""Bad days, made for real: full disks, read-only places, little memory, kills, wrong clocks, files that were cut off.

    unshare --map-root-user --mount python -m benchmarks.faults [--articles 300] [--tries 10] [--only full_disk …]

Each fault meets `govgraph` commands in processes of their own. A command that it hinders must exit 1 and say what to do;
what was stored before must be there after, and building again must give the graph of an undisturbed build, byte by byte.
`unshare` lets it mount file systems that nobody else sees; the rest runs without. Prints the table of docs/robustness.md,
then whatever did not hold; exit 1 when there was something.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.faulty.bench import Bench, Row
from benchmarks.faulty.cuts import cut_graph, cut_indexes, cut_log
from benchmarks.faulty.places import full_disk, read_only
from benchmarks.faulty.processes import killed, little_memory, moved_clock

FAULTS: dict[str, Callable[[Bench], Iterator[Row]]] = {
    fault.__name__: fault
    for fault in (full_disk, read_only, little_memory, killed, moved_clock, cut_graph, cut_log, cut_indexes)
}


def main(arguments: list[str] | None = None) -> int:
    """Print a row for each fault; return 1 when something did not hold."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.faults", description=__doc__.split("\n")[0])
    parser.add_argument("--articles", type=int, default=300, help="articles of the graph (default: 300)")
    parser.add_argument("--tries", type=int, default=10, help="how often each fault is made, about (default: 10)")
    parser.add_argument("--only", nargs="+", choices=FAULTS, default=list(FAULTS), help="these faults (default: all)")
    parser.add_argument("--folder", type=Path, help="where to work (default: a temporary folder)")
    options = parser.parse_args(arguments)
    broken: list[str] = []
    with tempfile.TemporaryDirectory(dir=options.folder) as name:
        bench = Bench(Path(name), options.articles, options.tries)
        print(
            "| fault (tries) | how the commands ended | the commonest message | what was there afterwards | |\n|---|---|---|---|---|"
        )
        for fault in options.only:
            for row in FAULTS[fault](bench):
                print(str(row).replace(f"{name}/", ""), flush=True)
                broken += (f"{row.fault}: {what}" for what in row.broken)
    print(*broken, sep="\n")
    return int(bool(broken))


if __name__ == "__main__":
    raise SystemExit(main())
