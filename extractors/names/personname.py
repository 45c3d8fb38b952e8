"""Where a Chinese personal name ends: its shape, and what may stand after it."""

from __future__ import annotations

import re

from extractors.lexicon import COMPOUND_SURNAMES, HAN, LEADERS, POSTS, SURNAMES, alternatives
from extractors.names.wordlists import word_list

_AFTER_WORDS = (
    "时， 教授 博士 老人 老师 家住 撰文 发文 称 宣称 重申 坚称 呼吁 评论 援引 主持 出席 参加 陪同 强调 指出 要求 表示 认为 说 说道 讲 介绍 谈 率 率队 率领 带领 带队 一行 深入 来到 到 在 赴 前往 走进 调研 检查 督导 视察 考察 察看 "
    "查看 慰问 走访 看望 会见 会谈 宣布 宣读 作 做 发言 致辞 致词 讲话 传达 通报 部署 安排 分别 同志 先生 女士 等 和 与 及 以及 先后 代表 领学 围绕 就 对 向 为 任 "
    "担任 当选 辞去 的 是 也 还 还就 并 要 听取 汇报 点评 总结 解读 授课 宣讲 共同 现场 实地 首先 随后 最后 随同 列席 应邀 告诉 坦言 感慨 呼吁 建议 希望 勉励 叮嘱 "
    "询问 了解 参观 观看 观摩 瞻仰 调查 暗访 巡查 接受 签署 签订 签约 揭牌 启动 为 给 从 以 于 由 被 把 将 已 正 曾 因 自 则 均 都 又 再 专程 亲自 特别 先 后 "
    "主持召开 作为 今天 昨天 昨日 今日 去年 前年 明年 上午 下午 近日 日前 当天 亲切 深情 动情 详细 认真 逐一 一边 边 走 看 问 讲述 回忆 提出 提议 提醒 提到 致 总理 总 当 站 坐 拿 "
    "互致 互通 拒绝 道歉 警告 调度 督查 督办 督战 指导 开展 推进 推动 研究 协调 荣获 获得 夺得 摘得 负责 牵头 分管 联系 召集 组织 发布 致开幕词 致闭幕词 致欢迎辞 作报告 作了 发表 回信 复信 复函 致信 致电 转达 感谢 祝贺 赞赏 积极评价 高度评价 热烈欢迎 举行 同 向全 出任 兼任 履新 落马 被查 逝世 摄 文 报道 通讯员 记者 编辑 来我 来到 访问 见证 回顾 虽然 虽 正在 今年 回应 乘专机 乘坐 抵达 飞抵 飞赴 转赴 一同 一起 一道 分片 包片 分组 分头 值守 蹲点 驻村 到场 同行 当选 简要 简单 系统 深刻 充分 高度 及时 当场 当即 立即 热情 加入 种了 种上 养了 栽了 承包 承租 流转 返乡 创办 种植 养殖 瞄准 抓住 看着 指着 笑着 忙着 带着 到访 访华 指派 发来 贺信 贺电 口信 邀请 会谈 会晤 通电话 通话 此前 首次 上任 本月 本周 独家 弹劾 视频 遭 获 被捕 等人 违规 违纪 严重违 涉嫌 违反 利用职务 信心满满 信心十足 满怀 满脸 自豪 欣慰 兴奋 激动 高兴 骄傲 开心 乐呵呵 笑呵呵 笑道 喜笑颜开 深有感触 打算 开着 骑着 掰着 望着 捧着 强烈 严厉 坚决 敦促 谴责 抨击 否认 声称 透露 证实 承诺 郑重 公开 多次 再次 一再 夫妇 夫人 偕 携 主讲 原原本本 委派 手中 家中 家里 乘包机 批准 宣誓 就任 专题 专门 集中 突击 随机 重点 冒雨 冒雪 冒着 顶着 连夜 深夜 凌晨 当晚 夜查 夜访 分赴 奔赴 赶赴 采取 采用 通过 轻车简从 不打招呼 带头 全程 沿途 沿着 徒步 驱车 乘车 每到 受邀 结合 针对 按照 根据 下沉 走村入户 逐户 逐一 紧急 火速 迅速 主动 亲临 莅临 莅会 到会 致贺词 集体 全面 仔细 巡河 巡林 巡湖 督察 统筹 反复 不顾 欣喜 喜滋滋 跟记者 跟着 跟我 带着 带学生 带人 没 不 近期 近来 近年 时隔 赶到 赶往 赶来 践行 上门 笑得 工作"
).split()
_AFTER = re.compile(rf"$|[，。、；：？！（）《》“”\s·—\-/&]|\d|{alternatives(_AFTER_WORDS)}|{alternatives(POSTS)}")
_NOT_LAST = re.compile(r"[的了在和是与等就也都还要这那你我他她们个有不没为对把被从向由使让及或但并而则以副]$")
# 主任委员王某|作的报告, 总理王某|将于明日: the last character belongs to what follows
_VERB_LAST = re.compile(
    r"说[，。：]|兼(?:任|[省市县区镇乡])|正(?:忙|[带拿站坐蹲指拉拎抱扛提领陪弯低埋]着|[给为向和]一?[位名个大村居群工来])|率(?:队|领|[\u4e00-\u9fff]{0,10}?(?:组|团|一行|人员|部门|负责|班子))|于(?:当地|\d|今|昨|近)|作(?:[的了关报为]|专题|典型|表态|交流|经验|主题|补充|动员|总结|辅导|点评|发言|讲解|介绍|汇报|说明)|将(?:于|在|作|向|发表|前往|出席|对|应|主持|率|同|赴|会见)"
)
# 李在明, 文在寅: 在 is part of Korean names, too
IN_NAMES = "在(?=[寅明镕])"
_NOT_INSIDE = re.compile(rf"(?!{IN_NAMES})[副的了在是等就也都还这那你我他她们个不没把被及或但呢吗]")
_FOREIGN = re.compile(rf"[{HAN}]{{1,8}}(?:·[{HAN}A-Z]{{1,10}})+")
_ALL_HAN_GIVEN = re.compile(rf"[{HAN}]+")
_ALL_HAN = re.compile(rf"[{HAN}·]{{2,20}}")
# 习近平致电|某某·某某
_TO_ANOTHER = re.compile(r"致[电信函]|会[见晤谈]|[同与向]")
# 公司总裁|某某·某某: the post is no part of the name
_POSTED = re.compile(rf"[{HAN}]{{0,6}}(?:公司|集团|总裁|经理|顾问|总统|总理|主席|部长|外长|大使|教授)[{HAN}]{{0,6}}·")
_SPACED = re.compile(rf"([{HAN}]) {{1,3}}([{HAN}])")
_NEVER = re.compile(
    rf"{alternatives(LEADERS)}|同志|代表|先生|女士|人员|记者|主任|书记|局长|市长|县长|部长|全[中国程片]|携$|^党[工委组支员性风政群]|^敬队礼|^齐聚|^第[一二三四五六七八九十百]|^应到|纪工委|委会|部门|文明办|纪检|监察|主席|总理|总统|[白蓝]皮书|国务|会成员|^眼下|^晋[升衔]|^[向对给为].?大家"
)

