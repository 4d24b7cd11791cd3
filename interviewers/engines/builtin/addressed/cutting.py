"""Cuts talk to the grader out of a text: finds where each run of it begins and ends.

The worth of a word (`learnt`) is the natural logarithm of how much likelier it is in talk than in an answer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from itertools import accumulate, pairwise

from interviewers.engines.builtin.addressed.forgery import with_label
from interviewers.engines.builtin.addressed.learnt import (
    ENDS,
    NEVER,
    Token,
    Weights,
    read_weights,
    talk_in,
    tokens,
)
from interviewers.engines.builtin.addressed.seams import (
    CLOSES,
    NEXT,
    OPENERS,
    PARTS,
    is_first,
    to_the_seams,
    worth_of,
)
from interviewers.engines.builtin.contrary.negation import denies_others
from interviewers.engines.builtin.reading.text import JOINT, fold, is_han
from interviewgpt.expressions import expression

__all__ = ["sentence_worth", "sounds_honest", "without_talk"]

Says = Callable[[Sequence[Token]], bool]

_QUOTES = (("“", "”"), ("「", "」"))


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Whether a quotation begins, ends or goes on between two offsets: quoted talk is only spoken about."""
    if text.count('"', 0, start) % 2 or text.count('"', start, end) % 2:
        return True
    return any(
        text.count(left, 0, start) > text.count(right, 0, start)
        or text.count(left, start, end) != text.count(right, start, end)
        for left, right in _QUOTES
    )


ANSWERS = 0.3
"""From this share of expected words on, 0-1, a run is an answer and no talk."""
HONEST = -2.0
"""With a worth below this a sentence at the end of a run is part of the answer."""
BESIDE, ALONE = 2.0, 5.0
"""The worth from which on a whole sentence is talk: if there is a run elsewhere, and by itself."""
BETWEEN = -8.0
"""The worth from which on text between two runs is talk as well: attacks are of one piece."""
OPEN = 0.1
"""What each word at the end of a run counts in favour of an answer: answers have more words than talk."""
SCRAP = 3
"""Fewer words than this are not kept."""
LEAD = 10
"""At most this many tokens before a run may belong to it, if their worth is above `HONEST`."""
PRICED, WHOLE = 0.2, 1.0
"""The factor for the price of an edge at which a run is shortened, and what is earned at the edge of a sentence."""
CAPITAL = 1.0
"""What is earned at a word with a capital: mostly a sentence begins there, even without a mark before it."""
LEFT = -2.0
"""With at most this worth the rest of a text sounds like an answer."""
_CAPITALS = ("clauseU", "spaceU", "noneU", "humpU")
RESUMED = 4.0
"""What is earned at the end of talk within a sentence if that may go on there."""


def _answers(expected: int, words: int) -> bool:
    """Whether a run of ``words`` words, ``expected`` of them from question or reference, is an answer."""
    return expected > 1 and expected >= ANSWERS * words


def _begins(token: Token) -> bool:
    """Whether a sentence begins there: Chinese has no blanks within one."""
    return token.edge.startswith(PARTS) or (token.edge == "space" and is_han(token.word))


def _opens(token: Token) -> bool:
    """Whether a sentence begins there, or may begin: after a blank, with a capital."""
    return _begins(token) or token.edge == "spaceU"


def _trimmed(first: int, last: int, found: Sequence[Token]) -> tuple[int, int]:
    """The first and the last token of a run without the sentences and clauses of an answer at its end."""
    expected, worth = 0, 0.0  # of the part from `start` to `last`
    for start in reversed(range(first + 1, last + 1)):
        token = found[start]
        expected += token.expected
        worth += token.worth
        whole = _begins(token)
        if whole or token.edge.startswith("clause"):
            if _answers(expected, last - start + 1) or (whole and worth < HONEST):
                last, expected, worth = start - 1, 0, 0.0
            elif whole:
                break
    return first, last


def _begins_sentence(number: int, found: Sequence[Token]) -> bool:
    """Whether a token begins a sentence, or stands behind a comma with a capital."""
    if found[number].edge == "clauseU":
        return len(found[number].word) > 1 and found[number].word[:2] != "i'"
    return is_first(number, found)


def _fits(place: int, found: Sequence[Token], prices: Mapping[str, float]) -> float:
    """What a run earns that begins, or ends, before a token: most at the edge of a sentence."""
    if place == len(found) or is_first(place, found):
        return WHOLE
    follows = found[place - 1].word.isalnum()
    if follows and found[place].edge in ("spaceU", "humpU") and found[place].word != "i":
        return CAPITAL
    if follows and found[place].word in OPENERS:
        return CAPITAL
    return PRICED * prices.get(found[place].edge, NEVER)


def _goes_on(place: int, found: Sequence[Token]) -> bool:
    """Whether an interrupted sentence may go on before a token: behind the end of another sentence, of a bracket
    or of a mark."""
    if found[place].edge in ("sentence", "line"):
        return True
    return found[place].edge in ("space", "clause") and _closed(place, found)


