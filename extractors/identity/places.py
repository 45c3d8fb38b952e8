"""Which place does a name begin with, and what is left of the name without it?"""

from __future__ import annotations

from functools import lru_cache

from extractors.gazetteer import Division, load_gazetteer

_LONGEST = 15
_WIDE = ("province", "prefecture")
_MARKET = "场监"  # 吕梁|市场监管局, where 吕梁市 is a name, too


def without_place(name: str, seat: Division | None) -> str:
    """Return the name without the place before it, where that place is the seat or lies around it.

    Former names and short forms count: 祁阳县政协 with its seat in 祁阳市 gives 政协.
    """
    if seat is None:
        return name
    around = {d.code for d in load_gazetteer().path(seat.code)}
    rest = name
    while (size := _prefix(rest, around)) and size < len(rest):
        rest = rest[size:]
    return rest


def leading_place(name: str) -> tuple[Division, str] | None:
    """Return the division that a name begins with and the rest, where the place has one meaning; None without one.

    Counties and towns count in full only: 白玉|兰论坛 is not of 白玉县.
    """
    for size in range(min(_LONGEST, len(name) - 1), 1, -1):
        if name.startswith(_MARKET, size):
            continue
        wide = [d for d in _named(name[:size]) if d.level in _WIDE]
        full = [d for d in _named(name[:size]) if d.name == name[:size]]
        for named in (wide, full):
            if len(named) == 1:
                return named[0], name[size:]
    return None


def path_of(division: Division | None) -> str | None:
    """Return the path of a division, `山西省吕梁市`; None without one."""
    return load_gazetteer().path_name(division.code) or None if division else None


def _prefix(name: str, around: set[str]) -> int:
    for size in range(min(_LONGEST, len(name)), 1, -1):
        if any(d.code in around for d in _named(name[:size])) and not name.startswith(_MARKET, size):
            return size
    return 0


@lru_cache(maxsize=16384)
def _named(name: str) -> tuple[Division, ...]:
    return load_gazetteer().named(name)
