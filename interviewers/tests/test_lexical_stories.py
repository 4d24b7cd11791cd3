"""A story earns what it is worth under its own question, and little under another."""

from __future__ import annotations

from functools import lru_cache

import pytest

from interviewers.bank.schema import read_bank
from interviewers.engines.base import ScoringPoint
from interviewers.engines.builtin.lexical import Judgement, judge
from interviewers.engines.builtin.themes import themes_of
from interviewers.tests.stories import STORIES

BANK = {item.key: item for item in read_bank()}
OWN = [(language, key) for language in STORIES for key in STORIES[language]]
OTHERS_AT_LEVEL_3 = 2
"""Of the 132 pairs of a story and another's question in a language: none in English and two in
Chinese reach it, by sharing the words of the theme (helping somebody and being helped)."""


@lru_cache(maxsize=512)
def told(language: str, question: str, story: str) -> Judgement:
    spec = BANK[question].zh if language == "zh" else BANK[question].en
    return judge(
        question=spec.text,
        references=(spec.reference,),
        answer=STORIES[language][story],
        language=language,
        points=tuple(ScoringPoint(p.key, p.text, tuple(p.synonyms), p.cue) for p in spec.points),
    )


@pytest.mark.parametrize(("language", "key"), OWN)
def test_a_story_for_its_own_question_is_level_3_or_more(language: str, key: str) -> None:
    assert told(language, key, key).level >= 3


@pytest.mark.parametrize("language", STORIES)
def test_a_story_for_another_question_stays_below(language: str) -> None:
    others = [
        told(language, question, story)
        for question in STORIES[language]
        for story in STORIES[language]
        if story != question
    ]
    assert max(judged.level for judged in others) <= 3
    assert sum(judged.level == 3 for judged in others) <= OTHERS_AT_LEVEL_3


@pytest.mark.parametrize("language", STORIES)
def test_every_story_fits_its_own_question_best_or_nearly(language: str) -> None:
    for story in STORIES[language]:
        own = told(language, story, story).score
        scores = [told(language, question, story).score for question in STORIES[language]]
        assert sum(score > own for score in scores) <= 1, story


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_reference_story_is_never_taken_for_a_stray_one(language: str) -> None:
    for item in BANK.values():
        spec = item.zh if language == "zh" else item.en
        if item.stage != "behavioral":
            continue
        points = tuple(ScoringPoint(p.key, p.text, tuple(p.synonyms), p.cue) for p in spec.points)
        judged = judge(
            question=spec.text,
            references=(spec.reference,),
            answer=spec.reference,
            language=language,
            points=points,
        )
        assert judged.level >= 4, item.key


@pytest.mark.parametrize(
    "question",
    [
        "How does a database handle conflicting transactions?",
        "What would you like to learn here?",
        "数据库怎样处理事务冲突？",
        "你为什么想来我们公司？",
    ],
)
def test_only_a_question_for_a_story_has_a_theme(question: str) -> None:
    assert themes_of(question) == ()
