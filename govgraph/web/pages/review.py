"""Review: likely duplicates side by side with the words for each, judged by a key."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from govgraph.author import author, now
from govgraph.web.forms import sent
from govgraph.web.lookup import Words
from govgraph.web.reasons import because
from govgraph.web.site import Site
from govgraph.web.told import Quote, quote
from govgraph.web.view import address, article_address, day_of, language_of, page, site_of, thing_address
from govgraph.web.words import vocabulary
from graph.candidates import Candidate
from graph.judgements import VERDICTS, Judgement, divided
from graph.layout import label_of
from graph.records import GraphNode
from graph.review import Pair, Review, Side
from graph.schema import load_schema
from graph.store import GraphStore

_MOST_SKIPPED = 10_000
_ARTICLES = 3


@dataclass(frozen=True, slots=True)
class Seen:
    """Words of an article that speak of one side: the relations that they prove, and the sentence."""

    day: str
    kinds: tuple[str, ...]
    quote: Quote


@dataclass(frozen=True, slots=True)
class Shown:
    """One side as it is drawn: its words, and of articles that have none the address, day and headline."""

    side: Side
    note: str
    address: str
    seen: list[Seen]
    silent: list[tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class Next:
    """The pair to judge now, and how many are left with it; `label` and `skipped` say among which."""

    pair: Pair | None
    left: int
    label: str
    skipped: int


def review(request: Request) -> Response:
    """Draw the next pair to judge."""
    site = site_of(request)
    asked = request.query_params
    label = asked.get("label", "") if asked.get("label") in load_schema().nodes else ""
    skip = asked.get("skip", "")
    skipped = min(int(skip), _MOST_SKIPPED) if skip.isdecimal() and len(skip) < 8 else 0
    candidates = site.candidates.all()
    last = [asked[name] for name in ("left", "right", "verdict") if name in asked]
    judged = tuple(last) if len(last) == 3 and last[2] in VERDICTS else None
    if candidates is None:
        return page(request, "review.html", next=None, judged=judged, sides=[], why=[])
    with GraphStore.open(site.folder) as store:
        found = _next(Review(store), store, candidates, label, skipped)
        sides = [_shown(store, side) for side in (found.pair.left, found.pair.right)] if found.pair else []
        words = vocabulary(language_of(request))
        why = [because(reason, words) for reason in found.pair.reasons] if found.pair else []
        return page(request, "review.html", next=found, judged=judged, sides=sides, why=why)


def _next(desk: Review, store: GraphStore, candidates: list[Candidate], label: str, skipped: int) -> Next:
    judged = store.judged()
    open_ = [c for c in candidates if (not label or label_of(c.left) == label) and not judged.settled(c.left, c.right)]
    for at in range(min(skipped, len(open_)), len(open_)):
        pair = desk.pair(open_[at])
        if pair is not None:
            return Next(pair, len(open_), label, at)
    return Next(None, len(open_), label, skipped)


def _shown(store: GraphStore, side: Side) -> Shown:
    """Return a side with each sentence once, whatever it proves, in the order of the evidence."""
    whole, _, article = divided(side.id)
    node = store.node(side.id) or store.node(whole)
    names = [article] if article else list(node.articles[:_ARTICLES] if node else ())
    texts = {name: found for name in (*names, *(w.article for w in side.evidence)) if (found := store.article(name))}
    kinds: dict[Words, dict[str, None]] = {}
    for piece in side.evidence:
        words = Words(piece.article, piece.start, piece.end, piece.text, "", 0.0)
        kinds.setdefault(words, {})[piece.type] = None
    seen = [
        Seen(about.date or "", tuple(kinds[words]), quote(words, about.text, about.title or words.article))
        for words in kinds
        if (about := texts.get(words.article)) is not None
    ]
    told = {words.article for words in kinds}
    silent = [
        (article_address(name), about.date or "", about.title or name)
        for name, about in texts.items()
        if name not in told
    ]
    return Shown(side, _told_apart(node), thing_address(whole), seen, silent)


def _told_apart(node: GraphNode | None) -> str:
    """Return what tells a thing from its namesakes; of one known from a single article alone that is nothing."""
    said = {} if node is None else node.properties
    known = () if node is None else node.articles
    values = [said.get("date") or said.get("occasion"), said.get("scope")]
    return " · ".join(day_of(str(value)) for value in values if value and value not in known)


async def judge(request: Request) -> Response:
    """Keep a judgement, or take it back, and go on to the next pair."""
    form = await sent(request)
    given = {name: str(form.get(name, "")) for name in ("left", "right", "verdict", "label", "skip")}
    await run_in_threadpool(_judge, site_of(request), given)
    told = {name: given[name] for name in ("left", "right", "verdict")} if given["verdict"] in VERDICTS else {}
    return RedirectResponse(address("/review", label=given["label"], skip=given["skip"], **told), 303)


def _judge(site: Site, given: dict[str, str]) -> None:
    verdict = given["verdict"]
    if verdict == "again":
        site.candidates.again()
        return
    with GraphStore.open(site.folder) as store:
        if verdict == "undo":
            if not store.undo_judgement(given["left"], given["right"]):
                raise HTTPException(404, "judgement")
        else:
            store.judge([Judgement.of(given["left"], given["right"], verdict, author=author(), at=now())])
