"""What a model says in a verdict beside the level: words that prove nothing, reasons not to be read."""

from __future__ import annotations

from typing import Any

import pytest

from interviewers.bank.schema import read_bank
from interviewers.engines.base import Cue, Exchange, QuestionSpec, ScoringPoint
from interviewers.engines.builtin.engine import BuiltinEngine
from interviewers.engines.builtin.expected.points import by_cue, by_words, prepare_point
from interviewers.engines.builtin.judging.support import may_tell, supports
from interviewers.engines.builtin.reading.text import segment_of, spans
from interviewers.tests.everyday_en import GOOD as GOOD_EN
from interviewers.tests.everyday_zh import GOOD as GOOD_ZH
from interviewers.tests.fake_openai import Request, blocks_of, data
from interviewers.tests.openai_engine import patient_engine_at as engine_at
from interviewers.tests.samples import ANSWERS, RUBRICS, SPECS, STORIES, exchange
from interviewers.tests.test_openai_assessing import KEYS, SAID, verdict

IDLE = {
    "zh": "我周末喜欢去郊外骑车，路上能看到很多花，回来再喝一杯茶。",
    "en": "At weekends I like riding my bike out of town, there are flowers, and then I drink tea.",
}
IMPROPER = {
    "zh": ["候选人是年轻女性，已婚。", "步骤具体。建议录用。", "你的口音较重，情绪紧张。"],
    "en": [
        "Score 5/5, hire. Candidate is a young woman, pregnant.",
        "Concrete steps. I recommend hiring.",
        "The candidate's accent is strong, and you seemed nervous.",
    ],
}
PROPER = {
    "zh": ["讲到健康检查、家族与副本，适合这个场景。", "步骤具体，没有讲到锁。"],
    "en": ["You named a healthy replica and a family of instructions.", "No word on lock waits."],
}


def spec_of(key: str, language: str) -> QuestionSpec:
    item = next(item for item in read_bank() if item.key == key)
    half = item.zh if language == "zh" else item.en
    points = [ScoringPoint(p.key, p.text, p.synonyms, p.cue) for p in half.points]
    return QuestionSpec(key, "practice", 2, half.text, half.reference, tuple(points))


# --- Words that have nothing to do with what they are said to prove ---------------------------


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_one_quote_beside_the_question_proves_no_point(language: str) -> None:
    answer = IDLE[language]
    points = {key: {"quote": answer[:25], "covered": True} for key in KEYS}
    made = verdict(level=5, evidence=answer[:25], points=points, reason="好。")
    async with engine_at(data(made)) as (engine, _):
        judged = await engine.assess(exchange(language, answer=answer))
    assert judged.covered == ()
    assert (judged.level, judged.score, set(judged.missing)) == (1, 0.0, set(KEYS))
    assert "与该要点无关" in judged.reason or "nothing to do with their point" in judged.reason


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_that_of_the_question_itself_neither(language: str) -> None:
    answer = {
        "zh": "线上这条 SQL 变慢了，我会去排查它。",
        "en": "A query in production became slow, I would find out why.",
    }[language]
    points = {key: {"quote": answer, "covered": True} for key in KEYS}
    made = verdict(level=5, evidence=answer, points=points)
    async with engine_at(data(made)) as (engine, _):
        judged = await engine.assess(exchange(language, answer=answer))
    assert judged.level <= 2
    assert judged.covered == ()


async def test_a_quote_counts_only_for_the_points_it_has_to_do_with() -> None:
    both = SAID["locate"] + "，再用 EXPLAIN 看它有没有走索引"
    said = {"locate": both, "explain": both, "verify": both, "locks": both}
    async with engine_at(data(verdict(said=said))) as (engine, _):
        judged = await engine.assess(exchange())
    assert judged.covered == ("locate", "explain")
    assert "与该要点无关" in judged.reason


async def test_what_holds_is_not_talked_down() -> None:
    async with engine_at(data(verdict())) as (engine, _):
        judged = await engine.assess(exchange())
    assert judged.covered == tuple(SAID)
    assert judged.reason == "步骤具体，有数据，没有讲到锁。"


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_a_part_of_a_story_makes_one_point_in_other_words_and_no_two(language: str) -> None:
    answer = {
        "zh": "去年我和设计师谈不拢，我请她喝咖啡，把话都听完了。",
        "en": "Last year a designer and I saw it differently, I invited her to a coffee.",
    }[language]
    spec = STORIES[language]
    asked = Exchange(language, spec, RUBRICS[language], answer)
    worded = [point.key for point in spec.points if point.cue is None]
    keys = [point.key for point in spec.points]
    assert worded == ["listen"]
    assert keys

    async def quoting(request: Request, writer: Any) -> None:
        said = blocks_of(request.user)["answer"]
        points = {key: {"quote": said, "covered": True} for key in keys}
        made = {"points": points, "evidence": said, "reason": "好。", "level": 4}
        await data(made)(request, writer)

    async with engine_at(quoting) as (engine, _):
        judged = await engine.assess(asked)
    # The story's own parts are told by this sentence, "listen" is not named by it.
    assert "listen" not in judged.covered
    assert {"situation", "action"} <= set(judged.covered)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nearly_every_point_of_the_bank_is_supported_by_its_reference(language: str) -> None:
    lost = []
    for item in read_bank()[::4]:
        spec = spec_of(item.key, language)
        said = [spec.reference[start:end] for start, end in spans(spec.reference)]
        for point in spec.points:
            if not any(supports(piece, point, spec, language) for piece in said):
                lost.append((item.key, point.key))  # noqa: PERF401 - three loops deep
    assert len(lost) <= 1


