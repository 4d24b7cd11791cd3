"""A story that could be anybody's stays below level 3, however well it is told."""

from __future__ import annotations

import pytest

from interviewers.engines.builtin.judging.lexical import judge
from interviewers.tests.bank_items import told

VAGUE = [
    (
        "en",
        "behavioral-missed-deadline",
        (
            "There was a project where we realised that we wouldn't make the deadline. I informed the "
            "stakeholders as early as possible and we discussed the options. We reprioritised, everyone gave a "
            "bit more, and in the end we delivered with only a small delay. I learned that planning is key."
        ),
    ),
    (
        "zh",
        "behavioral-missed-deadline",
        (
            "有个项目时间特别紧，眼看要延期了。我及时向领导汇报了情况，同时组织大家加班加点，合理分配任务，"
            "克服了各种困难，最终还是按时完成了。这次经历让我明白了做好计划的重要性。"
        ),
    ),
]
DETAILS = {
    "en": (
        " It was the price list for the Lyon branch, due on the fifth. On the second I rang Odile, and we left "
        "out the spare parts, forty of ninety rows, which followed on the twelfth."
    ),
    "zh": "那是里昂分店的价目表，五号要交。二号我给小季打电话，先把配件那四十行去掉，剩下的十二号补上。",
}


@pytest.mark.parametrize(("language", "key", "story"), VAGUE)
def test_a_story_that_could_be_anybodys_is_no_more_than_level_2(
    language: str, key: str, story: str
) -> None:
    judged = told(language, key, story)
    assert judged.level <= 2
    assert "result" not in judged.covered


@pytest.mark.parametrize(("language", "key", "story"), VAGUE)
def test_particulars_make_it_somebodys_own(language: str, key: str, story: str) -> None:
    assert told(language, key, story + DETAILS[language]).level >= 4


@pytest.mark.parametrize(
    ("language", "key", "answer"),
    [
        ("en", "hr-introduction", "I'm a motivated and open person, I like to learn and work well in a team. I have some years of experience in different areas and look for a new challenge where I can develop."),
        ("zh", "hr-introduction", "我性格开朗，做事认真负责，学习能力比较强，团队合作能力也不错，积累了一定的经验，很希望和公司一起成长。"),
    ],
)  # fmt: skip
def test_nor_are_general_words_about_oneself_an_introduction(
    language: str, key: str, answer: str
) -> None:
    assert told(language, key, answer).score <= 45


def test_a_strength_is_shown_in_words_of_any_trade() -> None:
    answer = (
        "I see patterns. I plan loads in a warehouse, and every Thursday we ran out of pallets by noon. It turned out one "
        "customer had moved his order day. I shifted our delivery to Wednesday evening, and that was the end of it."
    )
    assert told("en", "hr-strengths", answer).score >= 40


@pytest.mark.parametrize("language", DETAILS)
def test_so_it_is_with_nothing_but_a_reference(language: str) -> None:
    question = {"en": "Tell me about a deadline you missed.", "zh": "请讲一次你错过期限的经历。"}
    reference = {
        "en": "When it was seen; who was told and when; what was cut; the result and what changed.",
        "zh": "什么时候发现的；什么时候告诉了谁；砍掉了什么；结果和之后的改变。",
    }
    story = next(story for lang, _, story in VAGUE if lang == language)
    vague, own = (
        judge(
            question=question[language],
            references=(reference[language],),
            answer=answer,
            language=language,
        ).score
        for answer in (story, story + DETAILS[language])
    )
    assert vague < own
    assert vague < 50


IN_BRIEF = {
    "en": (
        "Once I promised a colleague some data by Friday, and on Wednesday I saw I wouldn't make it. I told him "
        "straight away and asked whether part of it would do for now. He said yes, so I gave him half and the "
        "rest on Monday."
    ),
    "zh": (
        "有一次答应同事周五给他一份数据，结果周三发现来不及，我就马上跟他说了，问他能不能先用一部分。"
        "他说可以，我先给了一半，下周一把剩下的补上了。"
    ),
}
REASONS = {
    "en": (
        " Half of it had to be matched by hand from the billing system, which I had underestimated, and he needed "
        "the fifty largest clients first because of two visits in Hamburg. Since then I open the tables before "
        "I name a day, and none of six lists this spring was late."
    ),
    "zh": (
        "有一半要从计费系统里手工对，是我估少了；他周五要去杭州拜访两家，最急的是前五十个大客户，所以先给这些。"
        "从那以后我先打开表看一眼再报日子，今年春天六份名单都没晚过。"
    ),
}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_story_with_a_clause_to_each_part_is_level_3_until_more_of_it_is_told(
    language: str,
) -> None:
    brief = told(language, "hr-reliability", IN_BRIEF[language])
    assert {"situation", "action", "result"} <= set(brief.covered)
    assert brief.level == 3
    whole = told(language, "hr-reliability", IN_BRIEF[language] + REASONS[language])
    assert whole.level >= 4
    assert whole.score > brief.score + 10


COMPLETE = {
    "en": (
        "hr-leaving",
        (
            "The company moved my team's work to another city. I liked it there, five years, good colleagues, and I "
            "learned how to run payments. I would rather stay here and go deeper into data, which your team does every "
            "day; that is why I applied."
        ),
    ),
    "zh": (
        "hr-notice",
        (
            "合同里写的是一个月的通知期，手头的对账项目三月中旬上线，我要交接完再走。"
            "最快四月一号能到岗，如果你们着急，我可以跟领导商量提前一周。"
        ),
    ),
}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_terse_answer_that_has_nearly_all_of_what_no_story_tells_is_level_4(
    language: str,
) -> None:
    key, answer = COMPLETE[language]
    complete = told(language, key, answer)
    assert len(complete.covered) >= 4
    assert complete.level >= 4
    half = told(language, key, answer[: len(answer) // 2])
    assert half.level <= 3
