"""What a large PostgreSQL does to the admin, to a turn and to the sweep.

    python benchmarks/growth.py --postgres postgres://user:password@127.0.0.1:5432/postgres

Fills a database of its own with INTERVIEWS interviews of MESSAGES messages each by SQL, which takes
a few minutes, and measures in this process, without a server: pages of the admin's list, searches,
pages of messages, due work, and the CPU of a turn with few and with many messages behind it. With
``--keep`` the database stays, and ``--database`` takes it again.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import nullcontext
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote

from house import ROOT, database

POSITIONS = (
    "后端工程师 Java开发工程师 前端工程师 算法工程师 产品经理 数据分析师 测试工程师 运维工程师 "
    "Android开发 iOS开发 项目经理 用户研究员 数据库管理员 安全工程师 嵌入式工程师 大模型应用工程师"
).split()
ENGLISH = (
    "Backend Engineer|Frontend Developer|Data Scientist|Product Manager|QA Engineer|DevOps Engineer|"
    "Machine Learning Engineer|Site Reliability Engineer|iOS Developer|Engineering Manager"
).split("|")
PLACES = "北京 上海 深圳 杭州 成都 远程 Berlin London Remote Singapore".split()

FILL = """
INSERT INTO interviews_interview (browser, position, difficulty, language, status, created_at,
    completed_at, overall_score, family, engine, panel, people, current_interviewer, paused,
    resume_path, resume_text, resume_facts, job_description, usage_calls, usage_prompt_tokens,
    usage_completion_tokens, usage_milliseconds, wish, lease_token, failure, last_message_id)
SELECT '', (%(positions)s::text[])[1 + n %% %(count)s]
        || ' ' || (%(places)s::text[])[1 + n / 7 %% %(places_count)s]
        || CASE WHEN n %% 5 = 0 THEN ' ' || substr(md5(n::text), 1, 6) ELSE '' END,
    (ARRAY['easy', 'medium', 'hard'])[1 + n %% 3], (ARRAY['zh', 'en'])[1 + n %% 2],
    CASE WHEN n %% 10 = 0 THEN 'active' ELSE 'completed' END,
    now() - ((%(interviews)s - n) || ' minutes')::interval * 4,
    CASE WHEN n %% 10 = 0 THEN NULL ELSE now() - ((%(interviews)s - n) || ' minutes')::interval * 4 END,
    CASE WHEN n %% 10 = 0 THEN NULL ELSE round((random() * 100)::numeric, 1) END,
    (ARRAY['backend', 'frontend', 'data', 'product'])[1 + n %% 4], 'builtin',
    '["technical", "behavioral", "hr"]', '{}', 'hr', false, '', CASE WHEN n %% 3 = 0 THEN repeat(md5(n::text), 40) ELSE '' END,
    '{}', '', 0, 0, 0, 0, '', '', '', (%(messages)s - 1) * %(interviews)s + n
FROM generate_series(1, %(interviews)s) AS n;
INSERT INTO interviews_message (interview_id, content, sender_type, interviewer_id, timestamp,
    metadata)
SELECT i.id, repeat(md5((i.id * 31 + m)::text) || ' ', 2 + (i.id + m)::int %% 6),
    CASE WHEN m %% 2 = 0 THEN 'user' ELSE 'interviewer' END,
    CASE WHEN m %% 2 = 0 THEN NULL ELSE 'technical' END, i.created_at,
    CASE WHEN m %% 2 = 0 THEN NULL ELSE '{"kind": "follow_up", "engine": "builtin"}'::jsonb END
