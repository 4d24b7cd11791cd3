"""Runs the servers in turn, several rounds, and prints what each operation cost.

In a round all servers are up, and each case is gone through in short parts: some of its operations by
the first server, as many by the next, and so on, then the next part in another order. What the
machine is slowed down by for a while meets all of them alike. Who is not asked does nothing.

``python -m bench --rounds 5 --postgres postgres://…`` from `benchmarks/`; without an address only
SQLite. Writes ``bench.json`` and ``bench.md`` into ``--out``. CPU is that of the server process and
its children, user and system; the client has its own.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from flow_ground import model

from bench.cases import AT_ONCE, CASES, Case, Ids
from bench.load import Outcome, get_text, hold
from bench.report import Sample, as_data, machine, markdown, percentile
from bench.servers import Databases, Kind, Running, environment, serving

KINDS = (
    Kind("ours", "Daphne"),
    Kind("ours", "uvicorn"),
    Kind("peer", "uvicorn"),
    Kind("limit", "uvicorn"),
)
CONNECTIONS = 400
IDLE = "idle connections"


def main() -> None:
    options = _options()
    out = Path(options.out)
    out.mkdir(parents=True, exist_ok=True)
    samples: list[Sample] = []
    for name, postgres in (("SQLite", ""), ("PostgreSQL", options.postgres)):
        if name == "PostgreSQL" and not postgres:
            continue
        with tempfile.TemporaryDirectory() as folder:
            databases = Databases(Path(folder), postgres)
            ids = _fill(databases, Path(folder), options.history)
            try:
                for number in range(options.rounds):
                    samples += _round(databases, Path(folder), name, number, ids, options)
            finally:
                databases.drop_template()
    data = {"machine": machine(), "rounds": options.rounds, "samples": as_data(samples)}
    (out / "bench.json").write_text(json.dumps(data, indent=1), encoding="utf-8")
    text = markdown(samples)
    (out / "bench.md").write_text(text, encoding="utf-8")
    print(text)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--scale", type=float, default=1.0, help="more or fewer operations")
    parser.add_argument("--history", type=int, default=100_000)
    parser.add_argument("--postgres", default="", help="where databases may be created")
    parser.add_argument("--cases", default="", help="only cases with this in their name")
    parser.add_argument("--out", default="../var/bench")
    return parser.parse_args()


def _fill(databases: Databases, folder: Path, history: int) -> Ids:
    databases.create_template()
    env = environment(folder, databases.template, BENCH_HISTORY=str(history))
    done = subprocess.run(
        [sys.executable, "bench/fill.py"], env=env, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(done.stderr[-3000:])
    return Ids(**json.loads(done.stdout.strip().splitlines()[-1]))


def _round(
    databases: Databases, folder: Path, name: str, number: int, ids: Ids, options: Any
) -> Iterator[Sample]:
    (folder / "uploads" / "resumes").mkdir(parents=True, exist_ok=True)
    answers = folder / "answers.json"
    if not answers.exists():
        with _up(databases, folder, KINDS[:1]) as (ours,):
            answers.write_text(json.dumps(asyncio.run(_answers(ours, ids))), encoding="utf-8")
    if cases := _cases(options.cases, model=False):
        with _up(databases, folder, KINDS) as servers:
            yield from _all(servers, cases, ids, name, number, options.scale)
    if not options.cases or options.cases in IDLE:
        # In a server that has done nothing else: what it would need for them lies in its heap
        # unused after other work, more of it in one server than in another.
        for kind in KINDS:
            with _up(databases, folder, (kind,)) as (running,):
                yield _idle(running, ids, name, number)
    if cases := _cases(options.cases, model=True):
        with model() as url:
            spoken = {"OPENAI_BASE_URL": url, "INTERVIEWGPT_ENGINE": "openai"}
            with _up(databases, folder, KINDS, **spoken) as servers:
                yield from _all(servers, cases, ids, name, number, options.scale)
    print(f"{name}, round {number + 1} done", file=sys.stderr)


@contextmanager
def _up(
    databases: Databases, folder: Path, kinds: Sequence[Kind], **more: str
) -> Iterator[list[Running]]:
    """These servers, each with a database of its own."""
    with ExitStack() as stack:
        servers = []
        for kind in kinds:
            address = stack.enter_context(databases.copy())
            env = environment(folder, address, **more)
            if kind.name == "limit":
                env["BENCH_ANSWERS"] = str(folder / "answers.json")
            servers.append(stack.enter_context(serving(kind, env)))
        yield servers


def _cases(wanted: str, *, model: bool) -> list[Case]:
    return [case for case in CASES if case.model is model and wanted in case.name]


async def _answers(running: Running, ids: Ids) -> dict[str, str]:
    """What ours answers, for the limit to repeat."""
    paths = (
        f"/api/interviews/{ids.read}",
        f"/api/interviews/{ids.long}/messages",
        f"/api/interviews/{ids.done}/feedback",
        "/api/interviewers",
        "/health",
    )
    return {f"GET {path}": await get_text(running.base, "GET", path) for path in paths}


def _all(
    servers: list[Running],
    cases: list[Case],
    ids: Ids,
    database: str,
    number: int,
    scale: float,
) -> Iterator[Sample]:
    for case in cases:
        asked = [running for running in servers if running.kind.name in case.servers]
        for running in asked:
            # Warm: threads, connections and caches are there before the clock starts.
            asyncio.run(case.run(running.base, ids, AT_ONCE * 2))
        count = max(AT_ONCE, round(case.count * scale / case.parts))
        spent = dict.fromkeys(asked, 0.0)
        outcomes = {running: Outcome() for running in asked}
        for part in range(case.parts):
            # Another order each time, so that nobody always follows the same server.
            first = (part + number) % len(asked)
            for running in asked[first:] + asked[:first]:
                before = running.cpu()
                outcomes[running].add(asyncio.run(case.run(running.base, ids, count)))
                spent[running] += _at_rest(running) - before
        for running in asked:
            cpu = spent[running] / (count * case.parts)
            yield _sample(running, case.name, database, number, cpu, outcomes[running])


def _at_rest(running: Running) -> float:
    """The CPU spent when what requests left to do after them is done too, at most five seconds."""
    spent = running.cpu()
    for _ in range(100):
        time.sleep(0.05)
        before, spent = spent, running.cpu()
        if spent - before < 0.002:
            break
    return spent


def _idle(running: Running, ids: Ids, database: str, number: int) -> Sample:
    """Connections: CPU to open one, bytes to hold one."""
    asyncio.run(hold(running.base, ids.many, 50, lambda: None))
    seen: list[int] = []
    before, cpu = running.memory(), running.cpu()
    outcome = asyncio.run(
        hold(running.base, ids.many, CONNECTIONS, lambda: seen.append(running.memory()))
    )
    spent = (running.cpu() - cpu) / CONNECTIONS
    each = (seen[0] - before) / CONNECTIONS
    return _sample(running, IDLE, database, number, spent, outcome, each)


def _sample(
    running: Running,
    case: str,
    database: str,
    number: int,
    cpu: float,
    outcome: Any,
    memory: float | None = None,
) -> Sample:
    return Sample(
        case=case,
        server=running.kind.name,
        host=running.kind.host,
        database=database,
        round=number,
        cpu=cpu * 1000,
        rate=len(outcome.took) / outcome.wall,
        p50=percentile(outcome.took, 0.5) * 1000,
        p99=percentile(outcome.took, 0.99) * 1000,
        resident=running.memory(),
        memory=memory,
        **_first_piece(outcome),
    )


def _first_piece(outcome: Outcome) -> dict[str, float]:
    return {
        f"{name}_p{share * 100:.0f}": percentile(values, share) * 1000
        for name, values in (("first", outcome.first), ("late", outcome.late))
        for share in (0.5, 0.99)
        if values
    }


if __name__ == "__main__":
    main()
