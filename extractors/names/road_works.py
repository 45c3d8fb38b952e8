"""Works on streets, waters and roads: 某路提质改造工程, 省道某线某段改建工程, 甲镇至乙镇公路改建工程."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.lexicon import HAN
from extractors.names.tokens import segment
from extractors.names.vocabulary import VERB
from extractors.reading import Reading

WORKED = (
    r"(?:提质|升级|改造|改善|提升|路面|改建|改线|大修|养护|扩建|改扩建|新建|续建|配套|节水|现代化|综合|治理|整治|生态|修复|保护|水环境|环境|防洪|除险|加固|清淤|疏浚|拓宽|延伸|连通|亮化|绿化|棚改|开发|护坡|"
    r"(?<=[套建治造])[与及和](?=[节综生水环治]))"
)
"""What is done to a street, a water or a plant."""
# 云盘路提质改造工程, 洣水河治理工程: a street or water under its name, and what is done to it
_STREET_WORK = re.compile(
    rf"(?:(?<=[，。；、\n在的了])|(?<=调研)|(?<=督导)|(?<=督查)|(?<=[察查]看)|(?<=实施)|(?<=推进)|(?<=检查)|(?<=视察)|^)(?P<name>(?![{HAN}]{{0,6}}?(?:[县市镇区乡州]长|书记|主任|领导|调研|督导|督查|检查|察看|来到|实施|推进))(?!(?:农村|城区|城乡|城镇|城市|县城|通村|县乡|乡村|小型|病险|中小|主要|骨干|重点|一批|部分|全|各|该|本|我|实施|推进|加快|抓好|做好|开展|推动|完成|启动))"
    rf"(?:(?![的了在与和及等、])[{HAN}]){{2,6}}?(?:(?<![道公铁线环支干头])路|大道|大街|(?<![运内引沿])河(?![湖道流])|溪|灌渠|干渠){WORKED}{{1,6}}(?:建设)?(?:工程|项目))(?!部|办|组|区|建设(?:任务|进度))"
)
# 省道S312线柳湾至青屏段改建工程: a road by its number, and what is done to it
_CODED_ROAD = re.compile(
    rf"(?:(?:国道|省道|县道|乡道)?(?<![A-Za-z0-9])[GSXYC]\d{{2,4}}(?:线|国道|省道)?|(?<!\d)\d{{3}}(?:国道|省道))(?:(?![的了在与等、])[{HAN}—-]){{0,16}}?{WORKED}{{1,6}}(?:建设)?(?:工程|项目)(?!部|办|组|区)"
)
# 柳湾镇至青坪公路改建工程: a road by where it begins and ends, and what is done to it
_FROM_TO = re.compile(
    rf"至(?:(?![的了在与和及等、至])[{HAN}]){{2,8}}?(?:公路|道路|大道|二级路|一级路|段){WORKED}{{1,6}}(?:建设)?(?:工程|项目)(?!部|办|组|区)"
)


def spans(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Yield where such works are named, with the rule that tells."""
    for m in _STREET_WORK.finditer(reading.text):
        if reading.free(*m.span("name")) and not any(w.kind == VERB for w in segment(m["name"])[:1]):
            yield *m.span("name"), "project-street"
    for m in _CODED_ROAD.finditer(reading.text):
        if reading.free(*m.span()):
            yield *m.span(), "project-road"
    for m in _FROM_TO.finditer(reading.text):
        first = reading.hits.ending_at(m.start())
        if first is not None and reading.free(first.start, m.end()):
            outer = reading.hits.ending_at(first.start)
            yield (outer or first).start, m.end(), "project-road"
