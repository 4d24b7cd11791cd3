"""An answer without its evasions, and the flag where nothing else is left. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from interviewers.engines.base import AnswerFlag
from interviewers.engines.builtin.reading.known import Known
from interviewers.engines.builtin.reading.text import Segment, fold, segments
from interviewers.engines.builtin.sifting import guards

__all__ = ["telling"]


def telling(
    found: Sequence[Segment] | None, honest: str, question: str, known: Known, empty: bool
) -> tuple[tuple[Segment, ...], AnswerFlag | None]:
    """The sentences of an answer that are no evasion, and the flag where there are none. ``honest`` is the answer
    without forged spans, ``empty`` whether nothing was said."""
    opening = segments(honest)[:1]
    # An answer that begins with "I don't know" and then says nothing of the question is none.
    gives_up = (
        bool(opening)
        and guards.is_dont_know(opening[0].folded, question)
        and not any(known.names(s.terms) for s in found or () if s.text != opening[0].text)
    )
    if gives_up and len(segments(honest)) > 1:
        return (), AnswerFlag.DONT_KNOW
    folded = fold(honest)
    if not found:
        return (), AnswerFlag.EMPTY if empty and found is not None else AnswerFlag.OFF_TOPIC
    if guards.is_dont_know(folded, question):
        return (), AnswerFlag.DONT_KNOW
    if guards.copies_question(folded, question):
        return (), AnswerFlag.COPIED_QUESTION
    telling = tuple(s for s in found if not guards.is_evasion(s.folded))
    return telling, None if telling else AnswerFlag.OFF_TOPIC
