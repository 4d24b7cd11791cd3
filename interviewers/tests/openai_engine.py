"""The engine under test, talking to a fake server, with patience measured in tenths of seconds."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

from interviewers.engines.openai import OpenAIEngine
from interviewers.tests.fake_openai import FakeOpenAI, Reply
from interviewgpt.llm import LLM, LLMConfig

__all__ = ["QUICK", "engine_at"]

QUICK = LLMConfig("asked-model", "key", first_byte=0.4, stall=0.4, deadline=2.5, pause=0.01)


@asynccontextmanager
async def engine_at(
    *script: Reply, graders: int = 1, **changes: Any
) -> AsyncIterator[tuple[OpenAIEngine, FakeOpenAI]]:
    """An engine with ``changes`` to `QUICK`, and its server with ``script``."""
    async with FakeOpenAI(*script) as server:
        llm = LLM(replace(QUICK, base_url=server.url, **changes))
        yield OpenAIEngine(llm, graders=graders), server
        await llm.close()