_STRONG = re.compile(
    r"$|[，。、；：？！（）\s]|\d|主持|出席|参加|陪同|强调|指出|要求|表示|一行|同志|先生|女士|等|率|带领|深入|来到|介绍|说|告诉|调研|检查|的|和|与|在|摄|作|任|为|对|[分奔赶]?赴|[每针]?[到对]|赶[到往来]"
)
# 林家和|主持, 林家和、王强: 和 before a verb or a mark joins nothing
_AFTER_HE = re.compile(
    r"[，、。；]|等|开除|严重违|涉嫌|违反|利用|接受|身为|理想|被|一案|案|主持|出席|参加|强调|指出|要求|表示|率|带队|带领|致辞|讲话|深入|来到|前往|陪同|通报|介绍|汇报|部署|宣布|点评|表态|发言|作[了关表]|一行|告诉|说|笑|高兴|激动|同志|当选|[分奔赶]?赴|到(?!场|会|来)"
)
# 周能为|的稻田, 周能为|出席: nobody is 为的 or 为出席 something
_AFTER_LAST = {
    "和": _AFTER_HE,
    "为": re.compile("的(?!是)|[，、。]|(?:出席|参加|列席|陪同)(?![^，。；]{2,20}的)|说[，。：]|告诉记者"),
}
# 负责人孟和|说，: 和 is all of the given name
_HE_SPEAKS = re.compile("说[，。：]|(?:介绍|表示|坦言)[，。：]|告诉记者")
_YI = frozenset(word_list("personname_yi")[0])
_TIBETAN = frozenset(word_list("personname_tibetan"))
_MONGOLIAN = frozenset(word_list("personname_mongolian")[0])
_SPACED_ENDS = re.compile(rf"(?![{HAN}])|{_STRONG.pattern}")


