"""Talk about the conversation, oneself, the room or the employer, in whatever words. Pure.

No list of phrases could hold it. What it has in common is vocabulary (`beside_words`): somebody
addressed or asked, how one is just now, the question as a thing, what disturbs; and that it has
nothing of the subject, nor of how one tells what happened or what one would do.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Any

from interviewers.engines.builtin.reading.technical import distinctly_technical
from interviewers.engines.builtin.reading.text import fold, script_of, specific, terms
from interviewers.engines.script import runs_of_han
from interviewgpt.expressions import expression
from interviews.beside_words import AGAINST, KINDS, SIGNS, WORTH
from interviews.overheard import does_not_know
from interviews.queries import asks_back
from interviews.questioning import asks_somebody
from interviews.wishes import Request

__all__ = [
    "asks_only",
    "has_expected",
    "is_mere_talk",
    "is_soft",
    "leans_to_talk",
    "may_answer",
    "may_be_talk",
    "talk_in",
]

LONGEST = {"zh": 90, "en": 280}
"""Characters."""
FREE = 1.25
"""The worth of talk that has neither a technical word nor a mark of an answer, beside a question that
is answered in technical terms, ``SOFT`` at least."""
SOFT = 12
LITTLE, SOME, LEAST, TALK, ROW = 0.9, 1.1, 1.75, 2.0, 3.0
"""Worths of talk: of a message that has no word of anything else, of a clause that counts in a row,
of the best clause, of a message, and of a row of clauses none of which is enough."""
SHARE = 0.45
"""So much of a message has to stand in clauses of talk."""
ANSWER = -0.9
"""A clause that is worth no more than that is part of an answer."""
MORE = 0.25
"""What another word of the same class adds."""
UNKNOWN = {"zh": 0.25, "en": 0.4}
"""What each specific word costs that is no word of talk."""
SUBJECT = {"zh": 0.5, "en": 0.8}
"""How much more a technical one costs."""
MANY = 3
"""With so many technical terms a message is an answer without a closer look."""
LEANING = 0.5
"""The worth from which on what has nothing of the subject is more likely talk than an answer."""
_TURNED = frozenset(("you", "asking", "sorry", "now", "missed"))
"""Who turns to somebody, or speaks of this very moment."""
_SPEAKERS = frozenset(("me", "you", "sir", "being"))
"""Who speaks, or is spoken to, beside a question of knowledge may do so of anything under the sun."""
MOST = 0.5
"""What unknown words cost then at most."""
_PARTIES = frozenset(("me", "you", "matter", "channel"))
"""Who, or what, talk has to be about that is known by nothing else."""
_UNANCHORED = frozenset(("around", "employer", "meaning", "form", "utter", "wh", "plain"))
"""Where there are no others, nobody speaks of, or to, somebody."""
_CLAUSES = expression(r"(?P<clause>[^,.;:!?，。；：！？…\n]+)(?P<mark>[,.;:!?，。；：！？…\n]*)")
_SENTENCES = expression(r"[^.?!;\n]+[.?!;\n]*")
_GRAM, _WORD = 3, 5
"""So many Chinese characters in a row from the reference, or a word of so many letters, are expected."""
_LETTER = expression(r"\w")
_APART = " , "
"""What stands for a word of talk that was taken out."""
_LATIN = expression(r"[a-z][a-z0-9+#./-]*[a-z0-9+#]")
_PERSON = expression(
    r"(?P<asking>\b(?:let|give|with) me\b|(?:(?<![这那件间次事此])让|容|等)我)|(?P<now>\bfirst (?:ever )?interview|\bi applied|面试)|"
    r"(?P<you>\byou\b|[你您])|(?P<me>\b(?:my|me|i)\b|我)"
)
"""Who is in a word of another class."""
_OTHERS = frozenset(("plain", "utter", "matter"))
DEFINITE = 1.5
"""A word of a class that is worth so much is one of talk, whatever else it could be."""
_ASKS_ZH = expression(
    r"(?:吗|么|呢|没|不)\W*$|(?:你|您|(?<![没无])什么|(?<![没无])啥|谁|哪|怎|几|多).{0,30}(?:呗|吧|吖|呀|啊)\W*$"
)
"""What ends in one of the latter asks only somebody, or with a question word: "看公司安排吧" says something."""


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause: the words of talk in it by their classes, what is left without them, and what marks
    it as a part of an answer."""

    text: str
    classes: Mapping[str, int]
    rest: str
    against: Sequence[str]

    @property
    def unknown(self) -> frozenset[str]:
        """Its specific terms that are no words of talk."""
        return specific(terms(fold(self.rest)))


