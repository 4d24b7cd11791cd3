"""The import law of the house, held by reading the imports.

Rooms: interviewgpt ← interviewers ← feedback ← interviews, never backwards; only the composition
roots see all of them. Inside a room: edges → services and turns → pure logic and models. Pure
modules reach no ORM, not even through others. Only `interviewgpt.llm` imports the model's client.
Tests are free.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

ROOMS = ("interviewgpt", "interviewers", "feedback", "interviews")
COMPOSITION_ROOTS = ("interviewgpt.urls", "interviewgpt.asgi")
PURE = (
    "feedback.scoring",
    "interviewers.engines.base",
    "interviewers.engines.builtin",
    "interviews.conductor",
    "interviews.plan",
    "interviews.protocol",
)
ORM = ("django.apps", "django.contrib", "django.db", "django.shortcuts", "rest_framework")
EDGES = (
    "admin",
    "consumers",
    "list_pages",
    "report_files",
    "management",
    "page_urls",
    "pages",
    "routing",
    "urls",
    "views",
)
SERVICES = ("services", "turns")
FOUNDATIONS = ("models", "querysets", "managers")
MODEL_CLIENT = ("openai", "interviewgpt.llm")

Imports = dict[str, set[str]]


def imports_of(root: Path) -> Imports:
    """The modules of the rooms under ``root``, each with the full names of what it imports.

    ``from a import b`` counts as both ``a`` and ``a.b``: only one of them need be a module.
    """
    found: Imports = {}
    for room in ROOMS:
        for path in sorted((root / room).rglob("*.py")):
            parts = path.relative_to(root).with_suffix("").parts
            if "tests" in parts:
                continue
            is_package = parts[-1] == "__init__"
            name = ".".join(parts[:-1] if is_package else parts)
            package = name if is_package else name.rpartition(".")[0]
            tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
            found[name] = set(_imported(tree, package))
    return found


def _imported(tree: ast.AST, package: str) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1]
            base = ".".join([*(above if node.level else ()), *filter(None, [node.module])])
            yield base
            for alias in node.names:
                yield f"{base}.{alias.name}"


def under(name: str, tops: tuple[str, ...]) -> bool:
    return any(name == top or name.startswith(top + ".") for top in tops)


def breaches(imports: Imports) -> list[str]:
    """Every breach of the law, one sentence each, in order."""
    found = set()
    for module, targets in imports.items():
        room, *rest = module.split(".")
        part = rest[0] if rest else ""
        for target in targets:
            said = f"{module} imports {target}"
            above = ROOMS[ROOMS.index(room) + 1 :]
            if under(target, above) and module not in COMPOSITION_ROOTS:
                found.add(f"{said}: the rooms stand {' ← '.join(ROOMS)}")
            if under(target, MODEL_CLIENT[:1]) and module != MODEL_CLIENT[1]:
                found.add(f"{said}: only {MODEL_CLIENT[1]} may")
            if target.startswith(room + ".") and room != "interviewgpt":
                other = target.split(".")[1]
                if other in EDGES and part not in EDGES:
                    found.add(f"{said}: nothing but an edge may import an edge")
                if other in SERVICES and part in FOUNDATIONS:
                    found.add(f"{said}: models know no services")
        if under(module, PURE):
            found |= {
                f"{module} is pure but reaches {way}" for way in _ways_to_orm(module, imports)
            }
    return sorted(found)


def _ways_to_orm(start: str, imports: Imports) -> Iterator[str]:
    """How ``start`` comes to the ORM or to models, through whatever of ours it imports."""
    seen = {start}
    waiting = [(start, "")]
    while waiting:
        module, way = waiting.pop()
        for target in sorted(imports[module]):
            step = f"{way}{target}"
            if under(target, ORM) or (target in imports and target.endswith(".models")):
                yield step
            # Importing a.b.c runs a and a.b as well.
            parts = target.split(".")
            for stop in range(1, len(parts) + 1):
                name = ".".join(parts[:stop])
                if name in imports and name not in seen:
                    seen.add(name)
                    waiting.append((name, f"{name} → "))


@pytest.fixture(scope="module")
def house() -> Imports:
    return imports_of(settings.BASE_DIR)


def test_the_house_keeps_the_law(house: Imports) -> None:
    assert {*ROOMS, *PURE, *COMPOSITION_ROOTS} <= set(house)
    assert breaches(house) == []


BUILTIN = (
    "reading",
    "contrary",
    "addressed",
    "stories",
    "expected",
    "sifting",
    "speaking",
    "judging",
    "reporting",
)
"""The packages of the built-in engine: each imports itself and those before it."""


def test_the_builtin_engine_has_one_direction(house: Imports) -> None:
    home = "interviewers.engines.builtin"
    known = {package: number for number, package in enumerate(BUILTIN)}
    for module, targets in house.items():
        package = module.removeprefix(home).strip(".").partition(".")[0]
        if not module.startswith(f"{home}.") or package not in known:
            continue
        reached = {
            t.removeprefix(home).strip(".").partition(".")[0] for t in targets if under(t, (home,))
        }
        above = {name for name in reached if known.get(name, 0) > known[package]}
        assert not above, f"{module} reaches up to {above}"


@pytest.mark.parametrize(
    ("module", "line", "breach"),
    [
        ("interviewgpt/api/x.py", "from interviews.models import Interview", "the rooms stand"),
        ("interviewers/x.py", "import feedback.scoring", "the rooms stand"),
        ("feedback/x.py", "def f():\n    from interviews import plan", "the rooms stand"),
        ("interviews/x.py", "import openai", "only interviewgpt.llm may"),
        ("interviewgpt/x.py", "from openai.types import chat", "only interviewgpt.llm may"),
        ("interviews/services.py", "from . import views", "but an edge may import an edge"),
        ("interviews/turns.py", "from .management.commands import x", "import an edge"),
        ("interviews/models.py", "from .services import end", "models know no services"),
        ("interviews/plan.py", "from django.db import models", "pure but reaches django.db"),
        ("interviews/protocol.py", "from interviews.helper import x", "→ django.db"),
        ("feedback/scoring.py", "from interviewers.models import Competency", "pure but reaches"),
        ("interviewers/engines/builtin/x.py", "from ... import models", "pure but reaches"),
    ],
)
def test_a_breach_is_seen(tmp_path: Path, module: str, line: str, breach: str) -> None:
    for room in ROOMS:
        (tmp_path / room).mkdir()
        for name in ("__init__", "models", "views"):
            (tmp_path / room / f"{name}.py").touch()
    (tmp_path / "interviews" / "helper.py").write_text("import django.db\n")
    path = tmp_path / module
    path.parent.mkdir(parents=True, exist_ok=True)
    assert breaches(imports_of(tmp_path)) == []
    path.write_text(line + "\n")
    (found,) = {
        entry.split(" imports ")[0].split(" is pure")[0] for entry in breaches(imports_of(tmp_path))
    }
    assert found == module.removesuffix(".py").replace("/", ".")
    assert any(breach in entry for entry in breaches(imports_of(tmp_path)))


def test_what_the_law_allows_is_no_breach(tmp_path: Path) -> None:
    allowed = {
        "interviewgpt/urls.py": "from interviews import views",
        "interviewgpt/asgi.py": "from interviews.routing import routes",
        "interviewgpt/llm.py": "import openai",
        "interviews/views.py": "from interviews import services\nfrom feedback.models import X",
        "interviews/consumers.py": "from . import turns",
        "interviews/urls.py": "from . import views",
        "interviews/services.py": "from interviews.models import Interview\nfrom . import plan",
        "interviews/plan.py": "from interviewers.engines.base import Brief",
        "interviewers/engines/base.py": "import dataclasses",
        "interviewers/tests/test_x.py": "import interviews.views, openai",
    }
    for room in ROOMS:
        (tmp_path / room).mkdir()
        (tmp_path / room / "__init__.py").touch()
    for name, text in allowed.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text + "\n")
    assert breaches(imports_of(tmp_path)) == []
