"""Accounts in a real Chromium: sign up, sit, let the token run out, take the data, delete."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from interviews.tests.browser import Records, visit
from interviews.tests.candidates import CANDIDATES
from interviews.tests.server import Served, serve
from interviews.tests.support import answer_for

pytestmark = pytest.mark.e2e

PASSWORD = "quiet-harbour-7"


@pytest.fixture(scope="module")
def server(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serve(tmp_path_factory.mktemp("accounts"), INTERVIEWGPT_AUTH="jwt") as served:
        yield served


# Every page as it is after its token has run out.
STALE = """
const parse = JSON.parse;
JSON.parse = (text, ...more) => {
  const value = parse(text, ...more);
  if (value?.session?.access) value.session.access = "run.out.long-ago";
  return value;
};
"""


def test_an_interview_of_one_s_own(browser: Browser, server: Served, tmp_path: Path) -> None:
    candidate = CANDIDATES["zh"]
    records = Records(server)
    with visit(browser, server, accept_downloads=True) as here:
        page = here.page
        page.goto(server.base + "/")
        page.wait_for_url("**/demo/login/?next=/demo/")
        page.get_by_text("注册一个").click()
        page.locator("#id_username").fill("lin")
        page.locator("#id_password").fill("short")
        page.locator("form.account button").click()
        expect(page.locator(".field-error")).to_have_text("密码至少需要 8 个字符。")
        page.locator("#id_password").fill(PASSWORD)
        page.locator("form.account button").click()
        page.wait_for_url("**/demo/")

        page.add_init_script(STALE)
        key = here.begin(candidate)
        spec = records.open_question(key)
        assert spec is not None
        here.exchange(records, key, answer_for(spec, "strong"))
        # Creating and connecting each needed a new token, and nobody noticed.
        assert here.asked.count(f"{server.base}/demo/token/") == 2

        # Another account sees none of it.
        with visit(browser, server) as elsewhere:
            elsewhere.page.goto(f"{server.base}/demo/register/")
            elsewhere.page.locator("#id_username").fill("wei")
            elsewhere.page.locator("#id_password").fill(PASSWORD)
            elsewhere.page.locator("form.account button").click()
            elsewhere.page.wait_for_url("**/demo/")
            refused = elsewhere.page.goto(f"{server.base}/demo/interviews/{key}/")
            assert refused is not None
            assert refused.status == 404

        page.get_by_text("我的面试").click()
        expect(page.locator(".interviews .title")).to_have_text(candidate.position)
        page.locator(".interviews summary").click()
        with page.expect_download() as started:
            page.get_by_text("下载全部数据").click()
        file = tmp_path / "interview.json"
        started.value.save_as(file)
        data = json.loads(file.read_text(encoding="utf-8"))
        assert data["interview"]["id"] == key
        assert len(data["messages"]) == len(records.said(key))
        delete, dialog = page.locator(".more form button"), page.locator("#delete-dialog")
        delete.click()
        expect(dialog.locator("#delete-name")).to_have_text(page.locator(".title").inner_text())
        dialog.locator("#delete-no").click()
        expect(dialog).to_be_hidden()
        assert records.said(key) != []
        delete.click()
        dialog.locator("#delete-yes").click()
        page.wait_for_url("**/demo/interviews/")
        expect(page.locator(".interviews")).to_have_count(0)
        assert records.said(key) == []

        page.get_by_text("退出登录").click()
        page.wait_for_url("**/demo/login/**")
        assert [text for text in here.complaints if "401" not in text] == []
        assert here.elsewhere == []
