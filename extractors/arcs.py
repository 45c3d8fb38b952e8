"""The facts of a Doc as displaCy draws them: a sentence in words, and an arc from one end of a fact to the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from spacy.tokens import Doc, Span

from extractors.text import Span as Stretch
from extractors.text import normalise, sentences

_LONGEST_WORD = 12
"""displaCy sets words at equal distances; longer ones keep their first and last characters."""

_KEPT = 5


def arcs(doc: Doc, spans_key: str = "govgraph") -> list[dict[str, Any]]:
    """Return the sentences of a Doc that hold both ends of a fact, for displaCy's `dep` style with `manual=True`.

    Each has `words` (names are one word, with their type as its tag) and `arcs` from source to target under the
    relation's name. `displacy.render(arcs(doc), style="dep", manual=True)` draws them. A fact whose ends stand in
    different sentences is not drawn; none is when `doc._.govgraph` is empty.
    """
    record = doc._.govgraph or {"nodes": [], "edges": []}
    named: dict[tuple[str, str], list[Span]] = {}
    for span in doc.spans.get(spans_key, ()):
        named.setdefault((span.label_, span.kb_id_), []).append(span)
    mentions = {node["id"]: named.get((node["label"], node["name"]), []) for node in record["nodes"]}
    drawn = (_drawn(doc, sentence, record["edges"], mentions) for sentence in sentences(normalise(doc.text)))
    return [sentence for sentence in drawn if sentence["arcs"]]


@dataclass(slots=True)
class _Word:
    start: int
    text: str
    label: str


def _drawn(
    doc: Doc, sentence: Stretch, edges: Iterable[dict[str, Any]], mentions: dict[str, list[Span]]
) -> dict[str, Any]:
    words = list(_words(doc, sentence, [span for spans in mentions.values() for span in spans]))
    labels: dict[tuple[int, int], list[str]] = {}
    for edge in edges:
        if not any(e["start"] < sentence.end and sentence.start < e["end"] for e in edge["evidence"]):
            continue
        ends = [_end(edge[side], edge["evidence"][0]["start"], sentence, mentions) for side in ("source", "target")]
        if ends[0] is None or ends[1] is None:
            continue
        source, target = _word(words, ends[0]), _word(words, ends[1])
        if source != target:
            labels.setdefault((source, target), []).append(edge["type"])
    return {
        "words": [{"text": _short(word.text), "tag": word.label} for word in words],
        "arcs": [
            {
                "start": min(ends),
                "end": max(ends),
                "label": " ".join(dict.fromkeys(types)),
                "dir": "right" if ends[0] < ends[1] else "left",
            }
            for ends, types in sorted(labels.items())
        ],
    }


def _words(doc: Doc, sentence: Stretch, spans: Iterable[Span]) -> Iterator[_Word]:
    """Yield the words of the sentence: a name is one; what is between them ends where a clause does."""
    names = [ent for ent in doc.ents if sentence.start <= ent.start_char and ent.end_char <= sentence.end]
    labels = {ent.start_char: ent.label_ for ent in names}
    clauses = [edge for span in spans for edge in (span.start_char, span.end_char)]
    free = [at for at in clauses if not any(ent.start_char < at < ent.end_char for ent in names)]
    bounds = [edge for ent in names for edge in (ent.start_char, ent.end_char)]
    cuts = {sentence.start, sentence.end, *bounds, *(at for at in free if sentence.start < at < sentence.end)}
    for start, end in pairwise(sorted(cuts)):
        text = doc.text[start:end].strip()
        if text:
            yield _Word(start, text, labels.get(start, ""))


def _end(node: str, near: int, sentence: Stretch, mentions: dict[str, list[Span]]) -> Span | None:
    """Return the mention of a node in the sentence that is nearest to the words which prove the fact."""
    here = [s for s in mentions.get(node, ()) if sentence.start <= s.start_char and s.end_char <= sentence.end]
    return min(here, key=lambda span: (abs(span.start_char - near), span.start_char), default=None)


def _word(words: list[_Word], span: Span) -> int:
    """Return which word stands for a mention: its own, or of a clause the first that is no name, marked as the clause."""
    inside = [at for at, word in enumerate(words) if span.start_char <= word.start < span.end_char]
    own = [at for at in inside if words[at].start == span.start_char and words[at].label == span.label_]
    plain = [at for at in inside if words[at].label in ("", span.label_)]
    if own or not plain:
        return own[0] if own else max(at for at, word in enumerate(words) if word.start <= span.start_char)
    found = next((at for at in plain if len(words[at].text) > 1), plain[0])
    words[found].label = span.label_
    return found


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_WORD else f"{text[:_KEPT]}…{text[-_KEPT:]}"
