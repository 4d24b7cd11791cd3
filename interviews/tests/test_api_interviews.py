"""REST: creating, reading and ending interviews, as documented and settled."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from feedback.models import Feedback
from interviewers.models import Competency, Interviewer
from interviews.models import Interview, Message

pytestmark = pytest.mark.django_db

DOCUMENTED = [
    "id",
    "position",
    "difficulty",
    "status",
    "created_at",
    "completed_at",
    "resume_path",
    "overall_score",
]
STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\Z")


def create(client: Client, body: Any = None, **more: Any) -> Any:
    body = {"position": "AI应用工程师", "difficulty": "medium"} if body is None else body
    return client.post("/api/interviews", body, content_type="application/json", **more)


def expect_error(response: Any, status: int, code: str) -> dict[str, Any]:
    assert response.status_code == status, response.content
    body = response.json()
    assert body["success"] is False
    assert body["error"]["code"] == code
    assert body["error"]["message"]
    assert STAMP.match(body["error"]["timestamp"])
    return dict(body["error"].get("details") or {})


# --- POST /api/interviews -------------------------------------------------------------------


def test_creation_answers_200_with_the_documented_interview(client: Client) -> None:
    response = create(client)
    assert response.status_code == 200
    body = response.json()
    assert body["success"] is True
    assert isinstance(body["message"], str)
    data = body["data"]
    assert list(data)[:8] == DOCUMENTED
    assert data["position"] == "AI应用工程师"
    assert data["difficulty"] == "medium"
    assert data["status"] == "active"
    assert STAMP.match(data["created_at"])
    assert data["completed_at"] is data["resume_path"] is data["overall_score"] is None
    assert data["current_interviewer"] == "technical"
    assert data["language"] == "zh"
    assert data["engine"] == "builtin"
    assert data["paused"] is False
    assert data["turn"] == "idle"


def test_the_welcome_and_the_first_question_are_there_when_creation_returns(client: Client) -> None:
    key = create(client).json()["data"]["id"]
    welcome, greeting = client.get(f"/api/interviews/{key}/messages").json()["data"]
    assert welcome["sender_type"] == "system"
    assert welcome["content"].startswith("欢迎参加模拟面试！")
    assert welcome["interviewer_id"] is None
    assert welcome["metadata"]["kind"] == "welcome"
    assert greeting["sender_type"] == "interviewer"
    assert greeting["interviewer_id"] == "technical"
    assert greeting["content"].startswith("你好，我是张工，技术面试官。")
    assert greeting["metadata"] == {"kind": "greeting", "engine": "builtin", "question": 1}
    question = Interview.objects.get(pk=key).planned.get(state="open").spec["text"]
    assert question in greeting["content"]


@pytest.mark.parametrize("kind", ["multipart", "urlencoded"])
def test_creation_takes_forms(client: Client, kind: str) -> None:
    if kind == "multipart":
        body: dict[str, Any] = {"position": "Product Manager", "interviewers": ["hr", "technical"]}
        response = client.post("/api/interviews", body)
    else:
        response = client.post(
            "/api/interviews",
            "position=Product+Manager&interviewers=hr&interviewers=technical",
            content_type="application/x-www-form-urlencoded",
        )
    assert response.status_code == 200, response.content
    data = response.json()["data"]
    assert data["language"] == "en"
    assert data["interviewers"] == ["hr", "technical"]
    assert data["current_interviewer"] == "hr"


def test_difficulty_is_optional_and_medium(client: Client) -> None:
    assert create(client, {"position": "QA"}).json()["data"]["difficulty"] == "medium"


@pytest.mark.parametrize(
    ("position", "asked", "spoken"),
    [("后端", None, "zh"), ("Backend", None, "en"), ("Backend", "zh", "zh"), ("后端", "en", "en")],
)
def test_the_language_is_asked_for_or_taken_from_the_position(
    client: Client, position: str, asked: str | None, spoken: str
) -> None:
    body = {"position": position} | ({"language": asked} if asked else {})
    assert create(client, body).json()["data"]["language"] == spoken


def test_unknown_keys_are_ignored(client: Client) -> None:
    assert create(client, {"position": "后端", "colour": "red"}).status_code == 200


def test_a_subset_of_the_panel_in_the_order_given(client: Client) -> None:
    data = create(client, {"position": "后端", "interviewers": ["hr"]}).json()["data"]
    assert data["interviewers"] == ["hr"]


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "position"),
        ({"position": ""}, "position"),
        ({"position": "   "}, "position"),
        ({"position": None}, "position"),
        ({"position": 5}, "position"),
        ({"position": "x" * 201}, "position"),
        ({"position": "a\0b"}, "position"),
        ({"position": "\ud800"}, "position"),
        ({"position": "后端", "difficulty": "expert"}, "difficulty"),
        ({"position": "后端", "difficulty": ["easy"]}, "difficulty"),
        ({"position": "后端", "language": "fr"}, "language"),
        ({"position": "后端", "interviewers": ["nobody"]}, "interviewers"),
        ({"position": "后端", "interviewers": []}, "interviewers"),
        ({"position": "后端", "interviewers": ["hr", "hr"]}, "interviewers"),
        ({"position": "后端", "interviewers": "hr"}, "interviewers"),
        ({"position": "后端", "job_description": "x" * 20_001}, "job_description"),
        ({"position": "后端", "resume": "text"}, "resume"),
    ],
)
def test_bad_fields_are_named(client: Client, body: Any, field: str) -> None:
    details = expect_error(create(client, body), 422, "VALIDATION_ERROR")
    assert list(details) == [field]
    assert all(isinstance(text, str) and text for text in details[field])
    assert not Interview.objects.exists()


def test_the_longest_position_is_taken(client: Client) -> None:
    assert create(client, {"position": "工" * 200}).status_code == 200


def test_without_an_active_interviewer_there_is_no_interview(client: Client) -> None:
    Interviewer.objects.update(active=False)
    expect_error(create(client), 500, "INTERVIEWER_ERROR")
    assert not Interview.objects.exists()


def test_an_inactive_interviewer_cannot_be_asked_for(client: Client) -> None:
    Interviewer.objects.filter(pk="hr").update(active=False)
    details = expect_error(
        create(client, {"position": "后端", "interviewers": ["hr"]}), 422, "VALIDATION_ERROR"
    )
    assert list(details) == ["interviewers"]


# --- GET /api/interviews/{id} ---------------------------------------------------------------


@pytest.mark.parametrize("slash", ["", "/"])
def test_an_interview_is_read_with_and_without_a_slash(client: Client, slash: str) -> None:
    made = create(client).json()["data"]
    response = client.get(f"/api/interviews/{made['id']}{slash}")
    assert response.status_code == 200
    assert response.json() == {"success": True, "data": made}


@pytest.mark.parametrize(
    "key", ["999999", "abc", "0", "-1", "1.5", "%20", str(2**63), str(2**70), "１", "null"]
)
@pytest.mark.parametrize("rest", ["", "/messages", "/feedback"])
def test_an_id_that_is_none_is_not_found(client: Client, key: str, rest: str) -> None:
    expect_error(client.get(f"/api/interviews/{key}{rest}"), 404, "INTERVIEW_NOT_FOUND")


@pytest.mark.parametrize("key", ["999999", "abc"])
@pytest.mark.parametrize("rest", ["/messages", "/end"])
def test_nothing_can_be_sent_to_an_unknown_interview(client: Client, key: str, rest: str) -> None:
    response = client.post(f"/api/interviews/{key}{rest}", {}, content_type="application/json")
    expect_error(response, 404, "INTERVIEW_NOT_FOUND")


# --- POST /api/interviews/{id}/end ----------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_ending_completes_and_gives_feedback(client: Client) -> None:
    key = create(client).json()["data"]["id"]
    expect_error(client.get(f"/api/interviews/{key}/feedback"), 404, "FEEDBACK_NOT_FOUND")
    client.post(
        f"/api/interviews/{key}/messages",
        {"content": "检索增强生成先召回再生成，能减少幻觉。", "sender_type": "user"},
        content_type="application/json",
    )
    ended = client.post(f"/api/interviews/{key}/end").json()["data"]
    assert ended["status"] == "completed"
    assert STAMP.match(ended["completed_at"])
    assert 0 <= ended["overall_score"] <= 100
    feedback = client.get(f"/api/interviews/{key}/feedback").json()["data"]
    assert list(feedback)[:9] == [
        "id",
        "interview_id",
        "summary",
        "overall_score",
        "skill_scores",
        "strengths",
        "improvements",
        "created_at",
        "interviewer_feedbacks",
    ]
    assert feedback["overall_score"] == ended["overall_score"]
    assert [list(entry)[:4] for entry in feedback["interviewer_feedbacks"]] == [
        ["interviewer_id", "name", "role", "content"]
    ] * 3
    assert feedback["interviewer_feedbacks"][0]["name"] == "张工"
    assert "没有听到你的回答" in feedback["interviewer_feedbacks"][1]["content"]
    assert set(feedback["skill_scores"]) <= set(SKILLS)


SKILLS = ["technical", "communication", "problem_solving", "collaboration", "professionalism"]
"""The documented three in the document's order, then ours."""


