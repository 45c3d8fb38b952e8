"""Indexes beside the stored graph that answer Cypher and SPARQL: derived, disposable, rebuilt when it has changed."""
