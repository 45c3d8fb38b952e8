"""Activities: inspections with every stop, ceremonies, signings and campaigns; who led, went along and called."""

from __future__ import annotations

import pytest

from tests.extractors.reading_of import edges, names, only, read

LULIANG = "山西省吕梁市"
JIAOCHENG = "山西省吕梁市交城县"

ACTIVITIES = [
    ("4月1日，副市长田砚秋到交城县调研茶产业。", {"到交城县调研茶产业"}),
    ("4月1日，副市长田砚秋深入汾阳市检查防汛工作。", {"深入汾阳市检查防汛工作"}),
    ("4月1日，副市长田砚秋就春耕备耕工作进行调研。", {"就春耕备耕工作进行调研"}),
    ("4月1日，副市长田砚秋率队赴汾阳市督导防火工作。", {"赴汾阳市督导防火工作"}),
    (
        "4月1日，副市长田砚秋深入汾阳市，采取“四不两直”方式，督查防火工作。",
        {"深入汾阳市，采取“四不两直”方式，督查防火工作"},
    ),
    ("4月1日，湛泽水库除险加固工程开工仪式举行。", {"湛泽水库除险加固工程开工仪式"}),
    ("4月1日，汾阳市举行核桃加工项目签约仪式。", {"核桃加工项目签约仪式"}),
    ("市博物馆新馆揭牌仪式昨天举行。", {"市博物馆新馆揭牌仪式"}),
    ("市妇联启动“巧手织春”主题活动。", {"“巧手织春”主题活动"}),
    ("“护苗”专项行动今天启动。", {"“护苗”专项行动"}),
    ("我市举办第三届核桃文化节。", {"第三届核桃文化节"}),
    ("专家称，调研显示产量上升。", set()),
    ("调研组、考察团、检查站都要规范管理。", set()),
    ("由市妇联主办的“书香”阅读季启动仪式举行，市长贺云松出席启动仪式并宣布活动启动。", {"“书香”阅读季启动仪式"}),
    ("群众文化活动丰富多彩。", set()),
    ("开展各类活动，组织多场比赛。", set()),
    ("要加强督导检查。", set()),
    ("仪式感要强。", set()),
    ("4月1日，副市长田砚秋对核桃产业进行了实地调研。", {"对核桃产业进行了实地调研"}),
    ("4月1日，副市长田砚秋对调研工作提出要求。", set()),
    ("4月1日，副市长田砚秋感到督导很重要。", set()),
    ("4月1日，会议传达学习程述远总理在汾阳市考察核桃产业时的讲话精神，副市长田砚秋主持。", set()),
    ("4月1日，副市长田砚秋带领市财政局负责人开展城建项目调研。", {"开展城建项目调研"}),
    ("4月1日，副市长田砚秋在县长方以宁陪同下学习考察茶产业。", {"学习考察茶产业"}),
    ("4月1日，市委秘书长某人到交城县调研茶产业。", set()),
    ("举行了简短而隆重的启动仪式。", set()),
    ("市妇联主办的“书香”阅读季启动仪式昨天举行。", {"“书香”阅读季启动仪式"}),
]
KINDS = [
    ("4月1日，副市长田砚秋到交城县调研茶产业。", "inspection"),
    ("4月1日，湛泽水库除险加固工程开工仪式举行。", "ceremony"),
    ("4月1日，汾阳市举行核桃加工项目签约仪式。", "signing"),
    ("市妇联启动“巧手织春”主题活动。", "other"),
    ("4月1日，启沣集团到汾阳市考察投资环境。", "visit"),
]
DATES = [
    ("4月1日，副市长田砚秋到交城县调研茶产业。", "2025-04-01"),
    ("3月30日至31日，副市长田砚秋到交城县调研茶产业。", "2025-03-30"),
    ("昨天，副市长田砚秋到交城县调研茶产业。", "2025-04-01"),
    ("近日，副市长田砚秋到交城县调研茶产业。", None),
    ("湛泽水库除险加固工程开工仪式隆重举行。4月1日，天气晴朗。", "2025-04-01"),
    ("湛泽水库除险加固工程开工仪式隆重举行。4月1日晴，4月2日雨。", None),
    ("湛泽水库除险加固工程开工仪式隆重举行。4月20日，将组织验收。", None),
    ("2024年12月湛泽水库集中签约仪式举行。4月1日，市长贺云松出席2024年12月湛泽水库集中签约仪式。", "2025-04-01"),
]
STOPS = [
    ("4月1日，副市长田砚秋到交城县调研茶产业。", {"交城县"}),
    ("4月1日，副市长田砚秋到交城县、汾阳市调研茶产业。", {"交城县", "汾阳市"}),
    (
        "4月1日，副市长田砚秋到交城县调研茶产业。田砚秋先后来到夏家营镇柳沟村、启沣茶业公司。",
        {"交城县", "夏家营镇", "柳沟村", "启沣茶业公司"},
    ),
    (
        "4月1日，副市长田砚秋到交城县调研茶产业。田砚秋一行实地查看了云栖茶园、柳林码头。",
        {"交城县", "云栖茶园", "柳林码头"},
    ),
    ("4月1日，副市长田砚秋到交城县调研茶产业。在夏家营镇，他详细了解生产情况。", {"交城县", "夏家营镇"}),
    ("4月1日，副市长田砚秋到交城县调研茶产业。田砚秋强调，要学习汾阳市的做法。", {"交城县"}),
    ("4月1日，副市长田砚秋到交城县调研茶产业。他走进车间、深入一线，来到田间地头。", {"交城县"}),
    (
        "4月1日，副市长田砚秋率代表团赴嘉兴市考察。代表团先后参观了云栖小镇、湛泽纪念馆和启沣集团总部。",
        {"嘉兴市", "云栖小镇", "湛泽纪念馆", "启沣集团总部"},
    ),
    ("湛泽水库除险加固工程开工仪式在交城县举行。", {"交城县"}),
    (
        "4月1日，副市长田砚秋到交城县调研茶产业。田砚秋先后来到云栖茶园、生产流程、柳林码头。",
        {"交城县", "云栖茶园", "柳林码头"},
    ),
    ("4月1日，副市长田砚秋到交城县调研茶产业。田砚秋视察了云栖仓库。", {"交城县", "云栖仓库"}),
]
ROLES = [
    ("4月1日，副市长田砚秋到交城县调研茶产业。", "LED", {"田砚秋"}),
    ("4月1日，副市长田砚秋、贺云松到交城县调研茶产业。", "LED", {"田砚秋", "贺云松"}),
    ("4月1日，副市长田砚秋带领市财政局、市水利局负责人到交城县调研茶产业。", "LED", {"田砚秋"}),
    (
        "4月1日，副市长田砚秋带领市财政局、市水利局负责人到交城县调研茶产业。",
        "ATTENDED",
        {"吕梁市财政局", "吕梁市水利局"},
    ),
    ("4月1日，副市长田砚秋到交城县调研茶产业。县长方以宁陪同。", "ATTENDED", {"方以宁"}),
    ("4月1日，副市长田砚秋到交城县调研茶产业。县长方以宁陪同。", "LED", {"田砚秋"}),
    ("4月1日，在县长方以宁陪同下，副市长田砚秋到交城县调研茶产业。", "LED", {"田砚秋"}),
    ("4月1日，副市长田砚秋到交城县调研茶产业。田砚秋强调，要做好品牌。", "SPOKE_AT", {"田砚秋"}),
    ("4月1日，市政协到交城县视察茶产业。", "LED", {"吕梁市政协"}),
    ("市妇联启动“巧手织春”主题活动。", "CONVENED", {"吕梁市妇联"}),
    ("“护苗”专项行动今天启动，该行动由市公安局主办。", "CONVENED", {"吕梁市公安局"}),
    (
        "由市妇联、市文旅局主办，市图书馆承办的“书香”阅读季启动仪式举行。",
        "CONVENED",
        {"吕梁市妇联", "吕梁市文旅局", "吕梁市图书馆"},
    ),
    ("“书香”阅读季启动仪式举行。市长贺云松出席启动仪式并宣布活动启动。", "ATTENDED", {"贺云松"}),
    ("湛泽水库除险加固工程开工仪式举行。市长贺云松宣布开工，副市长田砚秋致辞。", "ATTENDED", {"贺云松"}),
    ("湛泽水库除险加固工程开工仪式举行。市长贺云松宣布开工，副市长田砚秋致辞。", "SPOKE_AT", {"田砚秋"}),
    ("湛泽水库除险加固工程开工仪式举行。副市长田砚秋主持仪式。", "CHAIRED", {"田砚秋"}),
    ("4月1日，副市长田砚秋，市政协副主席卢向晚到交城县调研茶产业。", "LED", {"田砚秋", "卢向晚"}),
    ("4月1日，副市长田砚秋率市财政局局长边少青、市水利局局长季望舒到交城县调研茶产业。", "LED", {"田砚秋"}),
    (
        "4月1日，副市长田砚秋率市财政局局长边少青、市水利局局长季望舒到交城县调研茶产业。",
        "ATTENDED",
        {"边少青", "季望舒"},
    ),
    ("4月1日，副市长田砚秋在县长方以宁陪同下到交城县调研茶产业。", "LED", {"田砚秋"}),
    ("4月1日，副市长田砚秋在县长方以宁陪同下到交城县调研茶产业。", "ATTENDED", {"方以宁"}),
    ("市妇联主办的“书香”阅读季启动仪式昨天举行。", "CONVENED", {"吕梁市妇联"}),
    ("市妇联关心的“书香”阅读季启动仪式昨天举行。", "CONVENED", set()),
]


