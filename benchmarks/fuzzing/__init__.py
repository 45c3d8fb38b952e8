"""What `python -m benchmarks.fuzz` is made of: a corpus, mutations, files of every format, and what must hold for them."""
