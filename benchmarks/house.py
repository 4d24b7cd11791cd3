"""A house to try things on: server processes on a database of their own, and a model that is slow.

Shared by `waiting.py` and `killing.py`. Everything is on loopback and goes when the trial ends.
"""

from __future__ import annotations

import asyncio
import http.client
import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

PATIENCE = 300
"""Seconds within which a server has to come up."""

SERVERS = ("daphne", "uvicorn")


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def database(server: str, keep: bool = False) -> Iterator[str]:
    """The address of an empty PostgreSQL database on ``server``, dropped afterwards unless it is to
    be kept; "" for ""."""
    if not server:
        yield ""
        return
    import psycopg
    from psycopg import sql

    name = f"interviewgpt_{secrets.token_hex(6)}"
    with psycopg.connect(server, autocommit=True) as owner:
        owner.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            yield urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
        finally:
            if not keep:
                owner.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@dataclass
class House:
    """Where the servers live: a data folder, a database, and further settings."""

    data: Path
    settings: dict[str, str] = field(default_factory=dict)

    def environment(self) -> dict[str, str]:
        """Settings of whoever runs the trial must not leak in."""
        ours = ("INTERVIEWGPT_", "DATABASE_URL", "REDIS_URL", "OPENAI_", "DJANGO_")
        kept = {key: value for key, value in os.environ.items() if not key.startswith(ours)}
        own = {"INTERVIEWGPT_DATA_DIR": str(self.data), "PYTHONUTF8": "1"}
        return {**kept, **own, **{key: value for key, value in self.settings.items() if value}}

    def bootstrap(self) -> None:
        self.data.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            [sys.executable, "manage.py", "bootstrap"],
            cwd=ROOT,
            env=self.environment(),
            check=True,
            capture_output=True,
        )


class Server:
    """One server process on a port of its own, which it keeps over restarts."""

    def __init__(self, house: House, kind: str) -> None:
        self.house = house
        self.kind = kind
        self.port = free_port()
        self.log = house.data / f"{kind}-{self.port}.log"
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        port = str(self.port)
        command = ["manage.py", "serve", "--port", port]
        if self.kind == "uvicorn":
            command = ["-m", "uvicorn", "interviewgpt.asgi:application", "--port", port]
            command += ["--log-level", "warning"]
        with self.log.open("ab") as out:
            self.process = subprocess.Popen(
                [sys.executable, *command],
                cwd=ROOT,
                env=self.house.environment(),
                stdout=out,
                stderr=subprocess.STDOUT,
            )

    async def healthy(self) -> None:
        """Wait until it serves. Raises RuntimeError when it does not."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if self.process is None or self.process.poll() is not None:
                break
            with suppress(OSError, http.client.HTTPException):
                status, _ = await asyncio.to_thread(call, self.base, "GET", "/health", None, 5)
                if status == 200:
                    return
            await asyncio.sleep(0.05)
        raise RuntimeError(f"{self.kind} did not come up:\n{self.printed()[-4000:]}")

    def send(self, number: signal.Signals) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(number)

    def wait(self, seconds: float) -> float:
        """Wait for its end; how long that took. Raises subprocess.TimeoutExpired."""
        began = time.monotonic()
        if self.process is not None:
            self.process.wait(seconds)
        return time.monotonic() - began

    def kill(self) -> None:
        self.send(signal.SIGKILL)
        self.wait(20)

    def stop(self) -> None:
        self.send(signal.SIGTERM)
        try:
            self.wait(30)
        except subprocess.TimeoutExpired:
            self.kill()

    def printed(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace") if self.log.exists() else ""


def call(base: str, method: str, path: str, body: Any = None, timeout: float = 150) -> Any:
    """Status and JSON of one request on a connection of its own. Raises OSError, HTTPException."""
    connection = http.client.HTTPConnection(urlsplit(base).netloc, timeout=timeout)
    try:
        content = None if body is None else json.dumps(body).encode()
        headers = {} if body is None else {"Content-Type": "application/json"}
        connection.request(method, path, content, headers)
        answer = connection.getresponse()
        return answer.status, json.loads(answer.read())
    finally:
        connection.close()
