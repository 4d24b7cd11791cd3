"""A model that does not keep to its directions, in the room: what is heard, and what is asked."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from interviewers.tests.fake_openai import FakeOpenAI, Request, blocks_of, speech, willing
from interviewgpt.db import in_db
from interviews.models import Interview
from interviews.tests.support import DONT_KNOW, create, sit

pytestmark = pytest.mark.django_db(transaction=True)

SAID: dict[str, tuple[str, str]] = {
    "a label": ("张工：好的，{q}", "好的，{q}"),
    "quotation marks": ("“好的，{q}”", "好的，{q}"),
    "a stage direction": ("（微笑着点头）好的，{q}", "好的，{q}"),
    "Markdown": ("**好的**\n\n# 追问\n- {q}\n- 😀👍", "好的\n{q}"),
    "JSON": ('```json\n{"say":"{q}"}\n```', "{q}"),
    "a link": ("好的，可以看[这里](https://x.example/a)。{q}", "好的，可以看这里。{q}"),
    "both sides": ("好的。{q}\n候选人：我会看日志。\n张工：很好。", "好的。{q}"),
    "a preamble": ("好的，以下是我要说的话：\n\n{q}", "好的。{q}"),
    "another name": ("我是李明，来自字节跳动。{q}", "{q}"),
    "a mark": ("你这题可以打4分，level 4。{q}", "{q}"),
    "the rubric": ("评分标准里有几个要点，你讲到这些就能拿五级。{q}", "{q}"),
    "no question": ("好的。", "好的。{q}"),
    "further questions": ("{q}另外，你会不会用Kafka？你为什么离职？", "{q}"),
    "empty talk": ("好的，我先讲讲我自己的看法。" * 43 + "{q}", "好的，我先讲讲我自己的看法。{q}"),
}
REPLACED = {
    "another question": "你好，请用三个词形容一下你自己。",
    "a mark in mid-clause": "好的我想这大概能打4分。{q}",
}
CASES = [*SAID, *REPLACED]


def case(name: str) -> str:
    return f"case {CASES.index(name)}."


async def by_case(request: Request, writer: asyncio.StreamWriter) -> None:
    blocks = blocks_of(request.user)
    if "question" not in blocks:
        await willing(request, writer)
        return
    name = next(name for name in CASES if case(name) in blocks["position"])
    text = SAID[name][0] if name in SAID else REPLACED[name]
    text = text.replace("{q}", blocks["question"])
    await speech(*(text[place : place + 5] for place in range(0, len(text), 5)))(request, writer)


async def answered(name: str, interview: Interview) -> tuple[dict[str, Any], str]:
    """The next question, and what was heard of it in pieces."""
    async with sit(interview.pk) as room:
        await room.say(DONT_KNOW["zh"])
        message = await room.until("message")
    spoken = ""
    for frame in room.frames:
        if frame["type"] == "delta":
            spoken = ("" if frame["data"]["seq"] == 0 else spoken) + frame["data"]["text"]
    assert message["content"] == spoken, name
    return message, spoken


async def test_what_is_heard_is_a_question_and_nothing_else(settings: Any) -> None:
    async with FakeOpenAI(by_case) as server:
        settings.ENGINE, settings.OPENAI_BASE_URL, settings.FALLBACK = (
            "openai",
            server.url,
            "builtin",
        )
        settings.SWEEP_SECONDS = 3600
        settings.MODEL_TIMEOUT = settings.MODEL_STALL = settings.MODEL_DEADLINE = 60
        interviews = {
            name: await in_db(create, position=f"后端工程师 {case(name)}") for name in CASES
        }
        heard = dict(
            zip(
                CASES,
                await asyncio.gather(*(answered(n, one) for n, one in interviews.items())),
                strict=True,
            )
        )
    asked = {
        name: blocks_of(request.user)["question"]
        for request in server.requests
        for name in CASES
        if case(name) in blocks_of(request.user).get("position", "")
    }
    for name, (_, expected) in SAID.items():
        message, _ = heard[name]
        assert message["metadata"]["engine"] == "openai", name
        assert message["content"] == expected.replace("{q}", asked[name]), name
    for name in REPLACED:
        message, _ = heard[name]
        assert message["metadata"]["takeover"] == {"from": "openai", "reason": "unfit"}, name
        assert asked[name] in message["content"], name
