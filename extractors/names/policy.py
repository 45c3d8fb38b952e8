"""Policies: titles in 《》 with their document numbers, and untitled documents named by what they are."""

from __future__ import annotations

import re

from extractors.lexicon import HAN, alternatives
from extractors.names import accords, bills, untitled
from extractors.reading import Entity, Reading
from extractors.text import occurrences

_TITLED = re.compile(r"《(?P<name>[^《》\n]{2,80}(?:《[^《》\n]{2,60}》[^《》\n]{0,40})?)》")
_NUMBER = re.compile(rf"[（(]?(?P<number>[{HAN}]{{1,10}}[〔\[【（(](?:19|20)\d\d[〕\]】）)]第?\d{{1,4}}号)")
_DOCUMENT = (
    "规划 纲要 请示 意见 办法 条例 规定 方案 通知 决定 决议 公告 通告 细则 通报 法 标准 规范 指南 计划 报告 要点 目录 措施 若干 制度 实施 草案 修订 宣言 公报 声明 协议 备忘录 "
    "预案 导则 章程 准则 守则 清单 白皮书 蓝皮书 倡议 批复 函 令 法案 公约 协定 责任书 承诺书 倡议书 合同 纪要 议程 建议 政策 责任 议案 条件 名录 行动 考核 重点任务 指引 规程 分解表 分工表 任务表 大纲 战略 框架 路线图 议定书 条约 宪章 名单 文件 测评体系 评价体系 指标体系 规则 通则 修正案"
).split()
_ENDS = re.compile("|".join(_DOCUMENT) + "|(?<![第一二三四五六七八九十])[一二三四五六七八九十]{1,3}条\\Z|名录")
_PAPER = re.compile("(?:白|蓝|绿)皮书|(?:年度)?报告(?!会|文学)")
# 《黄渠桥羊羔肉》地方标准
_STANDARD = re.compile(rf"(?:[{HAN}]{{2,6}})?(?:地方|团体|行业|国家|企业)标准")
# 公布的《世界经济展望》
_PUT_OUT = re.compile(r"(?:发布|公布)(?:了|的)?$")
_WORKS = re.compile("习近平(?:论|关于)")
_SHOWN = re.compile(
    r"[^，。]{0,6}(?:歌|片|曲|视频|海报|专辑|主题|预告|剧|数字|栏目|节目)|(?:《[^《》]{2,40}》)*等\d*[个项部档台场][^，。]{0,6}(?:项目|活动|节目|作品|剧)"
)
_NOT_POLICY = re.compile(
    r"日报|晚报|新闻|联播|节目|电影|歌|小说|杂志|周刊|诗|选集|全集|文选|读本|读物|故事|印象|之歌|之光|组曲|舞|戏"
)
_HEAD = (
    r"事故调查报告|规划(?:纲要|建议)?|纲要|意见|办法|条例|规定|方案|细则|预案|计划|工作要点|要点|议程|清单|名单|公报|宣言|决定|决议|白皮书|(?:\d{1,3}|[一二三四五六七八九十]{1,3})条(?:政策)?(?:措施|举措)|若干措施|若干举措|若干政策措施|(?<!的)相关政策|目录|标准|规则|指南|公约|专报|公告|通告|"
    r"(?:参考|建议)选题|选题和督办方式|工作安排|调研安排|协商会安排|工作总结|工作报告稿?|情况报告|通知|推介结果|评选结果|实施意见|责任书"
)
_STRONG_VERB = r"审定并(?:原则)?通过|审议通过|审议并通过|审议并原则通过|讨论并原则通过|原则通过|讨论通过|表决通过|批准了|书面审议|审议|审定|制定印发|印发|出台|制定实施|制定出台|制定|发布(?!会)的?|公布的?|推出|宣读|签订|签署|讨论|解读|修订|研究部署|研究(?![院所生员室中])|启动|普及|通过"
_LISTED = re.compile(rf"(?:{_STRONG_VERB})(?!意见)(?:了|并|《)?(?P<list>[^，。；：？！\n《》]{{4,160}})")
_ITEM = re.compile(
    rf"(?P<name>(?![^、]{{0,30}}等[^、]{{0,10}}条)(?:关于[^、]{{2,60}}?的(?:决议|决定|意见|通知|报告|批复|公告|公示|办法|规定)|[^、]{{2,60}}?(?:{_HEAD}|(?:办法|规定|细则)稿|情况的报告))(?:（(?:[^（）]{{2,6}}|\d{{4}}[—－-]\d{{4}}年?)）)?)(?=、|$|和[{HAN}]|的(?:通知|公告|函)(?:$|（)|等|执行(?!情况)|，|并|上(?:获悉|了解|看到)|显示)"
)
_PLAN = re.compile(
    r"(?<![\u4e00-\u9fff《])政府工作报告|(?<=[和对照实入绕议论取])政府工作报告|(?<=[学热]习)政府工作报告|(?<=今年的)政府工作报告|(?<=今年)政府工作报告|党的(?:十[六七八九]|二十)大报告|(?:(?<=编制)|(?<=制定)|(?<=实施)|(?<=施好)|(?<=实现)|(?<=完成))(?![实制编和并与及好])[\u4e00-\u9fff]{2,10}(?<![和与及、])“十[一二三四五六]五”规划(?:纲要|建议)?|[我全]军建设“十[一二三四五六]五”规划|“?十[一二三四五六]五”?规划(?:和20\d\d年远景目标)?(?:纲要|建议)?|联合国宪章|(?:\d{4}年)?中央一号文件|第[一二三四五六七八九十]{1,3}版[\u4e00-\u9fff]{0,8}?(?:防控|诊疗)方案|中央八项规定|(?:\d{4}年(?:度)?)?第[〇○零一二三四五六七八九十百\d]{1,6}号(?:主席令|国务院令|(?:[省市县区州镇乡]级?)?(?:双|副)?总?(?:河|林|田|路|湖)(?:湖)?长令(?!《)|总指挥令|森林防火令|禁火令|令(?=《|[，。]))"
)
_LAWS = (
    "宪法 民法典 刑法 立法法 监督法 代表法 监察法 选举法 国务院组织法 全国人大组织法 地方组织法 刑事诉讼法 民事诉讼法 行政诉讼法 行政处罚法 行政许可法 行政复议法 环境保护法 安全生产法 食品安全法 "
    "土地管理法 森林法 草原法 长江保护法 黄河保护法 水法 防洪法 消防法 反间谍法 数据安全法 网络安全法 个人信息保护法 教育法 义务教育法 劳动法 劳动合同法 公司法 审计法 预算法 统计法 公务员法 "
    "反有组织犯罪法 反电信网络诈骗法 反恐怖主义法 国家安全法 保密法 保守国家秘密法 家庭教育促进法 法律援助法 人民调解法 社会保险法 工会法 "
    "道路交通安全法 治安管理处罚法 禁毒法 农业法 农村土地承包法 粮食安全保障法 水土保持法 水污染防治法 大气污染防治法 噪声污染防治法 野生动物保护法 文物保护法 "
    "非物质文化遗产法 城乡规划法 招标投标法 政府采购法 消费者权益保护法 产品质量法 反不正当竞争法 反垄断法 商标法 专利法 著作权法 广告法 电子商务法 民营经济促进法 "
    "外商投资法 慈善法 献血法 疫苗管理法 职业病防治法 特种设备安全法 突发事件应对法 防震减灾法 英雄烈士保护法 兵役法 国防动员法 退役军人保障法 村民委员会组织法 "
    "法官法 检察官法 律师法 行政强制法 国家赔偿法 档案法 爱国主义教育法 学前教育法 职业教育法 教师法 科学技术进步法 农民专业合作社法 渔业法 动物防疫法 "
    "乡村振兴促进法 就业促进法 老年人权益保障法 未成年人保护法 妇女权益保障法 反家庭暴力法 传染病防治法 药品管理法 种子法 畜牧法 农产品质量安全法 海洋环境保护法 湿地保护法 政协章程 党章"
).split()
_LAW = re.compile(
    rf"(?<![{HAN}《])(?:{alternatives(_LAWS)})(?![宣日修赋学律规定精意{HAN}]|室)|(?:(?<=[召开席照据行对改订施实习用合施彻守反和及、行以了议于讲解读])|(?<=[^治]宣传)|(?<=[改订]后的))(?:{alternatives(_LAWS)})(?![宣日律室]|和?法律委)"
)
# 启动某某法执法检查, 对某某法实施情况进行检查
_CARRIED_OUT = re.compile(
    rf"(?:启动|开展|对|区域内|进行|关于|听取)(?P<law>(?:(?![对了的在区行《])[{HAN}]){{2,14}}法)(?=(?:贯彻)?(?:执法检查|实施情况))"
)
# 某某法将于11月1日起施行: wherever the article names it
_IN_FORCE = re.compile(
    rf"(?:(?<![{HAN}])|(?<=新修订的)|(?<=新修改的)|(?<=修订后的)|(?<=介绍))(?P<law>(?:(?![的了将于自在对和与及从是新该这《])[{HAN}]){{2,18}}(?<![办方做执立司看说手书合守依违非用无设宪想语算招魔疗])法)(?=(?:将|已|也|正式)*[于自从][^，。；]{{2,14}}(?:施行|实施|生效)|(?:正式)?(?:颁布)?(?:施行|实施)(?:以来|[\d一二三四五六七八九十]{{1,3}}周?年))"
)
# 推进实施|某某产业链现代化建设三年行动计划
_PLAN_OF_ACTION = re.compile(
    rf"(?:实施|落实)(?:好|了)?(?P<name>(?:(?![的了好、和与]|一批|一项|新一轮|相关|有关|各项|系列)[{HAN}\d—]){{4,28}}(?:行动计划|(?<!有关)(?<!相关)(?<!系列)指导意见))(?=[，。；、]|及|和|以来)"
)
_GENERIC_ITEM = re.compile(
    rf"^(?:了|新的|有关|人事任免|完善的?|健全的?|科学|合理|可行的?|切实可行的?|关于|相关|该|这一|这项|本|各项|各类|具体|一批|一系列|一项|工作|实施|行动|有|新|原|上述|年度|重点|监督|以下|下一步|初步|详细|系列|配套|专项|应急|国家|地方|行业|两|三|多项|\d+[项个份条])*(?:{_HEAD}|工作方案|工作计划|实施方案|行动计划|行动方案|指导意见|工作报告|管理办法|管理规定|实施办法|实施细则)$"
)


