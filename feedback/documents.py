"""The report as a document, in the interview's language: plain blocks that `markdown` and `pdf`
render. Made from the feedback object of the API; everything a reader of the page learns stands in
it but the transcript."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils import translation

from interviewers.engines.evidence import LONGEST
from interviewers.models import Skill
from interviewgpt.language import code_of

__all__ = [
    "Block",
    "Document",
    "Heading",
    "Items",
    "Quote",
    "Table",
    "Text",
    "dots",
    "report_document",
]


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; its line breaks stay. ``faint`` is small print."""

    text: str
    faint: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """The candidate's own words, or a text offered to them."""

    text: str


@dataclass(frozen=True, slots=True)
class Items:
    lines: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


_ABOUT = 16
"""So much shorter than the longest one a quote may be for want of a place to cut it."""

Block = Heading | Text | Quote | Items | Table


@dataclass(frozen=True, slots=True)
class Document:
    language: str
    title: str
    blocks: tuple[Block, ...]


_WORDS: Mapping[str, Mapping[str, str]] = {
    "zh": {
        "title": "{position}：模拟面试反馈",
        "practice": "这是练习反馈，不是录用决定。分数只反映这一场面试的回答，不评价人。",
        "score": "综合得分：{score}（满分 100，区间 {low}–{high}）",
        "score_only": "综合得分：{score}（满分 100）",
        "no_score": "没有回答，不评分。",
        "unseen": "未观察到",
        "single": "仅一题",
        "scores": "得分",
        "skill": "能力",
        "value": "得分",
        "range": "区间",
        "strengths": "优势",
        "improvements": "改进建议",
        "next": "下一步",
        "panel": "面试官评语",
        "answers": "逐题点评",
        "level": "{level}/5 级，{score} 分",
        "gradings": "多次评判的等级：{levels}",
        "covered": "讲到：{points}",
        "missing": "没有识别到：{points}",
        "better": "更好的回答（示例）",
        "made_with": "等级描述第 {version} 版，引擎：{engine}",
        "builtin": "内置",
        "prompt": "，提示词 {prompt}",
        "coverage": "问了什么，观察到什么",
        "planned": "计划",
        "asked": "问了",
        "observed": "观察到",
        "delivery": "用时、长度与口头语（不计分）",
        "seconds": "每次作答用时（中位数）：{seconds} 秒",
        "characters": "每次作答长度（中位数）：{length} 字",
        "words": "每次作答长度（中位数）：{length} 词",
        "fillers": "口头语：{fillers}",
        "none": "没有",
        "list": "、",
        "colon": "：",
    },
    "en": {
        "title": "{position}: feedback on a mock interview",
        "practice": (
            "Practice, not a hiring decision. Scores describe the answers of one interview, never a "
            "person."
        ),
        "score": "Overall score: {score} of 100 (range {low}–{high})",
        "score_only": "Overall score: {score} of 100",
        "no_score": "No score without an answer.",
        "unseen": "not observed",
        "single": "one answer",
        "scores": "Scores",
        "skill": "Skill",
        "value": "Score",
        "range": "Range",
        "strengths": "Strengths",
        "improvements": "To improve",
        "next": "Next steps",
        "panel": "What the panel says",
        "answers": "Answer by answer",
        "level": "Level {level} of 5, {score} points",
        "gradings": "Levels of the gradings: {levels}",
        "covered": "Covered: {points}",
        "missing": "Not recognised: {points}",
        "better": "A better version, as an example",
        "made_with": "Rubric version {version}, engine: {engine}",
        "builtin": "built-in",
        "prompt": ", prompt {prompt}",
        "coverage": "What was asked and observed",
        "planned": "Planned",
        "asked": "Asked",
        "observed": "Observed",
        "delivery": "Pace, length and filler words (not scored)",
        "seconds": "Time for an answer (median): {seconds} s",
        "characters": "Length of an answer (median): {length} characters",
        "words": "Length of an answer (median): {length} words",
        "fillers": "Filler words: {fillers}",
        "none": "none",
        "list": "; ",
        "colon": ": ",
    },
}


def report_document(
    data: Mapping[str, Any], *, language: str, position: str, completed: str
) -> Document:
    """``data`` is the feedback object, ``completed`` when the interview was, as text."""
    words = _WORDS[language]
    blocks = (
        Text(completed, faint=True),
        *_totals(data, words, language),
        *_advice(data, words),
        *_panel(data, words, language),
        *_answers(data, words),
        *_coverage(data, words),
        *_delivery(data["delivery"], words),
        Text(words["practice"], faint=True),
    )
    return Document(language, words["title"].format(position=position), blocks)


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.1f}".removesuffix(".0")


def _skill_names(language: str) -> dict[str, str]:
    with translation.override(code_of(language)):
        return {skill.value: str(skill.label) for skill in Skill}


