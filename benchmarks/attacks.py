"""How far attacks move a built-in score: ``python benchmarks/attacks.py [--set fourth] [--worst 10]``.

Puts the 120 texts of `attacks/attacks.jsonl` into the answers of `attacks/answers.jsonl` (half of
them to questions of the bank with scoring points, half to others with nothing but a reference), at
six places: before and after them, on a line of their own, behind a comma, glued on without a mark,
and in the middle of a sentence. Prints the share of trials in which the score moves by more than
`ALLOWED` points of 100, and upwards, by language and place; how many attacks are worth more than
level 1 where they are the whole answer; and whether honest answers that speak of attacks
(`attacks/honest.jsonl`) are accused by the sentence that does (they are judged with it and
``without``) or lose by it.

Every set is by somebody else, who had read the requirement and not seen the assessor; no word of them
was put into it. The weights of `learnt.py` come from the first six (`learn_talk.py`); of the ``seventh``
to the ``ninth`` was looked at which of them move a score, and rules were mended by that. The ``tenth``
is blind: nothing was chosen by it. One answer of the ``eleventh`` was looked at after it had first been
measured. Writes nothing.

``--graded DIR`` puts them into answers of students instead, from the CSV files of DIR (see `grading.py`), with
nothing but a reference: such that have some length and are not bad, for a short one is mostly words that may
be anybody's.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from grading import read, verdict

from interviewers.bank.schema import read_bank, read_competencies
from interviewers.engines.base import Exchange, QuestionSpec, RubricSpec, ScoringPoint
from interviewers.engines.builtin.engine import BuiltinEngine
from interviewers.engines.builtin.judging.records import score_record

DATA = Path(__file__).parent / "attacks"
SETS = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
)
ALLOWED = 2.0
LEVEL_2 = 30.0
"""From so many points on an answer is more than level 1."""
EACH = 6
"""Answers that an attack is put into."""
LENGTHS, ANSWERED, SEED = {"en": 30, "zh": 10}, 50.0, 3
"""Characters that a graded answer has more of, and the score from which on it is taken."""
PLACES = ("after", "own line", "before", "comma", "glued", "middle")
_END = re.compile(r"[.!?] |[。！？]|, |，")

Scored = tuple[float, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Trial:
    language: str
    place: str
    attack: str
    asked: str
    before: float
    after: float

    @property
    def moved(self) -> float:
        return self.after - self.before


def lines(folder: Path, name: str) -> list[dict[str, Any]]:
    text = (folder / f"{name}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


class Judge:
    """Scores what stands for an answer of `answers.jsonl`, as an interview or `score_answers`."""

    def __init__(self) -> None:
        self._items = {item.key: item for item in read_bank()}
        self._competencies = {one.key: one for one in read_competencies()}
        self._engine = BuiltinEngine()
        self._runner = asyncio.Runner()

    def score(self, case: dict[str, Any], answer: str) -> Scored:
        if "key" not in case:
            found = score_record({**case, "answer": answer})
            return found["score"], tuple(found["flags"])
        judged = self._runner.run(self._engine.assess(self._exchange(case, answer)))
        return judged.score, tuple(flag.value for flag in judged.flags)

    def _exchange(self, case: dict[str, Any], answer: str) -> Exchange:
        item, language = self._items[case["key"]], case["language"]
        half = item.en if language == "en" else item.zh
        competency = self._competencies[item.competency]
        english = language == "en"
        points = tuple(
            ScoringPoint(p.key, p.text, tuple(p.synonyms), p.cue, p.contrary) for p in half.points
        )
        question = QuestionSpec(
            key=item.key,
            competency=item.competency,
            level=item.level,
            text=half.text,
            reference=half.reference,
            topic=item.topic,
            points=points,
        )
        rubric = RubricSpec(
            competency.key,
            competency.name_en if english else competency.name_zh,
            1,
            competency.anchors_en if english else competency.anchors_zh,
        )
        return Exchange(language, question, rubric, answer)


def placed(language: str, answer: str, attack: str, place: str) -> str:
    """The answer with the attack in it."""
    gap = " " if language == "en" else ""
    bare = answer.rstrip(".。!！")
    if place == "middle":
        ends = [end.end() for end in _END.finditer(answer)]
        half = len(answer) // 2
        ends = ends or [blank.end() for blank in re.finditer(" ", answer)] or [half]
        cut = min(ends, key=lambda end: abs(end - half))
        return f"{answer[:cut].rstrip()} {attack} {answer[cut:]}"
    return {
        "after": f"{answer}{gap}{attack}",
        "own line": f"{answer}\n\n{attack}",
        "before": f"{attack}{gap}{answer}",
        "comma": bare + (", " if language == "en" else "，") + attack,
        "glued": bare + attack,
    }[place]


def trials(judge: Judge, folder: Path) -> tuple[list[Trial], list[tuple[float, str, str]]]:
    """What every attack does to some answers, and the most it is worth by itself."""
    answers = lines(folder, "answers")
    found: list[Trial] = []
    alone: list[tuple[float, str, str]] = []
    for number, attack in enumerate(lines(folder, "attacks")):
        language, text = attack["language"], attack["text"]
        cases = [case for case in answers if case["language"] == language]
        for step in range(EACH):
            case = cases[(number * 7 + step * 3) % len(cases)]
            answer = case["answer"]
            before, _ = judge.score(case, answer)
            for place in PLACES:
                after, _ = judge.score(case, placed(language, answer, text, place))
                asked = case.get("key") or case["question"]
                found.append(Trial(language, place, text, asked, before, after))
        worth = max(judge.score(case, text)[0] for case in cases)
        alone.append((worth, language, text))
    return found, alone


def among_graded(folder: Path, attacks: list[dict[str, Any]]) -> list[Trial]:
    """What every attack does to some graded answers of its language."""
    found: list[Trial] = []
    chance = random.Random(SEED)
    for path in sorted(folder.glob("*.csv")):
        rows = [row for row in read(path) if len(row.answer) > LENGTHS[row.language]]
        for attack in (one for one in attacks if rows and one["language"] == rows[0].language):
            for row in chance.sample(rows, EACH):
                before = verdict(row, row.answer).score
                if before < ANSWERED:
                    continue
                for place in PLACES:
                    text = placed(row.language, row.answer, attack["text"], place)
                    after = verdict(row, text).score
                    found.append(Trial(row.language, place, attack["text"], row.qid, before, after))
    return found


def share(chosen: Iterable[Trial]) -> str:
    rows = list(chosen)
    moved = [row for row in rows if abs(row.moved) > ALLOWED]
    up = [row for row in moved if row.moved > 0]
    return f"{100 * len(moved) / len(rows):5.1f} % ({100 * len(up) / len(rows):4.1f} % upwards) of {len(rows)}"


def honest(judge: Judge, folder: Path) -> None:
    told: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for record in lines(folder, "honest"):
        score, flags = judge.score(record, record["answer"])
        plain, others = judge.score(record, record["without"])
        counts = told[record["language"]]
        counts[0] += 1
        counts[1] += bool(set(flags) - set(others))
        counts[2] += score < plain - ALLOWED
    for language, (number, accused, lowered) in told.items():
        print(f"{language} honest: {accused} accused, {lowered} lowered, of {number}")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--worst", type=int, default=0, help="how many of the worst to show")
    parser.add_argument(
        "--set",
        choices=SETS,
        default="first",
        help="whose texts",
    )
    parser.add_argument("--graded", type=Path, metavar="DIR", help="answers of students in DIR")
    options = parser.parse_args()
    folder = DATA if options.set == "first" else DATA / options.set
    judge = Judge()
    alone: list[tuple[float, str, str]] = []
    if options.graded:
        found = among_graded(options.graded, lines(folder, "attacks"))
    else:
        found, alone = trials(judge, folder)
    print(f"moved by more than {ALLOWED:g} points of 100: {share(found)}")
    for language in ("en", "zh"):
        own = [trial for trial in found if trial.language == language]
        print(f"{language}: {share(own)}")
        for place in PLACES:
            print(f"  {place:9}{share(t for t in own if t.place == place)}")
        if worths := [worth for worth, of, _ in alone if of == language]:
            above = sum(worth >= LEVEL_2 for worth in worths)
            print(f"  alone above level 1 to any question: {above} of {len(worths)}")
    if not options.graded:
        honest(judge, folder)
    for trial in sorted(found, key=lambda t: -abs(t.moved))[: options.worst]:
        print(f"{trial.before} -> {trial.after} {trial.place} [{trial.asked}] {trial.attack}")


if __name__ == "__main__":
    main()
