"""Keeping judgements: evidence is checked, ranges are held, nothing is kept twice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from feedback import services
from feedback.models import Assessment
from interviewers.engines.base import AnswerAssessment, AnswerFlag
from interviewers.selectors import spec_from_data
from interviewers.texts import texts
from interviews.models import Interview, PlannedQuestion
from interviews.services import post_message
from interviews.tests.support import create

pytestmark = pytest.mark.django_db

RESULT = AnswerAssessment(
    level=4,
    score=78.26,
    evidence="先看慢查询日志",
    reason="讲到了要点。",
    covered=(),
    missing=(),
    flags=(AnswerFlag.FILLER,),
)


def keep(
    interview: Interview, result: AnswerAssessment, text: str = "我先看慢查询日志。"
) -> Assessment:
    key = post_message(interview_id=interview.pk, content=text, sender_type="user").row.id
    planned = PlannedQuestion.objects.get(interview=interview, state="open")
    judgement = services.made(
        interview_id=interview.pk,
        planned_id=planned.pk,
        answer_id=key,
        interviewer_id="technical",
        spec=spec_from_data(planned.spec),
        rubric=texts().rubric(planned.competency, "zh"),
        engine="builtin",
        result=result,
        texts={key: text},
    )
    return services.keep(judgement)


def test_a_judgement_is_kept_with_the_rubrics_words() -> None:
    interview = create()
    kept = keep(interview, RESULT)
    assert (kept.level, kept.score, kept.engine, kept.rubric_version) == (4, 78.3, "builtin", 1)
    assert kept.anchor == texts().rubric(kept.competency, "zh").anchors[3]
    assert kept.evidence == "先看慢查询日志"
    assert kept.evidence_message_id == kept.answer_id
    assert kept.flags == ["filler"]


def test_a_judgement_names_the_prompt_and_the_gradings_it_was_made_with() -> None:
    kept = keep(create(), replace(RESULT, prompt="assess-0123456789ab", gradings=(4, 9, 3)))
    kept.refresh_from_db()
    assert kept.prompt == "assess-0123456789ab"
    assert kept.gradings == [4, 5, 3]
    plain = keep(create(), RESULT)
    assert (plain.prompt, plain.gradings) == ("", [])


def test_evidence_that_nobody_said_is_dropped() -> None:
    kept = keep(create(), replace(RESULT, evidence="我主导了整个项目"))
    assert kept.evidence == ""
    assert kept.evidence_message_id is None


def test_an_engine_that_leaves_the_scale_is_held() -> None:
    high = keep(create(), replace(RESULT, level=9, score=140))
    low = keep(create(), replace(RESULT, level=-1, score=-3))
    assert (high.level, high.score) == (5, 100)
    assert (low.level, low.score) == (1, 0)


def test_points_nobody_planned_are_dropped() -> None:
    interview = create()
    planned = PlannedQuestion.objects.get(interview=interview, state="open")
    point = planned.spec["points"][0]
    kept = keep(
        interview, replace(RESULT, covered=(point["key"], "invented"), missing=("made-up",))
    )
    assert kept.covered == [{"key": point["key"], "text": point["text"]}]
    assert kept.missing == []


def test_the_same_answer_is_judged_once() -> None:
    interview = create()
    first = keep(interview, RESULT)
    planned = PlannedQuestion.objects.get(interview=interview, state="open")
    judgement = services.made(
        interview_id=interview.pk,
        planned_id=planned.pk,
        answer_id=first.answer_id,
        interviewer_id="technical",
        spec=spec_from_data(planned.spec),
        rubric=texts().rubric(planned.competency, "zh"),
        engine="builtin",
        result=replace(RESULT, level=1, score=0),
        texts={first.answer_id: "我先看慢查询日志。"},
    )
    again = services.keep(judgement)
    assert again.pk == first.pk
    assert again.level == 4


def test_what_was_taken_back_later_on_is_no_longer_quoted() -> None:
    told = "我先看慢查询日志，量了三天。再给查询的列建索引。"
    kept = keep(create(), replace(RESULT, evidence="我先看慢查询日志，量了三天"), told)
    spec = replace(
        spec_from_data(kept.planned.spec), text="查询很慢怎么办？", points=(), reference=told
    )
    texts_ = {kept.answer_id: told}
    for stands, quote in (
        ([told], "我先看慢查询日志，量了三天"),
        ([told[14:]], "再给查询的列建索引"),
    ):
        services.renew_evidence(kept, spec, "zh", texts=texts_, stands=stands)
        kept.refresh_from_db()
        assert (kept.evidence, kept.evidence_message_id) == (quote, kept.answer_id)
