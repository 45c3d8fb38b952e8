"""Where a noun phrase begins or ends beside a number: the words of a stretch, judged by what each may do in a phrase."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from extractors.lexicon import HAN, LEFT_BOUNDS
from extractors.names.tokens import SINGLE, Token, segment
from extractors.names.vocabulary import ADJECTIVE, FUNCTION, NOUN, VERB

NOMINAL, JOINS, OF, ACT, BREAK = "nominal", "joins", "of", "act", "break"
"""What a word does: belongs to the phrase, joins two (和, 、), leads to its head (的), is a verb, or ends it."""


class Word(NamedTuple):
    """A word from `start` to `end` of the text and what it does in a phrase."""

    start: int
    end: int
    role: str
    text: str


_PIECE = re.compile(rf"“[^“”，。；]{{1,14}}”|[A-Za-z0-9][A-Za-z0-9.\-+·%/]*|[{HAN}]+|.", re.DOTALL)
_JOINS = frozenset("和 与 及 以及 暨 、".split())
_OBJECT_VERBS = frozenset(
    "引进 引入 建设 建成 新建 扩建 改建 打造 投资 投资建设 实施 启动 支持 服务 带动 发布 印发 出台 签订 签署 签约 达成 举办 召开 成立 组建 设立 "
    "创建 创办 承建 承担 获得 取得 表彰 授予 走访 慰问 检查 邀请 特邀 推进 推动 帮助 指导 联合 来自 入住 落户 入驻".split()
)
_NO_ACT = frozenset(LEFT_BOUNDS) - _OBJECT_VERBS
# Verbs of the dictionary that this genre uses as nouns, and adverbs and times that it takes for nouns.
_AS_NOUN = frozenset(
    "收入 建设 投资 生产 销售 发电 服务 支出 贷款 存款 出口 进口 进出口 增产 总产 消费 就业 教育 医疗 运输 保险 产出 销量 治理 管理 制造 加工 养殖 "
    "种植 旅游 交易 贸易 合作 研究 设计 施工 经营 交通 安全 扶贫 搬迁 救灾 防火 防汛 灌溉 储备 供应 供热 供水 供电 用电 发明 授权 结算 补贴 补助 奖励 签约 组织 "
    "改革 改造 创新 试点 示范 推介 应急 通信 通讯 物流 调查 统计 监测 检测 执法 招聘 培训 注册 登记 审批 许可 行政许可 融资 负债 纳税 减税 降水 降雨 充电 快递 代表 "
    "需求 复苏 伤亡 救治 表演 共建 帮扶 产能 联动 投入 出行 选举 运行 共享 应用 搜救 出版 开放 调研 防治 协同 增速 疏散 提案 预算 实践 发行 履职 "
    "退税 宣讲 飞行 采访 知识 巡视 诊疗 育秧 联运 作战 休闲 自主 补助 互联 振兴 总投资 特许 抗议 选手 通道 举措 行为 作用 协定 访谈 专访 特邀 攻关 演习 演练 增量 承载 导览 游览 观光 研学 承保 "
    "谅解 参事 领导 编辑 裁判 教练 导游 翻译 会计 设备 联合 重点 相关 有关 主要 综合 活跃 确诊 病死 存栏 出栏 常住 流动 从业 参保 失业 报废 集中 连片 吞吐 周转 入境 出境 出入境 国产 进站 "
    "挂牌 上市 参展 参会 参赛 持证 在职 在校 在建 在册 退役 退休 留守 返乡 脱贫 贫困 受灾 受损 涉外 涉农 规划 计划 设施 覆盖 普及 绿化 造林 增收 减排 排放 二期 一期 新增 "
    "新建 扩建 直播 演出 展示 展出 展览 竞赛 比赛 讲座 论坛 活动 救援 扑火 护林 巡逻 巡护 待命 增加值 成交 贴息 结余 结转 亏损 利润 订货 订购 采购 中标 招标 投诉 举报 信访 "
    "报警 处置 安置 租赁 住房 抵押 担保 过火 可支配收入 降碳".split()
)
_BREAKS = frozenset(
    "实现 迈 无法 难以 得以 免于 目前 如今 今年 去年 明年 当年 每年 近年 近年来 全年 今天 昨天 当天 当日 每天 陆续 先后 首次 再次 全面 全部 分别 一路 一举 同时 基本 直接 全线 全力 平均一天 一天 一年 一季 正忙 忙 忙着 正在 "
    "约占 已经 已有 已 将 均 都 共 累计 合计 共计 总计 预计 计划 力争 成功 顺利 圆满 正式 即将 仅 只 约 近 超 达 逾 超过 超出 突破 达到 为 是 有 在 从 由 向 对 于 把 被 让 使 给 比 较 按 等 到 至 "
    "这里 那里 这样 这 那 其 其中 该 此 占 含 又 再 还 也 就 才 更 最 很 不 未 没 没有 无 可 能 会 要 须 应 并 且 而 但 因 以 用 了 着 过 地 得 去 来 说 称 每 各地 多地 之一 相 早日 这一 这个 一个 一家 一座 "
    "喜获 获评 获 评 高达 多达 可达 接近 迈上 迈入 跃升 攀升 不断 逐步 逐年 稳步 明显 大幅 快速 进一步 至少 大约 最多 相当 相当于 随着 期间 之后 之前 以来 时 后 前 "
    "新年 伊始 底 末 初 上半年 下半年 人均每年 大力 积极 有望 现在 当前 截至 现场 靠前 纷纷 专门 共同 就近 中 架设 见面 带回 动工 布防 清晰可见 按期 提前 带头 抓紧 今后 未来 过去 目前为止 进来 以内 长势 列队 齐发 竞相".split()
)
_SINGLE_ACTS = frozenset(
    "建送带修种办买卖吃派抓抢救拉收运装挖打捐赠拿做上下进出走看听写读住坐站跑回增减降升涨跌缩扩投引签评迎获设产开关停转迁搬离入放配发供补赔付交缴存取借还租聘招培创守护防攻查审判罚充"
)
_COMPLEMENTS = frozenset("上下进出回到起成掉走完入来去过住满")
_NEGATIONS = frozenset("不无非未")
_NEGATED = frozenset("合格 良 动产 症状 达标 文明 公有制 遗 农 税 居民 正常 常住".split())
_SUFFIXES = frozenset(
    "团区型率量额数费点站厂员者地期机线车品件人户案制网类级库室所院权证单卡券船店物款金税值价法器林田园馆群链带圈层面体部队组会社比度值者师生民工商业"
)
_RATES = frozenset(("率", "量", "额"))
_HEADS = frozenset(
    "设备 技术 系统 项目 病例 面积 能力 中心 平台 基地 人员 人口 机构 设施 工程 资金 成本 总额 金额 规模 产品 材料 案件 事件 事故 站点 网点 队员 队伍 志愿者 人数 数量 时间 "
    "时限 期限 指数 比重 占比 总量 产量 单位 企业 学生 毕业生 群众 市场 专家 里程 车辆 装置 装备 机器人 作品 展位 航线 线路 用户 客户 业务 事项 问题 线索 隐患 部门 教师 农户 场所 中心 指标 收入 支出 仪式".split()
)
_ADVERBS = frozenset("累计 要 可 仅 已 可以".split())
_PREPOSITIONS = frozenset("为 对 向 从 由 在 把 被 将 给 于 比".split())
_ATTRIBUTES = frozenset(
    "最高 最低 最大 最小 最长 长期 短期 中期 以上 以下 以内 之间 各类 各种 各级 各项 所有 不同 多种 部分 其他 其它 大型 中型 小型 上述 全球 全国 国内 国外 境内 境外 国家级 省级 市级 县级".split()
)


_SINGLE_VERBS = _SINGLE_ACTS | _COMPLEMENTS
_FIXED = (
    dict.fromkeys(_BREAKS, BREAK) | dict.fromkeys(_AS_NOUN | _ATTRIBUTES, NOMINAL) | dict.fromkeys(_JOINS, JOINS)
) | {"的": OF}


def words(text: str, start: int, stop: int, names: Iterable[tuple[int, int]] = ()) -> list[Word]:
    """Return the words of a stretch in order; each of the `names` (start and end) is one word."""
    found: list[Word] = []
    at = start
    for begin, end in [*names, (stop, stop)]:
        if begin < at or end > stop:
            continue
        _cut(text, at, begin, found)
        if end > begin:
            found.append(Word(begin, end, NOMINAL, text[begin:end]))
        at = end
    return found


def _cut(text: str, start: int, stop: int, found: list[Word]) -> None:
    for piece in _PIECE.finditer(text, start, stop):
        printed = piece[0]
        if not "\u3400" <= printed[0] <= "\u9fff":
            inner = printed[0] == "“" or printed[0].isalnum()
            role = NOMINAL if inner and not printed.isdigit() else JOINS if printed == "、" else BREAK
            found.append(Word(piece.start(), piece.end(), role, printed))
            continue
        tokens = segment(printed, piece.start())
        cut = [text[token.start : token.end] for token in tokens]
        if "民用" in cut[1:]:
            tokens = _without_civil(tokens, cut)
            cut = [text[token.start : token.end] for token in tokens]
        last = len(cut) - 1
        for at, token in enumerate(tokens):
            role = _FIXED.get(cut[at], "")
            if not role:
                if token.kind == ADJECTIVE and (at == last or tokens[at + 1].kind == VERB):
                    role = BREAK
                else:
                    role = _role(cut[at], token.kind, cut[at - 1] if at else "", cut[at + 1] if at < last else "")
            found.append(Word(token.start, token.end, role, cut[at]))


def _without_civil(tokens: list[Token], cut: list[str]) -> list[Token]:
    """Return the tokens of 村民用上 with 村民 and 用 in them, where 民用 was read."""
    at = cut.index("民用", 1)
    if len(cut[at - 1]) > 1:
        return tokens
    first, second = tokens[at - 1], tokens[at]
    people = Token(first.start, second.start + 1, NOUN)
    return [*tokens[: at - 1], people, Token(people.end, second.end, FUNCTION), *tokens[at + 1 :]]


def _role(word: str, kind: str, before: str, following: str) -> str:
    if kind == VERB:
        attribute = following in _SUFFIXES or following in _HEADS
        return NOMINAL if attribute and word not in _NO_ACT else BREAK if word in _NO_ACT else ACT
    if word in _NEGATIONS:
        thing = word == "非" and len(following) > 1 and following not in _BREAKS  # 非化石能源
        return NOMINAL if thing or following in _NEGATED else BREAK
    if kind == SINGLE and word in _SINGLE_VERBS:
        if word in _COMPLEMENTS and (before in _SINGLE_ACTS or word not in "上下"):
            return BREAK
        if word in _SINGLE_ACTS and following in _COMPLEMENTS:
            return BREAK
        compound = len(following) == 1 or following[-1:] in _RATES or (len(before) == 1 and before not in _BREAKS)
        return NOMINAL if compound and following not in _BREAKS else BREAK
    return BREAK if kind == FUNCTION else NOMINAL


def phrase_from(found: Sequence[Word]) -> tuple[list[Word], Word | None]:
    """Return the noun phrase that the words begin with, and the verb that follows it or stands in its place.

    Of 盛放的郁金香绚丽多姿 it is the noun behind 的; of 学校的教师, where a plain noun leads, the first noun.
    """
    run: list[Word] = []
    acted = False
    for at, word in enumerate(found):
        if word.role == NOMINAL:
            run.append(word)
        elif word.role == OF and at + 1 < len(found) and found[at + 1].role in (NOMINAL, ACT):
            if run and not acted:
                return run, None
            run, acted = [], False
        elif word.role == JOINS and len(run) == 1 and not acted and _pair(found, at):
            if found[at + 1].text == "地区":
                return [*run, word, found[at + 1]], None
            run.append(word)
        elif word.role == ACT and not run and at + 1 < len(found) and found[at + 1].role == NOMINAL:
            run, acted = [word], True
        elif not at and len(word.text) == 2 and _leads(found):
            run = [word]
        elif not run and _relative(found, at):
            acted = True
        else:
            return run, word if word.role == ACT else None
    return run, None


def _leads(found: Sequence[Word]) -> bool:
    """Tell whether the first word, an adverb for the dictionary, describes the noun after it: 偏远村庄."""
    unknown = found[0].text not in _BREAKS and found[0].text not in _NO_ACT
    return unknown and len(found) > 1 and found[1].role == NOMINAL


def _pair(found: Sequence[Word], at: int) -> bool:
    """Tell whether the words joined here are as long as each other: 国家和地区."""
    after = found[at + 1] if at + 1 < len(found) else None
    return after is not None and after.role == NOMINAL and len(after.text) == len(found[at - 1].text)


def _relative(found: Sequence[Word], at: int) -> bool:
    """Tell whether the words go on to 的 with a noun behind, and so only describe what is counted."""
    for later in range(at, min(len(found) - 1, at + 6)):
        if found[later].role == OF:
            return found[later + 1].role in (NOMINAL, ACT)
        if found[later].text in ("，", "。", "；"):
            return False
    return False


def phrase_to(found: Sequence[Word]) -> tuple[list[Word], bool]:
    """Return the words that end a stretch and name something: a noun phrase, with its verb and who does it.

    The flag tells whether a verb ends them. What stands between 为, 对, 在 and the verb is left out.
    """
    at = len(found)
    low, verb = at, at
    while at:
        word = found[at - 1]
        if word.role == ACT and verb < len(found) and verb > at:
            break
        if word.role in (NOMINAL, ACT):
            low = at = at - 1
            verb = at if word.role == ACT else verb
        elif word.role in (JOINS, OF) and low < len(found) and at > 1 and found[at - 2].role == NOMINAL:
            if word.text == "、" or (word.role == OF and verb < len(found)):
                break
            at -= 1
        elif word.text in _ADVERBS and low == verb < len(found) and at > 1 and _subject_follows(found[at - 2]):
            at -= 1
        else:
            break
    if at and found[at - 1].text in _PREPOSITIONS and low < len(found):
        of = max((i + 1 for i in range(low, len(found)) if found[i].role == OF), default=low)
        low = max(of, verb if verb < len(found) else low)
    return list(found[low:]), low < len(found) and found[-1].role == ACT


def _subject_follows(word: Word) -> bool:
    return word.role == NOMINAL or word.text in _ADVERBS


def printed(text: str, run: Sequence[Word]) -> str:
    """Return the words as they stand in the text."""
    return text[run[0].start : run[-1].end].strip() if run else ""
