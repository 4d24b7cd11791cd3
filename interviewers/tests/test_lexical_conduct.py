"""What a story is worth goes by what is done in it, and an answer in one breath names and tells nothing."""

from __future__ import annotations

import pytest

from interviewers.engines.base import AnswerFlag, ScoringPoint
from interviewers.engines.builtin.expected.bounds import of_conduct
from interviewers.engines.builtin.expected.particulars import UNBOUNDED
from interviewers.engines.builtin.judging.lexical import judge
from interviewers.engines.builtin.reading.text import segments
from interviewers.engines.builtin.stories.conduct import signs_against
from interviewers.tests.bank_items import BANK, told
from interviewers.tests.conduct import BAD, HONEST


def folded(text: str) -> tuple[str, ...]:
    return tuple(segment.folded for segment in segments(text))


@pytest.mark.parametrize(("language", "key", "answer"), BAD)
def test_bad_conduct_is_level_1_however_well_it_is_told(
    language: str, key: str, answer: str
) -> None:
    judged = told(language, key, answer)
    assert judged.level == 1
    assert AnswerFlag.NEGATED in judged.flags


@pytest.mark.parametrize(("language", "key", "answer"), BAD)
def test_nor_is_it_worth_more_beside_a_reference_alone(
    language: str, key: str, answer: str
) -> None:
    spec = BANK[key].zh if language == "zh" else BANK[key].en
    alone = judge(
        question=spec.text, references=(spec.reference,), answer=answer, language=language
    )
    assert alone.level == 1


@pytest.mark.parametrize(("language", "key", "answer"), HONEST)
def test_what_others_do_what_one_refused_and_what_one_put_right_is_not_held_against_anybody(
    language: str, key: str, answer: str
) -> None:
    assert of_conduct(folded(answer)) == UNBOUNDED, (language, key)


@pytest.mark.parametrize(
    "sentence",
    [
        "我没有跟任何人说",
        "I deleted it quietly and nobody ever noticed",
        "反正不是我的责任",
        "That was their fault, it was not my job.",
        "我当着大家的面问他到底懂不懂",
        "I told everyone he had no clue",
        "我就先放着没管",
        "I just waited and hoped they would forget",
        "我逼着他们签了字",
        "大家都这么干",
        "提成都归我",
        "I got all the credit for it.",
        "我跟老王说小刘背后骂他",
        "I told her the printer must have swallowed it.",
        "这份工作就是个跳板",
        "I don't really care what the work is",
    ],
)
def test_several_sentences_of_any_kind_of_it_are_signs(sentence: str) -> None:
    assert signs_against(folded(sentence) * 2) >= 2


@pytest.mark.parametrize(
    "sentence",
    [
        "他没有跟任何人说",
        "他说反正不是他的责任",
        "我没有瞒着他",
        "一开始我没敢说",
        "He told everyone I had no clue.",
        "My manager said it was not my job.",
        "I didn't hide it.",
        "At first I said nothing.",
        "I was tempted to cover it up.",
    ],
)
def test_nobody_is_told_by_what_others_do_or_what_was_not_done(sentence: str) -> None:
    assert signs_against(folded(sentence) * 2) == 0


def test_what_stands_in_for_the_real_thing_in_a_test_deceives_nobody() -> None:
    said = "I argued for our own fake in the pull requests. The fake lies. I put in a fake server and made-up data."
    assert signs_against(folded(said)) == 0
    said = "I faked the numbers. I wrote fake entries and put in made-up names."
    assert signs_against(folded(said)) > 0


def test_who_owns_up_is_forgiven_and_one_sign_is_none() -> None:
    done = "I said nothing to anybody. I left it to my colleague."
    assert signs_against(folded(done)) == 2
    assert signs_against(folded(f"{done} I told them the next day that it was my fault.")) == 0
    assert signs_against(folded("I said nothing to anybody.")) == 0


def test_a_long_account_has_something_of_everything() -> None:
    done = "I said nothing to anybody. I left it to my colleague."
    more = (
        " Then I read the list, and I rang the shop, and I wrote to the supplier, and I paid." * 3
    )
    assert signs_against(folded(done + more)) == 0


BREATH = {
    "en": "I broke the build once because I forgot a file; I saw it in the pipeline, fixed it and told the team.",
    "zh": "有次我填错了价格，对账时发现了，马上改回来，也告诉了组长。",
}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_answer_in_one_breath_names_and_tells_nothing(language: str) -> None:
    judged = told(language, "behavioral-mistake", BREATH[language])
    assert judged.level <= 2
    assert len(judged.covered) >= 2


def test_a_question_with_few_wordings_may_be_answered_in_one_breath() -> None:
    points = tuple(
        ScoringPoint(key, key, (key,), None, ()) for key in ("rollback", "alerts", "canary", "logs")
    )
    judged = judge(
        question="What makes a release safe?",
        references=(),
        answer="A rollback, alerts, a canary and logs make it safe.",
        language="en",
        points=points,
    )
    assert judged.score > 50.0


def test_there_is_room_for_more_with_what_is_said_next() -> None:
    item = BANK["behavioral-mistake"].en
    points = tuple(
        ScoringPoint(p.key, p.text, tuple(p.synonyms), p.cue, p.contrary) for p in item.points
    )
    more = (
        "Nobody else was held up for more than ten minutes. Since then a script lists every file that is "
        "new before I push, and I let it run on the branch of a colleague as well."
    )
    scores = [
        judge(
            question=item.text,
            references=(item.reference,),
            answer=answer,
            language="en",
            points=points,
            earlier=earlier,
        ).score
        for answer, earlier in ((BREATH["en"], ()), (more, (BREATH["en"],)))
    ]
    assert scores[1] > scores[0] + 10.0


@pytest.mark.parametrize(
    ("language", "key", "answer"),
    [
        (
            "zh",
            "behavioral-priorities",
            "事情多的时候要分轻重缓急，用四象限法，先做重要紧急的，合理分配时间，保持良好的心态，最后都能完成。",
        ),
        (
            "en",
            "behavioral-ambiguity",
            (
                "I'm comfortable with ambiguity. When goals are vague I break the problem down, gather information, "
                "talk to stakeholders and state my assumptions. You have to stay flexible."
            ),
        ),
    ],
)
def test_talk_in_which_nothing_is_done_is_no_story(language: str, key: str, answer: str) -> None:
    judged = told(language, key, answer)
    assert judged.covered
    assert judged.score <= 30.0