def read(reading: Reading) -> None:
    """Add the policies of the article; a document number behind the title is its property."""
    text = reading.text
    short: list[re.Match[str]] = []
    for m in _TITLED.finditer(text):
        name = reading.simplified[m.start("name") : m.end("name")]
        if name.endswith("会") or (_NOT_POLICY.search(name) and not _ENDS.search(name[-6:])):
            continue
        put_out = _PUT_OUT.search(text, max(0, m.start() - 6), m.start()) and not _SHOWN.match(text, m.end())
        if (
            not _ENDS.search(name)
            and not _PAPER.match(text, m.end())
            and not put_out
            and not _STANDARD.match(text, m.end())
            and not _WORKS.match(name)
        ):
            continue
        if len(name) <= _SHORT or _CALLED.search(text, max(0, m.start() - 6), m.start()):
            short.append(m)
            continue
        number = _NUMBER.match(text, m.end())
        entity = reading.entity("Policy", name, number=_plain(number["number"]) if number else None)
        reading.claim(entity, m.start(), m.end(), "policy-titled", 0.95)
    bills.read(reading)
    accords.read(reading)
    untitled.read(reading)
    for m in _PLAN.finditer(text):
        reading.claim(reading.entity("Policy", m[0]), m.start(), m.end(), "policy-plan", 0.85)
    for m in _LAW.finditer(text):
        reading.claim(reading.entity("Policy", m[0]), m.start(), m.end(), "policy-law", 0.75)
    for m in _CARRIED_OUT.finditer(text):
        reading.claim(reading.entity("Policy", m["law"]), *m.span("law"), "policy-law", 0.75)
    for name in dict.fromkeys(m["law"] for m in _IN_FORCE.finditer(text)):
        for start, end in occurrences(text, name):
            if reading.free(start, end) and not text.startswith(("治", "律", "院", "规", "制"), end):
                reading.claim(reading.entity("Policy", name), start, end, "policy-law", 0.75)
    for m in _PLAN_OF_ACTION.finditer(text):
        if not _GENERIC_ITEM.match(m["name"]):
            reading.claim(reading.entity("Policy", m["name"]), *m.span("name"), "policy-action-plan", 0.75)
    for m in _PASSED.finditer(text):
        _laws(reading, m.start("list"), m.end("list"))
    for m in _LISTED.finditer(text):
        if not _by_commas(reading, m.start("list")):
            _listed(reading, m.start("list"), m.end("list"))
    for m in _BETWEEN.finditer(text) if "》" in text else ():
        if "》" not in text[reading.sentence(m.start()).start : m.start()]:
            continue
        reading.claim(reading.entity("Policy", m["name"]), *m.span("name"), "policy-between", 0.75)
    for m in short:
        _short(reading, m)
    _again(reading)


