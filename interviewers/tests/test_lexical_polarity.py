"""Conditions, contrasts and double denials that agree are no contradictions; turned around they are."""

from __future__ import annotations

from functools import partial

import pytest

from interviewers.engines.base import AnswerFlag
from interviewers.engines.builtin.contrary.negation import negations, supposed
from interviewers.tests.lexical_samples import judged_on

KNOWN = {
    "collector": (
        "When is an object garbage collected?",
        "An object is collected when it is no longer reachable from any root.",
    ),
    "replica": (
        "What is the difference between synchronous and asynchronous replication?",
        (
            "Synchronous replication waits for the replica before confirming a write; asynchronous replication "
            "confirms at once and may lose recent writes."
        ),
    ),
    "set": (
        "What is a set in a standard library?",
        "A set keeps no duplicates and does not keep its keys in any order.",
    ),
    "resolver": (
        "When does a DNS resolver answer from its cache?",
        (
            "It answers from the cache as long as the time to live of the record has not expired; afterwards it "
            "asks the authoritative server again."
        ),
    ),
    "clipping": (
        "Why is gradient clipping used?",
        (
            "Gradient clipping limits the norm of the gradient so that training does not diverge when gradients "
            "explode."
        ),
    ),
    "retry": (
        "Why should retried requests be idempotent?",
        (
            "An idempotent request can be repeated without a further effect, so a client may safely retry it when "
            "the reply is lost."
        ),
    ),
    "memo": (
        "When is memoization useful?",
        (
            "Memoization helps only when the same subproblem is computed repeatedly, and it requires that the "
            "function has no side effects."
        ),
    ),
    "sorts": (
        "How does merge sort compare with quicksort?",
        (
            "Merge sort is stable and always takes O(n log n), but needs extra memory; quicksort sorts in place "
            "and is not stable."
        ),
    ),
    "内核": (
        "用户态和内核态有什么区别？",
        "内核态可以执行特权指令、访问所有内存；用户态不能执行特权指令，要通过系统调用进入内核态。",
    ),
    "缓存": (
        "更新数据时缓存和数据库先动哪个？",
        "应当先更新数据库，再删除缓存；先删缓存的话，别的请求可能把旧值又写回缓存。",
    ),
    "共享": (
        "为什么微服务之间不要共享数据库？",
        "共享数据库会让服务互相耦合，一个服务改表结构会影响别的服务。",
    ),
    "drying": (
        "How is grain dried before it is stored?",
        "Warm air is blown through the silo until the water evaporates out of the seeds.",
    ),
    "cache": (
        "What is a cache for?",
        "A cache in front of the database protects it when many people ask.",
    ),
    "归并": (
        "归并两段有序的记录时什么时候可以不比较？",
        "前一段的末尾小于后一段的开头时，直接把后一段接在后面。",
    ),
    "梯度": (
        "梯度消失是怎么产生的？",
        "网络很深时，小于一的导数连乘使梯度越来越小，前面的层几乎得不到更新。",
    ),
}
about = partial(judged_on, KNOWN)


