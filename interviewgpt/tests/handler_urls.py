"""Views that show what the handler does around them."""

from __future__ import annotations

import asyncio
import contextvars
import io
import threading
from collections.abc import Iterator
from typing import Any

from asgiref.sync import async_to_sync
from django.db import connection
from django.http import FileResponse, HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.urls import get_script_prefix, path
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt

PIECE = b"x" * 65_536
MARK: contextvars.ContextVar[str] = contextvars.ContextVar("mark", default="")
held = threading.Event()
waiting = threading.Semaphore(0)
closed: list[str] = []


class Kept(io.BytesIO):
    """A file that tells when it is closed."""

    def close(self) -> None:
        closed.append("file")
        super().close()


def where(request: HttpRequest) -> HttpResponse:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse(
        {
            "thread": threading.get_ident(),
            "name": threading.current_thread().name,
            "connection": id(connection.connection),
            "language": translation.get_language(),
            "mark": MARK.get(),
            "prefix": get_script_prefix(),
        }
    )


def hangs(request: HttpRequest) -> HttpResponse:
    """As at a database that does not answer."""
    return waits(request)


def leaves_marks(request: HttpRequest) -> HttpResponse:
    translation.activate("en")
    MARK.set("left behind")
    return HttpResponse("ok")


def back(request: HttpRequest) -> HttpResponse:
    """Goes back to the server's loop and says which one that was."""

    async def there() -> int:
        return id(asyncio.get_running_loop())

    return JsonResponse({"loop": async_to_sync(there)()})


def waits(request: HttpRequest) -> HttpResponse:
    waiting.release()
    held.wait(30)
    return HttpResponse("waited")


def file(request: HttpRequest) -> FileResponse:
    return FileResponse(Kept(PIECE * 20), content_type="application/pdf", filename="a.pdf")


def endless(request: HttpRequest) -> StreamingHttpResponse:
    def pieces() -> Iterator[bytes]:
        try:
            for _ in range(100_000):
                yield PIECE
        finally:
            closed.append("stream")

    return StreamingHttpResponse(pieces())


def pieces_from(request: HttpRequest) -> StreamingHttpResponse:
    """Says, piece by piece, in which kind of thread it is made."""

    def pieces() -> Iterator[str]:
        for _ in range(3):
            yield threading.current_thread().name.partition("_")[0] + " "

    return StreamingHttpResponse(pieces())


async def asynchronous(request: HttpRequest) -> HttpResponse:
    await asyncio.sleep(0)
    return HttpResponse("async")


@csrf_exempt
def cookies(request: HttpRequest) -> HttpResponse:
    response = HttpResponse(request.read(), headers={"X-Method": str(request.method)})
    response.set_cookie("one", "1")
    response.set_cookie("two", "2")
    return response


def fails(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("not for the client")


def undone(request: HttpRequest) -> HttpResponse:
    """Leaves a transaction behind that nobody ends."""
    connection.set_autocommit(False)
    return HttpResponse("ok")


_views: list[Any] = [
    where,
    leaves_marks,
    back,
    waits,
    hangs,
    file,
    endless,
    pieces_from,
    asynchronous,
    cookies,
    fails,
    undone,
]
urlpatterns = [path(view.__name__, view) for view in _views]
urlpatterns += [path("waits/pieces_from", pieces_from), path("health", where)]
handler500 = "interviewgpt.errorpages.server_error"
