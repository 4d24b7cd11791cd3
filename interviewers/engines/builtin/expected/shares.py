"""The reach of an answer (`Reach`) beside references alone: the share of the best one that it says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from math import fsum

from interviewers.engines.builtin.addressed.talk import SOME, talk_worth
from interviewers.engines.builtin.expected import matching
from interviewers.engines.builtin.expected.matching import Credits, Reference, Sentence
from interviewers.engines.builtin.expected.naming import named_of
from interviewers.engines.builtin.expected.reach import Reach
from interviewers.engines.builtin.expected.very_words import wording_of
from interviewers.engines.builtin.reading.excerpts import shortened
from interviewers.engines.builtin.reading.known import Known
from interviewers.engines.builtin.reading.text import specific
from interviewers.engines.builtin.stories import setting, themes
from interviewers.engines.builtin.stories.bound import bound, read_bound
from interviewers.engines.builtin.stories.own import (
    anything_hard,
    told_in_practice,
    told_of_oneself,
)
from interviewers.engines.builtin.stories.telling import STORY_CUES

__all__ = ["by_reference"]

COVERED_PHRASE = 0.27
"""The share of a phrase, 0-1, from which on it is covered; of a whole reference it is level 5."""
SAID_OF = ((COVERED_PHRASE, 0.5), (0.132, 0.01))
"""Coverages (levels 5 and 4), and the share of the reference that counts as said from there on, in any words."""
TRACE = 0.05
"""The least share, 0-1, of a phrase that counts as said by `SAID_OF`."""


def by_reference(
    references: Sequence[Reference],
    question: str,
    sentences: Sequence[Sentence],
    language: str,
    known: Known,
) -> Reach:
    """What credited sentences say of the best of some references; zero without one. ``coverage`` and ``plain``
    are shares of it (0-1), ``covered`` and ``missing`` short pieces of its text, the largest gap first.
    ``known`` says whether the question is about the person (see `personal`)."""
    if not references:
        return Reach(0.0, 0.0, (), (), (0.0,) * len(sentences))
    personal = known.personal
    told_of = tuple(s.segment.folded for s in sentences)
    if personal or themes.themes_of(question) or anything_hard(question):
        told_of = bound(told_of, question, known.expected | known.topic)
    told, strays = _told_without_points(question, sentences, told_of, language)
    if personal:
        own = [
            folded
            for s, folded in zip(sentences, told_of, strict=True)
            if folded and s.credit >= 1.0 and talk_worth(s.segment.text, known) < SOME
        ]
        told = max(told, OWN * told_of_oneself(question, own))
    sound = [s.segment.folded for s in sentences if s.credit >= 1.0]
    told = max(told, OWN * told_in_practice(question, sound))
    keeps = _related(references, sentences)
    counted = [s for s, keep in zip(sentences, keeps, strict=True) if keep]
    read = partial(Credits, personal=personal)
    earned = [read(counted, reference.weights) for reference in references]
    coverage = list(map(matching.soft_coverage, references, earned))
    best = max(range(len(references)), key=lambda i: (coverage[i], -i))
    plain = coverage[best]
    if not matching.are_sound(counted):
        rest = matching.unguarded(counted)
        plain = max(matching.soft_coverage(r, read(rest, r.weights)) for r in references)
    weights = references[best].weights
    wording = wording_of(references[best], question, counted) if coverage[best] >= told else None
    covered, missing = _excerpts(references[best], earned[best], coverage[best])
    somebody_elses = personal or themes.asks_for_story(question)
    heard = " ".join(sentence.segment.folded for sentence in sentences)
    text = references[best].text
    named = None if somebody_elses else named_of(question, text, heard, earned[best])
    if named is not None:
        covered, missing = (tuple(map(shortened, row)) for row in (named.said, named.missing))
    return Reach(
        coverage=max(coverage[best], told),
        plain=max(plain, told),
        strays=strays,
        covered=covered,
        missing=missing,
        worth=tuple(
            keep
            * sentence.credit
            * fsum(weights.get(term, 0.0) for term in dict.fromkeys(sentence.said.terms))
            for sentence, keep in zip(sentences, keeps, strict=True)
        ),
        denied=_lost(references[best], counted, coverage[best]),
        length=0.0 if somebody_elses else references[best].length,
        told=told,
        named=named.share if named else None,
        wording=wording,
    )


def _excerpts(
    reference: Reference, earned: Credits, coverage: float
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The pieces of a reference that are said, and those that are not, largest gap first.

    An answer in other words says a little of each piece. So from a good ``coverage`` on its best pieces count
    as said, up to the share in `SAID_OF`.
    """
    weights = reference.weights
    totals = [fsum(weights.get(term, 0.0) for term in phrase) for _, phrase in reference.phrases]
    shares = [matching.found(phrase, earned, weights) for _, phrase in reference.phrases]
    enough = next((part for floor, part in SAID_OF if coverage >= floor), 0.0) * sum(totals)
    covered: set[int] = set()
    for i in sorted(range(len(shares)), key=lambda i: (-shares[i], i)):
        said = sum(totals[j] for j in covered)
        if shares[i] >= COVERED_PHRASE or (said < enough and shares[i] >= TRACE):
            covered.add(i)
    gaps = [i for i, total in enumerate(totals) if i not in covered and total]
    gaps.sort(key=lambda i: -(1.0 - shares[i]) * totals[i])
    return (
        tuple(shortened(reference.phrases[i][0]) for i in sorted(covered)),
        tuple(shortened(reference.phrases[i][0]) for i in gaps),
    )


