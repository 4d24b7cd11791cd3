"""The handover memo: the next interviewer refers to what was told, and does not ask it again."""

from __future__ import annotations

import re
from typing import Any

import pytest

from feedback.models import Assessment
from interviewers.engines.base import Cue, ScoringPoint
from interviewers.engines.builtin.reading.standing import standing
from interviewers.tests.fake_openai import FakeOpenAI, blocks_of, willing
from interviewgpt.db import in_db
from interviews.memos import _notes, _subjects, _told_well
from interviews.models import Interview, Message, PlannedQuestion
from interviews.quoting import short_quote, spoken_pieces, tells
from interviews.retelling import was_told
from interviews.runner import runner
from interviews.services import post_message
from interviews.tests.support import answer_for, create, open_spec

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.words]


async def answer(interview: Interview, text: str) -> list[Message]:
    """Answer; what the panel says to it."""
    before = await in_db(lambda: Message.objects.filter(interview=interview).latest("id").pk)
    await in_db(post_message, interview_id=interview.pk, content=text, sender_type="user")
    await runner.take_up(interview.pk)
    said = Message.objects.filter(interview=interview, pk__gt=before, sender_type="interviewer")
    return await in_db(lambda: list(said.order_by("id")))


async def to_the_next(interview: Interview, language: str, quality: str) -> list[Message]:
    """Answer until the floor passes; the handover and the greeting."""
    for _ in range(15):
        spec = await in_db(open_spec, interview.pk)
        assert spec is not None
        said = await answer(interview, answer_for(spec, quality, language))
        if said[0].metadata is not None and said[0].metadata["kind"] == "handover":
            return said
    raise AssertionError("the floor does not pass")


def heard_by(interview: Interview, interviewer_id: str) -> str:
    """What the candidate has told this interviewer."""
    answers = Message.objects.filter(
        interview=interview, sender_type="user", planned__interviewer_id=interviewer_id
    )
    return "\n".join(answers.values_list("content", flat=True))


@pytest.mark.parametrize(
    ("language", "again", "marks"),
    [
        ("zh", r"不重复问|我记着了|不用再说|从别处问起", "「」"),
        (
            "en",
            r"need not go over that again|have noted|stayed with us|not ask about that again",
            "“”",
        ),
    ],
)
async def test_the_next_interviewer_refers_to_what_the_colleague_heard(
    language: str, again: str, marks: str
) -> None:
    interview = await in_db(create, language)
    for before, colleague in (
        ("technical", {"zh": "张工", "en": "Wei Zhang"}),
        ("behavioral", {"zh": "林老师", "en": "Lin Chen"}),
    ):
        _, greeting = await to_the_next(interview, language, "strong")
        assert colleague[language] in greeting.content
        assert re.search(again, greeting.content)
        quote = re.search(f"{marks[0]}(.+?){marks[1]}", greeting.content)
        assert quote is not None
        assert quote[1] in await in_db(heard_by, interview, before)


