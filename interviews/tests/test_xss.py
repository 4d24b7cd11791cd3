"""Text from candidates, résumés, models and admins stays text: in a real Chromium, on every page
that shows it, none of it runs, and the Content-Security-Policy has nothing to stop."""

from __future__ import annotations

import asyncio
import json
import re
import threading
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from interviewers.tests.fake_openai import FakeOpenAI, Request, blocks_of, data, speech
from interviews.tests.browser import Records, Visit, visit
from interviews.tests.resume_files import pdf
from interviews.tests.server import Served, serve

pytestmark = pytest.mark.e2e

# Each calls `ran` where it gets out of its place: text, attribute, script, URL, template, comment.
ATTACKS = (
    "<script>ran(1)</script>",
    "<img src=x onerror=ran(2)>",
    '"><svg onload=ran(3)>',
    "'-ran(4)-'",
    "</script><script>ran(5)</script>",
    '<iframe srcdoc="<script>parent.ran(6)</script>"></iframe>',
    '<a href="javascript:ran(7)" autofocus onfocus=ran(8)>x</a>',
    "</textarea></title><script>ran(9)</script>",
    "--><script>ran(10)</script><!--",
    "<math><mtext><table><mglyph><style><img src onerror=ran(11)>",
    "javascript:ran(12)",
    "{{ran(13)}}${ran(14)}{% debug %}",
    "<details open ontoggle=ran(15)>&lt;script&gt;ran(16)&lt;/script&gt;",
    "\\u003cscript\\u003eran(17)\\u003c/script\\u003e",
    '<form action="javascript:ran(18)"><button autofocus onfocus=ran(19)>',
)
ALL = " ".join(ATTACKS)
SHORT = '"><img src=x onerror=ran(20)><script>ran(21)</script>'
WATCH = """
window.__ran = [];
window.ran = (number) => window.__ran.push(number);
addEventListener('securitypolicyviolation', (event) => window.__ran.push(event.blockedURI));
"""


async def hostile(request: Request, writer: asyncio.StreamWriter) -> None:
    """A model that has been taken over: it does what is asked, in other people's scripts."""
    blocks = blocks_of(request.user)
    if "answer" in blocks:
        keys = [line.split(":", 1)[0] for line in blocks["points"].splitlines()]
        points = {key: {"quote": ALL, "covered": True} for key in keys}
        verdict = {"points": points, "evidence": ALL, "reason": ALL, "level": 3}
        await data(verdict)(request, writer)
    elif "items" in blocks:
        people = [line.split(":", 1)[0] for line in blocks["panel"].splitlines()]
        draft = {
            "summary": ALL,
            "strengths": [{"item": 1, "text": ALL, "quote": SHORT}],
            "improvements": [{"item": 1, "text": ALL}],
            "reviews": dict.fromkeys(people, ALL),
        }
        await data(draft)(request, writer)
    else:
        await speech(*(f"{attack} " for attack in ATTACKS))(request, writer)


@contextmanager
def hostile_model() -> Iterator[str]:
    """Its address; it runs in a thread of its own, for Playwright has this one."""
    loop = asyncio.new_event_loop()
    ready, addresses = threading.Event(), [""]

    async def run(stop: asyncio.Event) -> None:
        async with FakeOpenAI(hostile) as model:
            addresses[0] = model.url
            ready.set()
            await stop.wait()

    stop = asyncio.Event()
    thread = threading.Thread(target=loop.run_until_complete, args=[run(stop)])
    thread.start()
    try:
        assert ready.wait(30)
        yield addresses[0]
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join(30)
        loop.close()


