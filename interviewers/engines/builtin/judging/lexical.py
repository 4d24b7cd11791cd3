"""The built-in assessor: one answer against scoring points or reference texts, without a model.

The path is the same for both: text that speaks to the grader is cut out, the rest is split into sentences,
each sentence gets a credit (0-1, `credit`), the credited sentences give the coverage (0-1, `Reach`), and `scoring`
turns that into a score (0-100), about oneself together with how concretely it is told. Length by itself earns
nothing.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from interviewers.engines.base import AnswerFlag, QuestionSpec, ScoringPoint
from interviewers.engines.builtin.expected.bounds import without_points
from interviewers.engines.builtin.expected.calibration import (
    BARE,
    BELOW_LEVEL_2,
    BESIDE,
    HEARD,
    REPEATED,
    level_of,
)
from interviewers.engines.builtin.expected.matching import Sentence
from interviewers.engines.builtin.expected.reach import Reach, by_points
from interviewers.engines.builtin.expected.replies import Probe
from interviewers.engines.builtin.expected.shares import by_reference
from interviewers.engines.builtin.judging.astray import is_beside, is_talk, speaks_of_trade
from interviewers.engines.builtin.judging.case import Case, case_of
from interviewers.engines.builtin.judging.credit import examined
from interviewers.engines.builtin.judging.evidence import evidence_of, nearness, verbatim
from interviewers.engines.builtin.judging.scoring import (
    as_told,
    scored,
    specifics,
    traces_of,
    untold,
)
from interviewers.engines.builtin.reading.around import without_remarks
from interviewers.engines.builtin.reading.known import Known
from interviewers.engines.builtin.reading.lead_ins import without_lead_ins
from interviewers.engines.builtin.reading.standing import taken_back
from interviewers.engines.builtin.reading.tables import without_tables
from interviewers.engines.builtin.reading.text import Segment, atoms, fold, spans, terms
from interviewers.engines.builtin.sifting import guards
from interviewers.engines.builtin.sifting.simile import explains_by_likeness
from interviewers.engines.builtin.stories.personal import is_elsewhere
from interviewers.engines.builtin.stories.themes import asks_for_story
from interviewgpt.expressions import expression

__all__ = ["Judgement", "judge", "judge_thread"]

MOSTLY_DENIED = 0.5
"""An answer is flagged as negated from this share of what it names on."""
DENIED_OF_ANOTHER = 0.1
"""The least share, 0-1, that counts as denied where the reference is somebody else's story or motives: what
is not so with this candidate is an answer."""
DENIED_BY_CHANCE = 0.07
"""The same for other references: less may be denied in passing."""
BLANKS = 8
"""At most this many blanks in a row are kept: patterns that may begin at each of them take quadratic time."""
_BLANKS = expression(rf"\s{{{BLANKS + 1},}}")


@dataclass(frozen=True, slots=True)
class Judgement:
    """What an answer is worth, and why.

    ``level`` 1-5 follows from ``score`` (0-100, one decimal) by `calibration.LEVEL_FLOORS`. ``evidence`` is a
    verbatim piece of an answer, at most 120 characters, or "" if nothing supports a judgement. ``covered`` and
    ``missing`` (largest gap first) are keys of scoring points, or short phrases of the reference where there
    are none. ``coverage`` is 0-1. ``unheard`` is whether nothing of what was asked was recognised, ``capped``
    whether so little is told of the points that it takes a level (see `bounds`).
    """

    level: int
    score: float
    evidence: str
    covered: tuple[str, ...]
    missing: tuple[str, ...]
    flags: tuple[AnswerFlag, ...]
    coverage: float
    unheard: bool
    capped: bool = False


def judge_thread(
    spec: QuestionSpec, language: str, texts: Sequence[str], probes: tuple[Probe, ...] = ()
) -> Judgement:
    """Judge everything said on a planned question: ``texts`` are the answers, at least one, the earliest first."""
    *earlier, answer = texts
    return judge(
        question=spec.text,
        references=(spec.reference,),
        answer=answer,
        language=language,
        points=spec.points,
        earlier=tuple(earlier),
        probes=probes,
    )


def judge(
    *,
    question: str,
    references: tuple[str, ...],
    answer: str,
    language: str,
    points: tuple[ScoringPoint, ...] = (),
    earlier: tuple[str, ...] = (),
    probes: tuple[Probe, ...] = (),
) -> Judgement:
    """Judge ``answer`` together with the ``earlier`` answers to the same question; ``probes`` are the
    follow-ups that each replies to.

    With ``points`` their coverage decides, otherwise that of the best of ``references``. Flags
    speak of ``answer``, but forged and off-topic of everything said, as the score does.
    """
    case = case_of(question, references, points)
    of_self = case.of_self or asks_for_story(question)
    answers = _readable((*earlier, answer), case.known, of_matter=not (points or of_self))
    told = _told(answers, probes, case)
    found, denied = [sentence.segment for sentence in told.sentences], told.denied
    once = False
    if points:
        reach = by_points(
            points, question, case.references, told.sentences, language, told.asked_for
        )
        denied = max(denied, reach.misheld)
        # One sentence against oneself costs its own point and half a point, not the rest.
        once = of_self and 0.0 < reach.misheld * len(points) < 1.5
        denied = 0.5 * denied if once else denied
    else:
        reach = by_reference(case.references, question, told.sentences, language, case.known)
    least = 0.0 if points else DENIED_OF_ANOTHER if of_self else DENIED_BY_CHANCE
    lost = reach.denied if reach.denied >= least else 0.0
    flags = told.flags | ({AnswerFlag.NEGATED} if reach.against else frozenset())
    if lost and lost >= MOSTLY_DENIED * (lost + reach.coverage):
        flags |= {AnswerFlag.NEGATED}
    elif not (points and reach.makes_any) and (
        _is_off_topic(found, question, reach.plain, case.known)
        or (reach.plain < guards.CHANCE and _says_nothing(found, references, question))
    ):
        flags |= {AnswerFlag.OFF_TOPIC}
    score, unheard, capped = 0.0, False, False
    if found and AnswerFlag.OFF_TOPIC not in flags:
        kept = 1.0 - denied
        reached = reach.coverage / reach.plain if reach.plain else 1.0
        if not (points or lost) and all(s.credit >= 1.0 for s in told.sentences):
            reached = 1.0
        soundness = kept * reached
        score = scored(reach, with_points=bool(points), kept=kept, soundness=soundness)
        opposed = AnswerFlag.NEGATED in flags
        if not points:
            score = _beside_reference(score, reach, found, answers, flags, case)
            if of_self:
                most = without_points(found, question, personal=case.known.personal)
                score = min(score, most)
        elif reach.makes_any:
            score += specifics(told.sentences, reach.worth, language)
            capped = level_of(reach.highest) < level_of(score)
            score = as_told(min(reach.highest, score), reach, soundness, against=opposed)
        else:
            excused = once or not opposed
            score, unheard = untold(reach, found, kept, soundness, excused=excused)
            if not (traces_of(reach) or opposed):
                flags |= {AnswerFlag.OFF_TOPIC}
            elif not unheard:
                score = as_told(score, reach, soundness, against=opposed)
        if AnswerFlag.REPETITION in flags:
            score *= REPEATED
    if AnswerFlag.OFF_TOPIC in flags and not (points or _says_nothing(found, references, question)):
        score = BESIDE
    score = round(score, 1)
    # Whoever says the contrary has the words of a reference, but not what it says.
    contrary = AnswerFlag.NEGATED in flags and not points and score <= BELOW_LEVEL_2
    return Judgement(
        level=level_of(score),
        score=score,
        evidence=verbatim(_quote(told, reach, answers, case), (*earlier, answer)) if score else "",
        covered=() if contrary else reach.covered,
        missing=(*reach.covered, *reach.missing) if contrary else reach.missing,
        flags=tuple(flag for flag in AnswerFlag if flag in flags),
        coverage=round(reach.coverage * (1.0 - denied), 4),
        unheard=unheard or score < HEARD,
        capped=capped,
    )


def _readable(answers: Sequence[str], known: Known, *, of_matter: bool) -> tuple[str, ...]:
    """Answers as they are read: without remarks on the answering; without lead-ins and tables where a question is
    ``of_matter`` (not of the person) and has no points."""
    short = (_BLANKS.sub(lambda run: run.group()[:BLANKS], text) for text in answers)
    plain = (without_remarks(text, known.tells) for text in short)
    return tuple(without_tables(without_lead_ins(text)) if of_matter else text for text in plain)


@dataclass(frozen=True, slots=True)
class _Told:
    """The sentences of all answers to a question with their credits (``written`` and ``denied`` as in
    `credit.Examined`), and what each replies to. ``flags`` and ``denied`` are of the last answer, but for
    forged and off-topic ones."""

    sentences: Sequence[Sentence]
    written: Sequence[Sentence]
    asked_for: Sequence[Probe]
    flags: frozenset[AnswerFlag]
    denied: float


def _told(answers: Sequence[str], probes: Sequence[Probe], case: Case) -> _Told:
    read = [examined(text, case) for text in answers]
    unprobed = [("", "")] * (len(answers) - len(probes))
    flags = set(read[-1].flags)
    # What is said once to the question keeps the rest to it.
    if any(one.sentences and AnswerFlag.OFF_TOPIC not in one.flags for one in read[:-1]):
        flags.discard(AnswerFlag.OFF_TOPIC)
    if any(AnswerFlag.FORGED in one.flags for one in read):
        flags.add(AnswerFlag.FORGED)
    return _Told(
        [sentence for one in read for sentence in one.sentences],
        [sentence for one in read for sentence in one.written],
        [p for one, p in zip(read, (*probes, *unprobed), strict=True) for _ in one.sentences],
        frozenset(flags),
        read[-1].denied,
    )


def _beside_reference(
    score: float,
    reach: Reach,
    found: Sequence[Segment],
    answers: Sequence[str],
    flags: Set[AnswerFlag],
    case: Case,
) -> float:
    """The score, 0-100, beside a reference alone, of what may be something else than an answer."""
    if (
        reach.strays
        or is_beside(found, flags, case.question, case.known)
        or is_talk(
            found,
            answers,
            case.wording,
            case.known.topic,
            forged=AnswerFlag.FORGED in flags,
            coverage=reach.coverage,
            length=reach.length,
        )
    ):
        return min(score, BELOW_LEVEL_2)
    return min(score, BARE) if guards.is_bare(found) else score


def _quote(told: _Told, reach: Reach, answers: Sequence[str], case: Case) -> str:
    """The piece of the answers that shows most of what is expected, and was not taken back; "" for none."""
    gone = taken_back(answers)
    quote = evidence_of(told.written, reach.shown or reach.worth, case.references, gone)
    if reach.accounted and not quote:
        near = nearness(told.sentences, case.references)
        return evidence_of(told.written, near, case.references, gone)
    return quote


@lru_cache(maxsize=512)
def _atoms_of(references: tuple[str, ...]) -> frozenset[str]:
    return frozenset(atom for reference in references for atom in atoms(fold(reference)))


def _is_off_topic(found: Sequence[Segment], question: str, coverage: float, known: Known) -> bool:
    if (known.personal and not is_elsewhere(found)) or explains_by_likeness(found, question, known):
        return False
    return guards.is_off_topic(found, question, coverage) and not _touches(found, known)


def _touches(found: Sequence[Segment], known: Known) -> bool:
    """Whether a clause by itself says something expected, or there are many technical words."""
    if speaks_of_trade(found) and not known.personal:
        return True
    clauses = (s.text[a:b] for s in found for a, b in spans(s.text, clauses=True))
    return any(known.in_terms(terms(fold(clause))) for clause in clauses)


def _says_nothing(found: Sequence[Segment], references: Sequence[str], question: str) -> bool:
    expected = _atoms_of(tuple(references))
    return all(guards.is_contentless(segment.folded, expected, question) for segment in found)
