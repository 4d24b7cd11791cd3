"""Who is in a room: those who leave are forgotten, those who fail or do not read hold up nobody."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from django.db import OperationalError

from interviewgpt.accounts.principals import NOBODY
from interviewgpt.api.errors import ApiError
from interviewgpt.db import in_db
from interviews import presence, services
from interviews.tests.support import create, sit
from interviews.tests.test_turns import post

pytestmark = pytest.mark.django_db(transaction=True)

ANSWER = "我先看慢查询日志，再用 EXPLAIN 看索引有没有用上。"


async def test_a_since_from_the_future_does_not_silence_what_comes() -> None:
    interview = await in_db(create)
    async with sit(interview.pk, f"since={10**12}") as room:
        await room.next()
        await room.say(ANSWER)
        assert (await room.until("message"))["sender_type"] == "interviewer"


async def test_a_connection_that_leaves_is_forgotten() -> None:
    interview = await in_db(create)
    async with sit(interview.pk) as room:
        await room.next()
        await room.send("ping", 1)
        await room.until("pong")
        assert interview.pk in presence._present
    assert interview.pk not in presence._present


class Broken:
    """A connection whose sending fails."""

    who = NOBODY
    closed = False

    def lacks(self, state: presence.State) -> bool:
        return True

    async def bring_up(self) -> None:
        raise OperationalError("gone")

    async def come_again(self) -> None:
        self.closed = True

    async def dismiss(self, error: ApiError) -> None:
        raise AssertionError(error)


async def test_a_connection_that_fails_has_to_come_back_and_the_others_are_served() -> None:
    interview = await in_db(create)
    async with sit(interview.pk) as room:
        await room.next()
        await room.send("ping", 1)
        await room.until("pong")
        broken = Broken()
        presence.enter(interview.pk, broken)
        posted = await in_db(
            services.post_message, interview_id=interview.pk, content="1", sender_type="system"
        )
        await presence.catch_up()
        assert (await room.until("message"))["id"] == posted.row.id
        assert len(presence._present[interview.pk]) == 1
        assert broken.closed


class Stuck:
    """A connection whose client does not read."""

    who = NOBODY

    def lacks(self, state: presence.State) -> bool:
        return True

    async def bring_up(self) -> None:
        await asyncio.sleep(60)

    async def come_again(self) -> None:
        await asyncio.sleep(60)

    async def dismiss(self, error: ApiError) -> None:
        raise AssertionError(error)


async def test_a_client_that_does_not_read_keeps_nobody_waiting(settings: Any) -> None:
    settings.SWEEP_SECONDS = 0.1
    interview, other = await in_db(create), await in_db(create)
    stuck = Stuck()
    presence.enter(other.pk, stuck)
    try:
        async with sit(interview.pk) as room:
            await room.next()
            await asyncio.sleep(0.3)
            await post(interview)
            assert (await room.until("message"))["sender_type"] == "user"
            assert (await room.until("message"))["sender_type"] == "interviewer"
    finally:
        presence.leave(other.pk, stuck)
