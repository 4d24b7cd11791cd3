"""Whether the time for a text grows with its length and no faster, whatever it consists of:
``python benchmarks/runs.py [--patterns]``.

A message may be twenty thousand times the same sign, and while a regular expression runs, nothing
else in its process does. First each of the project's expressions is tried on runs of what it
repeats without end, made from the expression itself: at MATCHED characters none may take longer
than SLOW seconds of CPU from where it begins, which is where nested repeats show. Then, unless
only the ``--patterns`` are asked for, whole interviews are sat through with such runs at the
greatest length allowed, as job description and as answers, to the feedback; the steps that took
longest are printed, with the lines that were at work. The exit status is 1 when an expression is
too slow, or a step takes longer than LONGEST seconds of CPU.
"""

from __future__ import annotations

import argparse
import importlib
import os
import pkgutil
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any

# Nothing public takes an expression apart, and nothing is known about the types of what does.
constants, parser = map(importlib.import_module, ("re._constants", "re._parser"))
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ["DJANGO_SETTINGS_MODULE"] = "interviewgpt.settings"

MATCHED, SLOW, LONGEST = 600, 0.2, 10.0
MANY = 200
"""A repeat that may go on for so long counts as one without end."""
APPS = ("interviewgpt", "interviews", "interviewers", "feedback")
_KINDS = {
    constants.CATEGORY_DIGIT: "0",
    constants.CATEGORY_SPACE: " ",
    constants.CATEGORY_WORD: "a",
    constants.CATEGORY_NOT_DIGIT: "x",
    constants.CATEGORY_NOT_SPACE: "x",
    constants.CATEGORY_NOT_WORD: " ",
}
_ANYTHING = 'a 0,中。(x\n-"'
_REPEATS = (constants.MAX_REPEAT, constants.MIN_REPEAT, constants.POSSESSIVE_REPEAT)
UNITS = (
    *"0十a我也不一太那嗯呃uhe (（\"“<{[`#=+*\\~_'-?!.,，。；：、…\n\t😀é·",
    *(
        "0,",
        "0.",
        "1 2 ",
        "a ",
        "i ",
        "um ",
        "一年",
        "说明",
        "- ",
        "1. ",
        "it ",
        "it's ",
        "really ",
        "I am ",
    ),
    *(
        "and ",
        "why ",
        "from ",
        "if ",
        "因为",
        "如果",
        "上题:",
        "3年",
        "a.b",
        "Aa ",
        "我叫王·",
        "http://",
    ),
    *(
        "50% ",
        "from 1 to 2 ",
        "，但是",
        "不是",
        "没有",
        "a?",
        "what ",
        "the ",
        "a'",
        "a;",
        "我说：",
        "第一",
    ),
    *("I think ", "请 ", "其实", "well, ", "n't ", "score ", "满分", "system: ", "ignore "),
)
ALPHABETS = (
    "0123456789",
    "0123456789.,",
    "一二三四五六七八九十百千万半几两",
    "abcdefgh ",
    "abcdefgh",
    "的我不是在有人这",
    " \n\t",
)
POSITIONS = {
    "zh": ("Python后端工程师", "产品经理", "园林管理员", "数据工程师"),
    "en": ("Backend engineer", "Product manager", "Landscape manager", "Data engineer"),
}


# --- Expressions --------------------------------------------------------------------------------


def expressions() -> dict[tuple[str, int], str]:
    """All that the project compiles, or has ready to be compiled, when its modules are imported, and where."""
    from interviewgpt import expressions as ready

    found: dict[tuple[str, int], str] = {}
    compiled, later = re.compile, ready.expression

    def noted(pattern: Any, flags: int = 0) -> re.Pattern[Any]:
        made = compiled(pattern, flags)
        place = sys._getframe(1)
        if isinstance(made.pattern, str) and Path(place.f_code.co_filename).is_relative_to(ROOT):
            name = Path(place.f_code.co_filename).relative_to(ROOT)
            if ".venv" not in name.parts:
                found.setdefault((made.pattern, made.flags), f"{name}:{place.f_lineno}")
        return made

    either: Any = noted
    re.compile = ready.expression = either
    try:
        import django

        django.setup()
        for app in APPS:
            package = importlib.import_module(app)
            for module in pkgutil.walk_packages(package.__path__, f"{app}."):
                if not {"tests", "migrations"} & set(module.name.split(".")):
                    importlib.import_module(module.name)
        _compile_the_rest()
    finally:
        re.compile, ready.expression = compiled, later
    return found


