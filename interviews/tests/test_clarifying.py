"""Questions about the case, and wishes in words that were taken for answers in whole interviews."""

from __future__ import annotations

from typing import Any

import pytest

from interviewgpt.db import in_db
from interviews.asides import Request, request_in
from interviews.clarifying import clarifies, of_the_hint
from interviews.tests.support import answer_for, create, open_spec, sit, told

ABOUT_THE_CASE = (
    "先问一句，这个实验跑了多久？人均成交额包括退款吗？",
    "先确认一下，是单机还是集群？",
    "我想先确认一下，这里的成功率按次算还是按人算？",
    "想了解一下，流量是什么时候开始掉的？",
    "实验组和对照组各有多少人？",
    "想先跟您确认一下，您说的这几个服务前面，挂的是四层的负载均衡还是七层的？",
    "Sorry, can I first check with you: does the figure count guests, or only members?",
    "Could you tell me which version of Kubernetes we assume?",
    "Which database are we using?",
    "Quick clarification: is this read-heavy or write-heavy?",
    "How long did the experiment run?",
    "Does the figure include refunds?",
    "Who are the users of this feature?",
    "Ha, straight to the money! Before I answer: is this a B2B tool or do families use it as well?",
    "Could you tell me roughly how big these teams are? Otherwise I'll just assume.",
    "Who do I have, a full QA team?",
    "Do I have a data analyst on the team?",
    "哈哈，上来就聊钱！回答之前先问一下，这是面向企业的还是面向个人的？",
    "这几个团队大概多少人？不然我就自己假设了。",
)
ANSWERS = (
    "是缓存没命中吗？",
    "我会问他，您是说这个接口慢吗？",
    "往下走三步就到缓存。",
    "难道是索引没建？",
    "为什么慢？因为没有索引",
    "谁来背锅？我来。",
    "多久对一次账？每小时一次。",
    "对方最担心的是什么？先弄清这个，再谈方案。",
    "是哪类用户？从哪天开始？哪个渠道？",
    "先问用户是谁？不然我就假设是老师。",
    "回答之前我一般先看日志。",
    "可以先问客户一句：您最在意什么？",
    "我先问用户，他们到底想要什么？",
    "I'd ask them first: what do you need?",
    "Maybe the index?",
    "Is it the cache?",
    "Is the index missing?",
    "Before I start, I ask three things: who uses it, how often, and what for?",
    "Who do I have in the room? Usually support and finance, I'd start with them.",
    "What do I have to lose? I told him straight.",
    "Nice! We had that in May, was it the cache?",
    "Otherwise I'll just assume.",
    "What is the bottleneck? I'd guess the lock.",
    "So how many golf balls fit in there? I'd guess half a million.",
    "What is the first thing to look at? I'd pick the slow query log.",
    "Who are the users? I'd assume teachers and parents.",
    "一千万人里有多少人喝奶茶？先假设一个。",
    "出了事谁来拍板？先定。",
    "回答之前，先看三样：日志、监控、最近改了什么？",
    "太难了！回答之前，先看是不是缓存没命中？",
    "Before I begin, the first question is always: since when is it slow?",
    "Before I start, they ask me: is the patient fasting?",
    "Nice! Before I start, is it the index?",
    "What would I get, fewer pages to read?",
    "What would I have, an N plus one?",
    "What would I have done differently?",
    "How many users were affected is the first thing I check.",
    "Who complained, since when, and what changed? I'd look at that first.",
    "which version we are talking about depends on the cluster",
)
SAID = {
    Request.SKIP: (
        "张工，这题我想跳过后面的细节，咱们往下走可以吗？", "咱们往下走吧", "这题我答完了，您继续吧。", "就这么多，您接着问。", "没有了，您继续。", "就讲到这儿可以吗？", "这个涉及到同事的隐私，我就不展开了。", "直接往下问吧", "这题跳过剩下的细节吧",
        "跳过吧，医院的我真不懂", "下一题吧，这块我没接触过。", "Skip this one please, I really don't know hospitals.", "能不能聊点别的？", "换个方向问吧", "先放一放，问下一个", "Sorry, can we switch to another topic?",
        "Can I have a different question, please?", "Could we change the subject?", "Let's leave this one.",
        "I have nothing to say on this, next please.",
    ),
    Request.EXPLAIN: (
        "Could you say that in a simpler way?", "Could you break the question down for me?", "What exactly is the question?",
        "这题到底想考什么？", "题目有点绕，能拆开问吗？",
    ),
    Request.REPEAT: ("I missed that, once more please?", "Can you go over that again?"),
    Request.HINT: (
        "哦不好意思扯远了，给点提示吧，不知道从哪件说起", "Sorry, I don't know where to take this, a hint please?",
        "能提示一个关键词吗？",),
    Request.PAUSE: ("I need to grab a glass of water, back in two minutes.",),
    Request.WAIT: ("上一条发早了，后面还有。", "我还没写完，等一下。", "让我捋一捋", "这个题有点大，容我想想。", "这题挺大的，我想想", "嗯，这个嘛……"),
    Request.COMPANY: (
        "What is the salary for this position?", "Can I ask, is there remote work in your company?",
        "你们采购部几个人？我进来主要管哪一块料？",
        "在答之前我能先问一句吗：你们那边专职做这个的有几个人？",
        "Can I ask something in between? Is it settled what the new system will be, or would I be the one who has to argue for it with the board?",
        "Before I answer, may I ask how many people in your team do that full time?",
        "Is remote work possible?", "When would I start?", "How many vacation days are there?",
    ),
    Request.COURSE: (
        "我后面还有个面试，能快一点吗？", "能不能少问几道？",
        "How many more are there?", "How much time do I have for this?", "Are we nearly done?", "How many interviewers are there?",
        "I'm not comfortable without an IDE, is there an editor?", "有没有编辑器可以写代码？", "快结束了吗？",
    ),
    Request.RECORD: ("Will anybody read this?", "这些会被保存吗？"),
    Request.BACK: ("Can I go back to the Kafka question?",),
    Request.OBJECT: ("I don't think that's a fair question.",),
    Request.VERDICT: ("Was that too long?", "Sorry, is that too vague?"),
    Request.STUCK: ("I don't even know where to begin.",),
    Request.ASSUME: (
        "学生会的事情可以讲吗？", "大概的数行不行？", "我手边没有数据，凭印象说可以吗？", "这个问题有点大，您是说公司里全是写前端的、从来没用过 Python 这种吗？", "您的意思是从需求还没定的时候讲起吗？",
    ),
    Request.FORM: (
        "刚才答得不好，可以重来吗？", "I think my last answer was bad, can I try again?",
        "Do you want the short version or the long version?",
    ),
    Request.TOLD: (
        "这个问题和上一个是一样的吧？我说过了。", "这不是刚问过吗？", "我第一题就讲过这个了", "同上",
        "I told you already in the first question.", "I've answered this one already.", "See my previous answer.",
    ),
    Request.INSULT: ("你们这面试真垃圾",),
}  # fmt: skip


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
    ("text", "wish"),
    [
        ("Could you explain what you mean by repair? Do you want the wall rebuilt, or the whole terrace?", Request.ASSUME),
        ("Do you want the recipe itself, or how I would teach it to the apprentices?", Request.ASSUME),
        ("这里的会员，您是指付费的，还是注册过就算？", Request.ASSUME),
        ("Safe in what way?", Request.EXPLAIN),
        ("这题有点怪，它不是一个工具啊，是交付模式。您是想问什么时候做私有化部署吗？", Request.ASSUME),
        ("我觉得是缓存没命中。您是说这种情况吗？", None),
        ("有点紧张。你说的语言是指后端还是前端？", Request.ASSUME),
        ("我比较喜欢Go。你说的语言是指后端还是前端？", None),
        ("这个名词我没听过，能换个说法讲讲吗？", Request.EXPLAIN),
        ("能不能先把题说短一点", Request.EXPLAIN),
        ("先问一句，今天大概要聊多久？", Request.COURSE),
        ("先确认一下，数据量大概多大？", Request.ASSUME),
        ("I asked her what she meant by repair, and then we rebuilt the wall together.", None),
        ("Is an angry customer ok as well, or does it have to be senior management?", Request.ASSUME),
        ("Does it have to be senior management?", Request.ASSUME),
        ("Would something from my band count?", Request.ASSUME),
        ("Would a single index be fine?", None),
        ("Could a deadlock come from two jobs in one team?", None),
        ("Can we pause for a second, my dog is barking", Request.PAUSE),
        ("Could we stop for a minute? The kids are home.", Request.PAUSE),
        ("I would stop the consumers for a minute, the queue is full", None),
    ],
)  # fmt: skip
def test_who_asks_what_a_word_of_the_question_is_for_is_not_answering(
    text: str, wish: Request | None
) -> None:
    assert request_in(text) is wish


