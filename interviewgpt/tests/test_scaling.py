"""The capacity model of docs/scaling.md holds against its simulation."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_simulation_finds_what_the_model_says() -> None:
    done = subprocess.run(
        [sys.executable, "benchmarks/scaling.py"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("10,000,000 | as reckoned") == 2
    assert done.stdout.rstrip().endswith("The simulation finds what the model says.")
