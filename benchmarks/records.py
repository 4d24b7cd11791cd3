"""What `manage.py score_answers` costs: ``python benchmarks/records.py [--lines 2000]``.

Spoken answers to questions of the bank (`heard/`, of some 100 words), each beside the reference answer of
its question and those of two others in its language, in no order. They are scored by one process, then by as many
as the command starts by itself. Prints seconds of CPU (of all processes) and of the clock, and ends with 1 where what
comes out is not the same. Writes nothing.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from heard import DATA, question_of

from interviewers.bank.schema import read_bank

ROOT = Path(__file__).resolve().parent.parent
SETS = ("zh", "en", "second")
BESIDE = 3
"""Beside so many references each answer is held."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", type=int, default=2_000)
    count: int = parser.parse_args().lines
    lines = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in records()[:count])
    found: list[bytes] = []
    for options in (("--processes", "1"), ()):
        began, used = time.perf_counter(), _used()
        done = subprocess.run(
            [sys.executable, "manage.py", "score_answers", *options],
            input=lines.encode(),
            stdout=subprocess.PIPE,
            cwd=ROOT,
            check=True,
        )
        clock, cpu = time.perf_counter() - began, _used() - used
        found.append(done.stdout)
        said = "one process" if options else "by itself"
        scored = len(done.stdout.splitlines())
        print(f"{said}: {scored} lines, {cpu:.1f} s of CPU, {clock:.1f} s by the clock")
    sys.exit(found[0] != found[1])


def records() -> list[dict[str, Any]]:
    """Answers with questions and references, always in the same order."""
    bank = {item.key: item for item in read_bank()}
    texts = [(name, (DATA / f"{name}.jsonl").read_text(encoding="utf-8")) for name in SETS]
    lines = [(name, json.loads(line)) for name, text in texts for line in text.splitlines()]
    told = [(line.get("language", name), line) for name, line in lines]
    found: list[dict[str, Any]] = []
    for language in ("zh", "en"):
        own = [line for spoken, line in told if spoken == language]
        asked = [question_of(bank[line["key"]], language) for line in own]
        for step in range(BESIDE):
            for place, line in enumerate(own):
                question = asked[(place + step * len(own) // BESIDE) % len(own)]
                found.append(
                    {
                        "question": question.text,
                        "reference": question.references[0],
                        "answer": line["answer"],
                        "language": language,
                    }
                )
    random.Random(16).shuffle(found)
    return found


def _used() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return children.ru_utime + children.ru_stime


if __name__ == "__main__":
    main()
