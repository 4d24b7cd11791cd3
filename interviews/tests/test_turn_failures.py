"""Turns that fail, or take long: kept, told, tried again when somebody asks, in nobody's way."""

from __future__ import annotations

import asyncio
import gc
import logging
from typing import Any

import pytest
from django.db import OperationalError, connection

from feedback.models import Assessment, Feedback
from interviewers.models import Interviewer
from interviewgpt import db
from interviewgpt.api.errors import ApiError, ErrorCode
from interviewgpt.db import in_db
from interviews import services
from interviews.runner import runner
from interviews.tests.scripted import (
    ANSWER,
    ScriptedEngine,
    fresh,
    panel_lines,
    post,
    scripted,
)
from interviews.tests.support import create, eventually, sit

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def engine(settings: Any) -> type[ScriptedEngine]:
    return scripted(settings)


@pytest.mark.parametrize(
    ("fails", "code"),
    [
        ("speak", "AI_SERVICE_ERROR"),
        ("assess", "AI_SERVICE_ERROR"),
        ("bug", "INTERNAL_SERVER_ERROR"),
    ],
)
async def test_a_turn_that_fails_is_kept_told_and_not_tried_again(
    engine: type[ScriptedEngine], settings: Any, fails: str, code: str
) -> None:
    settings.SWEEP_SECONDS = 0.1
    engine.fails = {fails}
    interview = await in_db(create)
    async with sit(interview.pk) as room:
        await room.say(ANSWER)
        error = await room.until("error")
        assert error["code"] == code
        assert "dead" not in error["message"]
        engine.spoken = []
        assert await room.silent(0.4)
        assert engine.spoken == []
    data = await in_db(lambda: services.describe(services.get_interview(interview_id=interview.pk)))
    assert data["turn"] == "failed"
    assert len(await panel_lines(interview)) == 1


async def test_a_new_message_makes_a_failed_turn_due_again(engine: type[ScriptedEngine]) -> None:
    engine.fails = {"speak"}
    interview = await in_db(create)
    async with sit(interview.pk) as room:
        await room.say(ANSWER)
        await room.until("error")
        engine.fails = set()
        await room.say("补充一句。")
        assert (await room.until("message"))["sender_type"] == "interviewer"


async def test_a_turn_whose_database_goes_is_said_once_and_done_when_it_is_back(
    engine: type[ScriptedEngine], settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    settings.DATABASE_THREADS, settings.SWEEP_SECONDS, settings.LEASE_SECONDS = 1, 0.1, 0.5
    await asyncio.to_thread(db.shut_down)
    engine.seconds = 0.1
    interview = await in_db(create)

    told: list[str] = []

    def note(record: logging.LogRecord) -> bool:
        told.append(record.getMessage())
        return False  # a record that is kept holds the task that is looked for below

    def away(*_: Any) -> None:
        raise OperationalError("away")

    def back() -> None:
        connection.execute_wrappers.remove(away)

    logging.getLogger("interviews.runner").addFilter(note)
    try:
        async with sit(interview.pk) as room:
            await room.say(ANSWER)
            await in_db(lambda: connection.execute_wrappers.append(away))
            await eventually(lambda: any("the work stays due" in line for line in told))
            await in_db(back)
            assert (await room.until("message"))["sender_type"] == "interviewer"
    finally:
        logging.getLogger("interviews.runner").removeFilter(note)
    gc.collect()
    assert "never retrieved" not in caplog.text


async def test_an_end_that_fails_can_be_asked_for_again(engine: type[ScriptedEngine]) -> None:
    engine.fails = {"conclude"}
    interview = await in_db(create)
    await post(interview)
    with pytest.raises(ApiError) as raised:
        await runner.finish(interview.pk)
    assert raised.value.code is ErrorCode.AI_SERVICE_ERROR
    assert (await fresh(interview)).status == "active"
    assessed = await in_db(lambda: list(Assessment.objects.values_list("id", flat=True)))
    assert len(assessed) == 1
    engine.fails = set()
    await runner.finish(interview.pk)
    assert (await fresh(interview)).status == "completed"
    assert await in_db(lambda: list(Assessment.objects.values_list("id", flat=True))) == assessed


async def test_two_ends_at_once_share_one_piece_of_work(engine: type[ScriptedEngine]) -> None:
    engine.seconds = 0.1
    interview = await in_db(create)
    await post(interview)
    await asyncio.gather(*(runner.finish(interview.pk) for _ in range(5)))
    assert await in_db(Feedback.objects.filter(interview=interview).count) == 1
    assert await in_db(Assessment.objects.filter(interview=interview).count) == 1


async def test_an_end_that_takes_too_long_stays_due(
    engine: type[ScriptedEngine], settings: Any
) -> None:
    engine.seconds = 0.6
    settings.END_WAIT_SECONDS = 0.2
    interview = await in_db(create)
    await post(interview)
    with pytest.raises(ApiError) as raised:
        await runner.finish(interview.pk)
    assert raised.value.code is ErrorCode.AI_SERVICE_ERROR
    settings.END_WAIT_SECONDS = 10
    await runner.finish(interview.pk)
    assert (await fresh(interview)).status == "completed"


async def test_an_interviewer_who_is_gone_fails_the_turn() -> None:
    interview = await in_db(create, interviewers=["technical"])
    await in_db(lambda: Interviewer.objects.filter(pk="technical").delete())
    async with sit(interview.pk) as room:
        await room.say(ANSWER)
        assert (await room.until("error"))["code"] == "INTERVIEWER_ERROR"


async def test_no_connection_is_held_while_an_engine_works(
    engine: type[ScriptedEngine], settings: Any
) -> None:
    """More interviews wait at once than the pool has threads, and others still get through."""
    engine.seconds = 2
    interviews = [await in_db(create) for _ in range(20)]
    for interview in interviews:
        await post(interview)
    working = [runner.take_up(interview.pk) for interview in interviews]
    await asyncio.sleep(0.1)
    async with asyncio.timeout(1.8):
        await in_db(services.get_interview, interview_id=interviews[0].pk)
    await asyncio.gather(*working)
    for interview in interviews:
        assert (await fresh(interview)).owed_id is None
