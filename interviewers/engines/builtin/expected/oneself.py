"""What an answer tells of the candidate, where a story is asked for or something about themselves (an account).

The sentences that belong to it are read apart from the rest. How they are told makes points that are recognised by
that (a situation, an act, a result); how little or how vaguely is told caps the score, whatever points it makes; and
how concretely, beside the words of the points, makes a second score. The numbers are those of ``docs/scoring.md``
("How a score is made", 2 and 3); the caps themselves are in `bounds` and `particulars`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from interviewers.engines.base import Cue, ScoringPoint
from interviewers.engines.builtin.expected import bounds, topic
from interviewers.engines.builtin.expected.calibration import BELOW_LEVEL_4
from interviewers.engines.builtin.expected.concreteness import concreteness
from interviewers.engines.builtin.expected.matching import Sentence
from interviewers.engines.builtin.expected.particulars import (
    UNBOUNDED,
    ceiling,
    ownness,
    size_of,
)
from interviewers.engines.builtin.expected.points import MADE, Point
from interviewers.engines.builtin.reading.text import Term
from interviewers.engines.builtin.stories.accounts import (
    Account,
    held_fast,
    invites_questions,
    is_aside,
    read_account,
)
from interviewers.engines.builtin.stories.amount import parted
from interviewers.engines.builtin.stories.bound import bound, read_bound
from interviewers.engines.builtin.stories.plain import plainly
from interviewers.engines.builtin.stories.telling import STORY_CUES, Story
from interviewers.engines.builtin.stories.themes import asks_for_story

__all__ = ["Bounded", "Telling", "belonging", "read_telling"]

ANSWERED = 0.4
"""How much of what nearly all points add to a cap (see `bounds.of_answered`) they add for want of particulars."""
BACKED_BY_CHANCE = 5
"""So many backed pieces any talk about oneself has; where no story is asked for, more of them are particulars."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A story that was asked for, or an account; one of the two is None.

    ``heard`` are all sentences, folded; ``near`` the same with "" for those that do not belong to it; ``own`` are
    those that do, each once and without asides. ``highest`` is the cap, 0-100, for want of particulars.
    ``undone`` is whether it consists of what was not done (then it has no parts of a story). ``invited`` is whether
    the candidate was invited to ask, and has nothing of themselves to tell.
    """

    question: str
    expected: frozenset[Term]
    story: Story | None
    account: Account | None
    heard: tuple[str, ...]
    near: tuple[str, ...]
    own: tuple[str, ...]
    highest: float
    undone: bool
    invited: bool

    @property
    def tells(self) -> bool:
        """Whether something about oneself was asked for and told."""
        return bool((self.story and self.story.told) or (self.account and not self.invited))

    def cues(self, strength: float) -> Mapping[Cue | None, float]:
        """How much a point counts that is recognised by how it is told, 0-1, by its cue, where that is
        ``strength`` in an answer that is somebody's own."""
        vague = 1.0 - ownness(self.highest)
        if not vague:
            return dict.fromkeys((*Cue, None), strength)
        # That something was done, or was, is all that a vague one tells.
        part = Cue.ACTION if self.story and self.story.acts else Cue.SITUATION
        return {
            cue: _towards(strength, topic.CUE_TOUCHED if cue is part else topic.CUE_UNTOLD, vague)
            for cue in (*Cue, None)
        }

    def in_other_words(self, strength: float) -> float:
        """How much what it tells counts, 0-1, for the points of which it has no word; ``strength`` as in `cues`."""
        return _towards(strength, topic.CUE_UNTOUCHED, 1.0 - ownness(self.highest))

    def bounded(
        self,
        points: Sequence[Point],
        strongest: Sequence[float],
        on_topic: float,
        *,
        strays: float,
        misheld: bool,
    ) -> Bounded:
        """The caps of its score. ``strongest`` is how far each point is made and ``on_topic`` how far it is about
        what was asked, 0-1; ``strays`` how far it is not what was asked for, ``misheld`` whether a misconception
        is stated."""
        near = tuple(filter(None, self.near))
        by_conduct = bounds.of_conduct(self.heard)
        long_enough = [
            sentence
            for sentence in (near if self.invited else self.own)
            if size_of(sentence) >= bounds.CLAUSE
        ]
        belongs = parted(long_enough, self.question, self.expected)
        amount = bounds.told_in(long_enough, belongs, self.question)
        highest = min(
            self.highest + ANSWERED * bounds.of_answered(strongest, self.question),
            by_conduct,
            bounds.of_telling(points, strongest, self.heard, near, amount, self.question),
        )
        against = by_conduct < UNBOUNDED
        if self.invited:
            return Bounded(highest, against, None)
        # What tells it from any other: a situation, an act and a result are in all of them.
        its_own = any(
            point.cue is None and strength >= MADE
            for point, strength in zip(points, strongest, strict=True)
        )
        concrete = min(
            self.highest,
            bounds.of_nothing_done(near),
            BELOW_LEVEL_4 + its_own * (1.0 - strays) * (UNBOUNDED - BELOW_LEVEL_4),
            concreteness(
                (*belongs.tied, *belongs.beside),
                self.question,
                amount,
                on_topic,
                against=against,
                misheld=misheld,
            ),
        )
        return Bounded(highest, against, concrete)


@dataclass(frozen=True, slots=True)
class Bounded:
    """What caps a score: ``highest`` (0-100), whatever the points, and whether bad conduct speaks ``against`` the
    candidate. ``concrete`` is the score, 0-100, by how concretely something is told; None for what is asked of the
    panel."""

    highest: float
    against: bool
    concrete: float | None


def read_telling(
    points: Sequence[ScoringPoint],
    question: str,
    sentences: Sequence[Sentence],
    expected: frozenset[Term],
    language: str,
) -> Telling | None:
    """What an answer tells of the candidate; None where knowledge is asked for. ``expected`` are the specific words
    of the question and of what is expected."""
    heard = tuple(plainly(sentence.segment.folded) for sentence in sentences)
    invited = invites_questions(question)
    story = account = None
    undone = False
    if asks_for_story(question) and STORY_CUES & {point.cue for point in points}:
        # What somebody did not do belongs to many a story, but no story consists of it.
        undone = 2 * sum(s.denies and not s.said.terms for s in sentences) > len(sentences)
        near = bound(heard, question, expected)
        story = read_bound(("",) * len(heard) if undone else near, language)
    else:
        account = read_account(question, heard)
        if account is None:
            return None
        near = heard if invited else bound(heard, question, expected)
        account = read_account(question, near)
    own = belonging(heard, question, expected)
    highest = UNBOUNDED
    if story or not invited:
        backed = 0.0 if asks_for_story(question) else held_fast(own) - BACKED_BY_CHANCE
        highest = ceiling(own, question, max(0.0, backed))
    return Telling(question, expected, story, account, heard, near, own, highest, undone, invited)


def belonging(heard: tuple[str, ...], question: str, expected: frozenset[Term]) -> tuple[str, ...]:
    """The folded sentences that belong to what is told, without asides; what is said again makes it no longer."""
    near = dict.fromkeys(bound(heard, question, expected))
    return tuple(sentence for sentence in near if sentence and not is_aside(sentence))


def _towards(value: float, lower: float, share: float) -> float:
    """``value``, moved by a share (0-1) of its distance to a lower one, if that is lower."""
    return value - share * max(0.0, value - lower)