def _closed(place: int, found: Sequence[Token]) -> bool:
    """Whether a word stands behind a closing bracket or mark."""
    return found[place - 1].word in CLOSES and found[place].word[0].isalnum()


def _settled(first: int, last: int, found: Sequence[Token], weights: Weights) -> tuple[int, int]:
    """The first and the last token of a run without the tokens at either end that sound no more like talk than
    like an answer."""
    kept = accumulate((OPEN - token.worth for token in found[first:last]), initial=0.0)
    begins = [worth + _fits(first + i, found, weights.enter) for i, worth in enumerate(kept)]
    begin = first + begins.index(max(begins))
    if not _is_scrap(found[first:begin]):
        first = begin
    tail = list(accumulate((OPEN - token.worth for token in found[last:first:-1]), initial=0.0))
    # Who begins a sentence with talk ends it so, unless somebody else goes on there.
    whole = is_first(first, found)
    ends = [
        worth + _fits(last + 1 - i, found, weights.leave)
        if not (i and whole) or _opens(found[last + 1 - i])
        else NEVER
        for i, worth in enumerate(tail)
    ]
    marked = found[first].word in OPENERS
    for i in range(1, len(ends)):
        if (whole and marked and _closed(last + 1 - i, found)) or (
            not whole and _goes_on(last + 1 - i, found)
        ):
            ends[i] = tail[i] + RESUMED
    end = last - ends.index(max(ends))
    return first, last if _is_scrap(found[end + 1 : last + 1]) else end


def _is_scrap(part: Sequence[Token]) -> bool:
    """Whether a part has fewer than `SCRAP` words."""
    return sum(token.word[0].isalnum() for token in part) < SCRAP


def _runs(found: Sequence[Token], weights: Weights, says: Says) -> list[tuple[int, int]]:
    """The first and the last of these tokens of each run of talk, and of each sentence that sounds like it."""
    runs = [_settled(*_trimmed(*run, found), found, weights) for run in talk_in(found, weights)]
    least = BESIDE if runs else ALONE
    inside = {number for first, last in runs for number in range(first, last + 1)}
    begins = [number for number in range(len(found)) if _begins_sentence(number, found)]
    learnt = tuple(runs)
    for first, end in pairwise((*begins, len(found))):
        worth = worth_of(found[first:end])
        if worth < least or not inside.isdisjoint(range(first, end)):
            continue
        if worth >= ALONE or not _parted(first, end, learnt, begins, found, says):
            runs.append(_settled(first, end - 1, found, weights))
    return [_whole(*run, found) for run in _joined(sorted(runs), begins, found, says)]


def _parted(
    first: int,
    end: int,
    runs: Sequence[tuple[int, int]],
    begins: Sequence[int],
    found: Sequence[Token],
    says: Says,
) -> bool:
    """Whether a sentence of an answer stands between a sentence and every run: attacks are of one piece."""

    def honest(start: int, stop: int) -> bool:
        inner = (number for number in begins if start < number < stop)
        return any(
            a < b and worth_of(found[a:b]) < NEXT and says(found[a:b])
            for a, b in pairwise((start, *inner, stop))
        )

    return all(
        honest(last + 1, first) if last < first else honest(end, begin) for begin, last in runs
    )


SENTENCES, REACH = 6, 300
"""At most this many sentences interrupt another one, and its halves lie at most this many tokens from the run."""


def _whole(first: int, last: int, found: Sequence[Token]) -> tuple[int, int]:
    """A run with everything between the two halves of the sentence that it interrupts. Such a sentence breaks off
    before a capital and goes on with a small letter behind the end of another one."""
    ends = (
        number
        for number in range(first + 1, min(first + REACH, len(found)))
        if found[number].edge == "sentence" and found[number].word[0].isascii()
    )
    end = next((number for number in ends if found[number].word[0].isalpha()), len(found))
    begin = first
    while begin > max(0, first - REACH) and found[begin].edge != "clauseU":
        if begin == first and found[begin].edge == "spaceU":
            break
        begin -= 1
    inside = found[begin:end]
    sentences = sum(token.edge.startswith(PARTS) for token in inside)
    if (
        found[begin].edge not in _CAPITALS
        or end == len(found)
        or end <= last - SCRAP
        or sentences > SENTENCES
    ):
        return first, last
    around = (found[begin:first], found[last + 1 : end])
    expected = [sum(token.expected for token in part) for part in around]
    if any(
        count >= SCRAP and _answers(count, len(part))
        for count, part in zip(expected, around, strict=True)
    ):
        return first, last
    return begin, max(last, end - 1) if worth_of(found[end : last + 1]) > 0 else end - 1


