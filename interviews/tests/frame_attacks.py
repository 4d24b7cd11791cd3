"""What strangers send over a WebSocket, and what has to become of it. Against a real server."""

from __future__ import annotations

import json
import time
import urllib.request
from contextlib import ExitStack
from typing import Any

from interviews.tests.raw_socket import BINARY, CONTINUATION, PING, TEXT, Wire, wire
from interviews.tests.server import get_json

__all__ = [
    "LARGE",
    "NONSENSE",
    "REFUSED",
    "flood",
    "half_open",
    "interview",
    "nonsense",
    "refused_by_protocol",
    "silent",
]

DEEP = 50_000
LARGE = 1024 * 1024
MESSAGE = {"content": "I look at the slow query log.", "sender_type": "user"}

# Answered by one frame of ours each, with the connection open.
NONSENSE: tuple[str | bytes, ...] = (
    *("", " ", "{", "nul", "null", "true", "1e999", "[]", '"ping"', "{}", "{'type': 'ping'}"),
    *('{"type": null}', '{"type": []}', '{"type": {"a": 1}}', '{"type": "Message"}'),
    *('{"type": "message"}', '{"type": "message", "data": 5}', '{"type": "message", "data": []}'),
    *('{"type": "message", "data": {"content": null}}', '{"type": "message", "data": {}}'),
    '{"type": "message", "data": {"content": ["a"], "sender_type": {"b": []}, "client_id": 1}}',
    '{"type": "message", "data": {"content": "a\\u0000b", "sender_type": "user"}}',
    '{"type": "message", "data": {"content": "\\ud800", "sender_type": "user"}}',
    '{"type": "message", "data": {"content": "a", "sender_type": "root"}}',
    '{"type": "message", "data": {"content": "a", "client_id": "' + "x" * 65 + '"}}',
    '{"type": "message", "data": {"content": "' + "x" * 20_001 + '"}}',
    '{"type": "message", "data": {"content": "a", "sender_type": "interviewer"}}',
    *('{"type": "command", "data": {"name": 1e400}}', '{"type": "command", "data": {"name": "x"}}'),
    *('{"type": "command", "data": {"name": ["end"]}}', '{"type": "ack", "data": {}}'),
    *('{"type": "ping"}', '{"type": "ping", "data": 1' + "0" * 400 + "}"),
    '{"type": "ping", "data": ' + "[" * DEEP + "]" * DEEP + "}",
    '{"type": "message", "data": ' + '{"a":' * DEEP + "1" + "}" * DEEP + "}",
    "[" * DEEP,
    b"\0",
    b"\xff\xfe binary",
    b'{"type": "ping", "data": 1}',
)
# Refused by the protocol layer itself: what is sent, and the close codes that are in order.
REFUSED: dict[str, tuple[list[tuple[bytes, int, bool, bool]], tuple[int | None, ...]]] = {
    "not UTF-8": ([(b"\xff\xfe", TEXT, True, True)], (1007, None)),
    "half a surrogate": ([(b"\xed\xa0\x80", TEXT, True, True)], (1007, None)),
    "more than a megabyte": ([(b"x" * (LARGE + 1), TEXT, True, True)], (1009, None)),
    "more than a megabyte in pieces": (
        [(b"x" * LARGE, TEXT, False, True), (b"x" * LARGE, CONTINUATION, True, True)],
        (1009, None),
    ),
    "no mask": ([(b"{}", TEXT, True, False)], (1002, None)),
    "an unknown opcode": ([(b"{}", 5, True, True)], (1002, None)),
    "a continuation of nothing": ([(b"{}", CONTINUATION, True, True)], (1002, None)),
    "a long ping": ([(b"x" * 200, PING, True, True)], (1002, None)),
}


def interview(base: str) -> int:
    body = b'{"position": "Backend Engineer", "language": "en"}'
    request = urllib.request.Request(
        f"{base}/api/interviews", body, {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=60) as response:
        created: int = json.load(response)["data"]["id"]
        return created


def nonsense(base: str, key: int) -> int:
    """Send everything of `NONSENSE`; how many frames were refused by an error of ours."""
    errors = 0
    with wire(base, f"/api/ws/{key}") as line:
        line.until("status")
        for content in NONSENSE:
            line.send(content, BINARY if isinstance(content, bytes) else TEXT)
            answer = line.until("error", "pong")
            if answer["type"] == "error":
                assert answer["data"]["code"] == "VALIDATION_ERROR", (content[:80], answer)
                errors += 1
        assert line.alive()
    return errors


def refused_by_protocol(base: str, key: int, name: str) -> int | None:
    """Send something of `REFUSED`; the code of the close. Another connection lives on, and the
    one that was closed comes back with what it missed."""
    with wire(base, f"/api/ws/{key}") as other, wire(base, f"/api/ws/{key}") as line:
        line.until("status")
        frames, _codes = REFUSED[name]
        try:
            for data, opcode, last, masked in frames:
                line.send(data, opcode, last=last, masked=masked)
        except ConnectionError:
            pass
        code = line.closed()
        assert other.alive()
    with wire(base, f"/api/ws/{key}?since=0") as again:
        assert again.until("message")["data"]["sender_type"] == "system"
    return code


def flood(base: str, key: int, frames: int) -> dict[str, int]:
    """Send a message and very many pings at once; how many frames of each kind came back."""
    with wire(base, f"/api/ws/{key}") as line:
        line.until("status")
        line.send(json.dumps({"type": "message", "data": {**MESSAGE, "client_id": "first"}}))
        assert line.until("ack")["data"]["client_id"] == "first"
        ping = '{"type": "ping", "data": 1}'
        counts = {"pong": 0, "error": 0}
        for _ in range(0, frames, 100):
            for _ in range(100):
                line.send(ping)
            for _ in range(100):
                answer = line.until("error", "pong")
                if answer["type"] == "error":
                    assert answer["data"]["code"] == "THROTTLED", answer
                    assert answer["data"]["details"]["retry_after"] >= 1
                counts[answer["type"]] += 1
        time.sleep(1.1)  # what it was told to wait
        assert line.alive()
    return counts


def half_open(base: str, key: int, count: int) -> None:
    """Connections that break in the middle of something, or hang up without a word."""
    for number in range(count):
        line = Wire(base, f"/api/ws/{key}")
        if number % 3 == 1:
            line.socket.sendall(b"\x81\xfe\x10")
        elif number % 3 == 2:
            line.send('{"type": "message", "data": {"content"', last=False)
        line.reset()


def silent(base: str, keys: list[int], count: int) -> dict[str, Any]:
    """So many connections that say nothing, and beside them one that does; how long the slowest
    of some requests to `/health` took meanwhile, in seconds."""
    with ExitStack() as stack:
        lines = [
            stack.enter_context(wire(base, f"/api/ws/{keys[number % len(keys)]}"))
            for number in range(count)
        ]
        slowest = 0.0
        for _ in range(10):
            begun = time.perf_counter()
            assert get_json(f"{base}/health")["status"] == "healthy"
            slowest = max(slowest, time.perf_counter() - begun)
        assert all(line.until("status")["data"]["status"] == "connected" for line in lines)
        lines[0].send(json.dumps({"type": "message", "data": MESSAGE}))
        assert lines[0].until("ack")
        return {"connections": len(lines), "slowest_health": slowest}
