"""How a page is drawn: a template, in the reader's language, by day or by night."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any, cast
from urllib.parse import quote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from govgraph.shown.marks import visible
from govgraph.web.guard import LARGEST_FILE
from govgraph.web.lookup import Thing, Words
from govgraph.web.site import Site
from govgraph.web.words import LANGUAGES, Language, vocabulary
from graph.schema import load_schema

MENU = (
    ("/search", "nav.things"),
    ("/articles", "nav.articles"),
    ("/questions", "nav.questions"),
    ("/graph", "nav.graph"),
    ("/review", "nav.review"),
    ("/drop", "nav.drop"),
)
"""The pages that the bar at the top leads to."""
THEMES = ("auto", "light", "dark")
_ARTICLE = "Article:"


def site_of(request: Request) -> Site:
    """Return what the pages share."""
    return cast(Site, request.app.state.site)


def language_of(request: Request) -> Language:
    """Return the language that the reader chose, else what the browser asks for, else Chinese."""
    chosen = request.cookies.get("language")
    for language in LANGUAGES:
        if chosen == language:
            return language
    asked = request.headers.get("accept-language", "").lower()
    return "en" if asked.startswith("en") else "zh"


def theme_of(request: Request) -> str:
    """Return `light`, `dark`, or `auto` for what the machine says."""
    chosen = request.cookies.get("theme", "auto")
    return chosen if chosen in THEMES else "auto"


def page(request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """Return a page made of a template and its values."""
    words = vocabulary(language_of(request))
    told = {
        "t": words.text,
        "words": words,
        "language": words.language,
        "theme": theme_of(request),
        "token": site_of(request).token,
        "here": request.url.path + (f"?{request.url.query}" if request.url.query else ""),
        "path": request.url.path,
        "menu": MENU,
        "asked": "",
        "largest": LARGEST_FILE,
        "stale": False,
    }
    text = _environment().get_template(template).render(told | values)
    return HTMLResponse(text, status)


@lru_cache(10_000)
def thing_address(node_id: str) -> str:
    """Return the address of a thing's page; an article's is its own."""
    if node_id.startswith(_ARTICLE):
        return article_address(node_id.removeprefix(_ARTICLE))
    return f"/thing?id={quote(node_id, safe='')}"


def passage_address(words: Words) -> str:
    """Return the address of an article at the passage that proves something."""
    return f"{article_address(words.article)}&char={words.start},{words.end}#passage"


@lru_cache(10_000)
def article_address(article_id: str) -> str:
    """Return the address of an article's page."""
    return f"/article?id={quote(article_id, safe='')}"


def named(thing: Thing) -> str:
    """Return what a thing is called on a page: of a number the number itself."""
    if thing.label == "Measurement" and "value" in thing.said:
        return f"{thing.name} {thing.said['value']}{thing.said.get('unit', '')}"
    return thing.name


_NOTED = {
    "Meeting": ("date", "scope"),
    "Activity": ("date", "scope"),
    "Measurement": ("date", "scope"),
    "Directive": ("deadline",),
    "Article": ("date", "publication"),
}
"""The properties that tell things of a label from their namesakes; of the others it is the scope."""


def note(thing: Thing, told: str = "") -> str:
    """Return what tells a thing from its namesakes, in a few words; a day that is `told` beside it is left out."""
    values = [str(thing.said.get(name, "")) for name in _NOTED.get(thing.label, ("scope",))]
    return " · ".join(day_of(value) for value in values if value and value != told and value not in thing.name)


def day_of(day: str) -> str:
    """Return a day or an interval of days as it is read: ISO's stroke between two days becomes a dash."""
    return day.replace("/", "–")


def drawing_address(*ids: str, shown: bool = False) -> str:
    """Return the address of the drawing around things, or with `shown` of these things alone."""
    return "/graph#" + urlencode([("n" if shown else "e", one) for one in ids], quote_via=quote)


def address(path: str, **values: str | int | None) -> str:
    """Return a path with a query of the values that are given."""
    given = {name: value for name, value in values.items() if value not in (None, "")}
    return f"{path}?{urlencode(given, quote_via=quote)}" if given else path


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("govgraph.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"visible": visible, "day": day_of}
    environment.globals |= {
        "address": address,
        "thing_address": thing_address,
        "article_address": article_address,
        "passage_address": passage_address,
        "drawing_address": drawing_address,
        "named": named,
        "note": note,
        "labels": tuple(load_schema().nodes),
        "languages": LANGUAGES,
        "themes": THEMES,
    }
    return environment
