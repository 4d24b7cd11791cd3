"""How much of a reference an answer says in the very same words.

`matching` also counts synonyms, similar words, typing errors and single Chinese pairs. Answers with the very
words are right more often. The question's words and function words do not count here; all others count the
same, in Chinese each character. That a reference denies something counts as one word more: who repeats the rest
and denies nothing has left out a part.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from interviewers.engines.builtin.expected.matching import Reference, Sentence
from interviewers.engines.builtin.reading.text import (
    asked,
    atoms,
    fold,
    is_function,
    is_han,
)
from interviewers.engines.builtin.reading.words import NEGATIONS_EN, NEGATIONS_ZH

__all__ = ["wording_of"]

NO = "no"
"""What every negation of a reference counts as, where the question has none: one of its words."""
NEGATIONS = NEGATIONS_EN | NEGATIONS_ZH
MOST_WORDS = 0.75
"""This share of the Latin words counts as all of them. Of Chinese characters, which occur by chance more
easily, all are needed."""


def wording_of(reference: Reference, question: str, sentences: Sequence[Sentence]) -> float | None:
    """The share of a reference's words, 0-1, that sentences have, each with the highest credit of a sentence
    that has it; None where all of them are the question's."""
    own = _own_words(question, reference.text)
    if not own:
        return None
    said: dict[str, float] = {}
    for sentence in sentences:
        words = own.intersection(sentence.said.atoms)
        if NO in own and not NEGATIONS.isdisjoint(sentence.segment.atoms):
            words |= {NO}
        for word in words:
            said[word] = max(sentence.credit, said.get(word, 0.0))
    enough = sum(1.0 if is_han(word) else MOST_WORDS for word in own)
    return min(1.0, sum(said.values()) / enough)


@lru_cache(maxsize=2_048)
def _own_words(question: str, text: str) -> frozenset[str]:
    known = frozenset(asked(question).atoms)
    words = atoms(fold(text))
    denies = NEGATIONS.isdisjoint(known) and not NEGATIONS.isdisjoint(words)
    own = frozenset(a for a in words if a not in known and not is_function(a))
    return own | {NO} if denies and own else own
