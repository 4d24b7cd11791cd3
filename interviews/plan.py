"""The plan: who asks what, about which competency, at which level, and why. Pure.

The bank comes in as an index without texts; what comes out are keys and places.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest
from random import Random

from interviews.bridges import is_about
from interviews.choices import (
    LAST_TOPIC,
    LATE_TOPICS,
    OPENING_TOPIC,
    SPECIAL_TOPICS,
    BankEntry,
    Choice,
    Desk,
    Grade,
    Reason,
    Seat,
    about_project,
    about_skill,
    about_topic,
    has_template,
    is_free,
    next_best,
    of_topic,
    templates_for,
)

__all__ = ["BankEntry", "PlanItem", "Reason", "Seat", "make_plan"]

MOST_COMPETENCIES = 8
"""So many competencies a plan spreads over, unless the panel has more members than that."""


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


def make_plan(
    *,
    seats: Sequence[Seat],
    bank: Sequence[BankEntry],
    family: str,
    level: int,
    skills: Sequence[str] = (),
    projects: Sequence[str] = (),
    alone: Collection[str] = (),
    job_skills: Sequence[str] = (),
    job_topics: Sequence[tuple[str, str]] = (),
    resume_topics: Sequence[tuple[str, str]] = (),
    avoid: frozenset[str] = frozenset(),
    position: str = "",
    seed: int = 0,
) -> tuple[PlanItem, ...]:
    """Choose the questions of an interview.

    ``level`` is 1-3; every slot gets the chosen level where the bank has it, and variants one
    level up and down for the conductor to step to. ``skills`` and ``projects`` are named in the
    résumé, ``job_skills`` in the job description; what stands in both comes first, in the order of the
    job, what stands in one of them after it, in turn. About projects in ``alone`` nobody asks what they did with others. ``job_topics``
    are subjects it asks for besides, as `bridges.asked_topics` finds them, ``resume_topics`` what the résumé tells of
    in the same way: with these at most half of what hangs on it is about tools. The questions
    spread over five to eight competencies, as far as there are that many. Keys in ``avoid`` are
    taken only where nothing else at most one level away is left; ``position`` is what it is called. The same arguments give the same
    plan. A seat for which the bank has nothing gets no item.
    """
    shuffled = list(bank)
    Random(seed).shuffle(shuffled)
    desk = Desk(shuffled, family, level, avoid, position)
    ranked = _ranked_skills(skills, job_skills)
    pools = [_pool(desk, seat) for seat in seats]
    own = [[p for p in projects if seat.stage == "technical" or p not in alone] for seat in seats]
    ask = [
        bool(own[place]) and has_template(desk, seat, pools[place], "project")
        for place, seat in enumerate(seats)
    ]
    chosen: list[tuple[int, Choice]] = []
    spread: list[int] = []
    for place, seat in enumerate(seats):
        own_choices = _fill_seat(
            desk,
            seat,
            pools[place],
            share=_shares(seats, spread)[place],
            opens=place == 0,
            ends=place == len(seats) - 1,
            skills=ranked,
            projects=own[place],
            yields=any(ask[place + 1 :]),
            topics=[
                *((*topic, Reason.JOB_TOPIC) for topic in job_topics),
                *((*topic, Reason.RESUME_TOPIC) for topic in resume_topics),
            ],
        )
        chosen.extend((place, choice) for choice in own_choices)
        spread.append(max(1, len({choice.entry.competency for choice in own_choices})))
    alike = [_variants(desk, pools[place], choice) for place, choice in chosen]
    items: list[PlanItem] = []
    for slot, ((place, choice), variants) in enumerate(zip(chosen, alike, strict=True)):
        made = (choice, *variants, *_stand_ins(desk, pools[place], choice, variants))
        items.extend(_item(desk, slot, seats[place], one) for one in made)
    return tuple(items)


def _shares(seats: Sequence[Seat], spread: Sequence[int]) -> list[int]:
    """How many competencies each seat spreads over: at least one, together at most
    `MOST_COMPETENCIES`, more to those with more questions (highest averages). The first ones have their
    questions already, about so many as ``spread`` says."""
    shares = [*spread, *[1] * (len(seats) - len(spread))]

    def claim(place: int) -> float:
        if place < len(spread):
            return 0.0
        most = min(seats[place].question_count, len(seats[place].competencies))
        return seats[place].question_count / shares[place] if shares[place] < most else 0.0

    while seats and sum(shares) < MOST_COMPETENCIES:
        neediest = max(range(len(seats)), key=claim)
        if not claim(neediest):
            break
        shares[neediest] += 1
    return shares


def _item(desk: Desk, slot: int, seat: Seat, choice: Choice) -> PlanItem:
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


_OF_SKILL = (Reason.BOTH, Reason.RESUME_SKILL, Reason.JOB_SKILL)


def _ranked_skills(resume: Sequence[str], job: Sequence[str]) -> tuple[tuple[str, Reason], ...]:
    """What both name, as the job ranks it, then what one side names in turn: the job first, whose needs a
    candidate has to meet whether they claim to or not, while a claim is also asked about by way of the projects."""
    wanted = {skill.casefold(): place for place, skill in reversed(list(enumerate(job)))}
    claimed = {skill.casefold() for skill in resume}
    shared = [skill for skill in resume if skill.casefold() in wanted]
    both = [(skill, Reason.BOTH) for skill in sorted(shared, key=lambda s: wanted[s.casefold()])]
    own = [(skill, Reason.RESUME_SKILL) for skill in resume if skill.casefold() not in wanted]
    asked = [(skill, Reason.JOB_SKILL) for skill in job if skill.casefold() not in claimed]
    in_turn = (skill for skill in chain(*zip_longest(asked, own)) if skill is not None)
    return (*both, *in_turn)


def _fill_seat(
    desk: Desk,
    seat: Seat,
    pool: Sequence[BankEntry],
    *,
    share: int,
    opens: bool,
    ends: bool,
    skills: tuple[tuple[str, Reason], ...],
    projects: Sequence[str],
    yields: bool,
    topics: Sequence[tuple[str, str, Reason]],
) -> list[Choice]:
    """``yields`` is whether a seat after this one asks about a project, so that this one may do without."""
    choices: list[Choice] = []

    def take(choice: Choice | None) -> bool:
        if choice is None:
            return False
        choices.append(choice)
        desk.competencies.add(choice.entry.competency)
        desk.used_keys.add(choice.entry.key)
        desk.asked_for.add(choice.entry.topic)
        if not choice.subject:
            desk.used_topics.add(choice.entry.topic)
        return True

    def covered() -> list[str]:
        own = [*choices, *([closing] if closing else [])]
        return [choice.entry.competency for choice in own]

    def offer(most: int, choose: Callable[..., Choice | None], *of: object) -> None:
        """Take a question if there are fewer than ``most``."""
        if len(choices) < most:
            take(choose(desk, seat, pool, *of, covered(), share))

    closing = of_topic(desk, pool, LAST_TOPIC) if ends and seat.question_count > 1 else None
    if closing is not None:
        # The plan has its competency, and more may be asked about it.
        desk.competencies.add(closing.entry.competency)
    room = seat.question_count - (1 if closing else 0)
    # Half of a seat's questions hang on what one side names, more where the job asks for what they claim.
    personal = (room + 1) // 2
    if opens and room > 1:
        take(of_topic(desk, pool, OPENING_TOPIC))
    told = False
    both = [skill for skill, reason in skills if reason is Reason.BOTH]
    for grade in Grade:
        names = [skill for skill in both if skill not in desk.used_subjects]
        if grade is Grade.TEMPLATE and desk.family == "general":
            # Without a bank of the trade each has a template: who suits few of them chooses first.
            names = names[: room - len(choices)]
            names.sort(key=lambda skill: templates_for(desk, seat, pool, skill))
        # Of what both name comes first what the bank asks about: a language, say, has often none.
        spared = grade is Grade.ABOUT and room > 1
        for skill in names:
            kept = spared and bool(projects) and not yields
            offer(room - kept, about_skill, skill, Reason.BOTH, grade)
        if not told and len(choices) < room - (spared and yields):
            told = take(about_project(desk, seat, pool, projects))
    for topic in topics:
        if topic[2] is Reason.RESUME_TOPIC:
            offer(personal // 2, about_topic, *topic)
    for skill, reason in skills:
        offer(personal, about_skill, skill, reason, Grade.HELPED)
    for topic in topics:
        offer(room, about_topic, *topic)
    while len(choices) < room:
        choice = next_best(desk, pool, covered(), share)
        if choice is None:
            break
        take(choice)
    # Practical matters are nothing to begin with.
    choices.sort(key=lambda made: made.entry.topic in LATE_TOPICS)
    take(closing)
    return choices


def _pool(desk: Desk, seat: Seat) -> list[BankEntry]:
    """The questions this seat may ask: its competencies, the position's family, else general."""
    own = [entry for entry in desk.bank if entry.competency in seat.competencies]
    return [entry for entry in own if desk.family in entry.families or "general" in entry.families]


