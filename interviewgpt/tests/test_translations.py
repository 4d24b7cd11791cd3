"""Chinese is complete: every text in code and templates, and the compiled files say the same.

Reads sources and catalogues itself, so that it holds on machines without gettext too.
"""

from __future__ import annotations

import ast
import gettext
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.template import Template
from django.templatetags.i18n import BlockTranslateNode, TranslateNode
from django.utils import translation

ROOMS = ("interviewgpt", "interviewers", "feedback", "interviews")
LOCALES = settings.BASE_DIR / "interviewgpt" / "locale"
MARKERS = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy"}
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w*\}|%[sd]")
CHINESE = re.compile(r"[\u4e00-\u9fff]")
AS_THEY_ARE = {"HR", "ID"}


# --- What has to be translated --------------------------------------------------------------


def marked_in_python(source: str) -> Iterator[str]:
    """Literal first arguments of translation calls (also second ones, of plural calls)."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else node.func
        name = name.id if isinstance(name, ast.Name) else name
        if name in MARKERS:
            texts = node.args[: 2 if str(name).startswith("n") else 1]
            literals = [a.value for a in texts if isinstance(a, ast.Constant)]
            yield from (text for text in literals if isinstance(text, str) and text)


def marked_in_template(source: str) -> Iterator[str]:
    nodes: Any = Template(source).nodelist
    for node in nodes.get_nodes_by_type(TranslateNode):
        yield node.filter_expression.var.literal
    for node in nodes.get_nodes_by_type(BlockTranslateNode):
        yield node.render_token_list(node.singular)[0]
        if node.plural:
            yield node.render_token_list(node.plural)[0]


@cache
def marked() -> dict[str, str]:
    """Every text to be translated, with a file it stands in."""
    found: dict[str, str] = {}
    root: Path = settings.BASE_DIR
    for room in ROOMS:
        for path in (root / room).rglob("*.py"):
            if not {"tests", "migrations"} & set(path.parts):
                for text in marked_in_python(path.read_text(encoding="utf-8")):
                    found[text] = str(path.relative_to(root))
    for path in (root / "templates").rglob("*.html"):
        for text in marked_in_template(path.read_text(encoding="utf-8")):
            found[text] = str(path.relative_to(root))
    return found


# --- What is translated ---------------------------------------------------------------------


@dataclass(slots=True)
class Entry:
    texts: dict[str, str] = field(default_factory=dict)
    flags: str = ""

    @property
    def key(self) -> str:
        return self.texts["msgid"]

    @property
    def translations(self) -> list[str]:
        return [text for name, text in self.texts.items() if name.startswith("msgstr")]


def read_po(path: Path) -> list[Entry]:
    """The entries of a catalogue without its header and without what is commented out."""
    entries = []
    for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8")):
        entry = Entry()
        name = ""
        for line in block.splitlines():
            if line.startswith("#,"):
                entry.flags += line
            if start := re.match(r'(msg\w+(?:\[\d\])?) (".*")', line):
                name, literal = start.groups()
                entry.texts[name] = ast.literal_eval(literal)
            elif line.startswith('"'):
                entry.texts[name] += ast.literal_eval(line)
        if entry.texts.get("msgid"):
            entries.append(entry)
    return entries


def catalogue(locale: str, suffix: str) -> Path:
    return LOCALES / locale / "LC_MESSAGES" / f"django.{suffix}"


@cache
def chinese() -> list[Entry]:
    return read_po(catalogue("zh_Hans", "po"))


# --- The tests ------------------------------------------------------------------------------


def test_the_extraction_finds_what_is_marked() -> None:
    source = "x = _('one')\ny = gettext_lazy('t' 'wo')\nz = ngettext('a', 'b', n)\nf('none')"
    assert list(marked_in_python(source)) == ["one", "two", "a", "b"]
    template = (
        "{% load i18n %}{% if x %}{% translate 'one' %}{% endif %}"
        "{% blocktranslate with n=x %}{{ n }} of 5{% endblocktranslate %}"
    )
    assert list(marked_in_template(template)) == ["one", "%(n)s of 5"]
    assert len(marked()) > 200


def test_every_text_has_a_chinese_translation() -> None:
    known = {entry.key for entry in chinese()} | {
        entry.texts["msgid_plural"] for entry in chinese() if "msgid_plural" in entry.texts
    }
    missing = {text: path for text, path in marked().items() if text not in known}
    assert missing == {}


def test_no_entry_is_empty_or_fuzzy() -> None:
    assert [e.key for e in chinese() if not e.translations or not all(e.translations)] == []
    assert [e.key for e in chinese() if "fuzzy" in e.flags] == []


def test_the_translations_are_chinese() -> None:
    plain = [t for e in chinese() for t in e.translations if not CHINESE.search(t)]
    assert set(plain) <= AS_THEY_ARE
    half_width = re.compile(r"[\u4e00-\u9fff][,;:!?]|[,;:!?][\u4e00-\u9fff]")
    assert [t for e in chinese() for t in e.translations if half_width.search(t)] == []


def test_placeholders_agree() -> None:
    for entry in chinese():
        wanted = sorted(PLACEHOLDER.findall(entry.key))
        for text in entry.translations:
            assert sorted(PLACEHOLDER.findall(text)) == wanted, entry.key


@pytest.mark.parametrize("locale", ["zh_Hans", "en"])
def test_compiled_files_say_what_their_sources_say(locale: str) -> None:
    with catalogue(locale, "mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    source = read_po(catalogue(locale, "po"))
    expected: dict[object, str] = {}
    for entry in source:
        for name, text in entry.texts.items():
            if name == "msgstr" and text:
                expected[entry.key] = text
            elif name.startswith("msgstr[") and text:
                expected[entry.key, int(name[7:-1])] = text
    found = {key: text for key, text in vars(compiled)["_catalog"].items() if key}
    assert found == expected


def test_english_is_what_stands_in_the_code() -> None:
    with translation.override("en"):
        changed = {text: translation.gettext(text) for text in marked()}
    assert {text for text, shown in changed.items() if text != shown} == set()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The %(role)s takes over the interview now.", "现在由%(role)s接管面试"),
        ("The interview has been created.", "面试已创建"),
        ("The message has been sent.", "消息已发送"),
        ("The interview has ended.", "面试已结束"),
        ("The interview is complete.", "面试已结束"),
        ("This interview does not exist.", "面试会话不存在。"),
        ("Junior", "初级"),
        ("Middle", "中级"),
        ("Senior", "高级"),
    ],
)
def test_wordings_others_rely_on(text: str, shown: str) -> None:
    with translation.override("zh-hans"):
        assert translation.gettext(text) == shown
