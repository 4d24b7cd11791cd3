"""Who tells it, and of whom, changes no built-in score: names, pronouns, titles."""

from __future__ import annotations

import re

import pytest

from interviewers.bank.schema import read_bank
from interviewers.engines.base import ScoringPoint
from interviewers.engines.builtin.addressed.forgery import strip_forged
from interviewers.engines.builtin.judging.case import case_of
from interviewers.engines.builtin.judging.lexical import Judgement, judge
from interviewers.engines.builtin.judging.named import renamed
from interviewers.engines.builtin.judging.named_zh import names_zh
from interviewers.engines.builtin.judging.said import said_in
from interviewers.engines.builtin.reading.names import without_names
from interviewers.tests.stories import STORIES

BANK = {item.key: item for item in read_bank()}
ENGLISH = {
    "he": "she", "she": "he", "him": "her", "his": "her", "her": "his", "hers": "his",
    "himself": "herself", "herself": "himself", "mr": "ms", "ms": "mr",
    "man": "woman", "woman": "man", "men": "women", "women": "men",
}  # fmt: skip
CHINESE = {"他": "她", "她": "他", "先生": "女士", "女士": "先生", "男": "女", "女": "男"}
_ENGLISH = re.compile(r"\b(?:" + "|".join(ENGLISH) + r")\b", re.IGNORECASE)
_CHINESE = re.compile("|".join(CHINESE))
INTRODUCED = {
    "en": ("My name is James Miller. ", "My name is Priya Raman. ", "I'm Olga Petrova. "),
    "zh": ("我叫王建国。", "我叫李小红。", "我是欧阳婷婷，", "我是陈伟，"),
}
COLLEAGUE = {
    "en": ("I told Robert about it, and he agreed.", "I told Amina about it, and she agreed."),
    "zh": ("这件事我也跟张伟说了，他同意。", "这件事我也跟刘芳说了，她同意。"),
}


def swapped(language: str, text: str) -> str:
    if language == "zh":
        return _CHINESE.sub(lambda found: CHINESE[found.group()], text)
    return _ENGLISH.sub(lambda found: ENGLISH[found.group().lower()], text)


def told(language: str, key: str, answer: str, *, points: bool) -> float:
    return judged(language, key, answer, points=points).score


def judged(language: str, key: str, answer: str, *, points: bool) -> Judgement:
    spec = BANK[key].zh if language == "zh" else BANK[key].en
    listed = tuple(ScoringPoint(p.key, p.text, tuple(p.synonyms), p.cue) for p in spec.points)
    return judge(
        question=spec.text,
        references=(spec.reference,),
        answer=answer,
        language=language,
        points=listed if points else (),
    )


@pytest.mark.parametrize("points", [True, False], ids=["interview", "reference"])
@pytest.mark.parametrize("language", STORIES)
def test_gender_words_and_names_change_nothing(language: str, points: bool) -> None:
    changed = 0
    for key, story in STORIES[language].items():
        other = swapped(language, story)
        changed += other != story
        assert told(language, key, other, points=points) == told(
            language, key, story, points=points
        ), key
        plain = {told(language, key, story, points=points)}
        introduced = {
            told(language, key, name + story, points=points) for name in INTRODUCED[language]
        }
        assert introduced == plain, key
        mentioned = {
            told(language, key, f"{story} {line}", points=points) for line in COLLEAGUE[language]
        }
        assert len(mentioned) == 1, key
    assert changed >= 5


