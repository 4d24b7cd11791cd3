"""Replies to a follow-up about a scoring point: whoever is asked for one thing names it shortly.

"How long did it take?" - "I saw it at three, and told my lead ten minutes later." The probe has said what the reply is
about; so less of the point's vocabulary shows that it makes the point than in an answer to the question.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from interviewers.engines.base import Exchange, QuestionSpec, ScoringPoint
from interviewers.engines.builtin.matching import Sentence
from interviewers.engines.builtin.text import Term, asked, fold, terms, weight

__all__ = ["REPLIED", "Probe", "probes_of", "replies"]

REPLIED = 0.6
"""What a point is worth that a reply to its own follow-up speaks of."""
SHARED = 2
"""So many specific words of a point has such a reply, besides those of the question and the follow-up."""

Probe = tuple[str, str]
"""A scoring point's key and the text that asks for it; both "" where an answer replies to none."""


def probes_of(exchange: Exchange, spec: QuestionSpec) -> tuple[Probe, ...]:
    """What each answer of an exchange, the earlier ones first, replies to; () where that is not known."""
    if len(exchange.prompts) != len(exchange.earlier):
        return ()
    return (("", ""), *(_probe(prompt, exchange.question, spec) for prompt in exchange.prompts))


def _probe(prompt: str, question: QuestionSpec, spec: QuestionSpec) -> Probe:
    for follow_up in (*question.follow_ups, *spec.follow_ups):
        if follow_up.text in prompt:
            return follow_up.point, prompt
    return "", ""


def replies(
    points: Sequence[ScoringPoint],
    question: str,
    sentences: Sequence[Sentence],
    asked_for: Sequence[Probe],
) -> Iterator[tuple[int, int]]:
    """Which sentence speaks of which point, by their numbers, where ``asked_for`` has for every sentence
    what it replies to. Sentences that are not sound or deny something speak of none."""
    for number, point in enumerate(points):
        best: set[Term] = set()
        place = -1
        together: set[Term] = set()
        for i, (sentence, (key, probe)) in enumerate(zip(sentences, asked_for, strict=True)):
            if key != point.key or sentence.credit < 1.0 or sentence.denies:
                continue
            shared = _vocabulary(point, question, probe).intersection(sentence.said.terms)
            together |= shared
            if len(shared) > len(best):
                best, place = set(shared), i
        if len(together) >= SHARED:
            yield place, number


@lru_cache(maxsize=2_048)
def _vocabulary(point: ScoringPoint, question: str, probe: str) -> frozenset[Term]:
    """The specific words of a point in all its wordings, but for those of the question and the probe."""
    said = {term for text in (point.text, *point.synonyms) for term in terms(fold(text))}
    known = asked(question).terms.union(terms(fold(probe)))
    return frozenset(term for term in said - known if weight(term) >= 1.0)
