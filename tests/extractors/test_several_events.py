"""Articles that tell of several events: visits of several leaders, pieces of news behind bullets, what goes with a meeting."""

from __future__ import annotations

import pytest

from tests.extractors.reading_of import edges, names, read

JIAOCHENG = "山西省吕梁市交城县"
TITLE = "县领导活动集锦"

VISITS = (
    "4月1日，县委书记田砚秋到夏家营镇调研核桃产业。田砚秋走进柳沟村。田砚秋强调，要做强品牌。\n"
    "同日下午，县长贺云松赴天宁镇督导防汛工作。副县长边峰参加。贺云松要求，镇政府要严格值守。\n"
    "4月2日，县委副书记卢向晚到县信访局接访。下午，卢向晚到洪相镇检查森林防火工作。"
)
PIECES = (
    "●4月1日，县司法局在天宁镇开展“法护青苗”宣传活动，县教育局派人参加。\n"
    "●4月2日，夏家营镇组织30名护林员开展扑火机具实操训练。副镇长贺云松现场指导。\n"
    "●近日，县妇联、县图书馆联合举办“书香伴成长”体验日。"
)
NAMES = [
    (VISITS, {"到夏家营镇调研核桃产业", "赴天宁镇督导防汛工作", "到县信访局接访", "到洪相镇检查森林防火工作"}),
    (
        "4月1日，县委书记田砚秋到夏家营镇调研核桃产业。\n下午，田砚秋到天宁镇调研养老服务工作。",
        {"到夏家营镇调研核桃产业"},
    ),
    (
        "4月1日，县委书记田砚秋到夏家营镇检查防汛工作；县长贺云松到天宁镇检查防汛工作。",
        {"到夏家营镇检查防汛工作", "到天宁镇检查防汛工作"},
    ),
    (PIECES, {"“法护青苗”宣传活动", "扑火机具实操训练", "“书香伴成长”体验日"}),
    ("●全县核桃产业推进会召开\n4月1日，县长贺云松主持会议。\n●新桥通车\n近日，柳沟桥通车。", {"全县核桃产业推进会"}),
]
EVENTS = [
    ("3月起，县市场监管局在全县启动“放心称、诚信行”专项整治，检定电子秤300台。", {"“放心称、诚信行”专项整治"}),
    ("3月以来，县工信局联合县税务局开展“百名干部助百企”活动，走访企业30家。", {"“百名干部助百企”活动"}),
    ("4月1日，县医院主办的“春暖枣乡”大型义诊活动在天宁镇热热闹闹地开张了。", {"“春暖枣乡”大型义诊活动"}),
    ("4月1日，“泥火相生——交城古陶精品展”在县文化馆开幕。", {"泥火相生——交城古陶精品展"}),
    ("4月1日，吕梁市中学生足球联赛（交城赛区）在交城中学收官。", {"吕梁市中学生足球联赛（交城赛区）"}),
    ("4月1日晚，交城县“送戏到田头”春季巡演在夏家营镇开场。", {"交城县“送戏到田头”春季巡演"}),
    ("去年9月举办的第三届交城红枣采摘节吸引游客5万人次。", {"第三届交城红枣采摘节"}),
]
FACTS = [
    (
        VISITS,
        "LED",
        {
            ("田砚秋", "到夏家营镇调研核桃产业"),
            ("贺云松", "赴天宁镇督导防汛工作"),
            ("卢向晚", "到县信访局接访"),
            ("卢向晚", "到洪相镇检查森林防火工作"),
        },
    ),
    (
        VISITS,
        "HELD_IN",
        {
            ("到夏家营镇调研核桃产业", "夏家营镇"),
            ("到夏家营镇调研核桃产业", "柳沟村"),
            ("赴天宁镇督导防汛工作", "天宁镇"),
            ("到县信访局接访", "交城县信访局"),
            ("到洪相镇检查森林防火工作", "洪相镇"),
        },
    ),
    (VISITS, "ATTENDED", {("边峰", "赴天宁镇督导防汛工作")}),
    (
        VISITS,
        "SPOKE_AT",
        {("田砚秋", "到夏家营镇调研核桃产业"), ("贺云松", "赴天宁镇督导防汛工作")},
    ),
    (
        PIECES,
        "CONVENED",
        {
            ("交城县司法局", "“法护青苗”宣传活动"),
            ("夏家营镇", "扑火机具实操训练"),
            ("交城县妇联", "“书香伴成长”体验日"),
            ("交城县图书馆", "“书香伴成长”体验日"),
        },
    ),
    (
        "去年9月举办的第三届交城红枣采摘节吸引游客5万人次。县农业农村局局长贺云松强调，要守住品质。",
        "SPOKE_AT",
        set(),
    ),
    (
        "4月1日晚，交城县“送戏到田头”春季巡演在夏家营镇热闹开场。",
        "HELD_IN",
        {("交城县“送戏到田头”春季巡演", "夏家营镇")},
    ),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_each_event_is_its_own(text: str, expected: set[str]) -> None:
    assert names(read(text, title=TITLE, home=JIAOCHENG), "Meeting", "Activity") == expected


@pytest.mark.parametrize(("text", "expected"), EVENTS)
def test_what_is_an_event(text: str, expected: set[str]) -> None:
    assert names(read(text, home=JIAOCHENG), "Meeting", "Activity") == expected


@pytest.mark.parametrize(("text", "kind", "expected"), FACTS)
def test_who_did_what_at_which(text: str, kind: str, expected: set[tuple[str, str]]) -> None:
    assert edges(read(text, title=TITLE, home=JIAOCHENG), kind) == expected


def test_tables_are_whole() -> None:
    assert (len(NAMES), len(EVENTS), len(FACTS)) == (5, 7, 7)
