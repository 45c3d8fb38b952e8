"""Linear models that add what rules leave: names without a sure frame, whose a number is, who took part and where.

Their weights ship in `data` and are made by `python -m extractors.trained.training` from passages written and annotated for this
project. Each model chooses among few candidates by sums of hashed features (a maximum-entropy ranker, Berger et al. 1996).
"""

import mmap
import os

_NUMPY_NEEDS = 112 << 20
"""How many bytes loading numpy takes at most."""


def _ask_for_memory() -> None:
    """Raise MemoryError where numpy would get none: its OpenBLAS ends the process then instead of telling."""
    try:
        mmap.mmap(-1, _NUMPY_NEEDS).close()
    except OSError as error:
        raise MemoryError from error


# No matrices are multiplied here, and OpenBLAS reserves memory for every core that it may use.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
_ask_for_memory()
