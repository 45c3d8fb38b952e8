"""Pages of which a benchmark writes a part: what stands between two marks is its own."""

from __future__ import annotations

from pathlib import Path


def write_between(page: Path, name: str, told: str) -> None:
    """Put text between `<!-- NAME -->` and `<!-- /NAME -->` of a page; the rest stays."""
    begin, end = f"<!-- {name} -->", f"<!-- /{name} -->"
    before, _, rest = page.read_text(encoding="utf-8").partition(begin)
    page.write_text(f"{before}{begin}\n{told}\n{end}{rest.partition(end)[2]}", encoding="utf-8")
