"""How much of a reference or of the scoring points an answer says.

Coverage is recall: what else an answer says costs nothing, and saying a thing twice earns nothing.
Every sentence of the answer has a credit of 0-1 (see `Sentence`); a term counts with the best
credit of the sentences it stands in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from interviewers.engines.base import Cue, ScoringPoint
from interviewers.engines.builtin.cues import find_cues
from interviewers.engines.builtin.guards import function_share, negations
from interviewers.engines.builtin.text import (
    Segment,
    Term,
    atoms,
    fold,
    is_han,
    spans,
    terms,
    weight,
)

__all__ = [
    "Credits",
    "Reference",
    "Sentence",
    "conflict",
    "found",
    "point_strength",
    "prepare",
    "reference_coverage",
    "stances",
]

QUESTION_WEIGHT = 0.15
"""What a term is still worth when the question already names it."""
TYPO_CREDIT = 0.8
BOTH_CREDIT = 0.6
"""Both characters of a Chinese pair in the answer, not side by side."""
HALF_CREDIT = 0.25
"""One character of a Chinese pair in the answer: words of one family share one."""
RESEMBLANCE = 0.4
RESEMBLANCE_CREDIT = 0.6
"""From which overlap of letter triples two Latin stems are kin, and what full kinship earns."""
MOST_OF_STATEMENT = 0.6
TURNED = 0.34
_CONTRAST = re.compile(
    r"\bbut\b|\brather\b|\binstead\b|\bunless\b|\buntil\b|\bbecause\b|\bif\b|\bwhen\b|\bwhile\b|\bwhereas\b|而是?|但是?|反而|除非|因为"
)
_DENIAL = re.compile(
    r"\b(?:not|n't|isn't|never) (?:\w+ )?(?:true|correct|right|the case)\b|\bit is (?:false|wrong|untrue|incorrect)\b|"
    r"\b(?:false|untrue|wrong|incorrect) that\b|(?:并不是|并非|不是)(?:这样|如此|说|事实)|不(?:对|正确|成立|属实)|错误的是|(?:说法|观点)是?错"
)
_CLAUSE = re.compile(r"[,，、:：()（）]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the answer with what its matches count, 0-1, after the guards."""

    segment: Segment
    credit: float


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of a reference: its text and which of its terms it affirms or denies."""

    text: str
    polarity: Mapping[Term, bool]


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference answer, prepared once: terms with their weights, order, grammar, statements."""

    weights: Mapping[Term, float]
    total: float
    bag: frozenset[str]
    grams: frozenset[tuple[str, ...]]
    function_share: float
    statements: tuple[Statement, ...]
    stances: frozenset[tuple[Term, bool]]
    phrases: tuple[tuple[str, tuple[Term, ...]], ...]


@lru_cache(maxsize=8_192)
def polarity(folded: str) -> Mapping[Term, bool]:
    """The terms of a sentence; True where it affirms them, False in the scope of a negation.

    The scope runs from the negation to the end of its clause or to a contrast ("but", "而是"); a
    denial of the whole ("it is not true that") to the end of the sentence. Two negations cancel.
    """
    denied = False
    result: dict[Term, bool] = {}
    for clause in _CLAUSE.split(folded):
        for part_number, part in enumerate(_CONTRAST.split(clause)):
            if part_number:
                denied = False
            whole = bool(_DENIAL.search(part))
            cuts = [0, *negations(part), len(part)]
            affirmed = not denied
            for number, (start, end) in enumerate(zip(cuts, cuts[1:], strict=False)):
                affirmed = affirmed != (number > 0)
                for term in terms(part[start:end].lstrip("不没未无非并")):
                    result.setdefault(term, affirmed)
            denied = denied != whole
    return result


