"""Whole interviews in a real Chromium, against a real server: what a candidate sees and does."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Browser, expect

from interviews.gaps import SUBSTANTIAL
from interviews.tests.browser import Records, Visit, visit
from interviews.tests.candidates import CANDIDATES
from interviews.tests.server import Served, get_json, serve
from interviews.tests.support import answer_for

pytestmark = pytest.mark.e2e


# --- A whole interview ----------------------------------------------------------------------


@pytest.mark.parametrize(("language", "motion"), [("zh", "no-preference"), ("en", "reduce")])
def test_a_whole_interview(browser: Browser, server: Served, language: str, motion: str) -> None:
    candidate = CANDIDATES[language]
    records = Records(server)
    with visit(browser, server, locale=candidate.locale, reduced_motion=motion) as candidate_here:
        interview_id = candidate_here.begin(candidate, resume=True)
        answers, floors = sit_through(candidate_here, records, interview_id, language)
        said = [row[2] for row in records.said(interview_id) if row[1] == "interviewer"]

        assert list(dict.fromkeys(floors)) == ["technical", "behavioral", "hr"]
        assert any(name in text for name in candidate.projects for text in said)
        assert_follow_ups_probe_what_is_missing(records, interview_id, said)

        candidate_here.page.wait_for_url(f"**/demo/interviews/{interview_id}/report/")
        assert_report(candidate_here, records, interview_id, answers, language)
        assert candidate_here.complaints == []
        assert candidate_here.elsewhere == []


def sit_through(
    here: Visit, records: Records, interview_id: int, language: str
) -> tuple[list[str], list[str]]:
    """Answer until nothing is on the table; the answers, and who had the floor after each."""
    answers: list[str] = []
    floors: list[str] = []
    current = "technical"
    while (spec := records.open_question(interview_id)) is not None:
        expect(here.page.locator("#panel [aria-current]")).to_have_attribute(
            "data-interviewer", current
        )
        floors.append(current)
        answers.append(
            answer_for(spec, "middling" if len(answers) % 4 == 1 else "strong", language)
        )
        _, current = here.exchange(records, interview_id, answers[-1])
    return answers, floors


def assert_follow_ups_probe_what_is_missing(
    records: Records, interview_id: int, said: list[str]
) -> None:
    """Every question's first follow-up is in the transcript, and is about a point that its first answer
    did not make; about the act or the outcome of a story also where that was over in a few words. Which
    questions are asked is chosen at random."""
    probed = records.rows(
        "SELECT id, spec, follow_ups FROM interviews_plannedquestion "
        "WHERE interview_id = ? AND follow_ups != '[]'",
        interview_id,
    )
    assert probed
    for planned_id, spec_text, gaps in probed:
        spec = json.loads(spec_text)
        gap = json.loads(gaps)[0]
        probe = next(f["text"] for f in spec["follow_ups"] if f["point"] == gap)
        assert any(text.endswith(probe) for text in said)
        missing, first = records.rows(
            "SELECT a.missing, m.content FROM feedback_assessment a "
            "JOIN interviews_message m ON m.id = a.answer_id WHERE a.planned_id = ? ORDER BY a.id",
            planned_id,
        )[0]
        cue = next(point["cue"] for point in spec["points"] if point["key"] == gap)
        language = "zh" if re.search("[\u4e00-\u9fff]", spec["text"]) else "en"
        shortly = len(first) < 2 * SUBSTANTIAL[language]
        lacking = [point["key"] for point in json.loads(missing)]
        assert gap in lacking or (not lacking and shortly and cue in ("action", "result"))


def assert_report(
    here: Visit, records: Records, interview_id: int, answers: list[str], language: str
) -> None:
    page = here.page
    feedback = get_json(f"{here.server.base}/api/interviews/{interview_id}/feedback")["data"]
    expect(page.locator(".total .number")).to_have_text(f"{feedback['overall_score']:g}")
    assert 0 < feedback["overall_score"] < 100
    expect(page.locator(".review")).to_have_count(3)
    expect(page.locator("svg.radar")).to_be_visible()

    links = page.locator("a.evidence")
    quotes = links.all_text_contents()
    assert len(quotes) >= 5
    for quote in quotes:
        assert any(quote in answer for answer in answers), quote

    second = page.locator("details.assessment").nth(1)
    second.locator("summary").click()
    second.locator("a.evidence").click()
    mark = page.locator("mark:target")
    expect(mark).to_be_in_viewport()
    expect(mark).to_be_focused()
    expect(mark).to_contain_text(quotes[1])
    page.locator(":target + .back").click()
    expect(page.locator("#answer-2:target")).to_be_in_viewport()

    third = page.locator("details.assessment").nth(2)
    page.evaluate("location.hash = '#answer-3'")
    expect(third).to_have_attribute("open", "")
    third.locator("summary").focus()
    page.keyboard.press("Tab")
    expect(third.locator("a.evidence")).to_be_focused()
    assert page.evaluate("document.documentElement.lang") == ("en" if language == "en" else "zh-CN")


# --- The connection -------------------------------------------------------------------------


def test_a_restart_of_the_server_loses_and_doubles_nothing(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    data = tmp_path_factory.mktemp("restarted")
    with serve(data) as first:
        port = int(first.base.rpartition(":")[2])
        records = Records(first)
        context = browser.new_context(locale="zh-CN")
        here = Visit(first, context, context.new_page())
        interview_id = here.begin(CANDIDATES["zh"])
        last, _ = here.exchange(records, interview_id, "先看慢查询日志，再看执行计划。")
    expect(here.page.locator("#connection")).to_have_attribute("data-state", "lost")
    here.say("连接断开时说的第一句。")
    here.say("连接断开时说的第二句。")
    here.page.locator("#answer").fill("还没写完的半句")
    missed = records.add_message(interview_id, "断线期间来的消息。")
    expect(here.page.locator(".line.unsent")).to_have_count(2)
    label = here.page.locator(".line.unsent").first
    expect(label).to_have_attribute("data-unsent", "还没有发送…")
    with serve(data, port):
        here.connected()
        expect(here.page.locator(".line.unsent")).to_have_count(0)
        last, _ = records.settled(interview_id, missed)
        expect(here.line(last)).to_be_attached()
        said = [(row[0], row[2]) for row in records.said(interview_id)]
        assert here.lines() == said
        assert [text for _, text in said[-4:-1]] == [
            "断线期间来的消息。",
            "连接断开时说的第一句。",
            "连接断开时说的第二句。",
        ]
        assert here.page.locator("#answer").input_value() == "还没写完的半句"
        context.close()


def test_what_was_not_sent_survives_a_reload(browser: Browser, server: Served) -> None:
    records = Records(server)
    with visit(browser, server) as here:
        interview_id = here.begin(CANDIDATES["zh"])
        here.page.locator("#answer").fill("写到一半的草稿")
        here.page.reload()
        here.connected()
        assert here.page.locator("#answer").input_value() == "写到一半的草稿"

        # What the server never got, because it was said into a dead connection.
        here.page.evaluate(
            "([key, message]) => localStorage.setItem(key, JSON.stringify(message))",
            [
                f"interviewgpt.{interview_id}.unsent.c1",
                {"content": "断线前说的话", "client_id": "c1", "at": 1},
            ],
        )
        before = len(records.said(interview_id))
        here.page.reload()
        last, _ = records.settled(interview_id, records.said(interview_id)[before - 1][0])
        expect(here.line(last)).to_be_attached()
        here.page.reload()
        here.connected()
        texts = [text for _, text in here.lines()]
        assert texts.count("断线前说的话") == 1
        assert [row[2] for row in records.said(interview_id)] == texts
        assert here.complaints == []


def test_two_tabs_see_the_same(browser: Browser, server: Served) -> None:
    records = Records(server)
    with visit(browser, server) as here:
        interview_id = here.begin(CANDIDATES["zh"])
        other = here.watch(here.context.new_page())
        other.goto(here.page.url)
        here.connected(other)
        for page, text in ((here.page, "从第一个标签页回答。"), (other, "从第二个标签页回答。")):
            last, _ = here.exchange(records, interview_id, text, page)
            for each in (here.page, other):
                expect(here.line(last, each)).to_be_attached()
        assert here.lines() == here.lines(other)
        assert here.lines() == [(row[0], row[2]) for row in records.said(interview_id)]
        assert here.complaints == []


def test_a_double_click_counts_once(browser: Browser, server: Served) -> None:
    records = Records(server)
    count = "SELECT count(*) FROM interviews_interview"
    with visit(browser, server) as here:
        before = records.rows(count)[0][0]
        interview_id = here.begin(CANDIDATES["zh"], way="dblclick")
        assert records.rows(count)[0][0] == before + 1

        here.page.locator("#answer").fill("只说一遍。")
        here.page.locator("#send").dblclick()
        last, _ = records.settled(interview_id, records.said(interview_id)[1][0])
        expect(here.line(last)).to_be_attached()
        texts = [row[2] for row in records.said(interview_id)]
        assert texts.count("只说一遍。") == 1
        assert [text for _, text in here.lines()] == texts
