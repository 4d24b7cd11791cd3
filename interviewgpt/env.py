"""Typed readers of environment variables that fail loudly, naming the variable.

Values come from the process environment and, where that is silent, from the file ``.env`` beside
``manage.py``. An empty value counts as not set.
"""

from __future__ import annotations

import os
import re
from importlib.util import find_spec
from io import StringIO
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import environ
from django.core.exceptions import ImproperlyConfigured

__all__ = [
    "address",
    "boolean",
    "choice",
    "database",
    "integer",
    "items",
    "number",
    "origins",
    "rate",
    "read_file",
    "storage",
    "text",
    "time_zone",
    "url",
]

_TRUE = {"1", "true", "yes", "on"}
_FALSE = {"0", "false", "no", "off"}
_ENV_LINE = re.compile(r"(export )?[A-Za-z_]\w*=|\s*#")
_HOST_NAME = re.compile(r"[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?")
_RATE = re.compile(r"[1-9]\d{0,8}/(s|sec|second|m|min|minute|h|hour|d|day)")
_ORIGIN = re.compile(r"null|[a-z][a-z0-9+.-]*://[^/?#@*\s]+")
_LOCAL = {"postgres", "postgresql", "sqlite", "unix"}


def read_file(path: Path) -> None:
    """Take what ``path`` says for variables the process does not have; no file is no error.

    Under pytest, and in what it starts, the file is left alone: a developer's own keys and
    addresses must not decide what a test sees. Raises ImproperlyConfigured for a file that is
    not UTF-8 or has a line that is neither ``NAME=value`` nor a comment.
    """
    if "PYTEST_VERSION" in os.environ or not path.is_file():
        return
    try:
        content = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise ImproperlyConfigured(f"{path.name} cannot be read as UTF-8 text.") from None
    for number_of_line, line in enumerate(content.splitlines(), start=1):
        if line.strip() and not _ENV_LINE.match(line):
            raise ImproperlyConfigured(
                f"{path.name}: line {number_of_line} must be NAME=value, or a comment after #."
            )
    environ.Env.read_env(StringIO(content), parse_comments=True)


def _raw(name: str) -> str | None:
    value = os.environ.get(name, "").strip()
    return value or None


def text(name: str, default: str = "") -> str:
    return _raw(name) or default


def boolean(name: str, default: bool) -> bool:
    value = _raw(name)
    if value is None:
        return default
    if value.lower() in _TRUE:
        return True
    if value.lower() in _FALSE:
        return False
    raise ImproperlyConfigured(
        f"{name} must be one of 1, 0, true, false, yes, no, on, off; it is {value!r}."
    )


def integer(name: str, default: int, *, low: int, high: int) -> int:
    value = _raw(name)
    if value is None:
        return default
    try:
        result = int(value)
    except ValueError:
        raise ImproperlyConfigured(f"{name} must be a whole number; it is {value!r}.") from None
    if not low <= result <= high:
        raise ImproperlyConfigured(f"{name} must be from {low} to {high}; it is {result}.")
    return result


def number(name: str, default: float, *, low: float, high: float) -> float:
    value = _raw(name)
    if value is None:
        return default
    try:
        result = float(value)
    except ValueError:
        raise ImproperlyConfigured(f"{name} must be a number; it is {value!r}.") from None
    if not low <= result <= high:
        raise ImproperlyConfigured(f"{name} must be from {low:g} to {high:g}; it is {value}.")
    return result


def choice(name: str, default: str, allowed: tuple[str, ...]) -> str:
    """One of ``allowed``, however its letters are written."""
    value = _raw(name)
    if value is None:
        return default
    for word in allowed:
        if value.lower() == word.lower():
            return word
    raise ImproperlyConfigured(f"{name} must be one of {', '.join(allowed)}; it is {value!r}.")


def items(name: str, default: tuple[str, ...] = ()) -> list[str]:
    """A comma-separated list; blanks around and empty items are dropped."""
    value = _raw(name)
    if value is None:
        return list(default)
    return [item.strip() for item in value.split(",") if item.strip()]


