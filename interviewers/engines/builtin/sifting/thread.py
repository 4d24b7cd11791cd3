"""With scoring points: which sentences and clauses of an answer are connected with the rest of it.

Where points are recognised by how something is told, any sentence could make one: a number makes a result,
a past tense a situation. So a sentence counts only if something connects it: words that it shares with the
question, with its points or with the rest of the answer, or a person the rest has spoken of. The weaker the
connection, the less talk of the interview is enough to leave the sentence out. What is left out counts as
not said, wherever it stands.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from interviewers.engines.builtin.addressed.address import is_foreign
from interviewers.engines.builtin.addressed.field import field_worth, in_field, speaks_plainly
from interviewers.engines.builtin.addressed.forgery import NEW_START
from interviewers.engines.builtin.addressed.mention import (
    addresses,
    only_mentions,
    without_quotations,
)
from interviewers.engines.builtin.addressed.talk import SOME, worth_of_sentence
from interviewers.engines.builtin.reading.known import Known
from interviewers.engines.builtin.reading.notation import torn
from interviewers.engines.builtin.reading.text import (
    CUT,
    HAN,
    Term,
    fold,
    is_han,
    language_of,
    spans,
    specific,
    terms,
)
from interviewers.engines.builtin.reading.words import STOP_EN
from interviewers.engines.builtin.stories.telling import (
    closes,
    names_own_act,
    tells_of_act,
    tells_of_event,
    tells_of_quantity,
)
from interviewers.engines.builtin.stories.themes import signs, themes_of
from interviewgpt.expressions import expression

__all__ = ["threaded"]

LOOSE, ACTED, TIED = 1.0, 1.5, (1.5, 2.5)
"""A sentence with at least this worth of talk is left out: one that shares nothing with the rest; one that
shares nothing and tells what somebody did; one that shares one or two specific words. A sentence that shares
more stays, whatever it says."""
HAPPENED = 2.0
"""The same for a sentence that tells what happened, addresses nobody and has words of the interview only as any
work has them: machines, records, systems."""
RUN = 2.0
"""The same for clauses of a sentence whose other clauses belong to the answer."""
TURNING = 0.5
"""The worth of addressing somebody; twice as much if done politely."""
REST = 2.0
"""The worth of beginning with a forgery."""
NOTED = 1.5
"""The worth of being written as notation (code, labels, brackets), or in another language."""

_SECOND = expression(r"\byou(?:r|'re|'ll|'d|'ve|rs|rself)?\b|[你您]")
_GOES_ON = expression(
    r"\b(?:he|she|they|them|him|her|hers|his|their|theirs|it|its|both|we|us|our|each|neither|"
    r"the (?:first|second|third|last|two|three|other|others|rest|same|next)|nobody|everyone|everybody|no one|none)\b|"
    r"[他她它]|对方|大家|双方|两[人边个]|我们|于是|后来|从此|从那|这[样么才些件次种]|那[天次时些件样]|没再|再也"
)
"""References to what was spoken of before."""
_OBJECT = expression(r"[\"'“”]\s*[:：]\s*[\"'“{\[\d]|[{}\[\]]\s*,?\s*[\"'“{}]")
_NOTATION = expression(
    r"<[|/][^<>]*>|<\w+>|^\W{0,3}#{2,}|#{3,}|^\W{0,3}(?:```|~~~)|^\W{0,3}\$ |"
    r"^[-*\s]{0,4}(?!(?i:results?|outcome|situation|task|action|background|context|goal)|[^\x00-\x7f]{0,4}(?:结果|结论|背景|情境|任务|行动|目标))\w{2,12}[:：=] ?\S{1,24}(?: \S{1,12}){0,2}$|\[/?[A-Z]{3,}\]|(?<!\w)(?=[A-Za-z0-9+/]{20})(?=\w{0,40}[a-z])(?=\w{0,40}[A-Z])(?=\w{0,40}\d)"
)
"""Notation: what is written as code, labels or brackets."""
_LABELLED = expression(r"[-*\s]{0,4}\w{2,12}[:：=] ?\S{1,24}(?: \S{1,12}){0,2}")
_ODD = expression(r"[<\[\]#`~$:：=]|[A-Za-z0-9+/]{20}")
"""Text without one of these is no notation."""
LABEL = 24
"""Characters of the longest label."""
_RECORD = expression(r"\{[^{}]{0,400}?[\"“”'][^{}]{0,400}?[:：][^{}]{0,400}\}")
NAMED = 3
"""A record that names this many of the things that a question and its points are about tells something."""
_STARTS = expression(
    rf"(?<=[a-z.,;]) (?=[A-Z]{{4,}}\b|[<\[{{\"“#`])|(?<=[{HAN}，。；]) ?(?=[A-Za-z][a-z']* [a-z']+ [a-z']+ )|(?<=[a-z.,;]) ?(?=[{HAN}]{{4}})"
)
"""Where another text begins without punctuation before it: machine text, or another language."""
_WORDS = expression(rf"[a-z']{{2,}}|[{HAN}]")
OTHER_LATIN, OTHER_HAN = 4, 6
"""From this many words (Chinese: characters) on a piece is in the language of the rest or in another one."""
_FENCE = expression(r"```.*?(?:```|\Z)", re.DOTALL)
_CUT = expression(r"[,，;；:：()（）\[\]【】\"“”「」\n]|\s[-–—]+\s|——")
_BOUND = " ,，;；:：、(（"


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was asked for: the words of the question and its points, and the signs of its theme."""

    known: Known
    themes: Sequence[re.Pattern[str]]
    language: str
    """That of the question."""

    def expects(self, word: Term) -> bool:
        return word in self.known.expected or word in self.known.topic


