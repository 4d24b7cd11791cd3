"""What was told before: a story in nearly the same words, or a point to a colleague. Pure.

What a candidate lived through once may answer two questions, but a panel that has heard it notices.
Details of the same project in other words are no retelling.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from interviewers.engines.base import ScoringPoint
from interviewers.engines.builtin.reading.text import fold, terms
from interviewers.engines.script import runs_of_han
from interviewgpt.expressions import expression

__all__ = ["echoes", "retells", "was_told"]

_ENOUGH = {"zh": 16, "en": 10}
"""Different pairs of characters, or words, that have to be compared; less may well come twice."""
_SHARE = {"zh": 0.5, "en": 0.6}
_WORD = expression(r"[a-z0-9]+(?:'[a-z]+)?")
_SHORT = 3
"""Characters; words of so many at most tell nothing."""


def retells(told: str, earlier: Iterable[str], language: str) -> bool:
    """Whether most of what ``told`` says was said in one of the ``earlier`` answers."""
    said = _marks(told, language)
    if len(said) < _ENOUGH[language]:
        return False
    least = _SHARE[language] * len(said)
    return any(len(said & _marks(line, language)) >= least for line in earlier)


def echoes(piece: str, panel: Sequence[str]) -> bool:
    """Whether a piece has been said by the ``panel``, or hardly has a word that one of its lines has not."""
    if any(piece in line for line in panel):
        return True
    words = _words(piece)
    return any(3 * len(words & _words(line)) >= 2 * len(words) for line in panel)


def was_told(point: ScoringPoint, told: str) -> bool:
    """Whether a colleague has heard of the point: two of its names at least. A point that is known
    by how it is told, such as a result, belongs to its own story."""
    if point.cue is not None:
        return False
    return sum(name.casefold() in told for name in point.synonyms) >= 2


@lru_cache(maxsize=512)
def _words(text: str) -> frozenset[str]:
    return frozenset(terms(fold(text)))


def _marks(text: str, language: str) -> frozenset[str]:
    folded = text.casefold()
    words = _WORD.findall(folded)
    if language == "en":
        return frozenset(word for word in words if len(word) > _SHORT or word.isdigit())
    pairs = (a + b for run in runs_of_han(folded) for a, b in pairwise(run))
    return frozenset((*pairs, *words))
