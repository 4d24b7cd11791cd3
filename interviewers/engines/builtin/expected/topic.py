"""Whether a story or an account is about what was asked, and how much its parts count. Pure.

Any story has a situation, an action and a result. What tells whether it is the right one are words (of the theme,
the question or the points) or, where it has none of them, its shape.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from interviewers.engines.builtin.expected.matching import Sentence
from interviewers.engines.builtin.expected.points import MADE, Point
from interviewers.engines.builtin.reading.text import asked
from interviewers.engines.builtin.stories import setting, themes
from interviewers.engines.builtin.stories.accounts import Account, is_aside
from interviewers.engines.builtin.stories.plain import plainly
from interviewers.engines.builtin.stories.shapes import has_shape
from interviewers.engines.builtin.stories.telling import Story

__all__ = ["CUE_TOUCHED", "CUE_UNTOLD", "CUE_UNTOUCHED", "of_answer"]

CUE_UNTOLD, CUE_STRAYED = 0.35, 0.45
"""The strength of a cue in an answer in which nothing happens, or whose story is clearly on another theme; and
in one whose story may be."""
CUE_UNTOUCHED, CUE_TOUCHED, CUE_NEAR, CUE_ON_TOPIC = 0.5, 0.65, 0.8, 0.9
"""The strength of a cue in an answer with no word of the question, with one, with one of its theme, and in one
that makes half of the points that have words."""
ELSEWHERE = 2
"""With this many more words of another theme than of the one asked for, a story is another one."""
AROUND = ((-1, 0.1), (0, 0.6), (1, 0.3))
"""How many words of the theme more or fewer it may have, and the weight of each."""
TOLD_ACTS = 3
"""This many own acts and a result that shows make a story that was told in other words."""


def of_answer(
    points: Sequence[Point],
    words: Sequence[Sequence[float]],
    sentences: Sequence[Sentence],
    question: str,
    story: Story | None,
    account: Account | None,
    replied: int = 0,
) -> tuple[float, float]:
    """The strength of a cue, 0-1, and how far, 0-1, the story (or account) is not the one asked for; ``replied`` is
    the number of answered follow-ups."""
    worded = [i for i, point in enumerate(points) if point.cue is None]
    made = sum(any(row[i] >= MADE for row in words) for i in worded)
    told = {term for sentence in sentences for term in sentence.segment.terms}
    if story is not None:
        folded = [plainly(sentence.segment.folded) for sentence in sentences]
        touched = not themes.subject_of(question).isdisjoint(told)
        return _of_story(story, question, folded, len(worded), made, touched, replied > 0)
    if account is not None and not made:
        if not account.signs:
            return CUE_UNTOLD, 1.0
        return (CUE_ON_TOPIC if account.signs > 1 else CUE_UNTOUCHED), 0.0
    if made:
        share = min(1.0, 2.0 * made / len(worded))
        return CUE_TOUCHED + (CUE_ON_TOPIC - CUE_TOUCHED) * share, 0.0
    touched = not asked(question).specific.isdisjoint(told)
    if not worded:
        return (CUE_ON_TOPIC if touched else CUE_TOUCHED), 0.0
    return (CUE_TOUCHED if touched else CUE_UNTOUCHED), 0.0


def _of_story(
    story: Story,
    question: str,
    folded: Sequence[str],
    worded: int,
    made: int,
    touched: bool,
    replied: bool,
) -> tuple[float, float]:
    """The same of a story in ``folded`` sentences that makes some of the ``worded`` points; ``touched`` is whether it
    has a word of the question.

    A word of a theme may stand in it by chance, or be missing by chance. So the strength is the mean of those for so
    many words of the theme, one more and one fewer.
    """
    if not story.told:
        return CUE_UNTOLD, 1.0
    wanted = themes.themes_of(question)
    signs = themes.signs(wanted, folded)
    read = _Read(
        wanted=bool(wanted),
        others=themes.signs_of_others(wanted, folded) if wanted else 0,
        broad=themes.is_broad(question),
        most=2 * made > worded or (made > 1 and 2 * made == worded),
        shaped=has_shape(question, tuple(s for s in folded if not is_aside(s))),
        made=made,
        touched=touched,
        replied=replied,
        in_full=story.measured and story.acts >= TOLD_ACTS,
        at_work=setting.at_work(folded),
        among_others=setting.among_others(folded),
    )
    strength, strays = _counted(read, signs)
    if not strays:
        strength = sum(part * _counted(read, max(0, signs + n))[0] for n, part in AROUND)
    return CUE_UNTOLD + story.told * (strength - CUE_UNTOLD), 1.0 - story.told * (not strays)


@dataclass(frozen=True, slots=True)
class _Read:
    """What is read of a story beside the number of words of its theme; ``others`` is that of another theme's."""

    wanted: bool
    others: int
    broad: bool
    most: bool
    shaped: bool
    made: int
    touched: bool
    replied: bool
    in_full: bool
    at_work: bool
    among_others: bool


def _counted(read: _Read, signs: int) -> tuple[float, bool]:
    """The strength of a cue, 0-1, and whether it is another story, with so many words of the theme asked for.

    It is another one if it has no word of the theme, or words of another theme instead, unless it makes most
    of the points or has the shape that was asked for; also if only a word by chance connects it with the question
    and nobody else appears in it.
    """
    made, most, touched, shaped = read.made, read.most, read.touched, read.shaped
    elsewhere = read.others - signs if read.wanted else 0
    # The longer a story, the more words of other themes: one that has a word of its own, one of the question
    # and a point is not lost by the next of them.
    own = signs > 0 and made > 0 and touched
    if elsewhere >= ELSEWHERE and own and not (most or read.broad):
        return CUE_TOUCHED, False
    if elsewhere >= ELSEWHERE and not (most or read.broad):
        return (CUE_STRAYED if elsewhere == ELSEWHERE else CUE_UNTOLD), True
    # In plain words: one of the points alone tells that it is the one.
    by_point = made > 0 and elsewhere < ELSEWHERE
    another = not (signs > 1 or most or shaped or (made and read.replied) or read.at_work)
    if read.wanted and signs < 2 and not (most or shaped):
        another = another or not (signs or by_point or read.broad or read.in_full)
        another = another or not (made or touched or read.among_others)
    if another:
        return (CUE_STRAYED if touched else CUE_UNTOLD), True
    if read.wanted and not signs and (by_point or not most):
        return (CUE_TOUCHED if by_point or shaped else CUE_UNTOUCHED), False
    if not read.wanted or signs > 1 or most:
        return CUE_ON_TOPIC, False
    # One word of the theme beside more of another's may be there by chance.
    near = (signs or made or touched) and elsewhere < 1
    return (CUE_NEAR if near else CUE_TOUCHED), False