@dataclass(frozen=True, slots=True)
class _Part:
    """A sentence or a clause: where it lies, its folded text, and its worth as talk and as addressing somebody."""

    start: int
    end: int
    folded: str
    talk: float
    turns: float
    spoken: float = 0.0
    """The part of its worth as talk that is not from words of the interview, which any work may have."""

    @property
    def talks(self) -> bool:
        return self.talk >= SOME

    @property
    def worth(self) -> float:
        return self.talk + self.turns

    @property
    def words(self) -> frozenset[Term]:
        """Its specific words."""
        return _words(self.folded)

    @property
    def goes_on(self) -> bool:
        """Whether it refers to somebody or something mentioned before."""
        return bool(_GOES_ON.search(self.folded))


@lru_cache(maxsize=1_024)
def _words(folded: str) -> frozenset[Term]:
    return specific(terms(folded))


def threaded(text: str, known: Known, question: str) -> tuple[str, bool]:
    """``text`` without the parts that do not belong to the answer, and whether there were any. ``known`` are
    the words of the question and of its points."""
    asked = _Asked(known, themes_of(question), language_of(question))
    out = torn(text) if '"' in text or "”" in text else []
    whole = text
    out += [
        found.span()
        for found in _RECORD.finditer(text)
        if _ties(_part(text, *found.span(), asked), asked, Counter()) < NAMED
    ]
    for start, end in out:
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    sentences = [_part(text, start, end, asked) for start, end in _units(text)]
    if not out and all(part.worth < LOOSE and not _is_label(part) for part in sentences):
        return whole, False
    shared = _said_in(sentences)
    rest: list[_Part] = []
    for part in sentences:
        cut = _beside(text, part, asked, shared) if part.worth >= SOME else []
        out += cut
        rest.append(_left(text, part, cut, asked) if cut else part)
    shared = _said_in(rest)
    for part in rest:
        said = text[part.start : part.end]
        if _belongs(part, _ties(part, asked, shared)) or only_mentions(said):
            continue
        cut = _beside(text, part, asked, shared, least=LOOSE)
        out += cut or [(part.start, part.end)]
    for start, end in reversed(_merged(out)):
        whole = _joined(whole[:start], whole[end:])
    return (whole.strip(), True) if out else (whole, False)


