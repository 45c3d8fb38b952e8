"""d3, which lays graphs out and lets them be moved: the copy that the package gravis carries."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse

from graph.errors import StoreError

_D3 = ("_internal", "plotting", "third_party", "d3", "d3.v7.min.def.js")


def d3(_request: Request) -> FileResponse:
    """Return the script; it calls `define` with what it makes."""
    return FileResponse(_path(), media_type="text/javascript")


@cache
def _path() -> Path:
    # Not imported: the package's own code is not needed.
    found = find_spec("gravis")
    if found is None or found.origin is None:
        raise StoreError("the package gravis, which carries d3, is not installed; pip install 'govgraph[serve]'")
    return Path(found.origin).parent.joinpath(*_D3)
