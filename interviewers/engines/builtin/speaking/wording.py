"""Turns a brief into the sentence that is spoken. Pure and deterministic."""

from __future__ import annotations

import re
from itertools import takewhile
from zlib import crc32

from interviewers.engines.base import (
    Aside,
    Brief,
    Check,
    EngineError,
    InterviewerView,
    MessageKind,
)
from interviewers.engines.builtin.speaking.again import in_other_words, was_put
from interviewers.engines.builtin.speaking.choice import choose
from interviewers.engines.builtin.speaking.invited import (
    OTHER,
    THEIR_QUESTIONS,
    asks_opinion,
    questions,
    reply_to,
    said_back,
    subjects,
)
from interviewers.engines.builtin.speaking.nudges import probe_hints
from interviewers.engines.builtin.speaking.phrases import PHRASES, inside
from interviewers.engines.builtin.speaking.plainly import in_short
from interviewers.engines.script import HAN
from interviewgpt.expressions import expression

__all__ = ["pieces", "render"]

_STRONG, _WEAK = 4, 2
_CANDIDATE = "candidate"
"""Who speaks a line of the transcript."""
_ANSWERED_BACK = (Check.DIFFERS, Check.UNFIT, Check.TOLD)
"""What is met with a word that says enough about the answer."""
_STOCK = ("strong", "fair", "weak", "probe", "nudge")
_MARK, _OPENING = {"zh": "「", "en": "“"}, 16
"""How a quote begins, and within so many characters of a line that opens with one."""
_FIGURE = expression(
    r"%|百分|[一二两三四五六七八九十百千万\d](?:成|倍)|从[^，。]{1,12}(?:到|成)|(?:[降升涨减增缩省少多快慢剩]|提(?!前)|达)[^，。]{0,4}[\d一二两三四五六七八九十百千万半]|"
    r"\bpercent\b|\bfrom (?!the \d)(?=.{0,45}(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|hundreds?|dozens?|half|thirds?|quarters?|every|zero|none|seconds?|minutes?|hours?|days?|weeks?)\b)).{1,30}\bto\b|\b(?:by|to|down|up|saved|cut|only) (?:\w+ ){0,2}\d{1,9}(?!\d|st\b|nd\b|rd\b|th\b)|\b(?:halved|doubled|tripled)\b",
    re.IGNORECASE,
)
"""What is so much more or less; how long somebody had for it is no figure to be noted."""
_PUT = expression("[?？]")
_SCENE = expression("[^.。?？!！:：]+[.。:：]")
_WISHES = expression(
    r"\b(?:want|like) to (?:know|understand)\b|\bwant us to\b|想(?:先)?(?:弄清|知道|了解)|希望我们",
    re.IGNORECASE,
)
_SETBACK = expression(
    "失败|没[有能]?(?:成|完成|达到|赶上)|搞砸|出错|出(?:了)?(?:故障|事故|问题)|崩|宕|丢了|误了|亏|"
    r"\b(?:fail(?!over)\w*|broke|crash\w*|lost|missed|mistakes?|wrong|outage|late|too slow|forg[eo]t\w*|overlooked)\b",
    re.IGNORECASE,
)
_NONE = expression(
    "(?:没有?|不会|不再|零|从不)(?:再|出过?|有过?|任何|人){0,3}(?:失败|搞砸|出错|故障|事故|问题|崩|宕|丢|误)|"
    r"\b(?:no|nothing|never|not|none|nobody|without|n't)(?: \w+){0,3} (?:fail\w*|broke|crash\w*|lost|missed|missing|mistakes?|wrong|outages?|late|forg[eo]t\w*|overlooked)\b",
    re.IGNORECASE,
)
"""That no such thing happened."""
_NO_BLANK = expression(f"(?<=[{HAN}，。]) (?=[{HAN}])|^ (?=[{HAN}])")
"""A blank that sets off what is Latin, around what is Chinese."""
_END = expression(r"[^。！？!?；;，,.]*(?:[。！？!?；;，,]+|\.(?=\s|$))\s*|.+$", re.DOTALL)


