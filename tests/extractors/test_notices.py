"""Notices: who issues them, what they bring, what they lay down; short titles of documents named before."""

from __future__ import annotations

import pytest

from tests.extractors.reading_of import edges, names, only, posts, read

GANSU = "甘肃省"
TITLE = "甘肃省人民政府办公厅关于加强渡口管理的通知"
TO_ALL = "甘政办函〔2024〕9号各市州人民政府，省政府有关部门："

LAID_DOWN = [
    ("为确保工作顺利开展，请各市州政府对渡口改造给予支持。", {"为确保工作顺利开展，请各市州政府对渡口改造给予支持"}),
    ("为加强渡口管理，确保安全，现将有关事项通知如下：一、各地要压实责任。", {"各地要压实责任"}),
    ("为进一步加强管理，确保渡口安全，省政府决定成立渡口工作专班。", set()),
    ("现通知如下：一、总体要求（一）各渡口要建立台账。（二）必须停用旧船。", {"各渡口要建立台账", "必须停用旧船"}),
    ("请各市州政府按月报送进展。请认真贯彻执行。", {"请各市州政府按月报送进展"}),
    ("请于2024年5月9日前将名单报送我厅。请按要求填写。", {"请于2024年5月9日前将名单报送我厅"}),
    ("现通知如下：二、材料要求请各渡口填报台账。", {"请各渡口填报台账"}),
    ("专班实行例会制度，必要时可邀请专家参加。", set()),
    ("希望各市州政府认真组织，加强管理。", {"希望各市州政府认真组织，加强管理"}),
    ("发布日期:2024-03-05各市州政府，省渡口管委会：为切实加强管理，确保渡口安全，现下达任务。", set()),
    ("现通知如下：一、船工应自觉遵守规定。", {"船工应自觉遵守规定"}),
]
SHORT = [
    ("省财政厅印发《渡口补助资金管理办法》。《办法》共六章。", {"渡口补助资金管理办法"}),
    ("《甘肃省渡口安全检查计划》（以下简称《计划》）施行。按照《计划》开展检查。", {"甘肃省渡口安全检查计划"}),
    ("《办法》规定，渡船须年检。", {"办法"}),
    ("《管理规定》发布。省交通运输厅发布《渡口运营管理规定》。", {"渡口运营管理规定"}),
    ("《中华人民共和国港口法》施行，《港口法》共六章。", {"中华人民共和国港口法"}),
    ("省里发布相关的渡口改造行动方案。", set()),
    ("全省出台近40项渡口建设的地方标准。", set()),
    ("各地抓紧制定印发本地区渡口目录。", set()),
    ("各地抓紧研究制定渡口检查、验收的具体实施办法。", set()),
    ("我厅编制完成了渡口标准制修订和外文版项目计划。", set()),
]
RELEASED = [
    (
        "现将《国务院办公厅关于加强渡口管理的通知》转发给你们。",
        {("国务院办公厅", "国务院办公厅关于加强渡口管理的通知")},
    ),
    (
        "按照《省财政厅 省水利厅关于印发〈渡口补助办法〉的通知》要求拨付。",
        {
            ("甘肃省财政厅", "省财政厅省水利厅关于印发〈渡口补助办法〉的通知"),
            ("甘肃省水利厅", "省财政厅省水利厅关于印发〈渡口补助办法〉的通知"),
        },
    ),
    (
        "按照省财政厅、省交通运输厅《渡口补助办法》，省水利厅开展检查。",
        {("甘肃省财政厅", "渡口补助办法"), ("甘肃省交通运输厅", "渡口补助办法")},
    ),
    ("国务院总理李强日前签署国务院令，公布修订后的《渡口管理条例》。", {("李强", "渡口管理条例")}),
    ("省财政厅关于印发《渡口补助办法》的通知要求，各县要及时拨付。", {("甘肃省财政厅", "渡口补助办法")}),
    (
        "省委、省政府印发的《甘肃省渡口建设重点任务》。",
        {("甘肃省委", "甘肃省渡口建设重点任务"), ("甘肃省政府", "甘肃省渡口建设重点任务")},
    ),
    ("省交通运输厅发布渡口安全管理12条措施。", {("甘肃省交通运输厅", "渡口安全管理12条措施")}),
    ("省交通运输厅学习《渡口管理条例》。", set()),
    ("落实《国务院关于取消渡口收费的决定》。", {("国务院", "国务院关于取消渡口收费的决定")}),
]


@pytest.mark.parametrize(("text", "expected"), LAID_DOWN)
def test_what_a_notice_lays_down(text: str, expected: set[str]) -> None:
    assert names(read(TO_ALL + text, title=TITLE, home=GANSU), "Directive") == expected


