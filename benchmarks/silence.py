"""What connections that say nothing cost: ``python benchmarks/silence.py [--server uvicorn]
[--connections 1000]``.

Serves for real on loopback (SQLite) and opens so many at once: WebSockets that are greeted and
never say a word, not even to a ping; then TCP connections that send nothing, or half a handshake,
and leave it at that. Prints what one costs in memory, how long requests take meanwhile, how long
the server bears with them, and what is left when they have gone. Linux only (it reads /proc). The
limit of open files (``ulimit -n``) is raised as far as it may be.
"""

from __future__ import annotations

import argparse
import resource
import socket
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from interviews.tests.frame_attacks import MESSAGE, interview
from interviews.tests.raw_socket import Wire
from interviews.tests.server import Served, get_json, serve, serve_uvicorn

SETTINGS = {
    "INTERVIEWGPT_RATE": "1000000/min",
    "INTERVIEWGPT_CREATE_RATE": "1000000/min",
    "INTERVIEWGPT_LOG_LEVEL": "WARNING",
}
BEARABLE = 150
"""Seconds after which a server that still holds a silent connection is said not to let go."""
HALVES = (b"", b"GE", b"GET /api/ws/1 HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n")


@dataclass
class Server:
    served: Served

    def memory(self) -> float:
        """MiB in use."""
        status = Path(f"/proc/{self.served.process.pid}/status").read_text(encoding="ascii")
        return int(status.split("VmRSS:")[1].split()[0]) / 1024

    def sockets(self) -> int:
        count = 0
        for entry in Path(f"/proc/{self.served.process.pid}/fd").iterdir():
            with suppress(FileNotFoundError):
                count += str(entry.readlink()).startswith("socket:")
        return count

    def health(self, number: int = 100) -> str:
        times = []
        for path in ["/health", "/api/interviewers"] * (number // 2):
            begun = time.perf_counter()
            get_json(self.served.base + path)
            times.append(1000 * (time.perf_counter() - begun))
        times.sort()
        return f"median {statistics.median(times):.0f} ms, highest {times[-1]:.0f} ms"

    def until_down_to(self, number: int) -> float | None:
        """Seconds until so few sockets are open, None when they never are."""
        begun = time.monotonic()
        while time.monotonic() - begun < BEARABLE:
            if self.sockets() <= number:
                return time.monotonic() - begun
            time.sleep(0.25)
        return None


def sockets(server: Server, keys: Sequence[int], count: int) -> list[Wire]:
    lines = [Wire(server.served.base, f"/api/ws/{keys[n % len(keys)]}") for n in range(count)]
    for line in lines:
        assert line.until("status")["data"]["status"] == "connected"
    return lines


def halves(server: Server, count: int) -> list[socket.socket]:
    address = urlsplit(server.served.base)
    opened = []
    for number in range(count):
        half = socket.create_connection((address.hostname or "", address.port or 80), 60)
        half.sendall(HALVES[number % len(HALVES)])
        opened.append(half)
    return opened


def say(what: str, server: Server, more: str = "") -> None:
    print(f"- {what}: {server.memory():.0f} MiB, {server.sockets()} sockets{more}", flush=True)


def trial(server: Server, count: int) -> bool:
    """Whether everything was let go of."""
    keys = [interview(server.served.base) for _ in range(-(-count // 10))]
    server.health()
    few, memory = server.sockets() + 1, server.memory()
    say("before", server, f"; {server.health()}")
    gone = []
    for turn in (1, 2):
        lines = sockets(server, keys, count)
        each = 1024 * (server.memory() - memory) / count
        begun = time.perf_counter()
        lines[0].send(f'{{"type": "message", "data": {{"content": "{MESSAGE["content"]}"}}}}')
        lines[0].until("ack")
        acknowledged = 1000 * (time.perf_counter() - begun)
        more = f"; {each:.0f} KiB each; {server.health()}; acknowledged in {acknowledged:.0f} ms"
        say(f"{count} WebSockets ({turn})", server, more)
        if turn == 1:
            for line in lines:
                line.reset()
        gone.append(server.until_down_to(few))
        say("after they hung up" if turn == 1 else "after the server did", server, _in(gone[-1]))
        for line in lines:
            line.socket.close()
    opened = halves(server, count)
    say(f"{count} halves of a handshake", server, f"; {server.health()}")
    borne = server.until_down_to(few)
    say("while they stay", server, _in(borne))
    for half in opened:
        half.close()
    gone.append(server.until_down_to(few))
    say("after they hung up", server, _in(gone[-1]))
    return None not in gone and "Traceback" not in server.served.printed()


def _in(seconds: float | None) -> str:
    return f"; not all let go within {BEARABLE} s" if seconds is None else f"; in {seconds:.1f} s"


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--server", choices=["daphne", "uvicorn"], default="daphne")
    parser.add_argument("--connections", type=int, default=1000)
    options = parser.parse_args()
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    serving = serve if options.server == "daphne" else serve_uvicorn
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(Path(folder) / "data", None, **SETTINGS) as served,
    ):
        print(options.server)
        held = trial(Server(served), options.connections)
    print("all let go, nothing in the log" if held else "NOT all let go, or a traceback in the log")
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
