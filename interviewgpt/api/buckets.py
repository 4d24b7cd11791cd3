"""Token buckets for what comes without requests: the frames of WebSockets. Pure."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from interviewgpt.expressions import expression

__all__ = ["Bucket", "parse_rate"]

_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
_RATE = expression(r"(\d+)/([smhd])\w*")


def parse_rate(rate: str) -> tuple[int, float]:
    """How many tokens a bucket of this rate (like ``30/s``) holds, and how many it gets a second.

    Raises ValueError for what is no rate.
    """
    found = _RATE.fullmatch(rate)
    if found is None:
        raise ValueError(rate)
    count = int(found[1])
    return count, count / _SECONDS[found[2]]


class Bucket:
    """A bucket that holds a whole period's tokens of a rate, is full at first, and is refilled
    steadily. ``clock`` gives seconds."""

    __slots__ = ("_clock", "_filled", "_speed", "_tokens", "size")

    def __init__(self, rate: str, clock: Callable[[], float] = time.monotonic) -> None:
        self.size, self._speed = parse_rate(rate)
        self._clock = clock
        self._filled = clock()
        self._tokens = float(self.size)

    def _fill(self) -> None:
        now = self._clock()
        self._tokens = min(self.size, self._tokens + (now - self._filled) * self._speed)
        self._filled = now

    @property
    def full(self) -> bool:
        self._fill()
        return self._tokens >= self.size

    def wait(self) -> int:
        """Whole seconds until there is a token again, 0 where there is one; takes none."""
        self._fill()
        if self._tokens >= 1:
            return 0
        return max(1, math.ceil((1 - self._tokens) / self._speed))

    def take(self) -> None:
        """Take a token; to be asked for with `wait` before."""
        self._tokens -= 1
