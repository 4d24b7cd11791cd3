"""The line to an OpenAI-compatible server: text as it comes, and data in an agreed shape.

The only file that imports `openai`, late and in a thread, because that takes about a second.
Everything is streamed, data too, so that one clock watches over every call: the first byte, the
silence between two chunks, and the whole. Whatever goes wrong is an `LLMError`.
"""

from __future__ import annotations

import asyncio
import random
from asyncio import AbstractEventLoop
from collections.abc import AsyncGenerator, Callable, Iterator, Sequence
from contextlib import aclosing, contextmanager
from dataclasses import dataclass, replace
from importlib import import_module
from time import monotonic
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from interviewgpt import meters
from interviewgpt.llm_breaker import Breaker
from interviewgpt.llm_errors import (
    AuthError,
    ConnectionFailedError,
    CutShortError,
    EmptyError,
    LLMError,
    MalformedError,
    RateLimitedError,
    RefusalError,
    RejectedError,
    ServerFailedError,
    StalledError,
    UnfitError,
    broken_line,
    named,
    of_finish,
    of_status,
)
from interviewgpt.llm_features import Asked, Features
from interviewgpt.llm_line import Line, slot
from interviewgpt.llm_stream import Coming
from interviewgpt.llm_terms import LLMConfig, Prompt, Screen, Shape, Spent
from interviewgpt.llm_text import Cleaner, Thoughts, json_in, json_of, tokens_of, usage_in, words_in

__all__ = ["LLM", "load"]

T = TypeVar("T")

_ATTEMPTS = 4
_AFTERGLOW = 2.0
"""Seconds to wait for the usage once the text is complete."""
_THOUGHTFUL = 3
"""So many replies without a thought, and a server that has sent ends of thoughts is trusted again."""
_DATA_WINDOW = 0.04
"""Data is of no use before its end; how often it is looked at meanwhile only bounds its length."""


def load() -> None:
    """Import the library now, and not with the first call."""
    import_module("openai")


@dataclass(frozen=True, slots=True)
class _Call:
    """One call: ``until`` is when it has to be over, by the loop's clock, and ``attempts`` how
    often it may be tried. ``window`` is how long what comes is gathered."""

    prompts: Sequence[Prompt]
    spent: Spent
    until: float
    longest: int
    temperature: float
    asked: Asked | None = None
    screen: Callable[[], Screen] | None = None
    window: float = _DATA_WINDOW
    attempts: int = _ATTEMPTS