def _compile_the_rest() -> None:
    """What is compiled when it is needed first."""
    from interviewers.engines.builtin.stories.cues import find_cues

    for language in ("zh", "en"):
        find_cues("", language)


def runs(pattern: str, flags: int, length: int) -> set[str]:
    """Texts of about ``length`` characters of what an expression repeats, with what goes before it
    once or each time, and with an end that does not fit."""
    found: set[str] = set()
    for before, item in _repeated(parser.parse(pattern, flags)):
        if item:
            found |= {before + item * (length // len(item)) + end for end in ("", "!", "\u0100")}
            found.add((before + item) * (length // len(before + item)) + "!")
    return found


def _repeated(parts: Any, before: str = "") -> Iterator[tuple[str, str]]:
    """What stands before each repeat without end in an expression, and what it repeats."""
    for kind, value in parts:
        if kind in _REPEATS:
            least, most, item = value
            if most is constants.MAXREPEAT or most > MANY:
                yield from ((before, example(item, choice)) for choice in range(2 * _choices(item)))
            yield from _repeated(item, before)
            before += example(item) * least
        elif kind is constants.BRANCH:
            for branch in value[1]:
                yield from _repeated(branch, before)
            before += example(value[1][0])
        elif kind in (constants.ASSERT, constants.ASSERT_NOT):
            yield from _repeated(value[1], before)
        elif kind in (constants.SUBPATTERN, constants.ATOMIC_GROUP):
            inner = value[3] if kind is constants.SUBPATTERN else value
            yield from _repeated(inner, before)
            before += example(inner)
        else:
            before += example([(kind, value)])


def example(parts: Any, choice: int = 0) -> str:
    """A text that fits (most of) an expression; of several the one of that number."""
    said = ""
    for kind, value in parts:
        if kind is constants.LITERAL:
            said += chr(value)
        elif kind is constants.IN:
            signs = _signs(value)
            said += signs[choice // 2 % len(signs)]
        elif kind is constants.BRANCH:
            said += example(value[1][choice // 2 % len(value[1])], choice)
        elif kind in _REPEATS:
            # What may be left out is there every other time.
            said += example(value[2], choice) * (value[0] or choice % 2)
        elif kind is constants.SUBPATTERN:
            said += example(value[3], choice)
        elif kind is constants.ATOMIC_GROUP:
            said += example(value, choice)
        elif kind in (constants.ANY, constants.NOT_LITERAL):
            said += _ANYTHING[choice // 2 % len(_ANYTHING)]
    return said


def _choices(parts: Any) -> int:
    """How many texts to make of a part, so that each of its branches is in one."""
    most = 3
    for kind, value in parts:
        if kind is constants.BRANCH:
            most = max(most, len(value[1]), *map(_choices, value[1]))
        elif kind is constants.SUBPATTERN:
            most = max(most, _choices(value[3]))
        elif kind in _REPEATS:
            most = max(most, _choices(value[2]))
    return most


def _signs(parts: Sequence[tuple[Any, Any]]) -> str:
    """Some signs of a class."""
    found = ""
    for kind, value in parts:
        if kind is constants.LITERAL:
            found += chr(value)
        elif kind is constants.RANGE:
            found += chr(value[0])
        elif kind is constants.CATEGORY:
            found += _KINDS[value]
    if parts[0][0] is not constants.NEGATE:
        return found or "a"
    return "".join(sign for sign in _ANYTHING if sign not in found) or "\u0100"


class TooSlowError(Exception):
    """An expression is given up."""


def _give_up(_number: int, _frame: FrameType | None) -> None:
    raise TooSlowError


def slow_run(tried: re.Pattern[str], texts: Iterable[str]) -> str | None:
    """Which of some texts an expression takes longer than SLOW seconds of CPU for, from its beginning."""
    signal.signal(signal.SIGVTALRM, _give_up)
    for text in texts:
        signal.setitimer(signal.ITIMER_VIRTUAL, SLOW)
        try:
            tried.match(text)
        except TooSlowError:
            return text
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return None


def look_at_patterns() -> bool:
    """Print the expressions that are too slow; whether there is none."""
    found = expressions()
    tried = slow = 0
    for (pattern, flags), place in found.items():
        texts = runs(pattern, flags, MATCHED)
        tried += bool(texts)
        text = slow_run(re.compile(pattern, flags), sorted(texts))
        if text is not None:
            slow += 1
            print(f"{place}  {text[:30]!r}  {pattern[:120]!r}")
    print(f"{len(found)} expressions, {tried} with a repeat without end, {slow} too slow")
    return tried > 0 and not slow


# --- Whole interviews ---------------------------------------------------------------------------


class Watch:
    """Takes the time of steps, and notes each fifth of a second which line is at work."""

    def __init__(self) -> None:
        self.steps: list[tuple[float, str, list[tuple[str, int]]]] = []
        self._lines: Counter[str] = Counter()
        signal.signal(signal.SIGPROF, self._note)

    def _note(self, _number: int, frame: FrameType | None) -> None:
        while frame is not None:
            name = Path(frame.f_code.co_filename)
            if name.is_relative_to(ROOT) and ".venv" not in name.parts:
                self._lines[f"{name.relative_to(ROOT)}:{frame.f_lineno}"] += 1
                return
            frame = frame.f_back

    def step(self, name: str, work: Callable[[], Any]) -> Any:
        self._lines.clear()
        signal.setitimer(signal.ITIMER_PROF, 0.2, 0.2)
        begun = time.process_time()
        try:
            return work()
        finally:
            seconds = time.process_time() - begun
            signal.setitimer(signal.ITIMER_PROF, 0)
            self.steps.append((seconds, name, self._lines.most_common(2)))


def sit_through(watch: Watch, text: str, language: str, number: int) -> None:
    """An interview whose job description and answers are this text."""
    from interviews import ledger, services, turns
    from interviews.creation import create_interview
    from interviews.models import Interview
    from interviews.ways import AtOnce, at_once

    name, chosen = f"{text[:12]!r} {language}", random.Random(number)
    created = watch.step(
        f"create {name}",
        lambda: create_interview(
            position=chosen.choice(POSITIONS[language]),
            language=language,
            seed=number,
            job_description=text,
        ),
    )

    def say(content: str) -> None:
        posted = services.post_message(
            interview_id=created.pk, content=content, sender_type="user", claiming=True
        )
        turns.reply_at_once(created.pk, posted.claim)

    def end() -> None:
        ledger.ask_to_end(interview_id=created.pk)
        claim = ledger.claim(created.pk)
        if claim is not None:
            at_once(turns.run(turns.Work(claim), AtOnce()))

    told = {"zh": "。我负责了这个项目。", "en": ". I led that project."}[language]
    for content in (text, text[: MATCHED * 5] + told):
        if Interview.objects.filter(pk=created.pk, status="active").exists():
            watch.step(f"answer {name}", partial(say, content))
    watch.step(f"end {name}", end)


def look_at_interviews() -> bool:
    """Print the slowest steps of interviews; whether none took longer than LONGEST."""
    from interviews.protocol import MAX_CONTENT

    dice, watch = random.Random(1), Watch()
    texts = [(unit * MAX_CONTENT)[:MAX_CONTENT] for unit in UNITS]
    texts += ["".join(dice.choices(alphabet, k=MAX_CONTENT - 1)) + "a" for alphabet in ALPHABETS]
    for number, text in enumerate(text for text in texts if text.strip()):
        for language in ("zh", "en"):
            sit_through(watch, text, language, number)
    watch.steps.sort(reverse=True)
    for seconds, name, lines in watch.steps[:15]:
        print(
            f"{seconds:6.1f} s  {name}", *(f"{line} ({count})" for line, count in lines), sep="  "
        )
    print(f"{len(watch.steps)} steps, {sum(step[0] for step in watch.steps):.0f} s")
    return watch.steps[0][0] <= LONGEST


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--patterns", action="store_true", help="only the expressions")
    options = asked.parse_args()
    folder = tempfile.mkdtemp()
    os.environ |= {
        "INTERVIEWGPT_DATA_DIR": folder,
        "INTERVIEWGPT_ENGINE": "builtin",
        "INTERVIEWGPT_LOG_LEVEL": "ERROR",
        "INTERVIEWGPT_OPEN_INTERVIEWS": "100000",
    }
    try:
        held = look_at_patterns()
        if not options.patterns:
            subprocess.run(
                [sys.executable, "manage.py", "bootstrap"],
                cwd=ROOT,
                check=True,
                stdout=subprocess.DEVNULL,
            )
            held = look_at_interviews() and held
    finally:
        shutil.rmtree(folder)
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
