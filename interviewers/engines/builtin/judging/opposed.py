"""The parts of an answer that contradict references. Pure."""

from __future__ import annotations

from collections.abc import Sequence, Set

from interviewers.engines.builtin.contrary import contradiction
from interviewers.engines.builtin.expected.matching import Reference
from interviewers.engines.builtin.reading.text import Segment, Term

__all__ = ["denied_share", "opposed_clauses"]


def opposed_clauses(
    segment: Segment, said: Set[tuple[Term, bool]], references: Sequence[Reference]
) -> list[tuple[int, int, int, int]]:
    """The clauses of a sentence that contradict every reference: number of a reference, start and end of the
    clause, number of the clause there."""
    found = [contradiction.contradicted(segment, said, reference) for reference in references]
    if not found or not all(found):
        return []
    return [(0, *clause) for clause in found[0]]


def denied_share(
    turned: Set[tuple[int, int]], clauses: Set[tuple[int, int]], references: Sequence[Reference]
) -> float:
    """The largest share of a reference that is contradicted, 0-1."""
    shares = [0.0]
    for number, reference in enumerate(references):
        weight = sum(reference.statements[s].weight for ref, s in turned if ref == number)
        weight += sum(reference.clauses[c].weight for ref, c in clauses if ref == number)
        shares.append(min(1.0, weight / reference.total) if weight else 0.0)
    return max(shares)