def _variants(desk: Desk, pool: Sequence[BankEntry], choice: Choice) -> list[Choice]:
    """At each level next to the chosen one, a question of the same kind and competency; about the same skill
    where the job asks for it or the candidate claims it: who answers well would else hear of neither."""
    entry = choice.entry
    if entry.topic in SPECIAL_TOPICS:
        return []
    alike = [
        other
        for other in pool
        if other.competency == entry.competency
        and other.subject == entry.subject
        and other.stage == entry.stage
        and (desk.family in other.families) == (desk.family in entry.families)
        and other.topic not in SPECIAL_TOPICS
        and other.key not in desk.avoid
        and not desk.has_kin(other.topic, instead_of=entry.topic)
        and (choice.entry.subject != "skill" or desk.suits(other, choice.subject))
    ]
    if choice.mention and choice.reason in _OF_SKILL and not choice.subject:
        alike = [other for other in alike if choice.mention.casefold() in other.skills]
    found: list[Choice] = []
    for level in _next_to(desk, entry):
        variant = next((e for e in alike if e.level == level and is_free(desk, e)), None)
        if variant is None:
            continue
        fits = bool(choice.subject) or (
            choice.mention.casefold() in variant.skills and choice.reason in _OF_SKILL
        )
        desk.used_keys.add(variant.key)
        desk.asked_for.add(variant.topic)
        if not choice.subject:
            desk.used_topics.add(variant.topic)
        found.append(
            Choice(variant, Reason.VARIANT, choice.mention if fits else "", choice.subject)
        )
    return found


