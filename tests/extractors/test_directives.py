"""Directives: what is demanded, by whom, of whom and by when; what only looks like a demand."""

from __future__ import annotations

import pytest

from tests.extractors.reading_of import edges, names, only, read

LULIANG = "山西省吕梁市"
HELD = "4月1日，全市防火工作会议召开。副市长田砚秋出席。"

SAID = [
    ("全市安全工作会议1日召开，会议要求，扎实做好防火工作。", {("全市安全工作会议", "扎实做好防火工作")}),
    ("会议审议通过《防火办法》，指出防火是大事。要加强巡护。", {("全市防火工作会议", "要加强巡护")}),
    (
        "田砚秋在会上发表讲话强调，要备足物资。贺云松在会上强调，要加强巡护。",
        {("田砚秋", "要备足物资"), ("贺云松", "要加强巡护")},
    ),
    (
        f"会议指出，附件列出{'、'.join(f'第{n}号渠道巡查记录' for n in range(1, 30))}，各有关单位要按表整改。",
        {("全市防火工作会议", "各有关单位要按表整改")},
    ),
    (
        "贺云松对下一步工作作了安排。第一，抓好巡护，一要备足物资；二要排好值班。各镇要迅速行动。",
        {("贺云松", "抓好巡护，一要备足物资"), ("贺云松", "二要排好值班"), ("贺云松", "各镇要迅速行动")},
    ),
    (
        "会议还就巡护进行了再部署：一要备足物资；二要排好值班。",
        {("全市防火工作会议", "一要备足物资"), ("全市防火工作会议", "二要排好值班")},
    ),
    ("田砚秋作了讲话。讲话指出，要备足物资。", {("田砚秋", "要备足物资")}),
    ("田砚秋到汾阳市检查。强调各村必须备足物资。", {("田砚秋", "各村必须备足物资")}),
    ("贺云松作了部署。田砚秋到会。各镇情况良好。", set()),
    ("市林业局局长边会民强调，要加强巡护。", {("边会民", "要加强巡护")}),
    ("会议指出，各镇应根据防火规划调整布点。", {("全市防火工作会议", "各镇应根据防火规划调整布点")}),
    (
        "会议传达学习田砚秋的重要讲话精神，对防火工作作出安排，强调要压实责任。",
        {("全市防火工作会议", "要压实责任")},
    ),
    ("会议指出，各方应携手落实防火规划。", {("全市防火工作会议", "各方应携手落实防火规划")}),
    ("会议强调，要压实防火责任。", {("全市防火工作会议", "要压实防火责任")}),
    ("会议指出，必须严控野外用火。", {("全市防火工作会议", "必须严控野外用火")}),
    ("会议要求，各级各部门要加强巡护。", {("全市防火工作会议", "各级各部门要加强巡护")}),
    ("田砚秋强调，要压实防火责任。", {("田砚秋", "要压实防火责任")}),
    ("田砚秋指出，务必抓早抓小，不得麻痹大意。", {("田砚秋", "务必抓早抓小，不得麻痹大意")}),
    (
        "田砚秋强调，要压实防火责任；要加强值班值守；要备足物资。",
        {("田砚秋", "要压实防火责任"), ("田砚秋", "要加强值班值守"), ("田砚秋", "要备足物资")},
    ),
    (
        "田砚秋强调，要压实防火责任。要加强值班值守。",
        {("田砚秋", "要压实防火责任"), ("田砚秋", "要加强值班值守")},
    ),
    (
        "田砚秋强调，要压实防火责任。他还要求，各村要组织巡护队。",
        {("田砚秋", "要压实防火责任"), ("田砚秋", "各村要组织巡护队")},
    ),
    ("他强调，要压实防火责任。", {("田砚秋", "要压实防火责任")}),
    ("田砚秋强调，一要压实责任，二要加强巡护。", {("田砚秋", "一要压实责任，二要加强巡护")}),
    ("田砚秋说：“要把防火放在心上。”", {("田砚秋", "要把防火放在心上")}),
    ("“各村必须把火源管住。”田砚秋说。", {("田砚秋", "各村必须把火源管住")}),
    ("田砚秋要求加强值班值守。", {("田砚秋", "要求加强值班值守")}),
    ("市应急管理局要求，各单位须在月底前完成自查。", {("吕梁市应急管理局", "各单位须在月底前完成自查")}),
    ("会议强调，防火形势严峻，要压实防火责任。", {("全市防火工作会议", "要压实防火责任")}),
    ("会议强调，当前，要压实防火责任。", {("全市防火工作会议", "要压实防火责任")}),
    ("就下一步工作，田砚秋强调，要压实防火责任。", {("田砚秋", "要压实防火责任")}),
    ("田砚秋在讲话中强调，要压实防火责任。", {("田砚秋", "要压实防火责任")}),
    ("田砚秋强调，严禁野外用火，确保不发生火灾。", {("田砚秋", "严禁野外用火，确保不发生火灾")}),
    ("田砚秋强调，应当健全机制。", {("田砚秋", "应当健全机制")}),
    ("市林业局局长边少青表示，要抓好落实。", {("边少青", "要抓好落实")}),
    ("田砚秋强调了两点意见：一要压实责任；二要加强巡护。", {("田砚秋", "一要压实责任"), ("田砚秋", "二要加强巡护")}),
    ("田砚秋强调要压实防火责任。", {("田砚秋", "要压实防火责任")}),
    (
        "会议要求，各村提前备足物资；巡护队严格执行值班制度。",
        {("全市防火工作会议", "各村提前备足物资"), ("全市防火工作会议", "巡护队严格执行值班制度")},
    ),
    ("田砚秋传达了省防火会议精神，指出当前形势严峻，各村一定要高度重视。", {("田砚秋", "各村一定要高度重视")}),
    ("田砚秋在听取汇报后要求，要压实防火责任。", {("田砚秋", "要压实防火责任")}),
    ("田砚秋建议：在巡护中要压实防火责任。", {("田砚秋", "在巡护中要压实防火责任")}),
    (
        "田砚秋听取了汇报。并要求各村要加强巡护。",
        {("田砚秋", "要求各村要加强巡护")},
    ),
    (
        "田砚秋听取了汇报。对防火工作取得的成绩表示肯定，并提出要求：一是各村要加强巡护；二是要备足物资。",
        {("田砚秋", "各村要加强巡护"), ("田砚秋", "要备足物资")},
    ),
    (
        "田砚秋强调——\n要压实防火责任。各单位要加强巡护。",
        {("田砚秋", "要压实防火责任"), ("田砚秋", "各单位要加强巡护")},
    ),
    ("田砚秋与村民交谈，强调各级各部门要压实防火责任。", {("田砚秋", "各级各部门要压实防火责任")}),
    ("会议强调，当前形势下，各单位要加强巡护。", {("全市防火工作会议", "当前形势下，各单位要加强巡护")}),
]
NOTHING = [
    "会议指出，防火工作取得重要进展。",
    "主要做法有三条。",
    "农户需要技术指导。",
    "这是对群众负责的要求。",
    "按照上级要求，全市完成了整改。",
    "会议听取了要情通报。",
    "他是单位的骨干，要么加班，要么下乡。",
    "群众反映强烈的问题得到解决。",
    "记者问：“要不要收费？”",
    "产品供不应求，市场反应良好。",
    "会议强调了防火的重要性。",
    "只要肯干，日子就有奔头。",
    "他提要求不含糊。",
    "他相信，我要努力就能做好。",
    "落实上级要求，各村备足了物资。",
]
ADDRESSEES = [
    ("田砚秋对启沣集团来访表示欢迎，现场要求市林业局与企业深入对接。", {"吕梁市林业局"}),
    ("田砚秋强调，市林业局要加强巡护。", {"吕梁市林业局"}),
    ("田砚秋强调，市林业局、市应急管理局要加强联动。", {"吕梁市林业局", "吕梁市应急管理局"}),
    ("田砚秋强调，市林业局要加强巡护，市应急管理局要备足物资。", {"吕梁市林业局", "吕梁市应急管理局"}),
    ("田砚秋强调，汾阳市要带头落实。", {"汾阳市"}),
    ("田砚秋强调，启沣集团必须加快整改。", {"启沣集团"}),
    ("田砚秋强调，各级各部门要加强联动。", set()),
    ("田砚秋强调，要学习汾阳市的做法。", set()),
    ("田砚秋强调，全市要加强巡护。", {"吕梁市"}),
    ("田砚秋强调，全市交通运输系统要加强巡护。", set()),
    ("田砚秋强调，市林业局直属单位要加强巡护。", set()),
    ("田砚秋4月1日再次要求市林业局、市水利局尽快完成整改。", {"吕梁市林业局", "吕梁市水利局"}),
    ("芬兰外交部发言人马尔蒂宁强烈敦促希腊停止封锁。", {"希腊"}),
    ("田砚秋要求全市上下做好防火工作。", set()),
]
DEADLINES = [
    ("田砚秋强调，要在4月30日前完成排查。", "2025-04-30"),
    ("田砚秋强调，5月底前必须完成整改。", "2025-05"),
    ("田砚秋强调，要力争年底前建成投用。", "2025"),
    ("田砚秋强调，要压实防火责任。", None),
]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_who_demands_what(text: str, expected: set[tuple[str, str]]) -> None:
    assert edges(read(HELD + text, home=LULIANG), "ISSUED") == expected


