"""What is said to the panel in passing: what a word meant, the position, that a story was not over."""

from __future__ import annotations

import pytest

from interviewers.engines.builtin.speaking.invited_replies import REPLIES
from interviewgpt.db import in_db
from interviews.asides import Request, amends, request_in
from interviews.clarifying import asks_what_is_meant
from interviews.declining import declines
from interviews.earlier import mends_before
from interviews.models import Interview, Message
from interviews.queries import asks_back, asks_of_job_alone
from interviews.returning import returned_to
from interviews.tests.support import create, put, sit, table, told

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize(
    "text",
    [
        "Sorry, could you phrase the question differently?",
        "Could you ask that a different way, please?",
        "Sorry, I mostly do front of house and don't touch the books much, could you put that another way?",
        "不好意思，我主要做业务分析，模型碰得少，您能换个说法说说这题想问什么吗？",
    ],
)
def test_who_wants_it_put_differently_is_told_in_other_words(text: str) -> None:
    assert request_in(text) is Request.EXPLAIN


def test_what_a_word_of_the_question_means_may_be_asked_at_length() -> None:
    asked = (
        "One question before I answer. When you say the service is slow, do you mean slow for everybody "
        "or only for the first request after a release? The two answers are quite different."
    )
    assert request_in(asked) is Request.ASSUME
    assert (
        request_in("先确认一下。你说的数据对不上，是指总数不一样，还是明细缺了？这两种查法不一样。")
        is Request.ASSUME
    )
    for told_ in (
        "When you say slow, do you measure it? I'd measure it first and compare it with last week.",
        "Do you mean the cache or the database? I would look at the cache, because it changes most.",
        "你说的这个我遇到过，是口径不一样，我先对口径，再拉明细。",
    ):
        assert not asks_what_is_meant(told_.casefold()), told_


def test_a_question_about_the_position_at_the_end_is_heard() -> None:
    assert asks_back(
        "I like building things. While we're at it, how big is the budget this role decides on?"
    )
    assert asks_back("我想往架构走。对了，这个岗位现在主要是写新功能还是维护老系统？")
    assert asks_back(
        "I would rather go. Is a change of trade something companies hold against you?"
    )
    assert not asks_back("I liked that job. Who wouldn't want this role?")
    assert not asks_back("He left. Then she asked me: what is this role for?")


async def test_who_only_asks_about_the_job_is_told_what_one_hears_and_asked_on() -> None:
    assert asks_of_job_alone("Who would I shadow at first? Is there a mentor in the team?")
    assert asks_of_job_alone("Who would I learn the safety rules from?")
    assert asks_of_job_alone("这个岗位是补缺的吗？要带人吗？")
    assert asks_of_job_alone("加班多不多？平时用什么排班？")
    assert not asks_of_job_alone("I had no mentor. Who would I shadow at first?")
    assert not asks_of_job_alone("这套系统的用户有多少？读多还是写多？")
    interview = await in_db(create, "en", interviewers=["hr"])
    asked = await in_db(put, interview, "quick-learning")
    async with sit(interview.pk) as room:
        met = await told(room, "Who would I shadow at first? Is there a mentor in the team?")
    assert met["metadata"]["aside"] == "company"
    # Which of the two wordings it is depends on the message's number.
    assert any(usual.strip() in met["content"] for usual in REPLIES["en"]["mentor"].usual)
    assert met["content"].endswith(asked)
    assert not await in_db(
        Message.objects.filter(planned_id__isnull=False, sender_type="user").exists
    )


def test_who_has_no_question_may_be_polite_and_is_not_taken_to_confide() -> None:
    for text in (
        "No, that's it, thanks, I liked the last one.",
        "没有了，今天聊得很开心。",
        "No, as I said, that's all.",
        "就这些，谢谢。",
        "Nothing else, it was fun.",
    ):
        assert declines(text), text
    for text in ("No, but what worries me is the travel.", "没有，不过我担心加班。"):
        assert not declines(text), text


