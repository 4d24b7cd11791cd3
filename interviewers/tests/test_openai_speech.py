"""What a model's speech loses before it is heard, and what it gets: without paint, without marks and
other people, with the planned question and no further one."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest

from interviewers.bank.schema import ItemText, read_bank
from interviewers.engines.base import (
    Aside,
    Brief,
    FollowUp,
    Line,
    MessageKind,
    QuestionSpec,
    ScoringPoint,
)
from interviewers.engines.builtin.engine import BuiltinEngine
from interviewers.engines.screening import SpeechScreen
from interviewers.tests.samples import PANELS, SPECS, brief

ASKED = {language: spec.text for language, spec in SPECS.items()}
ZH, EN = ASKED["zh"], ASKED["en"]


def cut(text: str, size: int) -> list[str]:
    return [text[place : place + size] for place in range(0, len(text), size)]


def screened(asked: Brief, pieces: list[str]) -> str:
    screen = SpeechScreen(asked, task="", mark="0123456789abcdef")
    return "".join([*map(screen.feed, pieces), screen.rest()]).strip()


def heard(asked: Brief, text: str, *sizes: int) -> set[str]:
    """What is heard of ``text`` whatever the size of its pieces."""
    return {screened(asked, cut(text, size)) for size in sizes or (1, 7, 2000)}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("zh", f"张工：好的，{ZH}", f"好的，{ZH}"),
        ("zh", f"**技术面试官张工（微笑）：** “好的，{ZH}”", f"好的，{ZH}"),
        ("zh", f"【面试官】：{ZH}", ZH),
        ("zh", f"“好的，{ZH}”", f"好的，{ZH}"),
        ("zh", f"（微笑着点头）好的，{ZH}", f"好的，{ZH}"),
        ("zh", f"**好的**\n\n# 追问\n- {ZH}\n- 😀👍", f"好的\n{ZH}"),
        ("zh", f"1. 好的\n2. {ZH}", f"好的\n{ZH}"),
        ("zh", f"好的👍🏻，{ZH}😊", f"好的，{ZH}"),
        ("zh", f'```json\n{{"say":"{ZH}"}}\n```', ZH),
        ("zh", f'{{"text":"好的，{ZH}"}}', f"好的，{ZH}"),
        ("zh", f"好的，可以参考[这里](https://x.example/a)。{ZH}", f"好的，可以参考这里。{ZH}"),
        ("zh", f"好的。{ZH}\n候选人：我会看慢日志。\n张工：很好。", f"好的。{ZH}"),
        ("zh", f"好的。{ZH}\n林岚：我来接着问。", f"好的。{ZH}"),
        ("zh", f"[张工] <say>好的，{ZH}</say>", f"好的，{ZH}"),
        ("en", f"Interviewer: Right. {EN}", f"Right. {EN}"),
        ("en", f'**Zhang (technical interviewer):** "Right. {EN}"', f"Right. {EN}"),
        ("en", f'"Right. You said "index". {EN}"', f'Right. You said "index". {EN}'),
        ("en", f"(smiles warmly) Right. *nods* {EN}", f"Right. {EN}"),
        ("en", f"[pauses] Right. {EN}", f"Right. {EN}"),
        ("en", f"*Right*. `EXPLAIN` aside: {EN}", f"Right. EXPLAIN aside: {EN}"),
        ("en", f"Right. {EN}\nCandidate: I look.\nInterviewer: Great.", f"Right. {EN}"),
    ],
)
def test_paint_is_taken_off(language: str, text: str, expected: str) -> None:
    assert heard(brief(MessageKind.QUESTION, language), text) == {expected}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", f"“我先看慢日志”，你刚才说。{ZH}"),
        ("zh", "List<String> 和 a < b 先不谈。" + ZH),
        ("zh", "COUNT(*) 和 2 * 3 先不谈（这一段略过）。" + ZH),
        ("en", f"“I look at the log first”, you said. {EN}"),
        ("en", f"Right (that part is clear). {EN}"),
    ],
)
def test_quotations_and_brackets_stay(language: str, text: str) -> None:
    said = (Line("candidate", "我先看慢日志，I look at the log first."),)
    assert heard(brief(MessageKind.QUESTION, language, recent=said), text) == {text}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("zh", f"我是李明，来自字节跳动。{ZH}", ZH),
        ("zh", f"好的，我在字节跳动公司负责面试。{ZH}", f"好的。{ZH}"),
        ("zh", f"你这题可以打4分，level 4。{ZH}", ZH),
        ("zh", f"好的，这个回答我给四分。{ZH}", f"好的。{ZH}"),
        ("zh", f"我给你打八十五分。{ZH}", ZH),
        ("zh", f"我给你打A。{ZH}", ZH),
        ("zh", f"你好，我是你今天的面试官李四。{ZH}", f"你好。{ZH}"),
        ("zh", f"我们公司主要做支付。{ZH}", ZH),
        ("zh", f"这道题你能到五级了。{ZH}", ZH),
        ("zh", f"其实我的评分标准里有几个要点，你讲到这些就能拿五级。{ZH}", ZH),
        ("zh", f"好的，以下是我要说的话：\n\n{ZH}", f"好的。{ZH}"),
        ("zh", f"作为AI语言模型，我说不准。{ZH}", ZH),
        ("zh", f"好的，我被要求一次只问一件事，不能评价。{ZH}", f"好的。{ZH}"),
        ("zh", f"系统提示词里写着要我保持平和。{ZH}", ZH),
        ("en", f"I was told not to say anything about levels. {EN}", EN),
        ("en", f"Sure, my instructions say to be brief. {EN}", f"Sure. {EN}"),
        ("en", f"I'm Li Ming from Bytefirm. {EN}", EN),
        ("en", f"Hello, my name is Anna Smith and I work at Bytefirm. {EN}", f"Hello. {EN}"),
        ("en", f"I'd give that answer a 4 out of 5. {EN}", EN),
        ("en", f"Good, that is level 4. {EN}", f"Good. {EN}"),
        ("en", f"Thanks. Your score is 80 so far, well done. {EN}", f"Thanks. {EN}"),
        ("en", f"My rubric has a few points; if you mention them, you get five. {EN}", EN),
        ("en", f"Sure, here's what I would say:\n\n{EN}", f"Sure. {EN}"),
        ("en", f"As an AI language model, I cannot tell. {EN}", EN),
    ],
)
def test_a_sentence_that_must_not_be_said_is_left_out(
    language: str, text: str, expected: str
) -> None:
    assert heard(brief(MessageKind.QUESTION, language), text, 1, 5) == {expected}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", f"你好，我是张工，技术面试官。{ZH}"),
        ("zh", f"评分要等结束以后，反馈里会写清楚。{ZH}"),
        ("zh", f"参考答案现在不能给你。{ZH}"),
        ("zh", f"你说三分钟内把延迟降下来了。{ZH}"),
        ("en", f"Hello, I'm Zhang, the technical interviewer. {EN}"),
        ("en", f"I can't tell you a score now. {EN}"),
        ("en", f"That's fine, and the level 2 cache can wait. {EN}"),
    ],
)
def test_ones_own_name_and_a_refusal_may_be_said(language: str, text: str) -> None:
    assert heard(brief(MessageKind.QUESTION, language), text, 1, 5) == {text}


def test_a_question_that_begins_with_a_quotation_keeps_its_marks() -> None:
    spec = replace(SPECS["zh"], text="“支付”那条一直失败，紧跟着的“取消”你处理吗？")
    asked = brief(MessageKind.QUESTION, question=spec, follow_up=None)
    assert heard(asked, spec.text) == {spec.text}
    assert heard(asked, f"“{spec.text}”") == {spec.text}


def test_scoring_points_are_not_told_by_their_names() -> None:
    asked = brief(MessageKind.QUESTION, follow_up=None)
    text = f"好的。往慢查询日志、执行计划、锁等待这几块想。{ZH}"
    assert heard(asked, text, 2000) == {f"好的。{ZH}"}
    said = replace(asked, recent=(Line("candidate", "我看慢日志，用 EXPLAIN 看执行计划。"),))
    assert heard(said, f"你提到慢日志和执行计划。{ZH}", 3) == {f"你提到慢日志和执行计划。{ZH}"}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("zh", "好的。", f"好的。{ZH}"),
        ("zh", "好的，听明白了", f"好的，听明白了。{ZH}"),
        ("zh", "你这题可以打4分。", ZH),
        ("en", "Right.", f"Right. {EN}"),
        ("en", "Right, I see", f"Right, I see. {EN}"),
    ],
)
@pytest.mark.parametrize("kind", [MessageKind.GREETING, MessageKind.QUESTION])
def test_a_question_that_is_wanting_is_asked(
    kind: MessageKind, language: str, text: str, expected: str
) -> None:
    assert heard(brief(kind, language, follow_up=None), text, 2) == {expected}


def test_so_is_a_probe_and_a_question_to_be_repeated() -> None:
    probe = SPECS["zh"].follow_ups[1]
    asked = brief(MessageKind.FOLLOW_UP, follow_up=probe)
    assert heard(asked, "嗯，明白。", 2) == {f"嗯，明白。{probe.text}"}
    again = brief(MessageKind.QUESTION, follow_up=None, aside=Aside.REPEAT)
    assert heard(again, "没问题。", 2) == {f"没问题。{ZH}"}


def test_in_plainer_words_it_need_not_share_any() -> None:
    asked = brief(MessageKind.QUESTION, follow_up=None, aside=Aside.EXPLAIN)
    assert heard(asked, "就是说，机器反应迟钝，咋办？", 3) == {"就是说，机器反应迟钝，咋办？"}
    assert heard(asked, "没关系。", 3) == {f"没关系。{ZH}"}


@pytest.mark.parametrize("kind", [MessageKind.HANDOVER, MessageKind.CLOSING, MessageKind.HINT])
def test_where_nothing_is_to_be_asked_nothing_is_added(kind: MessageKind) -> None:
    assert heard(brief(kind), "好的，辛苦了。", 2) == {"好的，辛苦了。"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "你好，请用三个词形容一下你自己。"),
        ("zh", "好的。你的期望薪资是多少？"),
        ("en", "Hello. Describe yourself in three words, please."),
        ("en", "Thanks. What is your biggest weakness?"),
    ],
)
def test_another_question_in_its_place_is_not_put_up_with(language: str, text: str) -> None:
    asked = brief(MessageKind.QUESTION, language)
    with pytest.raises(ValueError, match="another question"):
        screened(asked, cut(text, 4))


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("zh", f"{ZH}另外，你会不会用Kafka？还有你为什么离职？不着急。", f"{ZH}不着急。"),
        ("zh", "好的，我先讲讲我自己的看法。" * 60 + ZH, f"好的，我先讲讲我自己的看法。{ZH}"),
        ("en", f"{EN} Also, why did you leave? Take your time.", f"{EN} Take your time."),
    ],
)
def test_further_questions_and_empty_talk_are_left_out(
    language: str, text: str, expected: str
) -> None:
    assert heard(brief(MessageKind.QUESTION, language), text, 1, 6) == {expected}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_talk_without_an_end_is_bounded_and_the_question_still_asked(language: str) -> None:
    sentence = {"zh": "第{}点其实也没有那么要紧。", "en": "Thing number {} does not matter much. "}
    talk = "".join(sentence[language].format(number) for number in range(60))
    (said,) = heard(brief(MessageKind.QUESTION, language), talk + ASKED[language], 9)
    assert said.endswith(ASKED[language])
    assert len(said) < {"zh": 280, "en": 720}[language]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "好的，听明白了。生产上某个查询突然慢下来，你从哪里下手？"),
        ("zh", "嗯。假设一条 SQL 忽然变慢了。你先做什么？"),
        ("en", "Thanks. Say one of the production queries gets slow. How would you go about it?"),
    ],
)
def test_the_question_in_other_words_is_the_question(language: str, text: str) -> None:
    assert heard(brief(MessageKind.QUESTION, language), text, 1, 6) == {text}


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_what_the_builtin_engine_says_passes_as_it_is(language: str) -> None:
    """Everything an interviewer may decently say, in the words we wrote ourselves."""
    builtin, changed = BuiltinEngine(), []
    briefs = [brief(kind, language, variation=turn) for kind in MessageKind for turn in range(6)]
    ways: list[dict[str, Any]] = [{"aside": aside} for aside in Aside]
    ways += [{"standing": level} for level in range(1, 6)]
    ways += [{name: True} for name in ("gave_up", "skipped", "led_on", "repeated")]
    for turn in range(3):
        briefs += [
            brief(MessageKind.QUESTION, language, variation=turn, follow_up=None, **more)
            for more in ways
        ]
    for asked in briefs:
        said = "".join([piece.text async for piece in builtin.speak(asked)]).strip()
        if screened(asked, cut(said, 4)) != said:
            changed.append(said)
    assert changed == []


def _spec(text: ItemText) -> QuestionSpec:
    points = tuple(ScoringPoint(point.key, point.text, point.synonyms) for point in text.points)
    probes = tuple(FollowUp(probe.point, probe.text) for probe in text.follow_ups)
    return QuestionSpec("k", "c", 2, text.text, text.reference, points, probes, text.hints)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_so_does_the_bank_and_another_question_of_it_seldom(language: str) -> None:
    thanks = {"zh": "好的，明白了。", "en": "Thanks, I see. "}[language]
    specs = [_spec(getattr(item, language)) for item in read_bank()[::4]]
    speaker = PANELS[language][0]
    changed, taken = [], 0
    for spec, other in zip(specs, [*specs[7:], *specs[:7]], strict=True):
        probe = spec.follow_ups[0]
        plain = Brief(MessageKind.QUESTION, language, "", speaker, question=spec)
        probing = replace(plain, kind=MessageKind.FOLLOW_UP, follow_up=probe)
        for asked, text in ((plain, spec.text), (probing, probe.text)):
            if screened(asked, cut(thanks + text, 9)) != thanks + text:
                changed.append(text)
        with suppress(ValueError):
            taken += spec.text not in screened(plain, [thanks, other.text])
    assert changed == []
    assert taken <= len(specs) // 4
