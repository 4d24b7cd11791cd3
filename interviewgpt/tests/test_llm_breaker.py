"""A server that is down is left alone, tried now and then, and trusted again when it works."""

from __future__ import annotations

from contextlib import suppress

import pytest

from interviewgpt.llm_breaker import FAILURES, LONGEST, Breaker
from interviewgpt.llm_errors import (
    LLMError,
    RefusalError,
    RestingError,
    ServerFailedError,
    StalledError,
)

REST = 30.0


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def breaker(clock: Clock) -> Breaker:
    return Breaker(REST, clock)


def fail(breaker: Breaker, times: int = 1, error: type[LLMError] = StalledError) -> None:
    for _ in range(times):
        breaker.report(error("down"))


def test_calls_go_through_while_the_server_works(breaker: Breaker) -> None:
    for _ in range(10):
        assert breaker.admit() is False
        breaker.report(None)


def test_it_is_left_alone_after_some_failures_in_a_row(breaker: Breaker, clock: Clock) -> None:
    fail(breaker, FAILURES - 1)
    assert breaker.admit() is False
    fail(breaker, error=ServerFailedError)
    with pytest.raises(RestingError):
        breaker.admit()
    clock.now += REST - 1
    with pytest.raises(RestingError):
        breaker.admit()


def test_failures_between_successes_are_not_in_a_row(breaker: Breaker) -> None:
    for _ in range(10):
        fail(breaker, FAILURES - 1)
        breaker.report(None)
    assert breaker.admit() is False


def test_a_server_that_declines_is_there(breaker: Breaker) -> None:
    fail(breaker, 10, RefusalError)
    assert breaker.admit() is False


def test_after_the_rest_one_call_is_on_trial(breaker: Breaker, clock: Clock) -> None:
    fail(breaker, FAILURES)
    clock.now += REST
    assert breaker.admit() is True
    with pytest.raises(RestingError):
        breaker.admit()
    breaker.report(None)
    assert breaker.admit() is False


def test_a_trial_that_nobody_ends_does_not_keep_others_out_for_ever(
    breaker: Breaker, clock: Clock
) -> None:
    fail(breaker, FAILURES)
    clock.now += REST
    assert breaker.admit() is True
    clock.now += REST
    assert breaker.admit() is True


def test_each_trial_that_fails_doubles_the_rest_up_to_a_bound(
    breaker: Breaker, clock: Clock
) -> None:
    fail(breaker, FAILURES)
    rests = []
    for _ in range(8):
        waited = 0
        for _ in range(2 * LONGEST):
            clock.now += REST
            waited += 1
            with suppress(RestingError):
                assert breaker.admit() is True
                break
        rests.append(waited)
        fail(breaker)
    assert rests == [1, 2, 4, 8, LONGEST, LONGEST, LONGEST, LONGEST]


def test_without_a_rest_every_call_is_made(clock: Clock) -> None:
    breaker = Breaker(0, clock)
    fail(breaker, 10)
    assert breaker.admit() is False
