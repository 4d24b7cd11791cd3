"""The next steps: three things, the most valuable first. Pure.

Each step is based on a judged question or on a competency that was not observed. Its value is what its
question still lacks: weak answers come before what was not observed, and that before the gaps of strong
answers. If nothing is lacking, the steps make the next practice harder.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import cycle

from interviewers.engines.base import AnswerFlag, AssessedItem, NextStep, PanelBrief
from interviewers.engines.builtin.reading.text import script_of
from interviewers.engines.builtin.reporting.better import asks_for_knowledge
from interviewers.engines.builtin.reporting.near_misses import near_misses_of
from interviewers.engines.builtin.speaking.invited import THEIR_QUESTIONS
from interviewers.engines.builtin.speaking.phrases import inside
from interviewgpt.expressions import expression

__all__ = ["MOST", "next_steps", "titled"]

MOST = 3
_UNSEEN = ("unobserved", "story", "practise")
_SILENT = ("silence", "story", "practise")
_OF_KNOWLEDGE = {"unobserved": "topic", "story": "explain_topic"}
"""The request for questions that ask for no story."""
_WAYS = ("gap", "gap_write", "gap_ask")
_FURTHER = ("halve", "defend", "harder")
_WEAK = 3
_SENTENCE = expression(r"[。！？]|[.!?](?=\s)")
_CLAUSE = expression(r"[，：；]|[,:;](?=\s)")
_MOST_QUOTED = {False: 60, True: 110}
"""Characters of the longest quoted question, in Latin letters (True) or not."""
_ENOUGH = 12
_ENOUGH_TOLD = 32
"""From this many characters on the first sentence identifies a question; a Latin one that asks nothing needs
more."""

_WORDS: Mapping[str, Mapping[str, str]] = {
    "zh": {
        "list": "、",
        "point": "“{point}”",
        "gap": "重讲「{question}」：补上{points}，用两分钟说完，再逐点对照有没有讲到。",
        "gap_plain": "重讲「{question}」：{points}也许已经说到了，这一次用一句话明说出来，让人一听就听得出来。",
        "gap_write": "「{question}」还缺{points}：先各写一句话，再连成一段讲出来，录下来听一遍。",
        "gap_ask": "请人当面问你「{question}」，回答时带上{points}，讲完让对方说出听到了哪几点。",
        "prepare": "给「{question}」准备一件自己经历过的事，写四行：当时的情况、你做的两三步、一个结果、学到的一点；别漏了{points}。",
        "ask": "真正面试之前，为「{question}」写下三个你自己的问题，其中要有{points}；念一遍，划掉官网上就查得到的。",
        "learn": "先弄懂{points}，合上资料，用自己的话回答「{question}」。",
        "level": "把「{question}」练到「{name}」第 {level} 级：{anchor}",
        "retell": "换成你亲手做过的一件事再讲一遍「{question}」：背景一句，自己的做法三句，结果一个数字。",
        "explain": "把「{question}」讲给一个不做这行的人听，请对方复述：复述不出来的地方，就是还没讲清的地方。",
        "unobserved": (
            "「{name}」这次没有观察到：下次练习给它留出时间；先想好一件自己做过的事，讲得出你的判断、"
            "做法和结果。"
        ),
        "topic": (
            "「{name}」这次没有观察到：下次练习给它留出时间；先挑一个你熟悉的主题，不看资料讲三分钟：怎么做、"
            "为什么这样做、代价是什么。"
        ),
        "silence": "这次没有收到回答：从「{name}」开始，只答一道题，讲两分钟；不完整也没关系，先开口。",
        "story": (
            "为「{name}」准备一件自己做过的事，写四行：当时的情况、你做的两三步、结果的一个数字、学到的一点。"
        ),
        "explain_topic": (
            "为「{name}」挑一个你熟悉的主题，写四行：要解决什么问题、怎么做、为什么不用别的办法、代价是什么。"
        ),
        "practise": (
            "就「{name}」设一个两分钟的计时，对着录音讲一遍，再听一遍，改掉最含糊的一句，然后回来正式答。"
            "卡住的时候可以要提示，不会的题可以跳过。"
        ),
        "halve": "「{question}」已经讲全了：用一半的时间再讲一遍，结论放第一句，只留最有分量的一个细节。",
        "defend": "请人听你答「{question}」，每讲一点就追问“为什么”，连问三次；答不上来的那一问就是接下来要练的。",
        "harder": "「{name}」这次没有缺口：下次调高难度，或者换一份要求更高的职位描述，看它还站不站得住。",
    },
    "en": {
        "list": " and ",
        "point": "“{point}”",
        "gap": (
            "Answer “{question}” again and add {points}; take two minutes, then check that "
            "nothing was left out."
        ),
        "gap_plain": (
            "Answer “{question}” again: you may already have covered {points}, but this time say it outright, in one "
            "sentence that nobody can miss."
        ),
        "gap_write": (
            "Your answer to “{question}” still lacks {points}: write down what you would say about them, then "
            "record the whole answer and listen to it once."
        ),
        "gap_ask": (
            "Have somebody ask you “{question}”, bring in {points}, and ask them afterwards "
            "which points they heard."
        ),
        "prepare": (
            "For “{question}”, prepare one thing that happened to you in four lines: the situation, two or "
            "three steps you took, one outcome, and what you learned; do not leave out {points}."
        ),
        "ask": (
            "Before the real interview, write down three questions of your own for “{question}”, including {points}; "
            "say them aloud, and strike out anything their website answers."
        ),
        "learn": (
            "Read up on {points}, put the notes away, and answer “{question}” in your own words."
        ),
        "level": "Bring “{question}” to level {level} of {name}: {anchor}",
        "retell": (
            "Tell “{question}” again with something you did yourself: one sentence of background, "
            "three on your own part, one figure as the result."
        ),
        "explain": (
            "Explain “{question}” to somebody outside the field and have them say it back: whatever they "
            "cannot repeat is not clear yet."
        ),
        "unobserved": (
            "{name} was not observed: leave time for it in your next practice, and have one thing ready "
            "that you did yourself: how you judged, what you did, and what came of it."
        ),
        "topic": (
            "{name} was not observed: leave time for it in your next practice; take a subject you know and "
            "talk about it for three minutes without notes: how it is done, why that way, and at what cost."
        ),
        "silence": (
            "No answer was received: start with {name} and answer a single question, for two minutes. "
            "It need not be complete; just say it out loud."
        ),
        "story": (
            "For {name}, write down one thing you did yourself in four lines: the situation, two or "
            "three steps you took, one figure as the result, and what you learned."
        ),
        "explain_topic": (
            "For {name}, take a subject you know and write four lines: the problem, how it is solved, why "
            "not another way, and at what cost."
        ),
        "practise": (
            "Set a timer for two minutes, record yourself on {name}, listen to it once, rework the vaguest "
            "sentence, and come back to answer for real. If you get stuck you can ask for a hint, "
            "and any question can be skipped."
        ),
        "halve": (
            "Your answer to “{question}” had everything in it: give it again in half the time, conclusion first, and keep "
            "only the one detail that matters most."
        ),
        "defend": (
            "Have somebody listen to your answer to “{question}” and ask “why” three times in a row; the one you "
            "cannot answer is what to practise next."
        ),
        "harder": (
            "{name} showed no gap: choose a higher difficulty or a more demanding job description next time "
            "and see whether it still holds."
        ),
    },
}


def next_steps(panel: PanelBrief) -> tuple[NextStep, ...]:
    """Three steps; none where nothing was planned."""
    words = _WORDS[panel.language]

    def missing(key: str, name: str) -> NextStep:
        if name in panel.knowledge:
            key = _OF_KNOWLEDGE.get(key, key)
        return NextStep(words[key].format(name=name), name)

    missed = [
        missing(key, name) for key, name in zip(cycle(_UNSEEN), panel.unobserved, strict=False)
    ]
    if not panel.items:
        names = list(panel.unobserved)
        return tuple(
            missing(key, names[place % len(names)])
            for place, key in enumerate(_SILENT if names else ())
        )
    ranked = sorted(range(len(panel.items)), key=lambda place: panel.items[place].score)
    # There is nothing more to practise about questions of one's own than which they are.
    told = [p for p in ranked if not _invites(panel.items[p])] or ranked
    lacking = [p for p in ranked if panel.items[p].missing or panel.items[p].level < 5]
    # Who has asked something to the purpose knows how to ask.
    weak = [p for p in lacking if panel.items[p].level <= _WEAK - _invites(panel.items[p])]
    strong = sorted((p for p in lacking if p not in weak), key=lambda p: _invites(panel.items[p]))
    first = _apart(panel, weak)
    rest = [p for p in weak if p not in first]
    found = [_gap(panel, p, place) for place, p in enumerate(first[:MOST])]
    found += missed
    found += [_gap(panel, p, len(first) + place) for place, p in enumerate((*rest, *strong))]
    if not found:
        return _further(panel, told)
    for place in told:
        found += _more(panel, place)
    return tuple(found[:MOST])


def titled(item: AssessedItem) -> str:
    """The item's question, short enough to be quoted; of an invitation to ask only what invites."""
    if not _invites(item):
        return short(item.question)
    ends = [end.end() for end in _SENTENCE.finditer(item.question.rstrip()[:-1])]
    return short(item.question[ends[-1] :] if ends else item.question)


