"""What every test can rely on: a seeded database, no network, nothing left from the one before.

Services come by environment variables; without them the tests that need them are skipped, which
`INTERVIEWGPT_CI=1` turns into failures:

- ``DATABASE_URL``: the database the whole suite runs on (default: a SQLite file).
- ``INTERVIEWGPT_TEST_POSTGRES``: a PostgreSQL where databases may be created (`postgres_url`).
- ``INTERVIEWGPT_TEST_REDIS``: a Redis that may be emptied (`redis_url`).
- ``INTERVIEWGPT_TEST_CHROMIUM``: a Chromium to drive (`chromium`).

``INTERVIEWGPT_TEST_SERVER=uvicorn`` has the servers that tests start be uvicorn in place of Daphne.
"""

from __future__ import annotations

import gc
import os
import re
import secrets
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
import redis
from channels.layers import channel_layers
from django.conf import settings as django_settings
from django.core.cache import caches
from django.core.management import call_command
from django.db import connection
from django.test import TransactionTestCase, override_settings
from psycopg import sql
from pytest_django import DjangoDbBlocker
from pytest_django.fixtures import Settings

from interviewgpt import db as database
from interviewgpt.tests.baseline import Baseline
from interviewgpt.tests.network import NetworkGuard
from interviews.tests.server import FIRST_START, Served, serve

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# --- Nothing may be skipped where everything is there ---------------------------------------


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    _refuse_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    _refuse_skip(report)
    return report


def _refuse_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    """Under INTERVIEWGPT_CI=1 make a skip a failure, where it happens: so it holds with xdist."""
    expected_failure = hasattr(report, "wasxfail")
    if report.skipped and not expected_failure and os.environ.get("INTERVIEWGPT_CI") == "1":
        reason = report.longrepr[-1] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"{report.nodeid}: with INTERVIEWGPT_CI=1 nothing is skipped. {reason}"


# --- What another database can change -------------------------------------------------------


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database-only",
        action="store_true",
        help="only tests that use the database of the suite (for the run on another one)",
    )


_NAMES_THE_DATABASE = re.compile("django_db|transactional_db|admin_client")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Spare the run on another database reading two modules of three, which name none."""
    if not config.getoption("--database-only") or not collection_path.name.startswith("test_"):
        return None
    return None if _NAMES_THE_DATABASE.search(collection_path.read_text("utf-8")) else True


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    kept: list[pytest.Item] = []
    left: list[pytest.Item] = []
    for item in items:
        (kept if _is_of_database(item) else left).append(item)
    # Whoever reads all modules sees to it that the others miss nothing.
    modules = {item.path for item in kept}
    unseen = [p for p in modules if not _NAMES_THE_DATABASE.search(p.read_text("utf-8"))]
    if unseen:
        raise pytest.UsageError(f"--database-only would not find: {', '.join(map(str, unseen))}")
    if config.getoption("--database-only"):
        items[:] = kept
        config.hook.pytest_deselected(items=left)
    # What waits for browsers and servers comes first: the other workers compute meanwhile, and at the
    # end nobody waits for one long test.
    items.sort(key=lambda item: item.get_closest_marker("e2e") is None)


def _is_of_database(item: pytest.Item) -> bool:
    """Whether it uses the database of the suite, and looks at something that this can change."""
    fixtures = {"db", "transactional_db", "django_db_setup", "admin_client"}
    uses = fixtures & set(getattr(item, "fixturenames", ())) or item.get_closest_marker("django_db")
    # What those look at is a browser, another program, or words, on whatever database.
    elsewhere = item.get_closest_marker("e2e") or item.get_closest_marker("words")
    return bool(uses and not elsewhere)


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Modules and thousands of tests stay to the end: the collector need not look through them again."""
    gc.collect()
    gc.freeze()


# --- The network ----------------------------------------------------------------------------

guard = NetworkGuard()


@pytest.fixture(scope="session", autouse=True)
def _guarded_network() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        guard.install(patch)
        yield


@pytest.fixture(autouse=True)
def _no_network() -> Iterator[None]:
    guard.attempts.clear()
    yield
    if guard.attempts:
        pytest.fail("; ".join(guard.attempts), pytrace=False)


# --- Settings and what outlives a test ------------------------------------------------------