class LLM:
    """A model of one server. What the server turns out not to know is remembered, and that it
    is down, by ``clock``."""

    def __init__(self, config: LLMConfig, clock: Callable[[], float] = monotonic) -> None:
        self.config = config
        self._breaker = Breaker(config.rest, clock)
        self._features = Features()
        self._unopened = 0
        self._lines: WeakKeyDictionary[AbstractEventLoop, Line] = WeakKeyDictionary()
        self._opening: WeakKeyDictionary[AbstractEventLoop, asyncio.Lock] = WeakKeyDictionary()

    async def text(
        self,
        prompts: Sequence[Prompt],
        *,
        spent: Spent,
        longest: int,
        temperature: float,
        window: float = 0.0,
        screen: Callable[[], Screen] | None = None,
    ) -> AsyncGenerator[str, None]:
        """The reply, at most ``longest`` characters: its first words as soon as they are there, from
        then on what comes within ``window`` seconds as one piece. Raises `LLMError`; what was
        gathered and not yet given is dropped then.

        Tried again only while nothing has been given out. Every attempt has a ``screen`` of its own.
        """
        line = await self._line()
        call = _Call(prompts, spent, self._until(), longest, temperature, None, screen, window)
        async with slot(line, call.until) as client:
            call = self._admitted(call)
            given = False
            with self._watched():
                for attempt in range(call.attempts):
                    try:
                        async with aclosing(self._once(client, call)) as pieces:
                            async for piece in pieces:
                                given = True
                                yield piece
                        return
                    except LLMError as error:
                        if given:
                            raise
                        await _pause(error, self.config.pause, attempt, call)

    async def data(
        self,
        prompts: Sequence[Prompt],
        shape: Shape[T],
        *,
        spent: Spent,
        longest: int,
        temperature: float,
    ) -> T:
        """The reply as data of ``shape``. Raises `LLMError`.

        A reply that cannot be read is asked for once more; when it was no JSON at all, one rung
        down, for a server may take a format without keeping to it.
        """
        line = await self._line()
        asked = Asked(shape.name, shape.schema)
        call = _Call(prompts, spent, self._until(), longest, temperature, asked)
        async with slot(line, call.until) as client:
            call = self._admitted(call)
            try:
                value = json_in(await self._whole(client, call))
            except ValueError as error:
                problem, call = str(error), replace(call, asked=replace(asked, step_down=1))
            else:
                try:
                    return shape.take(value)
                except ValueError as error:
                    problem = str(error)
            again: Prompt = {"role": "user", "content": shape.repair(problem)}
            try:
                text = await self._whole(client, replace(call, prompts=[*prompts, again]))
                return shape.take(json_in(text))
            except ValueError as error:
                raise MalformedError(f"not the agreed data, twice: {error}") from None

    async def close(self) -> None:
        """Close the running loop's connections; the next call opens new ones."""
        line = self._lines.pop(asyncio.get_running_loop(), None)
        if line is not None:
            await line.client.close()

    def _until(self) -> float:
        return asyncio.get_running_loop().time() + self.config.deadline

    async def _line(self) -> Line:
        config = self.config
        if not (config.api_key.isascii() and config.api_key.isprintable()):
            raise AuthError("the key has characters that no header can carry")
        loop = asyncio.get_running_loop()
        if (line := self._lines.get(loop)) is not None:
            return line
        async with self._opening.setdefault(loop, asyncio.Lock()):
            if loop not in self._lines:
                # In a thread: it imports the library and reads whose certificates are trusted.
                client = await asyncio.to_thread(self._client)
                self._lines[loop] = Line(client, asyncio.Semaphore(config.concurrency))
        return self._lines[loop]

    def _client(self) -> Any:
        import openai

        config = self.config
        return openai.AsyncOpenAI(
            # A server of one's own needs no key; the library insists on one.
            api_key=config.api_key or "none",
            base_url=config.base_url or None,
            max_retries=0,
            timeout=openai.Timeout(config.deadline, connect=min(10.0, config.first_byte)),
            # Over aiohttp, whose parser is compiled: a piece costs half of what it does else.
            # Whoever sends us elsewhere is misconfigured: neither the key nor the words follow.
            http_client=openai.DefaultAioHttpClient(follow_redirects=False),
        )

    async def _whole(self, client: Any, call: _Call) -> str:
        """A whole reply; tried again on any failure that may pass."""
        with self._watched():
            for attempt in range(call.attempts):
                try:
                    async with aclosing(self._once(client, call)) as pieces:
                        return "".join([piece async for piece in pieces])
                except LLMError as error:
                    await _pause(error, self.config.pause, attempt, call)
            raise StalledError("out of attempts")

    def _admitted(self, call: _Call) -> _Call:
        """The call as it may be made. Raises `RestingError` while the server is left alone."""
        return replace(call, attempts=1) if self._breaker.admit() else call

    @contextmanager
    def _watched(self) -> Iterator[None]:
        """How a call ends is remembered; one that is given up by its caller says nothing."""
        begun = monotonic()
        try:
            yield
        except LLMError as error:
            meters.model_answered(monotonic() - begun, error)
            self._breaker.report(error)
            raise
        meters.model_answered(monotonic() - begun, None)
        self._breaker.report(None)

    async def _once(self, client: Any, call: _Call) -> AsyncGenerator[str, None]:
        """One attempt: the visible text in pieces, none of them empty."""
        data, screen = call.asked is not None, call.screen() if call.screen else None
        now = asyncio.get_running_loop().time
        due = min(now() + self.config.first_byte, call.until)
        stream = await self._open(client, call, due)
        finish = ""
        declined = False
        given = 0
        tokens = (0, 0)
        heard: list[str] = []
        thoughts = Thoughts(longest=call.longest, unopened=data or self._unopened > 0, data=data)
        cleaner = Cleaner()
        kind = stream.response.headers.get("content-type", "")
        coming = Coming(stream.response.aiter_bytes(), whole="json" in kind)
        try:
            over = False
            while not over:
                words = ""
                try:
                    with _translated("waiting for the next chunk"):
                        for chunk in await coming.take(due, call.window if data or given else 0):
                            tokens = usage_in(chunk) or tokens
                            said, ends, refused = words_in(chunk)
                            words += said
                            finish = finish or ends
                            declined = declined or refused
                        coming.check()
                        over = coming.ended
                except (ConnectionFailedError, MalformedError, StalledError):
                    # The text may be whole, and only its price was still to come.
                    over = bool(finish)
                    if not over:
                        raise
                heard.append(words)
                with _fit():
                    text = thoughts.feed(cleaner.feed(words))
                    if screen and text:
                        text = screen.feed(text)
                if text:
                    given += len(text)
                    if given > call.longest:
                        raise CutShortError(f"more than {call.longest} characters")
                    yield text
                due = min(now() + (_AFTERGLOW if finish else self.config.stall), call.until)
        finally:
            if not any(tokens) and any(heard):
                # Else a server that tells nothing would have no limit.
                prompts = sum(tokens_of(part["content"]) for part in call.prompts)
                tokens = (prompts, tokens_of("".join(heard)))
            call.spent.prompt_tokens += tokens[0]
            call.spent.completion_tokens += tokens[1]
            meters.tokens_used(*tokens)
            self._unopened = _THOUGHTFUL if thoughts.ended else self._unopened
            await coming.close()
            await stream.close()
        if declined:
            raise RefusalError("the model declined")
        if (wrong := of_finish(finish)) is not None:
            raise wrong
        if not (thoughts.ended or data):
            self._unopened = max(0, self._unopened - 1)
        with _fit():
            rest = thoughts.rest()
            if screen:
                rest = screen.feed(rest) + screen.rest()
        if rest:
            yield rest
        elif not given:
            raise EmptyError(f"no text (finish reason {finish[:20]})")

    async def _open(self, client: Any, call: _Call, due: float) -> Any:
        """The stream of a reply, with as much as the server takes."""
        import openai

        features = self._features
        while True:
            try:
                with _translated("waiting for the first byte"):
                    async with asyncio.timeout_at(due):
                        call.spent.calls += 1
                        # Not `chat.completions.create`, which first compares every message with
                        # its types; the request is the same.
                        stream = await client.post(
                            "/chat/completions",
                            content=json_of(
                                {
                                    "model": self.config.model,
                                    "messages": call.prompts,
                                    "stream": True,
                                    **features.arguments(call.temperature, call.asked),
                                }
                            ),
                            cast_to=object,
                            stream=True,
                            stream_cls=openai.AsyncStream[object],
                        )
            except RejectedError as error:
                fewer = features.without(error.body, data=call.asked is not None)
                if not error.negotiable or fewer is None:
                    raise
                features = fewer
                continue
            # Only now is it known that leaving these things out was what helped.
            self._features = features
            break
        kind = stream.response.headers.get("content-type", "")
        if "html" in kind:
            await stream.close()
            raise MalformedError(f"answered with {kind} instead of a stream")
        return stream


