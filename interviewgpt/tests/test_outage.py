"""An outage is said once, then at most once a minute, and once more when it is over."""

from __future__ import annotations

import logging
from typing import Any

import pytest
from redis.exceptions import BusyLoadingError
from redis.exceptions import ConnectionError as RedisConnectionError
from redis.exceptions import TimeoutError as RedisTimeoutError

from interviewgpt.outage import Outage


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def outage(clock: Clock) -> Outage:
    return Outage("The store", "nothing is counted", clock)


def said(caplog: Any) -> list[tuple[int, str]]:
    return [(r.levelno, r.message) for r in caplog.records if r.name == "interviewgpt.outage"]


def test_an_outage_is_said_once_and_its_end(
    outage: Outage, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(59):
        assert outage.note(RedisConnectionError("refused"))
        clock.now += 1
    assert outage.going_on
    assert said(caplog) == [
        (logging.ERROR, "The store does not answer (ConnectionError): nothing is counted")
    ]
    clock.now += 3
    outage.over()
    assert not outage.going_on
    assert said(caplog)[1:] == [
        (logging.WARNING, "The store answers again after 62 s (failures: 59)")
    ]
    outage.over()
    assert len(said(caplog)) == 2


def test_a_long_one_is_said_once_a_minute(
    outage: Outage, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(125):
        outage.note(RedisTimeoutError("late"))
        clock.now += 1
    assert [text for _, text in said(caplog)] == [
        "The store does not answer (TimeoutError): nothing is counted",
        "The store still does not answer (TimeoutError): 61 failures in 60 s",
        "The store still does not answer (TimeoutError): 121 failures in 120 s",
    ]


def test_it_is_not_over_while_others_fail(
    outage: Outage, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    outage.note(TimeoutError())
    clock.now += 1
    outage.over()
    assert outage.going_on
    assert len(said(caplog)) == 1


def test_the_next_one_is_said_anew(
    outage: Outage, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(2):
        outage.note(ConnectionRefusedError())
        clock.now += 3
        outage.over()
    assert [text.split()[2] for _, text in said(caplog)] == ["does", "answers"] * 2


@pytest.mark.parametrize("error", [ValueError("x"), KeyError("x"), FileNotFoundError("x")])
def test_other_errors_are_none(
    outage: Outage, error: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    assert not outage.note(error)
    assert not outage.going_on
    assert said(caplog) == []


def test_a_redis_that_is_still_loading_is_away(outage: Outage) -> None:
    assert outage.note(BusyLoadingError("loading"))