@lru_cache(maxsize=2_048)
def prepare(question: str, reference: str) -> Reference:
    """A reference as the assessor uses it; the question's own words weigh little."""
    folded = fold(reference)
    asked = set(terms(fold(question)))
    weights = {
        term: weight(term) * (QUESTION_WEIGHT if term in asked else 1.0)
        for term in dict.fromkeys(terms(folded))
    }
    words = atoms(folded)
    size = 3 if sum(map(is_han, words)) * 2 > len(words) else 2
    pieces = [reference[start:end] for start, end in spans(reference)]
    clauses = [reference[start:end] for start, end in spans(reference, clauses=True)]
    return Reference(
        weights=weights,
        total=sum(weights.values()),
        bag=frozenset(words),
        grams=frozenset(tuple(words[i : i + size]) for i in range(len(words) - size + 1)),
        function_share=function_share(words),
        statements=tuple(Statement(piece, polarity(fold(piece))) for piece in pieces),
        stances=frozenset(stance for p in pieces for stance in polarity(fold(p)).items()),
        phrases=tuple((clause, tuple(dict.fromkeys(terms(fold(clause))))) for clause in clauses),
    )


def stances(sentences: Iterable[Segment]) -> set[tuple[Term, bool]]:
    """Every term of some sentences with every polarity it stands in."""
    return {stance for segment in sentences for stance in polarity(segment.folded).items()}


def conflict(segment: Segment, said: Set[tuple[Term, bool]], reference: Reference) -> float:
    """The share of the reference's weight in a statement that the sentence turns around, 0-1.

    0 unless the sentence says most of that statement and, of the terms they share, a third or
    more stand on the other side of a negation than anywhere in the reference. ``said`` are the
    stances of the whole answer: who affirms a thing elsewhere does not deny it.
    """
    own, weights = polarity(segment.folded), reference.weights
    worst = 0.0
    for statement in reference.statements:
        whole = sum(weights.get(term, 0.0) for term in statement.polarity)
        shared = [term for term in statement.polarity if term in own]
        overlap = sum(weights.get(term, 0.0) for term in shared)
        if not whole or overlap < MOST_OF_STATEMENT * whole:
            continue
        against = sum(
            weights.get(term, 0.0)
            for term in shared
            if (term, own[term]) not in reference.stances and (term, not own[term]) not in said
        )
        if against >= TURNED * overlap:
            worst = max(worst, whole)
    return min(1.0, worst / reference.total) if reference.total else 0.0


class Credits:
    """The terms of an answer, each with the best credit of a sentence that says it."""

    __slots__ = ("_characters", "_latin", "exact")

    def __init__(self, sentences: Iterable[Sentence]) -> None:
        self.exact: dict[Term, float] = {}
        self._characters: dict[str, float] = {}
        for sentence in sentences:
            for term in sentence.segment.terms:
                if self.exact.get(term, -1.0) < sentence.credit:
                    self.exact[term] = sentence.credit
                    if is_han(term):
                        for char in term:
                            known = self._characters.get(char, 0.0)
                            self._characters[char] = max(known, sentence.credit)
        self._latin = [term for term in self.exact if len(term) >= 4 and not is_han(term)]

    def __getitem__(self, term: Term) -> float:
        """The credit of a term, slips of the pen allowed for."""
        credit = self.exact.get(term, 0.0)
        if credit >= 1.0 or len(term) < 5 or is_han(term):
            return credit
        near = [self.exact[other] for other in self._latin if similar(term, other)]
        return max(credit, TYPO_CREDIT * max(near, default=0.0))

    def soft(self, term: Term) -> float:
        """As above; a term that is not there earns a part for what resembles it."""
        credit = self[term]
        if credit >= 1.0 or len(term) < 2:
            return credit
        if is_han(term):
            left, right = (self._characters.get(char, 0.0) for char in term[:2])
            both = min(left, right)
            return max(credit, BOTH_CREDIT * both, HALF_CREDIT * max(left, right))
        if len(term) < 4:
            return credit
        for other in self._latin:
            likeness = resemblance(term, other)
            if likeness >= RESEMBLANCE:
                credit = max(credit, RESEMBLANCE_CREDIT * self.exact[other] * likeness)
        return credit


