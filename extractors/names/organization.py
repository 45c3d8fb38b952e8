"""Other named bodies: schools, hospitals, cooperatives, associations, institutes, media, centres, international bodies."""

from __future__ import annotations

import re

from extractors.gazetteer import Division
from extractors.lexicon import HAN, alternatives
from extractors.names.bounds import INSIDE, Edge, aligned, edge, runs_on
from extractors.names.place import level_division
from extractors.names.tokens import NAME, PLACE, QUOTED, SINGLE, Token, is_common, tokens_before
from extractors.names.vocabulary import NUMBER, PROPER
from extractors.reading import Reading

# Heads that with a place alone make a name (山西大学), and those that need more than a place (山西医院 is any hospital).
_SUFFICIENT = (
    "大学 党校 行政学院 博物馆 图书馆 美术馆 科技馆 科学院 社科院 电视台 广播电视台 广播电台 电台 日报 晚报 日报社 晚报社 交响乐团 体育馆 "
    "人民医院 中医院 中医医院 妇幼保健院 中心医院 卫生院 疾控中心 职教中心 师范学院 福利院 敬老院 气象台 商会 实验学校 文化馆 殡仪馆 体育中心 "
    "股份经济合作社 经济合作社 行政服务中心 政务服务中心 便民服务中心 公共资源交易中心 融媒体中心 会展中心 公证处 慈善会 "
    "不动产登记中心 疾病预防控制中心 养老服务中心 文化中心 救助站 血站 中心血站 航天发射中心 发射中心 宣教站"
).split()
_NEEDY = (
    "学院 学校 职业技术学校 中等专业学校 中专学校 职业学校 小学 中学 高级中学 高中 幼儿园 医院 附属医院 "
    "专业合作社 合作社联合社 合作社 联合社 研究院 研究所 设计院 规划院 勘察院 实验室 重点实验室 国家重点实验室 全国重点实验室 技术创新中心 研究中心 创新中心 纪念馆 展览馆 陈列馆 纪念堂 "
    "协会 学会 联合会 基金会 促进会 研究会 理事会 联盟 志愿服务队 志愿者协会 养老院 社会福利中心 服务中心 指导中心 交易中心 管理中心 监测中心 "
    "推广中心 保障中心 发展中心 运营中心 照料中心 救助中心 活动中心 培训中心 数据中心 情报中心 检测中心 调度中心 指挥中心 预报中心 信息中心 登记中心 "
    "水文站 工作站 联络站 服务站 观测站 出版社 杂志社 通讯社 剧院 剧团 艺术团 歌舞团 乐团 俱乐部 教育集团 医疗集团 医共体 分校 研究室 救援队 文工团 派出所"
).split()
_HEAD = re.compile(rf"(?:{alternatives([*_SUFFICIENT, *_NEEDY])})(?!生|城|堂|毕业|习|者|科|员|长|版|区|主任|感染)")
_SUFFICIENT_SET = frozenset(_SUFFICIENT)
_NATIONAL = re.compile(r"中国|中华|国家(?!级)|中央|清华|北大|浙大")
# 全国, 国际 and the like begin the name of an association, of other things they only tell the extent.
_WIDE = re.compile(r"全国|国际|世界|亚洲|全球")
_ASSOCIATIONS = frozenset("协会 学会 联合会 基金会 促进会 研究会 理事会 联盟 商会 研究院".split())
_NUMBERED = re.compile(
    r"第?[一二三四五六七八九十]{1,2}(?:中|小|幼)(?![国心央部学午东型间南北华西小微个]|[\u4e00-\u9fff]{0,3}全会)"
)
_KNOWN = (
    "联合国 联合国安理会 联合国教科文组织 联合国粮农组织 联合国开发计划署 联合国儿童基金会 联合国难民署 世界卫生组织 世卫组织 世界贸易组织 世贸组织 "
    "国际货币基金组织 世界银行 亚洲开发银行 亚洲基础设施投资银行 亚投行 新开发银行 国际原子能机构 国际奥委会 世界知识产权组织 国际红十字会 欧盟委员会 "
    "欧洲议会 欧洲央行 非洲联盟 非盟 阿盟 阿拉伯国家联盟 上海合作组织 上合组织 海合会 石油输出国组织 哈马斯 真主党 黎巴嫩真主党 胡塞武装 巴勒斯坦解放组织 "
    "中央广播电视总台 新华社 人民日报社 中国新闻社 光明日报社 经济日报社 中央电视台 路透社 法新社 美联社 塔斯社 共同社 彭博社 半岛电视台 "
    "中国科学院 中国工程院 中国社会科学院 中科院 中国农业科学院 中国气象科学研究院 中国信息通信研究院 中国足球协会 中国消费者协会 中国残疾人联合会 "
    "上海证券交易所 深圳证券交易所 北京证券交易所 香港交易所 中央歌剧院 国家大剧院 故宫博物院 国家博物馆 国家图书馆 中国美术馆 中央党校"
).split()
_KNOWN_NAME = re.compile(rf"(?:{alternatives(_KNOWN)})(?![{HAN}]{{0,6}}(?:宪章|大会堂|安理会|大会决议))")
_PAPER = re.compile(rf"《(?P<name>[{HAN}]{{1,6}}(?:日报|晚报|早报|商报|时报|周报|快报|青年报|报))》")
# Units of an agency are agencies: 某市公安局指挥中心, 某街派出所.
_OF_AGENCY = re.compile(r"派出所$|气象台$|(?:局|厅|公安|法院|检察院|政府)[\u4e00-\u9fff]{2,8}(?:中心|站|所|队)$")
_BYLINE = re.compile(rf"[{HAN}]{{0,5}}\d+月\d+日[电讯]|记者|客户端|[{HAN}、]{{2,6}}\d+日电|发$|（")
_GENERIC_WORDS = frozenset(
    "该 本 我 各 两 三 多 一 某 这 那 其 全 新 老 大 小 中 国 民办 公办 高等 重点 普通 村级 乡镇 镇 乡 村 县级 市级 省级 社区 农民 农业 专业 合作 行业 相关 有关 基层 "
    "城镇 城市 理工 师范 农业 医科 科技 工业 中医药 财经 政法 农村 老年人 老年 党员 党群 便民 政务 公共 志愿 日间 区域 区域性 国家级 养老 托育 综合 居家 医疗 中心 乡村 城乡 职业 技工 中医 联合 民营 三甲 定点 儿童 双一流 知名 "
    "高水平 特殊教育 科研 当地 附近 中小 中小学 校 县 市 省 区 州 等 及 首家 民间 社会 群团 城市 城区 所 家 个 大型".split()
)


