"""What the report says of points that an answer may have made in words of its own."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from interviewers.engines.base import AnswerFlag, Exchange, QuestionSpec, RubricSpec, ScoringPoint
from interviewers.engines.builtin.expected.points import prepare_point
from interviewers.engines.builtin.judging.bilingual import judge_exchange
from interviewers.engines.builtin.reading.text import fold, terms
from interviewers.engines.builtin.reporting.better import better
from interviewers.engines.builtin.reporting.near_misses import (
    LONGEST,
    near_misses,
    near_misses_of,
    unplaced,
)
from interviewers.engines.builtin.reporting.report import conclude, reason
from interviewers.engines.builtin.reporting.report_words import WORDS
from interviewers.engines.builtin.reporting.steps import next_steps
from interviewers.tests.bank_items import BANK, spec_of_item
from interviewers.tests.samples import judged, panel_brief
from interviewers.tests.test_better_answers import spec_of

RUBRIC = RubricSpec("fundamentals", "Fundamentals", 1, ("a", "b", "c", "d", "e"))
ESTIMATE = (
    "I list the pieces as they come. For the museum guide I told them four weeks and it took nine, since I had "
    "never counted the people who have to approve each text. Now I first say a range: six to nine weeks."
)
POINTS = (
    ScoringPoint(
        "parts",
        "taking the work apart",
        ("list of all parts", "a list with each part", "parts in one list"),
    ),
    ScoringPoint(
        "history", "comparing with earlier work", ("look at similar jobs", "records of past jobs")
    ),
    ScoringPoint(
        "range",
        "a range with a reserve",
        ("a range of weeks", "range for the date", "first a rough range"),
    ),
    ScoringPoint("miss", "the gap and its cause", ("it took nine", "twice as long")),
)


def estimating() -> QuestionSpec:
    """A question of the bank with points of its own, whatever words the bank's are given later."""
    return replace(spec_of("estimating", "en"), points=POINTS)


def near_in(spec: QuestionSpec, language: str, *answers: str) -> dict[str, str]:
    return dict(near_misses_of(judged(spec, language, *answers)))


def test_what_comes_near_to_a_point_is_quoted_word_for_word() -> None:
    found = near_in(estimating(), "en", ESTIMATE)
    assert found == {"taking the work apart": "I list the pieces as they come"}
    said = "去年的读书会是我负责的，想办到三十人，结果只来了九个。后来办展览我就先问了大家哪天有空，倒着排的。"
    told = near_in(spec_of("failure", "zh"), "zh", said)
    assert any("先问了大家" in quote for quote in told.values()), told
    assert all(quote in said and len(quote) <= LONGEST for quote in told.values())


def test_a_sentence_that_makes_a_point_is_not_quoted_for_one_it_only_touches() -> None:
    told = "I list each piece, and for the date I say a range of weeks."
    assert near_in(estimating(), "en", told) == {}
    assert near_in(estimating(), "en", told.partition(",")[0] + ".")


@pytest.mark.parametrize(
    "answer", ["The weather has been lovely all week, hasn't it.", "I don't know."]
)
def test_what_is_beside_the_question_comes_near_to_nothing(answer: str) -> None:
    assert near_in(estimating(), "en", answer) == {}


def test_of_what_cannot_be_trusted_nothing_is_quoted() -> None:
    spec = estimating()
    keys = [point.key for point in spec.points]
    assert near_misses(spec, [ESTIMATE], keys)
    assert not near_misses(spec, [ESTIMATE], keys, [AnswerFlag.FORGED])
    assert not near_misses(spec, [ESTIMATE], [])


def test_the_report_asks_first_for_what_was_not_said_at_all() -> None:
    spec = estimating()
    judgement = judge_exchange(Exchange("en", spec, RUBRIC, ESTIMATE))
    item = judged(spec, "en", ESTIMATE)
    near = near_misses_of(item)
    far = [point for point in item.missing if point not in near]
    assert near
    assert far
    told = reason(Exchange("en", spec, RUBRIC, ESTIMATE), judgement)
    assert any(f"{words} “{far[0]}”" in told for words in ("start with", "first to add:", "only"))
    assert all(f"“{point}” (“" in told for point in near)
    panel = panel_brief("en", items=(item,))
    said = conclude(panel)
    for point in near:
        assert point not in " ".join((*said.improvements, said.next_steps[0].text))
    assert far[0] in said.improvements[0]
    assert far[0] in said.next_steps[0].text
    kept = better(panel, item)
    assert all(quote in kept for quote in near.values())


def test_who_answers_as_a_whole_is_not_told_that_nothing_was_there() -> None:
    spec = estimating()
    judgement = replace(
        judge_exchange(Exchange("en", spec, RUBRIC, ESTIMATE)),
        level=3,
        covered=(),
        missing=tuple(point.key for point in spec.points),
    )
    told = reason(Exchange("en", spec, RUBRIC, ESTIMATE), judgement)
    assert "in your own words" in told
    assert "not recognised" not in told


@pytest.mark.parametrize(
    ("topic", "answers", "quoted"),
    [
        (
            "leaving",
            ("The theatre has stopped making new plays, I mostly repair old costumes.", "No."),
            "The theatre has stopped making new plays",
        ),
        ("leaving", ("I don't know.",), ""),
        ("leaving", ("Is a change from costumes to stage design held against people here?",), ""),
        (
            "failure",
            ("The theatre has stopped making new plays, I mostly repair old costumes.",),
            "",
        ),
    ],
)
def test_a_sentence_that_belongs_to_no_point_is_shown_and_not_passed_over(
    topic: str, answers: tuple[str, ...], quoted: str
) -> None:
    found = unplaced(spec_of(topic, "en"), answers)
    assert found.startswith(quoted)
    assert bool(found) is bool(quoted)