@pytest.mark.parametrize(
    ("language", "text", "quote"),
    [
        ("zh", "先看慢查询日志。", "先看慢查询日志"),
        (
            "zh",
            "所以看召回率和精确率，还有漏掉一笔损失多少钱",
            "看召回率和精确率，还有漏掉一笔损失多少钱",
        ),
        ("zh", "准确率和精确率不是一回事吗", ""),
        ("en", "So I looked at the logs first.", "I looked at the logs first"),
        (
            "en",
            "maintainability – and asked the two strongest opponents to do the sums with me",
            "",
        ),
        ("en", "I cut the list down first – by a third", "I cut the list down first – by a third"),
        (
            "zh",
            "我会建联合索引，把用户、状态、时间、渠道和来源都放进同一个索引里面去查",
            "我会建联合索引",
        ),
        (
            "zh",
            "我先看日志。然后把用户、状态、时间、渠道和来源都放进同一个索引里面去查，再压测",
            "把用户、状态、时间、渠道和来源都放进同一个索引里面去查",
        ),
        (
            "en",
            "Not a super dramatic story, but our nightly job failed and I fixed it",
            "our nightly job failed and I fixed it",
        ),
        ("en", "Honestly I've never led people formally", ""),
        (
            "en",
            "Well-known keys go to a local cache first",
            "Well-known keys go to a local cache first",
        ),
        (
            "en",
            "I never deploy on Fridays because of that",
            "I never deploy on Fridays because of that",
        ),
        ("zh", "嗯，有个项目，接口超时，我加了缓存", "接口超时，我加了缓存"),
        ("zh", "不好意思，我不太懂这个，但我们用过本地消息表", "我们用过本地消息表"),
        ("zh", "不会丢消息，先写本地表", "不会丢消息，先写本地表"),
        ("en", "It fell from 3.5 s to 200 ms.", ""),
        ("en", "The p99 fell from 3.5 s to 200 ms.", "The p99 fell from 3.5 s to 200 ms"),
        (
            "en",
            "For the two hour late phone, I wait some time before I close the window",
            "I wait some time before I close the window",
        ),
        ("en", "a static page from the CDN", ""),
        ("en", "the two engineers I'd mentor", ""),
        ("en", "the engineers I mentored were promoted", "the engineers I mentored were promoted"),
        (
            "en",
            "I got the three heads into one room, not to discuss whose fault, but to decide what wins",
            "I got the three heads into one room",
        ),
        (
            "zh",
            "我把三个部门的负责人请到一间会议室里，不是为了追究责任，而是当场定下以谁为准",
            "我把三个部门的负责人请到一间会议室里",
        ),
        ("en", "half an hour, wrote down what each one needs: analysts need a week's notice", ""),
        (
            "en",
            "because often they paste it into a deck, I'd count the tickets first",
            "I'd count the tickets first",
        ),
        ("zh", "那阵子我给自己定了个底线，手不能生", ""),
        ("zh", "那 scheduler 会把 Pod 调度到合适的节点上", "scheduler 会把 Pod 调度到合适的节点上"),
        ("zh", "查，卡死其实就是主线程被占着不放", "卡死其实就是主线程被占着不放"),
        ("zh", "也就是往损失的梯度方向一点点挪", ""),
        ("zh", "我带项目的时候测试组的老周当着大家的面说", ""),
        ("en", "I took it on, bought a cabinet and put a list on the door", ""),
        ("en", "You notice because you keep some data away", ""),
        (
            "en",
            "We added a check that runs on every page of the form, and a nightly job that reads it all again",
            "We added a check that runs on every page of the form",
        ),
        ("en", "the build runners themselves fresh each time", ""),
        ("zh", "有次我们查半天，是运营后台换了张三兆的主图", ""),
        ("zh", "前两周她挺抵触，嫌记台账太麻烦，有一回还说像被查岗", ""),
        ("zh", "对了，我要更正前面说的，仓库不是搬了两次", ""),
        ("zh", "二是样本只取了四个门店，没赶上月底盘货", ""),
        ("zh", "比如哪台秤天天坏，也让店员看到我们在修", ""),
        ("zh", "这个我没亲自带过，排班的时候只是跟着护士长听过", ""),
        ("en", "I only helped with the migration and followed the plan", ""),
        (
            "en",
            "If they let me release alone, and I know who to call for what, I'd call it good.",
            "",
        ),
        ("zh", "我提议把标语改成“到货三天内，不满意就退，不问理由也不收任何费用”", ""),
        ("zh", "要是她硬上的话我就会写邮件抄法务", ""),
        ("zh", "这个我认，列了十一件事，砍掉四件", "列了十一件事，砍掉四件"),
        (
            "en",
            "I moved the old reports to a queue. Then latency fell from 3.5 seconds to 200 ms for everyone, at last",
            "I moved the old reports to a queue",
        ),
        (
            "en",
            "With 10,000 orders a minute we batched writes and retried, and then measured the whole pipeline again",
            "",
        ),
    ],
)
def test_a_quote_is_cut_where_a_thought_ends(language: str, text: str, quote: str) -> None:
    assert short_quote(text, language) == quote


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_with_nothing_established_nothing_is_quoted(language: str) -> None:
    interview = await in_db(create, language)
    _, greeting = await to_the_next(interview, language, "empty")
    assert not re.search("[「“]", greeting.content.replace("「后端工程师」", ""))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_topic_and_no_point_of_one_is_planned_twice(language: str) -> None:
    for seed in range(10):
        interview = create(language, seed=seed)
        asked: dict[str, int] = {}
        for item in interview.planned.all():
            assert asked.setdefault(item.spec["topic"], item.slot) == item.slot


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("zh", "我们用令牌桶限流，多实例用 redis 共享计数，超限返回 429。"),
        ("en", "we used a token bucket, shared the counters in redis and answered 429."),
    ],
)
async def test_what_a_colleague_was_told_is_not_probed_again(language: str, told: str) -> None:
    """The same point in another interviewer's question: the follow-up goes to the next gap."""
    interview = await in_db(create, language, interviewers=["technical", "hr"])
    names = {"zh": ["令牌桶", "共享计数"], "en": ["token bucket", "shared the counters"]}[language]

    def prepare() -> None:
        last = interview.planned.filter(interviewer_id="hr").order_by("slot", "id")[0]
        for item in interview.planned.filter(slot=last.slot):
            spec: dict[str, Any] = item.spec
            probed = spec["follow_ups"][0]["point"]
            for point in spec["points"]:
                if point["key"] == probed:
                    point |= {"synonyms": names, "cue": None}
            item.save()
        PlannedQuestion.objects.filter(interview=interview, interviewer_id="technical").exclude(
            slot=0
        ).update(state="dropped")

    await in_db(prepare)
    await answer(interview, told)
    while (now := await in_db(Interview.objects.get, pk=interview.pk)).current_interviewer != "hr":
        await answer(interview, {"zh": "不知道", "en": "I don't know."}[language])
    table = await in_db(PlannedQuestion.objects.get, pk=now.open_id)
    probe = table.spec["follow_ups"][0]
    for _ in range(3):
        said = await answer(interview, table.spec["reference"][:20])
        assert probe["text"] not in said[-1].content
    await in_db(table.refresh_from_db)
    assert probe["point"] not in table.follow_ups


