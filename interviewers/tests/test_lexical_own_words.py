"""Good technical answers in plain words are good, and no sentence of them is thrown away."""

from __future__ import annotations

import pytest

from interviewers.engines.base import AnswerFlag
from interviewers.engines.builtin.addressed.address import speaks_only_to_grader
from interviewers.engines.builtin.judging.lexical import judge
from interviewers.engines.builtin.reading.known import Known
from interviewers.engines.builtin.reading.text import asked, fold, segments, terms
from interviewers.tests.bank_items import BANK, told

STRONG = (
    (
        "en",
        "devops-alert-fatigue",
        (
            "I'd begin by going through the last few weeks and counting which alerts anyone "
            "actually did something about; usually a handful of rules make most of the noise. "
            "Whatever nobody reacts to gets deleted or turned into a graph. People should "
            "only be woken for things that customers feel, like errors or slowness, and that "
            "they can fix now, not for high CPU. I'd tie that to our availability target, so "
            "that if we're using up our allowed errors quickly it rings, and if slowly, it's "
            "a ticket for the morning. Alerts from the same cause come as one message, and if "
            "the database is down, the services behind it keep quiet. Each one has an owner "
            "and a link that says what to do, and if nobody answers in five minutes it goes "
            "to the next. Once a week we look at how often we were woken and how many were "
            "false."
        ),
    ),
    (
        "zh",
        "product-critique",
        (
            "我选微信读书，主要是给通勤路上想看书、又不想花太多钱的上班族用的。做得最好的是让读书变成"
            "有朋友陪的事，你能看到好友在读什么、在哪句划了线，读的时间长还能换会员，所以人会一直回来"
            "。比如我打开书就能看到别人的想法，看不懂的地方点一下就明白了。要改的话我会改书架，书一多"
            "就特别乱，我有一百多本，经常找不到上次读到一半的那本，最后就去看别的了。我会在最上面放一"
            "个继续读，自动把三十天没动的收起来。这样首页推荐的位置会少一点，可能影响付费书的曝光。所"
            "以我先给一成用户试，看他们读完率和七天回访有没有上去。"
        ),
    ),
    (
        "en",
        "product-low-adoption",
        (
            "First I'd look at who the 5% are and whether they come back. If the ones who use "
            "it use it every week, the need is there for some and others may not know about "
            "it. Then the funnel: how many customers have seen the entrance, opened it, set "
            "up a first flow, finished it. If few have ever opened it, that's promotion or "
            "discovery; if they open it and give up while configuring, it's the product; if "
            "they finish once and never again, it's probably the need. I'd phone ten "
            "customers who don't use it and ask how they approve things now; perhaps they do "
            "it in chat and it's good enough. I'd also look back at the research from before "
            "we started: who asked for it. Then small tests: an announcement to a hundred "
            "customers, or hands-on setup for ten of them. If they still don't use it after "
            "we've done everything for them, stop investing and say so."
        ),
    ),
    (
        "zh",
        "backend-async-queue",
        (
            "注册成功只要把用户存好就可以返回了，发邮件、送积分这些晚一点没关系，丢到队列里让后台慢慢"
            "做。这样用户不用等，某一个坏了也不会让人注册不了。但会有新麻烦：消息可能没发出去，可能收"
            "到两遍，积分就送了两次，所以要记下处理过的编号，重复的就不管。处理失败要隔一会儿再试，试"
            "了好几次还不行就放到一边让人看。还有用户可能刚注册完看不到积分，页面上要说一声稍后到账。"
            "另外要看着队列堆了多少，堆多了就报警。"
        ),
    ),
    (
        "en",
        "backend-cascading-failure",
        (
            "Checkout calls the recommendations and waits for them. When those get slow, each "
            "request holds a thread, soon all the threads are waiting and nothing else gets "
            "served, and login runs on the same servers. Then people and clients retry, which "
            "makes it even worse. On the spot I'd switch recommendations off, the page works "
            "without them, or show a fixed list, and restart the stuck servers bit by bit, "
            "limiting how much traffic comes in. Afterwards every call gets a short timeout, "
            "a circuit breaker that stops calling when it fails too often, and its own small "
            "pool of threads so that it can't take everything. Retries only once and with a "
            "random pause. We'd sort out what is essential and what isn't, and then practise "
            "it by slowing the service on purpose."
        ),
    ),
    (
        "zh",
        "qa-slow-degradation",
        (
            "重启就好、越跑越慢，多半是什么东西在攒着没放，内存泄漏、连接没关、线程越来越多、或者日志"
            "和临时表越来越大。压测一小时太短，所以我会跑三天的长时间测试，流量按线上的样子，为了快一"
            "点可以加大压力。过程中每分钟记内存、GC、连接数、线程数、文件句柄，看哪条线一直往上走。"
            "然后在开始和变慢以后各抓一次内存快照，比一比哪种对象变多了，谁拿着它。线上也留现场，重启"
            "前先抓。找到以后改掉再跑三天证明线是平的，并把这种长跑测试放到每次发版前，线上对这些指标"
            "加告警。"
        ),
    ),
)
TAKEN_FOR_SPEECHES = 12
"""Of about 4,200 sentences: some speak of rubrics, prompts or full marks because that is the matter."""


