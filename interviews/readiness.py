"""What the first answers in a process would wait for, done while the first question is being read.

Words and patterns are put together when they are first needed, for several tenths of a second, and
every question is taken apart once, before the first answer to it is judged.
"""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from functools import lru_cache

from interviewers.engines.base import Exchange, QuestionSpec, RubricSpec, ScoringPoint
from interviewers.engines.builtin.judging.case import case_of
from interviewers.engines.registry import builtin_engine, current_engine
from interviews.asides import request_in
from interviews.beside import leans_to_talk
from interviews.ways import at_once

__all__ = ["get_ready", "get_ready_soon"]

_STORY = {
    "en": 'Tell me about a time when working on "x" went wrong.',
    "zh": "请讲一次做「某」时出错的经历。",
}
_QUESTION = {"en": "How would you find the mistake?", "zh": "你会怎样找到出错的地方？"}
_ANSWERS = {
    "en": (
        "I am not sure, but I would try it on a copy first and measure.",
        "We did not agree; I asked, and errors fell from 20 to 4 instead of rising.",
    ),
    "zh": ("我不太确定，但是会先在副本上试。", "我们意见不同，我问了大家，错误从20个降到4个。"),
}


_reader = ThreadPoolExecutor(1, thread_name_prefix="ready")
"""A thread of its own, for what needs no database and is to keep nobody from it."""


def get_ready_soon(question: QuestionSpec, language: str) -> Future[None] | None:
    """Have `get_ready` run in a thread, where the built-in engine is the one that judges. Does not
    wait; what fails there fails again, and is told, where somebody waits for it."""
    if getattr(current_engine(), "waits", True):
        return None
    try:
        return _reader.submit(get_ready, question, language)
    except RuntimeError:  # the process is about to end
        return None


@lru_cache(maxsize=1_024)
def get_ready(question: QuestionSpec, language: str) -> None:
    """Read what the judgement of ``question`` and the understanding of what is said to it rest on."""
    spoken = "en" if language == "en" else "zh"
    case_of(question.text, (question.reference,), question.points).get_ready()
    _get_ready_for(spoken)


@lru_cache(maxsize=2)
def _get_ready_for(language: str) -> None:
    """Read what answers to all questions need."""
    for answer in _ANSWERS[language]:
        request_in(answer)
        leans_to_talk(answer)
    first, second = _ANSWERS[language]
    point = ScoringPoint("", second, _ANSWERS[language])
    _judge(QuestionSpec("", "", 1, _QUESTION[language], first, (point,)), language)
    _judge(QuestionSpec("", "", 1, _STORY[language], second, ()), language)


def _judge(question: QuestionSpec, language: str) -> None:
    rubric = RubricSpec(question.competency, question.competency, 0, ("",) * 5)
    exchange = Exchange(language, question, rubric, "")
    for answer in _ANSWERS[language]:
        at_once(builtin_engine().assess(replace(exchange, answer=answer)))
