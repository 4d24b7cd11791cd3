"""The server of the user's document, written as its users would write it: FastAPI, async SQLAlchemy.

It has what the benchmark asks for and no more. The database is the one our migrations made, with
the same indexes; pragmas and pool size are the same. ``DATABASE_URL`` as ours, ``PEER_UPLOADS`` is
the folder for résumés, ``OPENAI_BASE_URL`` the model that replies to answers, where there is one.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated, Any

from fastapi import FastAPI, Query, Request
from fastapi.exceptions import RequestValidationError
from fastapi.middleware.cors import CORSMiddleware
from fastapi.responses import JSONResponse
from pydantic import ValidationError
from sqlalchemy import select
from sqlalchemy.orm import selectinload
from starlette.exceptions import HTTPException

from peer import room
from peer.base import ApiError, Session, engine, error_object, find, invalid
from peer.creation import plan, store_resume
from peer.room import store, tell
from peer.shapes import (
    AssessmentOut,
    CreateInterview,
    Evidence,
    FeedbackOut,
    InterviewOut,
    MessageOut,
    PostMessage,
    ReviewOut,
    Success,
)
from peer.tables import Assessment, Feedback, Interviewer, Message


@asynccontextmanager
async def lifespan(_: FastAPI) -> AsyncIterator[None]:
    yield
    await engine.dispose()


app = FastAPI(title="Interview-GPT API", version="0.1.0", lifespan=lifespan)
app.add_middleware(CORSMiddleware, allow_origins=["*"], allow_methods=["*"], allow_headers=["*"])
app.include_router(room.router)


def error_response(error: ApiError) -> JSONResponse:
    return JSONResponse({"success": False, "error": error_object(error)}, error.status)


@app.exception_handler(ApiError)
async def on_api_error(_: Request, error: ApiError) -> JSONResponse:
    return error_response(error)


@app.exception_handler(RequestValidationError)
async def on_invalid(_: Request, error: RequestValidationError) -> JSONResponse:
    return error_response(invalid(error.errors()))


@app.exception_handler(HTTPException)
async def on_http(_: Request, error: HTTPException) -> JSONResponse:
    code = {404: "NOT_FOUND", 405: "METHOD_NOT_ALLOWED"}.get(error.status_code, "INTERNAL_ERROR")
    return error_response(ApiError(code, error.status_code, "这个地址没有内容。"))


# --- Interviews -----------------------------------------------------------------------------


@app.get("/health")
async def health() -> dict[str, str]:
    return {"status": "healthy", "service": "Interview-GPT API", "version": "0.1.0"}


@app.get(
    "/api/interviewers", response_model=Success[dict[str, str]], response_model_exclude_none=True
)
async def interviewers(session: Session) -> Any:
    rows = await session.scalars(
        select(Interviewer).where(Interviewer.active).order_by(Interviewer.order, Interviewer.id)
    )
    return {"data": {row.id: row.role_zh for row in rows}}


@app.get("/api/interviews/{interview_id}", response_model=Success[InterviewOut])
async def read_interview(interview_id: int, session: Session) -> Any:
    return {"data": await find(session, interview_id)}


@app.post("/api/interviews", response_model=Success[InterviewOut])
async def create_interview(request: Request, session: Session) -> Any:
    path = text = ""
    try:
        if request.headers.get("content-type", "").startswith("multipart/"):
            form = await request.form()
            upload: Any = form.get("resume")
            body = CreateInterview.model_validate(
                {key: value for key, value in form.items() if key != "resume"}
            )
            if upload is not None:
                path, text = await store_resume(await upload.read())
        else:
            body = CreateInterview.model_validate_json(await request.body())
    except ValidationError as error:
        raise invalid(error.errors()) from None
    interview = await plan(session, body, path, text)
    return {"data": interview, "message": "面试已创建"}


# --- Messages -------------------------------------------------------------------------------


@app.get(
    "/api/interviews/{interview_id}/messages",
    response_model=Success[list[MessageOut]],
)
async def list_messages(
    interview_id: int,
    session: Session,
    limit: Annotated[int, Query(ge=1, le=1000)] = 100,
    offset: Annotated[int, Query(ge=0)] = 0,
    after: Annotated[int, Query(ge=0)] = 0,
) -> Any:
    statement = select(Message).where(Message.interview_id == interview_id)
    if after:
        statement = statement.where(Message.id > after)
    rows = (await session.scalars(statement.order_by(Message.id).limit(limit).offset(offset))).all()
    if not rows:
        await find(session, interview_id)
    return {"data": rows}


@app.post("/api/interviews/{interview_id}/messages", response_model=Success[MessageOut])
async def send_message(interview_id: int, body: PostMessage, session: Session) -> Any:
    message = await store(session, interview_id, body)
    await tell(interview_id, message)
    return {"data": message, "message": "消息已发送"}


# --- Feedback -------------------------------------------------------------------------------


@app.get("/api/interviews/{interview_id}/feedback", response_model=Success[FeedbackOut])
async def read_feedback(interview_id: int, session: Session) -> Any:
    await find(session, interview_id)
    feedback = (
        await session.scalars(
            select(Feedback)
            .where(Feedback.interview_id == interview_id)
            .options(selectinload(Feedback.reviews))
        )
    ).first()
    if feedback is None:
        raise ApiError("FEEDBACK_NOT_FOUND", 404, "还没有反馈")
    judged = await session.scalars(
        select(Assessment)
        .where(Assessment.interview_id == interview_id)
        .order_by(Assessment.answer_id)
        .options(selectinload(Assessment.planned))
    )
    latest = {row.planned_id: row for row in judged}
    return {
        "data": FeedbackOut(
            id=feedback.id,
            interview_id=interview_id,
            summary=feedback.summary,
            overall_score=feedback.overall_score,
            skill_scores=feedback.skill_scores,
            strengths=feedback.strengths,
            improvements=feedback.improvements,
            created_at=feedback.created_at,
            interviewer_feedbacks=[ReviewOut.model_validate(row) for row in feedback.reviews],
            coverage=feedback.coverage,
            assessments=[
                AssessmentOut(
                    interviewer_id=row.interviewer_id,
                    competency=row.competency,
                    question=row.planned.spec["text"],
                    level=row.level,
                    score=row.score,
                    anchor=row.anchor,
                    reason=row.reason,
                    covered=[point["text"] for point in row.covered],
                    missing=[point["text"] for point in row.missing],
                    flags=row.flags,
                    engine=row.engine,
                    evidence=Evidence(message_id=row.evidence_message_id, quote=row.evidence),
                )
                for row in latest.values()
            ],
        )
    }
