"""Common words that look like personal names (高度, 方案, 全会): what a name must not be where no post vouches for it.

The list ships as `data/common_words.txt.xz` and is made from jieba's dictionary (MIT licence, see the file beside it) by
`python -m extractors.names.words DICT.TXT`.
"""

from __future__ import annotations

import lzma
import sys
from functools import cache
from importlib.resources import files
from pathlib import Path

from extractors.lexicon import SURNAMES

_LEAST_FREQUENCY = 20
_NAME_TAGS = ("nr",)
_GENRE = frozenset(
    "福祉 贺词 胡杨 敬礼 安危 强降雨 白宫 康复工 应根据 应采取 应按照 应当按 上半年 下半年 任组长 任成员 任副组长 老教师 老干部 老党员 老战士 老专家 全覆盖 管理 海洋 历时 师傅 师生 师资 涂料 贺信 贺电 干部 单位 农谚 项目方 共同 全党 全民 强国 党员 党委 支部 农户 农民 商户 商家 家长 车主 业主 房东 周转房 明年 今年 时下 于是 会谈 会见 国家 经济 幸福 温馨 安居 安全 常务 容缺 高新 高标 万家 金秋 金牌 全程 全力 全面 会议 全会 大会 与会 通知 方案 各地 各方 各级 大家 记者 双方 项目 我国 我省 我市 我县 全市 全县 全省 全国 单位 企业 公司".split()
)


def is_common_word(word: str) -> bool:
    """Tell whether the word is an ordinary word of Chinese that begins with a surname's character."""
    return word in _words()


@cache
def _words() -> frozenset[str]:
    data = files("extractors.names").joinpath("data/common_words.txt.xz").read_bytes()
    return frozenset(lzma.decompress(data).decode("utf-8").split()) | _GENRE


def build(dictionary: Path, target: Path) -> int:
    """Write the list from a dictionary of `word frequency tag` lines; return how many words it holds."""
    words = set()
    for line in dictionary.read_text(encoding="utf-8").splitlines():
        word, frequency, tag = line.split()
        frequent = int(frequency) >= _LEAST_FREQUENCY and not tag.startswith(_NAME_TAGS)
        if frequent and len(word) in (2, 3) and word[0] in SURNAMES:
            words.add(word)
    target.write_bytes(lzma.compress("\n".join(sorted(words)).encode("utf-8"), preset=9))
    return len(words)


if __name__ == "__main__":
    sys.stdout.write(f"{build(Path(sys.argv[1]), Path(__file__).parent / 'data' / 'common_words.txt.xz')} words\n")
