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
_HEAD = (
    r"规划(?:纲要|建议)?|纲要|意见|办法|条例|规定|方案|细则|预案|计划|工作要点|要点|议程|清单|名单|公报|宣言|决定|决议|白皮书|若干措施|若干举措|若干政策措施|相关政策|目录|标准|指南|公约|专报|公告|通告|"
    r"参考选题|选题和督办方式|工作安排|调研安排|协商会安排|工作总结|工作报告|通知|推介结果|评选结果|实施意见|责任书"
)
_STRONG_VERB = (
    r"审议通过|审议并通过|审议并原则通过|讨论并原则通过|原则通过|讨论通过|表决通过|书面审议|审议|印发|出台|制定实施|制定出台|制定|发布的?|公布|推出|宣读|签订|签署|讨论|解读|修订|研究|启动|普及|通过"
)
_LISTED = re.compile(rf"(?:{_STRONG_VERB})(?:了|并|《)?(?P<list>[^，。；：？！\n《》]{{4,160}})")
_ITEM = re.compile(rf"(?P<name>[^、]{{2,60}}?(?:{_HEAD})(?:（[^（）]{{2,6}}）)?)(?=、|$|和[{HAN}]|等|执行|，|并)")
_PLAN = re.compile(r"(?<![\u4e00-\u9fff《])政府工作报告|(?<=[和对照实入])政府工作报告|党的(?:十[六七八九]|二十)大报告|“?十[一二三四五六]五”?规划(?:纲要|建议)?|(?<=[彻守实神反落违])中央八项规定(?:及其实施细则)?|中央八项规定")
_GENERIC_ITEM = re.compile(
    rf"^(?:了|关于|有关|相关|该|这一|这项|本|各项|各类|具体|一批|一系列|一项|工作|实施|行动|有|新|原|上述|年度|以下|下一步|初步|详细|系列|配套|专项|应急|国家|地方|行业|两|三|多项|\d+[项个份条])*(?:{_HEAD}|工作方案|工作计划|实施方案|行动计划|行动方案|指导意见|工作报告)$"
)


def read(reading: Reading) -> None:
    """Add the policies of the article; a document number behind the title is its property."""
    text = reading.text
    for m in _TITLED.finditer(text):
        name = reading.simplified[m.start("name") : m.end("name")]
        if _NOT_POLICY.search(name) and not _ENDS.search(name[-6:]):
            continue
        if not _ENDS.search(name):
            continue
        number = _NUMBER.match(text, m.end())
        entity = reading.entity("Policy", name, number=_plain(number["number"]) if number else None)
        reading.claim(entity, m.start(), m.end(), "policy-titled", 0.95)
    for m in _PLAN.finditer(text):
        reading.claim(reading.entity("Policy", m[0]), m.start(), m.end(), "policy-plan", 0.85)
    for m in _LISTED.finditer(text):
        _listed(reading, m.start("list"), m.end("list"))


_NO_ITEM = re.compile(r"[是在将把]|^召开|我们|他们|(?:审议|处理|反馈|审查|评审|征求)意见$")


def _listed(reading: Reading, start: int, end: int) -> None:
    """审议通过了…要点、…计划、…的决定: each item of the list that ends in what a document is called."""
    text, at = reading.text, start
    while at < end:
        m = _ITEM.match(text, at, end)
        if m is None:
            step = text.find("、", at, end)
            if step < 0:
                return
            at = step + 1
            continue
        name = m["name"].removeprefix("了")
        begin = m.end("name") - len(name)
        if len(name) >= 6 and not _GENERIC_ITEM.match(name) and not _NO_ITEM.search(name):
            reading.claim(reading.entity("Policy", name), begin, m.end("name"), "policy-listed", 0.7)
        at = m.end("name") + 1


def _plain(number: str) -> str:
    """Return a document number with the brackets that the standard asks for: 国发〔2024〕12号."""
    return re.sub(r"[〔\[【（(]((?:19|20)\d\d)[〕\]】）)]", r"〔\1〕", number)
