"""Facts whose parts are exchanged are wrong, however well they are worded; another order of the same
facts is not."""

from __future__ import annotations

from functools import partial

import pytest

from interviewers.bank.schema import read_bank
from interviewers.engines.base import AnswerFlag
from interviewers.engines.builtin.judging.lexical import judge
from interviewers.tests.lexical_samples import judged_on
from interviewers.tests.test_lexical_denials import judged

FACTS = {
    "tcp": (
        "How do TCP and UDP differ?",
        (
            "TCP is connection-oriented and reliable, with acknowledgements and retransmission; UDP is "
            "connectionless and may lose packets, but has less overhead."
        ),
    ),
    "leaf": (
        "What happens in photosynthesis?",
        "Plants take in carbon dioxide and water and, with light, give off oxygen and make glucose.",
    ),
    "fit": (
        "What are overfitting and underfitting?",
        (
            "Overfitting means the model is too complex: low training error and high test error. "
            "Underfitting means it is too simple: high error on both."
        ),
    ),
    "tree": (
        "What is a binary search tree?",
        "In a binary search tree the left subtree holds smaller keys and the right subtree larger keys.",
    ),
    "offset": (
        "When do you commit the offset?",
        "The consumer commits the offset after processing the message, so that nothing is lost.",
    ),
    "price": (
        "How do supply and price relate?",
        "When demand rises the price increases, and when supply rises the price decreases.",
    ),
    "rights": (
        "What is authentication as opposed to authorisation?",
        "Authentication checks who a user is; authorisation decides what the user may do.",
    ),
    "拟合": (
        "什么是过拟合和欠拟合？",
        "过拟合是模型太复杂，训练误差低而测试误差高；欠拟合是模型太简单，训练和测试误差都高。",
    ),
    "锁": (
        "乐观锁和悲观锁有什么不同？",
        "悲观锁在读之前先锁住数据；乐观锁在提交时检查版本号。",
    ),
    "位移": ("什么时候提交位移？", "先处理消息，再提交位移，这样不会丢消息。"),
    "代": ("分代回收怎么工作？", "新对象先放在年轻代，存活久的晋升到老年代。"),
    "索引": ("索引的代价是什么？", "索引让读变快，写变慢。"),
    "码": ("401 和 403 有什么区别？", "401 表示没有登录，403 表示已登录但没有权限。"),
    "成本": ("固定成本和变动成本有什么区别？", "固定成本不随产量变化，变动成本随产量增加。"),
}


about = partial(judged_on, FACTS)


@pytest.mark.parametrize(
    ("what", "answer"),
    [
        (
            "tcp",
            (
                "UDP is connection-oriented and reliable, with acknowledgements and retransmission; TCP is "
                "connectionless and may lose packets, but has less overhead."
            ),
        ),
        (
            "leaf",
            "Plants take in oxygen and glucose and, with light, give off carbon dioxide and water.",
        ),
        (
            "fit",
            (
                "Underfitting means the model is too complex: low training error and high test error. "
                "Overfitting means it is too simple: high error on both."
            ),
        ),
        ("tree", "The right subtree holds smaller keys and the left subtree larger keys."),
        ("offset", "The consumer commits the offset before processing the message."),
        (
            "price",
            "When supply rises the price increases, and when demand rises the price decreases.",
        ),
        ("rights", "Authorisation checks who a user is; authentication decides what he may do."),
        (
            "拟合",
            "欠拟合是模型太复杂，训练误差低而测试误差高；过拟合是模型太简单，训练和测试误差都高。",
        ),
        ("锁", "乐观锁在读之前先锁住数据；悲观锁在提交时检查版本号。"),
        ("位移", "先提交位移，再处理消息，这样不会丢消息。"),
        ("代", "新对象先放在老年代，存活久的晋升到年轻代。"),
        ("索引", "索引让写变快，读变慢。"),
        ("码", "403 表示没有登录，401 表示已登录但没有权限。"),
    ],
)
def test_exchanged_facts_are_no_good_answer(what: str, answer: str) -> None:
    told = about(what, answer)
    assert AnswerFlag.NEGATED in told.flags
    assert told.level < 4


@pytest.mark.parametrize(
    ("what", "answer"),
    [
        (
            "tcp",
            (
                "UDP has no connection and low overhead but packets can get lost, while TCP sets up a "
                "connection, acknowledges and retransmits, so it is reliable."
            ),
        ),
        (
            "leaf",
            "Using light, plants turn carbon dioxide and water into glucose and release oxygen.",
        ),
        (
            "fit",
            (
                "A model that is too simple underfits, with high error on training and test data; one that "
                "is too complex overfits, with low training error but high test error."
            ),
        ),
        ("tree", "Smaller keys are in the left subtree, larger keys in the right one."),
        ("offset", "First process the message, then commit the offset, otherwise it may be lost."),
        ("price", "The price falls when supply rises, and goes up when demand rises."),
        (
            "rights",
            "What a user may do is decided by authorisation, who the user is by authentication.",
        ),
        (
            "拟合",
            "模型太简单，两边误差都高，就是欠拟合；太复杂，训练误差低、测试误差高，是过拟合。",
        ),
        ("锁", "乐观锁提交时比对版本号，悲观锁一开始就锁住数据。"),
        ("位移", "消息处理完之后才提交位移，避免丢消息。"),
        ("代", "对象一开始在年轻代，存活下来的再晋升到老年代。"),
        ("索引", "有索引读会快，写会慢。"),
        ("码", "已登录但没权限是 403，没登录是 401。"),
        ("成本", "变动成本随产量增加，固定成本不随产量变化。"),
    ],
)
def test_the_same_facts_in_another_order_are(what: str, answer: str) -> None:
    told = about(what, answer)
    assert AnswerFlag.NEGATED not in told.flags
    assert told.level >= 4


def test_half_an_exchange_costs_what_stands_in_it() -> None:
    question, reference = FACTS["rights"]
    both = f"{reference} A token is signed and expires."
    wrong = "Authorisation checks who a user is; authentication decides what the user may do."
    alone, mixed = (
        judge(question=question, references=(both,), answer=answer, language="en")
        for answer in (wrong, f"A token is signed and expires. {wrong}")
    )
    assert alone.score < mixed.score
    assert mixed.level < 4


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_reference_of_the_bank_exchanges_anything(language: str) -> None:
    told = {
        item.key: judged(item.key, texts.reference, language=language)
        for item in read_bank()[::5]
        for texts in (item.zh if language == "zh" else item.en,)
    }
    assert [key for key, found in told.items() if AnswerFlag.NEGATED in found.flags] == []
