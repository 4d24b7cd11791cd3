"""Whether a story has probably told already what a follow-up asks for. Pure.

Stories are told in everybody's words: "拿了张表，哪些页面多少人天" is what was put on the table, and has no word of the
scoring point "evidence". Points are not made by that; but whoever is asked for it after that feels unheard. So
of every kind of thing that follow-ups ask there are everyday signs that it has been told, in
`interviewers/bank/told.json`. Those of stories are generous on purpose: a follow-up too few is worth less than one
that asks for what was just said. Those of views and plans are tighter: a plan shares its words with many others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from interviewers.bank.schema import ToldItem, read_told
from interviewers.engines.builtin.text import language_of, spans

__all__ = ["signs_told", "told"]

_Kind = dict[str, tuple[re.Pattern[str], re.Pattern[str]]]
"""By language how a thing is asked for, and how it sounds when it is told."""


def _compiled(item: ToldItem) -> _Kind:
    marks = '|[“"]' if item.quoted else ""
    return {
        "zh": (re.compile("|".join(item.asks.zh)), re.compile("|".join(item.told.zh))),
        "en": (
            re.compile(rf"\b(?:{'|'.join(item.asks.en)})"),
            re.compile(rf"\b(?:{'|'.join(item.told.en)})\b{marks}"),
        ),
    }


_FILE = read_told()
_OF_VIEWS = tuple(map(_compiled, _FILE.views))
_OF_STORIES = (*_OF_VIEWS, *map(_compiled, _FILE.stories))


def told(said: str, probe: str, *, view: bool = False) -> str:
    """The sentence of ``said`` with the most signs that what ``probe`` asks for has been told, "" where
    none has one, and where nothing is known of what it asks; of a ``view`` or plan, not of a story."""
    signs = list(_signs(probe, _OF_VIEWS if view else _OF_STORIES))
    if not signs:
        return ""
    sentences = [said[start:end].strip() for start, end in spans(said)]
    counts = [sum(len(set(sign.findall(s.casefold()))) for sign in signs) for s in sentences]
    most = max(counts, default=0)
    return sentences[counts.index(most)] if most else ""


def signs_told(said: str, probe: str, *, view: bool = False) -> list[str]:
    """The words of ``said`` by which it tells what ``probe`` asks for, see `told`."""
    folded = said.casefold()
    signs = _signs(probe, _OF_VIEWS if view else _OF_STORIES)
    return [found.group() for sign in signs for found in sign.finditer(folded)]


def _signs(probe: str, kinds: Sequence[_Kind]) -> Iterator[re.Pattern[str]]:
    language, text = language_of(probe), probe.casefold()
    for kind in kinds:
        asks, signs = kind[language]
        if asks.search(text):
            yield signs
