"""Who sends half a sentence is given time for the other half."""

from __future__ import annotations

import pytest

from interviewgpt.db import in_db
from interviews.broken_off import breaks_off
from interviews.models import Message, PlannedQuestion
from interviews.tests.support import create, sit, told


@pytest.mark.parametrize(
    ("said", "open_ended"),
    [
        ("It was for a hospital. First I cleaned the data,", True),
        ("I would look at the index first and", True),
        ("We could not do that because", True),
        ("当时库存对不上，我先把日志拉出来，", True),
        ("我没有直接重启，因为", True),
        (
            "Hi. Quick context so it makes sense: Tide is a calendar for a club, who waters when.",
            True,
        ),
        ("Some background first: we rented out berths. I counted them and wrote a list.", False),
        ("好的，我先说下背景：我们是做冷链的，三个仓。", True),
        ("先说下背景，三个仓库存老对不上，我拉了日志，发现是重复扣减。", False),
        ("Some background jobs retry with a backoff and jitter.", False),
        ("Just context switches cost a lot there.", False),
        ("First I cleaned the data.", False),
        ("That is what it was for", False),
        ("I said no", False),
        ("Well,", False),
        ("Yes, and", False),
        ("我先查日志，再看慢查询", False),
        ("I'd look at 1, 2, 3,", False),
        ("We finished the job and then I", True),
        ("At first I built a", True),
        ("I would go with plan A", False),
        ("That error is one of type I", False),
        ("That was the tool I worked with", False),
    ],
)
def test_a_sentence_that_goes_on_is_told_from_one_that_ends(said: str, open_ended: bool) -> None:
    assert breaks_off(said) is open_ended


@pytest.mark.django_db(transaction=True)
async def test_the_rest_is_waited_for_once_and_counts_with_the_beginning() -> None:
    interview = await in_db(create, "en", interviewers=["behavioral"])
    begun = "Our error list belonged to nobody, 3,000 a day. I took it on and first I sorted it,"
    async with sit(interview.pk) as room:
        waits = await told(room, begun)
        goes_on = await told(room, "and then I gave each team its share, and it fell to 60 a day,")
    assert waits["metadata"]["aside"] == "unfinished"
    assert "?" not in waits["content"]
    assert goes_on["metadata"].get("aside") != "unfinished"

    def threads() -> tuple[int, int]:
        lines = Message.objects.filter(interview=interview, sender_type="user")
        probes = PlannedQuestion.objects.exclude(follow_ups=[]).filter(interview=interview)
        return lines.values("planned_id").distinct().count(), probes.count()

    assert (await in_db(threads))[0] == 1
