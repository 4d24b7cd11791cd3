"""How likely a sentence makes a point: more signs make it likelier, and so do the other points."""

from __future__ import annotations

from interviewers.engines.base import Cue, ScoringPoint
from interviewers.engines.builtin.expected.likelihood import likelihoods, signs_of
from interviewers.engines.builtin.expected.matching import Sentence
from interviewers.engines.builtin.expected.points import MADE, by_words, prepare_point
from interviewers.engines.builtin.reading.text import segment_of

QUESTION = "Why does a query become slow when a table grows?"
FILLING = tuple(f"{word} shards" for word in "abcdefghijklmnop")
INDEX = ScoringPoint(
    "index", "an index avoids reading the table", ("index the column", "without an index", *FILLING)
)
PLAN = ScoringPoint(
    "plan", "the plan tells what is read", ("read the plan", "explain shows", *FILLING)
)
BRIEF = ScoringPoint("brief", "statistics are stale", ("analyze the table",))
STORY = ScoringPoint("result", "a result that was measured", ("index the column",), Cue.RESULT)


def heard(points: tuple[ScoringPoint, ...], *texts: str) -> list[list[float]]:
    prepared = [prepare_point(point, QUESTION) for point in points]
    sentences = [Sentence(segment_of(text), 1.0, segment_of(text)) for text in texts]
    return likelihoods(prepared, sentences)


def test_what_says_more_wordings_and_words_of_a_point_makes_it_likelier() -> None:
    points = (INDEX, PLAN)
    nothing, one, two = (
        heard(points, text)[0][0]
        for text in (
            "We were on holiday.",
            "I would index the column.",
            "Without an index it reads the whole table, so I would index the column.",
        )
    )
    assert nothing < 0.1 < one < two <= 1.0


def test_who_makes_the_others_has_hardly_hit_upon_a_point_by_chance() -> None:
    points = (INDEX, PLAN)
    said = "I would index the column."
    alone = heard(points, said)[0][0]
    beside = heard(points, said, "I read the plan first, the plan tells what is read.")[0][0]
    assert beside > alone


def test_a_point_with_few_wordings_is_made_by_one_of_them() -> None:
    said = "Then I analyze the table."
    segment = segment_of(said)
    rule = by_words(prepare_point(BRIEF, QUESTION), segment, segment)
    likely = heard((INDEX, BRIEF), said)[0][1]
    assert rule >= MADE
    assert MADE <= likely <= rule


def test_of_stories_wordings_decide() -> None:
    said = "So I would index the column."
    segment = segment_of(said)
    points = (INDEX, STORY)
    expected = [by_words(prepare_point(p, QUESTION), segment, segment) for p in points]
    assert heard(points, said) == [expected]


def test_a_word_that_is_told_of_several_points_tells_less_of_each() -> None:
    segment = segment_of("It is about shards of the column.")
    sentence = Sentence(segment, 1.0, segment)
    (both,) = signs_of([prepare_point(p, QUESTION) for p in (INDEX, PLAN)], [sentence])
    (one,) = signs_of([prepare_point(INDEX, QUESTION)], [sentence])
    assert 0.0 < both[0].told < one[0].told


def test_a_single_word_tells_nothing_where_no_wording_is_said() -> None:
    segment = segment_of("The avoiding mode is off.")
    point = prepare_point(INDEX, QUESTION)
    assert any(term in point.tells for term in segment.terms)
    assert signs_of([point], [Sentence(segment, 1.0, segment)])[0][0].told == 0.0


def test_nothing_said_makes_nothing() -> None:
    assert heard((INDEX, PLAN)) == []
