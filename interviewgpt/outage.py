"""A service that is away: said in the log once, then at most once a minute, and once when it is
back."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable

__all__ = ["Outage", "redis"]

logger = logging.getLogger(__name__)

_AGAIN = 60.0
_SETTLED = 2.5
"""Seconds without a failure before it counts as back: whoever listens at it tries every second."""


class Outage:
    """Whether a service is away, told by those who use it. Safe to call from any thread."""

    def __init__(self, name: str, means: str, clock: Callable[[], float] = time.monotonic) -> None:
        """``means`` says what does not work meanwhile; ``clock`` gives seconds."""
        self._name, self._means, self._clock = name, means, clock
        self._guard = threading.Lock()
        self._since: float | None = None
        self._failures = 0
        self._failed = self._said = 0.0

    @property
    def going_on(self) -> bool:
        return self._since is not None

    def note(self, error: BaseException) -> bool:
        """Count a failure, should ``error`` be one to reach it; False for any other error."""
        if not _is_away(error):
            return False
        now, kind = self._clock(), type(error).__name__
        with self._guard:
            self._failures += 1
            self._failed = now
            if self._since is None:
                self._since = self._said = now
                logger.error("%s does not answer (%s): %s", self._name, kind, self._means)
            elif now - self._said >= _AGAIN:
                self._said = now
                logger.error(
                    "%s still does not answer (%s): %d failures in %d s",
                    self._name,
                    kind,
                    self._failures,
                    now - self._since,
                )
        return True

    def over(self) -> None:
        """It has answered: the outage ends, unless somebody failed a moment ago."""
        if not self.going_on:
            return
        now = self._clock()
        with self._guard:
            if self._since is None or now - self._failed < _SETTLED:
                return
            seconds, failures = now - self._since, self._failures
            self._since, self._failures = None, 0
        logger.warning("%s answers again after %d s (failures: %d)", self._name, seconds, failures)


def _is_away(error: BaseException) -> bool:
    # By its name: without a Redis the library is not loaded.
    of_redis = any(kind.__module__ == "redis.exceptions" for kind in type(error).__mro__)
    return of_redis or isinstance(error, ConnectionError | TimeoutError)


redis = Outage("Redis", "events reach other processes late, and rates are not counted")
