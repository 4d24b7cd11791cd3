"""Daphne with what it leaves out: the ASGI lifespan, an orderly end and an exit status."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import daphne.server
from daphne.endpoints import build_endpoint_description_strings
from daphne.http_protocol import HTTPFactory, WebRequest
from daphne.server import Server as DaphneServer
from daphne.server import twisted_loop
from daphne.ws_protocol import WebSocketFactory, WebSocketProtocol
from twisted.internet.defer import Deferred

from interviewgpt.intake import BodyFromFile, hand_over

__all__ = ["Server"]

logger = logging.getLogger(__name__)

# Longer than the runners take by themselves: what is being said when the end comes may be said.
DRAIN_SECONDS = 30
CLOSE_SECONDS = 2
SERVICE_RESTART = 1012  # RFC 6455's registry: the client may come again


class Socket(WebSocketProtocol):
    """Daphne's, with what the ASGI specification promises an application: the headers it accepts
    with are sent, so is every close code (autobahn refuses 1012 and 1013), and nothing happens when
    the client has already gone."""

    def handle_reply(self, message: dict[str, Any]) -> None:
        if message["type"] != "websocket.accept":
            super().handle_reply(message)
            return
        headers: dict[str, list[str]] = {}
        for name, value in message.get("headers", ()):
            headers.setdefault(name.decode("latin-1"), []).append(value.decode("latin-1"))
        self.handshake_deferred.callback((message.get("subprotocol"), headers))
        del self.handshake_deferred

    def serverClose(self, code: int | None = None) -> None:  # noqa: N802 (Daphne's name)
        if self.state == self.STATE_OPEN:
            self.sendCloseFrame(code=code or 1000)

    def serverSend(self, content: Any, binary: bool = False) -> None:  # noqa: N802
        if self.state == self.STATE_OPEN:
            super().serverSend(content, binary)


WebSocketFactory.protocol = Socket


class Requests(HTTPFactory):
    """Daphne's, without Twisted's line of access log: it is composed for every request, and nobody
    reads it."""

    def log(self, request: WebRequest) -> None:
        """Nothing."""


daphne.server.HTTPFactory = Requests


class Lifespan:
    """One application's lifespan, by the ASGI specification; one without it is left in peace."""

    def __init__(self, application: Any) -> None:
        self._application = application
        self._events: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self._answers: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self._task: asyncio.Task[None] | None = None

    async def startup(self) -> bool:
        """Tell the application that serving begins. False: it says that it cannot."""
        self._task = asyncio.create_task(self._run())
        return await self._tell(self._task, "startup")

    async def shutdown(self) -> None:
        """Tell the application that serving ends, and wait for it at most DRAIN_SECONDS."""
        if self._task is None or self._task.done():
            return
        try:
            await asyncio.wait_for(self._tell(self._task, "shutdown"), DRAIN_SECONDS)
        except TimeoutError:
            logger.warning("The application took longer than %d s to end.", DRAIN_SECONDS)
        await _cancel([self._task])

    async def _tell(self, task: asyncio.Task[None], event: str) -> bool:
        await self._events.put({"type": f"lifespan.{event}"})
        answer = asyncio.create_task(self._answers.get())
        await asyncio.wait([answer, task], return_when=asyncio.FIRST_COMPLETED)
        if not answer.done():
            answer.cancel()
            return True
        if answer.result()["type"] == f"lifespan.{event}.failed":
            logger.error("The application: %s", answer.result().get("message", f"{event} failed"))
            return False
        return True

    async def _run(self) -> None:
        scope = {"type": "lifespan", "asgi": {"version": "3.0", "spec_version": "2.0"}, "state": {}}
        try:
            await self._application(scope, self._events.get, self._answers.put)
        except Exception:
            # The specification: an exception here means that the application knows no lifespan.
            logger.info("The application runs without a lifespan.", exc_info=True)


class Server(DaphneServer):
    """Serve ``application`` on one address until SIGINT or SIGTERM.

    ``ready`` is called once, when the socket listens. After `run`, ``failure`` is "" or says why
    nothing was served.
    """

    def __init__(
        self, application: Any, address: str, port: int, ready: Callable[[], None]
    ) -> None:
        super().__init__(
            BodyFromFile(application),
            endpoints=build_endpoint_description_strings(host=address, port=port),
        )
        self.failure = ""
        self._ports: list[Any] = []
        self._disconnected = asyncio.Event()
        self._ready = ready
        self._lifespan = Lifespan(application)

    def run(self) -> None:
        loop = twisted_loop
        asyncio.set_event_loop(loop)
        if not loop.run_until_complete(self._lifespan.startup()):
            self.failure = "the application could not start"
            return
        super().run()
        loop.run_until_complete(self._leave())

    def create_application(self, protocol: Any, scope: dict[str, Any]) -> Any:
        if scope["type"] == "http":
            hand_over(protocol, scope)
        return super().create_application(protocol, scope)

    def protocol_disconnected(self, protocol: Any) -> None:
        super().protocol_disconnected(protocol)
        self._disconnected.set()

    def listen_success(self, port: Any) -> None:
        super().listen_success(port)
        self._ports.append(port)
        self._ready()

    def listen_error(self, failure: Any) -> None:
        self.failure = failure.getErrorMessage()
        self.stop()

    def kill_all_applications(self) -> Deferred[None]:
        """Take no more connections, let the application take its leave, tell the sockets that the
        service restarts (1012), and only then cancel what is still open."""
        return Deferred.fromFuture(asyncio.ensure_future(self._close()))

    async def _close(self) -> None:
        for port in self._ports:
            port.stopListening()
        await self._lifespan.shutdown()
        await self._close_sockets()
        # Daphne's own way here stumbles over connections that have no request at the moment.
        running = [details.get("application_instance") for details in self.connections.values()]
        tasks = [task for task in running if task is not None]
        if tasks:
            # Requests that waited for an end are being answered.
            await asyncio.wait(tasks, timeout=CLOSE_SECONDS)
        await _cancel(tasks)

    async def _close_sockets(self) -> None:
        sockets = [item for item in self.connections if isinstance(item, WebSocketProtocol)]
        for socket in sockets:
            if socket.state == WebSocketProtocol.STATE_OPEN:
                socket.sendCloseFrame(code=SERVICE_RESTART)
        with suppress(TimeoutError):
            async with asyncio.timeout(CLOSE_SECONDS):
                while any(item.state == WebSocketProtocol.STATE_CLOSING for item in sockets):
                    self._disconnected.clear()
                    await self._disconnected.wait()

    async def _leave(self) -> None:
        """Cancel what is left on the loop, so that the interpreter ends without complaints."""
        await self._lifespan.shutdown()
        await _cancel([task for task in asyncio.all_tasks() if task is not asyncio.current_task()])


async def _cancel(tasks: list[asyncio.Future[Any]] | list[asyncio.Task[Any]]) -> None:
    for task in tasks:
        task.cancel()
    if tasks:
        await asyncio.wait(tasks, timeout=CLOSE_SECONDS)
