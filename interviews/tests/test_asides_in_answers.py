"""What only contains the words of a request is an answer, and gets one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from interviewers.bank.schema import read_bank
from interviews.asides import Request, request_in

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


def test_an_answer_with_such_words_is_an_answer() -> None:
    assert [(text, found) for text in ANSWERS if (found := request_in(text)) is not None] == []


ASKING = ("their-questions", "salary-expectations")
"""Topics whose references ask the interviewer something themselves."""


def test_no_reference_or_part_of_one_is_a_request() -> None:
    """3,000 sentences and clauses that are certainly answers."""
    seen = 0
    for item in read_bank():
        if item.topic in ASKING:
            continue
        for half in (item.zh, item.en):
            clauses = half.reference.replace("，", "。").replace("；", "。").replace(",", ".")
            for said in (half.reference, *clauses.replace(". ", "。").split("。")):
                if len(said) > 4:
                    assert request_in(said) is None, said
                    seen += 1
    assert seen > 3000


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
