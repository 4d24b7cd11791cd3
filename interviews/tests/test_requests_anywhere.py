"""Requests and remarks are met at any question, also where the candidate is invited to ask."""

from __future__ import annotations

import pytest

from interviewgpt.db import in_db
from interviews.asides import Request, request_in
from interviews.declining import declines
from interviews.models import PlannedQuestion
from interviews.tests.support import answer_for, create, sit, table, told

SAID = {
    Request.HINT: (
        "给我个小提示行不行？", "有没有什么提示可以给我", "稍微提示我一下呗", "Any pointers on how to start?", "could you give me something to start from?",
        "Can I get a little nudge here, I'm drawing a blank",
    ),
    Request.EXPLAIN: (
        "这题可以讲得大白话一点吗？", "能讲白一点吗", "讲白一点", "大白话", "这问题太绕了，能说人话吗", "Could you put that more simply?",
        "that's a mouthful. Could you put it in plainer words?", "Can you say that in normal words?", "Can you say that in simpler terms?",
        "Can you rephrase that in simpler words?",
        "Sorry, could you say that again please? I'm not sure what you mean by thirty times.",
    ),
    Request.TROUBLE: (
        "你能听见我吗", "能听到我说话吗？我这边网络有点卡", "你还在吗，刚掉线了", "Are you still there?", "Can you hear me?", "Min, are you still there?",
        "Hello? Anyone there?", "Hi Wei, nice to meet you! Can you hear me ok?", "喂，听得到吗", "Hey, you there?", "the page froze, did you get that?", "Did you get my last message?", "我刚才发的消息你收到了吗", "你收到我的回答了吗",
    ),
    Request.SKIP: ("我有点紧张，能换一道题吗？",),
    Request.PAUSE: ("Sorry, someone rang the bell.", "Sorry, somebody knocked at the door.", "不好意思，刚才门铃响了", "家里来人了"),
    Request.REPEAT: ("抱歉我喝口水。可以开始了", "Let me grab some water. OK, I'm ready.", "Wait, are we still on the subscription thing?",
        "Sorry, can you repeat that? I lost the thread after the campaign.",
        "Sorry, could you say that again please? I didn't catch the part about the campaign.",
    ),
    Request.QUERY: ("Why do you ask that?",),
    Request.FORM: ("Do you want me to go deeper or is that fine?",),
    Request.COURSE: ("how long will this part take?",),
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "request_made"), [(text, request) for request, texts in SAID.items() for text in texts]
)
def test_it_is_known_in_these_words_too(text: str, request_made: Request) -> None:
    assert request_in(text) is request_made


@pytest.mark.parametrize(
    "text",
    [
        "讲白一点，就是库为准，缓存可以扔",
        "The leader asks the others: are you still there? No answer means a new election.",
        "Someone rang the alarm bell and I rolled the release back.",
        "门铃响了就推一条消息给用户",
        "I lost track of the offsets after a restart, so I read the topic again.",
        "I put it in simpler words for my boss, and he agreed.",
        "I give them something to start from, a small ticket.",
        "Redis, are you still using it for locks is what I asked them.",
        "提示用户重新登录",
        "I can't hear you, the customer said, so I called her back.",
        "来人了就排队，先到先服务",
        "We went deeper into the logs and found the leak.",
    ],
)
def test_what_only_sounds_like_it_is_an_answer(text: str) -> None:
    assert request_in(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Nah I'm good",
        "Nope, nothing from me",
        "没啥要问的",
        "OK, no questions, thanks",
        "不了，谢谢",
        "想不到什么问题",
        "I can't think of anything, I'm all set",
    ],
)
def test_there_are_more_ways_to_have_no_question(text: str) -> None:
    assert declines(text)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("language", "said", "last"),
    [
        (
            "zh",
            (("这题可以讲得大白话一点吗？", "explain"), ("你还在吗，刚掉线了", "trouble"), ("窗帘没拉上，晃得慌", "remark")),
            "没啥要问的",
        ),
        (
            "en",
            (("Could you put that more simply?", "explain"), ("Can you hear me?", "trouble"), ("Phew, that was long.", "remark")),
            "Nah I'm good",
        ),
    ],
)  # fmt: skip
async def test_where_questions_are_invited_they_leave_the_invitation(
    language: str, said: tuple[tuple[str, str], ...], last: str
) -> None:
    interview = await in_db(create, language, interviewers=["hr"])
    first = await in_db(table, interview.pk)
    spec = {**first.spec, "topic": "their-questions"}
    await in_db(PlannedQuestion.objects.filter(pk=first.pk).update, spec=spec)
    async with sit(interview.pk) as room:
        met = [(await told(room, text))["metadata"].get("aside") for text, _ in said]
        stayed = await in_db(table, interview.pk)
        went_on = await told(room, last)
    assert met == [aside for _, aside in said]
    assert stayed.pk == first.pk
    assert went_on["metadata"]["question"] == 2
    assert await in_db(first.assessments.count) == 0


@pytest.mark.django_db(transaction=True)
async def test_an_interruption_is_no_answer_to_a_follow_up() -> None:
    interview = await in_db(create, "en", interviewers=["technical"])
    first = await in_db(table, interview.pk)
    async with sit(interview.pk) as room:
        probe = await told(room, answer_for(first.spec, "middling", "en"))
        met = await told(room, "Sorry, someone rang the bell.")
    assert probe["metadata"]["kind"] == "follow_up"
    assert (met["metadata"]["kind"], met["metadata"]["aside"]) == ("follow_up", "pause")


@pytest.mark.parametrize(
    ("said", "request_"),
    [
        ("Sorry, before that: how long does this interview still take? I have a train.", Request.COURSE),
        ("How long will the interview still take?", Request.COURSE),
        ("Sorry, the doorbell. Could you say the question again, in simpler words please?", Request.EXPLAIN),
        ("In plain words please, could you ask it again?", Request.EXPLAIN),
        ("How much did what come down?", Request.EXPLAIN),
        ("Compared to what?", Request.EXPLAIN),
        ("We moved it to Redis and kept the old table for a month. How many questions are left?", None),
        ("I would first ask how long the job takes.", None),
        ("How much did it cost? That was my first question to them.", None),
    ],
)  # fmt: skip
def test_what_is_asked_beside_a_reason_is_heard(said: str, request_: Request | None) -> None:
    assert request_in(said) is request_


@pytest.mark.parametrize(
    ("said", "none"),
    [
        ("No, that's all from my side. Thanks, I have to run for the train.", True),
        ("I already asked what I wanted to ask. Goodbye!", True),
        ("想问的都问完了，我得去赶车。", True),
        ("No, but what would I work on?", False),
        ("That's all about the pay. How large is the team?", False),
    ],
)
def test_who_has_asked_everything_has_nothing_more_to_ask(said: str, none: bool) -> None:
    assert declines(said) is none
