"""Measurements: which numbers count, what they measure, and whose they are."""

from __future__ import annotations

import re

import pytest

from extractors import measurement
from extractors.quantities import find_quantities
from extractors.reading import Entity, Reading
from extractors.text import normalise
from graph.fragment import Article
from tests.extractors.reading_of import edges
from tests.extractors.reading_of import read as whole

NAMES = {
    "Place": ["云岭县", "白石镇", "柳湾村", "青禾市", "河口区", "东山村", "平湖市"],
    "Company": ["恒远纺织有限公司", "青禾重工集团"],
    "Organization": ["云岭县人民医院", "柳湾村养老服务中心", "青禾种植合作社"],
    "Agency": ["云岭县水利局", "青禾市统计局", "云岭县委", "应急部", "财务部", "云岭海关"],
    "Person": ["周大川", "何小满"],
    "Project": ["北渠改造工程", "光伏玻璃生产线项目"],
}


def read(text: str, title: str = "简讯", date: str | None = "2025-04-02") -> Reading:
    """Return the reading of an article in which the names of NAMES are known."""
    reading = Reading.of(Article(id="a", title=title, body=text, date=date))
    known = [(name, label) for label, names in NAMES.items() for name in names]
    for name, label in sorted(known, key=lambda item: -len(item[0])):
        for found in re.finditer(name, reading.text):
            reading.claim(reading.entity(label, name), found.start(), found.end(), "test")
    measurement.read(reading)
    return reading


def whose(reading: Reading, entity: Entity) -> str:
    """Return the names of the owners of a measurement."""
    owners = [f.source for f in reading.facts if f.type == "HAS_MEASUREMENT" and f.target is entity]
    return "、".join(o.name for o in owners if isinstance(o, Entity))


def owners_of(text: str, **events: str) -> list[str]:
    """Return `number owner` for each measurement; `events` gives label and name of what takes place in the text."""
    reading = Reading.of(Article(id="a", title="简讯", body=text, date="2025-04-02"))
    known = [(name, label) for label, names in NAMES.items() for name in names]
    for name, label in sorted(known, key=lambda item: -len(item[0])):
        for found in re.finditer(name, reading.text):
            reading.claim(reading.entity(label, name), found.start(), found.end(), "test")
    for label, name in events.items():
        kind = "ceremony" if name.endswith("仪式") else None
        start = reading.text.index(name)
        reading.mention(reading.entity(label, name, kind=kind), start, start + len(name), "test")
    measurement.read(reading)
    return [f"{m.properties['value']} {whose(reading, m)}".strip() for m in reading.of_label("Measurement")]


