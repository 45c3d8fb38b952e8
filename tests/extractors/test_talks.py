"""Talks and visits: who received, met or rang up whom, who else was there, who was welcomed, who visited which country."""

from __future__ import annotations

import pytest

from tests.extractors.reading_of import edges, names, read

TALKS = [
    (
        "国务院总理程述远2日在京会见芬兰总统马尔蒂宁。",
        {("程述远", "会见芬兰总统马尔蒂宁"), ("马尔蒂宁", "会见芬兰总统马尔蒂宁")},
    ),
    (
        "程述远同马尔蒂宁举行会谈。马尔蒂宁表示，两国友谊深厚。梁思齐参加上述活动。国务院总理程述远讲话。",
        {(who, "同马尔蒂宁举行会谈") for who in ("程述远", "马尔蒂宁", "梁思齐")},
    ),
    (
        "国务院总理程述远应约同希腊总理卡兰齐斯通电话。",
        {(who, "应约同希腊总理卡兰齐斯通电话") for who in ("程述远", "卡兰齐斯")},
    ),
    (
        "4月1日，市长贺云松会见出席第三届湛泽论坛的嘉宾。第三届湛泽论坛昨天开幕。",
        {("贺云松", "会见出席第三届湛泽论坛的嘉宾")},
    ),
    (
        "4月1日，市长贺云松会见客商代表高书远。第三届湛泽论坛昨天开幕。方以宁参加会见。",
        {(who, "会见客商代表高书远") for who in ("贺云松", "高书远", "方以宁")},
    ),
    (
        "4月1日，市委书记方以宁，市长贺云松会见启沣集团董事长高书远。梁思齐会见时在座。",
        {(who, "会见启沣集团董事长高书远") for who in ("方以宁", "贺云松", "高书远", "梁思齐")},
    ),
    (
        "4月1日，市长贺云松会见启沣集团副总裁，启沣新能源公司董事长高书远。",
        {(who, "会见启沣集团副总裁，启沣新能源公司董事长高书远") for who in ("贺云松", "高书远")},
    ),
    (
        "4月1日，县长贺云松与启沣集团董事长高书远举行工作座谈。县发改局有关负责人，副县长梁思齐参加座谈。",
        {(who, "与启沣集团董事长高书远举行工作座谈") for who in ("贺云松", "高书远", "梁思齐", "县发改局")},
    ),
    (
        "4月1日，县长贺云松与启沣建材有限公司洽谈。",
        {(who, "与启沣建材有限公司洽谈") for who in ("贺云松", "启沣建材有限公司")},
    ),
    ("4月1日，县长贺云松走村入户，与村民座谈。", set()),
    ("国务院总理程述远表示，愿同芬兰总统马尔蒂宁举行会谈。", set()),
    ("芬兰外长科林恩飞抵希腊首都雅典，参加湛泽合作部长会议。", {("科林恩", "湛泽合作部长会议")}),
]
SPOKE = [
    (
        "国务院总理程述远2日在京会见芬兰总统马尔蒂宁。马尔蒂宁请程述远转达良好祝愿，表示两国友谊深厚。",
        {"马尔蒂宁"},
    ),
    (
        "国务院总理程述远2日在京会见来京出席湛泽论坛峰会并进行访问的芬兰总统马尔蒂宁。马尔蒂宁表示，我很荣幸出席湛泽论坛峰会。",
        {"马尔蒂宁"},
    ),
    (
        "国务院总理程述远2日在京会见芬兰总统马尔蒂宁。程述远表示，愿加强合作。马尔蒂宁表示，两国友谊深厚。",
        {"程述远", "马尔蒂宁"},
    ),
    (
        "国务院总理程述远2日在京会见芬兰总统亚里·马尔蒂宁。马尔蒂宁转达总统府的问候，表示两国友谊深厚。",
        {"亚里·马尔蒂宁"},
    ),
    (
        "4月1日，国家粮食局举行新闻发布会。国家粮食局、农业农村部有关负责人介绍，今年长势良好。商务部回应关切。",
        {"国家粮食局", "农业农村部"},
    ),
    ("第三届湛泽论坛昨天开幕。程述远致辞说，芬兰总统马尔蒂宁同希腊总理卡兰齐斯日前举行会谈。", {"程述远"}),
]
VISITS = [
    ("国家主席程述远将于4月5日至8日对芬兰进行国事访问。", {("程述远", "芬兰")}),
    ("应国家主席程述远邀请，芬兰总统马尔蒂宁将对中国进行正式访问。", {("马尔蒂宁", "中国")}),
    ("国家主席程述远结束对希腊、芬兰的国事访问回到北京。", {("程述远", "希腊"), ("程述远", "芬兰")}),
    ("芬兰总统马尔蒂宁对媒体访问团表示感谢。", set()),
    ("4月1日至3日，国务院总理程述远率团访问芬兰，同芬兰总统马尔蒂宁交谈。", {("程述远", "芬兰")}),
    ("国务院总理程述远表示，欢迎更多青年访问芬兰。", set()),
]


