"""Bytes into text: which encoding a Chinese file is in, or why it is no text."""

from __future__ import annotations

import codecs

from graph.errors import UnreadableInputError

# A misread file is full of rare characters; in a real one every fifth or so is one of these.
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民"
    "得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社"
    "義這個們時來說會對發動過產種後經進著電裡現實體機當點從業應開還為國區縣報記長據關與總會議"
    "全市县区新闻记者报讯工作会议月建设项目企业，。、：；“”（）「」"
)
_SAMPLE = 20_000
_PLAUSIBLE = 0.08
_GUESSES = ("gb18030", "big5", "utf-16-le", "utf-16-be")
_KINDS = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x1f\x8b", "gzip-compressed"),
    (b"\x28\xb5\x2f\xfd", "zstd-compressed"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(data: bytes, name: str) -> str:
    """Return the text of a file in UTF-8, UTF-16 or UTF-32 with a mark, GB18030 (and so GBK) or Big5.

    Raises UnreadableInputError, with the file and the line, when it is binary or in no such encoding.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, name)
    for magic, kind in _KINDS:
        if data.startswith(magic):
            raise UnreadableInputError(f"{name}: this is {kind}, not text; extract its text into a .txt file first")
    zeros = data.count(b"\0")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _guess(data, name, error)
    if zeros * 50 > len(data):
        raise UnreadableInputError(f"{name}: this is binary, not text ({zeros} of {len(data)} bytes are NUL)")
    return text


def plausibility(text: str) -> float:
    """Return the share of common Chinese characters among those that are not ASCII; 0 when there are none."""
    foreign = [c for c in text[:_SAMPLE] if c > "\x7f"]
    return sum(c in _COMMON for c in foreign) / len(foreign) if foreign else 0.0


def _guess(data: bytes, name: str, error: UnicodeDecodeError) -> str:
    best, best_share = "", _PLAUSIBLE
    for encoding in _GUESSES:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        share = plausibility(text)
        if share > best_share:
            best, best_share = text, share
    if best:
        return best
    line = data.count(b"\n", 0, error.start) + 1
    raise UnreadableInputError(
        f"{name}:{line}: byte 0x{data[error.start]:02x} is not UTF-8, and the file does not read as Chinese in "
        "GB18030, Big5 or UTF-16 either; it is binary or damaged: save it as UTF-8 text"
    ) from None


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = len(data[: error.start].decode(encoding, "ignore").split("\n"))
        raise UnreadableInputError(
            f"{name}:{line}: the file is marked as {encoding.upper()}, but is damaged here ({error.reason}); "
            "save it as UTF-8 text"
        ) from None
