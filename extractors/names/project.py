"""Projects: what is built, invested in or set up under a name of its own: lines, works, plants, bases, platforms."""

from __future__ import annotations

import re

from extractors.lexicon import HAN, alternatives
from extractors.names.bounds import INSIDE, Edge, aligned, edge
from extractors.names.tokens import LATIN, NAME, PLACE, QUOTED, SINGLE, Token
from extractors.names.vocabulary import NUMBER, PROPER
from extractors.reading import Entity, Reading

# Works that a place or an own name makes particular (某江大桥), and works that need more than a place (某县项目).
_WORKS = (
    "高铁 铁路 高速铁路 高速公路 城际铁路 支线铁路 特大桥 大桥 隧道 水库 水电站 抽水蓄能电站 核电站 光伏电站 风电场 光伏发电站 储能电站 示范电站 机场 航电枢纽 水利枢纽 枢纽工程 "
    "污水处理厂 垃圾发电厂 垃圾焚烧发电厂 变电站 换流站 一级路 二级路 快速路 绕城高速 综合管廊 大剧院 灌区 泵站 引水工程 空间站"
).split()
_THINGS = "项目 工程 生产线 基地 平台 综合体 示范区建设 厂房 产业链项目 生产基地 研发基地 示范基地 示范项目 一体化项目 改造项目 综合整治项目 总部".split()
_HEAD = re.compile(rf"(?:{alternatives([*_WORKS, *_THINGS])})(?![经]济|员|师|部|学院|大学|局|公司|集团|化|村|镇|乡|街道|办|段)")
_SECTION = re.compile(rf"(?:(?![的在和与、])[{HAN}]){{2,8}}?段(?![时落])")
_BETWEEN = re.compile(rf"(?P<from>[{HAN}]{{2,4}})至(?P<to>[{HAN}]{{2,5}}(?:（[{HAN}]{{2,4}}）)?(?:至[{HAN}]{{2,4}})?)$")
_WORK_SET = frozenset(_WORKS)
_STAGE = re.compile(r"(?:[一二三四五]|首)期(?:工程|项目)?|PPP项目")
_GENERIC_WORDS = frozenset(
    "重点 重大 建设 在建 新建 续建 拟建 民生 系统 惠民 实事 民心 示范 试点 工程建设 基础 设施 基础设施 产业 工业 农业 农村 科技 文化 旅游 文旅 交通 水利 投资 招商 引资 招商引资 "
    "合作 科研 研究 研发 生产 扶贫 帮扶 改造 创新 创业 就业 教育 培训 实践 实训 公益 服务 政务 公共 综合 信息 网络 电商 电子商务 交易 管理 监管 数据 大数据 互联网 云 数字 智能 "
    "智慧 线上 线下 社交 短视频 直播 媒体 融资 资金 专项 补助 政府 企业 社会 市场 国家 国家级 省级 市级 县级 全国 全省 全市 全县 地方 国际 国内 区域 大型 小型 中小型 标志性 "
    "各类 个 一批 多个 若干 主要 关键 核心 配套 安居 保障 保障性 安置 绿化 生态 环保 环境 治理 修复 整治 保护 节能 能源 新能源 清洁 光伏 风电 储能 电力 供水 排水 供热 市政 道路 "
    "公路 桥梁 房屋 建筑 施工 住宅 小区 老旧 片区 城市 城镇 乡村 村 镇 县 市 省 区 产业化 种植 养殖 加工 制造 粮食 蔬菜 商品 优质 特色 高标准 农田 现代 现代化 红色 爱国主义 "
    "廉政 警示 国防 科普 党性 党员 学习 宣传 志愿 体育 健身 医疗 卫生 健康 养老 社区 安全 应急 物流 冷链 仓储 贸易 出口 金融 支付 公司 集团 单位 园区 项目 工程 基地 平台 技术 "
    "人才 青年 妇女 大学生 学生 开放 共享 交流 展示 推广 指挥 调度 监测 预警 追溯 举报 投诉 审批 招聘 求职 购物 外贸 跨境 标准化 规模化 一体化 信息化 数字化 智能化 设备 更新 "
    "年度 今年 该 本 此 其 每 两 新 老 大 小 好 高 高端 高质量 先进 传统 绿色 低碳 循环 经济 产品 创作 文艺 精品 精准 脱贫 攻坚 技改 续 补短板 强 引领 性 类 型 化 大项目 好项目".split()
)
_BUILT = re.compile(
    r"(?:开工|投产|竣工|建成|通车|启动|建设|推进|投运|运营|并网|落地|签约|落户|完工|合龙|贯通|施工|试运行|实施|封顶|交付|投用|运行|开通|获批|入选|总投资|动工|奠基)"
)