def test_a_point_was_told_by_two_of_its_names() -> None:
    bucket = ScoringPoint("bucket", "令牌桶", ("令牌桶", "突发"))
    assert was_told(bucket, "令牌桶容许突发")
    assert not was_told(bucket, "令牌桶")
    result = ScoringPoint("result", "结果", ("降到", "提升"), Cue.RESULT)
    assert not was_told(result, "从九降到一，提升很大")


@pytest.mark.parametrize(
    ("piece", "language", "fit"),
    [
        ("我们给每张床位排了护理的时间表", "zh", True),
        ("我以前坚信护理全靠老员工的经验", "zh", False),
        ("我就认了，把探视的时间改到下午去", "zh", False),
        ("我们晚了一天，我提前跟护士长说了", "zh", False),
        ("We drew up a table of hours for every bed", "en", True),
        ("阅读量掉了三成，后来又改回去了", "zh", False),
        ("我记得有一次社团公众号改版，我们其实没做 AB", "zh", False),
        ("I got woken eleven times in October", "en", False),
        ("我们把耗时从四秒降到了半秒，用户留了下来", "zh", True),
        ("I was sure that experience alone would do it", "en", False),
        ("We were a day late, so I told the ward early", "en", False),
        ("I was to get the ward up to ninety percent", "en", False),
    ],
)
def test_nobody_is_remembered_by_what_they_took_back_or_what_went_badly(
    piece: str, language: str, fit: bool
) -> None:
    assert tells(piece, language) is fit


