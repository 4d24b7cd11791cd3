"""Against a server nobody here wrote: llama.cpp's own, with a model of half a megabyte."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.test import Client

from interviewers.engines.base import MessageKind
from interviewers.engines.builtin.expected.calibration import level_of
from interviewers.engines.openai import OpenAIEngine
from interviewers.models import Interviewer
from interviewers.tests.samples import ANSWERS, SPECS, brief, exchange, panel_brief
from interviewgpt.db import in_db
from interviewgpt.llm import LLM
from interviewgpt.llm_terms import LLMConfig, Shape, Spent
from interviews.models import Interview
from interviews.tests import support
from interviews.tests.support import interview_by_socket

pytest.importorskip("xllamacpp", reason="needs xllamacpp, from requirements-dev.txt")
pytest.importorskip("gguf", reason="needs gguf, from requirements-dev.txt")

from interviewers.tests.tiny_model import KEY

pytestmark = pytest.mark.e2e


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the server listens; it stops when its standard input is closed."""
    path: Path = tmp_path_factory.mktemp("model") / "nonsense.gguf"
    with subprocess.Popen(
        [sys.executable, "-m", "interviewers.tests.tiny_model", str(path)],
        cwd=django_settings.BASE_DIR,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        url = server.stdout.readline().strip()
        assert url.startswith("http://127.0.0.1:")
        assert 300_000 < path.stat().st_size < 700_000
        yield f"{url}/v1"
        server.stdin.close()


@pytest.fixture
def engine(address: str) -> OpenAIEngine:
    # At temperature 0, which a single grading is made at, nonsense goes round in circles for ever.
    return OpenAIEngine(
        LLM(LLMConfig("nonsense", KEY, base_url=address)), temperature=0.9, graders=2
    )


async def test_speech_is_streamed_and_counted(engine: OpenAIEngine) -> None:
    pieces = [piece async for piece in engine.speak(brief(MessageKind.QUESTION, "en"))]
    assert "".join(piece.text for piece in pieces).strip()
    usage = pieces[-1].usage
    assert usage is not None
    assert usage.prompt_tokens > 500
    assert usage.completion_tokens > 0
    assert usage.milliseconds > 0


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_a_verdict_has_the_agreed_shape_whatever_the_model_thinks(
    engine: OpenAIEngine, language: str
) -> None:
    judged = await engine.assess(exchange(language))
    assert 1 <= judged.level <= 2  # Nonsense quotes nothing that was said.
    assert level_of(judged.score) == judged.level
    assert judged.evidence in ANSWERS[language]
    assert {*judged.covered, *judged.missing} == {p.key for p in SPECS[language].points}
    assert len(judged.gradings) == 2
    assert judged.usage.completion_tokens > 0


async def test_a_report_has_a_text_from_everyone(engine: OpenAIEngine) -> None:
    report = await engine.conclude(panel_brief("en"))
    assert [review.interviewer_id for review in report.reviews] == ["technical", "hr"]
    assert all(review.content for review in report.reviews)


async def test_it_keeps_to_the_schema_by_itself(address: str) -> None:
    llm = LLM(LLMConfig("nonsense", KEY, base_url=address))
    schema = {
        "type": "object",
        "properties": {"level": {"type": "integer", "enum": [1, 2, 3]}},
        "required": ["level"],
        "additionalProperties": False,
    }
    shape: Shape[Any] = Shape("choice", schema, lambda value: value, lambda problem: problem)
    for _ in range(3):
        value = await llm.data(
            [{"role": "user", "content": "Choose."}],
            shape,
            spent=Spent(),
            longest=200,
            temperature=1.0,
        )
        assert set(value) == {"level"}
        assert value["level"] in (1, 2, 3)


@pytest.fixture
def configured(address: str, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Settings as an operator would make them, but for a short interview."""
    # Nonsense within a grammar is slow to choose where the processor is shared.
    monkeypatch.setattr(support, "PATIENCE", 120)
    settings.MODEL_TIMEOUT = settings.MODEL_STALL = settings.MODEL_DEADLINE = 120
    settings.ENGINE, settings.MODEL, settings.OPENAI_API_KEY = "auto", "nonsense", KEY
    settings.OPENAI_BASE_URL, settings.TEMPERATURE, settings.GRADERS = address, 0.9, 2
    return settings


async def sit_through() -> tuple[int, list[dict[str, Any]], dict[str, Any]]:
    """Create, answer until the panel closes, read the feedback; id, frames and feedback."""
    await in_db(lambda: Interviewer.objects.update(question_count=1, follow_up_budget=1))
    await in_db(lambda: Interviewer.objects.filter(pk="hr").update(follow_up_budget=0))
    wanted = {"position": "Backend engineer", "interviewers": ["technical", "hr"]}
    client = Client()
    made = await in_db(client.post, "/api/interviews", wanted, content_type="application/json")
    assert made.status_code == 200
    assert made.json()["data"]["engine"] == "openai"
    key = made.json()["data"]["id"]
    frames = await interview_by_socket(key, "middling", "en")
    assert not [frame for frame in frames if frame["type"] == "error"]
    assert (await in_db(client.get, f"/api/interviews/{key}")).json()["data"][
        "status"
    ] == "completed"
    feedback = await in_db(client.get, f"/api/interviews/{key}/feedback")
    assert feedback.status_code == 200
    data: dict[str, Any] = feedback.json()["data"]
    return key, frames, data


def said(frames: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [frame["data"] for frame in frames if frame["type"] == "message"]


@pytest.mark.django_db(transaction=True)
async def test_a_whole_interview_with_it(configured: Any) -> None:
    key, frames, feedback = await sit_through()
    # Where what it says cannot be used at all, the built-in engine stands in, and it is told.
    stood_in = {(e["part"], e["message_id"]) for e in feedback["engines"]["stood_in"]}
    spoken = [m for m in said(frames) if m["metadata"]["engine"] == "openai"]
    # Now and then nonsense asks something, and something else than the planned question.
    assert len(spoken) >= 2
    assert min(m["metadata"]["usage"]["prompt_tokens"] for m in spoken) > 500
    for message in said(frames):
        built_in = message["metadata"]["engine"] == "builtin"
        assert built_in == (("message", message["id"]) in stood_in)
    # Streamed: the message was heard in pieces, before it was whole.
    pieces = [frame["data"]["seq"] for frame in frames if frame["type"] == "delta"]
    assert max(pieces) >= 1
    # Structured: two gradings of every answer, none of which found words that were never said.
    judged = [a for a in feedback["assessments"] if a["engine"] == "openai"]
    assert judged
    assert {len(a["gradings"]) for a in judged} == {2}
    assert {a["level"] for a in judged} <= {1, 2}
    assert min(a["usage"]["completion_tokens"] for a in judged) > 0
    interview = await in_db(Interview.objects.get, pk=key)
    assert interview.usage_calls >= len(spoken) + 2 * len(judged) + 1
    assert interview.usage_completion_tokens > 0


@pytest.mark.django_db(transaction=True)
async def test_a_whole_interview_that_it_turns_away(configured: Any) -> None:
    configured.OPENAI_API_KEY, configured.MODEL_REST = "another-key", 0
    key, frames, feedback = await sit_through()
    changed = [f["data"] for f in frames if f["data"].get("status") == "engine_changed"]
    assert {(c["engine"], c["reason"]) for c in changed} == {("builtin", "unauthorized")}
    assert {m["metadata"]["engine"] for m in said(frames)} == {"builtin"}
    assert {a["engine"] for a in feedback["assessments"]} == {"builtin"}
    assert feedback["engines"]["report"] == "builtin"
    interview = await in_db(Interview.objects.get, pk=key)
    assert interview.usage_calls > 0
    assert interview.usage_prompt_tokens == 0
