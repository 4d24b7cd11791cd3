"""Who claims a change is asked how much, once; who corrects a figure is heard, and still owes the rest."""

from __future__ import annotations

import re

import pytest

from interviewers.engines.base import Aside
from interviewgpt.db import in_db
from interviews.tests.support import DONT_KNOW, answer_for, create, sit, table, told
from interviews.vague import sketches, uncounted

_PART = {
    "zh": re.compile("(?![我你您他她它这那如要])[\u4e00-\u9fff]{3}"),
    "en": re.compile("[a-z]{6,14}"),
}


@pytest.mark.parametrize(
    ("said", "asked", "claimed"),
    [
        ("加了索引以后，列表快了很多。", "你怎么确认它有用？", "快了很多"),
        ("效率提升很明显", "结果呢？", "提升很明显"),
        ("换完线上好了不少", "你拿什么来量？", "好了不少"),
        ("换完大家好了不少", "后来关系怎么样？", ""),
        ("从三秒到两百毫秒，快了很多", "前后的数字呢？", ""),
        ("没量过，感觉快了很多", "前后的数字呢？", ""),
        ("After that it was a lot faster.", "How did you check?", "a lot faster"),
        (
            "On an ESP32, for 2 years. I used the timers. I cut the radio. It slept a lot longer and used a lot less.",
            "How?",
            "a lot less",
        ),
        ("It got a lot better.", "How did you measure it?", "a lot better"),
        ("We got on a lot better.", "How did it end?", ""),
        ("It went from 3 s to 200 ms, a lot faster.", "In figures?", ""),
        ("We never measured it, but it was much faster.", "In figures?", ""),
    ],
)
def test_a_claim_without_a_figure(said: str, asked: str, claimed: str) -> None:
    language = "en" if said.isascii() else "zh"
    assert uncounted([said], asked, language) == claimed


@pytest.mark.parametrize(
    ("said", "sketch"),
    [
        ("We had something like that a while back, looked at both and took the cheaper one.", True),
        ("I would list what we need and try both of them for two weeks.", False),
        ("We had something similar: 40 users tried both, and 31 wanted the first.", False),
        ("之前我们遇到过类似的，两家都看了，最后选了便宜的那家。", True),
        ("我会先列需求，再让用的人都试一试。", False),
    ],
)
def test_a_case_of_ones_own_in_a_few_vague_words(said: str, sketch: bool) -> None:
    assert sketches(said, "en" if said.isascii() else "zh") is sketch


@pytest.mark.parametrize(
    ("language", "figure", "correction", "claim"),
    [
        (
            "zh",
            "前后弄了两天。",
            "哦更正一下，刚才那个时间我可能说长了，应该是一天。",
            "上线以后快了很多。",
        ),
        (
            "en",
            "It took me two days.",
            "Sorry, correction: it should be three days.",
            "After that it was a lot faster.",
        ),
        (
            "en",
            "It took me two days.",
            "It was actually more like three days.",
            "After that it was a lot faster.",
        ),
    ],
)
@pytest.mark.django_db(transaction=True)
async def test_a_correction_leaves_the_question_and_a_claim_is_asked_for_its_figure(
    language: str, figure: str, correction: str, claim: str
) -> None:
    interview = await in_db(create, language, interviewers=["technical"])
    first = await in_db(table, interview.pk)
    middling = answer_for(first.spec, "middling", language)
    async with sit(interview.pk) as room:
        await told(room, f"{middling} {figure}")
        again = await told(room, correction)
        asked = await told(room, claim)
    assert again["metadata"]["aside"] == Aside.PUT_RIGHT
    assert any(probe["text"] in again["content"] for probe in first.spec["follow_ups"])
    assert asked["metadata"]["aside"] == Aside.VAGUE


@pytest.mark.parametrize(
    ("language", "correction"),
    [
        ("zh", "等等，刚才那个时间我说错了，退款应该写三个工作日内。"),
        ("en", "Sorry, correction on that: the refund should be three working days."),
    ],
)
@pytest.mark.django_db(transaction=True)
async def test_what_is_put_right_after_the_next_question_goes_to_the_one_before(
    language: str, correction: str
) -> None:
    interview = await in_db(create, language, interviewers=["technical"])
    first = await in_db(table, interview.pk)
    async with sit(interview.pk) as room:
        refund = {"zh": "付款五分钟内退款。", "en": "A refund within 5 minutes."}[language]
        await told(room, f"{answer_for(first.spec, 'strong', language)} {refund}")
        while (await in_db(table, interview.pk)).pk == first.pk:
            await told(room, DONT_KNOW[language])
        amended = await told(room, correction)
        # So does what takes up a part of it that the open question has no word of.
        now = (await in_db(table, interview.pk)).spec["text"]
        part = next(w for w in _PART[language].findall(first.spec["text"]) if w not in now)
        lead = {"zh": f"{part}的话，", "en": f"As for the {part}, "}[language]
        late = await told(room, f"{lead}we had a switch for that.")
    assert amended["metadata"]["aside"] == late["metadata"]["aside"] == Aside.AMEND
