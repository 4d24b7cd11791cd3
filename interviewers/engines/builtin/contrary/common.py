"""Common misconceptions of the bank's subjects, for questions from elsewhere that are about one of them.

Beside a reference alone an error that shares no word with it is not seen. Many errors are common, and the
bank lists them with the scoring points they are told instead of (see `misheld`). A question is about the
subject of a bank item if the two share one rare technical word, or several words, and no other item shares
much more with it: what is wrong of the case of one item may be right of another.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property, lru_cache
from math import fsum

from interviewers.bank.schema import items_unread
from interviewers.engines.builtin.contrary.misheld import Statements, statement_of
from interviewers.engines.builtin.reading.technical import distinctly_technical, rarity
from interviewers.engines.builtin.reading.text import Term, asked, fold, language_of, terms

__all__ = ["believed_of"]

RARE, SEVERAL, ANY = 3.0, 5.0, 8.0
"""How rare (`technical.rarity`) the rarest technical word that a question and an item share has to be, how rare
several of them together, or words of any kind."""
NEAREST = 0.8
"""Of several items the question is about those that share so much with it, as a part of what the nearest does."""


class _Subject:
    """What an item is about in one language (words of the ``trade`` and of any kind), and what people get wrong
    of it."""

    def __init__(
        self, trade: frozenset[Term], words: frozenset[Term], believed: Mapping[int, str]
    ) -> None:
        self.trade, self.words = trade, words
        self._believed = believed

    @cached_property
    def believed(self) -> Statements:
        """The statements, read when they are first asked for and kept as long as the bank is."""
        return [(number, statement_of(text)) for number, text in self._believed.items()]


@cache
def _subjects() -> dict[str, tuple[_Subject, ...]]:
    found: dict[str, list[_Subject]] = {"zh": [], "en": []}
    numbers: dict[str, int] = {}
    for item in items_unread():
        if item["stage"] != "technical" or item.get("subject"):
            continue
        for language, subjects in found.items():
            half = item[language]
            told = (text for p in half["points"] for text in p.get("contrary", ()))
            believed = {numbers.setdefault(text, len(numbers)): text for text in told}
            if believed:
                points = (point["text"] for point in half["points"])
                about = _of_trade("\n".join((half["text"], *points, *item.get("skills", ()))))
                subjects.append(_Subject(about, asked(half["text"]).specific, believed))
    return {language: tuple(subjects) for language, subjects in found.items()}


def _of_trade(text: str) -> frozenset[Term]:
    return frozenset(terms(fold(text))) & distinctly_technical()


@lru_cache(maxsize=256)
def believed_of(question: str) -> Statements:
    """The common misconceptions about the subject of a question: those of the nearest items (`NEAREST`), for
    what is wrong of one may be right of another. A statement has the same number in all of them."""
    trade, words = _of_trade(question), asked(question).specific
    near = [
        (subject, fsum(map(rarity, (trade & subject.trade) | (words & subject.words))))
        for subject in _subjects()[language_of(question)]
        if _is_near(trade & subject.trade) or fsum(map(rarity, words & subject.words)) >= ANY
    ]
    least = NEAREST * max((shared for _, shared in near), default=0.0)
    return tuple(
        statement for subject, shared in near if shared >= least for statement in subject.believed
    )


def _is_near(shared: frozenset[Term]) -> bool:
    rare = [rarity(term) for term in shared]
    return bool(rare) and (max(rare) >= RARE or fsum(rare) >= SEVERAL)
