"""Tables on a terminal: double-width characters in line, no line too wide, nothing lost by wrapping."""

from __future__ import annotations

import pytest

from govgraph.cli.texttable import draw, width_of

WIDTHS = [("abc", 3), ("政协", 4), ("政a\uff0c", 5), ("", 0), ("e\u0301", 1), ("𠮷", 2), ("·", 1), ("“", 1)]


@pytest.mark.parametrize(("text", "width"), WIDTHS)
def test_width(text: str, width: int) -> None:
    assert width_of(text) == width


def test_columns_stand_in_line() -> None:
    assert draw(("单位", "n"), [("政协", 1), ("ab", 22)]).splitlines() == [
        "单位  n",
        "────  ──",
        "政协  1",
        "ab    22",
    ]


@pytest.mark.parametrize("width", [20, 21, 30, 79, 200])
def test_wrapped_cells_fit_and_lose_nothing(width: int) -> None:
    long = "要保持良好态势,坚定信心,把各项工作落到实处" * 3
    lines = draw(("who", "what"), [("甲", long), ("乙" * 30, "短")], width=width).splitlines()
    assert max(width_of(line) for line in lines) <= width
    assert "".join(lines[2:]).count("要保持") <= 3
    joined = "".join("".join(lines[2:]).split()).replace("甲", "").replace("乙", "").replace("短", "")
    assert joined == long


def test_without_a_width_nothing_is_wrapped() -> None:
    assert len(draw(("a",), [("字" * 500,)]).splitlines()) == 3


def test_texts_cannot_steer_the_terminal() -> None:
    out = draw(("a", "b"), [("x\x1b[2Jy", "1\n2\t3\u2028\u202e4")])
    assert out.splitlines()[2] == "x[2Jy  1 2 3 4"


def test_no_rows_and_unknown_values() -> None:
    assert draw(("a", "b"), []).splitlines() == ["a  b", "─  ─"]
    assert draw(("a", "b"), [(None, 0)]).splitlines()[2] == "   0"
