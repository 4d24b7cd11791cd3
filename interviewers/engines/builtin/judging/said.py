"""Which part of an answer speaks to the question, and whether any part speaks to the grader.

A learnt model (`cutting`) cuts out talk to the grader. Where it is not sure of the boundaries, rules decide
(`hearing`). The rules do not flag an answer in which the model finds no sign of such talk
(`learnt.may_talk`).
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from functools import partial

from interviewers.engines.builtin.addressed.cutting import sounds_honest, without_talk
from interviewers.engines.builtin.addressed.disguise import without_digits
from interviewers.engines.builtin.addressed.learnt import may_talk
from interviewers.engines.builtin.judging.case import Case
from interviewers.engines.builtin.reading.known import Known
from interviewers.engines.builtin.reading.text import Segment, fold, terms
from interviewers.engines.builtin.sifting.accusation import accuses
from interviewers.engines.builtin.sifting.hearing import apart, hear
from interviewers.engines.builtin.sifting.insertion import set_apart
from interviewers.engines.builtin.sifting.salvage import salvaged
from interviewers.engines.builtin.sifting.thread import threaded
from interviewers.engines.builtin.sifting.unspoilt import unspoilt

__all__ = ["Said", "said_in"]


@dataclass(frozen=True, slots=True)
class Said:
    """``found`` are the sentences that may count, None if all are in another language. ``honest`` is the
    ``text`` without forged spans.

    ``forged`` is whether any of it speaks to the grader, ``accused`` whether the answer is flagged for that.
    ``rest`` is the text that is left and is to be judged instead, or None.
    """

    found: tuple[Segment, ...] | None
    honest: str
    text: str
    forged: bool
    accused: bool
    rest: str | None

    def salvaged(self, case: Case) -> tuple[tuple[Segment, ...], Set[str]]:
        """The sentences together with pieces that stand beside talk, and the sentences that nothing was taken
        out of."""
        return salvaged(self.text, self.honest, self.found or (), case.known)


def said_in(text: str, case: Case, *, story: bool) -> Said:
    """What of an answer speaks to the question; ``story`` is whether the question asks for one."""
    known, strict = case.known, case.phrases is None
    belongs = None if strict else partial(threaded, known=case.thread, question=case.question)
    written = apart(without_digits(text), known)
    text = set_apart(written, known, tells=not strict)
    found, honest, forged = hear(text, known, story=story, thread=belongs)
    rest = without_talk(written, case.wording, lambda part: known.in_terms(terms(fold(part))))
    if rest and forged and not found and not sounds_honest(rest, case.wording):
        rest = None
    if rest and found and _is_scrap(rest, known):
        rest = None  # What the rules leave is more of an answer.
    if not rest or hear(rest, known, story=story, thread=belongs)[2]:
        # What is learnt counts where it leaves nothing of talk.
        rest = unspoilt(text, known, story=story, talked=forged) if strict else None
    if not rest and strict and forged and found:
        # What the rules leave, where it sounds like an answer, is judged as if it stood alone.
        left = "\n".join(segment.text for segment in found)
        if sounds_honest(left, case.wording) and not hear(left, known, story=story)[2]:
            rest = left
    return Said(
        found,
        honest,
        text,
        forged=forged,
        accused=forged and accuses(written, known) and may_talk(written),
        rest=rest if rest and len(rest.strip()) < len(text.strip()) else None,
    )


def _is_scrap(rest: str, known: Known) -> bool:
    """Whether what is left of an answer is a word at most, and none that is expected."""
    told = terms(fold(rest))
    return len(told) < 2 and not known.in_terms(told)
