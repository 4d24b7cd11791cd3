"""What people commonly get wrong of the subjects that the bank knows, where a question of somebody else's is
about one of them.

Beside a reference alone an error that shares no word with it is not seen. Many are believed by many, and
stand in the bank with the points they are told instead of (see `misheld`). A question is about the subject of
an item where the two have a rare word of the trade in common, or several. A statement has to name its case
itself: what is wrong of that of one item may be right of another one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from math import fsum

from interviewers.bank.schema import items_unread
from interviewers.engines.builtin.contrary.misheld import Statement, statement_of
from interviewers.engines.builtin.reading.technical import distinctly_technical, rarity
from interviewers.engines.builtin.reading.text import Term, asked, fold, language_of, terms

__all__ = ["believed_of"]

RARE, SEVERAL, ANY = 3.0, 5.0, 8.0
"""How rare the rarest word of the trade has to be that a question and an item have in common, how rare several of
them together, or words of any kind."""


@dataclass(frozen=True, slots=True)
class _Subject:
    """What an item is about in one language, and what people get wrong of it."""

    trade: frozenset[Term]
    words: frozenset[Term]
    believed: tuple[str, ...]


@cache
def _subjects() -> dict[str, tuple[_Subject, ...]]:
    found: dict[str, list[_Subject]] = {"zh": [], "en": []}
    for item in items_unread():
        if item["stage"] != "technical" or item.get("subject"):
            continue
        for language, subjects in found.items():
            half = item[language]
            told = (text for p in half["points"] for text in p.get("contrary", ()))
            if believed := tuple(told):
                points = (point["text"] for point in half["points"])
                about = _of_trade("\n".join((half["text"], *points, *item.get("skills", ()))))
                subjects.append(_Subject(about, asked(half["text"]).specific, believed))
    return {language: tuple(subjects) for language, subjects in found.items()}


def _of_trade(text: str) -> frozenset[Term]:
    return frozenset(terms(fold(text))) & distinctly_technical()


@lru_cache(maxsize=256)
def believed_of(question: str) -> tuple[tuple[int, Statement], ...]:
    """What people get wrong of the subjects a question is about, numbered."""
    trade, words = _of_trade(question), asked(question).specific
    believed = [
        text
        for subject in _subjects()[language_of(question)]
        if _is_near(trade & subject.trade) or fsum(map(rarity, words & subject.words)) >= ANY
        for text in subject.believed
    ]
    return tuple(enumerate(statement_of(text) for text in dict.fromkeys(believed)))


def _is_near(shared: frozenset[Term]) -> bool:
    rare = [rarity(term) for term in shared]
    return max(rare, default=0.0) >= RARE or fsum(rare) >= SEVERAL
