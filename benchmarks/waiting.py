"""What quick requests cost while others wait: ``python benchmarks/waiting.py [--postgres URL]``.

Starts a server and a model that takes every call and never answers, and measures `/health`, the
list of interviewers and a list of messages, one request after the other on a lasting connection:

- ``idle``: nobody else is there;
- ``turns``: 200 interviews wait for the model, each with its WebSocket open;
- ``ends``: 50 requests `/end` wait for it as well;
- ``uploads``: and 8 résumés that take the longest time allowed are being read, again and again.

Prints milliseconds (median, 99th percentile, longest) over all rounds, the best round's 99th
percentile, and the processor time a request costs the server, all its waiting work included.
``nothing`` is a process that answers every line with another and does nothing else: what it takes
is the machine's own delay, and no server on it can do better. The model is given up only after the
trial (INTERVIEWGPT_MODEL_TIMEOUT), so that everything waits all the time.
"""

from __future__ import annotations

import argparse
import asyncio
import http.client
import io
import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AsyncExitStack, contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any

import websockets
from house import SERVERS, House, Server, call, database

from interviewers.tests.fake_openai import FakeOpenAI, silent

SPAN = 6.0
"""Seconds of one measurement."""
PAUSE = 0.02
"""Seconds between two requests: a monitor and some pages, not a flood."""


