"""Bylines: reporters, correspondents and photographers before, inside and behind the article; what is none."""

from __future__ import annotations

import pytest

from tests.extractors.reading_of import edges, only, posts, read

LULIANG = "山西省吕梁市"

BYLINES = [
    ("本报讯（记者 田砚秋）昨天，市里开会。", {"田砚秋"}),
    ("本报讯（记者田砚秋 通讯员贺云松）昨天，市里开会。", {"田砚秋", "贺云松"}),
    ("本报讯（记者 田砚秋 贺云松）昨天，市里开会。", {"田砚秋", "贺云松"}),
    ("本报讯(记者 田砚秋)昨天，市里开会。", {"田砚秋"}),
    ("本报讯（全媒体记者 田砚秋、贺云松）昨天，市里开会。", {"田砚秋", "贺云松"}),
    ("本报讯 （田砚秋）昨天，市里开会。", {"田砚秋"}),
    ("本报记者 田砚秋\n昨天，市里开会。", {"田砚秋"}),
    ("□本报记者 田砚秋 通讯员 贺云松\n昨天，市里开会。", {"田砚秋", "贺云松"}),
    ("昨天，市里开会。（田砚秋）", {"田砚秋"}),
    ("昨天，市里开会。（田砚秋 贺云松）", {"田砚秋", "贺云松"}),
    ("昨天，市里开会。\n（记者 丁 宁）", {"丁宁"}),
    ("图为开工现场。本报记者 田砚秋 摄", {"田砚秋"}),
    ("图为开工现场。 田砚秋 摄影报道", {"田砚秋"}),
    ("新华社北京4月1日电（记者田砚秋、贺云松）国务院发布消息。", {"田砚秋", "贺云松"}),
    ("昨天，市里开会。（通讯员 欧阳静深）", {"欧阳静深"}),
    ("本报讯（见习记者 田砚秋）昨天，市里开会。", {"田砚秋"}),
    ("本报讯（记者 阿依古丽·艾山江）昨天，市里开会。", {"阿依古丽·艾山江"}),
    ("昨天，市里开会。\n编辑：田砚秋\n审核：贺云松", {"田砚秋", "贺云松"}),
    ("昨天，市里开会。\n来源：市融媒体中心 记者：田砚秋", {"田砚秋"}),
    ("昨天，市里开会。文/图 田砚秋", {"田砚秋"}),
    ("本报讯（特约记者 田砚秋 通讯员 贺云松 卢向晚 文/图）昨天，市里开会。", {"田砚秋", "贺云松", "卢向晚"}),
    ("本报讯（记者 丁 宁 田砚秋）昨天，市里开会。", {"丁宁", "田砚秋"}),
    ("本报讯（记者田砚秋通讯员贺云松）昨天，市里开会。", {"田砚秋", "贺云松"}),
    ("市融媒体中心记者 田砚秋\n昨天，市里开会。", {"田砚秋"}),
    ("本报讯（实习生 田砚秋）昨天，市里开会。", {"田砚秋"}),
    ("昨天，市里开会。\n初审：田砚秋\n复审：贺云松\n终审：卢向晚", {"田砚秋", "贺云松", "卢向晚"}),
    ("本报讯：田砚秋 通讯员 贺云松\n昨天，市里开会。", {"田砚秋", "贺云松"}),
    ("（田砚秋）昨日，市里开会。", {"田砚秋"}),
    ("（田砚秋 贺云松） 4月1日，市里开会。", {"田砚秋", "贺云松"}),
    ("本报讯（记者 裴怀秀文霜）昨天，市里开会。", {"裴怀秀", "文霜"}),
    ("昨天，市里开会。 田砚秋摄影报道", {"田砚秋"}),
    ("全媒体记者 贺云松看望村里老人\n昨天，市里开会。", {"贺云松"}),
    ("昨天，市里开会。\n晚报记者 田砚秋", {"田砚秋"}),
    ("昨天，市里开会。\n（作者：田砚秋）", {"田砚秋"}),
    ("昨天，市里开会。\n田砚秋", {"田砚秋"}),
    ("昨天，市里开会。（县农业局 田砚秋撰稿 贺云松审核）", {"田砚秋", "贺云松"}),
    ("昨天，市里开会。\n县信息服务中心 田砚秋", {"田砚秋"}),
    ("昨天，市里开会。\n本报记者田砚秋 通讯员贺云松 摄", {"田砚秋", "贺云松"}),
    ("昨天，市里开会。（编辑：田砚秋 责编：贺云松 编审：卢向晚）", {"田砚秋", "贺云松", "卢向晚"}),
    ("昨天，市里开会。\n记者田砚秋", {"田砚秋"}),
    ("昨天，市里开会。（田砚秋 特约通讯员：贺云松）", {"田砚秋", "贺云松"}),
    ("【记者 田砚秋】昨天，市里开会。", {"田砚秋"}),
    ("本报讯 田砚秋报道：昨天，市里开会。", {"田砚秋"}),
    ("文/摄影 田砚秋\n昨天，市里开会。", {"田砚秋"}),
    ("□田砚秋\n昨天，市里开会。", {"田砚秋"}),
    ("2025-04-01 作者 田砚秋\n昨天，市里开会。", {"田砚秋"}),
    ("吕梁市融媒体中心 田砚秋\n昨天，市里开会。", {"田砚秋"}),
    ("昨天，市里开会。\n文丨田砚秋", {"田砚秋"}),
    ("昨天，市里开会。\n文字/拍摄：田砚秋 吕梁水利", {"田砚秋"}),
    ("昨天，市里开会。\n供稿：市水利局 田砚秋\n主编：贺云松", {"田砚秋", "贺云松"}),
    ("昨天，市里开会。（田砚秋/文 贺云松/图）", {"田砚秋", "贺云松"}),
    ("昨天，市里开会。\n来源：市水利局 田砚秋", {"田砚秋"}),
    ("昨天，市里开会。\n市水利局 田砚秋 供稿", {"田砚秋"}),
]
NONE = [
    "讯（通讯员 汾阳宣）昨天，市里开会。",
    "记者从市教育局获悉，招生计划已定。",
    "记者昨日在现场看到，施工有序。",
    "村民告诉记者，收成不错。",
    "会上介绍了有关情况（附名单）。",
    "该剧由本地剧团演出（待续）",
    "项目进展顺利（见图）。",
    "记者采访了多位市民。",
    "（名单附后）昨日，市里开会。",
    "本报讯：昨天，市里开会，通讯员到场。",
    "全媒体记者 走进村里看望老人\n昨天，市里开会。",
    "昨天，市里开会。\n来源：安然网",
    "昨天，市里开会。\n马上就办",
    "昨天，市里开会。\n高新区",
    "昨天，市里开会。\n来源：吕梁市人民政府网",
    "昨天，市里开会。记者：路修得怎么样？村民：马上通车。",
]


