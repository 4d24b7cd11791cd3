"""The properties of the conductor, with everything that carries it out: whatever is answered, wished for
and typed, a sitting in the database keeps its bounds and ends."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from random import Random
from typing import Any

import pytest

from interviewers.models import Interviewer
from interviewgpt.api.errors import ApiError, ErrorCode
from interviewgpt.db import in_db
from interviews import services
from interviews.conductor import PROBE_HINTS, REPEATS
from interviews.models import Interview, Message, PlannedQuestion
from interviews.protocol import Command
from interviews.runner import runner
from interviews.tests.scripted import scripted
from interviews.tests.support import DONT_KNOW, create, open_spec

pytestmark = pytest.mark.django_db(transaction=True)

TYPED = {
    "zh": ("能再说一遍吗？", "给个提示", "让我想想", "谢谢", "这个问题是什么意思？", "下一题", "……"),
    "en": ("Could you say that again?", "A hint, please.", "Let me think.", "Thanks.", "...", "next"),
}  # fmt: skip
MANNERS = ("as it comes", "goes on", "turns aside")
QUESTIONS, BUDGET, LEVEL = 2, 1, 2


def answers(chance: Random, interview: Interview, manner: str) -> str:
    """Anything between silence and the reference; more of it each time, or mostly something else, where
    that is the candidate's ``manner``."""
    spec = open_spec(interview.pk)
    reference: str = spec["reference"] if spec else "…"
    told = Message.objects.filter(interview=interview, sender_type="user").order_by("-id").first()
    typed, half = TYPED[interview.language], reference[: chance.randrange(5, len(reference))]
    if manner == "goes on":
        before = len(told.content) if told and reference.startswith(told.content) else 0
        return reference[: before + len(reference) // 5]
    if manner == "turns aside" and chance.random() < 0.9:
        return chance.choice(typed[:2])
    said = (*typed, DONT_KNOW[interview.language], reference[::-1], "x" * 3_000)
    return chance.choice((half, half, half, reference, chance.choice(said)))


def moved(chance: Random, interview: Interview, manner: str) -> None:
    """One thing that a candidate may do, most often with no pause left behind."""
    commands = () if manner == "goes on" else tuple(Command)
    name = chance.choice((None, None, None, None, *commands))
    if name is Command.END and chance.random() < 0.97:
        return
    refused(name, interview, answers(chance, interview, manner))
    if chance.random() < 0.8:
        refused(Command.RESUME, interview)


def refused(name: Command | None, interview: Interview, content: str = "") -> str:
    """Do it; the code it is refused with, of those it may be."""
    try:
        if name is None:
            services.post_message(interview_id=interview.pk, content=content, sender_type="user")
        else:
            services.command(interview_id=interview.pk, name=name)
    except ApiError as error:
        if error.code not in (ErrorCode.INTERVIEW_PAUSED, ErrorCode.INTERVIEW_ENDED):
            raise
        return error.code.value
    return ""


def holds(interview: Interview, items: list[PlannedQuestion], lines: list[Message]) -> None:
    """What has to be true at any time."""
    panel = [line for line in lines if line.sender_type == "interviewer"]
    asked = [
        line.metadata["question"] for line in panel if line.metadata and "question" in line.metadata
    ]
    assert asked == sorted(set(asked))
    order = [interview.panel.index(line.interviewer_id or "") for line in panel]
    assert order == sorted(order)
    kinds = Counter((line.planned_id, (line.metadata or {})["kind"]) for line in panel)
    spoken: dict[int, PlannedQuestion] = {}
    for item in items:
        if item.state in ("open", "done", "skipped"):
            assert item.slot not in spoken
            spoken[item.slot] = item
            assert abs(item.level - LEVEL) <= 1
        assert len(set(item.follow_ups)) == len(item.follow_ups) <= BUDGET
        hints = [
            line.metadata
            for line in panel
            if line.planned_id == item.pk and line.metadata and line.metadata["kind"] == "hint"
        ]
        given = [hint for hint in hints if "hint" in hint]
        assert all(hint["hints_left"] == 0 for hint in hints if hint not in given)
        assert item.hints_used <= len(given)
        assert item.repeats <= REPEATS + 1
        most = 1 + len(item.spec["hints"]) + 1 + BUDGET * (PROBE_HINTS + 2) + REPEATS + 1
        assert sum(count for (key, _), count in kinds.items() if key == item.pk) <= most
        own = [line.metadata or {} for line in panel if line.planned_id == item.pk]
        probes = [data for data in own if data["kind"] == "follow_up" and "aside" not in data]
        assert len(probes) == len(item.follow_ups)
        assert len([data for data in own if "aside" in data]) == item.repeats
    assert sorted(spoken) == [number - 1 for number in asked]
    texts = [spoken[slot].spec["text"] for slot in spoken]
    assert len(set(texts)) == len(texts)


async def sit_through(
    interview: Interview, chance: Random, manner: str, disturb: Callable[[], None]
) -> list[Message]:
    """Do something at random until it is over; what was said."""
    for _ in range(400):
        disturb()
        await in_db(moved, chance, interview, manner)
        await runner.take_up(interview.pk)
        now = await in_db(Interview.objects.get, pk=interview.pk)
        items = await in_db(lambda: list(interview.planned.order_by("slot", "id")))
        lines = await in_db(lambda: list(interview.messages.order_by("id")))
        holds(now, items, lines)
        if now.status == "completed":
            return lines
    raise AssertionError("it does not end")


def short_panel() -> None:
    Interviewer.objects.update(question_count=QUESTIONS, follow_up_budget=BUDGET)


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_every_sitting_keeps_its_bounds_and_ends(language: str) -> None:
    await in_db(short_panel)
    kinds = Counter[str]()
    for seed, manner in enumerate(MANNERS):
        interview = await in_db(create, language, seed=seed)
        lines = await sit_through(interview, Random(seed), manner, lambda: None)
        kinds.update((line.metadata or {}).get("kind", "") for line in lines)
    # Nothing of this is worth anything if hardly anything was done.
    assert kinds.keys() >= {"greeting", "question", "follow_up", "hint", "handover", "closing"}


@pytest.mark.parametrize("seed", range(3))
async def test_and_so_does_one_with_an_engine_that_fails_now_and_then(
    settings: Any, seed: int
) -> None:
    engine = scripted(settings)
    chance = Random(seed)

    def disturb() -> None:
        engine.fails = {"speak"} if chance.random() < 0.3 else set()

    await in_db(short_panel)
    interview = await in_db(create, seed=seed)
    await sit_through(interview, chance, MANNERS[seed], disturb)
