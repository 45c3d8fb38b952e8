"""Names of firms and works cut right: back to the place, with the sign of a voltage, never from the middle of a word."""

from __future__ import annotations

import pytest

from tests.extractors.reading_of import edges, names, read

LULIANG = "山西省吕梁市"

FIRMS = [
    ("文水县明岚爆竹制造燃放有限公司停产。", {"文水县明岚爆竹制造燃放有限公司"}),
    ("中国稀有沣石股份有限公司到会。", {"中国稀有沣石股份有限公司"}),
    ("代表来自福州中国沣岳集团有限公司。", {"中国沣岳集团有限公司"}),
]
WORKS = [
    ("甘肃至浙江±800千伏特高压直流输电工程开工。", {"甘肃至浙江±800千伏特高压直流输电工程"}),
    ("陇北至安徽正负800千伏特高压直流输电工程开工。", {"陇北至安徽正负800千伏特高压直流输电工程"}),
    ("汾沣高速改扩建工程太原段，日前贯通。", {"汾沣高速改扩建工程太原段"}),
    ("汾沣高铁湛启公铁黄河大桥进入钢梁施工阶段。", {"汾沣高铁湛启公铁黄河大桥"}),
    ("“6G+工业互联网”项目已超2.3万个。", set()),
    ("这是汾阳市湛泽高速控制性节点工程。", set()),
    ("要着重推进非金属矿智慧监管监察平台建设。", {"非金属矿智慧监管监察平台"}),
    ("要加快公共服务平台建设。", set()),
]
BASES = "北沟村股份经济合作社与山西启沣种业有限公司、山西海屿化工有限公司{}建立合作基地。其中，“谷子高产创新基地”聚焦育种；“新型水溶肥示范基地”研制肥料。"


@pytest.mark.parametrize(("text", "expected"), FIRMS)
def test_firms(text: str, expected: set[str]) -> None:
    assert names(read(text), "Company") == expected


@pytest.mark.parametrize(("text", "expected"), WORKS)
def test_works(text: str, expected: set[str]) -> None:
    assert names(read(text), "Project") == expected


def test_what_all_carry_and_what_each_carries_for_itself() -> None:
    first = {
        ("北沟村股份经济合作社", "谷子高产创新基地"),
        ("北沟村股份经济合作社", "新型水溶肥示范基地"),
    }
    each = {("山西启沣种业有限公司", "谷子高产创新基地"), ("山西海屿化工有限公司", "新型水溶肥示范基地")}
    assert edges(read(BASES.format("共同"), home=LULIANG), "UNDERTAKES") == first
    assert edges(read(BASES.format("分别"), home=LULIANG), "UNDERTAKES") == first | each


def test_a_carrier_is_carried_on_to_the_next_sentence_only() -> None:
    text = "国铁集团推进太原至临汾高铁建设。会议昨天闭幕。代表热烈讨论。同时，加快推进临汾至运城铁路前期工作。"
    assert edges(read(text), "UNDERTAKES") == {("国铁集团", "太原至临汾高铁")}


def test_places_by_a_river_do_not_carry_its_works() -> None:
    text = "流经太原、临汾等地的沣河，实施“清水长流”保护项目。"
    assert edges(read(text), "UNDERTAKES") == set()


def test_a_place_before_a_nationwide_firm_is_not_its_seat() -> None:
    assert edges(read("代表来自福州中国沣岳集团有限公司。"), "LOCATED_IN") == set()


def test_tables_are_whole() -> None:
    assert (len(FIRMS), len(WORKS)) == (3, 8)
