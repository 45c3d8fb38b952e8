"""The lines of a page, each with a shadow of the same length that patterns are matched against."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\ufffe\uffff]")
_BREAKS = str.maketrans({"\u2028": "\n", "\u2029": "\n", "\x85": "\n", "\x0c": "\x0c"})
_EDGE = " \t\u3000\xa0\u2002\u2003\u2009"
# Only the characters that bylines, credits, mastheads and section names are made of.
_TRADITIONAL = (
    "報报訊讯記记員员攝摄縣县區区責责編编輯辑電电話话農农曆历歷历聞闻綜综動动態态轉转導导讀读熱热線线郵邮廣广許许證证"
    "總总題题圖图時时評评論论專专欄栏視视點点關关觀观傳传調调進进風风興兴鄉乡鎮镇強强講讲會会議议開开發发經经濟济體体"
    "簡简週周閱阅覽览來来訂订號号網网華华參参實实習习從从獲获據据連连當当於于與与這这標标組组設设計计對对審审畫画監监"
    "採采財财務务機机國国內内際际紀纪業业產产現现場场長长書书約约請请緊紧見见頁页幹干億亿萬万個个後后並并門门間间為为"
    "舉举啟启動动應应黨党團团讚赞詳详細细鏈链資资訪访談谈聚聚焦焦訴诉選选術术環环衛卫質质創创聯联絡络將将"
    "壬壬龍龙馬马雞鸡豬猪閏闰責责製制貴贵軍军處处劃划衆众眾众"
)
_SHADOW = {ord(a): b for a, b in zip(_TRADITIONAL[::2], _TRADITIONAL[1::2], strict=True)}
_SHADOW.update({code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)})
_SHADOW.update({ord(c): " " for c in _EDGE})
_SHADOW.update(
    {ord("「"): "“", ord("」"): "”", ord("『"): "‘", ord("』"): "’", ord("•"): "·", ord("｜"): "|", ord("︱"): "|"}
)


@dataclass(slots=True)
class Line:
    """One printed line without the white space around it.

    `shadow` has the same length: half-width punctuation, the simplified form of the characters that the
    patterns ask for. `indent` and `width` count half-width cells, `gap` says that a blank line stands before.
    """

    number: int
    text: str
    shadow: str
    indent: int
    width: int
    gap: bool
    spaced: bool
    column: int = 0


def cells(text: str) -> int:
    """Return the printed width: 2 for a Chinese character or mark, 1 for a letter."""
    # GBK has two bytes for what is printed wide and one for the rest: much faster than asking each character.
    return len(text.encode("gbk", "replace"))


def clean(text: str) -> str:
    """Return the text without control characters, with `\\n` as the only line end (a form feed is kept)."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_BREAKS)
    return _CONTROL.sub("", text)


def read_lines(text: str) -> list[Line]:
    """Return the lines that hold something, numbered from 1 as an editor shows them."""
    lines: list[Line] = []
    gap = True
    for number, row in enumerate(clean(text).split("\n"), 1):
        for at, piece in enumerate(row.split("\x0c")):
            body = piece.strip(_EDGE)
            if not body:
                gap = True
                continue
            start = piece.index(body[0])
            lead = piece[:start]
            lines.append(
                Line(
                    number=number,
                    text=body,
                    shadow=body.translate(_SHADOW),
                    indent=cells(lead) if lead else 0,
                    width=cells(piece[:start]) + cells(body),
                    gap=gap or at > 0,
                    spaced=len(piece) > start + len(body),
                )
            )
            gap = False
    return lines