def render(brief: Brief) -> str:
    """The whole message. Raises `EngineError` when the brief lacks what its kind needs."""
    if brief.aside is not None:
        return _meeting(brief).strip()
    if brief.kind is MessageKind.WELCOME:
        return _say(brief, "welcome", position=brief.position, panel=_panel(brief)).strip()
    if brief.kind is MessageKind.GREETING:
        return _greeting(brief).strip()
    if brief.kind is MessageKind.QUESTION:
        return (_acknowledgement(brief) + _question(brief)).strip()
    if brief.kind is MessageKind.FOLLOW_UP:
        return _follow_up(brief).strip()
    if brief.kind is MessageKind.HINT:
        hints = brief.spec.hints
        if brief.follow_up is not None:
            hints = probe_hints(brief.language, brief.spec, brief.follow_up)
        if brief.hint_step >= len(hints):
            return _say(brief, "no_hint").strip()
        return _say(brief, "hint", hint=hints[brief.hint_step]).strip()
    if brief.kind is MessageKind.HANDOVER:
        if brief.colleague is None:
            raise EngineError("a handover needs a colleague")
        said = _say(brief, "handover", **_person(brief, brief.colleague))
        last = _last(brief)
        heard = brief.quote or brief.standing > _WEAK
        if heard and not last and brief.check is None:
            # Quoting twice running is a habit; to say nothing to what was told is deaf.
            last = _say(brief, "strong" if brief.standing >= _STRONG else "fair")
            if brief.quote and _opened(brief) != "quote":
                last = _say(brief, _tie(brief), quote=inside(brief.quote))
        return (_aside(brief) + last + said).strip()
    return _closing(brief).strip()


def pieces(text: str) -> list[str]:
    """``text`` cut after its clauses; joined again it is ``text``."""
    return _END.findall(text)


def _say(brief: Brief, phrase: str, **values: str) -> str:
    ways = PHRASES[brief.language][phrase]
    if _sets_a_scene(brief):
        # "One more thing: The pages get redesigned." announces what does not come.
        ways = [way for way in ways if not way.rstrip().endswith((":", "："))] or ways
    return choose(ways, phrase, brief.variation, brief.said).format(**values)


def _sets_a_scene(brief: Brief) -> bool:
    """Whether the follow-up that is put says how things are before it asks."""
    if brief.kind is not MessageKind.FOLLOW_UP or brief.follow_up is None or brief.another:
        return False
    return brief.aside is None and _SCENE.match(brief.follow_up.text) is not None


def _person(brief: Brief, person: InterviewerView) -> dict[str, str]:
    role = person.role
    if brief.language == "en" and role[:1].isupper() and role[1:2].islower():
        role = role[0].lower() + role[1:]
    return {"name": person.name, "role": role}


def _panel(brief: Brief) -> str:
    names = [_say(brief, "welcome_member", **_person(brief, member)) for member in brief.panel]
    if brief.language == "zh":
        return "、".join(names)
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _question(brief: Brief) -> str:
    spec = brief.spec
    if not brief.mention:
        return spec.text
    lead = _say(brief, f"lead_{brief.mention_from or 'resume'}", mention=brief.mention)
    return _NO_BLANK.sub("", lead) + spec.text


def _greeting(brief: Brief) -> str:
    if brief.colleague is None:
        name = "greeting_lead" if brief.mention else "greeting"
        return _say(brief, name, **_person(brief, brief.speaker), question=_question(brief))
    name = "greeting_about" if brief.about else "greeting_next"
    if brief.established and brief.about:
        name = "greeting_memo"
    if brief.spec.subject:
        # Who asks about the same project does not say that it will not be asked about again.
        name = "greeting_memo_on" if name == "greeting_memo" else "greeting_next_on"
    return _say(
        brief,
        name,
        **_person(brief, brief.speaker),
        colleague=brief.colleague.name,
        about=_about(brief),
        quote=inside(brief.established),
        question=_question(brief),
    )


def _closing(brief: Brief) -> str:
    """Thanks, one thing that was told well where there is one, and what comes now."""
    if brief.ended:
        first = (_to_questions(brief) if brief.asked else "") + _say(brief, "closing_early")
    else:
        first = _last(brief) + _say(brief, "closing_thanks")
    recall = ""
    if brief.about:
        name = "closing_recall" if brief.established else "closing_about"
        recall = _say(brief, name, about=_about(brief), quote=inside(brief.established))
    rest = "closing_counts" if brief.ended else "closing_feedback"
    return first + recall + _say(brief, rest) + _say(brief, "closing_wish")


