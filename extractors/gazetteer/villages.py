"""What are the villages and communities of a county called?

The data file is an archive with a text for each prefecture, so that a run reads only those of the places it meets.
"""

from __future__ import annotations

import re
import zipfile
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from graph.errors import UnreadableInputError

VILLAGES = Path(__file__).with_name("data") / "villages.zip"
"""For each prefecture `CODE.txt`: a county's code, a tab and the stems of its villages, one county a line, sorted."""

_ENDS = re.compile(r"(?:(?:居民|村民)委员会|[居村]委会|委员会)$")
_KIND = re.compile(r"(?:村|社区|嘎查)$")
_STEM = re.compile(r"[\u3400-\u9fff]{1,10}")
_NOT_REAL = re.compile(r"虚拟|生活区|开发区|园区|公司|居委|[一二三四五六七八九十\d](?:队|连|组)$")
_STAMP = (1980, 1, 1, 0, 0, 0)


def stem_of(name: str) -> str | None:
    """Return the name without 村委会, 社区居民委员会 and the like (`贾家庄村村民委员会` is 贾家庄); None for what is no village."""
    stem = _KIND.sub("", _ENDS.sub("", name))
    return stem if _STEM.fullmatch(stem) and not _NOT_REAL.search(stem) else None


def write_villages(rows: Iterable[tuple[str, str]], path: Path) -> int:
    """Write the data file from codes of 12 digits and names; return the number of stems. The same rows give the same bytes."""
    stems: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for code, name in rows:
        stem = stem_of(name)
        if stem is not None:
            stems[code[:4]][code[:6]].add(stem)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as archive:
        for prefecture, counties in sorted(stems.items()):
            lines = (f"{county}\t{' '.join(sorted(names))}\n" for county, names in sorted(counties.items()))
            archive.writestr(zipfile.ZipInfo(f"{prefecture}.txt", _STAMP), "".join(lines), zipfile.ZIP_LZMA)
    return sum(len(names) for counties in stems.values() for names in counties.values())


@cache
def village_stems(code: str, path: Path = VILLAGES) -> frozenset[str]:
    """Return the stems of the villages and communities of a prefecture, a county, or the county of a town.

    Empty for a province and for a place that the source has no villages of. Raises UnreadableInputError if the data
    file is missing or damaged.
    """
    if len(code) < 4 or not code.isdigit():
        return frozenset()
    counties = _counties(code[:4], path)
    if len(code) == 4:
        return frozenset().union(*counties.values())
    return counties.get(code[:6], frozenset())


@cache
def _counties(prefecture: str, path: Path) -> dict[str, frozenset[str]]:
    try:
        with zipfile.ZipFile(path) as archive:
            if f"{prefecture}.txt" not in archive.namelist():
                return {}
            lines = archive.read(f"{prefecture}.txt").decode().splitlines()
    except (OSError, zipfile.BadZipFile, UnicodeDecodeError) as error:
        raise UnreadableInputError(f"{path}: cannot be read: {error}; build it again") from error
    return {county: frozenset(names.split(" ")) for county, _, names in (line.partition("\t") for line in lines)}
