"""Behavioural answers in everyday words are put in the right order."""

from __future__ import annotations

import statistics

import pytest

from interviewers.engines.base import Cue, Exchange
from interviewers.engines.builtin.engine import BuiltinEngine
from interviewers.engines.builtin.reading.text import fold, segments
from interviewers.engines.builtin.stories.plain import plainly
from interviewers.engines.builtin.stories.telling import read_story
from interviewers.tests import everyday_en, everyday_zh
from interviewers.tests.bank_items import told
from interviewers.tests.samples import exchange

GOOD = {"en": everyday_en.GOOD, "zh": everyday_zh.GOOD}
MIDDLING = {"en": everyday_en.MIDDLING, "zh": everyday_zh.MIDDLING}
EMPTY_TALK = {"en": everyday_en.EMPTY_TALK, "zh": everyday_zh.EMPTY_TALK}
each_language = pytest.mark.parametrize("language", ["zh", "en"])


@each_language
def test_a_good_story_is_mostly_level_4_or_more(language: str) -> None:
    levels = [told(language, key, answer).level for key, answer in GOOD[language]]
    assert min(levels) >= 3
    assert sum(level >= 4 for level in levels) >= 0.75 * len(levels)


@each_language
def test_nothing_is_held_against_a_story(language: str) -> None:
    # Neither is it addressed to the grader, nor does it contradict the story of the reference.
    assert [told(language, key, answer).flags for key, answer in GOOD[language]] == [()] * len(
        GOOD[language]
    )


@each_language
def test_a_middling_one_is_level_2_or_3(language: str) -> None:
    levels = [told(language, key, answer).level for key, answer in MIDDLING[language]]
    # One in passing, of which it cannot be told whether it is the story asked for, makes no point.
    assert set(levels) <= {1, 2, 3}
    assert levels.count(1) <= 1


@each_language
def test_empty_talk_is_level_1_or_2(language: str) -> None:
    levels = [told(language, key, answer).level for key, answer in EMPTY_TALK[language]]
    assert set(levels) <= {1, 2}
    assert statistics.median(levels) == 1


@each_language
def test_the_better_answer_to_a_question_scores_more(language: str) -> None:
    middling, empty = dict(MIDDLING[language]), dict(EMPTY_TALK[language])
    for key, answer in GOOD[language]:
        score = told(language, key, answer).score
        for worse in (middling, empty):
            if key in worse:
                assert score > told(language, key, worse[key]).score, key


@pytest.mark.parametrize(
    ("language", "ending"),
    [
        ("zh", "每月五六个变成零。"),
        ("zh", "等的时间从半天变成十分钟。"),
        ("zh", "投诉减半。"),
        ("zh", "以前要跑三趟，现在一趟就行。"),
        ("zh", "打那以后再也没有丢过。"),
        ("en", "It went from five a month to none."),
        ("en", "The queue was half as long by May."),
        ("en", "Now it takes two minutes instead of twenty."),
        ("en", "Not a single one has been lost since."),
        ("en", "Complaints came down to one or two a week."),
    ],
)
def test_a_result_shows_in_ordinary_words(language: str, ending: str) -> None:
    begin = {
        "zh": "去年我们仓库老是丢件，谁也说不清为什么。我跟着一车货走了一天，又把登记的本子重新画了一遍。",
        "en": "Last year our depot kept losing parcels and nobody knew why. I rode along with one van "
        "for a day and drew the log sheet anew. ",
    }[language]
    sentences = tuple(segment.folded for segment in segments(begin + ending))
    story = read_story(sentences, language)
    assert story.measured
    assert story.parts[-1][Cue.RESULT] == 1.0
    assert not read_story(sentences[:-1], language).measured


@pytest.mark.parametrize(
    ("language", "talk"),
    [
        ("en", "I am a team player and I always communicate."),
        ("en", "People should listen more, and I believe in being open."),
        ("zh", "我这个人比较细心，做事认真负责，善于沟通。"),
        ("zh", "遇到矛盾应该多沟通，互相理解。"),
    ],
)
def test_what_one_is_like_is_no_story(language: str, talk: str) -> None:
    assert not read_story((fold(talk),), language).told


@each_language
async def test_a_reason_does_not_claim_that_a_point_was_not_made(language: str) -> None:
    said: Exchange = exchange(language, answer=GOOD[language][0][1])
    reason = (await BuiltinEngine().assess(said)).reason
    assert {"zh": "识别到", "en": "recognised"}[language] in reason


@pytest.mark.parametrize(
    ("key", "point", "said"),
    [
        ("behavioral-influence", "evidence", "I went through our tickets and showed that half were ordering bugs."),
        ("behavioral-ethics", "line", "They gave us that for the delivery and for nothing else."),
        ("behavioral-ethics", "prevention", "Since then each export now needs a ticket with a reason."),
        ("behavioral-mediating", "facts", "We agreed on two things: how remarks are marked, and when to call."),
        ("hr-weaknesses", "impact", "I do it alone because I am quicker, and then nobody else knows how it works."),
    ],
)  # fmt: skip
def test_a_point_is_made_in_ordinary_words(key: str, point: str, said: str) -> None:
    assert point in told("en", key, said).covered


def test_who_has_done_it_tells_a_general_task_in_own_words() -> None:
    done = (
        "I once handed in the quarterly figures and the next morning I saw that I'd left out one branch. I rang the two "
        "people I knew were using it, said which page was wrong and that the rest held. Then I sent the corrected version "
        "by ten with a note on what had changed. I told my boss before they did."
    )
    thought = (
        "One should be honest and fix it and send the corrected version, that is what matters."
    )
    assert told("en", "general-error-after-delivery", done).level >= 3
    assert told("en", "general-error-after-delivery", thought).level <= 2


@pytest.mark.parametrize(
    ("text", "happens"),
    [
        ("客户上午来催，我下午把样品送到厂里，晚上谈成。", True),
        ("一开始没人愿意接，我先把旧文档补齐，第三周交给新人跑通。", True),
        ("供应商临时停产，我找到另外两家，周三送到，没耽误开工。", True),
        ("我会先了解需求，再把任务排好，最后按时上线。", False),
        ("我的长处是沟通能力好，能把事情做到位。", False),
        ("我希望第一个月熟悉业务，第二个月独立负责项目。", False),
    ],
)
def test_a_chinese_story_needs_no_aspect_mark(text: str, happens: bool) -> None:
    assert bool(read_story((fold(text),), "zh").told) is happens


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("我其实就想先看日志", "我想先看日志"),
        ("那个项目是我做的", "那个项目是我做的"),
        ("他就是不同意", "他就是不同意"),
        ("i really just then asked her", "i asked her"),
        ("it took just two days, not really long", "it took just two days, not really long"),
    ],
)
def test_fillers_are_left_out_and_nothing_else(text: str, plain: str) -> None:
    assert plainly(text) == plain
