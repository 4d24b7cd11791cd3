"""A résumé's bytes → text, in a process of its own."""

from __future__ import annotations

import json
import os
import selectors
import signal
import time
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any

from interviews.resumes.base import Limits, ResumeError, ResumeKind, ResumeProblem, ResumeText
from interviews.resumes.host import begin

__all__ = ["extract"]

#: Signals by which a process ends that ran into its limits, allocators' ways to give up included.
_OVERSPENT = {signal.SIGXCPU, signal.SIGKILL, signal.SIGABRT, signal.SIGTRAP, signal.SIGILL}


def extract(path: Path, *, limits: Limits = Limits()) -> ResumeText:  # noqa: B008 - frozen
    """The text of the résumé at ``path``, decided by its content and never by its name.

    Blocks for at most ``limits.wall_seconds`` and about a tenth of a second on usual files, so it
    belongs in a thread where waiting does no harm. Safe to call from many threads; each call runs
    one process of up to ``limits.max_memory`` bytes, so the caller bounds how many run at once.

    Raises ``ResumeError`` for anything wrong with the file and ``OSError`` if it cannot be opened.
    """
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        if not size:
            raise ResumeError(ResumeProblem.EMPTY)
        if size > limits.max_bytes:
            raise ResumeError(ResumeProblem.TOO_LARGE)
        answer = _ask(file, limits)
    if "problem" in answer:
        raise ResumeError(ResumeProblem(answer["problem"]))
    return ResumeText(
        kind=ResumeKind(answer["kind"]),
        text=answer["text"],
        pages=answer["pages"],
        truncated=answer["truncated"],
    )


def _ask(file: IO[bytes], limits: Limits) -> dict[str, Any]:
    deadline = time.monotonic() + limits.wall_seconds
    try:
        reading = begin(file, json.dumps(asdict(limits)))
    except OSError:
        raise ResumeError(ResumeProblem.FAILED) from None
    try:
        output = _collect(reading.answer, deadline, most=8 * limits.max_chars + 10_000)
        code = reading.wait(1.0) if output is not None else None
    except OSError:
        raise ResumeError(ResumeProblem.FAILED) from None
    finally:
        reading.close()
    if output is None or code is None:
        raise ResumeError(ResumeProblem.TIMEOUT)
    if code < 0 and not output:
        raise ResumeError(_cause(code))
    try:
        answer: dict[str, Any] = json.loads(output)
    except ValueError:
        raise ResumeError(ResumeProblem.FAILED) from None
    return answer


def _collect(pipe: int, deadline: float, *, most: int) -> bytes | None:
    """What the process writes before it closes its end; None if it is late or writes too much."""
    parts = bytearray()
    with selectors.DefaultSelector() as selector:
        selector.register(pipe, selectors.EVENT_READ)
        while (left := deadline - time.monotonic()) > 0 and len(parts) <= most:
            if not selector.select(left):
                continue
            part = os.read(pipe, 64 * 1024)
            if not part:
                return bytes(parts)
            parts += part
    return None


def _cause(returncode: int) -> ResumeProblem:
    try:
        killer = signal.Signals(-returncode)
    except ValueError:
        return ResumeProblem.FAILED
    return ResumeProblem.TOO_COMPLEX if killer in _OVERSPENT else ResumeProblem.DAMAGED
