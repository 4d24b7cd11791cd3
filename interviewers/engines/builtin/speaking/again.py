"""A question that was not understood, put again: first in other and fewer words, then in parts. Pure.

The bank has one wording per question. What it has besides are hints, which approach the same subject from
its easy side. The rest is what kind of answer is wanted, and the one sentence that asks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from interviewers.engines.base import FollowUp, QuestionSpec
from interviewers.engines.builtin.speaking.choice import choose
from interviewers.engines.builtin.speaking.nudges import finer_kind_of, probe_hints
from interviewers.engines.builtin.speaking.plainly import (
    MEANINGS,
    apart,
    case_and_questions,
    meaning,
    sentences,
    with_case,
    without,
)
from interviewgpt.expressions import expression

__all__ = ["in_other_words", "unsaid_hint", "was_put"]

_THEME = {
    "zh": expression(
        r"^(?:那?请|麻烦)?(?:你)?(?:再)?(?:讲|说|谈|聊|分享|描述|回忆|举)(?:一下|一讲|一说|一谈|讲|说|谈|聊)?(?P<theme>一?[次段个件].{4,}?)[。？?]?$"
    ),
    "en": expression(
        r"^(?:please )?(?:tell me (?:about|of)|describe|give me|share|walk me through|think of|talk about) (?P<theme>(?:a|an|one|the) .{8,}?)[.?]?$",
        re.IGNORECASE,
    ),
}
"""A request for a story that names its theme in the first sentence."""
_WANTED: Mapping[str, Mapping[str, str]] = {
    "zh": {
        "choice": "我想听的是你选哪一个，凭什么。",
        "differ": "我想听的是它们差在哪里。",
        "what": "想到什么先说什么，不用一次说全。",
    },
    "en": {
        "choice": "What I am after is which one you would take, and on what grounds.",
        "differ": "What I am after is where they part.",
        "what": "Say what comes to mind first; it need not be complete.",
    },
}
_PARTS = {
    "zh": expression(r"[，,；;](?=(?:又|再|还|并且?|然后|那|以及|分别)?(?:是?怎么|怎样|如何|为什么|凭什么|哪|什么|多久|多少|谁|有没有|会不会|结果|最后|你(?:会|怎么|是)))"),
    "en": expression(r",? and (?=(?:would|do|did|does|can|could|is|are|(?:how|what|why|which|when|where|who)(?: \w+){0,2} (?:do|does|did|is|are|was|would|will|can|could|should|have|has)) )|[;,] (?=(?:how|what|why|which|when|where|who) (?:do|does|did|is|are|would|will|can|could|should) )"),
}  # fmt: skip
_ASKS = {
    "zh": expression("怎|如何|什么|哪|多少|多久|谁|吗|是否|几|还是|有没有|会不会|何"),
    "en": expression(r"\b(?:how|what|why|which|when|where|who|would|do|does|did|is|are|can|could) ", re.IGNORECASE),
}  # fmt: skip
"""Where a sentence goes on to ask another thing."""
_WORDS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "zh": {
        "story": (
            "简单说，就讲一件真事：{theme}。什么时候的事，你做了什么，后来怎样？",
            "换个说法：挑一件真事来讲，{theme}，从头讲到尾就行。",
        ),
        "story_steps": (
            "拆成三步，一步一步来。{theme}：第一步，那是什么时候、出了什么事；第二步，你自己动手做了什么；第三步，结果变成什么样。先说第一步就好。",
        ),
        "story_bare": (
            "我想听一件真实发生过的事：当时什么情况，你自己做了什么，最后怎么样。{hint}{core}",
            "换句话说，挑一件你亲身经历的真事，从头讲到结果就行。{hint}{core}",
        ),
        "view": (
            "换个简单的说法。{wanted}可以这么起头：{hint}要答的是：{core}",
            "我说得短一些。{wanted}这样想容易些：{hint}问的是：{core}",
        ),
        "bare": ("换个简单的说法。{wanted}{core}", "我说得短一些：{core}{wanted}"),
        "steps": ("拆开来问。{case}{parts}先答第一处就行，后面的我再问。",),
        "step": ("慢慢来。{case}{parts}说一小块也算数：{hint}",),
        "last": (
            "还不清楚也没关系：挑你看得懂的那一半先说，或者回复「提示」要个方向，回复「跳过」换一题。问的是：{core}",
            "没关系，猜着说也行，说错了不要紧；也可以回复「提示」或者「跳过」。还是这一句：{core}",
        ),
        "probe": (
            "我说得简单些：{core}{wanted}可以这样想：{hint}",
            "题目还是这一句：{core}{wanted}从这一头想会容易些：{hint}拿不准就说你的猜测。",
        ),
        "probe_case": (
            "就拿你刚才讲的「{quote}」来说：{core}{wanted}",
            "换到你那件事上来问，你讲到「{quote}」。{core}{wanted}",
        ),
        "probe_story": (
            "换个说法：你讲的这件事里，有一处我想听，就是「{point}」。当时是怎样的，照实说就行。",
            "我说得直接些，想听的是这件事里的一处：{point}。记得多少说多少。",
        ),
        "probe_steps": ("再拆小一点。{hint}{core}",),
    },
    "en": {
        "story": (
            "In short, one true story: {theme}. When was it, what did you do, and what became of it?",
            "In other words, pick one case of this and take it from beginning to end: {theme}.",
        ),
        "story_steps": (
            "Let me take it apart, step by step. The story is {theme}. First: when was it, and what had happened? Second: what did you do yourself? Third: how had things changed afterwards? The first step alone is a fine start.",
        ),
        "story_bare": (
            "I would like one thing that really happened: what the situation was, what you did yourself, and how it ended. {hint} {core}",
            "In other words, pick one true story of your own and take me from its beginning to its outcome. {hint} {core}",
        ),
        "view": (
            "More simply, then. {wanted} You could start like this: {hint} What I ask is: {core}",
            "Let me be shorter. {wanted} It is easier from here: {hint} The question is: {core}",
        ),
        "bare": ("More simply, then. {wanted} {core}", "Let me be shorter: {core} {wanted}"),
        "steps": (
            "Let me take it apart. {case}{parts} The first alone is a fine start, I will come to the rest.",
        ),
        "step": ("Slowly, then. {case}{parts} A small piece of it counts: {hint}",),
        "last": (
            "It does not matter if it is still unclear: take the half that you can make something of, or reply “hint” for a direction, “skip” to leave it. It was: {core}",
            "A guess is welcome, and being wrong costs nothing; “hint” and “skip” are there as well. Once more: {core}",
        ),
        "probe": (
            "Let me put it more simply: {core} {wanted}",
            "Once more, then: {core} {wanted} A guess will do.",
        ),
        "probe_case": (
            "Take what you just told me, “{quote}”: {core} {wanted}",
            "Let me ask it of your own case, where you said “{quote}”. {core} {wanted}",
        ),
        "probe_story": (
            "Put another way: one part of what you told me is what I am after, {point}. Just tell me how it was.",
            "More directly, I would like to hear this about it: {point}. As much as you remember will do.",
        ),
        "probe_steps": ("Smaller still. {hint} {core}",),
    },
}  # fmt: skip
_NTH = {"zh": ("一、", "二、", "三、", "四、"), "en": ("(1) ", "(2) ", "(3) ", "(4) ")}
_MARKS = "，,；;。.？? "
_ENDS = {"zh": "？", "en": "?"}


_FIRST = expression(r"^(?:先想[:：]|(?:Think|Ask) first: |Start here: )")
"""The opening of a hint that says where to start."""


def in_other_words(
    language: str,
    question: QuestionSpec,
    probe: FollowUp | None,
    said: Sequence[str],
    variation: int = 0,
    quote: str = "",
) -> str:
    """The question, or the probe, in other words. ``said`` is what the panel has said, so that the wording
    is another one each time; ``quote`` is a line of the probed answer, or ""."""

    def put(name: str, **values: str) -> str:
        return choose(_WORDS[language][name], name, variation, said).format(**values)

    step = _asked_again(probe.text if probe is not None else question.text, language, said)
    if probe is not None:
        core = apart(language, probe.text)
        if step > 1:
            return put("last", core=core)
        wanted = meaning(language, question, probe)
        hints_here = probe_hints(language, question, probe)
        hint = hints_here[unsaid_hint(hints_here, 0, probe.text, said) % len(hints_here)]
        # What somebody lived through, no name of it can give away; it is told, and not guessed.
        named = (p.text for p in question.points if p.key == probe.point and p.cue is None)
        part = next(named, "") if question.wants_story else ""
        name = "probe_story" if part else "probe_case" if quote else "probe"
        name = "probe_steps" if step else name
        core = probe.text if name == "probe_case" else core
        return put(name, wanted=wanted, core=core, hint=hint, point=part, quote=quote)
    case, asked = case_and_questions(language, question.text)
    core = ("" if language == "zh" else " ").join(asked)
    if step > 1:
        return put("last", core=core)
    theme = _THEME[language].match(sentences(language, question.text)[0])
    if theme is not None:
        name = "story_steps" if step else "story"
        return put(name, theme=theme["theme"])
    hints = [without(_FIRST, hint) for hint in question.hints]
    hint = next((h for h in hints if not _was_given(h, question.text, said)), "")
    if not step:
        name = "story_bare" if question.wants_story else "view" if hint else "bare"
        wanted = _wanted(language, core)
        if not case and hint:
            core = asked[0]  # the rest of it can wait
        return put(name, wanted=wanted, hint=hint, core=core).replace("  ", " ")
    parts = [part for sentence in asked for part in _split(language, sentence)]
    name = "steps" if len(parts) > 1 or not hint else "step"
    told = with_case(language, case)
    return put(name, case=told, parts=_counted(language, parts), hint=hint)


def unsaid_hint(hints: Sequence[str], step: int, asked: str, said: Sequence[str]) -> int:
    """The place of the first hint from ``step`` on that was not given since a question or probe was
    ``asked``; behind the last where there is none."""
    return next(
        (n for n in range(step, len(hints)) if not _was_given(hints[n], asked, said)),
        max(step, len(hints)),
    )


def _was_given(hint: str, asked: str, said: Sequence[str]) -> bool:
    first = next((n for n, line in enumerate(said) if asked in line), 0)
    told = _FIRST.sub("", hint).casefold()
    return any(told in line.casefold() for line in said[first:])


def was_put(text: str, language: str, said: Sequence[str]) -> bool:
    """Whether the panel's last message puts a question, verbatim or in other words."""
    return bool(said) and (text in said[-1] or said[-1].startswith(_heads(language)))


