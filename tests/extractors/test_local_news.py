"""News of counties and towns: rows of towns, sites of works, county congresses, who was taken along and who speaks."""

from __future__ import annotations

import pytest

from tests.extractors.reading_of import edges, names, read

JIAOCHENG = "山西省吕梁市交城县"

NAMES = [
    ("县长贺云松深入天宁、夏家营等乡镇调研。", "Place", {"天宁镇", "夏家营镇"}),
    ("会议听取了县六届人大一次会议筹备情况汇报。", "Meeting", {"县六届人大一次会议"}),
    ("会议研究了县第六次党代会有关情况。", "Meeting", {"县第六次党代会"}),
    ("这是承前启后之时召开的一次重要会议。", "Meeting", set()),
    ("要推动大会精神落地。", "Meeting", set()),
    ("在4000万棒鲜食玉米加工项目建设现场，他询问进度。", "Project", {"4000万棒鲜食玉米加工项目"}),
    ("在青屏护坡蜂格网项目现场，他询问进度。", "Project", {"青屏护坡蜂格网项目"}),
    ("他走进青屏中学，了解了青屏中学二期项目建设情况。", "Project", {"青屏中学二期项目"}),
    ("县长贺云松察看交城县中医院迁建项目。", "Project", {"交城县中医院迁建项目"}),
    ("县领导边峰、侯晓滨、 王晓嫚出席会议。", "Person", {"边峰", "侯晓滨", "王晓嫚"}),
    (
        "县长贺云松带领政府办、住建局、财政局负责人到天宁镇调研。",
        "Agency",
        {"交城县政府", "交城县政府办", "交城县住建局", "交城县财政局"},
    ),
    ("对照省市环委会通知做好工作。", "Agency", set()),
    ("我们参观了湖北一正药业。", "Company", {"湖北一正药业"}),
    ("他来到洋中卫生院。", "Place", set()),
    ("县中医院项目建成。（宣传科）", "Person", set()),
]
FACTS = [
    (
        "县人大常委会主任贺云松指出，各位代表要履职尽责。",
        "ISSUED",
        {("贺云松", "各位代表要履职尽责")},
    ),
    (
        "4月1日，县长贺云松带领县财政局和天宁镇负责人到夏家营镇调研茶产业。",
        "ATTENDED",
        {("交城县财政局", "到夏家营镇调研茶产业"), ("天宁镇", "到夏家营镇调研茶产业")},
    ),
    (
        "4月1日，县人大常委会组织部分人大代表，在县人大常委会主任贺云松的带领下对供水工作进行视察。",
        "CONVENED",
        {("交城县人大常委会", "对供水工作进行视察")},
    ),
    (
        "4月1日，县委书记贺云松主持召开防火工作会议，安排部署春季防火工作。",
        "SPOKE_AT",
        set(),
    ),
    (
        "4月1日，核桃招商恳谈会举行。会上，县住建局与青禾建设有限公司签订停车场项目协议。县领导边峰、侯晓滨出席会议。",
        "ATTENDED",
        {("边峰", "核桃招商恳谈会"), ("侯晓滨", "核桃招商恳谈会")},
    ),
    (
        "4月1日，县长贺云松到天宁镇调研。视察组先后来到青屏水厂、乐川小学、惠民广场等3个项目实地察看。",
        "HELD_IN",
        {("到天宁镇调研", stop) for stop in ("天宁镇", "青屏水厂", "乐川小学", "惠民广场")},
    ),
    (
        "4月1日，全县教育工作会议召开。县委书记贺云松、县人大常委会主任边峰、副县级干部侯晓滨，各乡镇党委书记及分管副职，"
        "各学校校长、受表彰的先进个人参加会议。",
        "ATTENDED",
        {(who, "全县教育工作会议") for who in ("贺云松", "边峰", "侯晓滨")},
    ),
]


@pytest.mark.parametrize(("text", "label", "expected"), NAMES)
def test_what_is_named(text: str, label: str, expected: set[str]) -> None:
    assert names(read(text, home=JIAOCHENG), label) == expected


@pytest.mark.parametrize(("text", "kind", "expected"), FACTS)
def test_what_is_said(text: str, kind: str, expected: set[tuple[str, str]]) -> None:
    assert edges(read(text, home=JIAOCHENG), kind) == expected


def test_a_rank_is_not_held_at_the_body_of_the_one_before() -> None:
    reading = read("县委宣传部部长贺云松、县长级干部边峰参加会议。", home=JIAOCHENG)
    assert edges(reading, "HOLDS_POST") == {("贺云松", "交城县委宣传部")}


def test_a_town_in_short_is_the_town_of_the_gazetteer() -> None:
    reading = read("区委书记贺云松到金涵乡调研，金涵等乡镇负责人参加。", home="福建省宁德市蕉城区")
    assert names(reading, "Place") == {"金涵畲族乡"}


def test_tables_are_whole() -> None:
    assert (len(NAMES), len(FACTS)) == (15, 7)