def short(question: str) -> str:
    """A question cut for quoting: its first sentences, else the first one cut after a clause, else after a
    word."""
    text = inside(" ".join(question.split()))
    latin = script_of(text) != "zh"
    most = _MOST_QUOTED[latin]
    if len(text) <= most:
        return text
    told = _ENOUGH_TOLD if latin else _ENOUGH
    ends = _SENTENCE.finditer(text, 0, most + 1)
    whole = [e.end() for e in ends if e.end() >= (_ENOUGH if e.group() == "?" else told)]
    if whole:
        return text[: whole[-1]]
    head = text[: most - 2]
    clauses = [c.start() for c in _CLAUSE.finditer(head) if c.start() >= told]
    if clauses:
        return f"{head[: clauses[-1]]}…"
    if text[most - 2].isascii() and " " in head:
        head = head[: head.rindex(" ")]
    return f"{head.rstrip()}…"


def _invites(item: AssessedItem) -> bool:
    """Whether an item asked for the candidate's own questions: no story and no subject to explain."""
    return item.spec is not None and item.spec.topic == THEIR_QUESTIONS


def _apart(panel: PanelBrief, places: Sequence[int]) -> list[int]:
    """The first item of each competency."""
    found: dict[str, int] = {}
    for place in places:
        found.setdefault(panel.items[place].competency, place)
    return list(found.values())


