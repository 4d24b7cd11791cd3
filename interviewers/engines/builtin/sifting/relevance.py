"""Beside a reference alone: which sentences of an answer are judged, namely those closest to the question.

An answer is worth what its best sentences say. Once one says something expected, the others count as not
said: they neither earn nor cost anything. Where none does, only what may be an answer in other words
counts, and neither small talk nor talk to the grader. So added text takes nothing away, and text that has
nothing to do with the question adds nothing.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise

from interviewers.engines.base import AnswerFlag
from interviewers.engines.builtin.addressed.about import speaks_of_answers
from interviewers.engines.builtin.addressed.field import has_none
from interviewers.engines.builtin.addressed.forgery import NEW_START
from interviewers.engines.builtin.addressed.mention import addresses
from interviewers.engines.builtin.addressed.talk import SOME, edges_of_talk, size_of, talk_worth
from interviewers.engines.builtin.contrary import negation
from interviewers.engines.builtin.reading.known import Known
from interviewers.engines.builtin.reading.text import Segment, asked, fold, segment_of, spans, terms
from interviewers.engines.builtin.sifting import guards
from interviewers.engines.builtin.sifting.asked_again import says_again
from interviewers.engines.builtin.sifting.bearing import (
    BRIEF,
    POINTS,
    TALK,
    TURNS,
    Bearing,
    bearing_of,
    is_technical,
    only_tells,
    pieces_of,
    talks,
    worth_as_talk,
)
from interviewers.engines.builtin.sifting.simile import likenesses
from interviewgpt.expressions import expression

__all__ = ["bearing_on"]

_CLAUSE = expression(r"[,，;；:：]")
SCRAP = 2.0
"""A text beside talk with fewer words than this is a scrap; two Chinese characters are one word."""


def bearing_on(
    text: str,
    found: Sequence[Segment],
    question: str,
    known: Known,
    *,
    whole: Set[str],
    said: str = "",
    forged: bool = False,
) -> tuple[tuple[Segment, ...], AnswerFlag | None]:
    """The sentences ``found`` in a text that are closest to the question, and a flag if they are no answer. An
    explanation by analogy is an answer in whatever words.

    ``whole`` are the sentences that nothing was taken out of; scraps of the others may belong to what was.
    Beside talk (``forged``, or some in everything ``said``) a word or two are a scrap as well.
    """
    kept, flag = _best_of(text, found, question, known, whole, said, forged=forged)
    if flag in {AnswerFlag.OFF_TOPIC, AnswerFlag.DONT_KNOW} and not forged:
        likened = likenesses(found, question, known)
        return (likened, None) if likened else (kept, flag)
    return kept, flag


def _best_of(
    text: str,
    found: Sequence[Segment],
    question: str,
    known: Known,
    whole: Set[str],
    said: str,
    *,
    forged: bool,
) -> tuple[tuple[Segment, ...], AnswerFlag | None]:
    """The sentences that share most with what is expected. One that says "I don't know", or repeats the
    question, has to say something else that is expected, for anything could stand in its place."""
    resigns = any(
        guards.gives_up(fold(piece), question) and not addresses(piece) for piece in pieces_of(text)
    )
    copied = {s.text for s in found if guards.copies_question(s.folded, question)}
    folded = fold(text)
    copies = bool(copied) or guards.copies_question(folded, question)
    if resigns and guards.is_dont_know(folded, question):
        return (), AnswerFlag.DONT_KNOW
    if copies and says_again(folded, question):
        return (), AnswerFlag.COPIED_QUESTION
    rest = [
        segment
        for segment in found
        if segment.text not in copied
        and not guards.is_dont_know(segment.folded, question)
        and not guards.is_evasion(segment.folded)
    ]
    if copies:
        words = asked(question).terms
        rest = [segment for segment in rest if not words.issuperset(segment.terms)]
    sentences = [said[start:end] for start, end in spans(said)]
    talked = forged or any(talks(sentence, known) for sentence in sentences)
    told = [bearing_of(s.text, known, tainted=s.text not in whole) for s in rest]
    if talked:
        entire = max(
            (b for s, b in zip(rest, told, strict=True) if s.text in sentences),
            default=Bearing.NOTHING,
        )
        told = [
            Bearing.NOTHING
            if (bearing is Bearing.PLAUSIBLE and _is_scrap(s, known, whole=s.text in sentences))
            # What is left of a sentence with talk adds nothing to one that is there in full.
            or (
                s.text not in sentences
                and (_is_about(s, known) or bearing <= entire < Bearing.RELATED)
            )
            else bearing
            for s, bearing in zip(rest, told, strict=True)
        ]
    best = max(told, default=Bearing.NOTHING)
    kept = tuple(
        _trimmed(s, known) if best > Bearing.PLAUSIBLE else s
        for s, bearing in zip(rest, told, strict=True)
        if bearing is best
        # Of themselves everybody speaks in other words than those of the reference.
        or (known.personal and bearing is not Bearing.NOTHING)
        or negation.denies_others(s.folded)
    )
    resigns = resigns or (bool(found) and not rest and not copies)
    sure = any(
        (bearing is Bearing.RELATED and (not talked or s.text in whole))
        # Somebody else's words may be glued to what was said, these with them.
        or (forged and s.text in sentences and _stands_alone(s, bearing, known))
        for s, bearing in zip(rest, told, strict=True)
    )
    if not sure and (resigns or copies):
        return (), AnswerFlag.DONT_KNOW if resigns else AnswerFlag.COPIED_QUESTION
    if not found:
        return (), AnswerFlag.EMPTY
    return kept, AnswerFlag.OFF_TOPIC if best is Bearing.NOTHING else None


def _is_about(segment: Segment, known: Known) -> bool:
    """Whether a sentence addresses somebody about an answer or its mark."""
    about = not known.kinds and speaks_of_answers(segment.folded, known)
    return about and bool(POINTS.search(segment.folded)) and size_of(segment.text) <= BRIEF


def _stands_alone(segment: Segment, bearing: Bearing, known: Known) -> bool:
    """Whether a sentence is longer than a remark and is no talk to the grader."""
    if size_of(segment.text) <= BRIEF or talks(segment.text, known):
        return False
    return bearing is not Bearing.NOTHING or not POINTS.search(segment.folded)


def _is_scrap(segment: Segment, known: Known, *, whole: bool) -> bool:
    """Whether a sentence that shares nothing with what is expected is a word, a number or an order beside talk.
    A ``whole`` sentence without a word of the interview is none."""
    if whole and has_none(segment.text, segment.folded, known):
        return False
    size = size_of(segment.text)
    if size > BRIEF or is_technical(segment.folded, least=2):
        return False
    return size < SCRAP or any(map(str.isdigit, segment.text)) or addresses(segment.text)


def _trimmed(segment: Segment, known: Known) -> Segment:
    """The sentence without talk to the grader at its ends."""
    text = segment.text
    if only_tells(text, known) or not any(worth_as_talk(p, known) >= SOME for p in pieces_of(text)):
        return segment
    cuts = [0, *(cut.end() for p in (_CLAUSE, NEW_START) for cut in p.finditer(text)), len(text)]
    places = list(pairwise(sorted(set(cuts))))
    speaks = [
        bearing_of(text[a:b], known) > Bearing.PLAUSIBLE
        or known.in_terms(terms(fold(text[a:b])), chance=len(text))
        for a, b in places
    ]
    talks = [talk_worth(text[a:b], known) >= SOME for a, b in places]
    if not any(speaks):
        return segment
    first, last = speaks.index(True), len(speaks) - speaks[::-1].index(True) - 1
    start = places[first][0] if any(talks[:first]) else 0
    end = places[last][1] if any(talks[last + 1 :]) else len(text)
    rest = _without_tail(text[start:end].strip(" ,，;；、"), places[last][0] - start, known)
    return segment if rest == text else segment_of(rest)


def _without_tail(text: str, place: int, known: Known) -> str:
    """The text without the talk at the end of its last clause, which begins at ``place``: from where talk may
    begin on, if nothing expected comes after it."""
    clause = text[place:]
    if talk_worth(clause, known) < TALK:
        return text
    said = known.expected.intersection(terms(fold(clause)))
    turns = sorted({edges_of_talk(clause)[0], *(turn.start() for turn in TURNS.finditer(clause))})
    for turn in turns:
        left = clause[:turn]
        if said and turn and said <= set(terms(fold(left))):
            return text[: place + turn].rstrip()
    return text
