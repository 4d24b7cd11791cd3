"""Who asks back, has no such story, tells of themselves or wants to hear a question again is met in kind."""

from __future__ import annotations

from dataclasses import replace

import pytest

from interviewers.engines.base import Aside, FollowUp, Line, MessageKind
from interviewers.engines.builtin.reading.text import fold
from interviewers.engines.builtin.speaking.invited import names_subject
from interviewers.engines.builtin.speaking.phrases import PHRASES
from interviewers.engines.builtin.speaking.wording import render
from interviewers.engines.builtin.stories.accounts import is_aside
from interviewers.engines.builtin.stories.course import in_course
from interviewers.engines.builtin.stories.told import told as has_told
from interviewers.tests.spoken import QUESTION, SPEC
from interviews.asides import Request, request_in
from interviews.clarifying import asks_what_is_meant
from interviews.overheard import missed
from interviews.queries import lacks_case
from interviews.sitting import _has_none
from interviews.tests.support import sit, told
from interviews.tests.test_listening import with_question


@pytest.mark.parametrize(
    "text",
    [
        "Sorry, what do you mean by 'they', the users of the old version or the new ones?",
        "Hm, could you explain what you mean by the design going wrong? Like a plan that nobody follows?",
        "Wait, what exactly do you mean by stable?",
    ],
)
def test_a_word_of_the_question_may_be_asked_about_with_what_it_could_stand_for(text: str) -> None:
    assert asks_what_is_meant(text.casefold())
    assert request_in(text) in (Request.ASSUME, Request.EXPLAIN)


def test_an_example_put_as_a_guess_stays_an_answer() -> None:
    assert not asks_what_is_meant("maybe the cache? like a key that has run out?")


@pytest.mark.parametrize("text", ["挺大的。", "很模糊", "面对客户我会说，您是指发票还是收据？"])
def test_how_large_something_is_and_what_a_customer_is_asked_stay_answers(text: str) -> None:
    assert request_in(text) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I don't have much of a story there. I've trained people but nobody who was slow.", "en"),
        ("I've never had to do that, but never say never.", "en"),
        ("没带过人，不过也没遇到过这种。", "zh"),
        ("这种经历我还真没有。", "zh"),
        ("Hmm, nothing really dramatic comes to mind. I always try to do the right thing.", "en"),
    ],
)
def test_who_denies_it_twice_has_no_story(text: str, language: str) -> None:
    assert lacks_case(text, language)


def test_who_has_none_but_then_tells_one_has_a_story() -> None:
    assert not lacks_case("Nothing more important came to mind than that, so I ran it.", "en")
    assert not lacks_case("I've never had that, but a colleague of mine was late every day.", "en")


@pytest.mark.parametrize(
    "ask", ["Can you repeat that?", "Could you say it once more? Please repeat.", "麻烦再说一遍"]
)
def test_who_wants_a_question_repeated_has_not_failed_to_understand_it(ask: str) -> None:
    assert missed(ask)


def test_a_repetition_is_word_by_word_once_and_then_in_other_words() -> None:
    again = replace(
        QUESTION, kind=MessageKind.QUESTION, aside=Aside.REPEAT, missed=True, said=(SPEC.text,)
    )
    first = render(again)
    assert first.endswith(SPEC.text)
    assert first.startswith(tuple(way.partition("{")[0] for way in PHRASES["zh"]["repeat"]))
    second = render(replace(again, said=(SPEC.text, first)))
    assert not second.startswith(tuple(way.partition("{")[0] for way in PHRASES["zh"]["repeat"]))


def test_what_was_said_before_the_last_reply_is_mentioned_as_such() -> None:
    lines = (
        Line("candidate", "我先把慢查询列出来。"),
        Line("x", "然后呢？"),
        Line("candidate", "说不好。"),
    )
    tied = replace(QUESTION, quote="先把慢查询列出来", standing=3, recent=lines)
    before = tuple(way.partition("{")[0] for way in PHRASES["zh"]["tie_before"])
    assert render(tied).startswith(before)
    assert not render(replace(tied, recent=lines[:1])).startswith(before)


