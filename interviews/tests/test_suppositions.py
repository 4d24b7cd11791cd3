"""What one would do is told where a story was asked for, and the other way round."""

from __future__ import annotations

import pytest

from interviewgpt.db import in_db
from interviews.queries import asks_for_a_time, denies_premise, supposes
from interviews.tests.support import create, sit, told


def test_what_one_would_do_is_not_what_happened() -> None:
    assert supposes("如果遇到的话，我会先私下找对方聊，再拿数据去谈。", "zh")
    assert supposes("I would talk to them in private and bring figures.", "en")
    assert supposes("我之前没遇到过，要是遇到我会先找他聊。", "zh")
    for text, language in (
        (
            "我拉了三个月的数据，提出下线。做法是先定标准：下个月如果过不了 3% 就下线，大家都同意。",
            "zh",
        ),
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


def test_who_denies_what_a_question_takes_for_granted_is_not_asked_on_from_it() -> None:
    asked = "是什么让你考虑离开现在的工作，或者结束上一段工作？"
    assert denies_premise("我还没有正式工作过，实习是到期结束的，要回学校写论文。", asked)
    assert denies_premise("I've never had a job before.", "Why are you leaving your job?")
    for text in ("那家公司没有做过海外业务，我想试试。", "没什么不满，就是想离家近一点。"):
        assert not denies_premise(text, asked), text
