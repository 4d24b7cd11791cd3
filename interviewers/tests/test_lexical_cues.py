"""Parts of a story are recognised by how they are told."""

from __future__ import annotations

import pytest

from interviewers.engines.base import Cue
from interviewers.engines.builtin.reading.text import fold
from interviewers.engines.builtin.stories.cues import TABLE, find_cues

TOLD = {
    Cue.SITUATION: (
        "去年在上一家公司，我们的系统经常超时",
        "When I was at my last company, our service was slow",
    ),
    Cue.ACTION: ("我负责拆分了这个模块", "I split the module and wrote the tests"),
    Cue.RESULT: ("最后响应时间降低了40%", "In the end response time dropped by 40%"),
    Cue.NUMBER: ("每天大约有三百个用户", "about 300 users a day"),
    Cue.REFLECTION: ("如果再来一次，我会更早沟通", "Looking back, I would have asked earlier"),
    Cue.TRADE_OFF: ("这样更快，代价是占用更多内存", "It is faster at the cost of more memory"),
    Cue.EXAMPLE: ("比如登录接口", "for example the login page"),
}


@pytest.mark.parametrize("cue", list(Cue))
def test_each_cue_is_found_in_both_languages(cue: Cue) -> None:
    chinese, english = TOLD[cue]
    assert cue in find_cues(fold(chinese), "zh")
    assert cue in find_cues(fold(english), "en")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "索引是一种有序的结构"),
        ("zh", "第一，接口要稳定"),
        ("en", "An index is an ordered structure"),
        ("en", "HTTP/2 multiplexes streams"),
    ],
)
def test_plain_statements_have_none(language: str, text: str) -> None:
    assert find_cues(fold(text), language) == frozenset()


def test_both_languages_know_every_cue() -> None:
    assert set(TABLE["zh"]) == set(TABLE["en"]) == set(Cue)