async def _pause(error: LLMError, wait: float, attempt: int, call: _Call) -> None:
    """Wait before another attempt; raises ``error`` when there is no use or no time for one."""
    wait *= 2**attempt * random.uniform(0.8, 1.2)
    hopeless = not error.retry or attempt + 1 >= call.attempts
    if isinstance(error, RateLimitedError):
        hopeless = hopeless or error.exhausted
        wait = wait if error.retry_after is None else error.retry_after
    if hopeless or asyncio.get_running_loop().time() + wait >= call.until:
        raise error
    await asyncio.sleep(wait)


@contextmanager
def _fit() -> Iterator[None]:
    try:
        yield
    except ValueError as error:
        raise UnfitError(str(error)) from None


@contextmanager
def _translated(doing: str) -> Iterator[None]:
    """Whatever the library raises, as one of ours.

    Without the original as a cause: its text may be a proxy's whole page, or repeat the key.
    """
    import aiohttp
    import httpx2
    import openai

    try:
        yield
    except TimeoutError:
        raise StalledError(f"too long {doing}") from None
    except openai.APIStatusError as error:
        raise of_status(error) from None
    except (openai.APITimeoutError, httpx2.TimeoutException) as error:
        if (broken := broken_line(error)) is not None:
            raise ConnectionFailedError(f"{doing}: {named(broken)}") from None
        raise StalledError(f"timed out {doing}") from None
    except (httpx2.HTTPError, aiohttp.ClientError) as error:
        raise ConnectionFailedError(f"{doing}: {named(error)}") from None
    except openai.APIConnectionError as error:
        raise ConnectionFailedError(f"{doing}: {named(error.__cause__)}") from None
    except openai.APIError as error:
        raise ServerFailedError(f"an error in the stream: {error.message}") from None
    except (openai.OpenAIError, RecursionError, ValueError) as error:
        raise MalformedError(f"{doing}: {type(error).__name__}") from None
    except OSError as error:
        raise ConnectionFailedError(f"{doing}: {named(error)}") from None
