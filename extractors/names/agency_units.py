"""Units of agencies whose body is printed elsewhere, or inside their own name: 提案委, 青屏分局柳湾派出所."""

from __future__ import annotations

import re

from extractors.gazetteer import Division
from extractors.lexicon import HAN
from extractors.names.agency_forms import PANEL, agency_entity, unit_behind
from extractors.names.place_entities import level_division
from extractors.names.town_offices import town_of
from extractors.reading import Entity, Reading

_ALONE = re.compile(
    rf"(?:(?<![{HAN}])|(?<=听取了))(?P<of>政协)?(?P<panel>{PANEL})(?=副?主任|关于|负责人|(?:主要|有关|相关)负责|组织|成员|委员(?!会)|联合|、{PANEL})"
)
_STATION = re.compile(
    rf"(?:公安局(?:(?:(?!分局|派出)[{HAN}]){{1,4}}分局)?|公安分局)(?P<unit>(?:(?!派出|分局)[{HAN}]){{2,5}}派出所)(?!长)"
)
_LEVELS = frozenset("市县区州")


def panels(reading: Reading) -> None:
    """Add 农工委 behind a mark, of the one congress or conference of the article; 提案委 is of the home's 政协 where none is named."""
    found = list(_ALONE.finditer(reading.text)) if "委" in reading.text else []
    bodies = [e for e in reading.of_label("Agency") if e.name.endswith(("政协", "人大常委会"))] if found else []
    home = reading.home.division
    for m in found:
        whole = bodies[0] if len(bodies) == 1 else None
        if m["of"] or m["panel"].startswith("提案"):
            councils = [e for e in bodies if e.name.endswith("政协")]
            whole = councils[0] if len(councils) == 1 else None
            if not councils and home is not None and "政协" in reading.text:
                whole = agency_entity(reading, home.name + "政协", home)
        if whole is not None and reading.free(*m.span()):
            special = whole.name == "全国人大常委会" and "工" not in m["panel"]
            panel = agency_entity(reading, ("全国人大" if special else whole.name) + m["panel"], whole.seat)
            reading.claim(panel, m.start(), m.end(), "agency-panel", 0.75)


def police(reading: Reading) -> None:
    """Add 柳湾县公安局青屏派出所 and the bureau inside its name; 青屏派出所 alone is the same station, and serves its town."""
    text = reading.text
    for m in _STATION.finditer(text) if "派出所" in text else ():
        found, named = _bureau(reading, m), reading.name_at(m.start("unit"))
        if found is None or not (reading.free(found[0], m.end()) or (named is not None and named.end == m.end())):
            continue
        start, body, seat = found
        bureau = agency_entity(reading, body, seat)
        station = named.entity if named is not None else agency_entity(reading, body + m["unit"], seat)
        station.seat = town_of(seat, m["unit"].removesuffix("派出所")) or seat
        reading.alias(station, m["unit"])
        reading.claim(station, start, m.end(), "agency-station", 0.85)
        reading.mention(bureau, start, m.start("unit"), "agency-of-unit", 0.85)


# 县纪委监委|驻县教育局纪检监察组
_DISPATCHED = re.compile(rf"驻(?P<level>[省市县区州])?(?:(?!纪检|各)[{HAN}]){{2,12}}?纪检(?:监察)?组(?!长)")

_SENDER = re.compile("[省市县区州](?:纪委监委|纪委|监委)派?\\Z")


def dispatched(reading: Reading) -> None:
    """Add the groups that a commission for discipline keeps at a body: 驻市公安局纪检监察组."""
    for m in _DISPATCHED.finditer(reading.text) if "纪检" in reading.text else ():
        if m[0][1] == "第":
            continue  # 派驻第三纪检监察组, at no body that is named
        place = level_division(reading, m["level"], m.start("level")) if m["level"] else None
        name = m[0] if place is None else f"驻{place.name}{reading.text[m.end('level') : m.end()]}"
        group = agency_entity(reading, name, place or reading.home.division)
        sender = _SENDER.search(reading.text, max(0, m.start() - 7), m.start())
        if sender is not None:
            reading.alias(group, reading.text[sender.start() : m.end()])
        reading.claim(group, m.start(), m.end(), "agency-dispatched", 0.85)


_AT_LARGE = re.compile(
    "派(?:驻|出)?(?:第[一二三四五六七八九十]+)?纪检(?:监察)?组(?!长)|第[一二三四五六七八九十]+派驻(?:纪检(?:监察)?)?组(?!长)"
)


