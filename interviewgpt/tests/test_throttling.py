"""Rates by address: generous, told in the envelope, and not to be dodged by a header."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.conf import settings as project
from django.contrib.auth.models import AnonymousUser, User
from django.test import Client, RequestFactory
from rest_framework.request import Request
from rest_framework.views import APIView

from interviewgpt import cache, outage
from interviewgpt.api.throttling import (
    AddressThrottle,
    CreateThrottle,
    UserCreateThrottle,
    UserThrottle,
    client_address,
)

pytestmark = pytest.mark.urls("interviewgpt.tests.frame_urls")


@pytest.fixture
def rates(settings: Any) -> dict[str, str]:
    """The rates, to be changed by a test."""
    rates = dict.fromkeys(("address", "create", "user", "user_create"), "1000/min")
    settings.REST_FRAMEWORK = {**project.REST_FRAMEWORK, "DEFAULT_THROTTLE_RATES": rates}
    return rates


def create(client: Client, address: str = "192.0.2.1", **headers: str) -> Any:
    return client.post(
        "/api/notes",
        {"title": "a"},
        content_type="application/json",
        REMOTE_ADDR=address,
        headers=headers,
    )


def test_the_defaults_are_generous_to_one_person() -> None:
    requests, seconds = AddressThrottle().parse_rate(AddressThrottle().get_rate())
    assert requests is not None
    assert seconds is not None
    assert requests / seconds >= 20
    requests, seconds = CreateThrottle().parse_rate(CreateThrottle().get_rate())
    assert (requests or 0) >= 60
    assert seconds == 60


def test_too_many_requests(client: Client, rates: dict[str, str]) -> None:
    rates["address"] = "3/min"
    with time_machine.travel(1_700_000_000, tick=False) as clock:
        assert [client.get("/api/notes").status_code for _ in range(3)] == [200] * 3
        clock.shift(5)
        answer = client.get("/api/notes", headers={"Origin": "http://localhost:5173"})
        assert answer.status_code == 429
        error = answer.json()["error"]
        assert error["code"] == "THROTTLED"
        assert answer["Retry-After"] == "15"
        assert error["details"] == {"retry_after": 15}
        assert answer["Access-Control-Allow-Origin"] == "*"
        clock.shift(15)
        assert [client.get("/api/notes").status_code for _ in range(2)] == [200, 429]
        clock.shift(60)
        assert [client.get("/api/notes").status_code for _ in range(4)] == [200] * 3 + [429]


def test_creations_have_a_rate_of_their_own(client: Client, rates: dict[str, str]) -> None:
    rates["create"] = "2/min"
    assert [create(client).status_code for _ in range(3)] == [200, 200, 429]
    assert client.get("/api/notes", REMOTE_ADDR="192.0.2.1").status_code == 200
    assert create(client, "192.0.2.2").status_code == 200


def test_a_forged_header_does_not_help(client: Client, rates: dict[str, str]) -> None:
    rates["create"] = "1/min"
    forged = [{"X-Forwarded-For": f"203.0.113.{number}"} for number in range(3)]
    assert [create(client, **header).status_code for header in forged] == [200, 429, 429]


def test_neighbours_behind_a_proxy_of_ours_are_told_apart(
    client: Client, rates: dict[str, str], settings: Any
) -> None:
    rates["create"] = "1/min"
    settings.TRUSTED_PROXIES = 1
    forwarded = ["203.0.113.1", "203.0.113.2", "198.51.100.9, 203.0.113.1"]
    answers = [create(client, **{"X-Forwarded-For": value}) for value in forwarded]
    assert [answer.status_code for answer in answers] == [200, 200, 429]


def test_one_connections_ipv6_addresses_are_one(client: Client, rates: dict[str, str]) -> None:
    rates["create"] = "1/min"
    addresses = ["2001:db8::1", "2001:db8::2", "2001:db8:0:1::1"]
    answers = [create(client, address) for address in addresses]
    assert [answer.status_code for answer in answers] == [200, 429, 200]


def test_an_ipv4_address_written_as_ipv6_is_itself(client: Client, rates: dict[str, str]) -> None:
    rates["create"] = "1/min"
    addresses = ["192.0.2.1", "::ffff:192.0.2.1", "::ffff:192.0.2.2"]
    answers = [create(client, address) for address in addresses]
    assert [answer.status_code for answer in answers] == [200, 429, 200]


def test_connections_without_an_address_are_counted_together(
    client: Client, rates: dict[str, str]
) -> None:
    rates["create"] = "1/min"
    assert [create(client, "").status_code for _ in range(2)] == [200, 429]


def test_who_is_refused_at_the_door_is_counted_once(
    client: Client, rates: dict[str, str], settings: Any
) -> None:
    rates["address"] = "3/min"
    settings.AUTH = "jwt"

    def ask(path: str, **headers: str) -> int:
        return int(client.get(path, headers=headers).status_code)

    guesses = [ask("/api/notes", Authorization=f"Bearer guess-{n}") for n in range(2)]
    assert [*guesses, ask("/api/locked"), ask("/api/locked")] == [401, 401, 403, 429]
    assert ask("/api/notes") == 429


def test_health_is_not_counted(client: Client, rates: dict[str, str]) -> None:
    rates["address"] = "1/min"
    assert [client.get("/").status_code for _ in range(3)] == [200] * 3


@pytest.mark.parametrize(
    ("proxies", "forwarded", "expected"),
    [
        (0, "203.0.113.1", "192.0.2.1"),
        (1, "203.0.113.1", "203.0.113.1"),
        (1, "10.0.0.1, 203.0.113.1", "203.0.113.1"),
        (2, "10.0.0.1, 203.0.113.1", "10.0.0.1"),
        (2, "203.0.113.1", "192.0.2.1"),
        (1, "", "192.0.2.1"),
        (1, "not an address", "192.0.2.1"),
        (1, "2001:db8::1", "2001:db8::1"),
    ],
)
def test_the_clients_address(
    rf: RequestFactory, settings: Any, proxies: int, forwarded: str, expected: str
) -> None:
    settings.TRUSTED_PROXIES = proxies
    request = rf.get("/", REMOTE_ADDR="192.0.2.1", headers={"X-Forwarded-For": forwarded})
    assert client_address(request) == expected


def test_no_address_at_all(rf: RequestFactory) -> None:
    request = rf.get("/")
    del request.META["REMOTE_ADDR"]
    assert client_address(request) == ""


# --- By user ---------------------------------------------------------------------------------


def request_of(rf: RequestFactory, user: Any, address: str = "192.0.2.1") -> Request:
    request = Request(rf.post("/api/notes", REMOTE_ADDR=address))
    request.user = user
    return request


def test_one_user_is_counted_wherever_they_come_from(
    rf: RequestFactory, rates: dict[str, str]
) -> None:
    rates["user"] = "2/min"
    avery, robin = User(pk=1), User(pk=2)
    view = APIView()

    def allowed(user: Any, address: str) -> bool:
        return UserThrottle().allow_request(request_of(rf, user, address), view)

    assert [allowed(avery, f"192.0.2.{number}") for number in range(3)] == [True, True, False]
    assert allowed(robin, "192.0.2.0")
    assert all(allowed(AnonymousUser(), "192.0.2.0") for _ in range(3))


def test_creations_of_one_user(rf: RequestFactory, rates: dict[str, str]) -> None:
    rates["user_create"] = "1/min"
    view = APIView()
    avery = request_of(rf, User(pk=1))
    UserCreateThrottle().count(avery, view)
    assert not UserCreateThrottle().allow_request(avery, view)
    nobody = request_of(rf, AnonymousUser())
    UserCreateThrottle().count(nobody, view)
    assert UserCreateThrottle().allow_request(nobody, view)


# --- Where they are counted ------------------------------------------------------------------


@pytest.fixture
def store(settings: Any) -> Iterator[Any]:
    """Says where the rates are kept; as another server process would, opens them anew."""

    def at(url: str) -> None:
        entry = {
            "BACKEND": "interviewgpt.cache.LenientRedisCache",
            "LOCATION": url,
            "OPTIONS": {"socket_timeout": 0.5, "socket_connect_timeout": 0.5},
        }
        settings.CACHES = {**project.CACHES, "rates": entry}
        cache.rates.cache_clear()

    yield at
    cache.rates.cache_clear()


def test_processes_with_one_redis_count_together(
    client: Client, rates: dict[str, str], store: Any, redis_url: str
) -> None:
    rates["address"] = "3/min"
    store(redis_url)
    assert [client.get("/api/notes").status_code for _ in range(2)] == [200, 200]
    store(redis_url)
    assert [client.get("/api/notes").status_code for _ in range(2)] == [200, 429]


def test_a_redis_that_is_away_stops_nobody(
    client: Client,
    rates: dict[str, str],
    store: Any,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(outage, "redis", outage.Outage("Redis", "rates are not counted"))
    rates["address"] = "1/min"
    store("redis://127.0.0.1:1/0")
    assert [client.get("/api/notes").status_code for _ in range(3)] == [200] * 3
    logged = [record.message for record in caplog.records if record.name == "interviewgpt.outage"]
    assert logged == ["Redis does not answer (ConnectionError): rates are not counted"]
