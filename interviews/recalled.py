"""What somebody says they have told before: the answer to another question that is meant. Pure.

Who answers "I told you, the one with the double rows" has answered with what they told then. It is read
together with what they say now, and quoted from where it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from interviewers.engines.builtin.reading.text import fold, specific, terms
from interviews.checking import has_said_so, opening

__all__ = ["recalled"]

_LEAST = 2
"""Specific words that both have."""


def recalled(answers: Iterable[str], lines: Iterable[tuple[int, int, str]]) -> Mapping[int, str]:
    """The candidate's lines, by message id, on the question that the first of the ``answers`` on another one
    speaks of as told; none where it does not, or where nothing it names was told. ``lines`` are those on
    other questions: the question, the message, and what was said."""
    first = next(iter(answers), "")
    if not has_said_so(opening(first)):
        return {}
    told: dict[int, dict[int, str]] = {}
    for question, key, text in lines:
        told.setdefault(question, {})[key] = text
    named = _specific(first)
    shared = {q: len(named & _specific("\n".join(said.values()))) for q, said in told.items()}
    # Of several the last one: what was told just now is what one speaks of.
    meant = max(shared, key=lambda question: (shared[question], question), default=0)
    return told[meant] if shared.get(meant, 0) >= _LEAST else {}


def _specific(text: str) -> frozenset[str]:
    return specific(terms(fold(text)))
