"""Who says "your résumé mentions Kafka" asks about Kafka; what a job asks for by subject is asked."""

from __future__ import annotations

import pytest

from interviewers.bank.schema import BankItem, read_bank
from interviews.bridges import DUTIES, TOPICS, asked_duties, asked_topics, is_about
from interviews.creation import ResumeFile, create_interview
from interviews.models import PlannedQuestion
from interviews.resumes.skills import _keys
from interviews.tests.test_plan import mains, plan

ITEMS = {item.key: item for item in read_bank()}
SKILLS = "Skills: Java, MySQL, Kafka, Redis, Kubernetes, Prometheus, Nginx, Python"


def test_a_resume_is_read_by_every_skill_of_the_bank() -> None:
    assert {name for item in ITEMS.values() for name in item.skills} <= _keys().keys()


def about(skill: str, item: BankItem) -> set[bool]:
    return {is_about(skill, half.text, item.key, item.topic) for half in (item.zh, item.en)}


@pytest.mark.parametrize(
    ("skill", "key"),
    [
        ("Kafka", "backend-mq-delivery"),
        ("Kafka", "data-kafka-lag"),
        ("MySQL", "backend-index-basics"),
        ("Redis", "backend-cache-aside"),
        ("Java", "backend-race-condition"),
        ("Kubernetes", "devops-k8s-reconcile"),
        ("React", "frontend-stale-view"),
        ("RAG", "ai-rag-pipeline"),
    ],
)
def test_a_question_is_about_what_it_speaks_of(skill: str, key: str) -> None:
    assert about(skill, ITEMS[key]) == {True}


@pytest.mark.parametrize(
    ("skill", "key"),
    [
        ("Kafka", "backend-flash-sale"),
        ("Java", "backend-tail-latency"),
        ("Redis", "backend-idempotent-payment"),
        ("MySQL", "backend-disaster-recovery"),
        ("Kubernetes", "backend-capacity-planning"),
        ("Kafka", "data-event-time"),
    ],
)
def test_and_not_about_what_may_help_to_answer_it(skill: str, key: str) -> None:
    assert skill.casefold() in ITEMS[key].skills
    assert about(skill, ITEMS[key]) == {False}


@pytest.mark.django_db
@pytest.mark.parametrize("difficulty", ["easy", "medium", "hard"])
@pytest.mark.parametrize(("position", "language"), [("后端工程师", "zh"), ("Backend", "en")])
def test_no_interview_leads_to_a_question_from_what_it_is_not_about(
    position: str, language: str, difficulty: str
) -> None:
    for seed in range(4):
        interview = create_interview(
            position=position,
            language=language,
            difficulty=difficulty,
            resume=ResumeFile("", SKILLS),
            job_description="We work with Kafka and Docker; MySQL.",
            seed=seed,
        )
        led = [
            item
            for item in PlannedQuestion.objects.filter(interview=interview).exclude(mention="")
            if not item.spec["subject"]
        ]
        assert led
        for item in led:
            text = item.spec["text"]
            assert is_about(item.mention, text, item.question_key, item.spec["topic"])


def test_subjects_of_a_job_description_are_found_as_it_puts_them() -> None:
    found = asked_topics("Idempotency, rate limiting and PostgreSQL experience.")
    assert found == (("idempotent", "idempotency"), ("rate-limit", "rate limiting"))
    found = asked_topics("要求：熟悉MySQL索引与事务，了解分布式事务，有高并发经验。")
    assert [said for _, said in found] == ["索引", "事务", "分布式事务", "高并发"]
    found = asked_topics("熟悉 A/B 测试、SQL 注入；Pricing and growth")
    assert [said for _, said in found] == ["A/B 测试", "SQL 注入", "pricing", "growth"]
    assert asked_topics("Own Core Web Vitals of the shop")[0][1] == "Core Web Vitals"
    assert asked_topics("We bake bread.") == ()


def test_a_subject_the_resume_has_led_to_is_not_asked_again_for_the_job() -> None:
    topics = asked_topics("熟悉 A/B 测试")
    fields = {"family": "product", "level": 3, "job_topics": topics}
    asked = [i for i in mains(plan(**fields)) if i.reason == "job_topic"]
    assert [item.mention for item in asked] == ["A/B 测试"]
    both = mains(plan(**fields, skills=["AB测试"], job_skills=["AB测试"]))
    assert [i.mention for i in both if i.mention] == ["AB测试"]


def test_subjects_the_job_asks_for_are_asked() -> None:
    topics = asked_topics("idempotency, rate limiting")
    items = mains(plan(job_topics=topics))
    asked = {item.question_key: item.mention for item in items if item.reason == "job_topic"}
    assert asked == {
        "backend-idempotent-payment": "idempotency",
        "backend-rate-limit": "rate limiting",
    }


_DUTIES = {
    "en": "You run user training, handle escalations and keep churn low.",
    "zh": "负责客户培训，处理客户投诉，把续约做好。",
}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_position_without_questions_of_its_own_is_asked_about_its_duties(language: str) -> None:
    duties = asked_duties(_DUTIES[language])
    assert {stem for stem, _ in duties} == {"explaining", "angry-customer", "analysing-decline"}
    items = mains(plan(family="general", level=2, job_topics=duties))
    asked = {ITEMS[i.question_key].topic for i in items if i.reason == "job_topic"}
    assert asked == {"explaining", "angry-customer", "analysing-decline"}


_DONE = {
    "en": "Support lead. Handled complaints, rewrote the knowledge base, started a quality scorecard. Excel, Looker.",
    "zh": "客服主管：处理客户投诉，重写知识库，负责排班和满意度。熟悉 Excel、Looker。",
}


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["zh", "en"])
def test_without_a_job_description_what_somebody_does_is_asked_before_tools(language: str) -> None:
    position = {"en": "Customer Support Team Lead", "zh": "客服主管"}[language]
    for seed in range(3):
        interview = create_interview(
            position=position, language=language, resume=ResumeFile("", _DONE[language]), seed=seed
        )
        planned = PlannedQuestion.objects.filter(interview=interview).exclude(
            reason__startswith="variant"
        )
        reasons = [item.reason for item in planned.order_by("slot")]
        assert sum(reason.startswith("resume_topic: ") for reason in reasons) >= 3
        assert sum(reason.startswith("resume_skill: ") for reason in reasons) <= 1
        assert "angry-customer" in {item.spec["topic"] for item in planned}
        assert not any(i.mention for i in planned if i.reason.startswith("resume_topic"))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("position", "led"), [("Customer Success Manager", True), ("Backend Engineer", False)]
)
def test_duties_lead_only_where_the_bank_has_nothing_nearer(position: str, led: bool) -> None:
    interview = create_interview(
        position=position, difficulty="medium", job_description=_DUTIES["en"], seed=3
    )
    found = PlannedQuestion.objects.filter(interview=interview, mention="escalations")
    assert found.exists() is led


def test_every_subject_is_one_of_the_banks() -> None:

    topics = {item.topic for item in ITEMS.values()}
    for stem, _ in (*TOPICS, *DUTIES):
        assert any(topic.startswith(stem) or f"-{stem}" in topic for topic in topics), stem


def test_who_joins_a_team_is_not_asked_about_joins() -> None:
    said = "You will join a team of five and join us on call; slowly changing dimensions, change data capture."
    assert [stem for stem, _ in asked_topics(said)] == ["scd", "cdc"]
    assert [stem for stem, _ in asked_topics("Strong SQL joins and window functions")][:1] == [
        "joins"
    ]
