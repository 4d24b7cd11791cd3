"""The store of the rates: shared over Redis where there is one, and never in anybody's way."""

from __future__ import annotations

import time
from functools import cache
from typing import Any

from django.core.cache import caches
from django.core.cache.backends.base import BaseCache
from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

from interviewgpt import outage

__all__ = ["LenientRedisCache", "rates"]

MUTE_SECONDS = 5
"""How long a Redis that failed is left alone."""


@cache
def rates() -> BaseCache:
    """The cache "rates" of this process. Django's own handler would make a new one, and with it
    new connections, for every request."""
    return caches.create_connection("rates")


class LenientRedisCache(RedisCache):
    """Redis as a cache that is empty while it is away.

    After a failure Redis is left alone for a few seconds, so that requests do not queue up before a
    server that does not answer. Whoever counts with it counts nothing meanwhile.
    """

    def __init__(self, server: Any, params: dict[str, Any]) -> None:
        super().__init__(server, params)
        self._muted = 0.0

    def get(self, key: Any, default: Any = None, version: Any = None) -> Any:
        if time.monotonic() < self._muted:
            return default
        try:
            return super().get(key, default, version)
        except (RedisError, OSError) as error:
            self._mute(error)
            return default

    def set(self, key: Any, value: Any, timeout: Any = 300, version: Any = None) -> None:
        if time.monotonic() < self._muted:
            return
        try:
            super().set(key, value, timeout, version)
        except (RedisError, OSError) as error:
            self._mute(error)

    def _mute(self, error: Exception) -> None:
        self._muted = time.monotonic() + MUTE_SECONDS
        outage.redis.note(error)
