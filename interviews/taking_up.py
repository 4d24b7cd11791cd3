"""What of the last answer the panel takes up before it goes on: a line that is worth saying back. Pure."""

from __future__ import annotations

from feedback.models import Assessment
from interviewers.engines.base import AnswerFlag
from interviewers.engines.builtin.reading.text import fold, specific, terms
from interviews.answered import Answered
from interviews.beside import may_answer
from interviews.best_lines import best_line, is_concrete, lines_worth, worth
from interviews.conductor import WEAK
from interviews.quoting import tells
from interviews.sitting import Sitting

__all__ = ["parting", "pick_up", "said_in", "tie"]


def pick_up(judged: Assessment | None, sitting: Sitting) -> str:
    """The best line of the last answer to go on from, "" where there is none worth it: a story that has
    so far nothing of the question's own may be any story."""
    open_ = sitting.open
    if open_ is None or judged is None:
        return ""
    last = open_.thread.answers[-1]
    # Of what nothing was heard in, what somebody does or would do is taken up all the same.
    if judged.level <= 1 and (open_.spec.wants_deeds or not may_answer(last, people=False)):
        return ""
    if judged.evidence not in last or (open_.spec.wants_deeds and _may_be_any(open_, judged)):
        return ""
    stands = open_.thread.stands[-1:]
    shown = [judged.evidence for text in stands if judged.evidence in text]
    line = best_line([*shown, *stands], sitting.interview.language, sitting.said)
    fit = is_concrete(line) or (max(worth(line)) > 0 and tells(line, sitting.interview.language))
    if judged.level <= 1 and not may_answer(line, people=False):
        return ""
    return line if line and fit else ""


def _may_be_any(open_: Answered, judged: Assessment) -> bool:
    """Whether an answer has nothing of the question's own: a story its parts alone, any other one nothing at all."""
    if not open_.spec.wants_deeds:
        return judged.unheard
    cues = {point.key for point in open_.spec.points if point.cue is not None}
    return judged.level <= WEAK and not {point["key"] for point in judged.covered} - cues


def tie(sitting: Sitting, judged: Assessment | None) -> str:
    """What of an answer that was no weak one is mentioned before another question is asked: a result, a
    figure or a decision, "" for none."""
    if sitting.open is None or judged is None or judged.level <= WEAK or sitting.wish:
        return ""
    if sitting.before is not None and not sitting.gained(judged):
        return ""  # To a reply in which nothing was heard it would be said of anything.
    line = best_line(sitting.open.thread.stands[-1:], sitting.interview.language, sitting.said)
    return line if is_concrete(line) else ""


def parting(sitting: Sitting, judged: Assessment | None) -> str:
    """The best line of what was said last on the question that is left, "" for none: who moves on, or passes
    the floor, has listened. What was said before that has been answered to."""
    if sitting.open is None or judged is None or sitting.wish or _UNFIT & set(judged.flags):
        return ""
    if _may_be_any(sitting.open, judged):
        return ""
    language = sitting.interview.language
    last = sitting.open.thread.stands[-1:]
    lines = [line for text in last for line in lines_worth(text, language, sitting.said)]
    # What is no result has to say enough by itself, which "I brought a telephone" hardly does.
    fit = [s for s in lines if is_concrete(s) or (worth(s)[0] >= 0 and tells(s, language))]
    return max(fit, key=lambda line: (worth(line), said_in(line)), default="")


def said_in(line: str) -> int:
    """How many specific words a line has, as far as that tells one line from another: of two that are worth
    the same, who listened takes up the one that says something."""
    return min(_MOST, len(specific(terms(fold(line)))))


_MOST = 4
_UNFIT = {AnswerFlag.OFF_TOPIC, AnswerFlag.FORGED, AnswerFlag.DONT_KNOW, AnswerFlag.FILLER}
