"""Lists of names: where "Which are the four …?" expects four names, each is worth a quarter.

A sentence may say what a reference says in other words; a name is said or it is not. So every name counts
the same, while elsewhere the first words in common count most. An answer that explains at length instead of
naming is not held to the list.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from interviewers.engines.builtin.expected.matching import QUESTION_WEIGHT, Credits
from interviewers.engines.builtin.reading.text import (
    Term,
    asked,
    atoms,
    count_words,
    fold,
    is_function,
    is_han,
    terms,
    weight,
)
from interviewgpt.expressions import expression

__all__ = ["Named", "asks_for_names", "named_of"]

LONGEST_NAME = 4.0
"""The words of the longest name; two Chinese characters are one word."""
WITH_SHARED = 5.5
"""The same for a name with an ending that other names, or the question, have as well (see `_sizes`)."""
LONGEST_CLAUSE = 25.0
"""The words of the longest clause in a list of clauses. Clauses can be said in other words, so only an answer
that recites them is held to the list."""
RECITED = 0.75
"""An answer recites if this share of its words (without the question's) is the reference's."""
SAID = 0.6
"""A name is said from this share of its own words on."""
ANOTHERS = 0.4
"""Up to this share it is another name of the family: "a timed check" for "a regular check"."""
AT_LENGTH = 1.5
"""An answer with this many times the words of the list explains instead of naming."""

FEW = 4.0
"""The words of the longest reference that is read as a name or two: a longer one says something about them."""

_ASKS = expression(
    r"[哪那](?:[些几两三四五六]|\d)|几[种类个项点部]|(?:包括|包含|分为|分成|属于|是指|指的是)(?:些|了)?(?:什么|啥)|"
    r"什么(?:类型|类别|种类|形式|部分|内容|方面|方式|方法|原则|特点|特征|特性|因素|步骤|阶段|成分|组成)|列举|列出|分别是|"
    r"\b(?:list|name|enumerate|mention)\b|"
    r"\b(?:consist|made up|composed) of\b|\b(?:what|which) (?:are|were) (?:the|some|its|their)\b|\bhow many\b|"
    r"\b(?:which|what)\b[^?.,]{0,40}\b(?:types|kinds|sorts|stages|steps|phases|parts|components|elements|layers|properties|principles|operations|members|levels|classes|methods|ways)\b",
    re.IGNORECASE,
)
_ASKS_KIND = expression(
    r"\b(?:what|which) (?:kinds?|types?|sorts?|forms?) of\b|_{3,}|[哪那]一?[种类](?!些)|什么(?:类型|种类)的",
    re.IGNORECASE,
)
"""Where the kind of a thing is asked for, or a gap is to be filled, a reference of one or two names is a list
of these."""
_ASKS_WHETHER = expression(
    r"^\W*(?:is|are|was|were|do|does|did|should|would|will|can|could|must|has|have)\b|还是|是否|吗\W*$",
    re.IGNORECASE,
)
"""Where a verdict is asked for, a reference that gives it before a colon says why behind it."""
_ASIDE = expression(r"\s*[(（][^()（）]*[)）]")
_HEADING = expression(
    r"^[^:：—]{1,60}[:：—]+\s*|"
    r"^[^、;；。]{0,40}?(?:主要|一般|通常|常见的?|可以?|大致)?(?:包括了?|包含|分为|分成|分别是|是指|构成是|有)(?=[^、,，;；。]{1,10}[、；;和及与])|"
    r"^[^、;；。]{0,40}?由(?=[^、,，;；。]{1,10}[、；;和及与].*[组构]成)|"
    r"^(?:[\w'-]+,? ){0,10}?(?:are|include|includes|were|consists? of|(?:is|are) (?:made up|composed) of)(?: the following)?:? ",
    re.IGNORECASE,
)
_BEFORE = expression(
    r"(?P<row>[^;；。:：]{1,400}?)(?: (?:are|were)(?: all)? (?P<en>[^,;.]{1,80})|(?P<all>[都皆])?(?:是|属于)(?P<zh>[^，、,；;。]{1,20}))(?:[;；。.]|\Z)"
)
_FRAME = expression(
    r"主要|一般|通常|常见的?|可以?|大致|包括了?|包含|分为|分成|分别是|是指|构成是|以下|几个|[一二两三四五六七八九十]+[种类项个]"
)
"""Words by which a heading announces the list."""
_LEAD = expression(
    r"^(?:其?[一二三四五六七八九十]是|其[一二三四五六]|第[一二三四五六][是种类项个]?)"
)
_PARTS = expression(r"(?:所)?[组构]成$")
_BETWEEN = expression(
    r"(?:(?:^|[。；;，,、])\s*[^:：—、，,；;。]{1,8}——)|[。；;、]|[,，]\s*(?:(?:and|or)\s|以及|和)?|[(（]?(?<![\w\d])\d{1,2}[)）.、]\s*|"
    r"以及|[和及与](?=[^和及与、；;,，]{1,10}(?:以及|$))|\s(?:and|or)\s(?=[^,;]{1,40}$)"
)
_BETWEEN_CLAUSES = expression(r"[；;](?:\s*(?:and|or)\s)?")
_AND_SO_ON = expression(
    r"(?:等等?|之类)?(?:[一二两三四五六七八九十几\d]+[种类项个])?[\s。.；;]*$|\betc\.?\s*$"
)


_SO_MANY = expression(
    r"(?:至少|任意?|说出|写出|列举|列出|举出?|给出|提出)[^，。？?]{0,4}?(?P<zh>[一二两三四五六]|\d{1,2})(?=[个种条点项类例])|"
    r"\b(?:at least|any|name|list|state|give|mention|describe|explain) (?:the |any |at least )?(?P<en>one|two|three|four|five|six|\d{1,2})\b",
    re.IGNORECASE,
)
_NUMBERS = {
    word: number
    for number, words in enumerate(
        ("一 one", "二 两 two", "三 three", "四 four", "五 five", "六 six"), 1
    )
    for word in words.split()
}


@dataclass(frozen=True, slots=True)
class Named:
    """The ``share`` of a list of names that is named, 0-1; which names are ``said``, and which are ``missing``."""

    share: float
    said: tuple[str, ...]
    missing: tuple[str, ...]


_Name = tuple[tuple[Term, float], ...]
"""The terms of a name with their weights."""
_RELATES = expression(r"\w (?:to|of|for|by|with|in|on|from|into) \w")
SHORTEST_OWN = 2
"""Characters of what is left of a Chinese name without what others, or the question, have at the same end."""


@lru_cache(maxsize=2_048)
def _names_of(
    question: str, reference: str
) -> tuple[tuple[tuple[str, tuple[_Name, ...]], ...], bool]:
    """The names (or clauses) of a reference that is a list: verbatim, and as terms of each way to say it
    (whole; its own part; without what stands in brackets), and whether they are names. Words that the
    question or another name has as well tell little. None where the reference is no list, or none was asked
    for."""
    text = reference.strip()
    heading = _HEADING.match(text)
    row = text[heading.end() :] if heading else text
    led = "" if heading and _takes_up(heading.group(), question) else _led(text, question)
    if led:
        heading, row = None, led
    again = _HEADING.match(row) if heading else None  # "Kinds: there are …"
    row = _AND_SO_ON.sub("", row[again.end() :] if again else row)
    row = _PARTS.sub("", row)
    names = _pieces(_BETWEEN, row)
    short = all(size <= LONGEST_NAME for size in _sizes(names, question)) and all(
        _words(name) <= WITH_SHARED for name in names
    )
    if not short:
        names = _pieces(_BETWEEN_CLAUSES, row)
    kind = _ASKS_KIND.search(fold(question)) and sum(map(_words, names)) <= FEW
    least = 1 if kind else 2 if heading or led else 3
    if len(names) < least or max(map(_words, names)) > LONGEST_CLAUSE:
        return (), short
    heads = heading and not _ASKS_WHETHER.search(question) and _takes_up(heading.group(), question)
    if not (kind or heads or led or _ASKS.search(fold(question))):
        return (), short
    rows = [tuple(dict.fromkeys(terms(fold(name)))) for name in names]
    known, often = asked(question).terms, Counter(term for row in rows for term in row)

    def weighed(row: Iterable[Term]) -> _Name:
        return tuple(
            (term, weight(term) * (QUESTION_WEIGHT if term in known or often[term] > 1 else 1.0))
            for term in row
        )

    owns = _own_of(names, question) if short else names
    return tuple(
        (
            name,
            tuple(
                weighed(dict.fromkeys(terms(fold(way))))
                for way in (name, own, _ASIDE.sub("", name))
            ),
        )
        for name, row, own in zip(names, rows, owns, strict=True)
        if row
    ), short


def _led(text: str, question: str) -> str:
    """The row in front of "… are the layers", where the question was for these; "" if there is none."""
    if (found := _BEFORE.match(text)) is None:
        return ""
    if found["zh"] and not (found["all"] or "、" in found["row"]):
        return ""  # A clause like any other, which has no plural in Chinese.
    what = _content(found["en"] or found["zh"])
    return found["row"] if 2 * len(what.intersection(asked(question).atoms)) > len(what) else ""


def _takes_up(heading: str, question: str) -> bool:
    """Whether a heading has no word that the question has not: it was asked for what follows."""
    said = _content(heading)
    return bool(said) and said.issubset(asked(question).atoms)


def _content(heading: str) -> set[str]:
    return {atom for atom in atoms(_FRAME.sub("", fold(heading))) if not is_function(atom)}


def _pieces(between: re.Pattern[str], row: str) -> list[str]:
    parts = (_LEAD.sub("", part.strip(" 。.;；,，")) for part in between.split(row))
    return [piece for piece in parts if piece]


def _sizes(names: list[str], question: str) -> list[float]:
    """The size of each name in words, without an ending that the question or another name has as well:
    "centralised structure, divisional structure" are two names of one word."""
    known = asked(question).atoms
    rows = [atoms(fold(name)) for name in names]
    often = Counter(atom for row in rows for atom in set(row))
    for row in rows:
        while row and (row[-1] in known or often[row[-1]] > 1):
            row.pop()
    return list(map(count_words, rows))


def _own_of(names: list[str], question: str) -> list[str]:
    """The own part of each name. For Chinese names it leaves out the beginning that all names or the question
    have, and the ending that another name or the question has: asked for checks, people say "regular" for
    "regular checks"."""
    asked_for = fold(question)
    rows = [fold(name) for name in names]
    shared = next((n for n, row in enumerate(zip(*rows, strict=False)) if len(set(row)) > 1), 0)
    found: list[str] = []
    for name in rows:
        if not all(map(is_han, name)):
            found.append(name)
            continue
        others = [row for row in rows if row != name]
        ends = (
            start
            for start in range(SHORTEST_OWN, len(name))
            if name[start:] in asked_for or any(row.endswith(name[start:]) for row in others)
        )
        own = name[: next(ends, len(name))]
        starts = (
            end
            for end in range(len(own) - SHORTEST_OWN, 1, -1)
            if end <= shared or own[:end] in asked_for
        )
        own = own[next(starts, 0) :]
        # What the question says itself is no name.
        found.append(name if asked(question).terms.issuperset(terms(own)) else own)
    return found


def _words(text: str) -> float:
    return count_words(atoms(fold(text)))


def asks_for_names(question: str, reference: str) -> bool:
    """Whether names are asked for, so that a row of them is an answer. Names that relate things ("a pointer to
    data") can be torn apart into a list of words, which is none."""
    names, short = _names_of(question, reference)
    return bool(names) and short and not any(_RELATES.search(fold(name)) for name, _ in names)


def named_of(question: str, reference: str, told: str, earned: Credits) -> Named | None:
    """What an answer (``told``) names of a list of names; None where no list is asked for, or the answer
    explains instead."""
    names, short = _names_of(question, reference)
    if not names or _words(told) > AT_LENGTH * _words(reference):
        return None
    if not (short or _recites(told, question, reference)):
        return None
    shares = {
        name: min(
            1.0, max(0.0, (max(_said(way, earned) for way in ways) - ANOTHERS) / (SAID - ANOTHERS))
        )
        for name, ways in names
    }
    return Named(
        share=min(1.0, sum(shares.values()) / min(len(shares), _enough(question))),
        said=tuple(name for name, share in shares.items() if share >= 1.0),
        missing=tuple(name for name, share in shares.items() if share < 1.0),
    )


def _enough(question: str) -> float:
    """How many names are asked for, where the question says so; of a longer list any of them will do."""
    found = _SO_MANY.search(question)
    number = found and (found["zh"] or found["en"].lower())
    return _NUMBERS.get(number) or max(1, int(number)) if number else math.inf


def _recites(told: str, question: str, reference: str) -> bool:
    known, asked_for = frozenset(terms(fold(reference))), asked(question).terms
    said = {term: weight(term) for term in terms(told) if term not in asked_for}
    recited = sum(share for term, share in said.items() if term in known)
    return recited >= RECITED * sum(said.values()) > 0.0


def _said(name: _Name, earned: Credits) -> float:
    total = sum(share for _, share in name)
    if not total:
        return 0.0
    said = (
        # Chinese words of one family share a character, and are other names.
        share * (earned.exact.get(term, 0.0) if is_han(term) else earned.soft(term))
        for term, share in name
    )
    return sum(said) / total
