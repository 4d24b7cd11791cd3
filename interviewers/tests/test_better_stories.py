"""Better versions of stories: in their order, with blanks for what is the candidate's own to tell."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from interviewers.bank.schema import read_bank
from interviewers.engines.base import AssessedItem, Cue, PanelBrief, QuestionSpec, ScoringPoint
from interviewers.engines.builtin.reporting.better import better
from interviewers.engines.builtin.reporting.likeness import likeness
from interviewers.engines.builtin.stories.course import goes_on, in_course, most_telling
from interviewers.tests.samples import STORIES, half_made, judged, panel_brief

LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])
_BLANKS = re.compile(r"〔[^〕]*〕|\[[^\]]*\]")


def panel(*items: AssessedItem, language: str = "zh", **changes: Any) -> PanelBrief:
    return panel_brief(language, items=items, **changes)


def parts_of(text: str) -> list[str]:
    """The parts of a story, each with the points that are listed below it."""
    return text.replace("\n– ", " – ").splitlines()


@LANGUAGES
def test_of_a_story_every_part_that_was_told_stays_in_its_place(language: str) -> None:
    told = {
        "zh": "去年我和前端同事对接口有分歧。我把两种方案各写了一页，约他一起看。最后我们三天就定下来了。",
        "en": (
            "Last year a colleague and I disagreed about an interface. I wrote one page on either "
            "way and asked him to read it with me. In the end we agreed within three days."
        ),
    }[language]
    item = half_made(STORIES[language], language, told)
    lines = parts_of(better(panel(item, language=language), item))
    sentences = [part for part in re.split(r"(?<=。)|(?<=\.) ", told) if part]
    for sentence, line in zip(sentences, lines, strict=False):
        assert sentence in line


def test_a_question_to_the_panel_and_a_false_start_are_no_part_of_a_story() -> None:
    told = (
        "Is a colleague ok, or must it be my boss? The one at the shop... no, sorry, that was Anna, wrong one. "
        "Last year a colleague and I disagreed about an interface. I wrote one page on either "
        "way and asked him to read it with me. In the end we agreed within three days."
    )
    item = half_made(STORIES["en"], "en", told)
    text = better(panel(item, language="en"), item)
    assert "Last year a colleague and I disagreed" in text
    assert "my boss" not in text
    assert "wrong one" not in text


@LANGUAGES
def test_a_story_is_asked_for_the_candidates_own_trade_off(language: str) -> None:
    """Not for why they "choose" the thing they gave up."""
    spec = STORIES[language]
    gave = ScoringPoint("gave-up", "what was given up", (), Cue.TRADE_OFF)
    spec = replace(spec, points=(*spec.points, gave))
    item = half_made(spec, language, "不知道" if language == "zh" else "I don't know.")
    text = better(panel(item, language=language), item)
    assert "What was given up" in text
    assert "选它的理由" not in text
    assert "choose it" not in text


@LANGUAGES
def test_a_blank_of_a_story_says_how_the_reference_goes_about_it(language: str) -> None:
    item = half_made(STORIES[language], language, "不知道" if language == "zh" else "I don't know.")
    text = better(panel(item, language=language), item)
    like = "先听清顾虑" if language == "zh" else "listened to the concerns first"
    assert like in text
    assert like not in _BLANKS.sub("", text)


@LANGUAGES
def test_what_the_reference_says_of_most_points_of_stories_is_shown_and_is_nobodys_life(
    language: str,
) -> None:
    lived = re.compile(
        r"\d|去年|上周|我们" if language == "zh" else r"\d|\b(?:last|three|years?)\b"
    )
    asked, shown = 0, []
    for entry in read_bank():
        if entry.stage == "technical" or entry.subject:
            continue
        half = entry.zh if language == "zh" else entry.en
        points = tuple(ScoringPoint(p.key, p.text, p.synonyms, p.cue) for p in half.points)
        spec = replace(STORIES[language], text=half.text, reference=half.reference, points=points)
        for point in points:
            if point.cue is None:
                asked += 1
                shown.append(likeness(language, spec, point, frozenset()))
    found = [text for text in shown if text]
    assert len(found) > asked * 0.6
    assert not [text for text in found if lived.search(text)]


@LANGUAGES
def test_a_story_is_told_as_situation_action_and_result(language: str) -> None:
    told = {
        "zh": "去年在上一家公司，我和同事在接口上有分歧。",
        "en": "Last year, in my last team, a colleague and I disagreed about an interface.",
    }[language]
    item = half_made(STORIES[language], language, told)
    lines = parts_of(better(panel(item, language=language), item))
    heads = {
        "zh": ["情境：", "我的行动：", "结果："],
        "en": ["Situation: ", "What I did: ", "Result: "],
    }[language]
    assert [line[: len(head)] for line, head in zip(lines, heads, strict=True)] == heads
    assert told in lines[0]
    for line in lines[1:]:
        assert _BLANKS.search(line)


@LANGUAGES
def test_what_a_follow_up_brings_is_not_told_as_how_it_ended(language: str) -> None:
    first, reply = {
        "zh": ("去年我们和前端在接口上有分歧，我剪了三段录音放给他们听。后来前端半天就改好了。", "测试怕多一条路径要多测一轮。"),
        "en": ("Last year the front-end team and I disagreed. I played them three recordings. In the end they changed it in half a day.", "The testers had feared one more path to go through."),
    }[language]  # fmt: skip
    item = half_made(STORIES[language], language, first)
    item = replace(item, level=2, answers=(first, reply))
    result = parts_of(better(panel(item, language=language), item))[2]
    assert result.startswith({"zh": "结果：", "en": "Result: "}[language])
    assert reply not in result


@LANGUAGES
def test_nobody_elses_story_is_put_into_the_candidates_mouth(language: str) -> None:
    item = judged(STORIES[language], language, "不知道" if language == "zh" else "I don't know.")
    text = better(panel(item, language=language), item)
    for theirs in (
        ("三天", "前端", "五天") if language == "zh" else ("three days", "front-end", "five")
    ):
        assert theirs in STORIES[language].reference
        assert theirs not in text


def test_a_part_of_a_story_is_headed_once() -> None:
    for language, twice in (("zh", "结果：结果："), ("en", "Result: Result:")):
        spec = STORIES[language]
        name = "结果" if language == "zh" else "the result"
        points = tuple(replace(p, text=name) if p.cue is Cue.RESULT else p for p in spec.points)
        item = judged(
            replace(spec, points=points), language, "不知道" if language == "zh" else "No idea."
        )
        assert twice not in better(panel(item, language=language), item)


def test_a_story_stands_in_its_order_and_loses_nobody_who_leaves_out_the_i() -> None:
    folded = (
        "the backend team wanted it by wednesday.",
        "i let him shout, then i said five minutes.",
        "went up with the master key.",
        "he apologised at breakfast.",
    )
    named = ["result", "action", "action", "action"]
    assert in_course(named, folded) == ["situation", "action", "action", "result"]
    assert goes_on(folded[2], {Cue.SITUATION}) == {Cue.ACTION}
    assert goes_on(folded[3], {Cue.SITUATION, Cue.ACTION}) == {Cue.SITUATION}


def test_a_step_with_a_figure_is_no_outcome_and_the_vague_is_left_out_first() -> None:
    said = [
        "he slammed the box on the counter",
        "i asked him when he needed it",
        "he had until the 12th, so three days",
        "i sent his 40 lamps first and called him back on the tuesday",
    ]
    named = ["situation", "action", "result", "result"]
    assert in_course(named, said) == ["situation", "action", "action", "action"]
    ended = [*said[:3], "in the end he kept 38 of the 40"]
    assert in_course(named, ended)[-1] == "result"
    told = [
        ("we tried it and it went well", False),
        ("i built it", True),
        ("it took us 3 weeks", False),
    ]
    assert most_telling([*told, ("40 people used it", True)]) == [1, 2, 3]


def test_an_example_of_what_to_do_next_time_keeps_its_beginning() -> None:
    for item in read_bank():
        spec = item.en
        points = tuple(ScoringPoint(p.key, p.text, p.synonyms, p.cue) for p in spec.points)
        asked = QuestionSpec(item.key, "c", 2, spec.text, spec.reference, points)
        for point in points:
            assert not likeness("en", asked, point, frozenset()).startswith("time I"), item.key


def test_all_the_questions_somebody_asked_stay_in_the_better_ones() -> None:
    half = next(item for item in read_bank() if item.topic == "their-questions").en
    points = tuple(ScoringPoint(p.key, p.text, p.synonyms, p.cue) for p in half.points)
    spec = QuestionSpec(
        "k", "motivation", 2, half.text, half.reference, points, topic="their-questions"
    )
    asked = "Do the buyers ever come to the mill? And who decides what gets woven?"
    item = replace(half_made(spec, "en", asked), covered=(points[1].text,))
    text = better(panel(item, language="en"), item)
    assert "Do the buyers ever come to the mill?" in text


@LANGUAGES
def test_the_one_sentence_that_is_left_of_a_story_tells_what_was_done(language: str) -> None:
    told = {
        "zh": "当时我把两种方案各写了一页，约前端同事一起看。",
        "en": "Last year I wrote one page on either way and asked my colleague to read it with me.",
    }[language]
    item = half_made(STORIES[language], language, told)
    lines = better(panel(item, language=language), item).splitlines()
    (place,) = (n for n, line in enumerate(lines) if told.rstrip("。.") in line)
    assert place == 1, lines
