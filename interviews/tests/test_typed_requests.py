"""Requests typed as answers: met in the room, judged never, and no way to go on for ever."""

from __future__ import annotations

from typing import Any

import pytest

from interviewgpt.db import in_db
from interviews import services
from interviews.conductor import REPEATS
from interviews.models import Interview, Message, PlannedQuestion
from interviews.runner import runner
from interviews.tests.support import create, open_spec, sit

pytestmark = pytest.mark.django_db(transaction=True)

SAID = {
    "zh": {
        "repeat": "不好意思，能再说一遍问题吗？",
        "explain": "这个问题是什么意思？",
        "hint": "能给个提示吗",
        "assume": "可以讲学校里的经历吗？",
        "verdict": "我答得对吗？",
        "pause": "我先去倒杯水",
        "thanks": "谢谢",
        "end": "结束面试",
        "wait": "让我想一想",
        "greet": "张工你好",
        "skip": "下一题吧",
    },
    "en": {
        "repeat": "Sorry, can you repeat the question?",
        "explain": "What do you mean?",
        "hint": "A hint, please",
        "assume": "Can I take an example from university?",
        "verdict": "Was that right?",
        "pause": "Can we pause for a moment?",
        "thanks": "Thank you!",
        "end": "end the interview",
        "wait": "Let me think for a moment.",
        "greet": "Hello!",
        "skip": "Next question please",
    },
}


def table(interview_id: int) -> PlannedQuestion:
    key = Interview.objects.values_list("open_id", flat=True).get(pk=interview_id)
    return PlannedQuestion.objects.get(pk=key or 0)


async def told(room: Any, text: str) -> dict[str, Any]:
    """What the panel says to it, after a handover as well."""
    await room.say(text)
    while True:
        message: dict[str, Any] = await room.until("message")
        if message["metadata"]["kind"] != "handover":
            return message


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_each_request_is_met_and_costs_nothing(language: str) -> None:
    interview = await in_db(create, language)
    first = await in_db(table, interview.pk)
    said = SAID[language]
    async with sit(interview.pk) as room:
        greeted = await told(room, said["greet"])
        assert (greeted["metadata"]["kind"], greeted["metadata"]["aside"]) == ("question", "greet")
        again = await told(room, said["repeat"])
        assert again["content"].endswith(first.spec["text"])
        assert "question" not in again["metadata"]
        plainer = await told(room, said["explain"])
        assert first.spec["text"] not in plainer["content"]
        assert first.spec["hints"][0] in plainer["content"]
        hint = await told(room, said["hint"])
        assert hint["metadata"]["kind"] == "hint"
        assert first.spec["hints"][0] not in hint["content"]  # as it was given just before
        assert first.spec["hints"][1] in hint["content"]
        probe = await told(room, first.spec["reference"][: 24 if language == "zh" else 80])
        assert probe["metadata"]["kind"] == "follow_up"
        await in_db(first.refresh_from_db)
        assert (first.hints_used, first.repeats, len(first.follow_ups)) == (1, 3, 1)
        moved = await told(room, said["skip"])
        assert moved["metadata"]["question"] == 2
    await in_db(first.refresh_from_db)
    assert first.state == "done"
    assert await in_db(first.assessments.count) == 1


async def test_a_probe_is_repeated_as_the_probe() -> None:
    interview = await in_db(create)
    first = await in_db(table, interview.pk)
    async with sit(interview.pk) as room:
        probe = await told(room, first.spec["reference"][:24])
        assert probe["metadata"]["kind"] == "follow_up"
        again = await told(room, "没听清，再说一遍")
        assert again["metadata"]["kind"] == "follow_up"
        text = next(f["text"] for f in first.spec["follow_ups"] if f["text"] in probe["content"])
        assert text[text.rindex("。", 0, -1) + 1 if "。" in text[:-1] else 0 :] in again["content"]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("wish", ["assume", "verdict", "pause", "thanks", "end"])
async def test_what_is_no_answer_is_met_in_kind(language: str, wish: str) -> None:
    interview = await in_db(create, language)
    first = await in_db(table, interview.pk)
    async with sit(interview.pk) as room:
        met = await told(room, SAID[language][wish])
        assert (met["metadata"]["kind"], met["metadata"]["aside"]) == ("question", wish)
        assert first.spec["text"] not in met["content"]
    assert (await in_db(table, interview.pk)).pk == first.pk
    assert await in_db(first.assessments.count) == 0


@pytest.mark.parametrize(
    ("language", "yes", "no"), [("zh", "是的，结束吧", "继续"), ("en", "Yes", "no, go on")]
)
async def test_only_who_confirms_it_ends_the_interview(language: str, yes: str, no: str) -> None:
    interview = await in_db(create, language)
    first = await in_db(table, interview.pk)
    async with sit(interview.pk) as room:
        assert (await told(room, yes))["metadata"].get("aside") != "end"
        again = await in_db(table, interview.pk)
        await told(room, SAID[language]["end"])
        back = await told(room, no)
        assert back["metadata"]["aside"] == "repeat"
        await told(room, SAID[language]["end"])
        closing = await told(room, yes)
        assert closing["metadata"]["kind"] == "closing"
        await room.until("status", status="completed")
    assert again.pk == first.pk
    finished = await in_db(Interview.objects.get, pk=interview.pk)
    assert (finished.status, finished.paused) == ("completed", False)


async def test_an_answer_given_before_the_end_is_judged() -> None:
    interview = await in_db(create)
    first = await in_db(table, interview.pk)
    async with sit(interview.pk) as room:
        await told(room, first.spec["reference"])
        second = await in_db(table, interview.pk)
        await told(room, "end")
        await told(room, "先跟你说说：" + second.spec["reference"])
        await told(room, "我想结束面试")
        await told(room, "结束")
        await room.until("status", status="completed")
    assert await in_db(first.assessments.count) == 1
    assert await in_db(second.assessments.count) == 1


