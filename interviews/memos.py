"""What is passed on to the next interviewer, and what is looked back on at the end: the line somebody told
best, as it stands, and what is open."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from feedback.models import Assessment
from feedback.services import latest_assessments
from interviewers.engines.builtin.reading.standing import standing
from interviewers.engines.builtin.reading.text import fold
from interviewers.engines.builtin.speaking.invited import subjects
from interviewers.engines.builtin.stories.telling import tells_of_event
from interviewers.texts import texts
from interviewgpt.expressions import expression
from interviews.best_lines import Worth, best_line, lines_worth, worth
from interviews.conductor import STRONG
from interviews.models import Interview, PlannedQuestion, PlanState
from interviews.queries import supposes
from interviews.quoting import tells
from interviews.sitting import Memo
from interviews.taking_up import said_in

__all__ = ["load_closing", "memo_for"]

_NOTES = 3
_NOBODY: Mapping[int, Sequence[str]] = {}


def memo_for(
    interview: Interview,
    said: Sequence[str],
    heard: Mapping[int, Sequence[str]],
    *,
    between: bool,
    briefed: bool,
) -> Memo:
    """The whole memo ``between`` questions, when the floor has passed, else what colleagues have passed on
    where somebody is to be ``briefed`` with it: nothing of what is still to be answered."""
    if between:
        return _memo(interview, said, heard)
    current = interview.current_interviewer
    if not briefed or interview.panel[:1] == [current]:
        return Memo()
    passed = [a for a in _latest(interview) if a.interviewer_id != current]
    return Memo(_notes(passed, interview.language, standing(heard)))


def _latest(interview: Interview) -> list[Assessment]:
    """The judgements so far, the best first (one query)."""
    return sorted(latest_assessments(interview.pk).values(), key=lambda a: -a.score)


def _notes(
    latest: Sequence[Assessment], language: str, stands: Mapping[int, Sequence[str]]
) -> tuple[str, ...]:
    """What is established, by the candidate's words that stand, and what is open."""

    def name(assessment: Assessment) -> str:
        return texts().rubric(assessment.competency, language).name

    def quoted(assessment: Assessment) -> str:
        texts = stands.get(assessment.planned_id, [assessment.evidence])
        holds = any(assessment.evidence in text for text in texts)
        return assessment.evidence if holds else best_line(texts, language)

    established = [(a, q) for a in latest if a.level >= STRONG and a.evidence and (q := quoted(a))]
    lacking = [a for a in latest if a.missing and a.level < STRONG]
    notes = [f"+ {name(a)}: {quote}" for a, quote in established[:_NOTES]]
    for assessment in lacking[-_NOTES:]:
        points = ", ".join(point["text"] for point in assessment.missing[:2])
        notes.append(f"- {name(assessment)}: {points}")
    return tuple(notes)


def _memo(interview: Interview, said: Sequence[str], heard: Mapping[int, Sequence[str]]) -> Memo:
    """From the judgements so far. The quote is one that the interviewer just before has heard."""
    latest = _latest(interview)
    place = interview.panel.index(interview.current_interviewer)
    before = interview.panel[place - 1] if place else ""
    stands = standing(heard)
    notes = _notes(latest, interview.language, stands)
    # What somebody did is worth passing on however much the answer left open: it praises nothing.
    # A line of an answer that nothing of the question was heard in may be about anything.
    passed = [a for a in latest if a.interviewer_id == before and a.evidence and not a.unheard]
    memo = _told_well(passed, interview, notes, said, stands, least=_DEED)
    if not memo.quote or supposes(memo.quote, interview.language):
        # What a colleague has said back to them may be passed on as well, sooner than nothing, or than
        # what somebody would do.
        asked = [_QUOTED.sub(" ", line) for line in said]
        memo = _told_well(passed, interview, notes, asked, stands, least=_DEED)
    return memo if memo.quote else replace(memo, about=_subjects(interview, before) or memo.about)


def _subjects(interview: Interview, interviewer_id: str) -> str:
    """What of the résumé somebody has asked about, which says more than the name of a competency; "" for
    nothing (one query)."""
    asked = PlannedQuestion.objects.filter(
        interview_id=interview.pk, interviewer_id=interviewer_id, state=PlanState.DONE
    )
    named = asked.order_by("slot").values_list("spec__subject", flat=True)
    found = list(dict.fromkeys(filter(None, named)))[:_NAMED]
    quoted, tie = ("「{}」", "和") if interview.language == "zh" else ("“{}”", " and ")
    return tie.join(map(quoted.format, found))


