"""Make the data folder and the database ready to serve; quick when they already are."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import BaseCommand, CommandError, call_command
from django.db import IntegrityError, OperationalError, connection, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor

ADMIN = "admin"

# The advisory lock's number: any that nobody else uses in this database.
_PREPARING = 0x1A7E41E4

_HELD_UP = 2.0
"""Seconds that everybody may be held up for a table that a migration waits for."""
_PAUSE = 3.0
"""Seconds in which they are let through before the next try."""
_PATIENCE = 60.0
"""Seconds after which a migration is not tried again."""
_LOCK_NOT_AVAILABLE = "55P03"  # PostgreSQL's code for a lock that was waited for in vain


class Command(BaseCommand):
    help = (
        "补上缺少的迁移，导入题库，第一次启动时创建账号 admin。 / "
        "Apply missing migrations, seed, and on the first start create the account “admin”."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Raise CommandError when the database does not answer."""
        settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
        try:
            connection.ensure_connection()
        except OperationalError as error:
            reason = str(error).strip().splitlines()[0]
            raise CommandError(
                f"DATABASE_URL：数据库没有应答。 / DATABASE_URL: the database does not answer ({reason})."
            ) from error
        with alone(connection):
            executor = MigrationExecutor(connection)
            if executor.migration_plan(executor.loader.graph.leaf_nodes()):
                self.stdout.write("正在准备数据库… / Preparing the database…")
                migrate = partial(call_command, "migrate", interactive=False, verbosity=0)
                patiently(connection, migrate)
            call_command("seed", verbosity=0)
            self._admin()

    def _admin(self) -> None:
        """Create the first account, with a password that is shown here and nowhere else."""
        users = get_user_model()._default_manager
        if users.exists():
            return
        password = secrets.token_urlsafe(15)
        try:
            with transaction.atomic():
                users.create_superuser(ADMIN, password=password)
        except IntegrityError:
            # Another server started at the same moment and has printed its password.
            return
        self.stdout.write(
            "\n"
            "  管理员账号 / Admin account   (/admin/)\n"
            f"    用户名 / user name:  {ADMIN}\n"
            f"    密码 / password:     {password}\n"
            "  只显示这一次，请记下。 / Shown only this once: note it down.\n"
        )


def patiently(connection: BaseDatabaseWrapper, change: Callable[[], object]) -> None:
    """Make a change of tables, again while somebody else's transaction holds one of them.

    Raise CommandError when that does not end; what single transactions have changed stays.
    """
    given_up = time.monotonic() + _PATIENCE
    while True:
        try:
            with giving_way(connection):
                change()
        except OperationalError as error:
            if getattr(error.__cause__, "sqlstate", "") != _LOCK_NOT_AVAILABLE:
                raise
            if time.monotonic() > given_up:
                raise CommandError(
                    "别的事务（例如备份）占着要迁移的表；等它结束后再试。 / A table to be migrated is "
                    "held by another transaction, such as a backup: try again when that has ended."
                ) from error
            time.sleep(_PAUSE)
        else:
            return


@contextmanager
def giving_way(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """Changes of PostgreSQL's tables wait ``_HELD_UP`` seconds for a table and no longer.

    While they wait behind a long transaction, a backup for example, everybody who only wants to
    read the table waits behind them, so that servers at work would stand still with it.
    """

    def execute(run: Any, sql: Any, params: Any, many: bool, context: Any) -> Any:
        # For the transaction alone: in a session a pooler would hand it on to the servers. What is
        # outside of one (CONCURRENTLY) holds nobody up.
        if connection.in_atomic_block and str(sql).lstrip().startswith(("ALTER", "CREATE", "DROP")):
            run(f"SET LOCAL lock_timeout = {int(_HELD_UP * 1000)}", None, False, context)
        return run(sql, params, many, context)

    if connection.vendor != "postgresql":
        yield
        return
    with connection.execute_wrapper(execute):
        yield


@contextmanager
def alone(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """Servers that start at the same moment on PostgreSQL prepare the database one by one."""
    if connection.vendor != "postgresql":
        yield
        return
    # The lock is a transaction's, on a connection that does nothing else: a session's would be left
    # behind wherever a pooler (PgBouncer) gives each transaction another session.
    keeper = connection.copy()
    try:
        keeper.set_autocommit(False)
        # Asked again and again: a statement that waits would keep an index of the first one's
        # migrations from being built beside the work (CREATE INDEX CONCURRENTLY).
        while not taken(keeper):
            keeper.rollback()
            time.sleep(0.2)
        try:
            yield
        finally:
            keeper.rollback()
    finally:
        keeper.close()


def taken(keeper: BaseDatabaseWrapper) -> bool:
    """Whether the lock is this connection's now, for as long as its transaction lasts, which may
    be longer than a database allows others to rest in one."""
    with keeper.cursor() as cursor:
        cursor.execute(
            "SELECT pg_try_advisory_xact_lock(%s),"
            " set_config('idle_in_transaction_session_timeout', '0', true)",
            [_PREPARING],
        )
        taken, _ = cursor.fetchone()
    return bool(taken)
