"""How much of a reference an answer says: the recall of its weighted terms, 0-1.

Whatever else an answer says costs nothing, and saying a thing twice earns nothing. Every sentence has a
credit of 0-1 (see `Sentence`); a term counts with the highest credit of the sentences it occurs in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import fsum

from interviewers.engines.builtin.contrary.contradiction import Clause, clauses_of, denied_by
from interviewers.engines.builtin.contrary.negation import (
    polarity,
    readings,
    stances,
    subjects_of_denials,
)
from interviewers.engines.builtin.contrary.turned import Statement
from interviewers.engines.builtin.expected.order import Order
from interviewers.engines.builtin.reading.excerpts import excerpts
from interviewers.engines.builtin.reading.fuzzy import similar, triples
from interviewers.engines.builtin.reading.kinds import kinds_of, says_kind
from interviewers.engines.builtin.reading.text import (
    Segment,
    Term,
    asked,
    fold,
    heard,
    is_han,
    segment_of,
    sentences_of,
    spans,
    terms,
    weight,
)

__all__ = [
    "QUESTION_WEIGHT",
    "Credits",
    "Reference",
    "Sentence",
    "are_sound",
    "exact_coverage",
    "found",
    "prepare",
    "soft_coverage",
    "touches",
    "unguarded",
]

QUESTION_WEIGHT = 0.15
"""The weight of a term that the question already has, as a part of its full weight."""
TYPO_CREDIT = 0.8
"""The credit of a word with a typing error."""
BOTH_CREDIT = 0.6
"""The credit of a Chinese pair of which both characters are in the answer, not side by side."""
HALF_CREDIT = 0.25
"""The credit of a Chinese pair of which one character is in the answer: words of one family share one."""
KIND_CREDIT = 0.5
"""The credit of the kind of a thing that is only named (Redis: a key-value store)."""
TOUCHING = 0.9
"""From this weight of expected terms on a clause touches a reference; where the question is about the person it
has to be twice as much."""
MANY_CLAUSES = 80
"""Where no clause has a word of the reference, at most this many are compared with it."""
RESEMBLANCE = 0.4
RESEMBLANCE_CREDIT = 0.6
"""From this overlap of letter triples on two Latin stems are akin (the former), and the credit of full overlap
(the latter)."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the answer with its ``credit``, 0-1: what its matches count after the guards. ``said`` is
    the sentence without what it denies; only that makes a point or says a term. ``misheld`` are the numbers
    of the points about which its answer states a misconception, in whatever sentence."""

    segment: Segment
    credit: float
    said: Segment
    misheld: Set[int] = frozenset()

    @property
    def denies(self) -> bool:
        return self.said is not self.segment


def are_sound(sentences: Sequence[Sentence]) -> bool:
    """Whether all sentences count in full and deny nothing."""
    return all(sentence.credit >= 1.0 and not sentence.denies for sentence in sentences)


def unguarded(sentences: Sequence[Sentence]) -> list[Sentence]:
    """The same sentences as if all were sound and denied nothing."""
    return [Sentence(s.segment, 1.0, s.segment) for s in sentences]


class Reference:
    """A reference answer, prepared once: its ``text``, its terms with their weights, and its ``length`` in
    words that carry content, including the question's (a Chinese pair is half a word). Order, statements,
    clauses and phrases are computed when they are first asked for, because few answers deny anything."""

    def __init__(self, question: str, text: str) -> None:
        """The question's own words weigh little (`QUESTION_WEIGHT`)."""
        known = asked(question).terms
        self.text = text
        self.weights: Mapping[Term, float] = {
            term: weight(term) * (QUESTION_WEIGHT if term in known else 1.0)
            for term in dict.fromkeys(terms(fold(text)))
        }
        self.total = fsum(self.weights.values())
        self.length = fsum(weight(t) * (0.5 if is_han(t) else 1.0) for t in self.weights)

    def get_ready(self) -> None:
        """Compute what nearly every judgement needs."""
        for name in ("order", "stances", "denied"):
            getattr(self, name)

    @cached_property
    def order(self) -> Order:
        return Order(fold(self.text))

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        return tuple(Statement(sentence, self.weights) for sentence in sentences_of(self.text))

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        return clauses_of(self.text, self.weights)

    @cached_property
    def denied(self) -> tuple[tuple[int, frozenset[Term]], ...]:
        return tuple(denied_by(self))

    @cached_property
    def stances(self) -> frozenset[tuple[Term, bool]]:
        sentences = sentences_of(self.text)
        read = readings(sentences)
        found = stances(read)
        for sentence, polarities in zip(sentences, read, strict=True):
            if not all(polarities.values()):
                # A sentence may affirm in one clause what it denies in another.
                places = spans(sentence.text, clauses=True)
                clauses = (polarity(segment_of(sentence.text[a:b])) for a, b in places)
                found.update(stance for stance in stances(clauses) if stance[1])
            found.update((term, False) for term in subjects_of_denials(sentence.folded))
        return frozenset(found)

    @cached_property
    def phrases(self) -> tuple[tuple[str, tuple[Term, ...]], ...]:
        return tuple((p, tuple(dict.fromkeys(terms(fold(p))))) for p in excerpts(self.text))


@lru_cache(maxsize=2_048)
def prepare(question: str, reference: str) -> Reference:
    """The prepared reference of a question (cached)."""
    return Reference(question, reference)


_Unit = tuple[tuple[Term, ...], float]
"""The terms of a clause, and its credit."""


