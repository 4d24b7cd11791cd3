"""What only leads up to an answer, or has nothing to do with it, is not shown for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from interviewers.engines.base import Cue
from interviewers.engines.builtin.judging.leading import only_leads
from interviewers.engines.builtin.reporting.better import better
from interviewers.engines.builtin.reporting.better_words import without_asides
from interviewers.engines.builtin.stories.cues import find_cues
from interviewers.tests.samples import STORIES, judged, panel_brief

LEADS = ("哦，刚才走神了", "那件事刚才讲过，不太合适，我换一个", "我先讲一下背景吧", "那我讲排课小程序吧", "拿排班系统来说", "Sorry, I drifted off there.",
         "OK, let me use a different example.", "That one does not fit so well.")  # fmt: skip
TELLS = ("我先说一下问题在哪", "我另外找了两个人", "我先讲价格", "那就用本地缓存吧", "我讲了半小时才讲通", "我说服了他", "Let me take the first two pages.",
         "I gave them a list.", "I could use a different index.")  # fmt: skip
BESIDE = {
    "zh": "我周末喜欢爬山，早上五点就出门。",
    "en": "I like hiking on Sundays, always out of the door early.",
}
STORY = {
    "zh": "哦，刚才走神了。我和同事对上线日期意见不一，他要周五上，我怕没测完。我把没测的列成一张表给他看，问他担心什么。最后推到周二上线，没有出故障。",
    "en": "Sorry, I drifted off there. A colleague and I disagreed about the release date: he wanted Friday, and I feared it was untested. I showed him a list of what was untested and asked what worried him. In the end we released on Tuesday without an incident.",
}


def test_sentences_that_only_lead_up_are_told_from_those_that_say_something() -> None:
    assert [text for text in LEADS if not only_leads(text)] == []
    assert [text for text in TELLS if only_leads(text)] == []


@pytest.mark.parametrize("language", STORY)
def test_neither_is_quoted_as_evidence_or_put_into_a_better_version(language: str) -> None:
    item = judged(STORIES[language], language, BESIDE[language], STORY[language])
    lead = STORY[language].split("。" if language == "zh" else ".")[0]
    assert item.evidence
    assert item.evidence not in BESIDE[language]
    assert lead not in item.evidence
    text = better(panel_brief(language, items=(item,)), replace(item, level=2))
    assert BESIDE[language][:6] not in text
    assert lead not in text
    assert STORY[language][-10:-1] in text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "我应该早点去他那里看，而不是在会上争"),
        ("zh", "现在再遇到这种事，我都先问清楚"),
        ("en", "i should have asked her in the first week"),
    ],
)
def test_what_one_should_have_done_is_a_reflection(language: str, text: str) -> None:
    assert Cue.REFLECTION in find_cues(text, language)
    assert Cue.REFLECTION not in find_cues(
        "我会应该先看日志" if language == "zh" else "i should have a backup", language
    )


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("七千左右吧，我现在六千二。对了想问下新人一般谁带？", "七千左右吧，我现在六千二。"),
        ("我没正式写过，我理解就是写清楚谁能取消。", "写清楚谁能取消。"),
        ("我理解需求是分三种的，先问清楚。", "我理解需求是分三种的，先问清楚。"),
        ("About forty. Who usually looks after new people?", "About forty."),
        ("I don't know, I'd look at the graphs first.", "I'd look at the graphs first."),
        ("Honestly I'm just guessing here, but some would stay.", "some would stay."),
        ("What is missing is streaming, I told you.", "What is missing is streaming."),
    ],
)
def test_a_better_answer_asks_nobody_and_takes_nothing_back_beforehand(
    said: str, kept: str
) -> None:
    assert without_asides(said).strip() == kept


@pytest.mark.parametrize(
    ("sentence", "leads"),
    [
        ("这个做销售的谁都碰到过吧，哈哈。", True),
        ("这种事都遇到过的呵呵", True),
        ("三家店都遇到过断货，我就做了一张表。", False),
    ],
)
def test_that_everybody_knows_such_a_thing_is_no_part_of_the_answer(
    sentence: str, leads: bool
) -> None:
    assert only_leads(sentence) is leads
