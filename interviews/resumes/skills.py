"""The skills a résumé names, found by a lexicon of names and spellings. Pure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import pairwise
from pathlib import Path

from interviewers.engines.script import has_han
from interviewgpt.expressions import expression
from interviews.resumes.clean import HAN
from interviews.resumes.sections import Line, Section

__all__ = ["MAX_SKILLS", "as_written", "find_skills", "names_only_skills", "skill_key"]

MAX_SKILLS = 30

LEXICON = Path(__file__).with_name("lexicon.txt")
#: How much a skill gains by standing in a skills section, and by being called a strength there.
_LISTED, _STRONG = 4, 2
_MOST_COUNTED = 6

_START = expression(rf"(?<![A-Za-z0-9_@])[A-Za-z0-9.]|[{HAN}]")
_BETWEEN_SKILLS = expression(
    r"\s*(?:[\d.]+\+?)?\s*(?:[,，、/|｜;；·•&+()（）]|and|or|和|与|及|以及)?\s*(?:and|和|与|及)?\s*"
)
#: What a pattern takes for an i besides, whatever its case.
_OTHER_I = frozenset({"\u0131", "i\u0307"})
_STRENGTH = expression(r"精通|熟练|擅长|深入|expert|proficient|advanced|fluent", re.IGNORECASE)

_SLIGHT = expression(
    r"(?:\b(?:basic|elementary|limited|introductory|a little|beginner(?:'s|[- ]level)?)\s(?:(?:knowledge|command|understanding|experience|level) (?:of|in|with) )?|(?:略懂|入门级?|初学|自学中))\s*$",
    re.IGNORECASE,
)
_SLIGHTLY = expression(
    r"\s*[(（]\s*(?:basics?|beginner|elementary|learning|入门|初学|略懂|了解)", re.IGNORECASE
)
"""Before and behind a skill that is claimed to be slight."""


_DENIED = expression(
    r"(?:\b(?:(?:never|(?:have|has|had|did|do)(?:n['’]t| not))(?: yet| really| actually| ever)? "
    r"(?:use[ds]?|work(?:ed)? (?:with|in|on)|touch(?:ed)?|tried|try|learn(?:ed|t)?|know|done|do|written|wrote)"
    r"|not(?: yet| very| really)? (?:familiar|experienced|comfortable|proficient) (?:with|in)|unfamiliar with|not require|n['’]t require"
    r"|no (?:prior |previous |real )?(?:experience|knowledge|background|skills?) (?:of|in|with)|\bneither|lack(?:s|ing)?(?: experience (?:of|in|with))?)"
    r"(?: any)?"
    r"|(?:从?没有?|从?未曾?|不曾)(?:怎么|真正)?(?:使?用|接触|学|做|写|玩|碰|搞|了解)过?|不(?:太|怎么|是很)?(?:会|懂|熟悉?|了解|要求|需要|必会|用会)(?:使?用|写)?|(?:无需|不必)(?:掌握|熟悉|了解|会)?)\s*[:：]?\s*$",
    re.IGNORECASE,
)
_WANTING = expression(r"(?:没有?|无)\s*$")
_EXPERIENCE = expression(r"\s*(?:的|相关|方面|使?用|开发|项目){0,3}(?:经验|经历|基础)")
_NO = expression(r"\bno(?: (?:prior|previous|real))?\s+$", re.IGNORECASE)
_NO_MORE = expression(
    r"\s*(?:$|[^\w\s]|(?:(?:work|coding|programming|hands-on) )?(?:experience|knowledge|background|skills?)\b|"
    r"(?:or|nor|and|but|yet|at all|so far|is|required|needed|necessary)\b)",
    re.IGNORECASE,
)
"""Behind what there is none of; of "no database downtime" that is the downtime."""
_NOT_NEEDED = expression(
    r"\s*(?:[:：]\s*)?(?:都|也|均|全|还|从来?)*(?:never (?:used|tried|touched|learn(?:ed|t))|(?:experience |knowledge |skills? )?(?:is |are )?(?:not (?:required|needed|necessary)|unnecessary)|(?:经验|基础)?(?:不作要求|不要求|不需要|不是必须|非必须|没(?:有)?(?:怎么|真正)?(?:使?用|学|接触|做)过|不(?:太|怎么)?(?:会|懂|熟悉?)(?=\s*(?:[，,。.；;、）)]|$))))",
    re.IGNORECASE,
)
_OR = expression(r"\s*(?:,\s*)?(?:or|nor|和|与|或者?|及|以及|、|/)\s*", re.IGNORECASE)
"""Before and behind a skill that somebody says they have not, or a job does not ask for; "or" goes on."""
_AND = expression(r"\s*(?:,|and|or|&|和|与|或者?|及|以及|、|/)\s*", re.IGNORECASE)
"""Between skills of which all have what is said behind the last."""


@dataclass(frozen=True)
class _Spelling:
    text: str  # as written, blanks included
    skill: str  # the entry's first spelling
    display: str
    ambiguous: bool  # counts only where skills are listed
    exact: bool  # elsewhere, counts only in the case of ``text``
    source: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when a text may hold it: of more than a thousand a résumé has some dozens."""
        return re.compile(self.source, re.IGNORECASE)

    @property
    def seconds(self) -> str:
        """The characters that may follow its first in a text, in lower case; "" for any."""
        if self.text[1:2] == " ":
            return " -_" + self.text[2].lower()
        return self.text[1:2].lower()

    @property
    def third(self) -> str:
        """The third character of a text that begins like this, in lower case; "" where there is no
        telling."""
        return "" if " " in self.text[:3] else self.text[2:3].lower()


