"""How PostgreSQL is spoken to."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
_TELL = """
import json, socket
from django.db import connection
connection.ensure_connection()
with socket.socket(fileno=connection.connection.fileno()) as line:
    found = {name: line.getsockopt(socket.IPPROTO_TCP, getattr(socket, name)) for name in (
        "TCP_KEEPIDLE", "TCP_KEEPINTVL", "TCP_KEEPCNT", "TCP_USER_TIMEOUT")}
    line.detach()
print(json.dumps(found))
"""


def told(url: str) -> dict[str, Any]:
    """What a connection of the settings' tells the system."""
    environment = {**os.environ, "DATABASE_URL": url}
    environment["DJANGO_SETTINGS_MODULE"] = "interviewgpt.settings"
    command = [sys.executable, "-c", _TELL]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_a_line_that_is_gone_is_given_up_within_a_minute(postgres_url: str) -> None:
    line = told(postgres_url)
    assert line["TCP_KEEPIDLE"] + line["TCP_KEEPINTVL"] * line["TCP_KEEPCNT"] <= 60
    assert line["TCP_USER_TIMEOUT"] == 60_000


def test_what_the_address_says_comes_first(postgres_url: str) -> None:
    assert told(f"{postgres_url}?keepalives_idle=7")["TCP_KEEPIDLE"] == 7
