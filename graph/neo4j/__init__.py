"""The graph in a live Neo4j, by the official driver; no plug-in needed.

    connection.py            a connection whose errors say what to do
    rows.py statements.py    what is sent, and the Cypher that takes it; an exported script is made of the same
    load.py sweep.py         bringing a database to the state of the graph
    verify.py                what a database does not hold as the graph has it

Everything that is loaded carries the property `_govgraph`. What does not is other people's and left alone.
"""
