"""How much of a reference an answer says in the very same words.

`matching` hears kin, synonyms and typing errors as well, and Chinese words by their pairs; whoever has the
very words is right more often. The question's words count nothing here, nor do those that carry grammar; all
others count the same, in Chinese every character.
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

__all__ = ["wording_of"]

MOST_WORDS = 0.75
"""Whoever has so many of the words has them; characters, which are had by chance more easily, have to be all there."""


def wording_of(reference: Reference, question: str, sentences: Sequence[Sentence]) -> float | None:
    """The share of a reference's words that some sentences have, each with the best credit of one that
    has it; None where all of them are the question's."""
    own = _own_words(question, reference.text)
    if not own:
        return None
    said: dict[str, float] = {}
    for sentence in sentences:
        for word in own.intersection(sentence.said.atoms):
            said[word] = max(sentence.credit, said.get(word, 0.0))
    enough = sum(1.0 if is_han(word) else MOST_WORDS for word in own)
    return min(1.0, sum(said.values()) / enough)


@lru_cache(maxsize=2_048)
def _own_words(question: str, text: str) -> frozenset[str]:
    known = frozenset(asked(question).atoms)
    return frozenset(a for a in atoms(fold(text)) if a not in known and not is_function(a))
