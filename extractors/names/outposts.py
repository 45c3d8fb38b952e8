"""Outposts of agencies: squads, registries and offices behind their body, stations by the stem of their town, sections alone."""

from __future__ import annotations

import re
from collections import Counter

from extractors.gazetteer import Division
from extractors.lexicon import HAN, alternatives
from extractors.names.agency_forms import agency_entity, claim_agency, unit_behind
from extractors.names.place_entities import level_division
from extractors.names.town_offices import town_of
from extractors.reading import Entity, Reading

_IN = rf"(?:(?![在到和与及的各由向对将为会同长员于从])[{HAN}])"
# 县公安局交警大队|三中队, 县消防救援大队|柳湾站
_SQUAD = re.compile(rf"{_IN}{{1,5}}?(?:中队|分队)(?![长员])")
_FIRE_STATION = re.compile(
    rf"(?:(?![站队在到和与及的各由向对将为会同长员于从])[{HAN}]){{1,4}}?(?:消防救援站|消防站|站)(?![长点台房])"
)
# 县民政局|婚姻登记处
_REGISTRY = r"(?:婚姻|不动产|结婚|车辆|房屋|企业|机动车)登记(?:处|中心|所)"
# 县综合行政执法局|柳湾中队, 州烟草专卖局|柳湾分局
_OF_BUREAU = re.compile(
    rf"{_REGISTRY}|(?!组织|召开|派出|抽调|带领|指导|各)(?:(?<=执法局)|(?<=城管局)|(?<=管理局)){_IN}{{2,4}}?中队(?![长员])|(?<=烟草专卖局){_IN}{{2,4}}?分局(?!长)"
)
# 柳湾经开区管委会|经济发展局
_BUREAU_OF_ZONE = re.compile(
    rf"(?!副?主任|书记){_IN}{{2,8}}?(?:局|部|办公室|(?:服务|发展)中心)(?=[ ，、）。\n\d]|副?[局部]长|副?主任|(?:有关|相关)?负责)"
)


def units_behind(reading: Reading) -> None:
    """Add the units that are printed right behind the body whose they are."""
    for body in list(reading.names(0, None, "Agency")):
        name = reading.text[body.start : body.end]
        pattern = (
            _FIRE_STATION
            if name.endswith(("消防救援大队", "消防大队"))
            else _SQUAD
            if name.endswith(("大队", "支队"))
            else _OF_BUREAU
            if name.endswith("局")
            else _BUREAU_OF_ZONE
            if name.endswith(("管委会", "管理委员会"))
            else None
        )
        m = pattern.match(reading.text, body.end) if pattern is not None else None
        if m is not None and reading.free(*m.span()):
            unit_behind(reading, body, m, "agency-unit-behind")


_OF_TOWN = (
    "人民法庭 法庭 派出所 交警中队 市场监管所 市场监督管理所 司法所 税务所 税务分局 财政所 自然资源所 国土资源所 国土所 林业站 林业工作站 水利站 农技站 "
    "应急站 综治中心 消防救援站 消防站 交管站 畜牧站 畜牧兽医站 文化站"
)
_HEAD_OF_TOWN = re.compile(rf"(?:{alternatives(_OF_TOWN.split())})(?![长员])")


def of_towns(reading: Reading) -> None:
    """Add 柳湾镇应急站, 其中|柳湾市场监管所: named after a town of the home county, in full or by its stem."""
    home = reading.home.division
    for m in _HEAD_OF_TOWN.finditer(reading.text):
        hit = reading.hits.ending_at(m.start())
        if hit is not None and hit.full and hit.division.level == "town":
            claim_agency(reading, hit.name + m[0], hit.start, m.end(), "agency-of-town", 0.85, hit.division)
            continue
        for size in (4, 3, 2) if home is not None else ():
            stem = reading.text[max(0, m.start() - size) : m.start()]
            town = town_of(home, stem) if home is not None and len(stem) == size else None
            if town is not None:
                _claim_of_town(reading, stem + m[0], m.start() - size, m.end(), town)
                break


