"""Who stops within an answer to ask the interviewer something gets a word to it before the next question."""

from __future__ import annotations

from typing import Any

import pytest

from feedback.models import Assessment
from interviewers.engines.base import Check
from interviewers.engines.builtin.speaking.phrases import PHRASES
from interviewgpt.db import in_db
from interviews.checking import checks, ends_in_wish, has_said_so, proposes_reading
from interviews.clarifying import Wanted, asks_what_is_wanted
from interviews.tests.support import create, sit, table, told
from interviews.vague import asks_for_figures
from interviews.wishes import Request


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        ("I would look at the slow query log first, is that what you mean? Then I would read its plan.", Check.MEANING),
        ("I would read the plan and see whether an index is used. Do you want me to go into the index?", Check.DEPTH),
        ("I would put a queue in between, so that a spike is absorbed. Does that make sense?", Check.ENOUGH),
        ("我会先看慢查询日志，找出最慢的那条语句，您是这个意思吗？然后看执行计划。", Check.MEANING),
        ("先看执行计划有没有走索引。需要我展开讲讲索引吗？不用的话我接着说缓存。", Check.DEPTH),
        ("先更新数据库再删缓存，删失败就重试。这样说清楚吗？", Check.ENOUGH),
        ("如果只有一两个，我就不建议引入。对了，想先确认一下，这个团队手上有老项目在跑，对吗？", Check.CASE),
        ("I would start with the new files only and leave the old ones. Can I just check, is this a team with old code to carry?", Check.CASE),
        ("先看是不是响应式丢了，比如解构了响应式对象。能不能先告诉我追加是用推还是重新赋值？", Check.CASE),
        ("客户打电话来，他说能不能告诉我到底是哪天到货？我就先去查了物流，十分钟后回他。", None),
        ("您这个说法我不太同意，缓存也该有个上限，没有上限一直涨，那跟泄漏也没什么区别。", Check.DIFFERS),
        ("我倒不太认同要先判断，价格错了就是最急的，晚一个小时人家就打款了。", Check.DIFFERS),
        ("我倒不觉得是哪一步错了，人是劳务公司来不齐，真要说就是没签备用的那家。", Check.DIFFERS),
        ("嗯，我倒不这么看。两个人一起值班是贵，可出一次事赔得更多。", Check.DIFFERS),
        ("I'm not sure I agree with that. A cache without a limit is a leak under another name.", Check.DIFFERS),
        ("Well, I don't think that's quite fair, he knew of it before I did, for his phones were dead.", Check.DIFFERS),
        ("我觉得没人负责这种说法不太准，多数事是有人管的，只是没时间管。", Check.DIFFERS),
        ("这个前提有点问题，流量不会一下子涨十倍，我先看是不是真的。", Check.DIFFERS),
        ("I wouldn't really call it a conflict. The chef and I had different ideas about the menu.", Check.DIFFERS),
        ("The question assumes that there was a plan, and in our kitchen there was none, so I made one.", Check.DIFFERS),
        ("I don't think that's enough, I would also put an index on it and read the plan.", None),
        ("当时我不太同意他的说法，就去拉了三个月的数据，后来按我的做了。", None),
        ("我不太同意把它拆开，就跟组长提了，他最后听了我的。", None),
        ("I didn't agree with my manager at first, so I collected the numbers and showed them to her.", None),
        ("我会先看监控。先确认一下是不是只有这一台机器慢吗？不是的话再看数据库。", None),
        ("I asked him: do you want me to stay late? He said no, so I left it for the next morning.", None),
        ("Is it enough to lock the row? No, because two services write to it from different places.", None),
        ("我问他要不要我再讲一遍，他说不用，后来就上线了，也没出问题。", None),
        ("Safe in what sense, do you mean? The kiln is only where I fire my own bowls.", Check.CASE),
        ("Did you mean the one in the shop or the big one? I worked on both of them for about a year.", Check.CASE),
        ("I had to tell the caretaker that the hall was double booked. Does a caretaker count as a client?", Check.MEANING),
        ("要用索引吗？我会先看数据量和查询频率再决定，不是越多越好。", None),
        ("The phone number and the dates, I skip the tone. Is that what you were after, or more the checklist side of things?", Check.MEANING),
    ],
)  # fmt: skip
def test_a_question_within_an_answer_is_told_from_what_is_only_told(
    answer: str, found: Check | None
) -> None:
    assert checks(answer) is found


