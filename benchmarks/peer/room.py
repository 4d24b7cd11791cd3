"""The room: messages stored and told, and the replies of a model as they are spoken."""

from __future__ import annotations

import asyncio
import os
from collections import defaultdict
from typing import Any

from fastapi import APIRouter, WebSocket, WebSocketDisconnect
from openai import AsyncOpenAI
from pydantic import TypeAdapter, ValidationError
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from peer.base import ON_SQLITE, ApiError, error_object, invalid, sessions
from peer.shapes import InterviewOut, MessageOut, PostMessage
from peer.tables import Interview, Interviewer, Message

router = APIRouter()
rooms: dict[int, set[WebSocket]] = defaultdict(set)
model = AsyncOpenAI(api_key="none") if os.environ.get("OPENAI_BASE_URL") else None
SYSTEM = (
    "你是模拟面试里的技术面试官。针对候选人刚才的回答，简短地回应一句，然后追问一个具体的问题。"
    "一次只问一个问题，不评价，不透露答案。"
)
RECENT = 8


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
    if any(socket is not but for socket in rooms.get(interview_id, ())):
        data = MessageOut.model_validate(message).model_dump()
        await broadcast(interview_id, {"type": "message", "data": data}, but)


async def broadcast(interview_id: int, frame: dict[str, Any], but: WebSocket | None = None) -> None:
    listeners = [socket for socket in rooms.get(interview_id, ()) if socket is not but]
    await asyncio.gather(*(socket.send_json(frame) for socket in listeners))


async def reply(interview_id: int, answer: Message) -> None:
    """What the model says to an answer, piece by piece to everybody in the room, then stored."""
    assert model is not None
    async with sessions() as session:
        interview = await session.get(Interview, interview_id)
        assert interview is not None
        recent = await session.scalars(
            select(Message)
            .where(Message.interview_id == interview_id)
            .order_by(Message.id.desc())
            .limit(RECENT)
        )
        history = [
            {"role": "user" if row.sender_type == "user" else "assistant", "content": row.content}
            for row in reversed(recent.all())
        ]
    speaker = interview.current_interviewer
    messages: Any = [{"role": "system", "content": SYSTEM}, *history]
    spoken = ""
    stream = await model.chat.completions.create(
        model="served-model", messages=messages, stream=True, temperature=0.6
    )
    seq = 0
    async for part in stream:
        if text := part.choices[0].delta.content:
            data = {
                "interviewer_id": speaker,
                "reply_to": answer.id,
                "seq": seq,
                "text": text,
            }
            await broadcast(interview_id, {"type": "delta", "data": data})
            spoken += text
            seq += 1
    async with sessions() as session:
        body = PostMessage(content=spoken, sender_type="interviewer", interviewer_id=speaker)
        message = await store(session, interview_id, body)
    await tell(interview_id, message)


FRAME: TypeAdapter[PostMessage] = TypeAdapter(PostMessage)


@router.websocket("/api/ws/{interview_id}")
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
            if model is not None and body.sender_type == "user":
                await reply(interview_id, message)
    except WebSocketDisconnect:
        pass
    finally:
        rooms[interview_id].discard(socket)
        if not rooms[interview_id]:
            del rooms[interview_id]
