"""How a sentence relates to the question: how much of it is expected, and how much is talk to the grader.

What follows for a whole answer is decided by `relevance`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from enum import IntEnum
from functools import lru_cache

from interviewers.engines.builtin.addressed.about import speaks_of_answers
from interviewers.engines.builtin.addressed.forgery import NEW_START, ORDER, strip_forged
from interviewers.engines.builtin.addressed.learnt import may_talk
from interviewers.engines.builtin.addressed.mention import (
    addresses,
    only_mentions,
    without_quotations,
)
from interviewers.engines.builtin.addressed.talk import SOME, kinds_of, size_of, talk_worth
from interviewers.engines.builtin.reading.fuzzy import has_kin
from interviewers.engines.builtin.reading.known import Known, characters_of
from interviewers.engines.builtin.reading.technical import distinctly_technical, technical
from interviewers.engines.builtin.reading.text import (
    CUT,
    Term,
    atoms,
    fold,
    is_han,
    spans,
    specific,
    terms,
)
from interviewers.engines.builtin.sifting import guards
from interviewers.engines.builtin.stories.own import ONESELF
from interviewers.engines.builtin.stories.personal import may_be_meant
from interviewers.engines.script import has_han
from interviewgpt.expressions import expression

__all__ = [
    "BRIEF",
    "POINTS",
    "TALK",
    "TURNS",
    "Bearing",
    "bearing_of",
    "is_technical",
    "only_tells",
    "pieces_of",
    "talks",
    "worth_as_talk",
]


class Bearing(IntEnum):
    """How closely a sentence relates to the question, in rising order."""

    NOTHING = 0
    PLAUSIBLE = 1
    """It shares nothing with what is expected, but may be an answer in other words."""
    TOUCHING = 2
    """It shares a word with what is expected."""
    RELATED = 3
    """It says something expected."""


def talks(sentence: str, known: Known) -> bool:
    """Whether a sentence has talk to the grader in it, and does not only report some."""
    if not may_talk(sentence) or only_tells(sentence, known):
        return False
    return any(worth_as_talk(piece, known) >= TALK for piece in pieces_of(sentence))


@lru_cache(maxsize=2_048)
def pieces_of(text: str) -> tuple[str, ...]:
    """The clauses of a text, also cut where a new sentence begins without punctuation before it."""
    clauses = (text[start:end] for start, end in spans(text, clauses=True))
    pieces = (piece.strip() for clause in clauses for piece in NEW_START.split(clause))
    return tuple(piece for piece in pieces if piece)


@lru_cache(maxsize=2_048)
def only_tells(sentence: str, known: Known) -> bool:
    """Whether a sentence only reports what looks like talk to the grader: about others, or where marks, judges
    or prompts are the subject of the question, without an order to anybody."""
    if only_mentions(sentence):
        return True
    if not known.kinds or addresses(sentence):
        return False
    told = without_quotations(sentence)
    stripped = strip_forged(told, known)[0]
    places = [i for i, char in enumerate(stripped) if char == CUT]
    if any(stripped[i - 1 : i] != ORDER for i in places):
        return False
    # An order begins its clause; what somebody may do has somebody before it.
    starts = (re.split(r"[,，;；:：]", stripped[:i])[-1].strip(f" {ORDER}") for i in places)
    if any(size_of(start) < 1.0 for start in starts):
        return False
    return any(_shared(p, known, 0.0, tainted=False) for p in pieces_of(sentence)) or bool(
        kinds_of(told) & known.kinds
    )


TALK = 1.5
"""From this worth on a clause that shares at most one word with what is expected is talk to the grader."""


@lru_cache(maxsize=2_048)
def bearing_of(text: str, known: Known, *, tainted: bool = False) -> Bearing:
    """How a sentence relates to the question: as the best of its clauses does."""
    clauses = pieces_of(text)
    if only_tells(text, known):
        worths = [0.0] * len(clauses)
    else:
        worths = [worth_as_talk(clause, known) for clause in clauses]
    tainted = tainted or any(worth >= TALK for worth in worths)
    told = [
        _shared(clause, known, worth, tainted=tainted)
        for clause, worth in zip(clauses, worths, strict=True)
    ]
    best = max(told, default=Bearing.NOTHING)
    if best is not Bearing.NOTHING:
        return best
    if not tainted and known.kinds & kinds_of(text) and not addresses(text):
        return Bearing.PLAUSIBLE
    rest = [clause for clause, worth in zip(clauses, worths, strict=True) if worth < TALK]
    return Bearing.PLAUSIBLE if _plausible(rest, known, tainted=tainted) else Bearing.NOTHING


META = 1.5
"""The worth of such words in a clause that also addresses somebody."""


def worth_as_talk(clause: str, known: Known) -> float:
    """The worth of a clause as talk to the grader, by any of its words."""
    worth = talk_worth(clause, known)
    if worth >= META or known.kinds:
        return worth
    folded = fold(clause)
    return META if POINTS.search(folded) and speaks_of_answers(folded, known) else worth


SHARE = 0.25
"""The share of a clause's specific words that has to be expected, if only one of them is."""
FEW = 4
"""In a reference with at most this many words a general word in common counts as well."""
POINTS = expression(r"\b(?:i|i'm|me|my|we|us|you|your|this|these|above)\b|[我你您咱此这]")
"""Words that address somebody, or refer to the answer itself."""

