"""Fills the database that every server gets a copy of. Run with our settings in the environment.

Prints as JSON the ids of an interview to read, one with a history of HISTORY messages, one that is
completed, and MANY that are active.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "interviewgpt.settings")

import django  # noqa: E402

django.setup()

from django.core.management import call_command  # noqa: E402
from django.utils import timezone  # noqa: E402

from interviewgpt.db import in_db, shut_down  # noqa: E402
from interviews import services  # noqa: E402
from interviews.creation import create_interview  # noqa: E402
from interviews.models import Interview, Message, PlannedQuestion  # noqa: E402
from interviews.runner import runner  # noqa: E402

HISTORY = int(os.environ.get("BENCH_HISTORY", "100000"))
MANY = int(os.environ.get("BENCH_MANY", "40"))
ANSWERS = 3


def new() -> Interview:
    return create_interview(position="后端工程师", seed=7)


def long() -> int:
    interview = new()
    text = "我先看慢查询日志，再用 EXPLAIN 看索引有没有用上，最后才考虑缓存。"
    for start in range(0, HISTORY, 5000):
        made = Message.objects.bulk_create(
            Message(
                interview=interview,
                content=f"{number}. {text}",
                sender_type="user" if number % 2 else "interviewer",
                interviewer_id=None if number % 2 else "technical",
                metadata=None if number % 2 else {"kind": "follow_up", "engine": "builtin"},
                timestamp=timezone.now(),
            )
            for number in range(start, min(start + 5000, HISTORY))
        )
        Interview.objects.filter(pk=interview.pk).update(last_message_id=made[-1].pk)
    return interview.pk


async def completed() -> int:
    interview = await in_db(new)
    for _ in range(ANSWERS):
        opened = await in_db(
            Interview.objects.values_list("open_id", flat=True).get, pk=interview.pk
        )
        spec = (await in_db(PlannedQuestion.objects.get, pk=opened)).spec
        await in_db(
            services.post_message,
            interview_id=interview.pk,
            content=spec["reference"],
            sender_type="user",
        )
        await runner.take_up(interview.pk)
    await runner.finish(interview.pk)
    return interview.pk


if __name__ == "__main__":
    call_command("migrate", interactive=False, verbosity=0)
    call_command("seed", verbosity=0)
    ids = {
        "read": new().pk,
        "long": long(),
        "done": asyncio.run(completed()),
        "many": [new().pk for _ in range(MANY)],
    }
    shut_down()
    print(json.dumps(ids))
