"""The admin as a coach uses it: find an interview, read it in one sweep, edit who asks what."""

from __future__ import annotations

import json
import re
from types import SimpleNamespace
from typing import Any

import pytest
from asgiref.sync import async_to_sync
from django.contrib.admin import site
from django.db import connection
from django.http import HttpRequest
from django.test import Client
from django.utils import translation
from django.utils.html import escape

from interviewers.models import Competency, Interviewer, Question
from interviewgpt import lists
from interviews import services
from interviews.creation import ResumeFile
from interviews.models import Interview
from interviews.runner import runner
from interviews.tests.support import create

LIST = "/admin/interviews/interview/"


@pytest.fixture
def english(admin_client: Client) -> Client:
    admin_client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return admin_client


@pytest.fixture
def finished(transactional_db: None) -> Interview:
    interview = create("en", position="<script>alert(1)</script> Backend Engineer")
    services.post_message(
        interview_id=interview.pk,
        content="I read the slow query log <b>first</b>, then EXPLAIN, and add an index.",
        sender_type="user",
    )
    async_to_sync(runner.finish)(interview.pk)
    interview.refresh_from_db()
    return interview


def test_the_list_is_searched_and_filtered(english: Client) -> None:
    create("en", position="Backend Engineer")
    create("zh", position="产品经理", difficulty="hard")
    page = english.get(LIST, {"q": "Backend"}).content.decode()
    assert "Backend Engineer" in page
    assert "产品经理" not in page
    page = english.get(LIST, {"difficulty__exact": "hard"}).content.decode()
    assert "产品经理" in page
    assert "Backend Engineer" not in page
    for field in ("status", "family", "language"):
        assert f"{field}__exact" in english.get(LIST).content.decode()


def test_the_list_takes_the_same_queries_for_many(
    english: Client, django_assert_max_num_queries: Any
) -> None:
    for _ in range(12):
        create()
    with django_assert_max_num_queries(8):
        assert english.get(LIST).status_code == 200


def test_answers_are_counted_for_each_interview(english: Client) -> None:
    spoken, silent = create("en"), create("en")
    for text in ("The slow query log first.", "Then EXPLAIN."):
        services.post_message(interview_id=spoken.pk, content=text, sender_type="user")
    page = english.get(LIST).content.decode()
    counts = re.findall(r'<td class="field-answers">(\d+)</td>', page)
    assert counts == ["0", "2"]
    assert silent.pk > spoken.pk


