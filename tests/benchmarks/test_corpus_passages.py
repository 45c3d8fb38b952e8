"""Passages kept without their text are written out again as they were annotated, from the same corpora alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.corpus_passages import main
from extractors.trained.passages import read_passages

ANNOTATED = """## - | 2025-03-21 | news.jsonl | n-1
# [P1 石沙滩泵站]下月通水
[A1 水利部]部长[N1 戚远山]到[L1 夏家营镇]，[V1 [O?1 看了][P1 石沙滩泵站]]。[P1 [P1 工程]]投资{P1 2.3亿元}，占地{- 12亩}。
r HOLDS_POST N1 A1 部长
r? LED N1 V1

## 山西省吕梁市 | - | news.jsonl | n-2
[N1 秦无名]来了。
"""
RECORDS = [
    {
        "id": "n-1",
        "title": "石沙滩泵站下月通水",
        "body": "水利部部长戚远山到夏家营镇，看了石沙滩泵站。工程投资2.3亿元，占地12亩。",
    },
    {"id": "n-2", "title": "", "body": "先说别的。\n秦无名来了。\n再说别的。"},
]


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    (tmp_path / "annotated").mkdir()
    (tmp_path / "annotated/1.txt").write_text(ANNOTATED, encoding="utf-8")
    lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in RECORDS)
    (tmp_path / "news.jsonl").write_text("".join(lines), encoding="utf-8")
    return tmp_path


def test_kept_passages_hold_no_text_and_come_back_whole(corpora: Path) -> None:
    kept, out = corpora / "kept.jsonl", corpora / "out"
    assert main([str(corpora), str(kept), str(corpora / "annotated"), "--keep"]) == 0
    assert not any(words in kept.read_text(encoding="utf-8") for words in ("戚远山", "石沙滩", "秦无名", "2.3亿元"))
    assert main([str(corpora), str(kept), str(out)]) == 0
    written = "".join(path.read_text(encoding="utf-8") for path in sorted(out.iterdir()))
    assert written == ANNOTATED.replace(" | news.jsonl | n-1", "").replace(" | news.jsonl | n-2", "")
    assert [len(passage.mentions) for passage in read_passages(sorted(out.iterdir()))] == [6, 1]


def test_another_text_in_the_corpus_is_named_and_nothing_written(
    corpora: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept, out = corpora / "kept.jsonl", corpora / "out"
    main([str(corpora), str(kept), str(corpora / "annotated"), "--keep"])
    changed = (corpora / "news.jsonl").read_text(encoding="utf-8").replace("占地12亩", "占地13亩")
    (corpora / "news.jsonl").write_text(changed, encoding="utf-8")
    assert main([str(corpora), str(kept), str(out)]) == 1
    assert "kept-001" in capsys.readouterr().err
    assert not out.exists()
