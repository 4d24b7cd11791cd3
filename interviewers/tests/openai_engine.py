"""The engine under test, talking to a fake server: with patience measured in tenths of seconds where
silence is the test, with all the time a busy machine may need where it is not."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from functools import partial
from typing import Any

from interviewers.engines.openai import OpenAIEngine
from interviewers.tests.fake_openai import FakeOpenAI, Reply
from interviewgpt.llm import LLM
from interviewgpt.llm_terms import LLMConfig

__all__ = ["PATIENT", "QUICK", "engine_at", "patient_engine_at"]

QUICK = LLMConfig("asked-model", "key", first_byte=0.4, stall=0.4, deadline=2.5, pause=0.01)

PATIENT = replace(QUICK, first_byte=50.0, stall=50.0, deadline=50.0)


@asynccontextmanager
async def engine_at(
    *script: Reply, graders: int = 1, patience: LLMConfig = QUICK, **changes: Any
) -> AsyncIterator[tuple[OpenAIEngine, FakeOpenAI]]:
    """An engine with ``changes`` to ``patience``, and its server with ``script``."""
    async with FakeOpenAI(*script) as server:
        llm = LLM(replace(patience, base_url=server.url, **changes))
        yield OpenAIEngine(llm, graders=graders), server
        await llm.close()


patient_engine_at = partial(engine_at, patience=PATIENT)
