"""The role family: what a position's name tells, and when the job description is asked."""

from __future__ import annotations

import pytest

from interviews.roles import role_family


@pytest.mark.parametrize(
    ("position", "family"),
    [
        ("AI应用工程师", "ai"),
        ("后端工程师", "backend"),
        ("Java开发", "backend"),
        ("Backend Engineer", "backend"),
        ("前端开发工程师", "frontend"),
        ("Senior Front-End Developer", "frontend"),
        ("数据工程师", "data"),
        ("Data Engineer", "data"),
        ("产品经理", "product"),
        ("AI产品经理", "product"),
        ("Product Manager", "product"),
        ("测试开发工程师", "qa"),
        ("iOS 工程师", "mobile"),
        ("SRE", "devops"),
        ("机器学习工程师", "ds"),
        ("LLM Application Engineer", "ai"),
        ("Sales agent", "general"),
        ("嵌入式软件工程师", "general"),
        ("Embedded Software Engineer", "general"),
        ("智能硬件后端工程师", "backend"),
        ("嵌入式测试工程师", "qa"),
        ("会计", "general"),
        ("Data entry clerk", "general"),
        ("Database Marketing Manager", "general"),
        ("Database Marketing Engineer", "backend"),
        ("Marketing Data Analyst", "ds"),
        ("数据库营销经理", "general"),
        ("后端销售", "general"),
        ("ＡＩ应用工程师", "ai"),
    ],
)
def test_the_positions_name_tells_its_family(position: str, family: str) -> None:
    assert role_family(position) == family


def test_the_job_description_helps_where_the_name_tells_nothing() -> None:
    assert role_family("工程师二部", "负责后端服务的设计与开发") == "backend"


@pytest.mark.parametrize(
    ("position", "job", "family"),
    [
        ("高级专家", "负责 Kubernetes 平台建设", "devops"),
        ("实习生", "参与前端页面开发", "frontend"),
        ("Member of technical staff", "You build LLM applications", "ai"),
        ("Payments engineer II", "Java and PostgreSQL", "backend"),
        ("🙂", "Android app", "mobile"),
        ("会计", "我们是一家人工智能软件开发公司，负责产品成本核算、报税、数据分析", "general"),
        ("人事专员", "为算法团队和前端团队招聘", "general"),
        ("Accountant", "We are an AI company. Month-end closing; Python is a plus.", "general"),
        ("HR recruiter", "You will hire backend engineers and QA.", "general"),
        ("Teacher", "Teach Python to children", "general"),
    ],
)
def test_what_a_company_makes_changes_nobodys_trade(position: str, job: str, family: str) -> None:
    assert role_family(position, job) == family


@pytest.mark.parametrize(
    ("chinese", "english", "family"),
    [
        ("数据库管理员", "Database administrator", "backend"),
        ("区块链开发", "Blockchain developer", "backend"),
        ("BI工程师", "BI engineer", "data"),
        ("云架构师", "Cloud architect", "devops"),
    ],
)
def test_a_trade_is_known_in_both_languages(chinese: str, english: str, family: str) -> None:
    assert role_family(chinese) == role_family(english) == family
