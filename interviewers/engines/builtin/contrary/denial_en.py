"""What an English clause denies (see `denial`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from interviewers.engines.builtin.reading.clauses import MARK, Span, cut_before, of_length
from interviewers.engines.builtin.reading.text import atoms
from interviewgpt.expressions import expression

__all__ = ["MAY_DENY", "denied"]

LONGEST_ITEM, LONGEST_ROW = 6, 8
"""So many words may an item have of a row that a negation opens, or closes."""

_CONTRAST = expression(
    r"\b(?:but|instead(?! of)|rather(?! than)|because|since|so|although|though|unless|until|except|if|when|while|whereas|"
    r"without|then|apart from|other than|(?:and|or) (?=(?:there|did|do|does|would|have|had|no|not|never|nobody|none|forgot|refused?|skip|skipped|failed)\b)|and (?=(?:i|we|you|they|it|he|she|the \w+ (?:is|are|was|were|has|had|does)|used?|uses|chose|took|went|did|do)\b))\b"
)
_NOT = expression(
    r"\b(?:not|cannot|never|(?<!say )(?<!says )(?<!said )(?<!saying )no(?! \w+(?: \w+)? (?:means?|impl\w+|causes?)\b)(?! one)|nor|neither|(?:nobody|no one) (?=used|uses|looked|checked|did|set|wrote|added|considered|thought|has|had|ever)|none of us|hardly|\w+n't|dont|doesnt|didnt|cant|wont|wouldnt|shouldnt|"
    r"refused? to|forgot to|failed to|skip(?:ped)?|too lazy to)\b"
)
_HARMLESS = expression(
    r"\b(?:not|never|\w+n't|dont) (?:\w+ )?(?:only|just|merely|simply|solely|always|necessarily|everything|every|all|enough|alone|blindly|immediately|"
    r"right away|at once|at first|both|exactly|the same|least|to mention|sure|yet sure)\b|"
    r"\bno (?:matter|doubt|wonder|longer|more than|less than|later|sooner|choice|alternative|other|option|way around|one-size|single)\b|"
    r"\b(?:not|never|\w+n't|dont|cannot) (?:\w+ ){0,2}(?:forget|skip|miss|neglect|ignore|overlook|underestimate|omit|hesitate|fail|drop|leave out|avoid|live|imagine|do without|go without|stop|deny|disagree|doubt|dispute|mind|regret)\b|"
    r"\bwhy (?:not|\w+n't)\b|\bwhether or not\b|\bor not\b|\bnot[- ]null\b|\bnothing but\b|\bif not\b|\bnot (?:bad|to say)\b|\bhardly (?:an? |any )?(?:limit|cost|risk|downside|overhead|difference|delay|problem|trouble)s?\b|\bnot (?:\w+ )?(?:alone|only)\b"
)
_SUBORDINATE = expression(
    r"\b(?:if|when|whenever|unless|otherwise|in case|whether|why|how|so|so that|such that|where|which|who|what|ensure\w*|mak(?:e|es|ing) sure|guarantees?|"
    r"prevents?|found|finds?|noticed?|saw|see|reali[sz]ed|discovered|shows?|showed|check(?:ed)?|turned out|causes?|reason|problem|detect\w*|"
    r"(?<!think )(?<!believe )(?<!say )(?<!said )(?<!admit )(?<!guess )(?<!thought )(?<!sure )that)\b"
)
_SPEAKER = expression(
    r"\b(?:i|we|you|one (?=would|should|must|need)|(?:my|our|the) (?:team|company|group|colleagues?|boss)|none of us)\b"
)
_FIRST = expression(r"\b(?:i|we|(?:my|our) (?:team|company|group))\b")
_FORBIDS = expression(r"^(?:never|do not|don't|dont) (?!have\b|need\b)")
_OPENING = expression(
    r"^\W*(?:(?:and|also|then|well|honestly|actually|personally|there|really|so|maybe|or|do|did|does|is|are|was|were|would|will|has|have|had|been|be|should|must|need|please) )*$"
)
_NEEDLESS = expression(
    r"\b(?:is|are|was|were|be|has been|have been|'s|'re)(?: \w+ly)? ?(?:not|never|n't)(?: \w+ly)? (?:something|needed|necessary|required|used|useful|important|helpful|relevant|worth|part of|"
    r"done|considered|looked|checked|added|a thing|my)\b|\b(?:is|are|was|were)n't (?:\w+ly )?(?:something|needed|necessary|required|used|useful|important|helpful|relevant|worth|part of|done|considered|looked|checked|added|my)\b|"
    r"\b(?:is|are|was|were|be) (?:\w+ly )?(?:useless|unnecessary|pointless|irrelevant|needless|superfluous|a waste)\b|\b(?:never|not) used\b$|"
    r"\bno use\b|\bdo(?:es)?(?: not|n't) (?:matter|help|work)\b$|\bnone of (?:these|this|them|that|it|those)\b"
)
_GOES_ON = expression(
    r"^(?!(?:but|and|just|only|instead|rather|so|we|i|you|they|he|she|it|the only|then|though|although|because|"
    r"that|this|which|what|merely|simply|yes|yet|still|thus|hence|therefore|however|otherwise|not|never|no|\w+ing)\b)"
)
_NOT_A_ROW = expression(
    r"\W*(?:but|just|only|instead|rather|so|and|or nothing|or else|or it|or they|or the)\b"
)
_VERBAL = expression(
    r"\b(?:i|we|you|they|it|he|she|is|are|was|were|am|be|does|did|has|had|can|could|will|would|should|must|may|might|"
    r"that|which|who|because|if|when|instead|works?|worked|used|does)\b"
)

_WITHOUT = expression(
    r"\bwithout\b(?! (?:\w+ )?(?:downtime|loss|losing|breaking|blocking|interrupt\w*|affecting|errors?|failures?|waiting|changing|touching|having to)\b)"
)
_MANAGES = expression(
    r"\b(?:i|we|you|they|team|done|works?|worked|fine|live|finished|managed|ship(?:ped)?|deploy(?:ed)?)\b"
)
_ITEMS = expression(r",(?: (?:or|nor|and))?|\b(?:or|nor)\b")
MAY_DENY = expression(f"{_NOT.pattern}|{_NEEDLESS.pattern}|\\bwithout\\b")
"""What every denial has."""


def denied(folded: str, strict: bool) -> Iterator[Span]:
    if not strict and "without" in folded:
        yield from _done_without(folded)
    goes_on = False
    clauses = of_length(folded)
    row = len(clauses)
    if row and _closes_row(folded[slice(*clauses[-1])]):
        while row and _closes_or_goes_on(folded[slice(*clauses[row - 1])]):
            row -= 1
    for number, (start, end) in enumerate(clauses):
        clause = folded[start:end]
        if goes_on and clause.strip():
            if number >= row or (
                len(atoms(clause)) <= LONGEST_ITEM
                and _GOES_ON.match(clause.strip())
                and not _VERBAL.search(clause)
                and not _NOT.search(clause)
            ):
                yield from [(a, b) for a, b in cut_before(folded, start, end, _CONTRAST)[:1]]
                continue
            goes_on = False
        before = ""
        for a, b in cut_before(folded, start, end, _CONTRAST):
            piece = folded[a:b]
            if (needless := _NEEDLESS.search(piece)) and not strict:
                if not _SUBORDINATE.search(before + piece[: needless.start()]):
                    yield a, b
                before += piece
                continue
            harmless = [found.span() for found in _HARMLESS.finditer(folded, a, end)]
            negations = [
                found.start()
                for found in _NOT.finditer(piece)
                if not any(x <= found.start() + a < y for x, y in harmless)
                and not _is_item(folded[: found.start() + a], found.group())
            ]
            negations = [
                n for n in negations if not piece.startswith("nor", n) or n == negations[0]
            ]
            if len(negations) % 2 and _denies(piece, negations[0], before, strict=strict):
                yield a + negations[0], b
                goes_on = b == end
            before += piece


def _is_item(before: str, negation: str) -> bool:
    """Whether a negation names one of several cases: "an old version or no network"."""
    return negation == "no" and before.endswith(" or ") and not _NOT.search(before)


def _done_without(folded: str) -> Iterator[Span]:
    """What something is told to be done without: several things. One
    may be a condition, or the very point ("without locks")."""
    first = _WITHOUT.search(folded)
    if first is None:
        return
    lead, rest = folded[: first.start()], folded[first.start() :]
    items = [atoms(item) for item in _ITEMS.split(rest)]
    several = len(items) > 2 and max(map(len, items)) <= LONGEST_ITEM
    if (
        several
        and _MANAGES.search(lead)
        and not MARK.search(lead)
        and not _SUBORDINATE.search(lead)
        and not _VERBAL.search(rest)
    ):
        yield first.start(), len(folded)


def _closes_row(clause: str) -> bool:
    return bool(re.search(r"\b(?:or|nor)\b", clause)) and _closes_or_goes_on(clause)


def _closes_or_goes_on(clause: str) -> bool:
    """Whether a clause may be an item of a row ("A, B or C") although it has a verb."""
    return (
        len(atoms(clause)) <= LONGEST_ROW
        and not _SPEAKER.search(clause)
        and not _NOT_A_ROW.match(clause)
    )


def _denies(piece: str, place: int, before: str, *, strict: bool) -> bool:
    lead = piece[:place]
    if _SUBORDINATE.search(before + lead):
        return False
    if strict:
        told = not lead.strip() and _FORBIDS.match(piece.strip())
        return bool(told or (_FIRST.search(lead) and not piece.startswith("cannot", place)))
    if re.search(r"\b(?:needs?|uses?|requires?|has|have) $", lead) and piece.startswith(
        "no ", place
    ):
        return True
    return bool(_SPEAKER.search(lead) or _OPENING.match(lead)) or piece[place:].startswith(
        ("nobody", "no one", "none of", "neither")
    )
