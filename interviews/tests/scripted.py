"""An engine that does what a test tells it, and the answers and looks of tests about turns."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

from interviewers.engines.base import (
    AnswerAssessment,
    Brief,
    Conclusion,
    EngineError,
    Exchange,
    PanelBrief,
    Piece,
)
from interviewers.engines.builtin.engine import BuiltinEngine
from interviewgpt.db import in_db
from interviews import ledger, services
from interviews.models import Interview, Message

__all__ = ["ANSWER", "ScriptedEngine", "fresh", "panel_lines", "post", "scripted"]

ANSWER = "我会先看慢查询日志，再用 EXPLAIN 确认索引，最后压测验证，延迟从 800 毫秒降到 90 毫秒。"


class ScriptedEngine:
    """An engine from outside, as an operator might bring one: slow, or failing where it is told."""

    name = "scripted"
    fails: set[str] = set()
    seconds = 0.0
    spoken: list[str] = []
    asked = 0
    """How many judgements it has begun: it has looked at ``seconds`` for each."""

    def __init__(self) -> None:
        self._builtin = BuiltinEngine()

    async def speak(self, brief: Brief) -> AsyncIterator[Piece]:
        type(self).spoken.append(brief.kind.value)
        for number in range(3):
            await asyncio.sleep(self.seconds)
            if number == 1 and {"speak", brief.kind.value} & self.fails:
                raise EngineError("the line is dead")
            yield Piece(f"{brief.kind.value} {number} ")

    async def assess(self, exchange: Exchange) -> AnswerAssessment:
        type(self).asked += 1
        await asyncio.sleep(self.seconds)
        if "assess" in self.fails:
            raise EngineError("no judgement")
        if "bug" in self.fails:
            raise ZeroDivisionError("nobody foresaw this")
        return await self._builtin.assess(exchange)

    async def conclude(self, panel: PanelBrief) -> Conclusion:
        await asyncio.sleep(self.seconds)
        if "conclude" in self.fails:
            raise EngineError("no report")
        return await self._builtin.conclude(panel)


def scripted(settings: Any) -> type[ScriptedEngine]:
    """Have the engine used, as it is before it is told anything."""
    settings.ENGINE = "interviews.tests.scripted.ScriptedEngine"
    settings.FALLBACK = "error"
    ScriptedEngine.fails = set()
    ScriptedEngine.seconds = 0.0
    ScriptedEngine.spoken = []
    ScriptedEngine.asked = 0
    return ScriptedEngine


async def post(interview: Interview, content: str = ANSWER, **more: Any) -> ledger.Posted:
    return await in_db(
        services.post_message,
        interview_id=interview.pk,
        content=content,
        sender_type="user",
        **more,
    )


async def fresh(interview: Interview) -> Interview:
    return await in_db(Interview.objects.get, pk=interview.pk)


async def panel_lines(interview: Interview) -> list[str]:
    return await in_db(
        lambda: [
            str((m.metadata or {}).get("kind"))
            for m in Message.objects.filter(interview=interview, sender_type="interviewer")
        ]
    )
