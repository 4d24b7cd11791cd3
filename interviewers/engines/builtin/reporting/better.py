"""A better version of a weak answer, put together without a model. Pure.

It consists of the candidate's own relevant sentences, verbatim and in order; sentences of the reference for
what was missing; and blanks for facts that only the candidate knows. Where the reference is somebody's own
story (behavioural and HR questions, questions about a project), none of it is put into the candidate's
mouth. Then the parts of a story are named, with blanks; each blank says in general words how the reference
makes the point.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from interviewers.engines.base import (
    AssessedItem,
    BetterAnswer,
    Cue,
    PanelBrief,
    QuestionSpec,
    ScoringPoint,
)
from interviewers.engines.builtin.expected.points import by_words, prepare_point
from interviewers.engines.builtin.reading.text import Segment
from interviewers.engines.builtin.reporting.better_words import (
    CONNECTIVE,
    DANGLING,
    LIVED,
    SAMPLE,
    STOOD,
    SUPPOSED,
    WORDS,
    closed,
    lowered,
)
from interviewers.engines.builtin.reporting.likeness import likeness
from interviewers.engines.builtin.reporting.near_misses import near_misses_of
from interviewers.engines.builtin.reporting.own_sentences import (
    MADE,
    Own,
    own_sentences,
    sentences_of,
)
from interviewers.engines.builtin.speaking.invited import THEIR_QUESTIONS
from interviewers.engines.builtin.stories.course import in_course, most_telling
from interviewgpt.expressions import expression

__all__ = ["KNOWLEDGE", "asks_for_knowledge", "better", "better_answers", "weakest"]

MOST, LEVEL = 3, 3
"""How many answers are reworked at most, and the highest level of one."""
_SHOWN = 3
"""For at most this many points the reference is quoted; the others are only named."""
_LONGEST = {"zh": 620, "en": 1500}
KNOWLEDGE = frozenset({"technical", "problem_solving"})
"""The skills of questions that ask for knowledge, not for a story."""
_SECTIONS = ("situation", "action", "result", "reflection")
_SECTION_OF: Mapping[Cue | None, str] = {
    Cue.SITUATION: "situation",
    Cue.ACTION: "action",
    Cue.RESULT: "result",
    Cue.NUMBER: "result",
    Cue.REFLECTION: "reflection",
}
_OF_A_CASE = (Cue.EXAMPLE, Cue.SITUATION, Cue.RESULT)
_ORDINAL = expression(r"^(?:第[一二三四五]|最后|另外|(?:And )?(?:first|second|third|fourth|finally|last))[，,]?\s*", re.IGNORECASE)  # fmt: skip
_NUMBER = expression(r"^(?:(?:One|Two|Three|Four|Five):\s|[一二三四五](?:[：:、]|是[，,]))")
"""The number of a sentence in a list of which others are left out."""
_FAREWELL = expression(r"最后|(?:And )?(?:finally|lastly)\b", re.IGNORECASE)
_KNOWN_FIRM = expression(
    r"我(?:看到|了解到|注意到)你们|\bI (?:saw|read|noticed) that you\b", re.IGNORECASE
)


def weakest(items: Sequence[AssessedItem]) -> tuple[int, ...]:
    """The places of at most three answers, weakest first, that were weak and lacked something."""
    weak = [
        place
        for place, item in enumerate(items)
        if item.level <= LEVEL and item.missing and item.spec is not None
    ]
    return tuple(sorted(weak, key=lambda place: items[place].score)[:MOST])


def better_answers(panel: PanelBrief) -> tuple[BetterAnswer, ...]:
    """One for each of the `weakest`."""
    return tuple(
        BetterAnswer(place, better(panel, panel.items[place]), "builtin")
        for place in weakest(panel.items)
    )


def better(panel: PanelBrief, item: AssessedItem) -> str:
    """The example; raises ValueError for an item without its question."""
    spec = item.spec
    if spec is None:
        raise ValueError("an example needs the question it answers")
    knowledge = asks_for_knowledge(item)
    # What may have been said is kept, and nobody is told to say it.
    near = near_misses_of(item)
    item = replace(item, missing=tuple(p for p in item.missing if p not in near))
    own = own_sentences(panel.language, item, spec, story=not knowledge, near=near)
    if spec.topic == THEIR_QUESTIONS:
        return _asking(panel.language, item, spec, own)
    context = item.context or next(iter(panel.projects), "")
    if knowledge:
        return _explained(panel.language, item, spec, own, context)
    return _told(panel.language, item, spec, own, context)


def asks_for_knowledge(item: AssessedItem) -> bool:
    """Whether a question asks for knowledge and not for an own story."""
    return item.skill in KNOWLEDGE and (item.spec is None or not item.spec.subject)


def _explained(
    language: str, item: AssessedItem, spec: QuestionSpec, own: Sequence[Own], context: str
) -> str:
    """Their words first, then the reference's for what they left out, then an example of theirs."""
    words = WORDS[language]
    room = _LONGEST[language]
    pieces: list[str] = []
    for entry in own:
        piece = closed(entry.segment.text, words)
        if piece not in pieces and room >= len(piece):
            pieces.append(piece)
            room -= len(piece)
    if pieces:
        pieces[0] = closed(CONNECTIVE.sub("", pieces[0]), words)
    added = _added(language, item, spec, room)
    sample = added and SAMPLE.match(spec.reference)
    if sample:
        # What is spoken of has to be said before what is said of it.
        chosen = closed(sentences_of(language, spec.reference)[0].text, words)
        added = [chosen, *(text for text in added if text != chosen)]
        added[0] = words["sample"] + added[0]
    elif pieces and added:
        added[0] = words["more"] + lowered(added[0], language)
    pieces += added
    if sample:
        pieces.append(words["choose"])
    elif not any(entry.figure for entry in own):
        example = words["example"].format(context=context) if context else words["some_example"]
        pieces.append(example)
    return words["gap"].join(pieces)


