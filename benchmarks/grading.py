"""How well the built-in assessor agrees with human graders: ``python benchmarks/grading.py DIR``.

Reads every CSV in DIR with the columns qid, question, reference_answer, answer, score, max, lang
(or language), and prints per file: Pearson r and RMSE (scores scaled to 0-1) of the scores as they
are, the same after a straight-line recalibration that is cross-validated by question (no question
is in the part it is predicted from; the assessor itself has no fitted weights), what always guessing the mean would give, how adversarial
answers compare with the full-mark human ones, and the time. Writes nothing.
"""

from __future__ import annotations

import argparse
import csv
import math
import random
import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from interviewers.engines.builtin.judging.lexical import Judgement, judge
from interviewers.engines.builtin.reading.text import atoms, fold, is_function, is_han

FOLDS = 10
csv.field_size_limit(10_000_000)


@dataclass(frozen=True, slots=True)
class Row:
    qid: str
    question: str
    reference: str
    answer: str
    human: float
    language: str


def read(path: Path) -> list[Row]:
    """The graded answers of a file; scores are divided by their maximum."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [
            Row(
                row["qid"],
                row["question"],
                row["reference_answer"],
                row["answer"],
                float(row["score"]) / float(row["max"]),
                row.get("lang") or row.get("language") or "en",
            )
            for row in csv.DictReader(file)
        ]


def verdict(row: Row, answer: str) -> Judgement:
    return judge(
        question=row.question,
        references=(row.reference,),
        answer=answer,
        language=row.language,
    )


def rmse(left: Sequence[float], right: Sequence[float]) -> float:
    return math.sqrt(statistics.fmean((a - b) ** 2 for a, b in zip(left, right, strict=True)))


def pearson(left: Sequence[float], right: Sequence[float]) -> float:
    """The correlation; NaN where one side does not vary."""
    try:
        return statistics.correlation(left, right)
    except statistics.StatisticsError:
        return math.nan


def cross_validated(rows: Sequence[Row], scores: Sequence[float]) -> list[float]:
    """Straight-line predictions, each from the other folds of questions."""
    questions = sorted({row.qid for row in rows})
    fold_of = {qid: number % FOLDS for number, qid in enumerate(questions)}
    predicted = [0.0] * len(rows)
    for number in set(fold_of.values()):
        rest = [i for i, row in enumerate(rows) if fold_of[row.qid] != number]
        slope, intercept = statistics.linear_regression(
            [scores[i] for i in rest], [rows[i].human for i in rest]
        )
        for i, row in enumerate(rows):
            if fold_of[row.qid] == number:
                predicted[i] = slope * scores[i] + intercept
    return predicted


def chunks(text: str, chance: random.Random) -> list[str]:
    """Words; in Chinese, pieces of one to three characters."""
    if not any(map(is_han, text)):
        return text.split()
    return [
        piece for piece in re.findall(rf".{{1,{chance.choice((2, 3))}}}", text) if piece.strip()
    ]


def keywords(text: str, chance: random.Random) -> str:
    if not any(map(is_han, text)):
        return ", ".join(word for word in atoms(fold(text)) if not is_function(word))
    runs = re.findall(r"[\u3400-\u9fff]+|[A-Za-z0-9+#]+", text)
    pieces = ["".join(c for c in run if not is_function(c)) for run in runs]
    return "、".join(piece[i : i + 3] for piece in pieces for i in range(0, len(piece), 3))


def shuffled(text: str, chance: random.Random) -> str:
    pieces = chunks(text, chance)
    chance.shuffle(pieces)
    return ("" if any(map(is_han, text)) else " ").join(pieces)


def negated(text: str, chance: random.Random) -> str:
    if any(map(is_han, text)):
        changed = re.sub(r"(可以|会|是|需要|必须|能|包括|应)", r"不\1", text)
        return changed if changed != text else f"并不是{text}"
    changed = re.sub(r"\b(is|are|can|will|must|does|do|has|have)\b(?! not)", r"\1 not", text)
    return changed if changed != text else f"It is not true that {text}"


FAKES: dict[str, Callable[[str, random.Random], str]] = {
    "keyword list": keywords,
    "shuffled": shuffled,
    "negated": negated,
}


def adversarial(rows: Sequence[Row], judgements: Sequence[Judgement]) -> None:
    full = [told for row, told in zip(rows, judgements, strict=True) if row.human >= 1.0]
    if not full:
        print("  no full-mark answers to compare with")
        return
    bar = statistics.median(told.score for told in full)
    questions = list({row.qid: row for row in rows}.values())
    flags = Counter(flag.value for told in full for flag in told.flags)
    print(f"  median of full-mark human answers {bar:.1f}; flagged of {len(full)}: {dict(flags)}")
    for name, make in FAKES.items():
        chance = random.Random(7)
        found = [verdict(row, make(row.reference, chance)).score for row in questions]
        above = sum(score >= bar for score in found)
        print(
            f"  {name:14} median {statistics.median(found):5.1f}  mean {statistics.fmean(found):5.1f}"
            f"  at or above that median {above}/{len(found)}"
        )
    chinese = questions[0].language == "zh"
    lowest: dict[str, Callable[[Row], str]] = {
        "question copied": lambda row: row.question,
        "don't know": lambda row: "不知道" if chinese else "I don't know",
        "empty": lambda row: " ",
        "small talk": lambda row: (
            "今天天气很好，周末我想去公园散步。"
            if chinese
            else "Nice weather, I had pizza and coffee."
        ),
    }
    for name, answer in lowest.items():
        levels = Counter(verdict(row, answer(row)).level for row in questions)
        print(f"  {name:14} levels {dict(sorted(levels.items()))}")


def report(path: Path) -> None:
    rows = read(path)
    start = time.process_time()
    judgements = [verdict(row, row.answer) for row in rows]
    spent = time.process_time() - start
    scores = [judgement.score / 100 for judgement in judgements]
    humans = [row.human for row in rows]
    fitted = cross_validated(rows, scores)
    mean = statistics.fmean(humans)
    print(f"{path.name}: {len(rows)} answers to {len({row.qid for row in rows})} questions")
    print(f"  as scored        r {pearson(scores, humans):.3f}  RMSE {rmse(scores, humans):.3f}")
    print(f"  cross-validated  r {pearson(fitted, humans):.3f}  RMSE {rmse(fitted, humans):.3f}")
    print(f"  always the mean  RMSE {rmse([mean] * len(humans), humans):.3f}")
    print(f"  {spent / len(rows) * 1000:.2f} ms of CPU per answer")
    adversarial(rows, judgements)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, metavar="DIR", help="a folder of graded CSV files")
    files = sorted(parser.parse_args().folder.glob("*.csv"))
    if not files:
        parser.error("no CSV files there")
    for path in files:
        report(path)


if __name__ == "__main__":
    main()
