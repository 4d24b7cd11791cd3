"""From what a model says of an answer to a judgement that holds.

The model points at words and picks a level; whether the words were said, and what a level without
them is worth, is decided here. A model that obeys a candidate's orders gains nothing by it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median_low
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, Field, ValidationError

from interviewers.engines.base import (
    AnswerAssessment,
    AnswerFlag,
    Exchange,
    QuestionSpec,
    ScoringPoint,
    Usage,
)
from interviewers.engines.builtin.addressed.forgery import strip_forged
from interviewers.engines.builtin.expected.calibration import LEVEL_FLOORS
from interviewers.engines.builtin.judging.bilingual import judge_exchange, readings
from interviewers.engines.builtin.judging.lexical import Judgement
from interviewers.engines.builtin.judging.support import may_tell, supports
from interviewers.engines.builtin.reading.text import CUT
from interviewers.engines.builtin.reporting import report
from interviewers.engines.evidence import locate
from interviewers.engines.prompting import directions, mimics_prompt
from interviewers.engines.propriety import is_improper, repeats
from interviewgpt.expressions import expression
from interviewgpt.llm_terms import Shape

__all__ = ["Guarded", "Verdict", "assessed", "guard", "json_object", "validated", "verdict_shape"]

M = TypeVar("M", bound=BaseModel)


def _said(value: Any) -> Any:
    """Null is nothing said, and several quotes are one that leaves out what is between them."""
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return " … ".join(value)
    return "" if value is None else value


Said = Annotated[str, BeforeValidator(_said)]
"""A text of a model, where it may write null or a list instead."""

UNSUPPORTED = 2
"""The highest level without evidence."""
BESIDE = 1
"""The level of words that have nothing to do with their points where nothing else has either."""
THIN = 3
"""The highest level with evidence for none of the scoring points, or with the same words for all
of them: right perhaps, but beside them, or no more than one thing said."""
FORGED_STEP = 1
"""How far above the built-in judgement an answer with forged text can be put."""
FORGED_JUMP = 2
"""A model that is further above has listened to the forgery: the built-in judgement stands."""
_SETTLED = frozenset({AnswerFlag.EMPTY, AnswerFlag.DONT_KNOW, AnswerFlag.COPIED_QUESTION})
_DOUBTFUL = frozenset({AnswerFlag.OFF_TOPIC, AnswerFlag.NEGATED})
"""Guards that read words and not meaning: believed only where the model thinks little of it too."""
_REASON = 600

_WORDS = {
    "zh": {
        "unsupported": "回答里没有找到可以支持更高等级的原话。",
        "forged": "回答中有冒充系统或评分的文字，未计入，等级由程序核定。",
        "beside": "模型为个别要点所引的话与该要点无关，未计入。",
        "replaced": "（模型写的理由不合规则，由程序改写。）",
        "spread": "（{count} 次独立评判的等级：{levels}。）",
        "and": "、",
    },
    "en": {
        "unsupported": " No words in the answer were found that support a higher level.",
        "forged": " Text that poses as the system or as a verdict was left out, and the level was "
        "held by the program.",
        "beside": " Words the model quoted that have nothing to do with their point were not counted.",
        "replaced": " (The model's reason broke the rules and was replaced by the program's.)",
        "spread": " (Levels of {count} independent gradings: {levels}.)",
        "and": ", ",
    },
}


_LEVEL = expression(r"(?:level|等级)?[:：]? ?([1-5]) ?(?:/ ?5|级)?", re.IGNORECASE)


def _without_nulls(value: Any) -> Any:
    """Nothing said of a point is that it is not covered."""
    if isinstance(value, dict):
        return {key: entry for key, entry in value.items() if entry is not None}
    return value


def _level_of(value: Any) -> Any:
    """The number of a level that is written as "4/5" or "Level 4"; yes and no are no levels."""
    if isinstance(value, bool):
        return None
    named = _LEVEL.fullmatch(value.strip()) if isinstance(value, str) else None
    return int(named.group(1)) if named else value


class PointVerdict(BaseModel):
    quote: Said = ""
    covered: bool


class Verdict(BaseModel):
    """What a model says, in the order it has to say it."""

    points: Annotated[dict[str, PointVerdict], BeforeValidator(_without_nulls)]
    evidence: Said
    reason: Said
    level: Annotated[int, BeforeValidator(_level_of), Field(ge=1, le=5)]


@dataclass(frozen=True, slots=True)
class Guarded:
    """The built-in judgement of an exchange, and what of its texts is honest.

    ``settled`` is whether there is nothing left to judge: no answer, "I do not know", or the
    question again, and nothing before it.
    """

    exchange: Exchange
    judgement: Judgement
    honest: tuple[str, ...]
    forged: bool
    settled: bool


@dataclass(frozen=True, slots=True)
class _Grading:
    level: int
    covered: frozenset[str]
    evidence: str
    reason: str


def verdict_shape(spec: QuestionSpec, repair: Callable[[str], str]) -> Shape[Verdict]:
    """The shape of a verdict on ``spec``: evidence and reason stand before the level."""
    keys = [point.key for point in spec.points]
    text = {"type": "string"}
    point = json_object({"quote": text, "covered": {"type": "boolean"}})
    schema = json_object(
        {
            "points": json_object(dict.fromkeys(keys, point)),
            "evidence": text,
            "reason": text,
            "level": {"type": "integer", "enum": [1, 2, 3, 4, 5]},
        }
    )

    def read(value: Any) -> Verdict:
        verdict = validated(Verdict, value)
        if keys and verdict.points.keys().isdisjoint(keys):
            raise ValueError("points: none of the given keys is there")
        return verdict

    return Shape("verdict", schema, read, repair)


def json_object(properties: dict[str, Any]) -> dict[str, Any]:
    """A schema of an object as strict servers want it: all fields, and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def validated(model: type[M], value: Any) -> M:
    """``value`` as ``model``. The ValueError names places and rules and repeats no data."""
    try:
        return model.model_validate(value)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False, include_context=False)[:3]
        said = "; ".join(f"{'.'.join(map(str, e['loc'])) or 'object'}: {e['type']}" for e in first)
        raise ValueError(said) from None


