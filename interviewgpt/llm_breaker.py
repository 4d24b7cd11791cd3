"""Leaves a server that is down alone for a while, so that nobody waits for it again and again."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from interviewgpt.llm_errors import LLMError, RestingError

__all__ = ["FAILURES", "LONGEST", "Breaker"]

FAILURES = 2
"""So many calls in a row that fail because the server is down, and it is left alone."""
LONGEST = 16
"""A rest is at most so many times the first one."""


class Breaker:
    """Refuses calls for ``rest`` seconds (0: never) after `FAILURES` failures in a row.

    After the rest one call is let through on trial, and no other for another rest or until it
    works. When it works all is as before; each trial that fails doubles the rest. ``clock`` gives
    seconds that only grow.
    """

    def __init__(self, rest: float, clock: Callable[[], float] = monotonic) -> None:
        self._rest = rest
        self._clock = clock
        self._failures = 0
        self._until = 0.0

    def admit(self) -> bool:
        """Whether the call to be made is one on trial. Raises `RestingError` for a call that is
        not to be made now."""
        if self._failures < FAILURES or not self._rest:
            return False
        if self._clock() < self._until:
            raise RestingError("it failed several times in a row and is left alone for a while")
        self._lie_down()
        return True

    def report(self, error: LLMError | None) -> None:
        """How a call ended; None for one that worked."""
        if error is None or not error.down:
            self._failures = 0
            return
        self._failures += 1
        self._lie_down()

    def _lie_down(self) -> None:
        longer = 2 ** max(0, min(self._failures - FAILURES, LONGEST))
        self._until = self._clock() + self._rest * min(longer, LONGEST)
