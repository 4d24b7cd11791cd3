"""A probe asks for what nothing said comes near to; where all is near, it goes on from the words."""

from __future__ import annotations

import pytest

from interviewers.bank.schema import read_bank
from interviewers.engines.base import QuestionSpec, ScoringPoint
from interviewers.engines.builtin.phrases import PHRASES
from interviewers.engines.builtin.support import nearest
from interviewgpt.db import in_db
from interviews.tests.support import create, sit, table, told


def spec_of(topic: str, language: str) -> QuestionSpec:
    item = next(item for item in read_bank() if item.topic == topic)
    half = item.zh if language == "zh" else item.en
    points = tuple(ScoringPoint(p.key, p.text, p.synonyms, p.cue) for p in half.points)
    return QuestionSpec(item.key, "c", 2, half.text, half.reference, points)


def near(topic: str, language: str, key: str, said: str, covered: tuple[str, ...] = ()) -> str:
    spec = spec_of(topic, language)
    point = next(point for point in spec.points if point.key == key)
    return nearest(said, point, spec, covered)


def test_words_come_near_to_a_point_that_nobody_recognised() -> None:
    said = "Never mind the page. They all share the same i."
    assert near("closures", "en", "loop", said) == "They all share the same i"
    assert not near("closures", "en", "memory", said)
    assert near("web-vitals", "zh", "inp", "点了没反应")


def test_words_of_a_point_that_was_made_bring_no_other_near() -> None:
    said = "短的访问令牌加刷新令牌"
    assert near("login-token", "zh", "revoke", said)
    assert not near("login-token", "zh", "revoke", said, ("refresh",))


@pytest.mark.django_db(transaction=True)
async def test_a_probe_goes_on_from_what_comes_near_to_it() -> None:
    interview = await in_db(create, "en", interviewers=["technical"])
    assert (await in_db(table, interview.pk)).spec["topic"] == "rate-limit"
    said = "I usually go with a sliding window, kept in Redis"
    async with sit(interview.pk) as room:
        probe = await told(room, f"{said}.")
    leads = [lead.format(quote=said) for lead in PHRASES["en"]["go_on"]]
    assert probe["content"].startswith(tuple(leads))
