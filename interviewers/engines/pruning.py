"""A model's speech, sentence by sentence: what must not be said is left out, a second question
after the planned one too, and the planned one is put where it is missing.

Words go on at once. Only a clause that may become something not to be said is waited for, and
whole sentences once the question has been asked or enough has been said before it.
"""

from __future__ import annotations

from itertools import pairwise

from interviewers.engines.asking import Asking, is_question, sets_a_task
from interviewers.engines.base import Brief
from interviewers.engines.builtin.reading.text import fold, terms
from interviewers.engines.echo import letters, weight_of
from interviewers.engines.unsayable import (
    begins_suspicious,
    hints,
    hints_further,
    is_unsayable,
    unfinished,
)
from interviewgpt.expressions import expression

__all__ = ["Pruner"]

_END = expression(r"[。！？!?\n]+[”」』\"）)]*|\.[”\")]*(?=\s)")
_CLAUSE = expression(r"[，,；;：:]+\s*|\s[-–—]+\s|——")
_JOINING = "，,；;：:. \t"
"""What joins two clauses waits for the second one, which may be left out; a full stop may be a point."""
_ENOUGH = 900
"""The weight (see `weight_of`) of what is said besides the question: 180 Chinese characters or 450
letters, three sentences with something quoted in them."""
_SAME = 6
"""Letters of a sentence that is not said twice."""
_TELLS = 2
"""Naming so many scoring points that nobody has named is telling what is looked for."""
_NAME = 14
"""Weight of the shortest name of a point: three Chinese characters, seven letters."""