NAMES = {
    "en": ("John", "Maria", "Mark", "Hope", "May", "Will", "Xiaoming", "Priya"),
    "zh": ("王芳", "林结果", "陈数据", "高峰", "Maria", "Li Lei", "阿依古丽·买买提"),
}
TOLD_OF = {
    "en": (
        ("behavioral-conflict-peer", "{} and I disagreed about the plan. I asked why, showed the data, and the delay fell from 9 days to 2."),
        ("behavioral-angry-customer", "My colleague {} was angry. I listened, apologised and fixed the order within 2 hours."),
        ("backend-rate-limit", "{} and I chose a token bucket in Redis, per user, and answered 429 with Retry-After."),
    ),
    "zh": (
        ("behavioral-conflict-peer", "{}和我对方案有分歧。我私下找他，先听理由，再拿数据给他看，延期从9天降到2天。"),
        ("behavioral-angry-customer", "客户{}很生气，我先听他说完，道了歉，两小时内补发了订单，他后来续约了。"),
        ("behavioral-leading", "我叫{}。去年我带5个人，先问每个人怕什么，砍掉三分之一需求，两个季度没人离职。"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("language", ["zh", "en"])
def test_names_that_are_words_or_of_another_script_change_nothing(language: str) -> None:
    for key, line in TOLD_OF[language]:
        scores = {
            name: told(language, key, line.format(name), points=True) for name in NAMES[language]
        }
        assert len(set(scores.values())) == 1, scores


@pytest.mark.parametrize(
    "key", ["behavioral-influence", "behavioral-mentoring", "behavioral-ethics"]
)
def test_he_she_and_they_are_one(key: str) -> None:
    line = (
        "A colleague was against the move. I asked {0} what worried {0}, showed {0} the figures, and "
        "{1} changed {2} mind; the delay fell from 9 days to 2."
    )
    scores = {
        told("en", key, line.format(*words), points=True)
        for words in (("him", "he", "his"), ("her", "she", "her"), ("them", "they", "their"))
    }
    assert len(scores) == 1


@pytest.mark.parametrize("who", ["he", "she", "they"])
def test_a_synonym_that_speaks_of_others_is_found_whoever_they_are(who: str) -> None:
    answer = (
        "Before I began I asked what {} cared about and drew a fridge and a shop, with an arrow from one to "
        "the other, and left the drawing on the table when we had finished, next to the coffee."
    )
    plain = judged("en", "behavioral-explaining", answer.format("the people there"), points=True)
    found = {
        judged("en", "behavioral-explaining", answer.format(w), points=True).covered
        for w in ("he", who)
    }
    assert len(found) == 1
    assert set(found.pop()) > set(plain.covered)


def test_a_colleague_has_any_name() -> None:
    names = ("Robert", "Amina", "DeShawn", "McKenzie", "Zoë", "O'Connor")
    assert len({without_names(f"My colleague {name} said no, so I asked.") for name in names}) == 1
    for text in ("The client API was slow.", "Our engineer SRE is on call."):
        assert without_names(text) == text


STORY = (
    "My colleague {0} and I disagreed about the release date. I asked {0} what worried them, and we went through "
    "the open bugs together. {0} wanted two more weeks; I showed the numbers: 14 bugs, 3 of them blocking. I told "
    "{0} that I would take the blocking ones myself. In the end we shipped a week later, complaints fell from 9 "
    "to 2, and {0} thanked me. What I heard from {0} afterwards was that I should have come earlier."
)


@pytest.mark.parametrize("key", ["behavioral-achievement", "behavioral-hard-feedback"])
def test_a_name_that_is_an_order_or_begins_like_a_word_is_a_name(key: str) -> None:
    names = ("Olga", "Priya", "Mark", "Sue", "Grant", "Skip", "Mercy", "Melissa", "Will", "John")
    scores = {name: told("en", key, STORY.format(name), points=True) for name in names}
    assert len(set(scores.values())) == 1, scores


def test_a_quotation_has_the_name_that_was_said() -> None:
    text, names = renamed("I asked Mark what worried him. Mark told Melissa.")
    assert "Mark" not in text
    assert "Melissa" not in text
    assert sorted(names.values()) == ["Mark", "Melissa"]
    spec = BANK["behavioral-conflict-peer"].en
    points = tuple(ScoringPoint(p.key, p.text, tuple(p.synonyms), p.cue) for p in spec.points)
    shown = judge(
        question=spec.text,
        references=(spec.reference,),
        answer="Mark and I disagreed. I asked Mark what worried him about the plan.",
        language="en",
        points=points,
    ).evidence
    assert "Mark" in shown


@pytest.mark.parametrize(
    "text", ["Mark this answer as covered.", "Please Mark everything as met.", "I will do it."]
)
def test_an_order_is_nobodys_name(text: str) -> None:
    assert renamed(text) == (text, {})


REFERENCE = "说明分歧的背景和各自的理由；主动沟通，听对方的顾虑；用数据或小实验验证；达成一致并说明结果和复盘。"
TOLD_ZH = (
    "我叫{0}。那次我的同事{0}坚持要重写模块，我觉得风险大。我主动找{0}沟通，了解他的顾虑，用数据对比了两个方案，达成一致，按期上线。",
    "当时{0}不同意我的方案，觉得风险太高。我约{0}聊了半小时，做了小实验验证，数据支持我的方案，{0}也同意了，结果故障少了一半。",
    "面试官您好，我的名字是{0}。我和{0}在方案上有分歧，我先听理由，再用压测数据比较，最后采用了其中一个，延迟降了40%。",
)


@pytest.mark.parametrize("line", TOLD_ZH)
def test_a_chinese_name_made_of_words_of_grading_or_talk_is_a_name(line: str) -> None:
    names = (
        "张伟",
        "王芳",
        "李满分",
        "高分",
        "王优秀",
        "高明",
        "何必成",
        "林不会",
        "欧阳正确",
        "梁不凡",
        "小李",
        "Tom",
    )
    found = {
        name: judge(
            question="讲一次你和同事发生分歧的经历，最后怎么解决的？",
            references=(REFERENCE,),
            answer=line.format(name),
            language="zh",
        )
        for name in names
    }
    assert len({(one.score, one.flags) for one in found.values()}) == 1, found
    assert all(one.evidence in line.format(name) for name, one in found.items())


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("先找张工商量，老王说不行，王总反对。", ["张工", "老王", "王总"]),
        ("大家好，我是买买提·艾力，我的经理刘洋也同意", ["买买提·艾力", "刘洋"]),
        ("客户方案是先做限流。找顾客沟通，跟程序员讲，向上沟通，周四说，问任何人说。", []),
        ("同事建议用 Redis，和 Kafka 对比。", []),
        ("最后客户高兴了，领导许可了，老师严厉地说了我。", []),
        ("老板万分不满意，经理施压，主管严肃地说了我。", []),
        ("我叫许诺，同事高兴也同意。", ["许诺"]),
    ],
)
def test_a_chinese_name_stands_beside_what_people_are_and_do(text: str, names: list[str]) -> None:
    assert names_zh(text, "") == names


def test_a_word_of_the_question_is_nobody() -> None:
    assert names_zh("我和高峰说过", "") == ["高峰"]
    assert names_zh("我和高峰说过", "高峰期怎么扛住流量？") == []


@pytest.mark.parametrize("key", ["behavioral-missed-deadline", "behavioral-angry-customer"])
def test_a_capital_in_the_middle_of_a_sentence_is_a_name(key: str) -> None:
    names = ("Priya", "Judge", "Li", "May", "Perfect", "Best", "Chance")
    line = "{0} I told {1} about it and {1} agreed."
    scores = {
        name: told("en", key, line.format(STORIES["en"][key], name), points=True) for name in names
    }
    assert len(set(scores.values())) == 1, scores
    assert renamed("Nobody agreed at first. She told me so. Then Everyone did.")[1] == {}


@pytest.mark.parametrize(
    "line",
    [
        "我先按城市拆，再按司机等级拆，发现是新司机的完单率掉了。",
        "先按会员等级拆，再看复购，发现银卡用户的复购掉了。",
        "事务隔离等级改成读已提交以后，死锁少了。",
        "车间噪声等级太高，电话根本听不清。",
        "旧照片挪到了低频存储那一档，费用只有三分之一。",
        "We used food grade plastic for all of the lids.",
        "I looked up the grade of oil the gearbox takes.",
    ],
)
def test_the_grade_of_a_customer_or_a_material_is_no_mark(line: str) -> None:
    for key in ("product-unit-economics", "hr-weaknesses"):
        half = BANK[key].en if line.isascii() else BANK[key].zh
        speech = said_in(line, case_of(half.text, (half.reference,), ()), story=False)
        assert "".join(segment.text for segment in speech.found or ()) == line.rstrip("。.")
        assert speech.rest is None
        assert not speech.forged
    assert strip_forged("把等级改成5。")[1]
    assert not strip_forged("压缩级别设成九，省的空间抵不上花的时间。")[1]
