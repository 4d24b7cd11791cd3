"""A probe asks for what nothing said comes near to, and takes up the candidate's words."""

from __future__ import annotations

import pytest

from interviewers.bank.schema import read_bank
from interviewers.engines.base import QuestionSpec, ScoringPoint
from interviewers.engines.builtin.judging.support import leads_to
from interviewers.engines.builtin.reporting.near_misses import near_misses
from interviewers.engines.builtin.speaking.phrases import PHRASES
from interviewgpt.db import in_db
from interviews.tests.support import create, sit, table, told


def spec_of(topic: str, language: str) -> QuestionSpec:
    item = next(item for item in read_bank() if item.topic == topic)
    half = item.zh if language == "zh" else item.en
    points = tuple(ScoringPoint(p.key, p.text, p.synonyms, p.cue) for p in half.points)
    return QuestionSpec(item.key, "c", 2, half.text, half.reference, points)


def near(topic: str, language: str, key: str, said: str, covered: tuple[str, ...] = ()) -> str:
    spec = spec_of(topic, language)
    missing = [point.key for point in spec.points if point.key not in covered]
    assert key in missing
    return near_misses(spec, [said], missing).get(key, "")


def test_words_come_near_to_a_point_that_nobody_recognised() -> None:
    said = "Never mind the page. They all share the same i."
    assert near("closures", "en", "loop", said) == "They all share the same i"
    assert not near("closures", "en", "memory", said)
    assert near("web-vitals", "zh", "inp", "点了没反应")


def test_words_of_a_point_that_was_made_bring_no_other_near() -> None:
    said = "短的访问令牌加刷新令牌"
    assert near("login-token", "zh", "refresh", said)
    assert not near("login-token", "zh", "revoke", said)
    assert not near("login-token", "zh", "revoke", said, ("refresh",))


def test_a_probe_goes_on_from_words_it_shares() -> None:
    probe = "What if all of them read about the same amount and it's still the only slow one?"
    assert leads_to("One task reads far more than the others, so it is slow", probe)
    assert not leads_to("We changed the partition count", probe)
    assert leads_to("多实例用 Redis 计数", "Redis 挂了怎么办？")


@pytest.mark.django_db(transaction=True)
async def test_a_probe_takes_up_the_candidates_words() -> None:
    interview = await in_db(create, "en", interviewers=["technical"])
    assert (await in_db(table, interview.pk)).spec["topic"] == "rate-limit"
    said = "I usually go with a sliding window, kept in Redis"
    async with sit(interview.pk) as room:
        probe = await told(room, f"{said}.")
        second = await told(room, "Each instance counts by itself and gets a share of the quota.")
    leads = [lead.format(quote=said) for n in ("go_on", "pick_up") for lead in PHRASES["en"][n]]
    assert probe["content"].startswith(tuple(leads))
    assert second["metadata"]["kind"] == "follow_up"
    assert not second["content"].startswith(PHRASES["en"]["again_probe"])