def _asking(language: str, item: AssessedItem, spec: QuestionSpec, own: Sequence[Own]) -> str:
    """Their own questions, then for each kind that was missing the reference's, or a blank where
    that knows something of a company."""
    words = WORDS[language]
    # What leads up to a question ("Two, if there is time") is none.
    asked = [e for e in own if e.makes or e.segment.text.rstrip('”"’ ').endswith(("?", "？"))]
    lines = list(dict.fromkeys(closed(entry.segment.text, words) for entry in asked))
    sentences = sentences_of(language, spec.reference)
    # How one goes out is no question about the position.
    sentences = [entry for entry in sentences if not _FAREWELL.match(entry.text)]
    blank: list[str] = []
    for point in spec.points:
        if point.text not in item.missing:
            continue
        place = _from_reference(language, spec, point, sentences)
        like = "" if place is None else _ORDINAL.sub("", sentences[place].text)
        if not like or _KNOWN_FIRM.search(like):
            blank.append(_named(point))
        else:
            lines.append(words["ask_like"].format(point=_named(point), like=_named_text(like)))
    if blank:
        lines.append(words["ask"].format(point=words["and"].join(blank)))
    return "\n".join(lines)


def _added(language: str, item: AssessedItem, spec: QuestionSpec, room: int) -> list[str]:
    """What the reference says of the missing points, in its order, and blanks for the others."""
    words = WORDS[language]
    sentences = sentences_of(language, spec.reference)
    chosen: set[int] = set()
    blanks: list[str] = []
    named: list[str] = []
    shown = item.missing[:_SHOWN]
    for point in spec.points:
        if point.text not in item.missing:
            continue
        if point.text not in shown:
            named.append(point.text)
            continue
        place = _from_reference(language, spec, point, sentences)
        if place is None:
            blanks.append(_blank(words, point, likeness(language, spec, point, frozenset())))
        elif room >= len(sentences[place].text):
            chosen.add(place)
            room -= len(sentences[place].text)
    for place in sorted(chosen):
        before = place - 1
        if before >= 0 and before not in chosen and DANGLING.match(sentences[place].text):
            text = sentences[before].text
            if room >= len(text) and not LIVED[language].search(text):
                chosen.add(before)
                room -= len(text)
    found = []
    for place in sorted(chosen):
        text = sentences[place].text
        text = _NUMBER.sub("", text)
        bare = text if place - 1 in chosen else CONNECTIVE.sub("", text)
        found.append(closed(bare, words))
    found += [blank for blank in blanks if room >= len(blank)]
    if named:
        found.append(words["named"].format(points=words["and"].join(named)))
    return found


def _from_reference(
    language: str, spec: QuestionSpec, point: ScoringPoint, sentences: Sequence[Segment]
) -> int | None:
    """The place of the sentence that makes a point best and is nobody's own experience, None where there is
    none."""
    prepared = prepare_point(point, spec.text)
    best, most = None, MADE
    for place, segment in enumerate(sentences):
        strength = by_words(prepared, segment, segment)
        if strength >= most and not LIVED[language].search(segment.text):
            best, most = place, strength + 0.01
    return best


