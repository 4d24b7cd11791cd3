"""From what a model writes about an interview to a report that says nothing unfounded.

Every strength and improvement rests on a judged question; quotes nobody said and numbers that are
not the server's go, with the sentence they stand in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, Field

from interviewers.engines.base import (
    AnswerFlag,
    AssessedItem,
    Conclusion,
    NextStep,
    PanelBrief,
    ReviewText,
    Usage,
)
from interviewers.engines.builtin.reporting import report, steps
from interviewers.engines.evidence import foreign_quotes, locate
from interviewers.engines.examples import example_blocks, examples
from interviewers.engines.grading import Said, json_object, validated
from interviewers.engines.prompting import Fence, directions
from interviewers.engines.propriety import is_improper, repeats, topics_of
from interviewgpt.expressions import expression
from interviewgpt.llm_terms import Shape

__all__ = ["Draft", "concluded", "data_blocks", "draft_shape"]

_MOST_ITEMS = 40
_MOST = 3
_PRAISED = 3
"""The lowest level a strength can rest on."""
_LONGEST = 1200

_WORDS = {
    "zh": {
        "practice": "这是练习反馈，不是录用决定。",
        "said": "你说过：「{quote}」",
        "gap": "",
        "replaced": "模型写的部分文字不合规则，已去掉或由程序改写。",
    },
    "en": {
        "practice": "This is feedback on practice, not a hiring decision.",
        "said": "You said: “{quote}”",
        "gap": " ",
        "replaced": "Some of what the model wrote broke the rules and was left out or replaced by the "
        "program.",
    },
}
_SENTENCE = expression(r"[^。！？!?\n]*?(?:[。！？!?]+[」』”\")）]*|\.(?=\s|$)[”\")]*|\n+|$)\s*")
_SCORE = expression(
    r"\d ?分(?![钟之布])|\d ?/ ?100\b|\bout of (?:5|10|100)\b|(?:得分|评分|总分|等级)[为是：: ]*\d"
    r"|\b(?:scored?|rated|rating|level)(?: of| is| at|:)? \d(?! cache)",
    re.IGNORECASE,
)


class Strength(BaseModel):
    item: int
    text: str
    quote: Said = ""


class Advice(BaseModel):
    """An improvement, a next step or a better answer, for one item."""

    item: int
    text: str


_NULL_IS_NONE = BeforeValidator(lambda value: [] if value is None else value)
Rows = Annotated[list[Advice], _NULL_IS_NONE]


class Draft(BaseModel):
    """What a model writes. Examples and next steps it leaves out, the built-in engine makes."""

    summary: str = Field(min_length=1)
    strengths: Annotated[list[Strength], _NULL_IS_NONE]
    improvements: Rows
    reviews: dict[str, str]
    better: Rows = []
    next_steps: Rows = []


def draft_shape(panel: PanelBrief, repair: Callable[[str], str]) -> Shape[Draft]:
    """The shape of a draft; one without a text for somebody who judged is no draft."""
    text, number = {"type": "string"}, {"type": "integer"}
    needed = [member.id for member in panel.panel if member.id in _shown(panel)]

    def rows(properties: dict[str, Any]) -> dict[str, Any]:
        return {"type": "array", "items": json_object(properties)}

    schema = json_object(
        {
            "summary": text,
            "strengths": rows({"item": number, "text": text, "quote": text}),
            "improvements": rows({"item": number, "text": text}),
            "reviews": json_object(dict.fromkeys(needed, text)),
            "better": rows({"item": number, "text": text}),
            "next_steps": rows({"item": number, "text": text}),
        }
    )

    def read(value: Any) -> Draft:
        draft = validated(Draft, value)
        known = _known(panel)
        if not _founded(draft.summary, known):
            raise ValueError("summary: nothing in it rests on the data")
        for member in needed:
            if not _founded(draft.reviews.get(member, ""), known):
                raise ValueError(f"reviews: there is none that rests on the data for {member}")
        return draft

    return Shape("feedback", schema, read, repair)


def data_blocks(panel: PanelBrief, fence: Fence) -> list[str]:
    """Everything the report may speak of."""
    with_items = _shown(panel)
    people = [f"{m.id}: {m.name}, {m.role}" for m in panel.panel if m.id in with_items]
    items = [
        f"[{number}] interviewer_id={item.interviewer_id} competency={item.competency_name} "
        f"level={item.level}/5\nquestion: {item.question[:300]}\n"
        f"anchor: {item.anchor[:300]}\ncovered: {'; '.join(item.covered)[:400]}\n"
        f"missing: {'; '.join(item.missing)[:400]}\nflags: {', '.join(item.flags)}\n"
        f"evidence: {item.evidence[:200]}"
        for number, item in enumerate(panel.items[:_MOST_ITEMS], start=1)
    ]
    return [
        fence.block("position", panel.position, 200),
        fence.block("panel", "\n".join(people), 2000),
        fence.block("items", "\n\n".join(items), 40_000),
        fence.block("unobserved", "; ".join(panel.unobserved), 1000),
        *example_blocks(panel, fence),
    ]


def concluded(draft: Draft, panel: PanelBrief, *, usage: Usage, prompt: str = "") -> Conclusion:
    """The report, with what is unfounded or not to be said left out. Interviewers who heard nothing
    say so; of those whose questions are beyond what a model is shown the built-in engine writes."""
    words = _WORDS[panel.language]
    reader = _Reader(panel)
    plain = report.conclude(panel)
    bare = {review.interviewer_id: review.content for review in plain.reviews}
    shown = _shown(panel)
    # Who was given orders may have obeyed: of those answers the built-in engine writes.
    ordered = {i.interviewer_id for i in panel.items if AnswerFlag.FORGED in i.flags}
    written = {
        member.id: reader.read(draft.reviews[member.id])
        for member in panel.panel
        if member.id in shown - ordered
    }
    summary = "" if ordered else reader.read(draft.summary)
    summary = f"{summary}{words['gap']}{words['practice']}" if summary else plain.summary
    strengths = _first(_strengths(draft, panel, reader))
    improvements = _first(
        f"{item.competency_name}{_colon(panel)}{text}"
        for entry in draft.improvements
        if (item := _item(panel, entry.item)) is not None and (text := reader.read(entry.text))
    )
    next_steps = _steps(draft, panel, reader)
    if reader.left_out:
        summary += words["gap"] + words["replaced"]
    return Conclusion(
        summary=summary,
        strengths=strengths,
        improvements=improvements,
        reviews=tuple(ReviewText(m.id, written.get(m.id) or bare[m.id]) for m in panel.panel),
        usage=usage,
        next_steps=next_steps,
        better=examples(((entry.item - 1, entry.text) for entry in draft.better), panel),
        prompt=prompt,
    )


def _first(texts: Iterable[str]) -> tuple[str, ...]:
    """The first few texts, none of them twice."""
    return tuple(dict.fromkeys(texts))[:_MOST]


def _shown(panel: PanelBrief) -> set[str]:
    """The interviewers of whose questions a model is shown something."""
    return {item.interviewer_id for item in panel.items[:_MOST_ITEMS]}


class _Reader:
    """Reads what a model wrote of ``panel``, and remembers whether something was not to be said: who
    the candidate is, whether to hire them, its directions or a reference word for word."""

    def __init__(self, panel: PanelBrief) -> None:
        self.left_out = False
        self._panel = panel
        self._known = _known(panel)
        self._topics = topics_of(panel.items)
        self._open = [*self._known, *(text for item in panel.items for text in item.answers)]
        self._secrets = [directions("conclude", panel.language)]
        self._secrets += [item.spec.reference for item in panel.items if item.spec is not None]

    def read(self, text: str) -> str:
        """``text`` on one line, without the sentences that cannot stand."""
        founded = _founded(text, self._known)
        sentences = _SENTENCE.findall(founded)
        kept = [sentence for sentence in sentences if self._may_be_said(sentence)]
        self.left_out = self.left_out or kept != sentences
        return "".join(kept).strip()

    def whole(self, text: str) -> str:
        """`read`, but nothing where a part of it was not to be said."""
        said = self.read(text)
        return said if said == _founded(text, self._known) else ""

    def _may_be_said(self, sentence: str) -> bool:
        return not (
            is_improper(sentence, self._panel.language, self._topics)
            or repeats(sentence, self._secrets, self._open)
        )


def _steps(draft: Draft, panel: PanelBrief, reader: _Reader) -> tuple[NextStep, ...]:
    """The model's steps, one a question and the weakest question first; the built-in ones fill up."""
    prepared = steps.next_steps(panel)
    written: dict[int, NextStep] = {}
    for entry in draft.next_steps:
        item = _item(panel, entry.item)
        text = reader.whole(entry.text)
        if item is not None and text:
            written.setdefault(entry.item - 1, NextStep(text, item.competency_name, entry.item - 1))
    chosen = [written[place] for place in sorted(written, key=lambda p: panel.items[p].score)]
    others = [step for step in prepared if step.item is None or step.item not in written]
    others += [step for step in prepared if step not in others]
    return tuple((chosen + others)[: len(prepared)])