@pytest.mark.parametrize(
    ("what", "answer"),
    [
        (
            "collector",
            (
                "As long as some root can still reach it, an object isn't collected; only objects that are not "
                "reachable any more are."
            ),
        ),
        (
            "replica",
            (
                "Asynchronous replication doesn't wait for the replica, it confirms at once, and so recent writes "
                "may get lost. With synchronous replication no write is confirmed until the replica has it."
            ),
        ),
        ("set", "It doesn't sort the keys, and duplicates it does not keep."),
        (
            "resolver",
            (
                "If the record's time to live hasn't run out the resolver answers from its cache, and no other "
                "server is asked. Only once it has expired does it go back to the authoritative server."
            ),
        ),
        (
            "clipping",
            (
                "When gradients explode, training would diverge if you didn't limit their norm; clipping does "
                "exactly that."
            ),
        ),
        (
            "sorts",
            (
                "Quicksort needs no extra memory, yet it isn't stable and doesn't always take O(n log n). Merge "
                "sort is stable and does, but it can't sort in place."
            ),
        ),
        (
            "内核",
            "在用户态是没办法执行特权指令的，非要做的话得通过系统调用进入内核态；内核态没有这些限制，所有内存都能访问。",
        ),
        (
            "缓存",
            "不要先删缓存，不然别的请求会把旧值又写回去；正确的做法是数据库更新完了再删缓存。",
        ),
        (
            "drying",
            "You blow warm air through the silo and at the end there is no water left in the grain.",
        ),
        (
            "drying",
            "Blow warm air through the silo for a while. The seeds themselves do not evaporate.",
        ),
        (
            "cache",
            "It takes the load of many people who ask. Our office never caches.",
        ),
        ("归并", "后一段的开头大于前一段的末尾时，后一段直接接在后面就行。"),
        (
            "共享",
            "共享了就没法独立改，改一张表别的服务可能就跑不了了；不共享数据库，服务之间才不会耦合。",
        ),
    ],
)
def test_the_other_case_and_the_other_thing_are_no_contradiction(what: str, answer: str) -> None:
    judged = about(what, answer)
    assert AnswerFlag.NEGATED not in judged.flags
    assert judged.level >= 4


@pytest.mark.parametrize(
    ("what", "answer"),
    [
        ("collector", "An object is collected when it is still reachable from a root."),
        ("collector", "An object is not collected when it is no longer reachable from any root."),
        (
            "replica",
            (
                "Asynchronous replication waits for the replica before confirming a write; synchronous replication "
                "confirms at once and may lose recent writes."
            ),
        ),
        ("set", "A set keeps duplicates and keeps its keys in order."),
        ("cache", "The database is not protected by a cache in front of it."),
        (
            "drying",
            "Warm air is blown through the silo and the water does not evaporate out of the seeds.",
        ),
        (
            "clipping",
            (
                "Gradient clipping does not limit the norm of the gradient so that training diverges when gradients "
                "explode."
            ),
        ),
        (
            "retry",
            (
                "An idempotent request cannot be repeated without a further effect, so a client must not retry it "
                "when the reply is lost."
            ),
        ),
        (
            "memo",
            (
                "Memoization helps only when no subproblem is computed repeatedly, and it requires that the "
                "function has side effects."
            ),
        ),
        (
            "内核",
            "用户态可以执行特权指令、访问所有内存；内核态不能执行特权指令，要通过系统调用进入用户态。",
        ),
        ("共享", "共享数据库不会让服务互相耦合，一个服务改表结构不会影响别的服务。"),
        ("梯度", "网络很浅时，大于一的导数连乘使梯度越来越大，前面的层可以得到充分更新。"),
    ],
)
def test_turned_around_they_contradict(what: str, answer: str) -> None:
    judged = about(what, answer)
    assert AnswerFlag.NEGATED in judged.flags
    assert judged.score < 50


@pytest.mark.parametrize(
    ("folded", "count"),
    [
        ("it does not do it", 1),
        ("it doesn't always do it", 0),
        ("there's no doubt that it does not", 1),
        ("you needn't do it without a lock", 2),
        ("不仅快，而且没有锁", 1),
        ("非要这样，不然就错了", 0),
    ],
)
def test_only_what_negates_is_a_negation(folded: str, count: int) -> None:
    assert len(negations(folded)) == count


@pytest.mark.parametrize(
    ("folded", "inside", "outside"),
    [
        ("the lock is freed when the owner crashes", "owner", "freed"),
        ("if the owner crashes, the lock is freed", "owner", "freed"),
        ("数组有序才能折半", "有序", "折半"),
        ("缓存过期的话，就回源", "过期", "回源"),
    ],
)
def test_a_condition_ends_where_its_consequence_begins(
    folded: str, inside: str, outside: str
) -> None:
    found = supposed(folded)
    assert inside in found
    assert outside not in found
