"""What tests in a real Chromium share: a page that notes every complaint, and a look beside it
into the server's database, to know the question on the table and when the panel has spoken."""

from __future__ import annotations

import json
import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    FilePayload,
    Locator,
    Page,
    expect,
    sync_playwright,
)

from interviews.tests.candidates import Candidate
from interviews.tests.server import Served

__all__ = ["PATIENCE", "Records", "Visit", "launched", "visit"]

PATIENCE = 15_000  # milliseconds
_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
_STEP = 0.02

expect.set_options(timeout=PATIENCE)


@contextmanager
def launched(chromium: str) -> Iterator[Browser]:
    """A Chromium; as long as it is there, this thread has Playwright's loop and can have no other."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=_ARGUMENTS)
        yield started
        started.close()


@dataclass
class Visit:
    """One browser, as one person uses it. ``complaints`` are errors and warnings of the console
    and of scripts; ``asked`` the addresses of all requests and sockets."""

    server: Served
    context: BrowserContext
    page: Page
    complaints: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> Page:
        page.set_default_timeout(PATIENCE)
        page.on("console", self._note)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("websocket", lambda socket: self.asked.append(socket.url))
        return page

    def _note(self, said: ConsoleMessage) -> None:
        if said.type in ("error", "warning"):
            self.complaints.append(said.text)

    @property
    def elsewhere(self) -> list[str]:
        """Requests that left the server."""
        own = urlsplit(self.server.base).netloc
        return [url for url in self.asked if urlsplit(url).netloc != own]

    def begin(self, candidate: Candidate, *, resume: bool = False, way: str = "click") -> int:
        """Fill in the start page and wait in the room; the interview's id."""
        page = self.page
        page.goto(self.server.base + "/")
        page.locator("#position").fill(candidate.position)
        if resume:
            file: FilePayload = {
                "name": candidate.file_name,
                "mimeType": candidate.mime_type,
                "buffer": candidate.resume,
            }
            page.locator("#resume").set_input_files(file)
            expect(page.locator("#drop-name")).to_have_text(candidate.file_name)
        getattr(page.locator("#go"), way)()
        page.wait_for_url("**/demo/interviews/*/")
        self.connected(page)
        found = re.search(r"/interviews/(\d+)/", page.url)
        assert found
        return int(found[1])

    def connected(self, page: Page | None = None) -> None:
        expect((page or self.page).locator("#connection")).to_have_attribute(
            "data-state", "connected"
        )

    def say(self, text: str, page: Page | None = None) -> None:
        page = page or self.page
        page.locator("#answer").fill(text)
        page.locator("#send").click()

    def exchange(
        self, records: Records, interview_id: int, text: str, page: Page | None = None
    ) -> tuple[int, str]:
        """Say something and wait until the page shows all the panel says to it; the id of its last
        message and who has the floor."""
        before = records.said(interview_id)[-1][0]
        self.say(text, page)
        last, current = records.settled(interview_id, before)
        expect(self.line(last, page)).to_be_attached()
        return last, current

    def lines(self, page: Page | None = None) -> list[tuple[int, str]]:
        """Ids and texts of the transcript as it is shown."""
        shown = (page or self.page).locator("#transcript .line")
        return [
            (int(line.get_attribute("data-id") or 0), line.locator(".text").inner_text())
            for line in shown.all()
        ]

    def line(self, message_id: int, page: Page | None = None) -> Locator:
        return (page or self.page).locator(f"#message-{message_id}")


@contextmanager
def visit(browser: Browser, server: Served, **options: Any) -> Iterator[Visit]:
    context = browser.new_context(**{"locale": "zh-CN", **options})
    made = Visit(server, context, context.new_page())
    made.watch(made.page)
    try:
        yield made
    finally:
        context.close()


@dataclass(frozen=True, slots=True)
class Records:
    """The server's database, read (and once in a while disturbed) beside it."""

    server: Served

    def rows(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        with sqlite3.connect(self.server.database, timeout=20) as database:
            return database.execute(statement, values).fetchall()

    def open_question(self, interview_id: int) -> dict[str, Any] | None:
        """The question on the table as planned, None when there is none."""
        rows = self.rows(
            "SELECT p.spec FROM interviews_interview i JOIN interviews_plannedquestion p "
            "ON p.id = i.open_id WHERE i.id = ?",
            interview_id,
        )
        return json.loads(rows[0][0]) if rows else None

    def settled(self, interview_id: int, after: int) -> tuple[int, str]:
        """Wait until the panel has said all it has to say on what came after message ``after``;
        the id of its last message and who has the floor."""
        deadline = time.monotonic() + PATIENCE / 1000
        while time.monotonic() < deadline:
            last, owed, current = self.rows(
                "SELECT last_message_id, owed_id, current_interviewer "
                "FROM interviews_interview WHERE id = ?",
                interview_id,
            )[0]
            if last > after and owed is None:
                return last, current
            time.sleep(_STEP)
        raise AssertionError(f"the panel of interview {interview_id} stays silent")

    def add_message(self, interview_id: int, content: str) -> int:
        """Commit a system message as another server process would; its id."""
        added: int = self.rows(
            "INSERT INTO interviews_message (interview_id, content, sender_type, timestamp) "
            "VALUES (?, ?, 'system', '2024-01-01 00:00:00') RETURNING id",
            interview_id,
            content,
        )[0][0]
        statement = "UPDATE interviews_interview SET last_message_id = ? WHERE id = ?"
        self.rows(statement, added, interview_id)
        return added

    def said(self, interview_id: int) -> list[tuple[int, str, str]]:
        """Id, sender and content of every message."""
        return self.rows(
            "SELECT id, sender_type, content FROM interviews_message "
            "WHERE interview_id = ? ORDER BY id",
            interview_id,
        )
