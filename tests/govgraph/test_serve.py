"""The SPARQL endpoint as its clients see it: the protocol, its media types, its refusals, its limits."""

from __future__ import annotations

import http.client
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from urllib.parse import quote, urlencode, urlsplit

import pyoxigraph as ox
import pytest
import rdflib
import SPARQLWrapper
from rdflib.plugins.stores.sparqlstore import SPARQLStore

from govgraph.endpoint.negotiation import choose
from govgraph.endpoint.workers import Limits
from govgraph.web.server import Server
from graph.store import GraphStore
from graph.vocabulary import graph_iri
from queries import catalog
from queries.ask import ask
from tests.queries.conftest import signing, spring, visit

PEOPLE = "SELECT ?name WHERE { ?p a gg:Person ; rdfs:label ?name } ORDER BY ?name"
ENDLESS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?a != ?l) }"
FORM, QUERY = "application/x-www-form-urlencoded", "application/sparql-query"


class Client:
    """Sends requests as they are written."""

    def __init__(self, address: str, folder: Path) -> None:
        self.address, self.folder = address, folder
        self._at = urlsplit(address)

    def send(
        self, method: str, path: str, body: bytes | str | None = None, headers: Mapping[str, str] | None = None
    ) -> tuple[int, dict[str, str], bytes]:
        line = http.client.HTTPConnection(str(self._at.hostname), self._at.port, timeout=60)
        try:
            line.request(method, path, body.encode() if isinstance(body, str) else body, dict(headers or {}))
            response = line.getresponse()
            return response.status, {k.lower(): v for k, v in response.getheaders()}, response.read()
        finally:
            line.close()

    def query(self, text: str, accept: str = "", **more: str) -> tuple[int, str, str]:
        path = f"/sparql?{urlencode({'query': text, **more})}"
        status, headers, body = self.send("GET", path, headers={"Accept": accept} if accept else {})
        return status, headers["content-type"], body.decode()


