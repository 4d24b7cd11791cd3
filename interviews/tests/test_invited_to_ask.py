"""Who is invited to ask, and has no question, is not judged by it."""

from __future__ import annotations

import pytest

from interviewers.engines.builtin.speaking.phrases import PHRASES
from interviewgpt.db import in_db
from interviews.declining import declines
from interviews.models import Interview, PlannedQuestion
from interviews.runner import runner
from interviews.tests.support import create, sit, table, told


async def invited_last(language: str) -> tuple[Interview, PlannedQuestion]:
    """An interview whose only question left is what the candidate would like to ask."""
    interview = await in_db(create, language)
    first = await in_db(table, interview.pk)
    spec = {**first.spec, "topic": "their-questions"}
    await in_db(Interview.objects.filter(pk=interview.pk).update, panel=["technical"])
    await in_db(PlannedQuestion.objects.exclude(pk=first.pk).delete)
    await in_db(PlannedQuestion.objects.filter(pk=first.pk).update, spec=spec)
    return interview, first


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "No questions."), ("zh", "没有了，都挺清楚的，谢谢")],
)
async def test_no_question_is_no_bad_answer(language: str, text: str) -> None:
    interview = await in_db(create, language)
    first = await in_db(table, interview.pk)
    spec = {**first.spec, "topic": "their-questions"}
    await in_db(PlannedQuestion.objects.filter(pk=first.pk).update, spec=spec)
    async with sit(interview.pk) as room:
        went_on = await told(room, text)
    assert went_on["metadata"]["kind"] == "question"
    await runner.finish(interview.pk)
    assert await in_db(interview.assessments.count) == 0


@pytest.mark.django_db(transaction=True)
async def test_a_question_after_none_is_judged() -> None:
    interview = await in_db(create, "en")
    first = await in_db(table, interview.pk)
    spec = {**first.spec, "topic": "their-questions"}
    await in_db(PlannedQuestion.objects.filter(pk=first.pk).update, spec=spec)
    async with sit(interview.pk) as room:
        await told(room, "No. Or wait: who would I work with every day?")
    assert await in_db(first.assessments.count) == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("language", "asks", "worries"),
    [
        ("en", "How do you review code?", "A bit. I am not sure that I know enough of it for you."),
        ("zh", "代码怎么评审？", "有一点，我怕自己这块懂得不够多，担心跟不上。"),
    ],
)  # fmt: skip
async def test_a_worry_answers_whether_there_is_any(language: str, asks: str, worries: str) -> None:
    interview, first = await invited_last(language)
    async with sit(interview.pk) as room:
        asked = await told(room, asks)
        assert asked["metadata"]["kind"] == "follow_up"
        await in_db(PlannedQuestion.objects.filter(pk=first.pk).update, follow_up_budget=1)
        met = await told(room, worries)
    assert met["metadata"]["kind"] == "closing", met["content"]
    assert met["content"].startswith(tuple(s.strip() for s in PHRASES[language]["their_worry"]))


@pytest.mark.parametrize(
    "text",
    [
        "Everything was explained very well, thank you.",
        "I think you've covered everything.",
        "Not right now.",
        "你们讲得很详细，谢谢，没有要问的了",
        "没啥想问的，都行，我都能接受。",
        "Honestly I don't know, I've got no questions right now.",
        "不知道",
        "没有别的了，谢谢王老师。",
        "Not really, everything's clear.",
        "I don't know what to ask.",
        "犹豫倒没有。就这些了，谢谢。",
    ],
)
def test_there_are_many_ways_to_say_so(text: str) -> None:
    assert declines(text)


@pytest.mark.parametrize(
    "text",
    [
        "No, when do I hear from you?",
        "没有，就是什么时候出结果？",
        "没问题，加班多吗",
        "不知道你们加班多吗",
        "No, nothing else. What is the team size?",
        "没有了，没什么了。团队有多大？",
    ],
)
def test_a_question_behind_it_is_one(text: str) -> None:
    assert not declines(text)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("language", "last"),
    [
        ("zh", "我想知道团队平时怎么评审代码？就这些，谢谢。"),
        ("en", "I'd like to know how you review code? That's all from me, thank you."),
    ],
)
async def test_who_says_that_this_was_all_is_not_asked_for_another(
    language: str, last: str
) -> None:
    interview, _ = await invited_last(language)
    async with sit(interview.pk) as room:
        met = await told(room, last)
    assert met["metadata"]["kind"] == "closing", met["content"]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("language", "said", "answers"),
    [
        ("en", "I just asked: how big is the team, and who looks after new people?", True),
        ("zh", "我刚才问过了呀：试用期怎么考核？", True),
        ("en", "I already told you.", False),
    ],
)
async def test_who_asks_once_more_is_answered(language: str, said: str, answers: bool) -> None:
    interview, first = await invited_last(language)
    async with sit(interview.pk) as room:
        reply = await told(room, said)
    practice = [text.strip() for text in PHRASES[language]["their_practice"]]
    assert any(text in reply["content"] for text in practice) is answers, reply["content"]
    assert await in_db(first.assessments.count) == answers


@pytest.mark.django_db(transaction=True)
async def test_who_leaves_the_next_invitation_has_asked_nothing_new() -> None:
    interview, _ = await invited_last("zh")
    async with sit(interview.pk) as room:
        await told(room, "刚入职的人一般多久能自己接一个任务？")
        await room.send("command", {"name": "skip"})
        last = await room.until("message")
    assert last["metadata"]["kind"] == "closing"
    assert not any(way in last["content"] for way in PHRASES["zh"]["their_more"])


@pytest.mark.django_db(transaction=True)
async def test_a_question_about_what_one_would_do_is_put_not_asked_back() -> None:
    interview, first = await invited_last("en")
    async with sit(interview.pk) as room:
        await told(room, "How is what I do measured?")
    assert await in_db(first.assessments.count) == 1
