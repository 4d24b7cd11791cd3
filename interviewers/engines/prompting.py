"""Prompts from ``prompts/*.md``, and data that cannot pass for a prompt.

What a candidate wrote, in an answer, a résumé or a job description, goes into a data block and
nowhere else. The blocks of one call share a mark that is drawn for it and cannot be guessed.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from string import Template
from types import MappingProxyType

from interviewgpt.expressions import expression

__all__ = ["Fence", "directions", "mimics_prompt", "move", "prompt", "version"]

_FOLDER = Path(__file__).resolve().parent.parent / "prompts"
_VARIABLE = expression(r"\$\w+")
_HEADING = expression(r"^## (\w+)\n", re.MULTILINE)

_OPEN, _CLOSE = "<＜﹤‹〈⟨《≪«", ">＞﹥›〉⟩》≫»"
_INVISIBLE = expression(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e0fff]"
)
_LOOK_ALIKES = (
    # The fence itself, three or more of the angles it is made of.
    (expression(f"[{_OPEN}](?:[ \t]*[{_OPEN}]){{2,}}"), "‹‹"),
    (expression(f"[{_CLOSE}](?:[ \t]*[{_CLOSE}]){{2,}}"), "››"),
    # Tokens of chat templates, as the common families of models write them.
    (expression(r"[<＜](?=[|｜])"), "‹"),
    (expression(r"(?<=[|｜])[>＞]"), "›"),
    (expression(r"<(?=/?(?:s|think|bos|eos|pad|unk|(?:start|end)_of_turn)>)", re.IGNORECASE), "‹"),
    (expression(r"<(?=<?/?sys>)|(?<=<)<(?=/?sys>)", re.IGNORECASE), "‹"),
    (expression(r"\[(?=/?(?:INST|SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL_CALLS)\])"), "("),
)
_MIMICRY = expression(
    f"[{_OPEN}](?:[ \t]*[{_OPEN}]){{2,}}[ \t]*(?:END|DATA)\\b|[<＜][|｜][^|｜<>\n]{{1,40}}[|｜][>＞]|\\[/?INST\\]"
)
"""What nobody writes by chance, not even in code: a fence with its word, a token of a template."""


@cache
def _source(name: str, language: str) -> str:
    return (_FOLDER / f"{name}.{language}.md").read_text(encoding="utf-8").strip()


@cache
def _moves(language: str) -> Mapping[str, Template]:
    _, *parts = _HEADING.split(_source("moves", language))
    return MappingProxyType(
        {key: Template(text.strip()) for key, text in zip(parts[::2], parts[1::2], strict=True)}
    )


def prompt(name: str, language: str, /, **values: str) -> str:
    """The prompt ``name`` filled in. Raises KeyError for a variable without a value."""
    return Template(_source(name, language)).substitute(values)


def move(key: str, language: str, /, **values: str) -> str:
    """What an interviewer is to do, by its heading in ``moves``. Raises KeyError."""
    return _moves(language)[key].substitute(values)


@cache
def directions(name: str, language: str, /) -> str:
    """The prompt ``name`` without what is filled in: what everybody is told."""
    return _VARIABLE.sub(" ", _source(name, language))


@cache
def version(*names: str) -> str:
    """A name for the present wording of prompts, the same on every machine: the first one's name
    and twelve hexadecimal digits over all of them in both languages."""
    texts = "\0".join(_source(name, language) for name in names for language in ("zh", "en"))
    return f"{names[0]}-{hashlib.sha256(texts.encode()).hexdigest()[:12]}"


class Fence:
    """The data blocks of one call."""

    def __init__(self) -> None:
        self.mark = secrets.token_hex(8)

    def block(self, name: str, text: str, longest: int) -> str:
        """``text`` as a block of data, with its middle left out beyond ``longest`` characters."""
        inside = _disarmed(_shortened(text.strip(), longest)).replace(self.mark, "")
        return f"<<<DATA {self.mark} {name}>>>\n{inside}\n<<<END {self.mark} {name}>>>"


def mimics_prompt(text: str) -> bool:
    """Whether ``text`` poses as the end of its block or as another turn of the chat."""
    return _MIMICRY.search(_INVISIBLE.sub("", text)) is not None


def _shortened(text: str, longest: int) -> str:
    if len(text) <= longest:
        return text
    head = longest * 2 // 3
    return f"{text[:head]}\n[…]\n{text[head - longest :]}"


def _disarmed(text: str) -> str:
    """The same words, without what could be read as the end of a block or a turn of the chat."""
    text = _INVISIBLE.sub("", text)
    for pattern, harmless in _LOOK_ALIKES:
        text = pattern.sub(harmless, text)
    return text
