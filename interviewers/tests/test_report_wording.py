"""What the report says of an answer fits what it was, and does not contradict itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from interviewers.engines.base import AnswerFlag
from interviewers.engines.builtin.reporting.report import conclude
from interviewers.engines.builtin.speaking.invited import THEIR_QUESTIONS
from interviewers.tests.bank_items import BANK, told
from interviewers.tests.samples import SPECS, judged, panel_brief


@pytest.mark.parametrize("language", ["zh", "en"])
def test_questions_of_ones_own_are_in_no_words_but_ones_own(language: str) -> None:
    spec = replace(SPECS[language], topic=THEIR_QUESTIONS)
    missing = tuple("abcd")
    item = replace(
        judged(SPECS[language], language, "on-call?"),
        spec=spec,
        level=3,
        score=55.0,
        covered=("e",),
        missing=missing,
    )
    ended = conclude(panel_brief(language, items=(item,)))
    lines = [*ended.improvements, *(review.content for review in ended.reviews)]
    own = "用自己的话" if language == "zh" else "own words"
    assert any("a" in line for line in lines)
    assert not any(own in line for line in lines)


def test_what_is_most_in_need_of_work_is_not_praised_before_other_things() -> None:
    base = replace(judged(SPECS["zh"], "zh", "我先看慢查询日志。"), covered=("要点",), level=4)
    names = ("甲", "乙", "丙", "丁")
    good = [
        replace(base, competency=name, competency_name=name, score=score)
        for name, score in zip(names, (82.0, 80.0, 78.0, 90.0), strict=True)
    ]
    weak = replace(good[3], score=40.0, level=2)
    ended = conclude(panel_brief("zh", items=(*good, weak)))
    assert "最值得加强的是「丁」" in ended.summary
    assert [line[0] for line in ended.strengths] == ["甲", "乙", "丙"]
    # Where there is nothing else, it is praised all the same.
    alone = conclude(panel_brief("zh", items=(good[3], weak)))
    assert [line[0] for line in alone.strengths] == ["丁"]


def test_how_it_went_wrong_at_first_is_not_the_quote_that_shows_most() -> None:
    found = told(
        "zh",
        RERUN,
        "我们订单汇总表一开始是 insert into，重跑一次就翻倍了，老师看出来的。后来改成先按业务日期 delete 再 insert，"
        "放在一个事务里；跑的日期是调度传进来的，不用当前时间，所以哪天重跑都是算那一天的。",
    )
    assert "一开始" not in found.evidence


RERUN = next(key for key, item in BANK.items() if "有人手动又跑了一遍" in item.zh.text)


def test_what_heals_itself_is_not_held_against_who_says_so() -> None:
    said = "好处主要是它是声明式的，我只说要三个副本，挂了哪个它自己会补。"
    found = told("zh", "devops-k8s-reconcile", said)
    assert "declarative" in found.covered
    assert AnswerFlag.NEGATED not in found.flags
    by_hand = "副本挂了要人工再补一个，运维自己重新 apply。"
    assert "declarative" not in told("zh", "devops-k8s-reconcile", by_hand).covered


def test_what_somebody_quotes_is_quoted_within_the_quote() -> None:
    said = "我第一句话就说「我们承诺的 30 秒现在做不到」，没有铺垫"
    item = replace(
        judged(SPECS["zh"], "zh", said), evidence=said, covered=("要点",), level=4, score=80.0
    )
    ended = conclude(panel_brief("zh", items=(item,)))
    assert "『我们承诺的 30 秒现在做不到』，没有铺垫」" in ended.strengths[0]
