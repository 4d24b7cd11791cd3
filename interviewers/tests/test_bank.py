"""The whole bank is read and held to its rules."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from interviewers.bank import schema
from interviewers.bank.schema import (
    BankError,
    BankItem,
    ItemText,
    read_bank,
    read_competencies,
    read_told,
)
from interviewers.engines.builtin.contrary.misheld import misheld, statement_of
from interviewers.engines.builtin.reading.text import fold, segments

BANK = read_bank()
FAMILIES = ("backend", "frontend", "ai", "data", "product", "general")
CUED = ("behavioral", "hr")
HEARD = Path(__file__).parents[2] / "benchmarks" / "heard"
GOOD: dict[tuple[str, str], list[str]] = {}
for _language in ("zh", "en"):
    for _line in (HEARD / f"{_language}.jsonl").read_text(encoding="utf-8").splitlines():
        _answer = json.loads(_line)
        if _answer["kind"] == "good":
            GOOD.setdefault((_answer["key"], _language), []).append(_answer["answer"])

FORBIDDEN = {
    "zh": re.compile(
        "家庭|家人|家里人|亲属|身体|结婚|婚姻|已婚|未婚|婚育|生育|怀孕|孩子|子女|丈夫|妻子|老公|老婆|男友|女友|父母|年龄|多大年纪|"
        "属相|星座|宗教|信仰|民族|籍贯|政治面貌|身高|体重|长相|口音|生病|疾病|健康状况|残疾"
    ),
    "en": re.compile(
        r"\b(famil(?:y|ies)|relatives|sickness|married|marriage|spouse|husband|wife|pregnan\w+|children|kids|parents|how old|your age|"
        r"religio\w+|church|ethnic\w*|nationality|disab\w+|your (?:health|height|weight|accent|looks|illness)|"
        r"attractive\w*)\b",
        re.IGNORECASE,
    ),
}


def halves(item: BankItem) -> list[tuple[str, ItemText]]:
    return [("zh", item.zh), ("en", item.en)]


def all_halves() -> Iterator[tuple[BankItem, str, ItemText]]:
    return ((item, language, half) for item in BANK for language, half in halves(item))


def spoken(half: ItemText) -> list[str]:
    """What an interviewer may say of an item."""
    return [half.text, *(f.text for f in half.follow_ups), *half.hints]


@pytest.mark.parametrize("family", FAMILIES)
def test_a_family_has_three_technical_questions_a_level(family: str) -> None:
    levels = Counter(
        item.level
        for item in BANK
        if family in item.families and item.stage == "technical" and not item.subject
    )
    assert all(levels[level] >= 3 for level in (1, 2, 3)), levels
    assert sum(levels.values()) >= 9


def test_there_are_enough_behavioural_and_hr_questions() -> None:
    stages = Counter(item.stage for item in BANK if not item.subject)
    assert stages["behavioral"] >= 12
    assert stages["hr"] >= 10


def test_every_level_and_competency_of_a_stage_can_be_asked() -> None:
    for competency in read_competencies():
        assert any(item.competency == competency.key for item in BANK), competency.key


def test_an_item_is_whole_in_both_languages() -> None:
    for item, language, half in all_halves():
        where = (item.key, language)
        assert len(half.points) >= 3, where
        lacking = {p.key for p in half.points} - {f.point for f in half.follow_ups}
        assert not lacking, f"{where}: whatever gap is the largest can be asked about"
        reference = half.reference.lower()
        unheard = [
            point.key
            for point in half.points
            if not point.cue and not any(said.lower() in reference for said in point.synonyms)
        ]
        assert unheard == [], f"{where}: the reference does not make the points"
        chinese = len(re.findall("[\u4e00-\u9fff]", half.text)) > len(half.text) / 4
        assert chinese is (language == "zh"), where


def test_nothing_is_asked_that_is_nobodys_business() -> None:
    for item, language, half in all_halves():
        for text in spoken(half):
            assert not FORBIDDEN[language].search(text), (item.key, text)


def test_hints_and_follow_ups_do_not_give_the_answer_away() -> None:
    for item, _language, half in all_halves():
        for text in (*half.hints, *(f.text for f in half.follow_ups)):
            assert text not in half.reference, item.key
            assert half.reference not in text, item.key
            told = [p.key for p in half.points if p.text.lower() in text.lower()]
            assert not told, (item.key, text)


def test_no_question_is_there_twice() -> None:
    for language in ("zh", "en"):
        texts = Counter(getattr(item, language).text for item in BANK)
        assert [text for text, count in texts.items() if count > 1] == []


def test_templates_name_their_subject_in_the_question_only_by_the_placeholder() -> None:
    for item in BANK:
        for _, half in halves(item):
            for text in (half.reference, *spoken(half)):
                assert set(re.findall(r"\{.*?\}", text)) <= (
                    {"{subject}"} if item.subject else set()
                )


def test_what_people_get_wrong_is_said_by_nobody_who_is_right() -> None:
    """Neither by the reference, as it stands and run on in one breath, the points and their synonyms, nor
    by good spoken answers."""
    told = 0
    for item in BANK:
        for language, half in halves(item):
            statements = [
                (number, statement_of(text))
                for number, point in enumerate(half.points)
                for text in point.contrary
            ]
            told += bool(statements)
            right = [half.reference, re.sub(r"[。；;]|\.\s", "，", half.reference)]
            right += GOOD.get((item.key, language), [])
            # Of a few words it is quickly seen that they can hardly say any.
            for text in (t for p in half.points for t in (p.text, *p.synonyms)):
                if any(statement.likely(fold(text)) for _, statement in statements):
                    right.append(text)
            for text in right if statements else ():
                for segment in segments(text):
                    assert not misheld(segment, statements), (item.key, text)
    assert told >= 200


def test_competencies_have_five_different_anchors() -> None:
    for competency in read_competencies():
        for anchors in (competency.anchors_zh, competency.anchors_en):
            assert len(set(anchors)) == 5


# --- What is not right stops the reader -----------------------------------------------------


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A bank of one item, to be spoiled."""
    source = schema.BANK
    (tmp_path / "competencies.json").write_bytes((source / "competencies.json").read_bytes())
    items = json.loads((source / "backend.json").read_text(encoding="utf-8"))["items"][:1]
    (tmp_path / "backend.json").write_text(json.dumps({"items": items}), encoding="utf-8")
    monkeypatch.setattr(schema, "BANK", tmp_path)
    read_bank.cache_clear()
    read_competencies.cache_clear()
    yield tmp_path
    read_bank.cache_clear()
    read_competencies.cache_clear()