def guard(exchange: Exchange) -> Guarded:
    """Judge an exchange by its words and set apart what is forged."""
    judgement = judge_exchange(exchange)
    honest: list[str] = []
    forged = AnswerFlag.FORGED in judgement.flags
    for text in (exchange.answer, *reversed(exchange.earlier)):
        rest, cut = strip_forged(text)
        honest += [piece for piece in rest.split(CUT) if piece.strip()]
        forged = forged or cut or mimics_prompt(text)
    settled = not _SETTLED.isdisjoint(judgement.flags) and not any(map(str.strip, exchange.earlier))
    return Guarded(exchange, judgement, tuple(honest), forged, settled)


def _graded(verdict: Verdict, guarded: Guarded) -> _Grading:
    """One model's verdict, without what it cannot show."""
    exchange = guarded.exchange
    words = _WORDS[exchange.language]
    points = exchange.question.points
    found = {
        point: piece
        for point in points
        if (entry := verdict.points.get(point.key))
        and entry.covered
        and (piece := locate(entry.quote, guarded.honest))
    }
    shown = _supported(found, exchange)
    evidence = locate(verdict.evidence, guarded.honest)
    if not evidence:
        evidence = max(shown.values(), key=len, default="")
    level, reason = verdict.level, _reason(verdict, guarded)
    pieces = _apart(shown.values())
    beside = bool(found) and not shown
    most = UNSUPPORTED if beside or not evidence else THIN if pieces < min(2, len(points)) else 5
    if beside and AnswerFlag.OFF_TOPIC in guarded.judgement.flags:
        most = BESIDE
    if len(shown) < len(found):
        reason = _with(reason, words["beside"])
    if level > most:
        level = most
        reason = _with(reason, words["unsupported"])
    return _Grading(level, frozenset(point.key for point in shown), evidence, reason)


def _supported(found: Mapping[ScoringPoint, str], exchange: Exchange) -> dict[ScoringPoint, str]:
    """The points whose words have something to do with them. Words of a story that do not name a
    point may make one all the same, but the same words only one."""
    known = readings(exchange)
    shown = {
        point: piece
        for point, piece in found.items()
        if any(
            supports(piece, other, spec, language)
            for spec, language in known
            for other in spec.points
            if other.key == point.key
        )
    }
    for point, piece in found.items():
        told = any(may_tell(piece, spec, language) for spec, language in known)
        if told and piece not in shown.values():
            shown[point] = piece
    return shown


def _reason(verdict: Verdict, guarded: Guarded) -> str:
    """The model's reason; the built-in one where it gives none, or one that is not to be read."""
    exchange, spec = guarded.exchange, guarded.exchange.question
    reason = " ".join(verdict.reason.split())[:_REASON]
    if not reason:
        return report.reason(exchange, guarded.judgement)
    said = [exchange.answer, *exchange.earlier, spec.text, *exchange.prompts]
    told = directions("assess", exchange.language)
    if is_improper(reason, exchange.language, (spec.text, spec.reference)) or repeats(
        reason, (spec.reference, told), said
    ):
        return report.reason(exchange, guarded.judgement) + _WORDS[exchange.language]["replaced"]
    return reason


