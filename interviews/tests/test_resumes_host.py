"""The process that forks the reading processes: there when it is needed, gone when nobody is."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from interviews.resumes import Limits, ResumeError, ResumeProblem, extract, host
from interviews.resumes.rehearsal import sample
from interviews.tests import resume_files as files


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "resume"
    path.write_bytes(files.pdf(files.ENGLISH))
    return path


def host_pid() -> int:
    process = host._host._process
    assert process is not None
    return process.pid


def test_one_host_forks_for_every_file(path: Path) -> None:
    texts = {extract(path).text}
    first = host_pid()
    texts |= {extract(path).text for _ in range(3)}
    assert host_pid() == first
    assert len(texts) == 1


def test_a_host_that_was_killed_is_replaced(path: Path) -> None:
    text = extract(path).text
    first = host_pid()
    os.kill(first, signal.SIGKILL)
    assert extract(path).text == text
    assert host_pid() != first


@pytest.mark.skipif(sys.platform != "linux", reason="asks /proc")
def test_no_process_and_no_file_number_is_left_behind(path: Path) -> None:
    extract(path)
    numbers = set(Path("/proc/self/fd").iterdir())
    extract(path)
    with pytest.raises(ResumeError) as caught:
        extract(path, limits=Limits(wall_seconds=0.001))
    assert caught.value.code is ResumeProblem.TIMEOUT
    assert set(Path("/proc/self/fd").iterdir()) == numbers
    children = Path(f"/proc/{host_pid()}/task/{host_pid()}/children")
    deadline = time.monotonic() + 10
    while children.read_text().split() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert children.read_text().split() == []


def test_the_host_ends_with_its_server(path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from interviews.resumes import extract, host;"
        " extract(Path(sys.argv[1])); print(host._host._process.pid)"
    )
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code, str(path)],
        cwd=host.ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    pid = int(done.stdout)
    deadline = time.monotonic() + 10
    while _runs(pid) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not _runs(pid)


def _runs(pid: int) -> bool:
    """Whether the process is there and no zombie that nobody reaps."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{pid}/stat")
    return not status.exists() or status.read_text().rpartition(")")[2].split()[0] != "Z"


def test_the_file_that_a_host_reads_first_can_be_read(path: Path) -> None:
    path.write_bytes(sample())
    text = extract(path).text
    assert text.startswith("Chris Example, data engineer")
    assert text.endswith("SKILLS")
