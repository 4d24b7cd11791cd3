"""The built-in assessor: an answer against reference texts or scoring points, without a model.

One path for both: forged spans are taken out, the rest is cut into sentences, the guards give each
sentence a credit, coverage is read off the credited sentences, and `calibration` turns it into a
score. Nothing here reads the length of an answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from interviewers.engines.base import AnswerFlag, ScoringPoint
from interviewers.engines.builtin import guards, matching
from interviewers.engines.builtin.calibration import calibration_of, level_of
from interviewers.engines.builtin.cues import find_cues
from interviewers.engines.builtin.forgery import strip_forged
from interviewers.engines.builtin.matching import Credits, Reference, Sentence
from interviewers.engines.builtin.text import atoms, fold, segments, spans, terms

__all__ = ["Judgement", "judge"]

EVIDENCE_LENGTH = 120
PHRASE_LENGTH = 60
COVERED = 0.5
LISTED_CREDIT = 0.3
SHUFFLED_CREDIT = 0.2
LOWEST = {AnswerFlag.EMPTY, AnswerFlag.DONT_KNOW, AnswerFlag.COPIED_QUESTION, AnswerFlag.OFF_TOPIC}


@dataclass(frozen=True, slots=True)
class Judgement:
    """What an answer is worth, and why.

    ``level`` 1-5 follows from ``score`` (0-100, one decimal) by `calibration.LEVEL_FLOORS`.
    ``evidence`` is a verbatim piece of an answer, at most 120 characters, "" when nothing in it
    supports a judgement. ``covered`` and ``missing`` (largest gap first) are keys of scoring
    points, without points short phrases of the reference. ``coverage`` is 0-1.
    """

    level: int
    score: float
    evidence: str
    covered: tuple[str, ...]
    missing: tuple[str, ...]
    flags: tuple[AnswerFlag, ...]
    coverage: float


def judge(
    *,
    question: str,
    references: tuple[str, ...],
    answer: str,
    language: str,
    points: tuple[ScoringPoint, ...] = (),
    earlier: tuple[str, ...] = (),
) -> Judgement:
    """Judge ``answer`` together with the ``earlier`` answers to the same question.

    With ``points`` their coverage decides, otherwise that of the best of ``references``. Flags
    speak of ``answer``; the score is of everything said.
    """
    prepared = [matching.prepare(question, text) for text in references if text.strip()]
    sentences: list[Sentence] = []
    flags: set[AnswerFlag] = set()
    denied = 0.0
    for text in (*earlier, answer):
        current, flags, against = _examine(text, question, prepared)
        sentences += current
        denied = max(denied, against)
    earned = Credits(sentences)
    if points:
        coverage, covered, missing, worth = _by_points(
            points, question, prepared, sentences, earned, language
        )
    else:
        coverage, covered, missing, worth = _by_reference(prepared, sentences, earned)
    coverage *= 1.0 - denied
    said = [term for sentence in sentences for term in sentence.segment.terms]
    if sentences and not (covered and points) and guards.is_off_topic(said, question, coverage):
        flags.add(AnswerFlag.OFF_TOPIC)
    score = 0.0
    if sentences and AnswerFlag.OFF_TOPIC not in flags:
        calibration = calibration_of(with_points=bool(points))
        score = round(calibration.score(coverage, soundness), 1)
        if points and not covered:
            score = min(score, NOTHING_COVERED)
    return Judgement(
        level=level_of(score),
        score=score,
        evidence=_evidence(sentences, worth, prepared),
        covered=covered,
        missing=missing,
        flags=tuple(flag for flag in AnswerFlag if flag in flags),
        coverage=round(coverage, 4),
    )


def _examine(
    text: str, question: str, references: Sequence[Reference]
) -> tuple[list[Sentence], set[AnswerFlag], float]:
    """The credited sentences of one answer, its flags, and the share of the reference it denies."""
    flags: set[AnswerFlag] = set()
    honest, forged = strip_forged(text)
    if forged:
        flags.add(AnswerFlag.FORGED)
    found = segments(honest)
    if not found:
        return [], flags | {AnswerFlag.EMPTY}, 0.0
    if guards.is_dont_know(honest, question):
        return [], flags | {AnswerFlag.DONT_KNOW}, 0.0
    if guards.copies_question(honest, question):
        return [], flags | {AnswerFlag.COPIED_QUESTION}, 0.0
    if guards.is_repetition(found):
        flags.add(AnswerFlag.REPETITION)
    if guards.is_filler(honest):
        flags.add(AnswerFlag.FILLER)
    usual = max((reference.function_share for reference in references), default=0.3)
    said = matching.stances(found)
    sentences: list[Sentence] = []
    denied = 0.0
    for segment in found:
        credit = 1.0
        if guards.is_keyword_list(segment, usual):
            flags.add(AnswerFlag.KEYWORD_LIST)
            credit = LISTED_CREDIT
        elif any(guards.is_shuffled(segment, ref.grams, ref.bag) for ref in references):
            flags.add(AnswerFlag.SHUFFLED)
            credit = SHUFFLED_CREDIT
        against = max((matching.conflict(segment, said, ref) for ref in references), default=0.0)
        if against:
            flags.add(AnswerFlag.NEGATED)
            denied = max(denied, against)
            credit = 0.0
        sentences.append(Sentence(segment, credit))
    return sentences, flags, denied


Outcome = tuple[float, tuple[str, ...], tuple[str, ...], list[float]]


def _by_reference(
    references: Sequence[Reference], sentences: Sequence[Sentence], earned: Credits
) -> Outcome:
    if not references:
        return 0.0, (), (), [0.0] * len(sentences)
    ranked = [(matching.reference_coverage(ref, earned), -i) for i, ref in enumerate(references)]
    coverage, index = max(ranked)
    best = references[-index]
    shares = [(matching.found(part, earned, best.weights), name) for name, part in best.phrases]
    gaps = sorted(
        (
            ((1 - share) * sum(best.weights.get(t, 0.0) for t in part), number)
            for number, ((share, _), (_, part)) in enumerate(zip(shares, best.phrases, strict=True))
            if share < COVERED
        ),
        key=lambda gap: (-gap[0], gap[1]),
    )
    worth = [
        s.credit * sum(best.weights.get(term, 0.0) for term in set(s.segment.terms))
        for s in sentences
    ]
    return (
        coverage,
        tuple(_short(name) for share, name in shares if share >= COVERED),
        tuple(_short(shares[number][1]) for _, number in gaps),
        worth,
    )


def _by_points(
    points: Sequence[ScoringPoint],
    question: str,
    references: Sequence[Reference],
    sentences: Sequence[Sentence],
    earned: Credits,
    language: str,
) -> Outcome:
    own = [Credits([sentence]) for sentence in sentences]
    table = [
        [
            matching.point_strength(point, question, sentence, terms_, language)
            for sentence, terms_ in zip(sentences, own, strict=True)
        ]
        for point in points
    ]
    strengths = [max(row, default=0.0) for row in table]
    coverage = sum(strengths) / len(points)
    order = sorted(range(len(points)), key=lambda i: (strengths[i], i))
    return (
        coverage,
        tuple(p.key for p, s in zip(points, strengths, strict=True) if s >= COVERED),
        tuple(points[i].key for i in order if strengths[i] < COVERED),
        [sum(row[i] for row in table) for i in range(len(sentences))],
    )


def _short(phrase: str) -> str:
    return phrase if len(phrase) <= PHRASE_LENGTH else phrase[: PHRASE_LENGTH - 1].rstrip() + "…"


def _evidence(
    sentences: Sequence[Sentence],
    worth: Sequence[float],
    earned: Credits,
    references: Sequence[Reference],
) -> str:
    """The sentence that says most, cut to its best run of clauses when it is too long."""
    if not sentences or max(worth) <= 0.0:
        return ""
    text = sentences[max(range(len(worth)), key=lambda i: (worth[i], -i))].segment.text
    if len(text) <= EVIDENCE_LENGTH:
        return text
    weights = references[0].weights if references else {}
    clauses = spans(text, clauses=True)
    best, best_worth = "", -1.0
    for i, (start, _) in enumerate(clauses):
        for _, end in clauses[i:]:
            piece = text[start:end]
            if len(piece) > EVIDENCE_LENGTH:
                piece = piece[:EVIDENCE_LENGTH].rsplit(" ", 1)[0]
            value = sum(weights.get(term, 0.1) for term in set(terms(fold(piece))))
            if value > best_worth:
                best, best_worth = piece, value
            if end - start > EVIDENCE_LENGTH:
                break
    return best