def _claim_of_town(reading: Reading, name: str, start: int, end: int, town: Division) -> None:
    """Claim the office of a town; where its court or bureau is printed right before it, as one of theirs."""
    whole = reading.name_ending_at(start, "Agency")
    if whole is None or not whole.entity.name.endswith(("法院", "局")):
        claim_agency(reading, name, start, end, "agency-of-town", 0.8, town)
    elif reading.free(start, end):
        office = agency_entity(reading, whole.entity.name + name, whole.entity.seat)
        reading.alias(office, name)
        reading.claim(office, start, end, "agency-of-town", 0.8)


# what such a centre or station does: none that is a building (文体中心) or a trade (物流中心)
_DOES = (
    "合作 投促 综治 治理 器具 计量 检测 检验 测试 科研 研究 招商 促进 农技 推广 畜牧 兽医 林草 林业 水产 渔业 应急 城管 网格 调解 宣传 管护 养护 防治 防控 监测 "
    "果业 茶业 反诈 反诈骗 社会保险 社保 乡村振兴 水库 救助 就业 人才 信访 接待 征收 项目 统计 调查 评审 结算 支付 采购 代理 指挥 保障 监督 监理 执法 种子 植保 水保 防疫 志愿服务 信用 征信"
)
_UNIT = (
    rf"(?P<unit>(?:(?![的在到和与及由向各等、])[{HAN}]){{0,8}}(?:{alternatives(_DOES.split())}|(?<=[^血])管)"
    r"(?:(?:事业|运行维护|服务)?中心(?![小学校卫医])|所(?![长有在属得需谓])|站(?![长点台])))"
)
_CENTRE = re.compile(
    rf"(?:(?<![{HAN}])|(?<=[和与及由经据到在请])|(?<=联合)|(?<=会同))(?P<level>[省市县区州旗镇乡])(?![场民郊政级村里属直]|区(?!域)){_UNIT}"
)


_PLACED_UNIT = re.compile(_UNIT)
_SEATS = ("county", "prefecture")


def centres(reading: Reading) -> None:
    """Add 县茶管中心, 镇综治中心, 县计量测试所: a body of the home or of the place spoken of, by what it does.

    So is one behind the full name of a county or city: 柳湾县|社会保险事业中心.
    """
    for hit in reading.hits:
        m = _PLACED_UNIT.match(reading.text, hit.end) if hit.full and hit.division.level in _SEATS else None
        if m is not None:
            claim_agency(reading, hit.name + m["unit"], hit.start, m.end(), "agency-centre", 0.75, hit.division)
    for m in _CENTRE.finditer(reading.text):
        place = level_division(reading, m["level"], m.start())
        if place is not None and reading.hits.at(m.start()) is None:
            claim_agency(reading, place.name + m["unit"], m.start(), m.end(), "agency-centre", 0.75, place)


# 危化股|相关人员参加, 、|计量股工作人员
_SECTION = re.compile(
    rf"(?:(?<![{HAN}])|(?<=[由与和及经]))(?P<unit>{_IN}{{2,6}}(?<![入控参持配合个原招折炒])股)(?=(?:、[^，。；、]{{2,14}})?(?:工作人员|相关人员|有关人员|负责人)|干部|[要须应](?!求))"
)
# 分局|执法大队大队长
_TEAM_OF_BRANCH = re.compile(r"(?<=[。，、；\n])分局(?P<unit>[\u4e00-\u9fff]{0,6}?(?:执法大队|执法中队|监测站))")
_TEAM = re.compile(
    rf"(?:(?<![{HAN}])|(?<=[由与和及经])|(?<=会同)|(?<=联合))(?P<unit>(?:应急|农业|文化|文旅|交通|交通运输|市场监管|城市管理|城管|生态环境|劳动|卫生|卫生健康|自然资源|水政|渔政|住建)(?:综合)?(?:行政)?执法(?:大|支)队)(?!长)"
)


