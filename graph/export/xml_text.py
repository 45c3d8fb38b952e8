"""Text inside XML: what XML 1.0 cannot hold is written the way Office documents do, and can be read back.

A character that no XML file may contain, not even escaped, becomes `_xHHHH_`, its code in hexadecimal. A text that
has such letters itself gets its underscore written so, as `_x005F_`. All other text stays as it is.
"""

from __future__ import annotations

import re

_NOT_PLAIN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|_(?=x[0-9A-F]{4}_)")
_WRITTEN = re.compile("_x([0-9A-F]{4})_")


def is_plain(value: str) -> bool:
    """Whether the text may stand between tags as it is; most may, and this is the fastest way to know."""
    return value.isprintable() and "&" not in value and "<" not in value and ">" not in value and "_x" not in value


def text(value: str) -> str:
    """Return the text as it stands between tags. A bare carriage return would be read as a line feed."""
    if is_plain(value):
        return value
    held = _NOT_PLAIN.sub(_hex, value)
    return held.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def attribute(value: str) -> str:
    """Return the text as it stands inside the double quotes of an attribute; line ends and tabs survive."""
    return text(value).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")


def plain(written: str) -> str:
    """Return the text that `text` or `attribute` wrote, as an XML parser gives it."""
    if "_x" not in written:
        return written
    return _WRITTEN.sub(lambda m: chr(int(m[1], 16)), written)


def _hex(match: re.Match[str]) -> str:
    return f"_x{ord(match[0]):04X}_"
