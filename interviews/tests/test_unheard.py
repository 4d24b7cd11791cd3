"""What nobody knew for a remark, and nothing was heard in, uses up no question; an answer goes on."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest

from interviewers.engines.base import AnswerFlag, Aside
from interviewers.engines.builtin.judging.misplaced import is_misplaced
from interviewers.engines.builtin.speaking.phrases import PHRASES
from interviewers.engines.builtin.speaking.plainly import in_short
from interviewers.tests.bank_items import BANK, spec_of_item
from interviewers.tests.test_better_answers import spec_of
from interviewgpt.db import in_db
from interviews.beside import leans_to_talk, may_answer, may_be_talk
from interviews.conductor import UNHEARD, FollowUp, Item, Repeat, SittingView, Standing, decide
from interviews.models import Message
from interviews.tests.support import answer_for, create, put, sit, table, told
from interviews.unheard import how_to_meet, is_another

OPEN = Item(1, 0, "technical", 2, pending=False, spoken=True, budget=2)


def view(table: Item, *, unheard: Aside | None = Aside.UNHEARD) -> SittingView:
    standing = Standing(1, ("b",), gained=False, gave_up=False, unheard=unheard)
    return SittingView(
        ("technical",), "technical", 2, (table,), open_id=1, probes=("b",), standing=standing
    )


def test_what_was_not_heard_is_asked_again_twice_at_most() -> None:
    assert decide(view(OPEN)) == Repeat(1, Aside.UNHEARD)
    spent = Item(1, 0, "technical", 2, pending=False, spoken=True, budget=2, repeats=UNHEARD)
    assert decide(view(spent)) == FollowUp(1, "b")
    assert decide(view(OPEN, unheard=None)) == FollowUp(1, "b")


def test_a_word_of_talk_before_it_takes_nothing_from_an_answer() -> None:
    said = "Haha fair enough. So, Monday. I'd read it twice and write down what I don't get."
    spec = spec_of("planning", "en")
    met = partial(how_to_meet, spec, covered=False, gained=False, probes=0, language="en")
    assert met((said,), flags=frozenset()) is None
    assert met(("Haha fair enough. Lovely Monday.",), flags={"off_topic"}) is not None


@pytest.mark.parametrize(
    ("said", "met"),
    [
        ("今天地铁又晚点了，真是的", True),
        ("外面在下雨，好大。", True),
        ("It's pouring, the rain is so loud here.", True),
        ("从地铁站导流来的用户留存更差。", False),
        ("新用户都走了，留存没跟上。", False),
        ("I'd ask them over coffee what they missed.", False),
    ],
)
def test_a_word_about_the_day_uses_up_no_follow_up(said: str, met: bool) -> None:
    language = "en" if said.isascii() else "zh"
    spec = spec_of_item(BANK["product-growth-plateau"], language)
    first = "I would look at the funnel." if language == "en" else "先看漏斗，一层层看。"
    heard = how_to_meet(
        spec,
        (first, said),
        flags=frozenset(),
        covered=True,
        gained=False,
        probes=1,
        language=language,
    )
    assert (heard is not None) == met


def test_a_question_said_over_to_oneself_is_not_put_to_the_panel() -> None:
    spec = spec_of("hard-feedback", "en")
    met = partial(
        how_to_meet, spec, flags=set(), covered=False, gained=False, probes=1, language="en"
    )
    assert (
        met(("My manager was hard on me.", "How did it end? She used my slide in a talk.")) is None
    )
    for asked in ("What do you mean by that?", "What was the request?", "我没听清什么问题？"):
        assert met(("My manager was hard on me.", f"{asked} I did not get it.")) is not None


def test_who_says_that_they_do_not_know_has_been_heard() -> None:
    said = ("I don't know much about that, we never did offline at the school.",)
    spec, flags = spec_of("offline-sync", "en"), frozenset({AnswerFlag.OFF_TOPIC})
    met = how_to_meet(spec, said, flags=flags, covered=False, gained=False, probes=0, language="en")
    assert met is None


@pytest.mark.parametrize(
    ("said", "met"),
    [
        ("后面写的那条生效", None),
        ("下面的", None),
        ("the later one", None),
        ("我不太喜欢这份工作", Aside.UNHEARD),
        ("楼上在装修", Aside.UNHEARD),
        ("灯灭了", Aside.UNHEARD),
        ("hot in here", Aside.UNHEARD),
        ("neighbours are drilling", Aside.UNHEARD),
    ],
)
def test_a_few_words_in_reply_to_a_follow_up_are_an_answer(said: str, met: Aside | None) -> None:
    language = "en" if said.isascii() else "zh"
    spec = spec_of_item(BANK["frontend-cascade"], language)
    answers = ("css 有优先级，id 比 class 高，行内最高", said)
    heard = partial(how_to_meet, spec, flags=frozenset(), covered=True, gained=False)
    assert heard(answers, probes=1, language=language) is met


def test_what_is_no_story_at_all_is_asked_for_again() -> None:
    spec = spec_of("unpopular-decision", "zh")
    met = partial(
        how_to_meet, spec, flags={"off_topic"}, covered=False, gained=False, probes=0, language="zh"
    )
    aside = "说起这个，最近那部动画片他们美术做得真好，我觉得国产的以后肯定越来越好。"
    assert met((aside,)) is Aside.UNHEARD
    assert met(("组长让我选方案，我选了便宜的那个，好几个人不高兴。",)) is None
    begun = "园长要搞开放日，让孩子提前一个月排练，我不太赞成。"
    spec = replace(spec, text="请讲一次你不同意上级的决定的经历。你是怎么表达的，结果怎样？")
    assert met.func(spec, (begun,), **met.keywords) is None


@pytest.mark.parametrize(
    ("reply", "met"),
    [
        ("Do you know if there's parking there? My mate's driving me next week.", Aside.QUERY),
        ("They said it was extra work. Who could blame them?", None),
        (
            "You mean the rota with the colours? The loud one in sales only came round at the end.",
            None,
        ),
        ("I don't agree with that, honestly: nobody here had to be talked into anything.", None),
    ],
)
def test_who_asks_something_else_in_reply_to_a_follow_up_is_asked_again(
    reply: str, met: Aside | None
) -> None:
    said = ("I made it five colours, one per day, and now everyone does it.", reply)
    spec = spec_of("influence", "en")
    assert (
        how_to_meet(
            spec, said, flags=frozenset(), covered=True, gained=False, probes=1, language="en"
        )
        is met
    )


@pytest.mark.parametrize(
    ("language", "remark"),
    [
        ("zh", "窗帘没拉上，晃得慌"),
        ("en", "The curtains clash dreadfully with that carpet"),
    ],
)
@pytest.mark.django_db(transaction=True)
async def test_a_remark_nobody_knew_leaves_the_question_and_stays_what_was_said(
    language: str, remark: str
) -> None:
    interview = await in_db(create, language, interviewers=["technical"])
    first = await in_db(table, interview.pk)
    async with sit(interview.pk) as room:
        met = await told(room, remark)
        probe = await told(room, answer_for(first.spec, "middling", language))
    assert met["metadata"]["aside"] == Aside.UNHEARD
    assert first.spec["text"] in met["content"]
    assert probe["metadata"].get("aside") is None
    kept = Message.objects.filter(planned_id=first.pk, content=remark)
    assert await in_db(kept.exists)


@pytest.mark.django_db(transaction=True)
async def test_who_is_not_understood_twice_is_asked_something_more_definite() -> None:
    interview = await in_db(create, interviewers=["technical"])
    async with sit(interview.pk) as room:
        again = await told(room, "窗帘没拉上，晃得慌")
        probe = await told(room, "地毯颜色太花，晃得慌")
    assert again["metadata"]["aside"] == Aside.UNHEARD
    assert (probe["metadata"]["kind"], probe["metadata"].get("aside")) == ("follow_up", None)


@pytest.mark.parametrize(
    ("seat", "said"),
    [
        ("technical", "I would first look at what changed."),
        ("behavioral", "去年我们组搬了一次办公室，我负责打包。"),
        (
            "technical",
            "Our team moved to a new office in spring, and we had planned it for weeks. " * 3,
        ),
    ],
)
@pytest.mark.django_db(transaction=True)
async def test_who_sounds_like_answering_is_asked_on(seat: str, said: str) -> None:
    language = "en" if said.isascii() else "zh"
    interview = await in_db(create, language, interviewers=[seat])
    async with sit(interview.pk) as room:
        asked = await told(room, said)
    assert asked["metadata"].get("aside") is None


def test_the_marks_of_talk_and_of_an_answer() -> None:
    for text in (
        "你说的“对齐”我没整明白",
        "Sorry, had to take a call",
        "Any feedback for me so far?",
    ):
        assert leans_to_talk(text), text
    for text in ("令牌桶", "The queue keeps the order within a partition", "没人管，我管"):
        assert not leans_to_talk(text), text
    assert may_answer("He came to me", people=True)
    assert not may_answer("He came to me", people=False)
    assert may_answer("我会先看日志", people=False)
    assert not may_be_talk("有的老师怕书丢，我说丢了算我的，就没人说啥了。")


@pytest.mark.parametrize(
    "said", ["I don't know, I'd look at the graphs.", "Not sure… is it the index?"]
)
@pytest.mark.django_db(transaction=True)
async def test_who_does_not_know_and_names_a_way_or_guesses_is_asked_on_from_it(said: str) -> None:
    interview = await in_db(create, "en", interviewers=["technical"])
    async with sit(interview.pk) as room:
        asked_on = await told(room, said)
    assert asked_on["metadata"]["kind"] == "follow_up"
    assert not asked_on["content"].startswith(tuple(PHRASES["en"]["gave_up"]))


@pytest.mark.parametrize(
    ("language", "told_first"),
    [
        (
            "zh",
            "小满那会儿，直播课的音频被来电打断以后恢复不了，三个组都说不是自己的。我把日志按时间线拉了一张表，看出是会话没有重新激活，两天就修好了，后来一周也没几个人来说。",
        ),
        (
            "en",
            "At my last place the sound of the lessons did not come back after a phone call, and all three teams said it was not theirs. I put the logs on one time line, saw that the session was never started again, and fixed it in two days.",
        ),
    ],
)
@pytest.mark.django_db(transaction=True)
async def test_a_story_of_something_else_is_not_asked_on_as_if_it_fitted(
    language: str, told_first: str
) -> None:
    interview = await in_db(create, language, interviewers=["behavioral"])
    await in_db(put, interview, "bad-news", language)
    async with sit(interview.pk) as room:
        met = await told(room, told_first)
    assert met["metadata"]["aside"] == Aside.STRAYED


def test_a_story_with_a_word_of_what_was_asked_is_the_one_though_no_point_was_heard() -> None:
    decision = "Tell me about an unpopular decision you took amid controversy."
    spec = replace(spec_of("bad-news", "en"), text=decision)
    told_so = "When I had the rota I let nobody touch the routers on a Friday, and people moaned. After a month they {}. "
    assert not is_another(spec, [told_so.format("had forgotten it") * 2], level=1)
    assert is_another(spec, [told_so.replace(", and people moaned", "") * 2], level=1)
    layman = replace(spec, text="请讲一次你要把一件专业的事讲给外行听的经历。你是怎么讲的？")
    cut = "有回居民骂我们把树剪秃了，我就指着一根枝条跟他们说，跟理发一样，里面不剪不透风，夏天要长虫。后来他们就不骂了，还有两户让我帮看家里的花。"
    assert not is_another(layman, [cut], level=1)


def test_who_refused_what_is_not_allowed_has_not_strayed() -> None:
    asked = "请讲一次你被要求、或看到别人做一件你认为不妥当的事的经历，比如数据、合规或对用户的承诺。你怎么处理？"
    spec = replace(spec_of("ethics", "zh"), text=asked)
    refused = "上一家店长让我把临期的酸奶换个标签再摆上去，还说隔壁都这么卖。我说这个我做不了，查到是要罚的。后来我把它们打折处理了，两天就卖完了，他也没再提过。"
    assert not is_another(spec, [refused], level=1)
    elsewhere = refused.replace(
        "我说这个我做不了，查到是要罚的。", "我就挨个问了三个老顾客想要什么口味。"
    )
    assert is_another(spec, [elsewhere], level=1)


def test_a_theme_of_the_project_that_is_named_is_none_of_what_is_asked_about_it() -> None:
    asked = "做「数据质量巡检」的过程中，和合作的人意见最不一致的是哪一次？后来怎么处理的？"
    spec = replace(spec_of("conflict-peer", "zh"), text=asked)
    reruns = "任务都写成先删分区再插入，所以重跑几次都一样；补数的时候我用 backfill，一次最多并发 4 个，免得把队列占满。去年有次补 40 天就是这么跑的，我守了两个晚上。"
    assert is_another(spec, [reruns], level=1)
    assert not is_another(spec, [reruns + "分析师不同意，说口径不对。"], level=1)
    urgent = replace(
        spec, text="请讲一次好几件要紧的事同时落到你头上的经历。你怎么排先后，放下了什么？"
    )
    ranked = "比如大促前那周，大版本要回归，通道那边又要切证书，还有个新人要带。我让证书第一，因为到期了整个支付都不通；回归第二，但是我把低频的用例砍了。"
    assert not is_another(urgent, [ranked], level=1)


def test_who_names_what_was_asked_for_has_not_strayed() -> None:
    spec = replace(
        spec_of("bad-news", "en"),
        text="Tell me about having to give bad news to senior management or an important client.",
    )
    said = (
        "A client, a small one. We imported the price list of one hotel chain in kroner as if it had been in euro, and "
        "forty hotels sold rooms for two hours. I took the list of the 23 bookings with me, and my lead sat in too. "
        "At the end the man nodded and asked me to send him that list."
    )
    assert not is_another(spec, [said], level=1)


@pytest.mark.django_db(transaction=True)
async def test_who_has_never_done_it_and_asks_back_is_answered_and_not_asked_on() -> None:
    interview = await in_db(create, interviewers=["technical"])
    said = "我没做过这一块，我之前主要是做报表，您那边平时这种活多吗？"
    async with sit(interview.pk) as room:
        met = await told(room, said)
    assert met["metadata"]["kind"] == "question"
    met_first = (*PHRASES["zh"]["asked_back"], *PHRASES["zh"]["asked_back_bare"])
    assert met["content"].startswith(met_first)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.django_db(transaction=True)
async def test_an_answer_to_another_question_is_met_once_with_the_question_in_short(
    language: str,
) -> None:
    interview = await in_db(create, language, interviewers=["technical"])
    await in_db(put, interview, "cache-aside", language)
    elsewhere = spec_of("flaky-tests", language).reference
    async with sit(interview.pk) as room:
        met = await told(room, elsewhere)
        again = await told(room, elsewhere.swapcase())
    assert met["metadata"]["aside"] == Aside.MISPLACED
    assert in_short(language, spec_of("cache-aside", language).text) in met["content"]
    assert again["metadata"].get("aside") is None


@pytest.mark.parametrize("language", ["zh", "en"])
def test_only_a_long_answer_that_fits_another_question_is_misplaced(language: str) -> None:
    spec, other = spec_of("cache-aside", language), spec_of("flaky-tests", language)
    assert is_misplaced(spec, other.reference)
    assert is_misplaced(other, spec.reference)
    assert not is_misplaced(spec, spec.reference)
    assert not is_misplaced(other, other.reference)
    assert not is_misplaced(spec, other.reference[:20])
    assert not is_misplaced(replace(spec, points=()), other.reference)


@pytest.mark.parametrize(
    ("language", "text", "short"),
    [
        ("zh", "页面有两个版本。你会怎么组织几百万用户的应用的发布，把风险压到最低？", True),
        ("zh", "数据仓库里常说事实表和维度表。它们各放什么，设计的时候先定下来什么？", False),
        ("en", "A team ships weekly. How do stubs and mocks differ, when do you use which, and what is the danger?", True),
        ("en", "A model makes things up. How do you find out why it does, and where would you begin to reduce it?", False),
    ],
)  # fmt: skip
def test_a_question_is_put_without_its_case_only_if_no_word_speaks_of_that(
    language: str, text: str, short: bool
) -> None:
    assert (in_short(language, text) != text) is short
