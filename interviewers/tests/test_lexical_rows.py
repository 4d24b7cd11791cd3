"""Rows of terms are worth less than a sentence, whatever stands between them; notes that relate keep
their credit."""

from __future__ import annotations

import pytest

from interviewers.engines.base import AnswerFlag
from interviewers.engines.builtin.judging.lexical import judge
from interviewers.tests.test_lexical_denials import (
    CONTAINERS,
    OVERFITTING,
    PAYMENT,
    SLOW,
    judged,
)

GUARDS = {AnswerFlag.KEYWORD_LIST, AnswerFlag.SHUFFLED}


@pytest.mark.parametrize(
    ("key", "answer"),
    [
        (SLOW, "链路追踪。慢查询日志。执行计划。分页。压测。监控。"),
        (SLOW, "- 链路追踪\n- 慢查询日志\n- 执行计划\n- 分页\n- 压测"),
        (SLOW, "我会考虑链路追踪、慢查询日志、执行计划、分页、压测等等。"),
        (SLOW, "有链路追踪，有慢查询日志，有执行计划，有分页，有压测。"),
        (SLOW, "链路追踪和慢查询日志和执行计划和分页和压测和监控"),
        (SLOW, "链路追踪/慢查询日志/执行计划/分页/压测"),
        (SLOW, "涉及链路追踪、慢查询日志、执行计划、分页、压测这些方面。"),
        (SLOW, "Tracing. Slow query log. Explain. N+1. Pagination. Load test."),
        (SLOW, "- tracing\n- slow query log\n- explain\n- pagination\n- load test\n- indexes"),
        (
            SLOW,
            "I would consider tracing, slow query log, explain, N+1, pagination, load test and so on.",
        ),
        (
            SLOW,
            "There is tracing, there is the slow query log, there is explain, there is pagination, there is load test.",
        ),
        (
            SLOW,
            "First tracing, then slow query log, then explain, then pagination, finally load test.",
        ),
        (SLOW, "tracing | slow query log | explain | pagination | load test"),
        (SLOW, "Things like tracing, slow query logs, explain, pagination, load tests, etc."),
        (
            OVERFITTING,
            "noise and validation set and cross-validation and learning curves and regularisation",
        ),
        (OVERFITTING, "验证集。交叉验证。学习曲线。正则化。早停。数据增强。"),
        (PAYMENT, "我会考虑幂等键、唯一约束、状态机、对账、主动查询等等。"),
        (CONTAINERS, "Namespaces. Cgroups. Layers. Copy-on-write. Volumes. Shared kernel."),
    ],
)
def test_a_row_of_terms_makes_no_point(key: str, answer: str) -> None:
    told = judged(key, answer)
    assert GUARDS.intersection(told.flags)
    assert told.level == 1


@pytest.mark.parametrize(
    ("key", "answer"),
    [
        (
            SLOW,
            "先看监控，再看链路追踪找到慢的那段，然后看慢查询日志，用explain确认，最后加索引压测。",
        ),
        (
            SLOW,
            "链路追踪：看慢在哪一段；慢查询日志：找SQL；explain：看索引；分页：限制返回量；压测：验证。",
        ),
        (
            SLOW,
            "Tracing to see where the time goes, slow query log for the SQL, explain for the plan, then an index and a load test.",
        ),
        (
            SLOW,
            "Tracing: where is time spent. Slow log: which query. Explain: index used? Then pagination, and load test before/after.",
        ),
        (
            PAYMENT,
            "客户端生成幂等键，数据库建唯一约束，重复请求返回第一次的结果，超时就主动查询，每天对账。",
        ),
        (
            OVERFITTING,
            "Training error low, validation error high. More data, regularisation, early stopping help; cross-validation to check.",
        ),
        (
            CONTAINERS,
            "Namespaces isolate what a process sees; cgroups limit CPU and memory; layers are shared; volumes keep data.",
        ),
        (OVERFITTING, "Model memorises noise; validation loss rises while training loss falls."),
    ],
)
def test_notes_that_relate_are_no_row(key: str, answer: str) -> None:
    told = judged(key, answer)
    assert not GUARDS.intersection(told.flags)
    assert told.level >= 2