def _last(brief: Brief) -> str:
    """What is said to the last answer before the floor passes, or the interview ends."""
    if brief.asked:
        return _to_questions(brief)
    if brief.question is not None and brief.question.topic == THEIR_QUESTIONS:
        if brief.confided:
            if _asked_for_wishes(brief):
                return _say(brief, "their_wish")
            return _say(brief, "their_worry")
        # Who has asked before, and has nothing more, is not told that asking was no must.
        return "" if _has_told_of_practice(brief) else _say(brief, "their_none")
    if brief.skipped:
        return _say(brief, "skipped_last")
    return _say(brief, "gave_up_last") if brief.gave_up else ""


def _to_questions(brief: Brief) -> str:
    """A short reply to the candidate's own questions: once that this is practice, and what they
    normally get."""
    told = brief.questions
    if _asked_for_wishes(brief) and not _PUT.search(told):
        quote = inside(said_back(told, brief.language))
        return _say(brief, "their_wish_quote" if quote else "their_wish", quote=quote)
    asked = len(questions(told))
    name = "their_several" if asked > 1 else "their_more"
    if not _has_told_of_practice(brief):
        name = "their_practice"
    return _say(brief, name) + reply_to(told, brief.language, brief.variation, brief.said)


def _asked_for_wishes(brief: Brief) -> bool:
    """Whether the panel's last line asked what the candidate would want to know: that is answered by things,
    and puts none of them to the panel."""
    last, spec = "".join(brief.said[-1:]), brief.question
    probes = [f.text for f in spec.follow_ups if f.text in last] if spec is not None else []
    return any(map(_WISHES.search, probes))


def _has_told_of_practice(brief: Brief) -> bool:
    """Whether a question of the candidate has been met before."""
    practice = PHRASES[brief.language]["their_practice"]
    return any(said.strip() in text for said in practice for text in brief.said)


def _about(brief: Brief) -> str:
    """The name of a competency within a sentence."""
    about = brief.about
    if brief.language == "en" and about[1:2].islower():
        return about[0].lower() + about[1:]
    return about


def _acknowledgement(brief: Brief) -> str:
    # Who has just been granted a point, or been put right, is not told once more that they were heard.
    met = brief.check is not None or (brief.corrected and not brief.quote)
    return _aside(brief) + ("" if met and not _turns_away(brief) else _response(brief))


def _turns_away(brief: Brief) -> bool:
    """Whether the question is left without an answer to it, which is never passed over."""
    return brief.led_on or brief.skipped or brief.gave_up


def _aside(brief: Brief) -> str:
    """What is said first about how something was said."""
    met = _say(brief, "other_language") if brief.other_language else ""
    if brief.corrected:
        met += _say(brief, "corrected")
    if not brief.asked_back:
        return met + _checked(brief)
    asked = brief.questions
    if asks_opinion(asked):
        return met + _say(brief, "asked_opinion")
    if all(name == OTHER for name, _ in questions(asked)):
        return met + _say(brief, "asked_back_bare")
    reply = reply_to(asked, brief.language, brief.variation, brief.said, invited=False)
    return met + _say(brief, "asked_back") + reply


def _checked(brief: Brief) -> str:
    """A word to what was asked within the answer."""
    if brief.check is None:
        return ""
    on = brief.kind is MessageKind.FOLLOW_UP and brief.check is not Check.MEANING
    return _say(brief, f"check_{brief.check}{'_on' if on else ''}")


def _response(brief: Brief) -> str:
    if brief.led_on:
        return _say(brief, "led_on")
    if brief.skipped:
        return _say(brief, "skipped")
    if brief.gave_up:
        return _say(brief, "gave_up")
    if brief.repeated:
        return _say(brief, "again")
    if brief.standing == 0:
        return ""
    if brief.quote and _opened(brief) != "quote":
        return _say(brief, _tie(brief), quote=inside(brief.quote))
    strong = brief.standing >= _STRONG
    # A good answer is not passed over, unless the one before has just been praised.
    invites = brief.question is not None and brief.question.topic == THEIR_QUESTIONS
    if brief.asked_back or (_opened(brief) == "word" if strong else _just_asks(brief)):
        # Who gives the floor to the candidate has no other question.
        return "" if invites else _say(brief, "next")
    if strong:
        return _say(brief, "strong")
    return _say(brief, "weak" if brief.standing <= _WEAK and not invites else "fair")


def _tie(brief: Brief) -> str:
    """How what somebody said is mentioned before another question, by when it was said and what it is."""
    said = takewhile(lambda line: line.speaker == _CANDIDATE, reversed(brief.recent))
    now = [line.text for line in said]
    if now and not any(brief.quote in text for text in now):
        return "tie_before"
    if _SETBACK.search(_NONE.sub(" ", brief.quote)):
        return "tie_setback"
    return "tie_figure" if _FIGURE.search(brief.quote) else "tie"


