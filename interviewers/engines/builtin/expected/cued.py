"""What a scoring point with a cue asks for, and whether a sentence with that cue tells it.

Any "three", any "but", any "I learned" is the cue of a number, a trade-off, a reflection. A point asks for
one *of something*: "a concrete result with a figure", "a definite date", "the throughput a total order
costs". So the cue makes the point only if the sentence has a word of the point, in any of its wordings, or
if the figure is of the kind the point names. The parts of a story (see `telling`) are tied together by its
course instead.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from interviewers.engines.base import Cue, ScoringPoint
from interviewers.engines.builtin.expected.synonyms import lookup_of
from interviewers.engines.builtin.reading.numerals import MONTHS
from interviewers.engines.builtin.reading.text import (
    Segment,
    Term,
    asked,
    count_words,
    fold,
    specific,
    terms,
)
from interviewers.engines.builtin.stories.cues import find_cues
from interviewers.engines.builtin.stories.telling import closes
from interviewgpt.expressions import expression

__all__ = ["Asked", "asked_by", "tells", "words_of"]

NEED_A_WORD = frozenset({Cue.TRADE_OFF, Cue.NUMBER, Cue.EXAMPLE, Cue.ACTION})
"""Cues that make a point only beside a word of it, or two pairs of Chinese characters."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A point's cue, its specific words in all wordings (not the question's), and the figures it asks for."""

    cue: Cue | None
    words: frozenset[Term]
    figure: re.Pattern[str] | None
    outcome: bool


_OUTCOMES = expression(r"成果|结果|效果|\bresults?\b|\beffects?\b")
_DATES = expression(r"日期|到岗|什么时候|时间点?\b|\bdates?\b|\bwhen\b")
_SUMS = expression(r"区间|薪|\brange\b|\bpay\b|\bsalary\b")
"""What kind of figure a point asks for: a result, a time, or money."""
_TIME = expression(
    rf"\b(?:weeks?|months?|days?|{MONTHS}|"
    r"monday|tomorrow|immediately|spring|summer|autumn)\b|[天周月号]|礼拜|星期|年[初底后]|马上|随时"
)
_BEHIND = expression(r"\b(?:for|been)\b.{0,20}\byears?\b|[了过](?:[^，。]{0,4}年|[^，。]{0,3}个月)")
_SUM = expression(r"\d{4,}|[$€£¥]|\b\d+ ?k\b|thousand|\bgrand\b|[万千kK]|\d{2}")


_OTHERWISE = expression(
    r"\bif (?:we|it|they)\b.{2,60}\b(?:i|we)(?:'d| would)\b|\bwhat (?:i|we) (?:lost|lose|gave up|give up)\b|"
    r"(?:要是|如果|等).{2,24}才会?(?:选|用|换|上)|(?:放弃|牺牲|损失)掉?的是"
)
"""Says what was given up, or when the opposite would be right: a trade-off in any words."""


@lru_cache(maxsize=4_096)
def words_of(point: ScoringPoint, question: str) -> frozenset[Term]:
    """The specific words of a point in all its wordings, without the question's."""
    said = {*lookup_of(point.synonyms).counts, *terms(fold(point.text))}
    return specific(said - asked(question).terms)


@lru_cache(maxsize=4_096)
def asked_by(point: ScoringPoint, question: str) -> Asked:
    """What a point asks for; nothing where it has no cue."""
    if point.cue is None:
        return Asked(None, frozenset(), None, outcome=False)
    text = fold(point.text)
    figure = None
    if point.cue is Cue.NUMBER:
        figure = _TIME if _DATES.search(text) else _SUM if _SUMS.search(text) else None
    outcome = point.cue is Cue.NUMBER and bool(_OUTCOMES.search(text))
    return Asked(point.cue, words_of(point, question), figure, outcome)


def tells(asked_for: Asked, segment: Segment, language: str) -> bool:
    """Whether a sentence has the cue of a point, and of what the point asks for."""
    cues = find_cues(segment.folded, language)
    if asked_for.cue is None or asked_for.cue not in cues:
        return False
    if asked_for.figure:
        return bool(asked_for.figure.search(segment.folded)) and not _BEHIND.search(segment.folded)
    if asked_for.outcome and (Cue.RESULT in cues or closes(segment.folded)):
        return True
    if asked_for.cue is Cue.TRADE_OFF and _OTHERWISE.search(segment.folded):
        return True
    if asked_for.cue not in NEED_A_WORD:
        return True
    return count_words(asked_for.words.intersection(segment.terms)) >= 1.0
