"""What runs the questions: an embedded Cypher engine, an embedded SPARQL engine, and a Neo4j server.

Every engine is a context manager with `language` and `run(query, parameters, timeout=…)`, reads only, and gives
the same Table for the same canned question.
"""
