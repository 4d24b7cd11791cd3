"""The secret key: given by the operator, or made once and kept in the data folder."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
import tempfile
from contextlib import suppress
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

__all__ = ["derived_key", "secret_key"]

SHORTEST = 32


def secret_key(given: str, folder: Path, *, must_be_given: bool = False) -> str:
    """Return ``given``, or the key in ``folder/secret.key``, made on first use (mode 600).

    Processes that start together get the same key. Raises ImproperlyConfigured when a key is
    shorter than 32 characters, when it ``must_be_given`` and is not, or the folder cannot be used.
    """
    if must_be_given and not given:
        raise ImproperlyConfigured(
            "开了 INTERVIEWGPT_TLS 就必须给出 INTERVIEWGPT_SECRET_KEY（50 个以上的随机字符）。 / "
            "INTERVIEWGPT_SECRET_KEY must be given where INTERVIEWGPT_TLS is on "
            "(50 random characters or more)."
        )
    if given:
        if len(given) < SHORTEST:
            raise ImproperlyConfigured(
                f"INTERVIEWGPT_SECRET_KEY 至少要有 {SHORTEST} 个字符。 / "
                f"INTERVIEWGPT_SECRET_KEY must have at least {SHORTEST} characters."
            )
        return given
    path = folder / "secret.key"
    try:
        if not path.exists():
            folder.mkdir(parents=True, exist_ok=True)
            _make(path)
        key = path.read_text(encoding="ascii").strip()
    except OSError as error:
        raise ImproperlyConfigured(
            f"INTERVIEWGPT_DATA_DIR：目录 {folder} 不能用（{error.strerror}）。 / "
            f"INTERVIEWGPT_DATA_DIR: the folder {folder} cannot be used ({error.strerror})."
        ) from error
    except UnicodeDecodeError:
        key = ""
    if len(key) < SHORTEST:
        raise ImproperlyConfigured(
            f"{path} 里没有至少 {SHORTEST} 个字符的密钥；删掉它，下次启动会生成新的。 / "
            f"{path} does not hold a key of at least {SHORTEST} characters; "
            "remove it, and a new one is made at the next start."
        )
    return key


def derived_key(key: str, purpose: str) -> str:
    """A key for one ``purpose`` alone: 64 hexadecimal digits (HMAC-SHA256 of it with ``key``)."""
    return hmac.new(key.encode(), purpose.encode(), hashlib.sha256).hexdigest()


def _make(path: Path) -> None:
    """Put a new key at ``path``, whole from the first moment, unless another process was first."""
    descriptor, name = tempfile.mkstemp(prefix=".secret-", dir=path.parent)
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(48))
        with suppress(FileExistsError):
            os.link(name, path)
    finally:
        Path(name).unlink()