@pytest.mark.parametrize(("text", "expected"), BYLINES)
def test_who_the_article_is_by(text: str, expected: set[str]) -> None:
    reading = read(text, home=LULIANG)
    assert edges(reading, "REPORTED_BY") == {("article", name) for name in expected}


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_byline(text: str) -> None:
    assert edges(read(text, home=LULIANG), "REPORTED_BY") == set()


def test_a_reporter_holds_no_post_and_plays_no_part() -> None:
    reading = read("本报讯（记者 田砚秋）4月1日，市政协召开座谈会，副主席卢向晚主持。", home=LULIANG)
    assert posts(reading) == {("卢向晚", "副主席", "吕梁市政协")}
    assert edges(reading, "CHAIRED") == {("卢向晚", "座谈会")}
    assert edges(reading, "ATTENDED") == edges(reading, "SPOKE_AT") == set()


def test_the_evidence_is_the_byline_as_printed() -> None:
    reading = read("本报讯(记者 田砚秋)昨天，市里开会。")
    fact = next(f for f in reading.facts if f.type == "REPORTED_BY")
    assert "(记者 田砚秋)" in reading.original[fact.start : fact.end]


def test_a_reporter_and_a_mayor_of_one_name_are_two() -> None:
    reading = read("本报讯（记者 田砚秋）副市长田砚秋出席会议。", home=LULIANG)
    assert len(reading.of_label("Person")) == 2


def test_editors_are_less_sure_than_reporters() -> None:
    def confidence(text: str) -> float:
        return next(f.confidence for f in read(text).facts if f.type == "REPORTED_BY")

    assert confidence("昨天，市里开会。\n审核：田砚秋") < confidence("本报讯（记者 田砚秋）昨天，市里开会。")


def test_a_reporters_scope_says_so() -> None:
    assert only(read("本报讯（记者 田砚秋）昨天，市里开会。"), "Person").properties["scope"] == "记者"


def test_tables_are_whole() -> None:
    assert (len(BYLINES), len(NONE)) == (53, 16)
