"""Sentences of an answer that come near to a point that was not recognised. Pure.

A point is recognised by its wordings. A sentence with some of its words, and of no other point, may make it in
other words. That proves nothing and earns nothing, but the report does not say flatly that the point is missing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from interviewers.engines.base import AnswerFlag, AssessedItem, QuestionSpec
from interviewers.engines.builtin.expected.cued import asked_by, tells
from interviewers.engines.builtin.expected.likelihood import likelihoods
from interviewers.engines.builtin.expected.matching import Sentence
from interviewers.engines.builtin.expected.points import Point, prepare_point
from interviewers.engines.builtin.judging.case import case_of
from interviewers.engines.builtin.judging.credit import sentences_of
from interviewers.engines.builtin.judging.evidence import shows_little, verbatim
from interviewers.engines.builtin.judging.misplaced import is_misplaced
from interviewers.engines.builtin.reading.standing import taken_back, what_stands
from interviewers.engines.builtin.reading.text import Term, fold, script_of, spans, terms
from interviewers.engines.builtin.reporting.own_sentences import UNUSABLE
from interviewers.engines.builtin.speaking.invited import THEIR_QUESTIONS
from interviewgpt.expressions import expression

__all__ = ["near_misses", "near_misses_of", "unplaced"]

LIKELY = 0.3
"""From this likelihood on, 0-1, a sentence comes near to a point it does not make."""
TOLD, TERMS, EACH = 2.1, 2, 0.3
"""A sentence also comes near with several terms that each tell at least this much of the point alone."""
DENSE = 0.15
"""What the terms of a sentence tell of a point on average, at least, where no point was made."""
MUCH = 1.5
"""The factor for such a sentence."""
LONGEST = 90
"""Characters of the longest quote."""
SUBSTANTIAL = {"zh": 14, "en": 40}
"""Characters of the shortest sentence that can be quoted."""
_UNUSABLE = UNUSABLE | {AnswerFlag.FORGED}


def near_misses_of(item: AssessedItem) -> Mapping[str, str]:
    """The quotes that come near, by the text of the missing point of an assessed item."""
    if item.spec is None:
        return {}
    keys = {point.key for point in item.spec.points if point.text in item.missing}
    names = {point.key: point.text for point in item.spec.points}
    found = near_misses(item.spec, item.answers, keys, item.flags)
    return {names[key]: quote for key, quote in found.items()}


def near_misses(
    spec: QuestionSpec,
    answers: Sequence[str],
    missing: Collection[str],
    flags: Collection[AnswerFlag] = (),
) -> Mapping[str, str]:
    """Per key of a ``missing`` point the verbatim quote of at most `LONGEST` characters that comes nearest
    to it, where one comes near, in the order of the points. A sentence is the nearest to one of all points, and
    to another, or to one that is missing beside one that it makes, if it comes much nearer than it has to."""
    if not missing or not _UNUSABLE.isdisjoint(flags):
        return {}
    if len(missing) == len(spec.points) and any(is_misplaced(spec, text) for text in answers):
        return {}  # what was meant for another question comes near to this one by chance
    return _near_misses(spec, tuple(answers), frozenset(missing))


@lru_cache(maxsize=256)
def _near_misses(
    spec: QuestionSpec, answers: tuple[str, ...], missing: frozenset[str]
) -> Mapping[str, str]:
    """Cached: the conductor, the reason, the steps and the example ask for the same answer."""
    case = case_of(spec.text, (spec.reference,), spec.points)
    stands = what_stands(answers)
    sentences = [s for text in stands for s in sentences_of(text, case) if s.credit >= 1.0]
    points = [prepare_point(point, spec.text) for point in spec.points]
    shared = Counter(term for point in points for term in point.tells)
    likely = likelihoods(points, sentences)
    bare = len(missing) == len(points)
    near = [
        [
            _nearness(point, sentence, value, shared, bare=bare)
            for point, value in zip(points, row, strict=True)
        ]
        for sentence, row in zip(sentences, likely, strict=True)
    ]
    keys = [point.key for point in spec.points]
    made = [
        max((v for v, k in zip(row, keys, strict=True) if k not in missing), default=0.0)
        for row in near
    ]
    ranked = sorted(
        (-value, number, place)
        for place, row in enumerate(near)
        for number, value in enumerate(row)
        if keys[number] in missing and value >= 1.0
    )
    found: dict[int, str] = {}
    used: set[int] = set()
    for value, number, place in ranked:
        taken = place in used or made[place] > -value
        if number in found or (taken and -value < MUCH):
            continue
        quote = verbatim(_cut(sentences[place].segment.text, points[number], shared), answers)
        if quote:
            found[number] = quote
            used.add(place)
    return MappingProxyType({keys[number]: found[number] for number in sorted(found)})


def unplaced(spec: QuestionSpec, answers: Sequence[str], flags: Collection[AnswerFlag] = ()) -> str:
    """The longest sentence of the first answer, as a verbatim quote of at most `LONGEST` characters, that comes
    near to no point of a question, "" for none, and for a story, which is told in everyday words anyway. What is
    said to a follow-up belongs to that."""
    if not _UNUSABLE.isdisjoint(flags) or spec.wants_story or spec.topic == THEIR_QUESTIONS:
        return ""
    case = case_of(spec.text, (spec.reference,), spec.points)
    sentences = [s for text in answers[:1] for s in sentences_of(text, case) if s.credit >= 1.0]
    points = [prepare_point(point, spec.text) for point in spec.points]
    asked = [asked_by(point, spec.text) for point in spec.points]
    found, gone = "", taken_back(answers)
    for sentence, row in zip(sentences, likelihoods(points, sentences), strict=True):
        text = sentence.segment.text.strip()
        language = script_of(text)
        if max(row, default=0.0) >= LIKELY or shows_little(sentence.segment.folded):
            continue
        if any(text in one for one in gone):
            continue
        if any(text + mark in answer for answer in answers for mark in "?？"):
            continue  # What is asked of the panel was meant for no point.
        if any(tells(one, sentence.said, language) for one in asked):
            continue
        if _OF_THE_TALK.search(sentence.segment.folded):
            continue
        if SUBSTANTIAL[language] <= len(text) <= LONGEST and len(text) > len(found):
            found = verbatim(text, answers)
    return found


_OF_THE_TALK = expression(
    r"\b(?:sorry|nervous|(?:first|last) (?:real )?interview|thanks?|thank you|(?:let me|i'll|i will|i'd like to) (?:just )?(?:tell you|explain|answer|start|begin)|before (?:i answer|answering))\b|"
    "不好意思|抱歉|紧张|第一次面试|谢谢|我先(?:说|讲|想)(?:一?下|说)|让我想"
)
"""Speaks of the conversation and how it feels."""


def _nearness(
    point: Point, sentence: Sentence, likely: float, shared: Mapping[Term, int], *, bare: bool
) -> float:
    """How near a sentence comes to a point; it is near from 1 on, and without a word of the point not at all:
    beside points that were made any sentence is likely to make another. In an answer ``bare`` of any point several
    words are there by chance, where they are little of a long sentence."""
    own = _own(point, sentence.said.terms, shared)
    if max(own, default=0.0) < EACH:
        return 0.0
    several = sum(value >= EACH for value in own) >= TERMS
    several = several and (not bare or sum(own) >= DENSE * len({*sentence.said.terms}))
    return max(likely / LIKELY, sum(own) / TOLD if several else 0.0)


def _own(point: Point, said: Collection[Term], shared: Mapping[Term, int]) -> list[float]:
    """What each term tells of a point, divided by the number of points that share it."""
    return [point.tells[t] / shared[t] for t in dict.fromkeys(said) if t in point.tells]


def _cut(text: str, point: Point, shared: Mapping[Term, int]) -> str:
    """The run of clauses that tells most of a point; "" where none that is short enough tells of it."""
    if len(text) <= LONGEST:
        return text
    clauses = spans(text, clauses=True)
    best, most = "", 0.0
    for number, (start, _) in enumerate(clauses):
        for _, end in clauses[number:]:
            if end - start > LONGEST:
                break
            piece = text[start:end].strip()
            told = sum(_own(point, terms(fold(piece)), shared))
            # Of two runs that tell as much the longer one is easier to recognise.
            if told and (told > most or (told == most and len(piece) > len(best))):
                best, most = piece, told
    return best
