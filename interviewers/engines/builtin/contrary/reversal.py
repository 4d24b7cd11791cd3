"""Answers that have a thing the wrong way round: they say of one thing what the reference says of its
opposite.

"A queue is last in, first out", "it does badly on the training data and well on unseen data": each word
could be in a right answer. Read is what goes with which side of an axis (see `axes`). An answer is wrong
only if most of its signs are turned: a single one may be somebody's own case.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from interviewers.engines.builtin.contrary.axes import (
    IS,
    OF_SUBJECT,
    SUBJECT,
    Key,
    Said,
    names_of_axes,
    read_axes,
    subjects_of,
    together,
)
from interviewers.engines.builtin.reading.text import Segment, fold, sentences_of
from interviewgpt.expressions import expression

__all__ = ["axes_of", "the_wrong_way_round"]

ENOUGH, TO_KEPT = 1.6, 1.5
OF_ONE = 3.0
"""The least worth of what is turned round, the factor by which it has to exceed what is kept, and the least worth
if all of it is said of one of the two subjects."""


@dataclass(frozen=True, slots=True)
class Axes:
    """What a reference says with the sides of axes, and the two ``subjects`` that are told apart."""

    said: Said
    subjects: tuple[str, str] | None


_WHY = expression(r"^\W*(?:why|how come)\b|为什么|为何")


@lru_cache(maxsize=2_048)
def axes_of(question: str, reference: str) -> Axes:
    """What a reference says with the sides of axes; a question that asks why says so itself."""
    subjects = subjects_of(question, reference)
    texts = [segment.folded for segment in sentences_of(reference)]
    if _WHY.search(fold(question)):
        texts += [segment.folded for segment in sentences_of(question)]
    said = together(read_axes(texts, subjects, of_reference=True))
    names = names_of_axes()
    if not any(key[1] in names for key in said.signs):
        # Without two sides in one clause only the two that are told apart tell anything.
        told = {sign for key, signs in said.signs.items() if key[0] == SUBJECT for sign in signs}
        if len(told) < 2:
            return Axes(Said({}, {}), None)
    return Axes(said, subjects)


def the_wrong_way_round(
    found: Sequence[Segment], question: str, references: Sequence[str]
) -> list[bool]:
    """Which sentences of an answer say the contrary of what every reference says of a thing."""
    wrong = [_wrong(found, axes_of(question, reference)) for reference in references]
    return (
        [bool(wrong) and all(by) for by in zip(*wrong, strict=True)]
        if wrong
        else [False] * len(found)
    )


def _wrong(found: Sequence[Segment], axes: Axes) -> list[bool]:
    expected = axes.said.signs
    nothing = [False] * len(found)
    if not expected:
        return nothing
    parts = read_axes([segment.folded for segment in found], axes.subjects)
    whole = together(parts)
    names = names_of_axes()
    kept: dict[Key, float] = {}
    turned: dict[Key, float] = {}
    for key, signs in whole.signs.items():
        wanted = expected.get(key)
        if wanted is None or len(wanted) > 1 or len(signs) > 1:
            continue
        worth = min(whole.worth[key], axes.said.worth[key])
        (kept if signs == wanted else turned)[key] = worth
    verdicts = {key for key in turned if key[0].startswith(OF_SUBJECT)}
    if verdicts and not any(key[0].startswith(OF_SUBJECT) for key in kept):
        # "Loans of this kind cost more interest in all": said of the other one, that alone is wrong.
        return [not verdicts.isdisjoint(part.signs) for part in parts]
    for of_both in (kept, turned):
        for key in [key for key in of_both if key[0].startswith(OF_SUBJECT)]:
            del of_both[key]
    of_either = [key for key in turned if key[0] == SUBJECT]
    alone = len({sign for key in of_either for sign in whole.signs[key]}) == 1
    if alone and (kept or sum(turned[key] for key in of_either) < OF_ONE):
        # A thing said of one of the two alone proves nothing, unless that has only what is the other's.
        turned = {key: worth for key, worth in turned.items() if key[0] != SUBJECT}
    elif any(key[0] == SUBJECT for key in turned):
        # Which of the two is spoken of decides, not what goes with what anyway.
        kept = {key: worth for key, worth in kept.items() if key[0] == SUBJECT}
    if not any(key[0] == SUBJECT or key[1] in names for key in turned):
        # "Dear loans" for "cheap loans" may tell the same from its other end; two sides in one
        # clause cannot.
        return nothing
    lost, held = (sum(worth for key, worth in by.items() if key[0] != IS) for by in (turned, kept))
    if lost < ENOUGH or lost < TO_KEPT * held:
        return nothing
    return [
        sum(turned.get(key, 0.0) for key in part.signs)
        > sum(kept.get(key, 0.0) for key in part.signs)
        for part in parts
    ]