def test_nothing_announces_a_question_where_a_case_comes_first() -> None:
    scene = FollowUp("p", "The pages get redesigned. What happens to your scripts?")
    asks = FollowUp("p", "What happens to your scripts, and why?")
    for standing in (1, 3):
        put = replace(
            QUESTION, kind=MessageKind.FOLLOW_UP, language="en", follow_up=scene, standing=standing
        )
        for quote in ("", "I wrote the report"):
            leads = [
                render(replace(put, quote=quote, variation=n)).removesuffix(scene.text)
                for n in range(12)
            ]
            assert not [lead for lead in leads if lead.endswith(": ")]
    bare = replace(QUESTION, kind=MessageKind.FOLLOW_UP, language="en", follow_up=asks, standing=3)
    assert any(": What" in render(replace(bare, variation=n)) for n in range(12))


@pytest.mark.parametrize(
    ("said", "none"),
    [
        ("No, not really. I can start in four weeks by the way.", True),
        ("没有了，我下个月可以到岗。", True),
        ("No, nothing. I only worry about the commute.", False),
        ("The commute is long.", False),
    ],
)
def test_who_has_nothing_to_ask_and_adds_a_word_has_confided_nothing(said: str, none: bool) -> None:
    assert _has_none(said) is none


def test_an_outcome_in_figures_needs_nobody_in_it() -> None:
    for outcome in ("Churn dropped to 4 %.", "Complaints fell from nine a month to one."):
        assert not is_aside(fold(outcome))
    assert is_aside(fold("Excellent answers got 100 points."))


def test_what_we_did_may_have_an_outcome_before_i_say_what_i_did() -> None:
    named = ["action", "result", "action"]
    told_in = [
        fold(s)
        for s in (
            "We ran both for a month.",
            "Errors fell from 19 to 12 percent.",
            "I wrote the report.",
        )
    ]
    assert in_course(named, told_in)[1] == "result"
    before = [fold("It was a bad year."), *told_in[1:]]
    assert in_course(["situation", "result", "action"], before)[1] == "situation"


def test_what_one_did_is_no_outcome_by_a_span_of_time_in_it() -> None:
    said = [
        fold(s)
        for s in (
            "I had looked at the logs.",
            "I offered another page and said if anyone missed it after a month, I'd bring it back.",
            "It saved me a day a week.",
        )
    ]
    assert in_course(["action", "result", "result"], said) == ["action", "action", "result"]


def test_a_quantity_for_now_and_then_is_not_asked_for_again() -> None:
    for probe, told_it, not_told in (
        (
            "Give me a quantity first: what is it now, and what would it be then?",
            "It takes three hours now, so thirty hours then.",
            "It would take much longer.",
        ),
        ("先给我一个量：现在是多少，那时会是多少？", "现在三小时，那时要三十小时。", "会慢很多。"),
        (
            "先给我一个量：现在是多少，那时会是多少？",
            "用例从 180 涨到 1800 的话先动执行。",
            "从接口开始动。",
        ),
    ):
        assert has_told(told_it, probe, view=True)
        assert not has_told(not_told, probe, view=True)


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("The rotation for on-call, if there is one.", True),
        ("值班怎么轮。", True),
        ("I am on call every other week and it wears me out.", False),
        ("Nothing comes to mind.", False),
    ],
)
def test_who_names_what_they_would_want_to_know_has_asked(said: str, names: bool) -> None:
    assert names_subject(said) is names


def test_a_choice_for_the_case_of_too_little_is_not_asked_for_again() -> None:
    probe = "You have just two hundred cases for this. Which way do you choose, and why?"
    assert has_told("With so few of them I'd rather take the simple one.", probe, view=True)
    assert not has_told("I'd take the simple one.", probe, view=True)


@pytest.mark.django_db(transaction=True)
@pytest.mark.words
async def test_who_tells_of_themselves_is_not_led_back_to_the_question() -> None:
    interview, _ = await with_question("hr-leaving", "en")
    async with sit(interview.pk) as room:
        met = await told(
            room,
            "They shout a lot over there, and my Sundays are gone. I fix other folks' spreadsheets "
            "from nine till six and I want my evenings for something that I made.",
        )
    assert not met["content"].startswith(tuple(PHRASES["en"]["astray"]))
