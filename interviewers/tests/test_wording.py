"""What the built-in interviewers say around the bank's questions."""

from __future__ import annotations

import re
import string
from dataclasses import replace
from itertools import pairwise

import pytest

from interviewers.bank.schema import read_bank
from interviewers.engines.base import (
    Aside,
    Brief,
    Check,
    Cue,
    EngineError,
    FollowUp,
    MessageKind,
    ScoringPoint,
)
from interviewers.engines.builtin.speaking.nudges import probe_hints
from interviewers.engines.builtin.speaking.phrases import PHRASES
from interviewers.engines.builtin.speaking.plainly import MEANINGS, apart, meaning
from interviewers.engines.builtin.speaking.wording import pieces, render
from interviewers.tests.samples import brief
from interviewers.tests.spoken import QUESTION, SPEC, ZHANG


def test_both_languages_have_the_same_phrases_with_the_same_places() -> None:
    assert set(PHRASES["zh"]) == set(PHRASES["en"])
    for name in PHRASES["zh"]:
        places = [
            {field for _, field, _, _ in string.Formatter().parse(text) if field}
            for language in ("zh", "en")
            for text in PHRASES[language][name]
        ]
        if name != "greeting_memo":
            assert all(place == places[0] for place in places), name


def test_the_same_brief_gives_the_same_words_and_variation_changes_them() -> None:
    greeting = replace(QUESTION, kind=MessageKind.GREETING)
    assert render(greeting) == render(greeting)
    texts = {render(replace(greeting, variation=n)) for n in range(6)}
    assert len(texts) == len(PHRASES["zh"]["greeting"])


def test_the_question_is_spoken_as_planned() -> None:
    for standing in range(6):
        assert render(replace(QUESTION, standing=standing)).endswith(SPEC.text)


def test_what_leads_to_a_question_is_named() -> None:
    resume = render(replace(QUESTION, mention="Redis", mention_from="resume"))
    assert "简历" in resume
    assert "Redis" in resume
    job = render(replace(QUESTION, mention="Kafka", mention_from="job"))
    assert "岗位" in job
    assert "Kafka" in job


def test_a_follow_up_takes_up_what_was_said() -> None:
    brief = replace(QUESTION, kind=MessageKind.FOLLOW_UP, follow_up=SPEC.follow_ups[0])
    assert render(brief).endswith("突发流量怎么办？")
    assert "固定窗口" in render(replace(brief, quote="固定窗口"))
    assert "「先做『优惠券』页」" in render(replace(brief, quote="先做「优惠券」页"))


def test_what_may_have_been_told_is_asked_for_without_a_claim_that_it_was_not() -> None:
    brief = replace(QUESTION, kind=MessageKind.FOLLOW_UP, follow_up=SPEC.follow_ups[0], told=True)
    for language, again in (
        ("zh", "不用重复|说过的|讲过的|不必再讲|没讲到"),
        ("en", "no need to|leave out|skip|not told|left out"),
    ):
        for variation in range(12):
            spoken = replace(brief, language=language, variation=variation)
            assert not re.search(again, render(spoken))
            assert re.search(again, render(replace(spoken, quote="p95 fell by half")))
    assert "「p95 fell by half」" in render(replace(brief, quote="p95 fell by half"))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_question_is_not_always_led_up_to(language: str) -> None:
    words = {n: tuple(w.strip() for w in PHRASES[language][n]) for n in ("strong", "fair", "weak")}
    stock = words["strong"] + words["fair"] + words["weak"]
    said: list[str] = ["…"]
    brief = replace(QUESTION, language=language, standing=3)
    for variation in range(24):
        said.append(render(replace(brief, variation=variation, said=tuple(said))))
    led = [line.startswith(stock) for line in said]
    assert not any(one and following for one, following in pairwise(led))
    assert 4 < sum(led) < 14
    for quote, name in (
        ("p95 fell to 90 ms", "tie_figure"),
        ("we agreed that it comes by the 30th", "tie"),
        ("it went from me swearing to a line of code", "tie"),
        ("it went from five a week to none", "tie_figure"),
        ("we missed it", "tie_setback"),
        ("we chose A", "tie"),
    ):
        spoken = render(replace(brief, quote=quote))
        assert quote in spoken
        assert spoken.startswith(
            tuple(w.format(quote=quote).strip() for w in PHRASES[language][name])
        )


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("standing", [1, 3, 5])
def test_no_answer_is_asked_on_without_a_word_to_it(language: str, standing: int) -> None:
    probe = SPEC.follow_ups[0]
    brief = replace(QUESTION, kind=MessageKind.FOLLOW_UP, follow_up=probe, language=language)
    said: list[str] = ["…"]
    for variation in range(12):
        spoken = replace(brief, standing=standing, variation=variation, said=tuple(said))
        said.append(render(spoken))
    leads = [line.removesuffix(probe.text) for line in said[1:]]
    assert all(leads)
    assert all(one != following for one, following in pairwise(leads))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_who_puts_something_right_is_told_so_once(language: str) -> None:
    stock = [w.strip() for n in ("strong", "fair", "weak", "next") for w in PHRASES[language][n]]
    for variation in range(6):
        brief = replace(QUESTION, language=language, variation=variation, standing=3)
        text = render(replace(brief, corrected=True))
        assert text.startswith(tuple(w.strip() for w in PHRASES[language]["corrected"]))
        assert not any(word in text for word in stock)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("quote", ["I wrote it", ""])
