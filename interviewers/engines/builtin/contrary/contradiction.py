"""Clauses that contradict a clause of a reference: they deny it, or state its opposite.

`negation` reads the denial of a whole statement. Here a clause is enough, however small: "An index does not
speed up lookups" denies a part of what a long sentence says of an index. What is denied has to be affirmed
by the reference, of the same subject and in one clause of it. A negation that the reference has too, or
uses for another subject, contradicts nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from math import fsum
from typing import Protocol

from interviewers.engines.builtin.contrary.figures import growths, without_growths
from interviewers.engines.builtin.contrary.negation import (
    MODAL_HAN,
    OTHERWISE,
    SCOPE_HAN,
    SCOPE_LATIN,
    SUPPOSES,
    may_negate,
    negations,
    polarity,
    polarity_of,
)
from interviewers.engines.builtin.reading.text import (
    Segment,
    Term,
    fold,
    is_han,
    segment_of,
    spans,
    specific,
    terms,
    weight,
)
from interviewgpt.expressions import expression

__all__ = ["Clause", "clauses_of", "contradicted", "denied_by", "parts"]

SPECIFIC = 0.5
"""The weight from which on a term tells which of several clauses is meant."""
OF_SCOPE = 0.6
NAME = 2
"""How many terms a clause begins with may name what it speaks of."""
BARE = 2
"""How much of what is denied one clause of the reference has to affirm: all of it, and so many terms
at least, where nothing says of what it is denied ("It does not …")."""

_BREAK = expression(
    r"[,，;；:：。]+|\s+(?:but|and|while|whereas|because|so|since|although|though|however|at the (?:cost|expense) of)\s+|(?:而且|但是?|而|并且|因为|所以|不过)(?=[^，,]{3})",
    re.IGNORECASE,
)
_NOT_SURELY = expression(
    rf"{SUPPOSES.pattern}|{OTHERWISE.pattern}|"
    r"\b(?:without|no one|nobody|whether|why|may|might|(?:that|which|who)(?: \w+)?(?= not\b)|(?:that|which|who) (?:i|we|you|one)(?= (?:cannot|never|\w+n't)\b))\b|是否|[得差是]不|而不"
)
"""What denies nothing outright: a condition, a doubt, one of several things."""
_FOLLOWS = expression(r"\W*(?:then )?(?:it|this|that|they|these)\b|\W*(?:那|就|它|这|也|便)")
_ONLY_THEN = expression(r"[^，,]{0,8}[才就](?![是算])")
"""What makes the clause before it a condition."""
_PRONOUN = expression(r"\b(?:it|they|this)\b|[它这]")
_INHERITS = expression(
    r"\W*(?:(?:so|then|and|but|thus|therefore|also) )*(?:it|they|this|that|these|which|its|their)\b|"
    r"\W*(?:它|其|这|也|还|并|就|才|因此|所以|从而|可以|能|会|是|用|要|使|让|即|通过|先|再)"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a reference: what it affirms, its terms (``known``: with those that a pronoun stands for;
    ``told_of``: also with those of a subject that is left out), a weight."""

    affirmed: frozenset[Term]
    known: frozenset[Term]
    told_of: frozenset[Term]
    own: frozenset[Term]
    weight: float
    folded: str


def _pieces(text: str) -> list[tuple[int, int]]:
    """Where the clauses of a sentence lie."""
    cuts = [match.span() for match in _BREAK.finditer(text)]
    found, start = [], 0
    for stop, following in [*cuts, (len(text), len(text))]:
        if text[start:stop].strip():
            found.append((start, stop))
        start = following
    return found


def clauses_of(reference: str, weights: Mapping[Term, float]) -> tuple[Clause, ...]:
    """The clauses of a reference. One that begins with "it" or the like has the subject before it, and so has
    one that begins with no name of something that is asked for or spoken of in another clause too."""
    sentences = [
        [fold(reference[start:end][a:b]) for a, b in _pieces(reference[start:end])]
        for start, end in spans(reference)
    ]
    often = Counter(t for pieces in sentences for piece in pieces for t in set(terms(piece)))
    found: list[Clause] = []
    for pieces in sentences:
        first: frozenset[Term] = frozenset()
        before = first
        for folded in pieces:
            read = polarity(segment_of(folded))
            own = frozenset(read)
            named = any(
                often[term] > 1 or weights.get(term, 0.0) < weight(term)
                for term in terms(folded)[:NAME]
            )
            inherits = _INHERITS.match(folded)
            told_of = own if named and not inherits else own | before | first
            known = told_of if inherits else own
            first = first or own
            affirmed = frozenset(term for term, positive in read.items() if positive)
            worth = fsum(weights.get(term, 0.0) for term in own)
            found.append(Clause(affirmed, known, told_of, own, worth, folded))
            before = known
    return tuple(found)


class Expected(Protocol):
    """What an answer is held beside: its clauses, and its terms with every polarity they stand in."""

    @property
    def clauses(self) -> Sequence[Clause]: ...

    @property
    def stances(self) -> Set[tuple[Term, bool]]: ...

    @property
    def denied(self) -> Sequence[tuple[int, frozenset[Term]]]: ...


