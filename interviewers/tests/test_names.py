"""Names are found behind the signs of them, and nothing else is changed."""

from __future__ import annotations

import pytest

from interviewers.engines.builtin.reading import names


@pytest.mark.parametrize(
    "text",
    [
        "我叫李雷，做后端。",
        "我的名字是Anna，做测试。",
        "后来和王芳商量了一下。",
        "我跟张伟说清楚了。",
        "同事李强很生气。",
        "我是陈明，做后端。",
        "My name is Anna Berg.",
        "This is Anna, a developer.",
        "I am Anna.",
        "Anna and I wrote it down.",
        "It was me and Anna.",
        "A COLLEAGUE Anna said no.",
        "So Mark wrote it.",
    ],
)
def test_a_name_is_not_missed_behind_its_signs(text: str) -> None:
    assert names.without_names(text) != text
    assert names.without_names(text) == names._NAME.sub(names._kept, text)


def test_who_tells_of_nobody_is_left_as_it_is() -> None:
    text = "I read the slow query log and add an index. 先看慢查询日志，再加索引。"
    assert names.without_names(text) == text
