"""How much of what somebody tells of themselves belongs to it, in words.

A story with a clause to each of its parts tells little, and a lunch told after it is no more of it. What
belongs to it has something of it: a word of the theme, of what is expected, of work, or a specific one that
stands elsewhere in it as well; so has what was said, word by word. A clause without any may still be of it, in words of its own, and counts
less; from one about free time on nothing does, until one belongs again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set
from math import fsum

from interviewers.engines.builtin.reading.text import (
    Term,
    asked,
    is_han,
    language_of,
    terms,
    weight,
)
from interviewers.engines.builtin.stories.accounts import words_about
from interviewers.engines.builtin.stories.bound import quotes
from interviewers.engines.builtin.stories.leisure import speaks_of_leisure
from interviewers.engines.builtin.stories.setting import at_work
from interviewers.engines.builtin.stories.themes import signs, themes_of

__all__ = ["amount_told"]

UNTIED = 0.5
"""What a word counts that stands in no clause with anything of what is told, 0-1."""
HALF_A_WORD = 0.5
"""What a pair of Chinese characters is of a word."""
_CLAUSES = re.compile(r"[,;:]|[，、；：]|\s-+\s|\s(?=(?:and|but|so|then) )")


def amount_told(sentences: Sequence[str], question: str, expected: Set[Term]) -> float:
    """How many different words, by their weight, folded sentences have that the question has not, as far as
    they belong to what is told. ``expected`` are specific words of the answer."""
    cut = [(c, sentence) for sentence in sentences for c in _CLAUSES.split(sentence) if c.strip()]
    clauses = [clause for clause, _ in cut]
    words = [frozenset(terms(clause)) for clause in clauses]
    specific = [{t for t in said if weight(t) >= 1.0 and not t.isdigit()} for said in words]
    shared = Counter(term for said in specific for term in said)
    about = (*themes_of(question), *words_about(question))
    tied, untied = set[Term](), set[Term]()
    aside = False
    for (clause, sentence), said, own in zip(cut, words, specific, strict=True):
        belongs = any(term in expected or shared[term] > 1 for term in own) or quotes(sentence)
        belongs = belongs or bool(about and signs(about, (clause,)))
        works = at_work((clause,))
        if not (belongs or works) and speaks_of_leisure(clause, language_of(clause)):
            aside = True
        elif belongs:
            aside = False
        if not aside:
            (tied if belongs or works else untied).update(said)
    known = asked(question).terms
    return _size(tied - known) + UNTIED * _size(untied - tied - known)


def _size(said: Set[Term]) -> float:
    return fsum(weight(term) * (HALF_A_WORD if is_han(term) else 1.0) for term in said)