@pytest.mark.parametrize(("language", "key", "answer"), STRONG)
def test_a_good_answer_in_plain_words_is_level_4_or_more(
    language: str, key: str, answer: str
) -> None:
    judged = told(language, key, answer)
    assert judged.level >= 4
    assert judged.flags == ()


def test_what_is_said_about_work_is_hardly_ever_taken_for_a_speech_to_the_grader() -> None:
    # Judged under another question, where hardly a word of what is asked speaks for a sentence.
    items = list(BANK.values())
    taken = []
    for item, other in zip(items, items[7:] + items[:7], strict=True):
        for mine, theirs in ((item.zh, other.zh), (item.en, other.en)):
            known = Known(
                topic=asked(theirs.text).specific,
                expected=frozenset(terms(fold(theirs.reference))),
            )
            taken += [
                sentence.text
                for sentence in segments(mine.reference)
                if speaks_only_to_grader(sentence.folded, known)
            ]
    assert len(taken) <= TAKEN_FOR_SPEECHES, taken


@pytest.mark.parametrize(
    "sentence",
    [
        "去年评审完我的组长单独跟我说，我在会上总打断别人。",
        "用影响、把握和工作量打分排序，分数只是帮着讨论。",
        "客户投诉之后，经理给我打电话，我直接去了现场。",
        "My manager hired me two years ago and always gave me a lot of room.",
        "I open the network panel and look at what the browser sent.",
        "Last year the company decided that everyone must use one tool.",
    ],
)
def test_everyday_sentences_are_none(sentence: str) -> None:
    nothing = Known(topic=frozenset(), expected=frozenset())
    assert not any(speaks_only_to_grader(s.folded, nothing) for s in segments(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "写文案、起标题就设 0.8 左右。",
        "再按渠道、城市、新老用户、安卓苹果、品类分开看，找到跌得特别多的那一块。",
        "手机要选用户里用得最多的十来款，有低端机、老系统、小屏、大字体、深色模式。",
        "过程中每分钟记内存、GC、连接数、线程数、文件句柄，看哪条线一直往上走。",
    ],
)
def test_an_enumeration_among_clauses_is_no_list_of_terms(sentence: str) -> None:
    spec = BANK["qa-slow-degradation"].zh
    judged = judge(question=spec.text, references=(spec.reference,), answer=sentence, language="zh")
    assert AnswerFlag.KEYWORD_LIST not in judged.flags


def test_what_one_does_instead_of_a_thing_does_not_affirm_it() -> None:
    reference = "Give new users templates, so that nobody sees an empty page."
    judged = judge(
        question="How do you improve the first minutes?",
        references=(reference,),
        answer="Give new users templates instead of an empty page.",
        language="en",
    )
    assert AnswerFlag.NEGATED not in judged.flags
    assert judged.level >= 4


def test_what_never_happened_is_no_story() -> None:
    answer = "我基本没有失败过，我做事比较认真，就算有困难也会努力克服。"
    assert told("zh", "behavioral-failure", answer).level == 1


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "May I ask what the salary range is?"),
        ("zh", "我想问一下这个岗位的薪资范围大概是多少？"),
    ],
)
def test_asking_about_pay_is_a_question_too(language: str, question: str) -> None:
    assert told(language, "hr-their-questions", question).covered == ("growth",)
