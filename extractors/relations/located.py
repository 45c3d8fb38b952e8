"""LOCATED_IN: where a company, organization or project is, by the words that stand between it and a place."""

from __future__ import annotations

import re

from extractors.lexicon import HAN
from extractors.names.built import BY
from extractors.names.place_entities import place_entity
from extractors.reading import Entity, Mention, Reading
from extractors.relations import placed
from extractors.relations.references import RULE, works

_BODIES = ("Company", "Organization", "Project")
_SEEN = r"(?:采访时|调研时)?(?:看到|了解到|获悉)，(?:[^，。；、]{2,40}、){0,12}?"
# Between a place and what lies there: 深圳的某基地, 新疆首个某产业园, 位于某区的某馆.
_ATTRIBUTE = re.compile(
    r"(?:境内|[内里](?=的)|[上中下]游|市区|城区|老城区|城郊|郊外|当地|本地|新建|在建|正在建设|规模|产业链|国内|"
    r"首[个家座条批套]|第[一二三]家?[个座条]?|最[大长高早全好]|唯一|知名|著名|一[家个座所]|"
    r"龙头|大型|重点|外资|民营|科技|"
    r"创业|钢铁|汽车|医药|制造|企业|公司|巨头|集团|项目|高校|国有|工程|[、，]|的|“)*"
)
_SITS = r"(?:位于|坐落于|坐落在|地处|落户|落户于|落户在|入驻|进驻|扎根|落地|总部位于|设在|选址|选[定址]?在|落在|定址|落址|建在|建于|布局在|迁至|迁入|搬迁至|搬到|注册在)"
_AFTER = re.compile(
    rf"(?:“|”|（[^（）]{{1,12}}）|项目|是(?=落户)|拟|将|计划|现|已|就|也|最终|成功|正式|顺利|今[天日]|昨[天日]|近日|日前|，)*{_SITS}(?:了|于|"
    rf"在)?(?:风景秀丽的|美丽的|素有[^，。]{{2,12}}的)?"
)
# 某公司是|某县|的龙头企业
_IS_FIRM = re.compile(rf"(?:的|本地|本土|当地)(?:一家)?[{HAN}]{{0,8}}(?:企业|公司|合作社|工厂|学校|医院)(?=[，。；])")
_IN = re.compile(r"(?:在|于)$")
_RUNS = re.compile(
    r"(?:(?:线路|全线|该线|正线)?(?:全长|总长|总里程)(?:约|达)?[\d.]+(?:公里|千米)，(?:设计(?:时速|速度)(?:为|达)?[\d.]+公里(?:/小时)?，)?)?"
    r"(?:线路|全线|该线|正线|，|。|是)?(?:[东西南北]起|起自|起于|始于|起点(?:为|是|位于|在)?|跨越|横跨|途经|途径|串联起?|串起|贯穿|横贯|纵贯|"
    r"经|[东西南北]至|终到|终至|止于|连接|联通|穿越|由)"
)
_RUN_GAP = re.compile(
    r"(?:[、，和与及至到经]|(?:城区|市区|主城区)|途经|途径|[东西南北]至|终到|终至|止于|并|最终|终点(?:为|是|位于|在)?|境内|等地|沿线|向[东西南北]{1,2}|直达|接入){1,12}"
)
_FROM_THERE = re.compile(r"境内|[东南西北]部|出发|起|至|到|经|[途向，]")
_BUILDS = re.compile(
    r"并网|建设|投资|兴建|共建|合建|新建|扩建|开工|投产|建成|揭牌|落成|启用|投用|投入使用|成立|设立|挂牌|打造|"
    r"通车|动工|奠基|开园|开馆|营业|运营|召开|举行|落地|竣工|开业|诞生|上马|试点|建起|"
    r"拔地而起|布局|合龙|点火"
)
_BUILT = re.compile(
    rf"(?:正式|正在|正|加紧|加快|顺利|成功|全面|如期|已经?|今[天日]|昨[天日]|近日|日前|（[^）]{{1,9}}）|，)*(?:{_BUILDS.pattern})"
)
# 在某园区，某某查看了某公司; in 在某地，某公司的项目 the project is there, the firm need not be.
# 某园区内，|某公司的生产线满负荷运转
_INSIDE = re.compile(r"(?:园区)?[内里]，")
_PEOPLE = ("董事长", "总经理", "负责人", "的董事长", "的总经理", "的负责人", "的专家", "专家", "记者", "领导", "一行")
_VISITS = r"(?:先后|又|还|实地|随后|依次|分别)*(?:查看|察看|参观|走访|视察|考察|来到|走进|了解|深入|前往|(?<![达谈提受解看得想做遇见收接听学感说])到)了?"
_IN_GAP = re.compile(rf"(?:境内)?，(?:[^，。；]{{0,14}}?{_VISITS})?")
# 在某市|走进|甲公司, 来到某园区，|走进|甲公司
_VISITED_IN = re.compile(rf"，?{_VISITS}")
_GOES_TO = re.compile(r"(?:来到|走进|抵达|前往|赶赴|深入|[到赴])了?\Z")
_NOT_HERE = re.compile(r"的|旗下|董事长|总经理|负责人|记者|专家|教授|研究员|宣布")
_WATER = re.compile(r"[江河湖山岭海路街大](?!中心|会)")
_LEVEL = re.compile(r"(?:[省市县区州旗盟镇乡村]|街道|社区|园|园区)$")
# Movements are at home in a country, but not located there.
_MOVEMENTS = frozenset(("胡塞武装", "哈马斯", "真主党", "黎巴嫩真主党", "巴勒斯坦解放组织"))
# What runs through a province or serves all of it is not somewhere in it.
_WIDE_PROJECT = re.compile(r"铁路|高铁|高速|公路|平台|至|工程$|项目$")
_CLAUSES = 2
"""How many commas stand at most between a place that opens the sentence and what is built there."""
_REACH = 200
"""How far before a body, in characters, the place of its clause is looked for in a sentence without end."""
_VAGUE = frozenset(("中国", "全国", "世界", "我国", "亚洲", "全球", "国内"))


