"""The start page and what stands beside the answer, in a real Chromium: what a first interview needs."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, ViewportSize, expect

from interviews.tests.browser import Records, visit
from interviews.tests.candidates import CANDIDATES
from interviews.tests.server import Served, get_json

pytestmark = pytest.mark.e2e


def test_only_those_who_were_chosen_take_part(browser: Browser, server: Served) -> None:
    with visit(browser, server, locale="en-US") as here:
        page = here.page
        page.goto(server.base + "/")
        length = page.locator("#length")
        expect(length).to_contain_text("20 to 40 minutes")
        members = page.locator("input[name=interviewers]")
        for member in members.all():
            member.uncheck()
        expect(page.locator("#interviewers-error")).to_be_visible()
        page.locator("#position").fill("QA engineer")
        page.locator("#go").click()
        expect(members.first).to_be_focused()

        members.last.check()
        expect(page.locator("#interviewers-error")).to_be_hidden()
        expect(length).to_contain_text("6 to 12 minutes")
        page.locator("#go").click()
        page.wait_for_url("**/demo/interviews/*/")
        here.connected()
        expect(page.locator("#panel li")).to_have_attribute("data-interviewer", "hr")
        expect(page.locator("#progress-text")).to_have_text("Question 1 of 3")

        interview_id = int(page.url.rstrip("/").rpartition("/")[2])
        page.goto(f"{server.base}/demo/?again={interview_id}")
        checked = members.evaluate_all(
            "all => all.filter(one => one.checked).map(one => one.value)"
        )
        assert checked == ["hr"]
        assert here.complaints == []


def test_with_all_of_them_the_panel_is_left_to_the_server(browser: Browser, server: Served) -> None:
    with visit(browser, server) as here, here.page.expect_request("**/api/interviews") as asked:
        interview_id = here.begin(CANDIDATES["zh"])
    assert 'name="interviewers"' not in (asked.value.post_data_buffer or b"").decode()
    interview = get_json(f"{server.base}/api/interviews/{interview_id}")["data"]
    assert interview["interviewers"] == ["technical", "behavioral", "hr"]


def test_help_is_at_hand_and_leaves_by_the_keyboard(browser: Browser, server: Served) -> None:
    with visit(browser, server, viewport=ViewportSize(width=390, height=800)) as here:
        here.begin(CANDIDATES["zh"])
        page = here.page
        button = page.get_by_role("button", name="帮助")
        expect(button).to_be_in_viewport(ratio=1)
        button.focus()
        page.keyboard.press("Enter")
        dialog = page.get_by_role("dialog", name="作答时")
        expect(dialog.get_by_role("listitem")).to_have_count(5)
        expect(page.locator("#help-close")).to_be_in_viewport(ratio=1)
        page.keyboard.press("Escape")
        expect(dialog).to_be_hidden()
        expect(button).to_be_focused()


def test_what_was_read_of_a_resume_is_shown_to_whose_it_is(
    browser: Browser, server: Served
) -> None:
    candidate = CANDIDATES["zh"]
    with visit(browser, server) as here:
        here.begin(candidate, resume=True)
        page = here.page
        button = page.get_by_role("button", name="面试官依据什么提问")
        button.click()
        dialog = page.get_by_role("dialog", name="面试官依据什么提问")
        for project in candidate.projects:
            expect(dialog).to_contain_text(project)
        expect(dialog).to_contain_text("Kafka")
        page.keyboard.press("Escape")
        expect(dialog).to_be_hidden()
        expect(button).to_be_focused()
        assert here.complaints == []


def test_the_answer_box_is_in_sight_where_everything_is_twice_as_large(
    browser: Browser, server: Served
) -> None:
    """A window of 1280 x 800 at 200 % has room for 640 x 400."""
    with visit(browser, server, viewport=ViewportSize(width=640, height=400)) as here:
        here.begin(CANDIDATES["zh"])
        page = here.page
        page.evaluate("scrollTo(0, 0)")
        for element in ("#answer", "#send"):
            expect(page.locator(element)).to_be_in_viewport(ratio=1)
        page.locator("#hint").focus()
        expect(page.locator("#hint")).to_be_in_viewport(ratio=1)
        root = "document.documentElement"
        assert page.evaluate(f"{root}.scrollWidth <= innerWidth")


@pytest.mark.parametrize(("height", "shown"), [(1000, True), (640, False)])
def test_tips_are_beside_the_talk_whole_or_not_at_all(
    browser: Browser, server: Served, height: int, shown: bool
) -> None:
    size = ViewportSize(width=1280, height=height)
    with visit(browser, server, viewport=size, locale="en-US") as here:
        here.begin(CANDIDATES["en"])
        tips = here.page.locator(".side .tips")
        if shown:
            expect(tips).to_be_in_viewport(ratio=1)
        else:
            expect(tips).not_to_be_in_viewport()
        expect(here.page.locator(".side .note")).to_be_in_viewport(ratio=1)


def test_ending_tells_of_an_answer_that_was_not_sent(browser: Browser, server: Served) -> None:
    with visit(browser, server) as here:
        here.begin(CANDIDATES["zh"])
        page = here.page
        unsent = page.locator("#end-unsent")
        page.locator("#end").click()
        expect(page.locator("#end-dialog")).to_be_visible()
        expect(unsent).to_be_hidden()
        page.locator("#end-no").click()
        page.locator("#answer").fill("还没写完")
        page.locator("#end").click()
        expect(unsent).to_be_visible()


def test_a_draft_sent_in_one_tab_is_gone_in_the_other(browser: Browser, server: Served) -> None:
    records = Records(server)
    with visit(browser, server) as here:
        interview_id = here.begin(CANDIDATES["zh"])
        here.page.locator("#answer").fill("写到一半的回答")
        other = here.watch(here.context.new_page())
        other.goto(here.page.url)
        here.connected(other)
        expect(other.locator("#answer")).to_have_value("写到一半的回答")
        here.exchange(records, interview_id, "写到一半的回答，现在写完了。")
        expect(other.locator("#answer")).to_have_value("")
        assert here.complaints == []


def test_a_start_without_any_interviewer_says_so(browser: Browser, server: Served) -> None:
    """Where all of them were made inactive the page still tells what is wrong."""
    with visit(browser, server, locale="en-US") as here:
        page = here.page
        page.goto(server.base + "/")
        page.locator(".panel").evaluate("(list) => list.replaceChildren()")
        page.locator("#go").click()
        expect(page.locator("#position-error")).to_be_visible()
