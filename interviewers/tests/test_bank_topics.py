"""The topics whose absence a reader would notice, each with its questions in both languages."""

from __future__ import annotations

import pytest

from interviewers.bank.schema import read_bank
from interviewers.models import Family, Level

BANK = {item.key: item for item in read_bank()}

# Topic as it is promised -> questions of the bank that ask for it.
TOPICS: dict[str, dict[str, tuple[str, ...]]] = {
    "backend": {
        "HTTP": ("http-status", "http-connections"),
        "SQL and indexes": ("index-basics", "composite-index", "sql-injection"),
        "concurrency": ("race-condition", "distributed-lock"),
        "transactions and isolation": ("transaction-transfer", "isolation-levels"),
        "caching failures": ("cache-collapse", "cache-aside"),
        "message delivery and ordering": ("mq-delivery", "mq-ordering"),
        "idempotency": ("idempotent-payment",),
        "rate limits": ("rate-limit",),
        "consensus and CAP": ("consensus-cap",),
        "distributed transactions": ("distributed-transaction",),
        "capacity": ("capacity-planning", "flash-sale"),
        "disaster recovery": ("disaster-recovery",),
    },
    "frontend": {
        "semantics and accessibility": ("semantic-button", "accessible-dialog"),
        "cascade": ("cascade",),
        "closures": ("closures",),
        "event loop": ("event-loop-order", "main-thread-scheduling"),
        "rendering": ("rendering-pipeline",),
        "caching": ("http-caching",),
        "CORS": ("cors-error",),
        "TypeScript": ("ts-any-unknown", "ts-request-state"),
        "performance metrics": ("web-vitals", "lcp-regression"),
        "SSR and hydration": ("hydration", "rendering-strategy"),
        "XSS, CSRF, CSP": ("rich-text-xss", "credential-csrf", "csp-rollout"),
    },
    "ai": {
        "tokens and context": ("tokens", "memory"),
        "prompting": ("prompting",),
        "structured output": ("structured-output",),
        "embeddings": ("embeddings",),
        "RAG from parsing to rerank": ("document-parsing", "rag-pipeline", "rerank"),
        "function calling": ("function-calling", "tool-design"),
        "agents and memory": ("agents", "agent-diagnosis", "memory"),
        "evaluation sets": ("evaluation-set", "llm-judge"),
        "hallucination": ("hallucination",),
        "guardrails and injection": ("guardrails", "prompt-injection"),
        "cost and latency": ("cost", "latency"),
        "human in the loop": ("human-in-loop",),
    },
    "data": {
        "windows and joins": ("window-functions", "join-duplicates"),
        "modelling and SCD": ("star-schema", "warehouse-layers", "scd"),
        "Spark": ("spark-skew", "spark-shuffle"),
        "Kafka": ("kafka-basics", "kafka-lag"),
        "orchestration": ("orchestration",),
        "quality": ("quality-checks", "data-contracts"),
        "CDC": ("cdc",),
        "lineage": ("lineage",),
        "event time": ("event-time",),
    },
    "product": {
        "critique": ("critique",),
        "requirements": ("need-behind-request", "prd"),
        "prioritisation": ("prioritise-backlog",),
        "metrics and a metric's fall": ("metrics-vocabulary-app", "metric-fall"),
        "experiments": ("experiment-design", "experiment-conflict"),
        "estimation": ("market-sizing",),
        "strategy": ("strategy-response",),
        "pricing": ("pricing-first-plan",),
        "saying no": ("saying-no",),
    },
    "behavioral": {
        "achievement": ("achievement",),
        "failure": ("failure", "mistake"),
        "conflict with a peer and with a manager": ("conflict-peer", "conflict-manager"),
        "influence": ("influence",),
        "ambiguity": ("ambiguity",),
        "missed deadline": ("missed-deadline",),
        "hard feedback": ("hard-feedback",),
        "an angry customer": ("angry-customer",),
        "ownership": ("ownership",),
        "leading": ("leading", "taking-the-lead"),
        "ethics": ("ethics",),
    },
    "hr": {
        "introduction": ("introduction",),
        "motivation": ("why-position",),
        "leaving": ("leaving",),
        "strengths and weaknesses": ("strengths", "weaknesses"),
        "plan": ("plan", "first-months"),
        "expectations": ("salary", "work-environment"),
        "notice": ("notice",),
        "gaps": ("gaps",),
        "pressure": ("pressure", "limits"),
        "their questions": ("their-questions",),
    },
}


@pytest.mark.parametrize("file", TOPICS)
def test_a_topic_has_its_questions(file: str) -> None:
    for name in (name for names in TOPICS[file].values() for name in names):
        # Keys begin with the name of their file; where the topic does as well, once is enough.
        found = BANK.get(f"{file}-{name}") or BANK.get(f"{file}-{file}-{name}")
        assert found is not None, name
        if file in Family.values:
            assert (found.stage, file in found.families) == ("technical", True)
        else:
            assert found.stage == file


@pytest.mark.parametrize("family", Family.values)
def test_every_family_has_nine_technical_questions_three_a_level(family: str) -> None:
    own = [
        item
        for item in BANK.values()
        if family in item.families and item.stage == "technical" and not item.subject
    ]
    assert len(own) >= 9
    for level in Level.values:
        assert sum(item.level == level for item in own) >= 3, level


def test_the_bank_has_240_items_and_enough_to_end_four_interviews_with() -> None:
    assert len(BANK) >= 240
    for topic in ("introduction", "their-questions"):
        assert sum(item.topic == topic for item in BANK.values()) >= 4