def read(reading: Reading) -> None:
    """Add LOCATED_IN for every body and project that the text places somewhere."""
    text = reading.text
    listed: tuple[Mention, Mention] | None = None
    named: list[Mention] = []
    mentions = [m for m in reading.names() if m.label in (*_BODIES, "Place", "Agency", "Person")]
    for index, mention in enumerate(mentions):
        if mention.label not in _BODIES:
            continue
        before = mentions[index - 1] if index else None
        if before is None or not _stands_before(before, mention):
            named.append(mention)
        after = mentions[index + 1] if index + 1 < len(mentions) else None
        place = _place_before(reading, before, mention) if before is not None else None
        _built_by(reading, mention)
        _told_later(reading, mention)
        if after is not None and _place_after(reading, mention, after):
            listed = None
            continue
        if (
            place is None
            and listed is not None
            and before is listed[0]
            and text[before.end : mention.start] in ("、", "和", "及", "与", "", "以及")
        ):
            place = listed[1]
            if (
                mention.label == "Company"
                and after is not None
                and after.label == "Project"
                and after.start == mention.end
            ):
                listed = (mention, place)  # the firm only tells whose project it is
                continue
            _fact(reading, mention.entity, place.entity, place.start, mention.end, "located-list", 0.75)
        # 某园区内的|甲公司、乙公司
        shared = listed is not None or (before is not None and text.startswith(("内的", "里的", "的"), before.end))
        if place is not None and re.search(r"位于|地处|坐落[于在]|在$", text[max(0, place.start - 4) : place.start]):
            shared = True
        if place is None:
            place, shared = _in_clause(reading, mention) or _set_up_by(reading, mention), True
        listed = (mention, place) if place is not None and shared else None
    for work in works(reading):
        if work.rule == RULE:
            _told_of_work(reading, work)
            _built_by(reading, work)
    told = {(f.source, f.target) for f in reading.facts if f.type == "LOCATED_IN" and f.rule in _TELLS}
    for mention in named:
        _by_name(reading, mention, [place for body, place in told if body is mention.entity])
    _lines(reading)
    _tenants(reading)
    placed.read(reading)


# 项目|选址|某村; 该项目总投资1亿元，位于|某镇; 建设地点：|某园区
_WORK_SITS = re.compile(
    rf"(?:(?:计划|预计|建设|规划|概算|项目)?(?:总投资|投资|占地|(?:总)?建筑面积)[^，。；]{{1,20}}，){{0,2}}(?:{_SITS}|(?:建设|施工)地点(?:为|在|位于)?：?)[于在]?(?:了)?"
)


