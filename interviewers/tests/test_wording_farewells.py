"""What the built-in interviewers say when the floor passes on and when the interview ends."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from interviewers.engines.base import Brief, FollowUp, MessageKind
from interviewers.engines.builtin.speaking.phrases import PHRASES
from interviewers.engines.builtin.speaking.wording import render
from interviewers.tests.spoken import LIN, QUESTION, SPEC, ZHANG


def test_every_wording_of_an_early_end_says_that_only_what_was_covered_counts() -> None:
    for language, word in (("zh", "反馈"), ("en", "feedback")):
        for variation in range(2):
            ended = replace(
                QUESTION,
                kind=MessageKind.CLOSING,
                language=language,
                ended=True,
                skipped=True,
                variation=variation,
            )
            assert word in render(ended)


def test_a_handover_names_the_colleague_and_the_greeting_who_speaks() -> None:
    handover = replace(QUESTION, kind=MessageKind.HANDOVER, colleague=LIN)
    assert "行为面试官林老师" in render(handover)
    assert "「四秒降到半秒」" in render(replace(handover, quote="四秒降到半秒"))
    greeting = Brief(
        MessageKind.GREETING,
        "zh",
        "后端",
        LIN,
        colleague=ZHANG,
        question=SPEC,
        established="令牌桶",
        about="方案设计",
    )
    texts = {render(replace(greeting, variation=variation)) for variation in range(20)}
    assert len(texts) == len(PHRASES["zh"]["greeting_memo"])
    for text in texts:
        assert re.match("你好，我是(?:林老师，行为面试官|行为面试官林老师)[。，]", text)
        assert {"「令牌桶」", "张工"} <= set(re.findall("「令牌桶」|张工", text))
    without = render(replace(greeting, established=""))
    assert "方案设计" in without
    assert "「" not in without
    assert "方案" not in render(replace(greeting, established="", about=""))


@pytest.mark.parametrize(("language", "marks"), [("zh", "「」"), ("en", "“”")])
def test_a_closing_thanks_and_looks_back_on_one_thing(language: str, marks: str) -> None:
    closing = replace(QUESTION, kind=MessageKind.CLOSING, language=language, question=None)
    told = replace(closing, established="p95 fell by half", about="Ownership and results")
    for brief in (closing, told, replace(told, established=""), replace(told, ended=True)):
        texts = [render(replace(brief, variation=variation)) for variation in range(30)]
        assert len(set(texts)) > 8
        for text in texts:
            assert re.search("谢谢|[Tt]hank", text)
            assert (marks[0] in text) == bool(brief.established)
            assert ("wnership and results" in text) == bool(brief.about and not brief.established)
            assert not re.search("录用|通过|offer|hire|pass", text)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_last_answer_is_met_before_the_floor_passes_or_the_end(language: str) -> None:
    closing = replace(QUESTION, kind=MessageKind.CLOSING, language=language, question=SPEC)
    handover = replace(closing, kind=MessageKind.HANDOVER, colleague=LIN, question=None)
    for brief in (closing, handover):
        assert render(replace(brief, gave_up=True)).startswith(
            tuple(PHRASES[language]["gave_up_last"])
        )
        assert render(replace(brief, skipped=True)).startswith(
            tuple(PHRASES[language]["skipped_last"])
        )
        assert not render(brief).startswith(tuple(PHRASES[language]["gave_up_last"]))
    theirs = replace(closing, question=replace(SPEC, topic="their-questions"))
    assert render(theirs).startswith(tuple(PHRASES[language]["their_none"]))
    before = replace(theirs, said=(PHRASES[language]["their_practice"][0] + "…",))
    assert not render(before).startswith(tuple(PHRASES[language]["their_none"]))


@pytest.mark.parametrize(
    ("language", "asked", "reply"),
    [
        (
            "zh",
            "头三个月希望我先做好哪件事？加班多吗？",
            "(?:直属负责人|算做得好).*(?:作息|忙不忙)",
        ),
        ("en", "What would count as success after six months?", "direct manager|doing well"),
        ("en", "Is there a dog in the office?", "“Is there a dog in the office\\?”"),
    ],
)
def test_own_questions_get_what_they_normally_get(language: str, asked: str, reply: str) -> None:
    theirs = replace(SPEC, topic="their-questions")
    closing = replace(
        QUESTION,
        kind=MessageKind.CLOSING,
        language=language,
        question=theirs,
        asked=True,
        questions=asked,
    )
    text = render(closing)
    assert text.startswith(tuple(PHRASES[language]["their_practice"]))
    assert re.search(reply, text)
    again = render(replace(closing, said=(text,)))
    assert again.startswith((*PHRASES[language]["their_more"], *PHRASES[language]["their_several"]))
    assert re.search(reply, again)


@pytest.mark.parametrize(
    ("language", "probe", "said", "quoted"),
    [
        ("zh", "如果你明天就来上班，最想先弄清楚什么？", "先弄清哪些客户最难伺候。", "哪些客户最难伺候"),
        ("en", "If you were to start tomorrow, what would you want to know first?", "Which shops complain most. And I'd ride along.", "“Which shops complain most"),
    ],
)  # fmt: skip
def test_what_somebody_would_want_to_know_is_no_question_to_the_panel(
    language: str, probe: str, said: str, quoted: str
) -> None:
    theirs = replace(SPEC, topic="their-questions", follow_ups=(FollowUp("expectations", probe),))
    closing = replace(
        QUESTION,
        kind=MessageKind.CLOSING,
        language=language,
        question=theirs,
        asked=True,
        questions=said,
        said=("…" + probe,),
    )
    text = render(closing)
    assert quoted in text
    assert not text.startswith(tuple(PHRASES[language]["their_practice"]))
    # Put with a question mark it is one, and so it is where something else was asked.
    asks = replace(closing, questions=said[:-1] + "?")
    for put in (asks, replace(closing, said=("…",))):
        assert render(put).startswith(tuple(PHRASES[language]["their_practice"]))
    told = render(replace(closing, asked=False, confided=True))
    assert told.startswith(tuple(PHRASES[language]["their_wish"]))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_who_is_given_the_floor_hears_of_no_other_question(language: str) -> None:
    theirs = replace(SPEC, topic="their-questions")
    led = replace(QUESTION, language=language, standing=3, said=("…",))
    opened = [render(replace(led, variation=n)) for n in range(40)]
    assert any(text.startswith(tuple(PHRASES[language]["next"])) for text in opened)
    for n in range(40):
        text = render(replace(led, question=theirs, standing=2 + n % 3, variation=n))
        assert not text.startswith((*PHRASES[language]["next"], *PHRASES[language]["weak"])), text


def test_a_handover_has_a_word_for_the_answer_where_quotes_would_follow_each_other() -> None:
    handover = replace(
        QUESTION, kind=MessageKind.HANDOVER, colleague=LIN, standing=4, quote="四秒降到半秒"
    )
    text = render(replace(handover, said=("「令牌桶」，这一点我记下了。",)))
    assert text.startswith(tuple(PHRASES["zh"]["strong"]))
    assert "四秒" not in text