def _opened(brief: Brief) -> str:
    """What the panel's last line opened with: a stock "word", a "quote", or "" for neither."""
    last = brief.said[-1] if brief.said else ""
    stock = (said.strip() for name in _STOCK for said in PHRASES[brief.language][name])
    if last.startswith(tuple(stock)):
        return "word"
    return "quote" if _MARK[brief.language] in last[:_OPENING] else ""


def _just_asks(brief: Brief) -> bool:
    """Whether nothing is said to an answer before a question: as often as not, and always after a stock word."""
    if not brief.said:
        return False
    return _opened(brief) == "word" or crc32(f"bare {brief.variation}".encode()) % 2 == 0


def _meeting(brief: Brief) -> str:
    """What is said to something that was no answer."""
    spec = brief.spec
    probe = brief.follow_up if brief.kind is MessageKind.FOLLOW_UP else None
    asked = probe.text if probe is not None else spec.text
    if brief.check is Check.LEAVE:
        # The question is not put again: it may name what they would rather not tell of.
        return _say(brief, "check_leave" if spec.wants_story else "check_leave_view")
    if brief.check in (Check.WITHHOLD, Check.WRONG):
        return _say(brief, f"check_{brief.check}").strip()
    if brief.check is not None:
        return _say(brief, f"check_{brief.check}") + asked
    if brief.aside is Aside.ASSUME and brief.quote:
        return _say(brief, "assume_term", term=inside(brief.quote))
    if brief.aside is Aside.ASSUME:
        return _say(brief, "assume_story" if spec.wants_story else "assume_view")
    # Who has not heard a question, or wants to hear it again, is told it word by word, once; who has not
    # understood it, in other words.
    again = brief.aside is Aside.REPEAT and (not brief.missed or _was_repeated(brief))
    again = again and was_put(asked, brief.language, brief.said)
    if again or brief.aside is Aside.EXPLAIN:
        quote = inside(brief.quote)
        return in_other_words(brief.language, spec, probe, brief.said, brief.variation, quote)
    if brief.aside is Aside.MISPLACED:
        asked = in_short(brief.language, asked)
    said = _person(brief, brief.speaker) | {"question": asked, "quote": inside(brief.quote)}
    if brief.aside is Aside.COMPANY and {*subjects(brief.questions)} - {OTHER}:
        usual = reply_to(brief.questions, brief.language, brief.variation, brief.said)
        return _say(brief, "asked_back") + usual + _say(brief, "back_to", **said)
    if brief.aside is Aside.COURSE:
        name = "course_left" if brief.left else "course_last"
        said["left"] = _say(brief, name, count=str(brief.left))
    return _say(brief, str(brief.aside), **said)


def _was_repeated(brief: Brief) -> bool:
    """Whether the panel's last line said a question once more, word by word."""
    heads = (way.partition("{")[0].strip() for way in PHRASES[brief.language]["repeat"])
    return "".join(brief.said[-1:]).startswith(tuple(heads))


def _follow_up(brief: Brief) -> str:
    if brief.follow_up is None:
        raise EngineError("a follow-up needs its probe")
    text = brief.follow_up.text
    if brief.another:
        text = _say(brief, "their_next")
    return _aside(brief) + _lead(brief) + text


def _lead(brief: Brief) -> str:
    if brief.asked:
        return _to_questions(brief)
    if brief.repeated:
        return _say(brief, "again_story" if brief.retold else "again_probe")
    if brief.off_topic:
        return _say(brief, "astray")
    if brief.told:
        name = "told_quote" if brief.quote else "told_before"
        return _say(brief, name, quote=inside(brief.quote))
    if brief.scant and brief.standing <= _WEAK:
        return _say(brief, "scant")
    if brief.sketched:
        return _say(brief, "sketched")
    if brief.check in _ANSWERED_BACK:
        return ""  # their word was the last, and is met
    if brief.quote and (brief.goes_on or _opened(brief) != "quote"):
        name = "go_on" if brief.goes_on else "pick_up"
        return _say(brief, name, quote=inside(brief.quote))
    if brief.asked_back:
        return _say(brief, "back_to_you")
    if brief.corrected:
        return ""
    if _opened(brief) == "word":
        return _say(brief, "ack") if brief.standing else ""
    # Who had little to say is helped on.
    return _say(brief, "nudge" if 0 < brief.standing <= _WEAK else "probe")
