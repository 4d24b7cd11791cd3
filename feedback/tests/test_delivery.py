"""Pace, length and filler words: counted from the transcript, and part of no score."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from feedback.delivery import Spoken, figures, fillers, length
from feedback.texts import unscored

START = datetime(2024, 1, 1, tzinfo=UTC)


def line(key: int, second: float, text: str = "问题", *, candidate: bool = False) -> Spoken:
    return Spoken(key, candidate, START + timedelta(seconds=second), text)


def test_an_answer_is_timed_from_the_panels_last_line_to_its_own_last() -> None:
    told = figures(
        [
            line(1, 0),
            line(2, 10),
            line(3, 40, "我先看日志", candidate=True),
            line(4, 70, "再加索引", candidate=True),
            line(5, 71),
            line(6, 81.5, "不知道", candidate=True),
        ],
        "zh",
    )
    assert told.unit == "characters"
    assert [(a.message_id, a.seconds, a.length) for a in told.answers] == [
        (4, 60.0, 9),
        (6, 10.5, 3),
    ]
    assert told.answers[0].per_minute == 9.0
    assert (told.median_seconds, told.median_length) == (35.2, 6)


def test_without_an_answer_there_are_no_figures() -> None:
    told = figures([line(1, 0), line(2, 5)], "en")
    assert told.answers == ()
    assert told.median_seconds is told.median_length is None
    assert told.fillers == {}


def test_what_answers_nobody_has_no_time() -> None:
    told = figures([line(1, 5, "hello there", candidate=True)], "en")
    assert told.answers[0].seconds is None
    assert told.answers[0].per_minute is None
    assert told.median_seconds is None


def test_what_was_pasted_has_a_time_and_no_pace() -> None:
    told = figures([line(1, 0), line(2, 6, "字" * 200, candidate=True)], "zh")
    assert (told.answers[0].seconds, told.pace(told.answers[0])) == (6.0, None)
    told = figures([line(1, 0), line(2, 60, "字" * 200, candidate=True)], "zh")
    assert told.pace(told.answers[0]) == 200.0


def test_clocks_that_run_backwards_give_no_negative_time() -> None:
    told = figures([line(1, 9), line(2, 5, "嗯", candidate=True)], "zh")
    assert told.answers[0].seconds == 0.0
    assert told.answers[0].per_minute is None


@pytest.mark.parametrize(
    ("language", "own", "other"),
    [
        ("en", "I would add an index.", "我会先看慢查询日志，再加索引。"),
        ("zh", "我会加索引。", "I would look at the slow query log and then add an index."),
    ],
)
def test_a_remark_and_an_answer_in_the_other_language_have_no_figures(
    language: str, own: str, other: str
) -> None:
    lines = [
        line(1, 0),
        line(2, 10, own, candidate=True),
        line(3, 20),
        Spoken(4, True, START + timedelta(seconds=25), own, beside=True),
        line(5, 30),
        line(6, 50, other, candidate=True),
    ]
    told = figures(lines, language)
    assert [answer.message_id for answer in told.answers] == [2]
    assert told.median_length == length(own, language)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("我用 Redis 做缓存，命中率 92%。", "zh", 10),
        ("I used C++ and Node.js, didn't I?", "en", 7),
        ("", "zh", 0),
        ("……！？", "zh", 0),
        ("...", "en", 0),
    ],
)
def test_length_counts_words_and_characters_not_marks(
    text: str, language: str, expected: int
) -> None:
    assert length(text, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "嗯，那个，我们就是，就是说先看日志。然后呢，加索引",
            {"嗯": 1, "那个": 1, "就是": 2, "然后": 1},
        ),
        ("那个那个系统", {"那个": 1}),
        ("那个服务就是网关，先限流然后降级，额度是一万", {}),
        ("呃……额，怎么说呢，反正能用", {"呃": 2, "怎么说": 1, "反正": 1}),
        ("这个怎么说呢，得看情况", {"怎么说": 1}),
        ("要看你怎么说，客户问我怎么说，我就照实说。怎么说都行", {}),
        ("先看日志，然后查慢查询，然后加索引。然后他同意了", {}),
        ("然后，就是我觉得，然后那个缓存", {"就是": 1, "然后": 2}),
        ("就是刚才那张表。选哪个？那个。这个：先上线，那个服务就是网关", {}),
    ],
)
def test_chinese_fillers_are_told_from_words_in_use(text: str, expected: dict[str, int]) -> None:
    assert fillers(text, "zh") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Um, so, like, you know, it was uh slow. I mean, basically.", {
            "um": 1, "uh": 1, "like": 1, "you know": 1, "I mean": 1, "basically": 1,
        }),
        ("I like it, a kind of cache, as you know how it works. Umbrella, error.", {}),
        ("It sort of worked.", {"sort of": 1}),
        ("I looked at tools, like Redis, and checked what it looks like, as they'd like, you see.", {}),
        ("It was, like, slow, like really slow.", {"like": 2}),
        ("Do you know him? As you know, I let you know. You know it, and what I mean is the same kind of thing.", {}),
        ("So it was late, you know, and it actually worked; any kind of cache.", {"you know": 1}),
        ("Actually, no. That is what actually happened.", {"actually": 1}),
    ],
)  # fmt: skip
def test_english_fillers_are_told_from_words_in_use(text: str, expected: dict[str, int]) -> None:
    assert fillers(text, "en") == expected


def test_the_whole_interview_lists_the_most_frequent_first() -> None:
    told = figures(
        [
            line(1, 1, "嗯，嗯，然后，走", candidate=True),
            line(2, 2),
            line(3, 3, "嗯", candidate=True),
        ],
        "zh",
    )
    assert list(told.fillers.items()) == [("嗯", 3), ("然后", 1)]


@pytest.mark.parametrize(("language", "told"), [("zh", "粘贴"), ("en", "pasted")])
def test_the_note_says_why_an_answer_has_no_pace(language: str, told: str) -> None:
    assert told not in unscored(language)
    assert unscored(language, pasted=True).startswith(unscored(language))
    assert told in unscored(language, pasted=True)
