"""What is being built: whether the words around a name say that it is set up, opened or put into use here."""

from __future__ import annotations

import re

from extractors.lexicon import HAN
from extractors.reading import Reading

_HOW = r"(?:联合|共同|合作|合力|携手|牵头|投资|加快|加紧|抓紧|规划|开工|挂牌|高标准|全力|先后|正在|计划|拟|将|已|正|再|还|也|，){0,20}"
_MAKING = (
    r"建设|建成|建起|建造|新建|兴建|扩建|改扩建|共建|合建|联建|援建|开建|修建|筹建|承建|投建|打造|构建|搭建|设立|创立|创建|启用|投用|"
    r"启动|实施|开工|合办|组建"
)
_WHAT = (
    r"(?:(?:了|起|出|的|好|一[个座条家所处]|全[国省市县区州镇]|首[个家座条所]|第[一二三]家?[个座条所]?|国内|规模|唯一|年(?:产|加工|处理)\d[^，。；的]{1,12}的|"
    r"最[大长高早全先]|占地(?:面积)?\d[\d.]*万?余?(?:亩|平方米)的|现代化|集[^，。；]{2,24}(?:于|为)一体的|国家级|省级|市级|新|“){0,20})"
)
MAKES = re.compile(rf"(?P<verb>{_HOW}(?:{_MAKING})){_WHAT}$")
"""Before the name: 共建, 投资建设了一座, 建成全省首个."""

_SET_UP = re.compile(
    rf"{_HOW}(?:建设|建成|建起|新建|兴建|扩建|共建|合建|联建|开建|筹建|承建|投建|打造|创建|启用|投用)(?:[{HAN}]{{2,5}}(?=首[个家座]|最大|唯一))?{_WHAT}$"
)
_WHEN = (
    r"(?:正式|顺利|全面|成功|如期|刚刚|加紧|抓紧|同步|同时|集中|昨[天日]|今[天日]|近日|日前|当天|已经?|正在?|也|将|即将|"
    r"于[^，。；]{2,8}|\d{1,2}月(?:\d{1,2}日)?[初中底]?|[上下本]月|（[^）]{1,9}）|项目|主体(?:工程|结构)?|一期|二期|在[^，。；]{2,12}?){0,4}"
)
OPENS = re.compile(
    rf"”?{_WHEN}(?:投入使用|投入运[营行]|投用|启用|开工|动工|破土动工|奠基|封顶|竣工|完工|落成|交付|建成|投产|投运|开园|开馆|"
    rf"开业运营|通车|合龙|对外开放|拔地而起|通水|正式开业|正式运营|并网发电|点火投产|建设现场|施工现场|建设工地|工地|加紧建设|加快建设|开建)(?!了)"
)
"""Behind the name: 正式投入使用, 今天在某县开工."""

_PUT_INTO_USE = re.compile(
    rf"”?(?:，(?=在))?{_WHEN}(?:投入使用|投入运[营行]|投用|启用|开工|动工|奠基|封顶|竣工|完工|落成|交付使用|投运|建设现场|施工现场)"
)
BY = (
    r"(?:投资|投建|承[建包办担租]|建设|实施|运营|经营|打造|牵头|开发|负责(?!人|同志)|建造|修建|设计|主导|兴建|出资|创建|共建|合建|[援捐代筹续新改扩]建|"
    r"援助|捐[资赠]|施工|监理|总承包|研发|(?:统一|负责|具体|自主)?管[理护]|托管)"
)
"""Behind 由 and a body: what its part in a project is."""
SAID = (
    r"(?:(?:计划|预计|概算|估算|规划|拟|一期|初步|批复|预算|协议){0,3}总?投资(?:总?额|概算|估算)?(?:约|达|近|超过?|为)?\d|位于|地处|坐落|由[^，。；]{4,40}?"
    + BY
    + r"|选[址定]?在|选址|(?:拟|将|计划)?落户|(?:规划|总|计划|项目|建设|净){0,3}(?:占地|用地)|(?:总|规划|计划)?建筑(?:总)?面积|拟(?:通过|于|建|投资)|(?:正式|全面|顺利)?(?:开工|动工|投产|投运)(?:建设|仪式)?(?=[，。；以])|(?:主体|建设)?(?:已经?|目前)?(?:进展顺利|进入|封顶|累计完成|完成(?:投资|工程量|总工程量))"
    r"|(?:共|主要|总共)?(?:涉及|覆盖|惠及)\d|建设(?:规模|内容|地点|工期|总工期)|(?:建成|投产|达产|投用)后|是[^，。；]{0,24}?(?:重点(?:建设)?(?:项目|工程)|民生(?:项目|工程|实事)|招商引资项目|实事之一|最大的项目))"
)
"""Behind a project's name: what it costs, how large it is, where it lies, who builds it, how far it is."""

BUILDING = r"(?:新院区?|新校区|新园(?!区)|新?(?:学生|教师|师生)?(?:综合|门诊|病房|住院|医技|教学|科研|实训|宿舍|公寓|食堂|图书|行政|办公|内科|外科|急诊){1,2}大?楼)"
"""What a hospital or school builds for itself: 新院, 门诊综合楼."""
MODAL = re.compile(
    r"(?<![主重需简首纪摘])要(?!素|闻)|须|(?<![供响反适对顺])应(?![用急对变])|必须|务必|确保|不得|鼓励|支持|推动|力争|指导|⽀持|探索|争取|可以|能够|"
    r"引导|有条件|如果|关于|建议|呼吁"
)
"""Words of a demand, a wish or a rule: what follows them is not being built."""

# 某某检测中心|由某县与某大学合作共建
_BUILT_BY = re.compile(
    r"(?<!合作社)(?<!协会)(?<!联盟)(?<!学会)(?<!商会)(?<!集团)(?:是|系)?由[^，。；]{4,40}?(?:投资建设|投资兴建|出资建|建设(?=[，。；])|承建|共建|合建|联建|兴建|援建|捐建|修建|打造)"
)
_BUILDING_OF = re.compile(BUILDING)


def is_built(reading: Reading, start: int, end: int) -> bool:
    """Tell whether the words right before or behind a body's name say that it is being built or put into use."""
    text = reading.text
    if _BUILDING_OF.match(text, end):
        return False  # 新建的某县人民医院|综合大楼
    sentence = reading.sentence(start)
    made = _SET_UP.search(text, max(sentence.start, start - 24), start)
    if made and not MODAL.search(text, sentence.start, made.start()):
        return True
    return bool(_PUT_INTO_USE.match(text, end) or _BUILT_BY.match(text, end))
