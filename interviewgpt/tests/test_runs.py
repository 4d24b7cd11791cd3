"""No regular expression of the project's takes for ever: each is tried on runs of what it repeats.

What whole interviews with such texts take is for ``benchmarks/runs.py`` to show.
"""

from __future__ import annotations

import subprocess
import sys

from interviews.tests.server import ROOT


def test_no_expression_takes_for_ever() -> None:
    done = subprocess.run(
        [sys.executable, "benchmarks/runs.py", "--patterns"],
        check=False,
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert " 0 too slow" in done.stdout
