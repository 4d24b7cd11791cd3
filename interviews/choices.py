"""How one question is chosen from the bank's index: by topic, skill, project or what is left. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

from interviewers.bank.index import BankEntry
from interviewgpt.expressions import expression
from interviews.bridges import asked_topics, is_about

__all__ = [
    "LAST_TOPIC",
    "LATE_TOPICS",
    "OPENING_TOPIC",
    "SPECIAL_TOPICS",
    "BankEntry",
    "Choice",
    "Desk",
    "Grade",
    "Reason",
    "Seat",
    "about_project",
    "about_skill",
    "about_topic",
    "has_template",
    "is_free",
    "next_best",
    "of_topic",
    "templates_for",
]

OPENING_TOPIC = "introduction"
LAST_TOPIC = "their-questions"
LATE_TOPICS = frozenset({"notice-period", "salary-expectations", "gaps"})
SPECIAL_TOPICS = frozenset({OPENING_TOPIC, LAST_TOPIC})
_KIN: tuple[frozenset[str], ...] = (
    frozenset({"prioritising", "priorities", "pressure", "limits"}),
    frozenset({"correcting-mistakes", "mistake", "failure"}),
    frozenset({"failure", "missed-deadline"}),
    frozenset({"missed-deadline", "reliability"}),
    frozenset({"new-tool", "quick-learning"}),
    frozenset({"new-tool", "skill-adoption"}),
    frozenset({"incomplete-information", "ambiguity"}),
    frozenset({"achievement", "representative-work", "project-own-part"}),
    frozenset({"representative-work", "project-walkthrough"}),
    frozenset({"taking-the-lead", "influence", "ownership"}),
    frozenset({"achievement", "taking-the-lead"}),
    frozenset({"conflict-peer", "conflict-manager", "project-conflict", "mediating"}),
    frozenset({"conflict-manager", "carrying-decisions"}),
    frozenset({"hard-feedback", "weaknesses", "reputation"}),
    frozenset({"strengths", "fit", "project-own-part"}),
    frozenset({"introduction", "career-thread"}),
    frozenset({"mentoring", "skill-helping-others"}),
    frozenset({"building-from-zero", "first-months"}),
    frozenset({"process-improvement", "outdated-rule"}),
    frozenset({"using-data", "analysing-decline"}),
    frozenset({"measuring-outcome", "project-impact"}),
    frozenset({"project-key-decision", "skill-when-not"}),
    frozenset({"project-hard-problem", "skill-trouble"}),
    frozenset({"quality", "skill-quality", "standards"}),
    frozenset({"method", "skill-recent-use"}),
)
"""Topics that ask for the same story: who has told it to one interviewer has nothing new for another."""
_TO_TAKE_UP, _TO_DO_WITHOUT, _TO_BUILD_WITH = "skill-adoption", "skill-when-not", "skill-quality"
_OF_BUILDERS = frozenset({_TO_DO_WITHOUT, _TO_BUILD_WITH})
"""Topics of templates on a skill as a thing that one takes up, or does without, or that others take over what was
built with it."""
_FIELD = expression(
    r"(?:分析|测试|开发|管理|运营|设计|维护|建模|学习|统计学?|策划|研究|服务|销售|营销|写作)$|"
    r"\b(?:analy(?:sis|tics)|testing|development|management|operations|design|maintenance|model(?:l)?ing|learning|statistics|"
    r"planning|research|service|sales|marketing|writing|engineering)$|"
    r"^(?:linux|unix|windows|mac ?os|git|http|tcp/ip|sql|json|xml|api|shell|bash|javascript|html5?|css3?|excel|word|office|email|英语|英文|日语|普通话|english|french|german|spanish|mandarin)$"
)
"""How the name of a field of work ends, which nobody chooses as one does a tool, and what any team has, or no
team would take up."""


_PRODUCT = expression("saas|b2[bc]|erp|crm|wms|tms|mes|srm|oa系统")
"""What kind of product something is: whoever makes one does not use it as a tool."""


class Reason(StrEnum):
    """Why an item is in the plan."""

    BOTH = "both"
    RESUME_PROJECT = "resume_project"
    RESUME_SKILL = "resume_skill"
    JOB_SKILL = "job_skill"
    JOB_TOPIC = "job_topic"
    RESUME_TOPIC = "resume_topic"
    ROLE = "role"
    STAGE = "stage"
    VARIANT = "variant"


class Grade(IntEnum):
    """How closely a question of a skill is about it."""

    ABOUT = 1
    TEMPLATE = 2
    HELPED = 3


@dataclass(frozen=True, slots=True)
class Seat:
    """An interviewer of the panel with what they are to cover."""

    interviewer_id: str
    stage: str
    competencies: tuple[str, ...]
    question_count: int


@dataclass(slots=True)
class Desk:
    """What is shared while one plan is made."""

    bank: Sequence[BankEntry]
    family: str
    level: int
    avoid: frozenset[str]
    position: str = ""
    used_keys: set[str] = field(default_factory=set)
    used_topics: set[str] = field(default_factory=set)
    used_subjects: set[str] = field(default_factory=set)
    competencies: set[str] = field(default_factory=set)
    asked_for: set[str] = field(default_factory=set)
    """Topics in the plan, those of templates among them: these may be asked about another subject."""
    templated: bool = False
    """Whether a template on a skill is in the plan."""

    def has_kin(self, topic: str, instead_of: str = "") -> bool:
        """Whether what a topic asks for is asked for by one of the plan already, but for the one in whose
        place it may be asked."""
        others = self.asked_for - {topic, instead_of}
        return any(topic in kin and not others.isdisjoint(kin) for kin in _KIN)

    def suits(self, template: BankEntry, skill: str) -> bool:
        """Whether a template can be asked about a skill: who works as a Python developer is not asked how
        to bring Python to a team, nor anybody when they would do without "data analysis", nor who wants to be
        a customer success manager what they last used "customer success" for, nor somebody of another trade
        for the unusual cases of their slides, or what they would take instead, nor a product manager what they use
        a kind of product for, nor anybody about the form in which texts or figures are written down."""
        said = skill.casefold()
        if said in _FORMS:
            return False
        named = re.search(
            rf"(?<![a-z0-9]){re.escape(said)}(?![a-z0-9+#])", self.position.casefold()
        )
        if self.family == "general" and named is None and template.topic in _OF_BUILDERS:
            return False
        # What has several words and no capital is no name of a tool.
        field = " " in skill and skill.islower()
        if (field and named) or (self.family == "product" and _PRODUCT.fullmatch(said)):
            return False
        if field or _FIELD.search(said):
            return template.topic not in (_TO_TAKE_UP, _TO_DO_WITHOUT)
        return named is None or template.topic != _TO_TAKE_UP


_FORMS = frozenset(("csv", "json", "xml", "yaml"))
"""What anything may be written down in."""


@dataclass(frozen=True, slots=True)
class Choice:
    entry: BankEntry
    reason: Reason
    mention: str = ""
    subject: str = ""


def is_free(desk: Desk, entry: BankEntry) -> bool:
    return entry.key not in desk.used_keys and entry.topic not in desk.used_topics


def of_topic(desk: Desk, pool: Sequence[BankEntry], topic: str) -> Choice | None:
    found = [entry for entry in pool if entry.topic == topic and is_free(desk, entry)]
    entry = min(found, key=lambda e: (e.key in desk.avoid, abs(e.level - desk.level)), default=None)
    return None if entry is None else Choice(entry, Reason.STAGE)


def _plain(pool: Sequence[BankEntry]) -> list[BankEntry]:
    return [entry for entry in pool if not entry.subject and entry.topic not in SPECIAL_TOPICS]


_Preference = tuple[bool, bool, bool, bool, bool, bool, bool, int, int]


def _preference(
    desk: Desk, covered: Sequence[str], share: int
) -> Callable[[BankEntry], _Preference]:
    """What entries are compared by. Least is best: within a level of the chosen one, not had
    lately, one practical matter at most, nothing like what the plan has, no competency beyond the seat's share unless the plan has
    it anyway, own family before general, a new competency as long as the share allows, the nearest
    level, the least covered.
    """
    counts = Counter(covered)
    full = len(counts) >= share
    late = LATE_TOPICS if not desk.used_topics.isdisjoint(LATE_TOPICS) else frozenset[str]()
    avoid, family, level, planned = desk.avoid, desk.family, desk.level, desk.competencies

    def of(entry: BankEntry) -> _Preference:
        distance = abs(entry.level - level)
        count = counts.get(entry.competency, 0)
        return (
            distance > 1,
            entry.key in avoid,
            entry.topic in late,
            desk.has_kin(entry.topic),
            full and entry.competency not in planned,
            family not in entry.families,
            (not count) if full else count > 0,
            distance,
            count,
        )

    return of


def next_best(
    desk: Desk, pool: Sequence[BankEntry], covered: Sequence[str], share: int
) -> Choice | None:
    """Another question of a topic only where there is no other topic left: an operator who writes three
    on one subject wants three asked."""
    plain = [entry for entry in _plain(pool) if entry.key not in desk.used_keys]
    free = [entry for entry in plain if is_free(desk, entry)] or plain
    entry = _preferred(desk, free, covered, share)
    if entry is None:
        return None
    own = desk.family in entry.families and entry.stage == "technical"
    return Choice(entry, Reason.ROLE if own else Reason.STAGE)


def _preferred(
    desk: Desk, entries: Sequence[BankEntry], covered: Sequence[str], share: int
) -> BankEntry | None:
    return min(entries, key=_preference(desk, covered, share), default=None)


def _template(
    desk: Desk, seat: Seat, pool: Sequence[BankEntry], kind: str, skill: str = ""
) -> BankEntry | None:
    found = [
        entry
        for entry in pool
        if entry.subject == kind
        and entry.stage == seat.stage
        and entry.key not in desk.used_keys
        and entry.key not in desk.avoid
        and (not skill or desk.suits(entry, skill))
    ]
    return min(
        found,
        key=lambda entry: (
            abs(entry.level - desk.level) > 1,
            desk.has_kin(entry.topic),
            abs(entry.level - desk.level),
        ),
        default=None,
    )


def templates_for(desk: Desk, seat: Seat, pool: Sequence[BankEntry], skill: str) -> int:
    """How many templates on a skill of a seat's suit this one."""
    own = [e for e in pool if e.subject == "skill" and e.stage == seat.stage]
    return sum(desk.suits(entry, skill) for entry in own)


