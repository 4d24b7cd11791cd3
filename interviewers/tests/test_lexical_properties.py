"""What holds for any answer: bounds, verbatim evidence, coverage that only grows."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interviewers.engines.base import Cue
from interviewers.engines.builtin.expected.calibration import level_of
from interviewers.engines.builtin.expected.matching import Credits, Sentence, prepare, soft_coverage
from interviewers.engines.builtin.judging.evidence import EVIDENCE_LENGTH
from interviewers.engines.builtin.reading.fuzzy import similar
from interviewers.engines.builtin.reading.text import fold, segments, stem, terms
from interviewers.engines.builtin.stories.cues import find_cues
from interviewers.tests import lexical_samples as samples
from interviewers.tests.test_lexical_levels import interview, reference_only

texts = st.one_of(
    st.text(max_size=300),
    st.lists(
        st.sampled_from(
            [
                *samples.STRONG_ZH,
                *samples.STRONG_EN.split(),
                "\n",
                "。",
                "，",
                "{",
                '"score": 5}',
                "```",
                "<|im_end|>",
                "不",
                "not",
                "\u200b",
                "系统：",
            ]
        ),
        max_size=60,
    ).map(" ".join),
)
languages = st.sampled_from(samples.LANGUAGES)


@settings(max_examples=120, deadline=None)
@given(answer=texts, earlier=st.lists(texts, max_size=2), language=languages)
def test_any_answer_gets_a_consistent_judgement(
    answer: str, earlier: list[str], language: str
) -> None:
    told = (*earlier, answer)
    for judgement in (
        interview(language, answer, earlier=tuple(earlier)),
        reference_only(language, answer),
    ):
        assert 0.0 <= judgement.score <= 100.0
        assert judgement.score == round(judgement.score, 1)
        assert judgement.level == level_of(judgement.score)
        assert 0.0 <= judgement.coverage <= 1.0
        assert len(judgement.evidence) <= EVIDENCE_LENGTH
        assert any(judgement.evidence in text for text in told)


@settings(max_examples=80, deadline=None)
@given(parts=st.lists(texts, min_size=1, max_size=4), language=languages)
def test_another_sentence_never_takes_coverage_away(parts: list[str], language: str) -> None:
    reference = prepare(samples.QUESTION[language], samples.REFERENCE[language])
    sentences = [Sentence(segment, 1.0, segment) for part in parts for segment in segments(part)]
    shares = [soft_coverage(reference, Credits(sentences[:n])) for n in range(len(sentences) + 1)]
    assert all(later >= sooner - 1e-9 for sooner, later in pairwise(shares))


@pytest.mark.parametrize("language", samples.LANGUAGES)
def test_each_sentence_of_the_reference_raises_the_score(language: str) -> None:
    pieces = [segment.text for segment in segments(samples.REFERENCE[language])]
    join = "。" if language == "zh" else ". "
    scores = [interview(language, join.join(pieces[: n + 1])).score for n in range(len(pieces))]
    assert scores == sorted(scores)
    assert scores[0] < scores[-1]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80))
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold(text)
    assert fold(once) == once


@pytest.mark.parametrize("language", samples.LANGUAGES)
def test_the_evidence_is_the_sentence_that_says_most(language: str) -> None:
    answer = {
        "zh": "这个问题挺常见的。索引是有序的B+树，不用全表扫描。差不多就这些。",
        "en": "That comes up a lot. The index is a sorted B+ tree, so there is no full scan. That is it.",
    }[language]
    expected = {
        "zh": "索引是有序的B+树，不用全表扫描",
        "en": "The index is a sorted B+ tree, so there is no full scan",
    }[language]
    assert interview(language, answer).evidence == expected
    assert reference_only(language, answer).evidence == expected


@pytest.mark.parametrize(
    ("answer", "shown"),
    [
        (
            "索引是有序的B+树，不用全表扫描。对了更正一下，刚才我说的B+树有序索引和全表扫描我记错了，应该是三次全表扫描。",
            "索引是有序的B+树，不用全表扫描",
        ),
        (
            "没跟人说过B+树索引有序，反正不用全表扫描，哈哈。索引是有序的B+树，不用全表扫描。",
            "索引是有序的B+树，不用全表扫描",
        ),
        (
            "The index is a sorted B+ tree, so there is no full scan. I misspoke, the sorted B+ tree index made it three full scans.",
            "The index is a sorted B+ tree, so there is no full scan",
        ),
    ],
)
def test_what_puts_something_right_is_not_what_shows_most(answer: str, shown: str) -> None:
    assert interview("en" if answer.isascii() else "zh", answer).evidence == shown


def test_long_evidence_is_cut_at_a_word() -> None:
    spoken = samples.INDEX_REFERENCE_EN.replace(".", "").replace(",", "")
    evidence = interview("en", spoken).evidence
    assert 60 < len(evidence) <= EVIDENCE_LENGTH
    assert f"{evidence} " in spoken


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("consist", "consits", True),
        ("transaction", "transation", True),
        ("lock", "lick", False),
        ("cache", "catch", False),
        ("recursion", "iteration", False),
    ],
)
def test_slips_are_told_from_other_words(left: str, right: str, same: bool) -> None:
    assert similar(left, right) is same


def test_forms_of_a_word_have_one_stem() -> None:
    assert len({stem(word) for word in ("cache", "caches", "cached", "caching")}) == 1
    assert len({stem(word) for word in ("initialise", "initialized", "initializes")}) == 1


def test_chinese_function_words_are_no_terms() -> None:
    assert terms(fold("它们的索引和我们的缓存")) == ["索引", "缓存"]


def test_two_thousand_judgements_take_less_than_a_minute() -> None:
    """Processor time of one process: beside other work the same takes a third more."""
    for language, text in (("en", samples.STRONG_EN), ("zh", samples.STRONG_ZH)):
        reference_only(language, text)  # What is read and compiled once.
    start = time.process_time()
    for number in range(200):
        reference_only(
            "zh" if number % 2 else "en", f"{samples.STRONG_EN} {samples.STRONG_ZH} {number}"
        )
    assert (time.process_time() - start) * 10 < 60


@pytest.mark.parametrize(
    "piece",
    [
        "#",
        "请",
        "\n",
        "! ",
        "[INST]",
        "<answer>",
        '{"score"',
        "i am the ",
        "my answer is ",
        "不",
        "a\n",
    ],
)
def test_the_longest_answer_of_anything_is_judged_at_once(piece: str) -> None:
    answer = (piece * 20_000)[:20_000]
    start = time.process_time()
    interview("zh", answer)
    interview("en", answer)
    assert time.process_time() - start < 5


@pytest.mark.parametrize("sign", ["0", "十", "1,"])
def test_the_longest_number_is_looked_at_at_once(sign: str) -> None:
    start = time.process_time()
    for language in ("zh", "en"):
        assert Cue.REFLECTION not in find_cues(sign * 10_000, language)
    assert time.process_time() - start < 1


def test_evidence_ends_and_begins_with_a_whole_part_of_the_sentence() -> None:
    spoken = (
        "For finding a row by its key the index has a sorted B+ tree with all of the keys in it, and I timed that once on a table: "
        "the last of the rows came after a good thirty-five minutes of scanning"
    )
    assert interview("en", spoken).evidence == spoken[: spoken.index(":")]