def _told_of_work(reading: Reading, work: Mention) -> None:
    """项目|选址某村: where the project that the word stands for is."""
    m = _WORK_SITS.match(reading.text, work.end)
    place = reading.name_at(m.end()) if m is not None else None
    if place is not None and place.label == "Place" and place.start == (m.end() if m else -1):
        inner = _innermost(reading, place, place.end + 24)
        _fact(reading, work.entity, inner.entity, work.start, inner.end, "located-told", 0.8)


_TELLS = frozenset(("located-sits", "located-told", "located-built"))
_ORDER = ("province", "prefecture", "county", "town", "village")


def _finer(place: object, than: str) -> bool:
    """Tell whether the place is a smaller one than those of this level; a zone lies in a county."""
    level = place.properties.get("level") if isinstance(place, Entity) else None
    order = _ORDER.index("town") if level == "zone" else _ORDER.index(level) if level in _ORDER else -1
    return than in _ORDER and order > _ORDER.index(than)


def _stands_before(place: Mention, body: Mention) -> bool:
    """某镇|甲高速乙县段隧道项目: a town printed right before a project is nearer than a place inside its name."""
    level = place.entity.properties.get("level")
    return (
        place.label == "Place" and body.label == "Project" and place.end == body.start and level in ("town", "village")
    )


def _fact(reading: Reading, body: Entity, place: Entity, start: int, end: int, rule: str, confidence: float) -> None:
    if place.name in _VAGUE or body.name in _MOVEMENTS or place.name == body.name:
        return
    reading.fact("LOCATED_IN", body, place, (start, end), rule, confidence)


def _place_before(reading: Reading, place: Mention, body: Mention) -> Mention | None:
    """深圳|的|某基地, 来自|比利时|的钢铁企业|某公司, 位于|某县|的|某厂, 某县|某公司."""
    text = reading.text
    gap = text[place.end : body.start]
    zone = place.label == "Place" and place.entity.properties.get("level") == "zone"
    if zone and _INSIDE.fullmatch(gap) and not text.startswith(_PEOPLE, body.end):
        _fact(reading, body.entity, place.entity, place.start, body.end, "located-inside", 0.8)
        return place
    if place.label != "Place" or len(gap) > 16 or "、" in gap or not _ATTRIBUTE.fullmatch(gap):
        return None
    if not gap and body.entity.name.startswith(("中国", "中华", "国家", "全国")):
        return None  # the whole country's
    if "，" in gap or (body.label == "Company" and place.entity.properties.get("level") in ("other", None)):
        return None
    _fact(reading, body.entity, place.entity, place.start, body.end, "located-attribute", 0.85)
    return place


# 投资方为|某公司，选址某园区: where the work is, not the firm
_AS_INVESTOR = re.compile(r"(?:投资|建设|施工|设计|运营|业主)(?:方|单位|主体)(?:为|是|系)\Z")


def _place_after(reading: Reading, body: Mention, place: Mention) -> bool:
    """某公司|落户|某园区, 某馆|位于|某县."""
    if place.label != "Place" or _AS_INVESTOR.search(reading.text, max(0, body.start - 8), body.start):
        return False
    m = _AFTER.match(reading.text, body.end)
    if m is None and reading.text[body.end : place.start] in ("是", "为", "作为"):
        last = _innermost(reading, place, place.end + 12)
        if not _IS_FIRM.match(reading.text, last.end):
            return False
        _fact(reading, body.entity, last.entity, body.start, last.end, "located-is", 0.8)
        return True
    if m is None or not 0 <= place.start - m.end() <= 2:
        return False
    innermost = _innermost(reading, place, place.end + 24)
    _fact(reading, body.entity, innermost.entity, body.start, innermost.end, "located-sits", 0.9)
    return True


