"""The API keeps to its own document, whatever is sent: Schemathesis, in short and always the same.

The long run, with requests never seen before, is ``benchmarks/api_fuzz.py`` by itself.
"""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from interviews.tests.server import ROOT

pytestmark = pytest.mark.e2e


def test_answers_are_what_the_document_says() -> None:
    done = subprocess.run(
        [sys.executable, "benchmarks/api_fuzz.py", "--short"],
        check=False,
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        timeout=600,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 tracebacks" in done.stdout
