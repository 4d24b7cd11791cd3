"""Who does nothing but ask somebody has not answered; guesses and rhetorical questions are told."""

from __future__ import annotations

import pytest

from interviews.beside import asks_only

ASKED = (
    "面完多久给我信儿呀", "后面还有二面吗", "你们一般什么时候出结果", "话说咱们还剩多少时间", "可以边想边说吗",
    "When would I find out if I got through?", "Will we get through all of it today?", "So, any feedback for me?",
    "I've got a call at two. Roughly how long is this going to take?", "Is it okay to google stuff?",
)  # fmt: skip
TOLD = (
    "我会先看谁拿着不放", "我先单独问每个人担心什么", "是配置错了吗？", "要是对方不同意怎么办？先停下来", "谁没改过密码呢", "想想这件事里最没把握的是什么",
    "为什么不建联合索引？", "Why would anybody do that?", "What happens when it fails? I retry.", "Is it the weather?",
    "How many rows does the index return?", "I asked him: what would you do?",
)  # fmt: skip


@pytest.mark.parametrize("text", ASKED)
def test_who_asks_somebody_does_not_answer(text: str) -> None:
    assert asks_only(text)


@pytest.mark.parametrize("text", TOLD)
def test_a_guess_a_rhetorical_question_and_a_story_are_told(text: str) -> None:
    assert not asks_only(text)
