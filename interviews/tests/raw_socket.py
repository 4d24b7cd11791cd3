"""A WebSocket client that can do wrong: bytes on a socket, with no library to hold it back."""

from __future__ import annotations

import base64
import json
import os
import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

__all__ = ["BINARY", "CLOSE", "CONTINUATION", "PING", "PONG", "TEXT", "ClosedError", "Wire", "wire"]

CONTINUATION, TEXT, BINARY, CLOSE, PING, PONG = 0, 1, 2, 8, 9, 10
PATIENCE = 60


class ClosedError(Exception):
    """The server has closed; ``code`` is None where it just hung up."""

    def __init__(self, code: int | None) -> None:
        super().__init__(code)
        self.code = code


class Wire:
    """One connection, opened and greeted."""

    def __init__(self, base: str, path: str) -> None:
        address = urlsplit(base)
        self.socket = socket.create_connection((address.hostname or "", address.port or 80), 60)
        key = base64.b64encode(os.urandom(16)).decode()
        self.socket.sendall(
            f"GET {path} HTTP/1.1\r\nHost: {address.netloc}\r\nUpgrade: websocket\r\n"
            f"Connection: Upgrade\r\nSec-WebSocket-Key: {key}\r\n"
            "Sec-WebSocket-Version: 13\r\n\r\n".encode()
        )
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            piece = self.socket.recv(1)
            if not piece:
                raise ClosedError(None)
            head += piece
        if b" 101 " not in head.split(b"\r\n")[0]:
            raise ClosedError(None)

    def send(
        self, content: bytes | str, opcode: int = TEXT, *, last: bool = True, masked: bool = True
    ) -> None:
        """One frame, as long as it may be, whole or the beginning of a message."""
        data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
        self.socket.sendall(framed(data, opcode, last=last, masked=masked))

    def frames(self) -> Iterator[tuple[int, bytes]]:
        while True:
            first, second = self._read(2)
            length = second & 127
            if length > 125:
                form, size = (">H", 2) if length == 126 else (">Q", 8)
                (length,) = struct.unpack(form, self._read(size))
            yield first & 15, self._read(length)

    def heard(self) -> dict[str, Any]:
        """The next of our frames. Raises `ClosedError`."""
        for opcode, data in self.frames():
            if opcode == CLOSE:
                raise ClosedError(struct.unpack(">H", data[:2])[0] if len(data) > 1 else None)
            if opcode == TEXT:
                frame: dict[str, Any] = json.loads(data)
                return frame
        raise ClosedError(None)

    def until(self, *kinds: str) -> dict[str, Any]:
        while True:
            frame = self.heard()
            if frame["type"] in kinds:
                return frame

    def closed(self) -> int | None:
        """Read on until the server closes; the code."""
        try:
            while True:
                self.heard()
        except ClosedError as end:
            return end.code

    def alive(self) -> bool:
        """Whether a ping of ours is answered."""
        self.send('{"type": "ping", "data": "alive"}')
        while True:
            frame = self.until("pong")
            if frame["data"] == "alive":
                return True

    def reset(self) -> None:
        """Hang up without a word, so that the other side gets a reset."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.socket.close()

    def _read(self, size: int) -> bytes:
        data = b""
        while len(data) < size:
            try:
                piece = self.socket.recv(size - len(data))
            except ConnectionError:
                piece = b""
            if not piece:
                raise ClosedError(None)
            data += piece
        return data


def framed(data: bytes, opcode: int, *, last: bool = True, masked: bool = True) -> bytes:
    head = bytes([(128 if last else 0) | opcode])
    mask = 128 if masked else 0
    if len(data) < 126:
        head += bytes([mask | len(data)])
    elif len(data) < 65536:
        head += bytes([mask | 126]) + struct.pack(">H", len(data))
    else:
        head += bytes([mask | 127]) + struct.pack(">Q", len(data))
    # A mask of zeros leaves the data as it is.
    return head + (b"\0\0\0\0" if masked else b"") + data


@contextmanager
def wire(base: str, path: str) -> Iterator[Wire]:
    opened = Wire(base, path)
    try:
        yield opened
    finally:
        opened.socket.close()
