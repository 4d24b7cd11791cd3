"""The documents in a real browser: they show the API, complain of nothing and ask nobody else."""

from __future__ import annotations

from typing import Any

import pytest
from pytest_django.live_server_helper import LiveServer

from interviews.tests.browser import launched

pytestmark = [pytest.mark.e2e, pytest.mark.urls("interviewgpt.tests.frame_urls")]


@pytest.mark.parametrize(
    ("path", "sign"), [("/docs", ".opblock-summary-path"), ("/redoc", "[data-section-id]")]
)
def test_a_page(live_server: LiveServer, chromium: str, path: str, sign: str) -> None:
    asked: list[str] = []
    complaints: list[str] = []
    # Not the module's browser: the test's database is not to be touched where a loop runs.
    with launched(chromium) as browser:
        page = browser.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda said: _note(complaints, said))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(live_server.url + path)
        page.locator(sign).first.wait_for(timeout=30_000)
        page.wait_for_load_state("networkidle")
        shown = page.inner_text("body")
    assert "health" in shown
    assert complaints == []
    assert len(asked) >= 3
    own = (live_server.url, "data:", f"blob:{live_server.url}")
    assert [url for url in asked if not url.startswith(own)] == []


def _note(complaints: list[str], said: Any) -> None:
    if said.type in ("error", "warning"):
        complaints.append(said.text)