def has_template(desk: Desk, seat: Seat, pool: Sequence[BankEntry], kind: str) -> bool:
    return _template(desk, seat, pool, kind) is not None


def about_project(
    desk: Desk, seat: Seat, pool: Sequence[BankEntry], projects: Sequence[str]
) -> Choice | None:
    """A project nobody of the panel asks about yet; the first one again where all are taken."""
    fresh = [name for name in projects if name not in desk.used_subjects]
    template = _template(desk, seat, pool, "project")
    if template is None or not projects:
        return None
    project = (fresh or list(projects))[0]
    desk.used_subjects.add(project)
    return Choice(template, Reason.RESUME_PROJECT, project, project)


def about_skill(
    desk: Desk,
    seat: Seat,
    pool: Sequence[BankEntry],
    skill: str,
    reason: Reason,
    most: Grade,
    covered: Sequence[str],
    share: int,
) -> Choice | None:
    """A question of the bank about the skill; a template for a claimed skill the bank does not
    know, or has nothing new about; in the last place a question that the skill helps with: as far as ``most``."""
    if skill in desk.used_subjects:
        return None
    known = _helped_by(desk, seat, pool, skill)
    about = [e for e in known if is_about(skill, e.key, e.topic)]
    near = [e for e in about if abs(e.level - desk.level) <= 1]
    entry, subject = _preferred(desk, near, covered, share), ""
    # What could be asked of any skill is asked of one; without a bank of the trade there is nothing else.
    templated = desk.family != "general" and desk.templated
    templated = templated or most < Grade.TEMPLATE or reason is Reason.JOB_SKILL
    if not (entry or templated) and seat.stage == "technical":
        entry, subject = _template(desk, seat, pool, "skill", skill), skill
        desk.templated = entry is not None
    if entry is None and most is Grade.HELPED:
        entry, subject = _preferred(desk, known, covered, share), ""
    if entry is None:
        return None
    desk.used_subjects.add(skill)
    return Choice(entry, reason, skill, subject)


def _helped_by(desk: Desk, seat: Seat, pool: Sequence[BankEntry], skill: str) -> list[BankEntry]:
    return [
        entry
        for entry in _plain(pool)
        if skill.casefold() in entry.skills
        and entry.stage == seat.stage
        and entry.key not in desk.avoid
        and is_free(desk, entry)
    ]


def about_topic(
    desk: Desk,
    seat: Seat,
    pool: Sequence[BankEntry],
    stem: str,
    said: str,
    reason: Reason,
    covered: Sequence[str],
    share: int,
) -> Choice | None:
    """A question on a subject the job description asks for, or the résumé tells of, unless the plan has one."""
    if any(topic.startswith(stem) or f"-{stem}" in topic for topic in desk.used_topics):
        return None
    if any(stem == known for name in desk.used_subjects for known, _ in asked_topics(name)):
        return None
    found = [
        entry
        for entry in _plain(pool)
        if (entry.topic.startswith(stem) or f"-{stem}" in entry.topic)
        and entry.stage == seat.stage
        and entry.key not in desk.avoid
        and abs(entry.level - desk.level) <= 1
        and is_free(desk, entry)
    ]
    entry = _preferred(desk, found, covered, share)
    return None if entry is None else Choice(entry, reason, said)