def _gap(panel: PanelBrief, place: int, before: int = 0) -> NextStep:
    """What to add to an answer, in another wording than the ``before`` steps of that kind."""
    item, words = panel.items[place], _WORDS[panel.language]
    if not item.missing:
        return next(_more(panel, place))
    clueless = AnswerFlag.DONT_KNOW in item.flags and asks_for_knowledge(item) and not item.covered
    near = near_misses_of(item)
    open_ = [point for point in item.missing if point not in near] or item.missing
    points = words["list"].join(words["point"].format(point=p) for p in open_[:2])
    untold = not item.covered and not asks_for_knowledge(item)
    story = untold and item.spec is not None and item.spec.wants_story
    way = "prepare" if story and before == 1 else _WAYS[before % len(_WAYS)]
    plain = bool(near) and len(near) == len(item.missing)
    way = "ask" if _invites(item) else "learn" if clueless else "gap_plain" if plain else way
    text = words[way].format(question=titled(item), points=points)
    return NextStep(text, item.competency_name, place)


def _further(panel: PanelBrief, places: Sequence[int]) -> tuple[NextStep, ...]:
    """Steps that make the next practice harder where nothing is lacking; one per answer."""
    found = []
    for key, place in zip(_FURTHER, cycle(places), strict=False):
        item = panel.items[place]
        name = item.competency_name
        text = _WORDS[panel.language][key].format(question=titled(item), name=name)
        found.append(NextStep(text, name, place))
    return tuple(found)


def _more(panel: PanelBrief, place: int) -> Iterator[NextStep]:
    """Further steps on a question: its next level, an own case of it, and a listener."""
    item, words = panel.items[place], _WORDS[panel.language]
    texts = [words[key].format(question=titled(item)) for key in ("retell", "explain")]
    if item.next_anchor:
        texts.insert(
            0,
            words["level"].format(
                question=titled(item),
                name=item.competency_name,
                level=item.level + 1,
                anchor=item.next_anchor,
            ),
        )
    for text in texts:
        yield NextStep(text, item.competency_name, place)
