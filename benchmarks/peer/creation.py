"""A new interview: its résumé, its plan, its first two messages."""

from __future__ import annotations

import os
import random
import threading
import uuid
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import undefer
from starlette.concurrency import run_in_threadpool

from peer.base import ApiError
from peer.shapes import CreateInterview
from peer.tables import Interview, Interviewer, Message, PlannedQuestion, Question

UPLOADS = Path(os.environ.get("PEER_UPLOADS", "/nonexistent"))
MAX_RESUME = 10 * 1024 * 1024

VARIANTS = (2, 2, 2, 2, 2, 2, 2, 1, 2, 0)
"""How many variants each place of the plan has: those of ours for the position that is measured,
which makes 27 rows in the median."""

one_reader = threading.Lock()
"""PDFium is not made for threads: two at once end the process."""


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
    """As many rows as ours stores: the plan with variants a level up and down, two messages."""
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
            variants = others[2 * number : 2 * number + VARIANTS[slot]]
            chosen += [(slot, member, entry.key) for entry in (row, *variants)]
            slot += 1
    texts = {
        row.key: row
        for row in await session.scalars(
            select(Question)
            .where(Question.key.in_([key for _, _, key in chosen]))
            .execution_options(populate_existing=True)
            .options(undefer(Question.zh))
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