@pytest.mark.parametrize(
    ("language", "asked"), [("zh", "需要我展开讲讲吗？"), ("en", "Do you want me to go into that?")]
)
@pytest.mark.django_db(transaction=True)
async def test_it_gets_a_word_before_what_comes_next(language: str, asked: str) -> None:
    interview: Any = await in_db(create, language, interviewers=["technical"])
    planned = await in_db(table, interview.pk)
    begun = planned.spec["reference"][: 60 if language == "zh" else 160]
    async with sit(interview.pk) as room:
        met = await told(room, f"{begun}. {asked}")
    said = [*PHRASES[language]["check_depth"], *PHRASES[language]["check_depth_on"]]
    assert any(met["content"].startswith(way.strip()) for way in said)


@pytest.mark.parametrize(
    ("answer", "asks"),
    [
        ("大概要看每天有多少流量，流量大就跑短一点。具体的公式我不记得了，可以给个提示吗？", True),
        ("I would split users at random and wait. I forgot the formula, could you give me a hint?", True),
        ("表单填错的时候，页面上给个提示，别只变红。", False),
        ("我问他能不能给个提示？他说没有，我就自己去翻日志。", False),
        ("We show a hint next to the field, so nobody has to ask.", False),
        ("可以给个提示吗？", False),
    ],
)  # fmt: skip
def test_a_plea_for_a_hint_behind_an_answer_is_told_from_hints_in_it(
    answer: str, asks: bool
) -> None:
    assert (ends_in_wish(answer) is Request.HINT) is asks


@pytest.mark.parametrize(
    ("answer", "asks"),
    [
        ("Two shifts had been arguing over who does the round. Hmm, give me a second.", True),
        ("It started with a lost parcel, and the driver, hold on, let me think.", True),
        ("那次是两个班组在争谁来交接。嗯，让我想一下。", True),
        ("Trucks queued to the motorway. My question first: do I have somebody for the phone?", None),
        ("We waited a second, and then it came back. It went well.", False),
        ("I told him to hold on and give me a minute. He did.", False),
        ("我让他等一下，他就等了，后来货到了。", False),
        ("Give me a second.", False),
        ("I made a list of everyone who touches it. That is where the figure comes from, I think.", False),
        ("We saved about two days a week with it. At least I think so.", False),
        ("It began with a leak in the cellar. I need to think.", True),
    ],
)  # fmt: skip
def test_who_breaks_off_to_think_or_to_ask_is_given_the_time(
    answer: str, asks: bool | None
) -> None:
    wish = Request.ASSUME if asks is None else Request.WAIT
    assert (ends_in_wish(answer) is wish) is (asks is not False)


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        ("Hm, I'm not sure that question fits, a menu is not delivered at night. We just cook it.", True),
        ("I don't think this applies to my job, we have no servers. What I keep is a list of guests.", True),
        ("That has nothing to do with the role, does it? I would ask the depot and write it down.", True),
        ("这个问题跟我的工作没什么关系，我是做培训的，平时就是排课和讲课。", True),
        ("这题好像不太适合我，我没带过人，只带过一个实习生。", True),
        ("It doesn't fit into memory, so I would read it in pieces and sum them up one by one.", False),
        ("The customer said that it doesn't fit his role, so we changed the rights of that account.", False),
        ("这个方案不太适合我们，后来换成了按区域分批送货，少了两成的油费。", False),
    ],
)  # fmt: skip
def test_who_says_that_a_question_is_not_for_them_is_heard(answer: str, found: bool) -> None:
    assert (checks(answer) is Check.UNFIT) is found


@pytest.mark.parametrize(
    ("language", "plea"), [("zh", "可以给个提示吗？"), ("en", "Could you give me a hint?")]
)
@pytest.mark.django_db(transaction=True)
async def test_it_is_granted_and_what_was_said_counts(language: str, plea: str) -> None:
    interview: Any = await in_db(create, language, interviewers=["technical"])
    planned = await in_db(table, interview.pk)
    begun = planned.spec["reference"][: 60 if language == "zh" else 160]
    async with sit(interview.pk) as room:
        met = await told(room, f"{begun}. {plea}")
    assert met["metadata"]["kind"] == "hint"
    assert await in_db(Assessment.objects.filter(interview_id=interview.pk).exists)


def test_who_says_that_they_told_it_already_is_heard() -> None:
    told_before = (
        "Streaming, I told you. I have only done it in a course.",
        "The list of families. That's what I just said, more or less.",
        "我刚才说过了，就是那张表。",
        "这个我刚才其实说过了，就是那张表。",
        "我已经讲过了，加锁。",
    )
    assert [text for text in told_before if not has_said_so(text)] == []
    others = (
        "I told him so.",
        "As I said to my boss, it was late.",
        "我跟他说过了，他没听。",
        "提过的。年初写了三页的方案，跟组长和产品都讲了。",
        "我跟老板已经说了，要晚三天。",
        "刚才说的那个方案",
        (
            "First I halt the rollout. Then I cluster the traces by model and stack, and look for lock contention, a binder "
            "call or slow IO. As I told you about the database, we had just that: a checkpoint blocked the main thread."
        ),
        "对了，刚才说的半小时刷新一次，其实只是请求的间隔。",
    )
    assert [text for text in others if has_said_so(text)] == []


