"""Caps: the highest score, 0-100, of an answer to a question with scoring points, however many it makes.

Human graders give less to a list of names without explanations, to a story with one clause for each part, to
talk in which nothing is done, and to a story of bad conduct. Each of these has a cap.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum

from interviewers.engines.builtin.expected.calibration import (
    BELOW_LEVEL_2,
    BELOW_LEVEL_3,
    LEVEL_FLOORS,
)
from interviewers.engines.builtin.expected.likelihood import LISTED
from interviewers.engines.builtin.expected.particulars import (
    UNBOUNDED,
    ceiling,
    particulars,
    size_of,
)
from interviewers.engines.builtin.expected.points import MADE, Point
from interviewers.engines.builtin.reading.text import Segment
from interviewers.engines.builtin.stories import conduct, themes
from interviewers.engines.builtin.stories.accounts import (
    held_fast,
    invites_questions,
    is_opinion,
)
from interviewers.engines.builtin.stories.amount import Parted, amount_told
from interviewers.engines.builtin.stories.personal import addresses_candidate
from interviewers.engines.builtin.stories.telling import happens, names_own_act, opens_with_act
from interviewers.engines.builtin.stories.themes import asks_for_story
from interviewgpt.expressions import expression

__all__ = [
    "in_brief",
    "of_answered",
    "of_conduct",
    "of_nothing_done",
    "of_telling",
    "told_in",
    "without_points",
]

ONE_BREATH, IN_ONE_BREATH, PER_WORD = 20.0, 36.0, 3.0
"""The cap of an answer with at most the first number of words is the second (0-100); each further word adds the
third."""
HALF, BEYOND_HALF = 0.5, 130.0
"""If more than this share of the points (0-1) is made, the cap rises by the latter times the rest of the share."""
LEAST_POINTS = 4
"""With fewer points than this there is no cap by length."""
LITTLE, OF_LITTLE, PER_TERM = 12.0, LEVEL_FLOORS[2], 3.0
"""A story, or an answer about oneself, with at most the first number of different terms (by their weight) has the
second as its cap (0-100); each further term adds the third. Forty words have about fifteen such terms, good
answers thirty and more."""
MOST, BEYOND_MOST = 0.65, 130.0
"""The same as `HALF` for questions that ask for no story: a date, a sum or a reason needs few words."""
PER_FIGURE = 1.5
"""The number of terms that each different figure counts as where no story is asked for."""
_FIGURE = expression(r"\d[\d.,]*|[一二两三四五六七八九十百千万]{2,}")
CLAUSE = 3.0
"""Pieces with fewer words do not count: mostly they are what was left when talk to the grader was cut out."""
NOTHING_DONE, PER_PIECE, PIECES, PER_ACT = 30.0, 20.0, 2.0, 2.0
"""The cap of talk in which the candidate does nothing, and at most the third number of pieces are backed by
anything; each further piece adds the second. A sentence with an own act counts as so many more pieces (the last)."""
MERELY_NAMED = 0.7
"""How far an act counts in a sentence in which nothing happens and that has no quantity, 0-1."""
LEAST_OF_THEME, HEARD, PER_SIGN, FULL, RICH = 2, 1, 0.5, 16.0, 28.0
"""A story that makes none of several points (the first number, at least) that tell it from any other may be another
one: its cap lies just below level 3. A word of its theme (the second number) may be there by chance. Each further one
lifts the cap by so much (the third, 0-1) of the way to none; so do particulars, evenly from the fourth number to the
last, for it may be the right one in unknown words."""
MORE_CONDUCT, LEAST_CONDUCT = 3.0, 14.0
"""What each further sign of bad conduct takes from the cap, and the lowest cap (both of 100)."""


def _has_all_sorts(points: Sequence[Point]) -> bool:
    """Whether all points have as many wordings as those of the bank. With fewer, points may be made unrecognised."""
    return all(point.cue is not None or point.wordings >= LISTED for point in points)


def in_brief(
    points: Sequence[Point], strongest: Sequence[float], sentences: Sequence[str]
) -> float:
    """The cap, 0-100, by the number of words in folded sentences; ``strongest`` is how far each point is made,
    0-1."""
    if len(points) < LEAST_POINTS or not _has_all_sorts(points):
        return UNBOUNDED
    words = sum(map(size_of, dict.fromkeys(sentences)))
    more = max(0.0, fsum(strongest) / len(points) - HALF)
    room = IN_ONE_BREATH + PER_WORD * max(0.0, words - ONE_BREATH)
    return min(UNBOUNDED, room + BEYOND_HALF * more)


def of_telling(
    points: Sequence[Point],
    strongest: Sequence[float],
    heard: tuple[str, ...],
    sentences: tuple[str, ...],
    amount: float,
    question: str,
) -> float:
    """The cap, 0-100, of folded sentences as a story or about oneself. ``strongest`` is how far each point is made
    (0-1), ``amount`` how much is told (`told_in`)."""
    most = min(
        _of_theme(points, strongest, heard, question),
        _of_little_told(points, strongest, amount, question),
    )
    if invites_questions(question):
        return most
    return min(most, of_nothing_done(sentences) + of_answered(strongest, question))


def without_points(found: Sequence[Segment], question: str, *, personal: bool) -> float:
    """The cap, 0-100, beside a reference alone, by what sentences tell of the candidate; ``personal`` is
    whether a question that asks for no story is about the person."""
    story = asks_for_story(question) and addresses_candidate(question)
    if not (story or personal) or invites_questions(question):
        return UNBOUNDED
    sentences = tuple(segment.folded for segment in found)
    most = of_conduct(sentences)
    return min(most, ceiling(sentences, question)) if story else most


def told_in(sentences: Sequence[str], found: Parted, question: str) -> float:
    """How much folded sentences tell, in words (`amount_told` of what was ``found`` in them; a figure counts as
    several where no story is asked for)."""

    def tells(clause: str) -> bool:
        return particulars((clause,), question) > 0

    told = amount_told(found, question, tells)
    if not asks_for_story(question):
        told += PER_FIGURE * len({figure for s in sentences for figure in _FIGURE.findall(s)})
    return told


def _of_little_told(
    points: Sequence[Point], strongest: Sequence[float], told: float, question: str
) -> float:
    """The cap, 0-100, of a story or an answer about oneself by the ``told`` number of different terms."""
    if len(points) < LEAST_POINTS or not _has_all_sorts(points):
        return UNBOUNDED
    room = OF_LITTLE + PER_TERM * max(0.0, told - LITTLE)
    return min(UNBOUNDED, room + of_answered(strongest, question))


def of_answered(strongest: Sequence[float], question: str) -> float:
    """What making nearly all points adds to a cap (of 100) where no story is asked for."""
    if asks_for_story(question):
        return 0.0
    return BEYOND_MOST * max(0.0, fsum(strongest) / len(strongest) - MOST)


def of_nothing_done(sentences: tuple[str, ...]) -> float:
    """The cap, 0-100, of a story or an answer about oneself by whether anything is done in it."""
    if is_opinion(sentences):
        return NOTHING_DONE
    acts = sum(map(_act_in, dict.fromkeys(sentences)))
    done = held_fast(sentences) + PER_ACT * acts
    return min(UNBOUNDED, NOTHING_DONE + PER_PIECE * max(0.0, done - PIECES))


def _act_in(sentence: str) -> float:
    """How far a folded sentence has an own act, 0-1: wholly if something happens in it or it has a quantity."""
    if names_own_act(sentence) or opens_with_act(sentence):
        return 1.0 if happens(sentence) else MERELY_NAMED
    return 0.0


def _of_theme(
    points: Sequence[Point],
    strongest: Sequence[float],
    sentences: tuple[str, ...],
    question: str,
) -> float:
    """The cap, 0-100, by whether a story is the one that was asked for."""
    theme = themes.themes_of(question)
    worded = [number for number, point in enumerate(points) if point.cue is None]
    if (
        not theme
        or themes.is_broad(question)
        or len(worded) < LEAST_OF_THEME
        or not _has_all_sorts(points)
    ):
        return UNBOUNDED
    made = max(strongest[number] for number in worded) / MADE
    signs = themes.signs(theme, sentences) - HEARD
    told = max(0.0, (particulars(sentences, question) - FULL) / (RICH - FULL))
    lifted = min(1.0, max(made, told + PER_SIGN * max(0, signs)))
    return BELOW_LEVEL_3 + lifted * (UNBOUNDED - BELOW_LEVEL_3)


def of_conduct(sentences: tuple[str, ...]) -> float:
    """The cap, 0-100, by the conduct that folded sentences tell of."""
    signs = conduct.signs_against(sentences)
    if not signs:
        return UNBOUNDED
    return max(LEAST_CONDUCT, BELOW_LEVEL_2 - MORE_CONDUCT * (signs - conduct.SEVERAL))
