"""What is typed instead of an answer is understood; what only contains the same words is answered."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviewers.bank.schema import read_bank
from interviews.asides import (
    Request,
    asks_questions,
    asks_something,
    confirms,
    declines,
    request_in,
    wants_more,
)
from interviews.models import Wish

REPEAT = (
    "Back again",
    "I am back now",
    "Sorry, my cat just jumped on the keyboard. Where were we?",
    "不好意思，家里的猫踩到键盘了，刚才问的是什么？",
    "我们聊到哪儿了",
    "什么？",
    "能把问题再发一遍吗",
    "不好意思我刚走神了",
    "Sorry?",
    "what?",
    "我回来了",
    "继续吧",
    "I'm back",
    "能重复一下问题吗",
    "能重复一下问题吗？",
    "不好意思，能再说一遍吗？",
    "请再说一次",
    "再问一遍",
    "麻烦您把问题再说一遍，谢谢",
    "刚才的问题是什么？",
    "问题是什么来着",
    "没听清",
    "抱歉没听清楚，能再说一遍问题吗",
    "张工，可以重复一下刚才的问题吗？",
    "你刚才问的是什么",
    "can you repeat the question",
    "Can you repeat the question, please?",
    "Sorry, could you say that again?",
    "Could you please repeat that?",
    "What was the question again?",
    "Come again?",
    "Pardon?",
    "I didn't catch that.",
    "would you mind repeating the question",
    "I'm sorry, I did not hear the question",
    "Uh, honestly I am not sure I get it. Could you repeat the question?",
    "Sorry, I was distracted. Could you repeat the question?",
    "Sorry, you broke up for a second.",
    "Sorry, I mixed up the questions. Could you say it again?",
    "Sorry, my connection dropped, can you say that again?",
    "不好意思刚才网络卡了一下，没听全，能麻烦您把问题再说一遍吗？",
    "不好意思，走神了，您刚才问的是什么？",
    "网络有点卡，能再说一遍吗",
)
EXPLAIN = (
    "Sorry can you give me an example of what you're after?",
    "我没get到",
    "能说得简单点吗",
    "不明白",
    "not sure what you're asking",
    "这个问题具体是想让我讲哪方面呢？",
    "能举个例子吗",
    "这个问题有点大",
    "What do you mean by that, like in general?",
    "Can you give me an example?",
    "That's a bit vague.",
    "什么意思？",
    "这是什么意思",
    "这个问题是什么意思？",
    "没听懂",
    "不好意思，没太听懂你的问题",
    "我没明白您的意思",
    "不太明白这个问题",
    "不太理解题意",
    "能换个说法吗",
    "能解释一下题目吗？",
    "可以问得具体一点吗",
    "能具体一点吗？",
    "你具体想问什么？",
    "what do you mean?",
    "What do you mean by that?",
    "What exactly do you mean?",
    "I don't understand the question.",
    "I'm not sure I understand the question",
    "Could you rephrase that?",
    "Can you clarify the question, please?",
    "can you explain the question in other words",
    "Could you be more specific?",
    "I'm not sure what you mean",
    "I don’t understand. Can you explain?",
    "我不太理解您的意思，您是想问哪方面？",
)
HINT = (
    "给我点提示行不行",
    "提醒我一下",
    "I could use a hint",
    "can you help me a little",
    "还有提示吗",
    "再给个提示",
    "another hint please",
    "给我一个提示",
    "给个提示吧",
    "能给我点提示吗？",
    "提示一下",
    "提示",
    "有没有提示",
    "有什么提示吗",
    "我想要一个提示",
    "能给点思路吗？",
    "hint",
    "Hint, please!",
    "Can I get a hint?",
    "Could you give me a hint please?",
    "any hints?",
    "I need a hint",
    "I would like a hint",
    "Can you point me in the right direction?",
    "I don't know. Could I have a hint?",
    "I'm stuck, can I get a hint please?",
    "这个我不太会，能给个提示吗？",
    "没思路，给点提示吧",
)
SKIP = (
    "再来一题吧",
    "Can I get back to you on that?",
    "这题等会儿再答",
    "let's leave this one for later",
    "下一题呗",
    "算了，下一题",
    "这个问题可以跳过吗",
    "这题我放弃",
    "I give up, next question",
    "I'll skip this",
    "这个我不太方便说",
    "不方便透露",
    "我不想谈这件事",
    "I'd rather not talk about that",
    "I'm not comfortable talking about that",
    "That's private",
    "下一题",
    "下一题吧",
    "跳过这题",
    "跳过",
    "这题跳过吧",
    "过",
    "pass",
    "换一题",
    "换个问题吧",
    "我想跳过这道题",
    "能不能跳过这个问题？",
    "直接下一个问题吧",
    "我不想回答这个问题",
    "我们看下一题",
    "Pass.",
    "skip",
    "Skip this one, please",
    "next question",
    "Next question please.",
    "Can we move on?",
    "Let's move on to the next question.",
    "I'd like to skip this question",
    "I'll pass on this one",
    "Could you ask me something else?",
    "I would rather not answer that",
)
WAIT = (
    "Morning! Is it ok if I take a minute?",
    "那个……我有点紧张",
    "脑子一片空白",
    "等等，我想想",
    "I'm a bit nervous",
    "let me see",
    "嗯…",
    "emmm",
    "umm",
    "让我想一想",
    "我想想",
    "稍等",
    "等一下",
    "等我一下",
    "给我一点时间",
    "给我一分钟想想",
    "嗯，让我先想一下",
    "容我整理一下思路",
    "好的",
    "嗯嗯",
    "明白了",
    "let me think",
    "Let me think about that for a moment.",
    "one moment please",
    "Give me a minute",
    "Hold on a second",
    "I need a moment to think",
    "ok",
    "Got it",
)
GREET = (
    "在吗",
    "can we start?",
    "你好，听得到吗",
    "Hi Wei, nice to meet you! Can you hear me ok?",
    "你好",
    "您好！",
    "张工你好",
    "你好，张工",
    "你好，很高兴认识你",
    "大家好",
    "各位面试官好",
    "下午好",
    "你好，我准备好了",
    "准备好了，开始吧",
    "hi",
    "Hello!",
    "Hello Wei Zhang",
    "Good morning",
    "Hi, nice to meet you",
    "I'm ready",
    "Hello, I am ready",
)
THANKS = (
    "谢谢",
    "谢谢你的提示",
    "好的，谢谢",
    "感谢张工",
    "Thanks",
    "Thank you so much!",
    "Okay, thanks!",
    "Thanks for the hint",
)
VERDICT = (
    "您看这样行吗",
    "Would that be the right metric?",
    "我答对了吗",
    "Does that answer your question?",
    "你觉得我刚才答得怎么样？",
    "这样对吗",
    "我答得对不对",
    "正确答案是什么？",
    "我今天表现怎么样",
    "Was that right?",
    "How did I do?",
    "What's the right answer?",
    "Am I on the right track?",
)
PAUSE = (
    "Can we take five?",
    "等我五分钟",
    "我去开个门",
    "暂停一下",
    "我想先去上个厕所",
    "不好意思我接个电话",
    "有人敲门，等一下",
    "休息一下吧",
    "Can we pause for a minute?",
    "I need to take a call",
    "Sorry, someone is at the door.",
    "brb",
)
END = (
    "再见",
    "我有事要走了",
    "bye",
    "can we finish now?",
    "结束面试",
    "我想结束了",
    "不面了",
    "今天先到这里吧",
    "到此为止吧",
    "end",
    "Stop the interview",
    "I want to stop here",
    "Can we stop here?",
    "I'm done",
    "I have to go now",
)
ASSUME = (
    "这个我没太明白，你是想让我讲样本量怎么算吗？",
    "护栏指标是什么意思？",
    "什么叫幂等？",
    "是线上环境还是测试环境？",
    "必须是工作上的吗？",
    "我没有工作经验，可以讲学校的吗",
    "What do you mean by guardrail?",
    "Do you want me to talk about the sample size?",
    "Does it have to be from work?",
    "Is it a public API or internal?",
    "可以讲学校里的经历吗？",
    "可以用个人项目的例子吗",
    "实习的经历算吗",
    "我可以假设用户是登录的吗？",
    "数据量大概多少？",
    "有什么限制吗？",
    "你说的活跃用户是指登录过的吗",
    "Is it okay if I talk about something from university?",
    "Does an internship count?",
    "Can I assume the data fits in memory?",
    "How many users are there?",
    "Are there any constraints?",
)
ASKED = {
    Request.THANKS: THANKS,
    Request.VERDICT: VERDICT,
    Request.PAUSE: PAUSE,
    Request.END: END,
    Request.ASSUME: ASSUME,
    Request.REPEAT: REPEAT,
    Request.EXPLAIN: EXPLAIN,
    Request.HINT: HINT,
    Request.SKIP: SKIP,
    Request.WAIT: WAIT,
    Request.GREET: GREET,
}

ANSWERS = (
    "back up the database first",
    "Take five minutes to write down the assumptions.",
    "Sorry, I would use an index. Then I check the plan.",
    "不好意思，我先说结论，是索引没建好",
    "先问主办人想达到什么",
    "了解行业在用什么",
    "我先问对方最关心什么",
    "是索引失效",
    "要么加机器要么限流",
    "我没有工作经验",
    "I have no experience with that",
    "What users want is speed.",
    "it is a public API or an internal one, depending on the team",
    "结束进程，再看日志",
    "停止写入",
    "停掉这个任务",
    "我会先结束会话再回收连接",
    "数据量大概一千万行",
    "我认为这样做是对的",
    "先假设流量翻倍，再估机器",
    "多谢他当时提醒，我才发现漏了索引",
    "我休息一下就会主动去找他谈",
    "难的是数据对不上",
    "Stop the rollout and roll back.",
    "end the session and release the lock",
    "close the connection",
    "I was done in two weeks",
    "Thanks to caching it got faster",
    "How many users were affected is the first thing I check.",
    "I'm not comfortable with guessing, so I measured it.",
    "We pause the consumer and drain the queue.",
    "就这些",
    "就这样",
    "That's all I know about it",
    "我会先跳过缓存，直接读数据库确认数据对不对。",
    "跳过缓存",
    "先跳过缓存直接读库",
    "下一步我会看慢查询日志",
    "下一个版本再做",
    "我会给用户一个提示，让他重新登录",
    "提示用户稍后再试",
    "给出错误提示",
    "重复消费的时候用唯一键去重",
    "重复的请求按幂等键返回第一次的结果",
    "再重试一次",
    "再发一遍消息",
    "再转人工",
    "再说",
    "先跟他解释一下为什么要延期",
    "换个方案",
    "换个角度看这件事，客户其实更在意时间",
    "不知道",
    "我不知道",
    "不清楚",
    "不懂",
    "没做过",
    "这个没有接触过，不太了解",
    "不会，跳过吧",
    "不知道，下一题",
    "没有",
    "没有问题要问了，谢谢",
    "有",
    "是的",
    "对",
    "两年",
    "等一下锁释放再重试",
    "等待超时后回滚",
    "想一想用户为什么会流失，先看漏斗",
    "我准备好了回滚脚本再上线",
    "好的代码应该容易读",
    "明白了需求以后我先估时间",
    "过一遍日志",
    "通过",
    "过期时间加随机数",
    "问题是数据库连接池太小",
    "问题是什么时候出现的，要先查清楚",
    "具体一点说，就是把 P99 从 480 毫秒降到 120 毫秒",
    "意思是读不到未提交的数据",
    "The next question is whether the cache is warm.",
    "I would skip the cache and read from the database.",
    "skip the cache",
    "skip list",
    "Pass the token in the header",
    "pass by reference",
    "I pass the request id through every service.",
    "Next I would look at the slow query log.",
    "next.js",
    "I give users a hint about the next step.",
    "Give the planner a hint",
    "use an index hint",
    "query hints",
    "Repeat the test with a larger sample.",
    "I would repeat that measurement",
    "retry the request again",
    "I ask the customer what they mean.",
    "I asked him what he meant",
    "I don't know",
    "I do not know.",
    "No idea",
    "no",
    "yes",
    "Two years",
    "I don't know, next question",
    "wait for the lock",
    "wait a second before the retry",
    "Hold on to the old version for a month",
    "OK, so first I would check the logs.",
    "Good code is easy to read",
    "Explain the plan with EXPLAIN ANALYZE",
    "explain analyze",
    "clarify the requirements first",
    "The question is what the user needs",
    "",
    "   ",
    "……",
    "?",
)


@pytest.mark.parametrize(
    ("text", "request_made"),
    [(text, request) for request, texts in ASKED.items() for text in texts],
)
def test_a_request_is_understood(text: str, request_made: Request) -> None:
    assert request_in(text) is request_made


@pytest.mark.parametrize(
    "text", ["是的", "确定", "结束", "嗯，是的", "结束面试", "yes", "Yes, please", "end"]
)
def test_the_end_is_confirmed_by_saying_so(text: str) -> None:
    assert confirms(text) is True


@pytest.mark.parametrize(
    "text", ["不", "继续", "不用了，继续", "no", "No, continue", "no, let's keep going", "not yet"]
)
def test_or_the_interview_goes_on(text: str) -> None:
    assert confirms(text) is False


@pytest.mark.parametrize(
    "text", ["好的", "谢谢", "ok", "我先看日志", "end the loop", "please", "是的，我会先看监控", ""]
)
def test_whatever_else_is_said_ends_nothing(text: str) -> None:
    assert confirms(text) is None


@pytest.mark.parametrize(
    "text", ["还有吗", "再来一个", "更具体一点吗？", "another one", "and another?", "more please"]
)
def test_said_to_a_hint_this_asks_for_another(text: str) -> None:
    assert wants_more(text)


@pytest.mark.parametrize("text", ["好的", "另外还有一点，要看锁", "more memory", "and then?", ""])
def test_and_this_does_not(text: str) -> None:
    assert not wants_more(text)


@pytest.mark.parametrize("text", ANSWERS)
def test_an_answer_with_such_words_is_an_answer(text: str) -> None:
    assert request_in(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "没有了，谢谢。",
        "没有",
        "暂时没有问题了",
        "我没有什么想问的了",
        "没什么问题，谢谢各位",
        "No, nothing, thank you.",
        "No questions from me, thanks!",
        "I don't have any questions at the moment.",
        "Not really",
        "I think that's all.",
    ],
)
def test_somebody_may_have_no_questions(text: str) -> None:
    assert declines(text)


@pytest.mark.parametrize(
    "text",
    [
        "没有加班吗？",
        "有没有导师？",
        "没有试用期的话，怎么考核？",
        "Is there no probation?",
        "How do you measure success?",
        "谢谢",
        "",
    ],
)
def test_a_question_is_not_no_question(text: str) -> None:
    assert not declines(text)


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("同事说准确率 99.8%，可以上线了。你会追问什么？", True),
        ("动手之前你会先问对方哪些问题？", True),
        ("What would you ask first?", True),
        ("Which questions do you settle first?", True),
        ("你怎么确认它真的生效了？", False),
        ("报表变好了，一线却说变差了。你怎么弄清楚？", False),
        ("How do you find out why?", False),
    ],
)
def test_some_questions_want_questions(question: str, wanted: bool) -> None:
    assert asks_questions(question) is wanted


def test_who_is_invited_to_ask_has_asked_or_not() -> None:
    assert asks_something("团队大概多少人")
    assert asks_something("I'd like to know who I would work with.")
    assert not asks_something("我现在月薪两万。")
    assert not asks_something("I left because the commute took two hours.")


def test_no_reference_or_part_of_one_is_a_request() -> None:
    """3,000 sentences and clauses that are certainly answers."""
    seen = 0
    for item in read_bank():
        for half in (item.zh, item.en):
            clauses = half.reference.replace("，", "。").replace("；", "。").replace(",", ".")
            for said in (half.reference, *clauses.replace(". ", "。").split("。")):
                if len(said) > 4:
                    assert request_in(said) is None, said
                    seen += 1
    assert seen > 3000


def test_requests_are_wishes() -> None:
    assert {*Request} == {*Wish.values} - {""}


@given(
    st.lists(
        st.sampled_from("那就 我想 嗯 请 这个 题 再 重复 一下 问题 the that again say".split()),
        max_size=60,
    )
)
def test_no_text_takes_long(words: list[str]) -> None:
    """It ends: with unbounded patterns some of these would not within a lifetime."""
    for text in ("".join(words), " ".join(words)):
        assert request_in(text) in (None, *Request)
