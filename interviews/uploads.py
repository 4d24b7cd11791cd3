"""Résumés on their way in: stored under a name of ours, read in a separate process."""

from __future__ import annotations

import logging
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from django.conf import settings
from django.core.files import File
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from interviewgpt.api.errors import ApiError, ErrorCode
from interviewgpt.db import let_go
from interviews.creation import ResumeFile
from interviews.resumes import ResumeError, ResumeProblem, extract

__all__ = [
    "discard_file",
    "discard_resume",
    "open_resume",
    "store_resume",
    "stored_at",
    "stored_resumes",
]

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
    ResumeProblem.WRONG_KIND: _(
        "By its content this is no PDF, DOC or DOCX file; please choose another."
    ),
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
    incoming = Path(settings.MEDIA_ROOT) / _INCOMING
    name = str(uuid.uuid4())
    path = incoming / name
    try:
        incoming.mkdir(parents=True, exist_ok=True)
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
        with path.open("rb") as file:
            final = default_storage.save(
                f"{_FOLDER}/{name}.{read.kind.value}", _Arrived(file, path)
            )
        path.unlink(missing_ok=True)
    except OSError as error:
        logger.exception("a résumé could not be stored")
        with suppress(OSError):
            path.unlink(missing_ok=True)
        raise ApiError(ErrorCode.FILE_UPLOAD_ERROR) from error
    return ResumeFile(f"{settings.UPLOADS_URL}{final}", read.text)


class _Arrived(File):
    """A file that a storage on this machine may take by its path instead of copying it."""

    def __init__(self, file: IO[bytes], path: Path) -> None:
        super().__init__(file, path.name)
        self._path = path

    def temporary_file_path(self) -> str:
        return str(self._path)


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


def open_resume(path: str) -> File[bytes] | None:
    """The file behind a ``resume_path``, None when there is none. Raises OSError when the storage
    does not answer."""
    try:
        return default_storage.open(_name(path))
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
        return None


def stored_resumes() -> Iterator[str]:
    """The ``resume_path`` of all stored résumés, whether an interview knows them or not."""
    try:
        _folders, names = default_storage.listdir(_FOLDER)
    except FileNotFoundError:
        return
    yield from (f"{settings.UPLOADS_URL}{_FOLDER}/{name}" for name in names)


def stored_at(path: str) -> datetime | None:
    """When the file behind a ``resume_path`` was stored, None when it is gone."""
    try:
        return default_storage.get_modified_time(_name(path))
    except FileNotFoundError:
        return None


def _name(path: str) -> str:
    return path.removeprefix(settings.UPLOADS_URL)


def discard_resume(resume: ResumeFile) -> None:
    """Forget a stored résumé that no interview came of."""
    discard_file(resume.path)


def discard_file(path: str) -> bool:
    """Delete the file behind a ``resume_path``; one that resists is logged and left to the
    retention command. Whether it is gone."""
    try:
        default_storage.delete(_name(path))
    except OSError:
        logger.exception("a résumé could not be deleted")
        return False
    return True
