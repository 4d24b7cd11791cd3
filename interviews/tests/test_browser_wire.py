"""The demo page's client on a bad line: cut, half dead, and reloaded at the worst moment."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from interviews.tests.browser import PATIENCE, Records, visit
from interviews.tests.candidates import CANDIDATES
from interviews.tests.server import Served
from interviews.tests.wire import wired

pytestmark = pytest.mark.e2e

# Notes how long the client wants to wait before each attempt, and lets time go at `scale`.
_CLOCK = """
window.waits = [];
window.scale = 1;
const original = window.setTimeout;
window.setTimeout = (call, delay, ...rest) => {
  if (String(call).includes("connect()")) window.waits.push(delay);
  return original(call, delay * window.scale, ...rest);
};
"""


def noted(page: Page, number: int) -> list[float]:
    """The waits so far, as soon as there are so many."""
    for _ in range(PATIENCE // 50):
        waits: list[float] = page.evaluate("waits")
        if len(waits) >= number:
            return waits
        page.wait_for_timeout(50)
    raise AssertionError("the client does not try again")


def test_a_cut_line_loses_and_doubles_nothing(browser: Browser, server: Served) -> None:
    records = Records(server)
    with wired(server) as (wire, far), visit(browser, far) as here:
        page = here.page
        page.add_init_script(_CLOCK)
        interview_id = here.begin(CANDIDATES["zh"])
        here.exchange(records, interview_id, "先看慢查询日志，再看执行计划。")
        page.evaluate("scale = 0.05")
        wire.cut()
        state = page.locator("#connection")
        expect(state).to_have_attribute("data-state", "lost")
        here.say("线断了时说的话。")
        # What is said meanwhile tries at once, and begins again with short waits.
        waited = len(page.evaluate("waits"))
        expect(page.locator(".line.unsent")).to_have_count(1)
        missed = records.add_message(interview_id, "断线期间来的消息。")

        waits = noted(page, waited + 8)
        begin = max(place for place, wait in enumerate(waits) if wait < 500)
        for place, wait in enumerate(waits[begin:]):
            longest = min(15_000, 500 * 2**place)
            assert longest / 2 <= wait <= longest
        assert len(set(waits)) == len(waits)

        # Hours until the next attempt, were it not for the network that says it is back.
        page.evaluate("scale = 10000")
        noted(page, len(waits) + 1)
        wire.mend()
        page.evaluate("scale = 1")
        page.evaluate("window.dispatchEvent(new Event('online'))")
        here.connected()
        last, _ = records.settled(interview_id, missed)
        expect(here.line(last)).to_be_attached()
        expect(page.locator(".line.unsent")).to_have_count(0)
        said = [(row[0], row[2]) for row in records.said(interview_id)]
        assert here.lines() == said
        assert [text for _, text in said].count("线断了时说的话。") == 1


def test_a_reload_before_the_acknowledgement_makes_one_message(
    browser: Browser, server: Served
) -> None:
    records = Records(server)
    with wired(server) as (wire, far), visit(browser, far) as here:
        page = here.page
        interview_id = here.begin(CANDIDATES["zh"])
        before = records.said(interview_id)[-1][0]
        wire.mute()
        here.say("说了，却没有听到回音。")
        records.settled(interview_id, before)
        expect(page.locator(".line.unsent")).to_have_count(1)
        stored = "Object.keys(localStorage).filter(key => key.includes('unsent')).length"
        assert page.evaluate(stored) == 1
        page.reload()
        here.connected()
        expect(page.locator(".line.unsent")).to_have_count(0)
        assert page.evaluate(stored) == 0
        said = [(row[0], row[2]) for row in records.said(interview_id)]
        assert here.lines() == said
        assert [text for _, text in said].count("说了，却没有听到回音。") == 1
        assert here.complaints == []


def test_a_line_that_only_looks_alive_is_given_up(browser: Browser, server: Served) -> None:
    records = Records(server)
    with wired(server) as (wire, far), visit(browser, far) as here:
        page = here.page
        page.add_init_script(_CLOCK)
        interview_id = here.begin(CANDIDATES["zh"])
        before = records.said(interview_id)[-1][0]
        wire.mute()
        here.say("这条线其实已经死了。")
        last, _ = records.settled(interview_id, before)
        page.evaluate("scale = 0.05")
        # Any sign that the network has changed is reason to doubt; the ping stays unanswered.
        page.evaluate("window.dispatchEvent(new Event('online'))")
        expect(here.line(last)).to_be_attached()
        here.connected()
        assert here.lines() == [(row[0], row[2]) for row in records.said(interview_id)]
