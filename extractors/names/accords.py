"""Documents told of without 《》: treaties and agreements between states, what talks sign or issue, plans in quotes."""

from __future__ import annotations

import re

from extractors.lexicon import HAN
from extractors.reading import Entity, Reading
from extractors.text import occurrences

_KNOWN = (
    "区域全面经济伙伴关系协定 全面与进步跨太平洋伙伴关系协定 数字经济伙伴关系协定 联合国气候变化框架公约 联合国海洋法公约 "
    "不扩散核武器条约 联合国反腐败公约 市场准入负面清单 香港特别行政区维护国家安全法 香港特别行政区基本法 澳门特别行政区基本法"
).split()
# 通过|关于发展水产养殖的联合声明, 去年签署的|关于加强渔业合作的战略规划
_ISSUED = re.compile(
    r"(?:签署|签订|通过|发表|达成)(?:了|的)?(?P<name>关于(?!关于)(?:(?![\d两三四五六七八九十]+[份项个])[^，。；：《》“”\n]){4,40}?的?(?:联合声明|宣言|战略规划|行动计划|谅解备忘录|协定|协议))(?=[，。；、和及]|以来|$)"
)
# 签署|甲地与乙地学历互认协议, 共同签署了|柳国全国人大与某议会建立交流机制的谅解备忘录, 签署|构建伙伴关系新的五年行动计划|以来
_SIGNED = re.compile(
    rf"(?:签署|签订)了?(?P<name>(?!多|一|系列|若干|[两三四五六七八九十\d]|相关|有关|双边|关于)[{HAN}]{{2,30}}?"
    rf"(?:(?:互认|换领|引渡|移管|互免|互助|承认|便利化|政府间|协助)[{HAN}]{{0,4}}(?:协议|协定|条约|安排)|的谅解备忘录|(?<!合作)行动计划))(?=[，。；\n]|以来|$)"
)
# 中柳引渡条约|生效后, 落实好|柳中自贸协定
_BETWEEN_STATES = re.compile(
    rf"(?<![{HAN}])(?P<name>(?:中[{HAN}]|[{HAN}]中)(?:引渡条约|自贸协定|自由贸易协定|投资协定|友好合作(?:互助)?条约|睦邻友好合作条约))(?=[，。；、{HAN}])"
    rf"|(?:\d{{4}}年|落实好?|实施|根据|签署|升级|释放)(?P<other>(?:中[{HAN}]|[{HAN}]中)(?:引渡条约|自贸协定|自由贸易协定|投资协定|友好合作(?:互助)?条约))"
)
# 甲乙铁路“一地两检”政府间协议|正式签署
_WAS_SIGNED = re.compile(
    rf"(?<![{HAN}“”])(?P<name>[{HAN}“”]{{2,24}}?政府间(?:合作)?(?:协议|协定))(?=(?:已|正式|成功|顺利|，)*(?:签署|生效))"
)
# 某自贸港建设总体方案|发布以来
_SINCE = re.compile(
    rf"(?<![{HAN}])(?P<name>(?!这|该|此|本|自)(?:(?![的了])[{HAN}]){{4,20}}(?<![年期总])(?:总体方案|行动方案|实施方案|行动计划|发展规划|规划纲要|促进条例|管理条例|条例))(?=(?:正式)?(?:发布|出台|印发|颁布|公布|施行|生效)(?:实施)?(?:以来|[\d一二三四五六七八九十]+年来|[，。]))"
)
# 列入|第二批国家级非物质文化遗产名录
_HERITAGE = re.compile(
    r"(?<=[入选])(?:了)?(?P<name>(?:第[一二三四五六七八九]批)?国家级非物质文化遗产(?:代表性项目)?(?:扩展项目)?名录)"
)
# 密切对接“2030十年发展规划”, 深入实施“高校基础学科繁荣计划”
_QUOTED = re.compile(r"“(?P<name>(?![^”]{0,30}[‘’，。])[^“”\n]{3,20}(?:发展规划|规划纲要|行动计划|(?<=[^的]{4})计划))”")


def read(reading: Reading) -> None:
    """Add the treaties, agreements and plans of the article that stand without 《》."""
    text = reading.text
    for name in _KNOWN:
        for start, end in occurrences(text, name) if name in text else ():
            if not text.startswith("委员会", end):
                reading.claim(reading.entity("Policy", name), start, end, "policy-accord", 0.85)
    found: list[tuple[int, int]] = []
    for form, gate in _FORMS:
        if any(word in text for word in gate):
            found += (m.span("name" if m["name"] else "other") for m in form.finditer(text))
    for start, end in sorted(found, key=lambda span: span[0] - span[1]):
        reading.claim(_accord(reading, text[start:end]), start, end, "policy-accord", 0.8)
    for m in _WAS_SIGNED.finditer(text) if "政府间" in text else ():  # railways and zones are read inside
        reading.mention(reading.entity("Policy", m["name"]), *m.span("name"), "policy-accord", 0.8)


def _accord(reading: Reading, name: str) -> Entity:
    """Return the accord; 学历互认协议 is what is named 甲地与乙地学历互认协议 in full."""
    longer = (e for e in reading.of_label("Policy") if e.name != name and e.name.endswith(name))
    whole = next(longer, None)
    if whole is None:
        return reading.entity("Policy", name)
    reading.alias(whole, name)
    return whole


_FORMS = (
    (_ISSUED, ("签署", "签订", "通过", "发表", "达成")),
    (_SIGNED, ("签署", "签订")),
    (_BETWEEN_STATES, ("条约", "协定")),
    (_SINCE, ("以来", "年来", "出台", "施行", "生效")),
    (_HERITAGE, ("国家级非物质文化遗产",)),
    (_QUOTED, ("规划”", "计划”", "纲要”")),
)