def test_what_somebody_did_is_remembered_and_no_quote_twice() -> None:
    interview = Interview(language="en", current_interviewer="hr", panel=["hr"])
    rule, deed = (
        Assessment(competency="practice", level=5, score=score, evidence=evidence)
        for score, evidence in (
            (95.0, "The main thread runs scripts, style, layout and paint"),
            (80.0, "I took two Fridays and looked at the twenty worst"),
        )
    )
    assert _told_well([rule, deed], interview).quote == deed.evidence
    said = [f"You said “{deed.evidence}”."]
    assert _told_well([rule, deed], interview, said=said).quote == ""
    told = (
        "I've worked in schools for 9 years. Basically I rewrote the timetable in two days."
        " I said 30 rooms, sorry, 13 rooms."
    )
    deed = Assessment(competency="practice", level=5, score=80.0, evidence=told, planned_id=1)
    stands = standing({1: [told]})
    quote = _told_well([deed], interview, stands=stands).quote
    assert quote == "I rewrote the timetable in two days"
    deed.evidence = "I said 30 rooms"
    assert _notes([deed], "en", stands)[0].endswith("for 9 years")


@pytest.mark.parametrize(
    ("language", "named"), [("zh", "「RTOS」和「CAN」"), ("en", "“RTOS” and “CAN”")]
)
def test_with_no_quote_the_floor_passes_with_what_was_asked_of_the_resume(
    language: str, named: str
) -> None:
    interview = create(language)
    asked = PlannedQuestion.objects.filter(interview=interview, interviewer_id="technical")
    for planned, subject in zip(asked.order_by("slot")[:3], ("RTOS", "CAN", "RTOS"), strict=True):
        spec = {**planned.spec, "subject": subject}
        PlannedQuestion.objects.filter(pk=planned.pk).update(spec=spec, state="done")
    assert _subjects(interview, "technical") == named
    assert not _subjects(interview, "hr")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The ward move I told your colleague about is one"),
        ("en", "If his pulse goes over 110, we call the surgeon out"),
        ("en", "Sorry, I was somewhere else, I told you the wrong one"),
        ("zh", "要是心率超过一百一，我们就把外科医生叫回来"),
    ],
)
def test_what_points_back_or_was_only_provided_for_is_not_quoted(language: str, text: str) -> None:
    consequence = "surgeon" if language == "en" else "外科"
    found = [
        piece for piece in spoken_pieces(text, language) if not piece.startswith(("If", "要是"))
    ]
    assert not [piece for piece in found if consequence in piece or "told" in piece]


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_a_model_has_what_colleagues_passed_on_at_every_turn(
    settings: Any, language: str
) -> None:
    """And of the question on the table, or of the first interviewer's own, nothing that is open."""
    async with FakeOpenAI(willing) as server:
        settings.ENGINE, settings.OPENAI_BASE_URL = "builtin", server.url
        settings.MODEL_TIMEOUT = settings.MODEL_STALL = settings.MODEL_DEADLINE = 60
        interview = await in_db(create, language)
        spec = await in_db(open_spec, interview.pk)
        assert spec is not None
        settings.ENGINE = "openai"
        await answer(interview, answer_for(spec, "middling", language))
        settings.ENGINE = "builtin"
        await to_the_next(interview, language, "middling")
        settings.ENGINE = "openai"
        for _ in range(2):
            spec = await in_db(open_spec, interview.pk)
            assert spec is not None
            await answer(interview, answer_for(spec, "middling", language))
        told = await in_db(heard_by, interview, "technical")
        points = await in_db(
            lambda: [
                point["text"]
                for item in interview.planned.filter(interviewer_id="technical")
                for point in item.spec["points"]
            ]
        )
    spoken = [blocks_of(r.user) for r in server.requests if "answer" not in blocks_of(r.user)]
    first, *others = [blocks.get("memo", "").splitlines() for blocks in spoken]
    assert first == []
    assert len(others) == 2
    for notes in others:
        marks = {note[:2] for note in notes}
        assert marks == {"+ ", "- "}
        for note in notes:
            _, _, text = note.partition(": ")
            if note.startswith("+ "):
                assert text in told
            else:
                assert all(any(part in point for point in points) for part in text.split(", "))
    own = {point["text"] for point in spec["points"]}
    assert not [note for notes in others for note in notes if any(text in note for text in own)]
