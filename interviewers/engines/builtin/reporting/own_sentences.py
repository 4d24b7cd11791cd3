"""The candidate's own sentences that a better version of their answer keeps word for word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from interviewers.engines.base import AnswerFlag, AssessedItem, Cue, QuestionSpec
from interviewers.engines.builtin.addressed.forgery import strip_forged
from interviewers.engines.builtin.expected import cued
from interviewers.engines.builtin.expected.points import by_words, prepare_point
from interviewers.engines.builtin.judging.evidence import shows_little
from interviewers.engines.builtin.judging.leading import only_leads, to_the_point
from interviewers.engines.builtin.reading.corrected import as_put_right
from interviewers.engines.builtin.reading.framing import unframed
from interviewers.engines.builtin.reading.standing import what_stands
from interviewers.engines.builtin.reading.text import CUT, Segment, segment_of
from interviewers.engines.builtin.reporting.better_words import (
    CAUSE,
    DANGLING,
    DISCLAIMS,
    without_asides,
    without_loose_end,
)
from interviewers.engines.builtin.sifting.guards import is_dont_know
from interviewers.engines.builtin.speaking.invited import THEIR_QUESTIONS
from interviewers.engines.builtin.stories.bound import is_hobby
from interviewers.engines.builtin.stories.course import goes_on
from interviewers.engines.builtin.stories.cues import find_cues
from interviewers.engines.builtin.stories.telling import happens, read_story, tells_of_act
from interviewgpt.expressions import expression

__all__ = ["MADE", "UNUSABLE", "Own", "own_sentences", "sentences_of"]

MADE = 0.5
"""From this likelihood (0-1) on a sentence makes a point, as in the assessor."""
_LONGEST = {"zh": 140, "en": 320}
UNUSABLE = frozenset(
    {
        AnswerFlag.KEYWORD_LIST,
        AnswerFlag.SHUFFLED,
        AnswerFlag.COPIED_QUESTION,
        AnswerFlag.REPETITION,
        AnswerFlag.OFF_TOPIC,
    }
)
"""Flags of answers whose sentences cannot be quoted as meant."""
_SENTENCE = expression(
    rf"(?:“[^”\n]{{1,160}}”|「[^」\n]{{1,160}}」|(?!“[^”\n]{{1,160}}”|「[^」\n]{{1,160}}」)[^。！？\n{CUT}])*?(?:(?<=[。！][”」])|[。！？]+|(?<![.!?])[.!?]++[\"'”’)]?(?=\s|$)|[\n{CUT}]|$)"
)
_PART = expression(r"[^;；]+[;；]?")


_RESTARTS = expression(
    r"^.{0,60}(?:\b(?:no,? sorry|sorry,? (?:no|wrong)|no,? wait)\b|\b(?:sorry,?|no,) that was\b|\bwrong one\b|\bscratch that\b|\blet me start (?:again|over)\b|不对[，,]|说错了|重新说)(?=.{0,60}$)"
)
"""Takes back how one began, and says nothing else."""


@dataclass(frozen=True, slots=True)
class Own:
    """A sentence of the candidate's that can stand, the points it makes, and what it tells."""

    segment: Segment
    makes: frozenset[str]
    tells: frozenset[Cue] = frozenset()
    figure: bool = False