def _lost(reference: Reference, sentences: Sequence[Sentence], coverage: float) -> float:
    """The share of a reference, 0-1, that would be covered if the sentences denied nothing, less ``coverage``."""
    if not any(sentence.denies for sentence in sentences):
        return 0.0
    heard = [Sentence(s.segment, s.credit, s.segment) for s in sentences]
    return matching.soft_coverage(reference, Credits(heard, reference.weights)) - coverage


OWN, TOLD = 0.2, 0.27
"""The coverage, 0-1, of a full answer about oneself without a word of the reference (level 4), and of a story
told in full without one (level 5)."""


def _told_without_points(
    question: str, sentences: Sequence[Sentence], folded: tuple[str, ...], language: str
) -> tuple[float, bool]:
    """The coverage, 0-1, that a story earns by how it is told, and whether it is not the one asked for;
    ``folded`` are the sentences that belong to it, "" for the others."""
    wanted = themes.themes_of(question)
    if not wanted:
        of_any = themes.signs(anything_hard(question), folded)
        if of_any < OF_ANY:
            return 0.0, False
    elif not themes.signs(wanted, folded):
        told = {term for sentence in sentences for term in sentence.segment.terms}
        touched = not themes.subject_of(question).isdisjoint(told)
        return 0.0, not (touched or _may_be_the_one(wanted, folded, language))
    story = read_bound(folded, language)
    if not story.told or not story.acts:
        return 0.0, False
    whole = 0.0
    for cue in STORY_CUES:
        earned = (
            s.credit * part.get(cue, 0.0) for s, part in zip(sentences, story.parts, strict=True)
        )
        whole += max(earned, default=0.0) / len(STORY_CUES)
    most = TOLD if wanted or setting.at_work(folded) else OWN
    return most * whole * (0.5 + 0.5 * story.richness), False


OF_ANY = 2
"""A story is one of something hard, or of a success, from this many words of that on."""


def _may_be_the_one(
    wanted: Sequence[re.Pattern[str]], folded: Sequence[str], language: str
) -> bool:
    """Whether folded sentences tell what somebody did at work, and not a story on another theme: no list has all
    the words of a theme."""
    return (
        read_bound(folded, language).told > 0.0
        and setting.at_work(folded)
        and themes.signs_of_others(wanted, folded) < OTHERS
    )


OTHERS = 2
"""A story is on another theme from this many words of that on."""

RELATED = 0.25
"""The share of a sentence's specific words, 0-1, that are expected if it is about what was asked."""


def _related(references: Sequence[Reference], sentences: Sequence[Sentence]) -> list[bool]:
    """Which sentences count: those with two expected specific words, or a share of `RELATED`; all of them if none
    has."""
    known = frozenset(term for reference in references for term in reference.weights)

    def speaks_of_it(sentence: Sentence) -> bool:
        told = specific(sentence.segment.terms)
        said = len(told & known)
        return said > 1 or (said > 0 and said >= RELATED * len(told))

    found = list(map(speaks_of_it, sentences))
    return found if any(found) else [True] * len(found)
