"""The runners of this server process: one task per interview with work, and the sweep.

Everything here lives on the server's event loop. Other threads come in through `announce`.
"""

from __future__ import annotations

import asyncio
import contextvars
import logging
from collections.abc import Coroutine
from typing import Any

from django.conf import settings
from django.db import InterfaceError, OperationalError

from interviewers.engines.registry import close_engine
from interviewgpt.api.errors import ApiError, ErrorCode
from interviewgpt.db import begin, in_db
from interviewgpt.meters import SWEEPS
from interviews import hub, ledger, presence, rooms, turns
from interviews.models import Interview, Status
from interviews.ways import Waiting

__all__ = ["Runner", "runner"]

logger = logging.getLogger(__name__)

_SWEEP_AT_MOST = 500
_POLL_SECONDS = 0.2
_POLL_AT_MOST = 2.0
_DRAIN_SECONDS = 20
"""What is under way when the server is to end may last so long; whoever ends servers in bulk
usually waits half a minute before they kill."""
_RELEASE_SECONDS = 3
_HELD_AT_MOST = 900
"""Seconds of one piece of work. Model calls have deadlines of their own, far below; this one is for
engines from outside, and for what nobody has thought of."""
_SECOND_LOOK = 0.05


class Runner:
    """Runs due work in tasks of the event loop it was started on."""

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stopped: asyncio.AbstractEventLoop | None = None
        self._tasks: set[asyncio.Task[Any]] = set()
        self._working: dict[int, asyncio.Task[None]] = {}
        self._running: dict[int, tuple[turns.Work, asyncio.Task[None]]] = {}
        self._again: set[int] = set()
        self._taken: dict[int, ledger.Claim] = {}
        self._sweeper: asyncio.Task[None] | None = None
        self._keeper: asyncio.Task[None] | None = None
        self._leaving: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to sweep on the running loop; once started, or stopped, it is a glance."""
        loop = asyncio.get_running_loop()
        if loop in (self._loop, self._stopped):
            return
        self._loop, self._leaving = loop, None
        self._tasks.clear()
        self._working.clear()
        self._sweeper = self._spawn(self._sweep())

    def leave(self) -> None:
        """Take up nothing more. What is under way may end, for at most ``_DRAIN_SECONDS``, then it
        is given back; requests that wait for an end are answered. On the loop only."""
        if self._leaving is None:
            self._leaving = self._spawn(self._drain())

    async def stop(self) -> None:
        """Leave, wait until nothing is under way any more, and stop sweeping."""
        self._loop, self._stopped = None, asyncio.get_running_loop()
        self.leave()
        if self._leaving is not None:
            await asyncio.wait({self._leaving})
        left = [task for task in self._tasks if task is not asyncio.current_task()]
        for task in left:
            task.cancel()
        if left:
            await asyncio.wait(left, timeout=_RELEASE_SECONDS)
        await self._give_back(*self._taken)
        await close_engine()

    async def _drain(self) -> None:
        running = [task for task in self._working.values() if not task.done()]
        if not running:
            return
        _, late = await asyncio.wait(running, timeout=min(_DRAIN_SECONDS, settings.LEASE_SECONDS))
        for task in late:
            task.cancel()
        if late:
            logger.warning("%d replies were given back unfinished", len(late))
            await asyncio.wait(late, timeout=_RELEASE_SECONDS)

    @property
    def willing(self) -> bool:
        """Whether work that is claimed for this runner and announced to it is taken up."""
        loop = self._loop
        return loop is not None and not loop.is_closed() and self._leaving is None

    def announce(
        self,
        interview_id: int,
        event: dict[str, Any] | None,
        *,
        due: bool,
        claim: ledger.Claim | None = None,
    ) -> None:
        """Tell the room and, if work is ``due``, take it up; ``claim`` is the lease of it where it
        is held already. From any thread; does not wait.

        Without a server in this process nothing happens: the work stays due in the database.
        """
        loop = self._loop
        if loop is None or loop.is_closed():
            return

        def heard() -> None:
            if claim is not None:
                self._taken[interview_id] = claim
            if event is None or rooms.tell_here(interview_id, event):
                if due:
                    self.take_up(interview_id)
            else:
                self._spawn(self._tell_others(interview_id, event, due))

        loop.call_soon_threadsafe(heard)

    async def _tell_others(self, interview_id: int, event: rooms.Event, due: bool) -> None:
        await rooms.tell_others(interview_id, event)
        if due:
            self.take_up(interview_id)

    def take_up(self, interview_id: int) -> asyncio.Task[None]:
        """Work on an interview until nothing is due; on the loop only. One task per interview."""
        task = self._working.get(interview_id)
        if task is not None and not task.done():
            self._again.add(interview_id)
            self._spawn(self._overtake(interview_id))
            return task
        task = self._spawn(self._work(interview_id))
        self._working[interview_id] = task
        return task

    async def finish(self, interview_id: int) -> None:
        """Ask for the end and wait until the interview is complete.

        Raises ApiError: INTERVIEW_NOT_FOUND, the code the end failed with, or AI_SERVICE_ERROR
        when it takes longer than ``END_WAIT_SECONDS`` or the server ends before; the end then
        stays due.
        """
        if not await in_db(ledger.ask_to_end, interview_id=interview_id):
            return
        pause = _POLL_SECONDS
        try:
            async with asyncio.timeout(settings.END_WAIT_SECONDS):
                while True:
                    # Neither cancelled with this request nor cancelling it.
                    await asyncio.wait({self.take_up(interview_id)})
                    status, failure = await in_db(_outcome, interview_id)
                    if status == Status.COMPLETED:
                        return
                    if failure:
                        raise ApiError(ErrorCode(failure))
                    if self._leaving is not None:
                        raise ApiError(ErrorCode.AI_SERVICE_ERROR)
                    # Another process is at work on it.
                    await asyncio.sleep(pause)
                    pause = min(pause * 1.5, _POLL_AT_MOST)
        except TimeoutError:
            raise ApiError(ErrorCode.AI_SERVICE_ERROR) from None

    async def _work(self, interview_id: int) -> None:
        """Claim and run until there is nothing to claim, or the server is to end."""
        try:
            while self._leaving is None:
                self._again.discard(interview_id)
                claim = self._taken.pop(interview_id, None)
                if turns.waits():
                    claim = claim or await in_db(ledger.claim, interview_id)
                    settled = claim is None or await self._run(claim)
                else:
                    settled = await self._reply_at_once(interview_id, claim)
                if settled and interview_id not in self._again:
                    return
        except (OperationalError, InterfaceError):
            logger.exception("interview %s: the database failed, the work stays due", interview_id)
        finally:
            if self._working.get(interview_id) is asyncio.current_task():
                del self._working[interview_id]
            await self._give_back(interview_id)

    async def _give_back(self, *interview_ids: int) -> None:
        """Give up the leases that were taken for work nobody has begun."""
        for interview_id in interview_ids:
            claim = self._taken.pop(interview_id, None)
            if claim is not None:
                releasing = begin(ledger.release, claim)
                try:
                    await asyncio.shield(releasing)
                except asyncio.CancelledError:
                    # Who ends everything waits for this task, and so for the lease.
                    await asyncio.wait({releasing})
                    raise

    async def _reply_at_once(self, interview_id: int, claim: ledger.Claim | None) -> bool:
        """Reply in one thread, which claims the work if nobody has; whether everything that was
        owed is settled. The end, if that is what is due or left, is worked on here."""
        # Whatever becomes of this task, the thread settles the work or gives it back.
        outcome = await asyncio.shield(begin(turns.reply_at_once, interview_id, claim))
        await rooms.send(interview_id, *outcome.events)
        if outcome.left is not None:
            return await self._run(outcome.left)
        return outcome.settled

    async def _run(self, claim: ledger.Claim) -> bool:
        """Do the work; give it up as soon as something else is owed, or the lease is lost. Whether
        everything that was owed is settled, and the lease given back with it."""
        work = turns.Work(claim)
        running = self._spawn(turns.run(work))
        self._running[claim.interview_id] = (work, running)
        if self._keeper is None or self._keeper.done():
            self._keeper = self._spawn(self._keep())
        try:
            await asyncio.wait({running}, timeout=_HELD_AT_MOST)
            if not running.done():
                logger.error("interview %s: the work took too long", claim.interview_id)
                running.cancel()
                await asyncio.wait({running}, timeout=_RELEASE_SECONDS)
                await turns.give_up(work, ApiError(ErrorCode.AI_SERVICE_ERROR), Waiting())
        except asyncio.CancelledError:
            running.cancel()
            # What it is still storing is stored before the lease is given back.
            await asyncio.wait({running}, timeout=_RELEASE_SECONDS)
            raise
        finally:
            self._running.pop(claim.interview_id, None)
            # Looked at first: where the database is away, giving the lease back fails as well.
            ended = running.done() and not running.cancelled()
            failure = running.exception() if ended else None
            if work.claim is not None:
                # Not in the work itself: a cancellation that met it there would leave the lease
                # to run out, and the interview silent until then.
                await asyncio.shield(in_db(ledger.release, claim))
        if failure is not None:
            raise failure
        return work.claim is None

    async def _keep(self) -> None:
        """Renew the leases while there is work, all at once; stop the work whose lease is lost."""
        while self._running:
            await asyncio.sleep(settings.LEASE_SECONDS / 3)
            held = [work.claim for work, _ in self._running.values() if work.claim is not None]
            try:
                for claim in await in_db(ledger.renew, held) if held else ():
                    # What was settled meanwhile is no longer ours either.
                    work, running = self._running.get(claim.interview_id, (None, None))
                    if work is not None and work.claim == claim and running is not None:
                        running.cancel()
            except (OperationalError, InterfaceError):
                logger.exception("%d leases could not be renewed", len(held))

    async def _overtake(self, *interview_ids: int) -> None:
        """Cancel replies that are no longer the ones owed: a message, a skip or the end came in,
        here or in another process."""
        claims = {}
        for interview_id in interview_ids:
            work, _ = self._running.get(interview_id, (None, None))
            if work is not None and work.claim is not None and not work.claim.ending:
                claims[interview_id] = work.claim
        lost = await in_db(ledger.lost, list(claims.values())) if claims else set()
        if lost:
            # What was committed a moment ago is lost only in so far as it is settled.
            await asyncio.sleep(_SECOND_LOOK)
        for interview_id in lost:
            work, running = self._running.get(interview_id, (None, None))
            if running is not None and work is not None and work.claim is claims[interview_id]:
                running.cancel()

    async def _sweep(self) -> None:
        """Take up what is due and nobody holds, at once and then every few seconds."""
        catching_up: asyncio.Task[None] | None = None
        while True:
            try:
                await self._overtake(*self._running)
                for interview_id in await in_db(_due):
                    self.take_up(interview_id)
                SWEEPS.labels("done").inc()
            except Exception:
                SWEEPS.labels("failed").inc()
                logger.exception("the sweep failed and is tried again")
            # Beside the sweep, never in its way: it waits for clients.
            if catching_up is None or catching_up.done():
                catching_up = self._spawn(_catch_up())
            await asyncio.sleep(settings.SWEEP_SECONDS)

    def _spawn(self, coroutine: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        # An empty context: a task that inherited a request's would call into its dead threads.
        loop = asyncio.get_running_loop()
        task = loop.create_task(coroutine, context=contextvars.Context())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task


async def _catch_up() -> None:
    await hub.look_for_layer()
    try:
        await presence.catch_up()
    except (OperationalError, InterfaceError):
        logger.exception("nobody could be brought up to date; tried again with the next sweep")


def _due() -> list[int]:
    # The oldest first, so that nobody waits for ever where many do.
    due = Interview.objects.due().order_by("pk")
    return list(due.values_list("pk", flat=True)[:_SWEEP_AT_MOST])


def _outcome(interview_id: int) -> tuple[str, str]:
    found = Interview.objects.filter(pk=interview_id).values_list("status", "failure").first()
    if found is None:
        raise ApiError(ErrorCode.INTERVIEW_NOT_FOUND)
    return found


runner = Runner()
