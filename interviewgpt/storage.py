"""Uploads in an S3-compatible bucket, for servers on more than one machine.

Needs `django-storages[s3]`. The bucket stays private: files leave it through the application, to
whom the policy gives them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from boto3.exceptions import Boto3Error
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from storages.backends.s3 import S3Storage

__all__ = ["Bucket"]

_CONNECT_SECONDS, _READ_SECONDS, _ATTEMPTS = 3, 15, 2


class Bucket(S3Storage):
    """A bucket whose failures are OSError, as those of a folder are."""

    def __init__(self, *, by_path: bool, **options: Any) -> None:
        client = Config(
            connect_timeout=_CONNECT_SECONDS,
            read_timeout=_READ_SECONDS,
            retries={"total_max_attempts": _ATTEMPTS, "mode": "standard"},
            s3={"addressing_style": "path"} if by_path else {},
            # Not every compatible server knows the newer checksums.
            request_checksum_calculation="when_required",
            response_checksum_validation="when_required",
        )
        super().__init__(client_config=client, **options)

    def save(self, name: str | None, content: Any, max_length: int | None = None) -> str:
        with _told():
            return str(super().save(name, content, max_length))

    def open(self, name: str, mode: str = "rb") -> Any:
        with _told():
            return super().open(name, mode)

    def delete(self, name: str) -> None:
        with _told():
            super().delete(name)

    def listdir(self, name: str) -> tuple[list[str], list[str]]:
        with _told():
            folders, files = super().listdir(name)
            return folders, files

    def get_modified_time(self, name: str) -> datetime:
        with _told():
            found: datetime = super().get_modified_time(name)
            return found


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except ClientError as error:
        if error.response.get("Error", {}).get("Code") in ("404", "NoSuchKey"):
            raise FileNotFoundError(str(error)) from error
        raise OSError(str(error)) from error
    except (BotoCoreError, Boto3Error) as error:
        raise OSError(str(error)) from error