def _units(text: str) -> list[tuple[int, int]]:
    """Where the sentences of a text lie; a fenced block, and neighbouring lines with a label, are one each."""
    fences = [fence.span() for fence in _FENCE.finditer(text)] if "```" in text else []
    edges = [0, *(edge for fence in fences for edge in fence), len(text)]
    between = zip(edges[::2], edges[1::2], strict=True)
    found = [(a + start, b + start) for start, end in between for a, b in spans(text[start:end])]
    if ":" not in text and "：" not in text:
        return sorted([*found, *fences])
    units: list[tuple[int, int]] = []
    before = False
    for start, end in sorted([*found, *fences]):
        labelled = bool(_LABELLED.fullmatch(text, start, end))
        if labelled and before:
            units[-1] = units[-1][0], end
        else:
            units.append((start, end))
        before = labelled
    return units


def _said_in(parts: Sequence[_Part]) -> Counter[Term]:
    """The number of parts without talk in which each word occurs."""
    return Counter(word for part in parts if not part.talks for word in part.words)


def _part(text: str, start: int, end: int, asked: _Asked, *, clause: bool = False) -> _Part:
    piece = text[start:end]
    folded = fold(piece)
    worths = worth_of_sentence(piece, asked.known), field_worth(folded, asked.expects)
    talk = max(worths) + (TURNING if min(worths) >= LOOSE else 0.0)
    spoken = worths[0]
    if _OBJECT.search(piece):
        talk += NOTED + TURNING
        spoken += NOTED
    elif (
        _is_form(piece)
        or (_LABELLED.fullmatch(piece) and _is_beside_cut(text, start, end))
        or (_ODD.search(piece) and _NOTATION.search(piece))
        or _is_other(folded, asked.language)
        or is_foreign(piece, folded)
    ):
        talk += NOTED
        spoken += NOTED
    if piece[:1].islower() and text[:start].rstrip(" ").endswith(CUT):
        talk += REST  # of a sentence that something was cut out of
    # By itself such a turn tells nothing of a whole sentence.
    turns = _turns(piece) if talk or clause or "您" in piece else 0.0
    if spoken < SOME and speaks_plainly(folded):
        spoken = SOME
    return _Part(start, end, folded, talk, turns, spoken)


def _is_form(piece: str) -> bool:
    """Whether a piece is lines with a label each."""
    lines = piece.split("\n")
    return len(lines) > 1 and all(_LABELLED.fullmatch(line.strip()) for line in lines)


def _is_beside_cut(text: str, start: int, end: int) -> bool:
    """Whether something was taken out right before or behind a place."""
    return text[:start].rstrip().endswith(CUT) or text[end:].lstrip("\n .。`").startswith(CUT)


def _turns(piece: str) -> float:
    told = fold(without_quotations(piece))
    if "您" in told:
        return 2 * TURNING
    return TURNING if _SECOND.search(told) or addresses(piece) else 0.0


def _is_other(folded: str, language: str) -> bool:
    """Whether a folded piece is in the other language an interview may be held in."""
    if folded.isascii() == (language == "en"):
        return False
    words = _WORDS.findall(folded)
    han = sum(map(is_han, words))
    if language == "zh":
        return not han and sum(word in STOP_EN for word in words) > 1 and len(words) >= OTHER_LATIN
    return han >= OTHER_HAN and 2 * han > len(words)


def _left(text: str, part: _Part, cut: Sequence[tuple[int, int]], asked: _Asked) -> _Part:
    """What is left of a sentence, at its old place."""
    left = text[part.start : part.end]
    for start, end in reversed(cut):
        left = f"{left[: start - part.start]} {left[end - part.start :]}"
    return replace(_part(left, 0, len(left), asked), start=part.start, end=part.end)


def _ties(part: _Part, asked: _Asked, shared: Counter[Term]) -> int:
    """How many words a part shares with what is expected or with another part (words of the interview only with
    two of them), and signs of the theme."""
    least = 0 if part.talks else 1  # a part that does not talk is one of those that have its words
    on_theme = bool(asked.themes and signs(asked.themes, (part.folded,)))
    return on_theme + sum(
        shared[word] > least + 1 if in_field(word) else asked.expects(word) or shared[word] > least
        for word in part.words
        if not word.isdigit()
    )


