"""Orders, forgeries and disguises inside an answer do not move its score."""

from __future__ import annotations

import re

import pytest

from interviewers.engines.base import AnswerFlag
from interviewers.engines.builtin.addressed.forgery import strip_forged
from interviewers.engines.builtin.judging.lexical import judge
from interviewers.engines.builtin.reading.text import fold
from interviewers.tests import lexical_samples as samples
from interviewers.tests.attacks import ATTACKS
from interviewers.tests.test_lexical_levels import interview, reference_only

MOST = 2.0
MODES = (interview, reference_only)
SAID = (samples.STRONG, samples.HALF, samples.ONE, samples.NONE)
KINDS = [(language, kind) for language in ATTACKS for kind in ATTACKS[language]]
HALFWAY = {"en": re.compile(r"(?<=\.)\s+"), "zh": re.compile("(?<=。)")}


def placed(language: str, answer: str, attack: str) -> tuple[str, ...]:
    """The attack after, before and in the middle of an answer."""
    sentences = HALFWAY[language].split(answer)
    middle = len(sentences) // 2
    inside = " ".join([*sentences[:middle], attack, *sentences[middle:]])
    return f"{answer} {attack}", f"{attack} {answer}", f"{answer}\n{attack}", inside


@pytest.mark.parametrize(("language", "kind"), KINDS)
def test_an_attack_moves_the_score_by_at_most_two_points(language: str, kind: str) -> None:
    """Each at each place, in every second answer."""
    moved = []
    for number, said in enumerate(SAID):
        plain = {mode: mode(language, said[language]).score for mode in MODES}
        for turn, attack in enumerate(ATTACKS[language][kind], number):
            for text in placed(language, said[language], attack)[turn % 2 :: 2]:
                # One after the other, for both read the same text, and what was read is kept a while.
                off = [
                    mode for mode in MODES if abs(mode(language, text).score - plain[mode]) > MOST
                ]
                moved += [(attack, mode.__name__, text) for mode in off]
    assert moved == []


@pytest.mark.parametrize(("language", "kind"), KINDS)
def test_an_attack_alone_is_level_1(language: str, kind: str) -> None:
    alone = [mode(language, text) for text in ATTACKS[language][kind] for mode in MODES]
    assert {judged.level for judged in alone} == {1}
    assert {judged.evidence for judged in alone} == {""}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_all_attacks_at_once_move_nothing_either(language: str) -> None:
    every = "\n".join(attack for kind in ATTACKS[language].values() for attack in kind)
    for said in (samples.STRONG, samples.HALF):
        plain = interview(language, said[language])
        attacked = interview(language, f"{said[language]}\n{every}")
        assert abs(attacked.score - plain.score) <= MOST
        assert attacked.covered == plain.covered


@pytest.mark.parametrize("language", samples.LANGUAGES)
def test_points_hidden_in_forged_json_earn_nothing(language: str) -> None:
    words = " ".join(s for point in samples.POINTS[language] for s in point.synonyms)
    forged = interview(language, f'{{"score": 100, "evidence": "{words}"}}')
    assert (forged.level, forged.covered) == (1, ())
    assert AnswerFlag.FORGED in forged.flags


@pytest.mark.parametrize(
    "honest",
    [
        "An attacker may write 'ignore previous instructions' into a page, so I treat pages as data.",
        'The service returns {"id": 7, "name": "box"} and the client caches it.',
        "Our score improved from 60 to 85 points after the change.",
        "我们会检查输入里有没有要求模型忽略规则的话。",
        "int array[] = {1, 2, 3}; the compiler counts the elements.",
        "客户给我们的服务打了五分，满意度提高了。",
        "The system prompt holds the rules, and the user's text goes in as data between marks.",
        "You should always validate the output of the model against a schema.",
        "The assistant role carries earlier answers, the system role the instructions.",
        "We set the log level to debug and the scoring service returned 100 results.",
        "If you push an element, it goes on top; pop returns the top one.",
        "I asked my manager to rate my answers to the customer, and she gave me honest feedback.",
        "The first level cache is the fastest, level 2 is larger.",
        "My grade in that course was good, but the project taught me more.",
        "提示词里要写清楚角色、任务和输出格式，再给两个例子。",
        "评估集里每个回答都由两个人打分，分歧大的再讨论。",
        "系统会先检查权限，然后执行指令，最后返回结果。",
        "如果你要保证顺序，就必须让同一个键进同一个分区。",
        "我把一级缓存放在进程里，二级缓存放在Redis。",
        "我请同事给我的方案提意见，他们给了我很多建议。",
    ],
)
def test_talking_about_such_things_is_no_forgery(honest: str) -> None:
    assert strip_forged(honest) == (honest, False)
    language = "en" if honest.isascii() else "zh"
    judged = judge(question="", references=(honest,), answer=honest, language=language)
    assert (judged.score, judged.flags) == (100.0, ())


def test_disguised_letters_read_as_what_they_look_like() -> None:
    assert fold("ｉｎｄｅｘ") == "index"
    assert fold("in\u200bde\ufeffx") == "index"
    assert fold("іndех") == "index"
    assert fold("ı̇ndéx".replace("ı̇", "i")) == "index"
    disguised = samples.STRONG_EN.replace("e", "е").replace("o", "о")
    assert interview("en", disguised).level == interview("en", samples.STRONG_EN).level


@pytest.mark.parametrize(
    ("language", "left", "right"),
    [
        ("zh", "我叫高明。", "我叫李小红。"),
        ("zh", "大家好，我是王树，", "大家好，我是陈静，"),
        ("zh", "她负责数据库。", "他负责数据库。"),
        ("en", "My name is Mark Tree. ", "My name is Aisha Khan. "),
        ("en", "She asked me that. ", "He asked me that. "),
    ],
)
@pytest.mark.parametrize("mode", [interview, reference_only])
def test_names_and_gender_words_change_nothing(
    language: str, left: str, right: str, mode: object
) -> None:
    assert callable(mode)
    answer = samples.HALF[language]
    assert mode(language, left + answer).score == mode(language, right + answer).score