def _split(language: str, sentence: str) -> list[str]:
    """What a sentence asks, one thing at a time."""
    pieces = [part.strip(_MARKS) for part in _PARTS[language].split(sentence)]
    parts: list[str] = []
    for piece in pieces:
        if parts and not _ASKS[language].search(parts[-1]):
            # Only what leads up to a question stands before the comma.
            parts = [sentence[: sentence.index(piece, sentence.index(pieces[0])) + len(piece)]]
            continue
        parts.append(piece)
    end = sentence[-1] if sentence[-1] in "。.？?" else _ENDS[language]
    return [part[:1].upper() + part[1:] + end for part in parts if part]


def _counted(language: str, parts: Sequence[str]) -> str:
    if len(parts) == 1:
        return parts[0]
    nth = (*_NTH[language], *[""] * len(parts))
    gap = "" if language == "zh" else " "
    return gap.join(f"{n}{part}" for n, part in zip(nth, parts, strict=False))


def _wanted(language: str, core: str) -> str:
    """What kind of answer a question wants."""
    name = finer_kind_of(language, core)
    return _WANTED[language].get(name) or MEANINGS[language][name]


def _asked_again(text: str, language: str, said: Sequence[str]) -> int:
    """How often a question has been put in other words since it was asked."""
    first = next((n for n, line in enumerate(said) if text in line), -1)
    return sum(line.startswith(_heads(language)) for line in said[first + 1 :])


@cache
def _heads(language: str) -> tuple[str, ...]:
    """How what is put in other words begins."""
    return tuple(
        way.partition("{")[0].strip() for ways in _WORDS[language].values() for way in ways
    )