def _belongs(part: _Part, ties: int) -> bool:
    if not ties:
        least = ACTED if part.worth < ACTED and tells_of_act(part.folded) else LOOSE
        if (
            part.spoken < SOME
            and not part.turns
            and (tells_of_event(part.folded) or names_own_act(part.folded))
        ):
            least = HAPPENED
        return part.worth < least and not _is_label(part)
    return ties > len(TIED) or part.worth < TIED[ties - 1]


def _is_label(part: _Part) -> bool:
    """Whether a part is a word or two of the interview, and says nothing of them."""
    if not part.worth or len(part.folded) > LABEL or tells_of_event(part.folded):
        return False
    return bool(part.words) and all(map(in_field, part.words))


def _beside(
    text: str, whole: _Part, asked: _Asked, shared: Counter[Term], least: float = RUN
) -> list[tuple[int, int]]:
    """The runs of clauses in a sentence that are talk with a worth of ``least``, and have nothing to do with
    the rest of it."""
    if "\n" in text[whole.start : whole.end]:
        return []  # a fenced block or a form is one thing
    cuts = {
        cut.end()
        for pattern in (_CUT, NEW_START, _STARTS)
        for cut in pattern.finditer(text, whole.start, whole.end)
    }
    places = pairwise(sorted({whole.start, *cuts, whole.end}))
    parts = [_part(text, a, b, asked, clause=True) for a, b in places if text[a:b].strip()]
    around = shared + _said_in(parts)
    if not whole.talks:
        around -= Counter(whole.words)
    ties = [_ties(part, asked, around) for part in parts]
    talk = [
        part.worth > 0 and count < (1 if part.worth < TIED[0] else 2) and not _compares(part)
        for part, count in zip(parts, ties, strict=True)
    ]
    first, last = (talk.index(True), len(talk) - talk[::-1].index(True)) if any(talk) else (0, 0)
    firm = [
        not talk[i]
        and (
            ties[i] > 0
            or (
                not first < i < last - 1
                and (
                    _compares(part)
                    or (not part.worth and (part.goes_on or tells_of_event(part.folded)))
                )
            )
        )
        for i, part in enumerate(parts)
    ]
    if not any(firm):
        return []
    found = []
    for run in _runs([not f for f in firm]):
        spoken = [i for i in run if talk[i]]
        if not spoken:
            continue
        start, stop = spoken[0], spoken[-1]
        place = parts[start].start, parts[stop].end
        if _part(text, *place, asked).worth >= least:
            found.append(place)
    return found


def _compares(part: _Part) -> bool:
    """Whether a clause says how an amount became another one ("from 58 to 74 percent") and addresses nobody."""
    if part.spoken or part.worth >= LOOSE:
        return False
    return tells_of_quantity(part.folded) and closes(part.folded)


def _runs(which: Sequence[bool]) -> list[list[int]]:
    """The numbers of neighbours that are so."""
    found: list[list[int]] = []
    for number, is_so in enumerate(which):
        if is_so and number and which[number - 1]:
            found[-1].append(number)
        elif is_so:
            found.append([number])
    return found


def _merged(places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def _joined(before: str, behind: str) -> str:
    """The text before and behind something that was left out, put together."""
    left = before.rstrip(_BOUND)
    right = behind.lstrip(f"{_BOUND})）.。!！?？")
    marks = behind[: len(behind) - len(right)]
    if not left.strip():
        return right
    if not right:
        return left if left[-1] in ".。!！?？" else f"{left}{marks.lstrip(f'{_BOUND})）')}"
    if any(mark in marks for mark in ".。!！?？\n"):
        return f"{left}{marks.lstrip(f'{_BOUND})）')}{right}"
    return f"{left}{before[len(left) :] or ' '}{right}"
