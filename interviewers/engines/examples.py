"""Better answers that a model drafts, held against what may be claimed in the candidate's name.

A draft stands when every figure, name and quotation in it comes from the answer, the question, the
résumé or, where the question asks for knowledge, the reference. What stands between brackets is a
blank and claims nothing. A draft that does not stand is dropped whole: half a story is no example.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from interviewers.engines.base import AnswerFlag, AssessedItem, BetterAnswer, PanelBrief
from interviewers.engines.builtin.addressed.forgery import strip_forged
from interviewers.engines.builtin.reading.numerals import TENS, TO_TEN
from interviewers.engines.builtin.reading.text import CUT
from interviewers.engines.builtin.reporting.better import asks_for_knowledge, better, weakest
from interviewers.engines.evidence import foreign_quotes
from interviewers.engines.prompting import Fence, directions, mimics_prompt
from interviewers.engines.propriety import is_improper, repeats, topics_of
from interviewgpt.expressions import expression

__all__ = ["example_blocks", "examples", "stands"]

_LONGEST = 1600
_BLANK = expression(r"〔[^〕]*〕|\[[^\]]*\]|【[^】]*】")
_FIGURE = expression(r"\d+(?:[.,]\d+)*")
_NUMBERED = expression(r"^\s*\d{1,2}[.、)）]\s", re.MULTILINE)
_NUMERAL_ZH = expression(
    r"百分之[零一二三四五六七八九十百点]+|[二两三四五六七八九十百千万半]+"
    r"(?:倍|成|个月|周|天|年|万|亿|毫秒|秒|分钟|小时|名|人|台|家)"
)
_NUMERAL_EN = expression(
    rf"\b(?:{TO_TEN}|twelve|{TENS}|hundreds?|thousands?|millions?|half|doubled|tripled|halved)\b",
    re.IGNORECASE,
)
_LATIN = expression(r"[A-Za-z][A-Za-z0-9+#.]*[A-Za-z0-9+#]|[A-Z]")
_OPENING = expression(r"(?:^|[.!?:;\n“\"(])\s*$")
_FIRM_ZH = expression(
    r"(?:[\u4e00-\u9fff]{2,6})(?:公司|集团|银行|大学|科技|研究院)(?<!一家公司)(?<!上家公司)"
    r"(?<!这家公司)(?<!前公司)"
)
_ANY_FIRM = expression(r"(?:一家|上一家|某家?|这家|那家|我们|贵|前|原|所在|该|本|之前的|在)公司$")


def example_blocks(panel: PanelBrief, fence: Fence) -> list[str]:
    """What a model needs for the examples: the answers to be worked over and, where the question
    asks for knowledge, its reference."""
    blocks = []
    for place in weakest(panel.items):
        item, number = panel.items[place], place + 1
        blocks.append(fence.block(f"answer_{number}", "\n".join(_honest(item)), 2_500))
        if asks_for_knowledge(item) and item.spec is not None:
            blocks.append(fence.block(f"reference_{number}", item.spec.reference, 1_500))
    if blocks:
        projects = list(dict.fromkeys([i.context for i in panel.items if i.context]))
        named = [*projects, *(p for p in panel.projects if p not in projects)]
        blocks.append(fence.block("projects", "\n".join(named), 600))
    return blocks


def examples(drafts: Iterable[tuple[int, str]], panel: PanelBrief) -> tuple[BetterAnswer, ...]:
    """One for each of the weakest answers: the model's where it stands, else the built-in one.
    ``drafts`` are places in the brief's items with texts."""
    texts = dict(drafts)
    made = []
    for place in weakest(panel.items):
        text = _tidy(texts.get(place, ""))
        if text and stands(text, panel, panel.items[place]):
            made.append(BetterAnswer(place, text, "openai"))
        else:
            made.append(BetterAnswer(place, better(panel, panel.items[place]), "builtin"))
    return tuple(made)


def stands(text: str, panel: PanelBrief, item: AssessedItem) -> bool:
    """Whether everything ``text`` claims is known and may be said. Nothing is drafted upon an answer
    with forged text in it."""
    if AnswerFlag.FORGED in item.flags or len(text) > _LONGEST or mimics_prompt(text):
        return False
    known = _known(panel, item)
    secrets = [directions("conclude", panel.language)]
    if item.spec is not None and not asks_for_knowledge(item):
        secrets.append(item.spec.reference)
    if is_improper(text, panel.language, topics_of([item])) or repeats(text, secrets, known):
        return False
    claimed = _NUMBERED.sub("", _BLANK.sub(" ", text))
    source = "\n".join(known).casefold()
    return not (
        foreign_quotes(claimed, known)
        or _unknown(_FIGURE.findall(claimed), set(_FIGURE.findall(source)))
        or any(found not in source for found in _NUMERAL_ZH.findall(claimed))
        or any(found.casefold() not in source for found in _NUMERAL_EN.findall(claimed))
        or _unknown(_names(claimed), set(map(str.casefold, _LATIN.findall("\n".join(known)))))
        or any(
            firm not in source and not _ANY_FIRM.search(firm) for firm in _FIRM_ZH.findall(claimed)
        )
    )


def _honest(item: AssessedItem) -> list[str]:
    return [strip_forged(text)[0].replace(CUT, "\n") for text in item.answers]


def _known(panel: PanelBrief, item: AssessedItem) -> list[str]:
    """What may be spoken of. The reference to a question about one's own story is somebody else's
    story."""
    known = [*_honest(item), item.question, panel.position, item.context, *panel.projects]
    known += [*item.covered, *item.missing]
    if asks_for_knowledge(item) and item.spec is not None:
        known.append(item.spec.reference)
    return known


def _names(text: str) -> list[str]:
    """Latin words that name something: in Chinese all of them, in English those with a capital
    or a digit inside a sentence."""
    chinese = re.search(r"[\u4e00-\u9fff]", text) is not None
    found = []
    for match in _LATIN.finditer(text):
        word = match.group()
        if word == "I" or word.startswith("I'"):
            continue
        plain = word.islower() and word.isalpha()
        opening = word[1:].islower() and _OPENING.search(text[: match.start()]) is not None
        if (chinese and len(word) > 1) or not (plain or opening):
            found.append(word.casefold())
    return found


def _unknown(found: Sequence[str], known: set[str]) -> bool:
    return any(entry not in known for entry in found)


def _tidy(text: str) -> str:
    """Without blank lines and double spaces; at most `_LONGEST` and a little, to be refused."""
    lines = (" ".join(line.split()) for line in text[: _LONGEST + 100].splitlines())
    return "\n".join(line for line in lines if line)
