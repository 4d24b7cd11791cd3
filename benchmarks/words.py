"""How far one word more or less moves the score of a story: ``python benchmarks/words.py [--words others] [--every 3]``.

Takes the good and middling answers of `heard/` (without the third and fourth set) to behavioural and HR questions, puts a
word in that says nothing ("really", 其实), or takes one out, at up to ten places each, and exchanges two sentences once.
Prints the share of variants whose score moves by more than 2, 5 and 10 points of 100. The ``fillers`` are largely those
that are left out when a story is read (`stories/plain.py`); the ``others`` are none of them. Chance comes from the answer
itself; writes nothing.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from multiprocessing import Pool
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from heard import judged_as, lines_of

from interviewers.bank.schema import read_bank

SETS = ("zh", "en", "second", "fifth")
KINDS = frozenset(("good", "middling", "spoken", "plain"))
PLACES = 10
"""At most so many variants of an answer by a word."""
FAR = (2, 5, 10)


class Words(NamedTuple):
    """What is put in, by language; what stands at the beginning of a clause for a word that cannot; what is taken out."""

    put: dict[str, tuple[str, ...]]
    first: dict[str, str]
    taken: dict[str, str]


WORDS = {
    "fillers": Words(
        {"zh": ("就", "其实", "那个", "是"), "en": ("just", "really", "actually", "then")},
        {"就": "其实", "是": "那个"},
        {
            "zh": "其实|那个|就(?=[^是业算职])|(?<=[^可还不就])是(?=[^否])",
            "en": r"\b(?:just|really|actually|then) ",
        },
    ),
    "others": Words(
        {"zh": ("也", "当时", "大概", "还"), "en": ("also", "still", "maybe", "kind of")},
        {"也": "当时", "还": "大概"},
        {
            "zh": "了(?=[^解不])|很|(?<=[我他们])的|都|也|还",
            "en": r"\b(?:very|so|quite|also|still|the|a|that) ",
        },
    ),
}
_BEFORE = {
    "zh": r"(?:^|[，。；！？]|我们?|[他她]们?|大家)(?=[\u4e00-\u9fff])",
    "en": r"(?:^|(?<=[,.;!?] )|\b(?:I|we|he|she|they|and|but) )(?=[A-Za-z])",
}
_SENTENCES = {"zh": r"(?<=[。！？])(?=.)", "en": r"(?<=[.!?])\s+"}


class Answer(NamedTuple):
    language: str
    key: str
    kind: str
    text: str


def answers(every: int) -> list[Answer]:
    """Every so many-th of the answers."""
    stages = {item.key: item.stage for item in read_bank()}
    found = [
        Answer(line.get("language", name), line["key"], line["kind"], line["answer"])
        for name in SETS
        for line in lines_of(name)
        if stages[line["key"]] in ("behavioral", "hr") and line["kind"] in KINDS
    ]
    return found[every - 1 :: every]


def variants(answer: Answer, words: Words, chance: random.Random) -> Iterator[tuple[str, str]]:
    """What is changed, and the answer so changed."""
    language, text = answer.language, answer.text
    put = sorted({found.end() for found in re.finditer(_BEFORE[language], text)})
    taken = [found.span() for found in re.finditer(words.taken[language], text, re.IGNORECASE)]
    changes: list[int | tuple[int, int]] = [*put, *taken]
    for change in chance.sample(changes, min(PLACES, len(changes))):
        if isinstance(change, tuple):
            yield "word", text[: change[0]] + text[change[1] :]
        else:
            yield "word", _with(text, change, chance.choice(words.put[language]), words, language)
    sentences = re.split(_SENTENCES[language], text)
    if len(sentences) > 2:
        place = chance.randrange(len(sentences) - 1)
        sentences[place : place + 2] = sentences[place : place + 2][::-1]
        yield "order", ("" if language == "zh" else " ").join(sentences)


def _with(text: str, place: int, word: str, words: Words, language: str) -> str:
    if language == "zh":
        if not place or text[place - 1] in "，。；！？":
            word = words.first.get(word, word)
        elif word == "那个":
            word = "其实"
        return text[:place] + word + text[place:]
    rest = text[place:]
    if place and text[place - 2] not in ".!?":
        return f"{text[:place]}{word} {rest}"
    if not re.match(r"I\b|[A-Z]{2}", rest):
        rest = rest[0].lower() + rest[1:]
    return f"{text[:place]}{word.capitalize()} {rest}"


def moves(task: tuple[Answer, str]) -> list[tuple[str, str, float]]:
    """The language, what was changed and how far it moved the score, of each variant of an answer."""
    answer, words = task
    chance = random.Random(answer.key + answer.kind + answer.text[:40] + answer.language)
    item = {item.key: item for item in read_bank()}[answer.key]
    before = judged_as(item, answer.language, answer.text).score
    return [
        (answer.language, how, abs(judged_as(item, answer.language, text).score - before))
        for how, text in variants(answer, WORDS[words], chance)
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--words", choices=WORDS, default="fillers")
    parser.add_argument("--every", type=int, default=1, help="take every so many-th answer")
    options = parser.parse_args()
    found: dict[tuple[str, str], list[float]] = defaultdict(list)
    tasks = [(answer, options.words) for answer in answers(options.every)]
    with Pool() as pool:
        for rows in pool.imap_unordered(moves, tasks, chunksize=4):
            for language, how, moved in rows:
                found[language, how].append(moved)
    for (language, how), all_moved in sorted(found.items(), reverse=True):
        far = ", ".join(
            f"{sum(m > f for m in all_moved) / len(all_moved):.2%} by more than {f}" for f in FAR
        )
        print(f"{language} {how:5}: {far} points, of {len(all_moved)}")


if __name__ == "__main__":
    main()