@pytest.mark.parametrize(
    "text",
    [
        "I told him already in the first meeting that it would fail",
        "We switched to another topic partition",
        "I asked about something else: the retention",
        "换一个索引",
        "不知道的词跳过，先把句子读完",
        "跳过没做过的题，先做会的",
        "Let's leave this one replica as a witness.",
        "I go back to the last checkpoint and restore.",
        "See my previous employer's blog for the numbers.",
        "同上一个版本相比快了一倍",
        "先放一放缓存，看数据库",
        "等我两分钟内收不到确认就重发",
        "提示关键词给用户，让他自己改",
        "We change the subject of the mail",
        "我刚问过运维，说是磁盘满了",
        "日志太大了，能不能压缩一下？",
        "可以加快吗？",
    ],
)
def test_what_only_sounds_like_such_a_wish_is_an_answer(text: str) -> None:
    assert request_in(text) is None


@pytest.mark.django_db(transaction=True)
async def test_which_of_two_things_was_meant_is_not_how_to_answer() -> None:
    interview: Any = await in_db(create, "en", interviewers=["technical"])
    async with sit(interview.pk) as room:
        met = await told(room, "Do you mean at work or in general?")
    assert met["metadata"]["aside"] == "assume"


@pytest.mark.django_db(transaction=True)
async def test_a_question_of_knowledge_is_explained_without_a_case_of_ones_own() -> None:
    interview: Any = await in_db(create, "en", interviewers=["technical"])
    spec = await in_db(open_spec, interview.pk)
    assert spec is not None
    async with sit(interview.pk) as room:
        probe = await told(room, answer_for(spec, "middling", "en"))
        explained = await told(room, "Could you ask that in simpler words?")
    assert probe["metadata"]["kind"] == "follow_up"
    assert explained["metadata"]["aside"] == "explain"
    assert "your own case" not in explained["content"]


def test_who_has_not_understood_a_hint_is_told_from_who_speaks_of_one() -> None:
    for text in (
        "哦哦，不好意思，我是说提示里讲的批量绑定事件，我不懂这个词",
        "提示没看懂",
        "Sorry, I don't get the hint.",
    ):
        assert of_the_hint(text.casefold()), text
    for text in (
        "我给的提示词太长，模型没理解。",
        "代码里的类型提示我不太懂。",
        "hint 这种强制索引我没用过，不太理解。",
        "孩子没听懂提示。",
        "The pupils did not get the hint.",
        "The hint is not used by the optimizer",
        "用户没看懂提示，我就改成了一句话。",
        "错误提示要让人看得懂",
        "I didn't get the job, but that was a hint.",
        "The hint on the page meant nothing to users.",
    ):
        assert not of_the_hint(text.casefold()), text