# 某公司是一家|龙头企业，位于|某乡; 某公司成立于2015年，坐落在|某镇
_TOLD = re.compile(
    r"(?:是|系|为|成立于|[始创兴]建于|创[办立]于|组建于|建于|建成于|创建于|注册成立|于\d|前身)[^。；：！？]{1,60}?，"
    r"(?:现|该?(?:公司|企业|厂|校|院|社|项目|学校|医院|合作社)|厂区|校区|厂址|校址|总部|地址)?(?:位于|坐落[于在]|地处|设在|落户[于在]?)(?:了|风景秀丽的|美丽的)?"
)
# 某基地|也已动工，选址|某街道
_WORK_TOLD = re.compile(
    r"[^。；：！？]{0,40}?，(?:该?项目|基地|园区|厂区|厂址|总部|地址)?(?:拟|将|计划|现)?(?:位于|坐落[于在]?|地处|设在|落在|定址|选址|落户|建设地点(?:为|在|位于)?：?)[于在]?(?:了)?"
)
_OF_SITE = re.compile(r"(?:选址|落户|建设地点)[^，。；]*\Z")
_BUILT_BY = re.compile(
    rf"(?:，|，?项目|是)?由[^，。；]{{4,40}}?{BY}[^，。；]{{0,6}}，(?:项目)?(?:位于|坐落[于在]|地处|设在|落在|落户|选址|定址|建在|选在)[在于]?"
)


def _built_by(reading: Reading, body: Mention) -> None:
    """某项目，由某公司投资建设，位于|某园区."""
    m = _BUILT_BY.match(reading.text, body.end)
    place = reading.name_at(m.end()) if m is not None else None
    if place is not None and place.label == "Place" and place.start - body.end <= _FAR:
        inner = _innermost(reading, place, place.end + 24)
        _fact(reading, body.entity, inner.entity, body.start, inner.end, "located-built", 0.85)


_FAR = 60


def _told_later(reading: Reading, body: Mention) -> None:
    """某公司是…，位于|某乡: where a body is told behind what it is, nothing else of its kind between."""
    m = (_WORK_TOLD if body.label == "Project" else _TOLD).match(reading.text, body.end)
    place = reading.name_at(m.end()) if m is not None else None
    if m is None or place is None or place.label != "Place" or place.start - body.end > _FAR:
        return
    # 选址 and 建设地点 are said of projects only
    others = ("Project",) if _OF_SITE.search(m[0]) else (*_BODIES, "Agency", "Person")
    if next(reading.names(body.end, place.start, *others), None) is not None:
        return
    inner = _innermost(reading, place, place.end + 24)
    _fact(reading, body.entity, inner.entity, body.start, inner.end, "located-told", 0.85)


def _innermost(reading: Reading, place: Mention, stop: int) -> Mention:
    """Return the last of the places printed right behind one another: 某县|某镇|某村."""
    for following in reading.names(place.end, stop, "Place"):
        if following.start != place.end:
            break
        place = following
    return place


def _in_clause(reading: Reading, body: Mention) -> Mention | None:
    """在深圳，某基地正在建设; 某公司在上海增资建设某基地: the place behind 在 in the sentence before the body."""
    text = reading.text
    sentence = reading.sentence(body.start)
    for place in reversed(list(reading.names(max(sentence.start, body.start - _REACH), body.start, "Place"))):
        goes = (
            _GOES_TO.search(text, max(sentence.start, place.start - 3), place.start)
            if body.label == "Company"
            else None
        )
        if goes is None and not _IN.search(text, max(sentence.start, place.start - 1), place.start):
            continue
        opens = (
            text[max(sentence.start, place.start - 4) : place.start - 1].rstrip("”“　 ").endswith(("，", "：", "；"))
            or place.start - sentence.start <= 4
        )
        start, place = place.start, _innermost(reading, place, body.start)
        gap = text[place.end : body.start]
        if body.label == "Project":
            near = re.fullmatch(
                rf"(?:境内|市|县)?(?:{_SEEN})?(?:，)?(?:[^，。；]{{0,6}}投资[^，。；]{{1,14}}元，)?(?:[^，。；]{{0,24}}?(?:{_BUILDS.pattern})[^，。；]{{0,20}})?",
                gap,
            )
            wide = opens and gap.count("，") <= _CLAUSES and _BUILT.match(text, body.end, sentence.end)
            if not near and not wide:
                return None
        elif body.label == "Organization" and _FOUNDED.fullmatch(gap):
            pass  # 在某园区|设立某某产业学院
        elif _VISITED_IN.fullmatch(gap) and not _NOT_HERE.match(text, body.end):
            pass
        elif goes is not None or not (opens and _IN_GAP.fullmatch(gap)) or _NOT_HERE.match(text, body.end):
            return None
        _fact(reading, body.entity, place.entity, start, body.end, "located-in-clause", 0.75)
        return place
    return _built_at(reading, body) if body.label == "Project" else None


