"""How far remarks around an answer move its score: ``python benchmarks/remarks.py [--answers 300] [--writer fourth]``.

Puts remarks of ``remarks/fourth.jsonl`` ("let me think", "I hope that was clear"; of a writer from whom nothing was learnt,
as from ``fifth``, see `learn_remarks.py`) before and behind answers of `heard/` (without the third and fourth set), and prints the share of
trials in which the score moves by more than 2 and by more than 5 points of 100, by language, kind of question and place.
Chance comes from a seed; nothing is written.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from attacks import Judge
from learn_remarks import HERE, LANGUAGES, MEASURED, UNREAD, remarks

from interviewers.bank.schema import read_bank

SEED, EACH = 7, 5
"""The seed, and how many remarks are put at each place of an answer."""
MOVED, FAR = 2.0, 5.0


def answers() -> list[dict[str, Any]]:
    """Answers to questions of the bank, with their language."""
    known = {item.key for item in read_bank()}
    rows: list[dict[str, Any]] = []
    for path in sorted((HERE / "heard").rglob("*.jsonl")):
        if path.name in UNREAD:
            continue
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row.get("key") in known and "answer" in row:
                rows.append({**row, "language": row.get("language", path.stem)})
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--answers", type=int, default=300, help="how many answers to take")
    parser.add_argument("--writer", default=MEASURED[0], choices=MEASURED, help="whose remarks")
    options = parser.parse_args()
    chance = random.Random(SEED)
    rows = answers()
    chance.shuffle(rows)
    judge = Judge()
    said = {
        (language, place): [
            text
            for writer, kind, text in remarks(language)
            if (writer, kind) == (options.writer, place)
        ]
        for language in LANGUAGES
        for place in ("open", "close")
    }
    trials, moved, far = Counter[str](), Counter[str](), Counter[str]()
    for row in rows[: options.answers]:
        language, answer = row["language"], row["answer"]
        gap = " " if language == "en" else ""
        plain, _ = judge.score(row, answer)
        stage = row["key"].split("-")[0]
        kind = stage if stage in ("hr", "behavioral") else "technical"
        for place in ("open", "close"):
            for remark in chance.sample(said[language, place], EACH):
                whole = f"{remark}{gap}{answer}" if place == "open" else f"{answer}{gap}{remark}"
                score, _ = judge.score(row, whole)
                for name in (f"{language} {kind:10} {place}", "all"):
                    trials[name] += 1
                    moved[name] += abs(score - plain) > MOVED
                    far[name] += abs(score - plain) > FAR
    for name in sorted(trials):
        print(
            f"{name}: {100 * moved[name] / trials[name]:.1f} % by more than {MOVED:g} points, "
            f"{100 * far[name] / trials[name]:.1f} % by more than {FAR:g}, of {trials[name]}"
        )


if __name__ == "__main__":
    main()
