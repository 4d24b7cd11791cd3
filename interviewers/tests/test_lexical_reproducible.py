"""The same answer has the same score in every process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAIRS = (
    ("product-bad-reviews", "mobile-cold-start"),
    ("hr-their-questions-open", "hr-their-questions-open"),
)
"""Whose question, and whose reference is the answer: of its own the first half."""
PROGRAM = """
import sys
from interviewers.engines.base import ScoringPoint
from interviewers.engines.builtin.expected.points import prepare_point, worded
from interviewers.engines.builtin.reading.text import segments
from interviewers.bank.schema import read_bank
from interviewers.engines.builtin.judging.records import score_record
bank = {item.key: item.en for item in read_bank()}
for pair in sys.argv[1:]:
    asked, said = pair.split("/")
    answer = bank[said].reference
    answer = answer[: len(answer) // 2] if asked == said else answer
    record = {"question": bank[asked].text, "reference": bank[asked].reference}
    print(score_record({**record, "answer": answer, "language": "en"}))
said = "We index the column, cache the page, measure it first, then shard, batch and pool what is slow"
wordings = ("index the column", "shard", "measure it first", "pool", "cache the page", "batch")
print(worded(prepare_point(ScoringPoint("", "faster", wordings), ""), segments(said)[0], most=3))
"""


def scored(seed: int) -> str:
    """What a process says whose sets have their order from ``seed``."""
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, *("/".join(pair) for pair in PAIRS)],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": str(seed)},
        capture_output=True,
        check=True,
        text=True,
    ).stdout


def test_scores_are_the_same_in_every_process() -> None:
    first = scored(1)
    assert first.count("'score'") == len(PAIRS)
    assert scored(2) == first
