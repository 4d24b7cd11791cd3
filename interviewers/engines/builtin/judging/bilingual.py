"""Answers in the other of the two languages (zh, en): recognised, and judged by the question as it is
worded in that language. Pure.
"""

from __future__ import annotations

import re
from dataclasses import replace

from interviewers.engines.base import AnswerFlag, Exchange, QuestionSpec
from interviewers.engines.builtin.addressed.field import speaks_plainly
from interviewers.engines.builtin.expected.calibration import level_of
from interviewers.engines.builtin.expected.replies import probes_of
from interviewers.engines.builtin.judging.evidence import verbatim
from interviewers.engines.builtin.judging.lexical import Judgement, judge_thread
from interviewers.engines.builtin.judging.scant import is_scant
from interviewers.engines.builtin.reading.asked import asks
from interviewers.engines.builtin.reading.text import fold, language_of, spans
from interviewers.engines.builtin.sifting.echoed import own_words
from interviewers.engines.builtin.speaking.invited import (
    THEIR_QUESTIONS,
    asked_of_work,
    asked_points,
    asks_of_work,
    question_in,
)
from interviewers.engines.builtin.stories.leisure import wanders_off
from interviewers.engines.script import count_han, has_han
from interviewgpt.expressions import expression

__all__ = ["judge_exchange", "other_language", "readings", "spoken_besides"]

INTERESTED = 55.0
"""The lowest score, 0-100, of a candidate's question about the work."""
EACH_MORE = 7.5
"""What each further thing that is asked about adds: three make level 4."""
MOST_ASKED = 4
LEAST = 2
"""In an answer in two languages the weaker part has to make this many points; one may be made by chance."""
WORTH = 60.0
"""What all points of a question are worth, 0-100, if only the weaker part makes them: four fifths of their
normal worth, because they may be only half said."""
_UNASKED = frozenset(
    (AnswerFlag.FORGED, AnswerFlag.COPIED_QUESTION, AnswerFlag.REPETITION, AnswerFlag.KEYWORD_LIST)
)
"""Flags that count against an answer however much it asks."""
_LEAST_HAN = 6
_SENTENCE = expression(
    r"\b(?:the|i|i'm|i'd|i'll|we|we'd|you|it|is|are|was|were|to|of|would|that|this|there|and|then|my|our|because|with|for|so)\b",
    re.IGNORECASE,
)
_LEAST_WORDS = 2
"""Words of an English sentence; a list of terms, a command or a figure is in no language."""
_WORDS = expression(r"[A-Za-z']{2,}")
_LEAST_LATIN = 5


def other_language(text: str, language: str) -> str:
    """The other one of "zh" and "en" if a text is in sentences of it, else ""."""
    if language_of(text) == language:
        return ""
    if language == "en":
        return "zh" if count_han(text) >= _LEAST_HAN else ""
    words = {found.casefold() for found in _SENTENCE.findall(text)}
    return "en" if len(words) >= _LEAST_WORDS and len(_WORDS.findall(text)) >= _LEAST_LATIN else ""


def readings(exchange: Exchange) -> tuple[tuple[QuestionSpec, str], ...]:
    """The question and language by which to judge an exchange: those of the interview, and the candidate's
    other language if the question is known in it."""
    own = (exchange.question, exchange.language)
    if exchange.other is None:
        return (own,)
    texts = (exchange.answer, *exchange.earlier)
    spoken = next((o for text in texts if (o := spoken_besides(text, exchange.language))), "")
    return (own, (exchange.other, spoken)) if spoken else (own,)


def spoken_besides(text: str, language: str) -> str:
    """The other one of the languages if a text, or one sentence of it, is in that, else ""."""
    whole = other_language(text, language)
    if whole or (language == "en" and not has_han(text)):
        return whole
    if language == "zh" and len(_WORDS.findall(text)) < _LEAST_LATIN:
        return ""
    return next(
        (o for start, end in spans(text) if (o := other_language(text[start:end], language))), ""
    )


def judge_exchange(exchange: Exchange) -> Judgement:
    """The judgement of an exchange, of what in each answer is the candidate's own words; by the language that
    scores higher."""
    exchange = own_words(_at_work(exchange))
    found = [_judged(exchange, spec, language) for spec, language in readings(exchange)]
    best = max(found, key=lambda judgement: judgement.score)
    if len(found) > 1:
        best = _together(exchange, best)
    if exchange.question.topic == THEIR_QUESTIONS:
        best = _of_questions(best, exchange)
    elif AnswerFlag.OFF_TOPIC in best.flags and is_scant(exchange.answer, exchange.question.text):
        # Poor it is, and to the question.
        best = replace(best, flags=_but_off_topic(best))
    if not other_language(exchange.answer, exchange.language):
        return best
    flags = best.flags
    own = found[-1].flags if len(found) > 1 else (AnswerFlag.EMPTY,)
    if AnswerFlag.EMPTY in flags and AnswerFlag.EMPTY not in own:
        # It only looks empty to the half in the other language; its own speaks of the last answer.
        kept = (*flags, *(flag for flag in own if flag is not AnswerFlag.OFF_TOPIC))
        flags = tuple(flag for flag in dict.fromkeys(kept) if flag is not AnswerFlag.EMPTY)
    return replace(best, flags=(*flags, AnswerFlag.OTHER_LANGUAGE))


