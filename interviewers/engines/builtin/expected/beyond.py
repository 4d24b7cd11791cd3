"""What an answer earns of its points in other words than theirs, by the kind of question.

No list has all the words of a story, of a life or of a trade. Each function here reads how full an answer is of what
its kind of question asks for, and gives the points without a recognised word a part of their strength for it. How
that becomes a score: ``docs/scoring.md`` ("How a score is made", 2).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from interviewers.engines.base import ScoringPoint
from interviewers.engines.builtin.expected.breadth import breadth_of
from interviewers.engines.builtin.expected.matching import Sentence
from interviewers.engines.builtin.expected.oneself import belonging
from interviewers.engines.builtin.expected.points import MADE, NOISE, Point
from interviewers.engines.builtin.reading.text import Term
from interviewers.engines.builtin.stories import themes
from interviewers.engines.builtin.stories.accounts import RICH, Account, held_fast
from interviewers.engines.builtin.stories.bound import read_bound
from interviewers.engines.builtin.stories.personal import asks_of_person
from interviewers.engines.builtin.stories.shapes import has_shape
from interviewers.engines.builtin.stories.telling import STORY_CUES, Story, names_own_act

__all__ = ["Beyond", "of_account", "of_knowledge", "of_story"]

HALF_TOLD = 0.5
"""From this fullness (0-1) of an account on its points count as told in other words."""
TOLD_IN_FULL = 0.6
"""The strength, 0-1, of a point without cue and recognised words in a story (or an account) told in full."""
IN_OTHER_WORDS = 0.45
"""The most, 0-1 of the points, that an answer about work gets by a case of one's own: level 3."""


class Beyond(NamedTuple):
    """``implied`` is the sum of the strengths (0-1 each) that points get without their words, ``accounted`` whether
    half of a full answer is told in others. ``about`` is a factor, 0-1, for all points where an answer seems to be
    about something else, ``bearing`` how far it is about the question at all (see `breadth`)."""

    implied: float = 0.0
    accounted: bool = False
    about: float = 1.0
    bearing: float = 0.0


def of_story(
    story: Story,
    own: tuple[str, ...],
    question: str,
    points: Sequence[Point],
    strongest: Sequence[float],
    counts: float,
) -> Beyond:
    """A story that is the one asked for: it is full if it has all parts, a result that is measured (or the turn that
    was asked for), and many own acts. Where any story will do, backed pieces make it full as well.

    ``own`` are the sentences that belong to it, ``strongest`` is how far each point is made and ``counts`` how much
    counts what has none of its words, 0-1."""
    implied, accounted = 0.0, False
    if story.measured or has_shape(question, own):
        implied = _whole(points, strongest, story)
    if themes.is_broad(question):
        fullness = min(1.0, held_fast(own) / RICH)
        implied = max(implied, _filled(strongest, fullness))
        accounted = fullness >= HALF_TOLD
    return Beyond(implied * counts, accounted)


def of_account(
    account: Account, credits_: Sequence[float], strongest: Sequence[float], counts: float
) -> Beyond:
    """An account of oneself: it is full if it has as many backed pieces as a full one (`accounts`), in sentences with
    these ``credits_``. One word of what was asked about may be there by chance, and gives nothing. The others are as in
    `of_story`."""
    if account.signs <= 1:
        return Beyond()
    fullness = account.fullness(credits_)
    return Beyond(_filled(strongest, fullness) * counts, fullness >= HALF_TOLD)


def of_knowledge(
    points: tuple[ScoringPoint, ...],
    question: str,
    references: tuple[str, ...],
    sentences: Sequence[Sentence],
    strongest: Sequence[float],
    expected: frozenset[Term],
    language: str,
) -> Beyond:
    """Knowledge: an answer is full if it speaks of what was asked throughout (`breadth`), and its points count less
    where it seems to be about something else. Of work in any trade whoever has done it tells in words of their own:
    there a case of one's own gives points something, up to level 3. ``strongest`` and ``expected`` are as in
    `of_story` and `oneself.read_telling`."""
    breadth = breadth_of(points, question, references, sentences, language)
    fullness, implied = breadth.fullness, 0.0
    made = sum(strength >= MADE for strength in strongest)
    if made and asks_of_person(question, "\n".join(references)):
        heard = tuple(sentence.segment.folded for sentence in sentences)
        done = read_bound(heard, language)
        if done.told and done.acts and any(map(names_own_act, heard)):
            by_acts = min(1.0, held_fast(belonging(heard, question, expected)) / RICH)
            fullness = max(fullness, by_acts)
            most = IN_OTHER_WORDS * len(points) - sum(s for s in strongest if s >= NOISE)
            implied = max(0.0, min(_filled(strongest, by_acts), most))
    about = breadth.about(made / len(points))
    return Beyond(implied, fullness >= HALF_TOLD, about, breadth.bearing)


def _whole(points: Sequence[Point], strongest: Sequence[float], story: Story) -> float:
    """The sum of the strengths that points get from how fully a story is told. It needs all its parts in sound
    sentences, and a measured result or at least an end."""
    parts = {
        point.cue: max(strength, 0.0) for point, strength in zip(points, strongest, strict=True)
    }
    whole = min((parts.get(cue, 1.0) for cue in STORY_CUES), default=0.0)
    if whole < (MADE if story.measured else NOISE):
        return 0.0
    worded = [
        strength
        for point, strength in zip(points, strongest, strict=True)
        if point.cue not in STORY_CUES
    ]
    return _filled(worded, story.richness)


def _filled(strongest: Sequence[float], fullness: float) -> float:
    """The sum of what points of these strengths lack of the one that fullness (0-1) gives each."""
    return sum(
        max(0.0, TOLD_IN_FULL * fullness - (strength if strength >= NOISE else 0.0))
        for strength in strongest
    )
