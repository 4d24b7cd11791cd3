"""Caps: the most that an answer to a question with scoring points can earn, however many of them it makes.

A point is made by saying something about it. That does not show much in an answer in one breath, which
names what others explain; in a story with a clause for each of its parts; in talk in which nothing is done;
or in a story of bad conduct. People give less to these. Each has a cap of its own, 0-100.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from math import fsum

from interviewers.engines.builtin.expected.calibration import (
    BELOW_LEVEL_2,
    BELOW_LEVEL_3,
    LEVEL_FLOORS,
)
from interviewers.engines.builtin.expected.likelihood import LISTED
from interviewers.engines.builtin.expected.particulars import (
    UNBOUNDED,
    asks_of_oneself,
    ceiling,
    particulars,
    size_of,
)
from interviewers.engines.builtin.expected.points import MADE, Point
from interviewers.engines.builtin.reading.text import Segment, Term
from interviewers.engines.builtin.stories import conduct, themes
from interviewers.engines.builtin.stories.accounts import (
    held_fast,
    invites_questions,
    is_opinion,
)
from interviewers.engines.builtin.stories.amount import amount_told
from interviewers.engines.builtin.stories.telling import names_own_act, opens_with_act
from interviewers.engines.builtin.stories.themes import asks_for_story

__all__ = ["in_brief", "of_conduct", "of_telling", "without_points"]

ONE_BREATH, IN_ONE_BREATH, PER_WORD = 20.0, 36.0, 3.0
"""An answer with at most the first number of words names things and explains none: its cap is the second, in
points of 100. Each further word adds the third to that cap."""
HALF, BEYOND_HALF = 0.5, 130.0
"""Making more than this share of the points (0-1) explains some of them, however tersely. Each whole share
beyond it adds the latter to the cap; all of the points add half of that."""
LEAST_POINTS = 4
"""The cap applies from this many points on: nobody can make so many of them in one breath."""
LITTLE, OF_LITTLE, PER_TERM = 12.0, LEVEL_FLOORS[2], 3.0
"""A clause is enough for each part of a story, or of an answer about oneself. With at most the first number of
different terms (by their weight) there is no reason, no example and nothing particular: the cap is the
second. Each further term adds the third. Some forty words have fifteen such terms, good answers thirty and
more."""
MOST, BEYOND_MOST = 0.65, 130.0
"""Where no story is asked for, making more than this share of the points (0-1) is an answer, however terse: a
date, a sum or a reason takes no more. Each whole share beyond it adds the latter to the cap."""
PER_FIGURE = 1.5
"""Where no story is asked for, each different figure counts as so many terms: a sum of money, with where it comes
from, needs few words."""
_FIGURE = re.compile(r"\d[\d.,]*|[一二两三四五六七八九十百千万]{2,}")
CLAUSE = 3.0
"""A piece with fewer words tells nothing by itself: mostly it was left when talk to the grader was taken out."""
NOTHING_DONE, PER_PIECE, PIECES = 30.0, 20.0, 2
"""The cap of talk in which the candidate does nothing, and at most the third number of pieces are backed by
anything; each further piece adds the second."""
HEARD, WORDED, FULL, RICH = 1, 2, 16, 24
"""A story with at most the first number of words of its theme, and with none of several points (the second
number, at least) that tell it from any other, is below level 3. With the third
number of particulars it may be the right one in unknown words; with the fourth it has no cap."""
MORE_CONDUCT, LEAST_CONDUCT = 3.0, 14.0
"""What each further sign of bad conduct takes from the cap, and the lowest cap."""


def _has_all_sorts(points: Sequence[Point]) -> bool:
    """Whether points have as many wordings as those of the bank. With fewer, what is not recognised may have
    been said."""
    return all(point.cue is not None or point.wordings >= LISTED for point in points)


def in_brief(
    points: Sequence[Point], strongest: Sequence[float], sentences: Sequence[str]
) -> float:
    """The cap, 0-100, by how much room folded sentences have for several points; ``strongest`` is how far each
    of these is made, 0-1."""
    if len(points) < LEAST_POINTS or not _has_all_sorts(points):
        return UNBOUNDED
    words = sum(map(size_of, dict.fromkeys(sentences)))
    more = max(0.0, fsum(strongest) / len(points) - HALF)
    room = IN_ONE_BREATH + PER_WORD * max(0.0, words - ONE_BREATH)
    return min(UNBOUNDED, room + BEYOND_HALF * more)


def of_telling(
    points: Sequence[Point],
    strongest: Sequence[float],
    sentences: tuple[str, ...],
    bound: Sequence[str],
    question: str,
    expected: Set[Term],
) -> float:
    """The most that folded sentences can earn as a story or about oneself; ``strongest`` is how far each of the
    points is made, ``bound`` are those that belong to what is told, ``expected`` specific words of the answer."""
    most = min(
        of_conduct(sentences),
        _of_theme(points, strongest, sentences, question),
        _of_little_told(
            points,
            strongest,
            sentences if invites_questions(question) else bound,
            question,
            expected,
        ),
    )
    if invites_questions(question):
        return most
    return min(most, _of_nothing_done(sentences) + _of_answered(strongest, question))


def without_points(found: Sequence[Segment], question: str, *, personal: bool) -> float:
    """The cap, 0-100, beside a reference alone, by what sentences tell of the candidate; ``personal`` is
    whether a question that asks for no story is about the person."""
    story = asks_for_story(question) and asks_of_oneself(question)
    if not (story or personal) or invites_questions(question):
        return UNBOUNDED
    sentences = tuple(segment.folded for segment in found)
    most = of_conduct(sentences)
    return min(most, ceiling(sentences, question)) if story else most


def _of_little_told(
    points: Sequence[Point],
    strongest: Sequence[float],
    sentences: Sequence[str],
    question: str,
    expected: Set[Term],
) -> float:
    """The most that folded sentences can earn, as a story or about oneself, by how much they tell, and how far
    they make each of the points."""
    if len(points) < LEAST_POINTS or not _has_all_sorts(points):
        return UNBOUNDED
    telling = [sentence for sentence in sentences if size_of(sentence) >= CLAUSE]

    def tells(clause: str) -> bool:
        return particulars((clause,), question) > 0

    told = amount_told(telling, question, expected, tells)
    if not asks_for_story(question):
        told += PER_FIGURE * len({figure for s in telling for figure in _FIGURE.findall(s)})
    room = OF_LITTLE + PER_TERM * max(0.0, told - LITTLE)
    return min(UNBOUNDED, room + _of_answered(strongest, question))


def _of_answered(strongest: Sequence[float], question: str) -> float:
    """What an answer that makes nearly all points adds to a cap, in points of 100, where no story is asked for."""
    if asks_for_story(question):
        return 0.0
    return BEYOND_MOST * max(0.0, fsum(strongest) / len(strongest) - MOST)


def _of_nothing_done(sentences: tuple[str, ...]) -> float:
    """The most that folded sentences can earn, as a story or about oneself, by whether anything is done in them."""
    if is_opinion(sentences):
        return NOTHING_DONE
    if any(names_own_act(s) or opens_with_act(s) for s in sentences):
        return UNBOUNDED
    pieces = max(0, held_fast(sentences) - PIECES)
    return min(UNBOUNDED, NOTHING_DONE + PER_PIECE * pieces)


def _of_theme(
    points: Sequence[Point],
    strongest: Sequence[float],
    sentences: tuple[str, ...],
    question: str,
) -> float:
    """The cap, 0-100, by whether a story is the one that was asked for."""
    theme = themes.themes_of(question)
    worded = [number for number, point in enumerate(points) if point.cue is None]
    if not theme or themes.is_broad(question) or len(worded) < WORDED or not _has_all_sorts(points):
        return UNBOUNDED
    if (
        any(strongest[number] >= MADE for number in worded)
        or themes.signs(theme, sentences) > HEARD
    ):
        return UNBOUNDED
    told = (particulars(sentences, question) - FULL) / (RICH - FULL)
    return BELOW_LEVEL_3 + min(1.0, max(0.0, told)) * (UNBOUNDED - BELOW_LEVEL_3)


def of_conduct(sentences: tuple[str, ...]) -> float:
    """The cap, 0-100, by the conduct that folded sentences tell of."""
    signs = conduct.signs_against(sentences)
    if not signs:
        return UNBOUNDED
    return max(LEAST_CONDUCT, BELOW_LEVEL_2 - MORE_CONDUCT * (signs - conduct.SEVERAL))
