"""Sentences of an answer that contradict every reference: the entrance to all modules that compare clauses.

The clauses of a sentence (`clauses`) are compared with those of a reference, one module per kind of
contradiction: two things the wrong way round (`reversal`), facts that have changed places (`exchange`),
another figure (`figures`), a thing made better or worse than it is (`favour`), the other answer to yes or
no (`verdict`), or of two things to choose from (`choice`), which takes all that argues for it with it. Each answers sentence by sentence. Read by
grammar instead, and not here, are denials and opposites within one clause (`contradiction`), which cost
that clause alone, and what somebody says they did not do (`denial`).
"""

from __future__ import annotations

from collections.abc import Sequence

from interviewers.engines.builtin.contrary import (
    choice,
    exchange,
    favour,
    figures,
    reversal,
    verdict,
)
from interviewers.engines.builtin.reading.text import Segment

__all__ = ["at_odds", "get_ready"]


def get_ready(question: str, reference: str) -> None:
    """Read a reference before there is an answer to it."""
    exchange.known_of(reference)
    reversal.axes_of(question, reference)
    favour.favours_of(question, reference)


def at_odds(
    found: Sequence[Segment], question: str, references: Sequence[str], *, alone: bool, text: str
) -> list[bool]:
    """Per sentence, whether it contradicts every reference. Figures, verdicts, and praise or blame are checked
    only if the references stand ``alone``, without scoring points, for points accept a case of one's own.
    ``text`` is everything that was said: a verdict may stand alone in a sentence without content."""
    asked = [
        exchange.exchanged(found, references),
        reversal.the_wrong_way_round(found, question, references),
    ]
    if alone and references:
        asked.append(figures.misstated([segment.folded for segment in found], references))
        asked.append(favour.overdrawn(found, question, references))
        other = verdict.other_verdict(text, question, references)
        other = other or choice.other_choice(text, question, references)
        asked.append([other] * len(found))
    return [any(answers) for answers in zip(*asked, strict=True)]
