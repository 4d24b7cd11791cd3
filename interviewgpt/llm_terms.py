"""What is said to `LLM`: where the model is, what it is asked, and in what shape it is to answer."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Generic, Literal, Protocol, TypedDict, TypeVar

__all__ = ["LLMConfig", "Prompt", "Screen", "Shape", "Spent"]

T = TypeVar("T")


class Prompt(TypedDict):
    """One message of a call."""

    role: Literal["system", "user"]
    content: str


@dataclass(frozen=True, slots=True)
class LLMConfig:
    """Where the model is and how long to wait for it, in seconds.

    ``first_byte`` bounds the silence before a call's first chunk, ``stall`` the silence between
    two, ``deadline`` a whole call with all its attempts. ``concurrency`` is how many calls are
    under way at the same time in this process; more wait, within their deadline. ``pause`` comes
    before the second attempt and doubles with each further one. ``rest`` is how long a server
    that failed several times in a row is left alone, 0 for not at all.
    """

    model: str
    api_key: str = field(default="", repr=False)
    base_url: str = ""
    first_byte: float = 30.0
    stall: float = 20.0
    deadline: float = 120.0
    concurrency: int = 32
    pause: float = 0.5
    rest: float = 0.0


@dataclass(slots=True)
class Spent:
    """Requests made, and tokens, failed attempts included: as the server counts them, and where it told
    nothing but spoke, reckoned from the length of what was sent and heard."""

    calls: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0


class Screen(Protocol):
    """Looks at a reply before it is given. Both raise ValueError for one that must not be; the text
    is for the log and repeats nothing of the reply."""

    def feed(self, text: str) -> str:
        """What may be given now, of this piece and of what was held back before."""
        ...

    def rest(self) -> str:
        """What was held back, once the reply is whole."""
        ...


@dataclass(frozen=True, slots=True)
class Shape(Generic[T]):
    """Data that is asked for: a JSON schema, and who reads it.

    ``read`` raises ValueError for what it cannot use; its text must not repeat the data. What
    ``repair`` makes of that text is what the model is told before its second and last try.
    """

    name: str
    schema: dict[str, Any]
    read: Callable[[Any], T]
    repair: Callable[[str], str]

    def take(self, value: Any) -> T:
        """`read`, also where the model has put all of it under the name of the shape."""
        inner = value.get(self.name) if isinstance(value, dict) and len(value) == 1 else None
        return self.read(value if inner is None else inner)

    def schema_text(self) -> str:
        """The schema as a prompt can carry it: on every rung, for not every server enforces it."""
        return json.dumps(self.schema, ensure_ascii=False)