def denied_by(expected: Expected) -> Iterator[tuple[int, frozenset[Term]]]:
    """The numbers of the clauses that deny something of their subject, and what: nothing that is
    affirmed anywhere else."""
    for number, clause in enumerate(expected.clauses):
        terms_ = clause.own - clause.affirmed
        # Pairs of characters overlap: three of them are two words.
        if len(terms_) < (BARE + 1 if any(map(is_han, terms_)) else BARE) or not clause.affirmed:
            continue
        if not any((term, True) in expected.stances for term in terms_):
            yield number, terms_


def contradicted(
    segment: Segment, said: Set[tuple[Term, bool]], reference: Expected
) -> list[tuple[int, int, int]]:
    """The clauses of a sentence that contradict a reference: start, end, number of its clause.

    ``said`` are the stances of the whole answer: who affirms a thing elsewhere does not deny it.
    """
    found: list[tuple[int, int, int]] = []
    condition = ""
    own = frozenset(segment.terms) if reference.denied else frozenset[Term]()
    affirms = any(
        denied <= own
        and not any((term, False) in said for term in denied)
        and not _ONLY_THOUGHT.search(segment.folded)
        for _, denied in reference.denied
    )
    if not affirms and not _may_contradict(segment.text):
        return found
    for start, end in _pieces(segment.text):
        folded = fold(segment.text[start:end])
        # "Unless it is in the index, it is not a generation error": so, but not always.
        supposed = SUPPOSES.search(condition)
        follows = (supposed and _FOLLOWS.match(folded)) or (
            (supposed or _ONLY_THEN.match(folded)) and _is_other_case(condition, reference)
        )
        number = None if follows else _denies(folded, said, reference)
        condition = folded
        if number is None:
            number = _opposes(folded, reference)
        if number is None and affirms and not follows:
            number = _affirms(folded, reference)
        if number is not None:
            found.append((start, end, number))
    return found


def _is_other_case(condition: str, reference: Expected) -> bool:
    """Whether a folded condition denies what the reference affirms, or the other way round."""
    return any(
        (term, not affirmed) in reference.stances and (term, affirmed) not in reference.stances
        for term, affirmed in polarity_of(condition).items()
    )


def _may_contradict(text: str) -> bool:
    """False only for a sentence that neither negates nor names one side of anything, nor an order."""
    low = fold(text)
    return bool(may_negate(low) or "o(" in low or "o (" in low or _sides(low))


def parts(segment: Segment, denials: Sequence[tuple[int, int]]) -> Iterator[tuple[Segment, bool]]:
    """A sentence cut around the clauses that contradict; True with what stands."""
    place = 0
    for begin, end in [*sorted(denials), (len(segment.text), len(segment.text))]:
        start = max(place, begin)
        between = segment.text[place:start]
        if between.strip(" ,，;；:：") and not _BREAK.fullmatch(between):
            yield segment_of(between.strip(" ,，;；:：")), True
        if end > start:
            yield segment_of(segment.text[start:end].strip()), False
        place = max(place, end)


def _denies(folded: str, said: Set[tuple[Term, bool]], reference: Expected) -> int | None:
    found = negations(folded)
    if len(found) != 1 or _NOT_SURELY.search(folded):
        return None
    subject = set(terms(folded[: found[0]]))
    scope = terms(MODAL_HAN.sub("", folded[found[0] :], count=1))
    scope = scope[: SCOPE_HAN if scope and is_han(scope[0]) else SCOPE_LATIN]
    if not subject and not _PRONOUN.search(folded[: found[0]]):
        return None
    if (
        not scope
        or len(scope) < (1 if subject else BARE)
        or any((term, False) in reference.stances for term in scope)
    ):
        return None
    if (scope[0], True) in said or not specific(scope):
        return None
    clauses = reference.clauses
    everywhere = {term for clause in clauses for term in clause.own}
    named = specific(subject & everywhere)
    if subject and subject.isdisjoint(everywhere):
        return None  # It is denied of something that the reference does not speak of.
    total = fsum(map(weight, scope))
    for number, clause in enumerate(clauses):
        if scope[0] not in clause.affirmed or not named <= clause.known:
            continue
        if not named.isdisjoint(clause.own - clause.affirmed):
            continue  # It denies the same thing from the other side.
        if named and _is_done_by_another(clause.folded, named, scope):
            continue
        shared = fsum(weight(term) for term in scope if term in clause.affirmed)
        if shared >= (OF_SCOPE if subject else 1.0) * total and shared >= 1.0:
            return number
    return None


def _is_done_by_another(clause: str, named: Set[Term], scope: Sequence[Term]) -> bool:
    """Whether what is denied of the ``named`` is said in a folded clause of something before it, and they only
    come after it: "the salt does not evaporate" beside "the water evaporates and leaves the salt"."""
    told = terms(clause)
    before = set(told[: told.index(scope[0])])
    return bool(before) and before.isdisjoint(named) and before.isdisjoint(scope)