def test_who_says_to_a_follow_up_that_nobody_measured_is_not_blamed_for_it() -> None:
    spec = spec_of("failure", "en")
    said = (
        "I was to get thirty people to the reading and nine came. I had put up the posters too late.",
        "No, I never counted who had seen them.",
    )
    item = replace(judged(spec, "en", *said), flags=(AnswerFlag.NEGATED,))
    judgement = replace(
        judge_exchange(Exchange("en", spec, RUBRIC, said[1], said[:1])), flags=item.flags
    )
    assert "not measured" not in reason(Exchange("en", spec, RUBRIC, said[1], said[:1]), judgement)
    assert "not measured" in reason(Exchange("en", spec, RUBRIC, said[0]), judgement)


def test_where_most_points_were_made_and_the_level_is_low_the_report_says_why() -> None:
    spec = estimating()
    keys = [point.key for point in spec.points]
    judgement = replace(
        judge_exchange(Exchange("en", spec, RUBRIC, ESTIMATE)),
        level=2,
        covered=tuple(keys[:-1]),
        missing=tuple(keys[-1:]),
        flags=(),
    )
    said = "held down"
    assert said in reason(Exchange("en", spec, RUBRIC, ESTIMATE), judgement)
    assert said not in reason(Exchange("en", spec, RUBRIC, ESTIMATE), replace(judgement, level=4))


def test_what_may_have_been_said_is_not_sent_for_as_if_it_were_new() -> None:
    spec = estimating()
    item = judged(spec, "en", ESTIMATE)
    near = near_misses_of(item)
    step = next_steps(panel_brief("en", items=(replace(item, missing=tuple(near)),)))[0]
    assert "say it outright" in step.text
    assert all(point in step.text for point in tuple(near)[:2])


@pytest.mark.parametrize(
    ("language", "beside"),
    [
        ("zh", "“引号”里的话，和 <b>粗体</b> & 括号，别的什么都没有"),
        ("en", "“Quotes” and <b>bold words</b> & brackets around each of them, no more"),
    ],
)
def test_beside_points_that_were_made_no_sentence_comes_near_without_a_word_of_the_point(
    language: str, beside: str
) -> None:
    """Whoever makes most points is likely to make the last one as well, but not by any sentence."""
    seen = 0
    backend = [i for i in BANK.values() if i.stage == "technical" and "backend" in i.families]
    for item in backend[language == "en" :: 2]:
        spec = spec_of_item(item, language)
        said = [s for s in _SENTENCES.split(spec.reference) if s]
        for left_out in range(len(said)):
            answer = "\n".join([*said[:left_out], *said[left_out + 1 :], beside])
            exchange = Exchange(language, spec, RUBRIC, answer)
            judgement = judge_exchange(exchange)
            near = near_misses(spec, (answer,), judgement.missing, judgement.flags)
            tells = {p.key: prepare_point(p, spec.text).tells for p in spec.points}
            for key, quote in near.items():
                assert any(term in tells[key] for term in terms(fold(quote))), (item.key, quote)
            seen += len(judgement.missing)
    assert seen > 20, seen


_SENTENCES = re.compile(r"(?<=[。；])|(?<=\.) ")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_who_makes_every_point_and_is_not_strong_is_told_what_holds_the_level_down(
    language: str,
) -> None:
    spec = spec_of("estimating", language)
    exchange = Exchange(language, spec, RUBRIC, ESTIMATE)
    words = WORDS[language]
    keys = tuple(point.key for point in spec.points)
    every = replace(
        judge_exchange(exchange), level=3, score=61.6, covered=keys, missing=(), flags=()
    )
    thin, in_part = replace(every, capped=True), replace(every, capped=False)
    assert reason(exchange, thin).endswith(words["thin"])
    assert reason(exchange, in_part).endswith(words["in_part"])
    strong = replace(every, level=5, score=96.0, capped=False)
    assert reason(exchange, strong) == words["all"].format(all=len(keys))
    most = replace(thin, covered=keys[:-1], missing=keys[-1:])
    assert words["thin"] in reason(exchange, most)
    few = replace(thin, covered=keys[:1], missing=keys[1:])
    assert words["thin"] not in reason(exchange, few)
    denied = replace(thin, flags=(AnswerFlag.NEGATED,))
    assert words["thin"] not in reason(exchange, denied)


def test_a_level_that_is_lost_to_a_cap_is_marked_as_such() -> None:
    """Naming each point in one breath explains none of them."""
    found = 0
    for item in list(BANK.values())[:80]:
        spec = spec_of_item(item, "en")
        brief = _SENTENCES.split(spec.reference)[0]
        short = judge_exchange(Exchange("en", spec, RUBRIC, brief))
        full = judge_exchange(Exchange("en", spec, RUBRIC, spec.reference))
        assert not (full.capped and full.level == 5)
        assert not (short.capped and short.level == 5)
        found += short.capped
    assert found > 5


@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_answer_to_another_question_is_called_one_and_comes_near_to_nothing(
    language: str,
) -> None:
    spec, elsewhere = (
        spec_of("cache-aside", language),
        spec_of("rich-text-xss", language).reference,
    )
    exchange = Exchange(language, spec, RUBRIC, elsewhere)
    told = reason(exchange, judge_exchange(exchange))
    assert WORDS[language]["misplaced"] in told
    assert not near_misses(spec, [elsewhere], [point.key for point in spec.points])
    own = Exchange(language, spec, RUBRIC, spec.reference)
    assert WORDS[language]["misplaced"] not in reason(own, judge_exchange(own))
