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

HOSPITAL_OF_PLACE = ("芦溪县", "芦溪县医院新院区", "晴川建设集团", "Company")
FARM_OF_PLACE = ("石桥镇", "石桥风电场", "远峰风电公司", "Company")
HOSPITAL = ("晴川建设集团", "芦溪县医院新院区", "芦溪县", "芦溪县")
PLATFORM = ("晴川建设集团", "'智慧渠'平台", "", "")
FARM = ("远峰风电公司", "石桥风电场", "石桥镇", "芦溪县")

POWER = ("石桥风电场", "Project", "装机", "", "5", "万千瓦", 50000, "千瓦", "2025-04-09", "q4")
WOOD = ("芦溪县", "Place", "造林面积", "2025-01/2025-03", "3", "万亩", 30000.5, "亩", "2025-04-09", "q4")

FOREST = ("枫林县", "Place", "造林面积", "2025", "2", "万亩", 20000, "亩", "2025-06-20", "q9")

WIND_VISIT = ("纪云帆", "调研", "2025-04-08", "远峰风电公司", "Company")
TOWN_VISIT = ("纪云帆", "调研", "2025-04-08", "石桥镇", "Place")

HEAD_OF_COUNTY = ("芦溪县政府", "县长", "2025-03-21", "2025-03-21", "高远舟", "Person:高远舟@芦溪县政府")
HEAD_OF_BUREAU = ("枫林县林业局", "局长", "2025-06-20", "2025-06-20", "高远舟", "Person:高远舟@枫林县林业局")
AUDITORS = [
    ("雁塘市审计局", "局长", since, until, person, f"Person:{person}@雁塘市")
    for since, until, person in (
        ("2023", "2025-01-10", "许闻溪"),
        ("2025-01-10", "2025-06-05", "宋知行"),
        ("2025-06-05", "2025-06-05", "方既白"),
    )
]
DEPUTY = ("雁塘市政府", "副市长", "2025-03-21", "2025-03-21", "纪云帆", "Person:纪云帆@雁塘市政府")
MAYOR = ("雁塘市政府", "市长", "2025-08", "2025-09-11", "纪云帆", "Person:纪云帆@雁塘市政府")

SPRING_MEETING = ("2025-03-20", *SPRING[1::-1], "芦溪县", "Meeting:春灌工作会@雁塘市水利局@2025-03-20")
AUTUMN_MEETING = ("2025-09", "秋收会", "雁塘市", "", "Meeting:秋收会@雁塘市@2025-09")
AUDIT_MEETINGS = [
    (day, "审计整改推进会", "雁塘市审计局", "", f"Meeting:审计整改推进会@雁塘市@{day}")
    for day in ("2025-06-02", "2025-06-03")
]

HOSPITAL_OF_BUILDERS = ("晴川建设集团", "", "芦溪县医院新院区", "芦溪县")
FARM_OF_WIND = ("远峰风电公司", "石桥镇", "石桥风电场", "石桥镇")

NEWEST = [
    ("2025-09-11", source, relation, target, post, "q2")
    for source, relation, target, post in (
        ("纪云帆", "ATTENDED", "秋收会", ""),
        ("纪云帆", "HOLDS_POST", "雁塘市政府", "市长"),
        ("纪云帆", "ISSUED", "要颗粒归仓", ""),
        ("纪云帆", "SPOKE_AT", "秋收会", ""),
        ("雁塘市", "CONVENED", "秋收会", ""),
        ("高远舟", "ATTENDED", "秋收会", ""),
    )
]