def _again(reading: Reading) -> None:
    """关于调整|柳湾县小额贷款试点管理办法|有关问题的通知: a title that the article gives in 《》 stands without them, too."""
    for entity in list(reading.of_label("Policy")):
        plain = _DRAFT_OF.sub("", entity.name)
        known = reading.known("Policy", plain) if plain != entity.name else None
        if (
            known is not None
            and known is not entity
            and not any(reading.text.startswith("《", m.start) for m in known.mentions)
        ):
            reading.merge(entity, known)
        if len(entity.name) > _SHORT and any(reading.text.startswith("《", m.start) for m in entity.mentions):
            for start, end in occurrences(reading.text, entity.name):
                reading.claim(entity, start, end, "policy-memory", 0.85)
            action = _ACTION.match(entity.name)
            for start, end in occurrences(reading.text, action["what"]) if action else ():
                if not reading.text.startswith(("方案", "计划"), end):
                    reading.claim(entity, start, end, "policy-action", 0.8)


# 对《发展规划纲要（草案）》…, in the title 发展规划纲要
_DRAFT_OF = re.compile("（(?:草案|征求意见稿|讨论稿|送审稿)）$")
# 《水网建设行动方案（2024—2030年）》: 实施|水网建设行动
_ACTION = re.compile(r"(?P<what>[^（）]{4,40}行动)(?:实施|工作|总体)?(?:方案|计划)(?:（[^（）]{1,20}）)?$")

