"""Interviews in full flow: ``python benchmarks/flow.py [PART …] [--servers …] [--json FILE]``.

Each part starts a server of its own on loopback, on SQLite or with ``--postgres URL`` (and ``--redis
URL``) on those, and prints its figures; times are milliseconds. Run it on a machine that does nothing
else: ``machine p99`` is the round trip to a process that does nothing, and no server can be quicker.

- ``turns``: 100 interviews of the built-in engine, each with its WebSocket, 10 answers a second in
  all. The server's processor time a turn (assessed, decided, spoken, stored), everything it does in
  that time included, creation not; from an answer sent to the interviewer's message received.
- ``streams``: 40 interviews at once with a model that speaks 30 pieces a second, and in turn with it,
  at the same load, the bare `openai` client. ``first piece``: from an answer sent to the first delta,
  which takes two calls, grading and reply; the bare client's reply alone, and both calls. ``later``:
  how much later than the bare client's a piece that the model has written is received, and how much
  later than the bare client's first piece, with one call and with both, it is there after the answer
  (differences of the percentiles). Processor time a delta: by the difference between long and short
  replies, and with all the rest of a turn spread over the deltas, or over the model's pieces, which
  deltas gather; ``bare`` is that of the client's process: what the pieces cost before anybody does
  anything with them.
- ``connected``: 500 connected interviews with a model that is silent for 1.5 s and speaks for 1.5,
  everybody answering now and then; `/health`, one request after the other on a lasting connection.
  ``CPU a second`` is the server's, for all of this together.
- ``processes``: processor time a request with one server process and with two, the client splitting
  the same load between their ports. PostgreSQL and Redis only; that of the databases is not in it.

``wrong`` counts frames lost, doubled, out of order or unlike the message they make up, and answers
without exactly one reply, by comparing all frames with the history; the exit status is 1 then.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import statistics
import sys
import time
from pathlib import Path
from typing import Any

import aiohttp
from bench.cases import TEXT
from bench.load import Request, requests
from flow_beside import PIECES_A_SECOND, stamps
from flow_ground import Figures, Ground, beside, model, spread
from flow_room import Reply, Room, create
from house import SERVERS, Server, database
from waiting import percentile, processor

SHORT = 6
"""Pieces of a short reply, to tell a delta's cost from a turn's."""


async def answers(rooms: list[Room], rate: float, seconds: float) -> None:
    """So many answers a second in all, the rooms in turn; those whose turn it is not are left out."""
    loop = asyncio.get_running_loop()
    tasks: set[asyncio.Task[None]] = set()
    began, place = loop.time(), 0
    for number in range(round(rate * seconds)):
        await asyncio.sleep(max(0.0, began + number / rate - loop.time()))
        for _ in rooms:
            room = rooms[place % len(rooms)]
            place += 1
            if room.idle:
                tasks.add(asyncio.create_task(room.answer()))
                break
    await asyncio.gather(*tasks)


async def talk(rooms: list[Room], span: float, seconds: float) -> None:
    """Every room answers again as soon as it has been answered; they begin within ``span``."""

    async def one(place: int, room: Room) -> None:
        await asyncio.sleep(span * place / len(rooms))
        while room.idle and time.monotonic() < until:
            await room.answer()
            await asyncio.sleep(0.15)

    until = time.monotonic() + seconds
    await asyncio.gather(*(one(place, room) for place, room in enumerate(rooms)))


async def warm(rooms: list[Room]) -> float:
    """One turn in a few rooms: the first ones import and read what later ones have. When it is over."""
    await asyncio.gather(*(room.answer() for room in rooms[:4]))
    return time.monotonic()


def since(rooms: list[Room], began: float) -> list[Reply]:
    """The replies to what was said since then."""
    replies = [reply for room in rooms for reply in room.replies]
    return [reply for reply in replies if reply.sent >= began and reply.message]


def waited(replies: list[Reply]) -> list[float]:
    return [reply.message - reply.sent for reply in replies]


async def turns(ground: Ground) -> Figures:
    given = ground.given
    async with (
        ground.serving() as [server],
        ground.rooms(server, given.interviews, 0) as (rooms, _),
    ):
        began, before = await warm(rooms), processor(server)
        watching = asyncio.create_task(beside("watch", "--seconds", given.seconds))
        await answers(rooms, given.rate, given.seconds)
        used = processor(server) - before
        machine = (await watching)["nothing"]
    took = waited(since(rooms, began))
    return {
        "turns": len(took),
        "CPU a turn": used / len(took),
        **spread("answer to message", took, most=True),
        "machine p99": percentile(machine, 0.99) * 1000,
    }


async def streams(ground: Ground) -> Figures:
    given = ground.given
    bare: dict[str, list[float]] = {"grading": [], "first": [], "lag": [], "processor": []}
    cost: dict[int, list[tuple[float, int, int]]] = {SHORT: [], given.pieces: []}
    replies: list[Reply] = []
    with model() as url:
        async with ground.serving(url) as [server]:

            async def round_of(pieces: int, seconds: float) -> list[Reply]:
                async with ground.rooms(server, given.streams, pieces) as (rooms, _):
                    began, before = await warm(rooms), processor(server)
                    said = sum(room.deltas for room in rooms)
                    await talk(rooms, pieces / PIECES_A_SECOND, seconds)
                    used = processor(server) - before
                    deltas = sum(room.deltas for room in rooms) - said
                replies = since(rooms, began)
                cost[pieces].append((used, len(replies), deltas))
                return replies

            load = ("--streams", given.streams, "--pieces", given.pieces)
            span = given.seconds / given.rounds
            for _ in range(given.rounds):
                found = await beside("bare", url, *load, "--seconds", span)
                for name, values in found.items():
                    bare[name] += values
                replies += await round_of(given.pieces, span)
            await round_of(SHORT, min(span, 4))
    marked = [(reply, times) for reply in replies if (times := stamps(reply.text))]
    first = [reply.first - reply.sent for reply in replies]
    lag = [reply.first - written for reply, (_, written) in marked]
    both = [a + b for a, b in zip(bare["grading"], bare["first"], strict=True)]
    long, short = (
        [sum(column) for column in zip(*cost[pieces], strict=True)]
        for pieces in (given.pieces, SHORT)
    )
    figures = {
        "replies": len(replies),
        **spread("first piece", first),
        **spread("bare first piece", bare["first"]),
        **spread("bare both calls", both),
        **spread("answer to model asked", [came - reply.sent for reply, (came, _) in marked]),
        **spread("piece written to received", lag),
        **spread("bare piece written to received", bare["lag"]),
    }
    for name, left, right in (
        ("later, written piece", lag, bare["lag"]),
        ("later, both calls", first, both),
        ("later, one call", first, bare["first"]),
    ):
        for share in (0.5, 0.99):
            figures[f"{name} p{share * 100:.0f}"] = 1000 * (
                percentile(left, share) - percentile(right, share)
            )
    # Two equations: what is used = turns * a + deltas * b, for long replies and for short ones.
    determinant = long[1] * short[2] - short[1] * long[2]
    each = (short[0] * long[1] - long[0] * short[1]) / determinant if determinant else None
    return figures | {
        "deltas": long[2],
        "CPU a delta": each,
        "CPU a delta, all included": long[0] / long[2],
        "CPU a piece, all included": long[0] / (long[1] * given.pieces),
        "bare CPU a piece, all included": statistics.median(bare["processor"]) * 1000,
    }


async def connected(ground: Ground) -> Figures:
    given = ground.given
    silence = given.takes / 2
    with model(silence) as url:
        async with (
            ground.serving(url) as [server],
            ground.rooms(server, given.connections, round(silence * PIECES_A_SECOND)) as (rooms, _),
        ):
            began, before = await warm(rooms), processor(server)
            watching = asyncio.create_task(
                beside("watch", "--port", server.port, "--seconds", given.seconds)
            )
            await answers(rooms, given.connections / given.every, given.seconds)
            used, lasted = processor(server) - before, time.monotonic() - began
            found = await watching
    took = waited(since(rooms, began))
    return {
        "turns": len(took),
        **spread("/health", found["health"], most=True),
        **spread("answer to message", took),
        "CPU a second": used / lasted,
        "machine p99": percentile(found["nothing"], 0.99) * 1000,
    }


async def processes(ground: Ground) -> Figures:
    given = ground.given
    found: dict[str, list[float]] = {}
    said = {"content": TEXT, "sender_type": "interviewer", "interviewer_id": "technical"}
    async with ground.serving(servers=2) as servers:
        async with aiohttp.ClientSession(servers[0].base) as session:
            full, *others = await create(session, 9, "Backend Engineer")
        post = f"/api/interviews/{full}/messages"
        await requests(servers[0].base, lambda _: Request("POST", post, said), 100, 2)
        cases = {
            "read": lambda n: Request("GET", f"/api/interviews/{others[n % 8]}"),
            "post": lambda n: Request("POST", f"/api/interviews/{others[n % 8]}/messages", said),
            "page": lambda _: Request("GET", f"/api/interviews/{full}/messages"),
        }
        for _ in range(given.rounds):
            for count in (1, 2):
                used = servers[:count]
                if count == 2:
                    servers[1].start()
                    await servers[1].healthy()
                for name, make in cases.items():

                    async def load(
                        number: int, used: list[Server] = used, make: Any = make
                    ) -> None:
                        at_once, each = 8 // len(used), number // len(used)
                        await asyncio.gather(
                            *(requests(server.base, make, each, at_once) for server in used)
                        )

                    await load(40)
                    before = sum(processor(server) for server in used)
                    await load(given.requests)
                    cost = (sum(processor(server) for server in used) - before) / given.requests
                    found.setdefault(f"{name}, {count}", []).append(cost)
            await asyncio.to_thread(servers[1].stop)
    figures: Figures = {}
    for name in cases:
        one, two = found[f"{name}, 1"], found[f"{name}, 2"]
        figures[f"{name}, one process"] = statistics.median(one)
        figures[f"{name}, two processes"] = statistics.median(two)
        ratios = [b / a for a, b in zip(one, two, strict=True)]
        figures[f"{name}, ratio"] = statistics.median(ratios)
    return figures


PARTS = {"turns": turns, "streams": streams, "connected": connected, "processes": processes}
TARGETS: dict[str, dict[str, float]] = {
    "turns": {"CPU a turn": 8, "answer to message p99": 60},
    "streams": {"later, written piece p50": 15, "later, written piece p99": 60},
    "connected": {"/health p99": 100},
    "processes": {"read, ratio": 1.18, "post, ratio": 1.18, "page, ratio": 1.18},
}
"""At most."""


async def main(given: argparse.Namespace) -> int:
    rows: list[dict[str, Any]] = []
    print("| part | server | figure | value | at most |", "|---|---|---|---|---|", sep="\n")
    failed = 0
    for kind in given.servers:
        for part in given.parts:
            with database(given.postgres) as url:
                ground = Ground(given, kind, url)
                figures = await PARTS[part](ground)
            figures["wrong"] = len(ground.wrong)
            failed += len(ground.wrong)
            for name, value in figures.items():
                target = 0 if name == "wrong" else TARGETS[part].get(name)
                rows.append({"part": part, "server": kind, "figure": name, "value": value})
                shown = "" if value is None else f"{value:.2f}".rstrip("0").rstrip(".")
                limit = "" if target is None else target
                print(f"| {part} | {kind} | {name} | {shown} | {limit} |", flush=True)
            for problem in ground.wrong[:20]:
                print(problem, file=sys.stderr)
    if given.json:
        await asyncio.to_thread(Path(given.json).write_text, json.dumps(rows, indent=1) + "\n")
    return 1 if failed else 0


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--servers", nargs="+", choices=SERVERS, default=["uvicorn"])
    parser.add_argument("--postgres", default="", help="a server where databases may be created")
    parser.add_argument("--redis", default="")
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--interviews", type=int, default=100, help="of turns")
    parser.add_argument("--rate", type=float, default=10, help="answers a second, of turns")
    parser.add_argument("--streams", type=int, default=40, help="at once")
    parser.add_argument("--pieces", type=int, default=60, help="of a streamed reply")
    parser.add_argument("--connections", type=int, default=500, help="of connected")
    parser.add_argument("--every", type=float, default=40, help="seconds between one's answers")
    parser.add_argument("--takes", type=float, default=3, help="seconds a reply takes the model")
    parser.add_argument("--requests", type=int, default=400, help="of each kind, of processes")
    parser.add_argument("--rounds", type=int, default=3, help="of streams and processes")
    parser.add_argument("--json", default="")
    given = parser.parse_args()
    if not given.parts:
        given.parts = [part for part in PARTS if part != "processes" or given.postgres]
    if unknown := set(given.parts) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    if "processes" in given.parts and not (given.postgres and given.redis):
        parser.error("processes needs --postgres and --redis")
    return given


if __name__ == "__main__":
    sys.exit(asyncio.run(main(arguments())))
