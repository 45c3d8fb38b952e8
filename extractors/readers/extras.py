"""Libraries that only some formats need: installed as an extra, asked for when the first such file comes."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from graph.errors import UnreadableInputError


def need(module: str, extra: str, name: str) -> ModuleType:
    """Return a library. Raises UnreadableInputError, naming the file and the extra to install, when it is not there."""
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        raise UnreadableInputError(
            f"{name}: reading it needs {error.name or module}; install it with: pip install 'govgraph[{extra}]'"
        ) from error
