"""An engine for parsed regular expressions that counts its steps, as `re` takes them, whatever the machine does meanwhile.

It backtracks like CPython's `_sre` (greedy and lazy repeats of one character in a loop, everything else by trial), without
its short cuts, which save a constant factor. Finite bounds of repeats are cut to `CUT`: they do not change how steps grow
with the text, and short texts are then long enough to show it. A bound of `UNBOUNDED` or more counts as none.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from re import _constants as code  # type: ignore[attr-defined] # the parser is not part of typeshed
from re import _parser as parser  # type: ignore[attr-defined] # likewise
from typing import Any

CUT = 6
UNBOUNDED = 500

_Rest = Callable[[int], bool]
_Match = Callable[[int, _Rest], bool]
_One = Callable[[str], bool]

_CATEGORIES: dict[Any, _One] = {
    code.CATEGORY_DIGIT: str.isdecimal,
    code.CATEGORY_NOT_DIGIT: lambda c: not c.isdecimal(),
    code.CATEGORY_SPACE: str.isspace,
    code.CATEGORY_NOT_SPACE: lambda c: not c.isspace(),
    code.CATEGORY_WORD: lambda c: c.isalnum() or c == "_",
    code.CATEGORY_NOT_WORD: lambda c: not (c.isalnum() or c == "_"),
}


class TooManyError(Exception):
    """The limit of steps is passed."""


def parsed(pattern: re.Pattern[str]) -> Any:
    """Return the parse tree of a pattern."""
    return parser.parse(pattern.pattern, pattern.flags)


def one(op: Any, argument: Any, flags: int) -> _One | None:
    """Return the test of a character for what matches exactly one, else None."""
    if op is code.LITERAL or op is code.NOT_LITERAL:
        wanted, yes = chr(argument), op is code.LITERAL
        if flags & re.IGNORECASE:
            return lambda c: (c.lower() == wanted.lower()) is yes
        return lambda c: (c == wanted) is yes
    if op is code.ANY:
        return (lambda c: True) if flags & re.DOTALL else (lambda c: c != "\n")
    if op is code.CATEGORY:
        return _CATEGORIES[argument]
    if op is code.IN:
        items = [item for item in argument if item[0] is not code.NEGATE]
        negated = len(items) != len(argument)
        tests = [_item(*item, flags) for item in items]
        return lambda c: any(test(c) for test in tests) is not negated
    return None


def _item(op: Any, argument: Any, flags: int) -> _One:
    if op is code.RANGE:
        low, high = map(chr, argument)
        if flags & re.IGNORECASE:
            return lambda c: low <= c.lower() <= high or low <= c.upper() <= high
        return lambda c: low <= c <= high
    test = one(op, argument, flags)
    if test is None:
        raise NotImplementedError(f"{op} in a set")
    return test


class Counter:
    """A pattern made ready to be counted over texts."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        """Parse the pattern."""
        self.text, self.steps, self.limit = "", 0, 0
        self._groups: dict[int, tuple[int, int]] = {}
        self._match = self._sequence(parsed(pattern), pattern.flags)

    def count(self, text: str, limit: int, way: str = "search") -> int:
        """Return the steps of finding all matches in a text, or of one `match` or `fullmatch` of it.

        Raises TooManyError above the limit.
        """
        self.text, self.steps, self.limit = text, 0, limit
        self._groups = {}
        if way != "search":
            self._match(0, lambda end: way == "match" or end == len(text))
            return self.steps
        at = 0
        while at <= len(text):
            self._groups = {}
            end = self._end(self._match, at)
            at = at + 1 if end is None or end == at else end
        return self.steps

    def end(self, at: int) -> int | None:
        """Return where the match that begins here ends, in the text set before."""
        return self._end(self._match, at)

    def _tick(self) -> None:
        self.steps += 1
        if self.steps > self.limit:
            raise TooManyError

    def _end(self, match: _Match, at: int) -> int | None:
        """Return where a match that begins here ends, with no way back into it."""
        ends: list[int] = []
        return ends[0] if match(at, lambda j: ends.append(j) is None) else None

    def _sequence(self, items: Any, flags: int) -> _Match:
        matches = [self._item(op, argument, flags) for op, argument in items]

        def run(at: int, rest: _Rest, number: int = 0) -> bool:
            if number == len(matches):
                return rest(at)
            return matches[number](at, lambda j: run(j, rest, number + 1))

        return matches[0] if len(matches) == 1 else run

    def _item(self, op: Any, argument: Any, flags: int) -> _Match:
        test = one(op, argument, flags)
        if test is not None:
            return self._single(test)
        if op in (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT):
            return self._repeat(op, *argument, flags)
        if op is code.SUBPATTERN:
            group, add, drop, items = argument
            return self._group(group, self._sequence(items, (flags | add) & ~drop))
        if op is code.BRANCH:
            branches = [self._sequence(items, flags) for items in argument[1]]
            return lambda at, rest: any(branch(at, rest) for branch in branches)
        if op is code.ATOMIC_GROUP:
            return self._atomic(self._sequence(argument, flags))
        if op in (code.ASSERT, code.ASSERT_NOT):
            return self._look(op is code.ASSERT, argument[0], argument[1], flags)
        if op is code.AT:
            return lambda at, rest: self._stands(argument, at, flags) and rest(at)
        if op is code.GROUPREF:
            return lambda at, rest: self._again(argument, at, rest)
        if op is code.GROUPREF_EXISTS:
            yes = self._sequence(argument[1], flags)
            no = self._sequence(argument[2] or [], flags)
            return lambda at, rest: (yes if argument[0] in self._groups else no)(at, rest)
        raise NotImplementedError(str(op))

    def _single(self, test: _One) -> _Match:
        def run(at: int, rest: _Rest) -> bool:
            self._tick()
            return at < len(self.text) and test(self.text[at]) and rest(at + 1)

        return run

    def _group(self, group: int | None, inner: _Match) -> _Match:
        if group is None:
            return inner

        def run(at: int, rest: _Rest) -> bool:
            def closed(end: int) -> bool:
                before = self._groups.get(group)
                self._groups[group] = (at, end)
                if rest(end):
                    return True
                if before is None:
                    del self._groups[group]
                else:
                    self._groups[group] = before
                return False

            return inner(at, closed)

        return run

    def _atomic(self, inner: _Match) -> _Match:
        def run(at: int, rest: _Rest) -> bool:
            end = self._end(inner, at)
            return end is not None and rest(end)

        return run

    def _look(self, wanted: bool, direction: int, items: Any, flags: int) -> _Match:
        inner = self._sequence(items, flags)
        back = items.getwidth()[0] if direction < 0 else 0

        def run(at: int, rest: _Rest) -> bool:
            found = at >= back and self._end(inner, at - back) is not None
            return found is wanted and rest(at)

        return run

    def _again(self, group: int, at: int, rest: _Rest) -> bool:
        self._tick()
        if group not in self._groups:
            return False
        start, end = self._groups[group]
        return self.text.startswith(self.text[start:end], at) and rest(at + end - start)

    def _stands(self, where: Any, at: int, flags: int) -> bool:
        text, size = self.text, len(self.text)
        if where in (code.AT_BEGINNING, code.AT_BEGINNING_STRING):
            lines = where is code.AT_BEGINNING and flags & re.MULTILINE
            return at == 0 or bool(lines and text[at - 1] == "\n")
        if where in (code.AT_END, code.AT_END_STRING):
            if where is code.AT_END and flags & re.MULTILINE and text[at : at + 1] == "\n":
                return True
            return at == size or (where is code.AT_END and at == size - 1 and text[at] == "\n")
        word = _CATEGORIES[code.CATEGORY_WORD]
        edge = (at > 0 and word(text[at - 1])) != (at < size and word(text[at]))
        return edge is (where is code.AT_BOUNDARY)

    def _repeat(self, op: Any, least: int, most: Any, items: Any, flags: int) -> _Match:
        most = len_most(least, most)
        test = one(*items[0], flags) if len(items) == 1 else None
        lazy = op is code.MIN_REPEAT
        run = (
            self._many(test, least, most, lazy)
            if test
            else self._trial(self._sequence(items, flags), least, most, lazy)
        )
        return self._atomic(run) if op is code.POSSESSIVE_REPEAT else run

    def _many(self, test: _One, least: int, most: int | None, lazy: bool) -> _Match:
        def run(at: int, rest: _Rest) -> bool:
            end, stop = at, len(self.text) if most is None else min(len(self.text), at + most)
            if lazy:
                while True:
                    if end - at >= least and rest(end):
                        return True
                    self._tick()
                    if end >= stop or not test(self.text[end]):
                        return False
                    end += 1
            while end < stop and test(self.text[end]):
                self._tick()
                end += 1
            for tried in range(end, at + least - 1, -1):
                self._tick()
                if rest(tried):
                    return True
            return False

        return run

    def _trial(self, inner: _Match, least: int, most: int | None, lazy: bool) -> _Match:
        def run(at: int, rest: _Rest, done: int = 0) -> bool:
            def more() -> bool:
                self._tick()
                return (most is None or done < most) and inner(
                    at, lambda j: (j != at or done < least) and run(j, rest, done + 1)
                )

            if done < least:
                return more()
            return rest(at) or more() if lazy else more() or rest(at)

        return run


def len_most(least: int, most: Any) -> int | None:
    """Return the bound of a repeat as it is counted: None for none, else cut short."""
    return None if most is code.MAXREPEAT or most >= UNBOUNDED else max(least, min(int(most), CUT))
