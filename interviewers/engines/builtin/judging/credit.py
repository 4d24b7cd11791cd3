"""A credit, 0-1, for every sentence of one answer, before any is held against what is expected.

Talk to the grader is cut out first. A sound sentence has 1, a list of terms or shuffled words have less, and what
contradicts a reference or states a misconception has nothing.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from interviewers.engines.base import AnswerFlag
from interviewers.engines.builtin.contrary import contradiction, negation
from interviewers.engines.builtin.contrary.at_odds import at_odds
from interviewers.engines.builtin.contrary.denial import affirmed
from interviewers.engines.builtin.contrary.turned import turned_statements
from interviewers.engines.builtin.expected import order
from interviewers.engines.builtin.expected.matching import Sentence
from interviewers.engines.builtin.expected.naming import asks_for_names
from interviewers.engines.builtin.expected.order import Order
from interviewers.engines.builtin.judging.case import Case
from interviewers.engines.builtin.judging.named import renamed, restored
from interviewers.engines.builtin.judging.opposed import denied_share, opposed_clauses
from interviewers.engines.builtin.judging.recital import recital
from interviewers.engines.builtin.judging.rows import rows
from interviewers.engines.builtin.judging.said import Said, said_in
from interviewers.engines.builtin.judging.telling import telling
from interviewers.engines.builtin.judging.torn import is_note, is_torn
from interviewers.engines.builtin.reading.text import Segment, Term, fold, terms
from interviewers.engines.builtin.sifting import guards
from interviewers.engines.builtin.sifting.relevance import bearing_on
from interviewers.engines.builtin.stories.themes import asks_for_story

__all__ = ["Examined", "examined", "sentences_of"]

LISTED_CREDIT, SHUFFLED_CREDIT = 0.2, 0.15
"""The credits of a list of terms, and of words of the reference in an order that is no sentence."""
NAMED_CREDIT = 0.45
"""The same for a list where there are points: naming what a point is about does not make it."""
HELD_WRONG = 0.25
"""The least share of a reference that is lost if one thing of it is the wrong way round."""
REMEMBERED = 2_000
"""Characters of the longest answer whose examination is cached for the next answer to the same question."""


class Examined(NamedTuple):
    """One answer by itself. ``sentences`` have the names by which the reference knows things, ``written`` are the
    same as they were said. ``denied`` is the share, 0-1, of the reference (of the points: of those with a
    misconception stated about them) that the answer contradicts."""

    sentences: tuple[Sentence, ...]
    written: tuple[Sentence, ...]
    flags: frozenset[AnswerFlag]
    denied: float


def examined(text: str, case: Case) -> Examined:
    """The sentences of one answer with their credits, and what there is against it; cached."""
    read = _examined if len(text) <= REMEMBERED else _examined.__wrapped__
    return read(text, case)


def sentences_of(text: str, case: Case) -> Sequence[Sentence]:
    """The sentences of one answer with their credits, as they were said."""
    return _examined(text, case).written


@lru_cache(maxsize=512)
def _examined(text: str, case: Case) -> Examined:
    told, names = renamed(text, case.matter)
    sentences, flags, denied = _examine(told, case)
    return Examined(tuple(sentences), restored(sentences, names), frozenset(flags), denied)


def _examine(text: str, case: Case) -> tuple[Sequence[Sentence], set[AnswerFlag], float]:
    """The credited sentences of one answer, its flags, and the share of the reference it denies."""
    question, strict = case.question, case.phrases is None
    story = asks_for_story(question)  # whose reference is somebody else's
    speech = said_in(text, case, story=story)
    flags = {AnswerFlag.FORGED} if speech.accused else set[AnswerFlag]()
    around = text.replace(question, " ") if strict and speech.forged and question else text
    if around != text or speech.rest is not None:
        # Nothing is said by the question in the middle of talk about it.
        rest = around if speech.rest is None or around != text else speech.rest
        sentences, found_flags, denied = _examine(rest, case)
        return sentences, found_flags | flags, denied
    # Of all that was said: what is no answer may be told in hesitation, and twice.
    if guards.is_repetition(speech.found or ()):
        flags.add(AnswerFlag.REPETITION)
    if guards.is_filler(fold(speech.honest)):
        flags.add(AnswerFlag.FILLER)
    found, nothing = _answering(speech, case, alone=strict and not story)
    if nothing is not None:
        return [Sentence(s, 0.0, s) for s in found], flags | {nothing}, 0.0
    sentences, found_flags, denied = _credited(found, speech, case, alone=strict and not story)
    return sentences, found_flags | flags, denied


def _answering(
    speech: Said, case: Case, *, alone: bool
) -> tuple[tuple[Segment, ...], AnswerFlag | None]:
    """The sentences that may answer the question, and the flag if nothing does. ``alone`` is whether a reference
    decides by itself: then they have to bear on the question."""
    if alone and speech.found is not None:
        found, whole = speech.salvaged(case)
        return bearing_on(
            speech.honest,
            found,
            case.question,
            case.known,
            whole=whole,
            said=speech.text,
            forged=speech.forged,
        )
    empty = speech.forged or not terms(fold(speech.text))
    return telling(speech.found, speech.honest, case.question, case.known, empty)


def _credited(
    found: tuple[Segment, ...], speech: Said, case: Case, *, alone: bool
) -> tuple[Sequence[Sentence], set[AnswerFlag], float]:
    """Sentences that may answer the question with their credits, flags and the share of the reference denied.
    ``alone`` is as in `_answering`."""
    references, strict = case.references, case.phrases is None
    orders = [reference.order for reference in references] or [Order("")]
    own = [s for s in speech.found or () if any(order.is_made_of(s.atoms, one) for one in orders)]
    words = [word for segment in own for word in segment.atoms]
    mixed = order.shuffles_any(words, "\n".join(segment.folded for segment in own), orders)
    found, listed, whole = _listed(found, orders, case, alone=alone, mixed=mixed)
    flags = {AnswerFlag.KEYWORD_LIST} if whole else set[AnswerFlag]()

    def excused() -> Set[Term]:
        return case.excused

    readings = negation.readings(found)
    stances = negation.stances(readings)
    texts = [] if asks_for_story(case.question) else [reference.text for reference in references]
    lone = strict and not case.known.personal
    swapped = at_odds(found, case.question, texts, alone=lone, text=speech.honest)
    sentences: list[Sentence] = []
    turned: set[tuple[int, int]] = set()
    clauses: set[tuple[int, int]] = set()
    points: set[int] = set()
    for segment, reading, row, swaps in zip(found, readings, listed, swapped, strict=True):
        credit = 1.0
        if row:
            credit = NAMED_CREDIT if case.phrases else LISTED_CREDIT
        elif (mixed and segment in own) or order.shuffles_any(
            segment.atoms, segment.folded, orders
        ):
            flags.add(AnswerFlag.SHUFFLED)
            credit = SHUFFLED_CREDIT
        against = [
            (number, statement)
            for number, reference in enumerate(references)
            for statement in turned_statements(segment, reading, stances, reference)
        ]
        if against or swaps:
            flags.add(AnswerFlag.NEGATED)
            turned.update(against)
            credit = 0.0
        # Beside points a clause that opposes one of the reference is mostly somebody's own case.
        opposed = (
            opposed_clauses(segment, stances, references)
            if alone and not (against or swaps)
            else []
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
                segment, [*(clause[1:3] for clause in opposed), *(span for _, span in misheld)]
            )
        ]
        clauses.update((number, clause) for number, _, _, clause in opposed)
    denied = denied_share(turned, clauses, references)
    if strict and any(swapped):
        denied = max(denied, HELD_WRONG)
    if points:
        sentences = [replace(sentence, misheld=points) for sentence in sentences]
    return sentences, flags, max(denied, len(points) / max(1, case.points))


def _listed(
    found: tuple[Segment, ...], orders: Sequence[Order], case: Case, *, alone: bool, mixed: bool
) -> tuple[tuple[Segment, ...], Sequence[bool], bool]:
    """The sentences, beside points cut where they begin to recite them; which of them are lists of terms; and
    whether that is all there is to say of the answer. ``mixed`` is whether its words are shuffled."""
    named = case.phrases is None and any(
        asks_for_names(case.question, reference.text) for reference in case.references
    )
    matter = frozenset[str]().union(*(expected.content for expected in orders))
    torn = alone and not (named or mixed) and any(is_torn(found, one) for one in orders)
    listing = rows(found, matter)
    if alone and not any(listing):
        named = named or any(is_note(found, one) for one in orders)
    listed = [
        torn or (not named and order.is_keyword_list(one, order.closest(one, orders), row=row))
        for one, row in zip(found, listing, strict=True)
    ]
    told = recital(found, case.phrases, listed) if case.phrases else None
    if told is None:
        return found, listed, any(listed)
    return tuple(run for run, _ in told.runs), [recites for _, recites in told.runs], told.whole
