"""How broadly an answer speaks of what was asked, in whatever words its points are made.

Synonyms are mostly terms of the trade; who knows the thing and not the term says what it is, and no
list has all ways to say it. But such an answer shares specific words with the question, its reference and
its points all along. Good answers to other questions do not: of 1,400 pairs of a plain answer and another's
question 9 % (English) and 3 % (Chinese) had as many as `ENOUGH`, and 10 and 9 of 10 answers to their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from interviewers.engines.base import ScoringPoint
from interviewers.engines.builtin.matching import Sentence
from interviewers.engines.builtin.text import Term, asked, fold, terms, weight

__all__ = ["breadth_of"]

SHARED = 2
"""So many specific words in common with what is expected make a sentence bear on it."""
ENOUGH = {"en": 8, "zh": 6}
"""So many of them has a whole answer that bears on a question; the question's own count twice. Chinese has
more ways to write a word, and fewer words by chance."""
OWN = 4
"""But so many are not the question's: who says it again in other words has not answered."""
BY_CHANCE = {"en": 4, "zh": 2}
FULL = {"en": 16, "zh": 13}
"""So many are chance, and so many are a full answer. They are words and not sentences, so that nothing
depends on how an answer is cut, and a single word on hardly anything."""


def breadth_of(
    points: tuple[ScoringPoint, ...],
    question: str,
    references: tuple[str, ...],
    sentences: Sequence[Sentence],
    language: str,
) -> float:
    """How much of a full answer speaks of what was asked, 0-1. A sentence that is not sound, such as a row
    of terms, does not."""
    expected = _expected(points, references)
    topic = asked(question)
    seen: set[Term] = set()
    for sentence in sentences:
        shared = {
            term for term in sentence.said.terms if term in expected or term in topic.specific
        }
        if len(shared) >= SHARED and sentence.credit >= 1.0:
            seen |= shared
    own = len(seen - topic.terms)
    whole = own + 2 * len(seen & topic.specific)
    if own < OWN or whole < ENOUGH[language]:
        return 0.0
    chance, full = BY_CHANCE[language], FULL[language]
    return min(1.0, (whole - chance) / (full - chance))


@lru_cache(maxsize=512)
def _expected(points: tuple[ScoringPoint, ...], references: tuple[str, ...]) -> frozenset[Term]:
    """The specific words of what is expected."""
    texts = (*references, *(text for p in points for text in (p.text, *p.synonyms)))
    return frozenset(term for text in texts for term in terms(fold(text)) if weight(term) >= 1.0)
