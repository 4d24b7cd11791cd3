"""The specific words of a question and of the expected answer (`Known`)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from interviewers.engines.builtin.reading.text import Term, fold, is_han, specific, terms, weight

__all__ = ["CHANCE", "Known", "characters_of"]

CHANCE = 5
"""Among this many specific words a single expected one may be there by chance."""


@lru_cache(maxsize=512)
def characters_of(words: frozenset[Term]) -> frozenset[str]:
    """The Chinese characters of some terms."""
    return frozenset(char for term in words if is_han(term) for char in term)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a question: the specific words of the question (``topic``) and of the expected answer
    (``expected``)."""

    topic: frozenset[Term]
    expected: frozenset[Term]
    kinds: frozenset[str] = frozenset()
    """The classes of `talk_words` that question or reference have words of, and so are about."""
    personal: bool = False
    """Whether the question is about the person who answers, and not about a subject (see `personal`)."""

    def in_terms(self, told: Iterable[Term], chance: int = CHANCE) -> bool:
        """Whether terms say something expected: a specific word of the question, two expected ones, or one
        among few others."""
        own = specific(told)
        if not self.topic.isdisjoint(own):
            return True
        said = len(own & self.expected)
        return said > 1 or (said == 1 and len(own) < chance)

    def tells(self, text: str) -> bool:
        """Whether a text says something expected (see `in_terms`)."""
        return self.in_terms(terms(fold(text)))

    def names(self, told: Iterable[Term]) -> bool:
        """Whether one of the terms is a specific word of the question or of what is expected."""
        return any(
            weight(term) >= 1.0 and (term in self.expected or term in self.topic) for term in told
        )

    def has_all(self, text: str) -> bool:
        """Whether a text has specific words, and all of them are the question's or expected."""
        own = specific(terms(text))
        return bool(own) and all(t in self.expected or t in self.topic for t in own)

    def says(self, told: Iterable[Term]) -> bool:
        """Whether terms have two specific words of the question or of what is expected, or three of any kind."""
        said = set(told)
        common = said & (self.expected | self.topic)
        return len(common) > 2 or len(specific(common)) > 1

    def has(self, told: Iterable[Term]) -> bool:
        """Whether terms have one specific word of the question or of what is expected, or two expected ones of
        any kind, or consist for a third of the characters of expected Chinese words."""
        said = set(told)
        common = said & self.expected
        if len(common) > 1 or specific(common) or specific(said & self.topic):
            return True
        chars = {char for term in said if is_han(term) for char in term}
        common_chars = len(chars & characters_of(self.expected))
        return common_chars > 1 and 3 * common_chars >= len(chars)
