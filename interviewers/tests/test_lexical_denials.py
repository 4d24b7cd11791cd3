"""What an answer denies earns nothing; a negation that belongs to an answer costs nothing."""

from __future__ import annotations

from functools import lru_cache

import pytest

from interviewers.bank.schema import read_bank
from interviewers.engines.base import AnswerFlag, ScoringPoint
from interviewers.engines.builtin.contrary.denial import affirmed
from interviewers.engines.builtin.judging.lexical import Judgement, judge
from interviewers.engines.builtin.reading.text import segment_of

SLOW, PAYMENT, OVERFITTING, CONTAINERS, CONFLICT = (
    "backend-slow-endpoint",
    "backend-idempotent-payment",
    "ds-overfitting",
    "devops-containers",
    "behavioral-conflict-peer",
)


@lru_cache(maxsize=1)
def bank() -> dict[str, object]:
    return {item.key: item for item in read_bank()}


def judged(key: str, answer: str, *, points: bool = True, language: str = "") -> Judgement:
    """An answer to an item of the bank, by default in the language of the answer."""
    language = language or ("en" if answer.isascii() else "zh")
    texts = getattr(bank()[key], language)
    return judge(
        question=texts.text,
        references=(texts.reference,),
        answer=answer,
        language=language,
        points=tuple(
            ScoringPoint(p.key, p.text, tuple(p.synonyms), p.cue)
            for p in (texts.points if points else ())
        ),
    )


@pytest.mark.parametrize(
    ("key", "answer"),
    [
        (SLOW, "The work was done without tracing, without explain, without load tests."),
        (SLOW, "It works fine without tracing, explain or a load test."),
        (SLOW, "I go live without using tracing, explain or load tests."),
        (SLOW, "无需监控，无需链路追踪，无需执行计划，无需压测。"),
        (SLOW, "没做链路追踪，没做执行计划，没做压测，未加索引。"),
        (SLOW, "在没有监控、链路追踪、执行计划和压测的情况下上线了。"),
        (SLOW, "我从来不看监控，也从来不开慢查询日志，链路追踪更是没用过。"),
        (SLOW, "监控我不看，慢查询日志我也不看，执行计划我没用过。"),
        (SLOW, "没必要做链路追踪，没必要看执行计划，加索引更没必要。"),
        (SLOW, "我懒得看慢查询日志，懒得跑执行计划，懒得加索引。"),
        (SLOW, "没有链路追踪。没有慢查询日志。没有执行计划。没有分页。"),
        (SLOW, "我不打算看慢查询日志，也不打算用执行计划，更不会加分页。"),
        (
            SLOW,
            "We don't use tracing. We don't have a slow query log. We never run explain. We don't paginate.",
        ),
        (
            SLOW,
            "Tracing is not needed. The slow query log is useless. Explain is unnecessary. Pagination doesn't matter.",
        ),
        (SLOW, "Neither tracing nor the slow query log nor explain nor pagination."),
        (
            SLOW,
            "I wouldn't bother with tracing or the slow query log, nor would I run explain or add pagination.",
        ),
        (SLOW, "Nobody looked at tracing, nobody ran explain, nobody added an index."),
        (SLOW, "I forgot to look at tracing, forgot to run explain and forgot to add pagination."),
        (PAYMENT, "我没有用幂等键，没有建唯一约束，没有用状态机，也没有做对账。"),
        (PAYMENT, "幂等键没用，唯一约束没用，状态机也没用，对账没必要。"),
        (PAYMENT, "我从没用过幂等键，从没建过唯一约束，从没做过对账。"),
        (
            PAYMENT,
            "I would use neither an idempotency key nor a unique constraint nor reconciliation.",
        ),
        (
            OVERFITTING,
            "I did it without a validation set, without cross-validation, without regularisation and without learning curves.",
        ),
        (OVERFITTING, "我没有划分验证集，没有做交叉验证，没有用正则化，也没有看学习曲线。"),
        (
            CONTAINERS,
            "Containers need no namespaces, no cgroups and no layers, and I would not use volumes.",
        ),
        (CONTAINERS, "我不用命名空间，不用cgroup，不用镜像分层，也不用数据卷。"),
    ],
)
def test_an_answer_of_denials_is_worth_nothing(key: str, answer: str) -> None:
    told = judged(key, answer)
    assert (told.level, told.covered, told.evidence) == (1, (), "")
    assert AnswerFlag.NEGATED in told.flags
    assert AnswerFlag.OFF_TOPIC not in told.flags