def _joined(
    runs: Sequence[tuple[int, int]], begins: Sequence[int], found: Sequence[Token], says: Says
) -> list[tuple[int, int]]:
    """Runs joined with the text between them, and with sentences next to them that say nothing expected;
    ``begins`` are the first tokens of sentences."""

    def worth(first: int, end: int) -> float:
        return worth_of(found[first:end])

    def answers(first: int, end: int) -> bool:
        words = [token for token in found[first:end] if token.word[0].isalnum()]
        return _answers(sum(token.expected for token in words), len(words))

    joined: list[tuple[int, int]] = []
    for first, last in runs:
        before = joined[-1][1] + 1 if joined else first
        if joined and worth(before, first) >= BETWEEN and not answers(before, first):
            first = joined.pop()[0]
        joined.append((first, last))
    places = list(pairwise((*begins, len(found))))
    grown: list[tuple[int, int]] = []
    for first, last in joined:
        for begin, end in places:
            if (
                begin == first
                and end <= last
                and worth(begin, end) < BESIDE
                and says(found[begin:end])
            ):
                first = end
        first, last = to_the_seams(first, last, found, says)
        for begin, end in reversed(places):
            if end == first and worth(begin, end) >= NEXT and not says(found[begin:end]):
                first = begin
        for begin, end in places:
            if begin == last + 1 and worth(begin, end) >= NEXT and not says(found[begin:end]):
                last = end - 1
        grown.append((first, last))
    return grown


def _may_lead(part: Sequence[Token]) -> bool:
    """Whether the few words before a run at the beginning of a text may belong to it."""
    expected = any(token.expected for token in part)
    return part[-1].word == ":" or (not expected and worth_of(part) > HONEST)


def _speaks(run: Sequence[Token], text: str) -> bool:
    """Whether the words of a run sound like talk and are not the expected ones."""
    words = [token for token in run if text[token.start].isalpha()]
    expected = sum(token.expected for token in words)
    return not _answers(expected, len(words)) and worth_of(words) >= BESIDE


def _blank(text: str, start: int, end: int, right: str) -> str:
    """What is put between two words where a run was cut out: a blank, unless it stood within a word."""
    parted = " " in (text[start - 1 : start], text[end : end + 1])
    return " " if parted and right and right[0].isascii() else ""


_ANEW = expression(r"[A-Z][a-z]+(?!['’\w])")
"""The beginning of another sentence behind a run."""


def talk_places(text: str, known: Set[str], says: Callable[[str], bool]) -> list[tuple[int, int]]:
    """The offsets (from, to) of the runs of talk in a text; none where there is no talk, where its beginning is not
    clear, or where it has everything that is expected. The arguments are those of `without_talk`."""
    weights = read_weights()
    found = tokens(text, known, weights)
    runs: list[tuple[int, int]] = []

    def expected_in(part: Sequence[Token]) -> bool:
        words = any(token.expected for token in part)
        return words or says(text[part[0].start : part[-1].end])

    for first, last in _runs(found, weights, expected_in):
        start, end = found[first].start, found[last].end
        if not _speaks(found[first : last + 1], text) or _is_quoted(text, start, end):
            continue
        if denies_others(fold(text[start:end])):
            continue  # "This statement is not correct.": of what the answer says.
        if 0 < first <= LEAD and _may_lead(found[:first]):
            return []
        runs.append((start, end))
    expected = [token.start for token in found if token.expected]
    taken = sum(start <= place < end for place in expected for start, end in runs)
    return [] if taken > 1 and taken == len(expected) else runs


def without_talk(
    text: str, known: Set[str], says: Callable[[str], bool] = lambda _: False
) -> str | None:
    """A text without talk, with `text.JOINT` where that stood within a sentence; None without `talk_places`, or if
    nothing but marks is left. ``known`` is the `learnt.wording` of the question and of what is expected,
    ``says`` whether a sentence says something of it."""
    runs = talk_places(text, known, says)
    if not runs:
        return None
    text = _without(text, runs)
    return text if any(char.isalnum() for char in text) else None


def _without(text: str, places: Sequence[tuple[int, int]]) -> str:
    for start, end in reversed(places):
        start = with_label(text, start)
        left, right = text[:start].rstrip(" "), text[end:].lstrip(" ")
        if not left or left[-1] in ENDS or left[-1] == "\n":
            between = " "
        else:
            anew = _ANEW.match(right)
            between = "\n" if anew else JOINT + _blank(text, start, end, right)
        text = f"{left}{between}{right}"
    return text


def sounds_honest(text: str, known: Set[str]) -> bool:
    """Whether the rest of a text sounds like an answer by itself."""
    found = tokens(text, known, read_weights())
    return sum(token.word[0].isalnum() for token in found) > SCRAP and worth_of(found) <= LEFT


def sentence_worth(text: str, known: Set[str]) -> float:
    """How much more likely a sentence is talk than an answer (natural logarithm)."""
    return worth_of(tokens(text, known, read_weights()))
