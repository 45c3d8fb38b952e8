"""National sessions, themed studies, launches: who called them, who spoke at which of several meetings, where leaders went."""

from __future__ import annotations

import pytest

from extractors.events.meeting import Event, events_of
from extractors.reading import Reading
from extractors.stages import RULES
from graph.fragment import Article
from tests.extractors.reading_of import edges, names, read

TOUR = "4月1日，国务院总理程述远在湖北调研。\n"
FACTS = [
    # words spoken elsewhere, at all the meetings of a row
    (
        "会议学习贯彻习近平总书记在全国湛泽大会、全国云岫工作会议上的重要讲话精神。",
        "SPOKE_AT",
        {("习近平", "全国湛泽大会"), ("习近平", "全国云岫工作会议")},
    ),
    (
        "会议学习习近平总书记主持召开湛泽发展座谈会时的重要讲话精神。",
        "CHAIRED",
        {("习近平", "湛泽发展座谈会")},
    ),
    # the session that goes on, not the one it prepares
    (
        "十四届全国人大常委会第十九次委员长会议7日在京举行。\n委员长会议上，秘书长程述远就十四届全国人大常委会第八次会议议程草案作了汇报。",
        "SPOKE_AT",
        {("程述远", "十四届全国人大常委会第十九次委员长会议")},
    ),
    (
        "十四届全国人大常委会第九次会议23日在京举行。外交部副部长程述远作了关于提请审议批准《中华人民共和国和芬兰引渡条约》的议案的说明。",
        "SPOKE_AT",
        {("程述远", "十四届全国人大常委会第九次会议")},
    ),
    (
        "湛泽工作座谈会2日在京召开。民革中央主席程述远在座谈会上介绍调研成果。国务院副总理梁思齐出席会议，听取委员意见建议并讲话。",
        "SPOKE_AT",
        {("程述远", "湛泽工作座谈会"), ("梁思齐", "湛泽工作座谈会")},
    ),
    (
        "湛泽工作座谈会2日在京召开。国家发展改革委、财政部负责同志同党外人士进行了协商交流。",
        "ATTENDED",
        {("国家发展改革委", "湛泽工作座谈会"), ("财政部", "湛泽工作座谈会")},
    ),
    # inside a session: delegations, circles, lectures
    (
        "国务院总理程述远5日下午来到他所在的云南代表团，同代表们一起审议政府工作报告。",
        "ATTENDED",
        {("程述远", "审议政府工作报告")},
    ),
    (
        "国务院总理程述远5日参加他所在的十四届全国人大二次会议江苏代表团审议。程述远强调，要加强湛泽建设。",
        "SPOKE_AT",
        {("程述远", "江苏代表团审议")},
    ),
    (
        "国务院副总理程述远参加山西代表团审议。国务委员梁思齐参加吉林代表团审议。",
        "ATTENDED",
        {("程述远", "山西代表团审议"), ("梁思齐", "吉林代表团审议")},
    ),
    (
        "国务院总理程述远6日看望了参加湛泽会议的教育界委员，并参加联组会。",
        "ATTENDED",
        {("程述远", "联组会")},
    ),
    (
        "国务院总理梁思齐、程述远6日分别看望了参加湛泽会议的教育界委员，并参加联组会。国务院副总理程述远在座。",
        "LED",
        {(who, "看望了参加湛泽会议的教育界委员") for who in ("梁思齐", "程述远")},
    ),
    (
        "政协第十四届全国委员会常务委员会第四次会议2日闭幕。\n会后，湛泽大学校长程述远应邀作题为“云岫之根”的学习讲座。",
        "SPOKE_AT",
        {("程述远", "学习讲座")},
    ),
    # who joins in a line of its own joins the visit
    (
        "4月1日，国务院总理程述远到湖北调研，主持召开座谈会。\n座谈会上，湖北省作了汇报。\n国务委员梁思齐参加。",
        "ATTENDED",
        {("梁思齐", "到湖北调研")},
    ),
    # a visit has no chair
    (
        "4月1日，国务院总理程述远到湖北调研。\n程述远走进武汉大学，听取介绍。调研期间主持召开座谈会，强调要做强品牌。",
        "CHAIRED",
        {("程述远", "座谈会")},
    ),
    # who calls
    (
        "12月2日，国务院以“推进湛泽建设”为主题，进行第十七次专题学习。",
        "CONVENED",
        {("国务院", "第十七次专题学习")},
    ),
    (
        "在国家统计局今天（4月2日）举行的新闻发布会上，程述远介绍了情况。",
        "CONVENED",
        {("国家统计局", "新闻发布会")},
    ),
    (
        "在中国人民银行、财政部等部门联合召开的湛泽工作推进会上，多家企业签约。",
        "CONVENED",
        {("中国人民银行", "湛泽工作推进会"), ("财政部", "湛泽工作推进会")},
    ),
    (
        "国务院总理程述远2日出席湛泽建交50周年招待会。招待会由财政部和商务部共同举办。",
        "CONVENED",
        {("财政部", "湛泽建交50周年招待会"), ("商务部", "湛泽建交50周年招待会")},
    ),
    (
        "教育部、财政部近日联合启动2025年“云岫计划”招聘工作，重点补充教师。",
        "CONVENED",
        {("教育部", "2025年“云岫计划”招聘工作"), ("财政部", "2025年“云岫计划”招聘工作")},
    ),
    (
        "日前，国务院2025年度湛泽工作考核巡查正式启动。",
        "CONVENED",
        {("国务院", "2025年度湛泽工作考核巡查")},
    ),
    ("日前，湛泽村部署实施云岫水渠清淤计划，村民出工。", "CONVENED", set()),
]
STOPS = [
    # halls named after somebody, a firm's centre at a place, a town and its village, what is on show
    ("程述远来到田砚秋同志纪念馆、云岫干部学院。", {"田砚秋同志纪念馆", "云岫干部学院"}),
    ("程述远前往中国联通华东（苏州）数据中心，了解情况。", {"中国联通", "中国联通华东（苏州）数据中心"}),
    ("程述远考察了云岫科创大走廊。", {"云岫科创大走廊"}),
    ("程述远来到省司法局，看望干部。", set()),
    ("在云南大理，湖区进入休整期。", set()),
    ("在前往云南途中，程述远看望了职工。", set()),
]