def origins(name: str, default: tuple[str, ...]) -> list[str]:
    """Browser origins as browsers write them (``https://host[:port]``), or ``*`` alone for any."""
    found = items(name, default)
    if found == ["*"]:
        return found
    tidy = [origin.lower().removesuffix("/") for origin in found]
    if wrong := next((origin for origin in tidy if not _ORIGIN.fullmatch(origin)), None):
        raise ImproperlyConfigured(
            f"{name} must be * alone or origins like https://app.example:8443; {wrong!r} is none."
        )
    return tidy


def address(name: str, default: str) -> str:
    """A host to listen on: an IP address (IPv6 without brackets) or a host name."""
    value = _raw(name)
    if value is None:
        return default
    value = value.removeprefix("[").removesuffix("]")
    try:
        ip_address(value)
    except ValueError:
        if not _HOST_NAME.fullmatch(value):
            raise ImproperlyConfigured(
                f"{name} must be an IP address or a host name; it is {value!r}."
            ) from None
    return value


def rate(name: str, default: str) -> str:
    """A throttle rate as DRF reads it: a number from 1 and one of second, minute, hour, day."""
    value = _raw(name)
    if value is None:
        return default
    if not _RATE.fullmatch(value):
        raise ImproperlyConfigured(
            f"{name} must be a rate like 60/min (per s, min, hour or day); it is {value!r}."
        )
    return value


def time_zone(name: str, default: str) -> str:
    """A zone of the IANA database, like Asia/Shanghai."""
    value = text(name, default)
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ImproperlyConfigured(
            f"{name} must be a time zone like Asia/Shanghai; it is {value!r}."
        ) from None
    return value


def url(name: str, default: str, schemes: tuple[str, ...]) -> str:
    """An address of one of ``schemes`` with a host (or a path, for local sockets and files), or
    ``default``. Its value is not repeated in the error, because it may hold a password."""
    value = _raw(name)
    if value is None:
        return default
    try:
        parts = urlsplit(value)
        # Reading the port is what makes urlsplit refuse a bad one.
        good = parts.scheme in schemes and parts.port != 0
        good = good and bool(parts.hostname or (parts.scheme in _LOCAL and parts.path.strip("/")))
    except ValueError:
        good = False
    if not good:
        raise ImproperlyConfigured(f"{name} must be an address like {schemes[0]}://…; it is not.")
    return value


def database(name: str, default: Path) -> dict[str, Any]:
    """A Django database entry from an address (``postgres://…`` or ``sqlite:///file``), or the
    SQLite file ``default``, whose path is taken as it is, whatever characters are in it."""
    value = url(name, "", ("postgres", "postgresql", "sqlite"))
    if not value:
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(default)}
    entry: dict[str, Any] = environ.Env.db_url_config(value)
    if not entry["NAME"] or entry["NAME"] == ":memory:":
        raise ImproperlyConfigured(f"{name} must name a database; its path is empty or in memory.")
    return entry


def storage(name: str) -> dict[str, Any]:
    """A Django storage entry for a bucket, ``s3://bucket/prefix?endpoint=…&region=…`` (all but the
    bucket may be left out), or for the folder of uploads."""
    value = url(name, "", ("s3",))
    if not value:
        return {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    parts = urlsplit(value)
    more = parse_qs(parts.query, keep_blank_values=True)
    endpoint, region = (more.pop(key, [""])[-1] for key in ("endpoint", "region"))
    if more or (endpoint and not endpoint.startswith(("http://", "https://"))):
        raise ImproperlyConfigured(
            f"{name} must be like s3://bucket/prefix?endpoint=https://…&region=…; it is not."
        )
    if find_spec("storages") is None or find_spec("boto3") is None:
        raise ImproperlyConfigured(f'{name} needs: pip install "django-storages[s3]"')
    return {
        "BACKEND": "interviewgpt.storage.Bucket",
        "OPTIONS": {
            "bucket_name": parts.hostname,
            "location": parts.path.strip("/"),
            "endpoint_url": endpoint or None,
            "region_name": region or None,
            "by_path": bool(endpoint),
        },
    }
