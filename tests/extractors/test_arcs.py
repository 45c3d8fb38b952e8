"""Facts as displaCy draws them: one word a name, one arc a pair of ends."""

from __future__ import annotations

import spacy
from spacy import displacy

from extractors.arcs import arcs
from extractors.pipeline import load

TEXT = (
    "4月1日，吕梁市政协召开冷水鱼产业座谈会，吕梁市副市长贺云松主持座谈会。\n"
    "贺云松强调，汾阳市财政局要落实《冷水鱼保护条例》，在6月底前建成汾阳市冷水鱼繁育基地项目。\n"
    "天气很好。\n"
    "4月2日，贺云松到交城县调研冷水鱼养殖。"
)


def drawn(sentence: dict) -> set[tuple[str, str, str]]:
    """Return the arcs as source, relation and target."""
    words = [word["text"] for word in sentence["words"]]
    return {
        (words[a["start"]], a["label"], words[a["end"]])
        if a["dir"] == "right"
        else (words[a["end"]], a["label"], words[a["start"]])
        for a in sentence["arcs"]
    }


def test_the_sentences_with_facts_are_drawn() -> None:
    meeting, directive, inspection = arcs(load()(TEXT))
    assert ("吕梁市政协", "CONVENED", "冷水鱼产业座谈会") in drawn(meeting)
    assert ("贺云松", "HOLDS_POST", "吕梁市副市长") in drawn(meeting)
    assert ("贺云松", "ISSUED", "要落实") in drawn(directive)
    assert ("要落实", "DIRECTED_TO", "汾阳市财政局") in drawn(directive)
    assert drawn(inspection) == {("贺云松", "LED", "调研冷水鱼养殖"), ("调研冷水鱼养殖", "HELD_IN", "交城县")}
    tags = {word["text"]: word["tag"] for word in directive["words"]}
    assert (tags["贺云松"], tags["要落实"], tags["强调，"]) == ("Person", "Directive", "")


def test_two_relations_of_the_same_ends_share_an_arc() -> None:
    doc = spacy.blank("zh")("会上贺云松同田砚秋交谈。")
    names = [("n1", "贺云松"), ("n2", "田砚秋")]
    proof = {"start": 2, "end": 11, "text": doc.text[2:11], "rule": "test", "confidence": 0.9}
    spans = [doc.char_span(at, at + 3, "Person", kb_id=name) for at, (_, name) in zip((2, 6), names, strict=True)]
    doc.set_ents(spans)
    doc.spans["govgraph"] = spans
    doc._.govgraph = {
        "nodes": [{"id": node, "label": "Person", "name": name} for node, name in names],
        "edges": [
            {"type": kind, "source": source, "target": target, "evidence": [proof]}
            for kind, source, target in (("A", "n1", "n2"), ("B", "n1", "n2"), ("C", "n2", "n1"))
        ],
    }
    (sentence,) = arcs(doc)
    assert drawn(sentence) == {("贺云松", "A B", "田砚秋"), ("田砚秋", "C", "贺云松")}


def test_the_words_are_those_of_the_sentence_and_long_ones_are_cut() -> None:
    text = "4月1日，在漫山遍野的核桃花都开了的时候，吕梁市政协召开座谈会。"
    (sentence,) = arcs(load()(text))
    assert [word["text"] for word in sentence["words"]] == ["4月1日，…了的时候，", "吕梁市政协", "召开", "座谈会", "。"]


def test_displacy_draws_them() -> None:
    doc = load()(TEXT)
    sentences = arcs(doc)
    page = displacy.render(sentences, style="dep", manual=True)
    assert page.count("<svg") == 3
    assert page.count("displacy-arrowhead") == sum(len(sentence["arcs"]) for sentence in sentences) >= 8
    assert "DIRECTED_TO" in page


def test_they_are_the_same_from_another_process() -> None:
    nlp = load()
    one, two = ([arcs(doc) for doc in nlp.pipe([TEXT, TEXT], n_process=n, batch_size=1)] for n in (1, 2))
    assert one == two
    assert len(one[0]) == 3


def test_a_doc_without_facts_has_none() -> None:
    assert arcs(load()("天气很好。")) == []
    assert arcs(spacy.blank("zh")(TEXT)) == []
