"""What is known of a question before anybody answers: its own words, and those of what is expected."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from interviewers.engines.builtin.reading.text import Term, is_han, terms, weight

__all__ = ["CHANCE", "Known", "characters_of"]

CHANCE = 5
"""One word of what is expected, not of the question, among so many others is there by chance."""


@lru_cache(maxsize=512)
def characters_of(words: frozenset[Term]) -> frozenset[str]:
    """The Chinese characters of some terms."""
    return frozenset(char for term in words if is_han(term) for char in term)


@dataclass(frozen=True, slots=True)
class Known:
    """The specific words of a question (``topic``), and those of the answer that is expected."""

    topic: frozenset[Term]
    expected: frozenset[Term]
    kinds: frozenset[str] = frozenset()
    """The classes of `talk_words` that question or reference have words of: what is asked about."""
    personal: bool = False
    """Whether the person who answers is asked of, and no subject (`personal`)."""

    def in_terms(self, told: Iterable[Term], chance: int = CHANCE) -> bool:
        """Whether terms say something of what was asked."""
        specific = {term for term in told if weight(term) >= 1.0}
        if not self.topic.isdisjoint(specific):
            return True
        said = len(specific & self.expected)
        return said > 1 or (said == 1 and len(specific) < chance)

    def names(self, told: Iterable[Term]) -> bool:
        """Whether one of some terms is a specific word of what was asked or expected."""
        return any(
            weight(term) >= 1.0 and (term in self.expected or term in self.topic) for term in told
        )

    def has_all(self, text: str) -> bool:
        """Whether all specific words of a text are of what was asked or expected, and it has any."""
        specific = [term for term in terms(text) if weight(term) >= 1.0]
        return bool(specific) and all(t in self.expected or t in self.topic for t in specific)

    def says(self, told: Iterable[Term]) -> bool:
        """Whether terms have two specific words of what was asked or expected, or three of any."""
        said = set(told)
        common = said & (self.expected | self.topic)
        return sum(weight(term) >= 1.0 for term in common) > 1 or len(common) > 2

    def has(self, told: Iterable[Term]) -> bool:
        """Whether terms have one specific word of what was asked or expected, or two of any kind,
        or are for a third made of the characters of a Chinese one."""
        said = set(told)
        common = said & self.expected
        if any(weight(term) >= 1.0 for term in common) or len(common) > 1:
            return True
        if any(weight(term) >= 1.0 for term in said & self.topic):
            return True
        chars = {char for term in said if is_han(term) for char in term}
        common_chars = len(chars & characters_of(self.expected))
        return common_chars > 1 and 3 * common_chars >= len(chars)
