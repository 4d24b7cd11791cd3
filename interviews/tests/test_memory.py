"""What a candidate had in their last three interviews is not asked again."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from interviews import memory
from interviews.models import Interview, PlannedQuestion
from interviews.tests.support import create

pytestmark = pytest.mark.django_db

TOKEN = memory.sign_browser("a" * 32)


def sat_through(interview: Interview) -> set[str]:
    """As if every place of the plan had been asked; the keys that were."""
    slots: set[int] = set()
    for item in interview.planned.all():
        if item.slot not in slots:
            slots.add(item.slot)
            PlannedQuestion.objects.filter(pk=item.pk).update(state="done")
    return set(interview.planned.filter(state="done").values_list("question_key", flat=True))


def planned(interview: Interview) -> set[str]:
    return set(interview.planned.values_list("question_key", flat=True))


def in_a_row(count: int = 4, **more: Any) -> list[tuple[set[str], set[str]]]:
    """What each of several interviews had planned, and what was asked."""
    made = [create(seed=1, **more) for _ in range(1)]
    result = [(planned(made[0]), sat_through(made[0]))]
    for _ in range(count - 1):
        interview = create(seed=1, **more)
        result.append((planned(interview), sat_through(interview)))
    return result


@pytest.mark.parametrize("position", ["后端工程师", "产品经理", "Data Engineer"])
def test_a_browser_gets_no_question_of_its_last_three_interviews(position: str) -> None:
    rounds = in_a_row(5, position=position, browser="b" * 32)
    for place, (plan, _) in enumerate(rounds):
        for _, asked in rounds[max(0, place - 3) : place]:
            assert plan & asked == set()


def test_an_owner_gets_no_question_of_their_last_three_interviews() -> None:
    user = User.objects.create_user("lin")
    rounds = in_a_row(4, owner=user, browser="b" * 32)
    assert rounds[3][0] & set().union(*(asked for _, asked in rounds[:3])) == set()
    assert Interview.objects.filter(owner=user).count() == 4


def test_others_and_strangers_are_not_remembered() -> None:
    user = User.objects.create_user("lin")
    _, asked = in_a_row(1, owner=user, browser="b" * 32)[0]
    for more in ({}, {"browser": "b" * 32}, {"browser": "c" * 32}):
        assert planned(create(seed=1, **more)) & asked
    # Only questions that were put to the candidate count, and only the last three interviews.
    keys = memory.asked_lately(owner_id=user.pk, browser="")
    assert keys == asked
    for _ in range(3):
        create(owner=user)
    assert not asked & memory.asked_lately(owner_id=user.pk, browser="")


# --- The start page gives a browser its name --------------------------------------------------


def token_of(page: str) -> str:
    found = re.search(r'<script id="settings" type="application/json">(.*?)</script>', page)
    assert found is not None
    token: str = json.loads(found[1])["browser"]
    return token


def test_the_start_page_names_a_browser_once(client: Client) -> None:
    first = client.get("/demo/")
    cookie = first.cookies[memory.COOKIE]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")
    token = token_of(first.content.decode())
    assert memory.browser_name(token) == cookie.value
    assert token_of(client.get("/demo/").content.decode()) == token
    other = Client().get("/demo/")
    assert other.cookies[memory.COOKIE].value != cookie.value


def test_a_cookie_that_is_not_ours_is_replaced(client: Client) -> None:
    client.cookies[memory.COOKIE] = "<script>"
    response = client.get("/demo/")
    assert memory.is_browser(response.cookies[memory.COOKIE].value)


def test_what_the_page_hands_over_is_kept_with_the_interview(client: Client) -> None:
    body = {"position": "后端工程师", "browser": TOKEN}
    made = client.post("/api/interviews", body, content_type="application/json")
    assert made.status_code == 200
    form = client.post("/api/interviews", body)
    assert form.status_code == 200
    names = [
        Interview.objects.get(pk=answer.json()["data"]["id"]).browser for answer in (made, form)
    ]
    assert names == ["a" * 32] * 2
    for answer in (made, form):
        assert "a" * 32 not in answer.content.decode()
        assert not answer.cookies


def test_the_start_page_leads_back_to_the_last_interviews_of_the_browser(client: Client) -> None:
    browser = client.get("/demo/").cookies[memory.COOKIE].value
    mine = create(
        position="Data Engineer", difficulty="hard", browser=browser, job_description="<b>SQL"
    )
    create(position="Somebody else's", browser="c" * 32)
    create(position="An owner's", browser=browser, owner=User.objects.create_user("lin"))
    page = client.get("/demo/").content.decode()
    assert re.findall(r'<li><a href="(.*?)">(.*?)</a>', page) == [
        (f"/demo/interviews/{mine.pk}/", "Data Engineer")
    ]
    again = client.get(f"/demo/?again={mine.pk}").content.decode()
    assert 'value="Data Engineer"' in again
    assert re.findall(r'value="(\w*)" checked', again) == ["hard", "en"]
    assert "\n&lt;b&gt;SQL</textarea>" in again
    for unknown in ("x", "0", str(2**70), str(mine.pk + 99)):
        assert client.get(f"/demo/?again={unknown}").status_code == 200


@pytest.mark.parametrize("token", ["", None, "a" * 32, TOKEN[:-1] + "!", "x:y"])
def test_a_name_that_is_not_signed_is_nobodys(client: Client, token: str | None) -> None:
    body = {"position": "后端工程师", "browser": token}
    made = client.post("/api/interviews", body, content_type="application/json")
    assert made.status_code == 200
    assert Interview.objects.get(pk=made.json()["data"]["id"]).browser == ""


@pytest.mark.parametrize("token", [7, ["x"], "x" * 201])
def test_a_name_that_cannot_be_one_is_refused(client: Client, token: object) -> None:
    body = {"position": "后端工程师", "browser": token}
    made = client.post("/api/interviews", body, content_type="application/json")
    assert made.status_code == 422
    assert list(made.json()["error"]["details"]) == ["browser"]
