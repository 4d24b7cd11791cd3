"""Which points of the bank's questions are heard: ``python benchmarks/heard.py [--each]``.

Judges the answers of `heard/zh.jsonl` and `heard/en.jsonl` to 65 questions of the bank and compares
what is covered with what a grader found in them. Per question there are a "good" and a "middling"
answer, to 25 also one "beside" it, on the theme and with none of its points. They were written
from the questions alone, as people speak; only then were the points looked at and labelled, by the
same person: what an answer has ``made``, what ``partly``, and its ``level`` (1-5).

`heard/second.jsonl` and `heard/third.jsonl` have three answers in each language to 62 questions each, by four
people who saw neither bank nor assessor: "spoken" (good), "plain" (in everyday words, about half), and
one of "short", "vague", "beside" and "wrong". With each they put down the band of points (0-100) that it
deserves, and only then read what the points are. `heard/fourth.jsonl` has the same form, by a fifth
person, to 24 questions that no other set has. `heard/fifth.jsonl` has eight answers in each language to the
50 behavioural and HR questions, by four people of whom each saw half of the questions of a language: three
"good" (one of them in words that the question avoids), one of each of the other kinds, no points named. The
second and the fifth set have been looked at. Of the third and the fourth only totals have been, for two choices
among variants (see ``docs/scoring.md``).

Prints by kind how many made points are heard (and partly made ones), how many of those that were not
made are heard as well, the mean level beside the grader's, and r between score and the grader's
level. Then, for whom it is not enough that answers were written for their question: how often a
reference answer reaches level 3 with another question of the same trade. ``--each`` prints what was
missed in every answer. Writes nothing.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from statistics import correlation, mean
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from interviewers.bank.schema import BankItem, read_bank
from interviewers.engines.base import ScoringPoint
from interviewers.engines.builtin.judging.lexical import Judgement, judge

DATA = Path(__file__).parent / "heard"
SUBJECTS = {
    ("skill", "zh"): "Redis",
    ("skill", "en"): "Redis",
    ("project", "zh"): "二手书交易平台",
    ("project", "en"): "used-book marketplace",
}
EVERY, EVERY_OTHER = 3, 4
"""Of all pairs of questions of a trade, one in so many references and in so many other questions."""


@dataclass
class Tally:
    answers: int = 0
    made: list[int] = field(default_factory=lambda: [0, 0])
    partly: list[int] = field(default_factory=lambda: [0, 0])
    unmade: list[int] = field(default_factory=lambda: [0, 0])
    levels: list[int] = field(default_factory=list)
    graded: list[int] = field(default_factory=list)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--each", action="store_true")
    each: bool = parser.parse_args().each
    bank = {item.key: item for item in read_bank()}
    for language in ("zh", "en"):
        tallies: dict[str, Tally] = {}
        scores: list[float] = []
        levels: list[float] = []
        for line in lines_of(language):
            item = bank[line["key"]]
            judged = judged_as(item, language, line["answer"])
            _count(tallies.setdefault(line["kind"], Tally()), item, line, judged)
            scores.append(judged.score)
            levels.append(line["level"])
            if each:
                missed = sorted(set(line["made"]) - set(judged.covered))
                print(f"{item.key} {line['kind']}: level {judged.level}, missed {missed}")
        print(f"{language}: r {correlation(scores, levels):.3f} with the grader's levels")
        for kind, tally in tallies.items():
            print(f"  {kind:9}{_shown(tally)}")
        pairs = list(_of_others(language))
        print(f"  to another question: {sum(pairs)} of {len(pairs)} references at level 3")
    for name in ("second", "third", "fourth", "fifth"):
        for language in ("zh", "en"):
            print(f"{name}, {language}:")
            for kind, row in sorted(_banded(name, language, bank).items()):
                print(f"  {kind:9}{row}")


def lines_of(name: str) -> Iterator[dict[str, Any]]:
    """The answers of `heard/` by the name of their set, in the order of the file."""
    with (DATA / f"{name}.jsonl").open(encoding="utf-8") as file:
        yield from map(json.loads, file)


@dataclass(frozen=True)
class Asked:
    """A question of the bank as it is judged."""

    text: str
    references: tuple[str, ...]
    points: tuple[ScoringPoint, ...]


def question_of(item: BankItem, language: str) -> Asked:
    """A question of the bank as it is asked; a template speaks of `SUBJECTS`."""
    half = item.zh if language == "zh" else item.en
    subject = SUBJECTS.get((item.subject, language), "")

    def filled(text: str) -> str:
        return text.replace("{subject}", subject) if subject else text

    points = tuple(
        ScoringPoint(p.key, filled(p.text), tuple(map(filled, p.synonyms)), p.cue, p.contrary)
        for p in half.points
    )
    return Asked(filled(half.text), (filled(half.reference),), points)


def judged_as(item: BankItem, language: str, answer: str) -> Judgement:
    """The judgement of an answer to a question of the bank."""
    asked = question_of(item, language)
    return judge(
        question=asked.text,
        references=asked.references,
        answer=answer,
        language=language,
        points=asked.points,
    )


def _count(tally: Tally, item: BankItem, line: dict[str, Any], judged: Judgement) -> None:
    _count_points(tally, item, line, judged)
    tally.answers += 1
    tally.levels.append(judged.level)
    tally.graded.append(line["level"])


def _count_points(tally: Tally, item: BankItem, line: dict[str, Any], judged: Judgement) -> None:
    if "made" not in line:
        return
    heard, made, partly = set(judged.covered), set(line["made"]), set(line["partly"])
    unmade = {point.key for point in item.zh.points} - made - partly
    for counted, points in ((tally.made, made), (tally.partly, partly), (tally.unmade, unmade)):
        counted[0] += len(points & heard)
        counted[1] += len(points)


def _shown(tally: Tally) -> str:
    return (
        f"{tally.answers} answers; {_points(tally)}; level {mean(tally.levels):.2f}, "
        f"grader {mean(tally.graded):.2f}"
    )


def _points(tally: Tally) -> str:
    def of(counted: list[int]) -> str:
        heard, every = counted
        return f"{heard}/{every} ({heard / every:.0%})" if every else "-"

    return (
        f"heard of made {of(tally.made)}, of partly made {of(tally.partly)}, "
        f"of not made {of(tally.unmade)}"
    )


FAR = 10.0
"""So many points outside its band an answer is judged wrongly."""


def _banded(name: str, language: str, bank: Mapping[str, BankItem]) -> dict[str, str]:
    """By kind, and of all: how far answers lie outside their bands, and which points are heard."""
    rows: dict[str, list[tuple[float, float, float]]] = {}
    tallies: dict[str, Tally] = {}
    for line in lines_of(name):
        if line["language"] != language:
            continue
        item = bank[line["key"]]
        judged = judged_as(item, language, line["answer"])
        low, high = line["band"]
        outside = max(low - judged.score, judged.score - high, 0.0)
        for kind in (line["kind"], "all"):
            rows.setdefault(kind, []).append((outside, judged.score, (low + high) / 2))
            _count_points(tallies.setdefault(kind, Tally()), item, line, judged)
    found: dict[str, str] = {}
    for kind, told in rows.items():
        outside_, scores, wanted = map(list, zip(*told, strict=True))
        far = sum(value > FAR for value in outside_)
        r = f", r {correlation(scores, wanted):.3f}" if kind == "all" else ""
        found[kind] = (
            f"{far} of {len(told)} more than {FAR:.0f} points outside their band, {mean(outside_):.1f} "
            f"on average; score {mean(scores):.0f} for {mean(wanted):.0f}{r}; {_points(tallies[kind])}"
        )
    return found


def _of_others(language: str) -> Iterator[bool]:
    items = [item for item in read_bank() if not item.subject]
    for item in items[::EVERY]:
        others = [
            other
            for other in items
            if other.stage == "technical" == item.stage
            and other.families[0] == item.families[0]
            and other.topic != item.topic
        ]
        reference = (item.zh if language == "zh" else item.en).reference
        for other in others[::EVERY_OTHER]:
            yield judged_as(other, language, reference).level >= 3


if __name__ == "__main__":
    main()
