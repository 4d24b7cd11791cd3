"""Plurals that do more than add to their word are read as the word."""

from __future__ import annotations

import pytest

from interviewers.engines.builtin.reading.stems import stem


@pytest.mark.parametrize(
    ("plural", "singular"),
    [
        ("vertices", "vertex"),
        ("indices", "index"),
        ("matrices", "matrix"),
        ("halves", "half"),
        ("criteria", "criterion"),
        ("analyses", "analysis"),
        ("hypotheses", "hypothesis"),
        ("crises", "crisis"),
        ("axes", "axis"),
    ],
)
def test_irregular_plurals_have_the_stem_of_their_word(plural: str, singular: str) -> None:
    assert stem(plural) == stem(singular)


@pytest.mark.parametrize(
    ("one", "other"),
    [("services", "serv"), ("devices", "devex"), ("basis", "base"), ("nodes", "node")],
)
def test_others_are_left_as_they_were(one: str, other: str) -> None:
    assert (stem(one) == stem(other)) is (one == "nodes")
