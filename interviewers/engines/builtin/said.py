"""What of an answer is said to the question, and whether anything is said to whoever judges it.

Most answers have nothing that sounds like the latter (`learnt.may_talk`): they are judged as they are.
Of the others what is learnt takes the talk out. Where it isn't sure where that begins, the rules tell.
"""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass
from functools import partial

from interviewers.engines.builtin.accusation import accuses
from interviewers.engines.builtin.case import Case
from interviewers.engines.builtin.hearing import apart, hear, hear_plain
from interviewers.engines.builtin.insertion import set_apart
from interviewers.engines.builtin.learnt import may_talk, without_talk
from interviewers.engines.builtin.leet import without_digits
from interviewers.engines.builtin.salvage import salvaged
from interviewers.engines.builtin.text import Segment
from interviewers.engines.builtin.thread import threaded
from interviewers.engines.builtin.unspoilt import unspoilt

__all__ = ["Said", "said_in"]

_NOTATION = re.compile(r"[{}<>|`\[\]#]|[\"'”’]\s*[:：=]|[A-Za-z0-9+/]{24}")
"""What forgeries of machinery have, and code and formulas have as well."""


@dataclass(frozen=True, slots=True)
class Said:
    """``found`` are the sentences that may count, None where all are in another language; ``honest`` is
    the ``text`` without forgeries.

    ``talks`` is whether anything in it may be talk to whoever judges, ``forged`` whether anything is,
    ``accused`` whether that is to be said. ``rest`` is what is left of it, where that is to be judged instead.
    """

    found: tuple[Segment, ...] | None
    honest: str
    text: str
    talks: bool = False
    forged: bool = False
    accused: bool = False
    rest: str | None = None

    def salvaged(self, case: Case) -> tuple[tuple[Segment, ...], Set[str]]:
        """The sentences with pieces that stand beside talk, and those that nothing was taken out of."""
        found = self.found or ()
        if self.talks:
            return salvaged(self.text, self.honest, found, case.known)
        return found, {segment.text for segment in found}


def said_in(text: str, case: Case, *, story: bool) -> Said:
    """What is said in an answer; ``story`` is whether one is asked for."""
    known, strict = case.known, case.phrases is None
    text = without_digits(text)
    belongs = None if strict else partial(threaded, known=case.thread, question=case.question)
    sounds = may_talk(text)
    if not (sounds or _NOTATION.search(text)):
        found, honest = hear_plain(text, known, thread=belongs)
        return Said(found, honest, text)
    written = apart(text, known)
    text = set_apart(written, known, tells=not strict)
    found, honest, forged = hear(text, known, story=story, thread=belongs)
    rest = without_talk(written, case.wording) if found or not forged else None
    if not rest or (may_talk(rest) and hear(rest, known, story=story, thread=belongs)[2]):
        # What is learnt counts where it leaves nothing of talk.
        rest = unspoilt(text, known, story=story) if strict and forged else None
    return Said(
        found,
        honest,
        text,
        talks=True,
        forged=forged,
        accused=sounds and forged and accuses(written, known),
        rest=rest if rest and len(rest.strip()) < len(text.strip()) else None,
    )
