"""An answer without its evasions, and the flag where nothing else is left. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from interviewers.engines.base import AnswerFlag
from interviewers.engines.builtin.reading.known import Known
from interviewers.engines.builtin.reading.text import Segment, fold, segments
from interviewers.engines.builtin.sifting import guards
from interviewers.engines.builtin.sifting.background import background
from interviewgpt.expressions import expression

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
    folded = fold(honest)
    if (gives_up and len(segments(honest)) > 1) or _gives_why(folded, question, known):
        return (), AnswerFlag.DONT_KNOW
    if not found:
        return (), AnswerFlag.EMPTY if empty and found is not None else AnswerFlag.OFF_TOPIC
    if guards.is_dont_know(folded, question):
        return (), AnswerFlag.DONT_KNOW
    if guards.copies_question(folded, question):
        return (), AnswerFlag.COPIED_QUESTION
    telling = tuple(s for s in found if not guards.is_evasion(s.folded))
    return telling, None if telling else AnswerFlag.OFF_TOPIC


_BRIEF = 160
"""Characters; who says more has told something after all."""
_FIRST = expression("[，,。.；;！!]")


def _gives_why(folded: str, question: str, known: Known) -> bool:
    """Whether somebody says first that they do not know, and then only what else they have to do with: nothing
    that the question is about, or that is expected."""
    parts = _FIRST.split(folded, maxsplit=1)
    if len(folded) > _BRIEF or len(parts) < 2 or (named := background(parts[1])) is None:
        return False
    return guards.is_dont_know(parts[0], question) and not any(map(known.has_all, named))
