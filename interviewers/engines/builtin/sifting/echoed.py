"""What is repeated in an answer, and no part of it: the panel's own words, and what the candidate has said. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from interviewers.engines.base import Exchange
from interviewers.engines.builtin.reading.text import spans
from interviewers.engines.builtin.sifting.said_again import without_said_again
from interviewers.engines.echo import letters, weight_of
from interviewgpt.expressions import expression

__all__ = ["own_words", "without_echoes"]

LEAST = 50
"""From this weight (`echo.weight_of`) on the panel's words in an answer count as repeated: ten Chinese
characters or 25 letters. Shorter ones may well be an answer."""
ALONE = 25
"""The same for whole sentences of the panel's with nothing beside them."""
_QUOTED = expression('“.*”|「.*」|".*"')
"""The candidate's own words, quoted by the panel."""


def own_words(exchange: Exchange) -> Exchange:
    """An exchange with what in each answer is the candidate's own, and was not said before: a reply that only says
    the answers before it again is left out, with what it replied to. Where it is known what the panel had said
    before each, only that can be said back: a panel may repeat an answer."""
    answers = (*exchange.earlier, exchange.answer)
    known = len(exchange.prompts) == len(exchange.earlier)
    left: list[tuple[str, str]] = []
    for place, text in enumerate(answers):
        fresh = without_said_again(text, answers[:place]) if place else text
        if place and not fresh.strip():
            continue
        spoken = exchange.prompts[:place] if known else None
        own = without_echoes(fresh, exchange, exchange.question.text, spoken)
        left.append((own, exchange.prompts[place - 1] if known and place else ""))
    prompts = tuple(prompt for _, prompt in left[1:]) if known else exchange.prompts
    *earlier, answer = (text for text, _ in left)
    return replace(exchange, answer=answer, earlier=tuple(earlier), prompts=prompts)


def without_echoes(
    text: str, exchange: Exchange, question: str, prompts: Sequence[str] | None = None
) -> str:
    """The answer without the question, its hints and follow-ups, and whatever else the panel has said about it
    (``prompts``, None for all); these earn nothing. Of an answer that is nothing else the ``question`` is
    left, to be judged as the copy it is."""
    spoken = (exchange.question.text, *(exchange.prompts if prompts is None else prompts))
    known = [exchange.question] + ([exchange.other] if exchange.other else [])
    prepared = [t for s in known for t in (s.text, *(f.text for f in s.follow_ups), *s.hints)]
    source, sentences = _heard((*prepared, *(_QUOTED.sub("\n", said) for said in spoken)))
    rest = text
    for said in spoken:
        rest = rest.replace(said, "\n")
    for start, end in reversed(spans(rest)):
        bare = letters(rest[start:end])
        if weight_of(bare) >= LEAST and bare in source:
            rest = f"{rest[:start]}\n{rest[end:]}"
    left = [letters(rest[start:end]) for start, end in spans(rest)]
    own = any(bare and bare not in sentences for bare in left)
    copies = rest != text or weight_of("".join(left)) >= ALONE
    return question if copies and not own else rest


@lru_cache(maxsize=256)
def _heard(texts: tuple[str, ...]) -> tuple[str, frozenset[str]]:
    """The letters of texts, and of each of their sentences."""
    return "\0".join(map(letters, texts)), frozenset(_sentences(texts))


def _sentences(texts: Iterable[str]) -> Iterable[str]:
    for text in texts:
        yield from (letters(text[start:end]) for start, end in spans(text))