@pytest.mark.django_db(transaction=True)
def test_skills_come_in_the_order_of_the_document(client: Client) -> None:
    key = create(client).json()["data"]["id"]
    client.post(f"/api/interviews/{key}/end")
    scores = dict.fromkeys(sorted(SKILLS, reverse=True), 50.0)
    ranges = {skill: {"low": 40.0, "high": 60.0} for skill in sorted(SKILLS)}
    Feedback.objects.filter(interview_id=key).update(skill_scores=scores, skill_ranges=ranges)
    feedback = client.get(f"/api/interviews/{key}/feedback").json()["data"]
    assert list(feedback["skill_scores"]) == list(feedback["skill_ranges"]) == SKILLS


@pytest.mark.django_db(transaction=True)
def test_ending_twice_changes_nothing(client: Client) -> None:
    key = create(client).json()["data"]["id"]
    first = client.post(f"/api/interviews/{key}/end").json()["data"]
    before = client.get(f"/api/interviews/{key}/feedback").json()["data"]
    again = client.post(f"/api/interviews/{key}/end")
    assert again.status_code == 200
    assert again.json()["data"] == first
    assert client.get(f"/api/interviews/{key}/feedback").json()["data"] == before


@pytest.mark.django_db(transaction=True)
def test_an_interview_without_an_answer_has_no_score(client: Client) -> None:
    key = create(client).json()["data"]["id"]
    ended = client.post(f"/api/interviews/{key}/end").json()["data"]
    assert ended["overall_score"] is None
    feedback = client.get(f"/api/interviews/{key}/feedback").json()["data"]
    assert feedback["overall_score"] is None
    assert feedback["skill_scores"] == {}
    assert feedback["strengths"] == feedback["improvements"] == []
    assert "没有收到回答" in feedback["summary"]
    assert len(feedback["coverage"]["not_observed"]) >= 5


