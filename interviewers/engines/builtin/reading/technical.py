"""The technical vocabulary of both languages, taken from the question bank's own texts.

A word is technical if answers to technical questions use it, and answers about people and work do not use
it more often. Derived when it is first asked for, so that it grows with the bank.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

from interviewers.bank.schema import items_unread
from interviewers.engines.builtin.reading.text import Term, fold, is_han, terms, weight

__all__ = ["distinctly_technical", "is_common", "rarity", "technical"]

LEAST = 2
"""A technical word stands in at least this many items: one may be an example."""
LEAN, DISTINCT = 0.8, 1.5
"""The least ratio of a word's frequency in technical items to that in others: for technical words, and for
distinctly technical ones."""
SOFT = frozenset({"general", "product"})
"""Families whose technical items are partly about people and work."""


@cache
def technical() -> frozenset[Term]:
    """The specific terms that speak of a technical subject, in both languages."""
    return _leaning(LEAN)


@cache
def distinctly_technical() -> frozenset[Term]:
    """The technical terms that items about people and work hardly have."""
    return _leaning(DISTINCT)


@lru_cache(maxsize=4_096)
def rarity(term: Term) -> float:
    """The inverse document frequency of a term in the bank, ``log(items / (1 + items with it))``. 0 for a pair
    of Chinese characters in no item: it reaches from one word into the next."""
    found, items = _counts()
    # A Counter takes its time over what it does not have.
    having = found[True].get(term, 0) + found[False].get(term, 0)
    every = items[True] + items[False]
    if not every or (not having and is_han(term)):
        return 0.0
    return math.log(every / (1.0 + having))


def is_common(term: Term) -> bool:
    """Whether an item of the bank has a term."""
    return any(counts[term] for counts in _counts()[0].values())


def _leaning(lean: float) -> frozenset[Term]:
    found, items = _counts()
    subject, rest = found[True], found[False]
    ratio = items[True] / max(1, items[False])
    return frozenset(
        term
        for term, count in subject.items()
        if count >= LEAST and weight(term) >= 1.0 and count >= lean * ratio * rest[term]
    )


@cache
def _counts() -> tuple[dict[bool, Counter[Term]], dict[bool, int]]:
    """Numbers of technical (True) and other items (False) per term, and in all."""
    found = {True: Counter[Term](), False: Counter[Term]()}
    items = {True: 0, False: 0}
    for item in items_unread():
        subject = item["stage"] == "technical" and SOFT.isdisjoint(item["families"])
        items[subject] += 1
        found[subject].update({term for half in ("zh", "en") for term in _terms(item[half])})
    return found, items


def _terms(half: Mapping[str, Any]) -> list[Term]:
    wanted = (point["text"] for point in half["points"])
    return terms(fold("\n".join((half["text"], half["reference"], *wanted))))
