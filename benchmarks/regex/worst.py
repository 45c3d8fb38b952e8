"""Texts that a pattern may find hard: what it repeats and what leads there, again and again, and then no match."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from re import _constants as code  # type: ignore[attr-defined] # the parser is not part of typeshed
from typing import Any

from benchmarks.regex.steps import UNBOUNDED, one, parsed

_USUAL = "一年月日市1a ，。、\n\"《》“”（）()<>[]{}.:/\\-=_'`*#@|;&!?：；"
_TRIES = 10
"""Ways that are tried to every unbounded repeat: alternatives and characters are chosen anew."""
_TURNS = 3
_LONG = 4
"""How often a bounded repeat goes, now and then: long enough to be divided among two rounds of the repeat around it."""
_END = "\x00"


def seeds(pattern: re.Pattern[str], seed: int = 1) -> list[tuple[str, str, str]]:
    """Return head, what is repeated and tail of each text; the same for the same pattern, none for one without `*` or `+`."""
    chance = random.Random(f"{seed}:{pattern.pattern!r}")  # noqa: S311 - a choice of samples, no secret
    found: dict[tuple[str, str, str], None] = {}
    tree = parsed(pattern)
    letters = [*dict.fromkeys([*_literals(tree), *_USUAL])]
    for way in _ways(tree, pattern.flags):
        for _ in range(_TRIES):
            wanted = _test(way[-1])
            lead = "".join(_sample(step, wanted, letters, chance) for step in way[:-1])
            body = _all(*way[-1], None, letters, chance)
            for head, again in (("", lead + body), (lead, body), ("", body), ("", lead)):
                if again:
                    found[head, again, ""] = found[head, again, _END] = None
        # One of many alternatives alone may be read in two ways: each has its turn.
        for items, flags in _alternatives(*way[-1]):
            for _ in range(_TURNS):
                if again := _all(items, flags, None, letters, chance):
                    found["", again, _END] = None
    return list(found)


def _alternatives(items: Any, flags: int) -> list[tuple[Any, int]]:
    """Return the parts of which a repeat's body takes one, none when it has no choice."""
    if len(items) == 1 and items[0][0] is code.SUBPATTERN:
        _, (_, on, off, inner) = items[0]
        return _alternatives(inner, (flags | on) & ~off)
    if len(items) == 1 and items[0][0] is code.BRANCH:
        return [(branch, flags) for branch in items[0][1][1]]
    return []


def _literals(tree: Any) -> Iterator[str]:
    for op, argument in tree:
        if op in (code.LITERAL, code.NOT_LITERAL):
            yield chr(argument)
        elif op is code.IN:
            yield from _literals([item for item in argument if item[0] is code.LITERAL])
            yield from (chr(item[1][0]) for item in argument if item[0] is code.RANGE)
        else:
            for inner in _inner(op, argument):
                yield from _literals(inner)


def _inner(op: Any, argument: Any) -> list[Any]:
    if op in (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT):
        return [argument[2]]
    if op is code.SUBPATTERN:
        return [argument[3]]
    if op is code.BRANCH:
        return list(argument[1])
    if op in (code.ASSERT, code.ASSERT_NOT):
        return [argument[1]]
    if op is code.ATOMIC_GROUP:
        return [argument]
    if op is code.GROUPREF_EXISTS:
        return [part for part in argument[1:] if part]
    return []


def _ways(tree: Any, flags: int, before: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield what leads to each unbounded repeat, and last the repeat's body with its flags."""
    for op, argument in tree:
        inner_flags = (flags | argument[1]) & ~argument[2] if op is code.SUBPATTERN else flags
        if op in (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT) and (
            argument[1] is code.MAXREPEAT or argument[1] >= UNBOUNDED
        ):
            yield (*before, (argument[2], flags))
        for inner in _inner(op, argument):
            yield from _ways(inner, inner_flags, before)
        if op not in (code.ASSERT, code.ASSERT_NOT, code.AT):
            before = (*before, ((op, argument), inner_flags))


def _test(body: tuple[Any, int]) -> Any:
    items, flags = body
    return one(*items[0], flags) if len(items) == 1 else None


def _sample(step: Any, wanted: Any, letters: list[str], chance: random.Random, flags: int | None = None) -> str:
    """Return a text that a part of a pattern matches, of characters that the repeat behind it takes too if it can be."""
    (op, argument), flags = step if flags is None else (step, flags)
    test = one(op, argument, flags)
    if test is not None:
        fitting = [c for c in letters if test(c)]
        both = [c for c in fitting if wanted and wanted(c)]
        return chance.choice(both or fitting or ["\ufffd"])
    if op in (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT):
        least, most = argument[0], argument[1]
        times = min(max(int(least), chance.choice((least, 1, _LONG))), 3 if most is code.MAXREPEAT else int(most))
        return "".join(_all(argument[2], flags, wanted, letters, chance) for _ in range(times))
    if op is code.SUBPATTERN:
        return _all(argument[3], (flags | argument[1]) & ~argument[2], wanted, letters, chance)
    if op is code.BRANCH:
        return _all(chance.choice(argument[1]), flags, wanted, letters, chance)
    if op is code.ATOMIC_GROUP:
        return _all(argument, flags, wanted, letters, chance)
    return ""


def _all(items: Any, flags: int, wanted: Any, letters: list[str], chance: random.Random) -> str:
    return "".join(_sample((item, flags), wanted, letters, chance) for item in items)
