"""A story of work in which nobody else is answers no question about people, however well it is told."""

from __future__ import annotations

import pytest

from interviewers.engines.builtin.stories.setting import among_others
from interviewers.tests.bank_items import told

ALONE = {
    "zh": "我在上一家公司负责订单系统。当时大促前压测发现接口P99到了2秒，我先看慢查询日志，加了联合索引，又把热点商品放进Redis，"
    "用互斥锁防击穿，最后P99降到200毫秒。",
    "en": "In my last job I owned the order system. Before a sale a load test showed p99 at 2 seconds. I looked at the slow query "
    "log, added a composite index, put hot items into Redis with a mutex, and p99 fell to 200 ms.",
}
ABOUT_PEOPLE = (
    "behavioral-angry-customer", "behavioral-conflict-peer", "behavioral-conflict-manager", "behavioral-explaining",
    "behavioral-hard-feedback", "behavioral-influence", "behavioral-mentoring", "behavioral-bad-news", "hr-weaknesses",
)  # fmt: skip


@pytest.mark.parametrize("language", ALONE)
@pytest.mark.parametrize("key", ABOUT_PEOPLE)
def test_it_stays_below_level_three(language: str, key: str) -> None:
    assert told(language, key, ALONE[language]).level < 3


@pytest.mark.parametrize("language", ALONE)
def test_where_it_is_what_was_asked_for_it_counts(language: str) -> None:
    assert told(language, "behavioral-achievement", ALONE[language]).level >= 3


def test_who_else_is_in_a_story() -> None:
    assert not among_others([ALONE["zh"].lower()])
    assert not among_others([ALONE["en"].lower()])
    for said in ("i rang the shop", "she was right", "我跟隔壁组商量", "客户不满意", "他改了主意"):
        assert among_others([said])
