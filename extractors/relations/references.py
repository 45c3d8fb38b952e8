"""Words that stand for what was named before: 该公司, 合作社, 村里 for a body, 双方 for two of them, 该项目 for a project."""

from __future__ import annotations

import re

from extractors.lexicon import HAN, alternatives
from extractors.reading import Entity, Mention, Reading

ACTORS = ("Company", "Organization", "Agency", "Place")
RULE = "reference"

_WORD = re.compile(
    r"(?:公司|企业|集团|合作社|学校|学院|医院|研究院|研究所|协会|村[里上]|村集体|镇[里上]|[县市]里|[县市镇村乡](?=已|正|将|还)|中心)"
    rf"(?![{HAN}]?(?:董事|总经理|负责人|员工|职工|党委|领导|代表|校长|院长|法院)|的)"
)
# What may stand before it: nothing, a time or a word that goes on, 该, 由.
_ALONE = re.compile(
    rf"(?:^|[^{HAN}])(?:(?:目前|如今|此次|近年来|下一步|今年|去年|同时|随后|此外|接下来|\d{{1,20}}年)，?)?该?$|[该由]$"
)
_COMPANIES = ("公司", "企业", "集团")
_SCHOOLS = ("学校", "小学", "中学", "高中", "大学", "学院", "职教中心", "职业教育中心", "职业中专", "职高")
_LEVELS = {"村": ("村", "社区"), "镇": ("镇",), "乡": ("乡",), "县": ("县",), "市": ("市",)}


def bodies(reading: Reading) -> list[Mention]:
    """Return the mentions of who may act, in order, with the words that stand for one of them in between.

    What such a word stands for carries the rule `reference`; no name is claimed for it.
    """
    known: list[Mention] | None = reading.memory.get("bodies")
    if known is None:
        named = [m for m in reading.names() if m.label in ACTORS]
        found = []
        for m in _WORD.finditer(reading.text):
            start, end = m.span()
            if not _ALONE.search(reading.text, max(0, start - 8), start) or not reading.free(start, end):
                continue
            if (entity := _one(reading, m[0], start, named)) is not None:
                found.append(Mention(start, end, entity, RULE, 0.7))
        known = reading.memory["bodies"] = sorted([*named, *found], key=lambda m: m.start)
    return known


def _one(reading: Reading, word: str, start: int, named: list[Mention]) -> Entity | None:
    """Return the last body before the word that it fits: the only company, the cooperative, the village."""
    before = [m for m in named if m.end <= start]
    if word in _COMPANIES:
        fit = [m.entity for m in before if m.label == "Company"]
        near = {id(e) for e in fit[-2:]}
        return fit[-1] if len(near) == 1 or (fit and len({id(e) for e in fit}) == 1) else None
    level = _LEVELS.get(word[0])
    if level and (len(word) == 1 or word[1] in "里上集"):
        told = next((m.entity for m in reversed(before) if m.label == "Place" and m.entity.name.endswith(level)), None)
        return told or _home(reading, level)
    ends = _SCHOOLS if word == "学校" else (word,)
    return next(
        (m.entity for m in reversed(before) if m.label == "Organization" and m.entity.name.endswith(ends)), None
    )


def _home(reading: Reading, level: tuple[str, ...]) -> Entity | None:
    """Return the home of the article where it is of this level and named in it: 县里 in the paper of a county."""
    home = reading.home.division
    if home is None or not home.name.endswith(level):
        return None
    return next((e for e in reading.of_label("Place") if e.name == home.name and e.mentions), None)


_PAIR = re.compile(r"双方|两[院校局家地部](?![多余])")


def pair_before(reading: Reading, low: int, stop: int) -> tuple[Mention, ...]:
    """Return the two that 双方 or 两院 in this stretch stands for: the ends of the last cooperation named before it."""
    words = list(_PAIR.finditer(reading.text, low, stop))
    if not words:
        return ()
    at, end = words[-1].span()
    together = [
        f for f in reading.facts if f.type == "COOPERATES_WITH" and f.start < at and isinstance(f.source, Entity)
    ]
    if not together:
        return ()
    last = max(together, key=lambda f: (f.start, f.end))
    same = [f for f in together if f.start == last.start]
    if len(same) > 1 or not isinstance(last.source, Entity):
        return ()
    return tuple(Mention(at, end, entity, RULE, 0.7) for entity in (last.source, last.target))


# 三方|还共同签署了: so many as a row before has
_PARTIES = re.compile(
    r"(?P<many>[双两三四])方(?:代表)?(?:还|也|现场|当场|正式|共同|联合|分别|随后|会上|一致|，)*(?:签署|签订|会签|签下)"
)
_ACT = re.compile(
    r"(?!、)[^，。；]{0,24}?(?:召开|举行|举办|开展|启动|联合|共同|会商|会谈|座谈|签约|协商|商定|就[^，。；]{2,24}?(?:达成|进行))"
)
"""Behind a row: the parties are those who do something together, not guests."""
_SO_MANY = {"双": 2, "两": 2, "三": 3, "四": 4}
_ROW_GAP = ("、", "和", "与", "及")


