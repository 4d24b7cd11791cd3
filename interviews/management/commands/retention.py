"""Delete what has been kept for long enough. Meant to be run once a day, by cron or systemd."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError, CommandParser

from interviews import retention


class Command(BaseCommand):
    help = (
        "删除 INTERVIEWGPT_RETENTION_DAYS 天没人碰过的面试（0 全部保留）和属于它们的一切，"
        "以及一天以上不属于任何面试的文件。 / "
        "Delete interviews nobody has touched for INTERVIEWGPT_RETENTION_DAYS days (0 keeps all), "
        "with everything that belongs to them, and files older than a day that belong to none."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--dry-run",
            action="store_true",
            help="只说会删什么，不删。 / Say what would go; delete nothing.",
        )
        parser.add_argument(
            "--days",
            type=int,
            default=settings.RETENTION_DAYS,
            help="这一次用别的天数。 / Another number of days than the setting's, this time.",
        )

    def handle(self, *args: Any, dry_run: bool, days: int, **options: Any) -> None:
        """Raise CommandError for a negative number of days."""
        if days < 0:
            raise CommandError("--days must be 0 (keep everything) or more.")
        if dry_run:
            interviews = retention.expired(days).count()
            files = sum(1 for _path in retention.orphans())
        else:
            interviews, files = retention.delete_interviews(days), retention.delete_files()
        done = "将删除 / would delete" if dry_run else "已删除 / deleted"
        self.stdout.write(f"{done}: {interviews} 场面试 / interviews, {files} 个文件 / files")
