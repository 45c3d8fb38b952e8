"""The catalog: what a question says of itself, what it takes, and that its pages are up to date."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph.errors import InvalidRecordError, UnknownNameError
from queries import catalog
from queries.header import TYPES, parse

NAMES = (
    "addressed_directives",
    "busiest_agencies",
    "careers",
    "company_projects",
    "connection",
    "cooperation",
    "counties_compared",
    "directives_due",
    "edge_evidence",
    "event_conflicts",
    "inspections",
    "itinerary",
    "low_confidence",
    "measurement_conflicts",
    "measurements",
    "meeting_attendance",
    "meeting_directives",
    "meetings",
    "namesakes",
    "newest_facts",
    "person_posts",
    "place_bodies",
    "place_companies",
    "place_profile",
    "place_projects",
    "place_timeline",
    "policy_trail",
    "post_conflicts",
    "post_holders",
    "project_measurements",
    "releases",
    "reporter_articles",
    "subsidiaries",
    "who_met",
)


def test_names_are_these() -> None:
    assert catalog.names() == NAMES


def test_both_folders_hold_the_same_questions() -> None:
    folder = Path(catalog.__file__).parent
    cypher = [path.name for path in (folder / "cypher").iterdir()]
    assert sorted(name.removesuffix(".cypher") for name in cypher if name.count(".") == 1) == list(NAMES)
    assert [name for name in cypher if name.count(".") > 1] == ["connection.ladybug.cypher"]
    assert sorted(p.stem for p in (folder / "sparql").iterdir()) == list(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_question_describes_itself(name: str) -> None:
    question = catalog.get(name)
    assert question.title
    assert question.question_zh.endswith("\uff1f")
    assert question.question_en.endswith("?")
    assert question.columns
    for parameter in question.parameters:
        assert parameter.type in TYPES
        assert parameter.about
    assert question.bind(question.examples) == question.examples
    defaults = {parameter.name: parameter.default for parameter in question.parameters}
    assert question.bind(question.required) == defaults | question.required


@pytest.mark.parametrize("name", NAMES)
def test_texts_use_their_parameters_and_order_their_rows(name: str) -> None:
    question = catalog.get(name)
    wanted = {parameter.name for parameter in question.parameters}
    for text in (question.cypher, question.ladybug):
        cypher = "\n".join(line for line in text.splitlines() if not line.startswith("//"))
        assert set(re.findall(r"\$(\w+)", cypher)) == wanted
        assert "\nORDER BY " in cypher
    sparql = "\n".join(line for line in question.sparql.splitlines() if not line.startswith("#"))
    assert set(re.findall(r"\?_(\w+)", sparql)) == wanted
    assert "\nORDER BY " in sparql


@pytest.mark.parametrize("name", NAMES)
def test_sparql_has_its_required_triples_first(name: str) -> None:
    body = catalog.get(name).sparql.split("WHERE {\n", 1)[1].splitlines()
    late = [at for at, line in enumerate(body) if line.startswith(("  OPTIONAL", "  BIND", "  FILTER"))]
    assert late
    assert not [line for line in body[late[0] :] if line.startswith(("  ?", "  GRAPH", "  {", "  VALUES"))]
    assert not [line for line in body if "EXISTS" in line and ("*" in line or "/" in line)]


def test_unknown_question_is_answered_with_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match=r"no question 'meeting_directive'; did you mean meeting_directives"):
        catalog.get("meeting_directive")
    with pytest.raises(UnknownNameError, match=r"no question 'zzz'; there are addressed_directives, .*who_met"):
        catalog.get("zzz")


@pytest.mark.parametrize("name", ["../cypher/who_met", "", "who_met.cypher", "who_met\n"])
def test_a_name_is_no_path(name: str) -> None:
    with pytest.raises(UnknownNameError):
        catalog.get(name)


REFUSED = [
    ("meeting_directives", {"agancy": "政协"}, UnknownNameError, "did you mean agency"),
    (
        "meeting_directives",
        {"since": "last year"},
        catalog.InvalidParameterError,
        "'since' is 'last year', which is no date",
    ),
    ("meeting_directives", {"since": "2025-13"}, catalog.InvalidParameterError, "no date"),
    ("meeting_directives", {"since": "2025-03-20\n"}, catalog.InvalidParameterError, "no date"),
    ("meeting_directives", {"since": 2025}, catalog.InvalidParameterError, "no date"),
    ("meeting_directives", {"agency": None}, catalog.InvalidParameterError, "no string"),
    ("busiest_agencies", {"at_least": "1.5"}, catalog.InvalidParameterError, "no integer; write for example 2"),
    ("place_profile", {}, catalog.InvalidParameterError, "question 'place_profile' needs a value for 'place', part of"),
    ("place_profile", {"place": ""}, catalog.InvalidParameterError, "write for example '平罗县'"),
    ("edge_evidence", {"min_confidence": "high"}, catalog.InvalidParameterError, "no number; write for example 0.8"),
    ("edge_evidence", {"min_confidence": "nan"}, catalog.InvalidParameterError, "no number"),
    ("edge_evidence", {"min_confidence": True}, catalog.InvalidParameterError, "no number"),
]


@pytest.mark.parametrize(("name", "values", "error", "message"), REFUSED)
def test_wrong_parameters_are_refused(
    name: str, values: dict[str, object], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        catalog.get(name).bind(values)


def test_words_from_a_command_line_become_numbers() -> None:
    assert catalog.get("edge_evidence").bind({"min_confidence": "0.25"})["min_confidence"] == 0.25


BAD_HEADERS = [
    ("MATCH (n) RETURN n", "bad.cypher: the header lacks 问题, Question, Returns"),
    ("// T\n// 问题: 谁?\n// Question: Who?\n", "lacks Returns"),
    (
        "// T\n// 问题: 谁?\n// Question: Who?\n// Parameters:\n//   who: someone\n// Returns:\n//   a: b\n",
        "not a parameter",
    ),
    ("// T\n// 问题: 谁?\n// Question: Who?\n// Returns:\n//   everything\n", "not a column"),
]


@pytest.mark.parametrize(("text", "message"), BAD_HEADERS)
def test_a_header_that_says_too_little_is_refused(text: str, message: str) -> None:
    with pytest.raises(InvalidRecordError, match=message):
        parse(text, mark="//", where="bad.cypher")
