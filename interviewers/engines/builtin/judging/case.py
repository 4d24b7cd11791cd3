"""A question with its references and scoring points, prepared once for all of its answers (cached)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache

from interviewers.engines.base import ScoringPoint
from interviewers.engines.builtin.addressed.learnt import wording
from interviewers.engines.builtin.addressed.talk import kinds_of
from interviewers.engines.builtin.contrary import at_odds, negation
from interviewers.engines.builtin.contrary.common import believed_of
from interviewers.engines.builtin.contrary.denial import never_affirmed
from interviewers.engines.builtin.contrary.misheld import Span, Statements, misheld, statement_of
from interviewers.engines.builtin.expected.matching import prepare
from interviewers.engines.builtin.expected.points import prepare_point
from interviewers.engines.builtin.expected.synonyms import lookup_of
from interviewers.engines.builtin.judging.recital import phrases_of
from interviewers.engines.builtin.reading.known import Known
from interviewers.engines.builtin.reading.text import Segment, Term, asked, segment_of, segments
from interviewers.engines.builtin.stories.personal import asks_of_self

__all__ = ["Case", "case_of"]

BELIEVED = 4
"""Without points, this many misconceptions cost as much as the whole reference."""


class Case:
    """A question with its ``references`` and its points.

    ``known`` are the words of the question and of what is expected, ``thread`` the same without the references,
    ``phrases`` the wordings of the points (None without points), ``of_self`` whether it asks who candidates are
    and what they did (`asks_of_self`).
    """

    def __init__(
        self, question: str, references: tuple[str, ...], points: tuple[ScoringPoint, ...]
    ) -> None:
        self.question = question
        self._points = points
        self.references = [prepare(question, text) for text in references if text.strip()]
        self.phrases = phrases_of(points) if points else None
        texts = tuple(point.text for point in points)
        found = [lookup_of(texts), *(lookup_of(point.synonyms) for point in points)]
        affirmed = frozenset[Term]().union(*(wordings.affirmed for wordings in found))
        denied = frozenset[Term]().union(*(wordings.denied for wordings in found))
        self._negative = tuple(text for wordings in found for text in wordings.negative)
        self._only_denied = denied - affirmed
        self.of_self = asks_of_self(question, "\n".join(references))
        topic, every = asked(question).specific, affirmed | denied
        kinds = kinds_of("\n".join((question, *texts)))
        self.thread = Known(topic, every, kinds)
        self.known = Known(
            topic,
            every.union(*(reference.weights for reference in self.references)),
            kinds.union(*(kinds_of(text) for text in references)),
            personal=not points and self.of_self,
        )

    @cached_property
    def _contrary(self) -> Statements:
        """Common misconceptions about the points; without points, about the question's subject."""
        if not self._points:
            return () if self.known.personal else believed_of(self.question)
        told = ((n, text) for n, point in enumerate(self._points) for text in point.contrary)
        return [(number, statement_of(text)) for number, text in told]

    @cached_property
    def _expected(self) -> frozenset[int]:
        """The numbers of misconceptions that the references themselves state."""
        if self._points:
            return frozenset()
        found = (one for ref in self.references for one in segments(ref.text))
        return frozenset(n for segment in found for n, _ in misheld(segment, self._contrary))

    def misheld(self, segment: Segment) -> Sequence[tuple[int, Span]]:
        """The numbers of the points (without points: of misconceptions) about which a sentence states a common
        misconception, and where."""
        found = misheld(segment, self._contrary)
        return [one for one in found if one[0] not in self._expected] if found else found

    @property
    def points(self) -> int:
        """The number of points, or what stands for it without any."""
        return len(self._points) or BELIEVED

    def get_ready(self) -> None:
        """Compute what nearly every judgement needs."""
        for reference in self.references:
            at_odds.get_ready(self.question, reference.text)
            reference.get_ready()
        for point in self._points:
            prepare_point(point, self.question)
        _ = self.wording

    @cached_property
    def matter(self) -> str:
        """The question and everything that is expected: no word of it is taken for a person's name."""
        expected = [text for point in self._points for text in (point.text, *point.synonyms)]
        told = (self.question, *(reference.text for reference in self.references), *expected)
        return "\n".join(told)

    @cached_property
    def wording(self) -> frozenset[str]:
        """The words of the question and of what is expected, as `learnt.wording` gives them."""
        expected = [text for point in self._points for text in (point.text, *point.synonyms)]
        return wording(self.question, *(one.text for one in self.references), *expected)

    @cached_property
    def excused(self) -> frozenset[Term]:
        """The terms that are only denied in what is expected: an answer that denies them as well agrees."""
        stances = negation.stances(negation.polarity(segment_of(text)) for text in self._negative)
        stances.update(stance for reference in self.references for stance in reference.stances)
        return frozenset(
            term
            for term in never_affirmed(stances)
            if term in self._only_denied or term not in self.thread.expected
        )


@lru_cache(maxsize=512)
def case_of(question: str, references: tuple[str, ...], points: tuple[ScoringPoint, ...]) -> Case:
    return Case(question, references, points)