def _at_work(exchange: Exchange) -> Exchange:
    """An exchange without replies to follow-ups that tell of free time: in a story, any event might be part of
    it."""
    if not exchange.earlier or len(exchange.prompts) != len(exchange.earlier):
        return exchange
    first, *rest = (*exchange.earlier, exchange.answer)
    replies = zip(rest, exchange.prompts, strict=True)
    kept = [(said, by) for said, by in replies if not wanders_off(said, exchange.question, by)]
    texts = (first, *(said for said, _ in kept))
    prompts = tuple(by for _, by in kept)
    return replace(exchange, answer=texts[-1], earlier=texts[:-1], prompts=prompts)


def _together(exchange: Exchange, whole: Judgement) -> Judgement:
    """The judgement of an exchange in two languages, each part by the question in its language; a point made in
    either is made. ``whole`` is the judgement by one of them, which stands if something counts against the
    answer, or nothing is gained."""
    points = [point.key for point in exchange.question.points]
    halves = [
        (said, spec, language)
        for spec, language in readings(exchange)
        if (said := _in_language(exchange, language)) is not None
    ]
    if len(halves) == 1 or not points:
        return whole
    parts = [_judged(*half) for half in halves]
    if any(not _UNASKED.isdisjoint(part.flags) for part in parts):
        return whole
    less, most = sorted(parts, key=lambda part: part.score)
    if len(less.covered) < LEAST:
        return whole
    more = set(less.covered) - set(most.covered)
    score = min(100.0, most.score + round(len(more) * WORTH / len(points), 1))
    if score <= whole.score:
        return whole
    made = more.union(most.covered)
    texts = (exchange.answer, *exchange.earlier)
    return replace(
        most,
        score=score,
        level=level_of(score),
        evidence=verbatim(most.evidence or less.evidence, texts),
        covered=tuple(key for key in points if key in made),
        missing=tuple(key for key in most.missing if key not in made),
        coverage=max(most.coverage, less.coverage),
    )


def _in_language(exchange: Exchange, language: str) -> Exchange | None:
    """An exchange without the sentences in the other language; None if nothing is left."""
    texts = [
        "\n".join(text[a:b] for a, b in spans(text) if not other_language(text[a:b], language))
        for text in (*exchange.earlier, exchange.answer)
    ]
    while texts and not texts[-1].strip():
        texts.pop()
    if not texts:
        return None
    earlier = tuple(texts[:-1])
    prompts = exchange.prompts
    if len(prompts) == len(exchange.earlier):
        prompts = prompts[: len(earlier)]
    return replace(exchange, answer=texts[-1], earlier=earlier, prompts=prompts)


def _judged(exchange: Exchange, spec: QuestionSpec, language: str) -> Judgement:
    # Who copies the question has copied it in any language.
    copied, copy = exchange.question.text, spec.text
    texts = [copy if t == copied else t for t in (*exchange.earlier, exchange.answer)]
    return judge_thread(spec, language, texts, probes_of(exchange, spec))


def _but_off_topic(judgement: Judgement) -> tuple[AnswerFlag, ...]:
    return tuple(flag for flag in judgement.flags if flag is not AnswerFlag.OFF_TOPIC)


def _wished(exchange: Exchange) -> frozenset[str]:
    """The points whose follow-up asked for a question and got one, even if it is put as what one would want to
    know."""
    if len(exchange.prompts) != len(exchange.earlier):
        return frozenset()
    replies = zip(exchange.prompts, (*exchange.earlier, exchange.answer)[1:], strict=True)
    return frozenset(
        follow_up.point
        for prompt, reply in replies
        if asks(reply) and not speaks_plainly(fold(reply))
        for follow_up in exchange.question.follow_ups
        if follow_up.text in prompt
    )


def _of_questions(judgement: Judgement, exchange: Exchange) -> Judgement:
    """The judgement of questions that the candidate was invited to ask: none is off topic, and one about the
    work shows a reasonable interest, whatever its words. The aspects asked about are covered."""
    flags = _but_off_topic(judgement)
    question = exchange.question.text
    own = [text for text in (*exchange.earlier, exchange.answer) if text != question]
    if not _UNASKED.isdisjoint(flags):
        return replace(judgement, flags=flags)
    asked = asked_points(own)
    made = {*judgement.covered, *asked, *_wished(exchange)}
    covered = tuple(point.key for point in exchange.question.points if point.key in made)
    missing = tuple(key for key in judgement.missing if key not in made)
    judgement = replace(judgement, flags=flags, covered=covered, missing=missing, unheard=False)
    if not asks_of_work(own):
        return judgement
    many = min(MOST_ASKED, max(len(asked), asked_of_work(own)))
    score = max(judgement.score, INTERESTED + EACH_MORE * (many - 1))
    evidence = judgement.evidence or verbatim(question_in(own), own)
    return replace(judgement, score=score, level=level_of(score), evidence=evidence)
