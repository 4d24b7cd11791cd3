"""Who makes a thing better or worse than it is, in the words of a right answer, is wrong; who says the
same in other words is not."""

from __future__ import annotations

import pytest

from interviewers.engines.base import AnswerFlag
from interviewers.engines.builtin.judging.lexical import Judgement, judge

KNOWN = {
    "services": (
        "What are microservices and when would you use them?",
        (
            "Small services that are deployed independently. Teams release on their own, at the price of network "
            "calls, distributed data and harder operations. A small team is better off with a well-structured monolith."
        ),
    ),
    "leaks": (
        "Explain garbage collection.",
        (
            "The collector frees objects that can no longer be reached. It pauses the program for a moment. Memory "
            "leaks are still possible when references are kept."
        ),
    ),
    "队列": (
        "引入消息队列要注意什么？",
        "消息可能丢失，也可能重复投递，所以消费端要做幂等；系统变复杂，数据有短暂延迟，排查也更难。",
    ),
}


def about(what: str, answer: str) -> Judgement:
    question, reference = KNOWN[what]
    language = "en" if question.isascii() else "zh"
    return judge(question=question, references=(reference,), answer=answer, language=language)


@pytest.mark.parametrize(
    ("what", "answer"),
    [
        (
            "services",
            "They make operations simple and network calls cost nothing. A monolith can't be structured well, so it's the worst choice for any team.",
        ),
        ("leaks", "It frees objects by itself, so with it memory can't be leaking any more, you don't need to care about leaks."),
        ("队列", "引入以后消息不会丢失，投递也不会重复，排查反而更容易，系统更简单，数据没有延迟问题。"),
    ],
)  # fmt: skip
def test_what_is_made_better_or_worse_than_it_is_earns_little(what: str, answer: str) -> None:
    judged = about(what, answer)
    assert AnswerFlag.NEGATED in judged.flags
    assert judged.level <= 2


@pytest.mark.parametrize(
    ("what", "answer"),
    [
        (
            "services",
            "You release each service by itself. Operations aren't simple then, network calls cost time, and a small team does better with one clean monolith.",
        ),
        ("leaks", "It frees what nobody reaches. You can still have memory leaks if you keep references, it doesn't save you from that."),
        ("队列", "要防止消息丢失，确认以后再删；投递不保证不重复，所以消费要幂等。系统不再那么简单，排查不容易，数据会晚一点到。"),
    ],
)  # fmt: skip
def test_the_same_in_other_words_costs_nothing(what: str, answer: str) -> None:
    judged = about(what, answer)
    assert AnswerFlag.NEGATED not in judged.flags
    assert judged.level >= 3