def _clause(text: str, script: str, *, asks: bool) -> _Clause:
    words: set[tuple[str, str]] = set()
    rest, plain, last = [], [], 0
    for sign in SIGNS[script].finditer(text):
        name = str(sign.lastgroup)
        words.add((name, sign.group()))
        rest.append(text[last : sign.start()])
        plain += [rest[-1], _APART if WORTH[name] >= DEFINITE else sign.group()]
        last = sign.end()
    rest.append(text[last:])
    classes: dict[str, int] = {}
    for name, word in words:
        classes[name] = classes.get(name, 0) + 1
        if name not in _OTHERS:
            for person in _PERSON.finditer(word):
                classes.setdefault(str(person.lastgroup), 1)
    if asks or ("wh" in classes and not classes.keys().isdisjoint(("you", "employer"))):
        classes.setdefault("asking", 1)
    marks = AGAINST[script].finditer("".join([*plain, rest[-1]]))
    against = {(str(mark.lastgroup), mark.group()) for mark in marks}
    return _Clause(text, classes, _APART.join(rest), [name for name, _ in against])


@dataclass(frozen=True, slots=True)
class _Heard:
    """A text as talk: how often which class is in it, what its clauses are worth, and how much of it
    stands in those that are talk (0-1)."""

    script: str
    found: Mapping[str, int]
    values: Sequence[float]
    share: float
    asked: bool
    only: bool
    """Whether all its words are of conversation, and none of an answer."""
    free: bool = False
    """Whether it has no technical word and no mark of an answer, beside a question of knowledge."""

    @property
    def firm(self) -> Sequence[float]:
        return [value for value in self.values if value >= SOME]

    @property
    def slight(self) -> bool:
        """Whether it is talk at most because it is nothing else."""
        if self.free:
            return sum(self.values) < FREE or max(self.values) < FREE
        return sum(self.values) < TALK or (max(self.values) < LEAST and not sum(self.firm) >= ROW)


_NOTHING = _Heard("en", {}, (), 0.0, False, False)


@lru_cache(maxsize=64)
def _heard(text: str, *, people: bool = False) -> _Heard:
    said = _folded(text)
    script = script_of(said)
    if not said or len(said) > LONGEST[script]:
        return _NOTHING
    if sum(map(_is_technical, set(terms(fold(said))))) >= MANY:
        return _NOTHING
    asked = "?" in said or (script == "zh" and _ASKS_ZH.search(said) is not None)
    found: dict[str, int] = {}
    values: list[float] = []
    firm = whole = 0
    only, free = True, not people
    for part in _CLAUSES.finditer(said):
        clause = _clause(part["clause"], script, asks="?" in part["mark"])
        for name, count in clause.classes.items():
            found[name] = found.get(name, 0) + count
        unknown = clause.unknown
        values.append(_value(clause, unknown, script, asked=asked, people=people))
        whole += len(clause.text)
        firm += len(clause.text) if values[-1] >= LITTLE else 0
        only = only and not unknown and not clause.against
        if values[-1] <= ANSWER:
            return _NOTHING
        free = free and not clause.against and unknown.isdisjoint(distinctly_technical())
    return _Heard(script, found, values, firm / max(1, whole), asked, only, free)


@lru_cache(maxsize=4_096)
def _is_technical(term: str) -> bool:
    """Whether a term is a technical one that is no word of talk itself."""
    return term in distinctly_technical() and not any(_is_of_talk(term, s) for s in SIGNS)


def _is_of_talk(text: str, script: str) -> bool:
    """Whether a folded text is nothing but words of talk."""
    return not _LETTER.search(SIGNS[script].sub(_APART, text))


def may_be_talk(text: str, *, people: bool = False) -> bool:
    """Whether a message is talk, were it not for the question it stands beside."""
    if len(text) > LONGEST["en"]:
        return False
    heard = _heard(text, people=people)
    asked = heard.asked and "employer" in heard.found
    if (heard.found.keys() <= _UNANCHORED and not asked) or heard.share < SHARE:
        return False
    return not heard.slight or (
        heard.only and sum(heard.values) >= LITTLE and not heard.found.keys().isdisjoint(_PARTIES)
    )