def test_what_is_attached_is_not_measured() -> None:
    text = TO_ALL + "渡口120处。附件：1.渡口目录（31项）2.渡船目录（35项）"
    measured = [e.properties["value"] for e in read(text, title=TITLE, home=GANSU).of_label("Measurement")]
    assert measured == ["120"]


def test_the_office_of_a_group_without_a_list_of_members() -> None:
    title = "甘肃省人民政府办公厅关于成立甘肃省渡口普查领导小组的通知"
    text = TO_ALL + "领导小组办公室设在省统计局，办公室主任由省统计局副局长贺云松兼任。"
    assert ("贺云松", "主任", "甘肃省渡口普查领导小组办公室") in posts(read(text, title=title, home=GANSU))


def test_contact_persons() -> None:
    text = TO_ALL + "请认真执行。（联系人：渡口管理处田砚秋、贺云，电话：0931—4600000）"
    assert names(read(text, title=TITLE, home=GANSU), "Person") == {"田砚秋", "贺云"}


@pytest.mark.parametrize(("text", "expected"), SHORT)
def test_short_titles_stand_for_long_ones(text: str, expected: set[str]) -> None:
    assert names(read(text, home=GANSU), "Policy") == expected


@pytest.mark.parametrize(("text", "expected"), RELEASED)
def test_who_puts_a_document_out(text: str, expected: set[tuple[str, str]]) -> None:
    assert edges(read(text, home=GANSU), "RELEASED") == expected


def test_a_notice_puts_out_what_comes_with_it() -> None:
    title = "甘肃省人民政府办公厅关于印发2024年度甘肃省渡口检查计划的通知"
    text = TO_ALL + "《2024年度甘肃省渡口检查计划》（以下简称《检查计划》）已经省政府同意，现印发给你们。"
    reading = read(text, title=title, home=GANSU)
    assert edges(reading, "RELEASED") == {("甘肃省人民政府办公厅", "2024年度甘肃省渡口检查计划")}
    assert "检查计划" in only(reading, "Policy").aliases


def test_a_joint_notice_demands_in_the_name_of_each() -> None:
    reading = read(
        "水利部自然资源部关于下达采砂指标的通知水河湖〔2024〕36号有关省主管部门：现通知如下：一、不得超量开采。",
        title="两部委关于下达采砂指标的通知",
    )
    assert edges(reading, "ISSUED") == {("水利部", "不得超量开采"), ("自然资源部", "不得超量开采")}


def test_a_firm_signs_a_notice_with_an_agency() -> None:
    text = "各用户：\n一、用户要提前蓄水。\n柳林县水利局\n柳林县青屏供水有限公司\n2025年4月1日"
    issued = edges(read(text, title="关于城区停水的公告", home="山西省吕梁市柳林县"), "ISSUED")
    assert {who for who, _ in issued} == {"柳林县水利局", "柳林县青屏供水有限公司"}


def test_a_notice_without_any_head_is_of_those_who_sign_and_date_it() -> None:
    reading = read("采砂船只必须停航检修。甘肃省水利厅2024年3月5日", title="关于做好采砂管理的通知", home=GANSU)
    assert edges(reading, "ISSUED") == {("甘肃省水利厅", "采砂船只必须停航检修")}


def test_what_a_notice_only_passes_on_is_not_put_out_by_it() -> None:
    reading = read(
        "各市州人民政府：《关于渡口管理的意见》已经省政府同意，现转发给你们。渡船必须年检。甘肃省人民政府办公厅2024年3月5日",
        title="转发省交通运输厅关于渡口管理意见的通知",
        home=GANSU,
    )
    assert edges(reading, "RELEASED") == set()
    assert edges(reading, "ISSUED") == {("甘肃省人民政府办公厅", "渡船必须年检")}


def test_a_document_that_is_passed_on_demands_in_the_name_of_its_own_issuer() -> None:
    reading = read(
        "各地要配合报送。甘肃省人民政府办公厅二○○六年五月十六日国务院办公厅关于渡口管理的通知各省人民政府："
        "渡船必须年检。国务院办公厅二○○六年三月三十日",
        title="转发国务院办公厅关于渡口管理的通知",
        home=GANSU,
    )
    assert edges(reading, "ISSUED") == {
        ("甘肃省人民政府办公厅", "各地要配合报送"),
        ("国务院办公厅", "渡船必须年检"),
    }


def test_days_of_a_page_or_a_signature_are_no_days_of_what_is_announced() -> None:
    body = (
        "发布日期：2024-04-27各市州人民政府：现组织举办第五届“星河杯”渡口摄影大赛。大赛有3个赛区。"
        "工作规则联席会议由召集人主持召开。甘肃省人民政府办公厅2024年4月24日"
    )
    reading = read(body, title="甘肃省人民政府办公厅关于举办大赛的通知", home=GANSU)
    assert "date" not in only(reading, "Activity").properties
    assert "date" not in only(reading, "Measurement").properties
    assert names(reading, "Meeting") == set()


