"""System checks: what a start should say before somebody finds it out the hard way."""

from __future__ import annotations

import os
from collections.abc import Sequence
from ipaddress import ip_address
from typing import Any

from django.conf import settings
from django.core import checks
from django.core.checks import CheckMessage, Tags, register

from interviewgpt import env

__all__ = ["data_folder", "open_to_others", "unknown_settings"]


@register(Tags.security)
def open_to_others(app_configs: Sequence[Any] | None = None, **options: Any) -> list[CheckMessage]:
    """Warn (``interviewgpt.W001``) when a server without sign-in answers to public names."""
    public = [host for host in settings.ALLOWED_HOSTS if not _loopback(host)]
    if not public or getattr(settings, "AUTH", "open") != "open":
        return []
    return [
        checks.Warning(
            f"{', '.join(public)} 上没有登录：能访问的人都能读、能结束每一场面试。 / "
            f"Anyone who can reach {', '.join(public)} can read and end every interview: "
            "there is no sign-in.",
            hint="Set INTERVIEWGPT_AUTH=jwt, leave INTERVIEWGPT_HOSTS at its default, or keep the server behind something "
            "that asks who is there.",
            id="interviewgpt.W001",
        )
    ]


@register(Tags.compatibility)
def unknown_settings(
    app_configs: Sequence[Any] | None = None, **options: Any
) -> list[CheckMessage]:
    """Warn (``interviewgpt.W002``) of variables that look like ours and are read by nothing."""
    return [
        checks.Warning(
            f"没有 {name} 这个设置，它不起作用。 / There is no setting {name}: it has no effect.",
            hint=f"{meant}?" if (meant := env.likely(name)) else None,
            id="interviewgpt.W002",
        )
        for name in env.unknown()
    ]


@register(Tags.files)
def data_folder(app_configs: Sequence[Any] | None = None, **options: Any) -> list[CheckMessage]:
    """Refuse (``interviewgpt.E001``) a data folder that cannot be written or made."""
    folder = settings.DATA_DIR
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    if folder.is_dir() and os.access(folder, os.W_OK | os.X_OK):
        return []
    return [
        checks.Error(
            f"INTERVIEWGPT_DATA_DIR: {settings.DATA_DIR} is not a folder this user can write to.",
            id="interviewgpt.E001",
        )
    ]


def _loopback(host: str) -> bool:
    name = host.strip("[]").lower()
    # Django's test client calls this host, and nobody else can.
    if name in ("localhost", ".localhost", "testserver"):
        return True
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return False
