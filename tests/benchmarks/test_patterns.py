"""No regular expression of the packages takes steps that grow faster than the text, and the count of steps can be trusted."""

from __future__ import annotations

import re

import pytest

from benchmarks.patterns import told
from benchmarks.regex.collected import Found, patterns
from benchmarks.regex.growth import growth
from benchmarks.regex.steps import Counter

HARD = [
    r"《[^》]*》",
    r"\d+年",
    r"\s*：",
    r"(?:甲|乙)*丙",
    r"(?:甲+)*丙",
    r"(?:甲|甲乙|乙)*丙",
    r"(?=.*丙)甲",
    r"“.*?”",
    r"^(?:甲.*)+乙$",
    # One of many alternatives, or two together, may be read in two ways.
    r"(?:子|丑|寅|卯|辰|巳|午|未|申|酉|戌|亥|甲[甲乙]{1,9})*丙",
    r"(?:子|丑|寅|卯|辰|巳|午|未|申|酉|戌|亥|甲?乙|甲(?=乙))*丙",
    r"(?:子|丑|寅|卯|辰|巳|午|未|申|酉|戌|亥|甲乙丙|甲|乙丙)+丁",
]
EASY = [
    r"《[^《》]*》",
    r"《[^》]{0,200}》",
    r"(?<!\d)\d++年",
    r"^\s*：",
    r"(?:甲|乙){0,20}丙",
    r"(?<!甲)(?:甲++)?丙",
    r"(?<!甲)(?>甲+)乙{2}",
    r"甲(?=.{0,40}丙)",
    r"“[^”]*+”?",
    r"(?P<a>[一二]{1,4})和(?P=a)",
]


@pytest.mark.parametrize("text", HARD)
def test_what_grows_faster_than_the_text_is_found(text: str) -> None:
    grown = growth(Found("hard", re.compile(text), "search"))
    assert grown is not None
    assert "give the repeat a bound" in told(grown)


@pytest.mark.parametrize("text", EASY)
def test_what_is_linear_is_not_accused(text: str) -> None:
    assert growth(Found("easy", re.compile(text), "search")) is None


def test_matched_at_one_place_a_repeat_is_no_harm() -> None:
    pattern = re.compile(r"[甲乙]*丙")
    assert growth(Found("x", pattern, "search")) is not None
    assert growth(Found("x", pattern, "match")) is None


@pytest.mark.parametrize("text", [*HARD, *EASY])
def test_the_counting_engine_finds_what_re_finds(text: str) -> None:
    pattern = re.compile(text)
    for sample in ("《甲》2025年", "甲乙丙", " ：“丙”", "一二和一二", "甲甲乙乙", "", "\n：甲"):
        found = pattern.search(sample)
        spans: list[tuple[int, int]] = []
        counter = Counter(pattern)
        for at in range(len(sample) + 1):
            counter.text, counter.steps, counter.limit = sample, 0, 10_000
            end = counter.end(at)
            if end is not None:
                spans.append((at, end))
                break
        assert spans == ([] if found is None else [found.span()])


def test_no_pattern_grows_faster_than_the_text() -> None:
    found, unknown = patterns()
    assert len(found) >= 900
    assert len(unknown) <= 30, unknown
    assert [told(grown) for one in found if (grown := growth(one))] == []


def test_no_bounds_of_a_repeat_are_lost_in_an_f_string() -> None:
    # rf"[^，]{0, 14}签约" asks for the text "(0, 14)"; it has to be {{0,14}}.
    found, _ = patterns()
    assert [one.where for one in found if re.search(r"\(\d+, \d+\)", one.pattern.pattern)] == []