@pytest.mark.parametrize(("text", "kind", "expected"), FACTS)
def test_who_did_what_at_which_meeting(text: str, kind: str, expected: set[tuple[str, str]]) -> None:
    assert edges(read(text), kind) == expected


@pytest.mark.parametrize(("text", "expected"), STOPS)
def test_where_leaders_went(text: str, expected: set[str]) -> None:
    assert {place for _, place in edges(read(TOUR + text), "HELD_IN")} == {"湖北省", *expected}


def test_a_lecture_is_known_by_its_title_too() -> None:
    reading = read("闭幕会后，委员程述远应邀作题为“湖泊保护前景”的学习讲座。")
    (lecture,) = (e for e in reading.of_label("Meeting") if e.name == "学习讲座")
    assert "题为“湖泊保护前景”的学习讲座" in lecture.aliases


def test_a_session_in_its_two_forms_is_one() -> None:
    text = "政协第十四届全国委员会常务委员会第三次会议2日下午举行全体会议。全国政协主席程述远出席。"
    reading = read(text, title="全国政协十四届常委会第三次会议举行全体会议")
    assert len(names(reading, "Meeting")) == 1


def test_members_speak_where_the_session_is_told_of() -> None:
    text = "政协第十四届全国委员会常务委员会第三次会议2日举行。\n国务委员程述远主持会议。程述远常委建议，加强研究。"
    assert ("程述远", "政协第十四届全国委员会常务委员会第三次会议") in edges(read(text), "SPOKE_AT")


def test_whoever_of_an_assembly_is_named_speaks_in_its_passage() -> None:
    text = "会议首场“委员通道”2日开启。\n全国政协委员程述远谈到云岫建设。全国政协委员梁思齐、田砚秋回答了提问。国家统计局局长贺云松另有安排。"
    reading = Reading.of(Article(id="a", title="简讯", body=text, home=None, date="2025-04-02"))
    for name, stage in RULES:
        if name == "speeches":
            passage = reading.entity("Meeting", "首场“委员通道”")
            events_of(reading).found.append(Event(passage, reading.body_start + 2, reading.body_start + 10, held=True))
        stage(reading)
    speakers = {who for who, event in edges(reading, "SPOKE_AT") if event == "首场“委员通道”"}
    assert "程述远" in speakers
    assert "贺云松" not in speakers


def test_tables_are_whole() -> None:
    assert (len(FACTS), len(STOPS)) == (21, 6)
