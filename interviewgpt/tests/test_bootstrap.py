"""The first start, the next ones, and how a start that cannot be ends."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

import environ
import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.checks import CheckMessage
from django.core.management import CommandError, call_command
from django.db import connection, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.recorder import MigrationRecorder
from django.db.utils import ConnectionHandler
from pytest_django.fixtures import Settings
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from interviewers.models import Interviewer, Question
from interviewgpt import checks
from interviewgpt.management.commands import bootstrap as preparing
from interviewgpt.management.commands import runserver


def bootstrap() -> str:
    out = StringIO()
    call_command("bootstrap", stdout=out)
    return out.getvalue()


def password_in(text: str) -> str:
    found = re.search(r"password:\s+(\S+)", text)
    assert found, text
    return found[1]


# --- The command ------------------------------------------------------------------------------


@pytest.mark.django_db
def test_the_first_start_creates_the_admin_and_says_the_password() -> None:
    text = bootstrap()
    admin = get_user_model().objects.get()
    assert (admin.get_username(), admin.is_superuser, admin.is_staff) == ("admin", True, True)
    assert len(password_in(text)) >= 16
    assert admin.check_password(password_in(text))


@pytest.mark.django_db
def test_the_next_start_is_silent_and_leaves_the_password_alone() -> None:
    password = password_in(bootstrap())
    assert bootstrap() == ""
    assert get_user_model().objects.get().check_password(password)


@pytest.mark.django_db
def test_an_installation_with_accounts_gets_no_other() -> None:
    get_user_model().objects.create_user("somebody", password="a-long-enough-one")
    assert bootstrap() == ""
    assert get_user_model().objects.count() == 1


@pytest.mark.django_db
def test_the_seed_is_there_and_comes_back() -> None:
    questions = Question.objects.count()
    assert questions > 0
    Question.objects.all().delete()
    Interviewer.objects.all().delete()
    bootstrap()
    assert Question.objects.count() == questions
    assert set(Interviewer.objects.values_list("id", flat=True)) == {
        "technical",
        "behavioral",
        "hr",
    }


@pytest.mark.django_db
def test_no_migration_is_left_out() -> None:
    bootstrap()
    applied = {app for app, _ in MigrationRecorder(connection).applied_migrations()}
    assert {"interviewers", "feedback", "interviews", "auth", "admin"} <= applied


@pytest.mark.django_db
def test_who_prepares_is_alone_and_no_session_keeps_the_lock(postgres_url: str) -> None:
    """A pooler that gives each transaction another session would leave it behind in one of them."""
    mine = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()"
    entry = environ.Env.db_url_config(postgres_url)
    ours, other = (ConnectionHandler({"default": entry})["default"] for _ in range(2))
    try:
        with preparing.alone(ours):
            assert not preparing.taken(other)
            with ours.cursor() as cursor:
                cursor.execute(mine)
                assert cursor.fetchone() == (0,)
        assert preparing.taken(other)
    finally:
        ours.close()
        other.close()


@pytest.fixture
def two_sessions(postgres_url: str) -> Iterator[list[BaseDatabaseWrapper]]:
    """Connections to one database that ends who rests in a transaction."""
    entry = environ.Env.db_url_config(postgres_url)
    entry["OPTIONS"] = {"options": "-c idle_in_transaction_session_timeout=500"}
    sessions = [ConnectionHandler({"default": entry})["default"] for _ in range(2)]
    sessions[0].alias = "fresh"
    connections["fresh"] = sessions[0]  # where `atomic` looks for it
    yield sessions
    del connections["fresh"]
    for session in sessions:
        session.close()


@pytest.mark.django_db
def test_who_prepares_stays_alone_where_resting_transactions_are_ended(
    two_sessions: list[BaseDatabaseWrapper],
) -> None:
    ours, other = two_sessions
    with preparing.alone(ours):
        time.sleep(0.8)
        assert not preparing.taken(other)


@pytest.mark.django_db
def test_a_migration_gives_way_to_who_holds_its_table(
    two_sessions: list[BaseDatabaseWrapper], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a backup does, for as long as it takes; others read on meanwhile."""
    ours, backup = two_sessions
    with ours.cursor() as cursor:
        cursor.execute("CREATE TABLE held (id integer)")
    backup.set_autocommit(False)
    with backup.cursor() as cursor:
        cursor.execute("SET idle_in_transaction_session_timeout = 0; SELECT count(*) FROM held")
    monkeypatch.setattr(preparing, "_HELD_UP", 0.1)
    monkeypatch.setattr(preparing, "_PATIENCE", 0.2)
    monkeypatch.setattr(preparing, "_PAUSE", 0.1)
    tries = 0

    def change() -> None:
        nonlocal tries
        tries += 1
        with transaction.atomic("fresh"), ours.cursor() as cursor:
            cursor.execute("ALTER TABLE held ADD COLUMN more integer")

    with pytest.raises(CommandError, match="try again when that has ended"):
        preparing.patiently(ours, change)
    assert tries > 1
    backup.rollback()
    preparing.patiently(ours, change)
    with ours.cursor() as cursor:
        cursor.execute("SELECT more FROM held")
        cursor.execute("SHOW lock_timeout")
        assert cursor.fetchone() == ("0",)


def test_a_database_that_does_not_answer_is_named() -> None:
    done = manage(
        "bootstrap", "--skip-checks", DATABASE_URL="postgres://me:hunter2@127.0.0.1:1/talks"
    )
    assert done.returncode == 1
    assert "DATABASE_URL: the database does not answer" in done.stderr
    assert "Traceback" not in done.stderr
    assert "hunter2" not in done.stderr


# --- Checks and the development server ----------------------------------------------------------


