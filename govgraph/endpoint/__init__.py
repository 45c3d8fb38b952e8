"""A SPARQL 1.1 endpoint and the answers to the canned questions, whatever the server around them.

app.py          a request in, a response out; knows no server
protocol.py     what a request of the SPARQL 1.1 Protocol asks
negotiation.py  which media type answers an Accept header
description.py  what the endpoint says of itself
workers.py      processes that evaluate, within limits of time, rows and memory
evaluation.py   what they do
"""
