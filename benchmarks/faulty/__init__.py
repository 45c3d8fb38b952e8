"""What `python -m benchmarks.faults` does to a graph, one kind of fault a module, and what must hold afterwards."""