FROM generate_series(1, %(messages)s) AS m, interviews_interview AS i;
"""

LIST = "/admin/interviews/interview/"
PAGES = {
    "list, first page": f"{LIST}",
    "list, page 2": f"{LIST}?p=2",
    "list, last page": f"{LIST}?p={{last}}",
    "list, the oldest": f"{LIST}?o=1",
    "list, active ones": f"{LIST}?status__exact=active",
    "list, completed, page {late}": f"{LIST}?status__exact=completed&p={{late}}",
    "list, by score": f"{LIST}?o=-{{score}}",
    "list, worst scores, page {later}": f"{LIST}?o={{score}}&p={{later}}",
    "list, last 7 days": f"{LIST}?created_at__gte={{week}}",
    "list, this month of a year ago": f"{LIST}?created_at__gte={{year}}&created_at__lt={{month}}",
    "search “工程师” (most)": f"{LIST}?q=工程师",
    "search “算法工程师”": f"{LIST}?q=算法工程师",
    "search “engineer” (many)": f"{LIST}?q=engineer",
    "search “scientist berlin”": f"{LIST}?q=scientist+berlin",
    "search “c4ca42” (one)": f"{LIST}?q=c4ca42",
    "search “nowhere” (none)": f"{LIST}?q=nowhere",
    "search and filter": f"{LIST}?q=engineer&difficulty__exact=hard&status__exact=active",
    "one interview": f"{LIST}{{middle}}/change/",
    "messages, first 100": "/api/interviews/{middle}/messages",
    "messages, after one": "/api/interviews/{middle}/messages?after=1",
    "health": "/health",
}


def fill(interviews: int, messages: int) -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        given: dict[str, int | list[str]] = {
            "positions": [*POSITIONS, *ENGLISH],
            "count": len(POSITIONS) + len(ENGLISH),
            "places": PLACES,
            "places_count": len(PLACES),
            "interviews": interviews,
            "messages": messages,
        }
        for statement in FILL.split(";\n"):
            if statement.strip():
                cursor.execute(statement, given)
    with connection.cursor() as cursor:
        # What autovacuum does by itself after so much has been written.
        cursor.execute("VACUUM ANALYZE")


def milliseconds(call: Callable[[], Any], rounds: int) -> dict[str, float]:
    """Of ``rounds`` calls; "cpu" is this process's own, which no other load makes longer."""
    taken, used = [], []
    for _ in range(rounds):
        began, busy = time.perf_counter(), time.process_time()
        call()
        taken.append((time.perf_counter() - began) * 1000)
        used.append((time.process_time() - busy) * 1000)
    return {
        "cpu": round(statistics.median(used), 1),
        "min": round(min(taken), 1),
        "median": round(statistics.median(taken), 1),
        "max": round(max(taken), 1),
    }


