"""The canned questions, and what runs them.

    cypher/NAME.cypher sparql/NAME.rq   one question in both languages; the comment lines at the top describe it
    cypher/NAME.ladybug.cypher          what ladybug runs instead, only where it has other words than Neo4j for a shortest path
    header.py catalog.py                what a question says of itself, and all of them by name
    engines/                            ladybug (Cypher) and oxigraph (SPARQL) without a server, neo4j with one
    document.py                         the page that describes them, docs/questions.md
    ask.py table.py                     the short way from a name to an answer

A new question is two files with the same header. Rules that keep both fast and equal:

- Parameters are bound, never pasted: `$name` in Cypher, `?_name` in SPARQL, where the SELECT lists them too.
- A parameter without which the question has no sense is `required`: it has no default.
- The empty string does not restrict; a value that is not known comes out as the empty string.
- ORDER BY breaks every tie, so that all engines give the rows in one order.
- Cypher keeps to what Neo4j and ladybug share: `kind` instead of labels() and type(), bounded paths, no alias that is
  also a variable, no parameter inside any(), no list index.
- SPARQL has all required triples first, then OPTIONAL, then BIND and FILTER, and no path inside EXISTS: else the
  engine joins what it has with all of the graph.
"""
