"""Which of the media types on offer answers an Accept header (RFC 9110, 12.5.1)."""

from __future__ import annotations

from collections.abc import Sequence


def choose(accept: str, offered: Sequence[str]) -> str | None:
    """Return the media type of those offered that the header likes best, or None when it accepts none of them.

    Of those that it likes equally the first offered wins; without a header the first is taken.
    """
    ranges = list(filter(None, map(_range, accept.split(","))))
    if not accept.strip():
        return offered[0]
    best, found = 0.0, None
    for media_type in offered:
        quality = _quality(media_type, ranges)
        if quality > best:
            best, found = quality, media_type
    return found


def _range(text: str) -> tuple[str, float] | None:
    """A media range with its weight, or None for what is none."""
    name, *parameters = (part.strip().lower() for part in text.split(";"))
    weight = 1.0
    for parameter in parameters:
        key, _, value = parameter.partition("=")
        if key.strip() == "q":
            try:
                weight = float(value)
            except ValueError:
                return None
    return (name, weight) if "/" in name and 0 <= weight <= 1 else None


def _quality(media_type: str, ranges: Sequence[tuple[str, float]]) -> float:
    """The weight of the most specific range that covers a media type."""
    kind = media_type.partition("/")[0]
    for wanted in (media_type, f"{kind}/*", "*/*"):
        weights = [weight for name, weight in ranges if name == wanted]
        if weights:
            return max(weights)
    return 0.0
