"""The reading process: a file on stdin, limits as JSON, the answer as JSON on stdout.

The answer is ``{"kind", "text", "pages", "truncated"}`` or ``{"problem": code}``. Everything the
parsers need is imported before the process gives up the right to open anything.
"""

from __future__ import annotations

import importlib
import json
import os
import resource
import signal
import sys
from collections.abc import Callable
from dataclasses import asdict

from interviews.resumes.base import (
    Draft,
    Limits,
    ResumeError,
    ResumeProblem,
    ResumeText,
)
from interviews.resumes.clean import tidy
from interviews.resumes.sniff import Form, decide_form

__all__ = ["main", "prepare"]

_READERS = {
    Form.PDF: ("pdf", "read_pdf"),
    Form.ZIP: ("docx", "read_docx"),
    Form.OLE: ("doc", "read_doc"),
    Form.MIME: ("markup", "read_mime"),
    Form.HTML: ("markup", "read_html"),
    Form.WORDML: ("markup", "read_wordml"),
    Form.RTF: ("rtf", "read_rtf"),
}
#: Encodings are modules of their own, loaded at first use: too late once nothing can be opened.
_ENCODINGS = (
    "gb18030 gb2312 gbk hz big5 big5hkscs cp950 cp932 shift_jis euc_jp cp949 euc_kr cp1250 cp1251"
    " cp1252 cp1253 cp1254 iso8859_2 iso8859_15 latin_1 cp437 utf_8 utf_16 utf_16_le utf_16_be"
).split()


def prepare() -> None:
    """Import what any file may need."""
    for module, _function in _READERS.values():
        importlib.import_module(f"interviews.resumes.{module}")
    for encoding in _ENCODINGS:
        "".encode(encoding)


def main(argument: str) -> None:
    limits = Limits(**json.loads(argument))
    signal.alarm(int(limits.wall_seconds) + 2)  # should the server die before it can end us
    os.nice(15)
    try:
        answer: dict[str, object] = asdict(_read(limits))
    except ResumeError as error:
        answer = {"problem": error.code.value}
    except (MemoryError, RecursionError):
        answer = {"problem": ResumeProblem.TOO_COMPLEX.value}
    sys.stdout.write(json.dumps(answer))
    sys.stdout.flush()
    # Taking parsers apart again is slow and, on broken files, dangerous.
    os._exit(0)


def _read(limits: Limits) -> ResumeText:
    data = sys.stdin.buffer.read(limits.max_bytes + 1)
    if len(data) > limits.max_bytes:
        raise ResumeError(ResumeProblem.TOO_LARGE)
    module, function = _READERS[decide_form(data)]
    read: Callable[[bytes, Limits], Draft] = getattr(
        importlib.import_module(f"interviews.resumes.{module}"), function
    )
    _confine(limits)
    draft = _parse(read, data, limits)
    text = tidy(draft.text)
    if not text:
        raise ResumeError(ResumeProblem.NO_TEXT)
    most = limits.max_chars
    truncated = draft.truncated or len(text) > most
    return ResumeText(draft.kind, text[:most].rstrip(), draft.pages, truncated)


def _parse(read: Callable[[bytes, Limits], Draft], data: bytes, limits: Limits) -> Draft:
    try:
        return read(data, limits)
    except (ResumeError, MemoryError, RecursionError):
        raise
    except Exception as error:
        # Whatever a stranger's bytes make a parser stumble over is damage to the file. The cause
        # stays on the exception for whoever calls the readers in this process.
        raise ResumeError(ResumeProblem.DAMAGED) from error


def _confine(limits: Limits) -> None:
    """Memory and CPU as granted; no new file, socket or process, and nothing written to disk."""
    _limit(resource.RLIMIT_AS, limits.max_memory)
    _limit(resource.RLIMIT_CPU, limits.cpu_seconds)
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_NOFILE, 3)


def _limit(what: int, value: int) -> None:
    hard = resource.getrlimit(what)[1]
    if hard != resource.RLIM_INFINITY:
        value = min(value, hard)
    try:
        resource.setrlimit(what, (value, value))
    except (ValueError, OSError):
        # macOS knows RLIMIT_AS but sets no limit by it; the limits of time hold there all the same.
        if sys.platform != "darwin":
            raise