_FOUNDED = re.compile(
    r"(?:共同|联合|合作|牵头|正式|挂牌|揭牌|新|先后)*(?:设立|成立|组建|创办|开设|开办|建立|建成|建起|办起|挂起)了?(?:一[个家所]|首[个家所])?“?"
)
_SET_UP = re.compile(r"(?:先后|率先|牵头|又|还|已|发起|领办|，)*(?:成立|组建|创办|领办)了?$")


def _set_up_by(reading: Reading, body: Mention) -> Mention | None:
    """该村成立某某合作社: a cooperative is in the village that set it up."""
    if body.label != "Organization" or not body.entity.name.endswith("合作社"):
        return None
    for place in reversed(list(reading.names(max(0, body.start - 24), body.start, "Place"))):
        if place.entity.properties.get("level") != "village":
            return None
        if _SET_UP.fullmatch(reading.text, place.end, body.start):
            _fact(reading, body.entity, place.entity, place.start, body.end, "located-set-up", 0.8)
            return place
    return None


def _built_at(reading: Reading, body: Mention) -> Mention | None:
    """某工程昨天在某县开工: the place behind 在, and a word of building behind the place."""
    text = reading.text
    sentence = reading.sentence(body.end - 1)
    m = re.compile(r"[^，。；]{0,14}(?:，)?在").match(text, body.end, sentence.end)
    if m is None:
        return None
    chain: Mention | None = None
    for place in reading.names(m.end(), sentence.end, "Place"):
        if place.start != (chain.end if chain else m.end()):
            break
        chain = place
    if chain is None or not _BUILT.match(text, chain.end, sentence.end):
        return None
    _fact(reading, body.entity, chain.entity, body.start, chain.end, "located-built", 0.85)
    return chain


def _by_name(reading: Reading, body: Mention, told: list[object]) -> None:
    """某村股份经济合作社, 某镇中心卫生院: the name begins with a place that the article speaks of.

    Not where the text tells a smaller one: 某县某公司|位于某镇.

    Of companies with a legal form only the county or something smaller counts: 山西某某有限公司 may be anywhere there.
    """
    text = reading.text
    forms = _forms(reading)
    at, best = body.start, None
    while at < body.end:
        found = [
            (len(form), entity)
            for form, entity in forms.get(text[at], ())
            if (at == body.start or _LEVEL.search(form))
            and text.startswith(form, at)
            and at + len(form) < body.end
            and (_LEVEL.search(form) or not _WATER.match(text, at + len(form)))
        ]
        hit = reading.hits.at(at)
        if found:
            size, best = max(found, key=lambda item: item[0])
            at += size
        elif hit is not None and hit.start == at and hit.end < body.end:
            at = hit.end
            firm = body.label == "Company"
            tells = hit.division.level == "town" or (hit.division.level == "county" and not firm)
            if hit.full and tells and not (firm and body.entity.name.endswith("公司")):  # 某镇某某加工厂 is there
                best = place_entity(reading, hit.division)
                if not best.mentions:
                    reading.mention(best, hit.start, hit.end, "place-in-name", 0.7)
        else:
            break
    if best is None:
        _section(reading, body)
        return
    level = best.properties.get("level")
    if level == "province" and (body.label != "Project" or _WIDE_PROJECT.search(body.entity.name)):
        return
    if level in ("country", "other", None) or any(_finer(place, level) for place in told):
        return
    if level == "prefecture" and (body.label == "Organization" or body.entity.name.endswith("公司")):
        return
    _fact(reading, body.entity, best, body.start, body.end, "located-name", 0.8)


def _section(reading: Reading, body: Mention) -> None:
    """省道S312线|甲县|段改造工程: a section of a line lies in the place that it is named after."""
    for hit in reading.hits if body.label == "Project" else ():
        one_end = reading.text[hit.start - 1] in "至到—-~"  # 甲市至乙市段 runs through both
        if body.start < hit.start and hit.end < body.end and not one_end and reading.text.startswith("段", hit.end):
            place = place_entity(reading, hit.division)
            if not place.mentions:
                reading.mention(place, hit.start, hit.end, "place-in-name", 0.7)
            _fact(reading, body.entity, place, body.start, body.end, "located-section", 0.75)


