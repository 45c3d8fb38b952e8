"""Occasions of a county's paper: stops by their number, ceremonies in short, fairs, who signs, who speaks where."""

from __future__ import annotations

import pytest

from tests.extractors.reading_of import edges, names, read

JIAOCHENG = "山西省吕梁市交城县"

NAMES = [
    ("4月1日，县公安局在文化广场举行升警旗仪式，120余名民警参加。", {"升警旗仪式"}),
    ("4月1日，磁窑湖码头，开渔仪式上汽笛齐鸣。县长贺云松宣布开渔。", {"开渔仪式"}),
    ("4月1日，红枣博物馆开馆。开馆仪式由县文旅局主办。", {"开馆仪式"}),
    (
        "4月1日，第三届交城红枣博览会在天宁镇开幕。开幕式上集中签约项目12个。",
        {"第三届交城红枣博览会"},
    ),
    ("今年一季度集中开工的项目，如今建得怎么样了？", set()),
    ("县委书记贺云松在红枣产业大会上介绍，全县红枣产值达10亿元。", {"红枣产业大会"}),
    ("“要让枣农多增收。”县长贺云松在全县一季度农业工作推进会上这样要求。", {"全县一季度农业工作推进会"}),
    ("4月1日，县委第二巡察组来到天宁镇。反馈会在镇政府会议室召开。", {"反馈会"}),
    ("4月1日，县人大常委会举行专题询问会。", {"专题询问会"}),
    ("贺云松当即表示，要认真总结，适时召开现场会。", set()),
    (
        "4月1日，交城县与汾阳市优质学校结对帮扶签约仪式在天宁镇举行。",
        {"交城县与汾阳市优质学校结对帮扶签约仪式"},
    ),
]
FACTS = [
    (
        "4月1日，县长贺云松先后来到天宁镇、夏家营镇，检查红枣收购情况。\n在夏家营镇大辛村，枣农排起了长队。",
        "HELD_IN",
        {("来到天宁镇、夏家营镇，检查红枣收购情况", where) for where in ("天宁镇", "夏家营镇", "大辛村")},
    ),
    (
        "4月1日，县长贺云松到夏家营镇，调研红枣产业发展。\n第二站大辛村。这个村种枣600亩。",
        "HELD_IN",
        {("到夏家营镇，调研红枣产业发展", "夏家营镇"), ("到夏家营镇，调研红枣产业发展", "大辛村")},
    ),
    (
        "昨日，第三届中国（交城）国际红枣展览会落下帷幕。展会由吕梁市人民政府主办。",
        "CONVENED",
        {("吕梁市人民政府", "第三届中国（交城）国际红枣展览会")},
    ),
    (
        "4月1日，县政府与山西晋枣农业有限公司、汾阳市红枣协会在天宁镇签署战略合作协议。",
        "ATTENDED",
        {(party, "签署战略合作协议") for party in ("交城县政府", "山西晋枣农业有限公司", "汾阳市红枣协会")},
    ),
    (
        "4月1日，县工商联会长贺云松赴汾阳市考察红枣产业，县林业局局长田砚秋随团指导。田砚秋，县林业局局长。",
        "ATTENDED",
        {("田砚秋", "赴汾阳市考察红枣产业")},
    ),
    (
        "4月1日，县委经济工作会议召开。县财政局、夏家营镇作表态发言，120余人参加会议。",
        "ATTENDED",
        set(),
    ),
    (
        "4月1日，交城县农民运动会落下帷幕。闭幕式上，副县长田砚秋颁奖，县总工会主席贺云松讲话。",
        "SPOKE_AT",
        {("贺云松", "交城县农民运动会")},
    ),
    (
        "4月1日，红枣产业座谈会举行。会上，晋枣公司经理田砚秋反映，收购资金紧张；县林业局局长贺云松推介说，红枣品质好。",
        "SPOKE_AT",
        {("田砚秋", "红枣产业座谈会"), ("贺云松", "红枣产业座谈会")},
    ),
    (
        "4月1日，企业家座谈会召开。县工商联主席贺云松、县商会会长田砚秋等9位企业家畅所欲言。",
        "SPOKE_AT",
        {("贺云松", "企业家座谈会"), ("田砚秋", "企业家座谈会")},
    ),
    (
        "4月1日，全县项目推进会召开。县长贺云松强调，要压实责任，县委督查室每半月通报一次。",
        "SPOKE_AT",
        {("贺云松", "全县项目推进会")},
    ),
    (
        "4月1日，县教育局召开先进典型座谈会。局长贺云松说，全县有特级教师12人。",
        "SPOKE_AT",
        {("贺云松", "先进典型座谈会")},
    ),
    (
        "4月1日，县林业局召开红枣管护现场会，启动“护枣”行动。县供销社、夏家营镇负责人在会上发言。",
        "SPOKE_AT",
        {("交城县供销社", "红枣管护现场会"), ("夏家营镇", "红枣管护现场会")},
    ),
    (
        "4月1日，县政协主席贺云松到夏家营镇视察，县林业局局长田砚秋参加。\n随后召开的红枣产业座谈会上，贺云松作了讲话。田砚秋表示，将吸纳意见。",
        "SPOKE_AT",
        {("贺云松", "红枣产业座谈会"), ("田砚秋", "红枣产业座谈会")},
    ),
    (
        "4月1日，县人大常委会副主任贺云松到天宁镇视察。\n代表们首先来到天宁镇磁窑村。村里建起晾晒场。在夏家营镇大辛村，企业新建的气调库主体完工，有人询问何时投运。",
        "HELD_IN",
        {("到天宁镇视察", where) for where in ("天宁镇", "磁窑村", "夏家营镇", "大辛村")},
    ),
    (
        "4月1日，县委书记贺云松到夏家营镇调研。他听取了负责人田砚秋关于项目进展情况的汇报。\n贺云松主持召开红枣产业座谈会。",
        "SPOKE_AT",
        set(),
    ),
    (
        "4月1日，红枣产业大会召开。县长贺云松以“一颗交城红枣的实践”为题作推介，山西枣业协会技术顾问约翰逊作主旨演讲。",
        "SPOKE_AT",
        {("贺云松", "红枣产业大会")},
    ),
    (
        "天宁镇党委书记贺云松强调，要做好网格工作。\n4月1日，全县网格化管理现场会在天宁镇召开。",
        "SPOKE_AT",
        set(),
    ),
]
TITLED = [
    (
        "全县教育项目推进会召开",
        "4月1日，全县教育项目推进会召开。与会人员在夏家营镇召开座谈会。\n县长贺云松出席会议并讲话，副县长田砚秋主持。",
        "SPOKE_AT",
        {("贺云松", "全县教育项目推进会")},
    ),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_what_is_an_event(text: str, expected: set[str]) -> None:
    reading = read(text, home=JIAOCHENG)
    assert set(names(reading, "Activity")) | set(names(reading, "Meeting")) == expected


@pytest.mark.parametrize(("text", "kind", "expected"), FACTS)
def test_who_did_what(text: str, kind: str, expected: set[tuple[str, str]]) -> None:
    assert set(edges(read(text, home=JIAOCHENG), kind)) == expected


@pytest.mark.parametrize(("title", "text", "kind", "expected"), TITLED)
def test_title_and_body_tell_of_one(title: str, text: str, kind: str, expected: set[tuple[str, str]]) -> None:
    assert set(edges(read(text, title=title, home=JIAOCHENG), kind)) == expected


def test_games_of_the_whole_county_are_named_in_the_body() -> None:
    reading = read("4月1日，第六届交城县农民运动会在天宁镇落幕。", title="全县农民运动会闭幕", home=JIAOCHENG)
    assert names(reading, "Activity") == {"第六届交城县农民运动会"}


def test_tables_are_whole() -> None:
    assert (len(NAMES), len(FACTS), len(TITLED)) == (11, 17, 1)