def read(reading: Reading) -> None:
    """Add the projects of the article; a shorter form of one named elsewhere is the same project."""
    known: dict[str, Entity] = {}
    for m in _HEAD.finditer(reading.text):
        if reading.free(m.start(), m.end()) and aligned(reading, m.start(), m.end()) and not _HEAD.match(reading.text, m.end()):
            _project(reading, m, known)


def _project(reading: Reading, m: re.Match[str], known: dict[str, Entity]) -> None:
    text, head, end = reading.text, m.start(), m.end()
    found = edge(reading, head, inside=INSIDE)
    start = _between(reading, found)
    if m[0] in _WORK_SET:
        section = _SECTION.match(text, end)
        stage = _STAGE.match(text, end)
        end = section.end() if section else stage.end() if stage else end
    if not _is_name(reading, found, start, m[0], head) or not reading.free(start, end):
        return
    name = text[start:end]
    entity = known.get(name) or next((p for full, p in known.items() if full.endswith(name)), None)
    if entity is None:
        entity = known[name] = reading.entity("Project", name)
        hit = reading.hits.at(start)
        entity.seat = hit.division if hit is not None and hit.start == start else None
    reading.claim(entity, start, end, "project-work" if m[0] in _WORK_SET else "project-head", 0.75)


def _between(reading: Reading, found: Edge) -> int:
    """Return where the name of a line begins that runs from one place to another: 甲市至乙市高铁."""
    text = reading.text
    if found.stopped is None or text[found.stopped.start : found.stopped.end] != "至":
        return found.start
    outer = edge(reading, found.stopped.start)
    if outer.stopped is not None and text[outer.stopped.start : outer.stopped.end] == "至":
        outer = edge(reading, outer.stopped.start)
    return outer.start if outer.words and found.stopped.start - outer.start <= 8 else found.start


def _is_name(reading: Reading, found: Edge, start: int, head: str, at: int) -> bool:
    """Tell whether the words name one project and not a kind of project (基础设施项目, 教育基地)."""
    text = reading.text
    words = found.words
    size = at - start
    if start < found.start:
        return True
    if size < 2 or any(w.kind == NUMBER and w.start > start and text[w.end] in "个批类大项" for w in words):
        return False
    own = [w for w in words if text[w.start : w.end] not in _GENERIC_WORDS]
    named = any(w.kind in (PLACE, NAME, QUOTED, LATIN) for w in words) or _unknown(words)
    if head in _WORK_SET:
        return named
    if words and words[0].kind == PLACE and len(words) > 1:
        return bool([w for w in own if w.kind != PLACE]) or size >= 8
    if any(w.kind == QUOTED for w in words):
        return head in ("项目", "工程", "基地", "平台") or size >= 4
    particular = sum(w.end - w.start for w in own)
    if _unknown(words) and size >= 4:
        return True
    return head not in ("平台", "工程", "总部", "厂房") and size >= 6 and particular >= 4 and bool(
        _BUILT.search(text, max(0, start - 12), min(len(text), at + 14))
    )


def _unknown(words: tuple[Token, ...]) -> bool:
    """Tell whether two unknown characters or more stand together, or a name the vocabulary knows."""
    pairs = zip(words, words[1:], strict=False)
    return any(a.kind == SINGLE and b.kind == SINGLE for a, b in pairs) or any(w.kind == PROPER for w in words)
