"""The graph: its schema, the record types, merging, the stored graph, and every form it is given away in.

    schema.py fragment.py errors.py   what articles say, in which words
    identity.py merge.py records.py   which things are the same, and what all articles together make of them
    validate.py store.py              what is accepted, and where it is kept
    layout.py                         the property graph that Cypher sees: in the index, in Neo4j, in scripts
    vocabulary.py rdf.py              the same as RDF
    export/ index/ neo4j/             files, the embedded engines, a live server

Importing this package or its modules loads no engine (`rdf.py` alone needs pyoxigraph): those come in when a
function needs them.

What one might not expect:

- The node of an article is `Article:<article id>`, and every article has one. Elsewhere (`articles`, evidence) its
  bare id stands.
- In Cypher `kind` is the label or type of everything; the `kind` of an Activity is `activity_kind` there.
- Index folders carry the state of the graph in their names (`cypher-…`, `rdf-…`): ask `cypher_index` and `rdf_index`
  for the path.
- Where labels do not agree on a property's type (`number`: a text on Policy, a number on Measurement), a Cypher query
  of the embedded index that names no label gets it as text.
"""
