"""The very words of a reference tell a little more than the same in others."""

from __future__ import annotations

import pytest

from interviewers.engines.builtin.expected.matching import Sentence, prepare
from interviewers.engines.builtin.expected.very_words import wording_of
from interviewers.engines.builtin.judging.lexical import judge
from interviewers.engines.builtin.reading.text import segment_of
from interviewers.engines.builtin.stories.themes import asks_for_story

QUESTION = {"en": "Why is an index useful?", "zh": "索引有什么用？"}
REFERENCE = {
    "en": "The database finds matching rows quickly without scanning every page of the table.",
    "zh": "数据库可以很快找到匹配的行，不必扫描整张表的每一页。",
}
IN_ITS_WORDS = {
    "en": "It finds matching rows quickly.",
    "zh": "很快找到匹配的行。",
}
IN_KIN = {
    "en": "It is for finding a matched row quick.",
    "zh": "找行找得快，能匹上。",
}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_very_words_are_worth_a_little_more(language: str) -> None:
    exact, kin = (
        judge(
            question=QUESTION[language],
            references=(REFERENCE[language],),
            answer=answer[language],
            language=language,
        ).score
        for answer in (IN_ITS_WORDS, IN_KIN)
    )
    assert kin >= 47.0
    assert exact > kin


@pytest.mark.parametrize(
    ("question", "story"),
    [
        ("Briefly describe the divide-and-conquer paradigm.", False),
        ("Please describe a deadlock in your own words.", False),
        ("Describe a time you missed a deadline.", True),
        ("Describe the hardest bug that you fixed.", True),
    ],
)
def test_describing_a_thing_is_no_story(question: str, story: bool) -> None:
    assert asks_for_story(question) is story


DENYING = {
    "en": (
        "When is a cached page stale?",
        "The copy was stored before the last edit and nobody purged it, so readers do not see the edit.",
        (
            "The copy was stored before the last edit, so readers see the edit.",
            "The copy was stored before the last edit, so readers don't see the edit.",
        ),
    ),
    "zh": (
        "缓存的页面什么时候算陈旧？",
        "副本在最后一次修改以前存下，读者看不到修改。",
        (
            "副本在最后一次修改以前存下，读者看到修改。",
            "副本在最后一次修改以前存下，读者看不到修改。",
        ),
    ),
}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_that_a_reference_denies_something_is_a_part_of_it(language: str) -> None:
    question, reference, answers = DENYING[language]
    prepared = prepare(question, reference)
    shares = []
    for answer in answers:
        segment = segment_of(answer)
        shares.append(wording_of(prepared, question, [Sentence(segment, 1.0, segment)]))
    affirmed, denied = shares
    assert affirmed is not None
    assert denied is not None
    assert denied > affirmed
