"""Which ids the things of an article get: one for all forms of a name, another for every namesake."""

from __future__ import annotations

import pytest

from extractors.gazetteer import load_gazetteer
from extractors.identity.agencies import organ_of
from extractors.identity.companies import company_key
from extractors.identity.policies import policy_key
from extractors.identity.tables import organ_synonyms, state_leaders, successions
from extractors.pipeline import Extractor
from graph.fragment import Article
from graph.identity import node_id

LULIANG, LINXIAN, DATONG = "山西省吕梁市", "山西省吕梁市临县", "山西省大同市"


def ids(label: str, text: str, home: str | None = None, *, article: str = "a", date: str = "2025-03-21") -> set[str]:
    """Return the ids of the nodes of one label, without the label."""
    fragment = Extractor().fragment(Article(article, "简讯", text, home=home, date=date))
    found = {node_id(n.label, n.name, n.properties) for n in fragment.nodes if n.label == label}
    return {i.removeprefix(f"{label}:") for i in found}


# Label, home and text of two articles, and whether both mean one thing.
PAIRS = [
    ("Agency", LULIANG, "市发改委印发通知。", None, "吕梁市发展和改革委员会印发通知。", True),
    ("Agency", LULIANG, "市政协召开会议。", None, "政协吕梁市委员会召开会议。", True),
    ("Agency", LINXIAN, "县政府印发通知。", LULIANG, "临县人民政府印发通知。", True),
    ("Agency", LINXIAN, "县财政局印发通知。", "山西省吕梁市兴县", "县财政局印发通知。", False),
    ("Agency", LULIANG, "市财政局印发通知。", LULIANG, "临县财政局印发通知。", False),
    ("Agency", LULIANG, "市国土资源局印发通知。", LULIANG, "市自然资源局印发通知。", True),
    ("Agency", LULIANG, "市环境保护局印发通知。", LULIANG, "市生态环境局印发通知。", True),
    ("Agency", LULIANG, "市工商局印发通知。", LULIANG, "市市场监管局印发通知。", False),
    ("Agency", "湖南省永州市", "祁阳县财政局印发通知。", "湖南省永州市", "祁阳市财政局印发通知。", True),
    ("Agency", LINXIAN, "县政府印发通知。", LINXIAN, "县政府办公室印发通知。", False),
    ("Agency", None, "国家发改委印发通知。", LULIANG, "国家发展和改革委员会印发通知。", True),
    ("Agency", None, "县政府印发通知。", None, "县政府印发通知。", False),
    ("Company", None, "山西启沣渔业有限公司投产。", LULIANG, "山西启沣渔业有限责任公司投产。", True),
    ("Company", None, "晋建投集团董事长贺云松介绍。", None, "山西建设投资集团有限公司投产。", True),
    ("Company", None, "山西启沣渔业有限公司投产。", None, "河北启沣渔业有限公司投产。", False),
    ("Company", None, "山西启沣渔业有限公司投产。", None, "山西启沣渔业有限公司汾阳分公司投产。", False),
    ("Person", LULIANG, "市长贺云松主持会议。", LULIANG, "吕梁市委书记贺云松主持会议。", True),
    ("Person", LULIANG, "市长贺云松主持会议。", DATONG, "市长贺云松主持会议。", False),
    ("Person", LULIANG, "市长贺云松主持会议。", LULIANG, "本报记者 贺云松", False),
    ("Person", LULIANG, "市长贺云松主持会议。", LULIANG, "临县县长贺云松主持会议。", False),
    ("Person", LULIANG, "本报记者 贺云松", LULIANG, "本报记者 贺云松", True),
    ("Person", None, "县长贺云松主持会议。", None, "县长贺云松主持会议。", False),
    ("Meeting", LULIANG, "3月20日，市政协召开信息工作会。", None, "3月20日，吕梁市政协召开全市信息工作会。", True),
    ("Meeting", LULIANG, "3月20日，市政协召开信息工作会。", LULIANG, "3月19日，市政协召开信息工作会。", False),
    ("Meeting", LINXIAN, "县政府召开第12次常务会议。", LULIANG, "临县县政府召开第12次常务会议。", True),
    ("Meeting", LINXIAN, "县政府召开第12次常务会议。", LINXIAN, "县政府召开第13次常务会议。", False),
    ("Meeting", LULIANG, "3月20日，市政府召开专题会议。", LULIANG, "3月20日，市委召开专题会议。", False),
    ("Meeting", None, "学习党的二十届三中全会精神。", LULIANG, "学习二十届三中全会精神。", True),
    ("Policy", None, "贯彻《中华人民共和国森林法》。", LULIANG, "贯彻《森林法》。", True),
    ("Policy", None, "印发《冷水鱼养殖管理办法（试行）》。", None, "印发《冷水鱼养殖管理办法》。", True),
    ("Policy", LULIANG, "审议《政府工作报告》。", LULIANG, "学习《政府工作报告》。", True),
    ("Meeting", None, "十四届全国人大三次会议闭幕。", LULIANG, "学习十四届全国人大三次会议精神。", True),
    ("Place", "湖南省永州市", "祁阳县冷水鱼丰收。", "湖南省永州市", "祁阳市冷水鱼丰收。", True),
]  # fmt: skip


