"""The map of the built-in assessor (``docs/assessor.md``) names what there is."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

from django.conf import settings

ROOT: Path = settings.BASE_DIR
BUILTIN = ROOT / "interviewers" / "engines" / "builtin"
TEXT = (ROOT / "docs" / "assessor.md").read_text(encoding="utf-8")
MODULES = {
    path.stem: f"interviewers.engines.builtin.{'.'.join(path.relative_to(BUILTIN).with_suffix('').parts)}"
    for path in BUILTIN.rglob("*.py")
    if path.stem != "__init__"
}
PACKAGES = {path.parent.name for path in BUILTIN.glob("*/__init__.py")}


def test_every_file_on_the_map_exists() -> None:
    named = set(re.findall(r"[\w/]+/\w+\.py", TEXT))
    assert len(named) > 30
    assert [
        name for name in named if not any((at / name).is_file() for at in (BUILTIN, ROOT))
    ] == []


def test_every_function_on_the_map_exists() -> None:
    named = set(re.findall(r"`(\w+)\.(_?[A-Za-z]\w+)`", TEXT)) | {("credit", "_examine")}
    named = {(module, name) for module, name in named if name not in ("py", "md")}
    assert len(named) > 15
    gone = [
        f"{module}.{name}"
        for module, name in sorted(named)
        if module not in MODULES or not hasattr(importlib.import_module(MODULES[module]), name)
    ]
    assert gone == []


def test_every_module_that_is_named_alone_exists() -> None:
    path = TEXT[TEXT.index("### 一条回答的路") : TEXT.index("## 模块")]
    named = {name for name in re.findall(r"`(\w+)`", path) if name.islower()}
    verbs = {"assess", "misheld", "_examine"}
    assert named - verbs <= set(MODULES)


def test_every_package_is_on_the_map() -> None:
    assert {name for name in PACKAGES if f"`{name}/`" not in TEXT} == set()
