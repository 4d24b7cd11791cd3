"""Whether the API keeps to its own document: ``python benchmarks/api_fuzz.py [--requests 10000]
[--auth jwt]``.

Serves for real on loopback, with the rates raised, and lets Schemathesis send requests made from
``/openapi.json``, valid and invalid, with all its checks: no 5xx, no undocumented status, no
response off its schema, nothing invalid accepted, nothing valid refused. Prints its report and the
statuses that came; the exit status is that of Schemathesis, or 1 when there were fewer requests
than asked for, or when the server's log has a traceback.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import urllib.request
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from interviews.tests.server import Served, serve  # noqa: E402

ENOUGH = "1000000/s"
RATES = (
    "INTERVIEWGPT_RATE",
    "INTERVIEWGPT_CREATE_RATE",
    "INTERVIEWGPT_USER_RATE",
    "INTERVIEWGPT_USER_CREATE_RATE",
)
_ACCESS = re.compile(r" (?P<method>[A-Z]+) (?P<path>/\S*) (?P<status>\d{3}) \d+\.\d+s")
# Operations of the document, and what each phase beside the fuzzing sends in all: both roughly.
OPERATIONS = 15
FIXED = 1000
SHORT = 300


def fuzz(served: Served, arguments: Sequence[str]) -> tuple[int, str]:
    """Run Schemathesis against a server; its exit status and what it printed."""
    command = [
        str(Path(sys.executable).with_name("st")),
        "--config-file=api_fuzz.toml",
        "run",
        f"{served.base}/openapi.json",
        "--no-color",
        "--request-timeout=60",
        *arguments,
    ]
    done = subprocess.run(command, check=False, cwd=HERE, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def _token(served: Served) -> str:
    """A bearer token of a new user."""
    account = {"username": "avery", "password": "quiet-harbour-7"}
    token = ""
    for path in ("register", "token"):
        request = urllib.request.Request(
            f"{served.base}/api/auth/{path}",
            json.dumps(account).encode(),
            {"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=60) as response:
            token = json.load(response)["data"].get("access", "")
    return token


def statuses(served: Served) -> Counter[str]:
    """How many answers of each status the server's access log has."""
    return Counter(found["status"] for found in _ACCESS.finditer(served.printed()))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=10_000, help="at least so many")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--auth", choices=["open", "jwt"], default="open")
    parser.add_argument("--short", action="store_true", help="what the test suite runs")
    options = parser.parse_args()
    if options.short:
        wanted, arguments = SHORT, ["--phases=coverage,fuzzing", "--max-examples=1"]
        arguments.append("--generation-deterministic")
    else:
        wanted, arguments = options.requests, ["--generation-database=none"]
        arguments.append(f"--max-examples={max(1, (wanted - FIXED) // OPERATIONS)}")
    with tempfile.TemporaryDirectory() as folder:
        settings = dict.fromkeys(RATES, ENOUGH) | {
            "INTERVIEWGPT_AUTH": options.auth,
            "INTERVIEWGPT_TOKEN_MINUTES": "1440",
            "INTERVIEWGPT_OPEN_INTERVIEWS": "100000",
        }
        with serve(Path(folder), **settings) as served:
            if options.auth == "jwt":
                arguments.append(f"--header=Authorization: Bearer {_token(served)}")
            status, printed = fuzz(served, [*arguments, f"--seed={options.seed}"])
            print(printed)
            found = statuses(served)
            tracebacks = served.printed().count("Traceback")
    total = sum(found.values())
    print(f"{total} requests:", ", ".join(f"{key}: {found[key]}" for key in sorted(found)))
    print(f"{tracebacks} tracebacks in the server's log")
    return status or int(total < wanted or tracebacks > 0)


if __name__ == "__main__":
    sys.exit(main())
