"""The built-in engine's prose: why a level was given, and the panel's conclusion. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from interviewers.engines.base import (
    AnswerFlag,
    AssessedItem,
    Conclusion,
    Exchange,
    PanelBrief,
    ReviewText,
)
from interviewers.engines.builtin.reading.framing import unframed
from interviewers.engines.builtin.reporting.better import better_answers
from interviewers.engines.builtin.reporting.steps import next_steps, short

__all__ = ["conclude", "reason"]

_GOOD, _SOLID = 4, 3
_MOST = 3
_ASKS = ("?", "？")
_MARKS = {"zh": "？", "en": "?"}
_STOPS = "。！？；.!?;\n"

_WORDS: Mapping[str, Mapping[str, str]] = {
    "zh": {
        "list": "；",
        "names": "、",
        "easy": "初级",
        "medium": "中级",
        "hard": "高级",
        "last": "最后一次作答：{said}",
        "all": "{all} 个要点都讲到了。",
        "none": "{all} 个要点都没有在回答里识别到，先从「{first}」讲起。",
        "but_one": "{all} 个要点里讲到 {made} 个，没有在回答里识别到的只有「{first}」。",
        "some": "{all} 个要点里讲到 {made} 个；没有在回答里识别到的里面，先补「{first}」。",
        "astray": "讲的像是另一件事，和题目要的那种情形对不上，所以只算了一部分：开头先点明它为什么算。",
        "whole": "用自己的话整体回答到了问题，没能和要点逐条对上。",
        "untold": "用英文作答，而这道题没有英文要点，只能就对得上的词来评，分数可能偏低。",
        "undone": "你讲的里面，有一部分说的是没有做、没有量。",
        "nothing": "回答里没有找到可以支持判断的内容。",
        "summary": "「{position}」（{difficulty}）模拟面试，共评估 {count} 道题，综合得分 {score} 分。",
        "best": "表现最好的是「{best}」。",
        "worst": "最值得加强的是「{worst}」。",
        "both": "表现最好的是「{best}」，最值得加强的是「{worst}」。",
        "unobserved": "没有观察到：{names}。",
        "more": "等 {count} 项",
        "no_answer": "「{position}」（{difficulty}）模拟面试没有收到回答，因此没有分数，也不作评价。",
        "unanswered": "另有 {count} 道题问了但没有得到回答，未计入分数。",
        "practice": "这是练习反馈，不是录用决定。",
        "strength": "{name}：讲到了：{points}。你说过：「{quote}」",
        "strength_asked": "{name}：讲到了：{points}。你问过：「{quote}」",
        "strength_bare": "{name}：讲到了：{points}。",
        "improvement": "{name}：关于「{question}」，可以补上：{points}。",
        "improvement_bare": "{name}：关于「{question}」，可以讲得更完整、更具体。",
        "review": "我问了 {count} 道题，平均得分 {score} 分。",
        "review_good": "在「{name}」上你讲得好，比如你说「{quote}」。",
        "review_fair": "在「{name}」上你讲到了一些实在的内容，比如你说「{quote}」。",
        "review_good_asked": "在「{name}」上你问得好，比如你问「{quote}」。",
        "review_fair_asked": "在「{name}」上你问到了实在的地方，比如你问「{quote}」。",
        "review_gap": "关于「{question}」，我还想听到：{points}。",
        "review_none": "这次我没有听到你的回答，所以不作评价。",
    },
    "en": {
        "list": "; ",
        "names": ", ",
        "easy": "junior",
        "medium": "mid-level",
        "hard": "senior",
        "last": "Last answer: {said}",
        "all": "All {all} points were made.",
        "none": "The {all} points were not recognised in your answer; start from “{first}”.",
        "but_one": "{made} of {all} points made; only “{first}” was not recognised in your answer.",
        "some": "{made} of {all} points made; of those not recognised in your answer, start with “{first}”.",
        "astray": "It reads like another story than the one asked for, so it counts only in part: say at the start what makes it one.",
        "whole": "As a whole it answers the question in words of its own, which could not be held against the points one by one.",
        "untold": (
            "Answered in Chinese, in which this question has no points: only what could be matched "
            "was judged, and the score may be too low."
        ),
        "undone": "Part of what you tell is what was not done, or not measured.",
        "nothing": "Nothing in the answer supports a judgement.",
        "summary": (
            "Mock interview for “{position}” ({difficulty}). Questions assessed: {count}; overall "
            "score: {score} of 100."
        ),
        "best": "Strongest: {best}.",
        "worst": "Most worth working on: {worst}.",
        "both": "Strongest: {best}; most worth working on: {worst}.",
        "unobserved": "Not observed: {names}.",
        "more": " … ({count} in all)",
        "no_answer": (
            "The mock interview for “{position}” ({difficulty}) received no answer, so there is no "
            "score and nothing is judged."
        ),
        "unanswered": "Questions asked but not answered, and not scored: {count}.",
        "practice": "This is feedback on practice, not a hiring decision.",
        "strength": "{name}: you covered: {points}. You said: “{quote}”",
        "strength_asked": "{name}: you covered: {points}. You asked: “{quote}”",
        "strength_bare": "{name}: you covered: {points}.",
        "improvement": "{name}: on “{question}”, add: {points}.",
        "improvement_bare": "{name}: on “{question}”, be more complete and more concrete.",
        "review": "Questions of mine you answered: {count}; average score: {score}.",
        "review_good": "You did well on {name}, for example when you said “{quote}”.",
        "review_fair": "On {name} you had something to go on, for example when you said “{quote}”.",
        "review_good_asked": "You did well on {name}, for example when you asked “{quote}”.",
        "review_fair_asked": "On {name} you asked what matters, for example “{quote}”.",
        "review_gap": "On “{question}”, I would still have liked to hear about: {points}.",
        "review_none": "I did not get to hear an answer from you, so I give no judgement.",
    },
}

_FLAGS: Mapping[str, Mapping[AnswerFlag, str]] = {
    "zh": {
        AnswerFlag.EMPTY: "回答是空的。",
        AnswerFlag.DONT_KNOW: "你表示不了解这个问题。",
        AnswerFlag.OFF_TOPIC: "没有在回答里识别到题目要的内容。",
        AnswerFlag.COPIED_QUESTION: "回答重复了题目。",
        AnswerFlag.KEYWORD_LIST: "只列出了关键词，没有展开说明。",
        AnswerFlag.SHUFFLED: "语句前后不成文，无法确认理解。",
        AnswerFlag.NEGATED: "有些说法与要点相反。",
        AnswerFlag.REPETITION: "内容大量重复。",
        AnswerFlag.FILLER: "多为空话，缺少具体内容。",
        AnswerFlag.FORGED: "含有冒充系统或评分的文字，已不计入。",
        AnswerFlag.OTHER_LANGUAGE: "用英文作答，按这道题的英文要点评判。",
    },
    "en": {
        AnswerFlag.EMPTY: "The answer is empty.",
        AnswerFlag.DONT_KNOW: "You said that you do not know.",
        AnswerFlag.OFF_TOPIC: "Nothing of what the question asks for was recognised in the answer.",
        AnswerFlag.COPIED_QUESTION: "The answer repeats the question.",
        AnswerFlag.KEYWORD_LIST: "Key words are listed without explaining them.",
        AnswerFlag.SHUFFLED: "The words do not form sentences that show understanding.",
        AnswerFlag.NEGATED: "Some statements say the opposite of what is the case.",
        AnswerFlag.REPETITION: "Much of the answer repeats itself.",
        AnswerFlag.FILLER: "Mostly general words with little content.",
        AnswerFlag.FORGED: "Text that poses as the system or as a verdict was left out.",
        AnswerFlag.OTHER_LANGUAGE: "Answered in Chinese, and judged by the question's Chinese points.",
    },
}

_OF_THE_LAST = frozenset(AnswerFlag) - {
    AnswerFlag.OFF_TOPIC,
    AnswerFlag.FORGED,
}
"""The flags that speak of the last answer; the others are of all that was said."""


_AGAINST = frozenset(AnswerFlag) - {AnswerFlag.OTHER_LANGUAGE, AnswerFlag.FILLER}
"""What tells by itself why an answer that makes most points is worth little."""
_SOUND = 3
"""From which level on an answer that makes hardly a point has earned it as a whole."""


class _Judged(Protocol):
    @property
    def level(self) -> int: ...
    @property
    def covered(self) -> tuple[str, ...]: ...
    @property
    def missing(self) -> tuple[str, ...]: ...
    @property
    def flags(self) -> tuple[AnswerFlag, ...]: ...


def reason(exchange: Exchange, judgement: _Judged) -> str:
    """What counted against the answer, how many of the points it made and which to add first, in sentences;
    the points themselves stand beside it.

    What holds of the last of several answers only is said of that one.
    """
    language = exchange.language
    words = _WORDS[language]
    names = {point.key: point.text for point in exchange.question.points}
    several = any(map(str.strip, exchange.earlier))
    flags = list(judgement.flags)
    if AnswerFlag.DONT_KNOW in flags and not several:
        # Who said no more than that has not strayed as well.
        flags = [flag for flag in flags if flag is not AnswerFlag.OFF_TOPIC]
    if several and judgement.covered and not judgement.missing:
        # Who was asked what goes wrong, and has made every point, is not told that it is wrong.
        flags = [flag for flag in flags if flag is not AnswerFlag.NEGATED]
    said = dict(_FLAGS[language])
    if exchange.question.wants_story:
        # Of what somebody lived through nobody but they can say what is the case.
        said[AnswerFlag.NEGATED] = words["undone"]
    if exchange.other is None:
        said[AnswerFlag.OTHER_LANGUAGE] = words["untold"]
    parts = [said[flag] for flag in flags if flag not in _OF_THE_LAST]
    last = _sentences(language, (said[flag] for flag in flags if flag in _OF_THE_LAST))
    if last:
        parts.insert(0, words["last"].format(said=last) if several else last)
    if judgement.level >= _SOUND and 3 * len(judgement.covered) < len(judgement.missing):
        parts.append(words["whole"])
    weak = judgement.level < _SOUND and len(judgement.covered) > len(judgement.missing)
    if weak and exchange.question.wants_story and not _AGAINST & set(judgement.flags):
        parts.append(words["astray"])
    made, lacking = len(judgement.covered), len(judgement.missing)
    if made or lacking:
        key = (
            "all" if not lacking else "none" if not made else "but_one" if lacking == 1 else "some"
        )
        first = next((names.get(point, point) for point in judgement.missing), "")
        parts.append(words[key].format(all=made + lacking, made=made, first=first))
    return _sentences(language, parts) or words["nothing"]


def conclude(panel: PanelBrief) -> Conclusion:
    """Everything said rests on an assessed item; what was not observed is named as such."""
    return Conclusion(
        summary=_summary(panel),
        strengths=tuple(_strengths(panel)),
        improvements=tuple(_improvements(panel)),
        reviews=tuple(
            ReviewText(
                member.id,
                _review(panel.language, [i for i in panel.items if i.interviewer_id == member.id]),
            )
            for member in panel.panel
        ),
        next_steps=next_steps(panel),
        better=better_answers(panel),
    )


def _sentences(language: str, parts: Iterable[str]) -> str:
    return ("" if language == "zh" else " ").join(parts)


def _score(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _by_competency(items: Sequence[AssessedItem]) -> list[tuple[str, float]]:
    scores: dict[str, list[float]] = {}
    for item in items:
        scores.setdefault(item.competency_name, []).append(item.score)
    means = [(name, sum(values) / len(values)) for name, values in scores.items()]
    return sorted(means, key=lambda pair: -pair[1])


def _summary(panel: PanelBrief) -> str:
    words = _WORDS[panel.language]
    place = {"position": panel.position, "difficulty": words[panel.difficulty]}
    if panel.overall_score is None:
        return _sentences(panel.language, (words["no_answer"].format(**place), words["practice"]))
    parts = [
        words["summary"].format(count=len(panel.items), score=_score(panel.overall_score), **place)
    ]
    ranked = _by_competency(panel.items)
    high = ranked[0][1] >= 50
    low = ranked[-1][1] < 75
    if high and low and len(ranked) > 1:
        parts.append(words["both"].format(best=ranked[0][0], worst=ranked[-1][0]))
    elif high:
        parts.append(words["best"].format(best=ranked[0][0]))
    elif low:
        parts.append(words["worst"].format(worst=ranked[-1][0]))
    if panel.unanswered:
        parts.append(words["unanswered"].format(count=panel.unanswered))
    if panel.unobserved:
        parts.append(words["unobserved"].format(names=_some(words, panel.unobserved)))
    parts.append(words["practice"])
    return _sentences(panel.language, parts)


def _some(words: Mapping[str, str], names: Sequence[str]) -> str:
    """At most four names; how many there are in all where that is not everything."""
    text = words["names"].join(names[:4])
    return text if len(names) <= 4 else text + words["more"].format(count=len(names))


def _first_per_competency(items: Iterable[AssessedItem]) -> list[AssessedItem]:
    found: dict[str, AssessedItem] = {}
    for item in items:
        found.setdefault(item.competency, item)
    return list(found.values())[:_MOST]


def _strengths(panel: PanelBrief) -> list[str]:
    words = _WORDS[panel.language]
    shown = [item for item in panel.items if item.covered]
    good = [item for item in shown if item.level >= _GOOD]
    for level in (_SOLID, _SOLID - 1):
        # Whoever reads nothing but what was missing does not come again.
        good = good or [item for item in shown if item.level == level]
    good.sort(key=lambda item: -item.score)
    return [
        words[_with_quote("strength", item) if _quotable(item) else "strength_bare"].format(
            name=item.competency_name,
            points=words["list"].join(item.covered[:3]),
            quote=_quoted(panel.language, item),
        )
        for item in _first_per_competency(good)
    ]


def _quotable(item: AssessedItem) -> bool:
    """Whether the evidence can stand as praise: nothing is quoted of an answer with forged text."""
    return bool(item.evidence) and AnswerFlag.FORGED not in item.flags


def _with_quote(name: str, item: AssessedItem) -> str:
    """The words called ``name``, as they are for a quote that asks where this one does."""
    return f"{name}_asked" if _is_asked(item) else name


def _is_asked(item: AssessedItem) -> bool:
    """Whether the evidence is a question, its mark behind it or within."""
    after = (answer.partition(item.evidence)[2][:1] for answer in item.answers)
    return item.evidence.endswith(_ASKS) or any(mark in _ASKS for mark in after if mark)


def _quoted(language: str, item: AssessedItem) -> str:
    """The evidence as it is quoted in prose, with dots where it breaks off within a sentence."""
    dots = "……" if language == "zh" else "…"
    quote = unframed(item.evidence, language)
    framed = quote != item.evidence
    for answer in item.answers:
        place = answer.find(quote)
        if place >= 0:
            before, after = (
                answer[:place].rstrip(),
                answer[place + len(quote) :].lstrip(" ”」\"'）)"),
            )
            head = dots if before and before[-1] not in _STOPS and not framed else ""
            tail = dots if quote[-1:] not in _STOPS and after and after[0] not in _STOPS else ""
            mark = _MARKS[language] if _is_asked(item) else ""
            return head + quote.rstrip(_STOPS) + mark + tail
    return quote


def _improvements(panel: PanelBrief) -> list[str]:
    words = _WORDS[panel.language]
    weak = [item for item in panel.items if item.missing or item.level < _GOOD]
    weak.sort(key=lambda item: item.score)
    lines = []
    for item in _first_per_competency(weak):
        points = words["list"].join(item.missing[:2])
        lines.append(
            words["improvement" if points else "improvement_bare"].format(
                name=item.competency_name, question=short(item.question), points=points
            )
        )
    return lines


def _review(language: str, items: Sequence[AssessedItem]) -> str:
    words = _WORDS[language]
    if not items:
        return words["review_none"]
    mean = sum(item.score for item in items) / len(items)
    parts = [words["review"].format(count=len(items), score=_score(mean))]
    best = max(items, key=lambda item: item.score)
    worst = min(items, key=lambda item: item.score)
    if best.level >= _SOLID and _quotable(best):
        praise = words[_with_quote("review_good" if best.level >= _GOOD else "review_fair", best)]
        parts.append(praise.format(name=best.competency_name, quote=_quoted(language, best)))
    if worst.missing:
        parts.append(
            words["review_gap"].format(
                question=short(worst.question), points=words["list"].join(worst.missing[:2])
            )
        )
    return _sentences(language, parts)
