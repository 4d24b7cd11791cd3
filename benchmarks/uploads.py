"""What uploads cost a real server: ``python benchmarks/uploads.py [--server daphne|uvicorn]``.

Starts a server on a temporary folder and prints, for each load, what came back, the highest
memory of the server process (not of the reading processes it starts), and how long `/health` took
meanwhile:

- 8 résumés of 10 MB at once, with and without a declared length, three times over;
- 8 files at once that take the reading process to its limits;
- bodies of 50 MB and 1 GB, of which nothing may be kept.

Linux only (it reads /proc).
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from interviews.tests import resume_files as files
from interviews.tests.server import free_port, get_json
from interviews.tests.test_resumes_hostile import flate_bomb_of_text

ROOT = Path(__file__).resolve().parent.parent
MIB = 1024 * 1024
EDGE = "b0undary"


@contextmanager
def served(kind: str) -> Iterator[tuple[int, int]]:
    """A server of ``kind``; its port and its process id."""
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **os.environ,
            "INTERVIEWGPT_DATA_DIR": folder,
            "INTERVIEWGPT_ENGINE": "builtin",
            "INTERVIEWGPT_LOG_LEVEL": "ERROR",
            "DJANGO_SETTINGS_MODULE": "interviewgpt.settings",
        }
        prepare = [sys.executable, "manage.py", "bootstrap"]
        subprocess.run(prepare, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
        command = [sys.executable, "manage.py", "serve", "--port", str(port)]
        if kind == "uvicorn":
            command = [sys.executable, "-m", "uvicorn", "interviewgpt.asgi:application"]
            command += ["--port", str(port), "--log-level", "error"]
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
        try:
            for _ in range(600):
                try:
                    get_json(f"http://127.0.0.1:{port}/health")
                    break
                except OSError:
                    time.sleep(0.1)
            yield port, process.pid
        finally:
            process.terminate()
            process.wait(60)


def memory(pid: int, field: str) -> float:
    """MiB: VmRSS (now) or VmHWM (the highest since `forget`)."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return int(status.split(f"{field}:")[1].split()[0]) / 1024


def forget(pid: int) -> None:
    Path(f"/proc/{pid}/clear_refs").write_text("5", encoding="ascii")


def form(content: bytes) -> bytes:
    head = (
        f'--{EDGE}\r\nContent-Disposition: form-data; name="position"\r\n\r\nEngineer\r\n'
        f'--{EDGE}\r\nContent-Disposition: form-data; name="resume"; filename="a.pdf"\r\n\r\n'
    )
    return head.encode() + content + f"\r\n--{EDGE}--\r\n".encode()


def post(port: int, pieces: Iterator[bytes], length: int | None) -> str:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    headers = {"Content-Type": f"multipart/form-data; boundary={EDGE}"}
    if length is not None:
        headers["Content-Length"] = str(length)
    try:
        connection.request(
            "POST", "/api/interviews", pieces, headers, encode_chunked=length is None
        )
        response = connection.getresponse()
        body = json.loads(response.read())
        return f"{response.status}" + ("" if body["success"] else f" {body['error']['code']}")
    except OSError as error:
        return type(error).__name__
    finally:
        connection.close()


def cut(body: bytes) -> Iterator[bytes]:
    for start in range(0, len(body), 256 * 1024):
        yield body[start : start + 256 * 1024]


def zeros(size: int) -> Iterator[bytes]:
    yield form(b"")[:-20]
    for _ in range(size // MIB):
        yield bytes(MIB)


class Health:
    """Asks for `/health` every 20 ms until it is told to stop."""

    def __init__(self, port: int) -> None:
        self.times: list[float] = []
        self._port = port
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._ask)

    def __enter__(self) -> Health:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    def _ask(self) -> None:
        while not self._stop.wait(0.02):
            start = time.perf_counter()
            get_json(f"http://127.0.0.1:{self._port}/health")
            self.times.append(1000 * (time.perf_counter() - start))


def load(name: str, port: int, pid: int, body: bytes | int, count: int, declared: bool) -> None:
    answers: list[tuple[str, float]] = []

    def one() -> None:
        start = time.perf_counter()
        if isinstance(body, int):
            length = body // MIB * MIB + len(form(b"")) - 20
            answer = post(port, zeros(body), length if declared else None)
        else:
            answer = post(port, cut(body), len(body) if declared else None)
        answers.append((answer, time.perf_counter() - start))

    forget(pid)
    before = memory(pid, "VmRSS")
    with Health(port) as health:
        threads = [threading.Thread(target=one) for _ in range(count)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    said = ", ".join(f"{n} x {text}" for text, n in Counter(text for text, _ in answers).items())
    times = sorted(health.times)
    print(
        f"{name:34} {said}; slowest {max(seconds for _, seconds in answers):.1f} s;"
        f" memory {before:.0f} -> {memory(pid, 'VmHWM'):.0f} MiB;"
        f" /health median {statistics.median(times):.0f} ms, p95 {times[int(len(times) * 0.95)]:.0f} ms,"
        f" highest {times[-1]:.0f} ms",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--server", choices=["daphne", "uvicorn"], default="daphne")
    options = parser.parse_args()
    pages = files.pdf_pages(40)
    full = form(pages.ljust(10 * MIB, b"\n"))
    slow = form(flate_bomb_of_text())
    with served(options.server) as (port, pid):
        print(options.server)
        load("one small résumé", port, pid, form(files.pdf(files.ENGLISH)), 1, True)
        for turn in range(3):
            load(f"8 x 10 MB, declared ({turn + 1})", port, pid, full, 8, True)
        load("8 x 10 MB, chunked", port, pid, full, 8, False)
        load("8 x slow to read", port, pid, slow, 8, True)
        load("4 x 10 MB + 1 byte", port, pid, form(pages.ljust(10 * MIB + 1, b"\n")), 4, True)
        load("2 x 50 MB, declared", port, pid, 50 * MIB, 2, True)
        load("2 x 50 MB, chunked", port, pid, 50 * MIB, 2, False)
        load("1 GB, declared", port, pid, 1024 * MIB, 1, True)
        load("1 GB, chunked", port, pid, 1024 * MIB, 1, False)


if __name__ == "__main__":
    main()
