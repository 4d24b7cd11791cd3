"""What an account has: the list of its interviews, and everything held about one of them."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from asgiref.sync import async_to_sync
from django.contrib.auth.models import User
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from rest_framework_simplejwt.tokens import AccessToken

from interviews import services
from interviews.export import _INTERNAL
from interviews.models import Interview, PlannedQuestion, Status
from interviews.runner import runner
from interviews.tests.support import answer_for, create, open_spec
from interviews.tests.test_access import interview_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner() -> User:
    return User.objects.create_user("owner")


def client_of(user: User) -> Client:
    return Client(headers={"Authorization": f"Bearer {AccessToken.for_user(user)}"})


# --- The list -------------------------------------------------------------------------------


def test_the_list_is_one_s_own_newest_first(owner: User) -> None:
    ids = [interview_of(owner).pk for _ in range(3)]
    other = interview_of(User.objects.create_user("other")).pk
    data = client_of(owner).get("/api/interviews").json()["data"]
    assert [row["id"] for row in data] == ids[::-1]
    assert data[0] == client_of(owner).get(f"/api/interviews/{ids[-1]}").json()["data"]
    staff = client_of(User.objects.create_user("staff", is_staff=True))
    everybody = staff.get("/api/interviews").json()["data"]
    assert [row["id"] for row in everybody] == [other, *ids[::-1]]


def test_the_list_comes_in_pages(owner: User) -> None:
    ids = [interview_of(owner).pk for _ in range(5)][::-1]
    client = client_of(owner)

    def page(query: str) -> list[int]:
        return [row["id"] for row in client.get(f"/api/interviews?{query}").json()["data"]]

    assert page("limit=2") == ids[:2]
    assert page("limit=2&offset=4") == ids[4:]
    assert page("offset=5") == page("offset=9223372036854775807") == []


@pytest.mark.parametrize(
    "query", ["limit=0", "limit=1001", "limit=x", "offset=-1", "offset=9223372036854775808"]
)
def test_windows_that_are_none(owner: User, query: str) -> None:
    response = client_of(owner).get(f"/api/interviews?{query}")
    assert response.status_code == 422
    assert list(response.json()["error"]["details"]) == [query.partition("=")[0]]


def test_a_long_list_takes_as_few_queries_as_a_short_one(
    owner: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(20):
        interview_of(owner)
    client = client_of(owner)
    with django_assert_num_queries(2):  # the account and its interviews
        assert len(client.get("/api/interviews").json()["data"]) == 20


def test_long_texts_are_not_read_for_the_list(
    owner: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    interview_of(owner, resume_text="简历", job_description="职责")
    with django_assert_num_queries(2) as queries:
        client_of(owner).get("/api/interviews")
    assert not any("resume_text" in query["sql"] for query in queries.captured_queries)


# --- The export -----------------------------------------------------------------------------


@pytest.fixture
def told(owner: User, transactional_db: None) -> Interview:
    """An interview with everything there is: texts, answers, judgements, a report."""
    interview = create(owner=owner, job_description="负责订单系统")
    Interview.objects.filter(pk=interview.pk).update(
        resume_text="林知远，后端工程师", resume_path="/uploads/resumes/x.pdf"
    )
    spec = open_spec(interview.pk)
    assert spec is not None
    services.post_message(
        interview_id=interview.pk, content=answer_for(spec, "strong"), sender_type="user"
    )
    async_to_sync(runner.finish)(interview.pk)
    interview.refresh_from_db()
    return interview


def test_the_export_holds_everything(owner: User, told: Interview) -> None:
    client = client_of(owner)
    base = f"/api/interviews/{told.pk}"
    data = client.get(f"{base}/export").json()["data"]
    interview = client.get(base).json()["data"]
    assert {key: data["interview"][key] for key in interview} == interview
    assert data["interview"]["resume_text"] == "林知远，后端工程师"
    assert data["interview"]["job_description"] == "负责订单系统"
    assert data["interview"]["owner_id"] == owner.pk
    assert data["messages"] == client.get(f"{base}/messages").json()["data"]
    assert data["feedback"] == client.get(f"{base}/feedback").json()["data"]
    assert len(data["plan"]) == told.planned.count() > 3
    assert [row["answer_id"] for row in data["assessments"]] == list(
        told.assessments.values_list("answer_id", flat=True)
    )
    assert data["assessments"][0]["evidence"]
    assert data["exported_at"].endswith("Z")


def test_no_column_is_forgotten_and_no_secret_told(owner: User, told: Interview) -> None:
    response = client_of(owner).get(f"/api/interviews/{told.pk}/export")
    data = response.json()["data"]
    said = set(data["interview"]) | _INTERNAL | {"panel"}
    usage = {key.name for key in Interview._meta.fields if key.name.startswith("usage_")}
    assert {field.attname for field in Interview._meta.concrete_fields} <= said | usage
    assert data["interview"]["interviewers"] == told.panel
    assert {field.attname for field in PlannedQuestion._meta.concrete_fields} == set(
        data["plan"][0]
    )
    assert not _INTERNAL & set(data["interview"])
    related = {relation.get_accessor_name() for relation in Interview._meta.related_objects}
    assert related - {"planned"} | {"plan"} <= set(data)


def test_the_export_of_what_has_only_begun(owner: User) -> None:
    interview = interview_of(owner, usage_calls=2, usage_prompt_tokens=120)
    data = client_of(owner).get(f"/api/interviews/{interview.pk}/export").json()["data"]
    assert data["usage"] == data["interview"]["usage"]
    assert (data["usage"]["calls"], data["usage"]["prompt_tokens"]) == (2, 120)
    assert data["feedback"] is None
    assert data["messages"] == data["plan"] == data["assessments"] == []


# --- The pages ------------------------------------------------------------------------------


@pytest.fixture
def reader(owner: User, settings: Any) -> Client:
    settings.AUTH = "jwt"
    client = Client()
    client.force_login(owner)
    return client


def test_the_list_page(reader: Client, owner: User) -> None:
    mine = interview_of(owner, position="<b>后端</b>工程师")
    interview_of(User.objects.create_user("other"), position="别人的岗位")
    page = reader.get("/demo/interviews/").content.decode()
    assert "&lt;b&gt;后端&lt;/b&gt;工程师" in page
    assert f"/demo/interviews/{mine.pk}/" in page
    assert "别人的岗位" not in page
    assert "我的面试" in page
    assert re.findall(r">(继续|面试报告)<", page) == ["继续"]
    Interview.objects.update(status=Status.COMPLETED)
    page = reader.get("/demo/interviews/").content.decode()
    assert re.findall(r">(继续|面试报告)<", page) == ["面试报告"]


def test_the_list_page_turns_over(reader: Client, owner: User) -> None:
    for number in range(21):
        interview_of(owner, position=f"岗位{number}。")
    first = reader.get("/demo/interviews/").content.decode()
    assert re.findall("岗位20。|岗位0。", first) == ["岗位20。"]
    assert 'href="?offset=20"' in first
    second = reader.get("/demo/interviews/?offset=20").content.decode()
    assert re.findall("岗位20。|岗位0。", second) == ["岗位0。"]
    assert 'href="?offset=0"' in second


def test_a_list_page_takes_as_few_queries_for_many(
    owner: User, reader: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(15):
        interview_of(owner)
    with django_assert_max_num_queries(3):  # session, account, interviews
        reader.get("/demo/interviews/")


def test_the_export_page_is_a_file(reader: Client, owner: User) -> None:
    interview = interview_of(owner)
    response = reader.get(f"/demo/interviews/{interview.pk}/export/")
    disposition = f'attachment; filename="interview-{interview.pk}.json"'
    assert response["Content-Disposition"] == disposition
    assert json.loads(response.content)["interview"]["id"] == interview.pk


def test_the_delete_page_deletes_and_asks_for_a_form_of_ours(owner: User, settings: Any) -> None:
    settings.AUTH = "jwt"
    interview = interview_of(owner)
    path = f"/demo/interviews/{interview.pk}/delete/"
    client = Client(enforce_csrf_checks=True)
    client.force_login(owner)
    assert client.post(path).status_code == 403
    assert client.get(path).status_code == 405
    client.get("/demo/interviews/")
    form = {"csrfmiddlewaretoken": client.cookies["csrftoken"].value}
    response = client.post(path, form)
    assert (response.status_code, response["Location"]) == (302, "/demo/interviews/")
    assert not Interview.objects.exists()