def spoil(folder: Path, change: str, value: object) -> None:
    path = folder / "backend.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    *way, last = change.split(".")
    place = data["items"][0]
    for step in way:
        place = place[int(step)] if step.isdigit() else place[step]
    place[last] = value
    path.write_text(json.dumps(data), encoding="utf-8")


def test_a_good_bank_is_read(copy: Path) -> None:
    assert len(read_bank()) == 1


@pytest.mark.parametrize(
    ("change", "value"),
    [
        ("level", 4),
        ("competency", "magic"),
        ("zh.points", []),
        ("zh.text", ""),
        ("en.follow_ups.0.point", "nowhere"),
        ("en.points.0.contrary", ["index … | … faster"]),
        ("zh.points.0.key", "other"),
        ("surprise", 1),
        ("subject", "skill"),
    ],
)
def test_a_mistake_is_named_with_its_file(copy: Path, change: str, value: object) -> None:
    spoil(copy, change, value)
    with pytest.raises(BankError, match=r"backend"):
        read_bank()


def test_a_file_that_is_no_json_is_named(copy: Path) -> None:
    (copy / "qa.json").write_text("{", encoding="utf-8")
    with pytest.raises(BankError, match=r"qa\.json"):
        read_bank()


def test_a_mistake_in_what_was_told_is_named_with_its_file(copy: Path) -> None:
    (copy / "told.json").write_text(
        '{"views": [{"about": "Order"}], "stories": []}', encoding="utf-8"
    )
    with pytest.raises(BankError, match=r"told\.json(.|\n)*views\.0\.asks"):
        read_told()


def test_the_same_key_twice_is_refused(copy: Path) -> None:
    (copy / "qa.json").write_bytes((copy / "backend.json").read_bytes())
    with pytest.raises(BankError, match="two items"):
        read_bank()
