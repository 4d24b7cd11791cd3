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
from interviewers.engines.builtin.reading.text import Term, asked, is_han, specific

__all__ = ["Breadth", "breadth_of", "expected_of"]

OFF, ON = {"en": 0.25, "zh": 0.14}, {"en": 0.4, "zh": 0.25}
"""An answer to something else has, in its best sentences, at most the former share of its specific words in
common with the question's reference and the wording of its points; from the latter share on it is about
nothing else. Of 768 plain answers to other questions of the same trade half lay at .10 (en) and .25 (zh), a
tenth above .20 and .36; of those to the question itself half lay at .38 and .55, a tenth below .18 and .30."""
MADE_BY_CHANCE, NOT_MADE_BY_CHANCE = 0.65, 0.8
"""What the points count that an answer to something else makes, and the share of the points that no such answer
makes."""
FEW = 12
"""An answer with fewer specific words than this is treated as if it had this many: the share of a few says
nothing."""
SHARED = 2
"""A sentence bears on a question if it has this many specific words in common with what is expected."""
ENOUGH = {"en": 8, "zh": 6}
"""A whole answer that bears on a question has this many; the question's own words count twice. Chinese has more
ways to write a word, and fewer words in common by chance."""
OWN = 4
"""But this many must not be the question's: repeating it in other words is no answer."""
BY_CHANCE = {"en": 4, "zh": 2}
FULL = {"en": 16, "zh": 13}
"""The former are there by chance, the latter are a full answer. Words are counted and not sentences, so that
nothing depends on how an answer is cut, and little on a single word."""


@dataclass(frozen=True, slots=True)
class Breadth:
    """``fullness`` is how much of a full answer speaks of what was asked, ``bearing`` how far an answer is
    about that and not about something else; both 0-1."""

    fullness: float
    bearing: float

    def about(self, made: float) -> float:
        """The factor, 0-1, for the points of an answer that makes the share ``made`` of them: lower where it
        seems to be about something else, for some are made by chance then."""
        bearing = max(self.bearing, min(1.0, made / NOT_MADE_BY_CHANCE) ** 2)
        return MADE_BY_CHANCE + (1.0 - MADE_BY_CHANCE) * bearing


def breadth_of(
    points: tuple[ScoringPoint, ...],
    question: str,
    references: tuple[str, ...],
    sentences: Sequence[Sentence],
    language: str,
) -> Breadth:
    """How broadly sentences speak of what was asked. Sentences that are not sound, such as lists of terms, do
    not."""
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
    said = [specific(sentence.segment.terms) for sentence in sentences]
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
    return specific(term for words in found for term in words)
