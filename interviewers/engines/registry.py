"""Which engine thinks and speaks: chosen by setting, made once per process."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import cache

from django.conf import settings
from django.core.signals import setting_changed
from django.utils.module_loading import import_string

from interviewers.engines.base import Engine

__all__ = ["builtin_engine", "close_engine", "current_engine"]

_BUILTIN = "interviewers.engines.builtin.engine.BuiltinEngine"
_SETTINGS = frozenset(
    {
        "ENGINE",
        "OPENAI_API_KEY",
        "OPENAI_BASE_URL",
        "MODEL",
        "MODEL_TIMEOUT",
        "MODEL_STALL",
        "MODEL_DEADLINE",
        "MODEL_REST",
        "MODEL_CONCURRENCY",
        "FALLBACK",
        "TEMPERATURE",
        "GRADERS",
    }
)


_made: list[Engine] = []


@cache
def _make(name: str) -> Engine:
    if name == "auto":
        name = "openai" if settings.OPENAI_API_KEY or settings.OPENAI_BASE_URL else "builtin"
    made = _openai if name == "openai" else import_string(_BUILTIN if name == "builtin" else name)
    engine: Engine = made()
    _made.append(engine)
    return engine


def _openai() -> Engine:
    from interviewers.engines.openai import OpenAIEngine
    from interviewgpt.llm import LLM
    from interviewgpt.llm_terms import LLMConfig

    config = LLMConfig(
        model=settings.MODEL,
        api_key=settings.OPENAI_API_KEY,
        base_url=settings.OPENAI_BASE_URL,
        first_byte=settings.MODEL_TIMEOUT,
        stall=settings.MODEL_STALL,
        deadline=settings.MODEL_DEADLINE,
        concurrency=settings.MODEL_CONCURRENCY,
        # Where nobody takes over, who tries again means it.
        rest=settings.MODEL_REST if settings.FALLBACK == "builtin" else 0,
    )
    return OpenAIEngine(LLM(config), temperature=settings.TEMPERATURE, graders=settings.GRADERS)


def current_engine() -> Engine:
    """The engine named by ``INTERVIEWGPT_ENGINE``: "builtin", "openai", the dotted path of a class,
    or "auto", which is "openai" where a key or an address of a model is set and else "builtin"."""
    return _make(settings.ENGINE)


async def close_engine() -> None:
    """Give back what an engine that was used keeps open for the running loop, if it keeps anything."""
    for engine in _made:
        close: Callable[[], Awaitable[None]] | None = getattr(engine, "close", None)
        if close is not None:
            await close()


def builtin_engine() -> Engine:
    """The engine that needs nothing and nobody."""
    return _make("builtin")


def _forget(*, setting: str, **_: object) -> None:
    if setting in _SETTINGS:
        _make.cache_clear()
        _made.clear()


setting_changed.connect(_forget)
