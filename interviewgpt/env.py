"""Typed readers of environment variables that fail loudly, naming the variable.

Values come from the process environment and, where that is silent, from the file ``.env`` beside
``manage.py``. An empty value counts as not set.
"""

from __future__ import annotations

import os
from difflib import get_close_matches
from importlib.util import find_spec
from io import StringIO
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import environ
from django.core.exceptions import ImproperlyConfigured

from interviewgpt.expressions import expression

__all__ = [
    "address",
    "boolean",
    "choice",
    "database",
    "engine",
    "hosts",
    "integer",
    "items",
    "likely",
    "number",
    "origins",
    "rate",
    "read_file",
    "storage",
    "text",
    "time_zone",
    "unknown",
    "url",
]

_TRUE = {"1", "true", "yes", "on"}
_FALSE = {"0", "false", "no", "off"}
_ENV_LINE = expression(r"(export )?[A-Za-z_]\w*=|\s*#")
_HOST_NAME = expression(r"[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?")
_RATE = expression(r"[1-9]\d{0,8}/(s|sec|second|m|min|minute|h|hour|d|day)")
_ORIGIN = expression(r"null|[a-z][a-z0-9+.-]*://[^/?#@*\s]+")
_CLASS = expression(r"[A-Za-z_]\w*(\.[A-Za-z_]\w*)+")
_OURS = "INTERVIEWGPT_"
_ELSEWHERE = ("INTERVIEWGPT_TEST_", "INTERVIEWGPT_CI")
_asked_for: set[str] = set()
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


def _wrong(name: str, chinese: str, english: str) -> ImproperlyConfigured:
    """What is wrong with a setting, in both languages: which one its reader speaks is not known."""
    return ImproperlyConfigured(f"{name} {chinese}。 / {name} {english}.")


def _raw(name: str) -> str | None:
    _asked_for.add(name)
    value = os.environ.get(name, "").strip()
    return value or None


def unknown() -> list[str]:
    """Variables with our prefix that no setting reads: most likely misspelt."""
    names = (name for name in os.environ if name.startswith(_OURS))
    return sorted(n for n in names if n not in _asked_for and not n.startswith(_ELSEWHERE))


def likely(name: str) -> str:
    """The setting that was probably meant by ``name``, or ""."""
    return next(iter(get_close_matches(name, _asked_for, n=1, cutoff=0.8)), "")


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
    words = "1, 0, true, false, yes, no, on, off"
    raise _wrong(
        name, f"须为 {words} 之一，现在是 {value!r}", f"must be one of {words}; it is {value!r}"
    )


def integer(name: str, default: int, *, low: int, high: int) -> int:
    value = _raw(name)
    if value is None:
        return default
    try:
        result = int(value)
    except ValueError:
        raise _wrong(
            name, f"须为整数，现在是 {value!r}", f"must be a whole number; it is {value!r}"
        ) from None
    if not low <= result <= high:
        raise _wrong(
            name,
            f"须在 {low} 到 {high} 之间，现在是 {result}",
            f"must be from {low} to {high}; it is {result}",
        )
    return result


def number(name: str, default: float, *, low: float, high: float) -> float:
    value = _raw(name)
    if value is None:
        return default
    try:
        result = float(value)
    except ValueError:
        raise _wrong(
            name, f"须为数字，现在是 {value!r}", f"must be a number; it is {value!r}"
        ) from None
    if not low <= result <= high:
        raise _wrong(
            name,
            f"须在 {low:g} 到 {high:g} 之间，现在是 {value}",
            f"must be from {low:g} to {high:g}; it is {value}",
        )
    return result


def choice(name: str, default: str, allowed: tuple[str, ...]) -> str:
    """One of ``allowed``, however its letters are written."""
    value = _raw(name)
    if value is None:
        return default
    for word in allowed:
        if value.lower() == word.lower():
            return word
    words = ", ".join(allowed)
    raise _wrong(
        name, f"须为 {words} 之一，现在是 {value!r}", f"must be one of {words}; it is {value!r}"
    )


def engine(name: str, default: str, own: tuple[str, ...]) -> str:
    """One of ``own``, or the dotted path of a class."""
    value = _raw(name)
    if value is not None and _CLASS.fullmatch(value):
        return value
    return choice(name, default, own)


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
        raise _wrong(
            name,
            f"须为单独的 *，或像 https://app.example:8443 这样的来源，{wrong!r} 不是",
            f"must be * alone or origins like https://app.example:8443; {wrong!r} is none",
        )
    return tidy


def hosts(name: str, default: tuple[str, ...]) -> list[str]:
    """Names a server answers to, as Django takes them: ``app.example``, ``.example`` with all below
    it, an IP address (IPv6 in brackets), ``*`` for any. With another one it would answer nobody."""
    found = items(name, default)
    wrong = next((host for host in found if not _is_host(host)), None if found else ",")
    if wrong is not None:
        raise _wrong(
            name,
            f"须为主机名，例如 app.example,127.0.0.1,[::1]，不带协议、端口和路径，{wrong!r} 不是",
            "must be host names like app.example,127.0.0.1,[::1], without scheme, port or path; "
            f"{wrong!r} is none",
        )
    return found


def _is_host(host: str) -> bool:
    if host.startswith("["):
        try:
            return host.endswith("]") and ip_address(host[1:-1]).version == 6
        except ValueError:
            return False
    return host == "*" or _HOST_NAME.fullmatch(host.removeprefix(".")) is not None


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
            raise _wrong(
                name,
                f"须为 IP 地址或主机名，现在是 {value!r}",
                f"must be an IP address or a host name; it is {value!r}",
            ) from None
    return value


def rate(name: str, default: str) -> str:
    """A throttle rate as DRF reads it: a number from 1 and one of second, minute, hour, day."""
    value = _raw(name)
    if value is None:
        return default
    if not _RATE.fullmatch(value):
        raise _wrong(
            name,
            f"须为速率，例如 60/min（每 s、min、hour 或 day），现在是 {value!r}",
            f"must be a rate like 60/min (per s, min, hour or day); it is {value!r}",
        )
    return value


def time_zone(name: str, default: str) -> str:
    """A zone of the IANA database, like Asia/Shanghai."""
    value = text(name, default)
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise _wrong(
            name,
            f"须为时区，例如 Asia/Shanghai，现在是 {value!r}",
            f"must be a time zone like Asia/Shanghai; it is {value!r}",
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
        raise _wrong(
            name,
            f"须为像 {schemes[0]}://… 这样的地址，现在不是",
            f"must be an address like {schemes[0]}://…; it is not",
        )
    return value


def database(name: str, default: Path) -> dict[str, Any]:
    """A Django database entry from an address (``postgres://…`` or ``sqlite:///file``), or the
    SQLite file ``default``, whose path is taken as it is, whatever characters are in it."""
    value = url(name, "", ("postgres", "postgresql", "sqlite"))
    if not value:
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(default)}
    entry: dict[str, Any] = environ.Env.db_url_config(value)
    if not entry["NAME"] or entry["NAME"] == ":memory:":
        raise _wrong(
            name,
            "须写出数据库的名字，不能为空，也不能在内存里",
            "must name a database; its path is empty or in memory",
        )
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
        form = "s3://bucket/prefix?endpoint=https://…&region=…"
        raise _wrong(name, f"须为 {form} 的样子，现在不是", f"must be like {form}; it is not")
    if find_spec("storages") is None or find_spec("boto3") is None:
        install = 'pip install "django-storages[s3]"'
        raise _wrong(name, f"需要先运行 {install}", f"needs: {install}")
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
