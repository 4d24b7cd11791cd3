"""Résumés on their way in: stored under a name of ours, read in a separate process."""

from __future__ import annotations

import logging
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from interviewgpt.api.errors import ApiError, ErrorCode
from interviewgpt.db import let_go
from interviews.creation import ResumeFile
from interviews.resumes import ResumeError, ResumeProblem, extract

__all__ = ["discard_file", "discard_resume", "resume_file", "store_resume", "stored_resumes"]

logger = logging.getLogger(__name__)

_FOLDER = "resumes"
_INCOMING = "incoming"
#: Seconds after which an incoming file is nobody's: its server was killed while it was read.
_ABANDONED = 3600
#: Seconds that an upload waits for a reading process, and that a client is told to wait after it.
#: With ``Limits.wall_seconds`` they stay under ten, within which every upload is answered.
_PATIENCE, _RETRY_AFTER = 2.0, 5
_readers = threading.BoundedSemaphore(settings.RESUME_READERS)
_PROBLEMS: dict[ResumeProblem, Any] = {
    ResumeProblem.WRONG_KIND: _("Only PDF, DOC and DOCX files are read."),
    ResumeProblem.TOO_LARGE: _("The file is larger than 10 MB."),
    ResumeProblem.ENCRYPTED: _("The file is protected by a password."),
    ResumeProblem.DAMAGED: _("The file is damaged."),
    ResumeProblem.EMPTY: _("The file is empty."),
    ResumeProblem.NO_TEXT: _("The file has no text; it may be a scan."),
    ResumeProblem.UNREADABLE: _(
        "The text of the file cannot be read; its fonts have no usable map."
    ),
    ResumeProblem.TOO_COMPLEX: _("The file is too complex to be read."),
    ResumeProblem.TIMEOUT: _("Reading the file takes too long."),
}


def store_resume(upload: UploadedFile) -> ResumeFile:
    """Keep an uploaded résumé and read its text; nothing is kept when it cannot be read.

    Raises ApiError VALIDATION_ERROR on ``resume`` for a file that is no résumé we can read,
    PAYLOAD_TOO_LARGE beyond ``MAX_RESUME_BYTES``, THROTTLED when ``RESUME_READERS`` others are
    being read and none is done soon, FILE_UPLOAD_ERROR when the storage fails.
    """
    if (upload.size or 0) > settings.MAX_RESUME_BYTES:
        raise ApiError(ErrorCode.PAYLOAD_TOO_LARGE)
    folder = Path(settings.MEDIA_ROOT) / _FOLDER
    incoming = folder.with_name(_INCOMING)
    name = str(uuid.uuid4())
    path = incoming / name
    try:
        folder.mkdir(parents=True, exist_ok=True)
        incoming.mkdir(exist_ok=True)
        _clear(incoming)
        with path.open("wb") as file:
            for chunk in upload.chunks():
                file.write(chunk)
        try:
            with _turn():
                read = extract(path)
        except ApiError:
            path.unlink(missing_ok=True)
            raise
        except ResumeError as error:
            path.unlink(missing_ok=True)
            message = _PROBLEMS.get(error.code)
            if message is None:
                raise ApiError(ErrorCode.FILE_UPLOAD_ERROR) from error
            raise ApiError(ErrorCode.VALIDATION_ERROR, details={"resume": [message]}) from error
        final = folder / f"{name}.{read.kind.value}"
        path.rename(final)
    except OSError as error:
        logger.exception("a résumé could not be stored")
        with suppress(OSError):
            path.unlink(missing_ok=True)
        raise ApiError(ErrorCode.FILE_UPLOAD_ERROR) from error
    return ResumeFile(f"{settings.UPLOADS_URL}{_FOLDER}/{final.name}", read.text)


def _clear(incoming: Path) -> None:
    """Delete what was left behind by servers that were killed while they read a file."""
    for path in incoming.iterdir():
        with suppress(FileNotFoundError):
            if time.time() - path.stat().st_mtime > _ABANDONED:
                path.unlink()


@contextmanager
def _turn() -> Iterator[None]:
    """One of the few places for reading processes, without a database connection meanwhile."""
    let_go()
    if not _readers.acquire(timeout=_PATIENCE):
        raise ApiError(
            ErrorCode.THROTTLED,
            _("Many résumés are being read at the moment: please try again in a few seconds."),
            details={"retry_after": _RETRY_AFTER},
            retry_after=_RETRY_AFTER,
        )
    try:
        yield
    finally:
        _readers.release()


def resume_file(path: str) -> Path:
    """The file behind a ``resume_path``."""
    return Path(settings.MEDIA_ROOT) / path.removeprefix(settings.UPLOADS_URL)


def stored_resumes() -> Iterator[Path]:
    """The files of all stored résumés, whether an interview knows them or not."""
    folder = Path(settings.MEDIA_ROOT) / _FOLDER
    if folder.is_dir():
        yield from (path for path in folder.iterdir() if path.is_file())


def discard_resume(resume: ResumeFile) -> None:
    """Forget a stored résumé that no interview came of."""
    discard_file(resume.path)


def discard_file(path: str) -> None:
    """Delete the file behind a ``resume_path``; one that resists is logged and left to the
    retention command."""
    try:
        resume_file(path).unlink(missing_ok=True)
    except OSError:
        logger.exception("a résumé could not be deleted")