# sentence, and for each measurement: name, value and unit, date, owner
CASES: list[tuple[str, list[str]]] = [
    # what 其中 goes into is dated as the whole, unless it has a day of its own
    (
        "2024年云岭县出口27亿元，同比微降0.1%。其中，纺织品15亿元。",
        ["出口 27 亿元 2024 云岭县", "出口同比微降 0.1 % 2024 云岭县", "纺织品 15 亿元 2024 云岭县"],
    ),
    (
        "2024年，云岭县出口9亿元。其中，2023年纺织品出口2亿元。",
        ["出口 9 亿元 2024 云岭县", "纺织品出口 2 亿元 2023 云岭县"],
    ),
    ("云岭县日均客流量是平时的3倍。", ["日均客流量与平时之比 3 倍 云岭县"]),
    ("云岭县进口首次迈上亿元台阶，2024年达3亿元。", ["进口 3 亿元 2024 云岭县"]),
    ("云岭县组建20个涉及医药、材料等领域的联合体。", ["联合体 20 个 云岭县"]),
    ("活动覆盖全国10多个地市县。", ["地市县 10 个"]),
    ("经审核，认定柳湾种业有限公司等63家企业为省级节水示范企业（名单见附件）。", ["省级节水示范企业 63 家"]),
    ("到2025年，非化石能源消费占比达到18.9%。", ["非化石能源消费占比 18.9 % 2025"]),
    ("2024年5月，通胀预期从上个月的6.5%上升至7.3%。", ["通胀预期 6.5 % 2025-03", "通胀预期 7.3 % 2024-05"]),
    ("开工的21个项目总投资48.6亿元。", ["项目 21 个", "总投资 48.6 亿元"]),
    ("经审核，认定第一批省级古渡口9个，现予公布。", ["第一批省级古渡口 9 个"]),
    (
        "山茶花覆盖3个“星火计划”合作国家，送来90顶帐篷、81家电商平台参与。",
        ["“星火计划”合作国家 3 个", "帐篷 90 顶", "电商平台 81 家"],
    ),
    ("云岭县与恒远纺织有限公司签订总投资10亿元的协议。", ["总投资 10 亿元 云岭县"]),
    ("云岭县20多万亩玉米大豆长势喜人。", ["玉米大豆 20 万亩 云岭县"]),
    ("云岭县新增并网容量同比增长14.8%。", ["新增并网容量同比增长 14.8 % 云岭县"]),
    ("云岭县已派出15个代表团。", ["代表团 15 个 云岭县"]),
    ("白石镇累计回港避风船只80艘。", ["港避风船只 80 艘 白石镇"]),
    ("白石镇有12个村开展试点。首批12个村投入80万元。", ["村 12 个 白石镇", "投入 80 万元 白石镇"]),
    ("恒远纺织有限公司投资7个亿，产品畅销。", ["投资 7 亿 恒远纺织有限公司"]),
    ("全国粮食产量5亿斤。我国油料产量2亿斤。", ["粮食产量 5 亿斤 全国", "油料产量 2 亿斤 全国"]),
    ("柳湾村托管土地面积从1200亩增至2600亩。", ["托管土地面积 1200 亩 柳湾村", "托管土地面积 2600 亩 柳湾村"]),
    ("柳湾村土地面积逐年增长，从1200亩增至2600亩。", ["土地面积 1200 亩 柳湾村", "土地面积 2600 亩 柳湾村"]),
    (
        "恒远纺织有限公司产值由35多万元提高到710多万元。",
        ["产值 35 万元 恒远纺织有限公司", "产值 710 万元 恒远纺织有限公司"],
    ),
    ("恒远纺织有限公司工人由45多人扩展到180多人。", ["工人 45 人 恒远纺织有限公司", "工人 180 人 恒远纺织有限公司"]),
    (
        "今年一季度，云岭县完成固定资产投资12.5亿元，同比增长4.8%。",
        ["完成固定资产投资 12.5 亿元 2025-01/2025-03 云岭县", "完成固定资产投资同比增长 4.8 % 2025-01/2025-03 云岭县"],
    ),
    ("2024年，青禾市引进企业23家。", ["引进企业 23 家 2024 青禾市"]),
    ("2024年，青禾市先后引进31家规模以上食品企业。", ["规模以上食品企业 31 家 2024 青禾市"]),
    ("北渠改造工程总投资约7亿元，占地88.5亩。", ["总投资 7 亿元 北渠改造工程", "占地 88.5 亩 北渠改造工程"]),
    (
        "青禾重工集团实施的光伏玻璃生产线项目总投资6.2亿元，建成后年产值可达5亿元，新增就业460余人。",
        [
            "总投资 6.2 亿元 光伏玻璃生产线项目",
            "建成后年产值 5 亿元 光伏玻璃生产线项目",
            "新增就业 460 人 光伏玻璃生产线项目",
        ],
    ),
    ("柳湾村养老服务中心建筑面积1300多平方米。", ["建筑面积 1300 平方米 柳湾村养老服务中心"]),
    ("村里新建了建筑面积600平方米的柳湾村养老服务中心。", ["建筑面积 600 平方米 柳湾村养老服务中心"]),
    ("云岭县人民医院现有床位500张、职工1,200人。", ["床位 500 张 云岭县人民医院", "职工 1200 人 云岭县人民医院"]),
    (
        "云岭县地表温度3.4℃，比常年同期偏高1.2℃；平均降雪量8.7毫米。",
        ["地表温度 3.4 ℃ 云岭县", "地表温度比常年同期偏高 1.2 ℃ 云岭县", "平均降雪量 8.7 毫米 云岭县"],
    ),
    ("云岭县共拆除旧房218间，其中白石镇67间。", ["拆除旧房 218 间 云岭县", "拆除旧房 67 间 白石镇"]),
    ("柳湾村村集体收入达52万元，85%的村民用上了自来水。", ["村集体收入 52 万元 柳湾村", "村民 85 % 柳湾村"]),
    ("青禾市高新技术企业达1.36万家，人才规模近12万。", ["高新技术企业 1.36 万家 青禾市", "人才规模 12 万 青禾市"]),
    ("青禾市算力总规模超0.9万P。", ["算力总规模 0.9 万P 青禾市"]),
    ("水厂处理能力为1.8万吨/日。", ["水厂处理能力 1.8 万吨/日"]),
    (
        "光伏玻璃生产线项目设计年产量20万吨，工期24个月。",
        ["设计年产量 20 万吨 光伏玻璃生产线项目", "工期 24 个月 光伏玻璃生产线项目"],
    ),
    ("云岭县水利局把审批时限压缩至4个工作日。", ["审批时限 4 个工作日 云岭县水利局"]),
    ("云岭县为240余家企业解决难题380余项。", ["企业 240 家 云岭县", "解决难题 380 项 云岭县"]),
    (
        "青禾种植合作社带动农户60户，户均增收3000元。",
        ["带动农户 60 户 青禾种植合作社", "户均增收 3000 元 青禾种植合作社"],
    ),
    ("记者从青禾市统计局获悉，云岭县新开工项目57个。", ["新开工项目 57 个 云岭县"]),
    ("在白石镇，青禾重工集团投入资金800万元。", ["投入资金 800 万元 青禾重工集团"]),
    ("全国新设立企业2.6万家。", ["新设立企业 2.6 万家 全国"]),
    ("柳湾村种上了果树。该村有大棚120座。", ["大棚 120 座 柳湾村"]),
    ("柳湾村变了样。人均纯收入18450元。", ["人均纯收入 18450 元 柳湾村"]),
    ("东山村5个合作社已经联合起来。", ["合作社 5 个 东山村"]),
    ("云岭县粮食产量1.2亿斤，较2023年增长3.1%。", ["粮食产量 1.2 亿斤 云岭县", "粮食产量较2023年增长 3.1 % 云岭县"]),
    ("青禾市进出口额6.5亿美元，下降0.4个百分点。", ["进出口额 6.5 亿美元 青禾市", "进出口额下降 0.4 个百分点 青禾市"]),
    ("到2027年，云岭县建成充电桩3000个。", ["建成充电桩 3000 个 2027 云岭县"]),
    ("云岭县人口达14万多人。", ["人口 14 万人 云岭县"]),
    (
        "北渠改造工程全长63.5公里，设计流量5立方米每秒。",
        ["全长 63.5 公里 北渠改造工程", "设计流量 5 立方米每秒 北渠改造工程"],
    ),
    ("云岭县新增装机容量100万千瓦。", ["新增装机容量 100 万千瓦 云岭县"]),
    ("河口区铺设管网20—30公里。", ["铺设管网 20 公里 河口区", "铺设管网 30 公里 河口区"]),
    ("河口区接待游客3.2万人次，实现旅游收入1800万元。", ["接待游客 3.2 万人次 河口区", "旅游收入 1800 万元 河口区"]),
    # after 分别 each value is of the name in its place
    (
        "云岭县汽车及配件、船舶、茶具出口分别增长6%、8%、9%。",
        [
            "汽车及配件出口增长 6 % 云岭县",
            "船舶出口增长 8 % 云岭县",
            "茶具出口增长 9 % 云岭县",
        ],
    ),
    (
        "前8个月，云岭县出口30亿元。8月当月，云岭县出口4亿元。",
        ["出口 30 亿元 2024-01/2024-08 云岭县", "出口 4 亿元 2024-08 云岭县"],
    ),
    (
        "云岭县石料开采、冶炼分离总量控制指标分别为14万吨、13万吨。",
        ["石料开采总量控制指标 14 万吨 云岭县", "冶炼分离总量控制指标 13 万吨 云岭县"],
    ),
    (
        "云岭县最低气温零下10摄氏度，高压线下方降到3摄氏度。",
        ["最低气温 -10 摄氏度 云岭县", "高压线下方降到 3 摄氏度 云岭县"],
    ),
    ("自2023年10月7日新一轮整治以来，云岭县关停企业30家。", ["关停企业 30 家 云岭县"]),
    ("聘任周大川、何小满2人为顾问。", ["人数 2 人"]),
    ("云岭县新建住房占比达78%。", ["新建住房占比 78 % 云岭县"]),
    ("柳湾村共有524户1860口人，村卫生室3所。", ["户数 524 户 柳湾村", "人口 1860 口 柳湾村", "村卫生室 3 所 柳湾村"]),
    ("恒远纺织有限公司成立于2006年，现有厂房90平方米。", ["厂房 90 平方米 恒远纺织有限公司"]),
    ("恒远纺织有限公司2012年成立，主要加工棉花，拥有专利26项。", ["专利 26 项 恒远纺织有限公司"]),
    ("统计数据显示，云岭县茶叶产量比去年同期增长9%。", ["茶叶产量比去年同期增长 9 % 云岭县"]),
    ("云岭县出口4亿美元（约合30亿元人民币）。", ["出口 4 亿美元 云岭县"]),
    ("“我种了4个大棚，收入3万元。”种植户周大川高兴地说。", ["大棚 4 个 周大川", "收入 3 万元 周大川"]),
    ("云岭县茶产业对经济增长的贡献率高达61.4%。", ["贡献率 61.4 % 云岭县"]),
    (
        "云岭县茶叶、蚕桑产值分别增长6%、8%。",
        ["茶叶产值增长 6 % 云岭县", "蚕桑产值增长 8 % 云岭县"],
    ),
    (
        "去年，云岭县种茶3万亩，养蚕2万张，同比分别增长5%和9%。",
        [
            "种茶 3 万亩 2024 云岭县",
            "养蚕 2 万张 2024 云岭县",
            "种茶同比增长 5 % 2024 云岭县",
            "养蚕同比增长 9 % 2024 云岭县",
        ],
    ),
    (
        "云岭县新能源客车产销分别增长12%和15%。",
        ["新能源客车产量增长 12 % 云岭县", "新能源客车销量增长 15 % 云岭县"],
    ),
    (
        "云岭县茶产业增加值、竹产业增加值占农业比重分别达到21%、9%。",
        ["茶产业增加值占农业比重 21 % 云岭县", "竹产业增加值占农业比重 9 % 云岭县"],
    ),
    # the level, its share and its growth are three things
    (
        "云岭县茶产业增加值占农业增加值的比重达21%，较上年同期提高2个百分点。",
        ["茶产业增加值占农业增加值比重 21 % 云岭县", "茶产业增加值占农业增加值比重较上年同期提高 2 个百分点 云岭县"],
    ),
    # the noun behind a counter ends at the first verb, and may stand behind 的
    ("云岭县13万株盛开的山茶花迎来游客。", ["山茶花 13 万株 云岭县"]),
    ("云岭县300项标准推进服务业发展。", ["标准 300 项 云岭县"]),
    ("云岭县26家企业带来900个就业岗位。", ["企业 26 家 云岭县", "就业岗位 900 个 云岭县"]),
    ("云岭县与60个国家和地区开展贸易。", ["国家和地区 60 个 云岭县"]),
    ("云岭县建设150个省重点项目。", ["省重点项目 150 个 云岭县"]),
    ("2025年，云岭县推动茶产业增加值占农业比重突破30%。", ["茶产业增加值占农业比重 30 % 2025 云岭县"]),
    ("事故造成3人受伤。", ["受伤人数 3 人"]),
    ("云岭县取消行政许可事项（16项）。", ["取消行政许可事项 16 项 云岭县"]),
    # words that lead on to a number are no part of the name
    ("云岭县为消费者挽回经济损失43万元。", ["挽回经济损失 43 万元 云岭县"]),
    ("云岭县打造2—3个产业集群。", ["产业集群 2 个 云岭县", "产业集群 3 个 云岭县"]),
    ("云岭县有自然保护区36个，其中国家级5个。", ["自然保护区 36 个 云岭县", "国家级自然保护区 5 个 云岭县"]),
    ("云岭县粮食产量连续3年稳定在20万吨以上。", ["粮食产量 20 万吨 云岭县"]),
    ("云岭县连续3年投入120万元。", ["投入 120 万元 云岭县"]),
    ("恒远纺织有限公司节能300吨标煤。", ["节能 300 吨标煤 恒远纺织有限公司"]),
    ("2023年，云岭县全年实现营业收入13万元。", ["营业收入 13 万元 2023 云岭县"]),
    ("云岭县家电以旧换新突破3万台。", ["家电以旧换新 3 万台 云岭县"]),
    ("云岭县确保参保率稳定在96%以上，年内新扩茶园50亩。", ["参保率 96 % 云岭县", "新扩茶园 50 亩 云岭县"]),
    ("30多家冷库企业代表齐聚云岭县。", ["冷库企业代表 30 家"]),
    ("云岭县要在5月底前确保完成6万亩插秧任务。", ["插秧任务 6 万亩 2025-05 云岭县"]),
]

