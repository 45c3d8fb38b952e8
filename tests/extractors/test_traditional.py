"""Traditional articles give the facts of simplified ones, with the offsets and the words of the print."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.page import divide
from extractors.pipeline import Extractor
from extractors.text import normalise
from extractors.traditional import is_traditional, simplify
from extractors.traditional.build import table_of
from extractors.traditional.data import load, write
from graph.errors import UnreadableInputError
from graph.fragment import Article, Fragment

CASES = [
    ("縣委書記王傑主持召開會議，強調要發揚幹部作風。", "县委书记王杰主持召开会议，强调要发扬干部作风。"),
    ("他們說這個乾隆年間的書畫要乾淨地保存。", "他们说这个乾隆年间的书画要干净地保存。"),
    ("乾縣與周邊縣區簽訂協議，後勤保障有序。", "乾县与周边县区签订协议，后勤保障有序。"),
    ("臺灣與爲民服務的裏外經驗。", "台湾与为民服务的里外经验。"),
    ("「雲橋」號與著名學者", "「云桥」号与著名学者"),
]
NOT_TRADITIONAL = [
    "县委书记王杰主持召开会议。",
    "老字号“雲橋堂”的掌柜何立说，店里的會字牌匾有百年历史，经营者换了三代。",
    "GDP增长5.2%",
    "",
    "于子干",
]


@pytest.mark.parametrize(("printed", "simplified"), CASES)
def test_traditional_becomes_simplified_one_for_one(printed: str, simplified: str) -> None:
    assert is_traditional(printed)
    assert simplify(printed) == simplified
    assert len(normalise(printed)) == len(printed)


@pytest.mark.parametrize("text", NOT_TRADITIONAL)
def test_a_simplified_text_stays_as_it_is(text: str) -> None:
    assert not is_traditional(text)
    assert simplify(text) is text


TITLE = "雲橋縣召開經濟工作會議"
BODY = (
    "本報訊（記者 羅靜）3月18日，縣委書記陳國棟主持召開全縣經濟工作會議，縣長馮麗華出席會議並講話。\n"
    "陳國棟強調，縣農業農村局要在6月底前完成春耕任務。會議審議通過了《雲橋縣鄉村產業發展規劃》。"
)


@pytest.fixture(scope="module")
def fragment() -> Fragment:
    article = Article(id="t", title=TITLE, body=BODY, home="安徽省宣城市绩溪县", date="2025-03-20")
    return Extractor().fragment(article)


def test_names_are_simplified_and_keep_the_print_as_alias(fragment: Fragment) -> None:
    forms = {node.name: node.aliases for node in fragment.nodes if node.label in ("Person", "Policy")}
    assert forms == {
        "陈国栋": ("陳國棟",),
        "冯丽华": ("馮麗華",),
        "罗静": ("羅靜",),
        "云桥县乡村产业发展规划": ("《雲橋縣鄉村產業發展規劃》",),
    }


def test_evidence_is_the_print(fragment: Fragment) -> None:
    text = f"{TITLE}\n{BODY}"
    evidence = [words for edge in fragment.edges for words in edge.evidence]
    assert len(evidence) >= 6
    assert all(text[words.start : words.end] == words.text for words in evidence)
    assert not any(is_traditional(node.name) for node in fragment.nodes)


def test_both_scripts_give_the_same_facts(fragment: Fragment) -> None:
    simplified = Extractor().fragment(
        Article(id="t", title=simplify(TITLE), body=simplify(BODY), home="安徽省宣城市绩溪县", date="2025-03-20")
    )

    def facts(found: Fragment) -> set[tuple[str, str, str]]:
        names = {node.id: node.name for node in found.nodes} | {"article": "article"}
        return {(edge.type, names[edge.source], names[edge.target]) for edge in found.edges}

    assert facts(fragment) == facts(simplified)
    assert {"ATTENDED", "HOLDS_POST", "ISSUED", "REPORTED_BY"} <= {edge.type for edge in fragment.edges}


def test_a_traditional_page_is_divided_as_printed() -> None:
    (article,) = divide(f"{TITLE}\n\n{BODY}\n".replace("。\n", "。\n\n"), source="t.txt")
    assert (article.title, article.body) == (TITLE, BODY)


def test_the_table_is_built_from_dictionaries(tmp_path: Path) -> None:
    (tmp_path / "TSCharacters.txt").write_text("# head\n\n會\t会\n乾\t干 乾\n㑮\t㑮 𫝈\n", encoding="utf-8")
    (tmp_path / "TSPhrases.txt").write_text("乾隆\t乾隆\n上下文\t前后\n", encoding="utf-8")
    table = table_of(tmp_path)
    assert table.characters == {"乾": "干", "會": "会"}
    assert table.phrases == {"乾隆": "乾隆"}
    write(table, tmp_path / "table.tsv")
    assert load(tmp_path / "table.tsv") == table
    assert len(load().characters) > 3000


@pytest.mark.parametrize("content", ["會計\t会\n", "會会\n", ""])
def test_a_damaged_table_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "table.tsv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UnreadableInputError, match="not a table of characters"):
        load(path)
    with pytest.raises(UnreadableInputError, match="cannot be read"):
        load(tmp_path / "none.tsv")


def test_a_damaged_dictionary_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "TSCharacters.txt").write_text("會\t会\n乾\n", encoding="utf-8")
    with pytest.raises(UnreadableInputError, match=r"TSCharacters\.txt:2"):
        table_of(tmp_path)
