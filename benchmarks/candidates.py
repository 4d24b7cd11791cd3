"""Candidates who sit through interviews while servers die under them, and keep what they saw.

As the demo page's client does: whoever loses the connection comes back with `since`, and sends what
was not acknowledged once more under the same `client_id`.
"""

from __future__ import annotations

import asyncio
import http.client
import json
import random
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import websockets
from house import Server, call

GLANCE = 5.0
"""Seconds after which a candidate who waits looks whether a server is there."""
PATIENCE = 60
"""So often a server has to have been there before a candidate gives up what they wait for. Seconds
would say more of the machine: while it is overloaded, or a server is killed, nothing can come."""
REFUSALS = 600
"""So many refusals of one request are enough."""

_PANELS = (["hr"], ["behavioral", "hr"], ["technical", "hr"])
_LOST = (OSError, http.client.HTTPException, ValueError)


class EndedError(Exception):
    """The interview has ended, and takes nothing more."""


class StuckError(Exception):
    """Something did not come, though servers were there."""


@dataclass
class Connection:
    """What one connection was sent. ``own`` are client ids first sent over it."""

    since: int
    frames: list[int] = field(default_factory=list)
    acks: dict[int, str] = field(default_factory=dict)
    own: set[str] = field(default_factory=set)


@dataclass
class Record:
    """One interview as its candidate knows it. ``said`` are contents by client id, in the order of
    speaking; ``acknowledged`` ids by client id; ``skips`` the last id seen at every granted skip."""

    key: int
    by_socket: bool
    said: dict[str, str] = field(default_factory=dict)
    acknowledged: dict[str, int] = field(default_factory=dict)
    skips: list[int] = field(default_factory=list)
    connections: list[Connection] = field(default_factory=list)
    cut_short: bool = False
    problems: list[str] = field(default_factory=list)


