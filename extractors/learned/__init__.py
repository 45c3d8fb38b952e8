"""Names learned from a corpus: what one article says in a safe place is known in an unsafe place of another.

`sightings.py` says what one article shows, `learner.py` counts over a corpus, `model.py` is what is kept of it, and
`recognise.py` is the stage that uses it.
"""
