"""Words of Chinese with how often and as what they are used: enough to cut a clause into words.

The list ships as `data/vocabulary.txt.xz` and is made from jieba's dictionary (MIT licence, see the file beside it) by
`python -m extractors.names.vocabulary DICT.TXT`. One line a word: the word, its kind and its weight.
"""

from __future__ import annotations

import lzma
import math
import sys
from functools import cache
from importlib.resources import files
from pathlib import Path

from extractors.gazetteer import countries, regions
from extractors.lexicon import LEFT_BOUNDS

NOUN, VERB, ADJECTIVE, FUNCTION, NUMBER, TIME, PROPER = "n", "v", "a", "f", "m", "t", "p"
"""What a word may be here; a verb that is used as a noun as well (投资, 建设) is a noun, a name is proper."""

LONGEST = 5
_LEAST_FREQUENCY = 15
_MOST_FREQUENT_NAME = 500
_COMMON_ENDS = tuple(
    "化 业 品 性 类 费 款 员 者 学 民 族 人 物 厅 部 委 局 院 厂 网 线 机 器 件 站 所 场 库 路 街 口 门 山区 地区 城镇 电视 大厦 机构 政府 "
    "公司 委员会 代表 代表大会 学院 中学 小学 区域 都市 山坡 公园 大学".split()
)
_KNOWN_WHOLE = 5
_KINDS = {
    VERB: ("v", "vg", "vi", "vq", "vd"),
    ADJECTIVE: ("a", "ad", "z"),
    NUMBER: ("m", "mq", "q"),
    TIME: ("t",),
    FUNCTION: ("d", "dg", "p", "c", "r", "rr", "rz", "u", "uj", "uz", "ul", "y", "e", "o"),
    PROPER: ("nr", "nrt", "nrfg", "ns", "nt", "nz"),
}
_KIND_OF_TAG = {tag: kind for kind, tags in _KINDS.items() for tag in tags}
# What the dictionary tags otherwise than this genre uses it.
_NOUNS = (
    "云计算 物联网 产融 农文旅 科创 城投 文创 军工 智慧 兴业 平安 高新 光大 文明 和平 友好 长城 黄河 长江 产业园 高铁 文旅 农旅 电商 物流园 智能化 数字化 一体化 信息化 绿色 数字 标准化 现代化 产业化 高效 智能 "
    "老旧 扩能 提质 增效 矿产 玉米 清洁 精密 先进 安全 公共 综合 特色 优质 高端 高标准 光伏 储能 风电 氢能 算力 低空 孵化 创业 双创 养老 托育 供热 供水 供电 供气"
).split()
_VERBS = "抢抓 北接 南连 东接 西接 南接 北连 东连 西连 东起 西起 北起 南起 西至 南至 北至 东至 调研 考察 视察 检查 督导 督查 察看 走访 观摩 新设 增设 下设 创设 领办 创办 牵头 落户 健全 完善 总投资 签约 投产 开工 竣工 进驻 抵达 揭牌 挂牌 牵头 承办 主办 入园 位于 坐落 推出 上马 引领 助力 赋能 携手".split()
_FUNCTIONS = "以上 以下 以内 以外 之间 之内 左右 等地 等等 之一 以来 之后 之前 期间 过程 方面 时候".split()


@cache
def vocabulary() -> dict[str, tuple[str, float]]:
    """Return each word's kind and its weight (the logarithm of its share of running words, below zero)."""
    data = files("extractors.names").joinpath("data/vocabulary.txt.xz").read_bytes()
    words: dict[str, tuple[str, float]] = {}
    for line in lzma.decompress(data).decode("utf-8").splitlines():
        word, kind, weight = line.split()
        words[word] = (kind, -int(weight) / 2)
    for word in _NOUNS:
        words[word] = (NOUN, words.get(word, (NOUN, -11.0))[1])
    for word in _FUNCTIONS:
        words[word] = (FUNCTION, words.get(word, (FUNCTION, -10.0))[1])
    for word in (*regions(), *countries()):
        if 1 < len(word) <= LONGEST:
            words[word] = (PROPER, words.get(word, (PROPER, -10.0))[1])
    for word in (*_VERBS, *LEFT_BOUNDS):
        if 1 < len(word) <= LONGEST:
            words[word] = (VERB, words.get(word, (VERB, -10.5))[1])
    return words


def build(dictionary: Path, target: Path) -> int:
    """Write the list from a dictionary of `word frequency tag` lines; return how many words it holds."""
    rows = [line.split() for line in dictionary.read_text(encoding="utf-8").splitlines()]
    total = sum(int(row[1]) for row in rows)
    lines = []
    for word, frequency, tag in rows:
        if not 2 <= len(word) <= LONGEST or int(frequency) < _LEAST_FREQUENCY or not "\u4e00" <= word[0] <= "\u9fff":
            continue
        if _KIND_OF_TAG.get(tag) == PROPER and (tag.startswith("nr") and len(word) > 2):
            continue
        kind = _KIND_OF_TAG.get(tag, NOUN)
        if kind == PROPER and (
            int(frequency) > _MOST_FREQUENT_NAME or (len(word) < _KNOWN_WHOLE and word.endswith(_COMMON_ENDS))
        ):
            kind = NOUN  # the dictionary calls 城市, 海洋 and 理工大学 names too
        lines.append(f"{word} {kind} {round(-2 * math.log(int(frequency) / total))}")
    target.write_bytes(lzma.compress("\n".join(sorted(lines)).encode("utf-8"), preset=9))
    return len(lines)


if __name__ == "__main__":
    sys.stdout.write(f"{build(Path(sys.argv[1]), Path(__file__).parent / 'data' / 'vocabulary.txt.xz')} words\n")
