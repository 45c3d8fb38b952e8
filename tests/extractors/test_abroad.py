"""What lies abroad or comes from there: bodies of other states, embassies, armed groups, places, athletes of a contest."""

from __future__ import annotations

import pytest

from tests.extractors.reading_of import edges, names, posts, read

BODIES = [
    ("美国国会参议院否决了法案。", {"美国国会参议院"}),
    ("美国中央司令部发表声明。", {"美国中央司令部"}),
    ("美国国务院发言人柯林斯表示关切。", {"美国国务院"}),
    ("伊朗最高国家安全委员会召开会议，黎巴嫩公共卫生部通报情况。", {"伊朗最高国家安全委员会", "黎巴嫩公共卫生部"}),
    ("加沙地带卫生部门说。巴勒斯坦加沙地带卫生部门又说。", {"加沙地带卫生部门"}),
    ("美联储宣布降息。", {"美联储"}),
    ("我国驻智利大使馆提醒公民。", {"中国驻智利大使馆"}),
    ("中国驻秘鲁使馆和美国驻法国大使馆发布公告。", {"中国驻秘鲁使馆", "美国驻法国大使馆"}),
    ("韩某在河内同越共中央政治局委员、中央书记处常务书记阮文明会谈。", {"越共中央政治局", "越共中央书记处"}),
    ("他会见尼泊尔副总理兼财政部长。", set()),
    ("福建海警开展巡查，中国海警发言人介绍情况。", {"福建海警", "中国海警"}),
    ("海警舰艇继续巡航。", set()),
    (
        "韩国青禾党和碧波党组成联盟。青禾党获得多数，在野党中，新曙光党席位增加，成为第二大党。",
        {"韩国青禾党", "碧波党", "新曙光党"},
    ),
    ("韩国青禾党和执政党达成一致。", {"韩国青禾党"}),
]
GROUPS = [
    ("某组织下属武装派别“青石旅”称击退进攻。青石旅还说。", {"青石旅"}),
    ("民兵武装“山谷阵线”发表声明。", {"山谷阵线"}),
    ("他参观了“和平之旅”展览。", set()),
]
PLACES = [
    ("他乘专机抵达喀山，出席会议。", {"喀山"}),
    ("俄罗斯联邦鞑靼斯坦共和国举行活动。", {"俄罗斯", "鞑靼斯坦共和国"}),
    ("专家组到访美国俄亥俄州塞尔登堡，座谈交流。", {"美国", "俄亥俄州", "塞尔登堡"}),
    ("加沙地带代尔巴拉、汗尤尼斯，拉法等多地停电。", {"加沙地带", "代尔巴拉", "汗尤尼斯", "拉法"}),
    ("俄罗斯称，部队在波克罗夫、红岭堡、科斯塔尼等地推进。", {"俄罗斯", "波克罗夫", "红岭堡", "科斯塔尼"}),
    ("秘鲁的法尔孔州首府科罗、米兰达州都有游行。", {"秘鲁", "法尔孔州", "科罗", "米兰达州"}),
    ("来自波兰、罗马尼亚的专家发言。", {"波兰", "罗马尼亚"}),
    ("孩子们在加沙上学。", {"加沙地带"}),
    ("强震发生在印度西部普尔萨邦。", {"印度", "普尔萨邦"}),
    ("该书印度文、越南语版出版，作者为波兰裔。", set()),
    ("美国西部多雨，加州停电。", {"美国", "加利福尼亚州"}),
    ("闭幕式在波兰科尔迪纳举行。", {"波兰", "科尔迪纳"}),
    ("地震发生在北京时间15时，新潟县、福井县有震感。", {"新潟县", "福井县"}),
]
ATHLETES = [
    ("决赛中，中国队的田砚秋/贺云松以4比2战胜对手，夺得冠军。", {"田砚秋", "贺云松"}),
    ("决赛中，中国选手卢向晚获得银牌，美国选手纳瓦罗摘得铜牌。", {"卢向晚", "纳瓦罗"}),
    (
        "由田砚秋、索朗多吉、阿依古丽·买买提和贺云松组成的中国队夺得金牌。",
        {"田砚秋", "索朗多吉", "阿依古丽·买买提", "贺云松"},
    ),
    ("大跳台决赛，田砚秋、贺云松、卢向晚包揽金、银、铜牌。", {"田砚秋", "贺云松", "卢向晚"}),
    ("央金卓玛/布兰尔、田砚秋/贺云松两对组合分获金、银牌。", {"央金卓玛", "布兰尔", "田砚秋", "贺云松"}),
    ("决赛结束，田砚秋以打破纪录的成绩夺得金牌，贺云松在三项比赛中收获银牌。", {"田砚秋", "贺云松"}),
    ("决赛中，中国队选手们表现出色，最终夺得金牌。", set()),
    ("由专家、学者和企业代表组成的评委会评出金牌。", set()),
]