def test_the_years_of_a_plan_are_no_date_of_what_is_done_after_it() -> None:
    reading = read("按照《渡口改造行动计划（2016-2020年）》，对30家企业开展诊断。", home=GANSU)
    assert "date" not in only(reading, "Measurement").properties


def test_names_in_a_list_are_addressed_with_its_last() -> None:
    reading = read("兰州市、天水市和省水利厅等省直有关部门要深入排查隐患。", title=TITLE, home=GANSU)
    assert {to for _, to in edges(reading, "DIRECTED_TO")} == {"兰州市", "天水市", "甘肃省水利厅"}


def test_all_bodies_of_a_kind_are_no_addressees() -> None:
    reading = read("各市县政府、省政府直属单位要做好衔接。", title=TITLE, home=GANSU)
    assert (len(reading.of_label("Directive")), edges(reading, "DIRECTED_TO")) == (1, set())


def test_what_a_notice_rests_on_in_a_row_is_not_put_out() -> None:
    body = (
        "各市、县人民政府：根据《渡口管理条例》《省委关于加强渡口管理的意见》（甘发〔2016〕6号）等规定，"
        "省政府核定柳湾渡等15处渡口为省级渡口，现予公布。甘肃省人民政府2024年1月15日"
    )
    reading = read(body, title="甘肃省人民政府关于公布省级渡口的通知", home=GANSU)
    assert "省委关于加强渡口管理的意见" not in {policy for _, policy in edges(reading, "RELEASED")}


def test_a_notice_cites_what_it_rests_on() -> None:
    body = "根据《渡口管理条例》（甘政发〔2020〕3号）、《渡船检验规范》，按照省委《渡口改造三年行动方案》要求，现公布渡口名单。《渡口志》所列有误。"
    reading = read(TO_ALL + body, title=TITLE, home=GANSU)
    rests = {"渡口管理条例", "渡船检验规范", "渡口改造三年行动方案"}
    assert edges(reading, "CITES") == {("甘肃省人民政府办公厅", title) for title in rests}


def test_an_urgent_notice_demands_and_cites_documents_without_a_word_between() -> None:
    title = "甘肃省人民政府办公厅关于加强渡口管理的紧急通知"
    reading = read(
        "根据《渡口管理条例》《甘肃省渡船办法》，现通知如下：一是加强值守。各渡口必须上岗到位。",
        title=title,
        home=GANSU,
    )
    assert names(reading, "Directive") == {"各渡口必须上岗到位"}
    assert edges(reading, "CITES") == {
        ("甘肃省人民政府办公厅", "渡口管理条例"),
        ("甘肃省人民政府办公厅", "甘肃省渡船办法"),
    }


def test_a_forwarded_document_that_is_named_before_demands_in_the_name_of_its_issuer() -> None:
    inner = "国务院办公厅关于加强渡口管理的通知"
    text = f"现将《{inner}》转发给你们。\n甘肃省人民政府办公厅\n2024年5月9日\n{inner}\n一、各地要压实责任。"
    reading = read(text, title=f"甘肃省人民政府办公厅转发{inner}", home=GANSU)
    assert edges(reading, "ISSUED") == {("国务院办公厅", "各地要压实责任")}


def test_a_warning_lays_down() -> None:
    title = "歙县市场监督管理局关于规范渡口收费的提醒告诫书"
    reading = read("告诫如下：一、不得收取任何未予标明的费用。", title=title, home="安徽省黄山市歙县")
    assert edges(reading, "ISSUED") == {("歙县市场监督管理局", "不得收取任何未予标明的费用")}


def test_a_title_stands_without_its_marks_too() -> None:
    title = "甘肃省人民政府办公厅关于调整甘肃省小额贷款公司管理办法有关问题的通知"
    reading = read("决定调整《甘肃省小额贷款公司管理办法》。", title=title, home=GANSU)
    assert (names(reading, "Policy"), names(reading, "Company")) == ({"甘肃省小额贷款公司管理办法"}, set())


def test_who_issues_a_notice_calls_what_it_announces() -> None:
    title = "甘肃省交通运输厅关于举办首届渡船驾驶大赛的通知"
    reading = read("各市州交通运输局：现组织举办首届渡船驾驶大赛。", title=title, home=GANSU)
    assert edges(reading, "CONVENED") == {("甘肃省交通运输厅", "首届渡船驾驶大赛")}


def test_tables_are_whole() -> None:
    assert (len(LAID_DOWN), len(SHORT), len(RELEASED)) == (11, 10, 9)
