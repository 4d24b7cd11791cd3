"""Frames from strangers, over a real wire, on both servers: each is answered or its connection
closed, never with 1011, and nothing of it becomes a traceback."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import websockets

from interviews.tests import frame_attacks as attacks
from interviews.tests.server import Served, serve, serve_uvicorn

pytestmark = pytest.mark.e2e


SETTINGS = {
    "INTERVIEWGPT_FRAME_RATE": "100/s",
    # By itself uvicorn reads up to 16 MB; what is over 1 MB is then refused by an error frame.
    "UVICORN_WS_MAX_SIZE": str(attacks.LARGE),
}


@pytest.fixture(scope="module", params=["daphne", "uvicorn"])
def server(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("frames")
    serving = serve if request.param == "daphne" else serve_uvicorn
    with serving(folder, None, **SETTINGS) as served:
        yield served
        # What is read last has been written by everything before.
        assert "Traceback" not in served.printed()


@pytest.fixture(scope="module")
def key(server: Served) -> int:
    return attacks.interview(server.base)


async def test_a_connection_is_told_its_id(server: Served, key: int) -> None:
    address = f"{server.socket_base}/api/ws/{key}"
    async with websockets.connect(address, additional_headers={"X-Request-ID": "mine"}) as line:
        assert line.response is not None
        assert line.response.headers["X-Request-ID"] == "mine"


def test_nonsense_is_answered_and_the_connection_stays(server: Served, key: int) -> None:
    assert attacks.nonsense(server.base, key) >= len(attacks.NONSENSE) - 3


@pytest.mark.parametrize("name", attacks.REFUSED)
def test_what_the_protocol_refuses_closes_that_connection_alone(
    server: Served, key: int, name: str
) -> None:
    assert attacks.refused_by_protocol(server.base, key, name) in attacks.REFUSED[name][1]


def test_a_flood_is_told_to_wait(server: Served, key: int) -> None:
    counts = attacks.flood(server.base, key, 400)
    assert counts["pong"] >= 60  # the room has 90, less what the tests before took
    assert counts["pong"] + counts["error"] == 400
    assert counts["error"] > 0


def test_connections_that_break_leave_nothing_behind(server: Served, key: int) -> None:
    attacks.half_open(server.base, key, 12)
    keys = [attacks.interview(server.base) for _ in range(2)]
    told = attacks.silent(server.base, keys, 30)
    assert told["connections"] == 30
