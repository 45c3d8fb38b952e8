"""Where bodies and projects are, who works with whom, and who is part of whom."""

from __future__ import annotations

import pytest

from tests.extractors.reading_of import edges, read

LOCATED = [
    ("山西启沣建材有限公司落户汾阳市。", {("山西启沣建材有限公司", "汾阳市")}),
    ("位于文水县的山西启沣建材有限公司今天投产。", {("山西启沣建材有限公司", "文水县")}),
    ("来自德国的海屿集团扩大投资。", {("海屿集团", "德国")}),
    ("在汾阳市，启沣石墨新材料项目建成投产。", {("启沣石墨新材料项目", "汾阳市")}),
    ("在汾阳市，启沣石墨新材料项目今天正式开工建设。", {("启沣石墨新材料项目", "汾阳市")}),
    (
        "沣临高铁西起山西省汾阳市，途经文水县，东至太原市。",
        {("沣临高铁", "汾阳市"), ("沣临高铁", "文水县"), ("沣临高铁", "太原市")},
    ),
    ("文水县人民医院请来专家。", {("文水县人民医院", "文水县")}),
    ("山西启沣建材有限公司在北京召开发布会。", set()),
    ("山西的企业来了。广东海屿食品有限公司参展。", set()),
    # the smaller place that is told, not the one in the name
    ("文水县沣禾农机有限公司成立于2016年，位于文水县南庄镇。", {("文水县沣禾农机有限公司", "南庄镇")}),
    ("文水县云禾茶叶研究所由山西启沣建材有限公司投资兴建，设在文水县南庄镇。", {("文水县云禾茶叶研究所", "南庄镇")}),
    ("青溪工业园内，山西启沣建材有限公司的生产线满负荷运转。", {("山西启沣建材有限公司", "青溪工业园")}),
    ("文水县沣禾光伏电站由汾阳市援建。", {("文水县沣禾光伏电站", "文水县")}),
]
COOPERATES = [
    ("山西启沣建材有限公司与青岛海屿食品集团签署合作协议。", {("山西启沣建材有限公司", "青岛海屿食品集团")}),
    (
        "文水县北沟村加强与山西启沣建材有限公司、安和酒业的合作。",
        {("北沟村", "山西启沣建材有限公司"), ("北沟村", "安和酒业")},
    ),
    ("山西启沣建材有限公司和青岛海屿食品集团参加会议。", set()),
    ("中国与德国签署合作协议。", set()),
    (
        "文水县北沟村携手山西启沣建材有限公司、安和酒业，种下新果园。",
        {("北沟村", "山西启沣建材有限公司"), ("北沟村", "安和酒业")},
    ),
    # places only where they are said to agree on something, and no place for a body of it that was not read
    ("文水县与汾阳市结成友好县市。", {("文水县", "汾阳市")}),
    ("文水县与汾阳市共建美好家园。", set()),
    ("文水县南庄镇中心卫生院与吕梁市人民医院组建紧密型医共体。", {("文水县南庄镇中心卫生院", "吕梁市人民医院")}),
    ("文水县与北京市丰台区签订协作协议。", {("文水县", "丰台区")}),
    ("文水县北沟村与山西启沣建材有限公司共同打造果园。", {("北沟村", "山西启沣建材有限公司")}),
    ("文水县人民医院与汾阳市云泽会医院签订合作协议。", set()),
]
BELONGS = [
    (
        "清华大学国家重点实验室揭牌，清华大学校长致辞。",
        {("清华大学国家重点实验室", "清华大学")},
    ),
    ("国家电网旗下的山西启沣电力有限公司投产。", {("山西启沣电力有限公司", "国家电网")}),
    ("文水县苹果产业发展中心是文水县政府直属事业单位。", {("文水县苹果产业发展中心", "文水县政府")}),
    ("文水县林业局直属的文水县云禾原种场增产。", {("文水县云禾原种场", "文水县林业局")}),
    ("国家电网和山西启沣电力有限公司合作。", set()),
    ("山西启沣电力有限公司隶属于国家电网。", {("山西启沣电力有限公司", "国家电网")}),
]


@pytest.mark.parametrize(("text", "expected"), LOCATED)
def test_located_in(text: str, expected: set[tuple[str, str]]) -> None:
    assert edges(read(text), "LOCATED_IN") == expected


@pytest.mark.parametrize(("text", "expected"), COOPERATES)
def test_cooperates_with(text: str, expected: set[tuple[str, str]]) -> None:
    assert edges(read(text), "COOPERATES_WITH") == expected


@pytest.mark.parametrize(("text", "expected"), BELONGS)
def test_belongs_to(text: str, expected: set[tuple[str, str]]) -> None:
    assert edges(read(text), "BELONGS_TO") == expected


def test_tables_are_whole() -> None:
    assert (len(LOCATED), len(COOPERATES), len(BELONGS)) == (13, 11, 6)
