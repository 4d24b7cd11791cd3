"""Answers without an expected word: whether they say so little that they are beside the question."""

from __future__ import annotations

from collections.abc import Sequence, Set

from interviewers.engines.base import AnswerFlag
from interviewers.engines.builtin.addressed.talk import size_of
from interviewers.engines.builtin.reading.known import Known, characters_of
from interviewers.engines.builtin.reading.technical import distinctly_technical
from interviewers.engines.builtin.reading.text import Segment, is_han
from interviewers.engines.builtin.sifting.simile import explains_by_likeness
from interviewers.engines.builtin.stories.personal import is_elsewhere

__all__ = ["is_beside", "speaks_of_trade"]

BESIDE_LATIN, BESIDE_HAN = 9.0, 13.0
"""From this many words on (Latin, Chinese; see `talk.size_of`) a sentence of an answer has one in common with
the question or a reference."""

TRADE = 3
"""This many technical words say something about a trade, if only in an analogy."""
BY_CHANCE = 0.04
"""The share of its characters that a Chinese text has in common with any other."""


def speaks_of_trade(found: Sequence[Segment]) -> bool:
    """Whether sentences have several technical words: an analogy has none that is expected."""
    return len({t for segment in found for t in segment.terms} & distinctly_technical()) >= TRADE


def is_beside(
    found: Sequence[Segment], flags: Set[AnswerFlag], question: str, known: Known
) -> bool:
    """Whether sentences say so little of what is expected that they may be no answer: nothing in long
    sentences, or next to nothing in hesitation."""
    said = {term for segment in found for term in segment.terms}
    if AnswerFlag.FILLER in flags:
        return not known.says(said)
    if known.personal and not is_elsewhere(found):
        return False
    if explains_by_likeness(found, question, known):
        return False
    if not said.isdisjoint(known.expected) or not said.isdisjoint(known.topic):
        return False
    if speaks_of_trade(found) and not known.personal:
        return False
    if any(map(is_han, said)):
        chars = {char for term in said if is_han(term) for char in term}
        common = chars & (characters_of(known.expected) | characters_of(known.topic))
        if len(common) > BY_CHANCE * len(chars):
            return False
        return all(size_of(segment.text) >= BESIDE_HAN for segment in found)
    return all(size_of(segment.text) >= BESIDE_LATIN for segment in found)
