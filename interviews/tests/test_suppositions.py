"""What one would do is told where a story was asked for, and the other way round."""

from __future__ import annotations

import pytest

from interviewgpt.db import in_db
from interviews.queries import asks_for_a_time, supposes
from interviews.tests.support import create, sit, told


def test_what_one_would_do_is_not_what_happened() -> None:
    assert supposes("如果遇到的话，我会先私下找对方聊，再拿数据去谈。", "zh")
    assert supposes("I would talk to them in private and bring figures.", "en")
    for text, language in (
        ("去年我和测试争了一下午，如果再来一次我会先问。", "zh"),
        ("我把值班改成两组轮换，交付率从六成升到九成。", "zh"),
        ("Last year I told my lead at once. I would do it again.", "en"),
        ("I was asked to lead it.", "en"),
        ("I counted twelve of them; I'd counted the cancelled ones.", "en"),
    ):
        assert not supposes(text, language), text


@pytest.mark.django_db(transaction=True)
async def test_a_supposed_case_is_not_probed_as_if_it_had_happened() -> None:
    interview = await in_db(create, "en", interviewers=["behavioral"])
    async with sit(interview.pk) as room:
        await told(room, "That never happened to me.")
        left = await told(room, "I would talk to them in private, bring figures and ask my lead.")
    assert left["metadata"]["question"] == 2


def test_what_happened_is_asked_for_outright() -> None:
    for question in ("Tell me about a time you were wrong.", "请讲一次你被误解的经历。"):
        assert asks_for_a_time(question), question
    for question in (
        "How do you plan? Tell me about a time it failed.",
        "你怎么排期？再讲一次失败的。",
    ):
        assert not asks_for_a_time(question), question
