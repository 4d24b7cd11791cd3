"""What `conftest.py` promises every test."""

from __future__ import annotations

import asyncio
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Thread

import psycopg
import pytest
import redis
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection

from interviewers.models import Interviewer, Question
from interviewgpt.db import in_db
from interviewgpt.tests.baseline import Baseline
from interviewgpt.tests.network import NetworkGuard, RefusedError, is_loopback


def facts() -> dict[str, object]:
    return {
        "questions": list(Question.objects.order_by("pk").values_list("pk", "zh", "en")),
        "panel": list(Interviewer.objects.order_by("pk").values()),
        "permissions": Permission.objects.count(),
        "users": get_user_model().objects.count(),
    }


# --- The database -----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def first_seen() -> dict[str, object]:
    return {}


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", [1, 2, 3])
def test_transactional_tests_find_the_seed(first_seen: dict[str, object], turn: int) -> None:
    """Each turn wrecks what it found; the next one finds it whole."""
    found = facts()
    assert found["questions"]
    assert found["users"] == 0
    assert first_seen.setdefault("facts", found) == found
    get_user_model().objects.create_user("left-behind")
    if turn == 1:
        Question.objects.all().delete()
        Interviewer.objects.update(active=False)
    if turn == 2:
        Permission.objects.all().delete()


@pytest.mark.django_db(transaction=True)
def test_other_threads_see_the_seed_and_what_is_written() -> None:
    get_user_model().objects.create_user("seen")
    seen: list[tuple[bool, bool]] = []

    def look() -> None:
        try:
            there = get_user_model().objects.filter(username="seen").exists()
            seen.append((Question.objects.exists(), there))
        finally:
            connection.close()

    thread = Thread(target=look)
    thread.start()
    thread.join(10)
    assert seen == [(True, True)]


@pytest.mark.django_db(transaction=True)
async def test_asynchronous_code_sees_it_through_the_pool() -> None:
    found = await asyncio.gather(*(in_db(Question.objects.count) for _ in range(4)))
    assert found[0] > 0
    assert len(set(found)) == 1


@pytest.mark.django_db
def test_ordinary_tests_find_the_seed() -> None:
    assert Question.objects.exists()
    assert set(Interviewer.objects.values_list("id", flat=True)) >= {"technical", "hr"}


@pytest.mark.django_db
def test_nothing_changed_is_nothing_written() -> None:
    baseline = Baseline()
    queries: list[str] = []

    def record(execute: object, statement: str, *args: object) -> object:
        queries.append(statement)
        return execute(statement, *args)  # type: ignore[operator]

    with connection.execute_wrapper(record):
        baseline.restore()
    assert queries
    assert not [query for query in queries if query.startswith(("DELETE", "INSERT", "UPDATE"))]


def _one_more(question: Question) -> None:
    question.pk, question.key = None, "one-more"
    question.save(force_insert=True)


@pytest.mark.parametrize(
    "change",
    [
        lambda question: Question.objects.filter(pk=question.pk).update(level=question.level + 1),
        lambda question: question.delete(),
        _one_more,
    ],
    ids=["update", "delete", "insert"],
)
@pytest.mark.django_db
def test_a_table_that_is_watched_is_brought_back(change: Callable[[Question], object]) -> None:
    baseline = Baseline()
    rows = list(Question.objects.order_by("pk").values())
    change(Question.objects.earliest("pk"))
    assert list(Question.objects.order_by("pk").values()) != rows
    baseline.restore()
    assert list(Question.objects.order_by("pk").values()) == rows


# --- The network ------------------------------------------------------------------------------


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost", "", "0.0.0.0", "127.8.8.8"])
def test_this_machine(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["192.0.2.1", "2001:db8::1", "api.example", "::ffff:192.0.2.1"])
def test_other_machines(host: str) -> None:
    assert not is_loopback(host)


