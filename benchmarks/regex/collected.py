"""Every regular expression of the packages: those that modules hold, and those that stand in calls of `re`."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import Any

PACKAGES = ("graph", "extractors", "queries", "govgraph")
_CALLS = ("compile", "search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")
_DEEPEST = 5


def modules() -> Iterator[ModuleType]:
    """Yield all modules of the packages."""
    for package in PACKAGES:
        root = importlib.import_module(package)
        yield root
        for found in pkgutil.walk_packages(root.__path__, f"{package}."):
            if not found.name.endswith("__main__"):
                yield importlib.import_module(found.name)


@dataclass(frozen=True)
class Found:
    """A pattern, where it stands, and how it is used: `search` (also to find all), or only `match` or `fullmatch`."""

    where: str
    pattern: re.Pattern[str]
    way: str


def patterns() -> tuple[list[Found], list[str]]:
    """Return each pattern, no two alike; and where those stand that only a run can put together."""
    found: dict[tuple[str, int], Found] = {}
    unknown: list[str] = []
    ways = _ways()

    def keep(where: str, pattern: re.Pattern[Any], way: str) -> None:
        text = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
        flags = pattern.flags & ~re.UNICODE & ~re.ASCII
        old = found.get((text, flags))
        if old is None or (way == "search" and old.way != way):
            found[text, flags] = Found(old.where if old else where, re.compile(text, flags), way)

    for module in modules():
        for name, value in vars(module).items():
            for number, pattern in enumerate(_held(value)):
                alone = isinstance(value, re.Pattern)
                where = f"{module.__name__}.{name}" + ("" if alone else f"[{number}]")
                keep(where, pattern, ways.get(_known_as(module, name), "search") if alone else "search")
        for line, argument, flags, way in _in_calls(module):
            where = f"{module.__name__}:{line}"
            try:
                text = eval(argument, dict(vars(module)))  # noqa: S307 - the package's own source, in its own names
                if not isinstance(text, re.Pattern):
                    text = re.compile(text, eval(flags, dict(vars(module))))  # noqa: S307 - likewise
                keep(where, text, way)
            except NameError:
                unknown.append(where)
    return list(found.values()), unknown


def _ways() -> dict[str, str]:
    """Return how each name is used: `search` where it is anything but matched. Public names are those of all modules."""
    used: dict[str, set[str]] = {}
    for module in modules():
        for node in ast.walk(ast.parse(inspect.getsource(module))):
            held = [
                (child, node) for child in ast.iter_child_nodes(node) if isinstance(child, (ast.Name, ast.Attribute))
            ]
            for child, parent in held:
                name = child.id if isinstance(child, ast.Name) else child.attr
                if not isinstance(child.ctx, ast.Load):
                    continue
                way = parent.attr if isinstance(parent, ast.Attribute) else "search"
                if way not in ("pattern", "flags", "groups", "groupindex"):
                    used.setdefault(_known_as(module, name), set()).add(way)
    return {
        name: "search" if ways - {"match", "fullmatch"} else "fullmatch" if "fullmatch" in ways else "match"
        for name, ways in used.items()
    }


def _known_as(module: ModuleType, name: str) -> str:
    return f"{module.__name__}.{name}" if name.startswith("_") else name


def _held(value: Any, depth: int = 0) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif depth >= _DEEPEST or isinstance(value, ModuleType):
        return
    elif isinstance(value, dict):
        for item in (*value, *value.values()):
            yield from _held(item, depth + 1)
    elif isinstance(value, (list, tuple, set, frozenset)):
        for item in value:
            yield from _held(item, depth + 1)
    elif type(value).__module__.split(".")[0] in PACKAGES or isinstance(value, type):
        names = getattr(value, "__slots__", ())
        for item in (*getattr(value, "__dict__", {}).values(), *(getattr(value, n, None) for n in names)):
            if not isinstance(value, type) or isinstance(item, (re.Pattern, dict, list, tuple)):
                yield from _held(item, depth + 1)


def _in_calls(module: ModuleType) -> Iterator[tuple[int, str, str, str]]:
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
            and node.func.value.id == "re"
            and node.func.attr in _CALLS
            and node.args
        ):
            given = [k.value for k in node.keywords if k.arg == "flags"]
            if node.func.attr in ("compile", "search", "match", "fullmatch", "finditer", "findall"):
                given += node.args[2 if node.func.attr != "compile" else 1 :]
            # What is compiled is used under a name, and counted with that name.
            way = node.func.attr if node.func.attr in ("match", "fullmatch", "compile") else "search"
            yield node.lineno, ast.unparse(node.args[0]), ast.unparse(given[0]) if given else "0", way
