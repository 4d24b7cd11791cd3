"""Which of two things: whoever chooses the other one is wrong, with whatever reasons."""

from __future__ import annotations

import pytest

from interviewers.engines.base import AnswerFlag
from interviewers.engines.builtin.contrary.choice import other_choice
from interviewers.tests.lexical_samples import judged_on

PUSH = {
    "en": (
        "Which fits a chat better, polling or websockets?",
        "Websockets, because the server pushes each message at once over one open connection.",
    ),
    "zh": (
        "聊天消息用短轮询还是长连接？",
        "长连接，服务端可以立刻推送每条消息，不用反复建立连接。",
    ),
}


@pytest.mark.parametrize(
    ("language", "answer"),
    [
        ("en", "Polling, because the server pushes each message at once over one open connection."),
        ("en", "I would choose polling since the server pushes each message at once."),
        ("zh", "用短轮询，服务端可以立刻推送每条消息，不用反复建立连接。"),
        ("zh", "短轮询更好，服务端可以立刻推送每条消息。"),
    ],
)
def test_the_other_choice_is_wrong_with_the_same_reasons(language: str, answer: str) -> None:
    told = judged_on(PUSH, language, answer)
    assert AnswerFlag.NEGATED in told.flags
    assert told.level == 1


@pytest.mark.parametrize(
    ("language", "answer"),
    [
        ("en", "Websockets: the server pushes each message at once."),
        (
            "en",
            "Polling asks again and again, so websockets: the server pushes each message at once.",
        ),
        ("en", "The server pushes each message at once over one open connection."),
        ("en", "Not polling, the server should push each message at once over an open connection."),
        ("zh", "长连接，服务端可以立刻推送每条消息。"),
        ("zh", "短轮询太费请求，所以用长连接，服务端可以立刻推送消息。"),
        ("zh", "服务端可以立刻推送每条消息，不用反复建立连接。"),
    ],
)
def test_the_right_choice_or_none_is_not_held_against_an_answer(language: str, answer: str) -> None:
    told = judged_on(PUSH, language, answer)
    assert AnswerFlag.NEGATED not in told.flags
    assert told.level >= 3


@pytest.mark.parametrize(
    ("question", "reference", "answer"),
    [
        ("What happens if a disk fails or a rack burns?", "A disk is replaced.", "The rack."),
        ("缓存放在进程内还是独立部署？", "看数据量：小的放进程内，大的独立部署。", "独立部署。"),
        ("Is a read or a write slower?", "It depends on the disk.", "A read."),
        (
            "Which is faster, TCP or UDP?",
            "UDP, as it needs no handshake.",
            "TCP is slower because of it.",
        ),
        (
            "Does a stack or a queue give last in first out?",
            "A stack.",
            "A queue is FIFO, so the former.",
        ),
        ("TCP 还是 UDP 更慢？", "TCP，要先握手。", "UDP 更快，没有握手。"),
        ("HTTP 有状态还是无状态？", "无状态，服务器不记住请求。", "无状态。"),
    ],
)
def test_what_leaves_no_choice_is_not_read_as_one(
    question: str, reference: str, answer: str
) -> None:
    assert not other_choice(answer, question, [reference])


def test_who_says_of_the_other_one_what_was_asked_for_has_chosen_it() -> None:
    asked, right = "Which is faster, TCP or UDP?", "UDP, as it needs no handshake."
    assert other_choice("TCP is faster because it numbers its segments.", asked, [right])
    assert other_choice("TCP.", asked, [right])


def test_a_thing_named_by_a_negation_may_be_chosen() -> None:
    asked = "HTTP 是有状态协议还是无状态协议？"
    assert other_choice("有状态，服务器保存请求。", asked, ["无状态协议，每个请求互相独立。"])


def test_a_verdict_before_a_colon_announces_no_list_of_names() -> None:
    asked = {
        "en": (
            "Is DNS over UDP encrypted or plain?",
            "It is plain: anybody may read the names or change them.",
        )
    }
    assert judged_on(asked, "en", "It is plain, so anybody may read the names.").score > 80
