"""Talk is known by what it is about, in whatever words; an answer in the same words stays one."""

from __future__ import annotations

from typing import Any

import pytest

from interviewers.bank.schema import BankItem, read_bank
from interviews.asides import request_in, wish_among
from interviews.beside import may_be_talk, talk_in
from interviews.tests.conversation import ANSWERS, REMARKS
from interviews.wishes import Request

NOTHING: dict[str, Any] = {"reference": "", "points": []}


def spec_of(item: BankItem, language: str) -> dict[str, Any]:
    half = item.zh if language == "zh" else item.en
    points = [{"text": point.text, "synonyms": point.synonyms} for point in half.points]
    return {"reference": half.reference, "points": points}


@pytest.mark.parametrize("met", REMARKS)
def test_a_remark_is_met_with_what_fits(met: Request) -> None:
    found = {text: talk_in(text, NOTHING, people=False) for text in REMARKS[met]}
    assert {text: other for text, other in found.items() if other is not met} == {}


def test_most_are_known_beside_a_question_about_people_too() -> None:
    """There more has to tell that nothing of it is the answer."""
    texts = [text for texts in REMARKS.values() for text in texts]
    known = [text for text in texts if talk_in(text, NOTHING, people=True) or request_in(text)]
    assert len(known) > 0.9 * len(texts)


@pytest.mark.parametrize("language", ANSWERS)
def test_no_answer_is_taken_for_talk(language: str) -> None:
    items = {item.topic: item for item in reversed(read_bank())}
    taken = [
        text
        for topic, text in ANSWERS[language]
        if topic != "their-questions"
        and talk_in(text, spec_of(items[topic], language), people=items[topic].stage != "technical")
    ]
    assert taken == []


def test_a_remark_and_an_answer_in_one_message_are_an_answer() -> None:
    for text in (
        "不好意思刚才网断了，现在好了。我会用唯一键去重，再加消费位点。",
        "我有点紧张。先看慢查询日志，再看索引有没有用上。",
        "Sorry, my wifi died, I am back now. I would put a unique key on the order number.",
        "我的缺点是说得太长，现在先说结论。",
        "我的缺点是讲得太多了，自己会收着。",
        "The TTL, is that too short?",
        "I talked too long in that meeting and lost the client.",
        "Hold on, let me think. You shard by customer and keep the order within a partition.",
    ):
        assert not may_be_talk(text), text


def test_what_opens_with_what_one_would_do_is_no_talk() -> None:
    said = "I'd start with the bit I'm scared of on Monday evening, so I can still ask somebody."
    assert talk_in(said, NOTHING, people=False) is None


def test_what_talk_asks_for_in_a_clause_is_known() -> None:
    wishes = (Request.HINT, Request.REPEAT)
    assert wish_among("啊不好意思跑题了。给个提示呗，不太知道讲哪件事", wishes) is Request.HINT
    assert (
        wish_among("Oh, I drifted off. A hint, please, I have no case yet", wishes) is Request.HINT
    )
    assert wish_among("不好意思跑题了，我先说提示框的事", wishes) is None


def test_a_slip_of_the_keyboard_hides_no_request() -> None:
    for text in (
        "wat was the qestion agin",
        "can u say that agian pls",
        "sory, i dont undestand your qustion",
    ):
        assert talk_in(text, NOTHING, people=True), text
    assert not may_be_talk("against")