def page(wanted: int, rows: int) -> str:
    """The page with that number of a list with so many rows, the last one where it has fewer."""
    return str(max(1, min(wanted, -(-rows // 50))))


def pages(rounds: int) -> dict[str, Any]:
    from django.contrib.auth import get_user_model
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext
    from django.utils import timezone

    from interviews.admin import InterviewAdmin
    from interviews.models import Interview

    keys = list(Interview.objects.order_by("id").values_list("id", flat=True))
    days = {"week": 7, "year": 365, "month": 335}
    now = timezone.now()
    given = {name: quote(str(now - timedelta(days=ago))) for name, ago in days.items()}
    done = Interview.objects.filter(status="completed").count()
    given |= {"last": page(100, len(keys)), "late": page(30, done), "later": page(50, len(keys))}
    given["middle"] = str(keys[len(keys) // 2])
    given["score"] = str(1 + list(InterviewAdmin.list_display).index("score"))
    users = get_user_model()._default_manager
    who = users.filter(username="growth").first() or users.create_superuser("growth")
    client = Client(headers={"Accept-Language": "en"})
    client.force_login(who)
    found = {}
    for title, address in PAGES.items():
        name, path = title.format(**given), address.format(**given)

        def ask(path: str = path) -> None:
            answer = client.get(path)
            assert answer.status_code == 200, f"{path}: {answer.status_code}"

        asked, spent = [], []
        for _ in range(4):
            with CaptureQueriesContext(connection) as queries:
                ask()
            asked = queries.captured_queries
            spent.append(sum(float(one["time"]) for one in asked) * 1000)
        slowest = max(asked, key=lambda one: float(one["time"]), default=None)
        found[name] = {
            "queries": len(asked),
            "sql": round(min(spent), 1),
            "slowest": slowest and f"{slowest['time']} s: {slowest['sql'][:160]}",
            **milliseconds(ask, rounds),
        }
    return found


def due(rounds: int) -> dict[str, Any]:
    from interviews.runner import _due

    assert _due() == []
    return milliseconds(_due, rounds * 20)


async def turns(counts: tuple[int, ...], samples: int) -> dict[str, Any]:
    """CPU of this process for a turn, with so many messages behind it, in turn; milliseconds."""
    from interviewgpt.db import in_db
    from interviews import services
    from interviews.runner import runner

    taken: dict[int, list[float]] = {count: [] for count in counts}
    for _ in range(samples):
        for count in counts:
            key = await in_db(_with_history, count)
            await in_db(
                services.post_message,
                interview_id=key,
                content="I read the slow query log first, then EXPLAIN, and add an index.",
                sender_type="user",
            )
            began = time.process_time()
            await runner.take_up(key)
            taken[count].append((time.process_time() - began) * 1000)
    return {
        str(count): {"median": round(statistics.median(times), 2), "max": round(max(times), 2)}
        for count, times in taken.items()
    }


def _with_history(count: int) -> int:
    """An interview with ``count`` messages behind it, said to a question that is done."""
    from django.utils import timezone

    from interviews.creation import create_interview
    from interviews.models import Interview, Message

    interview = create_interview(position="Backend Engineer", seed=7)
    done = interview.planned.exclude(pk=interview.open_id or 0).last()
    assert done is not None
    made = Message.objects.bulk_create(
        Message(
            interview=interview,
            planned=done,
            content=f"{number}. I would look at the plan of the query and at its indexes.",
            sender_type="user" if number % 2 else "interviewer",
            interviewer_id=None if number % 2 else "technical",
            metadata=None if number % 2 else {"kind": "follow_up", "engine": "builtin"},
            timestamp=timezone.now(),
        )
        for number in range(count - 2)
    )
    Interview.objects.filter(pk=interview.pk).update(last_message_id=made[-1].pk)
    return interview.pk


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--postgres", default=os.environ.get("INTERVIEWGPT_TEST_POSTGRES", ""))
    parser.add_argument("--database", help="one that --keep has left")
    parser.add_argument("--keep", action="store_true")
    parser.add_argument("--interviews", type=int, default=200_000)
    parser.add_argument("--messages", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--samples", type=int, default=20)
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    if not (given.postgres or given.database):
        parser.error("say which --postgres")
    place = nullcontext(given.database) if given.database else database(given.postgres, given.keep)
    with place as url, tempfile.TemporaryDirectory() as data:
        os.environ |= {
            "DATABASE_URL": url,
            "INTERVIEWGPT_DATA_DIR": data,
            "INTERVIEWGPT_ENGINE": "builtin",
            "INTERVIEWGPT_HOSTS": "testserver",
            "DJANGO_SETTINGS_MODULE": "interviewgpt.settings",
        }
        sys.path.insert(0, str(ROOT))
        import django

        django.setup()
        from django.core.management import call_command

        from interviewgpt.db import shut_down

        call_command("bootstrap", verbosity=0, stdout=open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123
        if not given.database:
            began = time.monotonic()
            fill(given.interviews, given.messages)
            print(f"{url}: filled in {time.monotonic() - began:.0f} s", file=sys.stderr)
        found = {
            "interviews": given.interviews,
            "messages": given.interviews * given.messages,
            "pages": pages(given.rounds),
            "sweep": due(given.rounds),
            "turn": asyncio.run(turns((10, 1000), given.samples)),
        }
        asyncio.run(asyncio.to_thread(shut_down))
        report(found)
        if given.json:
            given.json.write_text(json.dumps(found, indent=1, ensure_ascii=False))


def report(found: dict[str, Any]) -> None:
    print(f"{found['interviews']:,} interviews, {found['messages']:,} messages; milliseconds")
    print("| page | min | median | max | CPU | SQL | queries |\n|---|---|---|---|---|---|---|")
    found["pages"]["what is due (nothing)"] = found["sweep"] | {
        "queries": 1,
        "sql": "",
        "slowest": None,
    }
    for name, one in found["pages"].items():
        print(
            f"| {name} | {one['min']} | {one['median']} | {one['max']} | {one['cpu']} | {one['sql']} "
            f"| {one['queries']} |"
        )
    turn = found["turn"]
    for count, one in turn.items():
        print(
            f"A turn with {count} messages behind it: {one['median']} ms of CPU (max {one['max']})"
        )
    print(f"Ratio: {turn['1000']['median'] / turn['10']['median']:.2f}")
    for name, one in found["pages"].items():
        if one["min"] > 150 and one["slowest"]:
            print(f"{name}: {one['slowest']}", file=sys.stderr)


if __name__ == "__main__":
    main()
