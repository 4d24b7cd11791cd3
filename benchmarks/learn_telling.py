"""Fits how concretely an answer about oneself is told to its grade: ``python benchmarks/learn_telling.py``.

Judges the answers of `heard/` (first, second and fifth set) to behavioural and HR questions, takes what
`expected/concreteness.py` counts of each, fits a straight line to their grades (weighted least squares with a
little L2, so that each set counts about alike), and prints the weights beside those in use, and for each set r
and the root mean square error of the score without it and as it is. Of the first set only levels are known: the middle
of each level stands for its grade. Writes nothing.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np
from heard import judged_as, lines_of

from interviewers.bank.schema import BankItem, read_bank
from interviewers.engines.builtin.expected import concreteness as used
from interviewers.engines.builtin.expected import oneself
from interviewers.engines.builtin.expected.particulars import particulars
from interviewers.engines.builtin.expected.reach import Reach
from interviewers.engines.builtin.judging import lexical
from interviewers.engines.builtin.judging.scoring import as_told

STAGES = ("behavioral", "hr")
WEIGHTS = {"zh": 1.5, "en": 1.5, "second": 2.5, "fifth": 1.0}
"""The sets, and how much each of their answers counts."""
GRADES = {1: 17.0, 2: 40.0, 3: 60.0, 4: 78.0, 5: 90.0}
"""The grade (0-100) that stands for a level."""
L2 = 10.0
NAMES = ("constant", "particular", "topic", "against", "misheld")
NOW = (used.LEAST, used.PER_PARTICULAR, used.ON_TOPIC, -used.AGAINST, -used.MISHELD)


@dataclass(frozen=True)
class Case:
    """An answer: its set and language, what is counted of it, its grade and its scores (0-100)."""

    name: str
    language: str
    counted: tuple[float, ...]
    grade: float
    before: float
    after: float


def cases() -> Iterator[Case]:
    bank = {item.key: item for item in read_bank()}
    for name in WEIGHTS:
        for line in lines_of(name):
            item, language = bank[line["key"]], line.get("language", name)
            if item.stage in STAGES:
                yield from _case(name, language, item, line)


def _case(name: str, language: str, item: BankItem, line: dict[str, Any]) -> Iterator[Case]:
    counted: list[tuple[float, ...]] = []

    def noting(
        sentences: Sequence[str],
        question: str,
        amount: float,
        topic: float,
        *,
        against: bool,
        misheld: bool,
    ) -> float:
        of_all = particulars(tuple(sentences), question)
        most = min(used.MOST_PARTICULARS, amount, of_all)
        counted[:] = [(most, topic, float(against), float(misheld))]
        return used.concreteness(
            sentences, question, amount, topic, against=against, misheld=misheld
        )

    oneself.concreteness = noting  # type: ignore[attr-defined]
    after = judged_as(item, language, line["answer"]).score
    lexical.as_told = _by_points_alone  # type: ignore[attr-defined]
    before = judged_as(item, language, line["answer"]).score
    lexical.as_told = as_told  # type: ignore[attr-defined]
    if counted:
        grade = sum(line["band"]) / 2 if "band" in line else GRADES[line["level"]]
        yield Case(name, language, counted[0], grade, before, after)


def _by_points_alone(score: float, reach: Reach, soundness: float, *, against: bool) -> float:
    return as_told(score, replace(reach, concrete=None), soundness, against=against)


def main() -> None:
    found = list(cases())
    rows = np.array([case.counted for case in found])
    grades = np.array([case.grade for case in found])
    weights = np.array([WEIGHTS[case.name] for case in found])
    mean = np.average(rows, axis=0, weights=weights)
    scale = np.sqrt(np.average((rows - mean) ** 2, axis=0, weights=weights)) + 1e-9
    even = (rows - mean) / scale
    level = np.average(grades, weights=weights)
    weighed = (even * weights[:, None]).T
    fitted = np.linalg.solve(weighed @ even + L2 * np.eye(len(scale)), weighed @ (grades - level))
    fitted = fitted / scale
    print(f"{len(found)} answers; weight fitted, in use:")
    for label, weight, now in zip(NAMES, (level - mean @ fitted, *fitted), NOW, strict=True):
        print(f"  {label:12}{weight:7.2f}{now:7.1f}")
    for name in WEIGHTS:
        for language in ("zh", "en"):
            told = [case for case in found if (case.name, case.language) == (name, language)]
            if told:
                wanted = np.array([case.grade for case in told])
                shown = []
                for scores in ([c.before for c in told], [c.after for c in told]):
                    r = np.corrcoef(scores, wanted)[0, 1]
                    error = np.sqrt(np.mean((np.array(scores) - wanted) ** 2))
                    shown.append(f"r {r:.3f}, error {error:.1f}")
                print(f"{name}, {language}: {len(told)}; without {shown[0]}; with {shown[1]}")


if __name__ == "__main__":
    main()