@pytest.mark.parametrize(
    ("text", "goes_back"),
    [
        ("Sorry, I wasn't quite done with the launch story. We sold out in a week.", True),
        ("One more thing on the choir example: two of them still sing there.", True),
        ("Can I just add to the one about the reports? I put the display aside.", True),
        (
            "这道题稍等，我想先补一句，刚才每二十轮压一次那个数是我拍脑袋的，应该按 token 数来压。",
            True,
        ),
        ("对了，我再补充一点，刚才说的灰度，我们是按用户尾号切的。", True),
        ("先补一个索引，刚才慢的那条就快了", False),
        ("再补充一点：我会先加锁。", False),
        ("To get to the first answer quickly, I sample a tenth of the rows.", False),
        ("I would add to the story in the tracker what broke.", False),
        ("I wasn't done with testing when the release went out, so I called him.", False),
        ("I was finished with the report by noon.", False),
    ],
)
def test_who_was_not_done_with_a_story_goes_on_with_it(text: str, goes_back: bool) -> None:
    assert (amends(text) is not None) is goes_back


async def test_a_story_of_three_words_is_not_left_at_that() -> None:
    interview = await in_db(create, "en", interviewers=["hr"])
    await in_db(put, interview, "quick-learning")
    async with sit(interview.pk) as room:
        met = await told(
            room,
            "When the bakery got its new till. They wanted one of us to explain it to the rest and I had "
            "two days before the first course. I'd never given a course.",
        )
    assert met["metadata"]["kind"] == "follow_up"
    assert (await in_db(table, interview.pk)).spec["topic"] == "quick-learning"


@pytest.mark.parametrize(
    "added",
    [
        "Coming back to the sewing question, I still have my notes.",
        "As I go back to the machines one, I should say that it took a month.",
        "Back to the last question, it was an old tailor who taught me.",
    ],
)
async def test_who_comes_back_to_a_question_by_its_subject_adds_to_it(added: str) -> None:
    interview = await in_db(create, "en", interviewers=["hr"])
    await in_db(put, interview, "quick-learning")
    first = await in_db(lambda: Interview.objects.get(pk=interview.pk).open_id)
    async with sit(interview.pk) as room:
        await told(room, "I learned to mend sewing machines in a month from an old tailor.")
        await told(room, "next question please")
        met = await told(room, added)
        again = await told(room, "Sorry, can you repeat the question?")
        here = await told(room, added)
    assert met["metadata"]["aside"] == "amend"
    assert again["metadata"]["aside"] == "repeat"
    assert here["metadata"].get("aside") != "amend"  # the one that was put again is meant
    lines = Message.objects.filter(content=added, planned_id=first)
    assert await in_db(lines.count) == 1


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("Can I come back to the cache question? I'd add jitter.", "cache"),
        ("One more thing on the question about the cache: jitter.", "the cache"),
        ("As for what you asked about caching, I'd add jitter.", "caching"),
        ("回到缓存那个问题，我还会加互斥锁。", "缓存"),
        ("刚才限流那道题，我想补充：按租户分。", "限流"),
        ("缓存那个问题我再补一点，加互斥锁。", "缓存"),
        ("On the Sam story, it was not easy, he nearly quit.", "sam"),
        ("On the pricing question, I forgot to say that we tested it.", "pricing"),
        ("关于缓存那道题，热点键要单独处理。", "缓存"),
        ("On the pricing question, Ann and I were split.", None),
        ("On the deadline question, I'd add two weeks of slack.", None),
        ("Coming to the numbers question, I'd ask for the base rate.", None),
        ("关于性能这个问题，计数器用原子变量。", None),
        ("性能这个问题我加过监控。", None),
        ("我们遇到的超时那个问题我加了重试。", None),
        ("发版那个问题我忘了加开关。", None),
        ("至于定价那个问题，我和小安意见不一。", None),
        ("To get to the first answer quickly, I sample.", None),
        ("I'd go back to the cache layer and add a lock.", None),
        ("Going back to the cache is faster than the query.", None),
        ("We came back to the question of cost in the retro.", None),
        ("回到缓存层，我会先查命中率。", None),
        ("缓存的问题我会先看命中率。", None),
        ("关于这个问题，我觉得先看日志。", None),
    ],
)
def test_what_somebody_comes_back_to(text: str, theme: str | None) -> None:
    found = returned_to(text)
    assert (found and found[0]) == theme