def _told(
    language: str, item: AssessedItem, spec: QuestionSpec, own: Sequence[Own], context: str
) -> str:
    """Situation, own action, measured result; what the question asks beyond a story first."""
    words = WORDS[language]
    sections: dict[str, list[str]] = {name: [] for name in _SECTIONS}
    sections_of = {point.key: _SECTION_OF.get(point.cue, "action") for point in spec.points}
    cues = {_SECTION_OF.get(point.cue, "") for point in spec.points}
    narrative = len({"situation", "action", "result"} & cues) > 1
    blanks = _blanks(words, _place(words, context))
    likes: dict[str, str] = {}
    for point in spec.points:
        if point.text in item.missing:
            likes[point.key] = likeness(language, spec, point, frozenset(likes.values()))
            if narrative and point.cue in _SECTION_OF:
                blanks |= _pointed(words, point, likes[point.key], blanks["result"])
    loose: list[str] = []
    steps: list[str] = []
    # What is all that is left of a story is what was done in it, rather than where it began.
    begins = own[0] if len(own) > 1 else None
    named = [_section(entry, sections_of, first=entry is begins) for entry in own]
    counted = any(entry.figure for entry in own)
    course = in_course(named, [e.segment.folded for e in own]) if narrative else [""] * len(own)
    for name in dict.fromkeys(course):
        entries = [e for e, part in zip(own, course, strict=True) if part == name]
        best = most_telling([(e.segment.folded, bool(e.makes)) for e in entries])
        part = sections[name] if narrative else loose
        part += [closed(entries[place].segment.text, words) for place in best]
    for point in spec.points:
        # Of a case all parts are asked for below; a plan, or a reason to leave, is none.
        below = point.cue in (_SECTION_OF if narrative else _OF_A_CASE)
        if point.text in item.missing and not below:
            blank = _blank(words, point, likes[point.key], own=True)
            (steps if narrative else loose).append(blank)
    if not narrative:
        if any(point.cue in _OF_A_CASE and point.text in item.missing for point in spec.points):
            loose.append(words["case"].format(place=_place(words, context)))
        return "\n".join(loose)
    told = {name for name in _SECTIONS if sections[name] or (steps and name == "action")}
    lines = []
    for name in _SECTIONS:
        asked = any(_SECTION_OF.get(p.cue) == name and p.text in item.missing for p in spec.points)
        parts = sections[name]
        if name not in told and (asked or name != "reflection"):
            blank = blanks.get(name) or words[f"blank_{name}"]
            parts = [blank, *parts] if name == "situation" else [*parts, blank]
        elif name == "result" and asked and not counted:
            parts = [*parts, words["figure"]]
        if parts or (steps and name == "action"):
            lines.append((words[name] + words["gap"].join(parts)).rstrip())
        if name == "action":
            lines += [f"– {step}" for step in steps]
    return "\n".join(lines)


def _section(entry: Own, sections_of: Mapping[str, str], *, first: bool) -> str:
    if SUPPOSED.match(entry.segment.folded):
        return "action"  # what would be done in some case is no outcome
    if STOOD.search(entry.segment.folded):
        return "situation"
    if first and Cue.SITUATION in entry.tells:
        return "situation"
    made = {part for key in entry.makes if (part := sections_of.get(key, "")) not in ("", "action")}
    if len(made) == 1 and Cue.REFLECTION in entry.tells:
        return made.pop()  # what a point has is told as that, whatever else it sounds like
    for cue in (Cue.REFLECTION, Cue.RESULT, Cue.ACTION, Cue.SITUATION):
        if cue in entry.tells:
            return _SECTION_OF[cue]
    return sections_of.get(min(entry.makes, default=""), "action")


def _place(words: Mapping[str, str], context: str) -> str:
    return words["place"].format(context=context) if context else words["some_place"]


def _blanks(words: Mapping[str, str], place: str) -> dict[str, str]:
    return {
        "situation": words["blank_situation"].format(place=place),
        "action": words["blank_action"],
        "result": words["blank_result"],
    }


def _pointed(
    words: Mapping[str, str], point: ScoringPoint, like: str, result: str
) -> dict[str, str]:
    """The blank of a story's part, as this question asks for it."""
    if point.cue is Cue.RESULT:
        if _named(point) == words["result"].rstrip("：: "):
            return {"result": result}
        named = words["result_of"].format(point=_named(point))
        return {"result": result if result.startswith(named) else named + result}
    name = f"{_SECTION_OF[point.cue]}_like"
    if not like or name not in words:
        return {}
    return {_SECTION_OF[point.cue]: words[name].format(point=point.text, like=like)}


def _named(point: ScoringPoint) -> str:
    return _named_text(point.text)


def _named_text(text: str) -> str:
    return text[:1].upper() + text[1:]


def _blank(words: Mapping[str, str], point: ScoringPoint, like: str, *, own: bool = False) -> str:
    if point.cue is Cue.TRADE_OFF and not own:
        return words["trade_off"].format(point=_named(point))
    name = ("own" if own else "point") + ("_like" if like else "")
    return words[name].format(point=_named(point), like=like)
