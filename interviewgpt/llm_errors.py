"""The ways a call to a model can fail, few enough to decide by.

Texts are for the log: short, on one line, without keys and without whole pages of a proxy.
"""

from __future__ import annotations

from email.utils import parsedate_to_datetime
from time import time
from typing import Any, ClassVar

__all__ = [
    "AuthError",
    "ConnectionFailedError",
    "CutShortError",
    "EmptyError",
    "LLMError",
    "MalformedError",
    "RateLimitedError",
    "RefusalError",
    "RejectedError",
    "RestingError",
    "ServerFailedError",
    "StalledError",
    "UnfinishedError",
    "UnfitError",
    "broken_line",
    "named",
    "of_finish",
    "of_status",
]

_LONGEST = 200


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


class LLMError(Exception):
    """A call failed. ``retry`` tells whether the same call may well succeed a little later,
    ``reason`` what went wrong in a word that may be shown, and ``down`` whether other calls are
    likely to fare no better, because it is the server and not this one call."""

    retry: ClassVar[bool] = False
    reason: ClassVar[str] = "failed"
    down: ClassVar[bool] = False

    def __init__(self, text: str) -> None:
        super().__init__(_shortened(text))


class ConnectionFailedError(LLMError):
    """Nobody listens at the address, or the connection broke."""

    retry = True
    reason = "unreachable"
    down = True


class AuthError(LLMError):
    """The key is missing, wrong, or not allowed to do this."""

    reason = "unauthorized"
    down = True


class RateLimitedError(LLMError):
    """Too many requests. ``retry_after`` is what the server asks to wait, in seconds, if it said
    so. A used-up quota is told by ``exhausted``: no wait within a turn cures that."""

    retry = True
    reason = "rate_limited"
    down = True

    def __init__(
        self, text: str, *, retry_after: float | None = None, exhausted: bool = False
    ) -> None:
        super().__init__(text)
        self.retry_after = retry_after
        self.exhausted = exhausted


class RejectedError(LLMError):
    """The server does not take this request: a parameter, a format, a model it does not know.
    ``negotiable`` is whether leaving something out might help; ``body`` is what it said."""

    reason = "rejected"

    def __init__(self, text: str, *, body: str = "", negotiable: bool = False) -> None:
        super().__init__(text)
        self.body = body
        self.negotiable = negotiable


class ServerFailedError(LLMError):
    """The server failed: a 5xx, or an error in the middle of a stream."""

    retry = True
    reason = "server_error"
    down = True


class StalledError(LLMError):
    """Silence for too long: before the first byte, between two pieces, or in all."""

    retry = True
    reason = "timeout"
    down = True


class MalformedError(LLMError):
    """What came is not what was agreed: HTML, broken events, JSON of another shape."""

    retry = True
    reason = "malformed"
    down = True


class UnfinishedError(LLMError):
    """The stream ended cleanly without saying why; what came may be half a sentence."""

    retry = True
    reason = "unfinished"


class CutShortError(LLMError):
    """The text was cut at a limit of length, the server's or ours."""

    reason = "cut_short"


class RefusalError(LLMError):
    """The model, or a filter in front of it, declined."""

    reason = "refused"


class EmptyError(LLMError):
    """A complete reply without a word in it."""

    retry = True
    reason = "empty"


class UnfitError(LLMError):
    """A reply that must not be given: it repeats its directions, thinks aloud, or is in another
    language than was asked for."""

    retry = True
    reason = "unfit"


class RestingError(LLMError):
    """Not asked at all: it has failed several times in a row and is left alone for a while."""

    reason = "resting"


def named(error: BaseException | None) -> str:
    """An error as a log may have it: how aiohttp represents one has the request's headers in it."""
    return f"{type(error).__name__}: {error}"


def broken_line(error: BaseException | None) -> BaseException | None:
    """What failed where a time is said to be over and is not: between aiohttp and the library every
    failure to connect becomes a timeout."""
    import aiohttp

    while error is not None:
        if isinstance(error, aiohttp.ClientError):
            return None if isinstance(error, TimeoutError) else error
        error = error.__cause__
    return None


_CUT = frozenset({"length", "max_tokens", "model_length", "max_output_tokens"})
_FILTERED = frozenset({"content_filter", "safety", "recitation", "blocklist", "prohibited_content"})
_FAILED = frozenset({"error", "abort", "cancelled"})
"""Finish reasons of OpenAI, and of servers that pass on those of other makers or of a failure."""


def of_finish(reason: str) -> LLMError | None:
    """What a finish reason says against the reply it ends; None where the reply is whole."""
    word = reason.lower()
    if not word:
        return UnfinishedError("the stream ended without a finish reason")
    if word in _FILTERED:
        return RefusalError("the model declined")
    if word in _CUT:
        return CutShortError("the server's limit of length was reached")
    return ServerFailedError(f"the reply ended with {word}") if word in _FAILED else None


def of_status(error: Any) -> LLMError:
    """What an answer of 4xx or 5xx means; ``error`` is the library's."""
    status: int = error.status_code
    said = f"HTTP {status} {error.code or ''}"
    if status in (401, 403):
        return AuthError(said)
    if status == 429:
        exhausted = "insufficient_quota" in (error.code, error.type)
        wait = _retry_after(error.response.headers)
        return RateLimitedError(said, retry_after=wait, exhausted=exhausted)
    if status == 408:
        return StalledError(said)
    body = str(error.body or error.message)
    if status == 501 or status < 500:
        negotiable = status in (400, 415, 422, 501)
        return RejectedError(f"{said}: {body}", body=body, negotiable=negotiable)
    return ServerFailedError(said)


def _retry_after(headers: Any) -> float | None:
    """Seconds to wait as the headers say it: in milliseconds, in seconds, or by a date."""
    for name, unit in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        try:
            return max(0.0, float(headers.get(name, "")) * unit)
        except ValueError:
            continue
    try:
        return max(0.0, parsedate_to_datetime(headers.get("retry-after", "")).timestamp() - time())
    except ValueError:
        return None
