"""The trained models: what they add where no rule is sure, how sure it is, and that they can be trained again."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from extractors.reading import Reading
from extractors.stages import Extractor
from extractors.text import Span
from extractors.trained.passages import Number, read_passages
from extractors.trained.text import Text
from extractors.trained.training import bodies, number_owners, persons, relation_pairs
from extractors.trained.weights import Bag, Candidates, Weights, chances, hashed, mix
from graph.errors import GovgraphError
from graph.fragment import Article

PASSAGES = Path(__file__).parents[2] / "benchmarks" / "gold" / "passages"

MARKED = """## 云南省玉溪市澄江市 | 2025-03-21
# [P1 引水工程]下月通水
昨日，[N1 李大川]带着[A1 市水务局]的人到[L1 右所镇]，[V1 看了[P1 引水工程]]。[P1 工程]总投资{P1 2.3亿元}，占地{- 12亩}，工期缩短{P1? 20天}。
r LED N1 V1
r HOLDS_POST N1 A1 副局长
r? HELD_IN V1 L1

## -
[O?1 育苗站]来了新人。
"""


def marked(folder: Path, text: str) -> Path:
    path = folder / "some.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_passage_is_read_with_its_mentions_numbers_and_relations(tmp_path: Path) -> None:
    first, second = read_passages([marked(tmp_path, MARKED)])
    text = first.article.text
    assert first.article.title == "引水工程下月通水"
    assert (first.article.home, first.article.date) == ("云南省玉溪市澄江市", "2025-03-21")
    assert [text[s.start : s.end] for s in first.mentions["P1"]] == ["引水工程", "引水工程", "工程"]
    assert [text[s.start : s.end] for s in first.mentions["V1"]] == ["看了引水工程"]
    assert first.numbers == [
        Number(Span(text.index("2.3"), text.index("，占地")), ("P1",), True),
        Number(Span(text.index("12亩"), text.index("，工期")), (), True),
        Number(Span(text.index("20天"), text.index("20天") + 3), ("P1",), False),
    ]
    assert first.relations == {
        ("LED", "N1", "V1"): True,
        ("HOLDS_POST", "N1", "A1"): True,
        ("HELD_IN", "V1", "L1"): False,
    }
    assert (second.article.home, second.doubtful) == (None, {"O1"})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("## 云南省 2025\n正文", "begins with"),
        ("## -\n到[L1 右所镇", "not closed"),
        ("## -\n到右所镇]", "closes nothing"),
        ("## -\n到[Q1 右所镇]", "cannot read the mark"),
        ("## -\n到[L1 右所镇]\nr HELD_IN V1 L1", "V1 is nowhere marked"),
        ("## -\n到[L1 右所镇]\nr HELD_IN L1", "cannot read the relation"),
    ],
)
def test_a_slip_in_a_passage_is_told_with_its_file_and_line(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(GovgraphError, match=r"some\.txt:3: .*" + told):
        list(read_passages([marked(tmp_path, "## -\n空。\n" + text)]))


def test_weights_are_the_same_after_they_are_written_and_read(tmp_path: Path) -> None:
    first, second, third = (int(mix(name, 7)) for name in "abc")
    matrix = np.zeros((1 << 20, 2), np.float32)
    matrix[first], matrix[second], matrix[third] = (1.5, -0.5), (0.25, 2.0), (1.0, 0.0)
    Weights(matrix, ["公司"]).write(tmp_path / "some.npz")
    again = Weights.read((tmp_path / "some.npz").read_bytes())
    assert again.words == {"公司"}
    bag = Bag(np.array([third, second, third], np.int32), np.array([0, 1]), np.array([1, 3]))
    some = Candidates(np.array([[first], [second]], np.int32), np.array([0]), [bag])
    scores = again.scores(some)
    assert scores.tolist() == [[2.5, -0.5], [1.5, 4.0]]
    assert [sorted(some.ids(row).tolist()) for row in (0, 1)] == [
        sorted([first, third]),
        sorted([second, second, third]),
    ]
    share = chances(scores, some.groups)
    assert share.sum() == pytest.approx(1 - 1 / np.exp([0, 2.5, -0.5, 1.5, 4.0]).sum())
    assert share.argmax() == 3


def test_a_stretch_of_a_text_has_the_hash_of_its_characters() -> None:
    text = Text(Reading.of(Article(id="a", title="", body="投资3亿元的泵站，投资3亿元。")))
    first, second = text.text.index("投资"), text.text.rindex("投资")
    spans = text.span(np.array([first, second, first]), np.array([first + 5, second + 5, first + 2]))
    assert spans[0] == spans[1] == hashed("投资0亿元")
    assert spans[2] == hashed("投资")
    assert [text.text[s:e] for s, e in zip(text.starts, text.ends, strict=True)][:3] == ["\n", "投资", "3"]


ADDED = [
    ("河滩上，戚远山弯腰捡起一块石头。", "Person", "戚远山", "person-likely"),
    ("石板路尽头住着做竹编的孟秋生，今年他又带了三个徒弟。", "Person", "孟秋生", "person-likely"),
    ("去年返乡的窦小鹏租下村口旧粮站，一间间修成书屋。", "Person", "窦小鹏", "person-likely"),
    ("三期泵站6月通水，在建的叙永冷链物流中心完成投资1.2亿元。", "Project", "叙永冷链物流中心", "project-likely"),
]
"""Text, label and name that no rule is sure of, and the rule that says so."""


@pytest.mark.parametrize(("text", "label", "name", "rule"), ADDED)
def test_a_name_that_no_rule_is_sure_of_is_added_with_less_confidence(
    text: str, label: str, name: str, rule: str
) -> None:
    article = Article(id="a", title="", body=text, home="四川省泸州市叙永县")
    found = [m for e in Extractor().reading(article).of_label(label) for m in e.mentions if e.name == name]
    assert [m.rule for m in found] == [rule]
    assert 0.55 < found[0].confidence <= 0.8
    for strict in (Extractor(min_confidence=0.85), Extractor(rules_only=True)):
        assert name not in {node.name for node in strict.fragment(article).nodes}


NO_PERSONS = [
    "王大妈笑着说，暴风雨过后，郁金香都开了。",
    "关于新建学校的事，强化党性教育的事，都记在本子上。",
    "苏丹问题、韩方立场和贺词都写进了公报。",
    "一片片白皮松、红牡丹，一筐筐马铃薯、车厘子。",
    "乌称袭击俄军阵地，巴方称空袭造成伤亡。",
    "胡塞称击落一架无人机。",
]


@pytest.mark.parametrize("text", NO_PERSONS)
def test_what_only_begins_like_a_surname_is_no_person(text: str) -> None:
    reading = Extractor().reading(Article(id="a", title="", body=text, home="四川省泸州市叙永县"))
    assert reading.of_label("Person") == []


def test_models_learn_what_the_passages_mark(tmp_path: Path) -> None:
    texts = [
        "## -\n[N1 {}]蹲在地头，[C1 {}]的车开进了[L1 {}]，当天收走{{C1 {}吨}}。\nr LOCATED_IN C1 L1".format(*row)
        for row in [
            ("孟春禾", "禾下种业", "柳林镇", 30),
            ("戚远山", "云台种业", "石桥镇", 12),
            ("贺青岚", "丰谷种业", "双塘镇", 45),
            ("鲁长庚", "沃野种业", "白沙镇", 27),
        ]
    ]
    known = list(read_passages([marked(tmp_path, "\n\n".join(texts))]))
    assert len(known) == 4
    for train, classes in ((bodies, 4), (persons, 1), (number_owners, 1), (relation_pairs, 1)):
        weights = train(known)
        assert weights.matrix.shape == (1 << 20, classes)
        assert np.count_nonzero(weights.matrix) > 20
    assert "业" not in bodies(known).words  # fewer than six names end so
    assert "种业" in bodies(known).words


def test_all_passages_can_be_read() -> None:
    passages = list(read_passages(sorted(PASSAGES.rglob("*.txt"))))
    assert len(passages) == 2021
    assert sum(len(p.numbers) for p in passages) > 10_000
    assert all(
        p.article.text[s.start : s.end].strip() for p in passages for spans in p.mentions.values() for s in spans
    )
