"""`python -m govgraph` is `govgraph`."""

from govgraph.cli import main

if __name__ == "__main__":
    main(prog_name="govgraph")
