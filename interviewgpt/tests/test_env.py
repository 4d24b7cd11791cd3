"""Settings come from the environment; a malformed value stops the start and is named."""

from __future__ import annotations

import os
import re
import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from interviewgpt import env
from interviewgpt.checks import unknown_settings

NAME = "INTERVIEWGPT_UNDER_TEST"
SETTINGS = settings.BASE_DIR / "interviewgpt" / "settings.py"
EXAMPLE = settings.BASE_DIR / ".env.example"


@pytest.fixture
def fresh(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An environment without any of our variables; returns the data folder to use."""
    for name in list(os.environ):
        if name.startswith("INTERVIEWGPT_") or name in ("DATABASE_URL", "REDIS_URL"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("INTERVIEWGPT_DATA_DIR", str(tmp_path / "data"))
    return tmp_path / "data"


def load() -> dict[str, Any]:
    return runpy.run_path(str(SETTINGS))


# --- Readers ----------------------------------------------------------------------------------


@pytest.mark.parametrize("word", ["1", "true", "Yes", "ON"])
def test_boolean_true(monkeypatch: pytest.MonkeyPatch, word: str) -> None:
    monkeypatch.setenv(NAME, word)
    assert env.boolean(NAME, False) is True


@pytest.mark.parametrize("word", ["0", "false", "No", "OFF"])
def test_boolean_false(monkeypatch: pytest.MonkeyPatch, word: str) -> None:
    monkeypatch.setenv(NAME, word)
    assert env.boolean(NAME, True) is False


def test_numbers_within_their_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NAME, " 5 ")
    assert env.integer(NAME, 1, low=1, high=5) == 5
    assert env.number(NAME, 1.5, low=5, high=9) == 5.0


def test_items_drop_blanks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NAME, " a.example, ,b.example ,")
    assert env.items(NAME) == ["a.example", "b.example"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("*", ["*"]),
        (
            "https://App.example/, http://localhost:3000",
            ["https://app.example", "http://localhost:3000"],
        ),
    ],
)
def test_origins(monkeypatch: pytest.MonkeyPatch, value: str, expected: list[str]) -> None:
    monkeypatch.setenv(NAME, value)
    assert env.origins(NAME, ()) == expected


@pytest.mark.parametrize("value", ["INFO", "info"])
def test_choice(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv(NAME, value)
    assert env.choice(NAME, "DEBUG", ("DEBUG", "INFO")) == "INFO"


@pytest.mark.parametrize("value", ["0.0.0.0", "::", "[::1]", "localhost", "my-host.example"])
def test_addresses(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv(NAME, value)
    assert env.address(NAME, "127.0.0.1") == value.strip("[]")


@pytest.mark.parametrize("value", ["1/s", "1200/min", "60/hour", "5/day"])
def test_rates(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv(NAME, value)
    assert env.rate(NAME, "1/s") == value


@pytest.mark.parametrize("value", [None, "", "   "])
def test_silence_means_the_default(monkeypatch: pytest.MonkeyPatch, value: str | None) -> None:
    if value is None:
        monkeypatch.delenv(NAME, raising=False)
    else:
        monkeypatch.setenv(NAME, value)
    assert env.text(NAME, "x") == "x"
    assert env.boolean(NAME, True) is True
    assert env.integer(NAME, 7, low=1, high=9) == 7
    assert env.number(NAME, 0.5, low=0, high=1) == 0.5
    assert env.choice(NAME, "a", ("a", "b")) == "a"
    assert env.items(NAME, ("a",)) == ["a"]
    assert env.address(NAME, "127.0.0.1") == "127.0.0.1"
    assert env.rate(NAME, "60/min") == "60/min"
    assert env.time_zone(NAME, "UTC") == "UTC"
    assert env.url(NAME, "", ("redis",)) == ""


@pytest.mark.parametrize(
    "value",
    [
        "redis://localhost:6379/0",
        "rediss://:secret@redis.example",
        "unix:///run/redis.sock",
    ],
)
def test_urls(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv(NAME, value)
    assert env.url(NAME, "", ("redis", "rediss", "unix")) == value


# --- Databases --------------------------------------------------------------------------------


def test_postgres(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NAME, "postgres://me:p%40ss@db.example:5433/talks")
    entry = env.database(NAME, Path("unused"))
    assert entry["ENGINE"] == "django.db.backends.postgresql"
    assert (entry["HOST"], entry["PORT"], entry["NAME"]) == ("db.example", 5433, "talks")
    assert (entry["USER"], entry["PASSWORD"]) == ("me", "p@ss")


def test_the_default_file_may_have_any_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(NAME, raising=False)
    path = Path("/c++ & 100% 面试 #1?/db.sqlite3")
    assert env.database(NAME, path)["NAME"] == str(path)


@pytest.mark.parametrize("value", ["postgres://db.example", "postgres://db.example/"])
def test_a_database_needs_a_name(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv(NAME, value)
    with pytest.raises(ImproperlyConfigured, match=f"{NAME} must name a database"):
        env.database(NAME, Path("unused"))


def test_sqlite_in_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NAME, "sqlite:///:memory:")
    with pytest.raises(ImproperlyConfigured, match=f"{NAME} must name a database"):
        env.database(NAME, Path("unused"))


# --- The file .env ----------------------------------------------------------------------------


def read(path: Path, code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run ``code`` after `read_file` in a process of its own, outside pytest."""
    clean = {name: value for name, value in os.environ.items() if name != "PYTEST_VERSION"}
    program = f"""
import pathlib, sys
from interviewgpt import env
env.read_file(pathlib.Path(sys.argv[1]))
{code}
"""
    return subprocess.run(
        [sys.executable, "-c", program, str(path)],
        env=clean | environment,
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_the_file_speaks_where_the_process_is_silent(tmp_path: Path) -> None:
    path = tmp_path / ".env"
    path.write_text(
        f"# 注释\n\n{NAME}_A=file  # why\nexport {NAME}_B='file # all'\n{NAME}_C=file\n"
    )
    code = f"print([env.text('{NAME}_' + letter) for letter in 'ABC'])"
    done = read(path, code, **{f"{NAME}_C": "process"})
    assert done.stdout == "['file', 'file # all', 'process']\n", done.stderr


def test_a_line_that_says_nothing_is_named(tmp_path: Path) -> None:
    path = tmp_path / ".env"
    path.write_text(f"{NAME}=1\n{NAME} = 2\n")
    assert ".env: line 2 must be NAME=value" in read(path, "pass").stderr


def test_a_file_that_is_not_text_is_named(tmp_path: Path) -> None:
    path = tmp_path / ".env"
    path.write_bytes("名=值".encode("gbk"))
    assert ".env cannot be read as UTF-8" in read(path, "pass").stderr


def test_tests_do_not_read_it(tmp_path: Path) -> None:
    path = tmp_path / ".env"
    path.write_text(f"{NAME}=file\n")
    env.read_file(path)
    assert NAME not in os.environ


# --- The settings as a whole ------------------------------------------------------------------


def test_defaults(fresh: Path) -> None:
    values = load()
    assert (values["ADDRESS"], values["PORT"]) == ("127.0.0.1", 9999)
    assert values["DEBUG"] is False
    assert values["DATABASES"]["default"]["NAME"] == str(fresh / "interviewgpt.sqlite3")
    assert values["SECRET_KEY"] == (fresh / "secret.key").read_text()
    assert "InMemory" in values["CHANNEL_LAYERS"]["default"]["BACKEND"]


def test_redis_becomes_the_channel_layer(monkeypatch: pytest.MonkeyPatch, fresh: Path) -> None:
    monkeypatch.setenv("REDIS_URL", "redis://127.0.0.1:6379/3")
    layer = load()["CHANNEL_LAYERS"]["default"]
    assert layer["BACKEND"] == "channels_redis.pubsub.RedisPubSubChannelLayer"
    assert layer["CONFIG"]["hosts"][0]["address"] == "redis://127.0.0.1:6379/3"


def test_options_of_the_address_come_first(monkeypatch: pytest.MonkeyPatch, fresh: Path) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{fresh}/x.sqlite3?timeout=5&conn_max_age=9")
    entry = load()["DATABASES"]["default"]
    assert entry["CONN_MAX_AGE"] == 9
    assert entry["OPTIONS"]["timeout"] == 5
    assert entry["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "mysql://localhost/x"),
        ("INTERVIEWGPT_STORAGE", "https://bucket.example"),
        ("INTERVIEWGPT_STORAGE", "s3://"),
        ("INTERVIEWGPT_STORAGE", "s3://bucket?endpoint=minio:9000"),
        ("INTERVIEWGPT_STORAGE", "s3://bucket?acl=public-read"),
        ("DATABASE_URL", "localhost/x"),
        ("INTERVIEWGPT_ADDRESS", "http://localhost"),
        ("INTERVIEWGPT_CREATE_RATE", "60"),
        ("INTERVIEWGPT_DEBUG", "maybe"),
        ("INTERVIEWGPT_END_WAIT_SECONDS", "soon"),
        ("INTERVIEWGPT_ENGINE", "gpt"),
        ("INTERVIEWGPT_HOSTS", "http://app.example/"),
        ("INTERVIEWGPT_HOSTS", "localhost,app.example:9999"),
        ("INTERVIEWGPT_HOSTS", "::1"),
        ("INTERVIEWGPT_HOSTS", ","),
        ("INTERVIEWGPT_LEASE_SECONDS", "0"),
        ("INTERVIEWGPT_LEASE_SECONDS", "nan"),
        ("INTERVIEWGPT_LOG_LEVEL", "loud"),
        ("INTERVIEWGPT_ORIGINS", "app.example"),
        ("INTERVIEWGPT_ORIGINS", "https://app.example/page"),
        ("INTERVIEWGPT_ORIGINS", "*, https://app.example"),
        ("INTERVIEWGPT_PORT", "9999x"),
        ("INTERVIEWGPT_PORT", "0"),
        ("INTERVIEWGPT_PORT", "65536"),
        ("INTERVIEWGPT_RATE", "many/min"),
        ("INTERVIEWGPT_RATE", "0/min"),
        ("INTERVIEWGPT_SECRET_KEY", "short"),
        ("INTERVIEWGPT_SWEEP_SECONDS", "-1"),
        ("INTERVIEWGPT_THREADS", "1.5"),
        ("INTERVIEWGPT_TIME_ZONE", "Mars/Olympus"),
        ("REDIS_URL", "redis://"),
        ("REDIS_URL", "redis://localhost:port"),
        ("REDIS_URL", "http://localhost"),
    ],
)
def test_a_malformed_value_is_named(
    monkeypatch: pytest.MonkeyPatch, fresh: Path, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(ImproperlyConfigured, match=rf"{name}.*[须要].* / .*{name}"):
        load()


def test_hosts_and_engines_that_there_can_be(monkeypatch: pytest.MonkeyPatch) -> None:
    for value in ("*", ".example.org", "app.example,127.0.0.1,[::1]"):
        monkeypatch.setenv(NAME, value)
        assert env.hosts(NAME, ()) == value.split(",")
    for value, engine in (("Builtin", "builtin"), ("my.engines.Engine", "my.engines.Engine")):
        monkeypatch.setenv(NAME, value)
        assert env.engine(NAME, "auto", ("auto", "builtin")) == engine


def test_a_setting_that_nothing_reads_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTERVIEWGPT_MODELL", "x")
    (warning,) = (w for w in unknown_settings() if "INTERVIEWGPT_MODELL" in w.msg)
    assert warning.hint == "INTERVIEWGPT_MODEL?"
    monkeypatch.delenv("INTERVIEWGPT_MODELL")
    monkeypatch.setenv("INTERVIEWGPT_PORT", "9999")
    assert not [w for w in unknown_settings() if "PORT" in w.msg]


def test_a_password_is_not_repeated(monkeypatch: pytest.MonkeyPatch, fresh: Path) -> None:
    monkeypatch.setenv("DATABASE_URL", "mysql://me:hunter2@localhost/x")
    with pytest.raises(ImproperlyConfigured) as caught:
        load()
    assert "hunter2" not in str(caught.value)


def test_the_start_ends_with_the_sentence_and_no_traceback(fresh: Path) -> None:
    done = subprocess.run(
        [sys.executable, "manage.py", "check"],
        env=os.environ | {"INTERVIEWGPT_PORT": "many"},
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    assert "INTERVIEWGPT_PORT must be a whole number" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_example_names_every_setting(fresh: Path) -> None:
    read_by_us = set(re.findall(r'env\.\w+\(\s*"(\w+)"', SETTINGS.read_text(encoding="utf-8")))
    offered = re.findall(r"^#(\w+)=", EXAMPLE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert len(offered) == len(set(offered))
    assert set(offered) == read_by_us


def test_no_page_and_no_file_to_deploy_names_a_setting_that_is_none() -> None:
    known = set(re.findall(r"^#(\w+)=", EXAMPLE.read_text(encoding="utf-8"), flags=re.MULTILINE))
    root = EXAMPLE.parent
    places = [root / "README.md", *(root / "docs").glob("*.md"), *(root / "deploy").iterdir()]
    for place in places:
        named = set(re.findall(r"\bINTERVIEWGPT_\w+", place.read_text(encoding="utf-8")))
        tests = {
            name for name in named if name.startswith(("INTERVIEWGPT_TEST_", "INTERVIEWGPT_CI"))
        }
        assert named - tests <= known, place.name
