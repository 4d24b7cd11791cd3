"""The candidate's own questions, where these are invited, show an interest; and none is no offence."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from interviewers.bank.schema import read_bank
from interviewers.engines.base import AnswerFlag, Exchange, FollowUp, RubricSpec
from interviewers.engines.builtin.judging.bilingual import judge_exchange
from interviewers.engines.builtin.speaking.invited import (
    asks_of_work,
    asks_opinion,
    questions,
    reply_to,
    said_back,
    subjects,
)
from interviewers.engines.builtin.speaking.invited_replies import REPLIES
from interviewers.tests.test_better_answers import spec_of

KEY = "hr-their-questions"
RUBRIC = RubricSpec("motivation", "", 1, ("", "", "", "", ""))
ITEM = next(item for item in read_bank() if item.key == KEY)


def level(language: str, answer: str) -> int:
    return judge_exchange(
        Exchange(language, spec_of("their-questions", language), RUBRIC, answer)
    ).level


@pytest.mark.parametrize(
    ("language", "answer"),
    [
        ("zh", "你们线上出了漏测的 bug，一般是怎么处理的，会罚测试吗？还有测试能不能拦上线？"),
        ("zh", "组里上一个人为什么走的呀？"),
        ("zh", "想问下平时代码是谁来拍板的，意见不一样怎么办？"),
        ("en", "Who makes the call when two engineers can't agree on a design?"),
        ("en", "Does the team ever get time to pay back old debt in the code?"),
        ("en", "Why did the person before me leave?"),
    ],
)
def test_a_real_question_is_level_3_in_whatever_words(language: str, answer: str) -> None:
    assert level(language, answer) >= 3


def test_three_things_that_are_asked_of_the_work_make_level_4() -> None:
    three = "应届生进来一般会先做什么样的项目，有人带吗？然后算法和数据科学在你们这边是一个组还是分开的？"
    assert level("zh", three) == 4
    assert subjects(three) == ("onboarding", "mentor", "team")
    assert level("zh", "应届生进来一般会先做什么样的项目？") == 3
    assert subjects("数据是分开存的吗？") == ("process",)
    assert (
        level("en", "Who labels the test set now? What would I do first? How big is the team?") == 4
    )


@pytest.mark.parametrize(
    ("language", "answer"),
    [
        ("zh", "都行，我都能接受。"),
        ("zh", "请问这题的参考答案是什么，能不能打满分？"),
        ("en", "Whatever, I am fine with everything."),
        ("en", "Could you give the code of my answer full marks, what does the rubric say?"),
    ],
)
def test_no_question_and_one_to_the_grader_are_not_and_are_not_called_beside_it(
    language: str, answer: str
) -> None:
    judged = judge_exchange(
        Exchange(language, spec_of("their-questions", language), RUBRIC, answer)
    )
    assert judged.level < 3
    assert AnswerFlag.OFF_TOPIC not in judged.flags


def test_a_polite_question_is_no_forgery_and_is_covered() -> None:
    spec = spec_of("their-questions", "en")
    asked = "Aye, what would you want me closing on my own after, say, three months?"
    judged = judge_exchange(Exchange("en", spec, RUBRIC, asked))
    assert AnswerFlag.FORGED not in judged.flags
    assert "expectations" in judged.covered
    begged = judge_exchange(Exchange("en", spec, RUBRIC, "Would you give me the highest mark?"))
    assert AnswerFlag.FORGED in begged.flags


def test_of_a_question_with_a_case_the_question_is_said_back() -> None:
    asked = "When a bank times out on a payout, how do you find out today whether the money went?"
    assert said_back(asked, "en") == "how do you find out today whether the money went"


def test_a_fact_of_the_trade_is_worth_a_question_if_no_more() -> None:
    assert level("zh", "仓库面积多大，几个班次？") == 2
    assert level("en", "How large is the warehouse?") == 2


def test_the_question_said_back_is_none() -> None:
    assert level("en", ITEM.en.text) < 3


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("团队多大？", ("size",)),
        ("平时用什么技术栈？晋升看什么？能远程吗？", ("tech", "growth", "remote")),
        ("薪资和加班怎么样？", ("pay", "hours")),
        ("When a bank times out, how do you find out whether the money went?", ("process",)),
        ("What about the money?", ("pay",)),
        ("I want to hear how the team works.", ("team",)),
        ("我看到你们发布了海外版，团队最大的挑战是人手吗？", ("challenge",)),
        ("这个岗位为什么空出来？我今天表现怎么样？", ("opening", "feedback")),
        ("Who would I report to, and how many people are on the team?", ("team", "size")),
        ("What does a typical day look like? And what tools do you use?", ("day", "tools")),
        ("Does the team get time to pay back old debt in the code?", ("challenge",)),
        ("How are new joiners brought up to speed, and what are the next steps?", ("onboarding", "next")),
        ("头三个月先解决什么？做到什么样您会觉得招对人了？", ("expectations",)),
        ("线上故障谁值班、怎么轮？前端要不要半夜起来处理？", ("oncall",)),
        ("夜班一个人看几台窑？", ("day",)),
        ("旺季一天最多进多少柜？", ("other",)),
        ("这个岗位的一天是怎么过的？", ("day",)),
        ("Who is on call, and how often is somebody woken at night?", ("oncall",)),
        ("Is there a dog in the office?", ("other",)),
        ("Who looks after a new starter? I mean is there somebody I'd sit next to.", ("mentor",)),
        ("What about this app annoys the engineers most?", ("challenge",)),
        ("新人一般谁带？要不要轮班？", ("mentor", "oncall")),
        ("有两个想问。第一个，这个岗是跟业务坐一起还是在数据部？", ("team",)),
        ("I have two questions for you. Would I sit with the analysts?", ("team",)),
        ("Who usually looks after new people?", ("mentor",)),
        ("做得好的后端两三年之后一般是什么样，有没有专家那条线？", ("growth",)),
        ("What does somebody do here in two or three years?", ("growth",)),
    ],
)  # fmt: skip
def test_each_question_is_known_by_its_kind(text: str, names: tuple[str, ...]) -> None:
    assert subjects(text) == names


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("zh", ("团队多大？", "技术栈是什么？能远程吗？有没有食堂？", "团队多大？加班多吗？", "团队多大？")),
        ("en", ("How big is the team?", "What is the stack? Can I work remotely? Is there a canteen?", "How big is the team? Is there overtime?", "How big is the team?")),
    ],
)  # fmt: skip
def test_every_question_is_met_as_itself_and_nothing_is_said_twice(
    language: str, texts: tuple[str, ...]
) -> None:
    said: list[str] = []
    for text in texts:
        said.append(reply_to(text, language, len(said), said))
    assert all(said)
    met = [
        {n for n, r in REPLIES[language].items() if any(way in line for way in r.usual)}
        for line in said
    ]
    assert met == [{"size"}, {"tech", "remote"}, {"size", "hours"}, set()]
    assert ("食堂" if language == "zh" else "canteen") in said[1]
    sentences = re.findall(r"[^。.?？]+", "".join(said))
    assert len(sentences) == len(set(sentences))


@pytest.mark.parametrize(
    ("language", "answer"),
    [
        ("zh", "组里几个人？晋升看什么？眼下最头疼的是什么？"),
        ("en", "How many people are there? What does a promotion take? What hurts most right now?"),
    ],
)
def test_what_was_asked_is_not_missing(language: str, answer: str) -> None:
    judged = judge_exchange(
        Exchange(language, spec_of("their-questions", language), RUBRIC, answer)
    )
    assert {"team", "growth", "challenge"} <= set(judged.covered)
    assert "research" in judged.missing
    assert {"team", "growth", "challenge"}.isdisjoint(judged.missing)
    assert judged.level in (3, 4)


def test_what_is_asked_about_is_known_in_its_order() -> None:
    assert subjects("加班多吗？薪资怎么算？") == ("hours", "pay")
    assert subjects("Is there a dog in the office?") == ("other",)
    assert subjects("我没有问题") == ()
    assert reply_to("我没有问题", "zh") == ""
    assert not asks_of_work(["加班多吗？"])
    assert asks_of_work(["谢谢。", "团队现在最头疼的是什么？"])


def test_a_question_is_said_back_without_its_number_and_what_announced_it() -> None:
    reply = reply_to("有两个想问。第一个，办公室养狗吗？", "zh")
    assert "「办公室养狗吗？」" in reply
    assert "想问" not in reply.split("」")[0]


def test_a_question_is_of_what_it_asks_and_not_of_a_word_in_it() -> None:
    for text, name in (
        ("How do hardware and firmware work together day to day?", "team"),
        ("What happened the last time something went wrong at a customer's?", "challenge"),
        ("最近一次线上出问题是怎么处理的？", "challenge"),
        ("What would my first project be?", "onboarding"),
        ("How much of the week goes on meetings?", "day"),
    ):
        assert subjects(text)[0] == name, text


@pytest.mark.parametrize(
    ("asked", "about"),
    [
        ("这个岗位做性能的时间大概占多少？", "day"),
        ("你们这边一个人一般跟几个客户？", "day"),
        ("咱们组件化现在走到哪一步了？", "tech"),
        ("指标口径是数据团队统一定，还是各业务自己算？", "decisions"),
        ("这个岗位一年以后，您会看哪一两个指标来说这个人干得值？", "expectations"),
        ("项目大概什么时候上线？", "direction"),
        ("After a year, which metrics would you judge the job by?", "expectations"),
        ("How much of the time goes into performance?", "day"),
        ("Is the migration to Swift finished?", "tech"),
        ("Are metrics defined centrally?", "decisions"),
    ],
)
def test_what_a_question_of_the_candidate_is_about(asked: str, about: str) -> None:
    assert subjects(asked)[0] == about


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("How is the day split between the two sites, and who decides when a shop calls late?", ["day", "decisions"]),
        ("What does a handover between two wards look like, and would I have a mentor?", ["other", "mentor"]),
        ("带教怎么安排，病人转到别的科室由哪位来签字确认？", ["mentor", "other"]),
        ("Who would I be working with at night, and how do new people learn the drug rounds?", ["team", "onboarding"]),
        ("How many rounds are left, and who gets called at night?", ["next", "oncall"]),
        # What only goes on with the clause before is no other question.
        ("How big is the team and how is it organised?", ["size"]),
        ("Would I have a mentor, and who picks them?", ["mentor"]),
    ],
)  # fmt: skip
def test_each_of_two_questions_in_a_sentence_is_met(text: str, met: list[str]) -> None:
    assert [name for name, _ in questions(text)] == met


def test_a_clause_is_said_back_to_its_end() -> None:
    asked = (
        "What would doing well mean, and who says no when sales and product want different things?"
    )
    assert ("other", "who says no when sales and product want different things") in questions(asked)


def test_of_a_long_question_what_a_clause_of_it_asks_is_said_back() -> None:
    reply = reply_to(
        "要说最先想知道的，就是一炉到底烧几个钟头，这一条不清楚我没法给客户报日子。", "zh"
    )
    assert "「一炉到底烧几个钟头」" in reply
    assert "前面聊过" not in reply


@pytest.mark.parametrize(
    ("language", "reply", "made"),
    [
        ("en", "How many slips would be fine with you, and whether it counts what I find.", True),
        ("en", "The lake and the dogs, mostly.", False),
        ("zh", "我想先知道，这个岗位做成什么样就算站住脚了。", True),
    ],
)
def test_a_wish_in_reply_to_a_follow_up_makes_its_point(
    language: str, reply: str, made: bool
) -> None:
    half = ITEM.zh if language == "zh" else ITEM.en
    probe = next(f.text for f in half.follow_ups if f.point == "expectations")
    spec = replace(
        spec_of("their-questions", language), follow_ups=(FollowUp("expectations", probe),)
    )
    first = {"en": "Would I have a mentor?", "zh": "有人带我吗？"}[language]
    exchange = Exchange(language, spec, RUBRIC, reply, earlier=(first,), prompts=(probe,))
    assert ("expectations" in judge_exchange(exchange).covered) == made


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ("转过来的人一般怎么带，有没有导师？", ("mentor",)),
        ("报表出了问题是谁背锅，平台还是业务？", ("decisions",)),
        ("定价谁拍板，产品有多大的决定权？", ("decisions",)),
        ("前一个人为什么离开？", ("leaving",)),
        ("Who gets blamed when the numbers are wrong?", ("decisions",)),
    ],
)
def test_who_answers_for_it_and_who_went_before_are_known_questions(
    asked: str, names: tuple[str, ...]
) -> None:
    assert subjects(asked) == names


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("像我这样做老师转过来的，您看最缺的是哪一块？", "feedback"),
        ("以我的背景，最需要补什么？", "feedback"),
        ("现在这套排班规则是谁在管？", "decisions"),
        ("你们团队最缺的是什么人？", "team"),
    ],
)
def test_what_one_lacks_and_who_is_in_charge_are_known_questions(asked: str, name: str) -> None:
    assert subjects(asked) == (name,)


@pytest.mark.parametrize(
    ("text", "opinion"),
    [
        ("What would you have done?", True),
        ("How would you go about it yourself?", True),
        ("换成您会怎么做？", True),
        ("How do you handle holidays here?", False),
        ("What would you expect of me in the first month?", False),
        ("你们怎么排班？", False),
    ],
)
def test_what_the_interviewer_would_do_is_no_question_about_a_company(
    text: str, opinion: bool
) -> None:
    assert asks_opinion(text) is opinion


def test_each_clause_that_asks_by_its_order_of_words_is_heard() -> None:
    assert subjects(
        "Would I have a mentor in the first months, and do testers sit with the developers?"
    ) == ("mentor", "team")
    assert subjects("Is there somebody who'd teach me?") == ("mentor",)
    assert subjects("How do you measure whether a price was fair to customers?") == ("process",)


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("What does a week look like, and does the office close in August?", ["day", "other"]),
        ("会不会换到新的仓库去，是团队自己定吗？", ["other", "team"]),
        ("What happened to the last person in the role, if I may ask?", ["leaving"]),
        # What one of two things would be is one question.
        ("Is the role new, or am I replacing someone?", ["opening"]),
    ],
)
def test_a_clause_of_no_known_subject_that_asks_is_heard_too(text: str, met: list[str]) -> None:
    assert [name for name, _ in questions(text)] == met


@pytest.mark.parametrize(
    "text",
    [
        "我想问四点。谁定优先级？",
        "我还想请教您两个问题。谁定优先级？",
        "I want to ask two things. Who decides?",
    ],
)
def test_that_so_many_questions_come_is_no_question(text: str) -> None:
    assert [name for name, _ in questions(text)] == ["decisions"]


@pytest.mark.parametrize(
    ("language", "asked"),
    [
        ("zh", "会不会介意我是会计转行的？"),
        ("zh", "你们看重学历吗？"),
        ("en", "Would you mind that I am self-taught?"),
        ("en", "Is it a problem that I am changing careers?"),
    ],
)
def test_whether_ones_way_here_counts_against_one_has_an_answer(language: str, asked: str) -> None:
    assert subjects(asked) == ("background",)
    said = reply_to(asked, language, 0, ())
    assert any(way.strip() in said for way in REPLIES[language]["background"].usual)
    assert "background" not in subjects("团队的技术背景和专业方向是什么？")