@pytest.mark.parametrize(("label", "home", "text", "other_home", "other", "same"), PAIRS)
def test_two_articles_mean_one_thing_or_two(
    label: str, home: str | None, text: str, other_home: str | None, other: str, same: bool
) -> None:
    first, second = ids(label, text, home, article="a"), ids(label, other, other_home, article="b")
    assert first
    assert second
    assert bool(first & second) == same, (first, second)


def test_all_pairs_are_there() -> None:
    assert (len(PAIRS), sum(pair[-1] for pair in PAIRS)) == (33, 19)


def test_villagers_are_told_from_officials() -> None:
    text = "临县白文镇党委书记贺云松主持会议。"
    assert ids("Person", text, LULIANG) == {"贺云松@山西省吕梁市临县白文镇"}
    villager = ids("Person", "种植户贺云松正在浇水。", LULIANG)
    assert villager == {"贺云松@a"}


def test_a_merged_organ_names_its_successor() -> None:
    fragment = Extractor().fragment(Article("a", "简讯", "市工商局印发通知。", home=LULIANG, date="2017-03-21"))
    (office,) = [n for n in fragment.nodes if n.label == "Agency"]
    assert (office.properties["until"], office.properties["successor"]) == ("2018", "市场监管局")


ORGANS = [
    ("发展和改革委员会", "发改委"),
    ("人民代表大会常务委员会", "人大常委会"),
    ("中共委员会", "党委"),
    ("人力资源和社会保障局", "人社局"),
    ("国家互联网信息办公室", "中央网信办"),
]


@pytest.mark.parametrize(("name", "key"), ORGANS)
def test_forms_of_organs(name: str, key: str) -> None:
    seat = None if name.startswith("国家") else load_gazetteer().named("吕梁市")[0]
    assert organ_of(name, seat) == key


COMPANIES = [
    ("山西启沣渔业股份有限公司", "山西启沣渔业"),
    ("山西省启沣渔业(集团)有限公司", "山西启沣渔业集团"),
    ("工行吕梁分行", "中国工商银行吕梁分行"),
    ("国网山西省电力公司", "国家电网山西电力"),
]


@pytest.mark.parametrize(("name", "key"), COMPANIES)
def test_forms_of_firms(name: str, key: str) -> None:
    assert company_key(name) == key


POLICIES = [
    ("《冷水鱼养殖管理办法（2024年修订）》", "冷水鱼养殖管理办法"),
    ("中华人民共和国乡村振兴促进法", "乡村振兴促进法"),
    ("宪法", "中华人民共和国宪法"),
]


@pytest.mark.parametrize(("name", "key"), POLICIES)
def test_forms_of_titles(name: str, key: str) -> None:
    assert policy_key(name) == key


def test_tables_hold_dated_facts() -> None:
    table = successions()
    assert len(table) >= 90
    assert len(organ_synonyms()) >= 100
    assert len(state_leaders()) >= 50
    assert (table["国土资源局"].now, table["国土资源局"].since, table["国土资源局"].same) == (
        "自然资源局",
        "2018",
        True,
    )
    assert (table["中国银监会"].now, table["中国银监会"].same) == ("银保监会", False)
    assert all(step.since.isdigit() and len(step.since) == 4 for step in table.values())


def test_no_chain_of_renamings_runs_in_a_circle() -> None:
    table = successions()
    for name in table:
        seen = {name}
        step = table.get(name)
        while step is not None:
            assert step.now not in seen, name
            seen.add(step.now)
            step = table.get(step.now)
