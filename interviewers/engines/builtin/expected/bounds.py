"""The most that an answer to a question with scoring points can earn, however many of them it makes.

Points are made by being spoken of. That tells nothing of an answer in one breath, which names what others
explain, of a story with a clause to each of its parts, of talk about what was asked in which nothing is done,
or of a story whose teller does what nobody should: what people give to these is less. Each has a bound of its own.
"""

from __future__ import annotations

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
from interviewers.engines.builtin.stories.accounts import held_fast, invites_questions, is_opinion
from interviewers.engines.builtin.stories.amount import amount_told
from interviewers.engines.builtin.stories.telling import names_own_act, opens_with_act
from interviewers.engines.builtin.stories.themes import asks_for_story

__all__ = ["in_brief", "of_conduct", "of_telling", "without_points"]

ONE_BREATH, IN_ONE_BREATH, PER_WORD = 20.0, 36.0, 3.0
"""So many words name things and explain none, and earn so much; each word more gives room for so much more."""
HALF, BEYOND_HALF = 0.5, 130.0
"""And who makes more than this share of what was asked for, 0-1, explains some of it, however tersely: so many
points of 100 more for each whole share beyond it, half of that for all of the points."""
LEAST_POINTS = 4
"""Of so many points on nobody can say much in one breath."""
LITTLE, OF_LITTLE, PER_TERM = 12.0, LEVEL_FLOORS[2], 3.0
"""A clause makes each of the parts of a story, or of an answer about oneself. With so many different terms, by their
weight, who tells it gives no reason, no example and nothing particular, and earns so much; each more gives room
for so much more. Some forty words have fifteen, good answers thirty and more."""
MOST, BEYOND_MOST = 0.65, 130.0
"""And who makes more than this share of what was asked for, 0-1, where no story is, has answered it, however
tersely: a date, a sum or a reason takes no more. So many points of 100 more for each whole share beyond it."""
CLAUSE = 3.0
"""What has fewer words tells nothing by itself: it is mostly what talk left behind when it was taken out."""
NOTHING_DONE, PER_PIECE, PIECES = 30.0, 20.0, 2
"""What talk earns in which whoever gives it does nothing, and hardly anything holds it fast: so many pieces at
most; each more gives room for so much more."""
HEARD, WORDED, FULL, RICH = 1, 2, 16, 24
"""A story with so many words of its theme at most, and none of several points that tell it from any other, is below
level 3; with so many particulars it may be it in words that are not known, with so many be worth anything."""
MORE_CONDUCT, LEAST_CONDUCT = 3.0, 14.0
"""What each sign more of bad conduct takes, and what is left in the end."""


def _has_all_sorts(points: Sequence[Point]) -> bool:
    """Whether points have as many wordings as those of the bank: otherwise what is not heard may be said."""
    return all(point.cue is not None or point.wordings >= LISTED for point in points)


def in_brief(
    points: Sequence[Point], strongest: Sequence[float], sentences: Sequence[str]
) -> float:
    """The most that folded sentences can earn by how much room they have for several points; ``strongest`` is
    how far each of these is made, 0-1."""
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
    """The most that sentences can earn beside a reference alone, by what they tell of whoever answers;
    ``personal`` is whether a question that asks for no story is about the person."""
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
    told = amount_told(telling, question, expected)
    room = OF_LITTLE + PER_TERM * max(0.0, told - LITTLE)
    return min(UNBOUNDED, room + _of_answered(strongest, question))


def _of_answered(strongest: Sequence[float], question: str) -> float:
    """What more may be earned, points of 100, by who makes nearly all of what is asked where no story is."""
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
    """The most that folded sentences can earn as a story by whether it is the one that was asked for."""
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
    """The most that folded sentences can earn by how whoever gives them conducts themselves."""
    signs = conduct.signs_against(sentences)
    if not signs:
        return UNBOUNDED
    return max(LEAST_CONDUCT, BELOW_LEVEL_2 - MORE_CONDUCT * (signs - conduct.SEVERAL))
