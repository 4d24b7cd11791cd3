"""A wire between a browser and a server that can be cut, muted and mended."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from urllib.parse import urlsplit

from interviews.tests.server import Served

__all__ = ["Wire", "wired"]

_RESET = struct.pack("ii", 1, 0)


class Wire:
    """Passes bytes on between a port of its own and the server's, over as many lines as asked for."""

    def __init__(self, port: int) -> None:
        self._target = ("127.0.0.1", port)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._lines: list[tuple[socket.socket, socket.socket]] = []
        self._sockets: set[socket.socket] = set()
        self._muted: set[socket.socket] = set()
        self._whole = True
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self) -> None:
        """Reset every line, and let no new one through until `mend`."""
        self._whole = False
        for line in self._lines:
            for end in line:
                _reset(end)
        self._lines.clear()

    def mend(self) -> None:
        self._whole = True

    def mute(self) -> None:
        """Nothing the server says over the present WebSockets arrives any more; what is said to it
        does. New lines are whole."""
        self._muted.update(self._sockets)

    def close(self) -> None:
        self.cut()
        self._listener.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                browser, _ = self._listener.accept()
                if not self._whole:
                    _reset(browser)
                    continue
                server = socket.create_connection(self._target)
                self._lines.append((browser, server))
                for source, sink in ((browser, server), (server, browser)):
                    threading.Thread(target=self._pass, args=(source, sink), daemon=True).start()

    def _pass(self, source: socket.socket, sink: socket.socket) -> None:
        with suppress(OSError):
            while data := source.recv(65536):
                if b"upgrade: websocket" in data.lower():
                    # Both ends say so, the browser first.
                    self._sockets.add(sink if sink.getpeername() == self._target else source)
                if source not in self._muted:
                    sink.sendall(data)
        with suppress(OSError):
            sink.shutdown(socket.SHUT_WR)


def _reset(end: socket.socket) -> None:
    """Close as a line that breaks: with a reset, at once."""
    with suppress(OSError):
        end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
        end.shutdown(socket.SHUT_RDWR)
        end.close()


@contextmanager
def wired(served: Served) -> Iterator[tuple[Wire, Served]]:
    """A wire to a server, and the server as it is seen over it."""
    wire = Wire(urlsplit(served.base).port or 0)
    try:
        yield wire, replace(served, base=f"http://127.0.0.1:{wire.port}")
    finally:
        wire.close()