def test_who_asks_about_the_same_project_does_not_promise_another_subject(
    language: str, quote: str
) -> None:
    asked = replace(QUESTION, kind=MessageKind.GREETING, language=language, colleague=ZHANG)
    for variation in range(6):
        brief = replace(asked, about="Practice", established=quote, variation=variation)
        other = "不重复|不用再|别的|别处|换个|other|again|another"
        spoken = render(replace(brief, question=replace(SPEC, subject="Recipe Box")))
        assert not re.search(other, spoken)
        assert quote in spoken


@pytest.mark.parametrize("language", ["zh", "en"])
def test_after_a_question_of_theirs_the_floor_goes_back_to_them(language: str) -> None:
    asked = {"zh": "团队有多少人？", "en": "How many people are on the team?"}[language]
    brief = replace(QUESTION, kind=MessageKind.FOLLOW_UP, language=language, standing=3)
    brief = replace(brief, follow_up=SPEC.follow_ups[0], asked_back=True, questions=asked)
    lead = render(brief).removesuffix(SPEC.follow_ups[0].text)
    assert lead.rstrip().endswith(tuple(w.strip() for w in PHRASES[language]["back_to_you"]))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_who_had_told_it_is_told_so_once_before_the_floor_passes(language: str) -> None:
    brief = replace(QUESTION, kind=MessageKind.HANDOVER, language=language, colleague=ZHANG)
    text = render(replace(brief, quote="we chose A", check=Check.TOLD, standing=3))
    assert text.startswith(tuple(w.strip() for w in PHRASES[language]["check_told"]))
    assert "we chose A" not in text
    assert "we chose A" in render(replace(brief, quote="we chose A", standing=3))


def test_a_poor_answer_is_helped_on_to_a_case() -> None:
    brief = replace(QUESTION, kind=MessageKind.FOLLOW_UP, follow_up=SPEC.follow_ups[0], standing=1)
    text = render(replace(brief, scant=True))
    assert text.startswith(tuple(PHRASES["zh"]["scant"]))
    assert text.endswith(SPEC.follow_ups[0].text)


def test_hints_climb_and_end() -> None:
    brief = replace(QUESTION, kind=MessageKind.HINT)
    assert "想想突发。" in render(brief)
    assert "攒下来的额度" in render(replace(brief, hint_step=1))
    last = render(replace(brief, hint_step=2))
    assert last
    assert "想想" not in last.replace("想到", "")


def test_a_hint_on_a_probe_gives_neither_the_answer_nor_the_questions_hints() -> None:
    """Of the whole bank: no hint on a probe has one of the names of what is probed."""
    seen = 0
    for item in read_bank():
        for language, half in (("zh", item.zh), ("en", item.en)):
            spec = replace(
                SPEC,
                points=tuple(ScoringPoint(p.key, p.text, p.synonyms, p.cue) for p in half.points),
            )
            for probe in half.follow_ups:
                hints = probe_hints(language, spec, FollowUp(probe.point, probe.text))
                assert len(set(hints)) == 2
                assert not set(hints) & set(half.hints)
                point = next(p for p in spec.points if p.key == probe.point)
                if point.cue is None:
                    told = " ".join(hints).casefold()
                    names = [
                        n
                        for n in point.synonyms
                        if len(n) > 3 and re.search(rf"\b{re.escape(n.casefold())}\b", told)
                    ]
                    assert not names, (item.key, probe.text, names)
                seen += 1
    assert seen > 2000


