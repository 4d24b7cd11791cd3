"""When a sentence says a synonym of a scoring point, and when it only has a word of it."""

from __future__ import annotations

import pytest

from interviewers.bank.schema import read_bank
from interviewers.engines.base import ScoringPoint
from interviewers.engines.builtin.expected.abbreviations import names_several, other_forms
from interviewers.engines.builtin.expected.points import (
    ONE_SYNONYM,
    by_words,
    prepare_point,
    worded,
)
from interviewers.engines.builtin.expected.synonyms import (
    in_order,
    is_said,
    lookup_of,
    phrase_of,
    view_of,
)
from interviewers.engines.builtin.reading.text import segment_of, segments


def said(synonym: str, sentence: str) -> bool:
    return is_said(phrase_of(synonym), view_of(segment_of(sentence)))


@pytest.mark.parametrize(
    ("synonym", "sentence"),
    [
        ("row by row", "It has to go row by row."),
        ("writes get slower", "Every write also gets a bit slower then."),
        ("the leader", "Only one leader may answer."),
        ("more memory", "It needs more of the memory."),
        ("not publish", "We did not even publish it."),
        ("talked to them", "I talked to her."),
        ("扫全表", "那就得扫一遍全表。"),
        ("被切掉", "中间的几句会给切掉。"),
        ("信息太多", "信息也太多了，看不过来。"),
        ("没有事实", "因为没有什么事实可讲。"),
        ("请他复述", "最后请她复述。"),
        ("redis 挂了", "万一 Redis 突然挂了呢。"),
    ],
)
def test_it_is_said_in_its_words_or_loosely(synonym: str, sentence: str) -> None:
    assert said(synonym, sentence)


@pytest.mark.parametrize(
    ("synonym", "sentence"),
    [
        ("more memory", "Memory is cheap."),
        ("at that time", "It takes time."),
        ("i changed", "Everything changed."),
        ("theme", "I gave it to them."),
        ("not publish", "We publish at night."),
        ("加在一起", "我们一起吃饭。"),
        ("信息太多", "信息在里面。"),
        ("没有事实", "事实摆在那里。"),
        ("比较距离", "距离有三公里。"),
        ("是我没有", "我基本没有失败过。"),
        ("redis 挂了", "我们用 Redis。"),
        ("样本量", "我只看了一个样本，质量还行。"),
        ("代码库", "应用代码、数据库都不归我管。"),
        ("不同意", "这不是同一个意思。"),
        ("👍", "Never used tests."),
        ("……", "不需要缓存。"),
    ],
)
def test_a_word_of_it_is_not_enough(synonym: str, sentence: str) -> None:
    assert not said(synonym, sentence)


def test_what_is_said_over_and_over_takes_no_longer_for_it() -> None:
    """Every place is looked at once: the second answer is four times as long, its search as well."""
    looked = []

    class Word(str):
        def __eq__(self, other: object) -> bool:
            looked.append(other)
            return str.__eq__(self, other)

        __hash__ = str.__hash__

    told = ("每", "步", "都")
    for length in (500, 2_000):
        looked.clear()
        assert not in_order(told, tuple(map(Word, "每步" * length)))
        assert len(looked) < 20 * length


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_synonym_is_missed_by_its_marks(language: str) -> None:
    told = 0
    for item in read_bank():
        half = getattr(item, language)
        views = [view_of(segment) for segment in segments(half.reference)]
        for text in (text for point in half.points for text in point.synonyms):
            phrase = phrase_of(text)
            for view in (view for view in views if is_said(phrase, view)):
                told += 1
                assert not view.marks.isdisjoint(lookup_of((text,)).by_mark), phrase
    assert told > 1000, told


@pytest.mark.parametrize(
    ("names", "sentence"),
    [
        (("ltv", "获客成本"), "看的是 CLV"),
        (("生命周期价值",), "看 customer lifetime value"),
        (("rto",), "先定恢复时间目标"),
        (("lifetime value",), "CLTV against what we pay"),
        (("slo",), "Alert on the service level objective"),
        (("dead letter queue",), "Park it in the DLQ"),
    ],
)
def test_what_an_abbreviation_stands_for_is_the_same_name(
    names: tuple[str, ...], sentence: str
) -> None:
    point = prepare_point(ScoringPoint("k", "x", names), "Why?")
    assert by_words(point, segment_of(sentence)) >= ONE_SYNONYM
    other = prepare_point(ScoringPoint("k", "x", ("churn",)), "Why?")
    twice = segment_of(f"{names[0]}, {sentence}")
    assert worded(point, twice, most=9)[0] == ONE_SYNONYM  # one thing, however often it is named
    assert not by_words(other, segment_of(sentence))


def test_an_abbreviation_tells_as_much_as_what_it_stands_for() -> None:
    for names in (
        ("cac",),
        ("acquisition cost",),
        ("arpu",),
        ("average revenue per user",),
        ("dau",),
    ):
        point = prepare_point(ScoringPoint("k", "x", names), "Why?")
        for other in other_forms(names):
            said = worded(point, segment_of(other), most=9)
            assert said == worded(point, segment_of(names[0]), most=9), (names, other)
        assert not by_words(point, segment_of("今日活动结束"))


def test_two_things_that_are_named_in_any_form() -> None:
    for said in ("LTV/CAC大于3才健康。", "用户终身价值比 CAC", "CLV over acquisition cost"):
        assert names_several(("ltv", "获客成本", "cac", "毛利"), said), said
    for said in ("看LTV", "获客成本和cac", "毛利和ltv", "the valley"):
        assert not names_several(("ltv", "获客成本", "cac", "毛利"), said), said
