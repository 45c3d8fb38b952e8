"""Meetings: their names and days, what is only cited, and who called, chaired, attended and spoke, and where."""

from __future__ import annotations

import pytest

from extractors.events.meeting import events_of
from tests.extractors.reading_of import edges, names, only, read

LULIANG = "山西省吕梁市"
SHEXIAN = "安徽省黄山市歙县"

NAMES = [
    ("4月1日，市政协召开社情民意信息工作座谈会。", {"社情民意信息工作座谈会"}),
    ("4月1日，全市春季防火工作会议召开。", {"全市春季防火工作会议"}),
    ("全市春季防火电视电话会议昨天举行。", {"全市春季防火电视电话会议"}),
    ("市委常委会召开扩大会议，研究防火工作。", {"市委常委会"}),
    ("市政府召开第十二次常务会议。", {"第十二次常务会议"}),
    ("昨天，我市举办“护苗行动”专题培训班。", {"“护苗行动”专题培训班"}),
    ("首届核桃产业发展论坛在汾阳市开幕。", {"首届核桃产业发展论坛"}),
    ("市政协五届三次会议隆重开幕。", {"市政协五届三次会议"}),
    ("市第五届人民代表大会第二次会议闭幕。", {"市第五届人民代表大会第二次会议"}),
    ("副市长田砚秋主持召开核桃产业协调会。", {"核桃产业协调会"}),
    ("县里召开茶产业推进会，随后又召开防汛工作部署会。", {"茶产业推进会", "防汛工作部署会"}),
    ("会议传达学习了全省防火工作会议精神。", {"全省防火工作会议"}),
    ("要认真贯彻党的二十大精神。", {"党的二十大"}),
    ("要认真贯彻党的二十届三中全会精神。", {"党的二十届三中全会"}),
    ("市委召开会议，传达中央经济工作会议精神。", {"中央经济工作会议"}),
    ("市委召开会议，传达全国、全省防火工作会议精神。", {"全国防火工作会议", "全省防火工作会议"}),
    ("市委召开会议，传达省、市防火工作会议精神。", {"省防火工作会议", "市防火工作会议"}),
    ("副市长田砚秋主持召开座谈会。", {"座谈会"}),
    ("市委常委会召开会议。罗敬之主持召开市委常委会会议。", {"市委常委会会议"}),
    ("市长贺云松主持召开市政府党组（扩大）会议。", {"市政府党组（扩大）会议"}),
    ("吕梁市第五届人民代表大会第五次会议在完成各项议程后，在吕梁会堂闭幕。", {"吕梁市第五届人民代表大会第五次会议"}),
    ("市委理论学习中心组进行2025年第三次集体学习。", {"2025年第三次集体学习"}),
    (
        "要落实好湛泽合作论坛南湾峰会和山河论坛第三届年会成果，会议传达湛泽合作论坛南湾峰会精神。",
        {"湛泽合作论坛南湾峰会"},
    ),
    ("全市春季防火工作会议17日至19日在汾阳市召开。", {"全市春季防火工作会议"}),
    ("省里在汾阳市召开这次具有特殊意义的现场会议。", set()),
    ("市委召开会议，传达省、市有关会议精神。", set()),
    ("按照会议要求，抓好落实。", set()),
    ("会议室里座无虚席。", set()),
    ("协会会员大多是农民。", set()),
    ("他在人民大会堂前留影。", set()),
    ("办好群众身边事，不开无准备的会议。", set()),
    ("人民代表大会制度不断完善。", set()),
    ("社会发展日新月异。", set()),
    ("经济工作会计知识讲座。", set()),
]
DATES = [
    ("4月1日，市政协召开社情民意座谈会。", "2025-04-01"),
    ("3月28日至30日，市政协举办提案培训班。", "2025-03-28"),
    ("昨天，市政协召开社情民意座谈会。", "2025-04-01"),
    ("社情民意座谈会4月1日在汾阳市召开。", "2025-04-01"),
    ("2024年12月30日，市政协召开社情民意座谈会。", "2024-12-30"),
    ("近日，市政协召开社情民意座谈会。", None),
    ("市政协召开社情民意座谈会，部署4月15日的视察。", None),
]
ROLES = [
    ("市政协召开社情民意座谈会。", "CONVENED", {("吕梁市政协", "社情民意座谈会")}),
    (
        "4月1日上午，市政协、市妇联联合召开家风座谈会。",
        "CONVENED",
        {("吕梁市政协", "家风座谈会"), ("吕梁市妇联", "家风座谈会")},
    ),
    ("家风座谈会由市妇联主办，昨天举行。", "CONVENED", {("吕梁市妇联", "家风座谈会")}),
    ("汾阳市召开核桃产业推进会。", "CONVENED", {("汾阳市", "核桃产业推进会")}),
    ("副市长田砚秋主持召开核桃产业推进会。", "CHAIRED", {("田砚秋", "核桃产业推进会")}),
    ("全市防火工作会议召开。副市长田砚秋主持会议。", "CHAIRED", {("田砚秋", "全市防火工作会议")}),
    (
        "全市防火工作会议召开。市领导田砚秋、贺云松出席。",
        "ATTENDED",
        {("田砚秋", "全市防火工作会议"), ("贺云松", "全市防火工作会议")},
    ),
    (
        "全市防火工作会议召开。市长贺云松出席并讲话，副市长田砚秋主持会议。",
        "ATTENDED",
        {("贺云松", "全市防火工作会议")},
    ),
    (
        "全市防火工作会议召开。市长贺云松出席并讲话，副市长田砚秋主持会议。",
        "SPOKE_AT",
        {("贺云松", "全市防火工作会议")},
    ),
    ("全市防火工作会议召开。市长贺云松出席并讲话，副市长田砚秋主持会议。", "CHAIRED", {("田砚秋", "全市防火工作会议")}),
    (
        "全市防火工作会议召开。市林业局、市应急管理局负责人参加。",
        "ATTENDED",
        {("吕梁市林业局", "全市防火工作会议"), ("吕梁市应急管理局", "全市防火工作会议")},
    ),
    ("全市防火工作会议召开。市林业局局长边少青作报告。", "SPOKE_AT", {("边少青", "全市防火工作会议")}),
    ("全市防火工作会议召开。田砚秋强调，要抓好落实。副市长田砚秋参加。", "SPOKE_AT", {("田砚秋", "全市防火工作会议")}),
    (
        "全市防火工作会议召开。汾阳市、交城县在会上作了交流发言。",
        "SPOKE_AT",
        {("汾阳市", "全市防火工作会议"), ("交城县", "全市防火工作会议")},
    ),
    ("全市防火工作会议在汾阳市召开。", "HELD_IN", {("全市防火工作会议", "汾阳市")}),
    (
        "全市防火工作现场会在汾阳市贾家庄镇举行。",
        "HELD_IN",
        {("全市防火工作现场会", "汾阳市"), ("全市防火工作现场会", "贾家庄镇")},
    ),
    ("家风座谈会在山西大学举行。", "HELD_IN", {("家风座谈会", "山西大学")}),
    ("全市防火工作会议召开。市长贺云松传达学习省委书记罗敬之讲话精神。", "ATTENDED", set()),
    ("全市防火工作会议召开。副市长田砚秋列席。", "ATTENDED", {("田砚秋", "全市防火工作会议")}),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_names_of_meetings(text: str, expected: set[str]) -> None:
    assert names(read(text, home=LULIANG), "Meeting") == expected


@pytest.mark.parametrize(("text", "day"), DATES)
def test_days_of_meetings(text: str, day: str | None) -> None:
    assert only(read(text, home=LULIANG), "Meeting").properties.get("date") == day


@pytest.mark.parametrize(("text", "kind", "expected"), ROLES)
def test_who_does_what_at_a_meeting(text: str, kind: str, expected: set[tuple[str, str]]) -> None:
    assert edges(read(text, home=LULIANG), kind) == expected


def test_a_meeting_whose_spirit_is_passed_on_is_cited_and_not_held() -> None:
    reading = read("4月1日，市委召开常委会会议，传达学习全省防火工作会议精神。", home=LULIANG)
    assert edges(reading, "CITES") == {("常委会会议", "全省防火工作会议")}
    held = {event.entity.name: event.held for event in events_of(reading).found}
    assert held == {"常委会会议": True, "全省防火工作会议": False}
    cited = next(e for e in reading.of_label("Meeting") if e.name == "全省防火工作会议")
    assert "date" not in cited.properties


def test_title_and_body_speak_of_one_meeting() -> None:
    reading = read("4月1日，全市春季森林防火工作会议召开。", title="全市防火工作会议召开", home=LULIANG)
    meeting = only(reading, "Meeting")
    assert (meeting.name, meeting.aliases) == ("全市春季森林防火工作会议", {"全市防火工作会议"})


def test_a_shorter_name_is_an_alias() -> None:
    reading = read("市政协召开社情民意信息工作座谈会。信息工作座谈会昨天举行。", home=LULIANG)
    meeting = only(reading, "Meeting")
    assert meeting.name == "社情民意信息工作座谈会"
    assert "信息工作座谈会" in meeting.aliases


def test_the_plenary_session_named_before() -> None:
    reading = read("市委召开会议，学习贯彻党的二十届三中全会精神。全会提出了新要求。", home=LULIANG)
    session = next(e for e in reading.of_label("Meeting") if e.name == "党的二十届三中全会")
    assert len(session.mentions) == 2


def test_meetings_of_different_levels_are_different() -> None:
    found = names(read("全市防火工作会议召开，传达全省防火工作会议精神。", home=LULIANG), "Meeting")
    assert found == {"全市防火工作会议", "全省防火工作会议"}


def test_tables_are_whole() -> None:
    assert (len(NAMES), len(DATES), len(ROLES)) == (34, 7, 19)
