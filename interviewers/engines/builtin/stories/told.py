"""Whether a story has probably told already what a follow-up asks for. Pure.

Stories are told in everyday words: "拿了张表，哪些页面多少人天" is evidence, and has no word of the scoring point
"evidence". That does not make the point; but a candidate who is asked for it after that feels unheard. So
`interviewers/bank/told.json` has, for each kind of thing that follow-ups ask for, everyday signs that it
has been told. Those of stories are generous on purpose: one follow-up too few costs less than one that asks
for what was just said. Those of views and plans are stricter, for a plan shares its words with many others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, cached_property

from interviewers.bank.schema import ToldItem, read_told
from interviewers.engines.builtin.reading.text import fold, language_of, spans
from interviewers.engines.builtin.stories.telling import names_own_act, tells_of_event
from interviewgpt.expressions import expression

__all__ = ["asks_for_case", "case_told", "signs_told", "told"]


class _Kind:
    """How a thing is asked for in one language, and what it sounds like when it is told; compiled when it is
    needed, because few of them ever are."""

    def __init__(self, item: ToldItem, language: str) -> None:
        self._item = item
        asks = "|".join(getattr(item.asks, language))
        self._english = language == "en"
        self.asks = re.compile(rf"\b(?:{asks})" if self._english else asks)

    @cached_property
    def told(self) -> re.Pattern[str]:
        if not self._english:
            return re.compile("|".join(self._item.told.zh))
        marks = '|[“"]' if self._item.quoted else ""
        return re.compile(rf"\b(?:{'|'.join(self._item.told.en)})\b{marks}")


@cache
def _kinds(language: str, *, view: bool) -> tuple[_Kind, ...]:
    """All kinds of things that follow-ups ask for, for stories, or only those for views and plans (``view``)."""
    file = read_told()
    items = file.views if view else (*file.views, *file.stories)
    return tuple(_Kind(item, language) for item in items)


def told(said: str, probe: str, *, view: bool = False) -> str:
    """The sentence of ``said`` with the most signs that what ``probe`` asks for has been told; "" if none has
    one, or if nothing is known about what it asks for. ``view``: of a view or plan, not of a story."""
    signs = list(_signs(probe, view=view))
    if not signs:
        return ""
    sentences = [said[start:end].strip() for start, end in spans(said)]
    counts = [sum(len(set(sign.findall(s.casefold()))) for sign in signs) for s in sentences]
    most = max(counts, default=0)
    return sentences[counts.index(most)] if most else ""


def signs_told(said: str, probe: str, *, view: bool = False) -> list[str]:
    """The words of ``said`` by which it tells what ``probe`` asks for, see `told`."""
    folded = said.casefold()
    signs = _signs(probe, view=view)
    return [found.group() for sign in signs for found in sign.finditer(folded)]


_CASE = expression(
    "有没有(?:过|哪|一|这|那|什么){0,2}.{0,2}[次回件]|哪一?[次回]|(?:说|讲|举|想)(?:说|讲)?.{0,6}(?:一[次回件]|例子)|具体的(?:一[件个次])?(?:事|例子|经历)|"
    "(?:说|讲|举)(?:说|讲)?一?[个次件回段]?[^，。？]{0,4}你[^，。？]{0,8}[过到]的|"
    r"\bwas there (?:ever )?(?:a|one|any) (?:time|case|occasion)|\bhave you ever\b|\bdid you ever\b|\b(?:one|a) (?:specific |real |concrete )?(?:time|case|occasion|example|instance)\b.{0,40}\byou\b|"
    r"\b(?:tell me|describe|give me|name) (?:about |of )?(?:one|a|an) (?:specific |real |concrete )?(?:time|case|occasion|example|instance)\b|"
    r"\b(?:tell me|describe|give me|name) (?:about |of )?(?:one|a|an)\b.{0,24}\byou(?:'ve| have)?(?: \w+)? (?:\w+ed|caught|found|did|made|built|wrote|ran|seen|met|had)\b"
)


_ANY_CASE = expression(
    "(?:说|讲|举)(?:说|讲)?.{0,6}(?:一[次回件个]|例子)|(?:说|讲|举)(?:说|讲)?[^，。？]{0,4}你[^，。？]{0,8}[过到]的|"
    r"\b(?:tell me|describe|give me|name) (?:about |of )?(?:one|a|an)\b|\bcan you (?:tell|give|name)\b"
)
"""Follow-ups to which any case is an answer; "was there a time when it failed?" is none."""


def asks_for_case(probe: str) -> bool:
    """Whether a follow-up asks for a case of the candidate's own."""
    return _CASE.search(probe.casefold()) is not None


def case_told(said: str, probe: str) -> str:
    """The first sentence of ``said`` that tells of something the speaker did, if ``probe`` asks for such a
    case; else ""."""
    if not asks_for_case(probe) or _ANY_CASE.search(probe.casefold()) is None:
        return ""
    found = (said[start:end].strip() for start, end in spans(said))
    return next((s for s in found if _is_own_case(fold(s))), "")


def _is_own_case(folded: str) -> bool:
    own = names_own_act(folded) or _OWN_ZH.search(folded) is not None
    return own and tells_of_event(folded)


_OWN_ZH = expression("[我咱]们?[^，。]{0,8}[过了]")


def _signs(probe: str, *, view: bool) -> Iterator[re.Pattern[str]]:
    text = probe.casefold()
    return (kind.told for kind in _kinds(language_of(probe), view=view) if kind.asks.search(text))
