"""What a server takes of a request: found out by being refused, remembered once it worked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal

__all__ = ["Asked", "Features"]

SCHEMA, OBJECT, PROMPT = 0, 1, 2
"""The rungs of the ladder: how a server is asked for data."""
_MOST_TOKENS = 8192
"""A bound on cost. Generous, because models that think first count their thoughts."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Data that is asked for, ``step_down`` rungs below what the server is known to take."""

    name: str
    schema: dict[str, Any]
    step_down: int = 0


@dataclass(frozen=True, slots=True)
class Features:
    """What the server has not refused so far."""

    usage: bool = True
    temperature: bool = True
    limit: Literal["max_tokens", "max_completion_tokens", ""] = "max_tokens"
    rung: int = SCHEMA

    def without(self, complaint: str, *, data: bool) -> Features | None:
        """These features less the one a complaint names, or the most dispensable one."""
        text = complaint.lower()
        format_named = any(word in text for word in ("response_format", "json", "schema", "gramm"))
        lower = replace(self, rung=self.rung + 1) if data and self.rung < PROMPT else None
        limit = replace(self, limit="max_completion_tokens" if self.limit == "max_tokens" else "")
        if self.usage and ("stream_options" in text or "include_usage" in text):
            return replace(self, usage=False)
        if self.limit and ("max_tokens" in text or "max_completion_tokens" in text):
            return limit
        if self.temperature and "temperature" in text:
            return replace(self, temperature=False)
        if lower and format_named:
            return lower
        if self.usage:
            return replace(self, usage=False)
        if lower:
            return lower
        if self.limit:
            return limit
        return replace(self, temperature=False) if self.temperature else None

    def arguments(self, temperature: float, asked: Asked | None) -> dict[str, Any]:
        """What a request carries besides the messages."""
        arguments: dict[str, Any] = {}
        if self.usage:
            arguments["stream_options"] = {"include_usage": True}
        if self.temperature:
            arguments["temperature"] = temperature
        if self.limit:
            arguments[self.limit] = _MOST_TOKENS
        if asked is not None:
            rung = self.rung + asked.step_down
            if rung == SCHEMA:
                schema = {"name": asked.name, "strict": True, "schema": asked.schema}
                arguments["response_format"] = {"type": "json_schema", "json_schema": schema}
            elif rung == OBJECT:
                arguments["response_format"] = {"type": "json_object"}
        return arguments
