"""Scoring records from outside, and the command that does it line by line."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from codecs import BOM_UTF8
from io import BytesIO, StringIO, TextIOWrapper
from multiprocessing import parent_process
from pathlib import Path
from threading import Thread
from time import perf_counter
from typing import Any

import pytest
from django.core.management import CommandError, call_command, execute_from_command_line

from interviewers.engines.builtin.judging.lexical import judge
from interviewers.engines.builtin.judging.records import score_record
from interviewers.management.commands import score_answers

ROOT = Path(__file__).resolve().parents[2]
RECORD: dict[str, Any] = {
    "question": "什么是栈？",
    "reference": "后进先出的数据结构",
    "answer": "栈是一种后进先出的结构",
    "language": "zh",
}


def test_a_record_gets_what_an_interview_would_give() -> None:
    result = score_record(RECORD)
    judgement = judge(
        question=RECORD["question"],
        references=(RECORD["reference"],),
        answer=RECORD["answer"],
        language="zh",
    )
    assert result == {
        "score": judgement.score,
        "level": judgement.level,
        "covered": list(judgement.covered),
        "missing": list(judgement.missing),
        "flags": [],
    }


def test_several_references_are_alternatives() -> None:
    both = score_record({**RECORD, "reference": ["完全无关的另一种说法", RECORD["reference"]]})
    assert both["score"] == score_record(RECORD)["score"]


def test_the_language_may_be_left_out() -> None:
    bare = {key: value for key, value in RECORD.items() if key != "language"}
    assert score_record(bare) == score_record(RECORD)


def test_blanks_around_an_answer_do_not_take_its_place() -> None:
    padded = {**RECORD, "answer": "\n" * 30_000 + RECORD["answer"]}
    assert score_record(padded) == score_record(RECORD)


def test_of_a_very_long_answer_the_beginning_is_read() -> None:
    long = "栈是一种后进先出的结构，" * 60_000
    assert score_record({**RECORD, "answer": long}) == score_record(
        {**RECORD, "answer": long[:20_000]}
    )


def test_a_figure_without_an_end_takes_no_time() -> None:
    story = {
        "question": "Tell me about a mistake you made at work.",
        "reference": "I deployed a change without a test, the site failed, I told my manager and added tests.",
        "answer": f"I made a mistake{'0.' * 5_000}so I told them.",
    }
    began = perf_counter()
    score_record(story)
    assert perf_counter() - began < 10.0


@pytest.mark.parametrize(
    "name", ["ZH", "zh-CN", "zh_Hant", "Chinese", "cn", "中文", "fr", "", None]
)
def test_the_language_may_be_named_in_many_ways_or_guessed(name: str | None) -> None:
    assert score_record({**RECORD, "language": name}) == score_record(RECORD)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"question": None}, "question"),
        ({"answer": ["x"]}, "answer"),
        ({"answer": True}, "answer"),
        ({"answer": float("inf")}, "answer"),
        ({"reference": []}, "reference"),
        ({"reference": ["  "]}, "reference"),
        ({"reference": {"text": "x"}}, "reference"),
        ({"language": 1}, "language"),
    ],
)
def test_a_bad_record_names_its_field(change: dict[str, Any], field: str) -> None:
    with pytest.raises(ValueError, match=f"^{field}:"):
        score_record({**RECORD, **change})


COMMAND = [sys.executable, "manage.py", "score_answers"]


def run(lines: bytes, *options: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*COMMAND, *options],
        input=lines,
        capture_output=True,
        cwd=ROOT,
        timeout=120,
        check=False,
    )


def test_a_bad_line_gets_an_error_on_its_line_and_the_others_their_score(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    good = json.dumps(RECORD).encode()
    long = b'{"question": ' + b"9" * 6_000 + b"}"
    no_json = json.dumps({**RECORD, "answer": float("nan")}).encode()
    lines = [good, no_json, b"nonsense", b'{"question": "x"}', b"\xff", b"", long, good]
    out, told = BytesIO(), StringIO()
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(b"\n".join(lines) + b"\n")))
    monkeypatch.setattr("sys.stdout", TextIOWrapper(out))
    call_command("score_answers", stderr=told)
    found = [json.loads(line) for line in out.getvalue().splitlines()]
    assert "6 bad line" in told.getvalue()
    assert ["error" in result for result in found] == [False, *[True] * 6, False]
    # Whoever reads the results finds the same keys on every line.
    assert {frozenset(result) - {"error"} for result in found} == {frozenset(found[0])}
    for number in (1, 6):
        assert found[number]["error"] == "line: not a JSON object in UTF-8"
        assert (found[number]["score"], found[number]["level"]) == (0.0, 1)


def test_no_answer_is_an_empty_one_and_a_number_what_it_is_written_as() -> None:
    left_out = {name: value for name, value in RECORD.items() if name != "answer"}
    empty = score_record({**RECORD, "answer": ""})
    assert (empty["score"], empty["level"]) == (0.0, 1)
    assert score_record({**RECORD, "answer": None}) == score_record(left_out) == empty
    sums = {"question": "What is six times seven?", "reference": "42", "language": "en"}
    assert score_record({**sums, "answer": 42}) == score_record({**sums, "answer": "42"})


def test_the_command_answers_each_line_in_order_with_several_processes_as_with_one() -> None:
    answers = [f"栈是一种后进先出的结构，第{number}个" for number in range(170)]
    first = [RECORD, {**RECORD, "answer": "不知道"}, RECORD]
    told = [*first, *({**RECORD, "answer": answer} for answer in answers[len(first) :])]
    records = [json.dumps(record, ensure_ascii=False) for record in told]
    records[150] = "nonsense"
    lines = BOM_UTF8 + "\n".join(records).encode()
    alone, together = run(lines, "--processes", "1"), run(lines, "--processes", "3")
    assert together.returncode == alone.returncode == 0, together.stderr.decode()
    assert together.stdout == alone.stdout
    assert together.stdout.count(b"\n") == len(records)
    found = [json.loads(line) for line in alone.stdout.splitlines()]
    assert found[:3] == [score_record(record) for record in first]
    assert found[1]["level"] == 1
    assert together.stderr == alone.stderr == b"1 bad line(s) answered with an error\n"


def test_who_has_read_enough_ends_it_without_a_traceback(tmp_path: Path) -> None:
    lines = tmp_path / "in.jsonl"
    lines.write_text(f"{json.dumps(RECORD)}\n" * 1_000, encoding="utf-8")
    with (
        lines.open("rb") as source,
        subprocess.Popen(
            [*COMMAND, "--processes", "2"],
            stdin=source,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=ROOT,
        ) as command,
    ):
        assert command.stdout is not None
        assert command.stderr is not None
        assert json.loads(command.stdout.readline()) == score_record(RECORD)
        command.stdout.close()
        assert command.stderr.read() == b""
        assert command.wait(timeout=120) == 1


def _interrupted(record: dict[str, Any]) -> dict[str, Any]:
    """Scores a record; the last one is where Ctrl-C is pressed, or what scored it killed."""
    if record["answer"] == "the end":
        if parent_process() is None:
            raise KeyboardInterrupt
        os.kill(os.getpid(), signal.SIGKILL)
    return score_record(record)


@pytest.mark.parametrize("killed", [False, True], ids=["interrupted", "killed"])
def test_who_is_cut_off_has_whole_lines_and_is_told_how_many(
    killed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = 100 if killed else 40
    records = [RECORD] * (before + 10) + [{**RECORD, "answer": "the end"}]
    lines = "\n".join(map(json.dumps, records)).encode()
    out, told = BytesIO(), StringIO()
    monkeypatch.setattr(score_answers, "score_record", _interrupted)
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(lines)))
    monkeypatch.setattr("sys.stdout", TextIOWrapper(out))
    with pytest.raises(CommandError if killed else KeyboardInterrupt) as end:
        call_command("score_answers", processes=2, stderr=told)
    assert f"{before} line(s) written" in (str(end.value) if killed else told.getvalue())
    found = out.getvalue().splitlines(keepends=True)
    assert len(found) == before
    assert all(json.loads(line) == score_record(RECORD) for line in found)


def test_no_process_is_left_when_the_first_one_is_killed() -> None:
    lines = f"{json.dumps(RECORD)}\n".encode() * 300
    with subprocess.Popen(
        [*COMMAND, "--processes", "2"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT
    ) as command:
        assert command.stdin is not None
        assert command.stdout is not None
        command.stdin.write(lines)
        command.stdin.flush()
        for _ in range(120):  # Others score from the hundredth on.
            command.stdout.readline()
        command.kill()
        ended = Thread(target=command.stdout.read, daemon=True)  # as long as anybody may write
        ended.start()
        ended.join(timeout=60)
        assert not ended.is_alive()


@pytest.mark.parametrize("number", ["0", "-1", "two", "1.5"])
def test_it_takes_at_least_one_process(number: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        execute_from_command_line(["manage.py", "score_answers", f"--processes={number}"])
    assert end.value.code not in (0, None)
    assert "whole number from 1 on" in capsys.readouterr().err