# text, events in it, and for each number whose it is; a number alone is nobody's
OWNERS: list[tuple[str, dict[str, str], list[str]]] = [
    ("警方4月1日称，上周在青禾市抓捕了15名嫌疑人。", {}, ["15 青禾市"]),
    ("该机构位于青禾市的一栋楼房遭炮弹袭击，造成9人死亡。", {}, ["9 青禾市"]),
    ("至少20名儿童在青禾市丧生。", {}, ["20 青禾市"]),
    # an agency owns what it pays, issues and handles; else the number is nobody's or of the place it serves
    ("应急部、财务部紧急预拨3.2亿元救灾资金。", {}, ["3.2 应急部、财务部"]),
    ("云岭县水利局受理申请86件。", {}, ["86 云岭县水利局"]),
    ("云岭县委书记主持会议。新增就业420人。", {}, ["420"]),
    # equals share a number, or take their turns
    ("云岭县、平湖市等地累计降雨量超150毫米。", {}, ["150 云岭县、平湖市"]),
    ("云岭县、平湖市客运量分别增长6.1%、7.2%。", {}, ["6.1 云岭县", "7.2 平湖市"]),
    ("云岭县、平湖市客运量增长6.1%。", {}, ["6.1 云岭县、平湖市"]),
    ("关闭砖窑9家，其中：云岭县4家、平湖市5家。", {}, ["9", "4 云岭县", "5 平湖市"]),
    ("青禾市军队空袭平湖市，造成6人死亡。", {}, ["6 平湖市"]),
    ("活动覆盖云岭县、平湖市、旧港5个市县。", {}, ["5"]),
    ("云岭县水利局共查获案件12起，云岭县水利局灌溉面积3万亩。", {}, ["12 云岭县水利局", "3"]),
    # an event that heads the sentence has what it offers
    (
        "青禾博览会开幕。本届青禾博览会共有300项活动，预计接待8万人。",
        {"Meeting": "青禾博览会"},
        ["300 青禾博览会", "8 青禾博览会"],
    ),
    (
        "青禾博览会在云岭县举办。展馆内共有商品1200种，客商3400人，比上届增长12%。",
        {"Meeting": "青禾博览会"},
        ["1200 青禾博览会", "3400 青禾博览会", "12 青禾博览会"],
    ),
    (
        "青禾座谈会召开。10位委员在会上发言，来自云岭县的3名代表作交流发言。",
        {"Meeting": "青禾座谈会"},
        ["10 青禾座谈会", "3 青禾座谈会"],
    ),
    ("恒远纺织有限公司、青禾重工集团各开放3000多个实习岗位。", {}, ["3000 恒远纺织有限公司、青禾重工集团"]),
    ("据云岭海关消息，政策实施一个月来，海关共监管免税品3.5亿元。", {}, ["3.5 云岭海关"]),
    ("云岭县水利局巡河，击退盗采者7次。", {}, ["7 云岭县水利局"]),
    (
        "青禾博览会开幕，71个国家和地区、超过4000个品牌踊跃参展。",
        {"Meeting": "青禾博览会"},
        ["71 青禾博览会", "4000 青禾博览会"],
    ),
    # how a number grew is said of whose the number is
    ("北渠改造工程灌溉15万亩，比去年增加20%。", {}, ["15 北渠改造工程", "20 北渠改造工程"]),
    ("青禾博览会开幕。青禾博览会指出，粮食产量9亿斤。", {"Meeting": "青禾博览会"}, ["9"]),
    # what all projects come to is the ceremony's
    (
        "4月1日，云岭县举行春季项目开工仪式。北渠改造工程、东城学校扩建等8个项目开工，总投资26亿元。其中，交通类3个，投资9亿元。",
        {"Activity": "春季项目开工仪式"},
        ["8 春季项目开工仪式", "26 春季项目开工仪式", "3 春季项目开工仪式", "9 春季项目开工仪式"],
    ),
    (
        "4月1日，云岭县举行春季项目开工仪式，共8个项目开工。北渠改造工程总投资2.4亿元。",
        {"Activity": "春季项目开工仪式"},
        ["8 春季项目开工仪式", "2.4 北渠改造工程"],
    ),
    # those who take part belong to the meeting
    ("4月1日，云岭县举办农技培训班。各镇农技员等130余人参加。", {"Meeting": "农技培训班"}, ["130 农技培训班"]),
    ("各镇农技员等130余人参加学习。", {}, ["130"]),
    ("会议审议通过了3项议案。", {}, ["3"]),
    (
        "云岭县政协常委会会议召开。会议审议通过了3件议案。",
        {"Meeting": "云岭县政协常委会会议"},
        ["3 云岭县政协常委会会议"],
    ),
    # the most exact place, and the one that the words stand for
    ("在云岭县的支持下，柳湾村建起大棚35座。", {}, ["35 柳湾村"]),
    ("柳湾村换了新颜。在白石镇帮助下，村里已建起45座大棚。", {}, ["45 柳湾村"]),
    ("云岭县秋收过半，在白石镇，60万亩水稻已收割。", {}, ["60 白石镇"]),
    ("云岭县人民医院扩建。这家县里的医院现有床位300张。", {}, ["300 云岭县人民医院"]),
    ("云岭县人民医院扩建。该宣教站建筑面积50平方米。", {}, ["50"]),
    ("素有美名的云岭县，总面积2060平方公里。", {}, ["2060 云岭县"]),
    # persons
    ("种植户周大川种了30亩西瓜。", {}, ["30 周大川"]),
    ("周大川介绍，柳湾村种了30亩西瓜。", {}, ["30 柳湾村"]),
    ("“今年我种了30亩西瓜。”种植户说。", {}, ["30"]),
    # what was not read as a name is nobody else's
    ("云岭县发展旅游。在滨湖实验室，我们看到8个新项目。", {}, ["8"]),
    ("云岭县暴雨成灾。大雨已在北岭县造成17人受伤。", {}, ["17"]),
    ("云岭县共发生事故40起，其中望坡12起。望坡办事处已整改。", {}, ["40 云岭县", "12"]),
    ("青禾市古城墙接待游客70万人次。", {}, ["70"]),
    # a new piece of news begins under its heading
    ("云岭县下雨。\n邻国地震\n地震造成12人受伤。", {}, ["12"]),
    ("由恒远纺织有限公司研制的12种面料上市。", {}, ["12 恒远纺织有限公司"]),
    ("云岭县开工。总投资7亿元的高标准农田建设项目，正在施工。", {}, ["7"]),
    ("云岭县举办义诊活动。现场共义诊150人次。", {"Activity": "义诊活动"}, ["150 义诊活动"]),
    ("云岭县举办义诊活动。五家单位共出动医生25名。", {"Activity": "义诊活动"}, ["25 义诊活动"]),
    (
        "云岭县举办义诊活动。活动现场设置摊位86个，实现销售58万元。",
        {"Activity": "义诊活动"},
        ["86 义诊活动", "58 义诊活动"],
    ),
    # some of what the number before counted
    ("云岭县加快发展。位于青禾市的这个产业园有6个项目开工，其中3个项目已经投产。", {}, ["6", "3"]),
    ("督查组向云岭县交办问题62件。", {}, ["62 云岭县"]),
    ("恒远纺织有限公司招工人数从60人直接提升到了90人。", {}, ["60 恒远纺织有限公司", "90 恒远纺织有限公司"]),
    # occasions counted are no event, and the opening of a venue owns no teams
    ("云岭县举办春季招聘会20场，提供岗位900个。", {"Meeting": "春季招聘会"}, ["20 云岭县", "900 云岭县"]),
    ("开村仪式举行。来自各地的13个项目代表队入住。", {"Activity": "开村仪式"}, ["13"]),
    # where somebody paid a visit is no topic
    ("在云岭县考察时，他提出要求。\n今年投放资金约30亿元。", {}, ["30"]),
    # 我省, 全县 in the clause stand before who else acts there
    ("云岭县发布消息。\n目前在白石镇有养殖网箱20台，年产鱼50吨。", {}, ["20 白石镇", "50 白石镇"]),
    ("应急部与79家医院签约。", {}, ["79"]),
    # the place that leads to a list of what was not read; a slogan is no subject
    ("白石镇多雨。\n昨天，云岭县某乡某溪、某某河等13条河流涨水。", {}, ["13 云岭县"]),
    ("甲航空公司证实，发生在云岭县境内的坠毁事故造成24人遇难。", {}, ["24 云岭县"]),
    ("火炬传递以“美丽云岭县”为主题，全程约9.7公里。", {}, ["9.7"]),
    ("恒远纺织有限公司坐落在白石镇东郊，占地90亩。", {}, ["90 恒远纺织有限公司"]),
    # what a relative clause leads to
    ("云岭县引进的恒远纺织有限公司年产值突破3亿元，带动就业90人。", {}, ["3 恒远纺织有限公司", "90 恒远纺织有限公司"]),
    ("青禾重工集团旗下恒远纺织有限公司，投资2亿元扩建厂房。", {}, ["2 恒远纺织有限公司"]),
    ("周大川创办的恒远纺织有限公司，去年分红30万元。", {}, ["30 恒远纺织有限公司"]),
]