@pytest.mark.parametrize("text", NOTHING)
def test_what_demands_nothing(text: str) -> None:
    assert names(read(HELD + text, home=LULIANG), "Directive") == set()


@pytest.mark.parametrize(("text", "expected"), ADDRESSEES)
def test_of_whom_it_is_demanded(text: str, expected: set[str]) -> None:
    assert {to for _, to in edges(read(HELD + text, home=LULIANG), "DIRECTED_TO")} == expected


@pytest.mark.parametrize(("text", "deadline"), DEADLINES)
def test_by_when(text: str, deadline: str | None) -> None:
    assert only(read(HELD + text, home=LULIANG), "Directive").properties.get("deadline") == deadline


def test_a_new_paragraph_ends_a_speech() -> None:
    reading = read(HELD + "田砚秋强调，要压实防火责任。\n市民张贴告示，提醒大家要小心火烛。", home=LULIANG)
    assert edges(reading, "ISSUED") == {("田砚秋", "要压实防火责任")}


def test_a_numbered_paragraph_carries_the_speech_on() -> None:
    reading = read(HELD + "田砚秋强调，要压实防火责任。\n一是要加强巡护。\n二是要备足物资。", home=LULIANG)
    assert edges(reading, "ISSUED") == {
        ("田砚秋", "要压实防火责任"),
        ("田砚秋", "要加强巡护"),
        ("田砚秋", "要备足物资"),
    }


