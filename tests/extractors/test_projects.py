"""Projects: lines, works, plants and platforms with a name of their own, and who carries them."""

from __future__ import annotations

import pytest

from tests.extractors.reading_of import edges, names, read

PROJECTS = [
    ("太原至临汾高铁今天开工。", {"太原至临汾高铁"}),
    ("推进汾阳市文峪河治理工程建设。", {"汾阳市文峪河治理工程"}),
    ("总投资3亿元的年产20万吨石墨新材料生产线建成投产。", {"年产20万吨石墨新材料生产线"}),
    ("实施“智慧水务”改造项目。", {"“智慧水务”改造项目"}),
    ("挂牌设立“小麦高产创新基地”。", {"小麦高产创新基地"}),
    ("启沣集团投资百亿级新材料制造基地正式投产。", {"百亿级新材料制造基地"}),
    ("抓好重点项目建设，实施民生工程。", set()),
    ("搭建政务服务平台，建设教育基地。", set()),
    ("山西铁路运输秩序良好。", set()),
    ("全市开工20个工业项目。", set()),
    ("丰富体育运动项目。", set()),
    ("山西启沣建材有限公司二期20万吨水泥生产线投产。", {"山西启沣建材有限公司二期20万吨水泥生产线"}),
    ("汾阳市建成全省首个云计算产业园。", {"云计算产业园"}),
    ("拟建设年产20万吨石墨新材料生产线项目。", {"年产20万吨石墨新材料生产线项目"}),
    ("汾阳市村级集体经济项目招商引资推介会举行。", set()),
    ("一批重点高速公路项目开工。", set()),
    ("一个深远海养殖平台建成。", set()),
    ("启沣产业园二期标准化厂房建设项目开工。", {"启沣产业园二期标准化厂房建设项目"}),
    ("先后来到青泽水库、石坳水库，", set()),
    (
        "签约项目有总投资5亿元的铝型材加工产业项目、总投资10亿的大蒜深加工及综合利用项目等。",
        {"铝型材加工产业项目", "大蒜深加工及综合利用项目"},
    ),
    (
        "开工的项目包括力拓旅游度假世界项目、松岭冷链配送中心项目等，总投资9亿元。",
        {"力拓旅游度假世界项目", "松岭冷链配送中心项目"},
    ),
    ("总投资15亿元的重点项目开工。", set()),
    ("2025年第二次项目集中签约。", set()),
    ("到长青高速项目调研。", {"长青高速项目"}),
]
UNDERTAKES = [
    ("山西启沣建材有限公司投资建设了汾阳市石墨新材料项目。", {("山西启沣建材有限公司", "汾阳市石墨新材料项目")}),
    (
        "山西启沣建材有限公司二期20万吨水泥生产线投产。",
        {("山西启沣建材有限公司", "山西启沣建材有限公司二期20万吨水泥生产线")},
    ),
    ("汾阳市石墨新材料项目由山西启沣建材有限公司承建。", {("山西启沣建材有限公司", "汾阳市石墨新材料项目")}),
    (
        "国铁集团推进太原至临汾高铁建设。同时，加快推进临汾至运城铁路前期工作。",
        {("国铁集团", "太原至临汾高铁"), ("国铁集团", "临汾至运城铁路")},
    ),
    ("县长来到山西启沣建材有限公司，要求加快推进汾阳市石墨新材料项目。", set()),
    ("在汾阳市，石墨新材料示范项目建成。", set()),
    ("汾阳市石墨新材料项目是启沣集团投资建设的。", {("启沣集团", "汾阳市石墨新材料项目")}),
    ("启沣集团建设汾阳市石墨新材料项目。", {("启沣集团", "汾阳市石墨新材料项目")}),
    ("启沣集团举行汾阳市石墨新材料项目推介。", set()),
    ("启沣集团了解到，汾阳市石墨新材料项目建成。", set()),
]


@pytest.mark.parametrize(("text", "expected"), PROJECTS)
def test_projects(text: str, expected: set[str]) -> None:
    assert names(read(text), "Project") == expected


@pytest.mark.parametrize(("text", "expected"), UNDERTAKES)
def test_who_undertakes(text: str, expected: set[tuple[str, str]]) -> None:
    assert edges(read(text), "UNDERTAKES") == expected


def test_a_party_committee_of_a_post_is_no_partner() -> None:
    signed = "4月1日，启沣集团与{}签署战略合作协议。"
    assert edges(read(signed.format("汾阳市政府")), "COOPERATES_WITH") == {("启沣集团", "汾阳市政府")}
    assert edges(read(signed.format("汾阳市委副书记贺云松")), "COOPERATES_WITH") == set()


def test_tables_are_whole() -> None:
    assert (len(PROJECTS), len(UNDERTAKES)) == (24, 10)
