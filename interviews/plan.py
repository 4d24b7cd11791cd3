"""The plan: who asks what, about which competency, at which level, and why. Pure.

The bank comes in as an index without texts; what comes out are keys and places.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from random import Random

__all__ = ["BankEntry", "PlanItem", "Reason", "Seat", "make_plan"]

MOST_COMPETENCIES = 8
"""So many competencies a plan spreads over, unless the panel has more members than that."""

_OPENING_TOPIC = "introduction"
_LAST_TOPIC = "their-questions"
_LATE_TOPICS = frozenset({"notice-period", "salary-expectations", "gaps"})
_SPECIAL_TOPICS = frozenset({_OPENING_TOPIC, _LAST_TOPIC})


class Reason(StrEnum):
    """Why an item is in the plan."""

    BOTH = "both"
    RESUME_PROJECT = "resume_project"
    RESUME_SKILL = "resume_skill"
    JOB_SKILL = "job_skill"
    ROLE = "role"
    STAGE = "stage"
    VARIANT = "variant"


@dataclass(frozen=True, slots=True)
class Seat:
    """An interviewer of the panel with what they are to cover."""

    interviewer_id: str
    stage: str
    competencies: tuple[str, ...]
    question_count: int


@dataclass(frozen=True, slots=True)
class BankEntry:
    """A question without its texts. ``subject`` is "", "skill" or "project" (a template)."""

    key: str
    competency: str
    stage: str
    families: tuple[str, ...]
    level: int
    topic: str
    skills: tuple[str, ...] = ()
    subject: str = ""


@dataclass(frozen=True, slots=True)
class PlanItem:
    """A planned question. ``mention`` is what of the résumé or the job description leads to it,
    ``subject`` what fills the template; both "" for none. ``again`` is whether the candidate has had
    the question lately: the bank has no other."""

    slot: int
    interviewer_id: str
    competency: str
    level: int
    question_key: str
    reason: Reason
    mention: str = ""
    subject: str = ""
    again: bool = False


@dataclass(slots=True)
class _Desk:
    """What is shared while one plan is made."""

    bank: Sequence[BankEntry]
    family: str
    level: int
    avoid: frozenset[str]
    used_keys: set[str] = field(default_factory=set)
    used_topics: set[str] = field(default_factory=set)
    used_subjects: set[str] = field(default_factory=set)
    competencies: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Choice:
    entry: BankEntry
    reason: Reason
    mention: str = ""
    subject: str = ""


def make_plan(
    *,
    seats: Sequence[Seat],
    bank: Sequence[BankEntry],
    family: str,
    level: int,
    skills: Sequence[str] = (),
    projects: Sequence[str] = (),
    job_skills: Sequence[str] = (),
    avoid: frozenset[str] = frozenset(),
    seed: int = 0,
) -> tuple[PlanItem, ...]:
    """Choose the questions of an interview.

    ``level`` is 1-3; every slot gets the chosen level where the bank has it, and variants one
    level up and down for the conductor to step to. ``skills`` and ``projects`` are named in the
    résumé, ``job_skills`` in the job description; what stands in both comes first. The questions
    spread over five to eight competencies, as far as there are that many. Keys in ``avoid`` are
    taken only where nothing else at most one level away is left. The same arguments give the same
    plan. A seat for which the bank has nothing gets no item.
    """
    shuffled = list(bank)
    Random(seed).shuffle(shuffled)
    desk = _Desk(shuffled, family, level, avoid)
    ranked = _ranked_skills(skills, job_skills)
    pools = [_pool(desk, seat) for seat in seats]
    chosen = [
        (place, choice)
        for place, (seat, share) in enumerate(zip(seats, _shares(seats), strict=True))
        for choice in _fill_seat(
            desk,
            seat,
            pools[place],
            share=share,
            opens=place == 0,
            ends=place == len(seats) - 1,
            skills=ranked,
            projects=projects,
        )
    ]
    items: list[PlanItem] = []
    for slot, (place, choice) in enumerate(chosen):
        variants = _variants(desk, pools[place], choice)
        items.extend(_item(desk, slot, seats[place], made) for made in (choice, *variants))
    return tuple(items)


def _shares(seats: Sequence[Seat]) -> list[int]:
    """How many competencies each seat spreads over: at least one, together at most
    `MOST_COMPETENCIES`, more to those with more questions (highest averages)."""
    shares = [1] * len(seats)

    def claim(place: int) -> float:
        most = min(seats[place].question_count, len(seats[place].competencies))
        return seats[place].question_count / shares[place] if shares[place] < most else 0.0

    while seats and sum(shares) < MOST_COMPETENCIES:
        neediest = max(range(len(seats)), key=claim)
        if not claim(neediest):
            break
        shares[neediest] += 1
    return shares


def _item(desk: _Desk, slot: int, seat: Seat, choice: _Choice) -> PlanItem:
    entry = choice.entry
    return PlanItem(
        slot,
        seat.interviewer_id,
        entry.competency,
        entry.level,
        entry.key,
        choice.reason,
        choice.mention,
        choice.subject,
        entry.key in desk.avoid,
    )


def _ranked_skills(resume: Sequence[str], job: Sequence[str]) -> tuple[tuple[str, Reason], ...]:
    wanted = {skill.casefold() for skill in job}
    claimed = {skill.casefold() for skill in resume}
    both = [(skill, Reason.BOTH) for skill in resume if skill.casefold() in wanted]
    own = [(skill, Reason.RESUME_SKILL) for skill in resume if skill.casefold() not in wanted]
    asked = [(skill, Reason.JOB_SKILL) for skill in job if skill.casefold() not in claimed]
    return (*both, *own, *asked)


def _fill_seat(
    desk: _Desk,
    seat: Seat,
    pool: Sequence[BankEntry],
    *,
    share: int,
    opens: bool,
    ends: bool,
    skills: tuple[tuple[str, Reason], ...],
    projects: Sequence[str],
) -> list[_Choice]:
    choices: list[_Choice] = []

    def take(choice: _Choice | None) -> None:
        if choice is None:
            return
        choices.append(choice)
        desk.competencies.add(choice.entry.competency)
        desk.used_keys.add(choice.entry.key)
        if not choice.subject:
            desk.used_topics.add(choice.entry.topic)

    def covered() -> list[str]:
        own = [*choices, *([closing] if closing else [])]
        return [choice.entry.competency for choice in own]

    closing = _of_topic(desk, pool, _LAST_TOPIC) if ends and seat.question_count > 1 else None
    room = seat.question_count - (1 if closing else 0)
    # Half of a seat's questions hang on the candidate's own things, one more where the job asks
    # for what they claim: the rest is for the role itself.
    personal = (room + 1) // 2
    if opens and room > 1:
        take(_of_topic(desk, pool, _OPENING_TOPIC))
    for skill, _ in (ranked for ranked in skills if ranked[1] is Reason.BOTH):
        if len(choices) < personal:
            take(_about_skill(desk, seat, pool, skill, Reason.BOTH, covered(), share))
    if len(choices) < room and (not choices or len(choices) < room - 1):
        take(_about_project(desk, seat, pool, projects))
    for skill, reason in skills:
        if len(choices) < personal:
            take(_about_skill(desk, seat, pool, skill, reason, covered(), share))
    while len(choices) < room:
        choice = _next_best(desk, pool, covered(), share)
        if choice is None:
            break
        take(choice)
    # Practical matters are nothing to begin with.
    choices.sort(key=lambda made: made.entry.topic in _LATE_TOPICS)
    take(closing)
    return choices


def _pool(desk: _Desk, seat: Seat) -> list[BankEntry]:
    """The questions this seat may ask: its competencies, the position's family, else general."""
    own = [entry for entry in desk.bank if entry.competency in seat.competencies]
    return [entry for entry in own if desk.family in entry.families or "general" in entry.families]


