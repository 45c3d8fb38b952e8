"""Linear models that add what rules leave: names without a sure frame, whose a number is, who took part and where.

Their weights ship in `data` and are made by `python -m extractors.trained.training` from passages written and annotated for this
project. Each model chooses among few candidates by sums of hashed features (a maximum-entropy ranker, Berger et al. 1996).
"""
