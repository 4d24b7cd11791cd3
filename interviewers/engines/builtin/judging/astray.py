"""Whether an answer without an expected word is off the question."""

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
"""From this many words on (Latin, Chinese; see `talk.size_of`) a sentence of a real answer has a word of the
question or a reference."""

TRADE = 3
"""This many technical words speak of a trade, even in an analogy."""
BY_CHANCE = 0.04
"""The share of its characters, 0-1, that a Chinese text has in common with any other."""


def speaks_of_trade(found: Sequence[Segment]) -> bool:
    """Whether sentences have several technical words; those of an analogy are not expected ones."""
    return len({t for segment in found for t in segment.terms} & distinctly_technical()) >= TRADE


def is_beside(
    found: Sequence[Segment], flags: Set[AnswerFlag], question: str, known: Known
) -> bool:
    """Whether sentences say nothing that is expected, in long sentences or amid hesitation."""
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
