"""Article pages of web sites give one article each: title, date, publication, byline and the body alone."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from extractors.context import infer_home
from extractors.readers import read
from extractors.readers.html.site import home_of
from graph.errors import UnreadableInputError
from graph.fragment import Article

DATA = Path(__file__).with_name("data") / "html"

PAGES: dict[str, Article] = {
    "national.html": Article(
        id="national#1",
        title="国家粮食储备局召开夏粮收购工作会议",
        publication="国家粮食储备局网站",
        date="2025-05-28",
        source="19",
        body="5月27日，国家粮食储备局在河南省周口市召开夏粮收购工作会议，局长严可为出席会议并讲话。\n"
        "会议指出，今年夏粮长势总体良好，各地要提前做好仓容准备。会议要求，6月10日前全部收购网点要开秤，不得压级压价。\n"
        "河南、安徽、山东等省粮食部门作了发言。",
    ),
    "province.html": Article(
        id="province#1",
        title="全省春耕备耕现场推进会在宣威市召开",
        section="云南要闻",
        byline="本报讯（记者 段小满 通讯员 马春雨）",
        publication="滇东日报",
        date="2025-03-06",
        home="云南省",
        inferred=("home",),
        source="19",
        body="本报讯（记者 段小满 通讯员 马春雨）3月5日，全省春耕备耕现场推进会在宣威市召开。副省长尹知远出席会议并讲话，省农业农村厅厅长樊江主持会议。\n"
        "尹知远强调，各州市要压实粮食安全责任，3月底前完成农资储备。\n"
        "会前，与会人员到宣威市东山镇察看了马铃薯良种繁育基地，该基地面积达2600亩。",
    ),
    "county.html": Article(
        id="county#1",
        title="县委常委会召开会议研究防汛工作",
        byline="作者：石小川",
        publication="岷县融媒体中心",
        date="2025-07-04",
        home="甘肃省定西市岷县",
        inferred=("home",),
        source="12",
        body="作者：石小川\n7月2日上午，县委书记景怀德主持召开县委常委会会议，研究部署防汛救灾工作。\n"
        "会议强调，县应急管理局要加强会商研判，各乡镇要严格落实24小时值班制度，7月10日前完成隐患点排查。\n"
        "会议还研究了其他事项。",
    ),
    "newspaper.htm": Article(
        id="newspaper#1",
        title="生态答卷 守护一江清水 ——宁国市水阳江治理见闻",
        byline="本报记者 葛青山",
        publication="宛陵新报",
        date="2025-06-12",
        source="14",
        body="本报记者 葛青山\n"
        "初夏时节，水阳江宁国段碧波荡漾。6月10日，记者随宁国市生态环境局局长滕远航来到河沥溪街道，只见工人正在清理河岸。\n"
        "“去年以来，我们投入资金3200万元，修复岸线18公里。”滕远航说。",
    ),
    "account.html": Article(
        id="account#1",
        title="我区发布夜间经济十条措施",
        publication="江北发布",
        date="2025-08-01",
        source="19",
        body="8月1日，江北区商务局发布《江北区促进夜间经济发展若干措施》，提出十条举措。\n"
        "江北区商务局局长秦若兰介绍，到2025年底，全区将建成夜间经济示范街5条。",
    ),
    "broken.html": Article(
        id="broken#1",
        title="市政府召开专题会议部署秋季造林工作",
        publication="郴阳日报",
        date="2025-09-18",
        source="6",
        body="9月17日，市政府召开专题会议，部署秋季造林工作。市长商广平主持会议。\n"
        "商广平指出，要因地制宜选择树种，10月底前完成造林1.2万亩。\n市林业局、市财政局作了汇报。",
    ),
    "gbk.html": Article(
        id="gbk#1",
        title="我县举行重点项目集中开工仪式",
        byline="本网讯（记者 买青云）",
        publication="今日平罗",
        date="2025-04-19",
        home="宁夏回族自治区石嘴山市平罗县",
        inferred=("home",),
        source="1",
        body="本网讯（记者 买青云）4月18日，平罗县举行2025年重点项目集中开工仪式，县长纳永昌出席并宣布开工，县委常委、副县长贺兰山主持。\n"
        "此次集中开工项目共12个，总投资28.6亿元。其中，宁夏朔漠新材料有限公司投资6.5亿元的碳基材料项目落户平罗工业园区，计划2026年6月底前投产。\n"
        "纳永昌要求，各部门要靠前服务，县发展和改革局要建立项目台账，确保早日建成见效。",
    ),
}


def run(*paths: Path, **known: str) -> tuple[list[Article], list[str]]:
    """The articles of the files and what was reported."""
    reports: list[UnreadableInputError] = []
    articles = list(read(paths, report=reports.append, **known))
    return articles, [str(report) for report in reports]


def test_every_page_has_its_article() -> None:
    assert sorted(path.name for path in DATA.iterdir()) == sorted(PAGES)
    assert len(PAGES) >= 7


@pytest.mark.parametrize("name", PAGES)
def test_page_gives_its_article(name: str) -> None:
    (article,), reports = run(DATA / name)
    assert reports == []
    wanted = PAGES[name].to_record()
    wanted["source"] = f"{(DATA / name).as_posix()}:{wanted['source']}"
    found = article.to_record()
    assert found.pop("id").startswith(wanted.pop("id") + "-")
    assert found == wanted


def test_the_caller_goes_before_what_was_inferred() -> None:
    (article,), _ = run(DATA / "province.html", home="云南省曲靖市", date="2020")
    assert (article.home, article.date, article.inferred) == ("云南省曲靖市", "2025-03-06", ())


PLAIN = (
    "<p>{}</p><div class=zw><p>5月8日，县里召开工作会议，部署春耕备耕和森林防火，各乡镇负责人参加了会议。</p>"
    "<p>会议要求，各乡镇要加强巡查，发现火情及时处置，确保群众生命财产安全。</p></div>"
)
UNREADABLE = [
    ("empty.html", b"  \n", "empty.html:1: the file is empty"),
    ("picture.html", b"\x89PNG\r\n\x1a\n", "picture.html: this is a picture"),
    ("comment.html", b"<!-- nothing -->", "comment.html:1: "),
    (
        "index.html",
        "<title>要闻</title><ul><li><a href=1>我县召开会议</a></li><li><a href=2>更多</a></li></ul>".encode(),
        "index.html:1: no article found",
    ),
    ("noise.htm", bytes(range(128, 256)) * 40, "noise.htm:1: byte 0x80 is not UTF-8"),
]


@pytest.mark.parametrize(("name", "data", "message"), UNREADABLE)
def test_unreadable_page_is_reported(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    bad, good = tmp_path / name, tmp_path / "z.html"
    bad.write_bytes(data)
    good.write_text(PLAIN.format("x"), encoding="utf-8")
    articles, reports = run(bad, good)
    assert len(articles) == 1
    assert len(reports) == 1
    assert message in reports[0]


def test_a_few_damaged_bytes_do_not_cost_the_page(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    head = b'<meta charset="gb2312"><title>' + "县里召开工作会议".encode("gbk") + b"</title>\xff<br>"
    page.write_bytes(head + PLAIN.format("广告").encode("gbk") * 3)
    (article,), reports = run(page)
    assert (article.title, reports) == ("县里召开工作会议", [])
    assert "县里召开工作会议，部署春耕备耕和森林防火" in article.body


def test_deep_and_huge_markup_is_read(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<div>" * 600 + '<div id="zoom">' + PLAIN.format("") + "</div>", encoding="utf-8")
    (article,), reports = run(page)
    assert reports == []
    assert article.body.endswith("确保群众生命财产安全。")


def test_missing_library_is_named_with_its_extra(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    page, good = tmp_path / "page.html", tmp_path / "good.txt"
    page.write_text(PLAIN, encoding="utf-8")
    good.write_text("县里召开工作会议\n\n5月8日，县里召开会议，部署了春耕备耕和防火工作。\n", encoding="utf-8")
    monkeypatch.setitem(sys.modules, "lxml.html", None)
    articles, reports = run(page, good)
    assert len(articles) == 1
    assert "page.html: reading it needs lxml.html; install it with: pip install 'govgraph[html]'" in reports[0]


SITES = [
    ("岷县人民政府", "甘肃省定西市岷县"),
    ("云南省人民政府门户网站", "云南省"),
    ("北京市朝阳区人民政府", "北京市朝阳区"),
    ("大方县融媒体中心", "贵州省毕节市大方县"),
    ("今日平罗", "宁夏回族自治区石嘴山市平罗县"),
    ("朝阳区人民政府", None),
    ("江北发布", None),
    ("农业农村部门户网站", None),
    (None, None),
]


@pytest.mark.parametrize(("site", "home"), SITES)
def test_home_of_a_site(site: str | None, home: str | None) -> None:
    assert home_of(site) == home


@pytest.mark.parametrize(
    ("paper", "home"),
    [
        ("吕梁日报", "山西省吕梁市"),
        ("河南日报", "河南省"),
        ("光明日报", None),
        ("新华日报", None),
        ("呂梁日報", "山西省吕梁市"),
    ],
)
def test_home_of_a_paper(paper: str, home: str | None) -> None:
    assert infer_home([Article(id="a", title="", body="", publication=paper)]) == home
