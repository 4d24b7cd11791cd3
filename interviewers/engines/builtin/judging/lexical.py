"""The built-in assessor: one answer against scoring points or reference texts, without a model.

The path is the same for both: text that speaks to the grader is cut out, the rest is split into sentences,
each sentence gets a credit (0-1), the credited sentences give the coverage (0-1), and `scoring` turns that
into a score (0-100), about oneself together with how concretely it is told. Length by itself earns nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import zip_longest

from interviewers.engines.base import AnswerFlag, Cue, ScoringPoint
from interviewers.engines.builtin.contrary import contradiction, negation
from interviewers.engines.builtin.contrary.at_odds import at_odds
from interviewers.engines.builtin.contrary.denial import affirmed
from interviewers.engines.builtin.contrary.turned import turned_statements
from interviewers.engines.builtin.expected import order
from interviewers.engines.builtin.expected.bounds import without_points
from interviewers.engines.builtin.expected.calibration import (
    BARE,
    BELOW_LEVEL_2,
    BELOW_LEVEL_3,
    BESIDE,
    CUE_BONUS,
    HEARD,
    OF_ONESELF,
    REPEATED,
    level_of,
)
from interviewers.engines.builtin.expected.matching import Sentence
from interviewers.engines.builtin.expected.naming import asks_for_names
from interviewers.engines.builtin.expected.order import Order
from interviewers.engines.builtin.expected.points import MADE
from interviewers.engines.builtin.expected.reach import by_points
from interviewers.engines.builtin.expected.replies import Probe
from interviewers.engines.builtin.expected.shares import by_reference
from interviewers.engines.builtin.judging.astray import is_beside, is_talk, speaks_of_trade
from interviewers.engines.builtin.judging.case import Case, case_of
from interviewers.engines.builtin.judging.evidence import evidence_of, nearness, verbatim
from interviewers.engines.builtin.judging.named import renamed, restored
from interviewers.engines.builtin.judging.opposed import denied_share, opposed_clauses
from interviewers.engines.builtin.judging.recital import recital
from interviewers.engines.builtin.judging.rows import rows
from interviewers.engines.builtin.judging.said import said_in
from interviewers.engines.builtin.judging.scoring import as_told, scored, touched, traces_of
from interviewers.engines.builtin.judging.telling import telling
from interviewers.engines.builtin.judging.torn import is_note, is_torn
from interviewers.engines.builtin.reading.known import Known
from interviewers.engines.builtin.reading.lead_ins import without_lead_ins
from interviewers.engines.builtin.reading.standing import taken_back
from interviewers.engines.builtin.reading.tables import without_tables
from interviewers.engines.builtin.reading.text import (
    Segment,
    Term,
    atoms,
    fold,
    spans,
    terms,
)
from interviewers.engines.builtin.sifting import guards
from interviewers.engines.builtin.sifting.relevance import bearing_on
from interviewers.engines.builtin.sifting.simile import explains_by_likeness
from interviewers.engines.builtin.stories.cues import find_cues
from interviewers.engines.builtin.stories.personal import is_elsewhere
from interviewers.engines.builtin.stories.themes import asks_for_story

__all__ = ["Judgement", "judge", "sentences_of"]

LISTED_CREDIT, SHUFFLED_CREDIT = 0.2, 0.15
"""The factors, 0-1, for a list of terms, and for words of the reference in an order that is no sentence."""
NAMED_CREDIT = 0.45
"""The same for a list where there are points: naming what a point is about does not make it."""
MOSTLY_DENIED = 0.5
"""An answer is flagged as negated from this share of what it names on."""
DENIED_OF_ANOTHER = 0.1
"""The least share, 0-1, that counts as denied where the reference is somebody else's story or motives: what
is not so with this candidate is an answer."""
DENIED_BY_CHANCE = 0.07
"""The same for other references: less may be denied in passing."""
HELD_WRONG = 0.25
"""The least share of a reference that is lost if one thing of it is the wrong way round."""
SPECIFIC = frozenset({Cue.NUMBER, Cue.RESULT, Cue.TRADE_OFF, Cue.EXAMPLE})


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
    prepared = case.references
    sentences, written = list[Sentence](), list[Sentence]()
    asked_for: list[Probe] = []
    flags: set[AnswerFlag] = set()
    denied = 0.0
    of_self = case.of_self or asks_for_story(question)
    own = of_self and not points
    of_matter = not (points or of_self)
    forged = answered = once = False
    answers = tuple(
        without_tables(without_lead_ins(text)) if of_matter else text
        for text in (_BLANKS.sub(lambda run: run.group()[:BLANKS], t) for t in (*earlier, answer))
    )
    for said, probe in zip_longest(answers, probes, fillvalue=("", "")):
        text = str(said)
        examined = _examined if len(text) <= REMEMBERED else _examined.__wrapped__
        current, named, found_flags, denied = examined(text, case)
        sentences, written = [*sentences, *current], [*written, *named]
        asked_for += [probe] * len(current)
        flags = set(found_flags)
        if answered:
            flags.discard(AnswerFlag.OFF_TOPIC)  # what was said before it is to the question
        answered = answered or (bool(current) and AnswerFlag.OFF_TOPIC not in flags)
        forged = forged or AnswerFlag.FORGED in flags
    if forged:
        flags.add(AnswerFlag.FORGED)
    if points:
        reach = by_points(points, question, prepared, sentences, language, asked_for)
        denied = max(denied, reach.misheld)
        # One sentence against oneself costs its own point and half a point, not the rest.
        once = of_self and 0.0 < reach.misheld * len(points) < 1.5
        denied = 0.5 * denied if once else denied
        flags |= {AnswerFlag.NEGATED} if reach.against else set()
    else:
        reach = by_reference(prepared, question, sentences, language, case.known)
    found = [sentence.segment for sentence in sentences]
    least = DENIED_OF_ANOTHER if own else 0.0 if points else DENIED_BY_CHANCE
    denied_share = reach.denied if reach.denied >= least else 0.0
    if denied_share and denied_share >= MOSTLY_DENIED * (denied_share + reach.coverage):
        flags.add(AnswerFlag.NEGATED)
    elif not (points and (reach.covered or reach.accounted)) and (
        _is_off_topic(found, question, reach.plain, case.known)
        or (reach.plain < guards.CHANCE and _says_nothing(found, references, question))
    ):
        flags.add(AnswerFlag.OFF_TOPIC)
    score, unheard, capped = 0.0, False, False
    if sentences and AnswerFlag.OFF_TOPIC not in flags:
        reached = reach.coverage / reach.plain if reach.plain else 1.0
        if not (points or denied_share) and all(s.credit >= 1.0 for s in sentences):
            reached = 1.0
        soundness = (1.0 - denied) * reached
        kept = 1.0 - denied
        score = scored(reach, with_points=bool(points), kept=kept, soundness=soundness)
        if points and not (reach.covered or reach.accounted):  # No point made.
            traces = traces_of(reach)
            score = min(touched(traces, found) * kept, BELOW_LEVEL_2)
            unheard = traces < HEARD
            opposed = AnswerFlag.NEGATED in flags
            if reach.oneself and reach.coverage and (once or not opposed):
                worth = OF_ONESELF * soundness * (1.0 - reach.misheld)
                score, unheard = max(score, worth), False
            if not (traces or opposed):
                flags.add(AnswerFlag.OFF_TOPIC)
        elif points:
            score += CUE_BONUS * _specific(sentences, reach.worth, language)
            capped = level_of(reach.highest) < level_of(score)
            score = min(reach.highest, score)
            score = min(score, BELOW_LEVEL_3) if reach.strays else score
        elif (
            reach.strays
            or is_beside(found, flags, question, case.known)
            or is_talk(
                found,
                answers,
                case.wording,
                case.known.topic,
                forged=forged,
                coverage=reach.coverage,
                length=reach.length,
            )
        ):
            score = min(score, BELOW_LEVEL_2)
        elif guards.is_bare(found):
            score = min(score, BARE)
        if own:
            score = min(score, without_points(found, question, personal=case.known.personal))
        if reach.concrete is not None and not unheard and AnswerFlag.OFF_TOPIC not in flags:
            against = reach.against or AnswerFlag.NEGATED in flags
            score = as_told(score, reach.concrete * soundness, against, reach.strays)
        if AnswerFlag.REPETITION in flags:
            score *= REPEATED
    if AnswerFlag.OFF_TOPIC in flags and not (points or _says_nothing(found, references, question)):
        score = BESIDE
    score = round(score, 1)
    # Whoever says the contrary has the words of a reference, but not what it says.
    contrary = AnswerFlag.NEGATED in flags and not points and score <= BELOW_LEVEL_2
    gone = taken_back(answers) if score else ()
    evidence = evidence_of(written, reach.shown or reach.worth, prepared, gone) if score else ""
    if reach.accounted and score and not evidence:
        evidence = evidence_of(written, nearness(sentences, prepared), prepared, gone)
    return Judgement(
        level=level_of(score),
        score=score,
        evidence=verbatim(evidence, (*earlier, answer)),
        covered=() if contrary else reach.covered,
        missing=(*reach.covered, *reach.missing) if contrary else reach.missing,
        flags=tuple(flag for flag in AnswerFlag if flag in flags),
        coverage=round(reach.coverage * (1.0 - denied), 4),
        unheard=unheard or score < HEARD,
        capped=capped,
    )


BLANKS = 8
"""At most this many blanks in a row are kept: patterns that may begin at each of them take quadratic time."""
_BLANKS = re.compile(rf"\s{{{BLANKS + 1},}}")
REMEMBERED = 2_000
"""Characters of the longest answer whose examination is cached for the next answer to the same question."""
_Examined = tuple[tuple[Sentence, ...], tuple[Sentence, ...], frozenset[AnswerFlag], float]


@lru_cache(maxsize=512)
def _examined(text: str, case: Case) -> _Examined:
    """What `_examine` finds in one answer: the sentences with other names, and with their own."""
    told, names = renamed(text, case.matter)
    sentences, flags, denied = _examine(told, case)
    return tuple(sentences), restored(sentences, names), frozenset(flags), denied


def sentences_of(text: str, case: Case) -> Sequence[Sentence]:
    """The sentences of one answer with their credits, 0-1, as they are held against the points."""
    return _examined(text, case)[1]


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


def _examine(text: str, case: Case) -> tuple[list[Sentence], set[AnswerFlag], float]:
    """The credited sentences of one answer, its flags, and the share of the reference it denies."""
    question, references = case.question, case.references
    known, phrases = case.known, case.phrases
    strict = phrases is None  # Without points.
    story = asks_for_story(question)  # whose reference is somebody else's
    alone = strict and not story
    speech = said_in(text, case, story=story)
    flags = {AnswerFlag.FORGED} if speech.accused else set[AnswerFlag]()
    around = text.replace(question, " ") if strict and speech.forged and question else text
    if around != text or speech.rest is not None:
        # Nothing is said by the question in the middle of talk about it.
        rest = around if speech.rest is None or around != text else speech.rest
        clean = _examine(rest, case)
        return clean[0], clean[1] | flags, clean[2]
    found, honest = speech.found, speech.honest
    # Of all that was said: what is no answer may be told in hesitation, and twice.
    if guards.is_repetition(found or ()):
        flags.add(AnswerFlag.REPETITION)
    if guards.is_filler(fold(honest)):
        flags.add(AnswerFlag.FILLER)
    orders = [reference.order for reference in references] or [Order("")]
    own = [s for s in found or () if any(order.is_made_of(s.atoms, known) for known in orders)]
    if found is not None and strict and not story:
        found, whole = speech.salvaged(case)
        found, flag = bearing_on(
            honest, found, question, known, whole=whole, said=speech.text, forged=speech.forged
        )
        honest = "\n".join(segment.text for segment in found)
    else:
        empty = speech.forged or not terms(fold(speech.text))
        found, flag = telling(found, honest, question, known, empty)
    if flag is not None:
        return [Sentence(s, 0.0, s) for s in found], flags | {flag}, 0.0
    words = [word for segment in own for word in segment.atoms]
    mixed = order.shuffles_any(words, "\n".join(segment.folded for segment in own), orders)
    sentences: list[Sentence] = []
    turned: set[tuple[int, int]] = set()
    clauses: set[tuple[int, int]] = set()
    points: set[int] = set()
    named = strict and any(asks_for_names(question, reference.text) for reference in references)
    matter = frozenset().union(*(expected.content for expected in orders))
    torn = alone and not (named or mixed) and any(is_torn(found, one) for one in orders)
    listing = rows(found, matter)
    if alone and not any(listing):
        named = named or any(is_note(found, one) for one in orders)
    listed = [
        torn or (not named and order.is_keyword_list(one, order.closest(one, orders), row=row))
        for one, row in zip(found, listing, strict=True)
    ]
    told = recital(found, phrases, listed) if phrases else None
    if told:
        found = tuple(run for run, _ in told.runs)
        listed = [recites for _, recites in told.runs]
    if told.whole if told else any(listed):
        flags.add(AnswerFlag.KEYWORD_LIST)

    def excused() -> Set[Term]:
        return case.excused

    readings = negation.readings(found)
    said = negation.stances(readings)
    texts = [] if story else [ref.text for ref in references]
    lone = strict and not known.personal
    swapped = at_odds(found, question, texts, alone=lone, text=speech.honest)
    for segment, reading, row, swaps in zip(found, readings, listed, swapped, strict=True):
        credit = 1.0
        if row:
            credit = NAMED_CREDIT if phrases else LISTED_CREDIT
        elif (mixed and segment in own) or order.shuffles_any(
            segment.atoms, segment.folded, orders
        ):
            flags.add(AnswerFlag.SHUFFLED)
            credit = SHUFFLED_CREDIT
        against = [
            (number, statement)
            for number, ref in enumerate(references)
            for statement in turned_statements(segment, reading, said, ref)
        ]
        if against or swaps:
            flags.add(AnswerFlag.NEGATED)
            turned.update(against)
            credit = 0.0
        # Beside points a clause that opposes one of the reference is mostly somebody's own case.
        opposed = (
            opposed_clauses(segment, said, references) if alone and not (against or swaps) else []
        )
        misheld = case.misheld(segment)
        points.update(number for number, _ in misheld)
        if not (opposed or misheld):
            sentences.append(Sentence(segment, credit, affirmed(segment, excused, strict=strict)))
            continue
        flags.add(AnswerFlag.NEGATED)
        sentences += [
            Sentence(part, credit if sound else 0.0, affirmed(part, excused, strict=strict))
            for part, sound in contradiction.parts(
                segment, [*(found[1:3] for found in opposed), *(span for _, span in misheld)]
            )
        ]
        clauses.update((number, clause) for number, _, _, clause in opposed)
    denied = denied_share(turned, clauses, references)
    if strict and any(swapped):
        denied = max(denied, HELD_WRONG)
    if points:
        sentences = [replace(sentence, misheld=points) for sentence in sentences]
    return sentences, flags, max(denied, len(points) / max(1, case.points))


def _specific(sentences: Sequence[Sentence], worth: Sequence[float], language: str) -> int:
    """How many kinds of specifics (`SPECIFIC`) the sentences have that make a point."""
    found: set[Cue] = set()
    for sentence, value in zip(sentences, worth, strict=True):
        if value >= MADE and sentence.credit >= 1.0:
            found |= find_cues(sentence.segment.folded, language)
    return len(found & SPECIFIC)
