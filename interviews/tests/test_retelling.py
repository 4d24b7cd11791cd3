"""The panel notices a story that it has heard, says how many questions are left, and comes back to a
question that nobody has answered."""

from __future__ import annotations

import pytest

from interviewers.engines.builtin.speaking.phrases import PHRASES
from interviewgpt.db import in_db
from interviews.models import Interview, PlannedQuestion
from interviews.retelling import retells
from interviews.tests.support import Room, create, sit

STORY = {
    "zh": "去年我们组做机房迁移，我和同事老周在割接时间上有分歧，他想白天做，我想夜里做。我把过去半年的流量曲线拉出来给他看，最后定在凌晨两点，40分钟做完，没有一单投诉。",
    "en": "My team moved billing to a new cluster last year. Tom wanted to switch on Friday, I wanted Tuesday night. I showed him the traffic of six months, took the night shift, and we did it in 40 minutes without a complaint.",
}
AGAIN = {
    "zh": "去年机房迁移那次，我和老周意见不一致，我把流量曲线拉出来，最后凌晨两点割接，40分钟做完，没有投诉。",
    "en": "Last year my team moved billing to a new cluster; Tom wanted Friday and I wanted Tuesday night, so I showed him the traffic of six months and it took 40 minutes without a complaint.",
}
MORE = {
    "zh": "机房迁移时我亲手写了割接脚本和回滚方案，和运维的同事演练了三次，每次都压到五分钟以内。",
    "en": "In the billing move I wrote the rollback script myself and rehearsed it three times with operations until it ran in under five minutes.",
}
"""Another part of the same project, in other words."""
each_language = pytest.mark.parametrize("language", ["zh", "en"])


@each_language
def test_a_story_in_nearly_the_same_words_is_retold(language: str) -> None:
    assert retells(STORY[language], [STORY[language]], language)
    assert retells(AGAIN[language], ["嗯", STORY[language]], language)


@each_language
def test_another_part_of_the_project_or_a_short_answer_is_not(language: str) -> None:
    assert not retells(MORE[language], [STORY[language]], language)
    assert not retells(STORY[language][:12], [STORY[language]], language)
    assert not retells(STORY[language], [], language)


def opened(interview_id: int) -> PlannedQuestion:
    open_id = Interview.objects.values_list("open_id", flat=True).get(pk=interview_id)
    return PlannedQuestion.objects.get(pk=open_id or 0)


async def said(room: Room, text: str) -> str:
    await room.say(text)
    content: str = (await room.until("message"))["content"]
    return content


@pytest.mark.django_db(transaction=True)
@each_language
async def test_who_tells_it_again_is_asked_for_another(language: str) -> None:
    interview = await in_db(create, language, interviewers=["behavioral"])
    first = await in_db(opened, interview.pk)
    async with sit(interview.pk) as room:
        await said(room, STORY[language])
        if (await in_db(opened, interview.pk)).pk == first.pk:
            await said(room, "跳过" if language == "zh" else "skip")
        met = await said(room, AGAIN[language])
    noticed = (*PHRASES[language]["again_story"], *PHRASES[language]["again"])
    assert any(words.strip() in met for words in noticed), met


@pytest.mark.django_db(transaction=True)
async def test_who_is_done_before_having_begun_is_asked_again() -> None:
    interview = await in_db(create, interviewers=["technical"])
    first = await in_db(opened, interview.pk)
    async with sit(interview.pk) as room:
        assert first.spec["text"] in await said(room, "讲完了。")
        assert (await in_db(opened, interview.pk)).pk == first.pk
        assert await in_db(first.assessments.count) == 0
        assert first.spec["text"] not in await said(room, "讲完了。")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("language", "asks"), [("zh", "还有几道题？"), ("en", "How many questions are left?")]
)
async def test_who_asks_how_many_are_left_is_told(language: str, asks: str) -> None:
    interview = await in_db(create, language, interviewers=["technical"])
    async with sit(interview.pk) as room:
        met = await said(room, asks)
    slots = PlannedQuestion.objects.filter(interview_id=interview.pk).values("slot").distinct()
    assert str(await in_db(slots.count) - 1) in met