def _forms(reading: Reading) -> dict[str, list[tuple[str, Entity]]]:
    """Return the printed forms of the article's places by their first character, without words such as 我市."""
    known: dict[str, list[tuple[str, Entity]]] | None = reading.memory.get("place forms")
    if known is None:
        known = {}
        for place in reading.of_label("Place"):
            for form in place.forms:
                if len(form) > 1 and form[0] not in "我全本该当":
                    known.setdefault(form[0], []).append((form, place))
        reading.memory["place forms"] = known
    return known


def _lines(reading: Reading) -> None:
    """某高铁西起甲市，途经乙市，东至丙市: every place that a line is said to touch."""
    text = reading.text
    for line in works(reading):
        sentence = reading.sentence(line.start)
        m = _RUNS.match(text, line.end)
        if m is None:
            low = max(sentence.start, line.start - 48)
            before = re.search(
                r"(?:跨越|横跨|连接|联通|穿越|贯穿)([^。；]{2,30}?)(?:[两三四五六七八]地|[两三]省|[省市县]?)的$",
                text[low : line.start],
            )
            if before:
                for place in reading.names(low + before.start(1), line.start, "Place"):
                    _fact(reading, line.entity, place.entity, place.start, line.end, "located-line", 0.8)
            continue
        at = m.end()
        run: list[Mention] = []
        made = m[0].endswith("由")
        for place in reading.names(at, sentence.end, "Place"):
            gap = text[at : place.start]
            if gap and not _RUN_GAP.fullmatch(gap):
                break
            if gap == "" and run:
                run.pop()  # 江西省|南昌市: the smaller one
            if made and reading.name_at(place.end) is None:
                if not _FROM_THERE.match(text, place.end):
                    run.clear()  # 由某市|援建
                    break
                made = False
            run.append(place)
            at = place.end
        for place in run:
            _fact(reading, line.entity, place.entity, line.start, place.end, "located-line", 0.8)


_TENANTS = re.compile(
    rf"(?:、[{HAN}A-Za-z“”]{{2,14}})*等[{HAN}\d]{{0,8}}?(?:(?:入园|驻园|园区|入驻)[{HAN}]{{0,2}}企业"
    r"|(?:企业|公司|项目|商户)(?:已|先后|相继|陆续|成功|正式)*(?P<moved>入驻|落户|进驻|落地)[了于在]?)"
)


# 某高新区|已集聚|甲、乙、丙等企业
_GATHERS = re.compile(
    r"(?:目前|现|已|已经|累计|先后|相继|陆续|成功|共|还)*(?:集聚|聚集|汇聚|入驻|落户|引进|引育|招引|吸引|培育)了?(?:包括|以)?"
)


def _gathered(reading: Reading) -> None:
    """某园区已集聚甲、乙等企业: the firms of the row are in the zone."""
    for zone in [p for p in reading.names(0, None, "Place") if p.entity.properties.get("level") == "zone"]:
        m = _GATHERS.match(reading.text, zone.end)
        at = m.end() if m is not None else -1
        while (firm := reading.name_at(at)) is not None and firm.start == at and firm.label == "Company":
            _fact(reading, firm.entity, zone.entity, zone.start, firm.end, "located-tenant", 0.85)
            at = firm.end + 1 if reading.text[firm.end : firm.end + 1] in ("、", "和", "及") else -1


def _tenants(reading: Reading) -> None:
    """甲、乙等入园企业: the firms are in the zone spoken of last; 甲、乙等企业已入驻某园: in the one that is named."""
    _gathered(reading)
    for company in reading.names(0, None, "Company"):
        m = _TENANTS.match(reading.text, company.end)
        if m is None:
            continue
        there = reading.name_at(m.end()) if m["moved"] else None
        if there is not None and there.start == m.end() and there.label == "Place":
            _fact(reading, company.entity, there.entity, company.start, there.end, "located-tenant", 0.85)
            continue
        if m["moved"] and not _ZONE_WORD.match(reading.text, m.end()):
            continue
        zones = [p for p in reading.names(0, None, "Place") if p.entity.properties.get("level") == "zone"]
        zone = next((z for z in reversed(zones) if z.start < company.start), zones[0] if zones else None)
        if zone is not None:
            _fact(reading, company.entity, zone.entity, company.start, m.end(), "located-tenant", 0.8)


_ZONE_WORD = re.compile(rf"[{HAN}]{{0,6}}?(?:园区|[园区])(?=[，。；])")
