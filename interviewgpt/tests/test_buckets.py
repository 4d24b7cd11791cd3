"""Token buckets: a period's worth at once, then steadily, and the wait to the second."""

from __future__ import annotations

import pytest

from interviewgpt.api.buckets import Bucket, parse_rate


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.parametrize(
    ("rate", "size", "speed"),
    [("30/s", 30, 30), ("60/min", 60, 1), ("3600/hour", 3600, 1), ("86400/d", 86400, 1)],
)
def test_a_rate(rate: str, size: int, speed: float) -> None:
    assert parse_rate(rate) == (size, speed)


@pytest.mark.parametrize("rate", ["", "30", "30/", "x/s", "30/year", "-1/s"])
def test_what_is_no_rate(rate: str) -> None:
    with pytest.raises(ValueError):
        parse_rate(rate)


def test_it_is_full_at_first_and_refilled_steadily() -> None:
    clock = Clock()
    bucket = Bucket("3/min", clock)
    for _ in range(3):
        assert bucket.wait() == 0
        bucket.take()
    assert bucket.wait() == 20
    assert not bucket.full
    clock.now += 19.5
    assert bucket.wait() == 1
    clock.now += 0.5
    assert bucket.wait() == 0
    bucket.take()
    assert bucket.wait() == 20


def test_it_never_holds_more_than_its_size() -> None:
    clock = Clock()
    bucket = Bucket("2/s", clock)
    clock.now += 3600
    assert bucket.full
    for _ in range(2):
        assert bucket.wait() == 0
        bucket.take()
    assert bucket.wait() == 1