def _free(desk: _Desk, entry: BankEntry) -> bool:
    return entry.key not in desk.used_keys and entry.topic not in desk.used_topics


def _of_topic(desk: _Desk, pool: Sequence[BankEntry], topic: str) -> _Choice | None:
    found = [entry for entry in pool if entry.topic == topic and _free(desk, entry)]
    entry = min(found, key=lambda e: (e.key in desk.avoid, abs(e.level - desk.level)), default=None)
    return None if entry is None else _Choice(entry, Reason.STAGE)


def _plain(pool: Sequence[BankEntry]) -> list[BankEntry]:
    return [entry for entry in pool if not entry.subject and entry.topic not in _SPECIAL_TOPICS]


def _preference(
    desk: _Desk, entry: BankEntry, covered: Sequence[str], share: int
) -> tuple[bool, bool, bool, bool, bool, bool, int, int]:
    """Least is best: within a level of the chosen one, not had lately, one practical matter at
    most, no competency beyond the seat's share unless the plan has it anyway, own family before
    general, a new competency as long as the share allows, the nearest level, the least covered.
    """
    distance = abs(entry.level - desk.level)
    full = len(set(covered)) >= share
    return (
        distance > 1,
        entry.key in desk.avoid,
        entry.topic in _LATE_TOPICS and not desk.used_topics.isdisjoint(_LATE_TOPICS),
        full and entry.competency not in desk.competencies,
        desk.family not in entry.families,
        (entry.competency not in covered) if full else (entry.competency in covered),
        distance,
        covered.count(entry.competency),
    )