@dataclass(frozen=True, slots=True)
class _Match:
    start: int
    end: int
    spelling: _Spelling


_Ordered = tuple[tuple[str, "_Spelling"], ...]


@cache
def _lexicon() -> dict[str, dict[str, _Ordered]]:
    """The spellings by their first two characters in lower case, long ones first, each behind its
    third; by "" those for any other second one."""
    by_start: dict[str, list[_Spelling]] = defaultdict(list)
    for line in LEXICON.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        spellings = [spelling.strip() for spelling in line.split("|")]
        bare = [spelling.lstrip("!=") for spelling in spellings]
        for written in spellings:
            spelling = _spelling(written, bare)
            by_start[spelling.text[0].lower()].append(spelling)
    return {start: _by_second(spellings) for start, spellings in by_start.items()}


def _by_second(spellings: Sequence[_Spelling]) -> dict[str, _Ordered]:
    ordered = sorted(spellings, key=lambda one: -len(one.text))
    return {
        second: tuple(
            (one.third, one)
            for one in ordered
            if not one.seconds or (second and second in one.seconds)
        )
        for second in {"", *"".join(one.seconds for one in ordered)}
    }


@lru_cache(maxsize=1 << 13)
def _begun(start: str) -> tuple[_Spelling, ...]:
    """The spellings that a text may hold which goes on with these three characters, or fewer at its
    end; long ones first. To try a pattern takes far longer than to look here."""
    by_second = _lexicon().get(start[0].lower())
    if by_second is None:
        return ()
    third = start[2:3].casefold()
    return tuple(
        spelling
        for wanted, spelling in by_second.get(start[1:2].casefold(), by_second[""])
        if not wanted or wanted == third or third in _OTHER_I
    )


def _spelling(written: str, entry: Sequence[str]) -> _Spelling:
    text = written.lstrip("!=")
    pattern = r"[ \-_]?".join(re.escape(word) for word in text.split(" "))
    if text[-1].isascii() and text[-1].isalnum():
        if len(text) >= 3 and not text[-1].isdigit():
            pattern += r"(?:[ ]?v?\d{1,2}(?:\.[\dx]+)*)?"
        # A longer name may begin like this one: C and C++, Java and JavaScript.
        pattern += (
            r"(?![A-Za-z0-9_@#]|\+\+|[.-][A-Za-z]{3})" if len(text) < 3 else r"(?![A-Za-z0-9_@])"
        )
    return _Spelling(
        text=text,
        skill=entry[0],
        display=_display(text, entry),
        ambiguous=written.startswith("!"),
        exact=written.startswith(("!", "=")),
        source=pattern,
    )


def _display(text: str, entry: Sequence[str]) -> str:
    """The entry's first spelling, but for common nouns and Chinese names in the text's language."""
    chinese = has_han(text)
    first = entry[0]
    proper = " " not in first and not first.islower()
    if chinese == has_han(first) or (chinese and proper):
        return first
    return next(one for one in entry if has_han(one) == chinese)


@cache
def _keys() -> dict[str, str]:
    return {
        spelling.display.casefold(): spelling.skill
        for by_second in _lexicon().values()
        for ordered in by_second.values()
        for _, spelling in ordered
    }


def skill_key(name: str) -> str:
    """What the display forms of one skill have in common, whatever their language."""
    return _keys().get(name.casefold(), name.casefold())


def _matches(text: str) -> Iterator[_Match]:
    position = 0
    for start in _START.finditer(text):
        at = start.start()
        if at < position:
            continue
        for spelling in _begun(text[at : at + 3]):
            if found := spelling.pattern.match(text, at):
                yield _Match(at, found.end(), spelling)
                position = found.end()
                break


