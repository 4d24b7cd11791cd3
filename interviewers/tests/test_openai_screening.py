"""What a model must not say: its directions, the answer to its question, the other language."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from interviewers.bank.schema import read_bank
from interviewers.engines.base import Brief, EngineError, Fault, Line, MessageKind
from interviewers.engines.echo import longest_echo
from interviewers.engines.openai import OpenAIEngine
from interviewers.engines.screening import SpeechScreen
from interviewers.tests.fake_openai import Reply, Request, speech
from interviewers.tests.openai_engine import patient_engine_at as engine_at
from interviewers.tests.samples import PANELS, SPECS, brief

FINE = {"zh": "好的，听明白了。那你接下来看什么？", "en": "Thanks, I see. Where do you look next?"}
OTHER = {"zh": "en", "en": "zh"}


def cut(text: str, size: int = 7) -> list[str]:
    return [text[place : place + size] for place in range(0, len(text), size)]


def speaking_its_prompt(start: int, end: int, size: int = 7, *, pretty: bool = False) -> Reply:
    async def reply(request: Request, writer: Any) -> None:
        said = request.system[start:end]
        if pretty:
            said = "**" + said.replace("，", " ， ").replace("e", "e\n").upper() + "**"
        await speech(*cut(said, size))(request, writer)

    return reply


async def said_by(engine: OpenAIEngine, asked: Brief) -> list[str]:
    return [piece.text async for piece in engine.speak(asked) if piece.text]


async def hear(engine: OpenAIEngine, asked: Brief, into: list[str]) -> None:
    async for piece in engine.speak(asked):
        into.append(piece.text)  # noqa: PERF401 - a comprehension would lose it


async def heard_before_it_failed(engine: OpenAIEngine, asked: Brief) -> str:
    heard: list[str] = []
    with pytest.raises(EngineError) as raised:
        await hear(engine, asked, heard)
    assert raised.value.fault is Fault.UNFIT
    return "".join(heard)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    ("start", "end", "size"), [(0, 900, 7), (0, 900, 900), (300, 600, 1), (40, 400, 40)]
)
async def test_directions_are_not_spoken(language: str, start: int, end: int, size: int) -> None:
    asked = brief(MessageKind.HINT, language)
    async with engine_at(speaking_its_prompt(start, end, size)) as (engine, server):
        heard = await heard_before_it_failed(engine, asked)
    # What goes out before it shows is too short to tell anything.
    assert longest_echo(heard, [server.requests[0].system]) <= 75


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_nor_behind_markdown_and_blanks(language: str) -> None:
    asked = brief(MessageKind.HINT, language)
    async with engine_at(speaking_its_prompt(0, 600, pretty=True)) as (engine, _):
        assert len(await heard_before_it_failed(engine, asked)) < 120


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("what", ["reference", "points", "task", "persona"])
async def test_nor_what_is_expected_nor_the_task(language: str, what: str) -> None:
    spec = SPECS[language]
    persona = f"{spec.hints[0]}{spec.follow_ups[0].text}{spec.follow_ups[1].text}" * 2
    asked = brief(MessageKind.HINT, language, question=replace(spec, hints=(), follow_ups=()))
    asked = replace(asked, follow_up=None, speaker=replace(asked.speaker, persona=persona))
    texts = {
        "reference": spec.reference,
        "points": "; ".join(point.text for point in spec.points),
        "persona": persona,
    }

    async def reply(request: Request, writer: Any) -> None:
        said = texts.get(what) or request.system[request.system.rindex("# ") :]
        await speech(FINE[language][:5], *cut(said))(request, writer)

    async with engine_at(reply) as (engine, _):
        heard = await heard_before_it_failed(engine, asked)
    assert heard.startswith(FINE[language][:5])
    assert len(heard) < 60


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_a_bad_reply_is_asked_for_again_before_anything_is_heard(language: str) -> None:
    asked = brief(MessageKind.HINT, language)
    bad = [speaking_its_prompt(0, 900, 900), speech(FINE[OTHER[language]])]
    async with engine_at(*bad, speech(FINE[language])) as (engine, server):
        assert "".join(await said_by(engine, asked)) == FINE[language]
    assert len(server.requests) == 3


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", [1, 7, 500])
async def test_the_other_language_is_not_spoken(language: str, size: int) -> None:
    asked = brief(MessageKind.HINT, language)
    async with engine_at(speech(*cut(FINE[OTHER[language]] * 2, size))) as (engine, server):
        assert await heard_before_it_failed(engine, asked) == ""
    assert len(server.requests) == 4


@pytest.mark.parametrize(
    "text",
    ["请继续说。", "好的。" + FINE["zh"] * 3, "Thanks. " + FINE["zh"] * 3, f"“{FINE['zh']}”"],
)
async def test_not_in_english_either_in_part_or_in_quotation_marks(text: str) -> None:
    asked = brief(MessageKind.HINT, "en")
    async with engine_at(speech(*cut(text, 3))) as (engine, _):
        heard = await heard_before_it_failed(engine, asked)
    assert longest_echo(heard, [FINE["zh"]]) < 75 or text.startswith("“")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "OK，那 React、Redux 和 TypeScript 之间，你会怎么选？"),
        ("zh", "你说“I look into the slow query log to find the statement”，之后呢？"),
        ("zh", "SELECT * FROM orders WHERE user_id = 1 这条语句，为什么会慢？"),
        ("en", "You said “我先看慢查询日志找到那条语句，再用执行计划看它” – and then?"),
        ("en", "张工 here. In your résumé you mention 秒杀系统重构; what was your part in it?"),
        ("en", "Thanks — that is clear. What about C++?"),
        ("zh", "3。"),
    ],
)
async def test_terms_names_and_quotes_may_be_in_any_language(language: str, text: str) -> None:
    asked = brief(MessageKind.HINT, language)
    async with engine_at(speech(*cut(text, 2))) as (engine, server):
        assert "".join(await said_by(engine, asked)) == text
    assert len(server.requests) == 1


async def test_a_question_of_the_operators_may_be_in_another_language() -> None:
    spec = replace(SPECS["zh"], text="Please describe a deadlock in your own words.")
    asked = brief(MessageKind.HINT, question=spec)
    async with engine_at(speech(spec.text)) as (engine, _):
        assert "".join(await said_by(engine, asked)) == spec.text


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_what_the_candidate_said_may_be_said_again(language: str) -> None:
    reference = SPECS[language].reference
    recent = (Line("candidate", reference),)
    asked = brief(MessageKind.FOLLOW_UP, language, recent=recent, quote=reference)
    text = f"“{reference}” {FINE[language]}"
    async with engine_at(speech(*cut(text))) as (engine, _):
        assert "".join(await said_by(engine, asked)) == text


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_in_the_bank_is_held_back(language: str) -> None:
    """Every third question, with its probes and hints, as a model would say it."""
    held = []
    for item in read_bank()[::3]:
        text = item.zh if language == "zh" else item.en
        spec = replace(SPECS[language], text=text.text, reference=text.reference, hints=text.hints)
        for said in (text.text, *text.hints, *(entry.text for entry in text.follow_ups)):
            asked = Brief(MessageKind.HINT, language, "", PANELS[language][0], question=spec)
            screen = SpeechScreen(asked, task="", mark="0123456789abcdef")
            given = [screen.feed(piece) for piece in cut(f"{FINE[language]}{said}", 20)]
            given.append(screen.rest())
            if "".join(given) != f"{FINE[language]}{said}" or not given[0]:
                held.append(said)
    assert held == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "好的。你结婚了吗？"),
        ("zh", "你今年多大了？"),
        ("zh", "你的口音很特别。请继续。"),
        ("zh", "我会建议录用你。"),
        ("en", "Thanks. Are you married?"),
        ("en", "Do you plan to have children?"),
        ("en", "You seem nervous. Go on."),
        ("en", "I would recommend hiring you."),
    ],
)
async def test_a_person_is_neither_asked_about_nor_spoken_of(language: str, text: str) -> None:
    asked = brief(MessageKind.HINT, language)
    async with engine_at(speech(*cut(text, 3))) as (engine, _):
        assert text.startswith(await heard_before_it_failed(engine, asked))
    async with engine_at(speech(text), speech(FINE[language])) as (engine, server):
        assert "".join(await said_by(engine, asked)) == FINE[language]
    assert len(server.requests) == 2