def _next_to(desk: Desk, entry: BankEntry) -> list[int]:
    """The levels of variants: next to the chosen one, but for the level of the question itself."""
    return [level for level in (desk.level - 1, desk.level + 1) if level != entry.level]


def _stand_ins(
    desk: Desk, pool: Sequence[BankEntry], choice: Choice, variants: Sequence[Choice]
) -> list[Choice]:
    """At each level next to the chosen one that has no variant, another question of the seat's, on something the
    plan has: the difficulty steps all the same. What hangs on something of the candidate's or the job's stays with it:
    for a skill that may be a question on something else of the plan, at the chosen level too where the bank asks
    about the skill at another one."""
    entry = choice.entry
    of_skill = bool(choice.mention) and choice.reason in _OF_SKILL
    if choice.subject or entry.topic in SPECIAL_TOPICS or (choice.mention and not of_skill):
        return []
    skill = choice.mention.casefold() if of_skill else ""
    levels = {entry.level, *(variant.entry.level for variant in variants)}
    found: list[Choice] = []
    for level in sorted(
        {desk.level, *_next_to(desk, entry)} if of_skill else _next_to(desk, entry)
    ):
        others = [
            other
            for other in pool
            if other.level == level
            and other.competency in desk.competencies
            and not other.subject
            and (not skill or skill in other.skills)
            and other.stage == entry.stage
            and other.topic not in SPECIAL_TOPICS | LATE_TOPICS
            and other.key not in desk.avoid
            and not desk.has_kin(other.topic, instead_of=entry.topic)
            and is_free(desk, other)
        ]
        if level in levels or not others:
            continue
        best = min(
            others,
            key=lambda other: (
                bool(skill) and not is_about(skill, other.key, other.topic),
                other.competency != entry.competency,
                (desk.family in other.families) != (desk.family in entry.families),
            ),
        )
        desk.used_keys.add(best.key)
        desk.used_topics.add(best.topic)
        desk.asked_for.add(best.topic)
        found.append(Choice(best, Reason.VARIANT, choice.mention))
    return found
