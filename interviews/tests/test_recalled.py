"""Who says that they have told it is judged by what they told, quoted from where it stands."""

from __future__ import annotations

import pytest

from interviewgpt.db import in_db
from interviews.models import Message, PlannedQuestion
from interviews.recalled import recalled
from interviews.tests.support import create, sit, table, told

ROWS = "接口有时返回昨天的旧数据，同一辆车会重复出现两次。我按线路、车牌和到站时间做了唯一键，重复的不再写入。"
OTHER = "我带两个新人做月结，每周五一起对一遍账。"
LINES = [(7, 70, ROWS), (8, 80, OTHER)]


def test_the_answer_that_is_spoken_of_is_found() -> None:
    said = "这个我刚才已经讲过了吧，就是重复数据那个，唯一键解决的。"
    assert recalled([said, "没有别的了"], LINES) == {70: ROWS}


@pytest.mark.parametrize(
    "said",
    [
        "重复数据那个，唯一键解决的。",
        "这个我刚才讲过了。",
        "刚才讲过了，就是那次演出的灯光。",
        f"刚才讲过了，{ROWS}{ROWS}",
    ],
)
def test_who_names_nothing_or_tells_it_anew_recalls_nothing(said: str) -> None:
    assert recalled([said], LINES) == {}
    assert recalled([], LINES) == {}


@pytest.mark.django_db(transaction=True)
async def test_what_was_told_counts_where_it_is_spoken_of() -> None:
    interview = await in_db(create, "zh")
    first = await in_db(table, interview.pk)
    reference = first.spec["reference"]
    async with sit(interview.pk) as room:
        await in_db(
            lambda: Message.objects.create(
                interview_id=interview.pk,
                sender_type="user",
                content=reference,
                planned=PlannedQuestion.objects.exclude(pk=first.pk).first(),
            )
        )
        await told(room, f"这个我刚才已经讲过了吧，就是{reference[:16]}那个。")
    judged = await in_db(first.assessments.get)
    assert len(judged.covered) > 2
    assert judged.evidence in reference
