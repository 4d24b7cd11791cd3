"""A reference's own words in an order, or under a denial, that makes them worth less."""

from __future__ import annotations

import pytest

from interviewers.bank.schema import read_bank
from interviewers.engines.base import AnswerFlag, ScoringPoint
from interviewers.engines.builtin.judging.lexical import Judgement, judge

QUESTIONS = {
    "operand": ("What does the operator return?", "The memory address of its operand."),
    "main": ("Where does the program start?", "At the main function."),
    "ends": ("Which are the operations of the structure?", "push and pop"),
    "circular": (
        "How does the list end?",
        "The last element in a circular linked list points to the head of the list.",
    ),
    "inorder": (
        "How do you print the keys of a search tree in order?",
        "Traverse the left subtree, then the root, then the right subtree.",
    ),
    "members": ("What does a class hold?", "Data members and member functions."),
    "变量": ("什么是变量？", "内存中可以存储值的位置。"),
    "成员": ("类里有什么？", "数据成员和成员函数。"),
    "原型": ("原型有什么用？", "模拟所需软件产品部分的行为。"),
    "数量": ("可以创建多少个？", "无限数量。"),
    "移动": (
        "在长度为n的顺序表里插入一个元素，平均移动多少个元素？",
        "等概率时平均移动的元素个数是n/2；若插在 ai 与 ai+1 之间的概率为(n-i)/(n*(n+1)/2)，则是（2n+1)/3",
    ),
}
LISTS = [
    ("operand", "memory, address, operand"),
    ("operand", "memory\naddress\noperand"),
    ("operand", "operand; memory; address"),
    ("operand", "memory address operand"),
    ("operand", "memory and address and operand"),
    ("operand", "Keywords: memory, address, operand."),
    ("operand", "The answer is about memory, address, operand."),
    ("main", "main, function"),
    ("变量", "内存、存储、值、位置"),
    ("变量", "内存 存储 值 位置"),
    ("变量", "关键词：内存，存储，值，位置"),
    ("变量", "内存和存储和值和位置"),
    ("变量", "内存、中、可以、存储、值、的、位置"),
    ("变量", "内存 -> 存储 -> 值 -> 位置"),
    ("circular", "last element circular linked list points head"),
    ("circular", "The, last, element, in, a, circular, linked, list, points, to, the, head"),
    ("circular", "last -> element -> circular -> linked -> list -> points -> head"),
]
SHUFFLES = [
    ("main", "the main function. At"),
    ("ends", "pop push and"),
    ("circular", "circular linked list head the to in element points of a the the The last list."),
    ("circular", "points to the head The last element of the list. in a circular linked list"),
    ("inorder", "root, the then subtree. right the left then subtree, Traverse the"),
    ("inorder", "Traverse left the subtree, then root the, then right the subtree."),
    ("变量", "置位的值储存以可中存内。"),
    ("变量", "存储值的内存中位置。可以"),
    ("成员", "员函数数据成和成员"),
    ("原型", "软件产品部分的行模拟所需为。"),
]
DENIALS = [
    ("circular", "The opposite of this is true: {}"),
    ("circular", "{} That is false."),
    ("circular", "{} This statement is not correct."),
    ("inorder", "The following is not true. {}"),
    ("operand", "It's not the case that it returns the memory address of its operand."),
    ("变量", "{} 以上说法是错误的。"),
    ("变量", "内存中可以存储值的位置，这种说法是错误的。"),
    ("原型", "事实正好相反，{}"),
    ("原型", "以下说法不正确。{}"),
]
HONEST = [
    ("移动", "n/2，（2n+1）/3"),
    ("operand", "The address in memory of the operand"),
    ("operand", "memory address of operand"),
    ("main", "main function"),
    ("ends", "pop, push"),
    ("ends", "pop and push"),
    ("circular", "in a circular linked list the last element points to the head of the list"),
    ("circular", "The last element points to the head of the list in a circular linked list."),
    ("members", "Member functions and data members."),
    ("members", "member functions, data members"),
    ("inorder", "void inorder(p) { if (p) { inorder(p-&gt;left); print(p-&gt;root); inorder(p-&gt;right); } }"),
    ("circular", "last element links back to first, no null at end"),
    ("inorder", "left subtree first -> then root -> then right"),
    ("circular", "no null at all, last node links back to head"),
    ("变量", "值可以存储在内存中的位置。"),
    ("变量", "内存里存值的地方"),
    ("成员", "成员函数和数据成员。"),
    ("成员", "成员函数、数据成员"),
    ("数量", "数量无限"),
    ("circular", "Some say that it ends with null. That is false. The last element points to the head of the list."),
]  # fmt: skip
ORDER = {AnswerFlag.KEYWORD_LIST, AnswerFlag.SHUFFLED, AnswerFlag.NEGATED}