# --- For signed-in users only ---------------------------------------------------------------


def test_the_list_and_deletion_are_not_for_everybody(client: Client) -> None:
    key = create(client).json()["data"]["id"]
    expect_error(client.get("/api/interviews"), 401, "NOT_AUTHENTICATED")
    expect_error(client.delete(f"/api/interviews/{key}"), 401, "NOT_AUTHENTICATED")
    expect_error(client.delete("/api/interviews/999999"), 401, "NOT_AUTHENTICATED")
    assert Message.objects.filter(interview_id=key).count() == 2


def test_interviewers_of_ours_come_after_the_documented(client: Client) -> None:
    Interviewer.objects.create(id="product", name_zh="周", role_zh="产品面试官", order=5)
    Interviewer.objects.filter(pk="hr").update(active=False)
    data = client.get("/api/interviewers").json()["data"]
    assert list(data) == ["technical", "behavioral", "product"]
    sequence = client.get("/api/interviewers/sequence").json()["data"]
    assert sequence == ["product", "technical", "behavioral"]


def test_wrong_methods_are_told(client: Client) -> None:
    key = create(client).json()["data"]["id"]
    for path in (f"/api/interviews/{key}/end", f"/api/interviews/{key}/feedback"):
        response = client.put(path, {}, content_type="application/json")
        expect_error(response, 405, "METHOD_NOT_ALLOWED")
        assert response["Allow"]
    expect_error(client.get("/api/interviews/1/nothing"), 404, "NOT_FOUND")


# --- Interviewers ---------------------------------------------------------------------------


def test_the_interviewers_by_id(client: Client) -> None:
    data = client.get("/api/interviewers").json()["data"]
    assert data == {"technical": "技术面试官", "hr": "HR面试官", "behavioral": "行为面试官"}
    assert list(data) == ["technical", "hr", "behavioral"]
    english = client.get("/api/interviewers", headers={"Accept-Language": "en"}).json()["data"]
    assert english["behavioral"] == "Behavioural interviewer"


def test_the_sequence(client: Client) -> None:
    assert client.get("/api/interviewers/sequence/").json()["data"] == [
        "technical",
        "behavioral",
        "hr",
    ]


def test_an_interviewer_added_by_the_operator_works_at_once(client: Client) -> None:
    added = Interviewer.objects.create(
        id="architect",
        name_zh="周工",
        name_en="Zhou",
        role_zh="架构面试官",
        role_en="Architect",
        question_count=2,
        order=15,
    )
    added.competencies.set(Competency.objects.filter(pk="design"))
    assert client.get("/api/interviewers/sequence").json()["data"] == [
        "technical",
        "architect",
        "behavioral",
        "hr",
    ]
    key = create(client, {"position": "后端", "interviewers": ["architect"]}).json()["data"]["id"]
    greeting = Message.objects.filter(interview_id=key).order_by("id")[1]
    assert greeting.content.startswith("你好，我是周工，架构面试官。")


def test_refused_creations_do_not_use_up_the_rate(client: Client, settings: Any) -> None:
    rates = {**settings.REST_FRAMEWORK["DEFAULT_THROTTLE_RATES"], "create": "2/min"}
    settings.REST_FRAMEWORK = {**settings.REST_FRAMEWORK, "DEFAULT_THROTTLE_RATES": rates}
    for _ in range(3):
        expect_error(create(client, {}), 422, "VALIDATION_ERROR")
    assert create(client).status_code == 200
    assert create(client).status_code == 200
    response = create(client)
    expect_error(response, 429, "THROTTLED")
    assert int(response["Retry-After"]) >= 1