def _next_best(
    desk: _Desk, pool: Sequence[BankEntry], covered: Sequence[str], share: int
) -> _Choice | None:
    entry = min(
        (entry for entry in _plain(pool) if _free(desk, entry)),
        key=lambda e: _preference(desk, e, covered, share),
        default=None,
    )
    if entry is None:
        return None
    own = desk.family in entry.families and entry.stage == "technical"
    return _Choice(entry, Reason.ROLE if own else Reason.STAGE)


def _variants(desk: _Desk, pool: Sequence[BankEntry], choice: _Choice) -> list[_Choice]:
    """At each level next to the chosen one, a question of the same kind and competency."""
    entry = choice.entry
    if entry.topic in _SPECIAL_TOPICS:
        return []
    alike = [
        other
        for other in pool
        if other.competency == entry.competency
        and other.subject == entry.subject
        and other.stage == entry.stage
        and (desk.family in other.families) == (desk.family in entry.families)
        and other.topic not in _SPECIAL_TOPICS
        and other.key not in desk.avoid
    ]
    found: list[_Choice] = []
    for level in (desk.level - 1, desk.level + 1):
        variant = next((e for e in alike if e.level == level and _free(desk, e)), None)
        if level == entry.level or variant is None:
            continue
        fits = choice.mention.casefold() in variant.skills or bool(choice.subject)
        desk.used_keys.add(variant.key)
        if not choice.subject:
            desk.used_topics.add(variant.topic)
        found.append(
            _Choice(variant, Reason.VARIANT, choice.mention if fits else "", choice.subject)
        )
    return found


def _template(desk: _Desk, seat: Seat, pool: Sequence[BankEntry], kind: str) -> BankEntry | None:
    found = [
        entry
        for entry in pool
        if entry.subject == kind
        and entry.stage == seat.stage
        and entry.key not in desk.used_keys
        and entry.key not in desk.avoid
    ]
    return min(found, key=lambda entry: abs(entry.level - desk.level), default=None)


def _about_project(
    desk: _Desk, seat: Seat, pool: Sequence[BankEntry], projects: Sequence[str]
) -> _Choice | None:
    """A project nobody of the panel asks about yet; the first one again where all are taken."""
    fresh = [name for name in projects if name not in desk.used_subjects]
    template = _template(desk, seat, pool, "project")
    if template is None or not projects:
        return None
    project = (fresh or list(projects))[0]
    desk.used_subjects.add(project)
    return _Choice(template, Reason.RESUME_PROJECT, project, project)


def _about_skill(
    desk: _Desk,
    seat: Seat,
    pool: Sequence[BankEntry],
    skill: str,
    reason: Reason,
    covered: Sequence[str],
    share: int,
) -> _Choice | None:
    """A question of the bank on the skill; a template for a claimed skill the bank does not know,
    or has nothing new about."""
    if skill in desk.used_subjects:
        return None
    known = [
        entry
        for entry in _plain(pool)
        if skill.casefold() in entry.skills
        and entry.stage == seat.stage
        and entry.key not in desk.avoid
        and _free(desk, entry)
    ]
    entry = min(known, key=lambda e: _preference(desk, e, covered, share), default=None)
    subject = ""
    if entry is None and reason is not Reason.JOB_SKILL and seat.stage == "technical":
        entry, subject = _template(desk, seat, pool, "skill"), skill
    if entry is None:
        return None
    desk.used_subjects.add(skill)
    return _Choice(entry, reason, skill, subject)
