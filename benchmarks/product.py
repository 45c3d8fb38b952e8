"""Which packages the product consists of when all its extras are installed: python -m benchmarks.product

Prints their part of requirements.lock, hashes included: what is needed to run govgraph, without what only tests and
development need. The licence report, the list of contents (SBOM) and the audit are made of exactly these.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
NOT_THE_PRODUCT = ("test", "dev", "bench")
"""Extras that nobody needs to use govgraph."""

NOT_LOCKED = ("spark",)
"""Extras that are too large for every environment: pyspark (Apache-2.0), with py4j (BSD), is some 450 MB of Java archives."""

_PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
_PIN = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?:.*\\\n)*.*\n?(?: +#.*\n?)*", re.MULTILINE)


def extras() -> list[str]:
    """Return the names of the extras that belong to the product and are locked, sorted."""
    return sorted(set(_PROJECT["optional-dependencies"]) - {*NOT_THE_PRODUCT, *NOT_LOCKED})


def required(*of: str) -> list[Requirement]:
    """Return what pyproject.toml asks for: the core, and the extras named."""
    given = [*_PROJECT["dependencies"], *(one for extra in of for one in _PROJECT["optional-dependencies"][extra])]
    return [Requirement(text) for text in given]


def closure(wanted: Iterable[Requirement]) -> dict[str, Distribution]:
    """Return the installed packages that are wanted, and all that those want in turn on this machine, by their name.

    Raises LookupError for one that is not installed: a report without it would be wrong.
    """
    found: dict[str, Distribution] = {}
    waiting = list(wanted)
    seen: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        one = waiting.pop()
        name, asked = canonicalize_name(one.name), frozenset(one.extras)
        if (name, asked) in seen:
            continue
        seen.add((name, asked))
        try:
            found[name] = distribution(name)
        except PackageNotFoundError:
            raise LookupError(f"{name} is not installed; install requirements.lock first") from None
        for text in found[name].requires or ():
            further = Requirement(text)
            if further.marker is None or any(further.marker.evaluate({"extra": extra}) for extra in ("", *asked)):
                waiting.append(further)
    return dict(sorted(found.items()))


def pins(lock: str, names: Iterable[str]) -> str:
    """Return the part of a lock file that pins these packages. Raises LookupError for one that it does not pin."""
    blocks = {canonicalize_name(block["name"]): block[0] for block in _PIN.finditer(lock)}
    wanted = sorted(names)
    if missing := [name for name in wanted if name not in blocks]:
        raise LookupError(f"requirements.lock does not pin {', '.join(missing)}; make it again from pyproject.toml")
    return "".join(blocks[name] for name in wanted)


def main() -> None:
    """Print the pins of the product."""
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    print(pins(lock, closure(required(*extras()))), end="")


if __name__ == "__main__":
    main()
