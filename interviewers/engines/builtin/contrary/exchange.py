"""Swapped facts: what a reference says of one thing is said of another.

"UDP is reliable and TCP may lose packets" has every word of a right answer; what is wrong is which word
goes with which. So two clauses (or sentences) of a reference are compared with two of an answer. They are
swapped if nearly everything is said that only one of the reference's clauses has, and both clauses of the
answer consist of parts of either. Words of one's own, or something said of only one of the two, prove
nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import combinations, permutations
from math import fsum

from interviewers.engines.builtin.contrary.negation import polarity, polarity_of, stances
from interviewers.engines.builtin.reading.clauses import clauses
from interviewers.engines.builtin.reading.text import (
    Segment,
    Term,
    is_han,
    sentences_of,
    terms,
    weight,
)
from interviewgpt.expressions import expression

__all__ = ["exchanged", "known_of"]

FARTHEST = 4
"""So many clauses on may the other one stand."""
NEARLY_ALL = 0.6
"""The part of both clauses' own words that has to be said."""
MOVED = 0.8
"""What each of the parts is worth at least: a specific word or two general ones."""
LONG_LATIN, LONG_HAN = 90, 160
"""Words, or characters, from which on an answer is read by sentences alone."""
FIRST, THEN = "<first>", "<then>"
_MARKS = frozenset((FIRST, THEN))
"""What stands by these comes earlier, later."""

