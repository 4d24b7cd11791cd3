"""What one interview costs: bytes, writes, CPU of server, PostgreSQL and Redis.

    python benchmarks/unit_costs.py --postgres URL --redis URL [--json benchmarks/unit_costs.json]

Real interviews of the built-in engine on a database of its own, through a real server process (uvicorn
or, with ``--server daphne``, Daphne) with Redis, by WebSocket; pages of messages by REST; then turns of a model on loopback that
streams few and many pieces, whose difference is what a piece costs; then connections that only wait.
`scaling.py` reckons with what is written here. Nobody else may use that Redis meanwhile.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import platform
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import psycopg
import redis
import websockets
from house import House, Server, call, database

from interviewers.tests.fake_openai import FakeOpenAI, Reply, Request, blocks_of, speech, willing

TICKS, PAGE = os.sysconf("SC_CLK_TCK"), os.sysconf("SC_PAGE_SIZE")
ANSWERS = (
    (
        "I read the slow query log first, then look at the plan with EXPLAIN, and add the index that is "
        "missing. At my last job that took a report from forty seconds to under one; before that I would "
        "check that the statistics are fresh, because otherwise the planner guesses."
    ),
    (
        "We had a conflict about the deadline. I asked everybody to write down what had to be there on the "
        "day, we cut a third of it together, and shipped on time; support tickets fell from twenty to four."
    ),
    "I am not sure, but I would try it on a copy first and measure before and after.",
)
FEW, MANY = 20, 120


def stat(pid: int) -> list[str]:
    return Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()


def cpu(pid: int) -> float:
    """Seconds of CPU of a process, its ended children included."""
    return sum(int(field) for field in stat(pid)[11:15]) / TICKS


class Meter:
    """What server, database and Redis have used; two readings make a difference."""

    def __init__(self, server: Server, url: str, address: str) -> None:
        self.server = server
        self.database = psycopg.connect(url, autocommit=True)
        self.redis = redis.Redis.from_url(address)

    def read(self) -> dict[str, float]:
        assert self.server.process is not None
        here: dict[str, Any] = self.redis.info()  # type: ignore[assignment]
        commands: dict[str, Any] = self.redis.info("commandstats")  # type: ignore[assignment]
        row = self.database.execute(
            "SELECT pg_current_wal_lsn() - '0/0'::pg_lsn, pg_database_size(current_database()), "
            "(SELECT xact_commit FROM pg_stat_database WHERE datname = current_database())"
        ).fetchone()
        assert row is not None
        backends = self.database.execute(
            "SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
        ).fetchall()
        return {
            "server_cpu": cpu(self.server.process.pid),
            "server_memory": int(stat(self.server.process.pid)[21]) * PAGE,
            "database_cpu": sum(cpu(pid) for (pid,) in backends),
            "wal": float(row[0]),
            "size": float(row[1]),
            "commits": float(row[2]),
            "redis_cpu": here["used_cpu_user"] + here["used_cpu_sys"],
            "redis_commands": sum(one["calls"] for one in commands.values()),
            "redis_bytes": here["total_net_output_bytes"] + here["total_net_input_bytes"],
        }


def less(after: dict[str, float], before: dict[str, float], units: int) -> dict[str, float]:
    return {key: (after[key] - before[key]) / max(units, 1) for key in after}


async def ask(server: Server, method: str, path: str, body: Any = None) -> Any:
    status, data = await asyncio.to_thread(call, server.base, method, path, body)
    assert status == 200, data
    return data["data"]


async def sit(server: Server, turns: int) -> dict[str, int]:
    """One candidate: creates by REST, answers by WebSocket, so many turns or to the end."""
    made = await ask(server, "POST", "/api/interviews", {"position": "Backend Engineer"})
    address = f"{server.base.replace('http', 'ws')}/api/ws/{made['id']}"
    done = {"turns": 0, "deltas": 0, "frames": 0}
    async with websockets.connect(address) as line:
        for number in range(turns):
            said = {"content": ANSWERS[number % len(ANSWERS)], "sender_type": "user"}
            await line.send(json.dumps({"type": "message", "data": said}))
            done["turns"] += 1
            while True:
                frame = json.loads(await asyncio.wait_for(line.recv(), 120))
                done["frames"] += 1
                done["deltas"] += frame["type"] == "delta"
                assert frame["type"] != "error", frame
                assert frame["data"].get("status") != "engine_changed", frame
                if frame["type"] == "status" and frame["data"]["status"] == "completed":
                    return done
                if frame["type"] == "message":
                    kind = frame["data"]["metadata"]["kind"]
                    if kind == "closing":
                        continue
                    if kind != "handover":
                        break
    await ask(server, "POST", f"/api/interviews/{made['id']}/end")
    return done


async def several(server: Server, people: int, turns: int) -> dict[str, int]:
    done = await asyncio.gather(*(sit(server, turns) for _ in range(people)))
    return {key: sum(one[key] for one in done) for key in done[0]}


def streaming(pieces: int) -> Reply:
    async def reply(request: Request, writer: asyncio.StreamWriter) -> None:
        if {"answer", "items"} & set(blocks_of(request.user)):
            await willing(request, writer)
        else:
            await speech(*(["word "] * pieces), pause=1 / 30)(request, writer)

    return reply


async def connections(server: Server, meter: Meter, count: int, seconds: float) -> dict[str, float]:
    """Connections, each to an interview of its own, that only wait (pings and looks included)."""
    made = [
        await ask(server, "POST", "/api/interviews", {"position": "QA Engineer"})
        for _ in range(count)
    ]
    await asyncio.sleep(4)
    idle = meter.read()
    await asyncio.sleep(seconds)
    empty = meter.read()
    async with AsyncExitStack() as stack:
        base = server.base.replace("http", "ws")
        for interview in made:
            await stack.enter_async_context(websockets.connect(f"{base}/api/ws/{interview['id']}"))
        await asyncio.sleep(4)
        before = meter.read()
        await asyncio.sleep(seconds)
        after = meter.read()
    quiet, full = less(empty, idle, 1), less(after, before, 1)
    return {
        "memory_per_connection": (before["server_memory"] - empty["server_memory"]) / count,
        "cpu_of_an_idle_process": quiet["server_cpu"] / seconds,
        "cpu_per_connection": (full["server_cpu"] - quiet["server_cpu"]) / seconds / count,
        "database_cpu_per_connection": max(0.0, full["database_cpu"] - quiet["database_cpu"])
        / seconds
        / count,
        "redis_commands_per_connection": (full["redis_commands"] - quiet["redis_commands"])
        / seconds
        / count,
    }


@asynccontextmanager
async def measuring(house: House, given: argparse.Namespace) -> AsyncIterator[tuple[Server, Meter]]:
    """A server that serves, and what reads off what it uses."""
    server = Server(house, given.server)
    server.start()
    try:
        await server.healthy()
        yield server, Meter(server, house.settings["DATABASE_URL"], given.redis)
    finally:
        server.stop()


async def trial(given: argparse.Namespace, folder: Path, url: str) -> dict[str, Any]:
    settings = {
        "DATABASE_URL": url,
        "REDIS_URL": given.redis,
        "INTERVIEWGPT_CREATE_RATE": "100000/min",
        "INTERVIEWGPT_RATE": "1000000/min",
    }
    house = House(folder, settings)
    house.bootstrap()
    async with measuring(house, given) as (server, meter):
        await several(server, 2, 3)
        empty = meter.read()
        whole = await several(server, given.interviews, 100)
        full = meter.read()
        each, turn = less(full, empty, given.interviews), less(full, empty, whole["turns"])
        tables = {
            name: int(size) / (given.interviews + 2)
            for name, size in meter.database.execute(
                "SELECT relname, pg_total_relation_size(oid) FROM pg_class WHERE relkind = 'r' "
                "AND relname ~ '^(interviews|feedback)_' ORDER BY 2 DESC"
            )
        }
        before = meter.read()
        for _ in range(given.requests):
            await ask(server, "GET", "/api/interviews/1/messages")
        request = less(meter.read(), before, given.requests)
        waiting = await connections(server, meter, given.connections, given.seconds)
    streams: dict[int, tuple[dict[str, float], dict[str, int]]] = {}
    for pieces in (FEW, MANY):
        async with FakeOpenAI(streaming(pieces)) as model:
            house.settings["OPENAI_BASE_URL"] = model.url
            async with measuring(house, given) as (server, meter):
                await several(server, 1, 1)
                before = meter.read()
                done = await several(server, given.streams, 3)
                streams[pieces] = (less(meter.read(), before, done["turns"]), done)
    (few, said), (many, told) = streams[FEW], streams[MANY]
    deltas = told["deltas"] / told["turns"] - said["deltas"] / said["turns"]
    count = given.interviews
    return {
        "machine": f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}",
        "server": given.server,
        "interviews": count,
        "turns_per_interview": whole["turns"] / count,
        "deltas_per_turn": whole["deltas"] / whole["turns"],
        "bytes_per_interview": each["size"],
        "bytes_by_table": tables,
        "wal_bytes_per_interview": each["wal"],
        "commits_per_turn": turn["commits"],
        "server_cpu_per_turn": turn["server_cpu"],
        "server_cpu_per_request": request["server_cpu"],
        "database_cpu_per_turn": turn["database_cpu"],
        "redis_cpu_per_turn": turn["redis_cpu"],
        "redis_commands_per_turn": turn["redis_commands"],
        "redis_bytes_per_turn": turn["redis_bytes"],
        "server_cpu_per_model_turn": few["server_cpu"],
        "deltas_per_model_turn": said["deltas"] / said["turns"],
        "server_cpu_per_delta": (many["server_cpu"] - few["server_cpu"]) / deltas,
        "redis_commands_per_delta": (many["redis_commands"] - few["redis_commands"]) / deltas,
        "redis_cpu_per_delta": (many["redis_cpu"] - few["redis_cpu"]) / deltas,
        "redis_bytes_per_delta": (many["redis_bytes"] - few["redis_bytes"]) / deltas,
        **waiting,
        "memory_of_a_process": empty["server_memory"],
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--postgres", default=os.environ.get("INTERVIEWGPT_TEST_POSTGRES", ""))
    parser.add_argument("--redis", default=os.environ.get("INTERVIEWGPT_TEST_REDIS", ""))
    parser.add_argument("--server", choices=("uvicorn", "daphne"), default="uvicorn")
    parser.add_argument("--interviews", type=int, default=30)
    parser.add_argument("--streams", type=int, default=6)
    parser.add_argument("--requests", type=int, default=300)
    parser.add_argument("--connections", type=int, default=100)
    parser.add_argument("--seconds", type=float, default=25)
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    if not (given.postgres and given.redis):
        parser.error("say which --postgres and --redis")
    began = time.monotonic()
    with database(given.postgres) as url, tempfile.TemporaryDirectory() as folder:
        found = asyncio.run(trial(given, Path(folder), url))
    text = json.dumps(found, indent=1)
    print(text)
    print(f"{time.monotonic() - began:.0f} s")
    if given.json:
        given.json.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
