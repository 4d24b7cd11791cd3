"""A poor answer is an answer: it is asked on, in a way that helps, and the question is not said again."""

from __future__ import annotations

import pytest

from interviewers.bank.schema import read_bank
from interviewers.engines.base import AnswerFlag, Exchange, RubricSpec
from interviewers.engines.builtin.judging.bilingual import judge_exchange
from interviewers.engines.builtin.judging.scant import has_none, is_scant
from interviewers.engines.builtin.speaking.phrases import PHRASES
from interviewers.tests.test_better_answers import spec_of
from interviewgpt.db import in_db
from interviews.models import PlannedQuestion
from interviews.queries import never_had
from interviews.tests.support import create, put, sit, table, told

PRESSURE = {"zh": "请讲一段你压力很大的时期。你是怎么应付过来的？", "en": "Tell me about a stretch of heavy pressure. How did you get through it?"}  # fmt: skip
WEEK = {"zh": "这一周你怎么安排？说说每一段大概多久。", "en": "How would you divide this week?"}
SALARY = {"zh": "方便谈谈你对薪酬的期望吗？", "en": "May we talk about your salary expectations?"}


@pytest.mark.parametrize(
    ("language", "topic", "text"),
    [
        ("zh", "pressure", "忍一忍吧，也没什么办法。"),
        ("zh", "conflict-peer", "我一般都让着他，不争。"),
        ("en", "pressure", "I just put up with it, what else can you do."),
        ("zh", "salary-expectations", "看你们给多少吧"),
        ("en", "salary-expectations", "Around 70…"),
    ],
)
@pytest.mark.django_db(transaction=True)
async def test_who_answers_poorly_is_asked_on(language: str, topic: str, text: str) -> None:
    interview = await in_db(create, language, interviewers=["hr"])
    first = await in_db(table, interview.pk)
    asked = spec_of(topic, language)
    points = [
        {"key": p.key, "text": p.text, "synonyms": p.synonyms, "cue": p.cue} for p in asked.points
    ]
    item = next(item for item in read_bank() if item.topic == topic)
    half = item.zh if language == "zh" else item.en
    probes = [{"point": probe.point, "text": probe.text} for probe in half.follow_ups]
    spec = {**first.spec, "topic": topic, "text": asked.text, "reference": asked.reference}
    spec |= {"points": points, "follow_ups": probes}
    await in_db(PlannedQuestion.objects.filter(pk=first.pk).update, spec=spec)
    async with sit(interview.pk) as room:
        met = await told(room, text)
    assert (met["metadata"]["kind"], met["metadata"].get("aside")) == ("follow_up", None)
    assert asked.text not in met["content"]
    astray = tuple(PHRASES[language]["astray"])
    assert not met["content"].startswith(astray)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("扛扛就过去了", PRESSURE["zh"]),
        ("说实话没怎么看，就翻了一下招聘页面。", "来之前，你看过我们做的哪些东西？印象怎样？"),
        ("I let it go, no point in fighting.", PRESSURE["en"]),
        ("三十五左右", SALARY["zh"]),
        ("周二去现场量，周三画图，周四报价，周五交。", WEEK["zh"]),
        ("Monday I measure, Tuesday I draw, and two days are left for prices.", WEEK["en"]),
        ("whatever you normally pay", SALARY["en"]),
    ],
)
def test_what_bears_or_names_an_amount_is_an_answer(text: str, question: str) -> None:
    assert is_scant(text, question)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("窗帘没拉上，晃得慌", PRESSURE["zh"]),
        ("忍一忍吧", "这条查询为什么慢？"),
        ("三十五左右", PRESSURE["zh"]),
        ("The curtains clash dreadfully with that carpet", PRESSURE["en"]),
        ("", SALARY["en"]),
        ("今天周五，祝您周末愉快", WEEK["zh"]),
        ("周二和周四都下了雨", PRESSURE["zh"]),
        ("I put up with it. " * 20, PRESSURE["en"]),
    ],
)
def test_a_remark_and_what_fits_another_question_are_not(text: str, question: str) -> None:
    assert not is_scant(text, question)


@pytest.mark.parametrize(
    ("text", "none"),
    [
        ("没有啊，我就是合同到期了。您是不是没听清？", True),
        ("Nothing, my contract simply ended. Did you hear me?", True),
        ("没问题，我准备好了。", False),
        ("没有。", False),
    ],
)
def test_who_says_that_there_was_none_has_answered(text: str, none: bool) -> None:
    asked = "在那之前，你做过什么尝试？ What did you try before that?"
    assert has_none(text, asked) is none


def test_it_stays_level_1_and_is_not_called_beside_the_question() -> None:
    rubric = RubricSpec("resilience", "", 1, ("", "", "", "", ""))
    spec = spec_of("pressure", "zh")
    judged = judge_exchange(Exchange("zh", spec, rubric, "忍一忍吧，也没什么办法。"))
    assert judged.level == 1
    assert AnswerFlag.OFF_TOPIC not in judged.flags


def test_a_no_and_what_one_does_as_a_rule_are_no_story() -> None:
    assert never_had("没有吧，我一般都听领导的。", "zh")
    assert never_had("这个还真没有吧，我们分工挺明确的。", "zh")
    assert never_had("Not really, I usually do what my boss says.", "en")
    assert never_had("Nope, my manager decides that.", "en")
    for text, language in (
        ("没有，我先跟他谈了一次。", "zh"),
        ("没有吧。", "zh"),
        ("没有，客户很生气，我们当天就赔了。", "zh"),
        ("No, I told him in the meeting.", "en"),
    ):
        assert not never_had(text, language)


@pytest.mark.django_db(transaction=True)
async def test_who_only_says_that_there_was_such_a_time_is_asked_to_stay_with_it() -> None:
    interview = await in_db(create, interviewers=["behavioral"])
    await in_db(put, interview, "mediating", "zh")
    async with sit(interview.pk) as room:
        met = await told(room, "前台和厨房为排班吵过。")
    assert met["metadata"]["kind"] == "follow_up"
    assert met["content"].startswith(PHRASES["zh"]["sketched"])