class Pruner:
    """Prunes one reply to ``brief``; ``open_`` are the texts that may be repeated.

    Both methods raise ValueError where the reply cannot be saved: when words that cannot be taken
    back lead into something not to be said, or when it asks something else than it should.
    """

    def __init__(self, brief: Brief, open_: list[str]) -> None:
        self._brief = brief
        self._open = open_
        self._asking = Asking(brief)
        self._points = _points(brief, open_)
        self._given = self._held = self._joint = ""
        self._before = ""
        self._said: list[str] = []
        self._talk = self._questions = 0
        self._asked = self._strayed = self._spoke = self._cut = False

    def feed(self, text: str) -> str:
        """What may be given now."""
        self._held += text
        out = ""
        while end := _END.search(self._held):
            sentence, self._held = self._held[: end.end()], self._held[end.end() :]
            out += self._finished(sentence)
        return out + self._begun()

    def rest(self) -> str:
        """The last sentence."""
        out = self._finished(self._held) if self._held or self._given else ""
        self._held = ""
        if self._asking.text and not self._asked:
            if self._strayed:
                raise ValueError("it asks another question than the planned one")
        elif self._cut and not self._spoke:
            raise ValueError("nothing of it may be said")
        elif self._joint:
            out += _full_stop(self._brief.language).strip()
        return out

    def completion(self) -> str:
        """The planned question, where the whole reply has not asked it."""
        wanting = self._asking.text and not self._asked and (self._spoke or self._cut)
        return self._completed() if wanting else ""

    # --- A sentence under way ------------------------------------------------------------------

    def _begun(self) -> str:
        """What may be given of a sentence that has not ended."""
        if not self._held or self._waits():
            return ""
        return self._give(len(self._held[: self._safe()].rstrip(_JOINING)))

    def _safe(self) -> int:
        """How much of what is held leads to nothing that is not to be said."""
        held = self._held
        marks = [mark.end() for mark in _CLAUSE.finditer(held)]
        for start, end in pairwise([0, *marks]):
            clause = held[start:end]
            if hints_further(clause) or self._names(clause):
                return start
            if hints(clause) and self._is_unsayable(self._given + held[:end]):
                return start
        start = marks[-1] if marks else 0
        clause = held[start:]
        if hints(clause) or hints_further(clause) or self._names(clause):
            return start
        if (start or self._at_clause()) and begins_suspicious(clause):
            return start
        return len(held) - unfinished(held)

    def _at_clause(self) -> bool:
        """Whether what is held begins a clause."""
        return not self._given or _CLAUSE.match(self._held) is not None

    def _waits(self) -> bool:
        """Whether the sentence has to be known as a whole."""
        if self._given:
            return self._talk + weight_of(letters(self._given)) > _ENOUGH and self._unasked()
        if self._asking.text and (self._asked or self._talk > _ENOUGH):
            return True
        begun = letters(self._held)
        return bool(begun) and any(said.startswith(begun) for said in self._said)

    def _unasked(self) -> bool:
        return bool(self._asking.text) and not self._asked

    def _give(self, ready: int) -> str:
        text, self._held = self._held[:ready], self._held[ready:]
        if not text:
            return ""
        self._given += text
        text = text if self._spoke else text.lstrip()
        self._spoke = self._spoke or bool(letters(text))
        if self._joint:
            text, self._joint = self._joint + text.lstrip(), ""
        return text

    # --- A sentence that has ended -------------------------------------------------------------

    def _finished(self, rest: str) -> str:
        sentence = self._given + rest
        said = letters(sentence)
        if not said:
            # Marks that follow what was left out are left out with it.
            out = "" if not self._spoke or (self._cut and self._joint) else rest
            self._held, self._given = self._held, ""
            return out
        if self._is_unsayable(sentence):
            return self._without(rest)
        if self._asking.text and self._is_too_much(sentence, said):
            return self._without(rest)
        self._note(sentence, said)
        tail, self._held = self._held, rest
        out = self._give(len(rest))
        self._held, self._given = tail, ""
        return out

    def _is_unsayable(self, sentence: str) -> bool:
        return is_unsayable(sentence, self._brief, self._open) or self._named(sentence) >= _TELLS

    def _named(self, sentence: str) -> int:
        """How many scoring points a sentence names that nobody has named."""
        folded = fold(sentence) if self._points else ""
        return sum(any(name in folded for name in names) for names in self._points)

    def _names(self, text: str) -> bool:
        """Whether a scoring point is named."""
        return self._named(text) > 0

    def _is_too_much(self, sentence: str, said: str) -> bool:
        if len(said) >= _SAME and said in self._said:
            return True
        if self._asking.is_about(sentence):
            return False
        if self._asked:
            return self._questions >= self._asking.questions and sets_a_task(sentence)
        return self._talk > _ENOUGH

    def _note(self, sentence: str, said: str) -> None:
        self._said.append(said)
        about = self._asking.is_about(sentence)
        if self._asking.text and is_question(sentence):
            self._questions += sets_a_task(sentence)
            if about or self._asking.is_about(self._before):
                self._asked = True
            elif sets_a_task(sentence):
                self._strayed = True
        if not about:
            self._talk += weight_of(said)
        self._before = sentence

    def _without(self, rest: str) -> str:
        """Leave out the end of a sentence, from a clause on."""
        if self._given and _CLAUSE.match(rest) is None and letters(self._given):
            raise ValueError("it tells what is not to be told")
        self._cut = True
        if letters(self._given):
            self._joint = _full_stop(self._brief.language)
        self._given = ""
        return "\n" if rest.endswith("\n") and not self._joint and self._spoke else ""

    def _completed(self) -> str:
        """The planned question, after what has been said."""
        self._asked = True
        stop = _full_stop(self._brief.language)
        if not self._spoke:
            return self._asking.text
        if self._joint:
            return f"{self._joint}{self._asking.text}"
        ended = not self._before or _END.search(self._before.rstrip() + "\n") is None
        closed = self._before.rstrip()[-1:] in '。！？!?.”」』"）)'
        if ended or not closed:
            return f"{stop}{self._asking.text}"
        gap = " " if self._brief.language == "en" and not self._before[-1:].isspace() else ""
        return f"{gap}{self._asking.text}"


def _full_stop(language: str) -> str:
    return "。" if language == "zh" else ". "


def _points(brief: Brief, open_: list[str]) -> list[list[str]]:
    """Names of the scoring points that nobody has said yet."""
    if brief.question is None:
        return []
    known = fold("\n".join(open_))
    found = []
    for point in brief.question.points:
        names = [fold(name) for name in (point.text, *point.synonyms)]
        if not any(name in known for name in names):
            found.append([name for name in names if weight_of(name) >= _NAME and terms(name)])
    return [names for names in found if names]
