"""The text of the report: why a level was given, and the panel's conclusion. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from interviewers.engines.base import (
    AnswerFlag,
    AssessedItem,
    Conclusion,
    Exchange,
    PanelBrief,
    ReviewText,
)
from interviewers.engines.builtin.judging.misplaced import is_misplaced
from interviewers.engines.builtin.reading.framing import unframed
from interviewers.engines.builtin.reporting.better import better_answers
from interviewers.engines.builtin.reporting.near_misses import near_misses, near_misses_of, unplaced
from interviewers.engines.builtin.reporting.report_words import FLAGS, WORDS
from interviewers.engines.builtin.reporting.steps import next_steps, titled
from interviewers.engines.builtin.speaking.invited import THEIR_QUESTIONS
from interviewers.engines.builtin.speaking.phrases import inside
from interviewers.engines.builtin.stories.personal import asks_of_self
from interviewgpt.expressions import expression

__all__ = ["conclude", "reason"]

_GOOD, _SOLID = 4, 3
_MOST = 3
_ASKS = ("?", "？")
_MARKS = {"zh": "？", "en": "?"}
_QUESTION = expression(
    r"吗|么|呢|什么|啥|怎|如何|哪|谁|多少|多[久大长]|几|是不是|有没有|能不能|会不会|是否|可否|还是|"
    r"\b(?:what|how|who|whom|whose|when|where|which|why|whether)\b|"
    r"(?:^|[,;:–-] |\b(?:and|or|but|so) )(?:is|are|was|were|do|does|did|can|could|will|would|should|may|might|has|have|had)(?:n't)? \w",
    re.IGNORECASE,
)
_STOPS = "。！？；.!?;\n"

_OF_THE_LAST = frozenset(AnswerFlag) - {
    AnswerFlag.OFF_TOPIC,
    AnswerFlag.FORGED,
}
"""The flags that speak of the last answer; the others are of all that was said."""


_AGAINST = frozenset(AnswerFlag) - {AnswerFlag.OTHER_LANGUAGE, AnswerFlag.FILLER}
"""What tells by itself why an answer that makes most points is worth little."""
_SOUND = 3
"""From which level on an answer that makes hardly a point has earned it as a whole."""


class _Judged(Protocol):
    @property
    def level(self) -> int: ...
    @property
    def covered(self) -> tuple[str, ...]: ...
    @property
    def missing(self) -> tuple[str, ...]: ...
    @property
    def flags(self) -> tuple[AnswerFlag, ...]: ...
    @property
    def capped(self) -> bool: ...


def reason(exchange: Exchange, judgement: _Judged) -> str:
    """What counted against the answer, how many of the points it made and which to add first, in sentences;
    the points themselves stand beside it.

    What holds of the last of several answers only is said of that one.
    """
    language = exchange.language
    words = WORDS[language]
    names = {point.key: point.text for point in exchange.question.points}
    several = any(map(str.strip, exchange.earlier))
    flags = list(judgement.flags)
    unheard = bool(judgement.missing) and not judgement.covered
    if unheard or (AnswerFlag.DONT_KNOW in flags and not several):
        # Who said no more than that has not strayed as well; that no point was heard is said below.
        flags = [flag for flag in flags if flag is not AnswerFlag.OFF_TOPIC]
    if several and judgement.covered and not judgement.missing:
        # Who was asked what goes wrong, and has made every point, is not told that it is wrong.
        flags = [flag for flag in flags if flag is not AnswerFlag.NEGATED]
    if several and exchange.question.wants_story:
        # Nor is who was asked for a measure, and says that there was none.
        flags = [flag for flag in flags if flag is not AnswerFlag.NEGATED]
    said = dict(FLAGS[language])
    if exchange.question.wants_story:
        # Of what somebody lived through nobody but they can say what is the case.
        said[AnswerFlag.NEGATED] = words["undone"]
    elif asks_of_self(exchange.question.text, exchange.question.reference):
        said[AnswerFlag.NEGATED] = words["against"]
    if exchange.other is None:
        said[AnswerFlag.OTHER_LANGUAGE] = words["untold"]
    parts = [said[flag] for flag in flags if flag not in _OF_THE_LAST]
    last = _sentences(language, (said[flag] for flag in flags if flag in _OF_THE_LAST))
    if last:
        # Behind the colon the sentence goes on.
        inner = last[0].lower() + last[1:]
        parts.insert(0, words["last"].format(said=inner) if several else last)
    made, lacking = len(judgement.covered), len(judgement.missing)
    elsewhere = unheard and any(
        is_misplaced(exchange.question, told) for told in (*exchange.earlier, exchange.answer)
    )
    if elsewhere:
        parts.append(words["misplaced"])
    # Questions that somebody asks have no other words than their own.
    whole = _unplaced(judgement) and exchange.question.topic != THEIR_QUESTIONS
    if whole:
        parts.append(words["whole"].format(all=made + lacking))
    weak = judgement.level < _SOUND and made > lacking > 0
    if weak and exchange.question.wants_story and not _AGAINST & set(judgement.flags):
        parts.append(words["astray"])
    elif weak and not _AGAINST & set(judgement.flags):
        parts.append(words["held"])
    if made or (lacking and not whole):
        answers = (*exchange.earlier, exchange.answer)
        near = near_misses(exchange.question, answers, judgement.missing, judgement.flags)
        far = [point for point in judgement.missing if point not in near]
        some = "made" if near and not far else "but_one" if lacking == 1 else "some"
        key = "all" if not lacking else "none" if not made and far else some
        first = next((names.get(point, point) for point in far), "")
        parts.append(words[key].format(all=made + lacking, made=made, first=first))
        if not (weak or _AGAINST & set(flags)):
            if judgement.capped and made > lacking:
                parts.append(words["thin"])
            elif not lacking and judgement.level < _GOOD:
                parts.append(words["in_part"])
        if near:
            shown = [_near(words, names[key], quote) for key, quote in near.items()][:_MOST]
            parts.append(words["near"].format(points=words["list"].join(shown)))
        elif (
            len(far) > 1
            and not elsewhere
            and (quote := unplaced(exchange.question, answers, judgement.flags))
        ):
            parts.append(words["unplaced"].format(quote=quote.rstrip(_STOPS)))
    return _sentences(language, parts) or words["nothing"]


def _unplaced(judged: _Judged | AssessedItem) -> bool:
    """Whether an answer has earned its level in words that could hardly be held against any point."""
    return judged.level >= _SOUND and 3 * len(judged.covered) < len(judged.missing)


def _in_own_words(item: AssessedItem) -> bool:
    asked = item.spec is not None and item.spec.topic == THEIR_QUESTIONS
    return _unplaced(item) and not asked


def _near(words: Mapping[str, str], point: str, quote: str) -> str:
    return words["near_point"].format(point=point, quote=quote.rstrip(_STOPS))


def conclude(panel: PanelBrief) -> Conclusion:
    """Everything said rests on an assessed item; what was not observed is named as such."""
    return Conclusion(
        summary=_summary(panel),
        strengths=tuple(_strengths(panel)),
        improvements=tuple(_improvements(panel)),
        reviews=tuple(
            ReviewText(
                member.id,
                _review(panel.language, [i for i in panel.items if i.interviewer_id == member.id]),
            )
            for member in panel.panel
        ),
        next_steps=next_steps(panel),
        better=better_answers(panel),
    )


def _sentences(language: str, parts: Iterable[str]) -> str:
    return ("" if language == "zh" else " ").join(parts)


def _score(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _by_competency(items: Sequence[AssessedItem]) -> list[tuple[str, float]]:
    scores: dict[str, list[float]] = {}
    for item in items:
        scores.setdefault(item.competency_name, []).append(item.score)
    means = [(name, sum(values) / len(values)) for name, values in scores.items()]
    return sorted(means, key=lambda pair: -pair[1])


def _summary(panel: PanelBrief) -> str:
    words = WORDS[panel.language]
    place = {"position": panel.position, "difficulty": words[panel.difficulty]}
    if panel.overall_score is None:
        return _sentences(panel.language, (words["no_answer"].format(**place), words["practice"]))
    parts = [
        words["summary"].format(count=len(panel.items), score=_score(panel.overall_score), **place)
    ]
    ranked = _by_competency(panel.items)
    high = ranked[0][1] >= 50
    low = ranked[-1][1] < 75
    if high and low and len(ranked) > 1:
        parts.append(words["both"].format(best=ranked[0][0], worst=ranked[-1][0]))
    elif high:
        parts.append(words["best"].format(best=ranked[0][0]))
    elif low:
        parts.append(words["worst"].format(worst=ranked[-1][0]))
    if panel.unanswered:
        parts.append(words["unanswered"].format(count=panel.unanswered))
    if panel.unobserved:
        parts.append(words["unobserved"].format(names=_some(words, panel.unobserved)))
    parts.append(words["practice"])
    return _sentences(panel.language, parts)


def _some(words: Mapping[str, str], names: Sequence[str]) -> str:
    """At most four names; how many there are in all where that is not everything."""
    text = words["names"].join(names[:4])
    return text if len(names) <= 4 else text + words["more"].format(count=len(names))


def _first_per_competency(items: Iterable[AssessedItem]) -> list[AssessedItem]:
    found: dict[str, AssessedItem] = {}
    for item in items:
        found.setdefault(item.competency, item)
    return list(found.values())[:_MOST]


def _strengths(panel: PanelBrief) -> list[str]:
    words = WORDS[panel.language]
    shown = [item for item in panel.items if item.covered]
    good = [item for item in shown if item.level >= _GOOD]
    for level in (_SOLID, _SOLID - 1):
        # Whoever reads nothing but what was missing does not come again.
        good = good or [item for item in shown if item.level == level]
    # What is named as most in need of work is praised only where little else can be.
    worst = _by_competency(panel.items)[-1][0] if good else ""
    good.sort(key=lambda item: (item.competency_name == worst, -item.score))
    return [
        words[_with_quote("strength", item) if _quotable(item) else "strength_bare"].format(
            name=item.competency_name,
            points=words["list"].join(item.covered[:3]),
            quote=_quoted(panel.language, item),
        )
        for item in _first_per_competency(good)
    ]


def _quotable(item: AssessedItem) -> bool:
    """Whether the evidence can stand as praise: nothing is quoted of an answer with forged text."""
    return bool(item.evidence) and AnswerFlag.FORGED not in item.flags


def _with_quote(name: str, item: AssessedItem) -> str:
    """The words called ``name``, as they are for a quote that asks where this one does."""
    return f"{name}_asked" if _is_asked(item) else name


def _is_asked(item: AssessedItem) -> bool:
    """Whether the evidence is a question, its mark behind it or within."""
    if not item.evidence or not _QUESTION.search(item.evidence.rstrip("".join(_ASKS))):
        return False  # "I guess I'd group by user?" is told, if unsurely
    after = (answer.partition(item.evidence)[2][:1] for answer in item.answers)
    return item.evidence.endswith(_ASKS) or any(mark in _ASKS for mark in after if mark)


def _quoted(language: str, item: AssessedItem) -> str:
    """The evidence as it is quoted in prose, with dots where it breaks off within a sentence, and the quotes
    in it as those within another."""
    return inside(_cut_out(language, item))


def _cut_out(language: str, item: AssessedItem) -> str:
    dots = "……" if language == "zh" else "…"
    quote = unframed(item.evidence, language)
    framed = quote != item.evidence
    for answer in item.answers:
        place = answer.find(quote)
        if place >= 0:
            before, after = (
                answer[:place].rstrip(),
                answer[place + len(quote) :].lstrip(" ”」\"'）)"),
            )
            head = dots if before and before[-1] not in _STOPS and not framed else ""
            tail = dots if quote[-1:] not in _STOPS and after and after[0] not in _STOPS else ""
            mark = _MARKS[language] if _is_asked(item) else ""
            return head + quote.rstrip(_STOPS) + mark + tail
    return quote


def _improvements(panel: PanelBrief) -> list[str]:
    words = WORDS[panel.language]
    weak = [item for item in panel.items if item.missing or item.level < _GOOD]
    weak.sort(key=lambda item: item.score)
    lines = []
    for item in _first_per_competency(weak):
        near = near_misses_of(item)
        far = [point for point in item.missing if point not in near][:2]
        told = [_near(words, point, quote) for point, quote in near.items()][:2]
        way = "improvement" if far else "improvement_near" if told else "improvement_bare"
        way = "improvement_own" if far and _in_own_words(item) else way
        lines.append(
            words[way].format(
                name=item.competency_name,
                question=titled(item),
                points=words["list"].join(far or told),
            )
        )
    return lines


def _review(language: str, items: Sequence[AssessedItem]) -> str:
    words = WORDS[language]
    if not items:
        return words["review_none"]
    mean = sum(item.score for item in items) / len(items)
    way = "review" if len(items) > 1 else "review_one"
    parts = [words[way].format(count=len(items), score=_score(mean))]
    best = max(items, key=lambda item: item.score)
    worst = min(items, key=lambda item: item.score)
    if best.level >= _SOLID and _quotable(best):
        praise = words[_with_quote("review_good" if best.level >= _GOOD else "review_fair", best)]
        parts.append(praise.format(name=best.competency_name, quote=_quoted(language, best)))
    near = near_misses_of(worst)
    if far := [point for point in worst.missing if point not in near][:2]:
        points = words["list"].join(far)
        gap = words["review_own" if _in_own_words(worst) else "review_gap"]
        parts.append(gap.format(question=titled(worst), points=points))
    return _sentences(language, parts)
