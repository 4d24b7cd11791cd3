"""Which of a transcript's lines the figures of delivery are of."""

from __future__ import annotations

import pytest

from interviews.ending import spoken_lines
from interviews.models import Message, SenderType


def counted(said: str, aside: str, planned: int | None = 1) -> list[int]:
    lines = [
        Message(pk=1, sender_type=SenderType.INTERVIEWER, content="?", planned_id=1),
        Message(pk=2, sender_type=SenderType.USER, content=said, planned_id=planned),
        Message(pk=3, sender_type=SenderType.INTERVIEWER, content="!", metadata={"aside": aside}),
    ]
    return [line.id for line in spoken_lines(lines) if line.candidate and not line.beside]


@pytest.mark.parametrize(
    ("said", "aside", "planned", "found"),
    [
        ("我会先看慢查询日志", "", 1, [2]),
        ("令牌桶", "unheard", 1, [2]),
        ("不知道", "", 1, [2]),
        # Said while a reply was due, and taken up with it.
        ("刚才有人敲门", "", 1, []),
        ("The weather is lovely here", "remark", 1, []),
        ("a hint, please", "", None, []),
    ],
)
def test_only_answers_are_counted(
    said: str, aside: str, planned: int | None, found: list[int]
) -> None:
    assert counted(said, aside, planned) == found