@lru_cache(maxsize=64)
def asks_only(text: str) -> bool:
    """Whether a message asks somebody something, with one technical word at most ("a rough draft"), and
    says nothing besides, or nothing that has a mark of an answer or a technical word."""
    said = _folded(text)
    script = script_of(said)
    if not said or len(said) > LONGEST[script]:
        return False
    asked = False
    pieces = _CLAUSES if script == "zh" else _SENTENCES  # What may ask by itself.
    for part in (found.group() for found in pieces.finditer(said)):
        clause = _clause(part, script, asks=False)
        asks = asks_somebody(part, script)
        technical = len(clause.unknown & distinctly_technical())
        if technical > asks or (clause.against and not asks):
            return False
        asked = asked or asks
    return asked


def _found(text: str) -> Mapping[str, int]:
    """The classes of a whole message."""
    said = _folded(text)
    return _clause(said, script_of(said), asks=True).classes


def leans_to_talk(text: str) -> bool:
    """Whether a message that nothing expected was found in sounds more like talk than like an answer."""
    heard = _heard(text)
    return bool(heard.values) and sum(heard.values) >= LEANING


def is_mere_talk(text: str) -> bool:
    """Whether it does so clearly, without a technical word."""
    if any(map(_is_technical, terms(fold(_folded(text))))):
        return False
    return sum(_heard(text).values) >= TALK


def may_answer(text: str, *, people: bool) -> bool:
    """Whether a message has a mark of an answer: what one does or would do; beside a question about
    ``people`` also what somebody did, and any other person."""
    said = _folded(text)
    script = script_of(said)
    return any(people or mark.lastgroup == "act" for mark in AGAINST[script].finditer(said))


_REPORTED = expression(
    "(?:[他她]们?|老板|领导|经理|主管|上级|同事|客户|用户|顾客|老师|导师|同学|室友|朋友|队友|家长|大家|有人|对方|人家|[\u4e00-\u9fff]长|师[兄姐傅])"
    "(?:当时|就|都|也|还|又|才|直接|后来|一直|老)*(?:来)?(?:问|说|劝|让|叫|跟我们?[说讲])(?!起来|到|实话|的)|"
    "(?<=[^你您请就先能可以再不别吧来还，。！？\\s])(?:让|叫|问|劝|教)(?:了|过)?我(?!想|说|缓|看|再|先|喘|考虑|来|回|的)|"
    r"\b(?:he|she|they|(?:my|our|the) (?:\w+ )?(?:boss|manager|lead|teacher|tutor|colleagues?|friends?|client|customer|team|professor)|somebody|someone|everyone)"
    r"(?: \w+)? (?:asked|told|said to|wanted) (?:me|us)\b",
    re.IGNORECASE,
)


def talk_in(text: str, spec: Mapping[str, Any], *, people: bool) -> Request | None:
    """How a message is met that is talk beside the question ``spec``, as it is stored; None for an
    answer. ``people`` is whether the question is about people and oneself: there more has to tell,
    for of oneself, and of what was said, one speaks in any case."""
    if does_not_know(text) and asks_back(text):
        return None  # who has not done it, and asks about the company, has answered
    people = people or is_soft(str(spec["reference"]))
    if people and _REPORTED.search(text):
        return None  # who tells what others asked, or said to them, is telling
    heard = _heard(text, people=people)
    if not heard.asked and _opens_with_act(text):
        return None
    if asks_only(text):
        return None if has_expected(text, spec) else _met(_found(text), asked=True)
    if not may_be_talk(text, people=people):
        return None
    if people and (
        heard.slight
        or (sum(heard.firm) < ROW and max(heard.values) < TALK)
        or (heard.found.keys().isdisjoint(_TURNED) and sum(heard.values) < ROW)
    ):
        return None
    met = _met(heard.found, asked=heard.asked)
    told = people and met is Request.QUERY and not heard.asked and not _BEGS.search(text)
    return None if told or has_expected(text, spec) else met


_BEGS = expression(
    r"请|麻烦|告诉|[想要]?问|想知道|了解|\b(?:please|tell|let me know|wonder\w*|ask\w*)\b", re.I
)
_FIRST_PERSON = expression(r"(?:i|we)\b|我")


