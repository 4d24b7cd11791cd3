"""A question of the bank in the admin: every field as a coach fills it, nothing lost, faults at their place."""

from __future__ import annotations

import html
import re
from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from interviewers.models import Question
from interviewers.question_form import QuestionForm
from interviewers.seeding import seed
from interviewgpt.language import code_of

STORY, PLAIN = "behavioral-achievement", "backend-index-basics"


def filled(question: Question, **changes: Any) -> dict[str, Any]:
    """What a browser sends of the form as it is shown, with some fields written over."""
    shown = QuestionForm(instance=question)
    values = {name: shown[name].value() for name in shown.fields if name != "key"}
    lines = {
        name: value.replace("\n", "\r\n")
        for name, value in values.items()
        if isinstance(value, str)
    }
    kept = {name: value for name, value in values.items() if value is not None}
    return {**kept, **lines, "active": "on", **changes}


def address(question: Question) -> str:
    return f"/admin/interviewers/question/{question.pk}/change/"


def point(number: int, **values: str) -> dict[str, str]:
    return {f"point_{number}_{name}": value for name, value in values.items()}


def refused(
    client: Client, question: Question, language: str, **changes: Any
) -> tuple[str, dict[str, Any]]:
    """The page that is shown again, and what it says is wrong by field."""
    answer = client.post(
        address(question), filled(question, **changes), headers={"Accept-Language": language}
    )
    assert answer.status_code == 200
    form = answer.context["adminform"].form
    before = question.zh, question.en
    question.refresh_from_db()
    assert (question.zh, question.en, question.edited) == (*before, False)
    page = html.unescape(answer.content.decode())
    with translation.override(code_of(language)):
        return page, {name: " ".join(map(str, told)) for name, told in form.errors.items()}


@pytest.mark.django_db
def test_what_is_shown_and_saved_untouched_is_as_it_was(admin_client: Client) -> None:
    bank = list(Question.objects.all())
    tricky = [q for q in bank if any(":" in f["text"] for f in q.zh["follow_ups"])]
    for question in [*bank[::40], *tricky]:
        form = QuestionForm(filled(question, key=question.key), instance=question)
        before = question.zh, question.en, question.families, question.skills
        assert form.is_valid(), (question.key, form.errors)
        assert form.changed_data == []
        assert (question.zh, question.en, question.families, question.skills) == before


@pytest.mark.django_db
def test_an_edited_question_survives_the_next_seeding(admin_client: Client) -> None:
    question = Question.objects.get(pk=PLAIN)
    count = len(question.zh["points"])
    added = point(
        count,
        key="reads",
        text_zh="读得快",
        text_en="reads are fast",
        synonyms_zh="读得快\n查得快",
        synonyms_en="fast reads",
    )
    emptied = point(
        0,
        **dict.fromkeys(
            (
                "key",
                "cue",
                "text_zh",
                "text_en",
                "synonyms_zh",
                "synonyms_en",
                "contrary_zh",
                "contrary_en",
            ),
            "",
        ),
    )
    hints = "先想想读。\n\n  再想想写。  "
    gone = question.zh["points"][0]["key"]
    shown = filled(question)
    asked = {
        name: "\n".join(line for line in shown[name].splitlines() if not line.startswith(gone))
        for name in ("follow_ups_zh", "follow_ups_en")
    }
    changes = {
        **added,
        **emptied,
        **asked,
        "text_zh": "请讲讲你怎么排查慢查询？",
        "hints_zh": hints,
        "skills": "MySQL，sql, ",
    }
    answer = admin_client.post(address(question), filled(question, **changes))
    assert answer.status_code == 302, answer.context["adminform"].form.errors
    seed()
    kept = Question.objects.get(pk=PLAIN)
    assert kept.edited
    assert kept.zh["text"] == "请讲讲你怎么排查慢查询？"
    assert kept.zh["hints"] == ["先想想读。", "再想想写。"]
    assert kept.skills == ["mysql", "sql"]
    for half, before in ((kept.zh, question.zh), (kept.en, question.en)):
        assert half["points"][:-1] == before["points"][1:]
        assert half["points"][-1]["key"] == "reads"
        assert half["follow_ups"] == [f for f in before["follow_ups"] if f["point"] != gone]
    assert kept.zh["points"][-1]["synonyms"] == ["读得快", "查得快"]


