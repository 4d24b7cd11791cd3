"""``manage.py score_answers < in.jsonl > out.jsonl``: score answers outside an interview."""

from __future__ import annotations

import json
import sys
from codecs import BOM_UTF8
from typing import Any

from django.core.management.base import BaseCommand

from interviewers.engines.builtin.judging.records import score_record


class Command(BaseCommand):
    help = (
        "给标准输入里的每行 JSON（question、reference（一段文字或一个列表）、answer、language）评分，"
        "按顺序逐行输出 JSON；写坏的一行在原处报错，总数最后写到标准错误。 / "
        "Score JSON lines of question, reference (a text or a list), answer and language from "
        "stdin; one JSON line each to stdout, in order. A bad line gives an error on its line; "
        "how many there were is said on stderr at the end."
    )
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        failed = 0
        for number, raw in enumerate(sys.stdin.buffer):
            try:
                result = score_record(_read(raw if number else raw.removeprefix(BOM_UTF8)))
            except ValueError as error:
                failed += 1
                result = {"error": str(error)}
            line = json.dumps(result, ensure_ascii=False)
            sys.stdout.buffer.write(line.encode("utf-8", "replace") + b"\n")
        sys.stdout.buffer.flush()
        if failed:
            self.stderr.write(f"{failed} bad line(s) answered with an error")


def _read(line: bytes) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        # Bad syntax, another encoding, too deep, a number too long: in words of ours.
        raise ValueError("line: not a JSON object in UTF-8") from None