def signing_parties(reading: Reading) -> list[tuple[int, int, list[Entity]]]:
    """Return where 双方 or 三方 sign something, with the bodies: the row of just so many that was named last before."""
    found = []
    for m in _PARTIES.finditer(reading.text):
        rows: list[list[Mention]] = []
        for body in reading.names(0, m.start(), "Agency", "Company", "Organization"):
            last = rows[-1][-1] if rows else None
            if last is not None and reading.text[last.end : body.start] in _ROW_GAP:
                rows[-1].append(body)
            else:
                rows.append([body])
        fit = [
            row
            for row in rows
            if len({id(b.entity) for b in row}) == _SO_MANY[m["many"]] == len(row)
            and _ACT.match(reading.text, row[-1].end)
        ]
        if fit:
            found.append((m.start(), m.end(), [body.entity for body in fit[-1]]))
    return found


_OF_WORK = "产业园 物流园 示范园 示范田 停车楼 食堂 服务中心 分拣中心 新校区 新院区 支线 生产线 大楼 项目 工程 基地 园区 平台 楼 馆 厂 院 园 校 学校 桥 路 公路 电站 水库 风电场 生产线 农场 牧场 庄园 小镇 市场 站 泵站 广场 公园 食堂 校区 综合体 中心 渠 实验室 一期 二期 三期 四期 支线 全线 线路 高铁 铁路 园子 产业园区 加工园 创业园 科技园 大棚 养殖场 加工厂".split()
# 该馆|由某村出资兴建; 项目|选址某镇: a work that was named, where the clause begins with it
_WORK = re.compile(
    rf"(?:(?<=[。；，\n])|(?<=目前，)|^)(?:(?P<this>该|此|本|整个)(?:[{HAN}]{{1,4}}?)?)?(?P<what>{alternatives(_OF_WORK)})(?:建设|规划)?"
    r"(?P<said>(?:[^，。；]{0,16}，)?(?:(?:建成|竣工|完工|投用|建好)后)?(?:是|系|将|已|现|拟|去年|今年)?由|位于|选址|坐落|地处|落户|落在|设在|建在|定址|(?:建设|施工|承建|业主|实施|运营|投资|责任)(?:单位|方|主体|地点)"
    r"|(?:计划|预计|规划)?总?投资|占地|规划|总?建筑面积|起于|起自|全长|概算|估算|起点|途经|[东西南北]起|日?处理|分[两二三四]期)"
)
_NEAR = 260
"""How many characters behind its project such a word may stand."""


def works(reading: Reading) -> list[Mention]:
    """Return the mentions of projects in order, with the words that stand for the one named last in between."""
    known: list[Mention] | None = reading.memory.get("works")
    if known is None:
        named = list(reading.names(0, None, "Project"))
        found = []
        for m in _WORK.finditer(reading.text) if named else ():
            start, end = m.start(), m.end("what")
            if reading.free(start, end) and (entity := _work(reading, m, named)) is not None:
                found.append(Mention(start, end, entity, RULE, 0.7))
        found += _of_two(reading, named)
        known = reading.memory["works"] = sorted([*named, *found], key=lambda m: m.start)
    return known


_OF_TWO = re.compile("(?<![\u4e00-\u9fff])[前后]者")


def _of_two(reading: Reading, named: list[Mention]) -> list[Mention]:
    """Return the words 前者 and 后者 that stand for one of the two projects named together last: 甲医院和乙中心开工，|前者|由…"""
    found: list[Mention] = []
    for m in _OF_TWO.finditer(reading.text) if named and "者" in reading.text else ():
        first = next(
            (w for w in found if reading.text.startswith("前者", w.start) and m.start() - w.start < _NEAR), None
        )
        before = [p for p in named if p.end <= (first.start if first and m[0] == "后者" else m.start())]
        pair = before[-2:]
        if len(pair) < 2 or pair[0].entity is pair[1].entity or m.start() - pair[0].start > _NEAR:
            continue
        if reading.text[pair[0].end : pair[1].start] in (*_ROW_GAP, "以及", "两个"):
            found.append(Mention(*m.span(), pair[m[0] == "后者"].entity, RULE, 0.7))
    return found


def _work(reading: Reading, m: re.Match[str], named: list[Mention]) -> Entity | None:
    """Return the last project before the word, none where it was one of a row or another thing was named since."""
    before = [p for p in named if p.end <= m.start()]
    if not before:
        return None
    last = before[-1]
    # 本工程总投资…: in a notice about one work it stands for that, however far behind it
    only = m["this"] == "本" and len({id(p.entity) for p in named}) == 1
    if not only and m.start() - last.end > _NEAR:
        return None
    row = [p for p in before if p.start >= reading.sentence(last.start).start]
    general = m["what"] in _ANY_WORK or (m["what"] in _LINE_WORDS and last.entity.name.endswith(_LINE_ENDS))
    stage = m["what"] in _STAGES and not last.entity.name.endswith(("期", *_STAGES))
    fit = [p.entity for p in row if general or stage or _is_called(p.entity.name, m["what"], this=bool(m["this"]))]
    if not m["this"] and reading.text.count("\n", last.end, m.start()):
        return None
    return fit[0] if len({id(e) for e in fit}) == 1 else None


_ANY_WORK = ("项目", "工程")
_STAGES = ("一期", "二期", "三期", "四期")
_LINE_WORDS = ("全线", "线路")
_LINE_ENDS = ("线", "路", "高铁", "高速", "城际", "工程", "项目", "支线", "管道")


def _is_called(name: str, what: str, *, this: bool) -> bool:
    """Tell whether a project's name ends with the word that stands for it; 该 is enough where the name has the word in it."""
    return name.removesuffix("项目").endswith(what) or (this and what in name)
