"""An article as a person looks at it: its text with the mentions marked, and its facts.

`marks.py` says what is marked where, `terminal.py` and `page.py` how it looks.
"""
