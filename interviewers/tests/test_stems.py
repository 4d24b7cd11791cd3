"""Plurals that do more than add to their word are read as the word."""

from __future__ import annotations

import pytest

from interviewers.engines.builtin.reading.stems import stem
from interviewers.engines.builtin.reading.text import fold, terms


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


@pytest.mark.parametrize(
    ("text", "of_tree"),
    [
        ("Leaves have nothing below them", True),
        ("walk from the root to the leaves", True),
        ("a tree with five nodes, leaves included", True),
        ("when a colleague leaves the company", False),
        ("It leaves me time", False),
    ],
)
def test_leaves_are_those_of_a_tree_unless_somebody_leaves(text: str, of_tree: bool) -> None:
    assert ("leaf" in terms(fold(text))) is of_tree
    assert ("quit" in terms(fold(text))) is not of_tree
