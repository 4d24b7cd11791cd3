"""Another question is asked for in place of the one on the table, with whatever reason."""

from __future__ import annotations

import pytest

from interviews.asides import request_in
from interviews.clarifying import term_asked
from interviews.wishes import Request


@pytest.mark.parametrize(
    "said",
    [
        "我们仓库从来不用这个，平时都是扫码。能不能换一个跟仓库更相关的？",
        "我刚才不是问能不能换一题吗？这个题跟我的岗位不太相关。",
        "这个好像没有，刚毕业没怎么管过人。可以换一个问题吗？",
        "我没带过新人，可以问点别的吗",
        "我们那边积压是另一个组处理的，我没碰过。能换一个调度的问题吗？",
        "I have never run payroll, could you ask me something closer to my job?",
        "Could we switch the question? I never had a team.",
        "I am not coming back from anything, I have just graduated. Could we go on to the next question?",
        "That doesn't apply to me, can we move on?",
    ],
)
def test_who_asks_for_another_question_is_given_it(said: str) -> None:
    assert request_in(said) is Request.SKIP


@pytest.mark.parametrize(
    "said",
    [
        "索引不行的话可以换一个更快的。",
        "我会先换一个问题去问用户",
        "客户问能不能换一个问题，我说可以。",
        "换个方向，能不能先问用户更关心的问题？",
        "不会，能不能换一题",
        "I would ask users a different question first.",
        "My boss asked: could you take another team?",
        "They said: can we move on?",
        "Can I get on?",
        "Could we go on to the second index then?",
    ],
)
def test_an_answer_that_speaks_of_other_questions_is_one(said: str) -> None:
    assert request_in(said) is not Request.SKIP


@pytest.mark.parametrize(
    ("said", "question", "term"),
    [
        ("这几个我只听说过名字，没用过。您能先说一下“写时复制”是什么意思吗？", "写时复制和读时合并怎么选？", "写时复制"),
        ("先问下，“异步检查”是什么意思呀？我没做过这个。", "还要异步检查邮箱，你怎么做？", "异步检查"),
        ("什么是幂等？", "接口的幂等你怎么做？", "幂等"),
        ("I never used it. What does backpressure mean?", "how do you handle backpressure?", "backpressure"),
        ("您先说说成本是什么意思？", "写时复制和读时合并怎么选？", ""),
        ("我一般先看锁，再看慢查询，然后看连接数。什么是幂等？", "接口的幂等你怎么做？", ""),
        ("什么是幂等？就是做两遍和做一遍一样。", "接口的幂等你怎么做？", ""),
    ],
)  # fmt: skip
def test_the_word_of_the_question_that_is_asked_about_is_known(
    said: str, question: str, term: str
) -> None:
    assert term_asked(said.casefold(), question) == term