class Credits:
    """The terms of an answer, each with the highest credit of a sentence that says it."""

    __slots__ = ("_characters", "_postings", "_soft", "exact")

    def __init__(
        self,
        sentences: Iterable[Sentence],
        weights: Mapping[Term, float] | None = None,
        *,
        personal: bool = False,
    ) -> None:
        """With the ``weights`` of a reference, a clause without a specific word of it (or two other words)
        counts only by its specific words, once another clause has one: everything shares general words
        ("take", "time") and single characters with everything. Where no clause has one, the clause with most
        in common stands for all. Where the question is about the person (``personal``), a single word in
        common is there by chance and counts nothing, unless a sentence says much of the reference."""
        self.exact: dict[Term, float] = {}
        self._characters: dict[str, float] = {}
        self._postings: dict[str, list[Term]] | None = None
        self._soft: dict[Term, float] = {}
        sentences = list(sentences)
        units = [(part, s.credit) for s in sentences for part in _clauses(s.said)]
        if weights:
            units += [
                (tuple(kinds_of(part, weights)), KIND_CREDIT * credit)
                for part, credit in units
                if says_kind(part)
            ]
        personal = personal and not any(_says_much(s.said.terms, weights or {}) for s in sentences)
        least = 2 * TOUCHING if personal else TOUCHING
        told = [(unit, touches(unit[0], weights or {}, least)) for unit in units]
        touched = any(speaks for _, speaks in told)
        if personal and not touched:
            told = []
        elif weights and not touched and len(units) > 1:
            heard = units[:MANY_CLAUSES]
            shares = [(self._worth(unit, weights), -number) for number, unit in enumerate(heard)]
            told = [told[-max(shares)[1]]]
        self._read(told, touched=touched)

    def _read(self, told: Iterable[tuple[_Unit, bool]], *, touched: bool) -> None:
        for (said, credit), touches in told:
            partly = touched and not touches
            for term in said:
                if partly and weight(term) < 1.0:
                    continue
                known = self.exact.get(term)
                if known is None or known < credit:
                    self.exact[term] = credit
                    if is_han(term) and not partly:
                        for char in term:
                            best = max(self._characters.get(char, 0.0), credit)
                            self._characters[char] = best

    def _worth(self, unit: _Unit, weights: Mapping[Term, float]) -> float:
        alone = Credits(())
        alone._read([(unit, False)], touched=False)
        return fsum(share * alone.soft(term) for term, share in weights.items())

    def soft(self, term: Term) -> float:
        """The credit of a term, 0-1; a term that does not occur earns a part for a similar one."""
        known = self._soft.get(term)
        if known is None:
            known = self._soft[term] = self._softly(term)
        return known

    def _softly(self, term: Term) -> float:
        credit = self.exact.get(term, 0.0)
        if credit >= 1.0 or len(term) < 2:
            return credit
        if is_han(term):
            left, right = (self._characters.get(char, 0.0) for char in term[:2])
            both = min(left, right)
            return max(credit, BOTH_CREDIT * both, HALF_CREDIT * max(left, right))
        return self._resembling(term, credit) if len(term) >= 4 else credit

    def _resembling(self, term: Term, credit: float) -> float:
        if self._postings is None:
            self._postings = {}
            for other in self.exact:
                if len(other) >= 4 and not is_han(other):
                    for triple in triples(other):
                        self._postings.setdefault(triple, []).append(other)
        own = triples(term)
        postings = self._postings
        shared: dict[Term, int] = {}
        for triple in own:
            for other in postings.get(triple, ()):
                shared[other] = shared.get(other, 0) + 1
        for other, count in shared.items():
            likeness = 2 * count / (len(own) + len(triples(other)))
            if similar(term, other):
                credit = max(credit, TYPO_CREDIT * self.exact[other])
            elif likeness >= RESEMBLANCE:
                credit = max(credit, RESEMBLANCE_CREDIT * likeness * self.exact[other])
        return credit


@lru_cache(maxsize=4_096)
def _clauses(segment: Segment) -> tuple[tuple[Term, ...], ...]:
    """The terms of each clause of a sentence."""
    places = spans(segment.text, clauses=True)
    if len(places) < 2:
        return (segment.terms,)
    found = (terms(heard(segment.text[start : end + 1])) for start, end in places)  # "sort of,"
    return tuple(tuple(clause) for clause in found if clause)


MUCH = 0.4
"""Nobody says this share of a short reference by chance."""


def _says_much(said: Sequence[Term], weights: Mapping[Term, float]) -> bool:
    common = fsum(weights[term] for term in set(said) if term in weights)
    return common >= MUCH * fsum(weights.values()) > 0.0


def touches(clause: Sequence[Term], weights: Mapping[Term, float], least: float = TOUCHING) -> bool:
    """Whether a clause has a specific word of a reference, or two of any kind; so many at ``least``."""
    common = {term for term in clause if term in weights}
    # A set has any order, and a sum of floats depends on it.
    return fsum(weights[term] for term in common) >= least


def soft_coverage(reference: Reference, earned: Credits) -> float:
    """The weighted share of a reference's terms that an answer says, 0-1, similar terms included."""
    if not reference.total:
        return 0.0
    said = fsum(share * earned.soft(term) for term, share in reference.weights.items())
    return said / reference.total


def exact_coverage(reference: Reference, earned: Credits) -> float:
    """The weighted share of a reference's terms that an answer says, 0-1."""
    if not reference.total:
        return 0.0
    said = fsum(share * earned.exact.get(term, 0.0) for term, share in reference.weights.items())
    return said / reference.total


def found(phrase: Sequence[Term], earned: Credits, weights: Mapping[Term, float]) -> float:
    """The weighted share of some terms of a reference that an answer says, 0-1."""
    total = fsum(weights.get(term, 0.0) for term in phrase)
    if not total:
        return 0.0
    return fsum(weights.get(term, 0.0) * earned.soft(term) for term in phrase) / total