@pytest.mark.parametrize(("text", "expected"), ACTIVITIES)
def test_names_of_activities(text: str, expected: set[str]) -> None:
    assert names(read(text, home=LULIANG), "Activity") == expected


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_kinds_of_activities(text: str, kind: str) -> None:
    assert only(read(text, home=LULIANG), "Activity").properties["kind"] == kind


@pytest.mark.parametrize(("text", "day"), DATES)
def test_days_of_activities(text: str, day: str | None) -> None:
    assert only(read(text, home=LULIANG), "Activity").properties.get("date") == day


@pytest.mark.parametrize(("text", "expected"), STOPS)
def test_where_it_was(text: str, expected: set[str]) -> None:
    assert {place for _, place in edges(read(text, home=LULIANG), "HELD_IN")} == expected


@pytest.mark.parametrize(("text", "kind", "expected"), ROLES)
def test_who_did_what(text: str, kind: str, expected: set[str]) -> None:
    assert {who for who, _ in edges(read(text, home=LULIANG), kind)} == expected


def test_title_and_body_speak_of_one_inspection() -> None:
    reading = read("4月1日，副市长田砚秋到交城县调研茶产业。", title="田砚秋到交城县调研", home=LULIANG)
    assert len(reading.of_label("Activity")) == 1
    assert edges(reading, "LED") == {("田砚秋", "到交城县调研")}


def test_what_the_title_quotes_is_no_part_of_the_name() -> None:
    reading = read("4月1日，副市长田砚秋到交城县调研。", title="田砚秋在调研茶产业时强调 压实责任", home=LULIANG)
    activity = only(reading, "Activity")
    assert (activity.name, activity.properties["date"]) == ("调研茶产业", "2025-04-01")


def test_title_and_body_speak_of_one_ceremony() -> None:
    reading = read("4月1日，湛泽水库除险加固工程开工仪式在交城县举行。", title="湛泽水库工程举行开工仪式", home=LULIANG)
    assert only(reading, "Activity").properties["date"] == "2025-04-01"


def test_a_stop_that_only_the_list_names_is_a_place() -> None:
    reading = read("4月1日，副市长田砚秋到交城县调研。田砚秋一行先后来到云栖茶园、柳林码头。", home=LULIANG)
    assert {"云栖茶园", "柳林码头"} <= names(reading, "Place")


def test_tables_are_whole() -> None:
    assert tuple(map(len, (ACTIVITIES, KINDS, DATES, STOPS, ROLES))) == (27, 5, 8, 11, 23)
