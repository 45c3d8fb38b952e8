"""Work in a process of its own: its result, its errors, and its sudden end."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from govgraph.apart import apart
from graph.errors import BackendError
from graph.store import GraphStore


def _articles(folder: Path) -> tuple[int, int]:
    with GraphStore.open(folder) as store:
        return store.counts().articles, os.getpid()


def _fall() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def test_what_is_done_apart_comes_back(graph_folder: Path) -> None:
    count, process = apart(_articles, graph_folder)
    assert count == 2
    assert process != os.getpid()


def test_what_went_wrong_apart_is_said(tmp_path: Path) -> None:
    with pytest.raises(BackendError, match="no such graph folder"):
        apart(_articles, tmp_path / "nowhere")
    with pytest.raises(BackendError, match="_fall: its process ended with -9"):
        apart(_fall)