def judged(key: str, answer: str) -> Judgement:
    question, reference = QUESTIONS[key]
    return judge(
        question=question,
        references=(reference,),
        answer=answer.format(reference) if "{}" in answer else answer,
        language="en" if key.isascii() else "zh",
    )


@pytest.mark.parametrize(
    ("key", "answer", "flag"),
    [(*case, AnswerFlag.KEYWORD_LIST) for case in LISTS]
    + [(*case, AnswerFlag.SHUFFLED) for case in SHUFFLES]
    + [(*case, AnswerFlag.NEGATED) for case in DENIALS],
)
def test_the_words_of_a_reference_alone_are_no_answer(
    key: str, answer: str, flag: AnswerFlag
) -> None:
    judgement = judged(key, answer)
    assert flag in judgement.flags
    assert judgement.score <= 55
    assert judgement.score < judged(key, QUESTIONS[key][1]).score - 40


@pytest.mark.parametrize(("key", "answer"), HONEST)
def test_an_honest_answer_in_few_words_is_none_of_that(key: str, answer: str) -> None:
    judgement = judged(key, answer)
    assert ORDER.isdisjoint(judgement.flags)
    assert judgement.level >= 3


def test_a_list_may_answer_the_alternative_that_is_one() -> None:
    references = ("Memory address of the operand.", "memory, address, operand, offset, segment")
    answer = "memory, address, operand, offset"
    told = judge(question="What is it?", references=references, answer=answer, language="en")
    assert AnswerFlag.KEYWORD_LIST not in told.flags
    assert told.level >= 4


OWN_SENTENCE = (
    "A composite one, user_id, status, created_at desc. Equality columns first, then the sort, so it "
    "reads twenty entries and stops. You could include the selected columns to get an index-only scan."
)


def test_a_sentence_in_words_from_all_over_a_long_reference_is_not_shuffled() -> None:
    item = next(item for item in read_bank() if item.key == "backend-composite-index")
    half = item.en
    points = tuple(ScoringPoint(p.key, p.text, p.synonyms, p.cue, p.contrary) for p in half.points)

    def judged(answer: str) -> Judgement:
        return judge(
            question=half.text,
            references=(half.reference,),
            answer=answer,
            language="en",
            points=points,
        )

    own = judged(OWN_SENTENCE)
    assert AnswerFlag.SHUFFLED not in own.flags
    assert {"order", "filesort", "covering"} <= set(own.covered)
    words = half.reference.replace(".", " ").split()
    mixed = " ".join(words[::3] + words[1::3] + words[2::3])
    assert AnswerFlag.SHUFFLED in judged(mixed).flags


def test_a_short_chinese_sentence_in_the_order_of_the_reference_is_not_shuffled() -> None:
    question, reference = (
        "判断对错：双向链表只能从头开始遍历",
        "错误。双向链表是指每个结点都有两个指针的链表，链表中的遍历不一定是从头的。",
    )
    said = judge(
        question=question,
        references=(reference,),
        answer="错误,是两个指针链表,里面遍历不一定从头",
        language="zh",
    )
    assert AnswerFlag.SHUFFLED not in said.flags
    mixed = judge(
        question=question,
        references=(reference,),
        answer="从头针链不定是表的遍错指历误两一个中",
        language="zh",
    )
    assert mixed.score < said.score - 20
