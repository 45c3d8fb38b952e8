"""The ontology as one self-contained HTML page in Chinese and English.

Nothing is loaded from elsewhere and no script runs. Every term has an anchor, its name: `#Meeting`, `#CONVENED`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files

from graph.ontology.owl import ontology_iri
from graph.ontology.terms import CLASS, NAMESPACES, RELATION, OntologyTerm, own_terms, vocabularies
from graph.schema import Term, load_schema
from graph.vocabulary import BASE, own_prefixes

_PARTS = {
    "classes": ("类", "Classes"),
    "relations": ("关系", "Relations"),
    "properties": ("属性", "Properties"),
    "words": ("取值", "Words"),
    "vocabularies": ("通用词表", "Published vocabularies"),
}


def draw(base: str = BASE) -> str:
    """Return the whole page. Raises InvalidNameError for a base that is none."""
    about = load_schema().about
    style = files("govgraph.ontology_page").joinpath("page.css").read_text(encoding="utf-8")
    lines = [
        "<!DOCTYPE html>",
        '<html lang="zh"><head><meta charset="utf-8">',
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(about.zh)} · {escape(about.en)}</title>",
        f"<style>\n{style}</style></head>",
        "<body>",
        *_head(about, base),
        '<div class="page">',
        *_contents(),
        "<main>",
        *_overview(),
        *_terms("classes", [t for t in own_terms() if t.kind == CLASS], base),
        *_terms("relations", [t for t in own_terms() if t.kind == RELATION], base),
        *_terms("properties", [t for t in own_terms() if t.kind not in (CLASS, RELATION)], base),
        *_words(),
        *_vocabularies(),
        "</main></div></body></html>",
        "",
    ]
    return "\n".join(lines)


def _head(about: Term, base: str) -> Iterator[str]:
    yield f'<header><h1>{escape(about.zh)} <span lang="en">{escape(about.en)}</span></h1>'
    yield _explained(about)
    yield "<dl>"
    for name, value in (
        ("IRI", ontology_iri(base)),
        ("gg:", own_prefixes(base)["gg"]),
        ("版本 <span>version</span>", load_schema().version),
    ):
        yield f"<div><dt>{name}</dt><dd><code>{escape(value)}</code></dd></div>"
    yield '<div><dt>文件 <span>files</span></dt><dd><a href="govgraph.ttl">govgraph.ttl</a> OWL'
    yield '<a href="shapes.ttl">shapes.ttl</a> SHACL</dd></div></dl></header>'


def _explained(meaning: Term) -> str:
    """What a term means; `title` in the schema's words is a name of the schema."""
    zh, en = (
        re.sub("`([^`]+)`", r"<code>\1</code>", escape(said)) for said in (meaning.comment_zh, meaning.comment_en)
    )
    return f'<p>{zh}。</p><p lang="en">{en}.</p>'


def _contents() -> Iterator[str]:
    yield '<nav aria-label="目录 contents"><details open><summary>目录 <span lang="en">contents</span></summary>'
    for part, terms in _by_part().items():
        zh, en = _PARTS[part]
        yield f'<h2><a href="#{part}">{zh} <span lang="en">{en}</span></a></h2><ul>'
        yield from (f'<li><a href="#{t.local}">{escape(t.meaning.zh)} <code>{t.local}</code></a></li>' for t in terms)
        yield "</ul>"
    for part in ("words", "vocabularies"):
        zh, en = _PARTS[part]
        yield f'<h2><a href="#{part}">{zh} <span lang="en">{en}</span></a></h2>'
    yield "</details></nav>"


def _by_part() -> dict[str, list[OntologyTerm]]:
    parts: dict[str, list[OntologyTerm]] = {"classes": [], "relations": [], "properties": []}
    for term in own_terms():
        parts["classes" if term.kind == CLASS else "relations" if term.kind == RELATION else "properties"].append(term)
    return parts


def _overview() -> Iterator[str]:
    """Every relation in one line, so that one sees at once what joins what."""
    yield '<section id="overview"><h2>一览 <span lang="en">At a glance</span></h2><div class="wide"><table>'
    yield "<thead><tr><th>从 <span>from</span></th><th>关系 <span>relation</span></th><th>到 <span>to</span></th></tr></thead><tbody>"
    for kind, relation in load_schema().relations.items():
        name = f'<a href="#{kind}">{escape(relation.zh)} <code>{kind}</code></a>'
        yield f"<tr><td>{_labels(relation.source)}</td><td>{name}</td><td>{_labels(relation.target)}</td></tr>"
    yield "</tbody></table></div></section>"


def _labels(labels: Iterable[str]) -> str:
    return " ".join(_term(f"gg:{label}") for label in labels)