_SHORT = 6
_CALLED = re.compile(r"简称(?:为|：)?$")
_KIND_ONLY = re.compile(
    rf"(?:监管|管理|工作|实施|暂行|行动|总体|若干|专项|重点|指导|三年|年度|监督|建设|发展|本|该)*(?:{_HEAD})"
)
_VERSION = re.compile(r"[（(][^（）()]{1,12}[）)]$")


def _short(reading: Reading, m: re.Match[str]) -> None:
    """《办法》, 《监管计划》: the longer title before it that has these words, else a document of its own."""
    name = reading.simplified[m.start("name") : m.end("name")]
    called = _CALLED.search(reading.text, max(0, m.start() - 6), m.start())
    kind = _KIND_ONLY.fullmatch(name)
    before = [n.entity for n in reading.names(0, m.start(), "Policy")][::-1]
    behind = [n.entity for n in reading.names(m.end(), None, "Policy")]
    same = [e for e in before if called or (name in e.name if kind else _VERSION.sub("", e.name).endswith(name))]
    if not same and kind:
        same = [e for e in behind if name in e.name]
    if same:
        reading.alias(same[0], name)
    entity = same[0] if same else reading.entity("Policy", name)
    reading.claim(entity, m.start(), m.end(), "policy-short" if same else "policy-titled", 0.9)


# 会议表决通过了学前教育法、新修订的文物保护法、关于修改…的决定
_PASSED = re.compile(r"(?:表决通过|审议通过|通过|审议)了?(?P<list>[^，。；：？！\n《》]{3,200})")
_LISTED_LAW = re.compile(
    rf"(?P<revised>(?:新|重新)?(?:修订|修改|制定)后?的)?(?P<law>[{HAN}]{{2,18}}(?<![办方做执立司看说手书合守依违非用无设宪想语算招魔疗])法)(?=、|和|$)"
)


def _laws(reading: Reading, start: int, end: int) -> None:
    at = start
    while at < end:
        m = _LISTED_LAW.match(reading.text, at, end)
        if m is not None and not re.search("的|关于|审议", m["law"]):
            law = reading.entity("Policy", m["law"])
            reading.claim(law, m.start("law"), m.end(), "policy-law-listed", 0.8)
            if m["revised"]:
                reading.alias(law, m[0])
        step = reading.text.find("、", at, end)
        if step < 0:
            return
        at = step + 1


_NO_ITEM = re.compile(
    r"等各项|^关于[^、的]{2,12}工作报告$|(?:提出|吸纳|采纳|听取|收集|梳理|反馈)[^、]{0,8}意见$|^[的和及与或]|^好|本村的|^(?:个性化|差异化|针对性)|^(?:周密|详细|详尽|切实可行|科学|具体|完善|严密|细致|可行|专门|初步|相应|合理|严格)的|的具体|等(?:\d+[条项]|(?:应急)?(?:预案|方案|规划|计划|办法|制度|意见|措施)$)|^(?:近?\d+(?![\d年])|[和并]?(?:完善|健全|修订|制定)|一批|一份|首批|多份|相关|有关|印发|提出|本(?:地|部门|单位|级|省|市|县|行业)|各|若干|多[项个份])|[是在将把]|^召开|我们|他们|(?:审议|处理|反馈|审查|评审|征求|书面)意见$|的(?:最优|最佳)|对(?:相关|有关)|贯彻(?:落实)?的?(?:具体)?(?:意见|措施|举措|方案)$"
)