def dispatched_from(reading: Reading) -> None:
    """Add the group that the words give no other body than the one that sent it: 县纪委监委|派驻纪检监察组."""
    for sender in list(reading.names(0, None, "Agency")) if "纪检" in reading.text or "派驻" in reading.text else ():
        m = _AT_LARGE.match(reading.text, sender.end) if reading.text[sender.end - 1] == "委" else None
        if m is not None:
            unit_behind(reading, sender, m, "agency-dispatched")


_UNIT_NAME = re.compile(
    rf"(?:公安局|公安分局|局|厅|队)(?P<unit>(?:(?!公安)[{HAN}]){{2,5}}?(?:大队|支队|中队|派出所|(?:反诈|指挥)中心))"
)


def short_units(reading: Reading) -> None:
    """Add 刑侦大队 alone: of the one unit of this name that the article has given with its body."""
    units: dict[str, set[Entity]] = {}
    for agency in reading.of_label("Agency"):
        m = _UNIT_NAME.search(agency.name)
        if m is not None and m.end() == len(agency.name):
            units.setdefault(m["unit"], set()).add(agency)
    for unit, bodies in units.items():
        for m in (
            re.finditer(rf"(?:(?<![{HAN}])|(?<=[在到由和与及了向对，])){unit}(?!长)", reading.text)
            if len(bodies) == 1
            else ()
        ):
            if reading.free(*m.span()):
                reading.claim(next(iter(bodies)), *m.span(), "agency-unit-short", 0.8)


_POLICE_UNIT = re.compile(
    rf"(?:(?<![{HAN}])|(?<=[在到由和与及了向对]))(?:交警|治安|刑侦|刑警|巡特警|特警|网安|经侦|禁毒|法制|国保|情指)大队(?!长)"
)


def police_units(reading: Reading) -> None:
    """Add 交警大队 behind a mark: of the one bureau of public security that the article names."""
    found = list(_POLICE_UNIT.finditer(reading.text)) if "公安局" in reading.text else []
    bureaus = {a for a in reading.of_label("Agency") if a.name.endswith("公安局")} if found else set()
    for m in found if len(bureaus) == 1 else ():
        if reading.free(*m.span()):
            (bureau,) = bureaus
            unit = agency_entity(reading, bureau.name + m[0], bureau.seat)
            reading.alias(unit, m[0])
            reading.claim(unit, *m.span(), "agency-unit-short", 0.75)


_ARMED = re.compile("武警(?:部队)?(?=[\u4e00-\u9fff]{2,12}[总支大中]队)")
_ARMED_END = re.compile("[总支大中]队(?!长)(?:(?<=总队)[\u4e00-\u9fff]{2,3}[支大中]队(?!长))?")


def armed_police(reading: Reading) -> None:
    """Add 武警柳湾县中队: the unit of armed police with its place inside."""
    for m in _ARMED.finditer(reading.text):
        hit = reading.hits.at(m.end())
        end = _ARMED_END.match(reading.text, hit.end) if hit is not None and hit.start == m.end() else None
        if hit is not None and end is not None:
            unit = agency_entity(reading, reading.text[m.start() : end.end()], hit.division)
            reading.alias(unit, f"{hit.division.name}武警{end[0]}")
            reading.claim(unit, m.start(), end.end(), "agency-armed-police", 0.85)


_STUDY_GROUP = re.compile("(?:党组|党委)?(?:理论学习)?中心组(?=举行|召开|开展|组织|赴|到|集体|[在，]|\\d{4}年|第)")


def study_groups(reading: Reading) -> None:
    """Add the group of a committee that studies theory together: 柳湾县委|理论学习中心组举行."""
    for body in list(reading.names(0, None, "Agency")) if "中心组" in reading.text else ():
        m = _STUDY_GROUP.match(reading.text, body.end)
        if m is not None:
            unit_behind(reading, body, m, "agency-study-group")


_PARTY_UNIT = "组织部|宣传部|统战部|社会工作部|政法委|编办|网信办|老干部局|巡察办|督[查察]室|改革办|农工办|国安办"
_OF_COMMITTEE = re.compile(rf"(?P<place>.*[省市县区州旗])(?:纪委监委|纪委|委办(?:公室)?|委(?:{_PARTY_UNIT}))")
_NEXT_UNIT = re.compile(rf"、(?P<unit>{_PARTY_UNIT})(?=[、，。和及与等]|(?:主要|有关|相关)?(?:部门|负责))")