TURNS = expression(rf"{POINTS.pattern}|[请把]|如果|假如|要是|作为|以上|前面")
"""Words at which talk may begin in a clause, before it can be recognised by its vocabulary."""


def _shared(clause: str, known: Known, worth: float, *, tainted: bool) -> Bearing:
    """How a clause relates to question and reference: RELATED, TOUCHING or NOTHING."""
    folded = fold(clause)
    told = set(terms(folded))
    own = specific(told)
    said = own & known.expected
    enough = len(said) >= SHARE * len(own)
    common = told & known.expected
    mostly = len(common) > 2 and 2 * len(common) >= len(told)
    if mostly or (len(said) > 1 and (enough or not (tainted or worth >= TALK))):
        return Bearing.RELATED
    if worth >= TALK or (tainted and POINTS.search(folded)):
        return Bearing.NOTHING
    if said and enough and not tainted:
        return Bearing.RELATED
    if tainted and not said and own.isdisjoint(known.topic):
        return Bearing.NOTHING
    if said or len(common) > 1 or not own.isdisjoint(known.topic):
        return Bearing.TOUCHING
    if len(common) * FEW >= len(known.expected) > 0 or _characters(own, known):
        return Bearing.TOUCHING
    return (
        Bearing.TOUCHING if any(has_kin(term, known.expected) for term in told) else Bearing.NOTHING
    )


def _characters(own: Set[Term], known: Known) -> bool:
    """Whether Chinese words consist mostly of the characters of expected ones."""
    chars = {char for term in own if is_han(term) for char in term}
    common = len(chars & characters_of(known.expected))
    return common > 1 and 2 * common >= len(chars)


_CODE = expression(r"\w ?[\[\](){}*+=<>^&|]+ ?\w.*[\[\](){}*+=<>^&|]")
_CODED = expression(r"[a-z]\d")
_HOW_MUCH = expression(
    r"\b(?:both|all|none|many|several|some|every|any|most|few|half|never|always|same|anywhere|everywhere|before|after|(?:first|last)(?=\W{1,3}(?:in|out|comes?)\b)|"
    r"once|twice|at the|as \w+ as|the more|the less)\b|\d|[几多全每]|所有|一样|任何|尽可能|需要|[之以][前后]|当.{1,12}时|越.{1,4}越"
)
_SELF = expression(f"{ONESELF.pattern}|您")
TERSE = 3.0
"""A text of at most this many words (two Chinese characters are one) is a term or two."""
SAID = 4.0
"""From this many words on somebody has said something about themselves beside talk."""
BRIEF = 8.0
"""A statement of how many, when or where has at most this many words."""
MOST_LATIN, MOST_HAN = 0.5, 0.3
"""A text is technical if more than this share of its specific words is; it is lower in Chinese, where pairs of
characters that reach from one word into the next are not."""
MOST_OF_OWN = 0.67  # Where somebody speaks of themselves.
DISTINCT = 3
"""In an English text with this many specific words one that is distinctly technical is enough."""


def _plausible(clauses: Sequence[str], known: Known, *, tainted: bool) -> bool:
    """Whether clauses that share nothing with what is expected may be an answer in other words: they are about
    a technical subject, or about oneself if that is asked; they are a formula, an amount, or a term or two."""
    folded = [fold(clause) for clause in clauses]
    if tainted and known.personal:
        meant = [clause for clause in clauses if may_be_meant(clause, known)]
        return sum(map(size_of, meant)) >= SAID
    if tainted:
        return any(is_technical(t, least=2) for t in folded if not POINTS.search(t))
    if not known.kinds and any(speaks_of_answers(text, known) for text in folded):
        return any(is_technical(text, least=3) for text in folded)
    if known.personal:
        said = any(may_be_meant(clause, known) for clause in clauses)
        return said or any(map(is_technical, folded))
    if any(map(is_technical, folded)):
        return True
    if any(map(_CODE.search, folded)) and sum(map(_size, folded)) <= BRIEF:
        return True
    if any(map(_SELF.search, folded)) or any(map(_CODED.search, folded)):
        return False
    if any(talk_worth(clause, known) >= SOME for clause in clauses):
        return False
    size = sum(map(_size, folded))
    if size <= BRIEF and any(
        guards.FORMULA.search(text) or _HOW_MUCH.search(text) for text in folded
    ):
        return True
    return 0.0 < size <= TERSE


def is_technical(folded: str, least: int = 1) -> bool:
    own = specific(terms(folded))
    found = len(own & technical())
    if _SELF.search(folded):
        return found > 2 and found >= MOST_OF_OWN * len(own)
    if found > 2:
        return True
    if found < least:
        return False
    if has_han(folded):
        return found > MOST_HAN * len(own) and (found > 1 or len(own) < 3)
    distinct = len(own & distinctly_technical())
    return found > MOST_LATIN * len(own) or distinct >= max(1, len(own) / DISTINCT)


def _size(folded: str) -> float:
    return sum(0.5 if is_han(word) else 1.0 for word in atoms(folded))
