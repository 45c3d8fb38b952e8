"""Companies, organizations and zones: what has a name of its own, where the name begins, and what only tells a kind."""

from __future__ import annotations

import pytest

from tests.extractors.reading_of import names, read

COMPANIES = [
    ("县领导来到山西启沣建材有限公司调研。", {"山西启沣建材有限公司"}),
    ("交城县山西启沣建材有限公司正式投产。", {"山西启沣建材有限公司"}),
    ("他先后走访了青岛海屿食品集团、安和酒业。", {"青岛海屿食品集团", "安和酒业"}),
    ("山西启沣建材有限公司投产。启沣建材今年扩产。", {"山西启沣建材有限公司"}),
    ("考察组参观了沣禾科技、云屿智能、湛泽等入园企业。", {"沣禾科技", "云屿智能", "湛泽"}),
    ("鼓励龙头企业、国有公司和物业公司参与。", set()),
    ("今年新设6家创业公司，多家上市公司落户。", set()),
    ("能源、交通、水利等企业复工。", set()),
    ("学校组织教师开展师德集中学习。", set()),
    ("一个犯罪集团被打掉。", set()),
    ("中国石油天然气集团有限公司和中国石油发布公告。", {"中国石油天然气集团有限公司", "中国石油"}),
    ("吕梁市铁山坳铁矿完成改造。", {"吕梁市铁山坳铁矿"}),
    ("国航、山隼航空、安沣航空三家航空公司增加航班。", {"国航", "山隼航空", "安沣航空"}),
    ("汾阳市青泽药业总经理介绍。", {"汾阳市青泽药业"}),
    ("中国云岭开发集团完成投资。", {"中国云岭开发集团"}),
    ("国家电网公司发布报告，国家电网将增加投入。", {"国家电网"}),
    ("文水县开心玩具有限公司停产。", {"文水县开心玩具有限公司"}),
    ("文水县引进开心玩具有限公司。", set()),
    ("文水县引进玩具有限公司。", set()),
    ("中铁沣河实业有限公司中标。", {"中铁沣河实业有限公司"}),
    ("山西启沣种业有限公司投产。启沣种业有限公司今年扩产。", {"山西启沣种业有限公司"}),
    ("参观了沣禾科技、千岭矿业、云屿智能等企业。", {"沣禾科技", "千岭矿业", "云屿智能"}),
    ("各有限公司经济效益好。", set()),
    ("全国人大代表、文水县海屿食品有限公司董事长说，订单增加。", {"文水县海屿食品有限公司"}),
    ("德国汽车巨头芬奈投资建厂。", {"芬奈"}),
    ("德国汽车巨头芬奈否认传闻。", set()),
    ("县里与沈阳百事得净化设备有限公司签约。", {"沈阳百事得净化设备有限公司"}),
    (
        "他走访了浙江宁波开发投资集团、望泽农产品集团和龙海现代集团。",
        {"浙江宁波开发投资集团", "望泽农产品集团", "龙海现代集团"},
    ),
    ("走访启沣机械、青泽环保以及石坳门窗等企业。", {"启沣机械", "青泽环保", "石坳门窗"}),
    ("他前往枣庄悠进电子科技有限公司。", {"枣庄悠进电子科技有限公司"}),
]
ORGANIZATIONS = [
    ("她毕业于山西大学，在金寨县人民医院工作。", {"山西大学", "金寨县人民医院"}),
    ("健全日间照料中心，办好乡镇卫生院。", set()),
    ("组织开展集中学习，中学生参加。", set()),
    ("全国中小学和各级医院开展演练。", set()),
    ("省教育厅厅长章某某山西师范学院院长参加。", {"山西师范学院"}),
    ("北沟村日间照料中心今天开放。", {"北沟村日间照料中心"}),
    ("《青禾日报》《都市晚报》报道了此事。", {"青禾日报", "都市晚报"}),
    ("发展种植专业合作社，推广技术。", set()),
    ("联合国秘书长致辞。", {"联合国"}),
    ("清华大学国家重点实验室揭牌。", {"清华大学国家重点实验室"}),
    ("记者从中国水产与加工联合会了解到消息。", {"中国水产与加工联合会"}),
    ("中华全国果树学会和中国佛教协会发出倡议。", {"中华全国果树学会", "中国佛教协会"}),
    ("文水县第三医院和汾阳市红旗农场收到捐赠。", {"文水县第三医院", "汾阳市红旗农场"}),
    ("吉林大学中日青荻医院有109台设备。", {"吉林大学中日青荻医院"}),
    ("人民日报社论今天发表。", set()),
    ("国家西南区域应急救援中心建成后，将负责救援。", {"国家西南区域应急救援中心"}),
    ("柳桥路小学作了经验交流。", {"柳桥路小学"}),
    ("吕梁交城商会召开大会。", {"吕梁交城商会"}),
    ("太原市清徐医院院长介绍情况。", {"太原市清徐医院"}),
    ("太原市公立医疗机构协会会长致辞。", {"太原市公立医疗机构协会"}),
]
ZONES = [
    ("企业落户吕梁经济技术开发区。", {"吕梁经济技术开发区"}),
    ("他来到大数据产业园调研。", {"大数据产业园"}),
    ("建设一批现代农业产业园和特色产业园。", set()),
    ("要推动黄河国家文化公园建设。", {"黄河国家文化公园"}),
    ("各类开发区、工业园区要加强管理。", set()),
    ("游客来到青龙山森林公园。", {"青龙山森林公园"}),
    ("青岛港和宁波舟山港货物吞吐量增长，船只回港避风，香港港口繁忙。", {"青岛港", "宁波舟山港"}),
    ("霍尔果斯口岸和太原武宿国际机场客流回升，各地口岸运行平稳。", {"霍尔果斯口岸", "太原武宿国际机场"}),
    ("省级高新技术产业开发区扩容。", set()),
    ("市级经济开发区扩容。", set()),
]


