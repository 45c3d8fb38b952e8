"""Last lines that are nothing but bylines: 文/柳湾日报记者田砚秋 图/贺云松, 采写 田砚秋, （田砚秋 贺云松 文 边少青 摄）."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.lexicon import HAN
from extractors.names.personname import looks_like_name
from extractors.names.words import is_common_word

_LONGEST = 60
_MARKS = re.compile(
    rf"(?:(?:[{HAN}]{{2,8}}?(?:日报|晚报|晨报|早报|时报|商报|报|台|网|融媒体中心|融媒体|传媒|客户端)(?:讯 ?|电 ?)?)?(?:本报|本台|全媒体|融媒体?|特约|见习|实习){{0,3}}(?:记者|通讯员|实习生)|撰文|采写|摄影报道|报道|供稿|摄影|摄|供图|图文|文图|[文图](?=[/：: 　]|\Z))(?:/[文图])?"
)
_BETWEEN = re.compile("[ 　/：:、□■◎○●]+")
_ENDS = re.compile("(?:[。！？”）]|\\n)[ 　]*(?=[^。！？”\\n）]*\\Z)")


def names(text: str, floor: int) -> Iterator[tuple[int, str]]:
    """Yield the names of the last line with their places, where it holds nothing else but what each of them did."""
    whole = text.rstrip().removesuffix("报道")
    if whole.endswith("）"):
        whole = whole[:-1]
        start = whole.rfind("（", floor) + 1
    else:
        ends = [m.end() for m in _ENDS.finditer(whole, max(floor, len(whole) - _LONGEST))]
        start = ends[-1] if ends else 0
    line = whole[start:]
    if not start or len(line) > _LONGEST or not (_MARKS.search(line) or line.startswith(("□", "■", "◎", "●"))):
        return
    found = list(_pieces(line))
    known = [looks_like_name(piece) and not is_common_word(piece) for _, piece in found]
    reporter = "记者" in line or "通讯员" in line
    if all(_LIKE.fullmatch(piece) for _, piece in found) and (any(known) or (reporter and len(found) == 1)):
        for (at, piece), sure in zip(found, known, strict=True):
            if sure or looks_like_name(piece) or not is_common_word(piece):
                yield start + at, piece


_LIKE = re.compile(
    rf"(?!编辑|供稿|整理|来源|综合|记者|单位|活动|现场|提供|资料)[{HAN}]{{2,3}}(?<![局委办部镇乡县市区院校社会联处站队科报台网图文中心])"
)


def _pieces(line: str) -> Iterator[tuple[int, str]]:
    """Yield what stands between the marks and spaces of the line, with its place."""
    at = 0
    for cut in (*_cuts(line), (len(line), len(line))):
        if line[at : cut[0]]:
            yield at, line[at : cut[0]]
        at = cut[1]


def _cuts(line: str) -> Iterator[tuple[int, int]]:
    """Yield where spaces and marks stand; what one did stands behind a space or a slash, or before one."""
    at = 0
    while at < len(line):
        between = _BETWEEN.match(line, at)
        opens = between is not None or at == 0
        end = between.end() if between is not None else at
        did = _MARKS.match(line, end) if opens else None
        if did is not None:
            end = did.end()
        if end > at:
            yield at, end
            at = end
        else:
            at += 1