def _totals(data: Mapping[str, Any], words: Mapping[str, str], language: str) -> Iterator[Block]:
    score, found = data["overall_score"], data["score_range"]
    if score is None:
        yield Text(words["no_score"])
    elif found is None:
        yield Text(words["score_only"].format(score=_number(score)))
    else:
        yield Text(words["score"].format(score=_number(score), **found))
    yield Text(data["summary"])
    yield Heading(words["scores"])
    rows = []
    for skill, name in _skill_names(language).items():
        value, wide = data["skill_scores"].get(skill), data["skill_ranges"].get(skill)
        shown = words["unseen"] if value is None else _number(value)
        single = value is not None and found is not None
        note = f"{wide['low']}–{wide['high']}" if wide else words["single"] if single else ""
        rows.append((name, shown, note))
    yield Table((words["skill"], words["value"], words["range"]), tuple(rows))


def _advice(data: Mapping[str, Any], words: Mapping[str, str]) -> Iterator[Block]:
    for key in ("strengths", "improvements"):
        if data[key]:
            yield Heading(words[key])
            yield Items(tuple(data[key]))
    if data["next_steps"]:
        yield Heading(words["next"])
        yield Items(
            tuple(
                f"{step['competency_name']}{words['colon']}{step['text']}"
                for step in data["next_steps"]
            ),
            numbered=True,
        )


def _panel(data: Mapping[str, Any], words: Mapping[str, str], language: str) -> Iterator[Block]:
    yield Heading(words["panel"])
    for review in data["interviewer_feedbacks"]:
        score = "" if review["score"] is None else f" · {_number(review['score'])}"
        yield Heading(f"{review['name']} · {review['role']}{score}", 3)
        yield Text(review["content"])
    names = _skill_names(language)
    for entry in data["disagreements"]:
        yield Text(f"{names.get(entry['skill'], entry['skill'])}{words['colon']}{entry['text']}")


def _answers(data: Mapping[str, Any], words: Mapping[str, str]) -> Iterator[Block]:
    if not data["assessments"]:
        return
    yield Heading(words["answers"])
    names = {entry["interviewer_id"]: entry["name"] for entry in data["interviewer_feedbacks"]}
    for number, entry in enumerate(data["assessments"], start=1):
        yield Heading(f"{number}. {entry['question']}", 3)
        who = names.get(entry["interviewer_id"], entry["interviewer_id"])
        level = words["level"].format(level=entry["level"], score=_number(entry["score"]))
        told = [who, entry["competency_name"], level]
        if len(entry["gradings"]) > 1:
            levels = words["list"].join(map(str, sorted(entry["gradings"])))
            told.append(words["gradings"].format(levels=levels))
        yield Text(" · ".join(told))
        yield Text(entry["anchor"], faint=True)
        evidence = entry["evidence"]
        quote = evidence["quote"] + dots(evidence["quote"])
        yield Quote(quote) if evidence["enough"] else Text(evidence["note"])
        yield Text(entry["reason"])
        points = [
            words[key].format(points=words["list"].join(entry[key]))
            for key in ("covered", "missing")
            if entry[key] and not all(point in entry["reason"] for point in entry[key])
        ]
        if points:
            yield Items(tuple(points))
        if entry["better_answer"]:
            yield Heading(words["better"], 4)
            yield Quote(entry["better_answer"]["text"])
            yield Text(entry["better_answer"]["note"], faint=True)
        engine = words["builtin"] if entry["engine"] == "builtin" else entry["engine"]
        made = words["made_with"].format(version=entry["rubric_version"], engine=engine)
        if entry["prompt"]:
            made += words["prompt"].format(prompt=entry["prompt"])
        yield Text(made, faint=True)


def dots(quote: str) -> str:
    """What follows a quote that is as long as one may be and so breaks off, "" after any other."""
    return "…" if len(quote) > LONGEST - _ABOUT and quote[-1] not in "。！？.!?…" else ""


def _coverage(data: Mapping[str, Any], words: Mapping[str, str]) -> Iterator[Block]:
    rows: Sequence[Mapping[str, Any]] = data["coverage"].get("competencies", ())
    if not rows:
        return
    yield Heading(words["coverage"])
    head = ("", words["planned"], words["asked"], words["observed"])
    yield Table(
        head,
        tuple(
            (
                row["competency_name"],
                str(row["planned"]),
                str(row["asked"]),
                str(row["observed"]) if row["observed"] else words["unseen"],
            )
            for row in rows
        ),
    )


def _delivery(data: Mapping[str, Any], words: Mapping[str, str]) -> Iterator[Block]:
    if not data["answers"]:
        return
    yield Heading(words["delivery"])
    told = words["list"].join(f"{word} {count}" for word, count in data["fillers"].items())
    yield Items(
        (
            words["seconds"].format(seconds=_number(data["median_seconds"])),
            words[data["unit"]].format(length=_number(data["median_length"])),
            words["fillers"].format(fillers=told or words["none"]),
        )
    )
    yield Text(data["note"], faint=True)