# …工作要点和|立法、监督、代表工作计划: one document for several fields
_ROW_OF_ONE = re.compile(
    rf"(?<=[和了])(?P<name>(?:[{HAN}]{{2,4}}(?<!计划|要点|方案|报告|办法|草案|纲要|意见)、){{1,6}}[{HAN}]{{2,4}}工作(?:计划|要点))"
)
_TO_DO = re.compile(
    r"^(?:了|[^、]{0,12}关于提请审议|(?:提交|提请)[^、]{2,30}审议的|拟向[^、]{2,24}推荐的|(?:审查|审议|听取|批准)(?:和批准|并批准)?)"
)
_ABOUT = re.compile("了?关于")
_ENDS_TITLE = re.compile("的(?:决议|决定|意见|通知|报告|批复|公告|办法|规定|方案)$")
_NOTICES = ("的通知", "的批复", "的通告", "的公告", "的函")


def _listed(reading: Reading, start: int, end: int) -> None:
    """审议通过了…要点、…计划、…的决定: each item of the list that ends in what a document is called."""
    text, at, opened = reading.text, start, -1
    while at < end:
        m = _ROW_OF_ONE.match(text, at, end) or _ITEM.match(text, at, end)
        if m is None:
            step = text.find("、", at, end)
            if step < 0:
                return
            opened = at if _ABOUT.match(text, at) else opened
            at = step + 1
            continue
        name = _TO_DO.sub("", m["name"])
        begin = m.end("name") - len(name)
        if opened >= 0 and not _ABOUT.match(name):
            opened = -1 if _ENDS_TITLE.search(name) else opened
            at = m.end("name") + 1  # 关于甲|、乙的决议: of one title the end
            continue
        rest = name.endswith(_NOTICES) and not name.startswith("关于") and "关于" in text[max(0, begin - 50) : begin]
        if rest:
            at = m.end("name") + 1  # 关于公布…的通知: the end of the notice's own title
            continue
        if (
            len(name) >= 6
            and not _GENERIC_ITEM.match(name)
            and not _NO_ITEM.search(name.partition("关于")[0] or name.removeprefix("关于在"))
        ):
            listed = _titled(reading, name) or reading.entity("Policy", name)
            if bills.of_people(name) and reading.free(begin, m.end("name")):
                reading.mention(listed, begin, m.end("name"), "policy-listed", 0.7)
            else:
                reading.claim(listed, begin, m.end("name"), "policy-listed", 0.7)
        at = m.end("name") + 1


def _titled(reading: Reading, name: str) -> Entity | None:
    """发布|水上客运自律公约: the document that 《柳湾县航运协会水上客运自律公约》 names in full, under this name, too."""
    longer = [
        e
        for e in reading.of_label("Policy")
        if e.name != name and e.name.endswith(name) and any(reading.text.startswith("《", m.start) for m in e.mentions)
    ]
    if len(longer) == 1:
        reading.alias(longer[0], name)
        return longer[0]
    return None


# 审议《…办法》、|关于…的请示|、《…方案》以及|关于…的请示|: items without marks in a list that has some with them
_BETWEEN = re.compile(
    r"(?:(?<=[》）示案定告][、和及])|(?<=[》）示案定告]以及))"
    r"(?P<name>关于(?:(?!关于|召开)[^，。；：《》、\n]){3,60}?的(?:请示|议案|决议|决定|报告))(?=[、和及，。；]|以及)"
)
_PIECE = re.compile(
    rf"(?P<name>[^，。；：？！\n《》]{{4,70}}?(?:{_HEAD}|安排))(?:（[^（）]{{2,6}}）)?(?P<more>等)?(?=[，。；\n]|$)"
)


def _by_commas(reading: Reading, start: int) -> bool:
    """审议通过了…工作办法，…2023年学习计划，…工作要点等: three or more that commas divide; 、 and 和 are inside them."""
    items, at = [], start
    while (m := _PIECE.match(reading.text, at)) is not None:
        items.append(m)
        if m["more"] or not reading.text.startswith("，", m.end()):
            break
        at = m.end() + 1
    if len(items) < _SERIES:
        return False
    for item in items:
        begin = item.start("name") + item["name"].startswith("了")
        reading.claim(
            reading.entity("Policy", reading.text[begin : item.end("name")]),
            begin,
            item.end("name"),
            "policy-series",
            0.75,
        )
    return True


_SERIES = 3


def _plain(number: str) -> str:
    """Return a document number with the brackets that the standard asks for: 国发〔2024〕12号."""
    return re.sub(r"[〔\[【（(]((?:19|20)\d\d)[〕\]】）)]", r"〔\1〕", number)