CACHE = (
    "什么是缓存穿透？怎么解决？",
    "查询不存在的数据，缓存和数据库都没有，请求每次都打到数据库。可以缓存空结果、用布隆过滤器拦截、校验参数、限流。",
)
HTTP = (
    "What is HTTP?",
    "HTTP is a stateless request-response protocol between clients and servers over TCP.",
)


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        (CACHE, "缓存穿透 不存在 数据库 空结果 布隆过滤器 参数校验 限流"),
        (CACHE, "缓存穿透。不存在。数据库。空结果。布隆过滤器。校验参数。限流。"),
        (CACHE, "布隆数据库存在空请求缓存过滤器校验参数限流根本时间打到结果"),
        (
            CACHE,
            "不数查在存询据的都缓数据有存和没库，打每请次求到都据库数。缓可以存结空果过滤用器布隆截拦、校参数验、流限。",
        ),
        (CACHE, "用缓存。用空结果。用布隆过滤器。用校验参数。用限流。"),
        (
            HTTP,
            "HTTP stateless request response protocol clients servers TCP each request carries needed",
        ),
        (HTTP, "HTTP. Stateless. Request. Response. Protocol. Client. Server. TCP."),
        (
            HTTP,
            "There is HTTP, there is stateless, there is request, there is response, there is protocol, there is TCP.",
        ),
        (HTTP, "http and stateless and request and response and protocol and client and server"),
    ],
)
def test_without_points_a_row_or_a_shuffle_stays_below_level_4(
    asked: tuple[str, str], answer: str
) -> None:
    language = "en" if answer.isascii() else "zh"
    told = judge(question=asked[0], references=(asked[1],), answer=answer, language=language)
    assert GUARDS.intersection(told.flags)
    assert told.level < 4


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        (CACHE, "缓存里没有、库里也没有，每次都打到库。"),
        (CACHE, "空值也缓存，加布隆过滤器，参数先校验。"),
        (CACHE, "查的数据根本不存在，缓存没用，全打到数据库；缓存空值或用布隆过滤器。"),
        (HTTP, "HTTP is stateless."),
        (HTTP, "A request and response protocol over TCP."),
        (HTTP, "Client asks, server answers, no state kept."),
    ],
)
def test_short_answers_are_no_row(asked: tuple[str, str], answer: str) -> None:
    language = "en" if answer.isascii() else "zh"
    told = judge(question=asked[0], references=(asked[1],), answer=answer, language=language)
    assert not GUARDS.intersection(told.flags)
    assert told.level >= 3


def test_an_enumeration_that_says_what_each_is_for_keeps_its_credit() -> None:
    reference = (
        "读未提交会读到别的事务还没提交的数据，即脏读；读已提交避免脏读，但可能不可重复读；"
        "可重复读保证同一行读到的一样，但可能有幻读；串行化最严格，并发最低。级别越高，性能代价越大。"
    )
    told = judge(
        question="请解释数据库事务的隔离级别。",
        references=(reference,),
        answer="有读未提交、读已提交、可重复读、串行化四种，分别解决脏读、不可重复读和幻读的问题，级别越高并发越差。",
        language="zh",
    )
    assert not GUARDS.intersection(told.flags)
    assert told.level >= 4


def test_small_words_between_the_terms_make_no_clauses() -> None:
    told = judge(
        question="What is a mutex?",
        references=(
            "A mutex is a lock that lets only one thread at a time enter a critical section.",
        ),
        answer="lock. thread. mutex. critical section. one. time.",
        language="en",
    )
    assert AnswerFlag.KEYWORD_LIST in told.flags
    assert told.level <= 2


HASHING = (
    "What is a hash table and why are lookups fast?",
    (
        "A hash table stores key-value pairs in an array of buckets. A hash function maps each key to a bucket "
        "index, so a lookup takes constant time on average. Collisions are handled by chaining or open "
        "addressing, and the table is resized when the load factor grows."
    ),
)
ISOLATION = (
    "什么是数据库事务的隔离级别？为什么要有不同的级别？",
    (
        "隔离级别规定了并发事务之间能看到彼此多少修改。读未提交会有脏读，可重复读保证同一行多次读取一致，可串行化"
        "避免幻读但并发最差。级别越高一致性越好，加锁越多，性能越差。"
    ),
)


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        (
            HASHING,
            (
                "Buckets matter a lot. The hash function is crucial. Collisions are very important. Chaining plays "
                "a big role. The load factor is essential. Key-value pairs are also relevant."
            ),
        ),
        (
            HASHING,
            (
                "Buckets have to be understood. The hash function has to be understood. Collisions have to be "
                "understood. Chaining has to be understood. The load factor has to be understood."
            ),
        ),
        (
            HASHING,
            (
                "Everyone should learn buckets. Everyone should learn hash functions. Everyone should learn "
                "chaining. Everyone should learn open addressing. Everyone should learn the load factor."
            ),
        ),
        (ISOLATION, "脏读很重要，幻读是核心，可重复读也非常关键，可串行化必不可少，加锁特别重要。"),
        (ISOLATION, "脏读我懂。幻读我懂。可重复读我懂。可串行化我懂。加锁我懂。读未提交我懂。"),
        (ISOLATION, "要掌握脏读。要掌握幻读。要掌握可重复读。要掌握可串行化。要掌握读未提交。"),
    ],
)
def test_what_is_said_of_every_term_alike_says_nothing_of_it(
    asked: tuple[str, str], answer: str
) -> None:
    question, reference = asked
    language = "en" if answer.isascii() else "zh"
    told = judge(question=question, references=(reference,), answer=answer, language=language)
    assert AnswerFlag.KEYWORD_LIST in told.flags
    assert told.level == 1


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        (
            HASHING,
            (
                "I check the load factor. I check the buckets. I check the hash function. I check collisions. I "
                "check the array."
            ),
        ),
        (
            ISOLATION,
            "读未提交会读到脏数据，读已提交两次读的结果不一样，可重复读看到的一样，可串行化一个一个来，所以最慢。",
        ),
    ],
)
def test_acts_and_different_predicates_are_no_row(asked: tuple[str, str], answer: str) -> None:
    question, reference = asked
    language = "en" if answer.isascii() else "zh"
    told = judge(question=question, references=(reference,), answer=answer, language=language)
    assert AnswerFlag.KEYWORD_LIST not in told.flags
