"""Who is in a room: those who leave are forgotten, those who fail or do not read hold up nobody."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import pytest
from django.db import OperationalError

from interviewgpt.accounts.principals import NOBODY
from interviewgpt.api.errors import ApiError
from interviewgpt.db import in_db
from interviews import posting, presence, rooms, services, turns
from interviews.protocol import Command
from interviews.runner import runner
from interviews.tests.scripted import post, scripted
from interviews.tests.support import create, sit

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


async def test_who_has_a_reply_already_is_told_no_more_that_somebody_thinks_of_it() -> None:
    """The sweep may be faster than the events of a reply that is made in one go: a late "thinking"
    would give the floor back to who has handed it over, late pieces would be said twice."""
    interview = await in_db(create, position="后端工程师")
    async with sit(interview.pk) as room:
        await room.next()
        runner.leave()  # nobody here takes up what is due, as on another process
        for _ in range(20):
            await in_db(
                services.post_message, interview_id=interview.pk, content=ANSWER, sender_type="user"
            )
            await in_db(services.command, interview_id=interview.pk, name=Command.SKIP)
            outcome = await in_db(turns.reply_at_once, interview.pk, None)
            await presence.catch_up()
            await rooms.send(interview.pk, *outcome.events)
            await room.send("ping", interview.pk)
            await room.until("pong")
            if any(event.get("status") == "interviewer_changed" for event in outcome.events):
                break
        floor, said = interview.current_interviewer, 0
        for frame in room.frames:
            data = frame["data"]
            assert frame["type"] != "delta"
            if frame["type"] == "status":
                assert data["status"] != "thinking"
                floor = data["current_interviewer"]
            said += frame["type"] == "message"
        state = await in_db(presence.read_state, interview.pk)
        assert state is not None
        assert floor == state[2] != interview.current_interviewer
        assert said > 3


async def test_a_message_that_is_stored_while_the_sweep_looks_does_not_overtake_its_pieces(
    settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    scripted(settings)
    interview = await in_db(create)
    read_state = presence.read_state
    told, loop = threading.Event(), asyncio.get_running_loop()

    def reply() -> None:
        posting.say(interview_id=interview.pk, content=ANSWER, sender_type="user")

    def read_after_a_reply(interview_id: int) -> presence.State | None:
        if not told.is_set():
            asyncio.run_coroutine_threadsafe(whole_reply(), loop).result(30)
            told.set()
        return read_state(interview_id)

    async def whole_reply() -> None:
        await in_db(reply)
        while task := runner._working.get(interview.pk):
            await asyncio.wait({task})

    async with sit(interview.pk) as room:
        await room.next()
        await room.send("ping", 1)
        await room.until("pong")
        monkeypatch.setattr(presence, "read_state", read_after_a_reply)
        (connection,) = presence._present[interview.pk]
        await connection.bring_up()
        assert told.is_set()
        message = await room.until("message", sender_type="interviewer")
        pieces = [f["data"]["text"] for f in room.frames if f["type"] == "delta"]
        assert "".join(pieces) == message["content"]


async def test_pieces_that_come_after_their_message_are_left_out() -> None:
    """The history is read before a message is taken in, and may hold what an event still brings."""
    interview = await in_db(create)
    async with sit(interview.pk) as room:
        await room.next()
        await room.send("ping", 1)
        await room.until("pong")
        runner.leave()
        first = await in_db(
            services.post_message, interview_id=interview.pk, content=ANSWER, sender_type="user"
        )
        outcome = await in_db(turns.reply_at_once, interview.pk, None)
        mine = await room.say("再补充一句。")
        await rooms.send(interview.pk, *outcome.events)
        await room.send("ping", 2)
        await room.until("pong")
    messages = [f["data"]["id"] for f in room.frames if f["type"] == "message"]
    assert messages[0] == first.row.id < messages[1] < mine["id"]
    assert len(messages) == 2
    assert "delta" not in {f["type"] for f in room.frames}


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
