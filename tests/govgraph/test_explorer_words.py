"""The words of the explorer's pages: both languages say everything, with the same values in them."""

from __future__ import annotations

import re
from importlib.resources import files

import yaml

from govgraph.web.reasons import because
from govgraph.web.words import LANGUAGES, vocabulary
from graph.schema import load_schema


def test_both_languages_say_everything() -> None:
    words = yaml.safe_load(files("govgraph.web").joinpath("words.yaml").read_text(encoding="utf-8"))
    assert len(words) > 200
    for key, said in words.items():
        assert set(said) == set(LANGUAGES), key
        assert all(isinstance(text, str) and text for text in said.values()), key
        one, other = (sorted(re.findall(r"{(\w+)}", text)) for text in said.values())
        assert one == other, key


def test_every_relation_is_a_heading_in_both_directions() -> None:
    for language in LANGUAGES:
        words = vocabulary(language)
        for kind in load_schema().relations:
            assert words.relation(kind, "out") != kind
            assert words.relation(kind, "in") != kind


REASONS = {
    "the same name": "同名",
    "names alike (0.71)": "名称相近（0.71）",
    "3 neighbours in common": "有 3 个共同的相关事物",
    "county head 2025 of Agency:甲, elsewhere of Agency:乙": "此处为Agency:甲county head 2025，他处为Agency:乙",
    "level county, elsewhere town": "层级此处为county，他处为town",
    "a reason of a later version": "a reason of a later version",
}


def test_reasons_are_said_in_the_readers_language() -> None:
    words = vocabulary("zh")
    assert {reason: because(reason, words) for reason in REASONS} == REASONS
    assert because("the same name", vocabulary("en")) == "the same name"
