"""The plan: who asks what, from position, difficulty and what the résumé names."""

from __future__ import annotations

from itertools import product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interviewers.bank.schema import read_bank
from interviewers.models import Family
from interviewers.panel import SEED_PANEL
from interviews.plan import BankEntry, PlanItem, Reason, Seat, make_plan
from interviews.roles import script_language, unfit_topics

SEATS = tuple(
    Seat(str(e["id"]), str(e["stage"]), tuple(e["competencies"]), int(e["question_count"]))
    for e in SEED_PANEL
)
BANK = tuple(
    BankEntry(
        i.key, i.competency, i.stage, i.families, i.level, i.topic, tuple(i.skills), i.subject
    )
    for i in read_bank()
)
BY_KEY = {entry.key: entry for entry in BANK}


def plan(**more: object) -> tuple[PlanItem, ...]:
    return make_plan(**{"seats": SEATS, "bank": BANK, "family": "backend", "level": 2, **more})  # type: ignore[arg-type]


def mains(items: tuple[PlanItem, ...]) -> list[PlanItem]:
    return [item for item in items if item.reason is not Reason.VARIANT]


def test_every_seat_gets_its_number_of_questions_in_order() -> None:
    chosen = mains(plan())
    assert [item.interviewer_id for item in chosen] == (
        ["technical"] * 4 + ["behavioral"] * 3 + ["hr"] * 3
    )
    assert [item.slot for item in chosen] == list(range(10))


@pytest.mark.parametrize("family", ["backend", "frontend", "ai", "data", "product", "general"])
def test_technical_questions_are_of_the_family_and_level(family: str) -> None:
    for level in (1, 2, 3):
        chosen = [i for i in mains(plan(family=family, level=level)) if i.slot < 4]
        for item in chosen:
            assert family in BY_KEY[item.question_key].families
        assert sum(item.level == level for item in chosen) >= 3


def test_difficulty_changes_every_technical_question() -> None:
    easy, hard = ({i.question_key for i in plan(level=n) if i.slot < 4} for n in (1, 3))
    assert {BY_KEY[key].level for key in easy} <= {1, 2}
    assert {BY_KEY[key].level for key in hard} <= {2, 3}


def seat(id: str, stage: str, count: int, *competencies: str) -> Seat:
    return Seat(id, stage, competencies, count)


PANELS = {
    "seeded": SEATS,
    "one": SEATS[:1],
    "two": SEATS[::2],
    "five": (
        *SEATS,
        seat("architect", "technical", 3, "design", "diagnosis"),
        seat("lead", "behavioral", 2, "leadership", "ownership"),
    ),
}


@pytest.mark.parametrize("panel", PANELS)
def test_five_to_eight_competencies_are_spread_over_the_panel(panel: str) -> None:
    """For every family and difficulty; a panel that can reach fewer reaches all it can."""
    seats = PANELS[panel]
    reachable = {key for entry in seats for key in entry.competencies}
    least = min(5, sum(entry.question_count for entry in seats), len(reachable))
    seeds = range(20) if panel == "seeded" else range(5)
    for family, level, seed in product(Family.values, (1, 2, 3), seeds):
        chosen = mains(plan(seats=seats, family=family, level=level, seed=seed))
        where = (panel, family, level, seed)
        assert least <= len({item.competency for item in chosen}) <= 8, where
        for entry in seats:
            own = [i for i in chosen if i.interviewer_id == entry.interviewer_id]
            assert len(own) == entry.question_count, where
            assert {item.competency for item in own} <= set(entry.competencies), where
        assert all(abs(item.level - level) <= 1 for item in chosen), where


def test_the_competencies_of_a_plan_stay_few_whatever_the_resume_names() -> None:
    for seed in range(50):
        items = plan(seed=seed, skills=["Redis", "Kafka"], projects=["Atlas"], job_skills=["Kafka"])
        assert 5 <= len({item.competency for item in mains(items)}) <= 8


def test_the_last_interviewer_ends_with_the_candidates_own_questions() -> None:
    assert BY_KEY[mains(plan())[-1].question_key].topic == "their-questions"


def test_every_question_of_the_bank_comes_up_with_the_panel_that_is_there() -> None:
    """But for the introduction, which belongs to who opens, and the templates."""
    asked = {
        item.question_key
        for family, level, seed in product(Family.values, (1, 2, 3), range(48))
        for item in mains(plan(family=family, level=level, seed=seed))
    }
    plain = {e.key for e in BANK if not e.subject and e.topic != "introduction"}
    assert plain - asked == set()


