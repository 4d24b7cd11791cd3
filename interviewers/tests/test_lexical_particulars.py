"""A story that could be anybody's stays below level 3, however well it is told."""

from __future__ import annotations

from itertools import pairwise

import pytest

from interviewers.engines.builtin.expected.particulars import CAPS, UNBOUNDED, ceiling
from interviewers.engines.builtin.judging.lexical import judge
from interviewers.tests.bank_items import BANK, told

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


REMARKS = {
    "en": (
        "The bus was late this morning.",
        "My sister plays the violin in a small orchestra.",
        "The bakery at the corner closes at six.",
        "Our neighbours painted their fence green on Saturday.",
    ),
    "zh": (
        "今天早上公交车晚点了。",
        "我妹妹在一个小乐队里拉小提琴。",
        "街角那家面包店六点关门。",
        "邻居星期六把篱笆刷成了绿色。",
    ),
}
TOLD = [
    (
        "en",
        "behavioral-achievement",
        "We organised a charity run at university. I did the posters and the sign-up sheet, and it went well.",
    ),
    (
        "en",
        "hr-leaving",
        (
            "My team was merged with another in spring and my job became mostly planning meetings, about twenty "
            "hours a week. I tried to change it: I talked to my lead in May and again in August, and we agreed that "
            "it wouldn't get better soon. I want to go back to building things, which is what this position is "
            "about. I'm on good terms with them and I'd hand over properly."
        ),
    ),
    (
        "zh",
        "behavioral-angry-customer",
        "有个客户因为发货晚了很生气，打电话来骂，我跟他道歉，帮他催了一下仓库，后来货就到了。",
    ),
    (
        "zh",
        "behavioral-ownership",
        (
            "我们楼里的公共打印机谁都用，谁都不管，平均一个星期坏三天。我贴了张表让大家写什么时候坏的，两周下来"
            "三分之二是同一个搓纸轮。我买了个轮子自己换上，又写了一页怎么清卡纸。之后半年只坏过两次。"
        ),
    ),
]


@pytest.mark.parametrize(("language", "key", "answer"), TOLD)
def test_a_remark_about_something_else_moves_no_story(language: str, key: str, answer: str) -> None:
    plain = told(language, key, answer).score
    blank = " " if language == "en" else ""
    for remark in REMARKS[language]:
        for text in (f"{remark}{blank}{answer}", f"{answer}{blank}{remark}"):
            assert told(language, key, text).score == pytest.approx(plain, abs=2.0), text


@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_particular_lifts_the_cap_by_a_little(language: str) -> None:
    general = "we discussed it with the team and everybody was satisfied in the end " * 5
    things = "ladder anchor violin kettle lantern saddle walnut pigeon copper tulip barrel hammer ribbon candle thimble acorn pebble".split()
    if language == "zh":
        general = "我们和大家一起沟通了问题最后解决了 " * 7
        things = "梯子 铁锚 提琴 水壶 灯笼 马鞍 核桃 鸽子 黄铜 郁金香 木桶 锤子 丝带 蜡烛 顶针 橡果 卵石".split()
    caps = [ceiling((general, *things[:count]), "") for count in range(len(things))]
    steps = [after - before for before, after in pairwise(caps)]
    assert caps[0] <= CAPS[0][1] < UNBOUNDED == max(caps)
    assert min(steps) >= 0.0
    assert max(steps) <= 16.0


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("key", ["hr-leaving", "hr-plan", "hr-why-position", "hr-salary"])
def test_the_reference_of_a_question_about_oneself_has_room(language: str, key: str) -> None:
    reference = (BANK[key].zh if language == "zh" else BANK[key].en).reference
    assert told(language, key, reference).level == 5
