"""Interviews: who answers the reporter, behind 答： or in a turn that opens with the name."""

from __future__ import annotations

import re

from extractors.names.holders import is_reporter
from extractors.reading import Entity, Reading
from extractors.text import Span

ASKS = re.compile(r"\s*(?:问|记者|主持人|网友)(?:\d|[一二三四五六七八九十]){0,2}：")
"""Opens the turn of who asks."""
_ANSWER = re.compile(r"\s*答(?:复)?：")
_INTERVIEW = re.compile(r"采访|专访|对话|访谈|解答|解读|回答|答记者问|提问|请教")
_OFFICER = re.compile(r"(?:有关|相关|主要)?(?:负责人|负责同志)")


def answering(reading: Reading, sentence: Span) -> tuple[Entity, int] | None:
    """Return who answers in a sentence that opens with 答：, and where the answer begins; None for other sentences."""
    turn = _ANSWER.match(reading.text, sentence.start, sentence.end)
    if turn is None:
        return None
    if "answers" not in reading.memory:
        reading.memory["answers"] = _interviewed(reading, turn.start())
    who: Entity | None = reading.memory["answers"]
    return (who, turn.end()) if who is not None else None


def _interviewed(reading: Reading, stop: int) -> Entity | None:
    """Return whom the words before the first answer say to be interviewed: a person, else the body whose officer is."""
    persons = [m for m in reading.names(0, stop, "Person") if not is_reporter(m.entity)]
    told = [m for m in persons if _INTERVIEW.search(reading.text, *reading.sentence(m.start))]
    named = {m.entity for m in told or persons}
    if len(named) == 1:
        return named.pop()
    officers = [b for b in reading.names(0, stop, "Agency", "Organization") if _OFFICER.match(reading.text, b.end)]
    return officers[0].entity if officers and not named else None


_TURN = re.compile(r"\s*(?:答(?:复)?|[\u4e00-\u9fff·]{2,12})：")


def in_interview(reading: Reading, position: int) -> bool:
    """Tell whether a position is in the turn of an interview: what is said there is said at no event."""
    line = reading.text.rfind("\n", 0, position) + 1
    if _TURN.match(reading.text, line) is None:
        return False
    return any(ASKS.match(reading.text, sentence.start) for sentence in reading.sentences)
