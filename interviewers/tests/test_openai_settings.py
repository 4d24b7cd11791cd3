"""Which engine is chosen by what is configured, and what that costs at the start."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Any

import pytest
from django.conf import settings as django_settings

from interviewers.engines.base import MessageKind
from interviewers.engines.builtin.engine import BuiltinEngine
from interviewers.engines.openai import OpenAIEngine
from interviewers.engines.registry import close_engine, current_engine
from interviewers.tests.fake_openai import FakeOpenAI, speech
from interviewers.tests.samples import brief


@pytest.mark.parametrize(
    ("changes", "chosen"),
    [
        ({}, BuiltinEngine),
        ({"OPENAI_API_KEY": "key"}, OpenAIEngine),
        ({"OPENAI_BASE_URL": "http://127.0.0.1:9/v1"}, OpenAIEngine),
        ({"OPENAI_API_KEY": "key", "ENGINE": "builtin"}, BuiltinEngine),
        ({"OPENAI_API_KEY": "key", "ENGINE": "openai"}, OpenAIEngine),
        (
            {"ENGINE": "interviewers.engines.builtin.engine.BuiltinEngine"},
            BuiltinEngine,
        ),
    ],
)
def test_the_engine_follows_from_what_is_configured(
    settings: Any, changes: dict[str, str], chosen: type
) -> None:
    settings.ENGINE, settings.OPENAI_API_KEY, settings.OPENAI_BASE_URL = "auto", "", ""
    for name, value in changes.items():
        setattr(settings, name, value)
    engine = current_engine()
    assert type(engine) is chosen
    assert current_engine() is engine


async def test_the_settings_reach_the_model(settings: Any) -> None:
    async with FakeOpenAI(speech("你好。")) as server:
        settings.ENGINE = "openai"
        settings.OPENAI_API_KEY = "key-1"
        settings.OPENAI_BASE_URL = server.url
        settings.MODEL = "model-1"
        settings.TEMPERATURE = 0.2
        pieces = [piece async for piece in current_engine().speak(brief(MessageKind.CLOSING))]
        await close_engine()
        # What is closed opens again.
        again = [piece async for piece in current_engine().speak(brief(MessageKind.CLOSING))]
        await close_engine()
    assert pieces[0].text == again[0].text == "你好。"
    request, _ = server.requests
    assert request.headers["authorization"] == "Bearer key-1"
    assert (request.body["model"], request.body["temperature"]) == ("model-1", 0.2)


def python(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("OPENAI_", "INTERVIEWGPT_"))}
    kept["DJANGO_SETTINGS_MODULE"] = "interviewgpt.settings"
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=django_settings.BASE_DIR,
        env=kept | environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("key", ["", "key"])
def test_a_server_reads_the_bank_and_loads_a_models_client_before_it_serves_and_nothing_before(
    key: str,
) -> None:
    """The first call would hold everybody up for the time that takes, and so would it any command; the
    first message would read the bank with its interview locked, on SQLite with everybody's."""
    code = (
        "import sys, django\n"
        "django.setup()\n"
        "from interviewers.engines.registry import close_engine, current_engine\n"
        "print(current_engine().name, 'openai' in sys.modules, 'httpx2' in sys.modules)\n"
        "from interviewers.engines.builtin.reading.technical import distinctly_technical as read\n"
        "print(read.cache_info().currsize)\n"
        "import interviewgpt.asgi\n"
        "print('openai' in sys.modules, read.cache_info().currsize)"
    )
    done = python(code, OPENAI_API_KEY=key)
    assert done.stderr == ""
    engine = "openai" if key else "builtin"
    assert done.stdout.splitlines() == [f"{engine} False False", "0", f"{bool(key)} 1"]


@pytest.mark.parametrize(
    ("environment", "named"),
    [
        ({"INTERVIEWGPT_ENGINE": "openai"}, "OPENAI_API_KEY"),
        ({"OPENAI_BASE_URL": "127.0.0.1:8080"}, "OPENAI_BASE_URL"),
        ({"INTERVIEWGPT_GRADERS": "6"}, "INTERVIEWGPT_GRADERS"),
        ({"INTERVIEWGPT_GRADERS": "0"}, "INTERVIEWGPT_GRADERS"),
        ({"INTERVIEWGPT_TEMPERATURE": "hot"}, "INTERVIEWGPT_TEMPERATURE"),
        ({"INTERVIEWGPT_MODEL_TIMEOUT": "0"}, "INTERVIEWGPT_MODEL_TIMEOUT"),
        ({"INTERVIEWGPT_MODEL_STALL": "-1"}, "INTERVIEWGPT_MODEL_STALL"),
        ({"INTERVIEWGPT_MODEL_DEADLINE": "0"}, "INTERVIEWGPT_MODEL_DEADLINE"),
        ({"INTERVIEWGPT_MODEL_CONCURRENCY": "none"}, "INTERVIEWGPT_MODEL_CONCURRENCY"),
        ({"INTERVIEWGPT_MODEL_REST": "-1"}, "INTERVIEWGPT_MODEL_REST"),
        ({"INTERVIEWGPT_FALLBACK": "hope"}, "INTERVIEWGPT_FALLBACK"),
        ({"INTERVIEWGPT_TOKEN_CAP": "1e6"}, "INTERVIEWGPT_TOKEN_CAP"),
    ],
)
def test_a_setting_that_cannot_be_stops_the_start_and_is_named(
    environment: dict[str, str], named: str
) -> None:
    done = python("import interviewgpt.settings", **environment)
    assert done.returncode != 0
    assert "ImproperlyConfigured" in done.stderr
    assert named in done.stderr
