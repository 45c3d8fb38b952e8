"""Merging: any order, any grouping, any repetition, the same result."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from graph.fragment import Article, Edge, Evidence, Fragment, Node
from graph.merge import merge, merge_edge, merge_node, statements
from tests.graph import sample


def one(article: str, name: str, *aliases: str, **properties: object) -> Fragment:
    return Fragment(Article(article, "题", "文"), (Node("n", "Place", name, aliases, dict(properties)),))


def test_what_several_articles_say_of_a_person_is_put_together() -> None:
    nodes, edges = merge(sample.paper())
    mayor = next(n for n in nodes if n.name == "林望山")
    post = next(e for e in edges if e.type == "HOLDS_POST")
    assert (mayor.aliases, mayor.articles) == (("林市长",), ("a-1", "a-2"))
    assert [(e.article, e.text, e.confidence) for e in post.evidence] == [
        ("a-1", "市长林望山", 0.9),
        ("a-2", "青禾市政府市长林望山", 0.7),
    ]
    assert (post.confidence, post.background) == (0.9, False)


def test_background_keeps_the_articles_that_need_it() -> None:
    _, edges = merge(sample.paper())
    part = next(e for e in edges if e.type == "PART_OF")
    assert (part.background, part.evidence, part.articles, part.confidence) == (True, (), ("a-1",), None)


def test_the_value_of_most_articles_wins_and_then_the_smallest() -> None:
    said = [one("a", "甲", level="town"), one("b", "甲", level="county"), one("c", "甲", level="town", code="2")]
    (node,) = [n for n in merge([*said, one("d", "甲", code="1")])[0] if n.label == "Place"]
    assert node.properties == {"level": "town", "code": "1"}


def test_spellings_that_the_id_does_not_tell_apart_become_aliases() -> None:
    said = [one("a", "甲（东）区"), one("b", "甲(东)区", "甲区"), one("c", "甲(东)区")]
    (node,) = [n for n in merge(said)[0] if n.label == "Place"]
    assert (node.name, node.aliases) == ("甲(东)区", ("甲区", "甲（东）区"))


def test_one_thing_twice_in_a_fragment_is_one_node_and_its_edges_one_edge() -> None:
    text = Article("a", "题", "甲厂在乙村。甲厂又在乙村。")
    nodes = (Node("1", "Company", "甲厂"), Node("2", "Company", "甲厂 ", ("厂",)), Node("3", "Place", "乙村"))
    hits = (Evidence(2, 7, "甲厂在乙村", "r", 0.5), Evidence(2, 7, "甲厂在乙村", "r", 0.6))
    edges = (Edge("LOCATED_IN", "1", "3", hits[:1]), Edge("LOCATED_IN", "2", "3", hits[1:]))
    merged_nodes, merged_edges = merge([Fragment(text, nodes, edges)])
    assert [n.label for n in merged_nodes] == ["Article", "Company", "Place"]
    assert [[e.confidence for e in edge.evidence] for edge in merged_edges] == [[0.6]]


def test_equal_numbers_are_one_value() -> None:
    def fragment(article: str, number: float) -> Fragment:
        return Fragment(Article(article, "题", "文"), (Node("n", "Measurement", "数", (), {"number": number}),))

    texts = {repr(merge(order)[0][-1].properties) for order in ([fragment("a", 3), fragment("b", 3.0)],) * 2}
    assert texts == {"{'number': 3}"}


FRAGMENTS = st.lists(
    st.builds(
        one,
        st.sampled_from("abcdef"),
        st.sampled_from(["甲", "甲 ", "乙"]),
        st.sampled_from(["丙", "丁"]),
        level=st.sampled_from(["town", "county", None]),
        code=st.sampled_from(["1", "2"]),
    ),
    min_size=1,
    max_size=6,
    unique_by=lambda f: f.article.id,
)


@given(FRAGMENTS, st.randoms(use_true_random=False))
def test_order_and_repetition_do_not_matter(fragments: list[Fragment], random: Random) -> None:
    shuffled = fragments + fragments[::2]
    random.shuffle(shuffled)
    assert merge(shuffled) == merge(fragments)


@given(FRAGMENTS, st.integers(0, 6))
def test_statements_of_parts_merge_like_the_whole(fragments: list[Fragment], cut: int) -> None:
    parts = [statements(f) for f in (*fragments[cut:], *fragments[:cut])]
    for node in merge(fragments)[0]:
        assert merge_node([s for nodes, _ in parts for s in nodes if s.id == node.id]) == node


def test_edges_merge_in_any_order() -> None:
    paper = sample.paper()
    again = [replace(f) for f in paper]
    said = [edge for f in paper + again for edge in statements(f)[1]]
    for edge in merge(paper)[1]:
        mine = [s for s in said if s.id == edge.id]
        assert merge_edge(mine) == merge_edge(mine[::-1]) == edge