def slow_pdf() -> bytes:
    """A small PDF of fifty pages with so much on them that reading runs into its limit of time."""
    from reportlab.pdfgen.canvas import Canvas

    target = io.BytesIO()
    canvas = Canvas(target, pageCompression=1)
    for page in range(50):
        canvas.setFont("Helvetica", 4)
        for number in range(1500):
            canvas.drawString(20 + number % 10 * 55, 820 - number // 10 * 5, f"w{number} p{page}")
        canvas.showPage()
    canvas.save()
    return target.getvalue()


_NOTHING = """
import socket
server = socket.create_server(("127.0.0.1", 0))
print(server.getsockname()[1], flush=True)
client = server.accept()[0]
while client.recv(64):
    client.sendall(b"x")
"""


@contextmanager
def nothing() -> Iterator[Callable[[], None]]:
    """A round trip to a process that does nothing."""
    process = subprocess.Popen([sys.executable, "-c", _NOTHING], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    with socket.create_connection(("127.0.0.1", int(process.stdout.readline()))) as line:

        def ask() -> None:
            line.sendall(b"x")
            line.recv(64)

        yield ask
    process.wait(20)


def processor(server: Server) -> float:
    """Milliseconds of processor time the server's process has used."""
    assert server.process is not None
    fields = Path(f"/proc/{server.process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def measure(server: Server, interview_id: int, seconds: float) -> dict[str, list[float]]:
    """Milliseconds by path, and the server's processor time. Every answer has to be a 200."""
    paths = {
        "health": "/health",
        "interviewers": "/api/interviewers",
        "messages": f"/api/interviews/{interview_id}/messages",
    }
    taken: dict[str, list[float]] = {name: [] for name in paths}
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)

    def ask(path: str) -> None:
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{path}: {answer.status}")

    taken["nothing"] = []
    before = processor(server)
    with nothing() as control:
        calls = {"nothing": control} | {name: partial(ask, path) for name, path in paths.items()}
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            for name, one in calls.items():
                began = time.perf_counter()
                one()
                taken[name].append((time.perf_counter() - began) * 1000)
                time.sleep(PAUSE)
    connection.close()
    asked = sum(len(taken[name]) for name in paths)
    taken["processor"] = [(processor(server) - before) / asked]
    return taken


def upload(server: Server, pdf: bytes, stop: threading.Event) -> None:
    """Keep one résumé being read until ``stop``."""
    head = (
        b'--x\r\nContent-Disposition: form-data; name="position"\r\n\r\nBackend Engineer\r\n'
        b'--x\r\nContent-Disposition: form-data; name="resume"; filename="cv.pdf"\r\n'
        b"Content-Type: application/pdf\r\n\r\n"
    )
    while not stop.is_set():
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
        with suppress(OSError, http.client.HTTPException):
            connection.request(
                "POST",
                "/api/interviews",
                head + pdf + b"\r\n--x--\r\n",
                {"Content-Type": "multipart/form-data; boundary=x"},
            )
            connection.getresponse().read()
        connection.close()


async def wait_in(room: Any) -> None:
    with suppress(websockets.ConnectionClosed):
        async for _ in room:
            pass


async def prepare(server: Server, number: int, stack: AsyncExitStack) -> list[int]:
    """Interviews that wait for the model, with a socket each."""
    keys = []
    for _ in range(number):
        status, made = await asyncio.to_thread(
            call, server.base, "POST", "/api/interviews", {"position": "Backend Engineer"}
        )
        assert status == 200, made
        keys.append(made["data"]["id"])
    tasks = []
    for key in keys:
        room = await stack.enter_async_context(
            websockets.connect(f"{server.base.replace('http', 'ws')}/api/ws/{key}")
        )
        tasks.append(asyncio.create_task(wait_in(room)))
        frame = {"type": "message", "data": {"content": "I look at the slow query log first."}}
        await room.send(json.dumps(frame))
    for task in tasks:
        stack.callback(task.cancel)
    return keys


async def end(server: Server, key: int) -> None:
    """One `/end` that waits; the trial leaves before it is answered."""
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    writer.write(
        f"POST /api/interviews/{key}/end HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        "Content-Length: 0\r\n\r\n".encode()
    )
    try:
        line = await reader.readline()
        raise RuntimeError(f"/end did not wait: {line!r}")
    finally:
        writer.close()


async def trial(
    kind: str, url: str, data: Path, model: str, options: argparse.Namespace
) -> dict[str, dict[str, list[list[float]]]]:
    """Milliseconds by load and path, one list a round."""
    house = House(
        data,
        {
            "DATABASE_URL": url,
            "OPENAI_BASE_URL": model,
            "INTERVIEWGPT_MODEL_TIMEOUT": "600",
            "INTERVIEWGPT_MODEL_DEADLINE": "1800",
            "INTERVIEWGPT_RATE": "1000000/min",
            "INTERVIEWGPT_CREATE_RATE": "1000000/min",
        },
    )
    house.bootstrap()
    server = Server(house, kind)
    server.start()
    found: dict[str, dict[str, list[list[float]]]] = {}

    async def look(load: str, key: int) -> None:
        for _ in range(options.rounds):
            taken = await asyncio.to_thread(measure, server, key, options.span)
            for path, values in taken.items():
                found.setdefault(load, {}).setdefault(path, []).append(values)

    try:
        await server.healthy()
        async with AsyncExitStack() as stack:
            first = (await prepare(server, 1, stack))[0]
            await look("idle", first)
            keys = await prepare(server, options.interviews, stack)
            # What is measured is the waiting, not two hundred answers within a second or two.
            await asyncio.sleep(5)
            await look("turns", first)
            ends = [asyncio.create_task(end(server, key)) for key in keys[: options.ends]]
            await asyncio.sleep(5)
            await look("ends", first)
            stop, pdf = threading.Event(), slow_pdf()
            threads = [
                threading.Thread(target=upload, args=(server, pdf, stop), daemon=True)
                for _ in range(options.uploads)
            ]
            for thread in threads:
                thread.start()
            await asyncio.sleep(1)
            await look("uploads", first)
            stop.set()
            for task in ends:
                if task.done():
                    task.result()
                task.cancel()
            await asyncio.gather(*ends, return_exceptions=True)
    finally:
        server.kill()
    if options.show:
        sys.stderr.write(server.printed())
    return found


def percentile(values: Sequence[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def table(name: str, found: dict[str, dict[str, list[list[float]]]]) -> list[dict[str, Any]]:
    rows = []
    for load, paths in found.items():
        processor_time = statistics.median(one[0] for one in paths.pop("processor"))
        for path, rounds in paths.items():
            values = [value for one in rounds for value in one]
            row = {
                "server": name,
                "load": load,
                "path": path,
                "requests": len(values),
                "p50": round(statistics.median(values), 1),
                "p99": round(percentile(values, 0.99), 1),
                "max": round(max(values), 1),
                "best_p99": round(min(percentile(one, 0.99) for one in rounds), 1),
                "processor": round(processor_time, 1) if path != "nothing" else None,
            }
            rows.append(row)
            print(
                f"| {name} | {load} | {path} | {row['requests']} | {row['p50']} | {row['p99']} "
                f"| {row['max']} | {row['best_p99']} | {row['processor'] or ''} |",
                flush=True,
            )
    return rows


async def main(options: argparse.Namespace) -> None:
    print("| server | load | path | requests | median | p99 | max | best round's p99 | processor |")
    print("|---|---|---|---|---|---|---|---|---|")
    rows = []
    servers = {"SQLite": ""} | ({"PostgreSQL": options.postgres} if options.postgres else {})
    for kind in options.servers:
        for label, postgres in servers.items():
            if label not in options.databases:
                continue
            with tempfile.TemporaryDirectory() as folder, database(postgres) as url:
                async with FakeOpenAI(silent(3600)) as model:
                    found = await trial(kind, url, Path(folder), model.url, options)
            rows += table(f"{kind}, {label}", found)
    if options.json:
        await asyncio.to_thread(Path(options.json).write_text, json.dumps(rows, indent=1))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--postgres", default="", help="a server where databases may be created")
    parser.add_argument("--servers", nargs="+", choices=SERVERS, default=list(SERVERS))
    parser.add_argument("--databases", nargs="+", default=["SQLite", "PostgreSQL"])
    parser.add_argument("--interviews", type=int, default=200)
    parser.add_argument("--ends", type=int, default=50)
    parser.add_argument("--uploads", type=int, default=8)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--span", type=float, default=SPAN)
    parser.add_argument("--show", action="store_true", help="what the server printed, too")
    parser.add_argument("--json", default="")
    asyncio.run(main(parser.parse_args()))