@pytest.fixture
def server(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("hostile")
    with hostile_model() as address, serve(folder, OPENAI_BASE_URL=address) as served:
        yield served


def post(address: str, body: dict[str, Any]) -> Any:
    headers = {"Content-Type": "application/json"}
    request = urllib.request.Request(address, json.dumps(body).encode(), headers)
    with urllib.request.urlopen(request, timeout=60) as response:
        return json.load(response)["data"]


def unharmed(here: Visit, page: Page) -> None:
    assert page.evaluate("window.__ran") == []
    # The admin has no icon, for which browsers ask all the same.
    assert [said for said in here.complaints if "404 (Not Found)" not in said] == []
    assert here.elsewhere == []


def test_nothing_entrusted_runs_anywhere(browser: Browser, server: Served) -> None:
    records = Records(server)
    records.rows(
        "UPDATE interviewers_interviewer SET name_zh = ?, name_en = ?, role_zh = ?, role_en = ?, "
        "persona_zh = ?, persona_en = ?",
        *(SHORT, SHORT, SHORT[:50] + "<b>", SHORT[:50] + "<b>", ALL, ALL),
    )
    with visit(browser, server) as here:
        here.context.add_init_script(WATCH)
        page = here.page
        page.on("dialog", lambda dialog: here.complaints.append(dialog.message))
        key = begin(here, page)
        sit(here, records, key)
        look_at_the_report(here, records, key)
        look_at_the_admin(here, key)
        # Each has looked at its pages before it left them; this is the last one.
        assert page.evaluate("window.__ran") == []
        assert here.elsewhere == []


def begin(here: Visit, page: Page) -> int:
    """The start page, with the interviewers' names, a hostile position and a hostile résumé."""
    page.goto(here.server.base + "/")
    expect(page.locator("body")).to_contain_text(SHORT)
    page.locator("#position").fill(f"Backend engineer {SHORT}")
    page.locator("details", has=page.locator("#job_description")).evaluate("at => at.open = true")
    page.locator("#job_description").fill(f"Skills: {ALL}")
    name = '<img src=x onerror=ran(30)>"onload=ran(31).pdf'
    resume = pdf(["Avery Lindqvist", "Skills", *ATTACKS, "Projects", f"{SHORT} | 2021 - 2022"])
    file: Any = {"name": name, "mimeType": "application/pdf", "buffer": resume}
    page.locator("#resume").set_input_files(file)
    expect(page.locator("#drop-name")).to_have_text(name)
    unharmed(here, page)
    page.locator("#go").click()
    page.wait_for_url("**/demo/interviews/*/")
    here.connected(page)
    found = re.search(r"/interviews/(\d+)/", page.url)
    assert found
    return int(found[1])


def sit(here: Visit, records: Records, key: int) -> None:
    """The room, live and from the history: the candidate, the model, people by the API."""
    page = here.page
    unharmed(here, page)
    here.say(ALL)
    # The client of the model is loaded with its first call, which takes its time.
    spoken = page.locator("#transcript .line.interviewer")
    expect(spoken).to_have_count(2, timeout=60_000)
    said = [row[2] for row in records.said(key)]
    assert said[-1].startswith(ALL)
    for sender in ("interviewer", "system"):
        body = {"content": ALL, "sender_type": sender, "interviewer_id": "technical"}
        row = post(f"{here.server.base}/api/interviews/{key}/messages", body)
        expect(here.line(row["id"])).to_be_attached()
    live = here.lines()
    unharmed(here, page)
    page.reload()
    here.connected(page)
    assert here.lines() == live
    # The planned question follows what a model says that asks nothing.
    assert sum(ALL in " ".join(text.split()) for _, text in live) >= 4
    unharmed(here, page)


def look_at_the_report(here: Visit, records: Records, key: int) -> None:
    page = here.page
    post(f"{here.server.base}/api/interviews/{key}/end", {})
    page.goto(f"{here.server.base}/demo/interviews/{key}/report/")
    expect(page.locator("main")).to_contain_text(ATTACKS[0])
    assert records.rows("SELECT summary FROM feedback_feedback")[0][0]
    unharmed(here, page)


def look_at_the_admin(here: Visit, key: int) -> None:
    """As staff: lists and details, and the list of interviews on the pages."""
    page = here.page
    password = re.search(r"password:\s+(\S+)", here.server.printed())
    assert password
    page.goto(f"{here.server.base}/admin/login/")
    page.locator("#id_username").fill("admin")
    page.locator("#id_password").fill(password[1])
    page.locator("[type=submit]").click()
    page.wait_for_url("**/admin/")
    unharmed(here, page)
    for path, text in (
        ("/admin/interviews/interview/", SHORT),
        (f"/admin/interviews/interview/{key}/change/", ATTACKS[0]),
        ("/admin/interviewers/interviewer/", SHORT),
        ("/admin/interviewers/interviewer/technical/change/", ""),
        ("/demo/interviews/", SHORT),
    ):
        answer = page.goto(here.server.base + path)
        assert answer is not None
        assert answer.status == 200, path
        if text:
            expect(page.locator("body")).to_contain_text(text)
        unharmed(here, page)
