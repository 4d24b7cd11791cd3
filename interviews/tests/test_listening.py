"""The panel asks for nothing that has just been told, and notices what is told beside the question."""

from __future__ import annotations

from typing import Any

import pytest

from interviewers.bank.schema import BankItem, read_bank
from interviewers.engines.base import Aside
from interviewgpt.db import in_db
from interviews.models import Interview, PlannedQuestion
from interviews.tests.support import create, sit, table, told

ITEMS = {item.key: item for item in read_bank()}
DISAGREED = (
    "去年领导要五一前把后台整个换成新框架，就剩六周。我觉得不行，但没当着大家面说，私下约了半小时，拿了张表，"
    "哪些页面多少人天，算下来要十一周。我给他另一条路，先换流量最大的四个页面。最后定了先换四个，五一前上了，没出事。"
)
WALKED = "说起来上周末我带我家的狗去爬山，风景特别好，还在山顶吃了烧烤，天气也不错。"
pytestmark = pytest.mark.django_db(transaction=True)


def put(interview: Interview, key: str) -> dict[str, Any]:
    """Lay a question of the bank on the table."""
    item: BankItem = ITEMS[key]
    half = item.zh if interview.language == "zh" else item.en
    first = PlannedQuestion.objects.get(pk=interview.open_id or 0)
    spec: dict[str, Any] = {
        **first.spec,
        "topic": item.topic,
        "text": half.text,
        "reference": half.reference,
        "points": [
            {"key": p.key, "text": p.text, "synonyms": [*p.synonyms], "cue": p.cue}
            for p in half.points
        ],
        "follow_ups": [{"point": f.point, "text": f.text} for f in half.follow_ups],
    }
    PlannedQuestion.objects.filter(pk=first.pk).update(spec=spec)
    return spec


async def with_question(key: str, language: str = "zh") -> tuple[Interview, dict[str, str]]:
    interview = await in_db(create, language, interviewers=["behavioral"])
    spec = await in_db(put, interview, key)
    return interview, {f["point"]: f["text"] for f in spec["follow_ups"]}


async def test_what_a_good_story_has_told_is_not_asked_for() -> None:
    interview, probes = await with_question("behavioral-conflict-manager")
    async with sit(interview.pk) as room:
        met = await told(room, DISAGREED)
        then = await told(room, "还是会按他说的做，风险写在邮件里。")
    assert probes["evidence"] not in met["content"]
    assert probes["respect"] not in met["content"]
    assert probes["commit"] in met["content"]
    assert then["metadata"]["kind"] == "question"


async def test_a_follow_up_is_not_put_twice_in_an_interview() -> None:
    interview, probes = await with_question("behavioral-conflict-manager")
    async with sit(interview.pk) as room:
        first = await told(room, DISAGREED)
        await told(room, "还是会按他说的做，风险写在邮件里。")
        again = await in_db(Interview.objects.get, pk=interview.pk)
        await in_db(put, again, "behavioral-conflict-manager")
        second = await told(room, DISAGREED.replace("去年", "前年").replace("五一", "国庆"))
    assert probes["commit"] in first["content"]
    assert probes["commit"] not in second["content"]


@pytest.mark.parametrize(
    ("language", "key", "story"),
    [
        ("zh", "behavioral-bad-news", f"我没怎么遇到过。{WALKED}"),
        (
            "en",
            "behavioral-mediating",
            (
                "Last summer I cycled down the coast of Portugal for two weeks, that was fantastic, the food "
                "was great. My girlfriend had a puncture every second day."
            ),
        ),
    ],
)
async def test_a_story_of_free_time_leaves_the_question(
    language: str, key: str, story: str
) -> None:
    interview, _ = await with_question(key, language)
    async with sit(interview.pk) as room:
        met = await told(room, story)
    assert met["metadata"]["aside"] == Aside.REMARK
    first = await in_db(table, interview.pk)
    assert first.spec["text"] in met["content"]


async def test_and_one_told_to_a_follow_up_leaves_that() -> None:
    interview, probes = await with_question("behavioral-conflict-manager")
    async with sit(interview.pk) as room:
        await told(room, DISAGREED)
        met = await told(room, WALKED)
    assert (met["metadata"]["kind"], met["metadata"]["aside"]) == ("follow_up", Aside.REMARK)
    assert probes["commit"] in met["content"]
