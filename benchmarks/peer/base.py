"""The database, and what is told of errors."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import Depends
from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine

from peer.tables import Interview

URL = os.environ["DATABASE_URL"]
ON_SQLITE = URL.startswith("sqlite")

engine = create_async_engine(
    URL.replace("sqlite:", "sqlite+aiosqlite:", 1).replace("postgres:", "postgresql+asyncpg:", 1),
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


sessions = async_sessionmaker(engine, expire_on_commit=False)


async def database() -> AsyncIterator[AsyncSession]:
    async with sessions() as session:
        yield session


Session = Annotated[AsyncSession, Depends(database)]


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
