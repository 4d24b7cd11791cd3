"""What is measured. A case does something a given number of times; the CPU it cost is counted outside."""

from __future__ import annotations

import io
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

import aiohttp

from bench.load import Outcome, Request, replies, requests, round_trips

__all__ = ["CASES", "Case", "Ids"]

AT_ONCE = 8
TEXT = "请说说你在这个项目里具体做了什么，结果怎样。"
ANSWER = "我先看慢查询日志，再用 EXPLAIN 看索引有没有用上，最后加了联合索引，接口从 800 毫秒降到 50 毫秒。"
ANSWERS = (
    ANSWER,
    "我会先在预发环境复现，抓一份线程栈，看是不是都卡在同一把锁上，再决定是缩小临界区还是换成无锁队列。",
    "缓存和数据库之间我用先写库再删缓存，删除失败就进重试队列，另外给每个键设了五分钟的过期时间兜底。",
)


@dataclass(frozen=True, slots=True)
class Ids:
    """Interviews of the prepared database."""

    read: int
    long: int
    done: int
    many: list[int]


Run = Callable[[str, Ids, int], Coroutine[Any, Any, Outcome]]


@dataclass(frozen=True, slots=True)
class Case:
    """``count`` is how many operations one round does, in ``parts``; ``servers`` are the names it is
    for; ``model``: by a server that has one."""

    name: str
    run: Run
    count: int
    servers: frozenset[str] = frozenset({"ours", "peer", "limit"})
    model: bool = False
    parts: int = 6


def _get(path: Callable[[Ids], str], status: int = 200) -> Run:
    async def run(base: str, ids: Ids, count: int) -> Outcome:
        request = Request("GET", path(ids), status=status)
        return await requests(base, lambda _: request, count, AT_ONCE)

    return run


def _post(path: Callable[[Ids, int], str], body: Any) -> Run:
    async def run(base: str, ids: Ids, count: int) -> Outcome:
        return await requests(
            base, lambda n: Request("POST", path(ids, n), body=body), count, AT_ONCE
        )

    return run


def resume() -> bytes:
    """A fictitious résumé of two pages."""
    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    for page in range(2):
        for line in range(45):
            text = (
                f"Orion {page}.{line}: with two colleagues at the bank I built a queue in Python "
                "and Redis for the team of the payment service."
            )
            canvas.drawString(60, 780 - 16 * line, text)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


_RESUME = resume()


def _form() -> aiohttp.FormData:
    form = aiohttp.FormData()
    form.add_field("position", "后端工程师")
    form.add_field("resume", _RESUME, filename="cv.pdf", content_type="application/pdf")
    return form


async def _with_resume(base: str, ids: Ids, count: int) -> Outcome:
    return await requests(base, lambda _: Request("POST", "/api/interviews", form=_form), count, 2)


async def _message_frames(base: str, ids: Ids, count: int) -> Outcome:
    data = {"content": TEXT, "sender_type": "interviewer", "interviewer_id": "technical"}
    frame = {"type": "message", "data": data}
    return await round_trips(base, ids.many[:AT_ONCE], lambda _: frame, count, "ack")


async def _turns(base: str, ids: Ids, count: int) -> Outcome:
    """Answers to questions, each awaited by the interviewer's reply; interviews not used before."""
    frame = {"type": "message", "data": {"content": ANSWER, "sender_type": "user"}}
    return await round_trips(base, ids.many[AT_ONCE:], lambda _: frame, count, "message")


def _spoken(texts: tuple[str, ...], rooms: slice) -> Run:
    """Said in turn in interviews of its own, each answered by the model."""

    async def run(base: str, ids: Ids, count: int) -> Outcome:
        def frame(number: int) -> dict[str, Any]:
            data = {"content": texts[number % len(texts)], "sender_type": "user"}
            return {"type": "message", "data": data}

        return await replies(base, ids.many[rooms], frame, count)

    return run


_BOTH = frozenset({"ours", "peer"})
_MESSAGE = {"content": TEXT, "sender_type": "interviewer", "interviewer_id": "technical"}

CASES = (
    Case("read an interview", _get(lambda i: f"/api/interviews/{i.read}"), 600),
    Case(
        "create an interview",
        _post(lambda _i, _n: "/api/interviews", {"position": "后端工程师"}),
        120,
        _BOTH,
    ),
    Case("create with a résumé", _with_resume, 48, _BOTH),
    Case(
        "post a message",
        _post(lambda i, n: f"/api/interviews/{i.many[n % AT_ONCE]}/messages", _MESSAGE),
        400,
        _BOTH,
    ),
    Case(
        "page of 100 messages, start",
        _get(lambda i: f"/api/interviews/{i.long}/messages"),
        300,
    ),
    Case(
        "page of 100 messages, end",
        _get(lambda i: f"/api/interviews/{i.long}/messages?offset={99_900}"),
        120,
        _BOTH,
    ),
    Case("feedback", _get(lambda i: f"/api/interviews/{i.done}/feedback"), 300),
    Case("interviewers", _get(lambda _: "/api/interviewers"), 600),
    Case("404", _get(lambda _: "/api/interviews/999999999", 404), 600),
    Case("WebSocket round trip, stored", _message_frames, 400, parts=2),
    Case("a built-in turn", _turns, 80, frozenset({"ours"}), parts=1),
    # Ours judges the answer first, with a call of its own.
    Case("a streamed reply to an answer", _spoken(ANSWERS, slice(0, 20)), 60, model=True, parts=1),
    # Nothing is judged: one call on every side.
    Case(
        "a streamed reply to a remark", _spoken(("谢谢。",), slice(20, 40)), 60, model=True, parts=1
    ),
)
