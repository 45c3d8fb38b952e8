"""News of bureaus, banks, schools and villages: rounds of inspection, contests, harvests and whose their numbers are."""

from __future__ import annotations

import pytest

from tests.extractors.reading_of import edges, names, read

JIAOCHENG = "山西省吕梁市交城县"

NAMES = [
    (
        "县市场监管局深入开展各类农资专项整治。此次专项整治共出动执法车辆10车次。",
        "Activity",
        {"各类农资专项整治"},
    ),
    ("县市场监管局组织开展各类农资专项整治。县里召开会议。", "Activity", set()),
    ("县公安局组织全警种开展反诈宣传活动。此次活动，共出动警力40余人。", "Activity", {"反诈宣传活动"}),
    (
        "天宁镇在青屏玻璃有限公司开展2025年消防、地灾、防汛综合应急演练。",
        "Activity",
        {"2025年消防、地灾、防汛综合应急演练"},
    ),
]
FACTS = [
    (
        "4月1日，县公安局组织警力在县人民广场开展了集中宣传活动。活动中，民警讲解了法律知识。",
        "CONVENED",
        {("交城县公安局", "集中宣传活动")},
    ),
    (
        "4月1日，县妇联与交城县青屏中学联合举行了拉练活动，师生参加了以“致敬青春”为主题的拉练活动。",
        "CONVENED",
        {(who, "以“致敬青春”为主题的拉练活动") for who in ("交城县妇联", "交城县青屏中学")},
    ),
    (
        "4月1日，县林业局、县应急管理局、县石泉站、县水利局联合举办森林灭火演练。",
        "CONVENED",
        {(who, "森林灭火演练") for who in ("交城县林业局", "交城县应急管理局", "交城县水利局")},
    ),
    (
        "县市场监管局近日组织开展了全县粮油安全大检查。此次检查共出动执法人员24人次，检查经营主体71户。",
        "HAS_MEASUREMENT",
        {("粮油安全大检查", "出动执法人员"), ("粮油安全大检查", "检查经营主体")},
    ),
]


@pytest.mark.parametrize(("text", "label", "expected"), NAMES)
def test_names(text: str, label: str, expected: set[str]) -> None:
    assert names(read(text, home=JIAOCHENG), label) == expected


@pytest.mark.parametrize(("text", "kind", "expected"), FACTS)
def test_facts(text: str, kind: str, expected: set[tuple[str, str]]) -> None:
    assert edges(read(text, home=JIAOCHENG), kind) == expected


def test_one_event_of_title_and_body() -> None:
    text = "县市场监管局近日组织开展了全县粮油安全大检查。此次检查共出动执法人员24人次。"
    reading = read(text, title="县市场监管局开展春节前粮油市场专项执法检查", home=JIAOCHENG)
    assert names(reading, "Activity") == {"春节前粮油市场专项执法检查"}


def test_row_counts() -> None:
    assert (len(NAMES), len(FACTS)) == (4, 4)
