"""``manage.py score_answers < in.jsonl > out.jsonl``: score answers outside an interview."""

from __future__ import annotations

import gc
import json
import os
import signal
import sys
from argparse import ArgumentTypeError
from codecs import BOM_UTF8
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing import parent_process
from threading import Thread
from typing import Any, NoReturn

from django.core.management.base import BaseCommand, CommandError, CommandParser

from interviewers.engines.builtin.judging.records import refused, score_record

PART = 20
"""So many lines go to a process at a time: what they have in common is read once."""
ALONE = 100
"""So many lines are scored before other processes are started. These have then all that was read for them."""
AHEAD = 3
"""So many parts for each process are read before they are asked for."""
MOST = 4
"""So many processes at most, where nobody says how many."""


class Command(BaseCommand):
    help = (
        "给标准输入里的每行 JSON（question、reference（一段文字或一个列表）、answer、language）评分，"
        "按顺序逐行输出 JSON；写坏的一行在原处给最低分并报错，总数最后写到标准错误。 / "
        "Score JSON lines of question, reference (a text or a list), answer and language from "
        "stdin; one JSON line each to stdout, in order. A bad line gives the lowest score and an error on its "
        "line; how many there were is said on stderr at the end."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--processes",
            type=_at_least_one,
            default=min(MOST, _processors()),
            help="最多用几个进程（默认：有几个处理器用几个，至多 %(default)s）；结果相同。 / "
            "How many processes to use at most (here by default: %(default)s); what comes out is the same.",
        )

    def handle(self, *args: Any, processes: int, **options: Any) -> None:
        failed = written = 0
        try:
            for part, bad in _scored(_parts(sys.stdin.buffer), processes):
                sys.stdout.buffer.write(part)
                sys.stdout.buffer.flush()  # Whole lines, so that whoever ends this gets no half one.
                written += part.count(b"\n")
                failed += bad
        except KeyboardInterrupt:
            self.stderr.write(
                f"已中断，写出了 {written} 行 / Interrupted; {written} line(s) written"
            )
            raise
        except BrokenPipeError:
            # Who read has enough. What is left in the buffer must not be written at the end either.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(1)
        except BrokenProcessPool as error:
            raise CommandError(
                f"一个评分进程被外部终止，写出了 {written} 行 / "
                f"A scoring process was ended from outside; {written} line(s) written"
            ) from error
        if failed:
            self.stderr.write(f"{failed} bad line(s) answered with an error")


def _at_least_one(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise ArgumentTypeError("must be a whole number from 1 on")
    return int(text)


def _processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _parts(lines: Iterable[bytes]) -> Iterator[list[bytes]]:
    rest = (raw if number else raw.removeprefix(BOM_UTF8) for number, raw in enumerate(lines))
    while part := list(islice(rest, PART)):
        yield part


_Scored = tuple[bytes, int]
"""Lines that come out, and how many of them say what is wrong."""


def _scored(parts: Iterator[list[bytes]], processes: int) -> Iterator[_Scored]:
    """Parts scored, in their order; none is read long before its turn."""
    yield from map(_score, islice(parts, ALONE // PART))
    following = next(parts, None)
    if following is None:
        return
    gc.freeze()  # What was read for these lines stays, and need not be looked through again and again.
    if processes == 1:
        yield from map(_score, chain([following], parts))
        return
    pool = ProcessPoolExecutor(processes, initializer=_depend_on_parent)
    try:
        waiting: deque[Future[_Scored]] = deque([pool.submit(_score, following)])
        for part in parts:
            waiting.append(pool.submit(_score, part))
            if len(waiting) > AHEAD * processes:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def _depend_on_parent() -> None:
    """Ctrl-C is for the process that reads and writes; it ends the others. They end with it, however
    it is ended: nobody else would ever tell them to."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := parent_process():
        parent.join()
        os._exit(1)


def _score(part: list[bytes]) -> _Scored:
    failed, found = 0, bytearray()
    for raw in part:
        try:
            result = score_record(_read(raw))
        except ValueError as error:
            failed += 1
            result = refused(error)
        found += json.dumps(result, ensure_ascii=False).encode("utf-8", "replace") + b"\n"
    return bytes(found), failed


def _read(line: bytes) -> Any:
    try:
        return json.loads(line, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        # Bad syntax (NaN is no JSON), another encoding, too deep, a number too long: in words of ours.
        raise ValueError("line: not a JSON object in UTF-8") from None


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)