def _terms(part: str, terms: list[OntologyTerm], base: str) -> Iterator[str]:
    zh, en = _PARTS[part]
    yield f'<section id="{part}"><h2>{zh} <span lang="en">{en}</span></h2>'
    for term in terms:
        meaning = term.meaning
        yield f'<article id="{term.local}"><h3><a href="#{term.local}">{escape(meaning.zh)}</a>'
        yield f'<span lang="en">{escape(meaning.en)}</span><code>{term.name}</code></h3>'
        yield f"{_explained(meaning)}<dl>"
        for name_zh, name_en, value in _facts(term, base):
            if value:
                yield f'<div><dt>{name_zh} <span lang="en">{name_en}</span></dt><dd>{value}</dd></div>'
        yield "</dl></article>"
    yield "</section>"


def _facts(term: OntologyTerm, base: str) -> Iterator[tuple[str, str, str]]:
    above = " ".join(_code(name) for name in term.above)
    if term.kind == CLASS:
        yield "上位类", "subclass of", above
        yield "意义相近", "close to", " ".join(map(_code, term.close))
        with_it = [other for other in own_terms() if other.kind != CLASS and term.name in other.domain]
        yield "属性", "properties", " ".join(_link(t) for t in with_it if t.kind != RELATION)
        yield "关系", "relations from it", " ".join(_link(t) for t in with_it if t.kind == RELATION)
        into = [other for other in own_terms() if other.kind == RELATION and term.name in other.range]
        yield "指向它的关系", "relations to it", " ".join(map(_link, into))
    else:
        yield "定义域", "domain", " ".join(map(_term, term.domain))
        yield "值域", "range", " ".join(map(_term, term.range)) if not term.words else _choices(term)
        relation = load_schema().relations.get(term.local)
        yield "限定", "qualifiers", " ".join(_term(f"gg:{name}") for name in relation.properties) if relation else ""
        traits = [("对称", "symmetric", term.symmetric), ("可传递", "transitive", term.transitive)]
        yield "性质", "traits", " ".join(f"{zh} <span>{en}</span>" for zh, en, so in traits if so)
        yield "蕴含", "implies", above
        yield "意义相近", "close to", " ".join(map(_code, term.close))
    yield "IRI", "", f"<code>{escape(own_prefixes(base)['gg'] + term.local)}</code>"


def _choices(term: OntologyTerm) -> str:
    return (
        " ".join(f"<code>{escape(word)}</code>" for word in term.words)
        + f' <a href="#{term.local}-words">含义 meanings</a>'
    )


def _words() -> Iterator[str]:
    zh, en = _PARTS["words"]
    yield f'<section id="words"><h2>{zh} <span lang="en">{en}</span></h2>'
    for term in own_terms():
        if term.words:
            yield f'<article id="{term.local}-words"><h3>{escape(term.meaning.zh)}'
            yield f'<span lang="en">{escape(term.meaning.en)}</span><code>{term.name}-words</code></h3><div class="wide"><table>'
            for word, meaning in term.words.items():
                yield f'<tr id="{term.local}-{word}"><td><code>{escape(word)}</code></td>'
                yield f'<td>{escape(meaning.zh)}</td><td lang="en">{escape(meaning.en)}</td></tr>'
            yield "</table></div></article>"
    yield "</section>"


def _vocabularies() -> Iterator[str]:
    """What each published vocabulary is used for: our terms beside theirs."""
    zh, en = _PARTS["vocabularies"]
    yield f'<section id="vocabularies"><h2>{zh} <span lang="en">{en}</span></h2>'
    for prefix, vocabulary in vocabularies().items():
        rows = [
            f"<tr><td>{_link(term)}</td><td>{sign} <span>{told}</span></td><td>{_code(name)}</td></tr>"
            for term in own_terms()
            for sign, told, names in (("⊑", "is a kind of", term.above), ("≈", "close to", term.close))
            for name in names
            if name.lstrip("^").startswith(f"{prefix}:")
        ]
        if rows:
            yield f'<article id="{prefix}"><h3>{escape(vocabulary.name)} <code>{prefix}:</code></h3>'
            yield f'<p><a href="{escape(vocabulary.iri)}">{escape(NAMESPACES[prefix])}</a></p>'
            yield f'<div class="wide"><table>{"".join(rows)}</table></div></article>'
    yield "</section>"


def _term(name: str) -> str:
    ours = {term.name: term for term in own_terms()}
    return _link(ours[name]) if name in ours else _code(name)


def _link(term: OntologyTerm) -> str:
    return f'<a class="chip" href="#{term.local}">{escape(term.meaning.zh)} <code>{term.local}</code></a>'


def _code(name: str) -> str:
    """A term of a published vocabulary, with a link to where it is defined; `^` reads it backwards."""
    prefix, _, local = name.removeprefix("^").partition(":")
    backwards = " <small>反向 inverse</small>" if name.startswith("^") else ""
    return f'<a href="{NAMESPACES[prefix]}{local}"><code>{prefix}:{local}</code></a>{backwards}'
