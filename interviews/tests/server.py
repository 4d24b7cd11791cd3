"""A real server for tests: `manage.py serve` in a process of its own, on a free port."""

from __future__ import annotations

import atexit
import fcntl
import functools
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

__all__ = [
    "FIRST_START",
    "ON_UVICORN",
    "PATIENCE",
    "ROOT",
    "Served",
    "free_port",
    "get_json",
    "serve",
    "serve_uvicorn",
]

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 300
FIRST_START = "INTERVIEWGPT_TEST_FIRST_START"
"""The environment's name for a folder where the first start of a server is made once and kept."""
ON_UVICORN = os.environ.get("INTERVIEWGPT_TEST_SERVER") == "uvicorn"
"""Whether the tester wants uvicorn where a test starts a server, whichever it is."""


@dataclass(frozen=True, slots=True)
class Served:
    """A running server: where it is, its process, its data folder and what it printed."""

    base: str
    process: subprocess.Popen[bytes]
    data: Path
    log: Path

    @property
    def socket_base(self) -> str:
        return self.base.replace("http://", "ws://")

    @property
    def database(self) -> Path:
        return self.data / "interviewgpt.sqlite3"

    def printed(self) -> str:
        return self.log.read_text(encoding="utf-8")


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
        return port


def get_json(address: str) -> Any:
    with urllib.request.urlopen(address, timeout=PATIENCE) as response:
        return json.load(response)


def _environment(data: Path, more: dict[str, str]) -> dict[str, str]:
    """The tester's own settings must not leak in: a test server starts from the defaults."""
    kept = {
        key: value
        for key, value in os.environ.items()
        if not key.startswith(("INTERVIEWGPT_", "DATABASE_URL", "REDIS_URL", "OPENAI_", "DJANGO_"))
    }
    return {
        **kept,
        "INTERVIEWGPT_DATA_DIR": str(data),
        "INTERVIEWGPT_LOG_LEVEL": "INFO",
        "PYTHONUTF8": "1",
        **more,
    }


@functools.cache
def _bootstrapped() -> Path:
    """Where there are ``data`` as the first start leaves them, and in ``said`` what that start printed.
    The workers of a run of the tests, and the trials that they start, share one."""
    shared = os.environ.get(FIRST_START)
    folder = Path(shared or tempfile.mkdtemp(prefix="interviewgpt-"))
    if not shared:
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
    with (folder / "lock").open("ab") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "said").exists():
            _bootstrap(folder / "data", {}, folder / "saying")
            (folder / "saying").replace(folder / "said")
    return folder


def _bootstrap(data: Path, settings: dict[str, str], log: Path) -> None:
    data.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as out:
        subprocess.run(
            [sys.executable, "manage.py", "bootstrap"],
            cwd=ROOT,
            env=_environment(data, settings),
            check=True,
            stdout=out,
        )


def _furnish(data: Path, log: Path) -> None:
    """Spare a new server of ours its first start, which is the same for all of them."""
    if not data.exists() or not any(data.iterdir()):
        shutil.copytree(_bootstrapped() / "data", data, dirs_exist_ok=True)
        shutil.copy(_bootstrapped() / "said", log)


@contextmanager
def serve(
    data: Path, port: int | None = None, *, log: str = "server.log", **settings: str
) -> Iterator[Served]:
    """Start a server on ``data`` and stop it (SIGTERM) at the end; ``settings`` go into its
    environment, what it prints into ``log`` there. It is Daphne, unless the tester wants uvicorn.
    Raises RuntimeError, with what it printed, when it does not come up."""
    if ON_UVICORN:
        with serve_uvicorn(data, port, log=log, **settings) as served:
            yield served
        return
    port = port or free_port()
    if "DATABASE_URL" not in settings:
        _furnish(data, data / log)
    command = ["manage.py", "serve", "--port", str(port)]
    with _serving(command, data, port, log, settings) as served:
        yield served


@contextmanager
def serve_uvicorn(
    data: Path, port: int | None = None, *, log: str = "server.log", **settings: str
) -> Iterator[Served]:
    """The same on uvicorn."""
    port = port or free_port()
    if "DATABASE_URL" not in settings:
        _furnish(data, data / log)
    else:
        _bootstrap(data, settings, data / log)
    command = ["-m", "uvicorn", "interviewgpt.asgi:application", "--port", str(port)]
    with _serving(command, data, port, log, settings) as served:
        yield served


@contextmanager
def _serving(
    command: list[str], data: Path, port: int, log_name: str, settings: dict[str, str]
) -> Iterator[Served]:
    data.mkdir(parents=True, exist_ok=True)
    log = data / log_name
    with log.open("ab") as out:
        process = subprocess.Popen(
            [sys.executable, *command],
            cwd=ROOT,
            env=_environment(data, settings),
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    served = Served(f"http://127.0.0.1:{port}", process, data, log)
    try:
        _wait(served)
        yield served
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(20)


def _wait(served: Served) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if served.process.poll() is not None:
            break
        try:
            if get_json(f"{served.base}/health")["status"] == "healthy":
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"the server did not come up:\n{served.printed()}")