def sections_alone(reading: Reading) -> None:
    """Add 危化股, 分局|执法大队 of the one bureau that the article or its title is about, 应急执法大队 of the home."""
    text = reading.text
    for pattern, ends in ((_SECTION, "局"), (_TEAM_OF_BRANCH, "分局")):
        for m in pattern.finditer(text) if ends in text else ():
            bureau = _bureau_of(reading, m.start("unit"), ends)
            if bureau is not None and reading.free(*m.span("unit")):
                section = agency_entity(reading, bureau.name + m["unit"], bureau.seat)
                reading.alias(section, m["unit"])
                reading.claim(section, *m.span("unit"), "agency-section", 0.75)
    home = reading.home.division
    for m in _TEAM.finditer(text) if home is not None and "执法" in text else ():
        if home is not None and not any(a.name.endswith(m["unit"]) for a in reading.of_label("Agency")):
            claim_agency(reading, home.name + m["unit"], *m.span("unit"), "agency-team-of-home", 0.75, home)


def _bureau_of(reading: Reading, before: int, ends: str) -> Entity | None:
    """Return the only bureau that the article has named before a position, else that of its title, else the one named most."""
    for stop in (before, reading.body_start):
        bureaus = Counter(a.entity for a in reading.names(0, stop, "Agency") if a.entity.name.endswith(ends))
        if len(bureaus) == 1:
            return next(iter(bureaus))
    counted = Counter(a.entity for a in reading.names(0, before, "Agency") if a.entity.name.endswith(ends)).most_common(
        2
    )
    return counted[0][0] if len(counted) > 1 and counted[0][1] >= 2 * counted[1][1] else None


# 办公厅|副主任, 食品司|副司长, 执法局|局长: behind a mark, of the one ministry that the article opens with
_DEPARTMENT = re.compile(
    rf"(?:(?<=[，、。；\n])|(?<=总[局署社]))(?P<unit>(?:(?![的和与及在由等、，])[{HAN}]){{2,12}}(?:司|局|部)|办公厅)(?=副?[司局部]长|[一二]级(?:副)?巡视员|副?主任)"
)
_MINISTRY = re.compile(r"(?:国家.+(?:局|委|委员会|署)|.{2,10}(?:部|总局|总署|总社))")

# 总局|新闻发言人, 总社|党组成员
_BY_RANK = re.compile(
    r"(?:(?<=[，。、；\n“])|(?<=会上，))总[局署社](?=新闻发言人|党组|副?[局署]长|会同|与|有关|相关|理事会|[\u4e00-\u9fff]{2,12}[司局部](?:副?[司局部]长))"
)


def of_ministries(reading: Reading) -> None:
    """Add 食品司, 办公厅 before the post of a head, where the paragraph speaks of one ministry, and 总局 for it."""
    if not any(word in reading.text for word in ("司长", "总局", "总社", "总署", "巡视员", "局长")):
        return
    for m in _BY_RANK.finditer(reading.text, reading.body_start):
        ministry = _ministry_of(reading, m.start())
        if ministry is not None and ministry.name.endswith(m[0]) and reading.free(*m.span()):
            reading.claim(ministry, *m.span(), "agency-by-rank", 0.8)
    for m in _DEPARTMENT.finditer(reading.text, reading.body_start):
        ministry = _ministry_of(reading, m.start())
        if ministry is not None and reading.free(*m.span("unit")):
            fullest = max([ministry.name, *ministry.aliases], key=len)
            unit = agency_entity(reading, fullest + m["unit"], None)
            reading.alias(unit, m["unit"])
            reading.claim(unit, *m.span("unit"), "agency-of-ministry", 0.8)


def _ministry_of(reading: Reading, position: int) -> Entity | None:
    """Return the ministry that the paragraph names first and alone up to a position."""
    line = reading.text.rfind("\n", 0, position) + 1
    named = [a.entity for a in reading.names(line, position, "Agency") if _MINISTRY.fullmatch(a.entity.name)]
    alone = named and all(one.name.startswith(named[0].name) for one in named)
    return named[0] if alone and named[0].seat is None else None
