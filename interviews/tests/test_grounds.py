"""What the questions go by, as the room shows it to the candidate."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from django.test import Client

from interviews.creation import ResumeFile
from interviews.grounds import grounds, read_reason
from interviews.models import Interview
from interviews.tests.support import create
from interviews.tests.test_pages import get

pytestmark = pytest.mark.django_db

RESUMES = {
    "zh": "专业技能\n熟练使用 Java、Kafka、Redis\n项目经历\n星图结算平台 2021.03-2022.08\n项目描述：统一各业务线的分账与结算。",
    "en": "Skills\nPython, Kafka, Redis\nProjects\nTidewater Ledger | Mar 2021 - May 2022\nDesigned the posting.",
}
JOBS = {
    "zh": "任职要求：熟悉 Kafka、Kubernetes，有高并发系统的经验。",
    "en": "Requirements: Kafka and Kubernetes in production.",
}
PROJECTS = {"zh": "星图结算平台", "en": "Tidewater Ledger"}
HEADS = {
    "zh": ("方向和难度", "简历里的技能", "简历里的项目", "职位描述里的技能", "会问到"),
    "en": (
        "Field and level",
        "Skills in your résumé",
        "Projects in your résumé",
        "Skills in the job description",
        "You may expect questions about",
    ),
}


def told(client: Client, language: str = "zh", **more: Any) -> dict[str, list[str]]:
    """What the room's list says, by its heads."""
    interview = create(language, **more)
    html = get(client, f"/demo/interviews/{interview.pk}/", language).content.decode()
    rows = re.findall(r"<div><dt>(.*?)</dt><dd[^>]*>(.*?)</dd></div>", html)
    assert rows[: len(rows) // 2] == rows[len(rows) // 2 :], "in the help, and by itself"
    return {head: unescape(text).split(" · ") for head, text in rows}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_was_read_and_what_is_asked_about_of_it(client: Client, language: str) -> None:
    rows = told(
        client,
        language,
        resume=ResumeFile("/uploads/resumes/x.pdf", RESUMES[language]),
        job_description=JOBS[language],
    )
    assert tuple(rows) == HEADS[language]
    field, skills, projects, wanted, asked = rows.values()
    assert field == (["后端", "中级"] if language == "zh" else ["Backend", "Middle"])
    assert {"Kafka", "Redis"} < set(skills)
    assert projects == [PROJECTS[language]]
    assert {"Kafka", "Kubernetes"} <= set(wanted)
    assert asked[0] == "Kafka", "what both name comes first"
    assert PROJECTS[language] in asked
    assert len(asked) == len(set(asked))


def test_without_either_it_says_what_they_would_do(client: Client) -> None:
    assert tuple(told(client)) == HEADS["zh"][:1]
    interview = create("en")
    html = get(client, f"/demo/interviews/{interview.pk}/", "en").content.decode()
    assert "With a résumé or a job description, questions go into what it names." in html


def test_nothing_found_is_said(client: Client) -> None:
    rows = told(
        client, resume=ResumeFile("/uploads/resumes/x.pdf", ""), job_description="欢迎加入。"
    )
    assert tuple(rows) == ("方向和难度", "简历", "职位描述里的技能")
    assert rows["简历"] == ["没有读出技能和项目；只有图像的扫描件读不了。"]
    assert rows["职位描述里的技能"] == ["没有读出"]


def test_one_deleted_meanwhile_has_none() -> None:
    interview = create("zh", job_description=JOBS["zh"])
    Interview.objects.filter(pk=interview.pk).delete()
    found = grounds(interview, ["both: Kafka"])
    assert (found.job, found.skills, found.wanted, found.asked) == (False, (), (), ("Kafka",))


@pytest.mark.parametrize(
    ("stored", "read"),
    [
        ("both: Kafka", ("both", "Kafka", False)),
        ("job_topic again: a: b", ("job_topic", "a: b", True)),
        ("stage", ("stage", "", False)),
        ("variant again", ("variant", "", True)),
    ],
)
def test_a_stored_reason_is_read(stored: str, read: tuple[str, str, bool]) -> None:
    assert read_reason(stored) == read
