"""Who says of one thing what is so of its opposite is wrong, in the words of a right answer; who tells
the same from its other end is not."""

from __future__ import annotations

from functools import partial

import pytest

from interviewers.bank.schema import read_bank
from interviewers.engines.base import AnswerFlag
from interviewers.engines.builtin.contrary.reversal import the_wrong_way_round
from interviewers.engines.builtin.judging.lexical import judge
from interviewers.engines.builtin.reading.text import segments
from interviewers.tests.lexical_samples import judged_on

FACTS = {
    "fit": (
        "How do you notice that a model is overfitted?",
        (
            "An overfitted model does well on its training data and badly on unseen data, because it has learned "
            "noise; training error is low while validation error rises. More data or a simpler model helps."
        ),
    ),
    "scale": (
        "What is the difference between vertical and horizontal scaling?",
        (
            "Vertical scaling means a bigger machine: no change to the code, but there is a limit and one point of "
            "failure. Horizontal scaling adds machines: it has hardly a limit and survives a failure, but the "
            "services must not keep state."
        ),
    ),
    "rates": (
        "How do interest rates affect inflation?",
        (
            "Higher interest rates make borrowing more expensive, which lowers demand and so inflation. Low rates "
            "make loans cheap and raise demand and prices."
        ),
    ),
    "副本": (
        "为什么读写分离能加快查询？",
        "查询分到从库，所以更快；写入还要同步到每个从库，所以变慢，主从之间有延迟。",
    ),
    "令牌": (
        "会话和令牌有什么区别？",
        (
            "会话保存在服务器端，可以随时作废，多台机器要共享存储；令牌由客户端保存，服务器不用查库，容易扩展，"
            "但过期之前难以作废。"
        ),
    ),
}


about = partial(judged_on, FACTS)


@pytest.mark.parametrize(
    ("what", "answer"),
    [
        (
            "fit",
            (
                "An overfitted model does badly on its training data but well on unseen data. Less data or a "
                "more complex model helps, and the training error is what rises."
            ),
        ),
        (
            "scale",
            (
                "Horizontal scaling means you buy a bigger machine, so there is no change to the code, but one "
                "point of failure. Vertical scaling adds machines; it survives a failure, and the services must "
                "not keep state."
            ),
        ),
        ("副本", "写入分到从库，所以更快，查询反而变慢，因为每次要等主从同步到每个从库。"),
        (
            "令牌",
            (
                "令牌保存在服务器端，随时可以作废，多台机器之间要共享存储。会话是客户端保存的，服务器不用查库，"
                "所以容易扩展。"
            ),
        ),
    ],
)
def test_the_wrong_way_round_is_level_1(what: str, answer: str) -> None:
    told = about(what, answer)
    assert AnswerFlag.NEGATED in told.flags
    assert told.level == 1


@pytest.mark.parametrize(
    ("what", "answer"),
    [
        (
            "fit",
            (
                "It is good on the training set and much worse on data it has never seen. The less data and the "
                "more complex the model, the sooner that happens, so get more data or make the model simpler."
            ),
        ),
        (
            "scale",
            (
                "More machines side by side is horizontal, which survives a failure, but services must not keep "
                "state. Unlike that, vertical is one bigger machine, with no change to the code."
            ),
        ),
        (
            "rates",
            (
                "If the bank raises rates, loans get expensive and borrowing falls, so people buy less and prices "
                "rise more slowly. With cheap borrowing demand and inflation increase."
            ),
        ),
        (
            "副本",
            "没有从库的时候查询都挤在主库上，很慢；分到从库以后查询变快，写入要同步，会变慢。",
        ),
        (
            "令牌",
            (
                "和会话不同，令牌放在客户端，服务器不用查库，好扩展，可是没过期之前作废不了；会话在服务器端，"
                "想作废就作废，机器多了要共享存储。"
            ),
        ),
    ],
)
def test_the_same_from_the_other_end_is_right(what: str, answer: str) -> None:
    told = about(what, answer)
    assert AnswerFlag.NEGATED not in told.flags
    assert told.level >= 4


def test_nobody_else_s_reference_is_the_wrong_way_round() -> None:
    items = [half for item in read_bank()[::9] for half in (item.zh, item.en)]
    for half, other in zip(items, [*items[2:], *items[:2]], strict=True):
        found = segments(other.reference)
        assert not any(the_wrong_way_round(found, half.text, [half.reference]))


LOANS = (
    "贷款的等额本息和等额本金有什么不同，哪个利息多？",
    (
        "等额本息每月还款额相同，前期利息占大头；等额本金每月归还的本金相同，月供逐月递减。"
        "总利息等额本息更多，因为本金还得慢、占用时间长。收入稳定、前期紧的人适合等额本息。"
    ),
)


def test_which_of_the_two_has_more_is_wrong_by_itself() -> None:
    begin = "等额本息是每个月还的钱一样多，等额本金是每个月还的本金一样，月供一个月比一个月少。"
    right, wrong = (
        judge(question=LOANS[0], references=(LOANS[1],), answer=begin + end, language="zh")
        for end in ("总的利息算下来等额本息更多。", "总的利息算下来等额本金更多。")
    )
    assert AnswerFlag.NEGATED not in right.flags
    assert AnswerFlag.NEGATED in wrong.flags
    assert wrong.score < right.score - 20


@pytest.mark.parametrize(
    "answer", ["数据都在内存里。另外它有很多线程。", "它是多线程的，数据在内存里。"]
)
def test_it_is_what_was_asked_of(answer: str) -> None:
    """A clause with nothing but "it" and one of two opposites says that of the subject of the question."""
    reference = "数据在内存里，命令由单线程执行，没有锁竞争和上下文切换，用多路复用处理很多连接。"
    found = judge(
        question="Redis 为什么快？", references=(reference,), answer=answer, language="zh"
    )
    assert AnswerFlag.NEGATED in found.flags