@contextmanager
def running(folder: Path, limits: Limits) -> Iterator[Client]:
    """Serve a graph from this process."""
    with Server(folder, "127.0.0.1", 0, limits) as server:
        thread = threading.Thread(target=server.run)
        thread.start()
        try:
            yield Client(server.address, folder)
        finally:
            server.stop()
            thread.join()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph of three articles."""
    made: Path = tmp_path_factory.mktemp("served") / "graph"
    with GraphStore.open(made, create=True) as store:
        assert store.add([spring(), signing(), visit()]).rejected == []
    return made


@pytest.fixture(scope="module")
def client(folder: Path) -> Iterator[Client]:
    """A server with ample limits."""
    with running(folder, Limits(seconds=30)) as served:
        yield served


@pytest.fixture(scope="module")
def strict(folder: Path) -> Iterator[Client]:
    """A server with tight limits."""
    with running(folder, Limits(seconds=1, rows=20, megabytes=512)) as served:
        yield served


def names(body: str) -> list[str]:
    return [row["name"]["value"] for row in json.loads(body)["results"]["bindings"]]


WAYS = [
    ("GET", "/sparql?" + urlencode({"query": PEOPLE}), None, {}),
    ("GET", "/sparql?" + urlencode({"query": PEOPLE, "format": "xml"}), None, {}),
    ("POST", "/sparql", urlencode({"query": PEOPLE}), {"Content-Type": FORM}),
    ("POST", "/sparql", urlencode({"query": PEOPLE}), {"Content-Type": f"{FORM}; charset=UTF-8"}),
    ("POST", "/sparql", PEOPLE, {"Content-Type": QUERY}),
    ("POST", "/sparql", PEOPLE, {"Content-Type": 'application/SPARQL-query;charset="utf-8"'}),
]


@pytest.mark.parametrize(("method", "path", "body", "headers"), WAYS)
def test_every_way_of_the_protocol(
    client: Client, method: str, path: str, body: str | None, headers: dict[str, str]
) -> None:
    status, told, answer = client.send(method, path, body, headers)
    assert (status, told["content-type"]) == (200, "application/sparql-results+json")
    assert names(answer.decode()) == sorted(names(answer.decode()))
    assert "纪云帆" in names(answer.decode())


def test_head_is_get_without_a_body(client: Client) -> None:
    path = "/sparql?" + urlencode({"query": PEOPLE})
    status, told, body = client.send("HEAD", path)
    assert (status, body) == (200, b"")
    assert told["content-length"] == client.send("GET", path)[1]["content-length"]


TABLES = [
    ("", "application/sparql-results+json", "json"),
    ("*/*", "application/sparql-results+json", "json"),
    ("application/json", "application/json", "json"),
    ("application/sparql-results+xml", "application/sparql-results+xml", "xml"),
    ("text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8", "application/xml", "xml"),
    ("text/csv", "text/csv; charset=utf-8", "csv"),
    ("text/tab-separated-values, */*;q=0.1", "text/tab-separated-values; charset=utf-8", "tsv"),
    ("text/turtle, text/csv;q=0.5", "text/csv; charset=utf-8", "csv"),
]


@pytest.mark.parametrize(("accept", "media_type", "read"), TABLES)
def test_tables_come_in_every_format(client: Client, accept: str, media_type: str, read: str) -> None:
    text = 'SELECT ?s ?o ?none ("a\tb\n,\\"<&中" AS ?hard) WHERE { ?s a gg:Person ; rdfs:label ?o } ORDER BY ?s'
    text = text.replace("\t", r"\t").replace("\n", r"\n")
    status, told, body = client.query(text, accept)
    assert (status, told) == (200, media_type)
    with GraphStore.open(client.folder) as store:
        people = sorted(node.name for node in store.nodes() if node.label == "Person")
    result = rdflib.query.Result.parse(source=BytesIO(body.encode()), format=read)
    assert sorted(str(row[1]) for row in result) == people
    assert {str(row[3]).replace("\r", "") for row in result} == {'a\tb\n,"<&中'}
    assert {row[2] for row in result} <= {None}
    assert all(
        isinstance(row[1], rdflib.Literal) and row[1].language == ("zh" if read != "csv" else None) for row in result
    )
    assert client.query("ASK { ?p a gg:Person }", accept)[1] == media_type


GRAPHS = [
    ("", "text/turtle; charset=utf-8", ox.RdfFormat.TURTLE),
    ("text/turtle", "text/turtle; charset=utf-8", ox.RdfFormat.TURTLE),
    ("application/sparql-results+json, application/n-triples", "application/n-triples", ox.RdfFormat.N_TRIPLES),
    ("application/rdf+xml", "application/rdf+xml", ox.RdfFormat.RDF_XML),
    ("application/ld+json", "application/ld+json", ox.RdfFormat.JSON_LD),
]


@pytest.mark.parametrize(("accept", "media_type", "kind"), GRAPHS)
@pytest.mark.parametrize("text", ["CONSTRUCT { ?s a ?t } WHERE { ?s a ?t }", "DESCRIBE ?s WHERE { ?s a gg:Project }"])
def test_graphs_come_in_every_format(
    client: Client, text: str, accept: str, media_type: str, kind: ox.RdfFormat
) -> None:
    status, told, body = client.query(text, accept)
    assert (status, told) == (200, media_type)
    triples = [(q.subject, q.predicate, q.object) for q in ox.parse(body, format=kind)]
    plain = ox.parse(client.query(text, "application/n-triples")[2], format=ox.RdfFormat.N_TRIPLES)
    assert len(triples) == len(set(triples)) > 3
    assert set(triples) == {(q.subject, q.predicate, q.object) for q in plain}


def q(text: str, **more: str) -> str:
    return "/sparql?" + urlencode({"query": text, **more})


REFUSED = [
    ("GET", q("SELECT ?s WHERE { ?s ?p }"), None, {}, 400, "cannot be read: error at 1:"),
    ("GET", q(""), None, {}, 400, "cannot be read"),
    ("GET", q("SELECT ?s WHERE { ?s nope:x ?o }"), None, {}, 400, "a prefix is not declared"),
    ("GET", "/sparql?quer=x", None, {}, 400, "has none"),
    ("GET", q(PEOPLE) + "&query=ASK%7B%7D", None, {}, 400, "has 2"),
    ("GET", "/sparql?query=%FF", None, {}, 400, "cannot be read"),
    ("GET", q(PEOPLE, **{"default-graph-uri": "no iri"}), None, {}, 400, "cannot be read"),
    ("GET", q("ASK { ?_x ?p ?o }", **{"$_x": "word"}), None, {}, 400, "no term of N-Triples"),
    ("GET", q(PEOPLE, **{"$nobody": '"x"'}), None, {}, 400, "nobody"),
    ("GET", q(PEOPLE) + "&%24a=1&%24a=2", None, {}, 400, "two values"),
    ("GET", q("INSERT DATA { <urn:a> <urn:b> 1 }"), None, {}, 403, "read only"),
    ("GET", q("PREFIX g: <urn:g> # INSERT\nDELETE WHERE { ?s ?p ?o }"), None, {}, 403, "read only"),
    ("GET", q("SELECT * { SERVICE <http://localhost:1/> { ?s ?p ?o } }"), None, {}, 403, "SERVICE"),
    ("GET", q('SELECT * { FILTER("\'" = "#") service silent ?x { ?s ?p ?o } }'), None, {}, 403, "SERVICE"),
    # Where the keyword is found depends on how a reader parts the text: these are asked by the database behind the endpoint.
    ("GET", q("SELECT * { ?s ?p 5SERVICE <http://localhost:1/> { ?s ?p ?o } }"), None, {}, 403, "SERVICE"),
    ("GET", q("SELECT * { SERVICESILENT <http://localhost:1/> { ?s ?p ?o } }"), None, {}, 403, "SERVICE"),
    ("GET", q("PREFIX x: <http://localhost:1/> SELECT * { SERVICEx: { ?s ?p ?o } }"), None, {}, 403, "SERVICE"),
    ("GET", q("SELECT * { ?s gg:o\\'x ?y . SERVICE <http://localhost:1/> { ?s ?p 'c' } }"), None, {}, 403, "SERVICE"),
    (
        "GET",
        q("SELECT * { VALUES ?x { <http://localhost:1/> } FILTER(1<2)SERVICE?x#>\n{ ?s ?p ?o } }"),
        None,
        {},
        403,
        "SERVICE",
    ),
    ("GET", q('SELECT * { ?s rdfs:label "SERVICE" }'), None, {}, 403, "SERV\\u0049CE"),
    ("POST", "/sparql", "update=CLEAR+ALL", {"Content-Type": FORM}, 403, "read only"),
    ("POST", "/sparql", "CLEAR ALL", {"Content-Type": "application/sparql-update"}, 403, "read only"),
    ("POST", "/sparql", "a=1", {"Content-Type": FORM}, 400, "has none"),
    ("POST", q(PEOPLE), PEOPLE, {"Content-Type": QUERY}, 400, "once"),
    ("POST", "/sparql", b"ASK { <urn:\xff> ?p ?o }", {"Content-Type": QUERY}, 400, "not UTF-8"),
    ("POST", "/sparql", PEOPLE, {"Content-Type": "text/plain"}, 415, "text/plain"),
    ("POST", "/sparql", PEOPLE, {}, 415, "none"),
    ("POST", "/sparql", PEOPLE, {"Content-Type": f"{QUERY}; charset=gbk"}, 415, "send UTF-8"),
    ("POST", "/sparql", "x" * (1 << 20) + "x", {"Content-Type": QUERY}, 413, "larger than 1 MB"),
    ("POST", "/sparql", None, {"Transfer-Encoding": "chunked"}, 411, "Content-Length"),
    ("POST", "/sparql", None, {"Content-Length": "-1"}, 400, "Invalid HTTP"),
    ("PUT", "/sparql", "x", {}, 405, "use GET or POST"),
    ("BREW", "/sparql", None, {}, 405, "use GET or POST"),
    ("GET", "/sparql?query=" + "x" * 70_000, None, {}, 400, "cannot be read"),
    ("OPTIONS", "/sparql", None, {}, 405, "use GET or POST"),
    ("DELETE", "/questions", None, {}, 405, "use GET"),
    ("GET", q(PEOPLE), None, {"Accept": "text/turtle"}, 406, "application/sparql-results+json"),
    ("GET", q("CONSTRUCT WHERE { ?s ?p ?o }"), None, {"Accept": "text/csv"}, 406, "text/turtle"),
    ("GET", "/sparql", None, {"Accept": "image/png"}, 406, "text/turtle"),
    ("GET", "/nowhere", None, {}, 404, "/sparql"),
    ("GET", "/../pyproject.toml", None, {}, 404, "nothing at"),
    ("GET", "/questions/who_mt", None, {}, 404, "did you mean who_met"),
    ("GET", "/questions/who_met?perso=x", None, {}, 400, "did you mean person"),
    ("GET", "/questions/who_met?since=soon", None, {}, 400, "is no date"),
    ("GET", "/questions/place_profile", None, {}, 400, "needs a value for 'place'"),
    ("GET", "/questions/who_met?person=x&person=y", None, {}, 400, "given twice"),
    ("GET", q(PEOPLE), None, {"Host": "evil.example"}, 421, "evil.example"),
    ("GET", q(PEOPLE), None, {"Host": "evil.example:80"}, 421, "localhost"),
]


@pytest.mark.parametrize(("method", "path", "body", "headers", "status", "words"), REFUSED)
def test_what_cannot_be_answered(
    client: Client, method: str, path: str, body: str | bytes | None, headers: dict[str, str], status: int, words: str
) -> None:
    found, told, answer = client.send(method, path, body, headers)
    assert (found, told["content-type"]) == (status, "text/plain; charset=utf-8")
    assert words in answer.decode()
    assert ("allow" in told) == (status == 405)
    assert client.query("ASK { ?s ?p ?o }")[0] == 200


def test_words_that_only_look_like_service(client: Client) -> None:
    assert client.query('SELECT ?service WHERE { ?service rdfs:label "SERV\\u0049CE" }')[0] == 200
    assert (
        client.query("SELECT * { ?s <urn:SERVICE> <https://example.org/a/services?b> ; gg:self-service 1 }")[0] == 200
    )


def test_graphs_named_by_the_request_are_all_that_is_seen(client: Client) -> None:
    count = "SELECT (COUNT(*) AS ?name) WHERE { ?s ?p ?o }"
    inside = "SELECT (COUNT(DISTINCT ?g) AS ?name) WHERE { GRAPH ?g { ?s ?p ?o } }"
    one = graph_iri("q1")

    def number(text: str, **graphs: str) -> int:
        return int(names(client.query(text, "", **graphs)[2])[0])

    whole, part = number(count), number(count, **{"default-graph-uri": one})
    assert whole > part > 10
    assert number(count.replace("WHERE", f"FROM <{one}> WHERE")) == part
    assert number(inside) == 3
    assert number(inside, **{"default-graph-uri": one}) == 0
    assert number(inside, **{"named-graph-uri": one}) == 1
    assert number(count, **{"named-graph-uri": one}) == 0


def test_values_of_variables(client: Client) -> None:
    found = client.query(
        "SELECT ?name ?_who WHERE { ?p rdfs:label ?name FILTER(STR(?name) = ?_who) }", **{"$_who": '"纪云帆"'}
    )
    assert names(found[2]) == ["纪云帆"]


def test_questions_give_the_answers_that_the_command_gives(client: Client) -> None:
    _, told, body = client.send("GET", "/questions")
    listed = json.loads(body)
    assert told["content-type"] == "application/json"
    assert [entry["name"] for entry in listed] == list(catalog.names())
    for entry in listed:
        needed = {p["name"]: p["example"] for p in entry["parameters"] if p["default"] is None}
        path = f"/questions/{entry['name']}?{urlencode(needed)}"
        status, _, body = client.send("GET", path, headers={"Accept": "application/json"})
        assert status == 200, body
        table = ask(entry["name"], client.folder, language="sparql", **needed)
        answer = json.loads(body)
        assert len(answer["results"]["bindings"]) == len(table)
        assert set(answer["head"]["vars"]) >= set(table.columns)
        assert not [name for name in answer["head"]["vars"] if name.startswith("_")]
    person = quote("纪云帆")
    _, _, body = client.send("GET", f"/questions/person_posts?person={person}", headers={"Accept": "text/csv"})
    assert len(body.decode().splitlines()) == 1 + len(
        ask("person_posts", client.folder, language="sparql", person="纪云帆")
    )


def test_it_describes_itself(client: Client) -> None:
    status, told, body = client.send("GET", "/sparql", headers={"Accept": "application/n-triples"})
    assert (status, told["content-type"]) == (200, "application/n-triples")
    assert f"<{client.address}sparql> " in body.decode()
    assert "SPARQL11Query" in body.decode()
    status, told, _ = client.send("GET", "/sparql", headers={"Accept": "text/html,*/*;q=0.8"})
    assert (status, told["location"]) == (303, "/query?language=sparql")


LIMITED = [
    (ENDLESS, "longer than 1 seconds"),
    ("SELECT * WHERE { ?s ?p ?o }", "more than 20 rows"),
    ("CONSTRUCT WHERE { ?s ?p ?o }", "more than 20 rows"),
    ("DESCRIBE ?s WHERE { ?s ?p ?o }", "more than 20 rows"),
]


@pytest.mark.parametrize(("text", "words"), LIMITED)
def test_limits_are_told_and_the_server_lives_on(strict: Client, text: str, words: str) -> None:
    start = time.monotonic()
    status, _, body = strict.query(text)
    assert (status, words in body) == (500, True), body
    assert time.monotonic() - start < 20
    assert strict.query("ASK { ?s ?p ?o }")[2] == '{"head":{},"boolean":true}'
    assert len(strict.query("SELECT * WHERE { ?s ?p ?o } LIMIT 20", "text/csv")[2].splitlines()) == 21
    assert strict.query("SELECT * WHERE { ?s ?p ?o } LIMIT 21", "text/csv")[0] == 500
    assert len(strict.query("SELECT ?x WHERE { ?s ?p ?o } LIMIT 20", "text/csv")[2].splitlines()) == 21


@pytest.mark.skipif(sys.platform != "linux", reason="no other system limits the memory of a process")
def test_a_query_that_takes_all_memory(folder: Path) -> None:
    with running(folder, Limits(seconds=60, megabytes=256, workers=1)) as client:
        text = "SELECT * WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a ?d ?g"
        status, _, body = client.query(text)
        assert (status, "memory" in body) == (500, True), body
        assert client.query("ASK { ?s ?p ?o }")[0] == 200


def test_endless_queries_do_not_keep_others_out(strict: Client) -> None:
    with ThreadPoolExecutor(6) as pool:
        endless = [pool.submit(strict.query, ENDLESS) for _ in range(3)]
        quick = [pool.submit(strict.query, "ASK { ?s ?p ?o }") for _ in range(3)]
        assert {future.result()[0] for future in endless} <= {500, 503}
        assert {future.result()[0] for future in quick} <= {200, 503}
    assert strict.query("ASK { ?s ?p ?o }")[0] == 200


def test_answers_follow_the_graph(tmp_path: Path) -> None:
    with GraphStore.open(tmp_path / "g", create=True) as store:
        store.add([spring()])
    with running(tmp_path / "g", Limits()) as client:
        articles = "SELECT ?name WHERE { ?a a gg:Article ; dcterms:identifier ?name } ORDER BY ?name"
        assert names(client.query(articles)[2]) == ["Article:q1"]
        with GraphStore.open(tmp_path / "g") as store:
            store.add([visit()])
            store.remove(["q1"])
        assert names(client.query(articles)[2]) == ["Article:q4"]


def test_rdflib_asks_it(client: Client) -> None:
    for method in ("GET", "POST", "POST_FORM"):
        graph = rdflib.Graph(SPARQLStore(f"{client.address}sparql", method=method), bind_namespaces="none")
        found = graph.query(PEOPLE)
        assert "纪云帆" in [str(row[0]) for row in found]
        label = rdflib.RDFS.label
        assert len(list(graph.triples((None, label, rdflib.Literal("纪云帆", lang="zh"))))) == 1


WRAPPED = [
    (form, method, how)
    for form in ("json", "xml", "csv", "tsv")
    for method, how in (("GET", "urlencoded"), ("POST", "urlencoded"), ("POST", "postdirectly"))
]


@pytest.mark.parametrize(("form", "method", "how"), WRAPPED)
def test_sparqlwrapper_asks_it(client: Client, form: str, method: str, how: str) -> None:
    wrapper = SPARQLWrapper.SPARQLWrapper(f"{client.address}sparql")
    wrapper.setQuery(PEOPLE)
    wrapper.setReturnFormat(form)
    wrapper.setMethod(method)
    wrapper.setRequestMethod(how)
    found = wrapper.query().convert()
    if form == "json":
        assert "纪云帆" in [row["name"]["value"] for row in found["results"]["bindings"]]
    else:
        assert "纪云帆" in (found.toxml() if form == "xml" else found.decode())


def test_sparqlwrapper_gets_a_graph(client: Client) -> None:
    wrapper = SPARQLWrapper.SPARQLWrapper(f"{client.address}sparql")
    wrapper.setQuery("CONSTRUCT { ?p rdfs:label ?n } WHERE { ?p a gg:Person ; rdfs:label ?n }")
    wrapper.setReturnFormat(SPARQLWrapper.TURTLE)
    graph = rdflib.Graph().parse(data=wrapper.query().convert(), format="turtle")
    assert rdflib.Literal("纪云帆", lang="zh") in set(graph.objects())
    wrapper.setQuery("SELECT * WHERE { ?s ?p")
    wrapper.setReturnFormat(SPARQLWrapper.JSON)
    with pytest.raises(SPARQLWrapper.SPARQLExceptions.QueryBadFormed):
        wrapper.query()


NEGOTIATED = [
    ("", ["a/b", "c/d"], "a/b"),
    ("c/d", ["a/b", "c/d"], "c/d"),
    ("C/D; Q=0.5, a/b;q=0.1", ["a/b", "c/d"], "c/d"),
    ("*/*", ["a/b", "c/d"], "a/b"),
    ("c/*, */*;q=0.2", ["a/b", "c/d"], "c/d"),
    ("a/b;q=0, */*", ["a/b", "c/d"], "c/d"),
    ("a/b;q=0", ["a/b", "c/d"], None),
    ("x/y", ["a/b"], None),
    ("a/b;q=high, nonsense, c/d;q=0.1", ["a/b", "c/d"], "c/d"),
]


@pytest.mark.parametrize(("accept", "offered", "wanted"), NEGOTIATED)
def test_negotiation(accept: str, offered: list[str], wanted: str | None) -> None:
    assert choose(accept, offered) == wanted


def test_the_command(folder: Path) -> None:
    command = [sys.executable, "-m", "govgraph", "serve", "-g", str(folder), "--port", "0", "--max-rows", "3"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        first, second = process.stderr.readline(), process.stderr.readline()
        client = Client(first.split()[1], folder)
        assert second.split()[1] == f"{client.address}sparql"
        assert client.query("ASK { ?s ?p ?o }")[0] == 200
        assert "more than 3 rows" in client.query("SELECT * WHERE { ?s ?p ?o }")[2]
        taken = [*command[:-3], str(urlsplit(client.address).port)]
        second_server = subprocess.run(taken, capture_output=True, text=True, check=False)
        assert second_server.returncode == 1
        assert "choose another --host or --port" in second_server.stderr
        os.kill(process.pid, signal.SIGINT)
        assert process.stderr.read() == "ended\n"
        assert process.wait(20) == 0


def test_no_graph_is_a_clear_error(run, tmp_path: Path) -> None:
    result = run("serve", "-g", tmp_path / "nowhere", "--port", "0")
    assert result.exit_code == 1
    assert "nowhere" in result.stderr
