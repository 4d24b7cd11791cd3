"""The room and the start page in a real Chromium, against a real server."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, FilePayload, ViewportSize, expect

from interviews.tests.browser import Records, visit
from interviews.tests.candidates import CANDIDATES, Candidate
from interviews.tests.server import Served

pytestmark = pytest.mark.e2e


def test_the_room_fits_a_phone_and_follows_what_is_said(browser: Browser, server: Served) -> None:
    records = Records(server)
    size: ViewportSize = {"width": 390, "height": 800}
    with visit(browser, server, viewport=size, reduced_motion="reduce") as here:
        interview_id = here.begin(CANDIDATES["zh"])
        page = here.page
        for _ in range(3):
            last, _ = here.exchange(
                records, interview_id, "我会先定位瓶颈，再逐步验证，最后复盘。" * 8
            )
            expect(here.line(last)).to_be_in_viewport(ratio=1)
        for element in ("#send", "#answer", "#end", "#panel"):
            expect(page.locator(element)).to_be_in_viewport(ratio=1)
        root = "document.documentElement"
        assert page.evaluate(
            f"{root}.scrollHeight <= innerHeight && {root}.scrollWidth <= innerWidth"
        )

        page.locator("#transcript").evaluate("element => element.scrollTop = 0")
        expect(page.locator(".line.system")).to_be_in_viewport()
        other = here.watch(here.context.new_page())
        other.goto(page.url)
        here.connected(other)
        last, _ = here.exchange(records, interview_id, "另一个标签页里的话。", other)
        expect(page.locator("#latest")).to_be_visible()
        expect(page.locator(".line.system")).to_be_in_viewport()
        page.locator("#latest").click()
        expect(here.line(last)).to_be_in_viewport(ratio=1)
        expect(page.locator("#latest")).to_be_hidden()
        assert here.complaints == []


def test_no_name_of_a_panel_of_four_is_cut_on_a_phone(browser: Browser, server: Served) -> None:
    size: ViewportSize = {"width": 390, "height": 800}
    with visit(browser, server, viewport=size) as here:
        here.begin(CANDIDATES["zh"])
        names = here.page.locator("#panel li strong")
        names.first.evaluate(
            "name => { const one = name.closest('li');"
            " for (let n = 0; n < 2; n++) one.parentElement.append(one.cloneNode(true)); }"
        )
        for name in names.all():
            expect(name).to_be_in_viewport(ratio=1)
            assert name.evaluate("element => element.scrollWidth <= element.clientWidth")


def test_the_three_of_a_panel_stand_in_one_row_on_a_phone(browser: Browser, server: Served) -> None:
    size: ViewportSize = {"width": 390, "height": 800}
    with visit(browser, server, viewport=size, locale="en-US") as here:
        here.begin(CANDIDATES["en"])
        members = here.page.locator("#panel li")
        expect(members).to_have_count(3)
        tops = members.evaluate_all("all => all.map(one => one.getBoundingClientRect().y)")
        assert len({round(top) for top in tops}) == 1


def test_by_keyboard_alone(browser: Browser, server: Served) -> None:
    records = Records(server)
    with visit(browser, server, locale="en-US") as here:
        page = here.page
        page.goto(server.base + "/")
        page.keyboard.press("Tab")
        expect(page.locator(".skip")).to_be_focused()
        page.locator("#position").focus()
        page.keyboard.type("Data engineer")
        page.keyboard.press("Enter")
        page.wait_for_url("**/demo/interviews/*/")
        here.connected()
        interview_id = int(page.url.rstrip("/").rpartition("/")[2])
        expect(page.locator("#answer")).to_be_focused()
        page.keyboard.type("I do not know.")
        page.keyboard.press("Control+Enter")
        last, _ = records.settled(interview_id, records.said(interview_id)[1][0])
        expect(here.line(last)).to_be_attached()

        page.locator("#end").focus()
        page.keyboard.press("Enter")
        expect(page.locator("#end-dialog")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.locator("#end-dialog")).to_be_hidden()
        expect(page.locator("#end")).to_be_focused()
        page.keyboard.press("Enter")
        page.locator("#end-yes").focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**/report/")
        expect(page.locator("h1")).to_have_text("Data engineer")
        # Back is where one came from, not the room that leads here again.
        page.go_back()
        expect(page.locator("#go")).to_be_visible()
        assert here.complaints == []


def test_the_language_of_the_page_is_the_readers(browser: Browser, server: Served) -> None:
    with visit(browser, server) as here:
        here.begin(CANDIDATES["zh"])
        page, address = here.page, here.page.url
        page.locator("#answer").fill("草稿还在")
        page.get_by_role("button", name="English").click()
        expect(page.locator("html")).to_have_attribute("lang", "en")
        here.connected()
        assert page.url == address
        expect(page.locator("#send")).to_contain_text("Send")
        expect(page.locator(".line.interviewer .text").first).to_have_attribute("lang", "zh-CN")
        assert page.locator("#answer").input_value() == "草稿还在"
        page.get_by_role("button", name="中文").click()
        expect(page.locator("html")).to_have_attribute("lang", "zh-CN")


def test_a_failure_says_what_to_do(browser: Browser, server: Served) -> None:
    records = Records(server)
    rename = "UPDATE interviews_interview SET current_interviewer = ? WHERE id = ?"
    with visit(browser, server) as here:
        interview_id = here.begin(CANDIDATES["zh"])
        records.rows(rename, "nobody", interview_id)
        here.say("这一句没有面试官来接。")
        problem = here.page.locator("#problem")
        expect(problem).to_contain_text("再发一条消息")
        # Not empty: on a busy machine the sweep has told of the new interviewer meanwhile.
        expect(here.page.locator("#state")).not_to_contain_text("思考")
        records.rows(rename, "technical", interview_id)
        here.page.reload()
        expect(problem).to_contain_text("再发一条消息")
        before = records.said(interview_id)[-1][0]
        here.page.locator("#retry").press("Enter")
        last, _ = records.settled(interview_id, before)
        expect(here.line(last)).to_be_attached()
        expect(problem).to_be_hidden()
        expect(here.page.locator("#retry")).to_be_hidden()
        expect(here.page.locator("#answer")).to_be_focused()
        texts = [text for _, text in here.lines()]
        assert texts.count("这一句没有面试官来接。") == 1


@pytest.mark.parametrize("size", [(1280, 800), (360, 640)])
def test_hint_skip_and_pause_have_buttons(
    browser: Browser, server: Served, size: tuple[int, int]
) -> None:
    records = Records(server)
    viewport: ViewportSize = {"width": size[0], "height": size[1]}
    with visit(browser, server, viewport=viewport, reduced_motion="reduce") as here:
        page = here.page
        interview_id = here.begin(CANDIDATES["zh"])
        hint, skip, pause = (page.locator(f"#{name}") for name in ("hint", "skip", "pause"))
        spec = records.open_question(interview_id)
        assert spec is not None
        for element in (hint, skip, pause):
            expect(element).to_be_in_viewport(ratio=1)
            expect(element).to_be_enabled()
        expect(page.locator("#retry")).to_be_hidden()

        for number, text in enumerate(spec["hints"], start=1):
            hint.press("Enter")
            expect(page.locator(".line .text", has_text=text)).to_have_count(1)
            expect(page.locator(".line .tag", has_text="提示")).to_have_count(number)
            expect(page.locator("#answer")).to_be_focused()
        expect(skip).to_be_enabled()
        expect(hint).to_be_disabled()
        page.reload()
        here.connected()
        expect(skip).to_be_enabled()
        expect(hint).to_be_disabled()

        pause.press("Enter")
        expect(pause).to_have_text("继续面试")
        expect(page.locator("#state")).to_contain_text("暂停")
        for element in (hint, skip, page.locator("#send")):
            expect(element).to_be_disabled()
        page.locator("#answer").fill("想一想再说")
        page.reload()
        expect(pause).to_have_text("继续面试")
        expect(page.locator("#send")).to_be_disabled()
        expect(page.locator("#answer")).to_have_value("想一想再说")
        pause.press("Enter")
        expect(page.locator("#state")).to_be_empty()
        expect(page.locator("#send")).to_be_enabled()

        before = records.said(interview_id)[-1][0]
        skip.press("Enter")
        last, _ = records.settled(interview_id, before)
        expect(here.line(last)).to_be_attached()
        expect(hint).to_be_enabled()
        expect(page.locator("#progress")).to_have_js_property("value", 2)
        root = "document.documentElement"
        assert page.evaluate(f"{root}.scrollWidth <= innerWidth")
        assert here.complaints == []


# --- The start ------------------------------------------------------------------------------


def test_the_start_says_what_is_wrong_beside_the_field(browser: Browser, server: Served) -> None:
    with visit(browser, server) as here:
        page = here.page
        page.goto(server.base + "/")
        page.locator("#go").click()
        expect(page.locator("#position-error")).to_be_visible()
        expect(page.locator("#position")).to_be_focused()
        page.locator("#position").press_sequentially("运")
        expect(page.locator("#position-error")).to_be_hidden()
        page.locator("#position").fill("")
        page.locator("#go").click()
        expect(page.locator("#position-error")).to_be_visible()
        page.locator(".chip").first.click()
        expect(page.locator("#position")).to_have_value("后端工程师")
        expect(page.locator("#position-error")).to_be_hidden()

        wrong: FilePayload = {"name": "photo.png", "mimeType": "image/png", "buffer": b"png"}
        page.locator("#resume").set_input_files(wrong)
        expect(page.locator("#resume-error")).to_have_text("请选择 PDF、DOC 或 DOCX 文件。")
        wrong = {"name": "resume.pdf", "mimeType": "application/pdf", "buffer": b"no pdf"}
        page.locator("#resume").set_input_files(wrong)
        expect(page.locator("#resume-error")).to_be_hidden()
        page.locator("#go").click()
        expect(page.locator("#resume-error")).to_have_text(
            "从内容看，这不是 PDF、DOC 或 DOCX 文件，请换一个。"
        )
        page.locator("#drop-clear").click()
        expect(page.locator("#resume-error")).to_be_hidden()
        expect(page.locator("#go")).to_be_enabled()


def test_a_file_may_be_dropped(browser: Browser, server: Served) -> None:
    candidate: Candidate = CANDIDATES["en"]
    with visit(browser, server, locale=candidate.locale) as here:
        page = here.page
        page.goto(server.base + "/")
        transfer = page.evaluate_handle(
            "([name, type]) => { const data = new DataTransfer();"
            "data.items.add(new File(['x'], name, { type })); return data; }",
            [candidate.file_name, candidate.mime_type],
        )
        page.locator("#drop").dispatch_event("drop", {"dataTransfer": transfer})
        expect(page.locator("#drop-name")).to_have_text(candidate.file_name)
        assert page.locator("#resume").evaluate("input => input.files.length") == 1
        assert here.complaints == []