def test_practical_matters_come_late_and_one_at_most() -> None:
    late = {"notice-period", "salary-expectations", "gaps"}
    for seed in range(30):
        topics = [BY_KEY[item.question_key].topic for item in mains(plan(seed=seed))]
        assert len(late & set(topics)) <= 1
        assert not late & set(topics[:8])


def test_only_who_opens_asks_for_an_introduction() -> None:
    topics = [BY_KEY[item.question_key].topic for item in plan()]
    assert "introduction" not in topics
    alone = plan(seats=[SEATS[2]])
    assert BY_KEY[alone[0].question_key].topic == "introduction"


def test_a_project_of_the_resume_is_asked_about_by_name() -> None:
    items = plan(projects=["订单中台", "对账系统"])
    named = [item for item in mains(items) if item.reason is Reason.RESUME_PROJECT]
    assert [item.subject for item in named] == ["订单中台", "对账系统"]
    assert named[0].slot == 0


def test_skills_claimed_and_asked_for_come_first() -> None:
    more = {"skills": ["MySQL", "Redis", "Kafka"], "job_skills": ["Kafka", "Redis", "Spark"]}
    items = mains(plan(projects=["Atlas"], **more))
    assert [(item.reason, item.mention) for item in items[:3]] == [
        (Reason.BOTH, "Kafka"),
        (Reason.BOTH, "Redis"),
        (Reason.RESUME_PROJECT, "Atlas"),
    ]
    for item in items[:2]:
        entry = BY_KEY[item.question_key]
        assert item.mention.casefold() in entry.skills or item.subject == item.mention
    assert [item.reason for item in items[3:4]] == [Reason.ROLE]


def test_a_third_thing_that_both_name_comes_before_what_only_the_job_names() -> None:
    both = ["Redis", "Kafka", "Kubernetes"]
    items = mains(plan(skills=both, job_skills=both, job_topics=[("rate-limit", "限流")]))
    assert [(item.reason, item.mention) for item in items[:3]] == [
        (Reason.BOTH, skill) for skill in both
    ]
    assert items[3].reason is Reason.JOB_TOPIC


@pytest.mark.parametrize(
    ("skill", "position", "never"),
    [
        ("数据分析", "高级数据分析师", {"skill-adoption", "skill-when-not"}),
        ("Software Testing", "QA lead", {"skill-adoption", "skill-when-not"}),
        ("Cobol", "Cobol developer", {"skill-adoption"}),
        ("Linux", "高级信息安全工程师", {"skill-adoption", "skill-when-not"}),
        ("SQL", "高级产品经理", {"skill-adoption", "skill-when-not"}),
        ("stakeholder management", "Office clerk", {"skill-adoption", "skill-when-not"}),
    ],
)
def test_nobody_is_asked_how_to_take_up_what_they_work_as(
    skill: str, position: str, never: set[str]
) -> None:
    topics: set[str] = set()
    for level, seed in product((1, 2, 3), range(4)):
        made = plan(family="general", level=level, skills=(skill,), position=position, seed=seed)
        topics |= {BY_KEY[item.question_key].topic for item in made if item.subject}
    assert topics
    assert never.isdisjoint(topics)
    trade = ("customer success",)
    items = plan(family="general", skills=trade, position="Customer Success Manager")
    assert not any(item.subject in trade for item in items)
    kinds = ("SaaS", "WMS")
    items = plan(family="product", skills=kinds, position="高级产品经理（B 端 SaaS）", level=3)
    assert not any(item.subject in kinds for item in items)
    assert "SaaS" in {item.mention for item in items}
    tool = plan(family="general", level=3, skills=("Cobol",), position="Office clerk")
    assert "skill-adoption" in {BY_KEY[item.question_key].topic for item in tool}


ONE_STORY = (
    {"prioritising", "priorities"},
    {"correcting-mistakes", "mistake", "failure"},
    {"taking-the-lead", "influence"},
    {"achievement", "representative-work", "project-own-part"},
    {"representative-work", "project-walkthrough"},
    {"conflict-peer", "project-conflict", "mediating"},
    {"building-from-zero", "first-months"},
)


