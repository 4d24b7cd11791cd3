"""Three next steps, the most valuable first, each resting on what was judged or not observed."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from interviewers.engines.base import AnswerFlag, AssessedItem, PanelBrief
from interviewers.engines.builtin.reporting.report import conclude
from interviewers.engines.builtin.reporting.steps import next_steps, short
from interviewers.engines.builtin.speaking.invited import THEIR_QUESTIONS
from interviewers.tests.samples import SPECS, STORIES, judged, panel_brief

LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])
WEAK = judged(SPECS["zh"], "zh", "我先看慢查询日志。")
PERFECT = replace(WEAK, level=5, score=96.0, missing=(), next_anchor="")


def panel(*items: AssessedItem, **changes: Any) -> PanelBrief:
    return panel_brief(items=items, **changes)


@LANGUAGES
def test_one_weak_answer_is_enough_for_three_concrete_steps(language: str) -> None:
    item = judged(SPECS[language], language, "慢查询日志" if language == "zh" else "slow query log")
    steps = next_steps(panel_brief(language, items=(item,)))
    assert len(steps) == 3
    assert {step.item for step in steps} == {0}
    assert item.missing[0] in steps[0].text
    assert item.next_anchor in steps[1].text
    assert len({step.text for step in steps}) == 3


def test_the_weakest_competency_comes_first_and_each_once() -> None:
    items = [
        replace(WEAK, competency="a", score=45.0),
        replace(WEAK, competency="b", score=20.0),
        replace(WEAK, competency="b", score=25.0),
        replace(WEAK, competency="c", score=33.0),
    ]
    assert [step.item for step in next_steps(panel(*items))] == [1, 3, 0]


@LANGUAGES
def test_three_weak_answers_get_three_ways_of_working_on_them(language: str) -> None:
    weak = judged(SPECS[language], language, "慢查询日志" if language == "zh" else "slow query log")
    story = judged(STORIES[language], language, "不知道" if language == "zh" else "I don't know.")
    items = [replace(weak, competency=name, score=20.0 + n) for n, name in enumerate("abc")]
    texts = [s.text for s in next_steps(panel_brief(language, items=tuple(items)))]
    assert all(weak.missing[0] in text for text in texts)
    assert len({text.replace(short(weak.question), "")[:12] for text in texts}) == 3
    fair = [replace(item, level=4, score=item.score + 50) for item in items]
    assert len({s.text[:12] for s in next_steps(panel_brief(language, items=tuple(fair)))}) == 3
    told = next_steps(panel_brief(language, items=(items[0], replace(story, score=30.0))))
    assert "四行" in told[1].text or "four lines" in told[1].text


def test_what_was_not_observed_comes_after_the_weak_and_before_the_strong() -> None:
    strong = replace(WEAK, competency="b", level=4, score=80.0)
    steps = next_steps(panel(strong, WEAK, unobserved=("学习能力",)))
    assert [step.item for step in steps] == [1, None, 0]
    assert steps[1].competency_name == "学习能力"
    assert "学习能力" in steps[1].text


@LANGUAGES
def test_what_asks_for_knowledge_is_not_prepared_by_a_story(language: str) -> None:
    names = ("甲", "乙", "丙")
    told = panel_brief(language, items=(), unobserved=names, knowledge=frozenset(names[:1]))
    steps = next_steps(replace(told, items=panel(PERFECT).items))
    assert [step.competency_name for step in steps] == list(names)
    first, second = (step.text for step in steps[:2])
    assert "你熟悉的主题" in first or "a subject you know" in first
    assert "自己做过的事" in second or "you did yourself" in second
    assert len({step.text.replace(step.competency_name, "")[:14] for step in steps}) == 3


@LANGUAGES
@pytest.mark.parametrize("answers", [1, 2, 5])
def test_who_lacks_nothing_gets_three_steps_to_something_harder(
    language: str, answers: int
) -> None:
    best = judged(SPECS[language], language, "慢查询日志" if language == "zh" else "slow query log")
    best = replace(best, level=5, score=96.0, missing=(), next_anchor="")
    items = tuple(replace(best, competency_name=f"{place}") for place in range(answers))
    steps = next_steps(panel_brief(language, items=items))
    assert len({step.text for step in steps}) == 3
    assert {step.item for step in steps} == set(range(min(answers, 3)))
    assert "一半" in steps[0].text or "half" in steps[0].text
    assert all(step.text.count("{") == 0 for step in steps)


@pytest.mark.parametrize("level", [1, 2, 3, 4, 5])
def test_there_are_exactly_three_whatever_the_level(level: int) -> None:
    item = replace(WEAK, level=level, next_anchor="" if level == 5 else "更高一级。")
    assert len(next_steps(panel(item))) == 3
    assert len(next_steps(panel(replace(item, missing=())))) == 3
    assert len(next_steps(panel(PERFECT, unobserved=("甲",)))) == 3
    assert len(next_steps(panel(PERFECT, item))) == 3


def test_who_did_not_know_is_told_to_learn_and_stories_are_told_not_read() -> None:
    clueless = replace(WEAK, flags=(AnswerFlag.DONT_KNOW,), level=1, covered=())
    assert next_steps(panel(clueless))[0].text.startswith("先弄懂")
    # Who has covered something did not know a follow-up.
    assert next_steps(panel(replace(clueless, covered=WEAK.covered)))[0].text.startswith("重讲")
    story = judged(STORIES["zh"], "zh", "不知道")
    assert AnswerFlag.DONT_KNOW in story.flags
    assert next_steps(panel(story))[0].text.startswith("重讲")


@LANGUAGES
def test_without_an_answer_there_are_three_steps_to_a_first_one(language: str) -> None:
    for names in (("甲", "乙", "丙", "丁"), ("甲",)):
        steps = next_steps(panel_brief(language, items=(), unobserved=names))
        assert len({step.text for step in steps}) == 3
        assert [step.item for step in steps] == [None] * 3
        assert all(step.competency_name in step.text for step in steps)
        assert {step.competency_name for step in steps} == set(names[:3])
    assert next_steps(panel()) == ()


def test_a_long_question_is_quoted_without_half_a_word() -> None:
    long = "What is a closure? Give one place in your own code where it was of real use to you, and say what it kept alive."
    assert short(long) == "What is a closure?"
    asks = "That is nearly all from us. What would you like to ask about the position or the team?"
    assert short(asks) == asks
    assert short("你怎么引入「TypeScript」？") == "你怎么引入『TypeScript』？"
    assert short("Right? " + "word " * 30).endswith("word…")
    clause = "A core daily report used to be ready at six"
    assert (
        short(
            f"{clause}; over two months it slid to nine although nothing in it had been changed by anybody."
        )
        == f"{clause}…"
    )
    assert short("为" * 80) == "为" * 58 + "…"


@LANGUAGES
def test_for_questions_of_ones_own_no_story_is_to_be_prepared(language: str) -> None:
    weak = judged(SPECS[language], language, "慢查询日志" if language == "zh" else "slow query log")
    spec = replace(SPECS[language], topic=THEIR_QUESTIONS)
    asking = replace(
        weak, competency="b", skill="professionalism", covered=(), spec=spec, score=30.0, level=2
    )
    texts = [s.text for s in next_steps(panel_brief(language, items=(weak, asking)))]
    own = "写下三个" if language == "zh" else "three questions of your own"
    assert sum(own in text for text in texts[:2]) == 1
    assert len(texts) == 3
    # Who has asked something to the purpose is sent back to it after all that is weak.
    fair = replace(asking, score=62.0, level=3)
    third = replace(weak, competency="c", score=65.0, level=3)
    later = next_steps(panel_brief(language, items=(weak, fair, third)))
    assert [own in step.text for step in later] == [False, False, True]


@LANGUAGES
@pytest.mark.parametrize("level", [3, 4])
def test_a_question_of_theirs_is_praised_as_a_question(language: str, level: int) -> None:
    asked = {"zh": "一个人要管几家医院？谢谢。", "en": "How many hospitals is it? Thank you."}[
        language
    ]
    quote = asked[: asked.index("？" if language == "zh" else "?")]
    item = replace(PERFECT, level=level, evidence=quote, answers=(asked,), covered=("a",))
    brief = panel_brief(language, items=(item,))
    ended = conclude(brief)
    praise = [*ended.strengths, *(review.content for review in ended.reviews)]
    said = [text for text in praise if quote in text]
    assert len(said) == 2
    assert all(re.search("你问|asked", text) for text in said)
    assert all(f"{quote}{'？' if language == 'zh' else '?'}" in text for text in said)
    told = conclude(replace(brief, items=(replace(item, answers=(f"{quote}.",)),)))
    assert not any(re.search("你问「|you asked “", text) for text in told.strengths)
