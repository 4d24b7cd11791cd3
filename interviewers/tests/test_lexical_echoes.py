"""What the panel has said, said back to it, is no answer: the question, its hints, its follow-ups."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from interviewers.bank.schema import read_bank
from interviewers.engines.base import AnswerFlag, Exchange, FollowUp, QuestionSpec, ScoringPoint
from interviewers.engines.builtin.judging.bilingual import judge_exchange
from interviewers.engines.builtin.reading.text import spans
from interviewers.engines.builtin.sifting.echoed import without_echoes
from interviewers.engines.builtin.sifting.said_again import without_said_again
from interviewers.engines.grading import guard
from interviewers.tests.samples import RUBRICS, SPECS


def specs(language: str) -> list[QuestionSpec]:
    return [
        QuestionSpec(
            key=item.key,
            competency=item.competency,
            level=item.level,
            text=half.text,
            reference=half.reference,
            points=tuple(ScoringPoint(p.key, p.text, p.synonyms, p.cue) for p in half.points),
            follow_ups=tuple(FollowUp(f.point, f.text) for f in half.follow_ups),
            hints=half.hints,
            topic=item.topic,
        )
        for item in read_bank()
        for half in (item.zh if language == "zh" else item.en,)
    ]


def said(language: str, answer: str, spec: QuestionSpec, **more: Any) -> Exchange:
    return Exchange(language, spec, RUBRICS[language], answer, **more)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_hints_and_follow_ups_of_the_bank_said_back_have_the_lowest_level(language: str) -> None:
    for place, spec in enumerate(specs(language)):
        asked = [max((f.text for f in spec.follow_ups), key=len)]
        text = "\n".join(asked if place % 2 else spec.hints)
        assert without_echoes(text, said(language, "", spec), "copy") == "copy", (spec.key, text)
        if place % 9 < 2:
            judged = judge_exchange(said(language, text, spec))
            assert (judged.level, judged.score, judged.evidence) == (1, 0.0, ""), (spec.key, text)
        kept = without_echoes(spec.reference, said(language, "", spec), spec.text)
        assert kept == spec.reference


PROMPTS = {
    "zh": "给你一个提示：把它当成一次查案，从现场留下的痕迹开始，一样一样地排除。",
    "en": "Here is a hint: Treat it as a case, begin with the traces that were left, and rule out one by one.",
}
ANSWERS = {
    "zh": "我先开慢查询日志定位语句，再用 EXPLAIN 看执行计划。",
    "en": "I would open the slow query log first and then read the EXPLAIN plan of the statement.",
}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_was_said_in_between_earns_nothing_without_its_opening_either(language: str) -> None:
    spec, prompt, answer = SPECS[language], PROMPTS[language], ANSWERS[language]
    bare = prompt.partition("：" if language == "zh" else ": ")[2]
    alone = judge_exchange(said(language, answer, spec))
    for echo in (prompt, bare, bare.rstrip("。.")):
        judged = judge_exchange(said(language, f"{echo}\n{answer}", spec, prompts=(prompt,)))
        assert (judged.score, judged.covered) == (alone.score, alone.covered)
        exchange = said(language, echo, spec, prompts=(prompt,))
        assert judge_exchange(exchange).flags[-1] is AnswerFlag.COPIED_QUESTION
        # Nothing is left for a model to judge either.
        assert guard(exchange).settled


REPEATING = {
    "zh": ("你刚才说“{}”。然后呢？", "好。{}然后呢？"),
    "en": ("You said “{}” And then?", "Good. {} Then?"),
}


@pytest.mark.parametrize("marks", [True, False], ids=["quoted", "bare"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_answer_that_the_panel_has_repeated_keeps_its_worth(language: str, marks: bool) -> None:
    spec, answer = SPECS[language], ANSWERS[language]
    prompt = REPEATING[language][not marks].format(answer)
    more = "改完以后压测。" if language == "zh" else "Then I measure it again under load."
    alone = judge_exchange(said(language, more, spec, earlier=(answer,)))
    judged = judge_exchange(said(language, more, spec, earlier=(answer,), prompts=(prompt,)))
    assert judged.covered == alone.covered
    assert judged.score == alone.score


@pytest.mark.parametrize(
    "answer", ["TCP.", "It is TCP", "TCP is.", "Between UDP and TCP, which one is it? TCP."]
)
def test_a_short_answer_in_words_of_the_question_is_one(answer: str) -> None:
    spec = replace(SPECS["en"], text="Between UDP and TCP, which one is it? Say why.")
    assert "TCP" in without_echoes(answer, said("en", answer, spec), "copy")
    assert without_echoes("Say why.", said("en", "", spec), "copy") == "Say why."


AGAIN = {
    "zh": ("就像我刚才说的，{same}", "{same}", "还是那句话。"),
    "en": ("As I said, {same}", "{same}", "I already said that."),
}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_answer_given_again_to_its_follow_up_is_worth_what_it_was(language: str) -> None:
    for spec in specs(language)[::9]:
        half = spec.reference[: spans(spec.reference)[1][1]]
        once = judge_exchange(said(language, half, spec))
        for form in AGAIN[language]:
            again = form.format(same=half)
            thread = said(
                language, again, spec, earlier=(half,), prompts=(spec.follow_ups[0].text,)
            )
            assert judge_exchange(thread).score == once.score, (spec.key, form)


@pytest.mark.parametrize(
    ("told", "again", "left"),
    [
        ("先加索引，再改语句。花了三天。", "花了三天。改语句，加索引。", ""),
        (
            "先加索引，再改语句。花了三天。",
            "先加索引，再改语句。花了三天。慢了一半。",
            "慢了一半。",
        ),
        ("用队列，不用定时任务。", "用定时任务，不用队列。", "用定时任务，不用队列。"),
        ("先加索引，再改语句。花了三天。", "刚才说了，三天。", "刚才说了，三天。"),
        (
            "I cache it, not the page. It took a day.",
            "It took a day. Not the page, I cache it.",
            "",
        ),
        ("I cache it, not the page.", "I cache the page, not it.", "I cache the page, not it."),
        ("I index it. Then I measure.", "I index it. Then I measure. It fell.", "It fell."),
        ("I index it.", "...", "..."),
    ],
)
def test_only_what_was_said_in_the_same_words_is_left_out(told: str, again: str, left: str) -> None:
    assert without_said_again(again, [told]) == left
