"""The host of the reading processes: it has everything imported and forks one for each file.

To start an interpreter and to import the parsers takes far longer than to read a usual file. The
host is a process of its own with a single thread, so that forking is safe whatever threads the
server has; it touches no file itself. It ends when the server does.
"""

from __future__ import annotations

import gc
import os
import selectors
import signal
import socket
import struct
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import IO

__all__ = ["Reading", "begin", "serve"]

ROOT = Path(__file__).resolve().parents[2]
_BOOT = (
    "import sys; sys.path.insert(0, sys.argv[1]);"
    " from interviews.resumes.host import serve; serve(int(sys.argv[2]))"
)
_MOST = 64 * 1024
_NUMBER = struct.Struct("i")
_HOST_SECONDS = 4.0
"""How long a host may take to say that a file is being read: one that is just starting imports."""


class Reading:
    """A reading process under way. ``answer`` is where its output can be read."""

    def __init__(self, answer: int, status: int) -> None:
        self.answer, self._status = answer, status
        self._pid = _read_number(status)
        self._code: int | None = None

    def wait(self, seconds: float) -> int | None:
        """How the process ended, negative for a signal; None if it has not within ``seconds``."""
        if self._code is None:
            with selectors.DefaultSelector() as selector:
                selector.register(self._status, selectors.EVENT_READ)
                if selector.select(seconds):
                    self._code = _read_number(self._status)
        return self._code

    def close(self) -> None:
        """Kill the process, should it still run, and let go of it."""
        # Without the host nobody can say whose the number is; the process ends by its own alarm.
        with suppress(OSError):
            if self.wait(0) is None:
                # Not reaped, or its end would have been told: the number is still its own.
                os.kill(self._pid, signal.SIGKILL)
        os.close(self.answer)
        os.close(self._status)


def _read_number(pipe: int) -> int:
    """Raises OSError when the host has gone."""
    data = os.read(pipe, _NUMBER.size)
    if len(data) < _NUMBER.size:
        raise OSError("the host of the reading processes has gone")
    number: int = _NUMBER.unpack(data)[0]
    return number


class _Host:
    """The host process of this server process, started when it is first needed."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._door: socket.socket | None = None

    def begin(self, file: IO[bytes], limits: str) -> Reading:
        answer, answer_end = os.pipe()
        status, status_end = os.pipe()
        try:
            with self._lock:
                try:
                    self._ask(limits, file.fileno(), answer_end, status_end)
                except OSError:
                    # It was killed, or never came up: a new one, and if that fails too, the error.
                    self._end()
                    self._ask(limits, file.fileno(), answer_end, status_end)
            os.close(answer_end)
            os.close(status_end)
            answer_end = status_end = -1
            return Reading(answer, status)
        except OSError:
            for end in (answer, status, answer_end, status_end):
                if end >= 0:
                    os.close(end)
            raise

    def _ask(self, limits: str, *files: int) -> None:
        door = self._door or self._start()
        socket.send_fds(door, [limits.encode()], files)
        # One file at a time, so that what belongs together is not read together with the next.
        if door.recv(1) != b"+":
            raise OSError("the host of the reading processes has gone")

    def _start(self) -> socket.socket:
        ours, theirs = socket.socketpair()
        with theirs:
            command = [sys.executable, "-I", "-c", _BOOT, str(ROOT), str(theirs.fileno())]
            self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and code
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
                # glibc: a process that is forked grows its heap in few steps, of fresh pages.
                env={"LANG": "C.UTF-8", "PATH": os.defpath, "MALLOC_TOP_PAD_": str(4 << 20)},
                cwd="/",
                start_new_session=True,
            )
        ours.settimeout(_HOST_SECONDS)
        self._door = ours
        return ours

    def _end(self) -> None:
        if self._door is not None:
            self._door.close()
        if self._process is not None:
            self._process.kill()
            self._process.wait()
        self._door = self._process = None


_host = _Host()


def begin(file: IO[bytes], limits: str) -> Reading:
    """Have the open ``file`` read within ``limits``, the argument of `worker.main`. Raises OSError
    when no process can be had."""
    return _host.begin(file, limits)


def serve(number: int) -> None:
    """Be the host; ``number`` is the file number of the socket at which files arrive."""
    from interviews.resumes import rehearsal, worker

    worker.prepare()
    rehearsal.rehearse()
    # Pages that nobody writes to stay shared with the processes that are forked.
    gc.freeze()
    door = socket.socket(fileno=number)
    woken, waking = os.pipe()
    os.set_blocking(waking, False)
    signal.set_wakeup_fd(waking)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    children: dict[int, int] = {}
    selector = selectors.DefaultSelector()
    selector.register(door, selectors.EVENT_READ)
    selector.register(woken, selectors.EVENT_READ)
    while True:
        for key, _ in selector.select():
            if key.fileobj is not door:
                os.read(woken, 1024)
                continue
            limits, files, _flags, _address = socket.recv_fds(door, _MOST, 3)
            if not limits:
                os._exit(0)
            file, answer, status = files
            pid = os.fork()
            if not pid:
                _become(file, answer, limits.decode())
            children[pid] = status
            os.write(status, _NUMBER.pack(pid))
            os.close(file)
            os.close(answer)
            door.send(b"+")
        _reap(children)


def _reap(children: dict[int, int]) -> None:
    """Tell how processes have ended to whoever waits for it."""
    while children:
        pid, how = os.waitpid(-1, os.WNOHANG)
        if not pid:
            return
        status = children.pop(pid)
        with suppress(BrokenPipeError):
            os.write(status, _NUMBER.pack(os.waitstatus_to_exitcode(how)))
        os.close(status)


def _become(file: int, answer: int, limits: str) -> None:
    """The rest of a forked process' life."""
    from interviews.resumes import worker

    try:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        os.setsid()
        os.dup2(file, 0)
        os.dup2(answer, 1)
        os.closerange(3, 1024)
        worker.main(limits)
    finally:
        os._exit(1)