def name_end(text: str, start: int, known: frozenset[str] | set[str] = frozenset()) -> int | None:
    """Return where the personal name that begins at `start` ends, or None when no name of a usual shape does.

    The name is a surname with one or two given characters; which of the two is told by what follows. `known` names
    win. Names with a dot (买买提·吐尔逊) are taken whole.
    """
    for size in (4, 3, 2):
        if text[start : start + size] in known:
            return start + size
    foreign = _FOREIGN.match(text, start)
    if foreign and _POSTED.match(foreign[0]):
        return None
    if foreign and not _TO_ANOTHER.search(text, start + 2, foreign.start() + foreign[0].index("·")):
        return _trim_foreign(text, foreign)
    if _is_tibetan(text, start):
        return start + 4
    surname = 2 if text[start : start + 2] in COMPOUND_SURNAMES else 1
    if surname == 1 and text[start : start + 1] not in SURNAMES:
        return None
    spaced = _SPACED.match(text, start) if surname == 1 else None
    if spaced and not _NOT_INSIDE.search(spaced[2]) and _SPACED_ENDS.match(text, spaced.end()):
        return spaced.end()
    best: tuple[int, int] | None = None
    for given in (2, 1):
        end = start + surname + given
        part = text[start + surname : end]
        if len(part) < given or not _ALL_HAN_GIVEN.fullmatch(part):
            continue
        last = _AFTER_LAST.get(part[-1:]) if given == 2 else _HE_SPEAKS if part == "和" else None
        if _never_given(part):
            if last is None or not last.match(text, end) or _NEVER.search(text[start:end]):
                continue
            return end
        if given == 2 and _VERB_LAST.match(text, end - 1):
            continue
        if _NEVER.search(text[start:end]):
            continue
        score = _score(text, start, end, given)
        if score > 0 and (best is None or score > best[0]):
            best = (score, end)
    return best[1] if best else None


def yi_end(text: str, start: int) -> int | None:
    """Return where four characters that write the sounds of Yi names end before a mark or a verb: 沙马拉且，."""
    end = start + 4
    sounds = end <= len(text) and _YI.issuperset(text[start:end])
    return end if sounds and (_STRONG.match(text, end) or _GLAD.match(text, end)) else None


_GLAD = re.compile("笑|高兴|激动|乐|正[在忙]|一[边家]")


def sounded_end(text: str, start: int, region: str) -> int | None:
    """Return where a name ends that is written by its sounds, in papers of the `region` of those who have such names.

    敖日格乐 in Inner Mongolia, 努尔麦麦提 in Xinjiang; 多吉 in Tibetan prefectures.
    """
    if ("藏" in region) and text[start : start + 2] in _TIBETAN and text[start + 2 : start + 4] not in _TIBETAN:
        return start + 2 if _STRONG.match(text, start + 2) else None
    sounds = _MONGOLIAN if "蒙古" in region else TURKIC if "新疆" in region else frozenset()
    end = start
    while end < len(text) and end - start < _LONGEST_SOUNDED:
        if text[end] not in sounds and (sounds is not TURKIC or not _ALSO_TURKIC.match(text, end)):
            break
        end += 1
    sure = end - start > 3 or (end - start == 3 and (_AFTER.match(text, end) or _ACTS.match(text, end)) is not None)
    return end if sure and text[end : end + 1] not in ("·", "") else None


_LONGEST_SOUNDED = 8
# 牧民宝音图|举着, 额尔敦|掸掉
_ACTS = re.compile(f"[{HAN}][着掉起]|突[发然]|一[早边大手把口]")
# 阿布都外力, 阿勒腾别克: characters that are of such names only beside these
_ALSO_TURKIC = re.compile("(?<=阿)[不布卜]|外(?=力)|(?<=[勒力提])腾(?=别)")


_SURNAME_AND_SOUNDS = 4


def written_by_sounds(name: str) -> bool:
    """Tell whether a name of more than three characters is one of Uyghurs, Kazakhs, Tibetans or Mongols: 古丽米热, 次旦卓嘎.

    So is one behind a surname: 包|乌仁其木格.
    """
    if name[:1] in SURNAMES and len(name) >= _SURNAME_AND_SOUNDS and _MONGOLIAN.issuperset(name[1:]):
        return True
    if len(name) == 4 and (name[:2] in _TIBETAN or name[2:] in _TIBETAN):
        return True
    return 4 <= len(name) <= 9 and (
        _MONGOLIAN.issuperset(name) or TURKIC.issuperset(re.sub("阿[不卜]|[外凯卓日]", "", name))
    )


def _is_tibetan(text: str, start: int) -> bool:
    """Tell whether two Tibetan names of two characters begin here, at least one of them well known: 扎西才让, 丹正昂青."""
    first, second = text[start : start + 2], text[start + 2 : start + 4]
    if first in _TIBETAN and second in _TIBETAN:
        return True
    return (
        (first in _TIBETAN or second in _TIBETAN)
        and _ALL_HAN_GIVEN.fullmatch(first + second) is not None
        and not _AFTER.match(text, start + 2)
        and not _NOT_INSIDE.search(first + second)
        and second[-1] not in "和与及"
        and not _NEVER.search(first + second)
        and _STRONG.match(text, start + 4) is not None
    )