def test_a_documents_numbered_parts_are_demanded_by_all_who_put_it_out() -> None:
    body = "水利部、财政部近日印发《冷水鱼保护办法》。《办法》提出，要加强巡护。\n六是开展增殖行动，要备足鱼苗。不得超期放流。"
    reading = read(body, title="冷水鱼有了保护办法")
    assert edges(reading, "ISSUED") == {
        (who, what)
        for who in ("水利部", "财政部")
        for what in ("要加强巡护", "开展增殖行动，要备足鱼苗", "不得超期放流")
    }


def test_each_piece_of_a_roundup_has_a_document_of_its_own() -> None:
    body = (
        "冷水鱼保护办法发布\n水利部近日发布《冷水鱼保护办法》。办法提出，要加强巡护。\n"
        "乡村夜校管理办法印发\n教育部近日印发《乡村夜校管理办法》。办法提出，要办好夜校。"
    )
    reading = read(body, title="国内联播快讯")
    assert edges(reading, "ISSUED") == {("水利部", "要加强巡护"), ("教育部", "要办好夜校")}


def test_a_notice_demands_in_the_name_of_its_agency() -> None:
    reading = read(
        "一、加强组织领导。各单位要压实责任，严格管理火源。\n二、各单位要于4月20日前报送方案。",
        title="市应急管理局关于加强春季防火工作的通知",
        home=LULIANG,
    )
    assert {who for who, _ in edges(reading, "ISSUED")} == {"吕梁市应急管理局"}
    assert {e.properties.get("deadline") for e in reading.of_label("Directive")} == {None, "2025-04-20"}


