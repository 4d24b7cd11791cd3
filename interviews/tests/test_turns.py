"""Turns: debts, leases and interruptions. Nothing is lost and nothing is said twice."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from feedback.models import Assessment
from interviewgpt.db import in_db
from interviews import ledger, services, turns
from interviews.models import Interview
from interviews.runner import Runner, runner
from interviews.tests.scripted import (
    ANSWER,
    ScriptedEngine,
    fresh,
    panel_lines,
    post,
    scripted,
)
from interviews.tests.support import answer_for, create, open_spec, sit

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def engine(settings: Any) -> type[ScriptedEngine]:
    return scripted(settings)


async def statements(work: Callable[..., Any], *args: Any, **kwargs: Any) -> tuple[Any, int]:
    """What ``work`` returns in a database thread, and how many statements it ran there, those that
    only begin a transaction left out."""
    ran = 0

    def count(execute: Any, sql: str, *rest: Any) -> Any:
        nonlocal ran
        ran += not sql.startswith("BEGIN")
        return execute(sql, *rest)

    def watched() -> Any:
        with connection.execute_wrapper(count):
            return work(*args, **kwargs)

    return await in_db(watched), ran


async def test_a_reply_settles_the_debt_and_gives_the_lease_back() -> None:
    interview = await in_db(create)
    await post(interview)
    assert (await fresh(interview)).owed_id is not None
    await runner.take_up(interview.pk)
    now = await fresh(interview)
    assert now.owed_id is None
    assert now.lease_token == ""
    assert now.lease_until is None
    assert len(await panel_lines(interview)) == 2


async def test_an_answer_and_its_reply_take_few_statements_and_two_threads_at_most() -> None:
    interview = await in_db(create)
    for kind, most in (("follow_up", 10), ("question", 11)):
        posted, asked = await statements(
            services.post_message,
            interview_id=interview.pk,
            content=ANSWER,
            sender_type="user",
            claiming=True,
        )
        assert asked == (2 if connection.vendor == "postgresql" else 3)
        outcome, asked = await statements(turns.reply_at_once, interview.pk, posted.claim)
        assert (outcome.settled, outcome.left) == (True, None)
        assert (await panel_lines(interview))[-1] == kind
        assert asked <= most


async def test_a_claim_is_given_to_one_runner_only() -> None:
    interview = await in_db(create)
    await post(interview)
    claims = await asyncio.gather(*(in_db(ledger.claim, interview.pk) for _ in range(8)))
    assert sum(claim is not None for claim in claims) == 1


async def test_who_stores_a_message_may_hold_its_lease_at_once() -> None:
    interview = await in_db(create)
    posted = await post(interview, claiming=True)
    assert posted.claim is not None
    assert (posted.claim.owed_id, posted.claim.reply_to) == (posted.row.id, posted.row.id)
    assert await in_db(ledger.claim, interview.pk) is None
    assert [i.pk for i in await in_db(lambda: list(Interview.objects.due()))] == []
    await turns.run(turns.Work(posted.claim))
    now = await fresh(interview)
    assert (now.owed_id, now.lease_token, now.lease_until) == (None, "", None)
    assert len(await panel_lines(interview)) == 2


async def test_a_message_takes_no_lease_that_somebody_holds_or_held() -> None:
    interview = await in_db(create)
    first = await post(interview, claiming=True)
    second = await post(interview, claiming=True)
    assert first.claim is not None
    assert second.claim is None
    past = timezone.now() - timedelta(seconds=1)
    await in_db(lambda: Interview.objects.filter(pk=interview.pk).update(lease_until=past))
    assert (await post(interview, claiming=True)).claim is None
    await turns.run(turns.Work(first.claim))
    assert len(await panel_lines(interview)) == 1
    await runner.take_up(interview.pk)
    assert len(await panel_lines(interview)) == 2


async def test_a_message_that_owes_no_reply_takes_no_lease() -> None:
    interview = await in_db(create)
    spoken = await in_db(
        services.post_message,
        interview_id=interview.pk,
        content="我先打断一下。",
        sender_type="interviewer",
        interviewer_id="technical",
        claiming=True,
    )
    assert spoken.claim is None
    assert (await fresh(interview)).lease_until is None


async def test_a_lease_that_a_leaving_server_was_handed_is_given_back() -> None:
    interview = await in_db(create)
    leaving = Runner()
    leaving.start()
    assert leaving.willing
    posted = await post(interview, claiming=leaving.willing)
    leaving.leave()
    assert not leaving.willing
    leaving.announce(interview.pk, None, due=True, claim=posted.claim)
    await leaving.stop()
    now = await fresh(interview)
    assert (now.owed_id, now.lease_token) == (posted.row.id, "")
    await runner.take_up(interview.pk)
    assert len(await panel_lines(interview)) == 2


async def test_nothing_due_gives_no_claim() -> None:
    interview = await in_db(create)
    assert await in_db(ledger.claim, interview.pk) is None


async def test_an_expired_lease_is_taken_over_and_the_first_runner_cannot_speak() -> None:
    interview = await in_db(create)
    await post(interview)
    first = await in_db(ledger.claim, interview.pk)
    assert first is not None
    past = timezone.now() - timedelta(seconds=1)
    await in_db(lambda: Interview.objects.filter(pk=interview.pk).update(lease_until=past))
    assert [i.pk for i in await in_db(lambda: list(Interview.objects.due()))] == [interview.pk]
    await runner.take_up(interview.pk)
    await turns.run(turns.Work(first))
    assert len(await panel_lines(interview)) == 2
    assert await in_db(Assessment.objects.filter(interview=interview).count) == 1


async def test_a_turn_run_twice_speaks_once() -> None:
    interview = await in_db(create)
    await post(interview)
    await asyncio.gather(*(Runner().take_up(interview.pk) for _ in range(4)))
    assert len(await panel_lines(interview)) == 2


async def test_the_sweep_finds_what_was_left_behind(settings: Any) -> None:
    settings.SWEEP_SECONDS = 0.1
    interview = await in_db(create)
    posted = await post(interview)
    # The reply may be there before the connection is.
    async with sit(interview.pk, f"since={posted.row.id}") as room:
        await room.until("message", sender_type="interviewer")
    assert (await fresh(interview)).owed_id is None


async def test_several_messages_before_the_reply_are_one_answer() -> None:
    interview = await in_db(create)
    await post(interview, "先看慢查询日志。")
    last = await post(interview, "再用 EXPLAIN 看索引。")
    await runner.take_up(interview.pk)
    assessment = await in_db(Assessment.objects.get, interview=interview)
    assert assessment.answer_id == last.row.id
    assert len(await panel_lines(interview)) == 2


async def test_a_message_that_arrives_while_the_reply_is_spoken_joins_the_answer(
    engine: type[ScriptedEngine],
) -> None:
    engine.seconds = 0.1
    interview = await in_db(create)
    async with sit(interview.pk) as room:
        first = await room.say("先看慢查询日志。")
        await room.until("delta", seq=1)
        second = await room.say("再用 EXPLAIN 看索引。")
        reply = await room.until("message")
        joined = ""
        for frame in room.frames:
            if frame["type"] == "delta":
                data = frame["data"]
                joined = data["text"] if data["seq"] == 0 else joined + data["text"]
        assert reply["content"] == joined
        last = [f["data"]["reply_to"] for f in room.frames if f["type"] == "delta"][-1]
        assert last == second["id"] > first["id"]
        assert await room.silent()
    assert len(await panel_lines(interview)) == 2


async def test_a_claim_left_after_a_handover_goes_on_with_the_question() -> None:
    interview = await in_db(create)
    technical = 4
    for _ in range(40):
        spec = await in_db(open_spec, interview.pk)
        assert spec is not None
        await post(interview, answer_for(spec, "strong"))
        asked = await in_db(
            lambda: (
                interview.planned.filter(interviewer_id="technical")
                .exclude(state__in=["pending", "dropped"])
                .count()
            )
        )
        if asked == technical:
            break
        await runner.take_up(interview.pk)
    # A process that dies between the handover and the greeting leaves just this behind.
    await in_db(
        lambda: Interview.objects.filter(pk=interview.pk).update(
            open_id=None, current_interviewer="behavioral"
        )
    )
    await runner.take_up(interview.pk)
    kinds = await panel_lines(interview)
    assert kinds[-1] == "greeting"
    assert "handover" not in kinds
    assert (await fresh(interview)).owed_id is None
