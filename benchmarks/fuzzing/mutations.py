"""Mutations at three levels: the structure of articles and their records, the characters of a text, the bytes of a file."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from benchmarks.fuzzing.corpus import Record

LONGEST = 40_000
"""Characters of a mutated text: growth beyond is cut off."""

_ODD = (
    *"\0\t\r\n\v\f\x1b\x7f\x85\xa0\xad·—…“”‘’《》〈〉「」『』（）()〔〕【】[]{}、，。；：！？,.;:!?%％‰℃×±~～-－/|*#\\'\"",
    *"\u200b\u200d\u202e\u2028\u2029\u3000\ufeff\ufffd\ufffe\ue000\u0301\ufe0f\u3099",
    *"０１９一二三十百千万亿零〇两半①⑩㈠Ⅳ½ ㎡㎏㍿豈﨎𠀀𠮷😀İßﬁǅ",
    "\r\n",
    "\n\n",
    "\U000f0000",
)
_WORDS = tuple(
    "3月20日 2月30日 13月45日 0年 99999年 10月1日至7日 第0次 第一百二十三次 全体会议 常务会议 省委书记 县长 副主任 某某 会议 召开 主持"
    " 出席 强调 指出 要求 市政府 县委办公室 有限公司 集团 项目 总投资 亿元 万吨 同比增长 占 分别 其中 位于 来到 调研 签订 印发 《 》 通知"
    " 关于 任命 免去 记者 通讯员 本报讯 （上接第1版） （下转第2版） 责任编辑： 省 市 县 区 镇 乡 村 街道 为 由 与 和 等 的 了 在 于"
    " 1234567890123456789 0.00000001 1e999 -0 ∞ １２．５％ 三分之一 http://例子.中国/?q=《》 a@b.c".split()
)
_STOPS = re.compile(r"(?<=[。！？；\n])")


def structure(chance: random.Random, articles: list[Record], others: Callable[[], Record]) -> list[Record]:
    """Return the articles with one change of their parts: order, number, sentences, fields."""
    articles = [dict(article) for article in articles]
    article = chance.choice(articles)
    kind = chance.randrange(14)
    if kind == 0:
        articles.append(dict(article))
    elif kind == 1:
        chance.shuffle(articles)
    elif kind == 2:
        article["title"], article["body"] = article["body"], article["title"]
    elif kind == 3:
        article["body"] = _cut(article["body"], chance) + _cut(others()["body"], chance)
    elif kind == 4:
        width = chance.randrange(1, 40)
        article["body"] = "\n".join(article["body"][i : i + width] for i in range(0, len(article["body"]), width))
    elif kind == 5:
        article["body"] = re.sub(r"\s+", "", article["body"])
    elif kind == 6:
        article["body"] = re.sub(
            chance.choice((r"[，。；：、！？]", r"[。；！？]", r"[，、]", r"[“”《》（）]")), "", article["body"]
        )
    elif kind == 7:
        article[chance.choice(("id", "title", "date", "home", "source", "section", "byline", "publication"))] = _value(
            chance
        )
    elif kind == 8:
        article.pop(chance.choice(sorted(article)))
        article.setdefault("title", "")
        article.setdefault("body", chance.choice(_WORDS))
    elif kind == 9:
        article["home"], article["date"] = others().get("home", "山西省吕梁市"), others().get("date", "2025-02-29")
    elif kind == 10:
        article["title"] = article["title"] * chance.randrange(0, 6)
    else:
        article["body"] = _sentences(article["body"], others()["body"], chance)
    return articles


def _cut(text: str, chance: random.Random) -> str:
    parts = _STOPS.split(text)
    start = chance.randrange(len(parts))
    return "".join(parts[start : start + chance.randrange(1, 20)])


def _sentences(text: str, other: str, chance: random.Random) -> str:
    parts = _STOPS.split(text)
    kind = chance.randrange(5)
    at = chance.randrange(len(parts))
    if kind == 0:
        chance.shuffle(parts)
    elif kind == 1:
        del parts[at : at + chance.randrange(1, 8)]
    elif kind == 2:
        parts[at] *= chance.choice((2, 3, 20, 200))
    elif kind == 3:
        parts.insert(at, chance.choice(_STOPS.split(other)))
    else:
        parts[at] = "".join(re.split("([，、])", parts[at])[::-1])
    return "".join(parts)[:LONGEST]


def _value(chance: random.Random) -> object:
    return chance.choice(
        (None, 0, -1, 1.5, True, [], {}, [""], "", " ", "\n", "article", "Ａ", "x" * 5000, "2025-02-30", "2025-3-1", "二〇二五年",
         "0000", "9999-12-31", "20250320", "山西省", "吕梁市离石区", "不是地方", "火星省", "a/b\\c:1", "../../x", "甲\0乙", 10**30)
    )  # fmt: skip


def characters(chance: random.Random, text: str) -> str:
    """Return the text with one change of its characters."""
    at = chance.randrange(len(text) + 1)
    length = min(len(text) - at, chance.choice((1, 1, 2, 5, 20, 100)))
    stretch = text[at : at + length]
    kind = chance.randrange(9)
    if kind == 0:
        return text[:at] + text[at + length :]
    if kind == 1:
        return (text[:at] + stretch * chance.choice((2, 3, 10, 100, 1000)) + text[at + length :])[:LONGEST]
    if kind == 2:
        return text[:at] + chance.choice(_ODD) * chance.choice((1, 1, 1, 2, 30, 2000)) + text[at:]
    if kind == 3:
        return text[:at] + chance.choice(_WORDS) * chance.choice((1, 1, 1, 2, 30, 500)) + text[at:]
    if kind == 4:
        return text[:at] + "".join(chance.sample(stretch, len(stretch))) + text[at + length :]
    if kind == 5:
        return text[:at] + chance.choice(_ODD) + text[at + length :]
    if kind == 6:
        return text[:at] + chance.choice(_WORDS) + text[at + length :]
    if kind == 7:
        return text.translate({ord(chance.choice(text or "。")): chance.choice((*_ODD, ""))})
    other = chance.randrange(len(text) + 1)
    return text[:at] + text[other : other + length] + text[at + length :]


def data(chance: random.Random, raw: bytes) -> bytes:
    """Return the bytes with one change of them."""
    at = chance.randrange(len(raw) + 1)
    length = chance.choice((1, 1, 2, 7, 64, 1000))
    kind = chance.randrange(7)
    if kind == 0:
        return raw[:at] + raw[at + length :]
    if kind == 1:
        return raw[:at]
    if kind == 2:
        return raw[:at] + chance.randbytes(length) + raw[at:]
    if kind == 3:
        return raw[:at] + chance.randbytes(length) + raw[at + length :]
    if kind == 4:
        return raw[:at] + raw[at : at + length] * chance.choice((2, 10)) + raw[at + length :]
    if kind == 5:
        return (
            chance.choice((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\0", b"\x1f\x8b", b"%PDF-1.7\n", b"\r\n")) + raw
        )
    return raw[:at] + bytes([(raw[at] if at < len(raw) else 0) ^ (1 << chance.randrange(8))]) + raw[at + 1 :]
