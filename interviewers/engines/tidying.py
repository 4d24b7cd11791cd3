"""A model's speech without what is only paint: a name in front, quotation marks around the whole,
stage directions, Markdown, emoji, a wrapping of JSON, and the lines it writes for somebody else.

It works on the stream and waits only where a beginning may become one of these. What stands in
the question itself is the question's, and stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from interviewers.engines.echo import letters
from interviewgpt.expressions import expression
from interviewgpt.llm_text import json_in

__all__ = ["Tidy"]

_SPEAKERS = (
    "面试官", "主持人", "考官", "助手", "回复", "问题", "追问", "提问", "输出", "interviewer", "host", "assistant", "ai",
    "question", "follow-up", "reply", "response", "output", "q",
)  # fmt: skip
_OTHER_WORDS = (
    "候选人", "应聘者", "求职者", "面试者", "用户", "系统", "candidate", "applicant", "interviewee", "user", "human", "system",
    "me", "you",
)  # fmt: skip
_OTHERS = expression(rf"(?:{'|'.join(_OTHER_WORDS)})\s*[:：]", re.IGNORECASE)
"""A line of somebody else: from here on the model plays both sides."""
_LONGEST_OTHER = 14
_OPENS, _SHUTS = "[【（(*_#「", "]】）)*_」"
_ADDED = expression(r"\s*[（(\[【][^）)\]】\n]{0,40}(?:[）)\]】]|\Z)")
_JOINT = " \t·-–—"
_PAIRS = {"“": "”", "「": "」", "『": "』", '"': '"'}
_BRACKETS = {"（": "）", "(": ")", "【": "】", "[": "]"}
_LONGEST_BRACKET = 40
_STAGE = expression(
    r"\s*(?:[^，。？]{0,4}?(?:微笑|笑|点头|点了|停顿|沉默|思考|看着|看向|看了|翻看|翻阅|记录|示意|皱眉|清嗓|挥手|鼓掌|语气|声音|表情|身体|"
    r"推了|合上|递)"
    r"|(?:\w+ly )?(?:smil|nod|laugh|chuckl|paus|lean|sigh|gestur|grin|clears|waves|looks? (?:up|at|down)|"
    r"looking (?:up|at|down)|takes? notes?|taking notes?|writes? (?:it )?down|makes? a note|warmly|gently))",
    re.IGNORECASE,
)
_EMOJI = expression("[\u2600-\u27bf\u2b50\u2b55\u200d\ufe0e\ufe0f\u20e3\U0001f000-\U0001faff]")
_SPECIAL = expression(
    '[\n*`<（(【\\[“”「」『』"\u2600-\u27bf\u2b50\u2b55\u200d\ufe0e\ufe0f\u20e3\U0001f000-\U0001faff]'
)
_LINK = expression(r"\[([^\]\n]{0,80})\]\([^)\s]{0,300}(\)|\Z)")
_MARKER = expression(r"(?:[-*+•>][ \t]+|>|\d{1,2}(?:[.)][ \t]+|、))")
_MARKER_BEGUN = expression(r"(?:#{1,6}|[-*+•>]|\d{1,2}[.)]?|-{2,}|\*{2,})[ \t]*\Z")
_RULE = expression(r"(?:-{3,}|\*{3,}|_{3,})[ \t]*(?=\n|\Z)")
_HEADING = expression(r"#{1,6}[ \t]*([^\n]*)(\n|\Z)")
_CODE = expression(r"```\w*\n?|`+")
_TAG = expression(
    r"</?(?:b|i|u|em|strong|p|br|say|speech|answer|response|reply|question|output|message|text|"
    r"result|final)(?: [^<>]{0,40})?/?>",
    re.IGNORECASE,
)
_TAG_BEGUN = expression(r"</?[a-zA-Z]{0,8}[1-6]?(?: [^<>]{0,40})?/?\Z")
_STARS = expression(r"\*+")
_EMPHASIS = expression(r"\*([^*\n]{1,30})\*")
_LONGEST_EMPHASIS = 32
_QUESTION = expression("[?？]")
_TITLE = 14
"""Letters of a heading that is no more than one."""
_WRAPPING = expression(r"```\w*\n?|\A\{\s*\"?\w+\"?\s*:\s*\"?|\"?\s*\}?\s*\Z")
_SAID = ("say", "speech", "text", "content", "message", "reply", "response", "question", "output")


class Tidy:
    """Takes the paint off one reply. ``names`` are those of who speaks, ``others`` of who does not;
    ``asked`` is what is to be asked, ``heard`` what the candidate said, which may be quoted."""

    def __init__(
        self,
        names: Iterable[str],
        others: Iterable[str] = (),
        *,
        asked: str = "",
        heard: Iterable[str] = (),
    ) -> None:
        known = {name.casefold() for name in (*names, *_SPEAKERS) if name}
        self._names = sorted(known, key=len, reverse=True)
        self._others = tuple(f"{name}：" for name in others if name)
        self._asked = asked
        self._heard = list(heard)
        self._heard_letters: str | None = None
        self._held = ""
        self._opening, self._fresh = True, True
        self._wrapped = self._over = False
        self._closer, self._depth = "", 0
        self._last = ""

    def feed(self, text: str) -> str:
        """What may be given now."""
        if self._over:
            return ""
        plain = not (self._opening or self._fresh or self._held or text[:1] == " ")
        if plain and _SPECIAL.search(text) is None:
            self._last = text[-1:] or self._last
            return text
        self._held += text
        return "" if self._wrapped else self._take(final=False)

    def rest(self) -> str:
        """What was waited with, once nothing follows."""
        if self._wrapped:
            self._held, self._wrapped, self._opening = _unwrapped(self._held), False, True
        return "" if self._over else self._take(final=True)

    def _take(self, *, final: bool) -> str:
        if self._opening:
            opened = self._open(self._held, final=final)
            if opened is None:
                return ""
            self._held, self._opening = opened, False
        said, self._held = self._inline(self._held, final=final)
        self._last = said[-1:] or self._last
        return said

    # --- The beginning ------------------------------------------------------------------------

    def _open(self, text: str, *, final: bool) -> str | None:
        """The reply without what stands before its first word; None while that cannot be told."""
        while True:
            text = text.lstrip()
            if not text and not final:
                return None
            if text.startswith(("{", "```")) and not final:
                self._wrapped, self._held = True, text
                return None
            if not final and text and "```".startswith(text):
                return None
            rest = self._without_label(text)
            if rest is None and not final:
                return None
            if rest is not None and rest != text:
                text = rest
                continue
            if text[:1] in _BRACKETS:
                end = text.find(_BRACKETS[text[0]], 0, _LONGEST_BRACKET)
                if end < 0 and not final and len(text) < _LONGEST_BRACKET:
                    return None
                named = text[1 : max(end, 1)].casefold() in self._names
                if end > 0 and (named or self._is_stage(text[1:end])):
                    text = text[end + 1 :]
                    continue
            if text[:1] in _PAIRS:
                quoting = self._quotes(text, final=final)
                if quoting is None:
                    return None
                if not quoting:
                    self._closer, text = _PAIRS[text[0]], text[1:]
                    continue
            return text

    def _quotes(self, text: str, *, final: bool) -> bool | None:
        """Whether the mark that ``text`` begins with opens a quotation of the candidate, and not the
        whole speech; None while that cannot be told."""
        own = self._own_quote(text[0])
        if own and (text.startswith(own) or own.startswith(text)):
            return True if text.startswith(own) or final else None
        inside, shut, _ = text[1:].partition(_PAIRS[text[0]])
        if self._heard_letters is None:
            self._heard_letters = "\0".join(map(letters, self._heard))
        said = letters(inside)
        if said and said not in self._heard_letters:
            return False
        if shut:
            return True
        return False if final else None

    def _own_quote(self, opener: str) -> str:
        """What the question itself begins with in quotation marks, "" for nothing."""
        for line in self._asked.splitlines():
            if line.startswith(opener):
                end = line.find(_PAIRS[opener], 1)
                return line[: end + 1]
        return ""

    def _without_label(self, text: str) -> str | None:
        """``text`` without the name in front of it; None while it may become one."""
        rest = text.lstrip(_OPENS)
        named = False
        while hit := next((n for n in self._names if rest[: len(n)].casefold() == n), ""):
            rest, named = rest[len(hit) :].lstrip(_JOINT), True
        begun = rest.casefold()
        if any(name.startswith(begun) for name in self._names):
            return None
        if not named:
            return text
        if added := _ADDED.match(rest):
            rest = rest[added.end() :]
        rest = rest.lstrip(_SHUTS + " ")
        if not rest:
            return None
        if rest[0] not in ":：":
            return text
        return rest[1:].lstrip(" *_")

    # --- Within -------------------------------------------------------------------------------

    def _inline(self, text: str, *, final: bool) -> tuple[str, str]:
        """What may be given of ``text``, and what has to wait."""
        out: list[str] = []
        place = 0
        if self._fresh:
            begun = self._line(text, 0, final=final)
            if begun is None:
                return "", text
            place, self._fresh = begun, False
        while not self._over:
            found = _SPECIAL.search(text, place)
            start = found.start() if found else len(text)
            self._add(out, text[place:start])
            if found is None:
                return "".join(out), ""
            if (done := self._special(text, start, out, final=final)) is None:
                return "".join(out), text[start:]
            place = done
        return "".join(out), ""

    def _special(self, text: str, start: int, out: list[str], *, final: bool) -> int | None:
        """Deals with the mark at ``start``; where to go on, None to wait for more."""
        char = text[start]
        if char == "\n":
            after = start + len(text[start:]) - len(text[start:].lstrip())
            if after == len(text) and not final:
                return None
            begun = self._line(text, after, final=final)
            if begun is not None and begun < len(text):
                self._add(out, "\n")
            return begun
        if char == "*":
            return self._star(text, start, out, final=final)
        if char == "<":
            if (tag := _TAG.match(text, start)) and "<" not in self._asked:
                return tag.end()
            waits = not final and _TAG_BEGUN.match(text, start)
            return None if waits else self._keep(out, char, start)
        if char == "`":
            if "`" in self._asked:
                return self._keep(out, char, start)
            code = _CODE.match(text, start)
            end = code.end() if code else start + 1
            return None if end == len(text) and not final else end
        if char in _BRACKETS:
            return self._bracket(text, start, out, final=final)
        if char in self._closer or (self._closer and char == _open_of(self._closer)):
            if self._closer == '"' and start + 1 == len(text) and not final:
                return None
            return self._quote(text, start, out)
        if _EMOJI.match(char) and char not in self._asked:
            return start + 1
        return self._keep(out, char, start)

    def _keep(self, out: list[str], char: str, start: int) -> int:
        self._add(out, char)
        return start + 1

    def _add(self, out: list[str], text: str) -> None:
        """Where something was taken out between two blanks, one of them goes too."""
        before = next((part[-1] for part in reversed(out) if part), self._last)
        if not before:
            text = text.lstrip()
        elif before in " \n":
            text = text.lstrip(" ")
        out.append(text)

    def _line(self, text: str, place: int, *, final: bool) -> int | None:
        """Where the words of the line begin that begins at ``place``; None to wait for more."""
        rest = text[place:]
        if not final and (not rest or _MARKER_BEGUN.match(rest)):
            return None
        if not self._fresh:
            if _OTHERS.match(rest) or any(_is_label(rest, name) for name in self._others):
                self._over = True
                return len(text)
            if not final and len(rest) <= _LONGEST_OTHER and ":" not in rest and "：" not in rest:
                begun = rest.casefold()
                if any(word.startswith(begun) for word in _OTHER_WORDS) or any(
                    name.startswith(rest) for name in self._others
                ):
                    return None
            without = self._without_label(rest)
            if without is None and not final:
                return None
            place = len(text) - len(rest if without is None else without)
        while True:
            if rule := _RULE.match(text, place):
                end, kept = rule.end(), False
            elif text.startswith("#", place) and "#" not in self._asked:
                heading = _HEADING.match(text, place)
                if heading is None or (not heading.group(2) and not final):
                    return None
                title = heading.group(1)
                kept = bool(_QUESTION.search(title)) or len(letters(title)) > _TITLE
                end = heading.start(1) if kept else heading.end(1)
            else:
                marker = _MARKER.match(text, place)
                kept = True
                end = marker.end() if marker and not self._begins(marker.group()) else place
            if kept:
                return end
            place = len(text) - len(text[end:].lstrip())
            if place == len(text) or (not final and _MARKER_BEGUN.match(text, place)):
                return place if final else None

    def _begins(self, marker: str) -> bool:
        return self._asked.startswith(marker)

    def _star(self, text: str, start: int, out: list[str], *, final: bool) -> int | None:
        stars = _STARS.match(text, start)
        end = stars.end() if stars else start + 1
        if end == len(text) and not final:
            return None
        if "*" in self._asked:
            self._add(out, text[start:end])
            return end
        if end - start > 1:
            return end
        after = text[end : end + 1]
        before = text[start - 1 : start] if start else self._last
        if not after or after.isspace() or (before.isalnum() and after.isalnum()) or before == "(":
            return self._keep(out, "*", start)
        if emphasis := _EMPHASIS.match(text, start):
            inside = emphasis.group(1)
            self._add(out, "" if self._is_stage(inside) else inside)
            return emphasis.end()
        if not final and len(text) - start < _LONGEST_EMPHASIS and "\n" not in text[start:]:
            return None
        return self._keep(out, "*", start)

    def _bracket(self, text: str, start: int, out: list[str], *, final: bool) -> int | None:
        if text[start] == "[" and (link := _LINK.match(text, start)):
            if not link.group(2) and not final:
                return None
            self._add(out, link.group(1))
            return link.end()
        end = text.find(_BRACKETS[text[start]], start, start + _LONGEST_BRACKET)
        if end < 0:
            waits = not final and len(text) - start < _LONGEST_BRACKET
            return (
                None if waits and "\n" not in text[start:] else self._keep(out, text[start], start)
            )
        if text[start] == "[" and end + 1 == len(text) and not final:
            return None
        if self._is_stage(text[start + 1 : end]):
            return end + 1
        self._add(out, text[start : end + 1])
        return end + 1

    def _quote(self, text: str, start: int, out: list[str]) -> int:
        """Marks around the whole are left out in pairs; those within it stay."""
        char = text[start]
        if self._closer == '"':
            before = text[start - 1 : start] if start else self._last
            after = text[start + 1 : start + 2]
            opens = (not before or before in " \n（(：:，,") and bool(after.strip())
        else:
            opens = char != self._closer
        if opens:
            self._depth += 1
        elif self._depth == 0:
            self._closer = ""
            return start + 1
        else:
            self._depth -= 1
        return self._keep(out, char, start)

    def _is_stage(self, inside: str) -> bool:
        return _STAGE.match(inside) is not None and inside not in self._asked


def _open_of(closer: str) -> str:
    return next(opener for opener, shut in _PAIRS.items() if shut == closer)


def _is_label(text: str, name: str) -> bool:
    return text.startswith((name, f"{name[:-1]}:"))


def _unwrapped(text: str) -> str:
    """What was to be said, out of a wrapping of JSON or of a code fence."""
    try:
        value = json_in(text)
    except ValueError:
        return _WRAPPING.sub("", text)
    said: Sequence[str] = [entry for entry in value.values() if isinstance(entry, str)]
    named = next((value[key] for key in _SAID if isinstance(value.get(key), str)), "")
    return named or max(said, key=len, default="")
