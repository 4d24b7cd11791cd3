"""Questions about the case, and wishes in words that were taken for answers in whole interviews."""

from __future__ import annotations

import pytest

from interviews.asides import Request, request_in
from interviews.clarifying import clarifies

ABOUT_THE_CASE = (
    "先问一句，这个实验跑了多久？人均成交额包括退款吗？",
    "先确认一下，是单机还是集群？",
    "我想先确认一下，这里的成功率按次算还是按人算？",
    "想了解一下，流量是什么时候开始掉的？",
    "实验组和对照组各有多少人？",
    "Could you tell me which version of Kubernetes we assume?",
    "Which database are we using?",
    "Quick clarification: is this read-heavy or write-heavy?",
    "How long did the experiment run?",
    "Does the figure include refunds?",
    "Who are the users of this feature?",
)
ANSWERS = (
    "是缓存没命中吗？",
    "难道是索引没建？",
    "为什么慢？因为没有索引",
    "谁来背锅？我来。",
    "多久对一次账？每小时一次。",
    "对方最担心的是什么？先弄清这个，再谈方案。",
    "是哪类用户？从哪天开始？哪个渠道？",
    "Maybe the index?",
    "Is it the cache?",
    "Is the index missing?",
    "How many users were affected is the first thing I check.",
    "Who complained, since when, and what changed? I'd look at that first.",
    "which version we are talking about depends on the cluster",
)
SAID = {
    Request.SKIP: (
        "能不能聊点别的？",
        "换个方向问吧",
        "Sorry, can we switch to another topic?",
        "Can I have a different question, please?",
        "Could we change the subject?",
    ),
    Request.COMPANY: (
        "What is the salary for this position?",
        "Can I ask, is there remote work in your company?",
        "Is remote work possible?",
    ),
    Request.COURSE: (
        "How many more are there?",
        "I'm not comfortable without an IDE, is there an editor?",
        "有没有编辑器可以写代码？",
    ),
    Request.FORM: (
        "刚才答得不好，可以重来吗？",
        "I think my last answer was bad, can I try again?",
    ),
    Request.TOLD: (
        "这个问题和上一个是一样的吧？我说过了。",
        "这不是刚问过吗？",
        "I told you already in the first question.",
        "I've answered this one already.",
    ),
}


@pytest.mark.parametrize("text", ABOUT_THE_CASE)
def test_who_asks_what_the_question_leaves_open_may_settle_it(text: str) -> None:
    assert request_in(text) is Request.ASSUME


@pytest.mark.parametrize("text", ANSWERS)
def test_a_guess_or_an_answer_that_opens_with_a_question_is_told(text: str) -> None:
    assert not clarifies(text.casefold())
    assert request_in(text) is None


@pytest.mark.parametrize(
    ("text", "request_made"), [(text, request) for request, texts in SAID.items() for text in texts]
)
def test_wishes_in_other_words_are_understood(text: str, request_made: Request) -> None:
    assert request_in(text) is request_made


@pytest.mark.parametrize(
    "text",
    [
        "I told him already in the first meeting that it would fail",
        "We switched to another topic partition",
        "I asked about something else: the retention",
        "换一个索引",
        "We change the subject of the mail",
        "我刚问过运维，说是磁盘满了",
    ],
)
def test_what_only_sounds_like_such_a_wish_is_an_answer(text: str) -> None:
    assert request_in(text) is None
