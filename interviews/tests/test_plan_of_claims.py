"""What a plan makes of what a résumé and a job description name."""

from __future__ import annotations

from itertools import product

import pytest

from interviewers.models import Question
from interviewers.selectors import question_spec
from interviews.creation import ResumeFile, create_interview
from interviews.models import PlannedQuestion
from interviews.plan import PlanItem, Reason
from interviews.resumes.facts import facts
from interviews.resumes.named import named_in_both
from interviews.tests.test_plan import BY_KEY, SEATS, mains, plan

BOTH = ["TypeScript", "Python", "LangChain", "Milvus"]


def technical(items: tuple[PlanItem, ...]) -> list[PlanItem]:
    return [item for item in mains(items) if item.interviewer_id == "technical"]


@pytest.mark.parametrize("seed", range(4))
def test_what_the_bank_asks_about_comes_before_what_any_skill_could_be_asked(seed: int) -> None:
    chosen = technical(
        plan(family="ai", skills=BOTH, job_skills=BOTH, projects=["Atlas"], seed=seed)
    )
    both = [item.mention for item in chosen if item.reason is Reason.BOTH]
    assert both == ["LangChain", "Milvus", "TypeScript"]


@pytest.mark.parametrize(
    ("family", "both"),
    [
        ("devops", ["Kubernetes", "Terraform", "Prometheus", "Ansible"]),
        ("backend", ["Kafka", "MySQL", "gRPC", "Redis"]),
        ("data", ["Airflow", "dbt", "Spark", "Kafka", "Flink"]),
        ("qa", ["pytest", "JMeter", "Playwright"]),
    ],
)
def test_all_that_both_name_is_asked_about_as_far_as_there_is_room(
    family: str, both: list[str]
) -> None:
    """In the order of the job; a project waits for the next interviewer then, and has a slot where nobody else asks."""
    claims = {"skills": sorted(both), "job_skills": both, "projects": ["Atlas"]}
    for level, seed in product((1, 2, 3), range(4)):
        items = mains(plan(family=family, level=level, seed=seed, **claims))
        named = [item.mention for item in items[:4] if item.reason is Reason.BOTH]
        assert named == both[:4], (level, seed)
        assert len({item.competency for item in items}) <= 8
        assert "Atlas" in [item.subject for item in items]
        alone = mains(plan(family=family, level=level, seed=seed, seats=SEATS[:1], **claims))
        assert "Atlas" in [item.subject for item in alone]


@pytest.mark.parametrize("family", ["ai", "frontend", "backend", "data"])
def test_one_template_on_a_skill_is_enough_where_there_is_a_bank_of_the_trade(family: str) -> None:
    names = ["Zustand", "Slate", "Lexical"]
    for seed in range(6):
        chosen = technical(plan(family=family, skills=names, job_skills=names, seed=seed))
        assert sum(BY_KEY[item.question_key].subject == "skill" for item in chosen) == 1


def test_who_did_a_project_alone_is_not_asked_how_they_got_on_with_others() -> None:
    for alone, asked in ((["Atlas"], ["Orders"]), (["Atlas", "Orders"], []), ([], ["Orders"])):
        items = mains(plan(projects=["Atlas", "Orders"], alone=alone))
        behavioral = [i for i in items if i.interviewer_id == "behavioral" and i.subject]
        assert [item.subject for item in behavioral] == asked, alone


def test_which_projects_were_done_alone_stands_above_or_beside_them() -> None:
    text = (
        "工作经历\n2021.07-至今 栖木科技 前端工程师\n- 负责「备课台」：教案编辑\n- 2023 年底起为备课台加入「AI 出题」：流式渲染\n"
        "个人项目\n2024.03 「错题问答」RAG 小应用：上传试卷后问答\n项目经历\n校园拼车小程序（2024.10-2025.05，三人小组）\n- 写页面\n"
    )
    named = facts(text)
    assert named.projects == ("「错题问答」RAG 小应用", "校园拼车小程序", "备课台", "AI 出题")
    assert named.alone == ("「错题问答」RAG 小应用",)
    assert facts("Side projects\nChat App (2024)\n- built it").alone == ("Chat App",)
    assert facts("Projects\nChat App (2024)\n- built it with two friends").alone == ()


@pytest.mark.django_db
def test_quotation_marks_in_a_name_become_inner_ones_in_the_question() -> None:
    question = Question.objects.filter(topic="project-hard-problem").get()
    spec = question_spec(question, "zh", "「错题问答」RAG 小应用")
    assert "「『错题问答』RAG 小应用」" in spec.text
    assert spec.subject == "「错题问答」RAG 小应用"


@pytest.mark.parametrize(
    ("resume", "job", "named"),
    [
        (
            "Jane Doe\nSkills\nPython, Quibrex, Fluent English, Reporting\n",
            "You run our help desk on Quibrex, in English. Reporting to the lead.",
            ("Quibrex",),
        ),
        (
            "张三\n专业技能\n工具：Quibrex、Torvane Desk；英语 English\n",
            "熟悉 Torvane Desk 或 Quibrex 等工单系统，英语 English 流利",
            ("Quibrex", "Torvane Desk"),
        ),
        ("Jane Doe\nSkills\nPython, Quibrex\n", "Quibrex is our parent company.", ()),
        (
            "Jane Doe\nSkills\nTime Management, Problem Solving, Creativity, Married, Christian, Driving Licence, Quibrex\n",
            "We are a Christian home. You bring Quibrex, Time Management, Problem Solving, Creativity and a Driving Licence; Married or not.",
            ("Quibrex",),
        ),
        (
            "张三\n专业技能\nTeam Player、Married、Teamwork、Quibrex\n",
            "要求：Team Player、Married 优先，Teamwork、Quibrex",
            ("Quibrex",),
        ),
        ("Jane Doe\nWork experience\nQuibrex Ltd, clerk\n", "We run on Quibrex.", ()),
    ],
)
def test_a_tool_that_nobody_listed_is_one_where_both_name_it(
    resume: str, job: str, named: tuple[str, ...]
) -> None:
    assert named_in_both(resume, job) == named


@pytest.mark.django_db
def test_such_a_tool_leads_to_a_question() -> None:
    resume = ResumeFile("cv.txt", "Jane Doe\nSkills\nQuibrex, Reporting\n")
    job = "You run our help desk on Quibrex and keep the knowledge base."
    interview = create_interview(
        position="Help desk clerk", job_description=job, resume=resume, language="en", seed=1
    )
    asked = PlannedQuestion.objects.filter(interview=interview, mention="Quibrex")
    assert {item.reason for item in asked} == {"both: Quibrex"}
    assert all("Quibrex" in item.spec["text"] for item in asked)