@lru_cache(maxsize=65_536)
def similar(left: str, right: str) -> bool:
    """Whether two stems of five or more letters differ by a slip or an ending only.

    One edit (insertion, deletion, substitution, swap of neighbours), two from nine letters on, or
    one being the beginning of the other with at most three letters more.
    """
    if left[0] != right[0]:
        return False
    short, long = sorted((left, right), key=len)
    if long.startswith(short) and len(long) - len(short) <= 3:
        return True
    allowed = 2 if len(short) >= 9 else 1
    return len(long) - len(short) <= allowed and _edits(short, long) <= allowed


@lru_cache(maxsize=65_536)
def resemblance(left: str, right: str) -> float:
    """Dice coefficient of the letter triples of two stems, their ends marked, 0-1."""
    a, b = _triples(left), _triples(right)
    return 2 * len(a & b) / (len(a) + len(b))


@lru_cache(maxsize=16_384)
def _triples(word: str) -> frozenset[str]:
    marked = f"^{word}$"
    return frozenset(marked[i : i + 3] for i in range(len(marked) - 2))


def _edits(left: str, right: str) -> int:
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, start=1):
        before, previous, row = row, before, [i]
        for j, b in enumerate(right, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, previous[j - 2] + 1)
            row.append(cost)
    return row[-1]


def reference_coverage(reference: Reference, earned: Credits) -> float:
    """The weighted share of a reference's terms that an answer says, 0-1."""
    if not reference.total:
        return 0.0
    said = sum(share * earned.soft(term) for term, share in reference.weights.items())
    return said / reference.total


def found(phrase: Sequence[Term], earned: Credits, weights: Mapping[Term, float]) -> float:
    """The weighted share of some terms of a reference that an answer says, 0-1."""
    total = sum(weights.get(term, 0.0) for term in phrase)
    if not total:
        return 0.0
    return sum(weights.get(term, 0.0) * earned.soft(term) for term in phrase) / total


@dataclass(frozen=True, slots=True)
class _Point:
    text: Mapping[Term, float]
    total: float
    synonyms: tuple[tuple[str, tuple[Term, ...]], ...]
    cue: Cue | None


@lru_cache(maxsize=4_096)
def _prepare_point(point: ScoringPoint, question: str) -> _Point:
    asked = set(terms(fold(question)))
    text = {
        term: weight(term) * (QUESTION_WEIGHT if term in asked else 1.0)
        for term in dict.fromkeys(terms(fold(point.text)))
    }
    synonyms = []
    for synonym in point.synonyms:
        folded = fold(synonym)
        synonyms.append((" ".join(atoms(folded)), tuple(dict.fromkeys(terms(folded)))))
    return _Point(text, sum(text.values()), tuple(synonyms), point.cue)


FULL_RECALL = 0.6
"""The share of a point's own wording that counts as having said it."""


def point_strength(
    point: ScoringPoint, question: str, sentence: Sentence, earned: Credits, language: str
) -> float:
    """How far one sentence makes a scoring point, 0-1 (0.5 and more: it is covered)."""
    prepared = _prepare_point(point, question)
    strength = 0.0
    if prepared.total:
        said = sum(share * earned[term] for term, share in prepared.text.items())
        strength = min(1.0, said / prepared.total / FULL_RECALL)
    hits = 0
    spaced = " ".join(sentence.segment.atoms)
    for words, phrase in prepared.synonyms:
        if f" {words} " in f" {spaced} ":
            hits += 1
        elif phrase:
            share = sum(earned[term] for term in phrase) / len(phrase)
            if share >= 0.99 * sentence.credit and sentence.credit:
                hits += 1
            elif share >= 0.6:
                strength = max(strength, 0.6 * sentence.credit)
    if hits:
        strength = max(strength, (0.85 if hits == 1 else 1.0) * sentence.credit)
    if prepared.cue is not None and prepared.cue in find_cues(sentence.segment.folded, language):
        strength = max(strength, 0.9 * sentence.credit)
    return strength
