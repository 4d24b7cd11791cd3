"""The built-in engine: prepared like a good binder, deterministic, no key, no network."""

from __future__ import annotations

from collections.abc import AsyncIterator
from functools import partial

from interviewers.engines.base import (
    AnswerAssessment,
    Brief,
    Conclusion,
    Exchange,
    PanelBrief,
    Piece,
    Usage,
)
from interviewers.engines.builtin import report, wording
from interviewers.engines.builtin.bilingual import judge_exchange

__all__ = ["BuiltinEngine"]


def _without_echo(text: str, exchange: Exchange) -> str:
    """The answer without the interviewer's own words said back; they earn nothing. An answer that
    is nothing else stays, to be judged as the copy it is."""
    rest = text
    for said in (exchange.question.text, *exchange.prompts):
        rest = rest.replace(said, "\n")
    return rest if rest.strip() else text


class BuiltinEngine:
    """Renders briefs from the bank and judges answers by their words."""

    name = "builtin"
    waits = False

    async def speak(self, brief: Brief) -> AsyncIterator[Piece]:
        parts = wording.pieces(wording.render(brief))
        for place, part in enumerate(parts, start=1):
            yield Piece(part, Usage() if place == len(parts) else None)

    async def assess(self, exchange: Exchange) -> AnswerAssessment:
        judgement = judge_exchange(exchange, partial(_without_echo, exchange=exchange))
        return AnswerAssessment(
            level=judgement.level,
            score=judgement.score,
            evidence=judgement.evidence,
            reason=report.reason(exchange, judgement),
            covered=judgement.covered,
            missing=judgement.missing,
            flags=judgement.flags,
        )

    async def conclude(self, panel: PanelBrief) -> Conclusion:
        return report.conclude(panel)
