"""Get everything ready and serve HTTP and WebSocket with Daphne, in one process."""

from __future__ import annotations

import errno
import socket
import sys
from typing import Any

from daphne.management.commands.runserver import get_default_application
from django.conf import settings
from django.core.management import BaseCommand, CommandError, CommandParser, call_command

from interviewgpt.server import Server


class Command(BaseCommand):
    help = "先运行 bootstrap，再用 Daphne 提供服务，直到 Ctrl-C。 / Bootstrap, then serve with Daphne until Ctrl-C."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--address", default=settings.ADDRESS)
        parser.add_argument("--port", type=int, default=settings.PORT)

    def handle(self, *args: Any, address: str, port: int, **options: Any) -> None:
        """Raise CommandError when the address cannot be had or the database does not answer."""
        _claim(address, port)
        try:
            call_command("bootstrap", stdout=self.stdout, skip_checks=True)
            server = Server(
                get_default_application(), address, port, lambda: self._greet(address, port)
            )
            server.run()
        except KeyboardInterrupt:
            # Ctrl-C before Daphne listens; afterwards it is Daphne that ends in order.
            sys.exit(130)
        if server.failure:
            raise CommandError(f"{address}:{port} cannot be served: {server.failure}")

    def _greet(self, address: str, port: int) -> None:
        host = f"[{address}]" if ":" in address else address
        self.stdout.write(
            f"Interview-GPT {settings.VERSION}   http://{host}:{port}/   "
            "API: /docs   Ctrl-C: 停止 / stop"
        )
        self.stdout.flush()


def _claim(address: str, port: int) -> None:
    """Find out, before anything is touched, whether the port is free; say so if it is not."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    try:
        socket.create_server((address, port), family=family).close()
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise CommandError(
                f"{address}:{port} 已被占用：停掉占用它的程序，或用 INTERVIEWGPT_PORT 换一个端口。 / "
                f"{address}:{port} is in use: stop what runs there, "
                "or choose another port with INTERVIEWGPT_PORT."
            ) from None
        raise CommandError(
            f"INTERVIEWGPT_ADDRESS、INTERVIEWGPT_PORT：不能在 {address}:{port} 上监听。 / "
            f"INTERVIEWGPT_ADDRESS, INTERVIEWGPT_PORT: {address}:{port} cannot be listened on "
            f"({error.strerror})."
        ) from None
