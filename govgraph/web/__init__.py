"""The explorer: pages in a browser that show what is known, the words that prove it, and the way on.

    server.py                    listens, and runs the application
    explorer.py guard.py         the routes, and what every request has to pass
    endpoint.py                  the way to the SPARQL endpoint, which `govgraph.endpoint` answers
    index.py lookup.py sounds.py what is read out of the graph once for each of its states, and asked on every page
    view.py words.py charts.py   how a page is drawn: templates, the words of both languages, small charts
    pages/                       one module a page

A page reads the rows that it shows and never the whole graph.
"""
