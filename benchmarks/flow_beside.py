"""What runs beside a trial of `flow.py`, each in a process of its own so that none delays another.

    python benchmarks/flow_beside.py model [--silence S]        a server that streams 30 pieces a second
    python benchmarks/flow_beside.py bare URL --streams N --seconds S --pieces N   the `openai` client alone
    python benchmarks/flow_beside.py watch --port P --seconds S     `/health`, one request after the other

`model` prints its address and serves until its input ends; the others print JSON. The first piece of
a reply says when the request came and when the piece was written, by the clock that all processes
of a machine share, so whoever reads it knows how long it was on its way.
"""

from __future__ import annotations

import argparse
import asyncio
import http.client
import json
import random
import re
import sys
import time
from typing import Any

from house import ROOT

from interviewers.tests.fake_openai import FakeOpenAI, Reply, Request, blocks_of, chunk, willing

assert ROOT.is_dir()

PIECES_A_SECOND = 30
PIECES = 60
"""Of a reply in an interview whose position gives no number; that is in Chinese."""
PAUSE = 0.02
"""Seconds between two looks of ``watch``."""
POSITION = "Backend Engineer, {} words"
"""The position of an interview says how many pieces a reply has."""

_STAMP = re.compile(r"\((\d+\.\d+) (\d+\.\d+)\)")


def stamps(text: str) -> tuple[float, float] | None:
    """When the request for this reply came and when its first piece was written, in seconds; None
    where ``text``, the first piece or a frame with it, does not say so."""
    found = _STAMP.search(text)
    return (float(found[1]), float(found[2])) if found else None


def words(silence: float) -> Reply:
    """Grades at once; speaks after ``silence`` seconds, at a steady rate."""

    async def reply(request: Request, writer: asyncio.StreamWriter) -> None:
        came = time.monotonic()
        blocks = blocks_of(request.user)
        if {"answer", "items"} & set(blocks):
            await willing(request, writer)
            return
        told = re.findall(r"\d+", blocks.get("position", ""))
        pieces = int(told[-1]) if told else PIECES
        loop = asyncio.get_running_loop()
        writer.write(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
            b"Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
        )

        async def say(event: object) -> None:
            content = f"data: {event if isinstance(event, str) else json.dumps(event)}\n\n".encode()
            writer.write(f"{len(content):x}\r\n".encode() + content + b"\r\n")
            await writer.drain()

        due = loop.time() + silence
        for number in range(pieces):
            await asyncio.sleep(max(0.0, due + number / PIECES_A_SECOND - loop.time()))
            word = f"word{number} " if told else f"接着说{number}，"
            text = word if number else f"({came:.6f} {time.monotonic():.6f}) "
            await say(chunk({"content": text}))
        await say(chunk(finish="stop"))
        await say("[DONE]")
        writer.write(b"0\r\n\r\n")
        await writer.drain()

    return reply


async def model(given: argparse.Namespace) -> None:
    async with FakeOpenAI(words(given.silence)) as server:
        print(server.url, flush=True)
        await asyncio.to_thread(sys.stdin.read)


_BLOCK = "<<<DATA 0123456789abcdef {0}>>>\n{1}\n<<<END 0123456789abcdef {0}>>>"


def prompts(**blocks: str) -> list[dict[str, str]]:
    """A call about as long as ours."""
    told = "\n\n".join(_BLOCK.format(name, text) for name, text in blocks.items())
    system = "You are the technical interviewer of a panel. Say one thing, and briefly. " * 30
    return [{"role": "system", "content": system}, {"role": "user", "content": told}]


async def bare(given: argparse.Namespace) -> None:
    """As many streams at once as given: a grading, then a reply, read to its end, and again."""
    import openai

    client = openai.AsyncOpenAI(api_key="none", base_url=given.url, max_retries=0, timeout=60)
    found: dict[str, list[float]] = {"grading": [], "first": [], "lag": [], "processor": []}
    until, began = 0.0, 0.0

    async def stream(messages: Any) -> tuple[float, str]:
        """When the first words came, and all of them."""
        first, text = 0.0, ""
        answer = await client.chat.completions.create(
            model="served-model", messages=messages, stream=True, temperature=0.6
        )
        async for part in answer:
            if said := part.choices[0].delta.content:
                first = first or time.monotonic()
                text += said
        return first, text

    async def work() -> None:
        await asyncio.sleep(random.uniform(0, given.pieces / PIECES_A_SECOND))
        while time.monotonic() < until:
            asked = time.monotonic()
            await stream(prompts(answer="I look at the plan first.", points="a: b\nc: d"))
            graded = time.monotonic()
            first, text = await stream(prompts(position=POSITION.format(given.pieces)))
            written = stamps(text)
            assert written, text
            found["grading"].append(graded - asked)
            found["first"].append(first - graded)
            found["lag"].append(first - written[1])
            await asyncio.sleep(random.uniform(0, 0.3))

    async with asyncio.timeout(given.seconds + 120):
        # The first call imports much of the library.
        await stream(prompts(position=POSITION.format(1)))
        until, began = time.monotonic() + given.seconds, time.process_time()
        await asyncio.gather(*(work() for _ in range(given.streams)))
    await client.close()
    used = time.process_time() - began
    found["processor"].append(used / (len(found["first"]) * given.pieces))
    print(json.dumps(found))


def watch(given: argparse.Namespace) -> None:
    """Seconds each look took, and beside it a round trip to a process that does nothing."""
    from waiting import nothing

    found: dict[str, list[float]] = {"health": [], "nothing": []}
    line = http.client.HTTPConnection("127.0.0.1", given.port, timeout=60)
    until = time.monotonic() + given.seconds
    with nothing() as control:
        while time.monotonic() < until:
            began = time.perf_counter()
            control()
            found["nothing"].append(time.perf_counter() - began)
            if given.port:
                began = time.perf_counter()
                line.request("GET", "/health")
                answer = line.getresponse()
                answer.read()
                found["health"].append(time.perf_counter() - began)
                if answer.status != 200:
                    raise RuntimeError(f"/health: {answer.status}")
            time.sleep(PAUSE)
    line.close()
    print(json.dumps(found))


def main() -> None:
    parser = argparse.ArgumentParser(description="Runs beside a trial of flow.py.")
    parser.add_argument("role", choices=("model", "bare", "watch"))
    parser.add_argument("url", nargs="?", default="")
    parser.add_argument("--silence", type=float, default=0.0, help="seconds before a reply")
    parser.add_argument("--streams", type=int, default=40)
    parser.add_argument("--pieces", type=int, default=60)
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--port", type=int, default=0, help="0: only the process that does nothing")
    given = parser.parse_args()
    if given.role == "watch":
        watch(given)
    else:
        asyncio.run(model(given) if given.role == "model" else bare(given))


if __name__ == "__main__":
    main()
