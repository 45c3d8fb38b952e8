"""What is being built: whether the words around a name say that it is set up, opened or put into use here."""

from __future__ import annotations

import re

from extractors.lexicon import HAN
from extractors.reading import Reading

_HOW = r"(?:联合|共同|合作|合力|携手|牵头|投资|加快|加紧|抓紧|规划|开工|挂牌|高标准|全力|先后|正在|计划|拟|将|已|正|再|还|也|，){0,20}"
_MAKING = (
    r"建设|建成|建起|建造|新建|兴建|扩建|改扩建|共建|合建|联建|援建|开建|修建|筹建|承建|投建|打造|构建|搭建|设立|创立|创建|启用|投用|"
    r"启动|实施|开工|合办"
)
_WHAT = (
    r"(?:(?:了|起|出|的|好|一[个座条家所处]|全[国省市县区州镇]|首[个家座条所]|第[一二三]家?[个座条所]?|国内|规模|唯一|"
    r"最[大长高早全先]|现代化|集[^，。；]{2,24}(?:于|为)一体的|国家级|省级|市级|新|“){0,20})"
)
MAKES = re.compile(rf"(?P<verb>{_HOW}(?:{_MAKING})){_WHAT}$")
"""Before the name: 共建, 投资建设了一座, 建成全省首个."""

_SET_UP = re.compile(
    rf"{_HOW}(?:建设|建成|建起|新建|兴建|扩建|共建|合建|联建|开建|筹建|承建|投建|打造|创建|启用|投用)(?:[{HAN}]{{2,5}}(?=首[个家座]|最大|唯一))?{_WHAT}$"
)
_WHEN = (
    r"(?:正式|顺利|全面|成功|如期|加紧|抓紧|同步|同时|集中|昨[天日]|今[天日]|近日|日前|当天|已经?|正在?|也|将|即将|"
    r"于[^，。；]{2,8}|（[^）]{1,9}）|项目|主体(?:工程|结构)?|一期|二期|在[^，。；]{2,12}?){0,4}"
)
OPENS = re.compile(
    rf"”?{_WHEN}(?:投入使用|投入运[营行]|投用|启用|开工|动工|破土动工|奠基|封顶|竣工|完工|落成|交付|建成|投产|投运|开园|开馆|"
    rf"开业运营|通车|合龙|对外开放|拔地而起|建设现场|施工现场|建设工地|工地|加紧建设|加快建设|开建)(?!了)"
)
"""Behind the name: 正式投入使用, 今天在某县开工."""

_PUT_INTO_USE = re.compile(
    rf"”?(?:，(?=在))?{_WHEN}(?:投入使用|投入运[营行]|投用|启用|开工|动工|奠基|封顶|竣工|完工|落成|交付使用|投运|建设现场|施工现场)"
)
MODAL = re.compile(
    r"(?<![主重需简首纪摘])要(?!素|闻)|须|(?<![供响反适对顺])应(?![用急对变])|必须|务必|确保|不得|鼓励|支持|推动|力争|指导|⽀持|探索|争取|可以|能够|"
    r"引导|有条件|如果|关于"
)
"""Words of a demand, a wish or a rule: what follows them is not being built."""


def is_built(reading: Reading, start: int, end: int) -> bool:
    """Tell whether the words right before or behind a body's name say that it is being built or put into use."""
    text = reading.text
    sentence = reading.sentence(start)
    made = _SET_UP.search(text, max(sentence.start, start - 24), start)
    if made and not MODAL.search(text, sentence.start, made.start()):
        return True
    return bool(_PUT_INTO_USE.match(text, end))