def own_sentences(
    language: str,
    item: AssessedItem,
    spec: QuestionSpec,
    *,
    story: bool,
    near: Mapping[str, str],
) -> list[Own]:
    """The candidate's sentences that make a covered point, have one of the quotes that come ``near`` a missing one
    (by the text of that), or tell the outcome of a case of their
    own in figures, in the order they were said; of a ``story`` all that tell some part of it."""
    if UNUSABLE & set(item.flags):
        return []
    said = [strip_forged(text)[0] for text in what_stands(as_put_right(item.answers))]
    asking = spec.topic == THEIR_QUESTIONS
    texts = [text if asking else without_asides(text) for text in said]
    if AnswerFlag.NEGATED in item.flags and not story:
        # Some sentence says the opposite of what is the case; the evidence is one that does not.
        texts = [item.evidence]
    covered = [point for point in spec.points if point.text in item.covered]
    prepared = {point.key: prepare_point(point, spec.text) for point in covered}
    wanted = {point.key: cued.asked_by(point, spec.text) for point in covered}
    parts_of = to_the_point([sentences_of(language, t) for t in texts], prepared.values(), language)
    segments = list(dict.fromkeys(s for part in parts_of for s in part))
    replies = {segment for part in parts_of[1:] for segment in part}
    told = read_story(tuple("" if is_hobby(s.folded) else s.folded for s in segments), language)
    found: list[Own] = []
    for segment, parts in zip(segments, told.parts, strict=True):
        lacks = not story and len(segments) > 1 and shows_little(segment.folded)
        lacks = lacks or _RESTARTS.search(segment.folded) is not None
        queries = not asking and segment.text.rstrip().endswith(("?", "？"))
        if lacks or queries or is_dont_know(segment.folded, spec.text):
            continue
        makes = frozenset(
            key
            for key, point in prepared.items()
            if by_words(point, segment) >= MADE or cued.tells(wanted[key], segment, language)
        )
        makes |= {p.key for p in spec.points if near.get(p.text, "\n") in segment.text}
        cues = find_cues(segment.folded, language)
        tells = frozenset(parts) | (cues & {Cue.REFLECTION, Cue.RESULT, Cue.ACTION, Cue.SITUATION})
        figure = Cue.RESULT in tells and (Cue.NUMBER in cues or parts.get(Cue.RESULT, 0.0) >= 1.0)
        ended = any(Cue.RESULT in entry.tells for entry in found)
        if ended and segment in replies and Cue.RESULT in tells - cues and not figure:
            # What is told last, to a follow-up on something else, is not how it ended.
            tells = tells - {Cue.RESULT} | {Cue.ACTION}
        outright = {Cue.ACTION, Cue.RESULT, Cue.NUMBER} <= cues
        outcome = outright or (figure and told.told > 0.0 and told.measured)
        # What happened between two parts of a story belongs to it.
        if not tells and found and segment is not segments[-1] and happens(segment.folded):
            tells = goes_on(segment.folded, found[-1].tells)
        if segment in replies and CAUSE.match(segment.folded):
            tells = tells - {Cue.RESULT} | {Cue.ACTION}  # nor is why it was so
        asks_too = asking and segment.text.rstrip().endswith(("?", "？"))
        if makes or outcome or asks_too or (story and tells and item.level > 1):
            found.append(Own(segment, makes, tells, outcome))
    # Where nothing was to the point, a case in figures is only one where a story was asked for.
    fits = (
        item.covered
        or near
        or asking
        or (story and item.level > 1 and any(e.figure for e in found))
    )
    return _with_acts(found, segments) if fits else []


def _with_acts(found: Sequence[Own], segments: Sequence[Segment]) -> list[Own]:
    """The sentences ``found``, with the sentence before one that refers to it as "it"."""
    kept: list[Own] = []
    said = {entry.segment for entry in found}
    for entry in found:
        led = segments[segments.index(entry.segment) - 1]
        if DANGLING.match(entry.segment.text) and led not in said and tells_of_act(led.folded):
            kept.append(Own(led, frozenset(), frozenset({Cue.ACTION})))
        kept.append(entry)
    return kept


def sentences_of(language: str, text: str) -> list[Segment]:
    """Sentences with their final marks; long ones are cut into parts."""
    most = _LONGEST[language]
    found: list[Segment] = []
    for sentence in _SENTENCE.findall(text):
        parts = [sentence] if len(sentence) <= most else _PART.findall(sentence)
        bare = (without_loose_end(unframed(part, language)) for part in parts if len(part) <= most)
        found += map(segment_of, bare)
    told = (s for s in found if s.atoms and not only_leads(s.text))
    return [segment for segment in told if not DISCLAIMS.fullmatch(segment.text)]
