"""How much of real résumés is read: ``python benchmarks/resumes.py DIR [--worst N]``.

Takes every file in DIR (and below) that has its true text beside it under the same name with
``.txt`` appended or instead (``anna.pdf`` and ``anna.pdf.txt`` or ``anna.txt``), reads it as the
server does, in the confined process, and prints per file:

- recall: the share of the true text's words that were read, each as often as it stands there;
- precision: the share of the words read that are in the true text, likewise;
- order: of the words found, the share that stands in the same sequence (longest common
  subsequence), 1.0 for files read from top to bottom as the true text is;
- the seconds it took.

Words are runs of Latin letters and digits, case folded, and pairs of neighbouring Chinese
characters, so that no dictionary decides. A true text that is empty says that the file must be
refused, and one that begins with ``#`` names the problem in its first line (``# no_text``).
``--against CMD`` measures another reader beside ours, say ``--against 'pdftotext {} -'``.
Writes nothing.
"""

from __future__ import annotations

import argparse
import difflib
import re
import shlex
import statistics
import subprocess
import sys
import time
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from interviews.resumes import ResumeError, extract

GOOD = 0.95
_WORD = re.compile("[a-z0-9\u00df-\u024f]+|[\u3400-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Score:
    path: Path
    recall: float
    precision: float
    order: float
    seconds: float
    answer: str  # "" or the problem that was answered

    @property
    def good(self) -> bool:
        return self.recall >= GOOD


def words(text: str) -> list[str]:
    """Latin words and numbers, and pairs of neighbouring Chinese characters, in order."""
    found: list[str] = []
    for run in _WORD.findall(unicodedata.normalize("NFKC", text).casefold()):
        if run[0] < "\u3400" or len(run) == 1:
            found.append(run)
        else:
            found += [run[place : place + 2] for place in range(len(run) - 1)]
    return found


def compare(truth: str, text: str) -> tuple[float, float, float]:
    """Recall, precision and order of ``text`` (see the top of this file)."""
    wanted, got = words(truth), words(text)
    common = sum((Counter(wanted) & Counter(got)).values())
    matcher = difflib.SequenceMatcher(None, wanted, got, autojunk=False)
    ordered = sum(block.size for block in matcher.get_matching_blocks())
    return (
        common / len(wanted) if wanted else 1.0,
        common / len(got) if got else 1.0,
        ordered / common if common else 0.0,
    )


def pairs(folder: Path) -> Iterator[tuple[Path, str]]:
    for path in sorted(folder.rglob("*")):
        if not path.is_file() or path.suffix == ".txt":
            continue
        for beside in (path.with_name(path.name + ".txt"), path.with_suffix(".txt")):
            if beside.exists():
                yield path, beside.read_text(encoding="utf-8")
                break


def measure(path: Path, truth: str, against: str) -> tuple[Score, str]:
    start = time.perf_counter()
    answer, text = "", ""
    if against:
        command = [part.replace("{}", str(path)) for part in shlex.split(against)]
        done = subprocess.run(command, capture_output=True, check=False, timeout=60)
        text = done.stdout.decode("utf-8", "replace")
        answer = "" if text.strip() else "nothing"
    else:
        try:
            text = extract(path).text
        except ResumeError as error:
            answer = error.code.value
    seconds = time.perf_counter() - start
    if not truth.strip() or truth.startswith("#"):
        wanted = truth.split("\n", maxsplit=1)[0].lstrip("# ").strip()
        right = float(bool(answer) and wanted in ("", answer))
        return Score(path, right, right, right, seconds, answer or "text"), text
    return Score(path, *compare(truth, text), seconds, answer), text


def report(scores: Sequence[Score], folder: Path, worst: int) -> None:
    groups: dict[str, list[Score]] = defaultdict(list)
    for score in scores:
        group = score.path.parent.relative_to(folder).as_posix()
        groups[f"{'' if group == '.' else group + '/'}*{score.path.suffix}"].append(score)
    print(
        f"{'files':32} {'n':>4} {'good':>5} {'recall':>7} {'lowest':>7} {'prec.':>6} {'order':>6}"
    )
    for name, members in [*sorted(groups.items()), ("all", list(scores))]:
        print(
            f"{name:32} {len(members):4} {sum(s.good for s in members) / len(members):5.0%}"
            f" {statistics.fmean(s.recall for s in members):7.3f}"
            f" {min(s.recall for s in members):7.3f}"
            f" {statistics.fmean(s.precision for s in members):6.3f}"
            f" {statistics.fmean(s.order for s in members):6.3f}"
        )
    seconds = sorted(score.seconds for score in scores)
    print(f"seconds: median {statistics.median(seconds):.2f}, highest {seconds[-1]:.2f}")
    ranked = sorted(scores, key=lambda s: (s.recall, s.precision, s.order))[:worst]
    for score in ranked:
        print(
            f"{score.recall:.3f} {score.precision:.3f} {score.order:.3f} {score.seconds:.2f}s"
            f"  {score.path.relative_to(folder)} {score.answer}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--worst", type=int, default=10, help="files to name, the worst first")
    parser.add_argument(
        "--against", default="", help="a command to measure instead; {} is the file"
    )
    parser.add_argument("--only", default="", help="a regular expression that paths must match")
    parser.add_argument("--lost", action="store_true", help="print the words lost and added")
    options = parser.parse_args()
    scores: list[Score] = []
    for path, truth in pairs(options.folder):
        if not re.search(options.only, str(path)):
            continue
        score, text = measure(path, truth, options.against)
        scores.append(score)
        if options.lost and score.recall + score.precision < 2:
            wanted, got = Counter(words(truth)), Counter(words(text))
            print(path.relative_to(options.folder), f"{score.recall:.3f} {score.precision:.3f}")
            print("  lost ", " ".join((wanted - got).elements())[:400])
            print("  added", " ".join((got - wanted).elements())[:400])
    if not scores:
        sys.exit("no file with a .txt beside it")
    report(scores, options.folder, options.worst)


if __name__ == "__main__":
    main()
