"""Facts with both ends and the sentences that tell them: what a page needs to show them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from govgraph.web.lookup import Fact, Thing, Words
from govgraph.web.sentences import around
from govgraph.web.site import Reading
from graph.identity import node_id


@dataclass(frozen=True, slots=True)
class Quote:
    """The sentence of a piece of evidence in three parts, the words themselves in the middle, and its article's headline."""

    words: Words
    before: str
    text: str
    after: str
    headline: str


@dataclass(frozen=True, slots=True)
class Told:
    """A fact with its ends. `other` is the end that the page is not about, None on a page about no thing.

    `quote` is the newest evidence, None for what no article says.
    """

    fact: Fact
    source: Thing
    target: Thing
    other: Thing | None
    quote: Quote | None

    @property
    def title(self) -> str:
        """The post of a person, or empty."""
        return str(self.fact.said.get("title", ""))

    @property
    def more(self) -> dict[str, object]:
        """The properties of the fact but for the post."""
        return {name: value for name, value in self.fact.said.items() if name != "title"}


def told(reading: Reading, facts: Sequence[Fact], about: Thing | None = None) -> list[Told]:
    """Return facts as they are shown, all ends and headlines read at once."""
    things = reading.lookup.things(number for fact in facts for number in (fact.source, fact.target))
    spoken = quotes(reading, [fact.shown[0] for fact in facts if fact.shown])
    return [
        Told(
            fact,
            things[fact.source],
            things[fact.target],
            None if about is None else things[fact.other(about.number)],
            spoken[fact.shown[0]] if fact.shown else None,
        )
        for fact in facts
    ]


def together(facts: Sequence[Told]) -> list[list[Told]]:
    """Return facts of one day that one sentence proves as one row each, in the order of the first of them."""
    rows: dict[object, list[Told]] = {}
    for fact in facts:
        quote = fact.quote
        sentence = (quote.words.article, quote.before + quote.text + quote.after) if quote else fact.fact.number
        rows.setdefault((fact.fact.day, sentence), []).append(fact)
    return list(rows.values())


def quotes(reading: Reading, pieces: Sequence[Words]) -> dict[Words, Quote]:
    """Return the sentence of each piece of evidence; only the articles that they stand in are read."""
    named = reading.lookup.known({node_id("Article", words.article, {}) for words in pieces})
    headlines = {thing.id.partition(":")[2]: thing.name for thing in named}
    texts: dict[str, str] = {}
    for name in {words.article for words in pieces}:
        article = reading.store.article(name)
        texts[name] = article.text if article else ""
    said = {}
    for words in pieces:
        said[words] = quote(words, texts[words.article], headlines.get(words.article, words.article))
    return said


def quote(words: Words, text: str, headline: str) -> Quote:
    """Return the sentence of a piece of evidence in the text of its article."""
    # The index may be a moment older than the article; then only the words that it has are shown.
    sound = text[words.start : words.start + len(words.text)] == words.text
    parts = around(text, words.start, words.end) if sound else ("", words.text, "")
    return Quote(words, *parts, headline)
