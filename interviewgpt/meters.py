"""What is counted in this process, for `metrics` to tell. Labels are closed sets, and nobody's
data."""

from __future__ import annotations

from prometheus_client import Counter, Gauge, Histogram

__all__ = [
    "CONNECTIONS",
    "DUE",
    "FRAMES_REFUSED",
    "REQUESTS",
    "REQUEST_SECONDS",
    "ROOMS",
    "SWEEPS",
    "TAKEOVERS",
    "TURNS",
    "model_answered",
    "tokens_used",
]

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
_THINKING = (0.1, 0.25, 0.5, 1, 2, 4, 8, 15, 30, 60, 120)
REQUESTS = Counter("interviewgpt_requests", "Answered HTTP requests", ["method", "route", "status"])
REQUEST_SECONDS = Histogram(
    "interviewgpt_request_seconds", "Time to answer", ["route"], buckets=_SECONDS
)
TURNS = Counter(
    "interviewgpt_turns",
    "Pieces of due work by how they ended (done, overtaken, interrupted, or the error's code) "
    "and the engine they began with",
    ["outcome", "engine"],
)
TAKEOVERS = Counter(
    "interviewgpt_takeovers", "Times the built-in engine stood in, by what failed", ["reason"]
)
_MODEL_SECONDS = Histogram(
    "interviewgpt_model_seconds",
    "Time of whole model calls, their attempts included",
    ["outcome"],
    buckets=_THINKING,
)
_MODEL_TOKENS = Counter("interviewgpt_model_tokens", "Tokens the model server counted", ["kind"])
SWEEPS = Counter("interviewgpt_sweeps", "Looks for due work, by outcome", ["outcome"])
FRAMES_REFUSED = Counter("interviewgpt_frames_throttled", "WebSocket frames beyond their rate")
ROOMS = Gauge("interviewgpt_rooms", "Interviews somebody is connected to")
CONNECTIONS = Gauge("interviewgpt_connections", "WebSocket connections to interviews")
DUE = Gauge("interviewgpt_due_turns", "Interviews that are owed work, -1 if nobody knows")


def model_answered(seconds: float, error: Exception | None) -> None:
    """A whole model call has ended; ``error`` is what it ended with."""
    name = "ok" if error is None else type(error).__name__.removesuffix("Error").lower()
    _MODEL_SECONDS.labels(name).observe(seconds)


def tokens_used(prompt: int, completion: int) -> None:
    _MODEL_TOKENS.labels("prompt").inc(prompt)
    _MODEL_TOKENS.labels("completion").inc(completion)
