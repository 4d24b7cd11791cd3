"""An answer that sweeps aside what has to be weighed is worth little, whatever words of a right one it has;
one that is sure of itself loses nothing, nor does one that tells what others think."""

from __future__ import annotations

import pytest

from interviewers.engines.base import AnswerFlag
from interviewers.engines.builtin.sweeping import kept_of
from interviewers.engines.builtin.text import segments
from interviewers.tests.bank_items import told

SWEEPING = [
    "You just put every file into one prompt, there's no downside. The longer the prompt, the better the answer, and you don't need to check it.",
    "Backups run by themselves. It's enough to look at the log now and then, restoring one to try it is a waste of time. If a disk dies you simply get a new one.",
    "接口超时就直接重试，重试越多越稳。日志没必要留，反正出了事用户会说。",
    "需求随便写写就行，开发自己会问。评审多此一举，上线以后再改就好了。",
]
SURE = [
    "Never trust the client: the server has to check it again. You only need one index here, the composite one, since equality comes first and the range last. I'd measure it before and after.",
    "My old lead thought you don't need tests for that, it's just a script. We wrote four, and two found a bug on the first day.",
    "不用索引的话只能全表扫。先看执行计划，再决定加在哪一列；区分度低的列加了也没什么用，写入还会变慢。",
    "很多人以为加了锁就行，没必要再管别的。其实锁会过期，所以要带上编号，写的时候再比一次。",
]


@pytest.mark.parametrize("answer", SWEEPING)
def test_what_sweeps_things_aside_loses_four_tenths_or_more(answer: str) -> None:
    assert kept_of(segment.folded for segment in segments(answer)) <= 0.6


@pytest.mark.parametrize("answer", SURE)
def test_who_is_sure_of_it_loses_nothing(answer: str) -> None:
    assert kept_of(segment.folded for segment in segments(answer)) == 1.0


def test_the_judgement_says_so() -> None:
    answer = (
        "Rate limiting is simple: a counter in the memory of each instance is enough, the load balancer spreads it automatically. "
        "A fixed window never fails, and callers who are over the limit can just wait in a queue."
    )
    judged = told("en", "backend-rate-limit", answer)
    assert AnswerFlag.SWEEPING in judged.flags
    assert judged.level == 1
