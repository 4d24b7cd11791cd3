"""The server of the user's document, written as its users would write it: FastAPI, async SQLAlchemy.

It has what the benchmark asks for and no more. The database is the one our migrations made, with
the same indexes; pragmas and pool size are the same. ``DATABASE_URL`` as ours, ``PEER_UPLOADS`` is
the folder for résumés.
"""

from __future__ import annotations

import asyncio
import os
import random
import threading
import uuid
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

from fastapi import Depends, FastAPI, Query, Request, WebSocket, WebSocketDisconnect
from fastapi.exceptions import RequestValidationError
from fastapi.middleware.cors import CORSMiddleware
from fastapi.responses import JSONResponse
from pydantic import TypeAdapter, ValidationError
from sqlalchemy import event, select, update
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import selectinload
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

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
from peer.tables import (
    Assessment,
    Feedback,
    Interview,
    Interviewer,
    Message,
    PlannedQuestion,
    Question,
)

URL = os.environ["DATABASE_URL"]
ON_SQLITE = URL.startswith("sqlite")
UPLOADS = Path(os.environ.get("PEER_UPLOADS", "/nonexistent"))
MAX_RESUME = 10 * 1024 * 1024

engine = create_async_engine(
    URL.replace("sqlite:", "sqlite+aiosqlite:").replace("postgres:", "postgresql+asyncpg:"),
    pool_size=8,
    max_overflow=0,
    **({"connect_args": {"timeout": 20}} if ON_SQLITE else {}),
)
if ON_SQLITE:

    @event.listens_for(engine.sync_engine, "connect")
    def _pragmas(connection: Any, _: Any) -> None:
        cursor = connection.cursor()
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute("PRAGMA synchronous=NORMAL")
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.close()


one_reader = threading.Lock()
"""PDFium is not made for threads: two at once end the process."""
sessions = async_sessionmaker(engine, expire_on_commit=False)
rooms: dict[int, set[WebSocket]] = defaultdict(set)


async def database() -> AsyncIterator[AsyncSession]:
    async with sessions() as session:
        yield session


Session = Annotated[AsyncSession, Depends(database)]


@asynccontextmanager
async def lifespan(_: FastAPI) -> AsyncIterator[None]:
    yield
    await engine.dispose()


app = FastAPI(title="Interview-GPT API", version="0.1.0", lifespan=lifespan)
app.add_middleware(CORSMiddleware, allow_origins=["*"], allow_methods=["*"], allow_headers=["*"])


class ApiError(Exception):
    def __init__(self, code: str, status: int, message: str, details: Any = None) -> None:
        super().__init__(code)
        self.code, self.status, self.message, self.details = code, status, message, details


def error_object(error: ApiError) -> dict[str, Any]:
    result = {"code": error.code, "message": error.message}
    if error.details is not None:
        result["details"] = error.details
    result["timestamp"] = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return result


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


def invalid(errors: Any) -> ApiError:
    details: dict[str, list[str]] = {}
    for problem in errors:
        details.setdefault(str(problem["loc"][-1]), []).append(problem["msg"])
    return ApiError("VALIDATION_ERROR", 422, "数据验证失败", details)


async def find(session: AsyncSession, interview_id: int) -> Interview:
    interview = await session.get(Interview, interview_id)
    if interview is None:
        raise ApiError("INTERVIEW_NOT_FOUND", 404, "面试会话未找到")
    return interview


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


async def store_resume(content: bytes) -> tuple[str, str]:
    if len(content) > MAX_RESUME or not content.startswith(b"%PDF"):
        raise ApiError("VALIDATION_ERROR", 422, "数据验证失败", {"resume": ["请选择 PDF 文件。"]})
    name = f"{uuid.uuid4()}.pdf"

    def work() -> str:
        import pypdfium2

        (UPLOADS / name).write_bytes(content)
        with one_reader:
            document = pypdfium2.PdfDocument(content)
            return "\n".join(page.get_textpage().get_text_bounded() for page in document)

    return f"/uploads/resumes/{name}", await run_in_threadpool(work)