def test_no_two_questions_of_an_interview_ask_for_the_same_story() -> None:
    claims: tuple[dict[str, object], ...] = (
        {},
        {"projects": ("A", "B"), "skills": ("Redis", "Python")},
    )
    for family, level, seed, more in product(("general", "backend"), (1, 2, 3), range(3), claims):
        asked = plan(family=family, level=level, seed=seed, **more)
        slots = {(BY_KEY[item.question_key].topic, item.slot) for item in asked}
        for kin in ONE_STORY:
            assert len({slot for topic, slot in slots if topic in kin}) <= 1, (family, level, seed)


def test_what_only_one_side_names_comes_after_what_both_name() -> None:
    items = mains(plan(skills=["MySQL", "Redis"], job_skills=["Redis"]))
    named = [(item.reason, item.mention) for item in items if item.mention]
    assert named == [(Reason.BOTH, "Redis"), (Reason.RESUME_SKILL, "MySQL")]
    both = mains(plan(skills=["MySQL"], projects=["Atlas"], job_skills=["Kafka"]))
    assert [i.reason for i in both if i.mention][:2] == [Reason.RESUME_PROJECT, Reason.JOB_SKILL]


def test_a_skill_nobody_has_a_question_for_gets_a_template() -> None:
    items = mains(plan(skills=["Zig"]))
    named = [item for item in items if item.subject == "Zig"]
    assert len(named) == 1
    assert BY_KEY[named[0].question_key].subject == "skill"


@pytest.mark.parametrize("family", sorted(Family.values))
def test_four_interviews_in_a_row_share_no_question(family: str) -> None:
    """Whatever level was asked in the end, with and without a résumé."""
    claims = {"skills": ["Redis", "React", "Zig"], "projects": ["Atlas"], "job_skills": ["Redis"]}
    for level, more in product((1, 2, 3), ({}, claims)):
        asked: list[frozenset[str]] = []
        for seed in range(5):
            avoid = frozenset[str]().union(*asked[-3:])
            items = plan(family=family, level=level, seed=seed, avoid=avoid, **more)
            assert len({item.slot for item in items}) == 10
            assert not any(item.again for item in items), (level, seed)
            random = Random(seed)
            slots = [[i.question_key for i in items if i.slot == slot] for slot in range(10)]
            asked.append(frozenset(random.choice(keys) for keys in slots))


def test_where_the_bank_has_no_other_a_question_comes_again_and_says_so() -> None:
    first = plan(bank=BANK[:0])
    assert first == ()
    few = [BY_KEY[item.question_key] for item in mains(plan(seed=1))]
    items = mains(plan(bank=few, avoid=frozenset(entry.key for entry in few)))
    assert len(items) == 10
    assert all(item.again for item in items)
    mixed = mains(plan(bank=few, avoid=frozenset([few[0].key])))
    assert [item.again for item in mixed].count(True) == 1


def test_the_same_arguments_give_the_same_plan_and_another_seed_another() -> None:
    assert plan(seed=7) == plan(seed=7)
    assert plan(seed=7) != plan(seed=8)


@given(
    st.sampled_from(["backend", "frontend", "ai", "data", "product", "general", "qa"]),
    st.integers(1, 3),
    st.integers(0, 10_000),
    st.lists(st.sampled_from(["Redis", "React", "Spark", "Zig", "Excel"]), unique=True),
    st.lists(st.sampled_from(["订单中台", "Atlas"]), unique=True),
)
@settings(max_examples=60, deadline=None)
def test_no_question_stands_twice_in_a_plan(
    family: str, level: int, seed: int, skills: list[str], projects: list[str]
) -> None:
    items = plan(family=family, level=level, seed=seed, skills=skills, projects=projects)
    keys = [item.question_key for item in items]
    assert len(set(keys)) == len(keys)
    topics = [BY_KEY[i.question_key].topic for i in mains(items) if not i.subject]
    assert len(set(topics)) == len(topics)
    assert len(mains(items)) == 10


@pytest.mark.parametrize(
    ("text", "language"), [("AI应用工程师", "zh"), ("Engineer", "en"), ("42", "zh"), ("", "zh")]
)
def test_the_script_of_the_position_tells_the_language(text: str, language: str) -> None:
    assert script_language(text) == language