@pytest.mark.parametrize(("text", "expected"), TALKS)
def test_who_took_part(text: str, expected: set[tuple[str, str]]) -> None:
    reading = read(text)
    assert edges(reading, "ATTENDED") | edges(reading, "LED") == expected


HOSTS = [
    ("国务院总理程述远2日在京会见芬兰总统马尔蒂宁。", {"程述远"}),
    ("国务院总理程述远同芬兰总统马尔蒂宁举行会谈。程述远、梁思齐参加会谈。", {"程述远"}),
    ("国务院总理程述远应约同希腊总理卡兰齐斯通电话。", set()),
    ("国务院总理程述远同希腊总理卡兰齐斯举行第九轮总理年度会晤。", set()),
    (
        "第三届湛泽论坛2日在京开幕。\n论坛开幕前，程述远会见了参加论坛的嘉宾代表并参观展览。国务院总理程述远讲话。",
        {"程述远"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), HOSTS)
def test_who_gives_a_talk_leads_it(text: str, expected: set[str]) -> None:
    assert {who for who, _ in edges(read(text), "LED")} == expected


def test_who_spoke_at_a_meeting_that_is_told_of_spoke_there() -> None:
    text = "国务院总理程述远2日在京会见芬兰总统马尔蒂宁。程述远表示，国家副主席田砚秋在湛泽论坛大会上发表主旨讲话。"
    spoke = edges(read(text), "SPOKE_AT")
    assert ("田砚秋", "湛泽论坛大会") in spoke
    assert {event for who, event in spoke if who == "田砚秋"} == {"湛泽论坛大会"}
    assert ("程述远", "湛泽论坛大会") not in spoke


@pytest.mark.parametrize(("text", "expected"), SPOKE)
def test_who_spoke(text: str, expected: set[str]) -> None:
    assert {who for who, _ in edges(read(text), "SPOKE_AT")} == expected


@pytest.mark.parametrize(("text", "expected"), VISITS)
def test_visits(text: str, expected: set[tuple[str, str]]) -> None:
    reading = read(text)
    led, held = edges(reading, "LED"), edges(reading, "HELD_IN")
    assert {(who, where) for who, visit in led for event, where in held if visit == event} == expected


def test_the_title_names_the_talk_of_the_body_and_the_place_is_before_the_verb() -> None:
    reading = read(
        "国务院总理程述远2日在北京同马尔蒂宁举行会谈。马尔蒂宁说，两国友谊深厚。", title="程述远同芬兰总统会谈"
    )
    assert names(reading, "Activity", "Meeting") == {"同马尔蒂宁举行会谈"}
    assert edges(reading, "HELD_IN") == {("同马尔蒂宁举行会谈", "北京市")}


def test_a_speaker_who_tells_of_a_talk_does_not_speak_there() -> None:
    reading = read(
        "国务院总理程述远2日在京会见芬兰总统马尔蒂宁。第三届湛泽论坛昨天开幕。程述远在论坛开幕式上致辞。"
        "我同马尔蒂宁举行会谈时谈到此事。程述远强调，要加强合作。"
    )
    assert edges(reading, "SPOKE_AT") == {("程述远", "第三届湛泽论坛")}


def test_a_wreath_is_laid_where_the_guest_goes_for_it() -> None:
    reading = read("4月1日上午，芬兰总统马尔蒂宁前往白塔县，向渡江英雄纪念碑敬献花圈。", home="甘肃省")
    assert edges(reading, "LED") == {("马尔蒂宁", "向渡江英雄纪念碑敬献花圈")}


def test_names_of_other_peoples_that_only_attend() -> None:
    reading = read("国务院总理程述远2日在京会见芬兰总统马尔蒂宁。洛桑格勒、艾孜海提·吐松参加会见。相关人员参加会见。")
    assert names(reading, "Person") == {"程述远", "马尔蒂宁", "洛桑格勒", "艾孜海提·吐松"}


def test_a_summit_that_goes_on_while_two_meet() -> None:
    reading = read("国务院总理程述远2日在赫尔辛基出席湛泽合作峰会期间会见芬兰总统马尔蒂宁。")
    assert edges(reading, "ATTENDED") == {("程述远", "湛泽合作峰会"), ("马尔蒂宁", "会见芬兰总统马尔蒂宁")}
    assert edges(reading, "LED") == {("程述远", "会见芬兰总统马尔蒂宁")}


def test_a_meal_of_state() -> None:
    reading = read("4月1日，国务院总理程述远出席芬兰总统马尔蒂宁举行的欢迎晚宴。", title="简讯")
    assert ("程述远", "欢迎晚宴") in edges(reading, "ATTENDED")


def test_a_guest_attends_what_he_came_for() -> None:
    reading = read("国务院总理程述远2日在京会见来华出席湛泽合作峰会的芬兰总统马尔蒂宁。")
    assert ("马尔蒂宁", "湛泽合作峰会") in edges(reading, "ATTENDED")


def test_two_chair_a_meeting_and_two_others_the_next() -> None:
    reading = read(
        "国务院总理程述远访问芬兰，同芬兰总理马尔蒂宁共同主持两国能源委员会第九次会议，同芬兰外长科林恩共同主持两国投资委员会第十次会议。"
    )
    assert edges(reading, "CHAIRED") == {
        (who, meeting)
        for meeting, partner in (("两国能源委员会第九次会议", "马尔蒂宁"), ("两国投资委员会第十次会议", "科林恩"))
        for who in ("程述远", partner)
    }


def test_words_quoted_in_a_speech_are_not_spoken_there() -> None:
    reading = read(
        "第三届湛泽论坛昨天开幕。程述远出席论坛并致辞。\n程述远强调，创新很重要。梁思齐指出，必须写好这篇文章。"
    )
    assert edges(reading, "SPOKE_AT") == {("程述远", "第三届湛泽论坛")}


def test_a_guest_whom_only_the_title_meets_is_found_behind_his_post() -> None:
    reading = read("芬兰总统马尔蒂宁到机场迎接。程述远请马尔蒂宁转达问候。", title="国家主席程述远会见芬兰总统")
    assert edges(reading, "ATTENDED") == {("马尔蒂宁", "会见芬兰总统")}
    assert edges(reading, "LED") == {("程述远", "会见芬兰总统")}


def test_meeting_the_press_together_is_an_event_of_its_own() -> None:
    reading = read("国家主席程述远在北京同芬兰总统马尔蒂宁会谈后共同会见记者。程述远指出，双方要加强合作。")
    assert names(reading, "Activity") == {"同芬兰总统马尔蒂宁会谈", "共同会见记者"}
    assert edges(reading, "SPOKE_AT") == {("程述远", "共同会见记者")}


def test_who_is_welcomed_attends_the_welcome() -> None:
    reading = read("芬兰总统马尔蒂宁2日在北京举行仪式，欢迎国务院总理程述远对芬兰进行正式访问。")
    assert ("程述远", "举行仪式，欢迎国务院总理程述远对芬兰进行正式访问") in edges(reading, "ATTENDED")
    reading = read("北京市政府2日为芬兰总统马尔蒂宁举行隆重的欢迎仪式。")
    assert edges(reading, "ATTENDED") == {("马尔蒂宁", "欢迎仪式")}


def test_a_seminar_that_the_title_tells_of_is_an_event() -> None:
    text = "国务院总理程述远2日在北京与山西启沣建材有限公司等企业负责人座谈交流。梁思齐参加座谈会。"
    reading = read(text, title="程述远同企业代表座谈交流")
    event = "与山西启沣建材有限公司等企业负责人座谈交流"
    assert edges(reading, "ATTENDED") == {(who, event) for who in ("程述远", "山西启沣建材有限公司", "梁思齐")}
    unnamed = "国务院总理程述远2日在北京与企业负责人座谈交流。"
    assert names(read(unnamed, title="程述远同企业代表座谈交流"), "Activity") == {"与企业负责人座谈交流"}
    assert not names(read(unnamed), "Activity")


def test_tables_are_whole() -> None:
    assert (len(TALKS), len(HOSTS), len(SPOKE), len(VISITS)) == (12, 5, 6, 6)
