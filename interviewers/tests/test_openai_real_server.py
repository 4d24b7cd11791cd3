"""Against a server nobody here wrote: llama.cpp's own, with a model of half a megabyte."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings

from feedback.models import Assessment, Feedback
from interviewers.engines.base import MessageKind
from interviewers.engines.builtin.calibration import level_of
from interviewers.engines.openai import OpenAIEngine
from interviewers.models import Interviewer
from interviewers.tests.samples import ANSWERS, SPECS, brief, exchange, panel_brief
from interviewgpt.db import in_db
from interviewgpt.llm import LLM, LLMConfig, Shape, Spent
from interviews.models import Interview, Message
from interviews.tests import support
from interviews.tests.support import create, interview_by_socket

pytest.importorskip("xllamacpp", reason="needs xllamacpp, from requirements-dev.txt")
pytest.importorskip("gguf", reason="needs gguf, from requirements-dev.txt")

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
    return OpenAIEngine(LLM(LLMConfig("nonsense", base_url=address)), temperature=0.9, graders=2)


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
    llm = LLM(LLMConfig("nonsense", base_url=address))
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


@pytest.mark.django_db(transaction=True)
async def test_a_whole_interview_with_it(
    address: str, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Nonsense within a grammar is slow to choose where the processor is shared.
    monkeypatch.setattr(support, "PATIENCE", 60)
    settings.ENGINE, settings.MODEL = "auto", "nonsense"
    settings.OPENAI_BASE_URL, settings.TEMPERATURE, settings.GRADERS = address, 0.9, 2
    await in_db(lambda: Interviewer.objects.update(question_count=1, follow_up_budget=1))
    interview = await in_db(create, "en", interviewers=["technical", "hr"])
    assert interview.engine == "openai"
    frames = await interview_by_socket(interview.pk, "middling", "en")
    assert not [frame for frame in frames if frame["type"] == "error"]
    assert [frame for frame in frames if frame["type"] == "delta"]
    done = await in_db(Interview.objects.get, pk=interview.pk)
    assert done.status == "completed"
    judged = await in_db(lambda: list(Assessment.objects.filter(interview=interview)))
    assert judged
    assert {assessment.engine for assessment in judged} == {"openai"}
    assert {assessment.level for assessment in judged} <= {1, 2}
    spoken = await in_db(
        lambda: list(
            Message.objects.filter(interview=interview, metadata__engine="openai").values_list(
                "metadata__usage__prompt_tokens", flat=True
            )
        )
    )
    assert len(spoken) >= 4
    assert min(spoken) > 0
    assert await in_db(Feedback.objects.filter(interview=interview).exists)
