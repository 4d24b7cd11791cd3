"""Databases that are filled once and copied, and servers in processes of their own on loopback."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

ROOT = Path(__file__).resolve().parents[2]
TICKS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")
START_SECONDS = 300


@dataclass(frozen=True, slots=True)
class Kind:
    """A server to measure. ``name`` is "ours", "peer" or "limit"; ``host`` what it runs on."""

    name: str
    host: str

    @property
    def label(self) -> str:
        return f"{self.name} on {self.host}"


@dataclass(frozen=True, slots=True)
class Running:
    """A server that answers."""

    kind: Kind
    base: str
    pid: int

    def cpu(self) -> float:
        """Seconds of CPU, user and system, of the process and all it has started."""
        return sum(_cpu_of(pid) for pid in _family(self.pid))

    def memory(self) -> int:
        """Resident bytes of the process and all it has started."""
        return sum(int(_stat(pid)[21]) * PAGE for pid in _family(self.pid))


def _stat(pid: int) -> list[str]:
    text = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace")
    return text.rpartition(")")[2].split()


def _cpu_of(pid: int) -> float:
    # The process's own clock, all its threads in nanoseconds (the number that clock_getcpuclockid(3)
    # gives for another process), and fields 16 and 17 of proc(5): waited-for children, in ticks.
    own = time.clock_gettime((~pid << 3) | 2)
    return own + sum(int(value) for value in _stat(pid)[13:15]) / TICKS


def _family(pid: int) -> list[int]:
    found = [pid]
    for member in found:
        # A process belongs to the thread that started it.
        for children in Path(f"/proc/{member}/task").glob("*/children"):
            found += [int(child) for child in children.read_text(encoding="ascii").split()]
    return found


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
        return port


class Databases:
    """Fresh copies of one prepared database, SQLite files or PostgreSQL databases.

    ``postgres`` is the address of a server where databases may be created, or "" for SQLite.
    """

    def __init__(self, folder: Path, postgres: str) -> None:
        self.folder = folder
        self.postgres = postgres
        self._made = 0

    @property
    def template(self) -> str:
        return self._address("bench_template")

    def _address(self, name: str) -> str:
        if self.postgres:
            return urlunsplit(urlsplit(self.postgres)._replace(path=f"/{name}"))
        return f"sqlite:///{self.folder / name}.sqlite3"

    def create_template(self) -> None:
        if self.postgres:
            self._sql(
                'DROP DATABASE IF EXISTS "bench_template"', 'CREATE DATABASE "bench_template"'
            )

    @contextmanager
    def copy(self) -> Iterator[str]:
        self._made += 1
        name = f"bench_{self._made}"
        address = self._address(name)
        if self.postgres:
            self._sql(
                f'DROP DATABASE IF EXISTS "{name}"',
                f'CREATE DATABASE "{name}" TEMPLATE "bench_template"',
            )
        else:
            shutil.copy(self.folder / "bench_template.sqlite3", self.folder / f"{name}.sqlite3")
        try:
            yield address
        finally:
            if self.postgres:
                self._sql(f'DROP DATABASE "{name}" WITH (FORCE)')
            else:
                for file in self.folder.glob(f"{name}.sqlite3*"):
                    file.unlink()

    def drop_template(self) -> None:
        if self.postgres:
            self._sql('DROP DATABASE "bench_template" WITH (FORCE)')

    def _sql(self, *statements: str) -> None:
        import psycopg

        with psycopg.connect(self.postgres, autocommit=True) as server:
            for statement in statements:
                server.execute(statement.encode())


def environment(data: Path, database: str, **more: str) -> dict[str, str]:
    """Ours and the peer's; nothing of the tester's own settings leaks in."""
    ours = ("INTERVIEWGPT_", "DATABASE_URL", "REDIS_URL", "OPENAI_", "DJANGO_")
    kept = {key: value for key, value in os.environ.items() if not key.startswith(ours)}
    return {
        **kept,
        "INTERVIEWGPT_DATA_DIR": str(data),
        "INTERVIEWGPT_ENGINE": "builtin",
        # Rates are not what is measured.
        "INTERVIEWGPT_RATE": "1000000/min",
        "INTERVIEWGPT_CREATE_RATE": "1000000/min",
        "DATABASE_URL": database,
        "PEER_UPLOADS": str(data / "uploads"),
        "PYTHONUTF8": "1",
        "DJANGO_SETTINGS_MODULE": "interviewgpt.settings",
        **more,
    }


def _command(kind: Kind, port: int) -> tuple[list[str], Path]:
    uvicorn = [sys.executable, "-m", "uvicorn", "--port", str(port), "--no-access-log"]
    quiet = [*uvicorn, "--log-level", "warning"]
    if kind.name == "ours" and kind.host == "Daphne":
        return [sys.executable, "manage.py", "serve", "--port", str(port)], ROOT
    if kind.name == "ours":
        return [*quiet, "interviewgpt.asgi:application"], ROOT
    if kind.host == "Daphne":
        daphne = [sys.executable, "-m", "daphne", "-b", "127.0.0.1", "-p", str(port), "-v", "0"]
        return [*daphne, "limit:app"], ROOT / "benchmarks"
    return [*quiet, "peer.app:app" if kind.name == "peer" else "limit:app"], ROOT / "benchmarks"


@contextmanager
def serving(kind: Kind, env: dict[str, str]) -> Iterator[Running]:
    """Start a server, wait until it answers, and end it with SIGTERM. Raises RuntimeError."""
    port = free_port()
    command, folder = _command(kind, port)
    log = Path(env["INTERVIEWGPT_DATA_DIR"]) / f"{kind.name}-{kind.host}.log"
    with log.open("ab") as out:
        process = subprocess.Popen(command, cwd=folder, env=env, stdout=out, stderr=out)
    base = f"http://127.0.0.1:{port}"
    try:
        _wait(base, process, log)
        yield Running(kind, base, process.pid)
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(60)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(10)


def _wait(base: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{base}/health", timeout=5):
                return
        except OSError as error:
            if getattr(error, "code", 0) == 404:
                return
            time.sleep(0.1)
    raise RuntimeError(f"no server:\n{log.read_text(encoding='utf-8', errors='replace')[-3000:]}")
