"""The engine of one piece of work, and who takes over when it fails or has used up its tokens.

`turns` says what is to be said, judged or concluded; which engine did it, what that cost, and that
the built-in one had to stand in, is known here, told to the room, and counted on the interview.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass
from typing import Any, Generic, TypeVar

from django.conf import settings
from django.db.models import F, IntegerField

from interviewers.engines.base import (
    AnswerAssessment,
    Brief,
    Conclusion,
    Engine,
    EngineError,
    Exchange,
    Fault,
    PanelBrief,
    Usage,
)
from interviewers.engines.registry import builtin_engine, current_engine
from interviewgpt.meters import TAKEOVERS
from interviewgpt.prepared import Given, Update
from interviews import rooms
from interviews.models import Interview
from interviews.protocol import RoomStatus
from interviews.ways import Way

__all__ = ["Done", "Takeover", "Thinking", "spend", "usage_data"]

logger = logging.getLogger(__name__)

T = TypeVar("T")
Hear = Callable[[int, str], Awaitable[None]]
"""Takes the pieces of speech with their numbers; 0 starts anew."""


@dataclass(frozen=True, slots=True)
class Takeover:
    """The built-in engine stands in for ``engine``, because of ``fault``."""

    engine: str
    fault: Fault

    def data(self) -> dict[str, str]:
        return {"from": self.engine, "reason": self.fault.value}


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """What an engine made, which one, and what a model cost on the way, even one that failed."""

    value: T
    engine: str
    usage: Usage
    takeover: Takeover | None = None


class Thinking:
    """The configured engine as long as it works; from its first failure on, the built-in one.

    ``interview`` is as it was last loaded for this piece of work. With ``FALLBACK`` "error" a
    failure is raised as `EngineError`. At ``TOKEN_CAP`` tokens the built-in engine goes on in any
    case.
    """

    def __init__(self, interview: Interview, way: Way, reply_to: int | None = None) -> None:
        self.interview = interview
        self._way = way
        self._reply_to = reply_to
        self._engine = current_engine()
        self._builtin = builtin_engine()
        self._tokens = interview.usage_prompt_tokens + interview.usage_completion_tokens
        self._takeover: Takeover | None = None

    async def speak(self, brief: Brief, hear: Hear) -> Done[str]:
        """The whole message, which ``hear`` has got in pieces: more than once from the beginning
        when the speaker was replaced."""

        async def said(engine: Engine) -> tuple[str, Usage]:
            parts: list[str] = []
            usage = Usage()
            async for piece in engine.speak(brief):
                usage = piece.usage or usage
                if text := _storable(piece.text):
                    await hear(len(parts), text)
                    parts.append(text)
            text = "".join(parts)
            if not text.strip():
                raise EngineError("nothing was said", fault=Fault.EMPTY, usage=usage)
            return text, usage

        return await self._by_whom_it_works(said)

    async def assess(self, exchange: Exchange) -> Done[AnswerAssessment]:
        async def judged(engine: Engine) -> tuple[AnswerAssessment, Usage]:
            result = await engine.assess(exchange)
            return result, result.usage

        return await self._by_whom_it_works(judged)

    async def conclude(self, panel: PanelBrief) -> Done[Conclusion]:
        async def written(engine: Engine) -> tuple[Conclusion, Usage]:
            result = await engine.conclude(panel)
            return result, result.usage

        return await self._by_whom_it_works(written)

    async def _by_whom_it_works(
        self, part: Callable[[Engine], Awaitable[tuple[T, Usage]]]
    ) -> Done[T]:
        lost = Usage()
        itself = self._engine.name == self._builtin.name
        if self._takeover is None and not itself and 0 < settings.TOKEN_CAP <= self._tokens:
            await self._take_over(Fault.USED_UP)
        if self._takeover is None:
            try:
                value, usage = await part(self._engine)
            except EngineError as error:
                lost = error.usage
                await self._count(lost)
                if itself or settings.FALLBACK != "builtin":
                    raise
                # Without a traceback: with a server that is down this is written every turn.
                logger.warning("interview %s: %s", self.interview.pk, error)
                await self._take_over(error.fault)
            else:
                await self._count(usage)
                return Done(value, self._engine.name, usage)
        value, _ = await part(self._builtin)
        return Done(value, self._builtin.name, lost, self._takeover)

    async def _take_over(self, fault: Fault) -> None:
        interview = self.interview
        self._takeover = Takeover(self._engine.name, fault)
        TAKEOVERS.labels(fault.value).inc()
        event = rooms.status_event(
            RoomStatus.ENGINE_CHANGED,
            interview.language,
            interview.current_interviewer,
            engine=self._builtin.name,
            **self._takeover.data(),
            reply_to=self._reply_to,
        )
        await self._way.tell(interview.pk, event)

    async def _count(self, usage: Usage) -> None:
        if usage.model:
            self._tokens += usage.tokens
            await self._way.db(spend, interview_id=self.interview.pk, usage=usage)


_COUNTS = ("calls", "prompt_tokens", "completion_tokens", "milliseconds")
_SPENT = Update(
    lambda: (
        Interview.objects.filter(pk=Given("interview_id")),
        {f"usage_{name}": F(f"usage_{name}") + Given(name, IntegerField()) for name in _COUNTS},
    )
)


def spend(*, interview_id: int, usage: Usage) -> None:
    """Add what a call cost to the interview's totals, in one statement."""
    _SPENT.run(interview_id=interview_id, **{name: getattr(usage, name) for name in _COUNTS})


def usage_data(usage: Usage) -> dict[str, Any] | None:
    """What a call cost, as it is stored and sent; None where no model had a part."""
    return asdict(usage) if usage.model else None


def _storable(text: str) -> str:
    """Without NUL and lone surrogates, which not every database takes."""
    return text.replace("\0", "").encode("utf-8", "ignore").decode("utf-8")