def find_skills(lines: Sequence[Line]) -> tuple[str, ...]:
    """At most ``MAX_SKILLS`` names in their display form, the most prominent first.

    Prominent is what stands in a skills section, what is called a strength there, and what is named
    again elsewhere; among equals, what comes first. What is called basic is left out where there is
    another to ask about.
    """
    slight: set[str] = set()
    scores: dict[str, int] = {}
    displays: dict[str, str] = {}
    counts: dict[str, int] = defaultdict(int)
    for line in lines:
        listing = line.section is Section.SKILLS
        for match in _claimed(line.text, listing):
            name = match.spelling.skill
            displays.setdefault(name, match.spelling.display)
            scores.setdefault(name, 0)
            counts[name] += 1
            if _is_slight(line.text, match):
                slight.add(name)
            if listing:
                strong = _STRENGTH.search(line.text, 0, match.start)
                scores[name] = max(scores[name], _LISTED + (_STRONG if strong else 0))
    order = sorted(scores, key=lambda name: -(scores[name] + min(counts[name], _MOST_COUNTED)))
    # Who has used it besides knows more of it than that.
    sure = [name for name in order if name not in slight or counts[name] > 1]
    return tuple(displays[name] for name in (sure or order)[:MAX_SKILLS])


def _claimed(text: str, listing: bool) -> Iterator[_Match]:
    """The matches of a line but those that are denied."""
    matches = _accepted(text, listing)
    behind = _denied_behind(text, matches)
    denied = 0
    """Where the last one that is denied ends."""
    for match in matches:
        goes_on = denied and _OR.fullmatch(text, denied, match.start)
        if goes_on or match.start in behind or _is_denied(text, match):
            denied = match.end
        else:
            yield match


def _denied_behind(text: str, matches: Sequence[_Match]) -> set[int]:
    """Where skills begin of which it is said behind them, or behind the list they stand in, that somebody
    has them not."""
    found: set[int] = set()
    for match, following in zip(reversed(matches), (None, *reversed(matches)), strict=False):
        goes_on = following is not None and following.start in found
        listed = goes_on and following and _AND.fullmatch(text, match.end, following.start)
        if listed or _NOT_NEEDED.match(text, match.end):
            found.add(match.start)
    return found


def _is_denied(text: str, match: _Match) -> bool:
    before = text[max(0, match.start - 40) : match.start]
    if _DENIED.search(before):
        return True
    if _NO.search(before):
        return _NO_MORE.match(text, match.end) is not None
    return bool(_WANTING.search(before) and _EXPERIENCE.match(text, match.end))


def _is_slight(text: str, match: _Match) -> bool:
    """Whether a skill is called basic where it is named."""
    before = _SLIGHT.search(text[max(0, match.start - 40) : match.start])
    return before is not None or _SLIGHTLY.match(text, match.end) is not None


def as_written(text: str, name: str) -> str:
    """How a skill stands in a text, by its display form where that does, too."""
    if name.casefold() in text.casefold():
        return name
    key = skill_key(name)
    found = (m for line in text.splitlines() for m in _accepted_in(line) if m[1] == key)
    return next((written for written, _ in found), name)


def _accepted_in(line: str) -> Iterator[tuple[str, str]]:
    for match in _accepted(line, listing=True):
        yield line[match.start : match.end], match.spelling.skill


def _accepted(text: str, listing: bool) -> list[_Match]:
    """The matches of a line, ambiguous ones only beside another match or where skills are listed."""
    matches = [
        match for match in _matches(text) if not match.spelling.ambiguous or _is_exact(text, match)
    ]
    beside: set[int] = set()
    for number, (one, two) in enumerate(pairwise(matches)):
        between = text[one.end : two.start]
        if between.strip() and _BETWEEN_SKILLS.fullmatch(between) and not _are_words(one, two):
            beside |= {number, number + 1}
    return [
        match
        for number, match in enumerate(matches)
        if listing
        or number in beside
        or not match.spelling.exact
        or (not match.spelling.ambiguous and _is_exact(text, match))
    ]


def _are_words(one: _Match, two: _Match) -> bool:
    """Two everyday Chinese words side by side are a sentence more often than a list."""
    return all(match.spelling.ambiguous and has_han(match.spelling.text) for match in (one, two))


def _is_exact(text: str, match: _Match) -> bool:
    return text.startswith(match.spelling.text, match.start)


_NAME = 4
"""Letters of an everyday word that may be a project's name."""


def names_only_skills(text: str) -> bool:
    """Whether a stretch of text is nothing but skills and what stands between them. One longer everyday word alone
    ("Lighthouse", "Atlas") is rather a name."""
    rest = text
    matches = _accepted(text, listing=True)
    alone = matches[0] if len(matches) == 1 else None
    if alone and alone.spelling.ambiguous and alone.end - alone.start >= _NAME:
        return False
    for match in reversed(matches):
        rest = rest[: match.start] + "," + rest[match.end :]
    return rest != text and not re.search(
        r"\w", re.sub(r"\b(?:and|or|with|using)\b|[和与及]", "", rest)
    )
