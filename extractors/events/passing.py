"""Meetings that the text only says something is brought before, or was passed by."""

from __future__ import annotations

import re

_NUMBERED = re.compile("第?[一二三四五六七八九十\\d]{1,5}次会议|预备会议")
# 经2024年7月8日|市政府第26次常务会议|讨论通过
_PASSED_AT = re.compile(r"经(?:\d{4}年)?(?:\d{1,2}月\d{1,2}日)?\Z")
_PASSES = ("研究", "审议", "讨论", "审定", "批准", "同意", "通过")


def to_pass(name: str, before: str, after: str) -> bool:
    """提请|某次会议|追认: tell whether it is the session that something is to be brought before."""
    return before.endswith("提请") and after.startswith(("审议", "追认")) and bool(_NUMBERED.search(name))


def passed_by(text: str, start: int, after: str) -> bool:
    """经2025年|第14次市政府常务会议|研究: tell whether what stands around says that the meeting passed something."""
    return after.startswith(_PASSES) and _PASSED_AT.search(text, max(0, start - 16), start) is not None
