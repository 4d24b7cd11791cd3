"""How concretely somebody tells of themselves, whatever the words it is told in. Pure.

Who tells of their own work uses words that no list of synonyms has. What graders see all the same is how much
of it is somebody's own, in particulars, and whether it is about what was asked. This is a straight line on these,
fitted by least squares to the grades of 924 answers to questions about oneself (``benchmarks/heard``: first, second
and fifth set; ``python benchmarks/learn_telling.py``).
"""

from __future__ import annotations

from collections.abc import Sequence

from interviewers.engines.builtin.expected.particulars import particulars

__all__ = ["concreteness"]

LEAST, PER_PARTICULAR, ON_TOPIC = 4.0, 2.3, 31.5
"""Points (of 100): of any answer, for each particular, and for being on the topic."""
MOST_PARTICULARS = 25.0
"""More of them add nothing."""
AGAINST, MISHELD = 16.5, 11.0
"""What it takes to tell of bad conduct, and to state a misconception."""


def concreteness(
    sentences: Sequence[str],
    question: str,
    amount: float,
    topic: float,
    *,
    against: bool,
    misheld: bool,
) -> float:
    """The score, 0-100, of folded sentences by how concretely they tell. ``amount`` is how much of them belongs to
    what is told, in words (`amount.amount_told`): more particulars than that are beside it. ``topic`` is how far
    they are about the question, 0-1."""
    counted = min(MOST_PARTICULARS, amount, particulars(tuple(sentences), question))
    told = LEAST + PER_PARTICULAR * counted + ON_TOPIC * topic
    return min(100.0, max(0.0, told - AGAINST * against - MISHELD * misheld))