def ids(messages: list[CheckMessage]) -> list[str | None]:
    return [message.id for message in messages]


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.1.2.3", "[::1]"])
def test_loopback_needs_no_warning(settings: Settings, host: str) -> None:
    settings.ALLOWED_HOSTS = [host]
    assert ids(checks.open_to_others()) == []


@pytest.mark.parametrize("host", ["*", "talks.example", ".example", "192.0.2.7", "0.0.0.0"])
def test_an_open_server_with_a_public_name_is_warned_of(settings: Settings, host: str) -> None:
    settings.ALLOWED_HOSTS = ["localhost", host]
    (message,) = checks.open_to_others()
    assert message.id == "interviewgpt.W001"
    assert host in message.msg


def test_the_data_folder_may_still_be_to_make(settings: Settings, tmp_path: Path) -> None:
    settings.DATA_DIR = tmp_path / "not" / "yet"
    assert ids(checks.data_folder()) == []


def test_a_data_folder_that_is_a_file_is_an_error(settings: Settings, tmp_path: Path) -> None:
    settings.DATA_DIR = tmp_path / "data"
    settings.DATA_DIR.write_text("")
    assert ids(checks.data_folder()) == ["interviewgpt.E001"]


def test_runserver_listens_where_serve_does() -> None:
    assert runserver.Command.default_port == str(settings.PORT)
    assert runserver.Command.default_addr == settings.ADDRESS


# --- Serving ----------------------------------------------------------------------------------


def environment(data: Path | None = None, **more: str) -> dict[str, str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("INTERVIEWGPT_") and name not in ("DATABASE_URL", "REDIS_URL")
    }
    return kept | ({"INTERVIEWGPT_DATA_DIR": str(data)} if data else {}) | more


def manage(
    *arguments: str, data: Path | None = None, **more: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=settings.BASE_DIR,
        env=environment(data, **more),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture
def port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


@pytest.fixture
def started() -> Iterator[list[subprocess.Popen[str]]]:
    """Servers put here are ended, whatever happens."""
    servers: list[subprocess.Popen[str]] = []
    yield servers
    for server in servers:
        server.kill()
        server.communicate()


def start(data: Path, port: int) -> subprocess.Popen[str]:
    # In the background of a shell we ignore SIGINT, and so would the server.
    ours = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        return subprocess.Popen(
            [sys.executable, "manage.py", "serve"],
            cwd=settings.BASE_DIR,
            env=environment(data, INTERVIEWGPT_PORT=str(port)),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
    finally:
        signal.signal(signal.SIGINT, ours)


def wait_for_health(port: int, server: subprocess.Popen[str]) -> bytes:
    limit = time.monotonic() + 60
    while time.monotonic() < limit and server.poll() is None:
        try:
            with urlopen(f"http://127.0.0.1:{port}/health", timeout=5) as response:
                content: bytes = response.read()
                return content
        except URLError:
            time.sleep(0.05)
    raise AssertionError(server.communicate(timeout=10))


def read_to_the_end(sock: ClientConnection) -> None:
    while True:
        sock.recv(10)


@pytest.mark.e2e
def test_the_first_start_the_next_one_and_how_they_end(
    tmp_path: Path, port: int, started: list[subprocess.Popen[str]]
) -> None:
    first = start(tmp_path / "data", port)
    started.append(first)
    assert b'"healthy"' in wait_for_health(port, first)
    # Connections that wait with nothing to do must not disturb the end.
    with socket.create_connection(("127.0.0.1", port)) as idle:
        idle.sendall(b"GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert idle.recv(4096).startswith(b"HTTP/1.1 200")
        first.send_signal(signal.SIGINT)
        out, err = first.communicate(timeout=30)
    assert (first.returncode, err) == (0, "")
    assert f"http://127.0.0.1:{port}/" in out
    assert password_in(out)

    # Processor time, beside that of a command that does nothing, nor compiles an expression: how busy or slow the
    # machine is, is not the start's fault.
    begun = os.times()
    nothing = [sys.executable, "manage.py", "check"]
    env = environment(tmp_path / "data")
    subprocess.run(nothing, cwd=settings.BASE_DIR, env=env, capture_output=True, check=True)
    before = os.times()
    second = start(tmp_path / "data", port)
    started.append(second)
    wait_for_health(port, second)
    creation = Request(
        f"http://127.0.0.1:{port}/api/interviews",
        data=json.dumps({"position": "后端工程师"}).encode(),
        headers={"Content-Type": "application/json"},
    )
    with urlopen(creation, timeout=10) as response:
        interview = json.load(response)["data"]["id"]
    with connect(f"ws://127.0.0.1:{port}/api/ws/{interview}") as sock:
        assert json.loads(sock.recv(10))["data"]["status"] == "connected"
        second.send_signal(signal.SIGTERM)
        with pytest.raises(ConnectionClosed) as closed:
            read_to_the_end(sock)
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 1012
    out, err = second.communicate(timeout=30)
    after = os.times()
    assert (second.returncode, err) == (0, "")
    assert "password" not in out
    least, used = (
        late.children_user + late.children_system - early.children_user - early.children_system
        for early, late in ((begun, before), (before, after))
    )
    assert used < 3.5 * least


def test_a_port_in_use_is_named_with_the_way_out() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(CommandError, match=f"127.0.0.1:{port} is in use.*INTERVIEWGPT_PORT"):
            call_command("serve", address="127.0.0.1", port=port, skip_checks=True)


def test_an_address_of_another_machine_is_refused() -> None:
    with pytest.raises(CommandError, match=r"192\.0\.2\.1:\d+ cannot be listened on"):
        call_command("serve", address="192.0.2.1", port=18999, skip_checks=True)
