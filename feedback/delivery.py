"""How an answer was given: time, length, filler words. Shown apart, and part of no score.

Nothing here is read by `scoring` or by an engine. Everything is counted from the transcript: it
cannot tell thinking from a pause of the interview, nor typing from speaking.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from statistics import median

from interviewers.engines.builtin.judging.bilingual import other_language
from interviewers.engines.script import count_han, has_han
from interviewgpt.expressions import expression

__all__ = ["Delivery", "Figures", "Spoken", "figures", "fillers", "length", "unit_of"]

FASTEST = {"characters": 600, "words": 300}
"""A minute; whoever seems faster has pasted the answer or had it ready."""

_WORD = expression(r"[A-Za-z0-9]+(?:['\u2019.+#/-]*[A-Za-z0-9+#]+)*")
_PAUSE = r"[\s，,。.、…~～—!?！？；;：:]"
_HALT = r"[\s，,、…~～—]"
# Words with a plain meaning of their own count where they hesitate only: at the head of a clause and
# before a halt, or said twice in a row.
_HEAD = rf"(?:(?<={_PAUSE})|^)"
_ZH = {
    "嗯": r"嗯+",
    "呃": rf"呃+|{_HEAD}额+(?={_PAUSE})",
    "那个": rf"(?:那个){{2,}}|{_HEAD}那个(?={_HALT})",
    "这个": rf"(?:这个){{2,}}|{_HEAD}这个(?={_HALT})",
    "就是": rf"(?:就是){{2,}}|就是说(?!的|法)|{_HEAD}就是(?={_HALT}|我(?:觉得|感觉|想|认为)|那个|这个|[嗯呃])|(?<!不)(?<!也)就是(?={_HALT})",
    "然后": rf"(?:然后){{2,}}|{_HEAD}然后(?:呢|啊)?(?={_HALT})|{_HEAD}然后(?=就是|那个|[嗯呃])",
    "怎么说": rf"{_HEAD}(?:[嗯呃]+|这个?|那个?|就|该)?怎么说呢?(?={_PAUSE}|$)",
    "反正": rf"{_HEAD}反正",
}
_EN = {
    "um": r"\bu+m+\b|\berm+\b",
    "uh": r"\bu+h+\b|\ber+\b",
    "like": r"\blike(?=,)|(?<=, )like(?= (?:i|i'm|we|so|really|totally|super|just|um|uh|you know|basically|literally)\b)|\blike(?= like\b)",
    "you know": r"\byou know\b",
    "I mean": r"\bi mean\b",
    "sort of": r"\b(?:sort|kind) of\b",
    "basically": r"\bbasically\b",
    "actually": r"(?:(?<=[.,;!?…—] )|^)(?:(?:and|but|so|well),? )?actually\b|\bactually(?=[,…])",
    "so yeah": r"\bso,? yeah\b",
}
_FILLERS = {
    language: {word: expression(pattern, re.IGNORECASE) for word, pattern in table.items()}
    for language, table in (("zh", _ZH), ("en", _EN))
}
_MEANT = expression(
    r"\b(?:look|sound|feel|seem|taste|smell|act|work|behave|run|read|treat|use|do|does|be|is|was|are|were|it|them|i|we|you|they|people|users?|customers?|would|might|not|much|don't|didn't|doesn't|'d)(?:s|ed|ing)? like,|"
    r"\b(?:do|did|does|as|if|once|when|that|because|let|lets|letting|until|before|can|could|will|would|should|must|may|might|n't|what|all|people|someone|somebody|'ll|'d) you know\b|(?<=n't )you know\b|\blet(?:s|ting)? you know\b|"
    r"\byou (?:already |only )?know (?:how|what|that|the|about|why|where|when|who|if|whether|which|it|him|her|them|your|my|our|their|each|every\w*|exactly|nothing|something|of|from)\b|"
    r"\b(?:what|by (?:that|this|which|\w+)|do|does|did|than|thing|if you know what) i mean\b|\bi mean (?:that|the|by|to|it|this)\b|"
    r"\b(?:a|an|the|this|that|these|those|what|which|some|any|every|each|another|one|two|same|different|right|wrong|new|other|certain|special|last|first|best|worst) (?:sort|kind) of\b"
)
"""English words in use that look like fillers."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A line of the transcript; ``candidate`` is whether it is theirs, ``beside`` whether that line was
    met as no answer."""

    id: int
    candidate: bool
    at: datetime
    text: str
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Figures:
    """One answer: the lines a candidate sent before the panel spoke again, ``message_id`` the last.

    ``seconds`` from the panel's last line before it to its last line, None without such a line;
    ``length`` in the unit of the language (see `length`).
    """

    message_id: int
    seconds: float | None
    length: int
    fillers: Mapping[str, int]

    @property
    def per_minute(self) -> float | None:
        return round(self.length * 60 / self.seconds, 1) if self.seconds else None


@dataclass(frozen=True, slots=True)
class Delivery:
    """The figures of all answers in the interview's language; ``unit`` is "characters" (Chinese) or "words" (English)."""

    unit: str
    answers: tuple[Figures, ...]

    def pace(self, answer: Figures) -> float | None:
        """Units a minute, None where nobody speaks or types so fast."""
        per_minute = answer.per_minute
        return per_minute if per_minute is not None and per_minute <= FASTEST[self.unit] else None

    @property
    def median_seconds(self) -> float | None:
        known = [answer.seconds for answer in self.answers if answer.seconds is not None]
        return round(median(known), 1) if known else None

    @property
    def median_length(self) -> float | None:
        return median(answer.length for answer in self.answers) if self.answers else None

    @property
    def fillers(self) -> dict[str, int]:
        """Filler words of the whole interview, the most frequent first."""
        total: Counter[str] = Counter()
        for answer in self.answers:
            total.update(answer.fillers)
        return dict(sorted(total.items(), key=lambda pair: (-pair[1], pair[0])))


