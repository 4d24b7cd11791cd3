"""The built-in engine: prepared like a good binder, deterministic, no key, no network."""

from __future__ import annotations

from collections.abc import AsyncIterator

from interviewers.engines.base import (
    AnswerAssessment,
    Brief,
    Conclusion,
    Exchange,
    PanelBrief,
    Piece,
    Usage,
)
from interviewers.engines.builtin.judging.bilingual import judge_exchange
from interviewers.engines.builtin.reporting import report
from interviewers.engines.builtin.speaking import wording

__all__ = ["BuiltinEngine"]


class BuiltinEngine:
    """Renders briefs from the bank and judges answers by their words."""

    name = "builtin"
    waits = False

    async def speak(self, brief: Brief) -> AsyncIterator[Piece]:
        parts = wording.pieces(wording.render(brief))
        for place, part in enumerate(parts, start=1):
            yield Piece(part, Usage() if place == len(parts) else None)

    async def assess(self, exchange: Exchange) -> AnswerAssessment:
        judgement = judge_exchange(exchange)
        return AnswerAssessment(
            level=judgement.level,
            score=judgement.score,
            evidence=judgement.evidence,
            reason=report.reason(exchange, judgement),
            covered=judgement.covered,
            missing=judgement.missing,
            flags=judgement.flags,
            unheard=judgement.unheard,
        )

    async def conclude(self, panel: PanelBrief) -> Conclusion:
        return report.conclude(panel)
