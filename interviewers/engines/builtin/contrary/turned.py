"""Sentences that turn a statement of a reference around: what it affirms, they deny, or the other way round."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from itertools import pairwise
from math import fsum, inf
from typing import Protocol

from interviewers.engines.builtin.contrary.contradiction import Clause
from interviewers.engines.builtin.contrary.negation import (
    CLAUSE,
    MODAL_HAN,
    OTHERWISE,
    PARTS,
    SUPPOSES,
    denies_outright,
    disbelieves,
    negations,
    polarity,
    polarity_of,
    supposed,
)
from interviewers.engines.builtin.reading.text import Segment, Term, specific, terms, weight
from interviewgpt.expressions import expression

__all__ = ["Statement", "turned_statements"]

MOST_OF_STATEMENT = 0.6
"""The share of the weight of a statement that has to be said, to be agreed with or denied."""
TURNED = 0.34
VERBATIM = 0.9
TURNED_VERBATIM = 0.1
"""How much of a statement has to be there, and of that turned around, to be its denial; who says
nearly all of it in the reference's words denies it with a small word in a late place too."""

_CONTRASTS = expression(
    r"(?:,|\band) (?:and )?not\b|\bnot\b[^,;]*,? but\b|\b(?:instead of|rather than|unlike)\b|不是|而[不非]|并非"
)
"""What says of two things that it is one of them and not the other."""
AGREED = 2
"""A clause that says at least so many terms as they are expected tells the other case of a condition."""
_DENIED_CONDITION = expression(
    rf"(?:{SUPPOSES.pattern})[^,，;；:：.。]*(?:n't\b|\b(?:not|no|never|without)\b|[不没未无])|[缺少没](?:了|掉)"
)
"""A condition that is a lack of something."""
_ONLY = expression(
    r"\bonly (?:if|when|while|after)\b|\b(?:unless|must|as long as)\b|才|除非|必须|只有|只要"
)
"""What says that without a condition it is not so."""
_NEGATES = expression(rf"{MODAL_HAN.pattern}|^[a-z']+")
"""The word that negates, with the modal verb behind it."""


class Statement:
    """A sentence of a reference: what it affirms or denies, what it ``supposes``, and what that weighs there."""

    __slots__ = ("contrasts", "only", "parts", "polarity", "supposed", "supposes", "weight")

    def __init__(self, segment: Segment, weights: Mapping[Term, float]) -> None:
        self.polarity = polarity(segment)
        self.weight = fsum(weights.get(term, 0.0) for term in self.polarity)
        self.contrasts = bool(_CONTRASTS.search(segment.folded))
        self.supposes = bool(SUPPOSES.search(segment.folded))
        self.supposed = supposed(segment.folded)
        self.only = bool(_ONLY.search(segment.folded))
        self.parts = _parts(segment.folded)


def _parts(folded: str) -> list[tuple[frozenset[Term], int]]:
    """The terms of the parts of a folded sentence, and how often each negates."""
    return [(frozenset(terms(part)), len(negations(part))) for part in PARTS.split(folded)]


class Expected(Protocol):
    """What an answer is held beside: its statements, its `stances`, and what its terms weigh."""

    weights: Mapping[Term, float]

    @property
    def statements(self) -> Sequence[Statement]: ...

    @property
    def stances(self) -> Set[tuple[Term, bool]]: ...

    @property
    def clauses(self) -> Sequence[Clause]: ...


def _told_of_other_case(clauses: Sequence[str], expected: Set[tuple[Term, bool]]) -> set[Term]:
    """What several of some clauses speak of, and one affirms that tells a condition as it is ``expected``:
    "when it isn't closed it is dark, when it is closed it lights"."""
    apart = [polarity_of(clause) for clause in clauses]
    told = Counter(term for read in apart for term in read)
    return {
        term
        for clause, read in zip(clauses, apart, strict=True)
        if SUPPOSES.search(clause) and len(expected & read.items()) >= AGREED
        for term, affirmed in read.items()
        if affirmed and told[term] > 1
    }


def _of_another(clauses: Sequence[str], reference: Expected) -> set[Term]:
    """What some clauses deny of something else than the reference says it of: of another thing ("UDP doesn't
    keep the order" beside "TCP keeps the order, UDP is faster"), or of what is done to it ("you can't jump to
    an element" beside "you reach an element by the links")."""
    told: set[Term] = set()
    everywhere = {term for clause in reference.clauses for term in clause.own}
    subject: frozenset[Term] = frozenset()
    for clause in clauses:
        places = negations(clause)
        before = terms(clause[: (*places, None)[0]])
        if before:  # Else it is of what was spoken of.
            subject = specific(before) & everywhere
        known = subject if any(subject <= c.told_of for c in reference.clauses) else set()
        for start, end in pairwise((*places, len(clause))):
            scope = terms(_NEGATES.sub("", clause[start:end], count=1))
            if scope and everywhere.isdisjoint((scope[0], *terms(clause[start:end])[:1])):
                told.update(scope)
            for term in scope if known else ():
                holders = [c for c in reference.clauses if term in c.affirmed]
                if holders and not any(known <= c.told_of for c in holders):
                    told.add(term)
    return told


_GOES_ON = expression(
    r"(?:and )?(?:so|thus|hence|therefore|and|then|which)\b|所以|因此|于是|那么|从而"
)
_SPEAKER = expression(r"\b(?:i|we|my|our)\b|我")