def test_other_machines_are_refused_and_remembered() -> None:
    with pytest.MonkeyPatch.context() as patch:
        guard = NetworkGuard()
        guard.install(patch)
        with socket.socket() as sock, pytest.raises(RefusedError, match=r"192\.0\.2\.1:80"):
            sock.connect(("192.0.2.1", 80))
        with pytest.raises(RefusedError, match=r"api\.example"):
            socket.getaddrinfo("api.example", 443)
        with socket.socket(type=socket.SOCK_DGRAM) as sock, pytest.raises(RefusedError):
            sock.sendto(b"?", ("192.0.2.1", 53))
        assert len(guard.attempts) == 3


def test_this_machine_is_reached() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname()) as client,
    ):
        assert client.getpeername() == server.getsockname()


# --- What outlives a test ---------------------------------------------------------------------


@pytest.mark.parametrize("turn", [1, 2])
def test_caches_are_empty(turn: int) -> None:
    assert cache.get("left-behind") is None
    cache.set("left-behind", turn)


@pytest.mark.parametrize("turn", [1, 2])
def test_uploads_have_a_place_of_their_own(
    tmp_path_factory: pytest.TempPathFactory, turn: int
) -> None:
    assert Path(settings.MEDIA_ROOT).is_relative_to(tmp_path_factory.getbasetemp())
    assert not default_storage.exists("left-behind")
    default_storage.save("left-behind", ContentFile(bytes(turn)))
    assert (settings.MEDIA_ROOT / "left-behind").stat().st_size == turn


# --- Skips, under INTERVIEWGPT_CI=1 -------------------------------------------------------------

SKIPPING = """
import pytest

def test_good():
    pass

@pytest.mark.skip(reason="by a mark")
def test_marked():
    pass

def test_skips():
    pytest.skip("in the test")

def test_needs_a_service(chromium):
    pass

@pytest.mark.xfail(strict=True)
def test_known():
    assert False
"""


def run_pytest(folder: Path, *arguments: str, ci: bool) -> subprocess.CompletedProcess[str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("INTERVIEWGPT_", "PYTEST_"))
    }
    return subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            f"--rootdir={settings.BASE_DIR}",
            f"--config-file={settings.BASE_DIR / 'pyproject.toml'}",
            "--ds=interviewgpt.tests.frame_settings",
            f"--basetemp={folder / 'tmp'}",
            "-p",
            "conftest",
            "-p",
            "no:cacheprovider",
            *arguments,
            str(folder),
        ],
        cwd=settings.BASE_DIR,
        env=kept | ({"INTERVIEWGPT_CI": "1"} if ci else {}),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def test_a_skip_is_a_failure_in_ci(tmp_path: Path) -> None:
    """With a worker, where reports travel; without one they need not even do that."""
    (tmp_path / "test_skipping.py").write_text(SKIPPING)
    (tmp_path / "test_module.py").write_text(
        "import pytest\npytest.skip('the whole module', allow_module_level=True)\n"
    )
    done = run_pytest(tmp_path, "--continue-on-collection-errors", "-n", "1", ci=True)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "1 failed, 1 passed, 1 xfailed, 3 errors" in done.stdout
    for reason in ("by a mark", "in the test", "INTERVIEWGPT_TEST_CHROMIUM", "the whole module"):
        assert reason in done.stdout


def test_a_skip_is_a_skip_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "test_skipping.py").write_text(SKIPPING)
    done = run_pytest(tmp_path, ci=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 passed, 3 skipped, 1 xfailed" in done.stdout


# --- Services ---------------------------------------------------------------------------------


@pytest.mark.parametrize("_time", ["first", "again"])
def test_redis_is_empty(redis_url: str, _time: str) -> None:
    with redis.Redis.from_url(redis_url) as client:
        assert client.dbsize() == 0
        client.set("left-behind", "1")


def test_postgres_is_a_database_of_its_own(postgres_url: str) -> None:
    with psycopg.connect(postgres_url) as server:
        tables = server.execute(
            "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'"
        ).fetchone()
    assert tables == (0,)


def test_chromium_can_be_run(chromium: str) -> None:
    assert os.access(chromium, os.X_OK)
