"""Speaking through a model: what a turn carries, and what it leaves out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from interviewers.engines.base import Aside, Brief, Check, Line, MessageKind, Piece
from interviewers.engines.builtin.speaking.nudges import probe_hints
from interviewers.engines.openai import OpenAIEngine
from interviewers.tests.fake_openai import blocks_of, speech
from interviewers.tests.openai_engine import patient_engine_at
from interviewers.tests.samples import PANELS, SPECS, brief

FINE = speech("你好，", "请说。")
FINE_EN = speech("Hello. ", "Go on.")


async def pieces_of(engine: OpenAIEngine, asked: Brief) -> list[Piece]:
    return [piece async for piece in engine.speak(asked)]


async def test_a_late_turn_costs_what_an_early_one_did() -> None:
    lines = tuple(Line("candidate", f"第{n}句" + "长" * 3000) for n in range(200))
    memo = tuple(f"第{n}条" + "记" * 2000 for n in range(100))
    async with patient_engine_at(FINE) as (engine, server):
        for upto in (10, 200):
            asked = brief(MessageKind.QUESTION, recent=lines[:upto], memo=memo[:upto])
            await pieces_of(engine, asked)
    early, late = (len(request.user) for request in server.requests)
    assert abs(early - late) < 100
    assert late < 8_000
    assert "第199句" in blocks_of(server.requests[1].user)["transcript"]
    assert "第99条" in blocks_of(server.requests[1].user)["memo"]


@pytest.mark.parametrize("kind", list(MessageKind))
@pytest.mark.parametrize("language", ["zh", "en"])
async def test_references_and_scoring_points_are_not_even_told_to_who_speaks(
    kind: MessageKind, language: str
) -> None:
    asked = brief(kind, language)
    async with patient_engine_at(FINE if language == "zh" else FINE_EN) as (engine, server):
        await pieces_of(engine, asked)
    text = server.requests[0].system + server.requests[0].user
    assert asked.question is not None
    assert asked.question.reference[:12] not in text
    assert not [point.text for point in asked.question.points if point.text in text]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"gave_up": True}, "直说没有关系"),
        ({"skipped": True, "standing": 1}, "要求跳过"),
        ({"standing": 5}, "可以提到其中说得具体的一点"),
        ({"standing": 3}, "听懂了"),
        ({"standing": 1}, "不指出错误"),
        ({"asked_back": True}, "问了公司的事"),
        ({"check": Check.DEPTH}, "停下来问了你一句"),
        ({"corrected": True}, "更正了之前说过的一处"),
        ({"other_language": True}, "面试语言以外的语言"),
        ({"mention": "Kafka", "mention_from": "resume"}, "简历里写到"),
        ({"mention": "Kafka", "mention_from": "job"}, "岗位的要求"),
    ],
)
async def test_the_brief_decides_how_the_question_is_led_to(
    changes: dict[str, Any], said: str
) -> None:
    async with patient_engine_at(FINE) as (engine, server):
        await pieces_of(engine, brief(MessageKind.QUESTION, **changes))
    assert said in server.requests[0].system
    if "mention" in changes:
        assert blocks_of(server.requests[0].user)["mention"] == "Kafka"
        assert "Kafka" not in server.requests[0].system


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"told": True, "quote": "延迟降到 90 毫秒"}, "就算说到了"),
        ({"told": True}, "用自己的话说到了一些"),
        ({"scant": True, "standing": 1}, "一件具体的事就够"),
        ({"repeated": True, "retold": True}, "讲这件事的另一面"),
        ({"quote": "延迟降到 90 毫秒"}, "由它引出追问"),
    ],
)
async def test_a_follow_up_knows_what_it_follows(changes: dict[str, Any], said: str) -> None:
    async with patient_engine_at(FINE) as (engine, server):
        await pieces_of(engine, brief(MessageKind.FOLLOW_UP, **changes))
    assert said in server.requests[0].system
    blocks = blocks_of(server.requests[0].user)
    assert blocks.get("quote", "") == changes.get("quote", "")


@pytest.mark.parametrize(
    ("aside", "missed", "said"),
    [
        (Aside.REPEAT, True, "一字不漏"),
        (Aside.REPEAT, False, "请你再说一遍"),
        (Aside.EXPLAIN, True, "没有听懂"),
    ],
)
async def test_who_has_not_heard_is_told_from_who_has_not_understood(
    aside: Aside, missed: bool, said: str
) -> None:
    async with patient_engine_at(FINE) as (engine, server):
        await pieces_of(engine, brief(MessageKind.QUESTION, aside=aside, missed=missed))
    assert said in server.requests[0].system
    assert blocks_of(server.requests[0].user)["question"] == SPECS["zh"].text


@pytest.mark.parametrize("another", [True, False])
async def test_what_the_candidate_asks_is_met_and_stands_in_a_data_block_only(
    another: bool,
) -> None:
    words = "有两个问题。第一个想问，团队多大？"
    invited = replace(SPECS["zh"], topic="their-questions")
    asked = brief(MessageKind.FOLLOW_UP, question=invited, asked=True, another=another)
    async with patient_engine_at(FINE) as (engine, server):
        pieces = await pieces_of(engine, replace(asked, questions=words))
    request = server.requests[0]
    assert blocks_of(request.user)["asked"] == words
    assert words not in request.system
    assert "没法代表一家真实的公司" in request.system
    # Who has more to ask is asked for that, and the planned question is not put behind it.
    assert ("接着问下一个" in request.system) is another
    assert ("probe" in blocks_of(request.user)) is not another
    assert "".join(piece.text for piece in pieces).endswith("请说。") is another


@pytest.mark.parametrize("quote", ["延迟降到 90 毫秒", ""])
async def test_the_closing_recalls_what_was_told_well(quote: str) -> None:
    async with patient_engine_at(FINE) as (engine, server):
        await pieces_of(engine, brief(MessageKind.CLOSING, about="排查", established=quote))
    assert ("你记住了的话" in server.requests[0].system) is bool(quote)
    assert blocks_of(server.requests[0].user).get("established", "") == quote


async def test_the_next_interviewer_is_given_what_a_colleague_heard() -> None:
    first, second = PANELS["zh"]
    asked = brief(
        MessageKind.GREETING, speaker=second, colleague=first, established="延迟降到 90 毫秒"
    )
    async with patient_engine_at(FINE) as (engine, server):
        await pieces_of(engine, asked)
    assert "张工告诉过你" in server.requests[0].system
    assert blocks_of(server.requests[0].user)["established"] == "延迟降到 90 毫秒"
    assert "90 毫秒" not in server.requests[0].system


@pytest.mark.parametrize("asked", [True, False])
async def test_the_closing_answers_to_the_candidates_own_questions(asked: bool) -> None:
    async with patient_engine_at(FINE) as (engine, server):
        await pieces_of(engine, brief(MessageKind.CLOSING, question=SPECS["zh"], asked=asked))
    assert ("没法代表一家真实的公司" in server.requests[0].system) is asked


@pytest.mark.parametrize("ended", [True, False])
async def test_the_closing_agrees_to_an_early_end(ended: bool) -> None:
    async with patient_engine_at(FINE) as (engine, server):
        await pieces_of(engine, brief(MessageKind.CLOSING, ended=ended))
    assert ("没问到的不计分" in server.requests[0].system) is ended


async def test_a_hint_on_a_probe_says_how_to_go_about_the_probe() -> None:
    spec = SPECS["zh"]
    probe = spec.follow_ups[0]
    async with patient_engine_at(FINE) as (engine, server):
        await pieces_of(engine, brief(MessageKind.HINT, question=spec, follow_up=probe))
    blocks = blocks_of(server.requests[0].user)
    assert blocks["probe"] == probe.text
    assert blocks["hint"] == probe_hints("zh", spec, probe)[0]