class Candidate:
    """One interview after the other until ``over``. Even numbers speak over the WebSocket.

    ``pulse`` is called for every frame that comes.
    """

    def __init__(
        self,
        number: int,
        servers: list[Server],
        chance: random.Random,
        over: Callable[[], bool],
        pulse: Callable[[], None],
    ) -> None:
        self.number = number
        self.servers = servers
        self.chance = chance
        self.over = over
        self.pulse = pulse
        self.records: list[Record] = []
        self.closes: Counter[str] = Counter()
        self.refusals: Counter[str] = Counter()

    async def sit(self) -> None:
        while True:
            await self._interview()
            if self.over():
                return

    # --- One interview ------------------------------------------------------------------------

    async def _interview(self) -> None:
        panel = self.chance.choice(_PANELS)
        body = {"position": "Backend Engineer", "interviewers": panel}
        # Creation has no id of the client's: one that nobody acknowledged may be left behind.
        made = await self._rest("POST", "/api/interviews", body)
        record = Record(made["id"], by_socket=self.number % 2 == 0)
        self.records.append(record)
        self._record = record
        self._seen: dict[int, dict[str, Any]] = {}
        self._pending: dict[str, str] = {}
        self._socket: Any = None
        self._completed = asyncio.Event()
        self._news = asyncio.Condition()
        self._ending = False
        listener = asyncio.create_task(self._listen())
        try:
            await self._answer_until_the_end(self.chance.choice(["end", "end", "command", "last"]))
        except StuckError as error:
            record.problems.append(f"stuck: {error}")
        finally:
            listener.cancel()
            await asyncio.gather(listener, return_exceptions=True)

    async def _answer_until_the_end(self, how: str) -> None:
        left = 99 if how == "last" else self.chance.randint(2, 5)
        while left and not self.over() and not await self._spoken():
            left -= 1
            if self.chance.random() < (0.5 if how == "last" else 0.2):
                await self._skip()
                continue
            await self._say(f"answer {len(self._record.said) + 1}")
            if self.chance.random() < 0.2:
                await asyncio.sleep(self.chance.uniform(0, 0.8))
                await self._say(f"and besides {len(self._record.said) + 1}")
        if not self._completed.is_set() and self.chance.random() < 0.7:
            await self._spoken()
        elif not self._completed.is_set():
            self._record.cut_short = True
        if how == "command":
            self._ending = True
            await self._send("command", {"name": "end"})
            await self._until(self._completed.is_set, "the end")
        else:
            await self._rest("POST", f"/api/interviews/{self._record.key}/end")
            await self._until(self._completed.is_set, "word of the end")

    async def _spoken(self) -> bool:
        """Wait until the panel has asked something; True when the interview is over instead."""

        def asked() -> bool:
            last = self._seen[max(self._seen)] if self._seen else {}
            kind = (last.get("metadata") or {}).get("kind")
            return self._completed.is_set() or kind not in (None, "welcome", "handover", "closing")

        await self._until(asked, "the panel")
        return self._completed.is_set()

    async def _skip(self) -> None:
        """Ask once; again only when it is certain that nobody heard it."""
        seen = max(self._seen)
        path = f"/api/interviews/{self._record.key}"
        for _ in range(REFUSALS):
            try:
                server = self.chance.choice(self.servers)
                status, _answer = await asyncio.to_thread(
                    call, server.base, "POST", f"{path}/skip", None, 30
                )
                if status == 200:
                    break
            except _LOST:
                status = 0
            now = await self._rest("GET", path)
            later = await self._rest("GET", f"{path}/messages?after={seen}")
            if now["turn"] != "idle" or later or now["status"] != "active":
                break
        self._record.skips.append(seen)
        await self._until(lambda: max(self._seen) > seen or self._completed.is_set(), "a question")

    async def _say(self, content: str) -> None:
        record = self._record
        client_id = f"{record.key}-{len(record.said) + 1}"
        record.said[client_id] = content
        data = {"content": content, "sender_type": "user", "client_id": client_id}
        if record.by_socket:
            self._pending[client_id] = content
            await self._send("message", data)
            await self._until(
                lambda: client_id in record.acknowledged or self._completed.is_set(),
                "an acknowledgement",
            )
            if client_id in record.acknowledged:
                return
            # Over, and no word of it: asked again, it is there, or was never taken.
            self._pending.pop(client_id, None)
        try:
            row = await self._rest("POST", f"/api/interviews/{record.key}/messages", data)
        except EndedError:
            # The reply to the message before has closed the interview.
            del record.said[client_id]
            return
        record.acknowledged[client_id] = row["id"]
        if self.chance.random() < 0.1:
            again = await self._rest("POST", f"/api/interviews/{record.key}/messages", data)
            if again["id"] != row["id"]:
                record.problems.append(f"{client_id} was taken twice: {row['id']}, {again['id']}")
        await self._until(lambda: row["id"] in self._seen, "one's own message")

    # --- The wire -----------------------------------------------------------------------------

    async def _rest(self, method: str, path: str, body: Any = None) -> Any:
        """The data of an answer, asked for until it comes. Raises EndedError where the interview is
        over."""
        refused = 0
        while refused < REFUSALS:
            server = self.chance.choice(self.servers)
            try:
                status, answer = await asyncio.to_thread(call, server.base, method, path, body, 60)
            except _LOST:
                await asyncio.sleep(self.chance.uniform(0.05, 0.3))
                continue
            if status == 200:
                return answer["data"]
            self.refusals[answer["error"]["code"]] += 1
            if answer["error"]["code"] == "INTERVIEW_ENDED":
                raise EndedError
            refused += 1
            await asyncio.sleep(self.chance.uniform(0.1, 0.5))
        raise StuckError(f"{method} {path}")

    async def _until(self, true: Callable[[], bool], what: str) -> None:
        there = 0
        while there < PATIENCE:
            with suppress(TimeoutError):
                async with asyncio.timeout(GLANCE), self._news:
                    await self._news.wait_for(true)
                    return
            there += await self._is_there()
        raise StuckError(f"{what} did not come")

    async def _is_there(self) -> bool:
        """Whether a server answers."""
        server = self.chance.choice(self.servers)
        try:
            status, _ = await asyncio.to_thread(call, server.base, "GET", "/health", None, 60)
        except _LOST:
            return False
        return bool(status == 200)

    async def _send(self, kind: str, data: Any) -> None:
        """Send now if there is a connection; whoever comes back sends what is unsettled anew."""
        if self._socket is None:
            return
        if kind == "message":
            known = {key for one in self._record.connections for key in one.own}
            if data["client_id"] not in known:
                self._record.connections[-1].own.add(data["client_id"])
        with suppress(websockets.ConnectionClosed):
            await self._socket.send(json.dumps({"type": kind, "data": data}))

    async def _listen(self) -> None:
        pause = 0.1
        while True:
            server = self.chance.choice(self.servers)
            since = max(self._seen, default=0)
            address = f"{server.base.replace('http', 'ws')}/api/ws/{self._record.key}?since={since}"
            try:
                async with websockets.connect(address, open_timeout=20, close_timeout=1) as socket:
                    self._record.connections.append(Connection(since))
                    pause = 0.1
                    async for text in socket:
                        self.pulse()
                        await self._frame(socket, json.loads(text))
                self.closes[str(socket.close_code)] += 1
            except websockets.ConnectionClosedError as error:
                self.closes[str(error.rcvd.code if error.rcvd else 1006)] += 1
            except (OSError, TimeoutError, websockets.WebSocketException):
                self.closes["no connection"] += 1
            self._socket = None
            await asyncio.sleep(self.chance.uniform(pause / 2, pause))
            pause = min(2.0, pause * 1.5)

    async def _frame(self, socket: Any, frame: dict[str, Any]) -> None:
        kind, data = frame["type"], frame["data"]
        connection = self._record.connections[-1]
        async with self._news:
            if kind == "message":
                connection.frames.append(data["id"])
                self._seen[data["id"]] = data
                self._settle(data["client_id"], data["id"])
            elif kind == "ack":
                connection.acks[data["id"]] = data["client_id"]
                self._seen.setdefault(data["id"], data)
                self._settle(data["client_id"], data["id"])
            elif kind == "error":
                self.refusals[data["code"]] += 1
            elif kind == "status" and (
                data["status"] == "completed"
                or data.get("interview", {}).get("status") == "completed"
            ):
                self._completed.set()
            self._news.notify_all()
        if kind == "status" and data["status"] == "connected":
            self._socket = socket
            for client_id, content in list(self._pending.items()):
                row = {"content": content, "sender_type": "user", "client_id": client_id}
                await self._send("message", row)
            if self._ending:
                await self._send("command", {"name": "end"})
        elif kind == "error" and data["code"] in ("AI_SERVICE_ERROR", "INTERNAL_SERVER_ERROR"):
            await self._send("command", {"name": "retry"})

    def _settle(self, client_id: str | None, message_id: int) -> None:
        if client_id is not None:
            self._pending.pop(client_id, None)
            self._record.acknowledged.setdefault(client_id, message_id)
