"""The explorer's charts: what stands between two months is drawn, names are text, whatever they hold."""

from __future__ import annotations

import re

import pytest

from govgraph.web.charts import line, over_time, ring

MONTHS = [
    ([], None),
    ([("2025-03", 4)], None),
    ([("2025-03", 4), ("2025-04", 1)], None),
    ([("2024-11", 4), ("2025-02", 1)], ["2024-11: 4", "2024-12: 0", "2025-01: 0", "2025-02: 1"]),
    ([("2019-01", 2), ("2019-12", 5), ("2023-06", 1)], ["2019: 7", "2020: 0", "2021: 0", "2022: 0", "2023: 1"]),
]


@pytest.mark.parametrize(("months", "bars"), MONTHS)
def test_articles_over_time(months: list[tuple[str, int]], bars: list[str] | None) -> None:
    chart = over_time(months, "报道")
    assert (None if chart is None else re.findall(r"<title>([-\d]+: \d+)</title>", chart)) == bars


def test_a_ring_has_all_names_as_text() -> None:
    near = [(f"<b>{at}</b>一个很长很长的名称", "Agency", f"/thing?id={at}&x=1", at) for at in range(1, 15)]
    drawn = ring('中"心', near, "<周围>")
    assert drawn.count("<a href=") == drawn.count('class="dot"') == drawn.count('class="spoke"') == 14
    assert "<b>" not in drawn
    assert "&lt;b&gt;14&lt;/b&gt;一个很长很长的名称" in drawn
    assert 'href="/thing?id=14&amp;x=1"' in drawn


def test_a_line_says_its_days_and_values() -> None:
    drawn = line([("2024", 3.0, "3亿元"), ("2025-01/2025-06", 5.0, "5亿元")], "产值")
    assert drawn.count('class="point"') == 2
    assert re.findall(r">([^<>]+)</text>", drawn) == ["3亿元", "2024", "5亿元", "2025-01–2025-06"]
