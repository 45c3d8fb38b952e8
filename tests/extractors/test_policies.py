"""Policies: titles in 《》, numbers of documents, untitled documents; who put them out and who studies them."""

from __future__ import annotations

import pytest

from tests.extractors.reading_of import edges, names, only, read

LULIANG = "山西省吕梁市"

POLICIES = [
    ("国务院印发《关于加强冷水鱼保护的意见》。", {"关于加强冷水鱼保护的意见"}),
    ("《水源地保护条例》今起施行。", {"水源地保护条例"}),
    ("对照《安全生产法》《消防法》抓整改。", {"安全生产法", "消防法"}),
    ("《关于贯彻〈水源地保护条例〉的通知》印发。", {"关于贯彻〈水源地保护条例〉的通知"}),
    ("会议审议通过了2025年助农行动方案、乡村夜校管理办法。", {"2025年助农行动方案", "乡村夜校管理办法"}),
    (
        "大会表决通过了关于政府工作报告的决议、关于吕梁市2024年国民经济和社会发展计划执行情况的决议。",
        {"关于政府工作报告的决议", "关于吕梁市2024年国民经济和社会发展计划执行情况的决议"},
    ),
    (
        "会议审议通过了委员、界别联系工作办法，2025年学习讲座参考选题，2025年对外交往工作要点等。",
        {"委员、界别联系工作办法", "2025年学习讲座参考选题", "2025年对外交往工作要点"},
    ),
    ("会议表决通过了冷水鱼保护法、新修订的水源地法。", {"冷水鱼保护法", "水源地法"}),
    ("会议审议好的做法、工作方法。", set()),
    ("县里发布了一批最新需求清单。", set()),
    ("市人大常委会启动冷水鱼保护法执法检查。", {"冷水鱼保护法"}),
    ("要以党章为根本遵循。", {"党章"}),
    ("要落实“十四五”规划。", {"“十四五”规划"}),
    ("严格落实中央八项规定精神。", {"中央八项规定"}),
    ("与会代表认真审议政府工作报告。", {"政府工作报告"}),
    ("《蓝湾新区国土空间规划（2024—2035年）》获批。", {"蓝湾新区国土空间规划（2024—2035年）"}),
    ("市政府出台《惠企十条措施》。", {"惠企十条措施"}),
    ("《蓝湾日报》报道了此事。", set()),
    ("小说《山河之歌》出版。", set()),
    ("按照有关规定办理。", set()),
    ("制定方案，明确责任。", set()),
    ("会议研究了工作方案。", set()),
    ("书面征求意见。", set()),
    ("会议研究我市贯彻落实意见。", set()),
    ("电影《春风里》上映。", set()),
    ("制定了新的管理办法。", set()),
    ("制定了核桃产业管理办法。", {"核桃产业管理办法"}),
    ("制定印发核桃产业发展规划、本地实施方案、近30份方案。", {"核桃产业发展规划"}),
    ("印发各项工作方案。", set()),
]
NUMBERS = [
    ("国务院印发《关于加强冷水鱼保护的意见》（国发〔2024〕12号）。", "国发〔2024〕12号"),
    ("市政府印发《关于加强冷水鱼保护的意见》(吕政发〔2025〕3号)。", "吕政发〔2025〕3号"),
    ("省厅印发《关于加强冷水鱼保护的意见》（晋农办发[2023]108号）。", "晋农办发〔2023〕108号"),
    ("省厅印发《关于加强冷水鱼保护的意见》（皖政〔2019〕1号）。", "皖政〔2019〕1号"),
    ("省厅印发《关于加强冷水鱼保护的意见》。", None),
]
RELEASED = [
    ("国务院印发《冷水鱼保护条例》。", {("国务院", "冷水鱼保护条例")}),
    ("近日，市政府办公室印发了《冷水鱼保护办法》。", {("吕梁市政府办公室", "冷水鱼保护办法")}),
    ("水利部、财政部联合发布《冷水鱼保护办法》。", {("水利部", "冷水鱼保护办法"), ("财政部", "冷水鱼保护办法")}),
    (
        "市教育局会同市财政局制定出台《乡村夜校管理办法》。",
        {("吕梁市教育局", "乡村夜校管理办法"), ("吕梁市财政局", "乡村夜校管理办法")},
    ),
    ("汾阳市率先出台《乡村夜校管理办法》。", {("汾阳市", "乡村夜校管理办法")}),
    ("市民政局等部门近日印发《乡村夜校管理办法》。", {("吕梁市民政局", "乡村夜校管理办法")}),
    ("4月1日，市民政局公布《乡村夜校管理办法》。", {("吕梁市民政局", "乡村夜校管理办法")}),
    ("汾阳市注重文化惠民。先后制定《乡村夜校管理办法》。", {("汾阳市", "乡村夜校管理办法")}),
    ("汾阳市正式施行的《乡村夜校管理办法》受到好评。", {("汾阳市", "乡村夜校管理办法")}),
    ("市民政局组织学习《乡村夜校管理办法》。", set()),
    ("市民政局按照《乡村夜校管理办法》开展检查。", set()),
]
CITES = [
    ("4月1日，市政协召开主席会议，传达学习《冷水鱼保护条例》。", {("主席会议", "冷水鱼保护条例")}),
    ("4月1日，市政府召开常务会议，审议通过《乡村夜校管理办法》。", {("常务会议", "乡村夜校管理办法")}),
    ("市政协召开冷水鱼保护座谈会。会议学习了《冷水鱼保护条例》。", {("冷水鱼保护座谈会", "冷水鱼保护条例")}),
    (
        "市政协召开冷水鱼保护座谈会。会议强调，要认真贯彻落实《冷水鱼保护条例》。",
        {("要认真贯彻落实《冷水鱼保护条例》", "冷水鱼保护条例")},
    ),
    ("市人大常委会启动冷水鱼保护法执法检查。", {("冷水鱼保护法执法检查", "冷水鱼保护法")}),
    ("《冷水鱼保护条例》共六章。", set()),
]


@pytest.mark.parametrize(("text", "expected"), POLICIES)
def test_what_is_a_policy(text: str, expected: set[str]) -> None:
    assert names(read(text, home=LULIANG), "Policy") == expected


@pytest.mark.parametrize(("text", "number"), NUMBERS)
def test_the_documents_number(text: str, number: str | None) -> None:
    assert only(read(text, home=LULIANG), "Policy").properties.get("number") == number


@pytest.mark.parametrize(("text", "expected"), RELEASED)
def test_who_put_it_out(text: str, expected: set[tuple[str, str]]) -> None:
    assert edges(read(text, home=LULIANG), "RELEASED") == expected


@pytest.mark.parametrize(("text", "expected"), CITES)
def test_who_studies_or_adopts_it(text: str, expected: set[tuple[str, str]]) -> None:
    assert edges(read(text, home=LULIANG), "CITES") == expected


def test_one_document_under_many_mentions() -> None:
    policy = only(read("《冷水鱼保护条例》施行。市里学习《冷水鱼保护条例》。"), "Policy")
    assert len(policy.mentions) == 2


def test_full_and_half_width_brackets_name_one_document() -> None:
    policy = only(read("《冷水鱼保护办法（试行）》施行。市里学习《冷水鱼保护办法(试行)》。"), "Policy")
    assert len(policy.mentions) == 2


def test_tables_are_whole() -> None:
    assert (len(POLICIES), len(NUMBERS), len(RELEASED), len(CITES)) == (29, 5, 11, 6)
