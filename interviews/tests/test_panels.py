"""Panels: what an operator changes in the admin works at once, in lists, plans and the room."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from django.test import Client

from interviewers.models import Competency, Interviewer
from interviewers.tests.fake_openai import FakeOpenAI, willing
from interviewgpt.db import in_db
from interviews.models import Interview
from interviews.people import people_of
from interviews.runner import runner
from interviews.tests.support import create, sit
from interviews.tests.test_api_interviews import expect_error

pytestmark = pytest.mark.django_db(transaction=True)

ADD = "/admin/interviewers/interviewer/add/"


@pytest.fixture
def english(admin_client: Client) -> Client:
    admin_client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return admin_client


def form(**changes: Any) -> dict[str, Any]:
    return {
        "id": "architect",
        "active": "on",
        "order": "15",
        "stage": "technical",
        "name_zh": "周架构",
        "role_zh": "架构面试官",
        "persona_zh": "在意取舍。",
        "name_en": "Robin Zhou",
        "role_en": "Architecture interviewer",
        "persona_en": "Cares for trade-offs.",
        "competencies": ["design", "diagnosis"],
        "question_count": "2",
        "follow_up_budget": "1",
        **changes,
    }


def added(client: Client, **changes: Any) -> str:
    response = client.post(ADD, form(**changes), follow=True)
    assert response.status_code == 200
    page: str = response.content.decode()
    assert "was added successfully" in page, page[:3000]
    return page


def test_an_added_interviewer_works_at_once(english: Client, client: Client) -> None:
    added(english)
    listed = client.get("/api/interviewers", headers={"Accept-Language": "zh"}).json()["data"]
    assert listed["architect"] == "架构面试官"
    order = client.get("/api/interviewers/sequence").json()["data"]
    assert order == ["technical", "architect", "behavioral", "hr"]

    interview = create("zh")
    assert interview.panel == order
    own = interview.planned.filter(interviewer_id="architect")
    assert own.values("slot").distinct().count() == 2
    assert {item.competency for item in own} <= {"design", "diagnosis"}
    assert {item.follow_up_budget for item in own} == {1}
    welcome = interview.messages.order_by("id")[0].content
    assert "架构面试官周架构" in welcome


def test_a_request_names_a_subset_and_its_order(english: Client, client: Client) -> None:
    added(english)
    body = {"position": "Backend Engineer", "interviewers": ["hr", "architect"]}
    answer = client.post("/api/interviews", body, content_type="application/json").json()
    assert answer["data"]["interviewers"] == ["hr", "architect"]
    interview = Interview.objects.get(pk=answer["data"]["id"])
    asked = list(interview.planned.order_by("slot").values_list("interviewer_id", flat=True))
    assert list(dict.fromkeys(asked)) == ["hr", "architect"]
    assert "Min Wang" in interview.messages.order_by("id")[1].content


def test_who_is_switched_off_is_gone_from_the_next_interview(
    english: Client, client: Client
) -> None:
    running = create("zh")
    response = english.post(
        "/admin/interviewers/interviewer/hr/change/",
        form(id="hr", active="", name_zh="王经理", competencies=["motivation"], stage="hr"),
    )
    assert response.status_code == 302
    assert not Interviewer.objects.get(pk="hr").active
    assert list(client.get("/api/interviewers").json()["data"]) == ["technical", "behavioral"]
    assert create("zh").panel == ["technical", "behavioral"]
    body = {"position": "后端工程师", "interviewers": ["hr"]}
    made = client.post("/api/interviews", body, content_type="application/json")
    expect_error(made, 422, "VALIDATION_ERROR")
    assert running.panel == ["technical", "behavioral", "hr"]


def test_with_nobody_active_there_is_no_interview(client: Client) -> None:
    Interviewer.objects.update(active=False)
    body = {"position": "后端工程师"}
    made = client.post("/api/interviews", body, content_type="application/json")
    expect_error(made, 500, "INTERVIEWER_ERROR")


def test_one_without_a_question_is_told_of_in_the_admin(english: Client) -> None:
    Competency.objects.create(key="juggling", skill="technical", name_zh="杂耍", name_en="Juggling")
    page = added(english, competencies=["juggling"])
    assert "The bank has no question for: Juggling" in page
    assert "The bank has 0 questions for them, fewer than the 2 planned" in page
    shown = english.get("/admin/interviewers/interviewer/architect/change/").content.decode()
    assert "Juggling: 0" in shown
    assert create("zh").panel == ["technical", "behavioral", "hr"]
    chinese = english.post(
        "/admin/interviewers/interviewer/architect/change/",
        form(competencies=["juggling", "design"]),
        headers={"Accept-Language": "zh"},
        follow=True,
    ).content.decode()
    assert "题库里没有" in chinese
    assert "architect" in create("zh").panel


async def told_through(interview: Interview, texts: list[str]) -> list[dict[str, Any]]:
    async with sit(interview.pk) as room:
        for text in texts:
            await room.say(text)
            while (await room.until("message"))["metadata"]["kind"] == "handover":
                pass
        return [f["data"] for f in room.frames if f["type"] == "message"]


@pytest.fixture(params=["builtin", "openai"])
async def engine(request: pytest.FixtureRequest, settings: Any) -> AsyncIterator[str]:
    async with FakeOpenAI(willing) as server:
        settings.ENGINE, settings.OPENAI_BASE_URL, settings.MODEL = request.param, server.url, "m"
        settings.MODEL_TIMEOUT = settings.MODEL_STALL = settings.MODEL_DEADLINE = 60
        yield request.param


async def test_the_added_interviewer_speaks_with_both_engines(english: Client, engine: str) -> None:
    await in_db(added, english)
    interview = await in_db(create, "en", interviewers=["architect", "hr"])
    said = await told_through(interview, ["I don't know.", "I don't know."])
    assert {m["interviewer_id"] for m in said} == {"architect", "hr"}
    assert {m["metadata"]["engine"] for m in said} == {engine}
    handover = next(m for m in said if m["metadata"]["kind"] == "handover")
    assert handover["interviewer_id"] == "architect"


def removed(client: Client, *members: str) -> None:
    for member in members:
        path = f"/admin/interviewers/interviewer/{member}/delete/"
        assert client.post(path, {"post": "yes"}).status_code == 302


@pytest.mark.parametrize("wanted", ["answer", "skip", "hint"])
async def test_the_next_takes_over_from_one_who_was_removed(
    english: Client, engine: str, wanted: str
) -> None:
    interview = await in_db(create, "zh")
    await in_db(removed, english, "technical", "behavioral")
    async with sit(interview.pk) as room:
        if wanted == "answer":
            await room.say("我先看慢查询日志，再看执行计划。")
        else:
            await room.send("command", {"name": wanted})
        leave, greeting = [await room.until("message") for _ in range(2)]
        assert (leave["interviewer_id"], leave["metadata"]["kind"]) == ("technical", "handover")
        assert (greeting["interviewer_id"], greeting["metadata"]["kind"]) == ("hr", "greeting")
        await room.say("我想做更难的事。")
        assert (await room.until("message"))["interviewer_id"] == "hr"
    judged = await in_db(lambda: interview.assessments.filter(interviewer_id="technical").count())
    assert judged == (wanted == "answer")


async def test_one_who_was_switched_off_stays_to_the_end_of_the_interview() -> None:
    interview = await in_db(create, "zh")
    await in_db(lambda: Interviewer.objects.filter(pk="technical").update(active=False))
    async with sit(interview.pk) as room:
        for name, kind in (("hint", "hint"), ("skip", "question")):
            await room.send("command", {"name": name})
            said = await room.until("message")
            assert (said["interviewer_id"], said["metadata"]["kind"]) == ("technical", kind)


async def test_another_name_counts_from_the_next_interview_on() -> None:
    interview = await in_db(create, "en", interviewers=["technical", "hr"])
    renamed = {"name_en": "Ada Quill", "role_en": "Lead", "persona_en": "Curt."}
    await in_db(lambda: Interviewer.objects.filter(pk="hr").update(**renamed))
    async with sit(interview.pk) as room:
        kind, heard = "", ""
        while kind != "greeting":
            if kind != "handover":
                await room.send("command", {"name": "skip"})
            message = await room.until("message")
            kind = message["metadata"]["kind"]
            heard += message["content"]
    assert "Min Wang" in heard
    assert "Ada Quill" not in heard
    people = await in_db(people_of, interview)
    assert (people["hr"].name, people["hr"].role) == ("Min Wang", "HR interviewer")
    assert people["hr"].persona.startswith("Warm and direct")
    following = await in_db(create, "en", interviewers=["hr"])
    assert (await in_db(people_of, following))["hr"].name == "Ada Quill"


def test_of_an_interview_from_before_personas_were_noted_the_present_ones_hold() -> None:
    interview = create("zh")
    for person in interview.people.values():
        del person["persona"]
    assert people_of(interview)["hr"].persona == Interviewer.objects.get(pk="hr").persona_zh
    interview.people = {}
    assert people_of(interview)["hr"].name == Interviewer.objects.get(pk="hr").name_zh


async def test_the_last_one_removed_is_an_error_and_can_come_back(english: Client) -> None:
    interview = await in_db(create, "zh", interviewers=["technical"])
    gone = await in_db(Interviewer.objects.get, pk="technical")
    keys = await in_db(lambda: list(gone.competencies.all()))
    await in_db(removed, english, "technical")
    async with sit(interview.pk) as room:
        await room.say("我先看慢查询日志。")
        await room.until("error", code="INTERVIEWER_ERROR")

        def back() -> None:
            gone.save(force_insert=True)
            gone.competencies.set(keys)

        await in_db(back)
        await room.send("command", {"name": "retry"})
        assert (await room.until("message"))["interviewer_id"] == "technical"
    await runner.finish(interview.pk)
    finished = await in_db(Interview.objects.get, pk=interview.pk)
    assert finished.status == "completed"


def test_what_is_no_list_of_interviewers_is_refused_in_words_of_ours(client: Client) -> None:
    body = {"position": "后端工程师", "interviewers": "technical"}
    response = client.post("/api/interviews", body, content_type="application/json")
    assert response.status_code == 422
    (problem,) = response.json()["error"]["details"]["interviewers"]
    assert "列表" in problem
    assert "str" not in problem