_ONLY_THOUGHT = expression(
    r"\b(?:thinks?|thought|believes?|assum\w+|suppos\w+|myth|looks?|seems?|appears?|instead|rather|than|but|yet|though|actually|really|at first)\b|以为|看[起上似]|误|假设|但|其实|实际|可是|却"
)
"""Who says it so may go on to say what is so."""


def _affirms(folded: str, reference: Expected) -> int | None:
    """The clause that denies of the same subject what a folded one affirms."""
    if negations(folded) or _NOT_SURELY.search(folded):
        return None
    told = frozenset(terms(folded))
    for number, denied in reference.denied:
        if denied <= told and not told.isdisjoint(reference.clauses[number].affirmed):
            return number
    return None


_OPPOSITES = """
lifo fifo
ascending descending
synchronous\\w* asynchronous\\w*
faster|speed(?:s|ed|ing)?[\\s-]up|quicker slower|slow(?:s|ed|ing)?[\\s-]down
stateful stateless
single[\\s-]thread(?:ed)? (?:multi-?|many\\s|several\\s|multiple\\s)threads?(?:ed)?
(?<!a)symmetric\\w* asymmetric\\w*
static dynamic\\w*
mutable immutable
ordered unordered
signed unsigned
public private
horizontal\\w* vertical\\w*
encrypt\\w* decrypt\\w*
keep(?:s|ing)?|kept|retains? los(?:es?|t|ing)
accept\\w* (?:reject|refus)\\w*
increas\\w* decreas\\w*
(?:allow|permit)\\w* (?:forbid|prohibit)\\w*
compile-?time run-?time
先进先出 后进先出
升序 降序
深 浅
大于(?=[\\d零一二三四五六七八九十](?!个)) 小于(?=[\\d零一二三四五六七八九十](?!个))
(?:越来)?越大 (?:越来)?越小
接受 拒绝
允许 禁止
增加|变大|变长 减少|变小|变短
(?<!异)同步 异步
有序 无序
静态 动态
(?<!不)可变 不可变
有状态 无状态
单线程|一个线程 多线程|很多线程|多个线程|好几个线程
(?<!非)对称加密|(?<!非)对称密钥 非对称
公[有钥] 私[有钥]
水平 垂直
加快|变快|更快 减慢|变慢|更慢
读取|读操作 写入|写操作
加密 解密
编译时 运行时
"""[1:-1]
"""Pairs of words (as regular expressions) of which one cannot stand for the other. Not those that a
description may turn around as a whole ("from the left", "the largest first", "B is larger than A")."""


@lru_cache(maxsize=1)
def _opposites() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple(
        (_pattern(left), _pattern(right)) for left, right in map(str.split, _OPPOSITES.splitlines())
    )


def _pattern(word: str) -> re.Pattern[str]:
    return re.compile(word if is_han(word) else rf"\b(?:{word})\b")


@lru_cache(maxsize=8_192)
def _sides(folded: str) -> frozenset[re.Pattern[str]]:
    """The words of `_opposites` that a clause has."""
    return frozenset(side for pair in _opposites() for side in pair if side.search(folded))


def _opposes(folded: str, reference: Expected) -> int | None:
    """The clause that says of the same thing the opposite, or another order of growth.

    The same thing: the clause has more words of it than any that agrees, and half of them at least.
    """
    if negations(folded):
        return None
    if own := growths(folded):
        clauses = reference.clauses
        found = [growths(clause.folded) for clause in clauses]
        number = _nearest(
            without_growths(folded),
            clauses,
            [bool(orders & own) for orders in found],
            [bool(orders) and not orders & own for orders in found],
        )
        if number is not None:
            return number
    told = _sides(folded)
    if not told:
        return None
    clauses = reference.clauses
    sides = [_sides(clause.folded) for clause in clauses]
    for pair in _opposites():
        for this, other in (pair, pair[::-1]):
            if this in told and other not in told:
                number = _nearest(
                    this.sub(" ", folded),
                    clauses,
                    [this in side for side in sides],
                    [other in side and this not in side for side in sides],
                )
                if number is not None:
                    return number
    return None


def _nearest(
    folded: str, clauses: Sequence[Clause], agree: Sequence[bool], oppose: Sequence[bool]
) -> int | None:
    """The number of the opposing clause that has most of the rest of a text."""
    rest = {term for term in terms(folded) if weight(term) >= SPECIFIC} if any(oppose) else ()
    said_of_it = _PRONOUN.search(folded) and not specific(rest)
    if said_of_it and any(oppose) and not any(agree):
        return list(oppose).index(True)  # "It has many threads": of what was asked.
    if not rest:
        return None
    common = [len(clause.known.intersection(rest)) for clause in clauses]
    best = max((n for n, agrees in zip(common, agree, strict=True) if agrees), default=0)
    number = max(range(len(clauses)), key=lambda i: (oppose[i], common[i], -i))
    return number if common[number] > best and 2 * common[number] >= len(rest) else None