def _never_given(part: str) -> bool:
    return bool(_NOT_LAST.search(part) or _NOT_INSIDE.search(part))


def _score(text: str, start: int, end: int, given: int) -> int:
    """Return how well a name ends here: 0 not at all; a word that begins inside the name speaks against it."""
    if not _AFTER.match(text, end):
        return 0
    score = 4 if _STRONG.match(text, end) else 2
    if given == 2:
        inner = _AFTER.match(text, end - 1)
        if inner and inner.end() > end and inner.end() - inner.start() > 1:
            score -= 3
        else:
            score += 1
    return score


# the characters that names of Uyghurs and Kazakhs are written with, and words that begin with one of them behind a name
TURKIC = frozenset(
    "阿艾买提麦图吐尔逊依明亚木里江古丽汗热合曼卡迪克孜森肉如则库班海努沙塔司马义伊斯吾守哈帕祖米吉瓦铁西布农色赛丹拉扎巴甫玉素那娜别苏来坦再姑加夏萨莱托洪力穆台坎达莎赫罕巧"
    "居玛胡尼巴叶尔江拜杰恩依萨阿帖孜旦穆耶斯木都勒地杜德什"
)
_NO_MORE_OF_IT = re.compile(
    "来[到自自说]|加入|合作|合力|合伙|里[的面有]|海[南外]|明[年天]|古[代城]|木工|力[争求]|如[今果]|别的|再[次也]|都[说是有在会能要]|地里|加[工快大强]|明[确白]|热[情心]"
)


def turkic_end(text: str, start: int, dot: int, stop: int) -> int | None:
    """Return where 买买提·吐尔逊 ends, whose last part goes on as long as its characters are of such names; None for others."""
    if dot - start < 2 or not TURKIC.issuperset(text[start:dot]):
        return None
    end = dot + 1
    while (
        end < stop
        and (text[end] in TURKIC or text[end - 1 : end + 1] in ("阿不", "阿卜"))
        and not (end - dot > 2 and _NO_MORE_OF_IT.match(text, end))
    ):
        end += 1
    return end if end - dot > 2 else None


_DU = re.compile("[不布卜甫]都[拉热沙克吾尼勒外依]")
"""阿不都拉, 阿卜都热依木: 都 inside a name."""


def _trim_foreign(text: str, found: re.Match[str]) -> int:
    """Return where the last part of a dotted name ends: before a word that may stand after a name."""
    dot = text.rfind("·", found.start(), found.end())
    turkic = turkic_end(text, found.start(), dot, found.end())
    if turkic is not None:
        return turkic
    for end in range(dot + 2, found.end()):
        if (_AFTER.match(text, end) or _DONE.match(text, end)) and end - dot > 2 and not _DU.match(text, end - 1):
            return end
    return found.end()


# 甲·乙斯|圆满完成
_DONE = re.compile("圆满|顺利|成功")

# 摄, 文 end the name of who took or wrote it only before a mark: in 首相江原文彦 they are part of the name
_INSIDE = re.compile(rf"[文摄][{HAN}]|因\d{{1,2}}日")


def trimmed_foreign(text: str, start: int, end: int) -> int | None:
    """Return where a foreign name (普京, 米佐塔基斯) ends: before the first word that may follow a name; None if none does."""
    for at in range(start + 2, end + 1):
        if at - start > 8 and "·" not in text[start:at]:
            return None
        if _AFTER.match(text, at) and text[at - 1] != "·" and text[at : at + 1] != "·" and not _INSIDE.match(text, at):
            return at
    return None


def may_follow_name(text: str, end: int) -> bool:
    """Tell whether what stands here is a mark, a word or a character that may stand right after a name."""
    return bool(_AFTER.match(text, end))


def looks_like_name(word: str) -> bool:
    """Tell whether a word has the shape of a Chinese personal name (used for lists and bylines)."""
    word = word.replace(" ", "")
    if not _ALL_HAN.fullmatch(word):
        return False
    if "·" in word:
        return bool(_FOREIGN.fullmatch(word))
    if len(word) == 4 and word[:2] in _TIBETAN and word[2:] in _TIBETAN:
        return True
    surname = 2 if word[:2] in COMPOUND_SURNAMES else 1
    if surname == 1 and word[:1] not in SURNAMES:
        return False
    return 1 <= len(word) - surname <= 2 and not _NOT_INSIDE.search(word[surname:]) and not _NEVER.search(word)