_NAMED = 2


def load_closing(
    interview: Interview,
    said: Sequence[str] = (),
    heard: Mapping[int, Sequence[str]] = _NOBODY,
) -> Memo:
    """The one thing that is looked back on when the interview ends: something told well, and no
    weakness that was asked for, nor a question, nor what the panel has quoted in what it ``said``
    (one query)."""
    memo = _told_well(
        [
            a
            for a in _latest(interview)
            if a.level >= STRONG - 1
            and a.evidence
            and a.competency != _OF_ONESELF
            and not subjects(a.evidence)
        ],
        interview,
        said=said,
        stands=standing(heard),
    )
    # "I go running" is nothing that was done.
    return memo if not memo.quote or max(worth(memo.quote)[:2]) > 0 else replace(memo, quote="")


_QUOTED = expression("「[^「」]{1,200}」|“[^“”]{1,200}”")
_OF_ONESELF = "self-awareness"
_DEED: Worth = (0, 1, 1)


_PRELIMINARY = expression(
    "(?:待|干|做|当|教|工作|从业|负责)[了过]?[^，。；]{0,6}[\\d一二两三四五六七八九十几]+多?个?年(?!级|内|度|终|底|会)|(?:带|管|负责)(?:过|着|了)[^，。；]{0,8}(?:人|团队|小组|门店)(?:的(?:团队|小组))?$|"
    "^[我咱]?们?(?:一共|总共|通常|一般|平时|习惯|喜欢)|[我咱]们?(?:一共|总共)|^[^，。；]{0,4}(?:选|定|用)了一?[个种套款][^，。；]{0,6}的?(?:方案|办法|方法|方式|工具|框架|项目|目标|技术)$|"
    r"\b(?:i|we)(?: have|'ve| had|'d) (?:been|worked|taught|led|managed|run)\b|\bfor (?:\w+ ){0,2}years\b|\b(?:usually|generally|normally|typically|always|tend to|like to|in total|altogether)\b|"
    r"^(?:i|we) (?:teach|have|work|run|lead|manage|like|use)\b|^(?:i|we) (?:chose|picked|selected|used|decided on|went (?:for|with)) (?:an?|one|some|the (?:right|best))\b[^,;]{0,24}$|\bhave a (?:meeting|talk|look|call)\b",
    re.IGNORECASE,
)
"""How long, with how many, by what habit, or that something was chosen: what comes before the deed."""


def _told_well(
    established: Sequence[Assessment],
    interview: Interview,
    notes: Sequence[str] = (),
    said: Sequence[str] = (),
    stands: Mapping[int, Sequence[str]] = _NOBODY,
    least: Worth = (1, 0, 0),
) -> Memo:
    """A memo with the best line of the ``established`` answers that can be quoted, else with what the
    first of them is about; ``stands`` are the candidate's lines by question that stand, ``said`` the panel's, and
    ``least`` is how much a line of an answer that was not strong must be worth."""
    language = interview.language

    def quotable(quote: str) -> bool:
        # What anybody could have said is no memory of somebody; in Chinese "I" is mostly left out, and
        # what happened is somebody's own as well, as is a result with its figure.
        result, _, own = worth(quote)
        happened = language == "zh" and tells_of_event(fold(quote))
        return (own > 0 or happened or result > 1) and result >= 0 and tells(quote, language)

    def rank(told: tuple[Assessment, str]) -> tuple[bool, bool, bool, Worth, int]:
        # What happened is worth more than what one would do, and than how things are; of two lines worth
        # the same the one that says more, and in one answer the later one: what came of it is told last.
        quote = told[1]
        happened = worth(quote)[0] > 1 or not _PRELIMINARY.search(quote)
        return quote != "", not supposes(quote, language), happened, worth(quote), said_in(quote)

    texts_of = {a.planned_id: stands.get(a.planned_id) or [a.evidence] for a in established}
    quoted = [
        (a, piece)
        for a in established
        for text in texts_of[a.planned_id]
        for piece in [*filter(quotable, reversed(lines_worth(text, language, said))), ""]
        if a.level >= STRONG or (piece and worth(piece) >= least)
    ]
    best, quote = max(quoted, key=rank, default=(None, ""))
    about = texts().rubric(best.competency, language).name if best is not None else ""
    return Memo(tuple(notes), quote, about)
