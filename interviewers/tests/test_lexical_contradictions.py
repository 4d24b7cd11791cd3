"""A clause that contradicts the reference costs, one that shares or refines its negations does not."""

from __future__ import annotations

from functools import partial

import pytest

from interviewers.engines.base import AnswerFlag
from interviewers.engines.builtin.judging.lexical import Judgement, judge
from interviewers.tests.lexical_samples import judged_on

KNOWN = {
    "index": (
        "What does an index do?",
        (
            "An index speeds up lookups because the keys are kept sorted, at the cost of slower writes "
            "and extra space."
        ),
    ),
    "索引": (
        "索引有什么作用？",
        "索引把键排好序，能加快查询速度，代价是写入变慢，并占用额外空间。",
    ),
    "stack": (
        "How do a stack and a queue differ?",
        (
            "A stack is LIFO: the last element in is the first out. A queue is FIFO: the first element "
            "in is the first out."
        ),
    ),
    "栈": ("栈和队列有什么区别？", "栈是后进先出的，队列是先进先出的。"),
    "merge": (
        "How fast is merge sort?",
        "Merge sort runs in O(n log n) time and needs O(n) extra space.",
    ),
    "set": (
        "What is a set?",
        "A set stores unique elements; adding a duplicate has no effect, and it has no order.",
    ),
    "array": (
        "How do arrays and linked lists differ?",
        (
            "An array has a fixed size and gives access by index in constant time, while a linked list "
            "can grow and has to be walked through."
        ),
    ),
    "数组": (
        "数组和链表有什么区别？",
        "数组大小固定，可以按下标常数时间访问；链表可以动态增长，访问要逐个走过去。",
    ),
    "retry": (
        "What becomes of a failing event?",
        "A failing event must be neither skipped nor allowed to block the partition, and a load test shows it.",
    ),
    "redis": (
        "Why is Redis fast?",
        "Its data lives in memory, commands run on a single thread without locks, and multiplexing serves many connections.",
    ),
    "锁": ("什么是死锁？", "两个线程各自持有对方需要的锁，谁也无法继续执行，就发生死锁。"),
}


about = partial(judged_on, KNOWN)


@pytest.mark.parametrize(
    ("what", "answer"),
    [
        ("index", "An index does not speed up lookups."),
        ("index", "The keys are not kept sorted."),
        ("index", "It speeds up writes at the cost of slower lookups."),
        ("索引", "索引不能加快查询速度。"),
        ("索引", "索引不占用额外空间。"),
        ("set", "A set does not store unique elements."),
        ("array", "A linked list cannot grow."),
        ("array", "An array does not have a fixed size."),
        ("数组", "链表不能动态增长。"),
        ("数组", "数组大小不固定。"),
        ("stack", "A stack is FIFO and a queue is LIFO."),
        ("栈", "栈是先进先出的，队列是后进先出的。"),
        ("redis", "It has many threads that run commands in parallel."),
        ("merge", "Merge sort runs in O(n^2)."),
        ("merge", "Merge sort runs in O(n²) time."),
    ],
)
def test_the_contrary_of_a_part_is_level_1(what: str, answer: str) -> None:
    judged = about(what, answer)
    assert AnswerFlag.NEGATED in judged.flags
    assert judged.level == 1


@pytest.mark.parametrize(
    ("what", "answer"),
    [
        ("index", "An index speeds up lookups but not writes."),
        ("index", "It doesn't make lookups slower."),
        ("index", "It makes lookups faster at the expense of slower writes."),
        ("index", "An index does not speed up writes, it slows them down, but lookups get faster."),
        ("index", "It makes lookups fast, so the table is not scanned."),
        ("index", "If keys are not sorted, lookups have to scan everything; the index sorts them."),
        ("索引", "索引能加快查询速度，但不能加快写入。"),
        ("索引", "没有索引查询速度就慢，有了索引不用全表扫描。"),
        ("索引", "索引不是越多越好，写入会变慢，查询会加快。"),
        ("retry", "A failing event is parked and not skipped, so the partition isn't blocked."),
        (
            "retry",
            "A failing event is neither skipped nor allowed to block it, and the parts that we can't load, we stub.",
        ),
        ("set", "A set does not keep duplicates."),
        ("set", "A set doesn't contain duplicates and is not ordered."),
        ("array", "An array cannot grow, a linked list can."),
        ("array", "A linked list does not give access by index in constant time."),
        ("数组", "数组不能动态增长，链表可以。"),
        ("锁", "两个线程互相等对方的锁，都不能继续执行。"),
        ("stack", "LIFO for a stack, FIFO for a queue."),
        ("栈", "队列先进先出，而栈后进先出。"),
        ("merge", "Merge sort takes O(n*log n), better than the O(n^2) of bubble sort."),
    ],
)
def test_a_right_negation_costs_nothing(what: str, answer: str) -> None:
    judged = about(what, answer)
    assert AnswerFlag.NEGATED not in judged.flags
    assert judged.level >= 3


def test_what_stands_beside_a_wrong_clause_still_counts() -> None:
    right = "An index keeps the keys sorted and slows writes down"
    alone = about("index", "It does not speed up lookups.")
    mixed = about("index", f"{right}, but it does not speed up lookups.")
    assert AnswerFlag.NEGATED in mixed.flags
    assert alone.score < mixed.score < about("index", f"{right}.").score


def test_what_a_reference_denies_is_not_to_be_said() -> None:
    question = "Why may two threads that count lose some?"
    reference = (
        "Adding one is not a single step: it reads, adds and writes back. Both threads may read the same old "
        "value, so that one overwrites the other. A mutex lets only one of them into the critical section."
    )

    def told(answer: str) -> Judgement:
        return judge(question=question, references=(reference,), answer=answer, language="en")

    wrong = told("Adding one is a single step of the processor. A mutex keeps the threads apart.")
    right = told(
        "Adding one looks like a single step but reads and writes. A mutex keeps the threads apart."
    )
    assert wrong.score < right.score - 10
    assert AnswerFlag.NEGATED not in right.flags
    assert right.level >= 4
