"""Meetings that the article only announces: where another event is told of, nobody speaks at what is still to come."""

from __future__ import annotations

import re

from extractors.events.meeting import Event, events_of
from extractors.reading import Reading

_WILL_BE = re.compile(r"(?:[即也]?将|定)于[^，。；]{1,20}?(?:召开|举行|举办|开幕)")
_WILL_HOLD = re.compile(r"(?<!即)将(?:于[^，。；在]{2,12})?(?:在[^，。；]{2,16})?(?:举办|举行|召开|承办)了?\Z")
_BEFORE = 40


def announced(reading: Reading) -> None:
    """Take the meetings that are announced for those that are planned: 甲在某市调研时说，某次会议|将于3月召开，要…."""
    found = events_of(reading).found
    meetings = [e for e in found if e.held and e.entity.label == "Meeting"]
    for event in meetings if "将" in reading.text or "定于" in reading.text else ():
        if any((e.entity is not event.entity and e.entity.label == "Meeting") or e.start < event.start for e in found):
            _settle(reading, event)


def _settle(reading: Reading, event: Event) -> None:
    begins = max(reading.sentence(event.start).start, event.start - _BEFORE)
    later = _WILL_BE.match(reading.text, event.end) or _WILL_HOLD.search(reading.text, begins, event.start)
    others = (e for e in events_of(reading).found if e.entity is not event.entity)
    if later is not None and any(others):
        event.held, event.planned = False, True