@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_bodies_of_states(text: str, expected: set[str]) -> None:
    assert names(read(text), "Agency") == expected


@pytest.mark.parametrize(("text", "expected"), GROUPS)
def test_armed_groups(text: str, expected: set[str]) -> None:
    assert names(read(text), "Organization") == expected


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_places(text: str, expected: set[str]) -> None:
    assert names(read(text), "Place") == expected


@pytest.mark.parametrize(("text", "expected"), ATHLETES)
def test_athletes(text: str, expected: set[str]) -> None:
    assert names(read(text), "Person") == expected


def test_a_city_lies_in_the_state_before_it() -> None:
    reading = read("部队在加沙地带南部汗尤尼斯推进。")
    assert edges(reading, "PART_OF") == {("汗尤尼斯", "加沙地带")}


def test_posts_at_two_bodies_of_a_party() -> None:
    found = posts(read("程述远会见越共中央书记处书记、越南祖国阵线中央委员会主席阮文明。"))
    assert {p for p in found if p[0] == "阮文明"} == {
        ("阮文明", "书记", "越共中央书记处"),
        ("阮文明", "主席", "越南祖国阵线中央委员会"),
    }


def test_an_armed_group_belongs_to_the_one_it_stands_under() -> None:
    assert edges(read("哈马斯下属武装派别“青石旅”称击退进攻。"), "BELONGS_TO") == {("青石旅", "哈马斯")}


def test_a_spokesman_of_a_commander_holds_that_post() -> None:
    found = posts(read("乌克兰武装部队总司令发言人列宾娜·科斯塔发表声明。"))
    assert found == {("列宾娜·科斯塔", "总司令发言人", "乌克兰武装部队")}


def test_a_guest_of_a_state_is_no_citizen_of_that_name() -> None:
    assert names(read("伊拉克总统：关系改善有助和平。伊拉克总统哈桑尼表示欢迎。"), "Person") == {"哈桑尼"}


def test_a_name_in_foreign_sounds_is_read_to_its_end() -> None:
    assert names(read("俄联邦安全会议副主席梅尔尼科夫表示。"), "Person") == {"梅尔尼科夫"}


def test_the_last_of_three_heads_of_state_is_read() -> None:
    found = names(read("秘鲁总统加尔比、智利总理科林恩和波兰总统米德曼（线上）出席会议。"), "Person")
    assert found == {"加尔比", "科林恩", "米德曼"}
    assert names(read("对波兰和米德曼总统所作努力表示赞赏。"), "Person") <= {"米德曼"}


def test_a_couple_is_no_part_of_the_name() -> None:
    found = names(read("智利总统科林恩夫妇和副总统纳瓦罗委派议长到场。国际奥委会主席米德曼宣布闭幕。"), "Person")
    assert found == {"科林恩", "纳瓦罗", "米德曼"}


def test_who_invites_does_not_attend() -> None:
    reading = read(
        "应秘鲁总统加尔比邀请，副市长田砚秋抵达利马，应邀出席友好省州领导人第三次会晤。", home="山西省吕梁市"
    )
    assert edges(reading, "ATTENDED") == {("田砚秋", "友好省州领导人第三次会晤")}


def test_tables_are_whole() -> None:
    assert tuple(map(len, (BODIES, GROUPS, PLACES, ATHLETES))) == (14, 3, 13, 8)
