"""What goes in and out, as Pydantic models; the keys are those of the document."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer

T = TypeVar("T")


def _stamp(moment: datetime) -> str:
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


Stamp = Annotated[datetime, PlainSerializer(_stamp, return_type=str)]
Text = Annotated[str, Field(min_length=1, max_length=20_000)]


class Success(BaseModel, Generic[T]):
    success: bool = True
    data: T
    message: str | None = None


class FromRow(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class CreateInterview(BaseModel):
    position: Annotated[str, Field(min_length=1, max_length=200)]
    difficulty: Literal["easy", "medium", "hard"] = "medium"
    language: Literal["zh", "en"] | None = None
    job_description: Annotated[str, Field(max_length=20_000)] = ""
    interviewers: list[str] | None = None


class InterviewOut(FromRow):
    id: int
    position: str
    difficulty: str
    status: str
    created_at: Stamp
    completed_at: Stamp | None
    resume_path: str | None
    overall_score: float | None
    current_interviewer: str | None
    language: str
    engine: str
    paused: bool
    turn: str = "idle"
    interviewers: list[str] = Field(validation_alias="panel")
    usage: dict[str, int]


class PostMessage(BaseModel):
    content: Text
    sender_type: Literal["user", "interviewer", "system"] = "user"
    interviewer_id: Annotated[str, Field(max_length=40)] | None = None
    client_id: Annotated[str, Field(max_length=64)] | None = None


class MessageOut(FromRow):
    id: int
    content: str
    sender_type: str
    interviewer_id: str | None
    timestamp: Stamp
    metadata: dict[str, Any] | None = Field(validation_alias="metadata_")
    client_id: str | None


class ReviewOut(FromRow):
    interviewer_id: str
    name: str
    role: str
    content: str
    score: float | None


class Evidence(BaseModel):
    message_id: int | None
    quote: str


class AssessmentOut(BaseModel):
    interviewer_id: str
    competency: str
    question: str
    level: int
    score: float
    anchor: str
    reason: str
    covered: list[str]
    missing: list[str]
    flags: list[str]
    engine: str
    evidence: Evidence


class FeedbackOut(BaseModel):
    id: int
    interview_id: int
    summary: str
    overall_score: float | None
    skill_scores: dict[str, float]
    strengths: list[str]
    improvements: list[str]
    created_at: Stamp
    interviewer_feedbacks: list[ReviewOut]
    coverage: dict[str, Any]
    assessments: list[AssessmentOut]
