"""An answer to something else earns little by the points it happens to make."""

from __future__ import annotations

from itertools import pairwise

import pytest

from interviewers.engines.base import AnswerFlag
from interviewers.engines.builtin.expected.breadth import Breadth
from interviewers.engines.builtin.expected.calibration import ON_TOPIC
from interviewers.tests.bank_items import BANK, told

OTHERS = {
    "backend-index-basics": "backend-rate-limits",
    "frontend-closures": "frontend-http-caching",
    "data-scd": "data-kafka-basics",
    "devops-containers": "devops-site-unreachable",
    "product-critique": "product-saying-no",
}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_reference_answers_its_own_question_and_hardly_another(language: str) -> None:
    pairs = {key: other for key, other in OTHERS.items() if {key, other} <= set(BANK)}
    assert len(pairs) >= 3
    good = []
    for key, other in pairs.items():
        item = BANK[other]
        answer = (item.zh if language == "zh" else item.en).reference
        assert told(language, other, answer).level >= 4
        good += [key] if told(language, key, answer).level > 2 else []
    assert len(good) <= 1, good


def test_points_are_worth_more_the_more_of_them_and_the_more_an_answer_is_about_it() -> None:
    shares = [share / 10 for share in range(11)]
    for bearing in shares:
        row = [Breadth(0.0, bearing).about(made) for made in shares]
        assert all(left <= right for left, right in pairwise(row))
        assert 0.0 < row[0] <= row[-1] == 1.0
    assert all(Breadth(0.0, 1.0).about(made) == 1.0 for made in shares)


def test_who_answers_in_another_language_is_not_taken_for_somebody_who_answers_something_else() -> (
    None
):
    answer = BANK["backend-cache-aside"].en.reference
    judged = told("zh", "backend-cache-aside", answer)
    assert AnswerFlag.OFF_TOPIC not in judged.flags
    assert judged.score >= ON_TOPIC
