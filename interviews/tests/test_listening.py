"""The panel asks for nothing that has just been told, and notices what is told beside the question."""

from __future__ import annotations

from typing import Any

import pytest

from interviewers.bank.schema import BankItem, read_bank
from interviewers.engines.base import Aside
from interviewers.engines.builtin.speaking.phrases import PHRASES
from interviewgpt.db import in_db
from interviews.models import Interview, PlannedQuestion
from interviews.tests.support import answer_for, create, open_spec, sit, table, told

ITEMS = {item.key: item for item in read_bank()}
DISAGREED = (
    "去年领导要五一前把后台整个换成新框架，就剩六周。我觉得不行，但没当着大家面说，私下约了半小时，拿了张表，"
    "哪些页面多少人天，算下来要十一周。我给他另一条路，先换流量最大的四个页面。最后定了先换四个，五一前上了，没出事。"
)
WALKED = "说起来上周末我带我家的狗去爬山，风景特别好，还在山顶吃了烧烤，天气也不错。"
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.words]


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


TELLING = {
    "zh": (
        "创始人从展会回来，只说了一句把发票弄一弄。我换了一种导出的格式，又把页面上的说明重写了一遍，给两位会计发了过去，那几天办公室里很忙。",
        "没有别的了。",
    ),
    "en": (
        (
            "Our founder came back from a trade fair and said: do something about invoices, that was all. I sat with two "
            "bookkeepers of customers for a morning each and saw how they typed our numbers into theirs by hand."
        ),
        "Well, as I said, those two mornings.",
    ),
}


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_whoever_told_much_is_not_sent_on_as_if_it_were_nothing(language: str) -> None:
    interview, _ = await with_question("behavioral-ambiguity", language)
    async with sit(interview.pk) as room:
        met = [await told(room, line) for line in TELLING[language]]
    assert met[-1]["metadata"]["kind"] == "question"
    spoken = met[-1]["content"]
    assert not any(spoken.startswith(said.strip()) for said in PHRASES[language]["weak"]), spoken


@pytest.mark.parametrize(
    ("language", "aside"),
    [
        ("zh", "。顺便问一下，你们公司平时是怎么做的？"),
        ("en", ". By the way, what do you use here?"),
    ],
)
async def test_a_question_asked_back_is_met_where_the_floor_passes_too(
    language: str, aside: str
) -> None:
    interview = await in_db(create, language)
    met: dict[str, Any] = {}
    async with sit(interview.pk) as room:
        for _ in range(16):
            spec = await in_db(open_spec, interview.pk)
            assert spec is not None
            met = await told(room, answer_for(spec, "strong", language) + aside)
            if met["metadata"]["kind"] == "handover":
                break
    assert met["metadata"]["kind"] == "handover"
    assert any(
        said.strip() in met["content"]
        for said in (*PHRASES[language]["asked_back"], *PHRASES[language]["asked_back_bare"])
    )


@pytest.mark.parametrize(
    ("language", "reason"),
    [
        ("zh", "我在那里两年半，学到不少，现在产品进入维护期，都是小改动。如果能做用户更多的东西，我会更有劲。"),
        ("en", "I have been there for two years and learned a lot, but the product is in maintenance. I'd like to work on something with more users."),
    ],
)  # fmt: skip
async def test_a_reason_to_leave_is_no_story_that_is_only_supposed(
    language: str, reason: str
) -> None:
    interview, _ = await with_question("hr-leaving", language)
    async with sit(interview.pk) as room:
        met = await told(room, reason)
    assert "aside" not in met["metadata"], met["content"]


async def test_an_answer_to_another_question_in_words_of_the_trade_is_led_back() -> None:
    interview, _ = await with_question("qa-load-test", "en")
    async with sit(interview.pk) as room:
        met = await told(
            room,
            "Depends on the phone and who is playing, but I'd begin with the launch: cold start on a cheap Android, "
            "then rotate, a call coming in, going offline in the middle of a purchase, and the battery.",
        )
    assert met["metadata"].get("aside") == Aside.MISPLACED, met["content"]


async def test_what_was_said_beside_the_question_is_not_what_the_panel_leaves_it_with() -> None:
    interview, _ = await with_question("backend-idempotent-payment")
    met: dict[str, Any] = {}
    async with sit(interview.pk) as room:
        for line in (
            "先看监控确定是从哪天开始慢的，再看慢查询日志和执行计划，我们上次发现是少了一个联合索引，加上之后从800毫秒降到60毫秒。",
            "我会先限流再排查，顺便看一下连接池。",
            "还会看一下磁盘和网卡，然后再压测一遍。",
        ):
            met = await told(room, line)
            if met["metadata"]["kind"] != "follow_up":
                break
    assert met["metadata"]["kind"] in ("question", "handover")
    assert "毫秒" not in met["content"]


async def test_who_says_at_once_that_it_was_told_is_believed() -> None:
    interview, _ = await with_question("behavioral-conflict-manager")
    said = "这个我刚才已经讲过了吧，就是换后台框架那次，最后先换了四个页面。"
    async with sit(interview.pk) as room:
        met = await told(room, said)
    ways = [*PHRASES["zh"]["check_told"], *PHRASES["zh"]["check_told_on"]]
    assert any(met["content"].startswith(way) for way in ways)