def test_a_probe_is_put_more_simply_and_not_only_again() -> None:
    probe = FollowUp("bucket", "平时很闲的客户，偶尔一秒来几十个请求。你的办法能容忍吗？怎么做到？")
    brief = replace(QUESTION, kind=MessageKind.FOLLOW_UP, aside=Aside.EXPLAIN, follow_up=probe)
    said = render(brief)
    assert "我想听的是做法" in said
    assert (
        "情况是：平时很闲的客户，偶尔一秒来几十个请求。先答：你的办法能容忍吗？再答：怎么做到？"
        in said
    )
    english = replace(brief, language="en", follow_up=FollowUp("x", "HTTP/1.1 is slow. Why?"))
    assert "Picture it: HTTP/1.1 is slow. The question: Why? What I am after" in render(english)
    assert render(replace(brief, quote="我用令牌桶")).count("「我用令牌桶」") == 1


def test_a_probe_into_a_story_is_named_and_not_to_be_guessed() -> None:
    cues = (Cue.SITUATION, Cue.ACTION, Cue.RESULT, None)
    points = tuple(ScoringPoint(f"p{n}", f"part {n}", (), cue) for n, cue in enumerate(cues))
    spec = replace(SPEC, points=points)
    probe = FollowUp("p3", "It was slow. How did you find out?")
    brief = replace(QUESTION, kind=MessageKind.FOLLOW_UP, aside=Aside.EXPLAIN, language="en")
    for variation in range(3):
        said = render(replace(brief, question=spec, follow_up=probe, variation=variation))
        assert "part 3" in said
        assert probe.text not in said
        assert "guess" not in said


_TIES = re.compile(r"(?<=[.?] )And (?:then )?")
"""What ties a question to the one before, and falls away where it stands by itself."""
_FRAMES = re.compile(
    "情况是：|要答的是：|先答：|再答：|Picture it: |The question: |First: | Then: "
)


def test_to_put_a_question_apart_loses_no_word_of_the_bank() -> None:
    halves = [
        (spoken, half)
        for item in read_bank()
        for spoken, half in (("zh", item.zh), ("en", item.en))
    ]
    for language, half in halves:
        for text in (half.text, *(probe.text for probe in half.follow_ups)):
            put = apart(language, text)
            if put != text:
                kept = _TIES.sub("", _FRAMES.sub("", put))
                whole = _TIES.sub("", text)
                assert "".join(kept.split()).casefold() == "".join(whole.split()).casefold()


_WITH_THE_QUESTION = (
    Aside.QUERY,
    Aside.COMPANY,
    Aside.TOLD,
    Aside.REMARK,
    Aside.TROUBLE,
    Aside.UNHEARD,
    Aside.PUT_RIGHT,
    Aside.STRAYED,
    Aside.SUPPOSED,
    Aside.MISPLACED,
)


def test_what_was_no_answer_is_met_and_the_question_stays() -> None:
    again = replace(QUESTION, aside=Aside.REPEAT)
    assert render(again).endswith(SPEC.text)
    probe = replace(again, kind=MessageKind.FOLLOW_UP, follow_up=SPEC.follow_ups[0])
    assert render(probe).endswith(SPEC.follow_ups[0].text)
    for variation in range(3):
        plain = render(replace(QUESTION, aside=Aside.EXPLAIN, variation=variation))
        assert SPEC.text in plain
        assert len(plain) > len(SPEC.text) + 10
        for aside in _WITH_THE_QUESTION:
            assert SPEC.text in render(replace(QUESTION, aside=aside, variation=variation))
        asking = {Aside.REPEAT, Aside.EXPLAIN, *_WITH_THE_QUESTION}
        for aside in {*Aside} - asking:
            said = render(replace(QUESTION, aside=aside, variation=variation))
            assert said
            assert SPEC.text not in said
    story = replace(SPEC, points=(ScoringPoint("what", "情况", (), Cue.SITUATION),))
    told = replace(QUESTION, aside=Aside.EXPLAIN, question=story)
    assert any("真实" in render(replace(told, variation=n)) for n in range(12))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_who_asks_again_gets_other_words_then_pieces_and_nothing_twice(language: str) -> None:
    shorter = 0
    items = read_bank()
    for item in items:
        half = item.zh if language == "zh" else item.en
        asked = replace(SPEC, text=half.text, hints=half.hints, points=())
        said = [f"… {half.text}"]
        for aside in (Aside.REPEAT, Aside.EXPLAIN, Aside.REPEAT, Aside.EXPLAIN):
            brief = replace(QUESTION, language=language, aside=aside, question=asked)
            said.append(render(replace(brief, said=tuple(said), variation=len(said))))
        assert len({*said}) == len(said), item.key
        assert not any(re.search(r"\{(?!subject)|  |？？|。。", put) for put in said), item.key
        shorter += half.text not in said[1]
    assert shorter > 0.85 * len(items)


