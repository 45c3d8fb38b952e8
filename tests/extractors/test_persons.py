"""Persons: names behind posts, in lists and before verbs; the posts that each holds and where; what is no name."""

from __future__ import annotations

import pytest

from tests.extractors.reading_of import names, only, posts, read

LULIANG = "山西省吕梁市"
SHEXIAN = "安徽省黄山市歙县"

POSTS = [
    ("副市长田砚秋出席。", LULIANG, {("田砚秋", "副市长", "吕梁市政府")}),
    ("市委书记罗敬之主持会议。", LULIANG, {("罗敬之", "书记", "吕梁市委")}),
    (
        "市委副书记、市长贺云松讲话。",
        LULIANG,
        {("贺云松", "副书记", "吕梁市委"), ("贺云松", "市长", "吕梁市政府")},
    ),
    (
        "县委副书记、县长、县防汛抗旱指挥部指挥长方以宁到场。",
        SHEXIAN,
        {("方以宁", "副书记", "歙县委"), ("方以宁", "县长", "歙县政府"), ("方以宁", "指挥长", "歙县防汛抗旱指挥部")},
    ),
    (
        "副市长田砚秋、贺云松参加。",
        LULIANG,
        {("田砚秋", "副市长", "吕梁市政府"), ("贺云松", "副市长", "吕梁市政府")},
    ),
    (
        "市政协党组书记、副主席卢向晚出席。",
        LULIANG,
        {("卢向晚", "党组书记", "吕梁市政协"), ("卢向晚", "副主席", "吕梁市政协")},
    ),
    (
        "市委常委、政法委书记沈既明作部署。",
        LULIANG,
        {("沈既明", "常委", "吕梁市委"), ("沈既明", "书记", "吕梁市委政法委")},
    ),
    (
        "副县长、公安局长戚长风参加。",
        SHEXIAN,
        {("戚长风", "副县长", "歙县政府"), ("戚长风", "局长", "歙县公安局")},
    ),
    (
        "市委常委、组织部部长梅见山致辞。",
        LULIANG,
        {("梅见山", "常委", "吕梁市委"), ("梅见山", "部长", "吕梁市委组织部")},
    ),
    ("汾阳市市长管若溪介绍情况。", LULIANG, {("管若溪", "市长", "汾阳市政府")}),
    ("祁门县委书记裴秉文汇报。", None, {("裴秉文", "书记", "祁门县委")}),
    ("市教育局局长边少青解读政策。", LULIANG, {("边少青", "局长", "吕梁市教育局")}),
    ("市人大常委会副主任季望舒出席。", LULIANG, {("季望舒", "副主任", "吕梁市人大常委会")}),
    ("市中级人民法院院长宗静远参加。", LULIANG, {("宗静远", "院长", "吕梁市中级人民法院")}),
    ("山西启沣建材有限公司董事长尤振庭介绍。", LULIANG, {("尤振庭", "董事长", "山西启沣建材有限公司")}),
    ("金寨县人民医院院长邱以恒说。", None, {("邱以恒", "院长", "金寨县人民医院")}),
    ("国务院总理程述远主持会议。", None, {("程述远", "总理", "国务院")}),
    ("水利部部长蒋岱川考察。", None, {("蒋岱川", "部长", "水利部")}),
    ("交城县夏家营镇党委书记郝明朗说。", LULIANG, {("郝明朗", "书记", "夏家营镇党委")}),
    ("夏家营镇镇长俞慎行说，交城县夏家营镇变化大。", LULIANG, {("俞慎行", "镇长", "夏家营镇政府")}),
    ("市委秘书长池照影参加。", LULIANG, {("池照影", "秘书长", "吕梁市委")}),
    ("市政府副秘书长阮怀谷参加。", LULIANG, {("阮怀谷", "副秘书长", "吕梁市政府")}),
    (
        "市领导韦天一、季望舒参加。",
        LULIANG,
        set(),
    ),
    (
        "市政协副主席卢向晚、季望舒，秘书长池照影列席。",
        LULIANG,
        {("卢向晚", "副主席", "吕梁市政协"), ("季望舒", "副主席", "吕梁市政协"), ("池照影", "秘书长", "吕梁市政协")},
    ),
    ("原副市长田砚秋出席。", LULIANG, {("田砚秋", "原副市长", "吕梁市政府")}),
    (
        "市工商联主席、尧光集团董事长尤振庭发言。",
        LULIANG,
        {("尤振庭", "主席", "吕梁市工商联"), ("尤振庭", "董事长", "尧光集团")},
    ),
]
NAMES = [
    ("副市长田砚秋出席。", {"田砚秋"}),
    ("副市长丁宁出席。", {"丁宁"}),
    ("副市长丁宁强调，要抓落实。", {"丁宁"}),
    ("副市长丁宁强 调研企业。", {"丁宁强"}),
    ("副市长丁　宁出席。", {"丁宁"}),
    ("市委书记欧阳静深主持。", {"欧阳静深"}),
    ("副市长司马远参加。", {"司马远"}),
    ("州长买买提·吐尔逊讲话。", {"买买提·吐尔逊"}),
    ("州长买买提•吐尔逊讲话。", {"买买提·吐尔逊"}),
    ("副主席阿依古丽·艾山江参加。", {"阿依古丽·艾山江"}),
    ("副市长田砚秋率队到汾阳市调研。", {"田砚秋"}),
    ("副市长田砚秋一行来到汾阳市。", {"田砚秋"}),
    ("副市长田砚秋深入企业调研。", {"田砚秋"}),
    ("法国总统勒韦尔访问中国。", {"勒韦尔"}),
    ("德国总理施特劳曼表示欢迎。", {"施特劳曼"}),
    ("田砚秋主持会议。", {"田砚秋"}),
    ("田砚秋、贺云松陪同调研。", {"田砚秋", "贺云松"}),
    ("田砚秋、贺云松、卢向晚等先后发言。", {"田砚秋", "贺云松", "卢向晚"}),
    ("市领导田砚秋、贺云松和卢向晚参加。", {"田砚秋", "贺云松", "卢向晚"}),
    ("向田砚秋同志学习。", {"田砚秋"}),
    ("卢向晚委员建议加大投入。", {"卢向晚"}),
    ("村民尤大成告诉记者，今年收成好。", {"尤大成"}),
    ("种植户祝立群乐得合不拢嘴。", {"祝立群"}),
    ("“多亏了政策好。”祝立群高兴地说。", {"祝立群"}),
    ("副市长田砚秋讲话。随后，田砚秋来到汾阳市。", {"田砚秋"}),
    ("局长和志平主持会议。", {"和志平"}),
    ("副省长、市委书记罗敬之出席。", {"罗敬之"}),
    ("市委书记罗敬之，市长贺云松，市人大常委会主任季望舒出席。", {"罗敬之", "贺云松", "季望舒"}),
    ("副县长方志强带着干部下乡。", {"方志强"}),
    ("县长方以宁向大家问好。", {"方以宁"}),
]
NO_NAMES = [
    "市领导高度重视安全生产。",
    "主任会议听取了汇报。",
    "书记要带头抓党建。",
    "局长负责制全面推行。",
    "全会强调，要凝心聚力。",
    "双方强调加强合作。",
    "群众纷纷表示感谢。",
    "专家一致认为方案可行。",
    "市委书记和市长参加会议。",
    "代表们纷纷发言，高度评价。",
    "村民高兴地说，日子好了。",
    "水平、能力、作风全面提升。",
    "农业、林业、水利等先后受益。",
    "常务副主任医师坐诊。",
    "党员干部、青年志愿者、医务人员等参加。",
    "主席台前座无虚席。",
    "委员会成员一致同意。",
    "老师应当关爱学生。",
]


