"""The lifespan around Daphne, with small applications of every kind."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from interviewgpt import server
from interviewgpt.server import Lifespan

Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]


async def test_an_application_hears_of_its_start_and_its_end() -> None:
    heard = []

    async def application(scope: dict[str, Any], receive: Receive, send: Send) -> None:
        assert scope["type"] == "lifespan"
        for _ in range(2):
            event = (await receive())["type"]
            heard.append(event)
            await send({"type": f"{event}.complete"})

    lifespan = Lifespan(application)
    assert await lifespan.startup() is True
    assert heard == ["lifespan.startup"]
    await lifespan.shutdown()
    assert heard == ["lifespan.startup", "lifespan.shutdown"]


async def test_work_under_way_is_waited_for() -> None:
    done = []

    async def application(scope: dict[str, Any], receive: Receive, send: Send) -> None:
        await receive()
        await send({"type": "lifespan.startup.complete"})
        await receive()
        await asyncio.sleep(0.05)
        done.append("work")
        await send({"type": "lifespan.shutdown.complete"})

    lifespan = Lifespan(application)
    await lifespan.startup()
    await lifespan.shutdown()
    assert done == ["work"]


async def test_an_application_that_does_not_end_is_left(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(server, "DRAIN_SECONDS", 0.05)

    async def application(scope: dict[str, Any], receive: Receive, send: Send) -> None:
        await receive()
        await send({"type": "lifespan.startup.complete"})
        await asyncio.Event().wait()

    lifespan = Lifespan(application)
    await lifespan.startup()
    await asyncio.wait_for(lifespan.shutdown(), 5)
    assert "took longer" in caplog.text


async def test_a_start_that_fails_is_no_start(caplog: pytest.LogCaptureFixture) -> None:
    async def application(scope: dict[str, Any], receive: Receive, send: Send) -> None:
        await receive()
        await send({"type": "lifespan.startup.failed", "message": "no luck today"})

    assert await Lifespan(application).startup() is False
    assert "no luck today" in caplog.text


@pytest.mark.parametrize("raises", [True, False])
async def test_an_application_without_a_lifespan_is_left_in_peace(raises: bool) -> None:
    async def application(scope: dict[str, Any], receive: Receive, send: Send) -> None:
        if raises:
            raise ValueError("a scope I do not know")

    lifespan = Lifespan(application)
    assert await lifespan.startup() is True
    await asyncio.wait_for(lifespan.shutdown(), 5)


async def test_an_end_without_a_start_is_nothing() -> None:
    called: list[str] = []

    async def application(scope: dict[str, Any], receive: Receive, send: Send) -> None:
        called.append(scope["type"])

    await asyncio.wait_for(Lifespan(application).shutdown(), 5)
    assert called == []