UNSURE_POST = (0.6, "纪云帆", "HOLDS_POST", "雁塘市政府", "纪云帆要求", "rule holds_post", "q2")
UNSURE_ADDRESSEE = (
    0.7,
    "要在4月到6月保证用水",
    "DIRECTED_TO",
    "芦溪县",
    "芦溪县要在4月到6月保证用水",
    "rule directed_to",
    "q1",
)

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
        [FARM_OF_PLACE, HOSPITAL_OF_PLACE],
    ),
    ("place_projects", {"place": "石桥"}, [FARM_OF_PLACE]),
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
    ("measurements", {}, [FOREST, POWER, WOOD, *AUDITED]),
    ("measurements", {"owner": "芦溪", "since": "2025-02-11", "until": "2025-12"}, [WOOD]),
    ("measurements", {"measure": "装机", "since": "2025-04-09"}, [POWER]),
    ("measurements", {"until": "2025-03"}, [FOREST, WOOD, *AUDITED]),
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
    ("meeting_directives", {"person": "高远"}, [BY_MEETING, BY_SPEAKER, GRAIN]),
    ("place_projects", {"place": "雁塘"}, [FARM_OF_PLACE, HOSPITAL_OF_PLACE]),
    ("inspections", {"place": "雁塘"}, [TOWN_VISIT, WIND_VISIT]),
    (
        "busiest_agencies",
        {},
        [
            ("雁塘市审计局", 2, 2, 0, 0, 3, "Agency:雁塘市审计局"),
            ("雁塘市政府", 1, 0, 0, 1, 1, "Agency:雁塘市政府"),
            ("雁塘市水利局", 1, 1, 0, 0, 1, "Agency:雁塘市水利局"),
        ],
    ),
    (
        "busiest_agencies",
        {"place": "雁塘", "since": "2025-06", "at_least": 2},
        [("雁塘市审计局", 2, 2, 0, 0, 3, "Agency:雁塘市审计局")],
    ),
    (
        "counties_compared",
        {"measure": "造林"},
        [
            ("造林面积", "亩", 30000.5, "芦溪县", "雁塘市", "2025-01/2025-03", "3", "万亩"),
            ("造林面积", "亩", 20000, "枫林县", "雁塘市", "2025", "2", "万亩"),
        ],
    ),
    (
        "counties_compared",
        {"since": "2025-12"},
        [("造林面积", "亩", 20000, "枫林县", "雁塘市", "2025", "2", "万亩")],
    ),
    ("counties_compared", {"level": "town"}, []),
    (
        "connection",
        {"one": "高远舟", "other": "石桥镇"},
        [
            (3, f"高远舟 -{way} -PART_OF- 石桥镇", "Person:高远舟@芦溪县政府", "Place:石桥镇@雁塘市芦溪县")
            for way in ("CHAIRED- 春灌工作会 -HELD_IN- 芦溪县", "HOLDS_POST- 芦溪县政府 -LOCATED_IN- 芦溪县")
        ],
    ),
    (
        "connection",
        {"one": "Company:芦溪绿化公司", "other": "晴川建设集团"},
        [(1, "芦溪绿化公司 -BELONGS_TO- 晴川建设集团", "Company:芦溪绿化公司", "Company:晴川建设集团")],
    ),
    (
        "connection",
        {"one": "市政府", "other": "会议"},
        [
            (
                *(2, f"雁塘市政府 -HOLDS_POST- 纪云帆 -{role}- {event}", "Agency:雁塘市政府"),
                f"Meeting:{event}@{held_by}",
            )
            for role, event, held_by in (("SPOKE_AT", "春灌工作会", "雁塘市水利局@2025-03-20"),)
        ],
    ),
    (
        "connection",
        {"one": "温如玉", "other": "石桥风电场"},
        [],
    ),
    ("connection", {"one": "高远舟", "other": "Person:高远舟@芦溪县政府"}, []),
    (
        "itinerary",
        {"person": "高远舟"},
        [
            ("高远舟", "2025-03-20", "春灌工作会", "Meeting", "CHAIRED", "芦溪县"),
            ("高远舟", "2025-09", "秋收会", "Meeting", "ATTENDED", ""),
        ],
    ),
    (
        "itinerary",
        {"person": "纪", "since": "2025-04", "until": "2025-08"},
        [
            ("纪云帆", "2025-04-08", "调研", "Activity", "LED", "石桥镇"),
            ("纪云帆", "2025-04-08", "调研", "Activity", "LED", "远峰风电公司"),
        ],
    ),
    (
        "low_confidence",
        {},
        [
            UNSURE_POST,
            (0.7, "枫林县", "HAS_MEASUREMENT", "造林面积", "枫林县造林面积2万亩", "rule has_measurement", "q9"),
            UNSURE_ADDRESSEE,
        ],
    ),
    ("low_confidence", {"below": 0.7, "relation": "HOLDS_POST"}, [UNSURE_POST]),
    ("low_confidence", {"name": "该县"}, [UNSURE_ADDRESSEE]),
    (
        "meetings",
        {},
        [("", "防汛会", "", "", "Meeting:防汛会"), SPRING_MEETING, *AUDIT_MEETINGS, AUTUMN_MEETING],
    ),
    ("meetings", {"place": "雁塘市", "name": "会议"}, [SPRING_MEETING]),
    ("meetings", {"since": "2025-06-03", "until": "2025-08"}, AUDIT_MEETINGS[1:]),
    ("meetings", {"since": "2025-09-11"}, [AUTUMN_MEETING]),
    (
        "namesakes",
        {},
        [
            ("高远舟", "Person", "枫林县林业局", "Person:高远舟@枫林县林业局", 1),
            ("高远舟", "Person", "芦溪县政府", "Person:高远舟@芦溪县政府", 2),
        ],
    ),
    ("namesakes", {"kind": "Agency"}, []),
    ("newest_facts", {}, NEWEST),
    ("newest_facts", {"name": "该县"}, [("2025-04-09", "芦溪县", "HAS_MEASUREMENT", "造林面积", "", "q4")]),
    (
        "newest_facts",
        {"since": "2025-06-06"},
        [
            *NEWEST,
            ("2025-06-20", "枫林县", "HAS_MEASUREMENT", "造林面积", "", "q9"),
            ("2025-06-20", "芦溪绿化公司", "BELONGS_TO", "晴川建设集团", "", "q9"),
            ("2025-06-20", "高远舟", "HOLDS_POST", "枫林县林业局", "局长", "q9"),
        ],
    ),
    ("place_companies", {}, [HOSPITAL_OF_BUILDERS, FARM_OF_WIND]),
    ("place_companies", {"place": "雁塘"}, [HOSPITAL_OF_BUILDERS, FARM_OF_WIND]),
    ("place_companies", {"place": "石桥"}, [FARM_OF_WIND]),
    (
        "place_profile",
        {"place": "芦溪"},
        [
            ("芦溪县", "county", "", relation, kind, things, 1, day, day, "Place:芦溪县@雁塘市")
            for relation, kind, things, day in (
                ("DIRECTED_TO", "Directive", 1, "2025-03-21"),
                ("HAS_MEASUREMENT", "Measurement", 1, "2025-04-09"),
                ("HELD_IN", "Activity", 1, "2025-04-09"),
                ("HELD_IN", "Meeting", 1, "2025-03-21"),
                ("LOCATED_IN", "Agency", 1, "2025-03-21"),
                ("LOCATED_IN", "Company", 1, "2025-04-09"),
                ("LOCATED_IN", "Project", 2, "2025-04-02"),
            )
        ],
    ),
    (
        "place_timeline",
        {"place": "芦溪", "since": "2025-03-21"},
        [
            ("2025-01/2025-03", "芦溪县", "HAS_MEASUREMENT", "造林面积", "Measurement", "q4"),
            ("2025-03-21", "芦溪县", "DIRECTED_TO", "要在4月到6月保证用水", "Directive", "q1"),
            ("2025-04-02", "石桥镇", "LOCATED_IN", "石桥风电场", "Project", "q3"),
            ("2025-04-02", "芦溪县", "LOCATED_IN", "芦溪县医院新院区", "Project", "q3"),
            ("2025-04-08", "石桥镇", "HELD_IN", "调研", "Activity", "q4"),
        ],
    ),
    (
        "place_timeline",
        {"place": "枫林"},
        [("2025", "枫林县", "HAS_MEASUREMENT", "造林面积", "Measurement", "q9")],
    ),
    ("post_holders", {}, [HEAD_OF_BUREAU, HEAD_OF_COUNTY, *AUDITORS, DEPUTY, MAYOR]),
    ("post_holders", {"body": "市政府", "post": "市长"}, [DEPUTY, MAYOR]),
    (
        "project_measurements",
        {"place": "雁塘"},
        [("石桥镇", "石桥风电场", "装机", "", "5", "万千瓦", 50000, "千瓦")],
    ),
    ("project_measurements", {"measure": "投资"}, []),
    ("releases", {"by": "市政府"}, [("雁塘市政府", "Agency", "风电条例", "", "2025-04-09", "q4")]),
    ("releases", {"until": "2025-03"}, []),
    (
        "subsidiaries",
        {"parent": "晴川"},
        [("芦溪绿化公司", "Company", "晴川建设集团", "Company", "2025-06-20", "q9")],
    ),
    ("subsidiaries", {"parent": "学院"}, []),
]


def test_every_question_has_an_answer_here() -> None:
    assert {name for name, _, rows in CASES if rows} == set(catalog.names())
    assert len(CASES) >= 90


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
