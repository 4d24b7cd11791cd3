"""What a streamed piece costs at least: ``python benchmarks/flow_floor.py [--seconds S]``.

The load of ``flow.py streams`` (40 replies at once, 30 pieces a second each) on a server that passes
the model's lines on, unread, and stores nothing (`limit.py`), on uvicorn and on Daphne in turn, and
beside each round on the bare `openai` client, which reads them and passes nothing on. Milliseconds of
CPU a piece, medians of the rounds. Nothing that is written on either server can be below its row, nor
what reads the pieces through that client below the client's.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import tempfile
import time
from pathlib import Path

import aiohttp
from bench.servers import Kind, Running, environment, serving
from flow_beside import PIECES, PIECES_A_SECOND
from flow_ground import beside, model

KINDS = (Kind("limit", "uvicorn"), Kind("limit", "Daphne"))


async def stream(session: aiohttp.ClientSession, delay: float, until: float) -> int:
    """One room that speaks again as soon as it has been answered. The pieces it got."""
    await asyncio.sleep(delay)
    pieces = 0
    async with session.ws_connect("/api/ws/1") as socket:
        await socket.receive_json(timeout=10)
        while time.monotonic() < until:
            await socket.send_str("{}")
            while (frame := await socket.receive_json(timeout=10))["type"] != "message":
                pieces += frame["type"] == "delta"
    return pieces


async def cost(server: Running, streams: int, seconds: float) -> float:
    """Seconds of CPU a piece."""
    connector = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(server.base, connector=connector) as session:
        before, until = server.cpu(), time.monotonic() + seconds
        span = PIECES / PIECES_A_SECOND
        rooms = (stream(session, span * n / streams, until) for n in range(streams))
        pieces = sum(await asyncio.gather(*rooms))
        return (server.cpu() - before) / pieces


async def main(given: argparse.Namespace) -> None:
    found: dict[str, list[float]] = {kind.label: [] for kind in KINDS}
    client: list[float] = []
    with tempfile.TemporaryDirectory() as folder, model() as url:
        answers = Path(folder) / "answers.json"
        await asyncio.to_thread(answers.write_text, "{}")
        more = {"OPENAI_BASE_URL": url, "BENCH_ANSWERS": str(answers)}
        env = environment(Path(folder), "", **more)
        for _ in range(given.rounds):
            for kind in KINDS:
                with serving(kind, env) as server:
                    found[kind.label].append(await cost(server, given.streams, given.seconds))
            load = ("--streams", given.streams, "--pieces", PIECES, "--seconds", given.seconds)
            client += (await beside("bare", url, *load))["processor"]
    for label, values in (*found.items(), ("the openai client alone", client)):
        print(f"{label}: {statistics.median(values) * 1000:.3f} ms of CPU a piece")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--seconds", type=float, default=8)
    parser.add_argument("--streams", type=int, default=40)
    parser.add_argument("--rounds", type=int, default=3)
    return parser.parse_args()


if __name__ == "__main__":
    asyncio.run(main(arguments()))
