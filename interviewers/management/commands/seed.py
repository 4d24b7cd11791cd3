"""``manage.py seed``: the question bank, the rubrics and the first panel."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from interviewers.bank.schema import BankError
from interviewers.seeding import seed


class Command(BaseCommand):
    help = "把题库、评分标准和第一组面试官导入数据库。 / Bring the question bank, the rubrics and the first panel into the database."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            done = seed()
        except BankError as error:
            raise CommandError(str(error)) from error
        if options["verbosity"] and (done.competencies or done.interviewers or done.questions):
            self.stdout.write(
                f"Seeded {done.competencies} competencies, {done.interviewers} interviewers, "
                f"{done.questions} questions."
            )
