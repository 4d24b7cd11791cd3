"""The documents in docs/ and the READMEs: what they name exists, and what is set is named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import get_commands

ROOT: Path = settings.BASE_DIR
READMES = (ROOT / "README.md", ROOT / "docs" / "README.en.md")
BANK = ROOT / "interviewers" / "bank" / "README.md"
DOCUMENTS = (READMES[0], BANK, ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md")))
FOLDERS = ("benchmarks", "deploy", "feedback", "interviewers", "interviewgpt", "interviews")
_PATH = re.compile(
    rf"\b(?:{'|'.join(FOLDERS)})/[\w./-]*\w\.(?:py|md|json|jsonl|conf|yaml|service)\b"
)
_COMMAND = re.compile(r"python (benchmarks/\w+\.py)((?: --[a-z-]+(?: [\w]+)?)*)")
_TEST = re.compile(r"pytest (\S+\.py) -k (\w+)")
_LINK = re.compile(r"\]\((?!https?:)([^)#\s]*)(#[^)\s]*)?\)")


def anchor_of(heading: str) -> str:
    """The anchor that GitHub gives a heading."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_file_that_is_named_exists(document: Path) -> None:
    named = set(_PATH.findall(document.read_text(encoding="utf-8")))
    assert sorted(name for name in named if not (ROOT / name).exists()) == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_leads_somewhere(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    lost = []
    for name, anchor in _LINK.findall(text):
        target = (document.parent / name).resolve() if name else document
        if not target.exists():
            lost.append(name)
        elif anchor and target.suffix == ".md":
            headings = re.findall(r"^#+ (.+)$", target.read_text(encoding="utf-8"), re.MULTILINE)
            if anchor[1:] not in map(anchor_of, headings):
                lost.append(name + anchor)
    assert lost == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_option_of_a_benchmark_is_one(document: Path) -> None:
    """An option that is named with a command has to stand in its source."""
    for script, options in _COMMAND.findall(document.read_text(encoding="utf-8")):
        source = (ROOT / script).read_text(encoding="utf-8")
        for option in re.findall(r"--[a-z-]+", options):
            assert f'"{option}"' in source, f"{script} {option}"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_test_that_is_named_is_one(document: Path) -> None:
    for file, part in _TEST.findall(document.read_text(encoding="utf-8")):
        names = re.findall(r"def (test_\w+)", (ROOT / file).read_text(encoding="utf-8"))
        assert any(part in name for name in names), f"{file} -k {part}"


@pytest.mark.parametrize("readme", READMES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_setting_is_in_both_readmes(readme: Path) -> None:
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    known = re.findall(r"^#(\w+)=", example, flags=re.MULTILINE)
    text = readme.read_text(encoding="utf-8")
    assert len(known) > 40
    short = {f"INTERVIEWGPT_MODEL{end}" for end in re.findall(r"`…(_[A-Z]+)`", text)}
    assert [name for name in known if f"`{name}`" not in text and name not in short] == []


def test_every_management_command_that_is_named_exists() -> None:
    texts = "\n".join(document.read_text(encoding="utf-8") for document in DOCUMENTS)
    named = set(re.findall(r"manage\.py ([a-z_]+)", texts))
    assert named
    assert named <= set(get_commands())