@pytest.mark.parametrize(
    ("message", "proposes"),
    [
        ("Sorry, what do you mean by differently? Do you mean in how I plan the week?", True),
        ("没太明白，你是问我平时怎么排班吗？", True),
        ("您是说只考虑单个用户的记忆，不用管共享的知识库，对吗？", True),
        ("这个问题有点大，您是说公司里全是写前端的、从来没用过 Python 这种吗？", True),
        ("不太明白，你的意思是让我讲一次失败的经历吗？", True),
        ("Not management, but relatives, that is my daily bread. Does that count?", True),
        ("我没带过人，带过实习生，这个算吗？", True),
        ("What do you mean by differently?", False),
        ("Do you mean the app or the site?", False),
        ("我没上过班，您是想问家教为什么停了吗？", True),
        ("你是说什么？", False),
        ("What do you mean by 'it'? Excel?", True),
        ("What do you mean by 'it'?", False),
    ],
)
def test_who_asks_what_is_meant_may_say_how_they_would_take_it(
    message: str, proposes: bool
) -> None:
    assert proposes_reading(message) == proposes


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("language", "message"),
    [
        ("en", "Sorry, what do you mean by that? Do you mean on my last project?"),
        ("zh", "没太明白，你是问我上个项目里的做法吗？"),
    ],
)
async def test_a_proposed_reading_is_agreed_with(language: str, message: str) -> None:
    interview = await in_db(create, language)
    first = await in_db(table, interview.pk)
    async with sit(interview.pk) as room:
        met = await told(room, message)
    ways = tuple(way.strip() for way in PHRASES[language]["check_meaning"])
    assert met["content"].startswith(ways), met["content"]
    assert first.spec["text"] in met["content"]


@pytest.mark.parametrize(
    ("language", "asked", "wanted"),
    [
        ("zh", "您是要我说个百分比吗？", Wanted.FIGURE),
        ("zh", "您是想听一个真实的例子，对吗？", Wanted.STORY),
        ("zh", "你是想要一个数据库吗？", None),
        ("zh", "要不要先问问数据是怎么来的？我会先看口径。", None),
        ("en", "So you want a figure?", Wanted.FIGURE),
        ("en", "You're after a real example?", Wanted.STORY),
        ("en", "Do you want a figure? It was about forty.", None),
        ("en", "I want a number for every table.", None),
    ],
)
def test_who_asks_whether_a_figure_or_a_case_is_wanted_is_told(
    language: str, asked: str, wanted: Wanted | None
) -> None:
    assert asks_what_is_wanted(asked.casefold()) is wanted


@pytest.mark.parametrize(
    ("language", "asked"), [("zh", "您是要我说个百分比吗？"), ("en", "So you want a percentage?")]
)
@pytest.mark.django_db(transaction=True)
async def test_they_get_a_yes_or_a_no_and_the_question_again(language: str, asked: str) -> None:
    interview: Any = await in_db(create, language, interviewers=["technical"])
    planned = await in_db(table, interview.pk)
    wants = asks_for_figures(planned.spec["text"])
    async with sit(interview.pk) as room:
        met = await told(room, asked)
    said = PHRASES[language]["check_figure" if wants else "check_no_figure"]
    assert met["content"].startswith(tuple(line.strip() for line in said))
    assert met["content"].endswith(planned.spec["text"])


@pytest.mark.parametrize(
    ("answer", "prompt", "found"),
    [
        ("I don't think times were good, prices went up that year and the place next door shrank.", "It got better, but maybe times were just good. How do you know?", Check.DIFFERS),
        ("I didn't think about it much, I just looked at the weekly numbers of the kitchen.", "It got better, but maybe times were just good. How do you know?", None),
        ("我不觉得是行情好，那年同行都在跌，我们隔壁那家少了两成。", "数字是变好了，可也许只是行情好。你怎么知道有多少是你的功劳？", Check.DIFFERS),
        ("没有，我是先看数据再决定的，当时看的是留存那张表。", "你的方案上线了。上线前你看过留存吗？", None),
    ],
)  # fmt: skip
def test_who_denies_what_the_panel_has_said_sees_it_differently(
    answer: str, prompt: str, found: Check | None
) -> None:
    assert checks(answer, prompt) is found