@pytest.mark.parametrize(
    ("key", "answer", "plain"),
    [
        (
            SLOW,
            "我不会一上来就加机器，而是先看链路追踪，再看慢查询日志，用explain看执行计划，然后加索引、做分页。",
            "先看链路追踪，再看慢查询日志，用explain看执行计划，然后加索引、做分页。",
        ),
        (
            SLOW,
            "如果没有索引，就会全表扫描，看执行计划就能发现；返回太多的话要分页。",
            "全表扫描，看执行计划就能发现，加索引；返回太多的话要分页。",
        ),
        (
            SLOW,
            "不仅要看慢查询日志，还要看执行计划和链路追踪，也别忘了分页。",
            "要看慢查询日志，还要看执行计划和链路追踪，也要分页。",
        ),
        (
            SLOW,
            "发现查询没有索引，用explain看执行计划是全表扫描，加上以后好了。",
            "发现查询加索引，用explain看执行计划是全表扫描，加上以后好了。",
        ),
        (
            SLOW,
            "为什么不先看链路追踪呢？它一眼就能看出慢在哪，再看慢查询日志。",
            "先看链路追踪，它一眼就能看出慢在哪，再看慢查询日志。",
        ),
        (
            SLOW,
            "I would not guess; I use tracing to see the slow part, then the slow query log and explain.",
            "I use tracing to see the slow part, then the slow query log and explain.",
        ),
        (
            SLOW,
            "Not only do I look at tracing but I also read the slow query log and run explain.",
            "I look at tracing and I also read the slow query log and run explain.",
        ),
        (
            SLOW,
            "We found that there was no index, as explain showed, and added one, with pagination.",
            "We found the index missing, as explain showed, and added one, with pagination.",
        ),
        (
            SLOW,
            "Instead of guessing I use tracing and the slow query log, and explain.",
            "I use tracing and the slow query log, and explain.",
        ),
        (
            SLOW,
            "Don't forget pagination and the slow query log, and never deploy without a load test and tracing.",
            "Remember pagination and the slow query log, and deploy with a load test and tracing.",
        ),
        (
            PAYMENT,
            "没有幂等键的话会重复扣款，所以客户端生成幂等键，数据库加唯一约束，每天对账。",
            "客户端生成幂等键，数据库加唯一约束，每天对账。",
        ),
        (
            PAYMENT,
            "Without an idempotency key a retry charges twice, so I add one with a unique constraint, and reconcile.",
            "A retry charges twice, so I add an idempotency key with a unique constraint, and reconcile.",
        ),
        (
            OVERFITTING,
            "训练集上很好，验证集上不好，就是过拟合；可以用交叉验证、正则化，不要训练太久。",
            "训练集上很好，验证集上差，就是过拟合；可以用交叉验证、正则化。",
        ),
    ],
)
def test_a_negation_that_belongs_to_the_answer_costs_nothing(
    key: str, answer: str, plain: str
) -> None:
    told, same = judged(key, answer), judged(key, plain)
    assert AnswerFlag.NEGATED not in told.flags
    assert set(told.covered) >= set(same.covered)
    assert told.score >= same.score - 8


@pytest.mark.parametrize(
    "answer",
    [
        "不要划分验证集，不要做交叉验证，不要加正则化，不需要看学习曲线。",
        "I did not use a validation set. We never cross-validate. I would not use regularisation.",
    ],
)
def test_without_points_a_denied_reference_is_the_lowest_level(answer: str) -> None:
    told = judged(OVERFITTING, answer, points=False)
    assert told.level == 1
    assert AnswerFlag.NEGATED in told.flags


def test_what_a_contrast_puts_in_its_place_is_affirmed() -> None:
    told = judged(
        SLOW, "I would not use tracing but run explain, and I would add no index but pagination."
    )
    assert "split" not in told.covered
    assert {"sql", "n-plus-one"} <= set(told.covered)


@pytest.mark.parametrize(
    "answer",
    [
        "要是正确片段直接喂给模型还答不对，那不是检索的问题，是幻觉；喂了就对，说明没检索到。",
        "如果没有召回，就不是模型的问题，先调切块和重排；召回了还错才是生成的错。",
        "Unless the trace shows the passage in the prompt, it is not a generation error.",
        "If it was never ingested, fix parsing. If retrieval did not find it, try hybrid search.",
    ],
)
def test_what_follows_from_a_supposition_denies_nothing(answer: str) -> None:
    told = judged("ai-rag-diagnosis", answer)
    assert AnswerFlag.NEGATED not in told.flags
    assert told.covered


@pytest.mark.parametrize(
    "answer",
    [
        "We can release it without downtime, data loss or manual steps.",
        "Reads scale without sharding, partitioning or a second database.",
        "You can change the schema without locking the table.",
        "在没有索引的情况下会全表扫描。",
        "标题最多两行，多了就省略。",
    ],
)
def test_what_does_without_a_thing_is_not_always_a_denial(answer: str) -> None:
    segment = segment_of(answer)
    assert affirmed(segment) is segment


def test_a_lack_among_several_cases_is_named_and_not_denied() -> None:
    case = segment_of("It is one phone model, an old system version or no network.")
    assert affirmed(case) is case
    for denied in ("I used no logs or no tracing.", "We had no tests or no reviews."):
        assert not {"trac", "review"} & set(affirmed(segment_of(denied)).terms)