def read(reading: Reading) -> None:
    """Add the organizations that have a name of their own."""
    for m in _KNOWN_NAME.finditer(reading.text):
        if not _HEAD.match(reading.text, m.end()) and not _BYLINE.match(reading.text, m.end()):
            reading.claim(reading.entity("Organization", m[0]), m.start(), m.end(), "organization-known", 0.85)
    for m in _PAPER.finditer(reading.text):
        reading.claim(
            reading.entity("Organization", m["name"]), m.start("name"), m.end("name"), "organization-paper", 0.85
        )
    heads = list(_HEAD.finditer(reading.text))
    for m, following in zip(heads, [*heads[1:], None], strict=False):
        if following is None or not runs_on(reading, m.end(), following.start()):
            _headed(reading, m)
    for m in _NUMBERED.finditer(reading.text):
        hit = reading.hits.ending_at(m.start())
        if hit is not None:
            start = hit.start
            reading.claim(
                reading.entity("Organization", reading.text[start : m.end()]),
                start,
                m.end(),
                "organization-number",
                0.75,
            )


def _headed(reading: Reading, m: re.Match[str]) -> None:
    text, head, end = reading.text, m.start(), m.end()
    if not reading.free(head, end) or _HEAD.match(text, end) or text[head - 1 : end] == "大剧院" or not aligned(reading, head, end):
        return
    found = _whole_word(reading, head, end) or edge(reading, head, inside=INSIDE, names=("Company",))
    start, words = found.start, list(found.words)
    if not words or not reading.free(start, end):
        return
    name = text[start:end]
    level = re.match(rf"(省|市|县|区|州|镇|乡|街道)(?![县区市镇乡村级域以内外直属辖委政])(?=[{HAN}]{{3}})", name)
    before = reading.hits.ending_at(start)
    if level and before is None:
        place = level_division(reading, level[1], start)
        if place is None:
            return
        _claim(reading, place.name + name[len(level[1]) :], start, end, 0.8, place)
        return
    if not _is_name(reading, m[0], start, words, head):
        return
    hit = reading.hits.at(start)
    _claim(reading, name, start, end, 0.8, hit.division if hit is not None and hit.start == start else None)


def _whole_word(reading: Reading, head: int, end: int) -> Edge | None:
    """Return the edge of a name that the vocabulary knows as a whole: 清华大学."""
    for token in tokens_before(reading, head):
        if token.end == end and token.start < head and token.kind == PROPER:
            return Edge(token.start, (token,), None, None, None)
    return None


def _is_name(reading: Reading, head: str, start: int, words: list[Token], at: int) -> bool:
    """Tell whether the words before the head make a name of their own, not a kind of body (乡镇卫生院)."""
    text = reading.text
    if any(w.kind == NUMBER and text[w.start - 1] != "第" and w.start > start for w in words):
        return False
    own = [w for w in words if text[w.start : w.end] not in _GENERIC_WORDS]
    if not own:
        return False
    first = words[0]
    if first.kind in (PLACE, NAME):
        return head in _SUFFICIENT_SET or any(w.kind != PLACE for w in words)
    if first.kind == QUOTED:
        return True
    core = text[start:at]
    if _NATIONAL.match(core):
        return len(core) > 2
    if _WIDE.match(core):
        return len(core) > 2 and head in _ASSOCIATIONS
    village = _VILLAGE.match(core)
    if village and any(w.kind in (SINGLE, PROPER) and text[w.start : w.end] not in "山渔牧新老古村" for w in words if w.end <= start + village.end()):
        return True
    if first.kind == PROPER:
        return True
    unknown = [w for w in words if w.kind == SINGLE]
    return len(unknown) >= 2 and not is_common(words) and words[1].kind == SINGLE and head in _UNPLACED


_VILLAGE = re.compile(rf"^(?:(?!农|乡|各|全|该|本|我|每|两|多|几)[{HAN}]){{1,4}}(?:村|社区)(?![民级镇])")
_UNPLACED = frozenset("大学 研究院 研究所 协会 基金会 医院 中学 小学 学院 博物馆 专业合作社 出版社 俱乐部".split())


def _claim(reading: Reading, name: str, start: int, end: int, confidence: float, seat: Division | None) -> None:
    entity = reading.entity("Agency" if _OF_AGENCY.search(name) else "Organization", name)
    entity.seat = entity.seat or seat
    reading.claim(entity, start, end, "organization-head", confidence)
