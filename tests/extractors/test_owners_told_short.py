"""Whose numbers are where the clause names nobody in full: short forms, events, the place of a report, farmers."""

from __future__ import annotations

import pytest

from tests.extractors.reading_of import read

# title, body, owner and value of each HAS_MEASUREMENT asked for
CASES: list[tuple[str, str, set[tuple[str, str]]]] = [
    # an event that a clause opens with in short
    (
        "第八届数字果业峰会在青州举行",
        "第八届数字果业峰会5月8日在青州市举行。本届峰会聚焦“数智果业”，将设置开幕式、20场左右分论坛。峰会期间，签约项目16个，投资额30亿元。",
        {("第八届数字果业峰会", "20"), ("第八届数字果业峰会", "16"), ("第八届数字果业峰会", "30")},
    ),
    (
        "2025青州花木产业转移对接活动举行",
        "5月8日，2025青州花木产业转移对接活动在青州市举行。本次共签约项目36个。",
        {("2025青州花木产业转移对接活动", "36")},
    ),
    (
        "第三届青州国际果品博览会开幕",
        "5月8日，第三届青州国际果品博览会在青州市开幕。本届果博会期间，签订合作项目47个。",
        {("第三届青州国际果品博览会", "47")},
    ),
    # the end of a full name
    (
        "辣椒产业联合会换届",
        "5月8日，青州市辣椒产业联合会换届。报告显示，四年来，联合会会员由48家发展到126家。",
        {("青州市辣椒产业联合会", "48"), ("青州市辣椒产业联合会", "126")},
    ),
    (
        "县领导调研",
        "5月8日，县委书记田砚秋到青州市花木博物馆调研。博物馆依托老厂房修缮而成，建筑面积1860平方米，馆藏文物58件。",
        {("青州市花木博物馆", "1860"), ("青州市花木博物馆", "58")},
    ),
    # on from the number before
    (
        "市法院晒出“成绩单”",
        "5月8日，青州市人民法院召开新闻发布会，通报去年审判执行工作。全年共受理各类案件14826件，审执结14311件，结案率96.5%，追赃挽损1160万元。",
        {("青州市人民法院", "96.5"), ("青州市人民法院", "1160")},
    ),
    # what only a whole place has, in a report on it
    (
        "2024年青州市经济运行情况",
        "工业增势良好。青州汇彩陶瓷有限公司产值突破9亿元。\n投资拉动作用增强。固定资产投资同比增长7.8%。\n消费市场回暖。社会消费品零售总额37.2亿元。",
        {("青州市", "7.8"), ("青州市", "37.2")},
    ),
    # what the body that the title begins with did
    (
        "青州市应急管理局：守牢岁末底线",
        "岁末将至，各地忙着生产。\n强化检查，严查风险。走访商户832户，隐患整改89处。",
        {("青州市应急管理局", "832"), ("青州市应急管理局", "89")},
    ),
    # farmers and their later clauses
    (
        "荒坡变果园",
        "村民田砚秋承包了400亩荒坡，去年卖果收入9.6万元。",
        {("田砚秋", "400"), ("田砚秋", "9.6")},
    ),
    (
        "荒坡变果园",
        "村民田砚秋是个闲不住的人。他栽下果树5000株，去年收入9.6万元。",
        {("田砚秋", "5000"), ("田砚秋", "9.6")},
    ),
    # the one works that a short article is about
    (
        "东河抽水蓄能电站开工",
        "东河抽水蓄能电站今天开工。电缆隧道已经打通，库容1.3亿立方米。",
        {("东河抽水蓄能电站", "1.3")},
    ),
    (
        "青州至北河管道首段投产",
        "青州至北河原油管道工程首段今天投产运营。该段全长143.8公里，设计年输油量1850万吨。",
        {("青州至北河原油管道工程首段", "143.8"), ("青州至北河原油管道工程首段", "1850")},
    ),
    # two places that have so much together
    (
        "寒潮来袭",
        "这次寒潮带来暴雪，黑龙江、内蒙古有5个国家级气象观测站日降水量突破历史极值。",
        {("黑龙江省", "5"), ("内蒙古自治区", "5")},
    ),
    # who builds or hosts is no subject of what follows
    (
        "项目建设提速",
        "青州市果品加工园二期去年动工，青州建工集团有限公司承建，总投资21亿元。",
        {("青州市果品加工园", "21")},
    ),
]
SILENT: list[tuple[str, str, set[tuple[str, str]]]] = [
    (
        "第八届数字果业峰会在青州举行",
        "第八届数字果业峰会5月8日在青州市举行。会议指出，去年果业产值增长5%。",
        {("第八届数字果业峰会", "5")},
    ),
    (
        "县领导调研",
        "5月8日，县委书记田砚秋到青州市花木博物馆调研。博物馆负责人贺云松说，他家种了3亩地。",
        {("青州市花木博物馆", "3")},
    ),
    (
        "青州抓消防",
        "截至10月底，青州市共发生火灾事故484起，其中望里办事处373起。",
        {("青州市", "373")},
    ),
    (
        "青州市应急管理局：守牢岁末底线",
        "12月8日，市应急管理局局长田砚秋带队到东河镇检查。\n青州汇彩陶瓷有限公司投入整改资金30万元，开展演练5场。",
        {("青州市应急管理局", "30"), ("青州市应急管理局", "5")},
    ),
    (
        "各地促消费",
        "上海市围绕“五五购物节”开展1000多项促消费活动。南昌市发放6000万元消费券，300多家商户参与其中。",
        {("上海市围绕“五五购物节”", "300"), ("“五五购物节”", "300")},
    ),
    (
        "荒坡变果园",
        "村民田砚秋承包了400亩荒坡，县财政补贴3万元。",
        {("田砚秋", "3")},
    ),
    (
        "2024年青州市经济运行情况",
        "全市经济稳中有进。\n投资拉动作用增强。东河镇固定资产投资同比增长7.8%。",
        {("青州市", "7.8")},
    ),
]


def owned(title: str, body: str) -> set[tuple[str, str]]:
    """Return owner and value of each number that has an owner."""
    found = read(body, title=title, home="山东省潍坊市青州市", date="2025-05-09")
    return {(f.source.name, f.target.properties["value"]) for f in found.facts if f.type == "HAS_MEASUREMENT"}


@pytest.mark.parametrize(("title", "body", "expected"), CASES)
def test_whose_numbers_are_that_short_words_tell(title: str, body: str, expected: set[tuple[str, str]]) -> None:
    assert expected <= owned(title, body)


@pytest.mark.parametrize(("title", "body", "wrong"), SILENT)
def test_whose_numbers_are_not(title: str, body: str, wrong: set[tuple[str, str]]) -> None:
    assert not wrong & owned(title, body)