def _with_what_follows(
    clauses: Sequence[str], own: Mapping[Term, bool], expected: Set[tuple[Term, bool]]
) -> Mapping[Term, bool]:
    """How a sentence is read that does not believe what is ``expected``, and draws on it: "I don't believe that it
    is hashed, so the bucket is found" denies both. What the speaker does about it is their own ("so I …")."""
    disbelieved = [n for n, clause in enumerate(clauses) if disbelieves(clause)]
    if not disbelieved:
        return own
    first = disbelieved[0]
    denied = [t for t in terms(clauses[first]) if not own.get(t, True) and weight(t) >= 1.0]
    if sum((term, True) in expected for term in denied) * 2 <= len(denied):
        return own
    result = dict(own)
    for clause in clauses[first + 1 :]:
        if not _GOES_ON.match(clause) or _SPEAKER.search(clause):
            break
        result |= {term: not affirmed for term, affirmed in polarity_of(clause).items()}
    return result


def turned_statements(
    segment: Segment,
    own: Mapping[Term, bool],
    said: Set[tuple[Term, bool]],
    reference: Expected,
) -> list[int]:
    """The numbers of the statements that a sentence (``segment``), read as ``own``, turns around.

    It has to say most of the statement, and of the terms they share a third or more have to stand
    on the other side of a negation than anywhere in the reference. ``said`` are the
    stances of the whole answer: who affirms a thing elsewhere does not deny it.
    """
    expected, weights = reference.stances, reference.weights
    clauses = [clause.strip() for clause in CLAUSE.split(segment.folded)[::2]]
    own = _with_what_follows(clauses, own, expected)
    against = {
        term
        for term, affirmed in own.items()
        if (term, not affirmed) in expected
        and (term, affirmed) not in expected
        and (term, not affirmed) not in said
    }
    if not against:
        return []
    # "That is false: …" denies what a reference says with all its negations.
    outright = own != polarity(segment) or any(map(denies_outright, clauses))
    conditions = supposed(segment.folded)
    unless = bool(_DENIED_CONDITION.search(segment.folded))
    if unless:
        against -= {t for t in _told_of_other_case(clauses, expected) if not own.get(t, True)}
    if not outright:
        against -= _of_another(clauses, reference) - conditions
    denied = [term in weights for term, affirmed in own.items() if not affirmed]
    if not against or (denied and 2 * sum(denied) <= len(denied)):
        # Half of what is denied is nothing that the reference speaks of: "but not the return type".
        return []
    # A long sentence may be denied piece by piece.
    whole = outright and not any(own.values())
    most = fsum(map(weight, own)) if whole else inf
    otherwise = OTHERWISE.search(segment.folded)
    turned: list[int] = []
    for number, statement in enumerate(reference.statements):
        overlap = fsum(weights.get(term, 0.0) for term in statement.polarity if term in own)
        if not overlap or overlap < MOST_OF_STATEMENT * min(statement.weight, most):
            continue
        verbatim = overlap >= VERBATIM * statement.weight
        needed = TURNED_VERBATIM if verbatim else TURNED
        turns = {term for term in statement.polarity if term in against}
        if otherwise:
            # "Do not do it, otherwise it breaks" says that if one does it breaks.
            turns -= statement.supposed
        # What the question has too weighs little, but it may be what is denied.
        shared = fsum(weight(term) for term in statement.polarity if term in own)
        if (
            max(
                fsum(weights.get(term, 0.0) for term in turns) / overlap,
                fsum(map(weight, turns)) / shared if verbatim and shared else 0.0,
            )
            < needed
        ):
            continue
        if outright or statement.contrasts:
            turned.append(number)
            continue
        supposes = conditions | statement.supposed
        if not _moves_a_no(segment.folded, own, turns, statement) and not (
            _tells_other_case(own, statement, supposes)
            or (unless and statement.supposes and not (verbatim or any(own[t] for t in turns)))
        ):
            turned.append(number)
    return turned


def _moves_a_no(
    folded: str, own: Mapping[Term, bool], turns: Set[Term], statement: Statement
) -> bool:
    """Whether a negation only stands in another place of a part: "in it there is no lamp", "the lamp is not in it"."""
    for part, count in _parts(folded):
        if len({own[term] for term in turns if term in part}) > 1:
            _, there = max(statement.parts, key=lambda told: len(told[0] & part))
            if (count - there) % 2 == 0:
                return True
    return False


def _tells_other_case(own: Mapping[Term, bool], statement: Statement, supposes: Set[Term]) -> bool:
    """Whether a condition is turned around and what follows from it too, or something else follows:
    "while it is in use it is not freed" beside "it is freed when it is not in use"."""
    differ = {t for t, affirmed in statement.polarity.items() if own.get(t, affirmed) != affirmed}
    conditions = differ & supposes
    follows = statement.polarity.keys() - supposes
    if not conditions:
        return False
    if conditions == differ:
        return bool(follows) and follows.isdisjoint(own)
    with_it, apart = set[Term](), set[Term]()
    for part, _ in statement.parts:
        (apart if part.isdisjoint(conditions) else with_it).update(part)
    beside = (follows & with_it) - apart
    if beside and beside.isdisjoint(differ):
        return False
    return statement.only or len({own[term] for term in differ}) > 1