@pytest.mark.parametrize("missed", [True, False])
def test_who_has_not_heard_a_question_hears_the_whole_of_it(missed: bool) -> None:
    asked = replace(SPEC, text="三成的人打不开页面。你怎么查？")
    brief = replace(QUESTION, aside=Aside.REPEAT, question=asked, said=(asked.text,))
    assert (asked.text in render(replace(brief, missed=missed))) is missed


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("another", [True, False])
def test_who_has_another_question_is_asked_for_it(language: str, another: bool) -> None:
    theirs = replace(SPEC, topic="their-questions")
    brief = replace(QUESTION, kind=MessageKind.FOLLOW_UP, language=language, question=theirs)
    brief = replace(brief, follow_up=SPEC.follow_ups[0], asked=True, another=another)
    ways = tuple(way.strip() for way in PHRASES[language]["their_next"])
    assert render(brief).endswith(ways if another else SPEC.follow_ups[0].text)


@pytest.mark.parametrize(
    "kind", [MessageKind.QUESTION, MessageKind.FOLLOW_UP, MessageKind.HANDOVER]
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_correction_is_acknowledged_first(kind: MessageKind, language: str) -> None:
    brief = replace(QUESTION, kind=kind, language=language, follow_up=SPEC.follow_ups[0])
    brief = replace(brief, colleague=QUESTION.speaker, corrected=True)
    assert render(brief).startswith(tuple(PHRASES[language]["corrected"]))


def test_blanks_set_off_what_is_latin_only() -> None:
    for mention, lead in (("分布式事务", "提到分布式事务，"), ("Kafka", "提到 Kafka，")):
        asked = replace(QUESTION, mention=mention, mention_from="job")
        assert lead in render(asked) + render(replace(asked, variation=1)).replace("里有", "里提到")


@pytest.mark.parametrize("kind", [MessageKind.QUESTION, MessageKind.FOLLOW_UP])
def test_a_question_at_the_end_of_an_answer_is_not_passed_over(kind: MessageKind) -> None:
    asked = replace(QUESTION, kind=kind, follow_up=SPEC.follow_ups[0], standing=4, asked_back=True)
    assert "真实的公司" in render(asked)
    assert "真实的公司" not in render(replace(asked, asked_back=False))
    assert "加班" in render(replace(asked, questions="你们这边加班多吗？"))


def test_a_brief_that_lacks_something_is_an_error() -> None:
    for kind in (MessageKind.QUESTION, MessageKind.GREETING, MessageKind.HINT):
        with pytest.raises(EngineError):
            render(Brief(kind, "zh", "后端", ZHANG))
    with pytest.raises(EngineError):
        render(replace(QUESTION, kind=MessageKind.HANDOVER))
    with pytest.raises(EngineError):
        render(replace(QUESTION, kind=MessageKind.FOLLOW_UP))


@pytest.mark.parametrize(
    "text", ["", "好", "你好，我是张工。你会怎么做？", "I see. Version 3.11, then?\nGo on", "……"]
)
def test_the_pieces_joined_are_the_text(text: str) -> None:
    assert "".join(pieces(text)) == text
    assert all(pieces(text))


def test_who_asks_what_the_interviewer_would_do_is_not_told_of_companies() -> None:
    for language, asked in (("zh", "换成您会怎么做？"), ("en", "What would you have done?")):
        said = render(
            brief(MessageKind.QUESTION, language, asked_back=True, questions=asked, standing=3)
        )
        assert said.startswith(tuple(w.strip() for w in PHRASES[language]["asked_opinion"]))


@pytest.mark.parametrize(
    ("language", "text", "closed"),
    [
        ("en", "Did you find that out yourself, or did someone say so?", True),
        ("en", "Looking back, what would you have done differently, or left out?", False),
        ("zh", "这是你自己发现的，还是别人说的？", True),
        ("zh", "后来你是怎么改的，还是没改？", False),
    ],
)
def test_a_probe_that_names_its_two_answers_is_not_explained_by_its_part_of_the_story(
    language: str, text: str, closed: bool
) -> None:
    point = ScoringPoint("insight", "insight", (), Cue.REFLECTION)
    question = replace(SPEC, points=(point,), follow_ups=(FollowUp("insight", text),))
    told = meaning(language, question, question.follow_ups[0])
    assert (told == MEANINGS[language]["either"]) is closed
