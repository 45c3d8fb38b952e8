"""The product installs nothing whose licence is not allowed, all of it is locked with hashes, and the page says the same."""

from __future__ import annotations

import re

import pytest

from benchmarks.licences import Licence, licences
from benchmarks.product import ROOT, closure, extras, pins, required


def test_every_licence_is_allowed() -> None:
    found = licences(extras())
    assert [one for one in found if not one.allowed] == []
    assert len(found) >= 75
    assert len(licences([])) >= 45


CASES = [
    ("MIT", True),
    ("Apache-2.0 AND Python-2.0", True),
    ("MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later", True),
    ("MPL-2.0 AND MIT", True),
    ("GPL-3.0-only", False),
    ("AGPL-3.0-or-later", False),
    ("MIT AND GPL-2.0-or-later", False),
    ("MIT AND GPL-2.0-or-later OR GPL-3.0-only", False),
    ("GPL-3.0-only AND (GPL-3.0-only OR MIT)", False),
    ("GPL-3.0-or-later WITH GCC-exception-3.1", False),
    ("unknown", False),
    ("", False),
]


@pytest.mark.parametrize(("expression", "allowed"), CASES)
def test_a_licence_is_allowed_when_one_way_to_read_it_is(expression: str, allowed: bool) -> None:
    assert Licence("x", "1", expression).allowed is allowed


def test_the_page_names_the_same_packages_and_licences() -> None:
    page = (ROOT / "docs/licences.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([a-z0-9-]+) \| [^|]+ \| ([^|]+) \| (?:core|extra) \|$", page, re.MULTILINE)
    assert rows == [(one.package, one.expression) for one in licences(extras())]


def test_everything_is_locked_with_hashes() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pinned = pins(lock, closure(required(*extras()))).splitlines()
    names = [i for i, line in enumerate(pinned) if "==" in line]
    assert len(names) >= 75
    assert all("--hash=sha256:" in pinned[i + 1] for i in names)
    foreign = [line for line in lock.splitlines() if not re.match(r"[a-z0-9-]+==| +--hash=sha256:| *#|$", line)]
    assert foreign == []
    with pytest.raises(LookupError, match=r"does not pin no-such-package; make it again"):
        pins(lock, ["no-such-package"])
