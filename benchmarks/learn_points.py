"""Make the numbers of `likelihood.WEIGHING`: ``python benchmarks/learn_points.py [--held NAME]``.

Two logistic regressions over the answers of `heard/` in which people ticked off what points are
made; what is only partly made teaches nothing. Of an answer the sentence counts that is likeliest to
make the point by what has been learnt so far. Prints the numbers, and what they hear of the
answers of one file (``--held``, by NAME without ``.jsonl``) when they are learnt from the others.
Writes nothing.
The assessor's own numbers are those of ``--held third``.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from heard import DATA, question_of

from interviewers.bank.schema import read_bank
from interviewers.engines.builtin.expected.likelihood import Signs, signs_of
from interviewers.engines.builtin.expected.points import prepare_point
from interviewers.engines.builtin.judging.case import case_of
from interviewers.engines.builtin.judging.credit import sentences_of

Array = np.ndarray[Any, np.dtype[np.float64]]
ROUNDS, STEPS, RIDGE = 5, 30, 1.0
"""How often the likeliest sentence is chosen anew, Newton's steps of a regression, and what holds its
numbers (of columns of variance 1) near 0."""


@dataclass
class Pair:
    """An answer and a point: the signs of each sentence, with its credit, and whether it is made (1, 0, or
    .5 in part); ``answer`` numbers the answer."""

    signs: Array
    credits: Array
    made: float
    answer: int
    heard: float = 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held", default="")
    held: str = parser.parse_args().held
    names = sorted(path.stem for path in DATA.glob("*.jsonl"))
    pairs = _pairs([name for name in names if name != held])
    first, second = learnt(pairs)
    print("signs", np.round(first[:-1], 2), "chance", round(float(first[-1]), 2))
    print("own, others, beside", np.round(second, 2))
    for name in [held] if held else names:
        told = _pairs([name])
        _show(name, told, _heard(told, first, second))


def learnt(pairs: Sequence[Pair]) -> tuple[Array, Array]:
    """The numbers of the signs and of chance, and those of the odds, of the other points and of none."""
    chosen = [int(np.argmax(pair.signs @ np.array([2.0, 0.5, 2.0]))) for pair in pairs]
    sure = [i for i, pair in enumerate(pairs) if pair.made in (0.0, 1.0)]
    made = np.array([pairs[i].made for i in sure])
    first = np.zeros(4)
    for _ in range(ROUNDS):
        first = _regressed(np.array([pairs[i].signs[chosen[i]] for i in sure]), made)
        chosen = [int(np.argmax(pair.signs @ first[:-1])) for pair in pairs]
    rows = _second_rows(pairs, first)
    return first, _regressed(rows[sure], made)


def _second_rows(pairs: Sequence[Pair], first: Array) -> Array:
    odds = np.array([float((p.signs @ first[:-1] + first[-1]).max()) for p in pairs])
    reached = np.array(
        [float((_share(p.signs @ first[:-1] + first[-1]) * p.credits).max()) for p in pairs]
    )
    of = np.array([pair.answer for pair in pairs])
    rows = np.zeros((len(pairs), 2))
    for i in range(len(pairs)):
        others = (of == of[i]) & (np.arange(len(pairs)) != i)
        rows[i] = odds[i], reached[others].mean() if others.any() else 0.5
    return rows


def _regressed(rows: Array, made: Array) -> Array:
    """Logistic regression: the numbers of the columns and the constant."""
    mean, spread = rows.mean(0), rows.std(0) + 1e-9
    columns = np.hstack([(rows - mean) / spread, np.ones((len(rows), 1))])
    ridge = np.diag([RIDGE] * rows.shape[1] + [0.0])
    numbers = np.zeros(columns.shape[1])
    for _ in range(STEPS):
        share = _share(columns @ numbers)
        slope = columns.T @ (made - share) - ridge @ numbers
        curve = (columns * (share * (1.0 - share))[:, None]).T @ columns + ridge
        numbers += np.linalg.solve(curve, slope)
    own = numbers[:-1] / spread
    return np.append(own, numbers[-1] - own @ mean)


def _share(odds: Array) -> Array:
    return 1.0 / (1.0 + np.exp(-odds))


def _heard(pairs: Sequence[Pair], first: Array, second: Array) -> Array:
    return _share(_second_rows(pairs, first) @ second[:-1] + second[-1])


def _show(name: str, pairs: Sequence[Pair], likely: Array) -> None:
    made = np.array([pair.made for pair in pairs])
    rule = np.array([pair.heard for pair in pairs])
    yes, no, some = likely[made == 1.0], likely[made == 0.0], likely[made == 0.5]
    area = (yes[:, None] > no[None, :]).mean()
    told = [(x > 0.5).mean() for x in (yes, some, no)]
    before = [(rule[made == x] >= 0.5).mean() for x in (1.0, 0.5, 0.0)]
    print(
        f"{name}: area under the curve {area:.3f}; heard of made {told[0]:.3f}, partly made "
        f"{told[1]:.3f}, not made {told[2]:.3f} (by wordings alone: "
        f"{', '.join(f'{x:.3f}' for x in before)})"
    )


def _pairs(names: Sequence[str]) -> list[Pair]:
    bank = {item.key: item for item in read_bank()}
    found: list[Pair] = []
    answers = 0
    for name in names:
        with (DATA / f"{name}.jsonl").open(encoding="utf-8") as file:
            for line in map(json.loads, file):
                answers += 1
                asked = question_of(bank[line["key"]], line.get("language", name))
                case = case_of(asked.text, asked.references, asked.points)
                sentences = sentences_of(line["answer"], case)
                worded = [(i, point) for i, point in enumerate(asked.points) if point.cue is None]
                prepared = [prepare_point(point, asked.text) for point in asked.points]
                rows = signs_of(prepared, sentences)
                credits_ = np.array([s.credit for s in sentences] or [0.0])
                for i, point in worded:
                    signs = np.array([row[i] for row in rows] or [Signs(0.0, 0.0, 0.0)])
                    made = float(point.key in line["made"]) or 0.5 * (point.key in line["partly"])
                    rule = float((signs[:, 0] * credits_).max())
                    found.append(Pair(signs, credits_, made, answers, rule))
    return found


if __name__ == "__main__":
    main()
