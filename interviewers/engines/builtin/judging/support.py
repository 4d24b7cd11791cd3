"""Whether a quote has anything to do with the scoring point it is said to prove. Checks a model's quotes.

Generous: a content word or a synonym of the point is enough, or a word of what the reference says about it,
or its cue. It finds unrelated quotes; it does not tell good answers from bad ones.
"""

from __future__ import annotations

from functools import lru_cache

from interviewers.engines.base import QuestionSpec, ScoringPoint
from interviewers.engines.builtin.expected.points import MADE, by_cue, by_words, prepare_point
from interviewers.engines.builtin.expected.synonyms import phrase_of
from interviewers.engines.builtin.reading.technical import distinctly_technical, rarity
from interviewers.engines.builtin.reading.text import (
    Term,
    asked,
    fold,
    segment_of,
    spans,
    specific,
    terms,
)
from interviewers.engines.builtin.stories.cues import find_cues
from interviewers.engines.builtin.stories.themes import asks_for_story

__all__ = ["leads_to", "may_tell", "supports"]

_SURE = 2
_RARE = 2.0
"""From this `rarity` on a single shared word ties a probe to a quote. "request", in one item of five, is below."""


def supports(quote: str, point: ScoringPoint, spec: QuestionSpec, language: str) -> bool:
    """Whether ``quote`` has a word of ``point``, or is told as it is to be told. Words that make
    another point of the question need more than a single word in common with this one."""
    segment = segment_of(quote)
    prepared = prepare_point(point, spec.text)
    if by_words(prepared, segment) > 0.0 or by_cue(prepared, segment, language):
        return True
    shared = len(_words(point, spec.text, spec.reference).intersection(segment.terms))
    if not 0 < shared < _SURE:
        return shared > 0
    others = (prepare_point(other, spec.text) for other in spec.points if other is not point)
    return all(by_words(other, segment) < MADE for other in others)


def may_tell(quote: str, spec: QuestionSpec, language: str) -> bool:
    """Whether ``quote`` is a part of a story where one is asked for: in everyday words it may make
    any one point."""
    cues = find_cues(segment_of(quote).folded, language)
    return bool(cues) and asks_for_story(spec.text)


def leads_to(quote: str, probe: str) -> bool:
    """Whether a probe goes on from a quote: they share a technical word that is rare enough, or several words."""
    said = set(terms(fold(quote))).intersection(terms(fold(probe)))
    shared = {term for term in specific(said) if len(term) > 1}
    telling = (term for term in shared & distinctly_technical() if rarity(term) >= _RARE)
    return len(shared) >= _SURE or any(telling)


@lru_cache(maxsize=2_048)
def _words(point: ScoringPoint, question: str, reference: str) -> frozenset[Term]:
    """Specific words that name a point and of the reference's clauses about it, less the question's."""
    prepared = prepare_point(point, question)
    texts = [point.text, *(text for text in point.synonyms if phrase_of(text).is_name)]
    for start, end in spans(reference, clauses=True):
        if by_words(prepared, segment_of(reference[start:end])) >= MADE:
            texts.append(reference[start:end])
    found = {term for text in texts for term in terms(fold(text))} - asked(question).terms
    return frozenset(term for term in specific(found) if len(term) > 1)
