"""A point in other words than its wordings is heard where the answer is plainly about the question."""

from __future__ import annotations

import pytest

from interviewers.engines.base import Cue, ScoringPoint
from interviewers.engines.builtin.judging.lexical import judge

QUESTION = (
    "A hundred phones go on sale and a million people come. How do you sell no more than there are?"
)
REFERENCE = (
    "One atomic step takes the last one. Unpaid orders expire and go back. A job compares the stock "
    "with the database at night."
)
POINTS = (
    ScoringPoint("sold", "One atomic step takes the last one", ("atomic decrement",)),
    ScoringPoint("back", "Unpaid reservations are released", ("reservation expires", "give back")),
    ScoringPoint("night", "Stock is compared at night", ("nightly audit", "recount the shelves")),
    ScoringPoint("tale", "An example", (), Cue.EXAMPLE),
)
MADE = "There is an atomic decrement in Redis. A reservation expires after ten minutes."


def covered(answer: str, language: str = "en") -> tuple[str, ...]:
    judged = judge(
        question=QUESTION,
        references=(REFERENCE,),
        answer=answer,
        language=language,
        points=POINTS,
    )
    return judged.covered


def test_a_rare_word_of_a_point_makes_it_beside_most_of_the_others() -> None:
    assert covered(MADE) == ("sold", "back")
    assert covered(f"{MADE} Then somebody walks past the shelves with a list.") == (
        "sold",
        "back",
        "night",
    )


@pytest.mark.parametrize(
    "answer",
    [
        "Then somebody walks past the shelves with a list.",
        "There is an atomic decrement in Redis. Then somebody walks past the shelves with a list.",
    ],
)
def test_it_makes_none_where_few_others_are_made(answer: str) -> None:
    assert "night" not in covered(answer)


@pytest.mark.parametrize(
    "more",
    [
        "Then somebody walks past the fridge with a list.",
        "We do not look at any shelves.",
        "A million people come for the phones on sale.",
        "The last one is taken when the reservation is given back.",
    ],
)
def test_no_other_words_do(more: str) -> None:
    assert covered(f"{MADE} {more}") == ("sold", "back")
