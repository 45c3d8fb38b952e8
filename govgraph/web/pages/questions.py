"""The canned questions: a list of them, and each as a form with its answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from govgraph.web import answers
from govgraph.web.endpoint import answered
from govgraph.web.site import Site
from govgraph.web.view import address, language_of, page, site_of
from govgraph.web.words import vocabulary
from graph.errors import BackendError, UnknownNameError
from graph.schema import load_schema
from queries import catalog
from queries.catalog import InvalidParameterError, Question
from queries.header import Parameter

_LABELS = {
    "person": "Person", "leader": "Person", "reporter": "Person", "agency": "Agency", "place": "Place", "county": "Place",
    "company": "Company", "project": "Project", "policy": "Policy", "meeting": "Meeting", "event": "Meeting Activity",
    "body": "Agency Company Organization", "parent": "Agency Company Organization",
    "party": "Agency Company Organization Place", "addressee": "Agency Company Organization Place",
    "by": "Agency Company Organization Person", "name": "Person Agency Company Organization Place Meeting Project Policy",
    "owner": "Place Agency Company Organization Project",
}  # fmt: skip
"""Which things a parameter of this name may be the name of."""
_GROUPS = {
    "people": ("careers", "person_posts", "post_holders", "itinerary", "who_met"),
    "meetings": ("meetings", "meeting_attendance", "meeting_directives", "addressed_directives", "directives_due", "inspections"),
    "building": ("company_projects", "place_projects", "place_companies", "cooperation", "subsidiaries"),
    "places": ("place_profile", "place_timeline", "place_bodies", "counties_compared", "measurements", "project_measurements"),
    "documents": ("busiest_agencies", "releases", "policy_trail", "newest_facts", "reporter_articles"),
}  # fmt: skip
"""Questions as they are listed, by what they are about; the rest, which weigh what is known, come last."""
_FILE = 100_000
"""Rows that the file of an answer may have; of one with more there is none."""


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter as a field of a form: `suggest` are labels to suggest names of, `choices` values to choose from."""

    parameter: Parameter
    value: str
    suggest: str
    choices: tuple[str, ...]


async def questions(request: Request) -> Response:
    """List the questions: a page for people, JSON for programs."""
    if not _for_people(request):
        return await answered(request, site_of(request).endpoint)
    return page(request, "questions.html", groups=_grouped())


def _grouped() -> dict[str, list[Question]]:
    rest = [name for name in catalog.names() if not any(name in names for names in _GROUPS.values())]
    return {key: [catalog.get(name) for name in names] for key, names in (*_GROUPS.items(), ("proof", rest))}


async def question(request: Request) -> Response:
    """Draw one question with the answer to what is asked; programs get the answer alone."""
    if not _for_people(request):
        return await answered(request, site_of(request).endpoint)
    try:
        found = catalog.get(request.path_params["name"])
    except UnknownNameError as error:
        raise HTTPException(404, "question") from error
    return await run_in_threadpool(_draw, request, found)


def _for_people(request: Request) -> bool:
    """Whether a browser asks, to show a page or to save a file from one."""
    return "text/html" in request.headers.get("accept", "")


def _draw(request: Request, found: Question) -> Response:
    site = site_of(request)
    known = {parameter.name for parameter in found.parameters}
    given = {name: value.strip() for name, value in request.query_params.items() if name in known and value.strip()}
    values: dict[str, Any] = {"question": found, "fields": [_field(p, given) for p in found.parameters], "given": given}
    asked = "ask" in request.query_params or bool(given) or all(p.default is not None for p in found.parameters)
    if not asked:
        return page(request, "question.html", **values, answer=None, problem="")
    try:
        if request.query_params.get("format") == "csv":
            return _file(site, found, given)
        table = site.canned.run(found, found.bind(given), answers.SHOWN + 1)
    except (BackendError, InvalidParameterError) as error:
        return page(request, "question.html", 400, **values, answer=None, problem=str(error))
    words = vocabulary(language_of(request))
    title = found.question_zh if words.language == "zh" else found.title
    with site.reading() as reading:
        shown = answers.shown(table, reading.lookup, title, words)
    csv = address(f"/questions/{found.name}", ask="1", format="csv", **given)
    return page(request, "question.html", **values, answer=shown, problem="", csv=csv)


def _file(site: Site, found: Question, given: dict[str, str]) -> Response:
    table = site.canned.run(found, found.bind(given), _FILE + 1)
    if len(table.rows) > _FILE:
        raise BackendError(
            f"the answer has more than {_FILE:,} rows; ask for less, or ask the command line for all of it"
        )
    return Response(
        answers.csv_file(table),
        media_type="text/csv",
        headers={"content-disposition": f'attachment; filename="{found.name}.csv"'},
    )


def _field(parameter: Parameter, given: dict[str, str]) -> Field:
    default = "" if parameter.default is None else str(parameter.default)
    choices: tuple[str, ...] = ()
    if parameter.name == "relation":
        choices = tuple(load_schema().relations)
    elif parameter.name == "kind":
        choices = tuple(load_schema().nodes)
    elif parameter.name == "level":
        choices = tuple(load_schema().properties["level"].words)
    return Field(parameter, given.get(parameter.name, default), _LABELS.get(parameter.name, ""), choices)