def test_a_list_is_counted_as_far_as_anybody_pages(
    english: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(4):
        create("en")
    monkeypatch.setattr(lists, "COUNTED", 3)
    assert "3+ interviews" in english.get(LIST).content.decode()
    assert "3+ results" in english.get(LIST, {"q": "Backend"}).content.decode()
    monkeypatch.setattr(lists, "COUNTED", 4)
    page = english.get(LIST).content.decode()
    assert "4 interviews" in page
    assert "4+" not in page


def test_positions_have_an_index_where_the_database_knows_trigrams(db: None) -> None:
    name = "interview_position_trigrams"
    with connection.cursor() as cursor:
        indexes = connection.introspection.get_constraints(cursor, Interview._meta.db_table)
        assert (name in indexes) is (connection.vendor == "postgresql")
        if connection.vendor == "postgresql":
            # In a table of a few rows anything else is cheaper, the key's index in order included.
            for way in ("seqscan", "indexscan", "indexonlyscan"):
                cursor.execute(f"SET LOCAL enable_{way} = off")
            assert name in Interview.objects.filter(position__icontains="工程师").explain()


def test_an_interview_reads_in_one_sweep(english: Client, finished: Interview) -> None:
    page = english.get(f"{LIST}{finished.pk}/change/").content.decode()
    feedback = finished.feedback
    for text in (feedback.summary, "Wei Zhang", "Technical interviewer", "slow query log"):
        assert escape(text) in page
    for assessment in finished.assessments.all():
        assert f'id="message-{assessment.answer_id}"' in page
        assert escape(assessment.planned.spec["text"]) in page
    assert f'href="/demo/interviews/{finished.pk}/report/"' in page
    assert all(f'id="{part}"' in page for part in re.findall(r'<a href="#([a-z]+)"', page))
    with translation.override("en"):
        states = {item.get_state_display() for item in finished.planned.exclude(state="dropped")}
    assert states == {"Answered", "Pending"}
    told = re.findall(r"<td>(Answered|Pending|Not asked)</td>", page)
    assert set(told) == {"Answered", "Not asked"}
    assert "what the role needs" in page


@pytest.mark.parametrize(
    ("language", "reasons"),
    [
        (
            "en",
            (
                "a skill named in the résumé that the job description asks for: Redis",
                "a project named in the résumé: Atlas",
                "what the role needs",
                "what this interviewer covers",
                "stands by for stronger or weaker answers",
                "(asked lately; the bank has no other near this level)",
            ),
        ),
        (
            "zh",
            (
                "简历中提到、职位描述也要求的技能: Redis",
                "简历中提到的项目: Atlas",
                "岗位所需",
                "该面试官负责的考察范围",
                "备选难度：视前面的回答好坏启用",
                "（最近问过，题库里相近难度没有别的题了）",
            ),
        ),
    ],
)
def test_the_plan_says_why_each_item_is_in_it(
    admin_client: Client, language: str, reasons: tuple[str, ...]
) -> None:
    resume = ResumeFile(
        "", "专业技能\n熟悉 Redis 与 MySQL\n项目经历\nAtlas 2021.01-2022.01\n负责设计"
    )
    interview = create("zh", resume=resume, job_description="要求：熟悉 Redis", browser="d" * 32)
    last = interview.planned.order_by("-slot", "id").first()
    assert last is not None
    Question.objects.exclude(pk=last.question_key).filter(topic="their-questions").delete()
    last.state = "done"
    last.save()
    interview = create("zh", resume=resume, job_description="要求：熟悉 Redis", browser="d" * 32)
    page = admin_client.get(
        f"{LIST}{interview.pk}/change/", headers={"Accept-Language": language}
    ).content.decode()
    assert f"<td>{'待提问' if language == 'zh' else 'Pending'}</td>" in page
    for reason in reasons:
        assert escape(reason) in page, reason


def test_what_the_scripts_of_the_admin_say_is_chinese_too(admin_client: Client) -> None:
    said = admin_client.get("/admin/jsi18n/", HTTP_ACCEPT_LANGUAGE="zh-hans").content.decode()
    catalogue = json.loads(re.search(r"newcatalog = (\{.*?\});", said, re.DOTALL)[1])  # type: ignore[index]
    wanted = {f"{verb} {what} %s" for verb in ("Choose", "Remove") for what in ("all", "selected")}
    assert wanted <= catalogue.keys()
    assert 'Choose %s by selecting them and then select the "Choose" arrow button.' in catalogue


def test_what_candidates_write_is_escaped(english: Client, finished: Interview) -> None:
    for path in (LIST, f"{LIST}{finished.pk}/change/"):
        page = english.get(path).content.decode()
        assert "<script>alert(1)" not in page
        assert "<b>first</b>" not in page


def test_an_interview_is_for_reading_only(english: Client) -> None:
    interview = create()
    page = english.get(f"{LIST}{interview.pk}/change/").content.decode()
    assert 'name="_save"' not in page
    assert english.post(f"{LIST}{interview.pk}/change/", {"position": "x"}).status_code == 403
    assert english.get(f"{LIST}add/").status_code == 403


def test_the_admin_speaks_both_languages(admin_client: Client) -> None:
    chinese = admin_client.get("/admin/", headers={"Accept-Language": "zh"}).content.decode()
    assert "面试官" in chinese
    english = admin_client.get("/admin/", headers={"Accept-Language": "en"}).content.decode()
    assert "Interviewers" in english


def test_every_page_of_the_admin_opens(english: Client) -> None:
    for path in (
        "interviewers/interviewer/",
        "interviewers/interviewer/technical/change/",
        "interviewers/interviewer/add/",
        "interviewers/competency/",
        "interviewers/competency/design/change/",
        "interviewers/competency/add/",
        "interviewers/question/",
        "interviewers/question/?family=backend&level__exact=1",
        f"interviewers/question/{Question.objects.values_list('key', flat=True)[0]}/change/",
        "interviewers/question/add/",
        "interviewers/question/?q=redis",
    ):
        assert english.get(f"/admin/{path}").status_code == 200, path


def test_rewritten_anchors_are_a_new_version(english: Client) -> None:
    competency = Competency.objects.prefetch_related("levels").get(pk="design")
    levels = list(competency.levels.all())
    form: dict[str, Any] = {
        "skill": competency.skill,
        "name_zh": competency.name_zh,
        "name_en": competency.name_en,
        "levels-TOTAL_FORMS": 5,
        "levels-INITIAL_FORMS": 5,
        "levels-MIN_NUM_FORMS": 5,
        "levels-MAX_NUM_FORMS": 5,
    }
    for place, level in enumerate(levels):
        form |= {
            f"levels-{place}-id": level.pk,
            f"levels-{place}-competency": "design",
            f"levels-{place}-level": level.level,
            f"levels-{place}-anchor_zh": level.anchor_zh,
            f"levels-{place}-anchor_en": level.anchor_en,
        }
    path = "/admin/interviewers/competency/design/change/"
    assert english.post(path, form).status_code == 302
    competency.refresh_from_db()
    assert competency.version == 1
    assert english.post(path, {**form, "levels-0-anchor_en": "No design."}).status_code == 302
    competency.refresh_from_db()
    assert competency.version == 2
    # The words that assessments of the first version were made by can still be read.
    (former,) = competency.former_rubrics.all()
    assert (former.version, former.anchors_zh) == (1, [level.anchor_zh for level in levels])
    assert former.anchors_en == [level.anchor_en for level in levels]
    page = english.get(path).content.decode()
    assert escape(f"1.1 · {levels[0].anchor_zh} · {levels[0].anchor_en}") in page
    assert "No design." in page


def test_an_interviewer_made_in_the_admin_is_on_the_next_panel(english: Client) -> None:
    response = english.post(
        "/admin/interviewers/interviewer/add/",
        {
            "id": "architect",
            "active": "on",
            "order": 15,
            "stage": "technical",
            "name_zh": "周工",
            "name_en": "Zhou",
            "role_zh": "架构面试官",
            "role_en": "Architect",
            "persona_zh": "",
            "persona_en": "",
            "competencies": ["design", "diagnosis"],
            "question_count": 2,
            "follow_up_budget": 1,
        },
    )
    assert response.status_code == 302, response.content.decode()[:3000]
    assert Interviewer.objects.get(pk="architect").competencies.count() == 2
    interview = create()
    assert interview.panel == ["technical", "architect", "behavioral", "hr"]
    asked = interview.planned.filter(interviewer_id="architect").values_list("slot", flat=True)
    assert len(set(asked)) == 2


@pytest.mark.parametrize(
    "address",
    [
        "feedback/assessment/?score__lt=3",
        "interviewers/question/?families__contains=x",
        "interviewers/question/?zh__regex=(",
        "interviewers/competency/?name_zh__regex=(",
        "interviewers/interviewer/?name_zh__regex=(",
        "interviews/interview/?position__regex=(",
        "auth/user/?username__regex=(",
        "auth/group/?name__regex=(",
    ],
)
def test_a_lookup_that_no_filter_offers_leads_to_the_whole_list(
    english: Client, address: str
) -> None:
    path = f"/admin/{address}".partition("?")[0]
    answer = english.get(f"/admin/{address}")
    assert (answer.status_code, answer.headers["Location"]) == (302, f"{path}?e=1")
    assert english.get(answer.headers["Location"]).status_code == 200


def test_no_model_no_usage(english: Client, finished: Interview) -> None:
    page = english.get(f"{LIST}{finished.pk}/change/")
    assert "0 calls" not in page.content.decode()


# --- Words for who reads --------------------------------------------------------------------


def test_a_number_of_questions_is_headed_as_one(english: Client, admin_client: Client) -> None:
    for path in ("interviewer", "competency"):
        page = english.get(f"/admin/interviewers/{path}/").content.decode()
        assert "Number of questions" in page
    chinese = {"Accept-Language": "zh"}
    response = admin_client.get("/admin/interviewers/interviewer/", headers=chinese)
    assert "题数" in response.content.decode()


def test_every_field_of_a_row_has_a_name(english: Client) -> None:
    page = english.get("/admin/interviewers/interviewer/").content.decode()
    fields = re.findall(r'<input[^>]*name="form-\d+-(?!id)\w+"[^>]*>', page)
    assert len(fields) == 12
    names = [re.search(r'aria-label="([^"]+)"', field) for field in fields]
    assert len({name[1] for name in names if name}) == 12


def test_what_is_read_most_comes_first(english: Client) -> None:
    labels = [app["app_label"] for app in english.get("/admin/").context["app_list"]]
    assert labels == ["interviews", "feedback", "interviewers", "auth"]
    page = english.get("/admin/interviewers/question/")
    assert page.context["title"] == "Questions"


@pytest.mark.parametrize(
    ("language", "competency", "family", "person"),
    [
        ("zh-hans", "方案设计与权衡", "后端", "张工 · 技术面试官"),
        ("en", "Design and trade-offs", "Backend", "Wei Zhang · Technical interviewer"),
    ],
)
def test_names_are_in_the_readers_language_alone(
    admin_client: Client, language: str, competency: str, family: str, person: str
) -> None:
    with translation.override(language):
        assert str(Competency.objects.get(pk="design")) == competency
        assert str(Interviewer.objects.get(pk="technical")) == person
    answer = admin_client.get(
        "/admin/interviewers/question/?family=backend", headers={"Accept-Language": language}
    )
    roles = re.findall(r'<td class="field-roles">(.*?)</td>', answer.content.decode())
    assert roles
    assert all(family in told for told in roles)


def test_the_built_in_engine_is_called_so_and_used_no_model(admin_client: Client) -> None:
    interview = create("zh")
    Interview.objects.filter(pk=interview.pk).update(engine="builtin")
    page = f"{LIST}{interview.pk}/change/"
    chinese = admin_client.get(page, headers={"Accept-Language": "zh-hans"}).content.decode()
    assert ">内置<" in chinese
    assert "个 token" not in chinese
    Interview.objects.filter(pk=interview.pk).update(engine="m-1", usage_calls=3)
    english = admin_client.get(page, headers={"Accept-Language": "en"}).content.decode()
    assert ">m-1<" in english
    assert "3 calls" in english


def test_a_version_counted_meanwhile_is_not_counted_back(english: Client) -> None:
    """Who has read a competency before its anchors were rewritten, and saves it afterwards."""
    competency = Competency.objects.get(pk="design")
    competency.name_en = "Designing"
    Competency.objects.filter(pk="design").update(version=4)
    form = SimpleNamespace(changed_data=["name_en"])
    admin = site.get_model_admin(Competency)
    admin.save_model(HttpRequest(), competency, form, change=True)
    competency.refresh_from_db()
    assert (competency.version, competency.name_en) == (4, "Designing")
