"""The words of résumé reading: kinds, problems, limits and the text that comes out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Draft", "Limits", "ResumeError", "ResumeKind", "ResumeProblem", "ResumeText"]


class ResumeKind(StrEnum):
    """What a résumé is by its content; the value is the extension it is stored under."""

    PDF = "pdf"
    DOC = "doc"
    DOCX = "docx"


class ResumeProblem(StrEnum):
    """Why a résumé gave no text. The values are codes for the edges to put into words."""

    WRONG_KIND = "wrong_kind"  # neither PDF, DOC nor DOCX, whatever its name says
    TOO_LARGE = "too_large"  # more bytes than ``Limits.max_bytes``
    EMPTY = "empty"  # no bytes at all
    ENCRYPTED = "encrypted"  # opens only with a password
    DAMAGED = "damaged"  # the right kind, but truncated or broken
    NO_TEXT = "no_text"  # pictures only (scanned), outlines, or blank
    UNREADABLE = "unreadable"  # there are letters, but no way to tell which
    TOO_COMPLEX = "too_complex"  # hit the limit of memory, CPU or unpacked size
    TIMEOUT = "timeout"  # hit the limit of time on the clock
    FAILED = "failed"  # no fault of the file: the reading process could not run


class ResumeError(Exception):
    """A résumé could not be read. Carries a code and never anything out of the file."""

    def __init__(self, code: ResumeProblem) -> None:
        super().__init__(code.value)
        self.code = code


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one résumé may cost. Bytes, seconds, pages and characters."""

    max_bytes: int = 10 * 1024 * 1024
    max_memory: int = 256 * 1024 * 1024
    max_unpacked: int = 64 * 1024 * 1024
    cpu_seconds: int = 5
    wall_seconds: float = 7.0
    max_pages: int = 50
    max_chars: int = 100_000


@dataclass(frozen=True, slots=True)
class ResumeText:
    """The text of a résumé, cleaned (see ``clean.tidy``).

    ``pages`` is the page count of a PDF and None for the other kinds, which have none in the file.
    ``truncated`` says that pages or characters beyond the limits were left out.
    """

    kind: ResumeKind
    text: str
    pages: int | None
    truncated: bool


@dataclass(frozen=True, slots=True)
class Draft:
    """What a parser hands over before cleaning. ``unread`` counts glyphs without a known letter."""

    kind: ResumeKind
    text: str
    pages: int | None = None
    truncated: bool = False
    unread: int = 0