@pytest.mark.parametrize(("text", "expected"), COMPANIES)
def test_companies(text: str, expected: set[str]) -> None:
    assert names(read(text), "Company") == expected


@pytest.mark.parametrize(("text", "expected"), ORGANIZATIONS)
def test_organizations(text: str, expected: set[str]) -> None:
    assert names(read(text), "Organization") == expected


@pytest.mark.parametrize(("text", "expected"), ZONES)
def test_zones(text: str, expected: set[str]) -> None:
    reading = read(text)
    assert {e.name for e in reading.of_label("Place") if e.properties.get("level") == "zone"} == expected


def test_level_words_are_completed_by_home() -> None:
    reading = read("市公用集团和县人民医院签约。", home="山西省吕梁市汾阳市")
    assert names(reading, "Company") == {"汾阳市公用集团"}


def test_the_agency_that_runs_a_zone_is_an_agency() -> None:
    assert "吕梁经济技术开发区管委会" in names(read("吕梁经济技术开发区管委会召开会议。"), "Agency")


def test_a_bare_zone_is_that_of_the_home_only_before_who_runs_it() -> None:
    assert "吕梁市经开区党工委" in names(read("经开区党工委召开会议。", home="山西省吕梁市"), "Agency")
    assert "吕梁市经开区管理局" in names(read("经开区管理局召开会议。", home="山西省吕梁市"), "Agency")
    assert names(read("经开区建设提速。", home="山西省吕梁市"), "Agency", "Place") == set()


def test_a_short_form_of_two_zones_is_the_first_named() -> None:
    reading = read("河北青禾新区开工。青禾新区发展快。多家企业迁驻青禾新区。青禾新区很好。")
    assert len(reading.of_label("Place")[0].mentions) == 3
    assert names(reading, "Place") == {"河北青禾新区", "迁驻青禾新区"}


def test_tables_are_whole() -> None:
    assert (len(COMPANIES), len(ORGANIZATIONS), len(ZONES)) == (30, 20, 10)
