"""Which sentence of an answer is shown as evidence: what somebody did, before what others said or felt."""

from __future__ import annotations

import pytest

from interviewers.engines.base import Exchange, RubricSpec
from interviewers.engines.builtin.judging.bilingual import judge_exchange
from interviewers.engines.builtin.judging.evidence import verbatim
from interviewers.engines.builtin.judging.lexical import judge
from interviewers.engines.builtin.reporting.better_words import without_asides
from interviewers.tests.test_better_answers import spec_of

RUBRIC = RubricSpec("communication", "", 1, ("", "", "", "", ""))


def quoted(topic: str, language: str, answer: str) -> str:
    return judge_exchange(Exchange(language, spec_of(topic, language), RUBRIC, answer)).evidence


@pytest.mark.parametrize(
    ("topic", "language", "answer", "shown"),
    [
        (
            "bad-news",
            "zh",
            (
                "有一次给一个重点学校的教务主任打电话，我们把他们的教案丢了二十多份。我打之前先把丢了哪些、哪些能找回来列清楚，找回来十九份。"
                "电话里第一句就说丢了三份，是我们合并逻辑的错，然后说今天几点前补什么。她挺生气的，说了十分钟，我就听着。后来我们加了版本历史。"
            ),
            "电话里第一句就说丢了三份",
        ),
        (
            "project-hard-problem",
            "en",
            (
                "Use went from about 60 entries a week to 20. I first thought it was a bug, because my friend had changed the login. "
                "I looked at the entries by member and saw it was only the older members. It wasn't the login at all."
            ),
            "Use went from about 60 entries a week to 20",
        ),
        (
            "work-environment",
            "zh",
            "我喜欢有人把目标说清楚，然后自己去弄。吃力的话，就是一会儿让做这个一会儿让做那个，我会乱。所以我现在会每天早上写三件事，有新的来了就问哪个先。",
            "每天早上写三件事",
        ),
    ],
)
def test_what_somebody_did_is_shown(topic: str, language: str, answer: str, shown: str) -> None:
    assert shown in quoted(topic, language, answer)


@pytest.mark.parametrize(
    ("topic", "answer", "shown"),
    [
        (
            "sql-retention",
            "Oh, um, I guess I'd take the first login of each user with MIN and group by user id?",
            "I'd take",
        ),
        (
            "skill-recent-use",
            "But personally, the last service I wrote was a reconciliation job with fourteen APIs.",
            "the last",
        ),
    ],
)
def test_a_quote_does_not_begin_with_hesitation(topic: str, answer: str, shown: str) -> None:
    assert quoted(topic, "en", answer).startswith(shown)


def test_a_quote_does_not_begin_with_what_tied_it_to_the_one_before() -> None:
    answer = "先登记。然后拿评测集在新旧两个版本各跑一遍，比通过率，特别是输出格式，过了的先切，灰度 5%，没问题再放大。"
    assert quoted("release", "zh", answer).startswith("拿评测集")
    again = "好，那我再讲一下：拿评测集在新旧两个版本各跑一遍，过了的先切，灰度 5%，下线前一周全部切完。"
    assert quoted("release", "zh", again).startswith("拿评测集")


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        (
            "哦，我不是问您，我是说我可以接受公司的安排。我期望在二十五万到三十万之间，问过两个学长。",
            "我期望在二十五万到三十万之间，问过两个学长。",
        ),
        (
            "Oh, I wasn't asking you, I meant that I am flexible. Something between fifty and sixty would do.",
            "Something between fifty and sixty would do.",
        ),
    ],
)
def test_what_puts_the_panel_straight_is_no_part_of_a_better_version(said: str, kept: str) -> None:
    assert without_asides(said).strip() == kept


def test_a_quote_begins_with_a_whole_word_and_keeps_the_name_of_a_member() -> None:
    said = "A trace showed 900 ms in Application.onCreate, six kits were set up there, so I deferred them."
    assert (
        verbatim("in Application.on Create, six kits", [said])
        == "in Application.onCreate, six kits"
    )
    assert verbatim("in onCreate, six kits", ["Create, six kits"]) == "six kits"
    told = "We cut it, so users were happy with it"
    assert verbatim(told, ["I said so, users were happy with it"]) == "users were happy with it"
    assert verbatim("a b", ["cab"]) != "ab"
    heard = judge(
        question="How do you bring a cold start down?",
        references=("Trace the start, defer what is set up there, and guard it by a benchmark.",),
        answer=said,
        language="en",
    )
    assert heard.evidence.startswith("A trace showed 900 ms in Application.onCreate")