@pytest.mark.parametrize(("text", "home", "expected"), POSTS)
def test_who_holds_which_post_where(text: str, home: str | None, expected: set[tuple[str, str, str]]) -> None:
    assert posts(read(text, home=home)) == expected


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_where_a_name_begins_and_ends(text: str, expected: set[str]) -> None:
    assert names(read(text, home=LULIANG), "Person") == expected


@pytest.mark.parametrize("text", NO_NAMES)
def test_what_is_no_name(text: str) -> None:
    assert names(read(text, home=LULIANG), "Person") == set()


def test_one_person_under_many_mentions() -> None:
    person = only(read("副市长田砚秋出席。田砚秋指出，要抓紧。会后，田砚秋走访农户。", home=LULIANG), "Person")
    assert len(person.mentions) == 3
    assert person.aliases == set()


def test_a_spaced_name_is_stored_without_the_space() -> None:
    person = only(read("副市长丁 宁出席。丁宁讲话。", home=LULIANG), "Person")
    assert person.name == "丁宁"
    assert len(person.mentions) == 2


def test_the_printed_dot_is_kept_as_an_alias() -> None:
    person = only(read("州长买买提•吐尔逊讲话。买买提·吐尔逊说。"), "Person")
    assert (person.name, person.aliases) == ("买买提·吐尔逊", {"买买提•吐尔逊"})


def test_the_body_of_a_post_tells_namesakes_apart() -> None:
    scope = only(read("汾阳市市长管若溪介绍情况。", home=LULIANG), "Person").properties["scope"]
    assert scope == "山西省吕梁市汾阳市"


def test_the_post_behind_the_name() -> None:
    assert ("程述远", "总书记", "中共中央") in posts(read("程述远总书记来到山西考察。"))


def test_a_firms_head_serves_the_firm() -> None:
    scope = only(read("山西启沣建材有限公司董事长尤振庭介绍。"), "Person").properties["scope"]
    assert scope == "山西启沣建材有限公司"


def test_tables_are_whole() -> None:
    assert (len(POSTS), len(NAMES), len(NO_NAMES)) == (26, 30, 18)
