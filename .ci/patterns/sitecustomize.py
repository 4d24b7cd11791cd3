"""Patterns compiled once, as sources are: for the many processes of one run of the tests.

More than half of what it takes to load the application is compiling its patterns, and a run loads
it some fifty times. With this folder in PYTHONPATH, Python looks up what `re` made of a pattern
before (the same code of the same interpreter, by the pattern's text and flags) and compiles only
what nobody has compiled yet. Servers in production have nothing of this.
"""  # noqa: INP001

from __future__ import annotations

import _sre
import atexit
import marshal
import os
import sys
from array import array
from pathlib import Path
from re import _compiler
from threading import RLock
from types import SimpleNamespace
from typing import Any

KEPT = Path(__file__).parent / "__pycache__" / f"patterns.{sys.implementation.cache_tag}"
MADE_BY = f"{sys.version} {_sre.MAGIC}"
WORTH_KEEPING = 100
"""So many new patterns, and they are kept for the next process."""

compile_anew = _compiler.compile
at_work = RLock()
made: list[tuple[Any, ...]] = []
fresh: dict[tuple[str | bytes, int], tuple[Any, ...]] = {}


def read() -> dict[tuple[str | bytes, int], tuple[Any, ...]]:
    try:
        # As with compiled sources: whoever may write here may write these lines as well.
        made_by, patterns = marshal.loads(KEPT.read_bytes())  # noqa: S302
    except (OSError, EOFError, TypeError, ValueError):
        return {}
    return patterns if made_by == MADE_BY else {}


def write() -> None:
    if len(fresh) < WORTH_KEEPING:
        return
    KEPT.parent.mkdir(exist_ok=True)
    whole = KEPT.with_suffix(f".{os.getpid()}")
    whole.write_bytes(marshal.dumps((MADE_BY, read() | fresh)))
    whole.replace(KEPT)


def remembering(*arguments: Any) -> Any:
    pattern = _sre.compile(*arguments)
    made.append(arguments)
    return pattern


def compiled(pattern: Any, flags: int = 0) -> Any:
    if not isinstance(pattern, str | bytes) or flags & _compiler.SRE_FLAG_DEBUG:
        return compile_anew(pattern, flags)
    key = pattern, int(flags)
    if known := kept.get(key):
        all_flags, code, *groups = known
        return _sre.compile(pattern, all_flags, array("I", code).tolist(), *groups)
    with at_work:
        result = compile_anew(pattern, flags)
        _, all_flags, code, *groups = made.pop()
    fresh[key] = (int(all_flags), array("I", code).tobytes(), *groups)
    return result


kept = read()
_compiler._sre = SimpleNamespace(**{**vars(_sre), "compile": remembering})
_compiler.compile = compiled
atexit.register(write)