def _strengths(draft: Draft, panel: PanelBrief, reader: _Reader) -> Iterable[str]:
    words = _WORDS[panel.language]
    for entry in draft.strengths:
        item = _item(panel, entry.item)
        if item is None or item.level < _PRAISED:
            continue
        text = reader.read(entry.text)
        if not text:
            continue
        # Nothing is quoted as praise of an answer with forged text in it.
        honest = AnswerFlag.FORGED not in item.flags
        quote = locate(entry.quote, [item.evidence]) if honest else ""
        said = words["gap"] + words["said"].format(quote=quote) if quote else ""
        yield f"{item.competency_name}{_colon(panel)}{text}{said}"


def _colon(panel: PanelBrief) -> str:
    return "：" if panel.language == "zh" else ": "


def _item(panel: PanelBrief, number: int) -> AssessedItem | None:
    """The item with a number that was shown, counted from 1."""
    return panel.items[number - 1] if 1 <= number <= min(len(panel.items), _MOST_ITEMS) else None


def _known(panel: PanelBrief) -> list[str]:
    """All that may stand in quotation marks: what was said, asked, expected, and names."""
    return [
        panel.position,
        *panel.unobserved,
        *(
            text
            for item in panel.items
            for text in (
                item.evidence,
                item.question,
                item.anchor,
                item.competency_name,
                *item.covered,
                *item.missing,
            )
        ),
    ]


def _founded(text: str, known: list[str]) -> str:
    """``text`` on one line, without sentences that quote what nobody said or tell a score."""
    kept = [
        sentence
        for sentence in _SENTENCE.findall(text[:_LONGEST])
        if not foreign_quotes(sentence, known) and not _SCORE.search(sentence)
    ]
    return " ".join("".join(kept).split())
