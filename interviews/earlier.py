"""Which earlier question a candidate's message is about: one that corrects or completes an answer, puts a
figure right, or takes up again what was asked there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from interviewers.engines.base import Aside, MessageKind
from interviewers.engines.builtin.reading.asked import sentences
from interviewers.engines.builtin.reading.corrected import (
    figures_put_right,
    is_of_figures,
    kinds_of_figure,
    only_corrects,
    puts_figure,
    revised,
    revises,
    tells_a_figure,
    tells_figure,
)
from interviewers.engines.builtin.reading.text import fold, specific, terms
from interviewgpt.expressions import expression
from interviews.asides import Request, amended_number, amends_by_name
from interviews.models import Interview, Message, PlannedQuestion, PlanState, SenderType
from interviews.returning import returned_to, returns_by_place
from interviews.vague import asks_for_figures

__all__ = [
    "amendment",
    "goes_back",
    "mends_before",
    "put_right",
    "question_before",
    "question_named",
    "question_returned_to",
]

_BRIEF = 200
"""Characters; who says more has not only put something right."""
_LOOKED_BACK = 40
"""Messages, in which a figure is looked for that is put right."""
_TAKES_UP = expression(
    r"\s*(?:哦|嗯|啊|对了|不好意思|还有|另外|至于|关于|说到|，|,)*(?![我你您他她它这那如要])(?P<topic>[\u4e00-\u9fff]{2,6}?)(?:的话|方面|这块|那块|那一步|那部分)[，,、：:]|"
    r"\s*(?:嗯|哦|对了|不好意思|我|想|再|先|，|,){0,4}(?:回到|说回)(?P<place>[\u4e00-\u9fff]{2,6}?)(?:那块|那边|那部分)[，,：:]|"
    r"\s*(?:(?:oh|and|also|so|well|sorry|if i (?:may|can)|let me|as i|to)[, ]+){0,3}(?:(?:going|coming|go|come) back|(?:circling|returning|return)(?: back)?) to (?:the )?(?P<matter>[a-z][a-z -]{3,24}?)[,:]|"
    r"\s*(?:(?:oh|and|also|so|well|sorry)[, ]+)*(?:as (?:for|to)|about|regarding) (?:the )?(?P<theme>[a-z][a-z -]{3,24}?)[,:]",
    re.IGNORECASE,
)
"""Names first what it is that one comes to speak of."""


def amendment(interview: Interview, certain: bool, telling: bool, content: str) -> Request | None:
    """What words that seem to correct an earlier answer come to: see `asides.amends`."""
    before = question_before(interview, amended_number(content))
    if before is None:
        return None
    if not certain and question_named(interview, content) is None:
        answers = Message.objects.filter(planned_id=interview.open_id, sender_type=SenderType.USER)
        # With more said on the open question, that is the last one; and so it is to who answers it.
        if answers.exists() or (
            returns_by_place(content)
            and (_was_spoken_of(interview) or _is_of_open(interview, content, before))
        ):
            return None
    return Request.AMEND if telling else Request.BACK


def put_right(interview: Interview, content: str) -> int | None:
    """The question left behind on which something was told, a figure mostly, that ``content`` puts right, and
    nothing else; None where it was told on the open one."""
    brief = _BRIEF // 2 if content.isascii() else _BRIEF // 4
    figures = figures_put_right(content) if len(content) <= brief else None
    figure = puts_figure(content)
    renewed = len(content) <= brief and (figure or only_corrects(content))
    # Whoever is asked how many tells that, and puts nothing right.
    in_place = revises(content) and not asks_for_figures(_last(interview))
    if figures is None and not renewed and not in_place:
        return None
    said = Message.objects.filter(
        interview_id=interview.pk, sender_type=SenderType.USER, planned_id__isnull=False
    )
    rows = said.order_by("-pk").values_list("planned_id", "content")[:_LOOKED_BACK]
    if figures is not None:
        places = [key for key, line in rows if tells_figure(line, figures[1])]
    elif renewed:
        # Without the old one: what it was a figure of tells where it was told, else it was the last
        # of its kind.
        words, kinds = _specific(content), kinds_of_figure(content)
        lines = [
            (len(words & _specific(t)), bool(kinds & kinds_of_figure(t)), key)
            for key, t in rows
            if tells_a_figure(t) or not figure
        ]
        places = [max(lines, key=lambda line: line[:2])[2]] if lines else []
    else:
        places = [key for key, line in rows if revised(content, [line])]
    place = next(iter(places), None)
    return None if place == interview.open_id else place


def _last(interview: Interview) -> str:
    """What was said last."""
    line = Message.objects.filter(pk=interview.last_message_id or 0)
    return "".join(line.values_list("content", flat=True))


def _specific(text: str) -> frozenset[str]:
    """The words of a text that say what it is about: no figure, and nothing that any figure is of."""
    said = specific(terms(fold(text)))
    return frozenset(t for t in said if not (t.isdecimal() or is_of_figures(t)))


def question_before(interview: Interview, number: int | None = None) -> int | None:
    """The question that was on the table before the open one, or the one that was asked as the
    ``number``th, counted from 1, and is no longer open."""
    left = PlannedQuestion.objects.filter(
        interview_id=interview.pk, state__in=(PlanState.DONE, PlanState.SKIPPED)
    ).exclude(pk=interview.open_id or 0)
    if number is not None:
        left = left.filter(slot=number - 1)
    return left.order_by("-slot").values_list("pk", flat=True).first()


def question_named(interview: Interview, content: str) -> int | None:
    """The question left behind that the first sentence of ``content`` names by a word of what was said on
    it, the last of several: "can I add to the one about the reports?"; None for none, and for the open one."""
    if not amends_by_name(content):
        return None
    named = _specific(next(iter(sentences(content)), "")[:_BRIEF])
    said = Message.objects.filter(
        interview_id=interview.pk, sender_type=SenderType.USER, planned_id__isnull=False
    )
    lines = [*said.order_by("-pk").values_list("planned_id", "content")[:_LOOKED_BACK]]
    shared = [(len(named & _specific(line)), key) for key, line in lines]
    most, place = max(shared, key=lambda entry: entry[0], default=(0, None))
    return place if most and place != interview.open_id else None


def question_returned_to(interview: Interview, content: str) -> int | None:
    """The question left behind that ``content`` begins by naming by what it was about, the last of several,
    and goes on about; None for none, where the open one is about that too, has been put again or hinted at,
    or is what the rest answers."""
    theme, rest = returned_to(content) or ("", "")
    words = _specific(theme)
    if not words or len(rest) < _GOES_ON or _was_spoken_of(interview):
        return None
    rows = PlannedQuestion.objects.filter(interview_id=interview.pk, state__in=_ASKED)
    texts = {
        key: f"{text} {reference}"
        for key, text, reference in rows.order_by("slot").values_list(
            "pk", "spec__text", "spec__reference"
        )
    }
    said = Message.objects.filter(interview_id=interview.pk, planned_id__in=texts)
    for key, line in said.values_list("planned_id", "content"):
        texts[key] += f" {line}"
    shared = {key: len(words & _specific(text)) for key, text in texts.items()}
    here = shared.pop(interview.open_id or 0, 0)
    most = max(shared.values(), default=0)
    places = [key for key, count in shared.items() if count == most]
    if here or not most or _is_of_open(interview, rest, places[-1], more=1):
        return None
    return places[-1]


def _was_spoken_of(interview: Interview) -> bool:
    """Whether the panel has said more on the open question than to put it and to ask on: again, or a hint, say."""
    lines = Message.objects.filter(
        planned_id=interview.open_id, sender_type=SenderType.INTERVIEWER
    ).values_list("metadata", flat=True)
    of_others = (Aside.AMEND.value, Aside.BACK.value)
    put = [
        line
        for line in filter(None, lines)
        if line.get("kind") != MessageKind.FOLLOW_UP.value and line.get("aside") not in of_others
    ]
    return len(put) > 1


def _is_of_open(interview: Interview, said: str, other: int, *, more: int = 0) -> bool:
    """Whether something has at least as much, or by so many words ``more``, of what the open question is about
    and expects as of another and what was told there."""
    place = interview.open_id or 0
    rows = PlannedQuestion.objects.filter(pk__in=(place, other)).values_list("pk", "spec")
    texts: dict[int, str] = {key: _expected(spec) for key, spec in rows}
    told = Message.objects.filter(interview_id=interview.pk, planned_id=other)
    texts[other] = " ".join((texts.get(other, ""), *told.values_list("content", flat=True)))
    words = _specific(said)
    here, there = (len(words & _specific(texts.get(key, ""))) for key in (place, other))
    return 0 < here >= there + more


def mends_before(interview: Interview, said: str) -> bool:
    """Whether what is told in a contrast may put right what was told on the question before: it has more words of
    that than of the open question, or no words of this and, in a line, how it really was."""
    before = question_before(interview)
    if before is None:
        return False
    spec = PlannedQuestion.objects.values_list("spec", flat=True).get(pk=interview.open_id or 0)
    told = Message.objects.filter(
        interview_id=interview.pk, planned_id=before, sender_type=SenderType.USER
    )
    texts = _expected(spec), " ".join(told.values_list("content", flat=True))
    here, there = (len(_specific(said) & _specific(text)) for text in texts)
    brief = len(said) <= (_ONE_LINE if said.isascii() else _ONE_LINE // 3)
    return there > here or (here == 0 and brief and _REALLY.search(said) is not None)


_ONE_LINE = 90
"""Characters."""
_REALLY = expression(
    r"不对|应该是|其实|实际上?是|而是|\b(?:actually|really|rather|should have|to be fair|i meant)\b",
    re.IGNORECASE,
)


def _expected(spec: Mapping[str, Any]) -> str:
    """What a question is about, and what is expected of who answers it."""
    points = (" ".join((p["text"], *p["synonyms"])) for p in spec["points"])
    return " ".join((spec["text"], spec["reference"], *points))


_ASKED = (PlanState.OPEN, PlanState.DONE, PlanState.SKIPPED)
_GOES_ON = 4
"""Characters; with less only the wish to come back is said."""


def goes_back(interview: Interview, content: str) -> bool:
    """Whether ``content`` begins by naming a part of the question before ("止损的话，……") which the open one, on which
    nothing has been said yet, has no word of."""
    found = _TAKES_UP.match(content)
    topic = next(filter(None, found.groups()), "").casefold() if found else ""
    before = question_before(interview) if topic else None
    if before is None:
        return False
    asked = Message.objects.filter(
        interview_id=interview.pk, sender_type=SenderType.INTERVIEWER, planned_id=before
    )
    place = interview.open_id or 0
    rows = PlannedQuestion.objects.filter(pk__in=[before, place])
    texts = dict(rows.values_list("pk", "spec__text"))
    said = Message.objects.filter(planned_id=place, sender_type=SenderType.USER)
    if topic in texts.get(place, "").casefold() or said.exists():
        return False
    if found and (found["place"] or found["matter"]):
        rest = content[found.end() :]
        if _was_spoken_of(interview) or _is_of_open(interview, rest, before):
            return False
    lines = [texts.get(before, ""), *asked.values_list("content", flat=True)]
    return any(topic in line.casefold() for line in lines)
