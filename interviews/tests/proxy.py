"""A site as docs/deployment.md builds it: two server processes behind nginx, with TLS.

nginx runs on deploy/nginx.conf itself; what an operator has to fill in there is filled in here.
"""

from __future__ import annotations

import http.client
import json
import os
import re
import shutil
import ssl
import subprocess
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.test import override_settings

from interviews.tests.server import (
    PATIENCE,
    ROOT,
    Served,
    free_port,
    serve,
    serve_uvicorn,
)

__all__ = ["Answer", "Site", "nginx_site"]

_MAIN = """\
daemon off;
{user}
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 256; }}
http {{
    include {types};
    default_type application/octet-stream;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """``headers`` by their names in lower case, which is how one of the servers writes them."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Site:
    """A running site: how to reach it, its two processes, and what nginx wrote down."""

    host: str
    plain: int
    secure: int
    tls: ssl.SSLContext
    log: Path
    servers: dict[str, Served]
    settings: dict[str, str]
    stack: ExitStack = field(repr=False)

    @property
    def socket_base(self) -> str:
        return f"wss://{self.host}:{self.secure}"

    def call(
        self,
        method: str,
        path: str,
        body: Any = None,
        *,
        source: str = "",
        plain: bool = False,
        **headers: str,
    ) -> Answer:
        """One request through nginx; ``body`` is bytes, or anything JSON can say. ``source`` is the
        address it comes from."""
        origin = (source, 0) if source else None
        connection = (
            http.client.HTTPConnection(self.host, self.plain, PATIENCE, origin)
            if plain
            else http.client.HTTPSConnection(
                self.host, self.secure, timeout=PATIENCE, source_address=origin, context=self.tls
            )
        )
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        if body is not None and not isinstance(body, bytes):
            body = json.dumps(body).encode()
            sent["Content-Type"] = "application/json"
        try:
            connection.request(method, path, body, sent)
            response = connection.getresponse()
            headers = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, headers, response.read())
        finally:
            connection.close()

    def served_by(self, line: str, count: int) -> list[str]:
        """Which process answered, for each line of nginx's log that matches ``line``, of which there
        must be ``count``: nginx writes after it has answered, so that the last may be yet to come.
        """
        deadline = time.monotonic() + PATIENCE
        while len(entries := self._log(line)) < count:
            assert time.monotonic() < deadline, f"{len(entries)} of {count} lines: {entries}"
            time.sleep(0.02)
        assert len(entries) == count, entries
        # The last one, where one that was away was tried first.
        ports = [re.findall(r"127\.0\.0\.1:(\d+)", entry)[-1] for entry in entries]
        kinds = {served.base.rpartition(":")[2]: kind for kind, served in self.servers.items()}
        return [kinds[port] for port in ports]

    def _log(self, line: str) -> list[str]:
        # The last line may be half there.
        whole = self.log.read_text(encoding="utf-8").rpartition("\n")[0]
        return [entry for entry in whole.splitlines() if re.search(line, entry)]


@contextmanager
def nginx_site(folder: Path, **settings: str) -> Iterator[Site]:
    """The site, with a Daphne and a uvicorn. Skips where nginx or openssl is not installed."""
    path = os.environ.get("PATH", "") + ":/usr/sbin:/sbin"
    nginx, openssl = shutil.which("nginx", path=path), shutil.which("openssl", path=path)
    if nginx is None or openssl is None:
        pytest.skip("needs nginx and openssl")
    data, static = folder / "data", folder / "static"
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    request = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2"
    name = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
    files = ["-out", str(certificate), "-keyout", str(key)]
    subprocess.run([openssl, *request.split(), *name, *files], check=True, capture_output=True)
    settings |= {
        "INTERVIEWGPT_TLS": "1",
        "INTERVIEWGPT_TRUSTED_PROXIES": "1",
    }
    with override_settings(STATIC_ROOT=str(static)):
        call_command("collectstatic", interactive=False, verbosity=0)
    with ExitStack() as stack:
        servers = _both(stack, data, settings)
        plain, secure = free_port(), free_port()
        filled = {
            "listen 80;": f"listen 127.0.0.1:{plain};",
            "listen 443 ssl": f"listen 127.0.0.1:{secure} ssl",
            "listen [::]:80;": "",
            "listen [::]:443 ssl http2;": "",
            "interview.example.org;": "127.0.0.1;",
            "127.0.0.1:9101": servers["uvicorn"].base.removeprefix("http://"),
            "127.0.0.1:9102": servers["daphne"].base.removeprefix("http://"),
            "/etc/letsencrypt/live/interview.example.org/fullchain.pem": str(certificate),
            "/etc/letsencrypt/live/interview.example.org/privkey.pem": str(key),
            "/var/log/nginx/interview-gpt.log": str(folder / "access.log"),
            "/srv/interview-gpt/static/": f"{static}/",
        }
        _write(folder, filled)
        process = subprocess.Popen(
            [nginx, "-e", str(folder / "error.log"), "-c", str(folder / "nginx.conf")]
        )
        stack.callback(_stop, process)
        tls = ssl.create_default_context(cafile=str(certificate))
        log = folder / "access.log"
        site = Site("127.0.0.1", plain, secure, tls, log, servers, settings, stack)
        _wait(site, process, folder / "error.log")
        yield site


def _both(stack: ExitStack, data: Path, settings: dict[str, Any]) -> dict[str, Served]:
    """Both servers, started at the same moment on a database that neither has seen."""
    starts = {
        "daphne": serve(data, log="daphne.log", **settings),
        "uvicorn": serve_uvicorn(data, log="uvicorn.log", **settings),
    }
    with ThreadPoolExecutor() as threads:
        coming = {kind: threads.submit(stack.enter_context, it) for kind, it in starts.items()}
    return {kind: server.result() for kind, server in coming.items()}


def _write(folder: Path, filled: dict[str, str]) -> None:
    text = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    for wanted, given in filled.items():
        assert wanted in text, f"deploy/nginx.conf does not say {wanted}"
        text = text.replace(wanted, given)
    (folder / "site.conf").write_text(text, encoding="utf-8")
    main = _MAIN.format(
        folder=folder,
        user="user root;" if os.geteuid() == 0 else "",
        types="/etc/nginx/mime.types",
    )
    (folder / "nginx.conf").write_text(main, encoding="utf-8")


def _wait(site: Site, process: subprocess.Popen[bytes], errors: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        try:
            if site.call("GET", "/health").status == 200:
                return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError(f"nginx did not come up:\n{errors.read_text(encoding='utf-8')}")


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(20)