NOTHING = [
    "汾阳至太原最快4个半小时可达。",
    "考察历时5个多月。",
    "他走遍沿江各省，先后4次召开座谈会。",
    "申报表一式2份。",
    "3月20日上午9点30分，会议召开。",
    "会议从9:30开到11:20。",
    "2024年的工作。",
    "今年74岁的老人和60岁以上的居民。",
    "他住在3号楼3楼，门牌号12。",
    "拨打12345热线或0571-88889999。",
    "县政发〔2024〕12号文件。",
    "第19个宣传日和第3次会议。",
    "实施“468”工程。",
    "建设“20分钟健身圈”。",
    "要抓好3个方面、5项措施、4条要求。",
    "落实6要件和“3+1”机制。",
    "连续3年增长，过去9年来的变化。",
    "乘坐G2024次列车，沿312国道行驶。",
    "涉及14个部门的事项。",
    "比例为1:3，约占1/3。",
    "居全省前10名。",
    "每3天检查一次。",
    "汇率跌至1美元兑若干卢比。",
    "24小时值守。",
    "他们走了3个多小时。",
    "每5个家庭就有1个。",
    "自受理之日起15个工作日内答复。",
    "三个方面、两座水库、数百人。",
    "5G基站和4A级景区。",
    "规模500人以上企业负责人。",
    "投资1亿元以上项目负责人。",
    "共建20周年。",
    "看见了那张老照片。",
    "这次检查覆盖等10省（区）和11地市。",
    "全国31个省份都已开通。",
    "她夺得女子400米自由泳冠军。",
    "参加为期3个月的培训。",
    "联系人电话：010-88886666地址见附件。",
    "高度每降低1米都很难。",
    "附件为历史街区名单（15个）。",
    "船在南纬40度至60度航行。",
    "她夺得女子双人3米板冠军。",
    "对主带彗星311P开展探测。",
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_measurements_of_a_sentence(text: str, expected: list[str]) -> None:
    reading = read(text)
    found = [
        " ".join(
            part
            for part in (
                m.name,
                m.properties["value"],
                m.properties["unit"],
                m.properties.get("date"),
                whose(reading, m),
            )
            if part
        )
        for m in reading.of_label("Measurement")
    ]
    assert found == expected


@pytest.mark.parametrize("text", NOTHING)
def test_other_numbers_are_no_measurements(text: str) -> None:
    assert not read(text).of_label("Measurement")


@pytest.mark.parametrize(("text", "events", "expected"), OWNERS)
def test_whose_a_number_is(text: str, events: dict[str, str], expected: list[str]) -> None:
    assert owners_of(text, **events) == expected


def test_how_long_one_thing_is_is_not_its_countrys() -> None:
    reading = whole("我国现存最早的毛笔出土于一座古墓，全长21厘米。我国建成公路30万公里。")
    assert edges(reading, "HAS_MEASUREMENT") == {("中国", "建成公路")}


def test_the_tables_are_whole() -> None:
    assert len(CASES) + len(NOTHING) + len(OWNERS) >= 132


def test_an_agency_stands_for_the_place_that_it_serves() -> None:
    home = "浙江省温州市"
    text = "温州市近来多雨。温州市水利局在温州市召开会议。市水利局工作平稳，新增就业420人。"
    reading = Reading.of(Article(id="a", title="简讯", body=text, home=home))
    seat = reading.home.division
    place = reading.entity("Place", "温州市", key=seat.code if seat else "")
    place.seat = seat
    reading.claim(place, reading.body_start, reading.body_start + 3, "test")
    agency = reading.entity("Agency", "温州市水利局")
    agency.seat = seat
    at = reading.text.index("市水利局工作平稳")
    reading.claim(agency, at, at + 4, "test")
    measurement.read(reading)
    (found,) = reading.of_label("Measurement")
    assert whose(reading, found) == "温州市"


def test_values_are_kept_as_printed_and_multiplied_out() -> None:
    (money,) = read("云岭县增收70万元。").of_label("Measurement")
    assert money.properties == {"value": "70", "unit": "万元", "number": 700000.0, "base_unit": "元"}
    assert [
        (q.value, q.unit, q.number, q.base_unit) for q in find_quantities("1,600.5亩、2.3万亿元、350千瓦、9家")
    ] == [
        ("1600.5", "亩", 1600.5, "亩"),
        ("2.3", "万亿元", 2.3e12, "元"),
        ("350", "千瓦", 350.0, "千瓦"),
        ("9", "家", 9.0, "家"),
    ]


def test_a_figure_of_the_title_is_one_measurement_with_that_of_the_body() -> None:
    reading = read("一季度，云岭县新增企业120家。", title="云岭县新增企业120家")
    (found,) = reading.of_label("Measurement")
    assert [reading.text[m.start : m.end] for m in found.mentions] == ["120家", "120家"]
    assert whose(reading, found) == "云岭县"


def test_equal_figures_of_two_owners_stay_apart() -> None:
    reading = read("白石镇建成公厕10座，柳湾村建成公厕10座。")
    assert sorted(whose(reading, m) for m in reading.of_label("Measurement")) == ["柳湾村", "白石镇"]


def test_a_number_inside_a_name_is_none() -> None:
    reading = Reading.of(Article(id="a", title="简讯", body="云岭县年产10万吨铝材项目开工。"))
    reading.claim(reading.entity("Project", "年产10万吨铝材项目"), 6, 17, "test")
    measurement.read(reading)
    assert not reading.of_label("Measurement")


def test_handed_out_and_taken_part_belong_to_the_activity() -> None:
    reading = Reading.of(Article(id="a", title="简讯", body="4月2日，普法宣传活动举行。当天共发放宣传资料800份。"))
    activity = reading.entity("Activity", "普法宣传活动")
    reading.mention(activity, 8, 14, "test")
    measurement.read(reading)
    (found,) = reading.of_label("Measurement")
    assert whose(reading, found) == "普法宣传活动"


def test_evidence_is_the_clause_of_the_number() -> None:
    reading = read("云岭县地处山区，现有水库12座。")
    (fact,) = reading.facts
    assert reading.text[fact.start : fact.end] == "现有水库12座"


def test_long_texts_without_a_full_stop_are_read_in_linear_time() -> None:
    for piece in ("云岭县建成公厕10座，", "由1万", "建成后1亩", "1", "、", "同比", "10万"):
        read(piece * 5_000)


def test_normalised_width_is_expected() -> None:
    assert [q.unit for q in find_quantities(normalise("增长5．6％,共１２家"))] == ["%", "家"]