def party_units(reading: Reading) -> None:
    """Add the units of a party committee in a row behind its first: 县委办、|组织部、|政法委."""
    for first in list(reading.names(0, None, "Agency")):
        whole = _OF_COMMITTEE.fullmatch(first.entity.name)
        m = _NEXT_UNIT.match(reading.text, first.end) if whole is not None else None
        while whole is not None and m is not None and reading.free(*m.span("unit")):
            unit = agency_entity(reading, f"{whole['place']}委{m['unit']}", first.entity.seat)
            reading.alias(unit, m["unit"])
            reading.claim(unit, *m.span("unit"), "agency-party-row", 0.8)
            m = _NEXT_UNIT.match(reading.text, m.end())


_OF_COURT = re.compile(
    rf"执行局|(?:(?![在到和与的及各])[{HAN}]){{2,4}}?(?:人民)?法庭|[刑民行](?:事|政)?(?:审判)?第?[一二三四]?庭|立案庭|综合审判庭"
)


_OF_PROCURATORATE = re.compile(
    rf"派驻(?:(?![在到和与的及])[{HAN}]){{2,6}}?检察室|第[一二三四五六]检察部|(?:公诉|侦查监督|民行|控申|未检)[部科]"
)


def courts(reading: Reading) -> None:
    """Add the tribunals of a court and the office that carries its judgments out: 某县人民法院|执行局, 某县法院|柳湾法庭.

    Those of a procuratorate, too: 某县检察院|派驻柳湾镇检察室.
    """
    for court in list(reading.names(0, None, "Agency")) if "法院" in reading.text or "检察" in reading.text else ():
        units = next((u for body, u in _UNITS if reading.text.endswith(body, court.start, court.end)), None)
        m = units.match(reading.text, court.end) if units is not None else None
        if m is not None:
            unit_behind(reading, court, m, "agency-court-unit")


_UNITS = (("法院", _OF_COURT), ("检察院", _OF_PROCURATORATE))
_COURT_UNIT = re.compile(
    r"(?:(?<=[，、。；\n由])|(?<=该院))(?P<unit>审判管理办公室|综合办公室|政治部|执行局|立案庭|[刑民行](?:事|政)?(?:审判)?第?[一二三四]?庭|综合审判庭|司法警察大队|诉讼服务中心|速裁庭|监察室)(?=副?(?:主任|庭长|局长|大队长))"
)


def court_units(reading: Reading) -> None:
    """Add 执行局, 审判管理办公室 before the post of its head: of the one court that the article names."""
    found = list(_COURT_UNIT.finditer(reading.text)) if "法院" in reading.text else []
    courts_named = {a for a in reading.of_label("Agency") if a.name.endswith("法院")} if found else set()
    for m in found if len(courts_named) == 1 else ():
        (court,) = courts_named
        reading.claim(
            agency_entity(reading, court.name + m["unit"], court.seat), *m.span("unit"), "agency-court-unit", 0.75
        )


_OF_BUREAU = re.compile(
    rf"(?:(?![在到和与的及各])[{HAN}]){{2,4}}?(?:自然资源所|国土资源所|国土所|市场监管所|市场监督管理所|司法所|税务所|税务分局|财政所|应急站|林业站|水利站|畜牧站|环保所|路政中队)"
    rf"|(?<=公安局)(?:反诈骗?|情报指挥|合成作战|执法办案管理|指挥)中心"
    rf"|(?!组织|联合|会同|带领|派出|安排|抽调)(?:(?![在到和与的及各由向])[{HAN}]){{0,6}}?(?:执法|稽查|监察)(?:大|支|中)队(?!长)"
)


def offices_of_bureaus(reading: Reading) -> None:
    """Add the office that a bureau has in a town: 县自然资源局|柳湾自然资源所."""
    for bureau in list(reading.names(0, None, "Agency")):
        m = _OF_BUREAU.match(reading.text, bureau.end) if reading.text[bureau.end - 1] in "局队" else None
        if m is not None:
            reading.alias(unit_behind(reading, bureau, m, "agency-bureau-office"), m[0])


_NO_SECTION_IN = "[的和与及在到由向对各报送至交]|联合|会同"
_SECTION = re.compile(
    rf"(?!(?:常务)?副?主任|书记|部长|召开|组织(?!科))(?:(?![在到和与的及各由向副对召])[{HAN}]){{2,6}}?(?:[科股室处]|办)(?=副?(?:[科股处]长|主任)|干部)"
)
_WITH_SECTIONS = (
    "组织部",
    "宣传部",
    "统战部",
    "政法委",
    "纪委监委",
    "纪委",
    "人大常委会",
    "政协",
    "总工会",
    "法院",
    "检察院",
)