async def plan(session: AsyncSession, body: CreateInterview, path: str, text: str) -> Interview:
    """As many rows as ours stores: the plan with a variant a level up and down, two messages."""
    panel = (
        await session.scalars(
            select(Interviewer).where(Interviewer.active).order_by(Interviewer.order)
        )
    ).all()
    bank = (await session.scalars(select(Question).where(Question.active))).all()
    level = {"easy": 1, "medium": 2, "hard": 3}[body.difficulty]
    chosen: list[tuple[int, Interviewer, str]] = []
    slot = 0
    for member in panel:
        pool = [
            row
            for row in bank
            if row.stage == member.stage
            and not row.subject
            and ("backend" in row.families or "general" in row.families)
        ]
        random.shuffle(pool)
        exact = [row for row in pool if row.level == level][: member.question_count]
        others = [row for row in pool if row.level != level]
        for number, row in enumerate(exact):
            variants = others[2 * number : 2 * number + 2]
            chosen += [(slot, member, entry.key) for entry in (row, *variants)]
            slot += 1
    texts = {
        row.key: row
        for row in await session.scalars(
            select(Question)
            .where(Question.key.in_([key for _, _, key in chosen]))
            .execution_options(populate_existing=True)
            .options(*_with_texts())
        )
    }
    interview = Interview(
        position=body.position,
        difficulty=body.difficulty,
        language=body.language or "zh",
        family="backend",
        panel=[member.id for member in panel],
        people={member.id: {"name": member.name_zh, "role": member.role_zh} for member in panel},
        current_interviewer=panel[0].id,
        resume_path=path,
        resume_text=text,
        job_description=body.job_description,
    )
    session.add(interview)
    await session.flush()
    items = [
        PlannedQuestion(
            interview_id=interview.id,
            slot=place,
            interviewer_id=member.id,
            competency=texts[key].competency_id,
            level=texts[key].level,
            question_key=key,
            spec={"key": key, "level": texts[key].level, **texts[key].zh},
            state="open" if number == 0 else "pending",
            follow_up_budget=member.follow_up_budget,
            reason="role",
        )
        for number, (place, member, key) in enumerate(chosen)
    ]
    session.add_all(items)
    await session.flush()
    first = items[0]
    lines = [
        Message(
            interview_id=interview.id,
            content=f"欢迎参加模拟面试！这次练习的岗位是「{body.position}」。",
            sender_type="system",
            metadata_={"kind": "welcome", "engine": "builtin"},
        ),
        Message(
            interview_id=interview.id,
            content=f"你好，我是{panel[0].name_zh}，{panel[0].role_zh}。{first.spec['text']}",
            sender_type="interviewer",
            interviewer_id=panel[0].id,
            metadata_={"kind": "greeting", "engine": "builtin", "question": 1},
            planned_id=first.id,
        ),
    ]
    session.add_all(lines)
    await session.flush()
    interview.open_id, interview.last_message_id = first.id, lines[-1].id
    await session.commit()
    return interview


def _with_texts() -> tuple[Any, ...]:
    from sqlalchemy.orm import undefer

    return (undefer(Question.zh),)


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


async def store(session: AsyncSession, interview_id: int, body: PostMessage) -> Message:
    """The interview's row is taken first, so that ids and commits have the same order."""
    if ON_SQLITE:
        await session.execute(
            update(Interview).where(Interview.id == interview_id).values(id=Interview.id)
        )
    interview = (
        await session.scalars(
            select(Interview).where(Interview.id == interview_id).with_for_update()
        )
    ).first()
    if interview is None:
        raise ApiError("INTERVIEW_NOT_FOUND", 404, "面试会话未找到")
    if interview.status != "active":
        raise ApiError("INTERVIEW_ENDED", 409, "面试已结束")
    if body.client_id is not None:
        known = await session.scalars(
            select(Message).where(
                Message.interview_id == interview_id, Message.client_id == body.client_id
            )
        )
        if (found := known.first()) is not None:
            return found
    if body.sender_type == "interviewer" and (
        not body.interviewer_id or await session.get(Interviewer, body.interviewer_id) is None
    ):
        raise ApiError("VALIDATION_ERROR", 422, "数据验证失败", {"interviewer_id": ["未知"]})
    message = Message(
        interview_id=interview_id,
        content=body.content,
        sender_type=body.sender_type,
        interviewer_id=body.interviewer_id,
        client_id=body.client_id,
    )
    session.add(message)
    await session.flush()
    interview.last_message_id = message.id
    await session.commit()
    return message


async def tell(interview_id: int, message: Message, but: WebSocket | None = None) -> None:
    listeners = [socket for socket in rooms.get(interview_id, ()) if socket is not but]
    if listeners:
        frame = {"type": "message", "data": MessageOut.model_validate(message).model_dump()}
        await asyncio.gather(*(socket.send_json(frame) for socket in listeners))


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


# --- The room -------------------------------------------------------------------------------

FRAME: TypeAdapter[PostMessage] = TypeAdapter(PostMessage)


@app.websocket("/api/ws/{interview_id}")
async def room(socket: WebSocket, interview_id: int) -> None:
    await socket.accept()
    async with sessions() as session:
        interview = await session.get(Interview, interview_id)
    if interview is None:
        await socket.close(4404)
        return
    data = InterviewOut.model_validate(interview).model_dump(mode="json")
    status = {"status": "connected", "current_interviewer": interview.current_interviewer}
    await socket.send_json(
        {"type": "status", "data": {**status, "message": "已连接", "interview": data}}
    )
    rooms[interview_id].add(socket)
    try:
        while True:
            frame = await socket.receive_json()
            if frame["type"] == "ping":
                await socket.send_json({"type": "pong", "data": frame["data"]})
                continue
            try:
                body = FRAME.validate_python(frame["data"])
                async with sessions() as session:
                    message = await store(session, interview_id, body)
            except (ValidationError, ApiError) as error:
                told = error if isinstance(error, ApiError) else invalid(error.errors())
                await socket.send_json({"type": "error", "data": error_object(told)})
                continue
            sent = MessageOut.model_validate(message).model_dump(mode="json")
            ack = {key: sent[key] for key in ("id", "client_id", "timestamp")}
            await socket.send_json({"type": "ack", "data": ack})
            await tell(interview_id, message, socket)
    except WebSocketDisconnect:
        pass
    finally:
        rooms[interview_id].discard(socket)
        if not rooms[interview_id]:
            del rooms[interview_id]
