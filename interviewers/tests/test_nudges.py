"""A hint on a follow-up goes by what that asks, and is the question's own where it is about the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from interviewers.engines.base import Cue, FollowUp, ScoringPoint
from interviewers.engines.builtin.speaking.nudges import _HINTS, kind_of, probe_hints, weighs
from interviewers.engines.builtin.speaking.plainly import MEANINGS, meaning
from interviewers.tests.bank_items import BANK, spec_of_item
from interviewers.tests.samples import SPECS


@pytest.mark.parametrize(
    ("kind", "zh", "en"),
    [
        (
            "apart",
            "这是事实还是不习惯，你怎么分清？",
            "Is it a bug or a habit, and how do you tell?",
        ),
        ("avoid", "怎么避免下次再撞上？", "How do you avoid running into it again?"),
        ("rescue", "改到一半闪退了，怎么办？", "It crashes half way through. What do you do?"),
        ("say", "老板来问，你怎么答？", "The boss asks. What do you say?"),
        ("works", "几十个请求是怎么做到不用互相等的？", "How do they manage without waiting?"),
        ("how", "你会怎么写？", "How would you write it?"),
        (
            "how",
            "要是每周都这样，你会做些什么？",
            "If it were so every week, what would you do differently?",
        ),
        ("other", "除了改价，还有没有别的走法？", "Is there another way, besides the price?"),
        ("check", "定十八块就行了？", "Would eighteen do?"),
    ],
)
def test_what_a_follow_up_asks_for(kind: str, zh: str, en: str) -> None:
    assert kind_of("zh", zh) == kind
    assert kind_of("en", en) == kind


@pytest.mark.parametrize(
    ("language", "point", "near", "far"),
    [
        ("zh", "多路复用", "想想多路复用的那条路上有几辆车。", "先说你最熟的一个。"),
        ("en", "multiplexing", "Think of multiplexing as a road.", "Start with the one you know."),
    ],
)
def test_the_questions_own_hint_comes_first_where_it_is_about_the_same(
    language: str, point: str, near: str, far: str
) -> None:
    probe = FollowUp("lanes", {"zh": "怎么不用等？", "en": "How do they not wait?"}[language])
    points = (*SPECS[language].points, ScoringPoint("lanes", point, ()))
    spec = replace(SPECS[language], points=points, hints=(far, near))
    assert probe_hints(language, spec, probe)[0] == near
    assert far not in probe_hints(language, replace(spec, hints=(far,)), probe)


@pytest.mark.parametrize(
    ("text", "weighed"),
    [
        ("Too coarse and it is useless. Where do you draw the line?", True),
        ("做得太细没人用，太粗又没用，你怎么取舍？", True),
        ("Why didn't you go that way?", False),
        ("当初为什么没选另一条路？", False),
    ],
)
def test_what_is_weighed_now_was_not_left_once(text: str, weighed: bool) -> None:
    language = "en" if text.isascii() else "zh"
    probe = FollowUp("line", text)
    points = (*SPECS[language].points, ScoringPoint("line", "…", (), Cue.TRADE_OFF))
    spec = replace(SPECS[language], points=points)
    assert weighs(spec, probe) == weighed
    assert (meaning(language, spec, probe) == MEANINGS[language]["weigh"]) == weighed
    plain = replace(spec, points=points[:-1])
    assert probe_hints(language, spec, probe) != probe_hints(language, plain, probe)


@pytest.mark.parametrize(
    ("zh", "en", "way"),
    [
        ("在谈它之前，你还需要知道什么？", "What does the case lack?", "lack"),
        ("谁来定？", "The gate is red. Who decides?", "who"),
        ("卡在了哪一步？", "So where does the extra money come from?", "where"),
        ("用户会感觉到什么？", "What would the user notice?", "outcome"),
        ("你最先动手改哪两三处？", "What do you suspect first?", "how"),
        ("你拿什么证明它变好了？", "What makes you say it was right?", "judge"),
        ("你会盯着什么？", "Which setting do you check?", "look"),
        ("回答时你带上哪些？", "Which go to the top?", "pick"),
        ("还找得回来吗，由什么决定？", "Which lane, and what decides that?", "works"),
        ("你会想到什么？", "What might have kept it out?", "what"),
        ("两条规则一样重，谁说了算？", "Where do you put the password?", "what"),
        ("最后是谁抓着不放？", "Whom does it depend on, and who was holding on?", "what"),
        ("每拧一格分别少了哪种麻烦？", "What first made it slow?", "what"),
        ("你给他看什么数？", "At what moment do they open it?", "what"),
        ("你拿哪个指标来代表？", "What if all of them read about the same?", "what"),
        ("这件事在你的表里会留下哪些列？", "What did the users test?", "what"),
    ],
)
def test_a_thing_asked_for_is_not_only_to_be_guessed(zh: str, en: str, way: str) -> None:
    for language, text in (("zh", zh), ("en", en)):
        assert _HINTS[language][way] in probe_hints(
            language, SPECS[language], FollowUp("lanes", text)
        )


def test_there_is_a_right_answer_where_work_is_asked_about() -> None:
    def way(key: str, text: str, language: str = "en") -> str:
        hints = probe_hints(language, spec_of_item(BANK[key], language), FollowUp("lanes", text))
        return next(kind for kind, hint in _HINTS[language].items() if hint in hints)

    assert (
        way("general-plan-work", "You sit idle on Wednesday: what went wrong on Monday?") == "what"
    )
    assert way("general-choose-supplier", "What should you have in your hand?") == "what"
    assert way("hr-leaving", "What first made you think of going elsewhere?") == "self"
    assert way("hr-strengths", "如果只能用一个词说你好在哪里，会是哪个？", "zh") == "self"
    assert way("hr-reliability", "现在你点头之前，会多做哪一步？", "zh") == "self"