def sections(reading: Reading) -> None:
    """Add the section of a committee's department whose head is named: 县委组织部|干部科科长."""
    for body in list(reading.names(0, None, "Agency")):
        m = _SECTION.match(reading.text, body.end) if body.entity.name.endswith(_WITH_SECTIONS) else None
        if m is not None:
            unit_behind(reading, body, m, "agency-section")


_OWN_SECTION = re.compile(
    rf"(?:(?<![{HAN}])|(?<=[报送至到向由交与]))(?P<bureau>[县市区]?(?:(?!{_NO_SECTION_IN})[{HAN}]){{0,4}}局)(?P<unit>(?:(?!{_NO_SECTION_IN})[{HAN}]){{2,6}}股)(?=[，。、；：）（]|会同|负责|牵头|联系|备案|汇总|审核|要|$)"
)
# 局|办公室主任, 、|疾控股股长
_HEADED_SECTION = re.compile(
    rf"(?:(?<=[，、由。\n])局(?P<unit>办公室|(?:(?!{_NO_SECTION_IN})[{HAN}]){{2,6}}[科股室])|(?<=[，、])(?P<next>(?:(?!{_NO_SECTION_IN}|[局厅委])[{HAN}]){{2,6}}股))(?=副?(?:主任|[股科]长))"
)


_SECTION_NAMED = re.compile(
    rf"(?:(?!{_NO_SECTION_IN})[{HAN}]){{2,8}}?[科股](?=[，。、；）]|备案|汇总|审核|联系|负责|牵头|会同)"
)


def own_sections(reading: Reading) -> None:
    """Add 局|体卫艺股, 报教体局|体卫艺股: a section of the one bureau that the article has named by then.

    So is 县教育局|基础教育科 behind its bureau, where what it does is told.
    """
    for bureau in list(reading.names(0, None, "Agency")) if "科" in reading.text or "股" in reading.text else ():
        named = _SECTION_NAMED.match(reading.text, bureau.end) if reading.text[bureau.end - 1] == "局" else None
        if named is not None and reading.free(*named.span()):
            unit_behind(reading, bureau, named, "agency-section")
    told = "局" in reading.text and any(word in reading.text for word in ("股", "科长", "局办公室主任"))
    for m in (*_OWN_SECTION.finditer(reading.text), *_HEADED_SECTION.finditer(reading.text)) if told else ():
        group = m.lastgroup or "unit"
        start, end = m.span(group)
        bureaus = {a.entity for a in reading.names(0, start, "Agency") if a.entity.name.endswith("局")}
        if len(bureaus) != 1 or not reading.free(start, end):
            continue
        (whole,) = bureaus
        section = agency_entity(reading, whole.name + m[group], whole.seat)
        if m[group] != "办公室":
            reading.alias(section, m[group])
        reading.claim(section, start, end, "agency-section", 0.75)


_ROOM = re.compile(
    rf"(?:(?<![{HAN}])|(?<=[及和由]))(?:案件审理室|案件监督管理室|党风政风监督室|信访室|第[一二三四五六七八九十]+(?:纪检监察|审查调查|监督检查)室)(?=副?主任)"
)


def discipline_rooms(reading: Reading) -> None:
    """Add 案件审理室, 第三纪检监察室 before the post of its head: of the one commission for discipline that is named."""
    found = list(_ROOM.finditer(reading.text)) if "室" in reading.text else []
    whole = {a for a in reading.of_label("Agency") if a.name.endswith("纪委监委")} if found else set()
    whole = whole or ({a for a in reading.of_label("Agency") if a.name.endswith("纪委")} if found else set())
    for m in found if len(whole) == 1 else ():
        (commission,) = whole
        room = agency_entity(reading, commission.name + m[0], commission.seat)
        reading.claim(room, *m.span(), "agency-room", 0.75)


def _bureau(reading: Reading, m: re.Match[str]) -> tuple[int, str, Division] | None:
    """Return where the name of the bureau begins, the name, and the place that it serves."""
    text = reading.text
    for at in range(m.start(), m.start() - (5 if m[0].startswith("公安分局") else 1), -1):
        hit = reading.hits.ending_at(at)
        if hit is not None:
            start = reading.hits.chain_start(hit)
            return start, text[start : m.start("unit")], hit.division
        place = level_division(reading, text[at - 1], at - 1) if text[at - 1 : at] in _LEVELS else None
        if place is not None:
            return at - 1, place.name + text[at : m.start("unit")], place
    return None
