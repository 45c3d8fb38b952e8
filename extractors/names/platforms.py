"""Platforms and systems on the net that a country, a body or its field makes particular: 国家科普资源登记平台, 某某部信息共享平台."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.lexicon import HAN
from extractors.names.tokens import segment
from extractors.names.vocabulary import VERB
from extractors.reading import Reading

_CHAR = rf"(?:(?![的了着在将已于为是对由从被把让使向以等])[{HAN}A-Za-z0-9+]|“[^“”]{{1,12}}”)"
_END = r"(?:(?<!分)平台(?!经济|企业|公司|化|期|上的|经营|内)|(?:监测|调度|管理|信息|溯源|追溯|预警|登记|查询|监管|结算|识别)系统)(?:网络)?"
# 国家|科普资源登记|平台, 全国|消协智慧服务|平台
_OF_COUNTRY = re.compile(rf"(?:国家|全国)(?!级|性|各|所有|主要|多个){_CHAR}{{4,18}}?{_END}")
# what a country or everybody has of the kind
_KIND = re.compile(
    r"(?:国家|全国)(?:重大|重点|高水平|战略|战略性|一流|新型|综合|主流|重要|核心|产业|科技|技术|创新|研究|研发|开放|合作|交流|展示|宣传|安全|文化|教育|人才|传播|发展|对外|公共|服务|信息|交易|高端|科研|智库|实验|关键|市场监管|纪检监察|公安|税务|应急管理|供销合作社){1,4}(?:平台|系统)"
)
_NOT = re.compile(
    r"首[个家批]|纳入|高地|[一两三四五六七八九十多几\d][余多]?[个家批]|各地|各类|部门系统|社会|打造|建设(?!项目)|成为|提供|依托|通过|利用|借助|推进|构建|搭建|积极|和(?:服务|管理)?平台"
)
# 某某部|网络安全威胁和漏洞信息共享|平台: what stands right behind the body whose it is
_OF_BODY = re.compile(rf"“?(?:(?!平台|系统){_CHAR}){{4,18}}平台(?!经济|企业|公司|化|期|上的|经营|内)")
_OWN = re.compile(
    r"(?:的|官方|网上|线上|综合|统一|工作|新媒体|媒体|服务|信息|微信|网络|宣传|合作|交流|创新|科研|人才){0,6}平台"
)
_CLAUSE = re.compile(
    r"规范|频道|新媒体|网站|客户端|公众号|和|与|及|重点|推|搭|建[成设立起]|打造|开[发通展]|上线|启动|运营|利用|依托|通过|借助|引入|发布(?!平台)|召开|举办|主办|联合|组织|要求|会同|和(?=[省市县区])|为|向|与|负责|牵头|指导|开展|积极|主动|加强|严|整治|约谈|督促|将|在|创新|提供|等"
)


def of_country(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Yield where platforms of the whole country are named, with the rule that tells; before the schools inside: 国家中小学…平台."""
    text = reading.text
    for m in _OF_COUNTRY.finditer(text) if "国家" in text or "全国" in text else ():
        if _KIND.fullmatch(m[0]) or _NOT.search(m[0]) or not reading.free(*m.span()):
            continue
        yield *m.span(), "project-platform"


def of_body(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Yield where platforms stand right behind the body whose they are, with the rule that tells."""
    text = reading.text
    for body in reading.names(0, None, "Agency", "Organization") if "平台" in text else ():
        own = _OF_BODY.match(text, body.end)
        if own is None or _OWN.fullmatch(own[0]) or _CLAUSE.search(own[0]) or own[0].count("“") != own[0].count("”"):
            continue
        if segment(own[0].strip("“"))[0].kind != VERB and reading.free(*own.span()):
            yield *own.span(), "project-platform"
