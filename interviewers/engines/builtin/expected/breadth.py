"""How much an answer speaks of what was asked, whether it makes scoring points or not.

Somebody who knows a thing and not its term describes it, and no list has all descriptions. Such an answer
shares specific words with the question, its reference and the wordings of its points throughout. Good
answers to other questions do not, though they may make a point or two by chance.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from interviewers.engines.base import ScoringPoint
from interviewers.engines.builtin.expected.matching import Sentence, prepare
from interviewers.engines.builtin.expected.points import prepare_point
from interviewers.engines.builtin.reading.text import Term, asked, is_han, weight

__all__ = ["Breadth", "breadth_of", "expected_of"]

OFF, ON = {"en": 0.25, "zh": 0.14}, {"en": 0.4, "zh": 0.25}
"""The sentences of an answer to something else have, at best, so small a share of their specific words in
common with the question's reference and the wording of its points; from the second on they are about
nothing else. Half of 768 plain answers to other questions of the same trade lay at .10 and .25, a tenth
above .20 and .36; half of those to the question itself at .38 and .55, a tenth below .18 and .30."""
MADE_BY_CHANCE, NOT_MADE_BY_CHANCE = 0.65, 0.8
"""What points are worth that an answer to something else makes, and the share of the points that none
makes."""
FEW = 12
"""So many specific words at least are taken for the whole: the share of a few says nothing."""
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


@dataclass(frozen=True, slots=True)
class Breadth:
    """How much of a full answer speaks of what was asked (``fullness``), and how far an answer is
    about that and not about something else (``bearing``), both 0-1."""

    fullness: float
    bearing: float

    def about(self, made: float) -> float:
        """What the points are worth of which an answer makes the share ``made``, 0-1: less where it
        seems to be about something else, for some of them are made by chance then."""
        bearing = max(self.bearing, min(1.0, made / NOT_MADE_BY_CHANCE) ** 2)
        return MADE_BY_CHANCE + (1.0 - MADE_BY_CHANCE) * bearing


def breadth_of(
    points: tuple[ScoringPoint, ...],
    question: str,
    references: tuple[str, ...],
    sentences: Sequence[Sentence],
    language: str,
) -> Breadth:
    """How broadly sentences speak of what was asked. One that is not sound, such as a row of terms,
    does not."""
    expected = expected_of(points, question, references)
    topic = asked(question)
    seen: set[Term] = set()
    for sentence in sentences:
        shared = {
            term for term in sentence.said.terms if term in expected or term in topic.specific
        }
        if len(shared) >= SHARED and sentence.credit >= 1.0:
            seen |= shared
    share = _best_share(sentences, expected) if references else 1.0
    if not any(is_han(term) is (language == "zh") for s in sentences for term in s.segment.terms):
        share = 1.0  # In another language nothing can be in common.
    bearing = min(1.0, max(0.0, (share - OFF[language]) / (ON[language] - OFF[language])))
    own = len(seen - topic.terms)
    whole = own + 2 * len(seen & topic.specific)
    if own < OWN or whole < ENOUGH[language]:
        return Breadth(0.0, bearing)
    chance, full = BY_CHANCE[language], FULL[language]
    return Breadth(bearing * min(1.0, (whole - chance) / (full - chance)), bearing)


def _best_share(sentences: Sequence[Sentence], told: Set[Term]) -> float:
    """The largest share, of the specific words of some sentences, that are ``told``, 0-1. What
    stands beside them makes it hardly smaller."""
    said = [
        {term for term in sentence.segment.terms if weight(term) >= 1.0} for sentence in sentences
    ]
    said.sort(key=lambda words: -len(words & told) / max(FEW / 4, len(words)))
    together: set[Term] = set()
    best = 0.0
    for words in said:
        together |= words
        best = max(best, len(together & told) / max(FEW, len(together)))
    return best


@lru_cache(maxsize=512)
def expected_of(
    points: tuple[ScoringPoint, ...], question: str, references: tuple[str, ...]
) -> frozenset[Term]:
    """The specific words of references and of the wording of points, without other wordings of these:
    of such there are many."""
    found = [prepare(question, text).weights for text in references]
    found += [prepare_point(point, question).wording for point in points]
    return frozenset(term for words in found for term in words if weight(term) >= 1.0)
