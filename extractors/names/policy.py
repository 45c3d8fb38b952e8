"""Policies: titles in 《》 with their document numbers, and untitled documents named by what they are."""

from __future__ import annotations

import re

from extractors.lexicon import HAN
from extractors.reading import Reading

_TITLED = re.compile(r"《(?P<name>[^《》\n]{2,80}(?:《[^《》\n]{2,60}》[^《》\n]{0,40})?)》")
_NUMBER = re.compile(rf"[（(]?(?P<number>[{HAN}]{{1,10}}[〔\[【（(](?:19|20)\d\d[〕\]】）)]第?\d{{1,4}}号)")
_DOCUMENT = (
    "规划 纲要 意见 办法 条例 规定 方案 通知 决定 决议 公告 通告 细则 法 标准 规范 指南 计划 报告 要点 目录 措施 若干 制度 实施 草案 修订 宣言 公报 声明 协议 备忘录 "
    "预案 导则 章程 准则 守则 清单 白皮书 蓝皮书 倡议 批复 函 令 法案 公约 协定 责任书 承诺书 倡议书 合同 纪要 议程 建议 政策 责任 名录 行动 考核"
).split()
_ENDS = re.compile("|".join(_DOCUMENT))
_NOT_POLICY = re.compile(r"日报|晚报|新闻|联播|节目|电影|歌|小说|杂志|周刊|诗|选集|全集|文选|读本|读物|故事|印象|之歌|之光|组曲|舞|戏")
_ADOPTED = re.compile(
    rf"(?:审议通过|审议并通过|原则通过|讨论并原则通过|讨论通过|审议了|审议|印发|出台|制定出台|发布|公布|宣读)(?:了)?(?P<name>(?:关于|《)?[{HAN}0-9“”、（）《》]{{4,60}}?"
    r"(?:规划|纲要|意见|办法|条例|规定|方案|决定|决议|细则|计划|要点|议程(?:（草案）)?|名单|工作报告|实施细则|若干举措|若干措施))(?=[，。；、]|等|的|，并|并)"
)


def read(reading: Reading) -> None:
    """Add the policies of the article; a document number behind the title is its property."""
    text = reading.text
    for m in _TITLED.finditer(text):
        name = reading.article.text[m.start("name") : m.end("name")]
        if _NOT_POLICY.search(name) and not _ENDS.search(name[-6:]):
            continue
        if not _ENDS.search(name):
            continue
        number = _NUMBER.match(text, m.end())
        entity = reading.entity("Policy", name, number=_plain(number["number"]) if number else None)
        reading.claim(entity, m.start(), m.end(), "policy-titled", 0.95)
    for m in _ADOPTED.finditer(text):
        begin, end = m.span("name")
        if reading.free(begin, end) and "《" not in m["name"]:
            reading.claim(reading.entity("Policy", m["name"]), begin, end, "policy-adopted", 0.75)


def _plain(number: str) -> str:
    """Return a document number with the brackets that the standard asks for: 国发〔2024〕12号."""
    return re.sub(r"[〔\[【（(]((?:19|20)\d\d)[〕\]】）)]", r"〔\1〕", number)
