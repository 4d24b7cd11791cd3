"""What a candidate sees in the browser when the model does not answer."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from interviews.tests.browser import Records, visit
from interviews.tests.candidates import CANDIDATES
from interviews.tests.server import Served, free_port, serve

pytestmark = pytest.mark.e2e

REMARKS = {
    "zh": "AI 模型暂时无法回应，由内置引擎接手。",
    "en": "The AI model cannot answer; the built-in engine takes over.",
}
REPORTED = {
    "zh": ("由内置引擎代为完成", "第 1 题 · 评判"),
    "en": ("The built-in engine stood in here", "Question 1 · judgement"),
}
ANSWERS = {
    "zh": "我会先看慢查询日志，再用 EXPLAIN 确认索引，最后压测验证。",
    "en": "I look into the slow query log, read the plan, and compare latencies under load.",
}


@pytest.fixture(scope="module")
def server(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server whose model is at an address where nobody listens."""
    address = f"http://127.0.0.1:{free_port()}/v1"
    with serve(
        tmp_path_factory.mktemp("dead"),
        OPENAI_BASE_URL=address,
        INTERVIEWGPT_MODEL_DEADLINE="0.3",
    ) as served:
        yield served


def test_the_change_is_told_in_the_room_and_in_the_report(browser: Browser, server: Served) -> None:
    records = Records(server)
    for language, candidate in CANDIDATES.items():
        with visit(browser, server, locale=candidate.locale) as here:
            interview_id = here.begin(candidate)
            remark = here.page.locator("#remark")
            expect(remark).to_be_hidden()
            here.say(ANSWERS[language])
            # The first call of a server also loads the client.
            expect(remark).to_have_text(REMARKS[language], timeout=60_000)
            expect(remark).to_be_visible()
            expect(here.page.locator("#transcript .line")).to_have_count(4, timeout=60_000)
            assert len(records.said(interview_id)) == 4
            here.page.locator("#end").click()
            here.page.locator("#end-yes").click()
            here.page.wait_for_url("**/report/", timeout=60_000)
            for text in REPORTED[language]:
                expect(here.page.locator("body")).to_contain_text(text)
            assert here.complaints == []
            assert here.elsewhere == []