@pytest.fixture(scope="session", autouse=True)
def _test_settings() -> Iterator[None]:
    with override_settings(
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        # Whatever key the tester has: no test talks to a model it did not start itself.
        ENGINE="builtin",
        OPENAI_API_KEY="",
        OPENAI_BASE_URL="",
        # Each test client builds the middleware anew; looking up on demand spares it the listing.
        WHITENOISE_AUTOREFRESH=True,
    ):
        yield


@pytest.fixture(scope="session")
def _uploads(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Paths that nobody has used: a folder is made where something is uploaded."""
    base = tmp_path_factory.mktemp("uploads")
    return (base / str(number) for number in count())


@pytest.fixture(autouse=True)
def _nothing_left(_uploads: Iterator[Path], settings: Settings) -> None:
    """Uploads of its own for every test; empty caches and channel layers."""
    settings.MEDIA_ROOT = next(_uploads)
    for alias in django_settings.CACHES:
        caches[alias].clear()
    channel_layers.backends.clear()


# --- The database ---------------------------------------------------------------------------


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """SQLite: a file, because threads that share an in-memory database lock each other out; and
    one of its own for every run, so that runs at the same time do not meet."""
    entry = django_settings.DATABASES["default"]
    if entry["ENGINE"] == "interviewgpt.sqlite":
        entry.setdefault("TEST", {})["NAME"] = str(tmp_path_factory.mktemp("db") / "test.sqlite3")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Seed once, and let transactional tests return to that state instead of to nothing."""
    with django_db_blocker.unblock():
        call_command("seed", verbosity=0)
        baseline = Baseline()

    def return_to_baseline(*_: object) -> None:
        # Work still under way in the pool's threads would write after the restoration.
        database.shut_down()
        baseline.restore()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", return_to_baseline)
        yield
    with django_db_blocker.unblock():
        database.shut_down()
        if connection.vendor == "postgresql":
            # A database with connections from a test's threads could not be dropped.
            with connection.cursor() as cursor:
                cursor.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                    "WHERE datname = current_database() AND pid <> pg_backend_pid()"
                )


# --- Services -------------------------------------------------------------------------------


@pytest.fixture(scope="session", autouse=True)
def _first_start(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[None]:
    """Servers that tests start, in whichever worker, are spared their first start, all but one."""
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "first-start"
    folder.mkdir(exist_ok=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(FIRST_START, str(folder))
        yield


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium."""
    return _service("INTERVIEWGPT_TEST_CHROMIUM", "a Chromium")


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    """A Chromium under way, for one module: the next may need the thread for a loop of its own."""
    from interviews.tests.browser import launched

    with launched(chromium) as started:
        yield started


@pytest.fixture(scope="session")
def server(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server as `make run` starts it, for all that is looked at in a browser and needs no other."""
    with serve(tmp_path_factory.mktemp("visited")) as served:
        yield served


@pytest.fixture
def redis_url(worker_id: str) -> Iterator[str]:
    """The address of an empty Redis database that no other worker uses."""
    with _empty_redis(worker_id) as url:
        yield url


@pytest.fixture(scope="module")
def module_redis_url(worker_id: str) -> Iterator[str]:
    """The same for a whole module, which must not use `redis_url` beside it."""
    with _empty_redis(worker_id) as url:
        yield url


@contextmanager
def _empty_redis(worker_id: str) -> Iterator[str]:
    server = _service("INTERVIEWGPT_TEST_REDIS", "a Redis")
    number = int(worker_id.removeprefix("gw")) % 16 if worker_id != "master" else 0
    url = urlunsplit(urlsplit(server)._replace(path=f"/{number}"))
    with redis.Redis.from_url(url) as client:
        client.flushdb()
        yield url
        client.flushdb()


@pytest.fixture
def postgres_url() -> Iterator[str]:
    """The address of an empty PostgreSQL database of the test's own, dropped afterwards."""
    with _empty_postgres() as url:
        yield url


@pytest.fixture(scope="module")
def module_postgres_url() -> Iterator[str]:
    """The same for a whole module."""
    with _empty_postgres() as url:
        yield url


@contextmanager
def _empty_postgres() -> Iterator[str]:
    server = _service("INTERVIEWGPT_TEST_POSTGRES", "a PostgreSQL")
    name = f"interviewgpt_{secrets.token_hex(6)}"
    with psycopg.connect(server, autocommit=True) as owner:
        owner.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            yield urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
        finally:
            owner.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def _service(variable: str, what: str) -> str:
    value = os.environ.get(variable, "")
    if not value:
        pytest.skip(f"needs {what}: set {variable}")
    return value
