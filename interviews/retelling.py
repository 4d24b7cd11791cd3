"""Whether a story is one that was told before, in nearly the same words. Pure.

What a candidate lived through once may answer two questions, but a panel that has heard it notices.
Details of the same project in other words are no retelling.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

__all__ = ["retells"]

_ENOUGH = {"zh": 16, "en": 10}
"""Different pairs of characters, or words, that have to be compared; less may well come twice."""
_SHARE = {"zh": 0.5, "en": 0.6}
_HAN_RUN = re.compile("[\u3400-\u9fff]+")
_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")
_SHORT = 3
"""Characters; words of so many at most tell nothing."""


def retells(told: str, earlier: Iterable[str], language: str) -> bool:
    """Whether most of what ``told`` says was said in one of the ``earlier`` answers."""
    said = _marks(told, language)
    if len(said) < _ENOUGH[language]:
        return False
    least = _SHARE[language] * len(said)
    return any(len(said & _marks(line, language)) >= least for line in earlier)


def _marks(text: str, language: str) -> frozenset[str]:
    folded = text.casefold()
    words = _WORD.findall(folded)
    if language == "en":
        return frozenset(word for word in words if len(word) > _SHORT or word.isdigit())
    pairs = (a + b for run in _HAN_RUN.findall(folded) for a, b in pairwise(run))
    return frozenset((*pairs, *words))