def test_a_notice_without_its_agency_in_the_title_is_of_the_one_that_signs_it() -> None:
    reading = read(
        "各县（市、区）人民政府：\n一、压实责任。各县（市、区）人民政府要落实属地责任。\n"
        "二、加强值守。市自然资源局要会同市气象局发布预警。\n吕梁市防汛抗旱指挥部办公室\n2025年4月28日",
        title="关于做好汛期地质灾害防治工作的通知",
        home=LULIANG,
    )
    assert {who for who, _ in edges(reading, "ISSUED")} == {"吕梁市防汛抗旱指挥部办公室"}
    assert len(reading.of_label("Directive")) == 2


def test_what_many_vow_is_no_demand_of_who_spoke_before() -> None:
    reading = read(
        "县委书记田砚秋到交城县调研时指出，要压实防火责任。群众纷纷表示，要不负重托，尽心防火。", home=LULIANG
    )
    assert names(reading, "Directive") == {"要压实防火责任"}


def test_what_follows_a_hope_is_demanded_by_who_hopes() -> None:
    text = "田砚秋充分肯定交城县的成绩，希望交城县认真抓好落实，当好表率。要依靠科技防火，加强巡护。"
    assert ("田砚秋", "要依靠科技防火，加强巡护") in edges(
        read("县委书记田砚秋到交城县调研。\n" + text, home=LULIANG), "ISSUED"
    )


def test_what_an_agency_told_is_demanded_by_it() -> None:
    reading = read("记者从水利部了解到，明年将增加投入。此外，要加快建设山塘，加强巡查。")
    assert edges(reading, "ISSUED") == {("水利部", "要加快建设山塘，加强巡查")}


def test_a_team_demands_behind_what_its_leader_said() -> None:
    text = (
        "4月1日，市人大常委会副主任田砚秋率检查组到交城县开展执法检查。田砚秋肯定了成绩。检查组要求，交城县要抓好落实。"
    )
    assert names(read(text, home=LULIANG), "Directive") == {"交城县要抓好落实"}


def test_speaking_there_follows_from_demanding_there() -> None:
    reading = read(HELD + "田砚秋强调，要压实防火责任。", home=LULIANG)
    assert edges(reading, "SPOKE_AT") == {("田砚秋", "全市防火工作会议")}


def test_two_speakers_keep_their_words_apart() -> None:
    reading = read(HELD + "田砚秋强调，要压实防火责任。市林业局局长边少青要求，各林场要加强巡护。", home=LULIANG)
    assert edges(reading, "ISSUED") == {("田砚秋", "要压实防火责任"), ("边少青", "各林场要加强巡护")}


def test_a_meeting_held_elsewhere_demands_where_the_article_speaks_of_no_other() -> None:
    text = "刚刚闭幕的全国防火工作会议作出系统部署。会议要求，各地要加强巡护，严控火源。"
    reading = read(text, title="全国防火工作会议精神引发热烈反响")
    assert edges(reading, "ISSUED") == {("全国防火工作会议", "各地要加强巡护，严控火源")}


def test_the_name_is_as_printed() -> None:
    reading = read(HELD + "田砚秋强调,要压实防火责任,加强巡护。", home=LULIANG)
    assert names(reading, "Directive") == {"要压实防火责任,加强巡护"}


def test_tables_are_whole() -> None:
    assert tuple(map(len, (SAID, NOTHING, ADDRESSEES, DEADLINES))) == (45, 15, 14, 4)
