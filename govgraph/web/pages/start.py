"""The start page: what is in the graph, where to begin, what is new and what falls due."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from govgraph.web.charts import over_time
from govgraph.web.lookup import Fact
from govgraph.web.told import told
from govgraph.web.view import language_of, page, site_of
from govgraph.web.words import vocabulary

_NEWEST, _DUE = 8, 8
_LOOKED_AT = 12


def start(request: Request) -> Response:
    """Draw the start page."""
    with site_of(request).reading() as reading:
        about = reading.lookup.about()
        counties = reading.lookup.things(about["counties"])
        newest = about["newest"] or ""
        due = reading.lookup.due(newest, _DUE)
        return page(
            request,
            "start.html",
            about=about,
            chart=over_time(about["months"], vocabulary(language_of(request)).text("start.chart")),
            counties=sorted(counties.values(), key=lambda place: -place.articles),
            newest=newest,
            facts=told(reading, _varied(reading.lookup.newest(_NEWEST * _LOOKED_AT))),
            due=due,
            stale=reading.stale,
        )


def _varied(facts: list[Fact]) -> list[Fact]:
    """Of each article and relation one fact: a meeting has many who attended."""
    seen: dict[tuple[str, str], Fact] = {}
    for fact in facts:
        seen.setdefault((fact.shown[0].article, fact.type), fact)
    return list(seen.values())[:_NEWEST]
