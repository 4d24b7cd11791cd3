"""Leaves a server that is down alone for a while, so that nobody waits for it again and again."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from interviewgpt.llm_errors import LLMError, RestingError

__all__ = ["FAILURES", "Breaker"]

FAILURES = 3
"""So many calls in a row that fail because the server is down, and it is left alone."""


class Breaker:
    """Refuses calls for ``rest`` seconds (0: never) after `FAILURES` failures in a row.

    After the rest one call is let through, and no other while it is under way, for another rest
    at most. When it works all is as before; when it fails the rest begins anew. ``clock`` gives
    seconds that only grow.
    """

    def __init__(self, rest: float, clock: Callable[[], float] = monotonic) -> None:
        self._rest = rest
        self._clock = clock
        self._failures = 0
        self._until = 0.0

    def admit(self) -> None:
        """Raises `RestingError` for a call that is not to be made now."""
        if self._failures < FAILURES or not self._rest:
            return
        now = self._clock()
        if now < self._until:
            raise RestingError("it failed several times in a row and is left alone for a while")
        self._until = now + self._rest

    def report(self, error: LLMError | None) -> None:
        """How a call ended; None for one that worked."""
        if error is None or not error.down:
            self._failures = 0
            return
        self._failures += 1
        self._until = self._clock() + self._rest