def _opens_with_act(text: str) -> bool:
    """Whether the first words of a message are what whoever says it does, or would do."""
    said = _folded(text)
    marks = AGAINST[script_of(said)].finditer(said)
    own = (mark for mark in islice(marks, 1) if _FIRST_PERSON.match(mark.group()))
    return any(mark.lastgroup == "act" and not mark.start() for mark in own)


@lru_cache(maxsize=1_024)
def is_soft(reference: str) -> bool:
    """Whether the answer to a question is there, and not in technical terms."""
    known = distinctly_technical().intersection(terms(fold(reference)))
    return bool(reference) and len(known) < SOFT


def _value(
    clause: _Clause, unknown: frozenset[str], script: str, *, asked: bool, people: bool
) -> float:
    """How much a clause is talk, below zero where it is part of an answer."""
    classes = clause.classes
    asked = asked or not classes.keys().isdisjoint(("asking", "wh"))
    value = sum(
        WORTH[name] + MORE * (count - 1)
        for name, count in classes.items()
        if name != "plain" and (asked or name != "employer") and not (people and name == "being")
    )
    turned = asked and not classes.keys().isdisjoint(("you", "employer"))
    value += sum(WORTH[name] for name in clause.against if not (turned and name == "third"))
    subject = len(unknown & distinctly_technical())
    cost = UNKNOWN[script] * len(unknown)
    if (
        not people
        and not subject
        and not clause.against
        and not classes.keys().isdisjoint(_SPEAKERS)
    ):
        cost = min(cost, MOST)
    return value - cost - SUBJECT[script] * subject


def _met(found: Mapping[str, int], *, asked: bool) -> Request:
    again = "again" in found and found.keys() & {"utter", "matter"} and "redo" not in found
    if "missed" in found or again:
        return Request.REPEAT
    for name, request in KINDS:
        if name in found and (asked or name != "employer"):
            return request
    return Request.QUERY if "asking" in found else Request.REMARK


def has_expected(text: str, spec: Mapping[str, Any]) -> bool:
    """Whether ``text`` has a name of a scoring point of a question as it is stored, or words of its
    reference. Words of talk are nobody's."""
    said = _folded(text)
    script = script_of(said)
    rest = SIGNS[script].sub(_APART, said)
    names: Iterable[str] = (
        name.casefold() for point in spec["points"] for name in (point["text"], *point["synonyms"])
    )
    if any(len(name) > 1 and name in said and not _is_of_talk(name, script) for name in names):
        return True
    expected = str(spec["reference"]).casefold()
    words = (w for w in _LATIN.findall(rest) if len(w) >= _WORD and specific(terms(w)))
    if any(re.search(rf"\b{re.escape(word)}", expected) for word in words):
        return True
    return any(
        run[at : at + _GRAM] in expected and specific(terms(run[at : at + _GRAM]))
        for run in runs_of_han(rest)
        for at in range(len(run) - _GRAM + 1)
    )


def _folded(text: str) -> str:
    said = unicodedata.normalize("NFKC", text).casefold().replace("’", "'").strip()
    said = _BARE.sub(lambda found: _FULL.get(found.group()) or f"{found['stem']}n't", said)
    return _TYPED.sub(lambda found: _meant(found.group()), said)


def _without_a_letter(word: str) -> set[str]:
    return {word, *(word[:at] + word[at + 1 :] for at in range(1, len(word)))}


_FULL = {"im": "i'm", "ive": "i've", "u": "you", "ur": "your", "cant": "can't", "wont": "won't"}
_BARE = expression(
    r"\b(?:im|ive|ur?|cant|wont|(?P<stem>do|did|does|is|was|were|has|have|had|could|would|should|are)nt)\b"
)
"""What is typed without its apostrophe."""
_TYPED = expression(r"\b(?:ag|qu|qe|re|un|ex|in|so|pl)[a-z]{2,10}\b")
_KEYS = "again question repeat understand explain interview sorry please".split()
_NEAR = {near: key for key in _KEYS for near in _without_a_letter(key)}


def _meant(word: str) -> str:
    """A word that everybody uses to the interviewer, where it is mistyped by a letter or two."""
    return next((_NEAR[near] for near in _without_a_letter(word) if near in _NEAR), word)