def unit_of(language: str) -> str:
    """What lengths are counted in."""
    return "characters" if language == "zh" else "words"


def length(text: str, language: str) -> int:
    """Chinese: characters and Latin words, without punctuation; English: words."""
    words = len(_WORD.findall(text))
    return words + count_han(text) if language == "zh" else words


def fillers(text: str, language: str) -> dict[str, int]:
    """How often each filler word stands in ``text``, those that do."""
    said = _MEANT.sub(_set_apart, text.casefold().replace("’", "'")) if language == "en" else text
    counts = {word: len(pattern.findall(said)) for word, pattern in _FILLERS[language].items()}
    return {word: count for word, count in counts.items() if count}


def _set_apart(found: re.Match[str]) -> str:
    return "-" * len(found.group())


def figures(lines: Iterable[Spoken], language: str) -> Delivery:
    """The figures of a transcript whose lines are in order. What is no answer has none, nor has one
    in the other language, whose words are not counted in the same unit."""
    answers: list[Figures] = []
    asked: datetime | None = None
    said: list[Spoken] = []
    for line in lines:
        if line.candidate:
            said += [] if line.beside else [line]
            continue
        answers += _answered(said, asked, language)
        said = []
        asked = line.at
    answers += _answered(said, asked, language)
    return Delivery(unit_of(language), tuple(answers))


def _answered(said: list[Spoken], asked: datetime | None, language: str) -> list[Figures]:
    """The figures of what was said to a line of the panel, if that was an answer to be counted."""
    text = "\n".join(line.text for line in said)
    uncounted = not length(text, language) and has_han(text)
    if not said or uncounted or other_language(text, language):
        return []
    seconds = None
    if asked is not None:
        seconds = round(max(0.0, (said[-1].at - asked).total_seconds()), 1)
    return [Figures(said[-1].id, seconds, length(text, language), fillers(text, language))]