@pytest.mark.parametrize(
    ("language", "answer", "owned_up", "asked"),
    [
        ("en", "I learned to mend sewing machines.", "I misspoke before, sorry.", "put right"),
        ("zh", "我一个月学会了修缝纫机，跟一位老师傅学的。", "我刚才说错了。", "哪一处要改"),
    ],
)
async def test_who_only_says_that_something_was_wrong_is_asked_what(
    language: str, answer: str, owned_up: str, asked: str
) -> None:
    interview = await in_db(create, language, interviewers=["hr"])
    await in_db(put, interview, "quick-learning")
    async with sit(interview.pk) as room:
        await told(room, answer)
        met = await told(room, owned_up)
    assert met["metadata"]["aside"] == "back"
    assert asked in met["content"] or "更正" in met["content"] or "was off" in met["content"]


async def test_what_was_wrong_belongs_to_the_question_before() -> None:
    interview = await in_db(create, "en", interviewers=["hr"])
    await in_db(put, interview, "quick-learning")
    first = await in_db(lambda: Interview.objects.get(pk=interview.pk).open_id)
    async with sit(interview.pk) as room:
        await told(room, "I learned to mend sewing machines in a month from an old tailor.")
        await told(room, "next question please")
        await told(room, "Sorry, I got that wrong earlier.")
        now = await in_db(Interview.objects.get, pk=interview.pk)
        await in_db(put, now, "race-condition")
        for answer in (
            "Actually, adding one is not atomic, so two threads can lose an update; I would use a lock.",
            "It should be atomic, not read and then written.",
            "They did not tell us, so I wrote to both bosses every Friday and kept a list.",
            "In my last job nobody had really looked at it, so I didn't wait and called both of the shops.",
            "I would not do that.",
        ):
            assert not await in_db(mends_before, now, answer), answer
        for mended in (
            "It was not a tailor who taught me.",
            "Actually, it took longer.",
        ):
            assert await in_db(mends_before, now, mended), mended
        await in_db(put, now, "race-condition", "zh")
        for answer in (
            "其实加一不是原子操作，两个线程会互相覆盖，要加锁。",
            "没有加锁，会丢更新。",
        ):
            assert not await in_db(mends_before, now, answer), answer
        assert await in_db(mends_before, now, "其实是我姐姐接的线。")
        met = await told(room, "My sister did the wiring, to be fair.")
    assert met["metadata"]["aside"] == "amend"
    added = Message.objects.filter(planned_id=first, content__startswith="My sister")
    assert await in_db(added.exists)


async def test_that_something_was_wrong_may_answer_what_went_wrong() -> None:
    interview = await in_db(create, "zh", interviewers=["behavioral"])
    await in_db(put, interview, "mistake", "zh")
    async with sit(interview.pk) as room:
        met = await told(room, "我之前记错了。")
    assert met["metadata"].get("aside") != "back"


async def test_what_is_added_goes_to_the_answer_that_is_named() -> None:
    interview = await in_db(create, "en", interviewers=["hr"])
    await in_db(put, interview, "quick-learning")
    first = await in_db(lambda: Interview.objects.get(pk=interview.pk).open_id)
    added = "Can I add something to the one about the sewing machines? I still have my notes."
    async with sit(interview.pk) as room:
        await told(room, "I learned to mend sewing machines in a month from an old tailor.")
        await told(room, "next question please")
        await told(room, "I had two bosses at once last year, and I wrote to both every Friday.")
        met = await told(room, added)
    assert met["metadata"]["aside"] == "amend"
    assert await in_db(Message.objects.filter(content=added, planned_id=first).exists)


@pytest.mark.parametrize(
    ("text", "amended"),
    [
        ("Actually, now I remember a case for the previous question. The freezer broke in May.", True),
        ("Coming back to the earlier question, there was a time when the freezer broke.", True),
        ("上一题我想起一件事，去年五月冷柜坏了，我一个人守到半夜。", True),
        ("回到上个问题，我有个真事：去年冷柜坏了。", True),
        ("I remember a case from last May. The freezer broke and I rang three suppliers.", False),
        ("有一次，去年五月冷柜坏了，我一个人守到半夜。", False),
        ("上一题的办法这里也能用：先把冷柜里的货搬走，再找人修。", False),
    ],
)  # fmt: skip
def test_a_case_that_comes_to_mind_later_belongs_to_the_question_it_is_for(
    text: str, amended: bool
) -> None:
    assert (amends(text) == (True, True)) is amended
