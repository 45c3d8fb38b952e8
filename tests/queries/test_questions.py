"""Every canned question gives the same rows in Cypher and in SPARQL, on the embedded engines and on Neo4j."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from queries import catalog
from queries.engines.ladybug import LadybugEngine
from queries.engines.oxigraph import OxigraphEngine

Case = tuple[str, dict[str, Any], list[tuple[Any, ...]]]

SPRING = ("雁塘市水利局", "春灌工作会", "2025-03-20")
BY_MEETING = (*SPRING, "春灌工作会", "要在5月底前修好渠道", "2025-05-31")
BY_SPEAKER = (*SPRING, "纪云帆", "要在4月到6月保证用水", "2025-04/2025-06")
GRAIN = ("雁塘市", "秋收会", "2025-09", "纪云帆", "要颗粒归仓", "")
FLOOD = ("", "防汛会", "", "防汛会", "要排查隐患", "")

HOSPITAL = ("晴川建设集团", "芦溪县医院新院区", "芦溪县", "芦溪县")
PLATFORM = ("晴川建设集团", "'智慧渠'平台", "", "")
FARM = ("远峰风电公司", "石桥风电场", "石桥镇", "芦溪县")

POWER = ("石桥风电场", "Project", "装机", "", "5", "万千瓦", 50000, "千瓦", "2025-04-09", "q4")
WOOD = ("芦溪县", "Place", "造林面积", "2025-01/2025-03", "3", "万亩", 30000.5, "亩", "2025-04-09", "q4")

WIND_VISIT = ("纪云帆", "调研", "2025-04-08", "远峰风电公司", "Company")
TOWN_VISIT = ("纪云帆", "调研", "2025-04-08", "石桥镇", "Place")

AUDITED = [
    ("雁塘市审计局", "Agency", "审计项目", "2024", value, "个", int(value), "", "2025-06-05", article)
    for value, article in (("30", "q6"), ("35", "q7"), ("35", "q8"))
]

# Question, parameters, rows in order.
CASES: list[Case] = [
    ("meeting_directives", {}, [FLOOD, BY_MEETING, BY_SPEAKER, GRAIN]),
    ("meeting_directives", {"agency": "市水利局"}, [BY_MEETING, BY_SPEAKER]),
    ("meeting_directives", {"place": "芦溪"}, [BY_MEETING, BY_SPEAKER]),
    ("meeting_directives", {"place": "雁塘市"}, [BY_MEETING, BY_SPEAKER, GRAIN]),
    ("meeting_directives", {"since": "2025-03-20", "until": "2025-03"}, [BY_MEETING, BY_SPEAKER]),
    ("meeting_directives", {"since": "2025-09-20"}, [GRAIN]),
    ("meeting_directives", {"since": "2025-03-21", "until": "2025-08-31"}, []),
    ("meeting_directives", {"agency": "' OR 1=1 //"}, []),
    ("company_projects", {}, [PLATFORM, HOSPITAL, FARM]),
    ("company_projects", {"company": "远峰"}, [FARM]),
    ("company_projects", {"place": "芦溪县"}, [HOSPITAL, FARM]),
    ("company_projects", {"place": "雁塘市", "project": "风电"}, [FARM]),
    ("company_projects", {"project": "'智慧渠'平台"}, [PLATFORM]),
    (
        "place_projects",
        {},
        [
            ("石桥镇", "石桥风电场", "远峰风电公司", "Company"),
            ("芦溪县", "芦溪县医院新院区", "晴川建设集团", "Company"),
        ],
    ),
    ("place_projects", {"place": "石桥"}, [("石桥镇", "石桥风电场", "远峰风电公司", "Company")]),
    (
        "place_bodies",
        {"place": "芦溪县"},
        [("石桥镇", "远峰风电公司", "Company"), ("芦溪县", "芦溪县政府", "Agency")],
    ),
    (
        "place_bodies",
        {},
        [
            ("石桥镇", "远峰风电公司", "Company"),
            ("芦溪县", "芦溪县政府", "Agency"),
            ("雁塘市", "雁塘学院", "Organization"),
        ],
    ),
    (
        "directives_due",
        {},
        [
            ("2025-04/2025-06", "要在4月到6月保证用水", "纪云帆", "Person", "芦溪县"),
            ("2025-05-31", "要在5月底前修好渠道", "春灌工作会", "Meeting", ""),
        ],
    ),
    (
        "directives_due",
        {"since": "2025-06-01", "until": "2025-12"},
        [("2025-04/2025-06", "要在4月到6月保证用水", "纪云帆", "Person", "芦溪县")],
    ),
    (
        "directives_due",
        {"since": "2025-05", "until": "2025-05-31"},
        [("2025-05-31", "要在5月底前修好渠道", "春灌工作会", "Meeting", "")],
    ),
    (
        "addressed_directives",
        {},
        [
            ("芦溪县", "Place", "要在4月到6月保证用水", "2025-04/2025-06", "纪云帆", "Person"),
            ("雁塘市水利局", "Agency", "要排查隐患", "", "防汛会", "Meeting"),
        ],
    ),
    (
        "addressed_directives",
        {"addressee": "该县"},
        [("芦溪县", "Place", "要在4月到6月保证用水", "2025-04/2025-06", "纪云帆", "Person")],
    ),
    (
        "meeting_attendance",
        {"meeting": "春灌"},
        [
            ("春灌工作会", "2025-03-20", "CHAIRED", "高远舟", "Person"),
            ("春灌工作会", "2025-03-20", "CONVENED", "雁塘市水利局", "Agency"),
            ("春灌工作会", "2025-03-20", "SPOKE_AT", "纪云帆", "Person"),
        ],
    ),
    (
        "meeting_attendance",
        {"name": "纪云帆", "since": "2025-04"},
        [
            ("秋收会", "2025-09", "ATTENDED", "纪云帆", "Person"),
            ("秋收会", "2025-09", "SPOKE_AT", "纪云帆", "Person"),
        ],
    ),
    ("meeting_attendance", {"name": "𠮷安"}, [("防汛会", "", "ATTENDED", "𠮷安公司", "Company")]),
    (
        "who_met",
        {},
        [
            ("纪云帆", "高远舟", "春灌工作会", "Meeting", "2025-03-20"),
            ("纪云帆", "高远舟", "秋收会", "Meeting", "2025-09"),
        ],
    ),
    ("who_met", {"person": "高", "until": "2025-06"}, [("高远舟", "纪云帆", "春灌工作会", "Meeting", "2025-03-20")]),
    (
        "person_posts",
        {"person": "纪云帆"},
        [
            ("纪云帆", "副市长", "雁塘市政府", "", "", "2025-03-21", "q1"),
            ("纪云帆", "市长", "雁塘市政府", "2025-08", "", "2025-09-11", "q2"),
        ],
    ),
    ("person_posts", {"body": "芦溪"}, [("高远舟", "县长", "芦溪县政府", "", "", "2025-03-21", "q1")]),
    (
        "careers",
        {"person": "纪云帆"},
        [
            ("纪云帆", "2025-03-21", "2025-03-21", "副市长", "雁塘市政府", "", "", "Person:纪云帆@雁塘市政府"),
            ("纪云帆", "2025-09-11", "2025-09-11", "市长", "雁塘市政府", "2025-08", "", "Person:纪云帆@雁塘市政府"),
        ],
    ),
    ("careers", {"body": "芦溪", "person": "纪"}, []),
    (
        "post_conflicts",
        {},
        [
            (
                *("雁塘市审计局", "局长", "宋知行", "2025-01-10", "2025-06-05", "q6"),
                *("方既白", "2025-06-05", "2025-06-05", "q7"),
            )
        ],
    ),
    ("post_conflicts", {"body": "水利"}, []),
    (
        "measurement_conflicts",
        {"owner": "市审计局"},
        [
            ("雁塘市审计局", "审计项目", "2024", "30", "个", "q6", "35", "个", "q7"),
        ],
    ),
    ("measurement_conflicts", {"owner": "芦溪"}, []),
    (
        "event_conflicts",
        {},
        [("审计整改推进会", "Meeting", "雁塘市审计局", "2025-06-02", "q6", "2025-06-03", "q7")],
    ),
    ("event_conflicts", {"event": "春灌"}, []),
    ("inspections", {}, [TOWN_VISIT, WIND_VISIT]),
    ("inspections", {"leader": "纪", "place": "远峰"}, [WIND_VISIT]),
    ("inspections", {"place": "芦溪县"}, [TOWN_VISIT, WIND_VISIT]),
    ("inspections", {"since": "2025-04-09"}, []),
    (
        "policy_trail",
        {"policy": "条例"},
        [
            ("灌区管理条例", "CITES", "春灌工作会", "Meeting", "2025-03-21", "q1"),
            ("风电条例", "RELEASED", "雁塘市政府", "Agency", "2025-04-09", "q4"),
        ],
    ),
    ("policy_trail", {"policy": "风电"}, [("风电条例", "RELEASED", "雁塘市政府", "Agency", "2025-04-09", "q4")]),
    ("measurements", {}, [POWER, WOOD, *AUDITED]),
    ("measurements", {"owner": "芦溪", "since": "2025-02-11", "until": "2025-12"}, [WOOD]),
    ("measurements", {"measure": "装机", "since": "2025-04-09"}, [POWER]),
    ("measurements", {"until": "2025-03"}, [WOOD, *AUDITED]),
    (
        "edge_evidence",
        {"name": "高远舟", "article": "q1"},
        [
            (
                "高远舟",
                "CHAIRED",
                "春灌工作会",
                "",
                "县长高远舟主持",
                "q1",
                '全市"春灌"工作会召开',
                37,
                44,
                "rule chaired",
                0.9,
            ),
            (
                "高远舟",
                "HOLDS_POST",
                "芦溪县政府",
                "县长",
                "县长高远舟",
                "q1",
                '全市"春灌"工作会召开',
                37,
                42,
                "rule holds_post",
                0.9,
            ),
        ],
    ),
    (
        "edge_evidence",
        {"relation": "SPOKE_AT", "name": "春灌"},
        [
            (
                "纪云帆",
                "SPOKE_AT",
                "春灌工作会",
                "",
                "副市长纪云帆讲话",
                "q1",
                '全市"春灌"工作会召开',
                45,
                53,
                "rule spoke_at",
                0.9,
            ),
            (
                "纪云帆",
                "SPOKE_AT",
                "春灌工作会",
                "",
                "纪云帆强调",
                "q1",
                '全市"春灌"工作会召开',
                70,
                75,
                "rule spoke_at",
                0.9,
            ),
        ],
    ),
    ("edge_evidence", {"relation": "PART_OF", "name": "雁塘市"}, []),
    (
        "edge_evidence",
        {"relation": "ISSUED", "name": "渠道", "min_confidence": 0.8},
        [
            (
                "春灌工作会",
                "ISSUED",
                "要在5月底前修好渠道",
                "",
                "会议要求:要在5月底前修好渠道",
                "q1",
                '全市"春灌"工作会召开',
                54,
                69,
                "rule issued",
                0.8,
            ),
        ],
    ),
    ("edge_evidence", {"relation": "ISSUED", "name": "渠道", "min_confidence": 0.81}, []),
    (
        "edge_evidence",
        {"article": "q5", "relation": "ATTENDED"},
        [("𠮷安公司", "ATTENDED", "防汛会", "", "𠮷安公司参加防汛会", "q5", "", 19, 28, "rule attended", 0.9)],
    ),
    (
        "cooperation",
        {"party": "学院"},
        [("雁塘学院", "Organization", "晴川建设集团", "Company", "2025-04-02", "q3")],
    ),
    (
        "cooperation",
        {},
        [("晴川建设集团", "Company", "雁塘学院", "Organization", "2025-04-02", "q3")],
    ),
    (
        "reporter_articles",
        {},
        [
            ("温如玉", "2025-03-21", '全市"春灌"工作会召开', "雁塘日报", "q1"),
            ("温如玉", "2025-04-09", "纪云帆到企业调研", "", "q4"),
        ],
    ),
    (
        "reporter_articles",
        {"reporter": "温", "since": "2025-04"},
        [("温如玉", "2025-04-09", "纪云帆到企业调研", "", "q4")],
    ),
]


def test_every_question_has_an_answer_here() -> None:
    assert {name for name, _, rows in CASES if rows} == set(catalog.names())
    assert len(CASES) >= 45


@pytest.fixture(scope="module")
def ladybug(graph_folder: Path) -> Any:
    with LadybugEngine(graph_folder) as engine:
        yield engine


@pytest.fixture(scope="module")
def oxigraph(graph_folder: Path) -> Any:
    with OxigraphEngine(graph_folder) as engine:
        yield engine


@pytest.mark.parametrize(("name", "parameters", "rows"), CASES)
def test_cypher_answers(ladybug: LadybugEngine, name: str, parameters: dict[str, Any], rows: list[Any]) -> None:
    question = catalog.get(name)
    table = ladybug.run(question, parameters)
    assert table.columns == tuple(column.name for column in question.columns)
    assert list(table.rows) == rows


@pytest.mark.parametrize(("name", "parameters", "rows"), CASES)
def test_sparql_answers(oxigraph: OxigraphEngine, name: str, parameters: dict[str, Any], rows: list[Any]) -> None:
    question = catalog.get(name)
    table = oxigraph.run(question, parameters)
    assert table.columns == tuple(column.name for column in question.columns)
    assert list(table.rows) == rows


@pytest.mark.parametrize("name", catalog.names())
def test_both_languages_agree_on_defaults_and_examples(
    ladybug: LadybugEngine, oxigraph: OxigraphEngine, name: str
) -> None:
    question = catalog.get(name)
    for values in ({}, {parameter.name: parameter.example for parameter in question.parameters}):
        assert ladybug.run(question, values) == oxigraph.run(question, values)