async def test_a_withdrawn_end_is_none() -> None:
    """Who says more before the panel has said goodbye stays."""
    interview = await in_db(create)
    async with sit(interview.pk) as room:
        await told(room, "结束面试")
    for text in ("结束", "等等，我先把这题说完：先看日志，再看监控"):
        await in_db(
            services.post_message, interview_id=interview.pk, content=text, sender_type="user"
        )
    await runner.take_up(interview.pk)
    stayed = await in_db(Interview.objects.get, pk=interview.pk)
    assert (stayed.status, stayed.ending_at, stayed.wish) == ("active", None, "")


async def test_where_questions_are_wanted_a_question_is_an_answer() -> None:
    interview = await in_db(create)
    first = await in_db(table, interview.pk)
    spec = {**first.spec, "topic": "their-questions"}
    await in_db(PlannedQuestion.objects.filter(pk=first.pk).update, spec=spec)
    async with sit(interview.pk) as room:
        await told(room, "团队规模大概多少？")
    assert await in_db(first.assessments.count) == 1


async def test_a_hint_that_was_part_of_other_words_is_not_given_again() -> None:
    interview = await in_db(create)
    first = await in_db(table, interview.pk)
    async with sit(interview.pk) as room:
        said = [await told(room, text) for text in ("没听懂", "给个提示", "还有吗")]
    for hint in first.spec["hints"]:
        assert sum(hint.split("：")[-1] in message["content"] for message in said) == 1
    assert said[-2]["metadata"]["hints_left"] == 0


async def test_a_hint_on_a_probe_is_not_the_questions() -> None:
    interview = await in_db(create)
    first = await in_db(table, interview.pk)
    async with sit(interview.pk) as room:
        hint = await told(room, "给个提示")
        assert first.spec["hints"][0] in hint["content"]
        probe = await told(room, first.spec["reference"][:24])
        assert probe["metadata"]["kind"] == "follow_up"
        told_hints = [await told(room, text) for text in ("给个提示", "还有吗", "再来一个")]
    assert [m["metadata"].get("hint") for m in told_hints] == [1, 2, None]
    assert [m["metadata"]["hints_left"] for m in told_hints] == [1, 0, 0]
    for hint in first.spec["hints"]:
        assert all(hint not in message["content"] for message in told_hints)
    await in_db(first.refresh_from_db)
    assert (first.hints_used, first.hints_here) == (3, 3)


async def test_a_request_is_part_of_no_answer() -> None:
    interview = await in_db(create)
    first = await in_db(table, interview.pk)
    async with sit(interview.pk) as room:
        await told(room, "能给个提示吗")
        await told(room, "跳过")
    await in_db(first.refresh_from_db)
    assert first.state == "skipped"
    await runner.finish(interview.pk)
    assert await in_db(interview.assessments.count) == 0
    own = await in_db(lambda: list(Message.objects.filter(sender_type="user")))
    assert [message.planned_id for message in own] == [None, None]
    assert all(message.metadata is None for message in own)


async def test_thanks_after_an_answer_are_said_to_the_answer() -> None:
    interview = await in_db(create)
    first = await in_db(table, interview.pk)
    for text in (first.spec["reference"], "谢谢", "能重复一下问题吗"):
        await in_db(
            services.post_message, interview_id=interview.pk, content=text, sender_type="user"
        )
    await runner.take_up(interview.pk)
    last = await in_db(lambda: Message.objects.order_by("-id")[0])
    assert last.metadata is not None
    assert last.metadata["question"] == 2
    assert await in_db(first.assessments.count) == 1


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_nobody_can_go_on_for_ever(language: str) -> None:
    """The same request again and again: every question is left in the end, and so is the room."""
    interview = await in_db(create, language, interviewers=["hr"])
    said = SAID[language]
    async with sit(interview.pk) as room:
        for count in range(80):
            if await in_db(open_spec, interview.pk) is None:
                break
            await told(room, said[("wait", "repeat", "hint", "explain")[count % 4]])
        await room.until("status", status="completed")
        kinds = [f["data"]["metadata"]["kind"] for f in room.frames if f["type"] == "message"]
    assert kinds[-1] == "closing"
    asked = await in_db(lambda: list(interview.planned.filter(state="skipped")))
    assert len(asked) == 3
    assert all(item.repeats <= REPEATS for item in asked)
    assert all(item.hints_here <= len(item.spec["hints"]) + 1 for item in asked)
    finished = await in_db(Interview.objects.get, pk=interview.pk)
    assert finished.overall_score is None


async def test_who_asks_for_more_hints_than_there_are_is_told_so() -> None:
    interview = await in_db(create)
    first = await in_db(table, interview.pk)
    async with sit(interview.pk) as room:
        for _ in range(len(first.spec["hints"]) + 1):
            await room.send("command", {"name": "hint"})
            assert (await room.until("message"))["metadata"]["kind"] == "hint"
        for ask in ("command", "message", "还有吗"):
            if ask == "command":
                await room.send("command", {"name": "hint"})
                met = await room.until("message")
            else:
                met = await told(room, "再给个提示" if ask == "message" else ask)
            assert (met["metadata"]["kind"], met["metadata"]["aside"]) == ("question", "no_hint")
        for _ in range(REPEATS - 3):
            await room.send("command", {"name": "hint"})
            await room.until("message")
        await room.send("command", {"name": "hint"})
        state = await room.until("status", status="resumed")
        assert state["interview"]["turn"] == "idle"
        assert state["message"] == "这道题的提示就这些了。"
        assert await room.silent()
    assert (await in_db(table, interview.pk)).pk == first.pk
