"""Reciting the phrases by which points are known makes none, however they are joined; terse notes do."""

from __future__ import annotations

import pytest

from interviewers.bank.schema import BankItem, read_bank
from interviewers.engines.base import AnswerFlag
from interviewers.engines.builtin.expected.synonyms import phrase_of
from interviewers.tests.test_lexical_denials import judged

JOINED = {
    "en": (
        ", ".join,
        "\n".join,
        " ".join,
        " -> ".join,
        lambda terms: ". ".join(term.capitalize() for term in terms) + ".",
        lambda terms: " and ".join(terms) + ".",
        lambda terms: "There is " + ", there is ".join(terms) + ".",
        lambda terms: f"I would consider {', '.join(terms)} and so on.",
        lambda terms: " ".join(f"{term.capitalize()} is important." for term in terms),
        lambda terms: f"Thinking as an engineer, what counts is {', '.join(terms)}.",
    ),
    "zh": (
        "、".join,
        "\n".join,
        " ".join,
        "。".join,
        "和".join,
        lambda terms: "有" + "，有".join(terms) + "。",
        lambda terms: f"我会考虑{'、'.join(terms)}等等。",
        lambda terms: "".join(f"{term}很重要。" for term in terms),
    ),
}
SAMPLE = [item for item in read_bank() if item.stage == "technical"][::6]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("chosen", ["first", "last", "text"])
def test_a_recital_stays_below_a_good_answer(language: str, chosen: str) -> None:
    good = []
    for number, item in enumerate(SAMPLE):
        answer = JOINED[language][number % len(JOINED[language])](_terms(item, language, chosen))
        told = judged(item.key, answer, language=language)
        if told.level > 3:
            good.append((item.key, answer, told.score))
    assert good == []


def _terms(item: BankItem, language: str, chosen: str) -> list[str]:
    points = (item.zh if language == "zh" else item.en).points
    if chosen == "text":
        return [point.text for point in points]
    place = 0 if chosen == "first" else -1
    # Of pieces of sentences a row is notes, and earns as such.
    named = [[text for text in point.synonyms if phrase_of(text).is_name] for point in points]
    return [
        names[place] if names else point.text for names, point in zip(named, points, strict=True)
    ]


@pytest.mark.parametrize(
    ("key", "answer", "level"),
    [
        (
            "backend-idempotent-payment",
            (
                "Client sends an idempotency key, unique constraint on it, second request returns the first "
                "result, timeout means query the status, reconcile nightly."
            ),
            4,
        ),
        (
            "backend-slow-endpoint",
            (
                "Trace first to see which hop is slow, then slow query log, explain, add the missing index, "
                "paginate, load test again."
            ),
            4,
        ),
        (
            "data-scd",
            (
                "Type 2: new row per change with valid-from, valid-to and a current flag; facts carry the "
                "surrogate key; today's view joins on the current flag."
            ),
            4,
        ),
        (
            "ai-rag-pipeline",
            (
                "Parse, chunk by heading, embed, hybrid search, rerank, answer only from the passages with "
                "citations, say no when nothing is found."
            ),
            2,
        ),
        (
            "ds-overfitting",
            (
                "Train loss down, validation loss up. Fewer parameters, more data, dropout, early stopping, "
                "check with cross-validation."
            ),
            2,
        ),
        ("ai-rag-pipeline", "解析、按标题切块、向量化、混合检索、重排，只按检索到的回答并给出处，找不到就说不知道。", 3),
        ("backend-mq-delivery", "生产端要确认，消费完再提交位移，重复靠唯一键去重，失败重试几次进死信队列，人来看。", 3),
        ("devops-containers", "命名空间隔离，cgroup限资源，镜像分层共享，跟宿主机共内核，比虚拟机轻。", 3),
        ("frontend-http-caching", "静态文件名带哈希，缓存一年；HTML不缓存，用ETag协商；发版后马上能看到。", 4),
    ],
)  # fmt: skip
def test_terse_notes_earn_what_they_explain(key: str, answer: str, level: int) -> None:
    told = judged(key, answer)
    assert AnswerFlag.KEYWORD_LIST not in told.flags
    assert told.level >= level


def test_of_a_row_beside_clauses_only_the_clauses_make_points() -> None:
    row = "链路追踪、慢查询日志、执行计划、压测"
    clause = "先看监控确定是一直慢还是某个时间慢，再按百分位看是哪些请求"
    alone = judged("backend-slow-endpoint", f"{clause}。")
    both = judged("backend-slow-endpoint", f"{clause}。{row}。")
    assert set(both.covered) == set(alone.covered)
    assert both.level <= 3
