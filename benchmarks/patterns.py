"""Feeds each regular expression of the packages its worst case: do its steps grow faster than the text?

    python -m benchmarks.patterns [--characters 20000] [NAME…]

Counts steps, not seconds (`benchmarks/regex`), on texts made from the expression: what it repeats and what leads there,
again and again, and then no match; each text is doubled until it is plain how the steps grow. Prints those that grow
faster than the text, and then how long the slowest take with Python's own engine, on texts of so many characters.
NAME takes only the patterns whose names hold it. Exit 1 when one grows faster.
"""

from __future__ import annotations

import argparse
import re
import time
from collections import Counter

from benchmarks.regex.collected import Found, patterns
from benchmarks.regex.growth import Growth, growth
from benchmarks.regex.worst import seeds

_SHOWN = 10


def main(arguments: list[str] | None = None) -> int:
    """Print the patterns that are not linear and the slowest; return 1 when there is one that is not linear."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.patterns", description=__doc__.split("\n")[0])
    parser.add_argument("names", nargs="*", help="parts of names; all when none is given")
    parser.add_argument("--characters", type=int, default=20_000, help="of the texts that are timed (default: 20000)")
    options = parser.parse_args(arguments)
    found, unknown = patterns()
    wanted = [f for f in found if not options.names or any(name in f.where for name in options.names)]
    ways = Counter(f.way for f in wanted)
    print(f"{len(wanted)} patterns ({ways}), {len(unknown)} put together at run time: {', '.join(unknown)}")
    fast = [grown for f in wanted if (grown := growth(f))]
    print(*map(told, fast), f"{len(fast)} grow faster than the text", sep="\n")
    if not fast:
        times = sorted(((_seconds(f, options.characters), f.where) for f in wanted), reverse=True)
        print(f"the slowest, on {options.characters} characters, with Python's engine:")
        print(*(f"  {1000 * seconds:7.1f} ms  {where}" for seconds, where in times[:_SHOWN]), sep="\n")
    return int(bool(fast))


def told(grown: Growth) -> str:
    """Return in one line which pattern grows how fast on what, and what may be done."""
    text = f"{grown.head!r} + n * {grown.again!r} + {grown.tail!r}"
    return (
        f"{grown.found.where} ({grown.found.way}): steps {', '.join(map(str, grown.steps))}… on {text}: give the repeat a bound "
        "(`{0,200}`), make it possessive (`*+`), or forbid it to begin inside itself (`(?<!x)x*`)"
    )


def _seconds(found: Found, characters: int) -> float:
    slowest = 0.0
    for head, again, tail in seeds(found.pattern):
        text = head + again * (characters // len(again)) + tail
        begun = time.process_time()
        _run(found.pattern, found.way, text)
        slowest = max(slowest, time.process_time() - begun)
    return slowest


def _run(pattern: re.Pattern[str], way: str, text: str) -> None:
    if way in ("match", "fullmatch"):
        getattr(pattern, way)(text)
        return
    for _ in pattern.finditer(text):
        pass


if __name__ == "__main__":
    raise SystemExit(main())
