"""Kill servers under interviews and see what is lost: ``python benchmarks/killing.py``.

Twenty candidates at once sit through interviews, one after the other, half of them over the
WebSocket and half by REST, with a slow model on loopback. Meanwhile the server is killed (SIGKILL)
at random moments and started again: one Daphne process on SQLite, or with ``--postgres URL --redis
URL`` a Daphne and a uvicorn process on PostgreSQL and Redis, either of which may die. Afterwards
every interview is compared with what its candidate saw (`verdict.py`): acknowledged messages, the
panel's replies, the feedback, and the frames of every connection.

Chances come from ``--seed``; what the machine makes of them differs. Stops by itself after
``--minutes``, with an error when the kills are not done by then. Exit status 1 when anything is
wrong. ``--json FILE`` keeps the figures.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

from candidates import Candidate
from house import House, Server, database
from verdict import verdict

from interviewers.tests.fake_openai import FakeOpenAI, Reply, Request, blocks_of, speech, willing


def slow_model(chance: random.Random) -> Reply:
    """Thinks for a while, then speaks piece by piece."""

    async def reply(request: Request, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(chance.uniform(0.02, 0.6))
        blocks = blocks_of(request.user)
        if "answer" in blocks or "items" in blocks:
            await willing(request, writer)
            return
        asked = blocks.get("question") or blocks.get("probe") or "Thank you."
        cut = [asked[place : place + 40] for place in range(0, len(asked), 40)]
        await speech("Well. ", *cut, pause=chance.uniform(0.01, 0.1))(request, writer)

    return reply


MOMENT_AT_MOST = 20.0
"""Seconds to wait for the frames of a moment."""


class Reaper:
    """Kills one server after the other and starts it again.

    A moment is a number of frames that candidates were sent, and a part of a second after the last
    of them: so the kills fall where something happens, on a fast machine and on a slow one.
    """

    def __init__(self, servers: list[Server], kills: int, chance: random.Random) -> None:
        self.servers = servers
        self.kills = kills
        self.chance = chance
        self.done = 0
        self.over = False
        self.frames = 0
        self.goal = 0.0
        self.reached = asyncio.Event()

    def pulse(self) -> None:
        self.frames += 1
        if self.frames >= self.goal:
            self.reached.set()

    async def work(self) -> None:
        rising: dict[int, asyncio.Task[None]] = {}
        try:
            while self.done < self.kills:
                server = self.chance.choice(self.servers)
                # Mostly while it serves, sometimes while it is only coming up.
                if (task := rising.pop(server.port, None)) is not None:
                    if len(self.servers) == 1 or self.chance.random() < 0.8:
                        await task
                    else:
                        task.cancel()
                await self._moment()
                await asyncio.to_thread(server.kill)
                self.done += 1
                server.start()
                rising[server.port] = asyncio.create_task(server.healthy())
            for task in rising.values():
                await task
        finally:
            self.over = True

    async def _moment(self) -> None:
        self.goal = self.frames + self.chance.choice([5, 60, 60, 200]) * self.chance.random()
        self.reached.clear()
        with suppress(TimeoutError):
            async with asyncio.timeout(MOMENT_AT_MOST):
                await self.reached.wait()
        await asyncio.sleep(self.chance.uniform(0, 0.3))


async def trial(options: argparse.Namespace, folder: Path, url: str) -> dict[str, Any]:
    began = time.monotonic()
    chance = random.Random(options.seed)
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(96))
    async with FakeOpenAI(slow_model(random.Random(options.seed))) as model:
        house = House(
            folder,
            {
                "DATABASE_URL": url,
                "REDIS_URL": options.redis,
                "OPENAI_BASE_URL": model.url,
                "INTERVIEWGPT_LEASE_SECONDS": str(options.lease),
                "INTERVIEWGPT_SWEEP_SECONDS": "1",
                "INTERVIEWGPT_RATE": "1000000/min",
                "INTERVIEWGPT_CREATE_RATE": "1000000/min",
            },
        )
        await asyncio.to_thread(house.bootstrap)
        kinds = ["daphne", "uvicorn"] if url else [options.server]
        servers = [Server(house, kind) for kind in kinds]
        try:
            for server in servers:
                server.start()
            await asyncio.gather(*(server.healthy() for server in servers))
            reaper = Reaper(servers, options.kills, chance)
            people = [
                Candidate(
                    number,
                    servers,
                    random.Random(f"{options.seed}.{number}"),
                    over=lambda: reaper.over,
                    pulse=reaper.pulse,
                )
                for number in range(options.interviews)
            ]
            sittings = [asyncio.create_task(person.sit()) for person in people]
            killing = asyncio.create_task(reaper.work())
            late = ""
            try:
                async with asyncio.timeout(options.minutes * 60):
                    await killing
                    await asyncio.gather(*sittings)
            except TimeoutError:
                late = f"not done after {options.minutes} minutes"
            wrong, counted = await asyncio.to_thread(judge, servers[0].base, people)
            logs = {server.kind: server.printed() for server in servers}
        finally:
            for server in servers:
                server.kill()
    wrong += [late] if late else []
    for sign in ("is locked", "Traceback"):
        wrong += [f"{kind} has printed: {sign}" for kind, log in logs.items() if sign in log]
    closes: Counter[str] = sum((person.closes for person in people), Counter())
    refusals: Counter[str] = sum((person.refusals for person in people), Counter())
    return {
        "servers": " + ".join(kinds),
        "storage": "PostgreSQL + Redis" if url else "SQLite",
        "seed": options.seed,
        "kills": reaper.done,
        **counted,
        "model_calls": len(model.requests),
        "closes": dict(closes),
        "errors_told": dict(refusals),
        "seconds": round(time.monotonic() - began),
        "wrong": wrong,
    }


def judge(base: str, people: list[Candidate]) -> tuple[list[str], Counter[str]]:
    wrong: list[str] = []
    total: Counter[str] = Counter()
    for person in people:
        for record in person.records:
            problems, counted = verdict(base, record)
            wrong += problems
            total += counted
    return wrong, total


def keep(folder: Path, target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for log in folder.glob("*.log"):
        (target / log.name).write_bytes(log.read_bytes())


async def main(options: argparse.Namespace) -> int:
    with tempfile.TemporaryDirectory() as folder, database(options.postgres) as url:
        found = await trial(options, Path(folder), url)
        if options.keep and found["wrong"]:
            await asyncio.to_thread(keep, Path(folder), Path(options.keep))
    print("| " + " | ".join(key for key in found if key != "wrong") + " | wrong |")
    print("|" + "---|" * len(found))
    print("| " + " | ".join(str(found[key]) for key in found if key != "wrong"), end=" | ")
    print(f"{len(found['wrong'])} |")
    for problem in found["wrong"]:
        print(problem)
    if options.json:
        text = json.dumps(found, ensure_ascii=False, indent=1)
        await asyncio.to_thread(Path(options.json).write_text, text, encoding="utf-8")
    return 1 if found["wrong"] or found["kills"] < options.kills else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--interviews", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--lease", type=float, default=3)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--server", choices=["daphne", "uvicorn"], default="daphne")
    parser.add_argument("--postgres", default="", help="a server where databases may be created")
    parser.add_argument("--redis", default="")
    parser.add_argument("--json", default="")
    parser.add_argument("--keep", default="", help="a folder for the servers' logs if it fails")
    sys.exit(asyncio.run(main(parser.parse_args())))
