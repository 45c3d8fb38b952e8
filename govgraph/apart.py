"""Work in a process of its own: what it takes of memory is given back, and the server goes on answering meanwhile."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import ParamSpec, TypeVar

from graph.errors import BackendError, GovgraphError

_P = ParamSpec("_P")
_T = TypeVar("_T")
_NICER = 5
"""How far such work stands back behind what somebody waits for."""


def apart(work: Callable[_P, _T], *arguments: _P.args, **named: _P.kwargs) -> _T:
    """Return what a function of a module returns when it is called in a new process, which ends with this one.

    Raises BackendError with the message of a GovgraphError that it raised, or when the process ended before it was done.
    """
    context = multiprocessing.get_context("spawn")
    receiving, sending = context.Pipe(duplex=False)
    process = context.Process(target=_run, args=(sending, work, arguments, named), daemon=True)
    process.start()
    sending.close()
    try:
        done, result = receiving.recv()
    except EOFError:
        process.join()
        raise BackendError(
            f"{getattr(work, '__name__', work)}: its process ended with {process.exitcode}; is the memory enough?"
        ) from None
    finally:
        receiving.close()
    process.join()
    if not done:
        raise BackendError(result)
    return result  # type: ignore[no-any-return] # a pipe carries anything; it is what `work` returned


def _run(
    sending: Connection, work: Callable[..., object], arguments: tuple[object, ...], named: dict[str, object]
) -> None:
    if hasattr(os, "nice"):
        os.nice(_NICER)
    try:
        told: tuple[bool, object] = (True, work(*arguments, **named))
    except GovgraphError as error:
        told = (False, str(error))
    sending.send(told)
