"""An answer in the other of the two languages is judged, met once, and named in the report."""

from __future__ import annotations

from typing import Any

import pytest

from feedback.models import Assessment
from interviewers.engines.base import AnswerFlag, Exchange
from interviewers.engines.builtin.judging.bilingual import judge_exchange, other_language
from interviewers.engines.builtin.reporting.report import reason
from interviewers.engines.builtin.speaking.phrases import PHRASES
from interviewers.models import Question
from interviewers.selectors import question_spec, rubrics
from interviewgpt.db import in_db
from interviews.tests.support import create, sit, table, told

pytestmark = pytest.mark.words

SENTENCES = {
    "zh": (
        "Can I answer in English? I would use a token bucket and keep it in Redis.",
        "I'd write the row first, and then the key is deleted.",
    ),
    "en": ("可以用中文吗？我会先改数据库，再删缓存。", "用令牌桶，每个调用方一个。"),
}
NEITHER = {
    "zh": (
        "token bucket", "row_number() over (partition by user_id)", "SELECT name FROM users WHERE id IN (1, 2)",
        "先看 slow query log，再看 explain 的结果", "HTTP/2 multiplexing", "429 Too Many Requests",
    ),
    "en": ("a token bucket (令牌桶) per caller", "The team in 北京 owned it, and I led it.", "好的"),
}  # fmt: skip


@pytest.mark.parametrize("language", SENTENCES)
def test_sentences_of_the_other_language_are_known(language: str) -> None:
    other = "en" if language == "zh" else "zh"
    assert {other_language(text, language) for text in SENTENCES[language]} == {other}
    assert {text for text in NEITHER[language] if other_language(text, language)} == set()


def last(interview: Any) -> Assessment:
    return Assessment.objects.filter(interview=interview).latest("id")


@pytest.mark.parametrize("language", SENTENCES)
@pytest.mark.django_db(transaction=True)
async def test_it_is_judged_by_the_other_half_and_said_so_once(language: str) -> None:
    other = "en" if language == "zh" else "zh"
    interview = await in_db(create, language, interviewers=["technical"])
    planned = await in_db(table, interview.pk)
    question = await in_db(Question.objects.get, pk=planned.spec["key"])
    reference = question_spec(question, other).reference
    async with sit(interview.pk) as room:
        first = await told(room, reference)
        judged = await in_db(last, interview)
        planned = await in_db(table, interview.pk)
        question = await in_db(Question.objects.get, pk=planned.spec["key"])
        again = await told(room, question_spec(question, other).reference)
    assert judged.level >= 4
    assert AnswerFlag.OTHER_LANGUAGE in judged.flags
    assert judged.evidence in reference
    assert first["content"].startswith(PHRASES[language]["other_language"])
    assert not again["content"].startswith(PHRASES[language]["other_language"])


@pytest.mark.django_db
def test_a_question_that_is_known_in_one_language_is_judged_by_what_matches() -> None:
    question = Question.objects.filter(stage="technical").order_by("pk")[0]
    spec = question_spec(question, "zh")
    rubric = rubrics([spec.competency], "zh")[spec.competency]
    said = question_spec(question, "en").reference
    exchange = Exchange("zh", spec, rubric, said)
    judgement = judge_exchange(exchange)
    assert AnswerFlag.OTHER_LANGUAGE in judgement.flags
    assert "可能偏低" in reason(exchange, judgement)
    own = judge_exchange(Exchange("zh", spec, rubric, spec.reference))
    assert AnswerFlag.OTHER_LANGUAGE not in own.flags


@pytest.mark.parametrize("language", SENTENCES)
@pytest.mark.django_db
def test_what_only_the_other_half_can_read_is_not_called_empty(language: str) -> None:
    other = "en" if language == "zh" else "zh"
    for question in Question.objects.filter(stage="technical").order_by("pk")[:6]:
        spec, known = question_spec(question, language), question_spec(question, other)
        rubric = rubrics([spec.competency], language)[spec.competency]
        for earlier in ((), (spec.reference,)):
            exchange = Exchange(
                language, spec, rubric, SENTENCES[language][-1], earlier=earlier, other=known
            )
            flags = judge_exchange(exchange).flags
            assert AnswerFlag.OTHER_LANGUAGE in flags
            assert AnswerFlag.EMPTY not in flags


@pytest.mark.parametrize("language", SENTENCES)
@pytest.mark.django_db
def test_an_answer_in_two_languages_is_worth_what_both_parts_say(language: str) -> None:
    other = "en" if language == "zh" else "zh"
    gained = []
    for question in Question.objects.filter(stage="technical").order_by("pk")[:6]:
        spec, known = question_spec(question, language), question_spec(question, other)
        rubric = rubrics([spec.competency], language)[spec.competency]
        half = spec.reference[: len(spec.reference) // 2]
        rest = known.reference[len(known.reference) // 2 :]
        alone = judge_exchange(Exchange(language, spec, rubric, half))
        for answer, earlier in ((f"{half}\n{rest}", ()), (rest, (half,))):
            exchange = Exchange(language, spec, rubric, answer, earlier=earlier, other=known)
            both = judge_exchange(exchange)
            assert both.score >= alone.score
            assert set(both.covered) >= set(alone.covered)
            assert any(both.evidence in said for said in (answer, *earlier))
            gained.append(both.score - alone.score)
    assert sum(gained) / len(gained) > 8