_EARLIER = expression(r"(?<![优首原事])先(?!进|出)|\bfirst\b(?= \w+)")
_LATER = expression(r"(?<!不)再(?!次|也)|然后|\bthen\b")
_TURN = expression(r"\b(?:after|before)\b|[之以][前后]")
_COMPARES = expression(
    r"\b(?:vs|versus|than|unlike|compared|respectively|neither|differs?|difference|instead|rather)\b|相比|不同|区别|分别|而不是|相反"
)
_POLAR = (
    frozenset(
        term
        for word in """first last left right old young new high low large small big great fast slow more less many few before after
    same different increase decrease give take input output upper lower inner outer open close start end
    快 慢 高 低 大 小 多 少 增加 减少 左 右 新 旧 先 后 读 写""".split()
        for term in terms(word)
    )
    | _MARKS
)
"""Words that everybody uses, but that tell two things apart."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """What each of two clauses has alone, and what they share."""

    left: frozenset[Term]
    right: frozenset[Term]
    shared: frozenset[Term]

    @property
    def most(self) -> float:
        """How much of it has to be said."""
        return NEARLY_ALL * _worth(self.left | self.right)


def _said(piece: str) -> frozenset[Term]:
    found = [term for term in terms(piece) if weight(term)]
    if _EARLIER.search(piece):
        found.append(FIRST)
    elif _LATER.search(piece):
        found.append(THEN)
    return frozenset(found)


def _parts(piece: str) -> list[frozenset[Term]]:
    """What a clause says; two parts where it says what comes before or after what."""
    turn = _TURN.search(piece)
    if turn is None or piece.count(turn.group()) > 1:
        return [_said(piece)]
    start, end = _said(piece[: turn.start()]), _said(piece[turn.end() :])
    # "A after B", "B之后A"
    later = turn.group() in ("after", "之前", "以前")
    marks = (THEN, FIRST) if later else (FIRST, THEN)
    return [part | {mark} for part, mark in zip((start, end), marks, strict=True) if part]


Clauses = tuple[tuple[frozenset[Term], bool], ...]


def _levels(
    found: Iterable[Segment], expected: Set[tuple[Term, bool]] = frozenset()
) -> tuple[Clauses, Clauses]:
    """Sentences, and their clauses: their terms, and whether they compare.

    What they deny and a reference (``expected``) only affirms, or the other way round, is left out.
    """
    parts = [
        (said - _unlike(polarity_of(piece), expected), bool(_COMPARES.search(piece)))
        for segment in found
        for piece in clauses(segment.folded)
        for said in _parts(piece)
        if said
    ]
    return tuple(_sentence(segment, expected) for segment in found), tuple(parts)


def _sentence(segment: Segment, expected: Set[tuple[Term, bool]]) -> tuple[frozenset[Term], bool]:
    said = frozenset(filter(weight, segment.terms))
    return said - _unlike(polarity(segment), expected), bool(_COMPARES.search(segment.folded))


def _unlike(read: Mapping[Term, bool], expected: Set[tuple[Term, bool]]) -> set[Term]:
    return {t for t, a in read.items() if (t, not a) in expected and (t, a) not in expected}


class _Known:
    """The clauses (or sentences) of a reference, a ``level`` of it: how many words each has alone, and
    which one has a word alone."""

    def __init__(self, level: Clauses, itself: Clauses) -> None:
        often = Counter(term for clause, _ in level for term in clause)
        self._level, self._itself = level, itself
        self._alone = [frozenset(term for term in c if often[term] == 1) for c, _ in level]
        self.sizes = tuple(map(len, self._alone))
        self.owner = {term: number for number, own in enumerate(self._alone) for term in own}

    @cached_property
    def pairs(self) -> Mapping[tuple[int, int], _Pair]:
        """Pairs of them. What the reference mixes itself tells nothing."""
        level, alone = self._level, self._alone
        pairs = {}
        last = len(level) - 1
        near = ((i, j) for i in range(last) for j in range(i + 1, min(i + FARTHEST, last) + 1))
        for i, j in near:
            left, right = alone[i], alone[j]
            if len(_MARKS & (left | right)) == 1:
                left, right = left - _MARKS, right - _MARKS
            if left and right and len(left | right) > 2:
                shared = level[i][0] & level[j][0]
                pairs[i, j] = _Pair(left, right, shared)
        mixed = _crossings(self.owner, pairs, self._itself)
        return {key: pair for key, pair in pairs.items() if pair not in mixed}

    def met(self, said: Iterable[Term]) -> bool:
        """Whether words are half of what two of them have alone."""
        found = Counter(self.owner[term] for term in said if term in self.owner)
        return sum(2 * count >= self.sizes[number] for number, count in found.items()) > 1


@lru_cache(maxsize=2_048)
def known_of(reference: str) -> tuple[_Known, ...]:
    """The sentences and the clauses of a reference."""
    sentences, clauses = _levels(sentences_of(reference))
    return _Known(sentences, (*sentences, *clauses)), _Known(clauses, clauses)


@lru_cache(maxsize=2_048)
def _stances_of(reference: str) -> Set[tuple[Term, bool]]:
    found = sentences_of(reference)
    read = [polarity_of(piece) for segment in found for piece in clauses(segment.folded)]
    return stances([*map(polarity, found), *read])


def exchanged(found: Sequence[Segment], references: Sequence[str]) -> list[bool]:
    """Which sentences of an answer have words that stand by the wrong ones, by every reference."""
    words = [_wrong(found, reference) for reference in references]
    if not words or not all(words):
        return [False] * len(found)
    return [any(_worth(said & wrong) >= MOVED for wrong in words) for said in map(_terms, found)]


def _terms(segment: Segment) -> frozenset[Term]:
    return frozenset(segment.terms)


def _wrong(found: Sequence[Segment], reference: str) -> frozenset[Term]:
    said = {term for segment in found for term in segment.terms}
    whole, parts = known_of(reference)
    pairs: list[_Pair] = []
    most = LONG_HAN if any(map(is_han, found[0].atoms)) else LONG_LATIN
    long = sum(len(segment.atoms) for segment in found) > most
    if not long and any(known.met(said) and known.pairs for known in (whole, parts)):
        sentences, clauses = _levels(found, _stances_of(reference))
        pairs = [
            *_crossings(whole.owner, whole.pairs, (*sentences, *clauses)),
            *_crossings(parts.owner, parts.pairs, clauses),
        ]
    elif long and whole.met(said):
        pairs = _crossings(
            whole.owner,
            whole.pairs,
            [_sentence(segment, _stances_of(reference)) for segment in found],
        )
    return frozenset(term for pair in pairs for term in pair.left | pair.right)


def _crossings(
    owner: Mapping[Term, int],
    pairs: Mapping[tuple[int, int], _Pair],
    said: Iterable[tuple[frozenset[Term], bool]],
) -> list[_Pair]:
    """The pairs that the clauses of an answer exchange."""
    every = [clause for clause, compares in said if not compares]
    meant: set[tuple[int, int]] = set()
    for clause in every:
        owners = {owner[term] for term in clause if term in owner}
        if len(owners) > 1:
            meant.update(combinations(sorted(owners), 2))
    found = []
    for key in meant & pairs.keys():
        pair = pairs[key]
        clauses = [c for c in every if not (c.isdisjoint(pair.left) and c.isdisjoint(pair.right))]
        if any(_crossed(one, other, pair) for one, other in permutations(clauses, 2)):
            found.append(pair)
    return found


def _crossed(one: Set[Term], other: Set[Term], pair: _Pair) -> bool:
    """Whether two clauses are made of parts of either of a pair, most of it in all."""
    first, second = one - other, other - one
    moved = [first & pair.right, second & pair.left]
    if min(map(_worth, moved)) < MOVED:
        return False
    kept = [first & pair.left, second & pair.right]
    if not all(kept):
        # A clause with one word of its own keeps nothing when that has moved.
        alone = len(pair.left) == 1, len(pair.right) == 1
        if not all(map(any, zip(kept, alone, strict=True))):
            return False
        if _worth(pair.shared & one & other) < MOVED:
            return False
    return max(map(_worth, kept)) >= MOVED and _worth(set().union(*kept, *moved)) >= pair.most


def _worth(words: Set[Term]) -> float:
    return fsum(1.0 if word in _POLAR else weight(word) for word in words)