def _with(reason: str, more: str) -> str:
    """A reason and a sentence of ours; a model may have left its own without a stop."""
    chinese = more[0] != " "
    ended = not reason or reason[-1] in "。！？.!?；;)）”」"
    return reason + ("" if ended else "。" if chinese else ".") + more


def _apart(pieces: Iterable[str]) -> int:
    """How many of ``pieces`` stand for themselves, in none of the others."""
    apart: list[str] = []
    for piece in sorted(pieces, key=len, reverse=True):
        if not any(piece in other for other in apart):
            apart.append(piece)
    return len(apart)


def assessed(
    verdicts: Sequence[Verdict], guarded: Guarded, *, usage: Usage, prompt: str
) -> AnswerAssessment:
    """The judgement: the median of the gradings, held by the guards. Without any verdict (there
    was nothing to ask a model about) it is the built-in one."""
    exchange, judgement = guarded.exchange, guarded.judgement
    if not verdicts:
        return _builtin(guarded, usage, prompt, ())
    words = _WORDS[exchange.language]
    gradings = [_graded(verdict, guarded) for verdict in verdicts]
    levels = tuple(grading.level for grading in gradings)
    level = median_low(levels)
    if guarded.forged and level - judgement.level > FORGED_JUMP:
        return _builtin(guarded, usage, prompt, levels)
    chosen = next(grading for grading in gradings if grading.level == level)
    reason = chosen.reason
    if guarded.forged and level - judgement.level > FORGED_STEP:
        level = judgement.level + FORGED_STEP
        reason = _with(reason, words["forged"])
    if len(levels) > 1:
        told = words["and"].join(map(str, levels))
        reason = _with(reason, words["spread"].format(count=len(levels), levels=told))
    covered = tuple(
        point.key
        for point in exchange.question.points
        if 2 * sum(point.key in grading.covered for grading in gradings) > len(gradings)
    )
    return AnswerAssessment(
        level=level,
        score=_score(level, len(covered), len(exchange.question.points)),
        evidence=chosen.evidence,
        reason=reason.strip(),
        covered=covered,
        missing=_missing(exchange.question, judgement, covered),
        flags=_flags(guarded, level),
        usage=usage,
        prompt=prompt,
        gradings=levels if len(levels) > 1 else (),
        unheard=bool(exchange.question.points) and level == 1 and not covered,
    )


def _builtin(
    guarded: Guarded, usage: Usage, prompt: str, levels: tuple[int, ...]
) -> AnswerAssessment:
    judgement = guarded.judgement
    exchange = guarded.exchange
    reason = report.reason(exchange, judgement)
    if levels:
        reason = _with(reason, _WORDS[exchange.language]["forged"])
    return AnswerAssessment(
        level=judgement.level,
        score=judgement.score,
        evidence=judgement.evidence,
        reason=reason,
        covered=judgement.covered,
        missing=judgement.missing,
        flags=_flags(guarded, 1),
        usage=usage,
        prompt=prompt if levels else "",
        gradings=levels if len(levels) > 1 else (),
        unheard=judgement.unheard,
    )


def _score(level: int, covered: int, points: int) -> float:
    """Where in its level's band a judgement lies: by the share of the points that were covered."""
    low = LEVEL_FLOORS[level - 1]
    high = LEVEL_FLOORS[level] - 0.1 if level < len(LEVEL_FLOORS) else 100.0
    return round(low + (high - low) * (covered / points if points else 0.5), 1)


def _missing(spec: QuestionSpec, judgement: Judgement, covered: Sequence[str]) -> tuple[str, ...]:
    """What is not covered; the order of the gaps is the built-in judgement's, as far as it sees
    them too, for a model says only yes or no."""
    order = {key: place for place, key in enumerate(judgement.missing)}
    open_ = [point.key for point in spec.points if point.key not in covered]
    return tuple(sorted(open_, key=lambda key: order.get(key, len(order))))


def _flags(guarded: Guarded, level: int) -> tuple[AnswerFlag, ...]:
    flags = set(guarded.judgement.flags)
    if guarded.forged:
        flags.add(AnswerFlag.FORGED)
    if level > UNSUPPORTED:
        flags -= _DOUBTFUL
    return tuple(flag for flag in AnswerFlag if flag in flags)
