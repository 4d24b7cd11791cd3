"""Our own tables, as SQLAlchemy sees them: both servers work on the same schema and indexes."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    DateTime,
    Float,
    ForeignKey,
    Integer,
    SmallInteger,
    String,
    Text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

# SQLite counts only INTEGER primary keys up by itself.
Key = BigInteger().with_variant(Integer, "sqlite")
Data = JSON().with_variant(JSONB, "postgresql")
Moment = DateTime(timezone=True)


def now() -> datetime:
    return datetime.now(UTC)


class Base(DeclarativeBase):
    pass


class Interview(Base):
    __tablename__ = "interviews_interview"

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    position: Mapped[str] = mapped_column(String(200))
    difficulty: Mapped[str] = mapped_column(String(10))
    language: Mapped[str] = mapped_column(String(2))
    status: Mapped[str] = mapped_column(String(10), default="active")
    created_at: Mapped[datetime] = mapped_column(Moment, default=now)
    completed_at: Mapped[datetime | None] = mapped_column(Moment)
    overall_score: Mapped[float | None] = mapped_column(Float)
    family: Mapped[str] = mapped_column(String(10))
    engine: Mapped[str] = mapped_column(String(20), default="builtin")
    panel: Mapped[Any] = mapped_column(Data, default=list)
    people: Mapped[Any] = mapped_column(Data, default=dict)
    current_interviewer: Mapped[str] = mapped_column(String(40), default="")
    paused: Mapped[bool] = mapped_column(Boolean, default=False)
    resume_path: Mapped[str] = mapped_column(String(120), default="")
    resume_text: Mapped[str] = mapped_column(Text, default="", deferred=True)
    resume_facts: Mapped[Any] = mapped_column(Data, default=dict, deferred=True)
    job_description: Mapped[str] = mapped_column(Text, default="", deferred=True)
    last_message_id: Mapped[int | None] = mapped_column(BigInteger)
    open_id: Mapped[int | None] = mapped_column(BigInteger)
    owed_id: Mapped[int | None] = mapped_column(BigInteger)
    wish: Mapped[str] = mapped_column(String(8), default="")
    lease_token: Mapped[str] = mapped_column(String(32), default="")
    failure: Mapped[str] = mapped_column(String(40), default="")
    browser: Mapped[str] = mapped_column(String(32), default="")
    usage_calls: Mapped[int] = mapped_column(BigInteger, default=0)
    usage_prompt_tokens: Mapped[int] = mapped_column(BigInteger, default=0)
    usage_completion_tokens: Mapped[int] = mapped_column(BigInteger, default=0)
    usage_milliseconds: Mapped[int] = mapped_column(BigInteger, default=0)

    @property
    def usage(self) -> dict[str, int]:
        return {
            "calls": self.usage_calls,
            "prompt_tokens": self.usage_prompt_tokens,
            "completion_tokens": self.usage_completion_tokens,
            "milliseconds": self.usage_milliseconds,
        }


class PlannedQuestion(Base):
    __tablename__ = "interviews_plannedquestion"

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    interview_id: Mapped[int] = mapped_column(ForeignKey(Interview.id))
    slot: Mapped[int] = mapped_column(SmallInteger)
    interviewer_id: Mapped[str] = mapped_column(String(40))
    competency: Mapped[str] = mapped_column(String(40))
    level: Mapped[int] = mapped_column(SmallInteger)
    question_key: Mapped[str] = mapped_column(String(80))
    spec: Mapped[Any] = mapped_column(Data)
    mention: Mapped[str] = mapped_column(String(120), default="")
    mention_from: Mapped[str] = mapped_column(String(10), default="")
    reason: Mapped[str] = mapped_column(String(300), default="")
    state: Mapped[str] = mapped_column(String(10), default="pending")
    follow_up_budget: Mapped[int] = mapped_column(SmallInteger, default=2)
    follow_ups: Mapped[Any] = mapped_column(Data, default=list)
    hints_used: Mapped[int] = mapped_column(SmallInteger, default=0)
    hints_here: Mapped[int] = mapped_column(SmallInteger, default=0)
    repeats: Mapped[int] = mapped_column(SmallInteger, default=0)


class Message(Base):
    __tablename__ = "interviews_message"

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    interview_id: Mapped[int] = mapped_column(ForeignKey(Interview.id))
    content: Mapped[str] = mapped_column(Text)
    sender_type: Mapped[str] = mapped_column(String(12))
    interviewer_id: Mapped[str | None] = mapped_column(String(40))
    timestamp: Mapped[datetime] = mapped_column(Moment, default=now)
    metadata_: Mapped[Any] = mapped_column(
        "metadata", JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")
    )
    client_id: Mapped[str | None] = mapped_column(String(64))
    planned_id: Mapped[int | None] = mapped_column(ForeignKey(PlannedQuestion.id))


class Interviewer(Base):
    __tablename__ = "interviewers_interviewer"

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    name_zh: Mapped[str] = mapped_column(String(60))
    name_en: Mapped[str] = mapped_column(String(60))
    role_zh: Mapped[str] = mapped_column(String(60))
    role_en: Mapped[str] = mapped_column(String(60))
    stage: Mapped[str] = mapped_column(String(12))
    question_count: Mapped[int] = mapped_column(SmallInteger)
    follow_up_budget: Mapped[int] = mapped_column(SmallInteger)
    order: Mapped[int] = mapped_column(SmallInteger)
    active: Mapped[bool] = mapped_column(Boolean)


class Question(Base):
    __tablename__ = "interviewers_question"

    key: Mapped[str] = mapped_column(String(80), primary_key=True)
    competency_id: Mapped[str] = mapped_column(String(40))
    stage: Mapped[str] = mapped_column(String(12))
    families: Mapped[Any] = mapped_column(Data)
    level: Mapped[int] = mapped_column(SmallInteger)
    topic: Mapped[str] = mapped_column(String(80))
    subject: Mapped[str] = mapped_column(String(10))
    zh: Mapped[Any] = mapped_column(Data, deferred=True)
    en: Mapped[Any] = mapped_column(Data, deferred=True)
    active: Mapped[bool] = mapped_column(Boolean)


class Feedback(Base):
    __tablename__ = "feedback_feedback"

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    interview_id: Mapped[int] = mapped_column(BigInteger)
    summary: Mapped[str] = mapped_column(Text)
    overall_score: Mapped[float | None] = mapped_column(Float)
    skill_scores: Mapped[Any] = mapped_column(Data)
    strengths: Mapped[Any] = mapped_column(Data)
    improvements: Mapped[Any] = mapped_column(Data)
    coverage: Mapped[Any] = mapped_column(Data)
    created_at: Mapped[datetime] = mapped_column(Moment)
    reviews: Mapped[list[Review]] = relationship(order_by="Review.order")


class Review(Base):
    __tablename__ = "feedback_review"

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    feedback_id: Mapped[int] = mapped_column(ForeignKey(Feedback.id))
    order: Mapped[int] = mapped_column(SmallInteger)
    interviewer_id: Mapped[str] = mapped_column(String(40))
    name: Mapped[str] = mapped_column(String(60))
    role: Mapped[str] = mapped_column(String(60))
    content: Mapped[str] = mapped_column(Text)
    score: Mapped[float | None] = mapped_column(Float)


class Assessment(Base):
    __tablename__ = "feedback_assessment"

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    interview_id: Mapped[int] = mapped_column(BigInteger)
    planned_id: Mapped[int] = mapped_column(ForeignKey(PlannedQuestion.id))
    answer_id: Mapped[int] = mapped_column(BigInteger)
    evidence_message_id: Mapped[int | None] = mapped_column(BigInteger)
    interviewer_id: Mapped[str] = mapped_column(String(40))
    competency: Mapped[str] = mapped_column(String(40))
    level: Mapped[int] = mapped_column(SmallInteger)
    score: Mapped[float] = mapped_column(Float)
    anchor: Mapped[str] = mapped_column(Text)
    evidence: Mapped[str] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(Text)
    covered: Mapped[Any] = mapped_column(Data)
    missing: Mapped[Any] = mapped_column(Data)
    flags: Mapped[Any] = mapped_column(Data)
    engine: Mapped[str] = mapped_column(String(20))
    planned: Mapped[PlannedQuestion] = relationship()