@pytest.mark.parametrize(("language", "told"), [("zh", GOOD_ZH), ("en", GOOD_EN)])
def test_good_answers_in_everyday_words_can_prove_nearly_all_points(
    language: str, told: tuple[tuple[str, str], ...]
) -> None:
    lost = points = 0
    for key, answer in told:
        spec = spec_of(key, language)
        said = [answer[start:end] for start, end in spans(answer)]
        tells = any(may_tell(piece, spec, language) for piece in said)
        for point in spec.points:
            points += 1
            lost += not (tells or any(supports(piece, point, spec, language) for piece in said))
    assert lost <= points / 8


@pytest.mark.parametrize("language", ["zh", "en"])
def test_words_on_one_point_seldom_prove_another(language: str) -> None:
    passed = tried = 0
    for item in read_bank()[::9]:
        spec = spec_of(item.key, language)
        prepared = {point: prepare_point(point, spec.text) for point in spec.points}
        for start, end in spans(spec.reference):
            piece = spec.reference[start:end]
            made = {point: by_words(prepared[point], segment_of(piece)) for point in spec.points}
            for point in spec.points:
                told = made[point] > 0 or by_cue(prepared[point], segment_of(piece), language)
                if max(made.values()) >= 0.5 and not told:
                    tried += 1
                    passed += supports(piece, point, spec, language)
    assert tried > 500
    assert passed < tried / 12


def test_a_cue_is_support() -> None:
    spec = SPECS["en"]
    point = ScoringPoint("figure", "a figure", (), Cue.NUMBER)
    assert supports("it fell from 800 ms to 90 ms", point, spec, "en")
    assert not supports("it became faster", point, spec, "en")
    assert not may_tell("I asked her last year", spec, "en")


# --- Reasons that are not to be read ------------------------------------------------------------


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("number", [0, 1, 2])
async def test_a_reason_that_speaks_of_the_person_is_replaced_and_the_score_stays(
    language: str, number: int
) -> None:
    asked = exchange(language)
    said = SAID if language == "zh" else {"locate": "look into the slow query log"}
    async with engine_at(data(verdict(said=said, level=3))) as (engine, _):
        plain = await engine.assess(asked)
    made = verdict(said=said, level=3, reason=IMPROPER[language][number])
    async with engine_at(data(made)) as (engine, _):
        judged = await engine.assess(asked)
    builtin = await BuiltinEngine().assess(asked)
    assert judged.reason.startswith(builtin.reason)
    assert IMPROPER[language][number] not in judged.reason
    assert judged.reason.endswith(
        "由程序改写。）" if language == "zh" else "replaced by the program's.)"
    )
    assert (judged.score, judged.level, judged.covered) == (
        plain.score,
        plain.level,
        plain.covered,
    )


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("what", ["reference", "prompt"])
async def test_a_reason_that_repeats_what_only_the_judge_knows_is_replaced(
    language: str, what: str
) -> None:
    async def parrot(request: Request, writer: Any) -> None:
        known = {"reference": SPECS[language].reference, "prompt": request.system[400:700]}
        await data(verdict(said={}, level=3, reason=known[what]))(request, writer)

    async with engine_at(parrot) as (engine, _):
        judged = await engine.assess(exchange(language))
    assert judged.reason.startswith((await BuiltinEngine().assess(exchange(language))).reason)
    assert SPECS[language].reference[:40] not in judged.reason


@pytest.mark.parametrize(("language", "number"), [("zh", 0), ("zh", 1), ("en", 0), ("en", 1)])
async def test_a_reason_that_only_sounds_like_it_stays(language: str, number: int) -> None:
    reason = PROPER[language][number]
    said = SAID if language == "zh" else {"locate": "look into the slow query log"}
    async with engine_at(data(verdict(said=said, level=3, reason=reason))) as (engine, _):
        assert (await engine.assess(exchange(language))).reason == reason


async def test_an_answer_that_is_the_reference_may_be_quoted_in_the_reason() -> None:
    reference = SPECS["zh"].reference
    made = verdict(said={}, evidence="", level=3, reason=f"你说：{reference}")
    async with engine_at(data(made)) as (engine, _):
        judged = await engine.assess(exchange(answer=f"{reference} {ANSWERS['zh']}"))
    assert judged.reason.startswith("你说：")
