"""How much of what somebody tells of themselves belongs to it, in words.

A story with a clause for each of its parts tells little, and a lunch told after it does not make it more. A
clause belongs if it has a word of the theme, of what is expected or of work, a specific word that occurs
elsewhere in the story, or what was said, word by word. A clause without any of these may still belong, in
words of its own, and counts less, if it stands between such that do, or has somebody of the story in it: what else
comes before the first sentence or after the last is mostly small talk. From a clause about free time on nothing
counts, until one belongs again. It is no such clause where nothing has been told yet (then it is the story), nor
with somebody of the story in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass
from math import fsum

from interviewers.engines.builtin.reading.text import (
    Term,
    asked,
    is_han,
    language_of,
    specific,
    terms,
    weight,
)
from interviewers.engines.builtin.stories.accounts import words_about
from interviewers.engines.builtin.stories.bound import quotes
from interviewers.engines.builtin.stories.leisure import speaks_of_leisure
from interviewers.engines.builtin.stories.setting import at_work
from interviewers.engines.builtin.stories.themes import signs, themes_of
from interviewgpt.expressions import expression

__all__ = ["Parted", "amount_told", "parted"]

UNTIED, UNTIED_HAN = 0.65, 0.8
"""The weight of a word, 0-1, in clauses that have nothing of what is told, and of a pair of Chinese characters: the
same word seldom comes again as the same pair."""
ANYBODYS = 0.5
"""And what is left of that, 0-1, in a clause that anybody could say ("everybody was satisfied")."""
AT_MOST = 1.5
"""And at most so many such words for each that belongs: what is told at length beside a thin story is not its own."""
HALF_A_WORD = 0.5
"""A pair of Chinese characters, in words."""
_SOMEBODY = expression(r"\b(?:he|she|they|him|her|them|both)\b|[他她]|对方|两[人边个]")
"""Somebody who has been spoken of: "I asked her for coffee" is how it was talked over."""
_DAY = expression(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|星期|礼拜|周[一二三四五六日]")
"""A day of the week ties nothing together."""
_TELLER = expression(r"\b(?:i|we)\b|我(?!的)")
"""Whoever tells it."""
_CLAUSES = expression(r"[,;:]|[，、；：]|\s-+\s|\s(?=(?:and|but|so|then) )")


@dataclass(frozen=True, slots=True)
class Parted:
    """The clauses of what somebody tells: those that are ``tied`` to it, those ``beside`` these that may belong,
    and of both the words."""

    tied: tuple[str, ...]
    beside: tuple[str, ...]
    words: frozenset[Term]
    others: tuple[frozenset[Term], ...]


def parted(sentences: Sequence[str], question: str, expected: Set[Term]) -> Parted:
    """The clauses of folded sentences as far as they belong to what is told. ``expected`` are specific words of
    the answer."""
    cut = [
        (number, clause)
        for number, sentence in enumerate(sentences)
        for clause in _CLAUSES.split(sentence)
        if clause.strip()
    ]
    clauses = [clause for _, clause in cut]
    quoted = {number for number, sentence in enumerate(sentences) if quotes(sentence)}
    words = [frozenset(terms(clause)) for clause in clauses]
    owns = [{t for t in specific(said) if not (t.isdigit() or _DAY.search(t))} for said in words]
    shared = Counter(term for said in owns for term in said)
    about = (*themes_of(question), *words_about(question))
    tied, told = list[str](), set[Term]()
    others: list[tuple[int, str, frozenset[Term]]] = []
    binds = set[int]()  # the sentences that belong
    aside = False
    for (number, clause), said, own in zip(cut, words, owns, strict=True):
        belongs = any(term in expected or shared[term] > 1 for term in own) or number in quoted
        belongs = belongs or bool(about and signs(about, (clause,)))
        works = at_work((clause,))
        if belongs:
            aside = False
        elif (told or others) and not (works or _SOMEBODY.search(clause)):
            aside = aside or speaks_of_leisure(clause, language_of(clause))
        if belongs or works:
            if not aside:
                tied.append(clause)
                told.update(said)
            binds.add(number)
        elif not aside:
            others.append((number, clause, said))
    beside = [
        (clause, said)
        for number, clause, said in others
        if not binds or min(binds) <= number <= max(binds) or _has_people(sentences[number])
    ]
    return Parted(
        tuple(tied),
        tuple(clause for clause, _ in beside),
        frozenset(told),
        tuple(said for _, said in beside),
    )


def amount_told(found: Parted, question: str, tells: Callable[[str], bool] = bool) -> float:
    """The number of different words, by their weight, of what is told; the question's own do not count. Whether a
    clause in words of its own ``tells`` more than anybody could say is asked of each."""
    untied, general = set[Term](), set[Term]()
    for clause, told in zip(found.beside, found.others, strict=True):
        (untied if tells(clause) else general).update(told)
    tied, known = found.words, asked(question).terms
    own_words = untied - tied - known
    anybodys = general - untied - tied - known
    belonging = _size(tied - known)
    beside = _size_untied(own_words) + ANYBODYS * _size_untied(anybodys)
    return belonging + min(beside, AT_MOST * belonging)


def _has_people(sentence: str) -> bool:
    """Whether a folded sentence has whoever tells a story in it, or somebody of whom it has spoken."""
    return bool(_TELLER.search(sentence) or _SOMEBODY.search(sentence))


def _size_untied(said: Set[Term]) -> float:
    """How much words tell, in words, of clauses that have nothing of what is told."""
    han = {term for term in said if is_han(term)}
    return UNTIED * _size(said - han) + UNTIED_HAN * _size(han)


def _size(said: Set[Term]) -> float:
    """How many words terms are, by their weight."""
    return fsum(weight(term) * (HALF_A_WORD if is_han(term) else 1.0) for term in said)