FAULTS: list[tuple[dict[str, Any], dict[str, tuple[str, str]]]] = [
    (
        {
            **point(0, synonyms_zh="", cue=""),
            **point(1, synonyms_en="tree\n?!"),
            **point(2, contrary_en="index … | … faster"),
            **point(3, key="The Tree", text_en=""),
            "hints_en": "Only one, of 100%.",
            "text_zh": "",
            "families": [],
        },
        {
            "point_0_synonyms_zh": ("要点需要有说法", "needs wordings"),
            "point_1_synonyms_en": ("没有可以听出的词：“?!”", "No word to be heard by: “?!”"),
            "point_2_contrary_en": ("有一部分是空的", "A part of it is empty"),
            "point_3_key": ("小写字母", "Lower-case letters"),
            "point_3_text_en": ("至少需要 2 个字符", "At least 2 characters"),
            "hints_en": (
                "至少需要 2 项，现在有 1 项",
                "At least 2 entries are needed; there are 1",
            ),
            "text_zh": ("必填", "required"),
            "families": ("必填", "required"),
        },
    ),
    (
        {
            "follow_ups_en": "tree: What is inside?\nnowhere: And now 100%?",
            "follow_ups_zh": "tree：里面是什么？\n还有呢？",
        },
        {
            "follow_ups_en": ("没有这个标识的评分要点：nowhere", "with the key: nowhere"),
            "follow_ups_zh": ("“还有呢？”", "“还有呢？”"),
        },
    ),
    (
        {"text_en": "Tell me about {subject}."},
        {"text_en": ("{subject} 只用于", "{subject} stands in")},
    ),
    (
        {
            "text_zh": "你今年多大？打算什么时候要孩子？",
            "hints_en": "Do you have any health problems? 50% have.\nThink.",
        },
        {"text_zh": ("不能问", "Nothing personal"), "hints_en": ("不能问", "Nothing personal")},
    ),
]


@pytest.mark.django_db
def test_what_cannot_be_used_is_told_at_its_field_in_both_languages_and_stays_as_written(
    admin_client: Client,
) -> None:
    question = Question.objects.get(pk=PLAIN)
    for changes, faults in FAULTS:
        for place, language in enumerate(("zh", "en")):
            page, told = refused(admin_client, question, language, **changes)
            wanted = {name: words[place] for name, words in faults.items()}
            assert wanted.keys() <= told.keys(), (changes, told)
            assert [name for name, words in wanted.items() if words not in told[name]] == [], told
            assert all(written in page for written in changes.values() if written)
            ascii_only = [words for words in told.values() if not re.search("[一-鿿]", words)]
            assert language == "en" or not ascii_only, told


@pytest.mark.django_db
def test_too_few_points_are_told_at_the_head(admin_client: Client) -> None:
    question = Question.objects.get(pk=STORY)
    names = [
        name for name in QuestionForm(instance=question).fields if re.match("point_[2-7]_", name)
    ]
    _page, told = refused(admin_client, question, "zh", **dict.fromkeys(names, ""))
    assert "至少需要 3 个评分要点，现在有 2 个" in told["__all__"]


@pytest.mark.django_db
def test_points_that_are_not_right_are_counted_and_what_both_languages_lack_is_said_once(
    admin_client: Client,
) -> None:
    question = Question.objects.get(pk=STORY)
    fields = QuestionForm(instance=question).fields
    left = {name: "" for name in fields if re.match("point_[1-7]_|follow_ups_", name)}
    mute = {name: "" for name in fields if re.match("point_0_(?:synonyms|contrary|cue)", name)}
    _page, told = refused(admin_client, question, "zh", **left, **mute)
    assert told["__all__"].count("至少需要 3 个评分要点，现在有 1 个") == 1