def test_levels_and_families_of_the_bank_hold_what_plans_need() -> None:
    for family, level in product(
        ("backend", "frontend", "ai", "data", "product", "general"), (1, 2, 3)
    ):
        own = [
            e
            for e in BANK
            if family in e.families
            and e.level == level
            and e.stage == "technical"
            and not e.subject
        ]
        assert len(own) >= 3, (family, level)


@pytest.mark.parametrize("position", ["数据分析师", "Data Analyst"])
def test_who_analyses_data_is_not_asked_to_train_models(position: str) -> None:
    unfit = unfit_topics(position)
    fitting = [entry for entry in BANK if entry.topic not in unfit]
    for level in (1, 2, 3):
        items = plan(family="ds", level=level, bank=fitting)
        assert len(mains(items)) == len(mains(plan(family="ds", level=level)))
        assert "ds" in {
            family
            for i in mains(items)
            for family in next(e for e in BANK if e.key == i.question_key).families
        }
    assert unfit_topics(position, skills=["机器学习"]) == frozenset()
    assert unfit_topics("Data Scientist") == frozenset()


@pytest.mark.parametrize(
    ("position", "resume"),
    [
        ("前端开发工程师（应届）", ""),
        ("Graduate Engineer", ""),
        ("会计", "周小禾\n应届毕业生，求职意向：会计\n2025.07-2025.10 某公司 实习生"),
        ("Accountant", "Ann Lee\nBA, expected 2027\nSummer job at a bakery"),
    ],
)
def test_who_looks_for_a_first_job_is_not_asked_why_they_leave_one(
    position: str, resume: str
) -> None:
    unfit = unfit_topics(position, resume=resume)
    assert {"leaving", "notice-period"} <= unfit
    fitting = [entry for entry in BANK if entry.topic not in unfit]
    for level in (1, 2, 3):
        items = plan(family="general", level=level, bank=fitting)
        assert len(mains(items)) == len(mains(plan(family="general", level=level)))


def test_who_has_worked_may_be_asked_why_they_leave() -> None:
    past = "沈某\n会计，九年经验\n" + "2016 年至今 某公司 会计\n" * 40 + "带过两名应届生"
    assert unfit_topics("会计", resume=past) == frozenset()


def test_two_questions_an_operator_wrote_on_one_subject_are_both_asked() -> None:
    own = tuple(
        BankEntry(f"privacy-{name}", "privacy", "technical", ("general",), level, "privacy", (), "")
        for name, level in (("export", 2), ("leak", 3))
    )
    seat = Seat("privacy", "technical", ("privacy",), 2)
    made = mains(plan(seats=(seat, *SEATS), bank=(*own, *BANK), level=3))
    assert {i.question_key for i in made if i.interviewer_id == "privacy"} == {e.key for e in own}


@pytest.mark.parametrize("sides", [("skills", "job_skills"), ("skills",), ("job_skills",)])
@pytest.mark.parametrize("skill", ["Kafka", "Airflow", "dbt"])
def test_what_is_named_is_asked_about_at_every_level(skill: str, sides: tuple[str, ...]) -> None:
    items = plan(family="data", **dict.fromkeys(sides, (skill,)))
    ((slot, level),) = [(i.slot, i.level) for i in mains(items) if i.mention]
    for item in (i for i in items if i.slot == slot and i.level != level):
        assert skill.casefold() in BY_KEY[item.question_key].skills


def test_nobody_of_another_trade_is_asked_for_the_unusual_cases_of_their_tool() -> None:
    for seed in range(12):
        for item in plan(family="general", skills=("Canva",), seed=seed):
            assert BY_KEY[item.question_key].topic not in ("skill-quality", "skill-when-not")


def test_the_difficulty_can_step_from_nearly_every_question() -> None:
    """A slot without a question at the next level would keep who answers well, or badly, where they are."""
    steps = missing = 0
    for family, level, seed in product(Family.values, (1, 2, 3), range(5)):
        items = plan(family=family, level=level, seed=seed)
        reached: dict[int, set[int]] = {}
        for item in items:
            if BY_KEY[item.question_key].topic not in ("introduction", "their-questions"):
                reached.setdefault(item.slot, set()).add(item.level)
        wanted = {n for n in (level - 1, level, level + 1) if 1 <= n <= 3}
        steps += len(wanted) * len(reached)
        missing += sum(len(wanted - levels) for levels in reached.values())
        assert len({item.competency for item in items}) <= 8, (family, level, seed)
    assert missing <= steps / 50
