"""What somebody names of a row of names: each is worth as much as the others."""

from __future__ import annotations

import pytest

from interviewers.engines.builtin.judging.lexical import judge

LAYERS = ("What are the layers of the TCP/IP model?", "Application, transport, internet and link.")
METHODS = (
    "常用的 HTTP 方法有哪些？",
    "常用的 HTTP 方法包括：GET、POST、PUT、DELETE。",
)
RULES = (
    "接口设计的原则有哪些？",
    "接口设计的原则：返回的错误码要能定位问题；字段含义保持前后一致；旧版本的调用方不受影响；敏感数据默认不返回。",
)


def score(asked: tuple[str, str], answer: str, language: str) -> float:
    question, reference = asked
    return judge(question=question, references=(reference,), answer=answer, language=language).score


@pytest.mark.parametrize(
    ("asked", "language", "answers"),
    [
        (
            LAYERS,
            "en",
            (
                "The session layer.",
                "The transport layer.",
                "The transport and the internet layer.",
                "Application, transport, internet, link layer.",
            ),
        ),
        (METHODS, "zh", ("有 HEAD。", "有 GET。", "GET 和 POST。", "GET、POST、PUT、DELETE。")),
        (
            RULES,
            "zh",
            (
                "界面要好看。",
                "字段含义保持前后一致。",
                "字段含义保持前后一致；敏感数据默认不返回。",
                "返回的错误码要能定位问题；字段含义保持前后一致；旧版本的调用方不受影响；敏感数据默认不返回。",
            ),
        ),
    ],
)
def test_half_of_the_names_is_half(
    asked: tuple[str, str], language: str, answers: tuple[str, ...]
) -> None:
    none, one, half, every = (score(asked, answer, language) for answer in answers)
    assert none < 40.0
    assert 40.0 <= one < 55.0 < half <= 80.0
    assert every >= 85.0


@pytest.mark.parametrize(
    ("asked", "answer", "least", "most"),
    [
        # The heading takes up the question, whatever word asks for the row.
        (
            (
                "列存储的优缺点是什么？",
                "列存储的优缺点：优点——扫描快、压缩率高。缺点——单行写入慢、点查慢。",
            ),
            "优点——扫描快。缺点——单行写入慢。",
            50.0,
            70.0,
        ),
        (
            (
                "保护接口有哪些做法？请至少说出两种。",
                "保护接口的做法：参数校验、身份认证、限流、加密传输、审计日志。",
            ),
            "参数校验和限流。",
            80.0,
            100.0,
        ),
        # Numbers between them do not take names out of their order.
        (
            (
                "巡检机器人有哪些特点？",
                "巡检机器人的特点：定位准、续航长、噪声小、维护简单、价格低等。",
            ),
            "（1）定位准（2）续航长（3）噪声小（4）维护简单。",
            75.0,
            95.0,
        ),
    ],
)
def test_what_is_asked_for_is_enough(
    asked: tuple[str, str], answer: str, least: float, most: float
) -> None:
    assert least <= score(asked, answer, "zh") <= most


def test_who_explains_instead_of_naming_is_not_held_to_the_row() -> None:
    explained = (
        "At the top sits the application with its own protocols, below it transport splits the data and "
        "numbers the pieces, and whatever is underneath finds the way from one network to the next."
    )
    assert score(LAYERS, explained, "en") >= 70.0


def test_the_names_are_what_is_said_and_missing() -> None:
    told = judge(
        question=METHODS[0], references=(METHODS[1],), answer="GET 和 DELETE。", language="zh"
    )
    assert (told.covered, told.missing) == (("GET", "DELETE"), ("POST", "PUT"))


def test_names_of_one_family_are_names_however_long_their_ending_is() -> None:
    asked = (
        "典型的仓储企业组织结构形式有哪些？",
        "典型的仓储企业组织结构形式：直线制组织结构形式、直线职能制组织结构形式、事业部制组织结构形式。",
    )
    one = score(asked, "直线制组织结构形式。", "zh")
    every = score(asked, "直线制、直线职能制和事业部制组织结构形式。", "zh")
    assert score(asked, "矩阵制组织结构形式。", "zh") < 30.0
    assert 30.0 <= one <= 60.0
    assert every >= 85.0


@pytest.mark.parametrize(
    ("asked", "answers", "language"),
    [
        # What the question or another name has as well need not be said again.
        (
            ("缓存淘汰方式有哪些？", "缓存淘汰方式包括：定时淘汰、随机淘汰和惰性淘汰。"),
            ("定时", "定时、随机和惰性"),
            "zh",
        ),
        (
            (
                "代码评审要看哪几个方面？",
                "代码评审要看的有三项：一是接口设计，二是接口性能，三是接口文档。",
            ),
            ("性能", "三个方面：设计、性能、文档"),
            "zh",
        ),
        # What something consists of is a row as well, with a heading or two.
        (
            (
                "提交说明的组成有哪些？",
                "提交说明的组成：一份完整的提交说明由标题、正文、关联编号（可选）和影响范围以及签名组成。",
            ),
            (
                "一份完整的提交说明由签名组成。",
                "一份完整的提交说明由标题、正文、关联编号、影响范围和签名组成。",
            ),
            "zh",
        ),
        (
            ("What does a packet consist of?", "A packet consists of header, payload and trailer."),
            ("A packet consists of a header.", "A header, a payload and a trailer."),
            "en",
        ),
        (
            ("日志级别包括哪些？", "日志级别：可分为调试级、告警级和致命级。"),
            ("日志级别可分为告警级。", "日志级别可分为调试、告警、致命三级。"),
            "zh",
        ),
    ],
)
def test_a_name_is_said_by_what_is_its_own(
    asked: tuple[str, str], answers: tuple[str, str], language: str
) -> None:
    one, every = (score(asked, answer, language) for answer in answers)
    assert one < 60.0
    assert every >= 80.0


def test_what_the_question_says_itself_is_no_name() -> None:
    asked = ("按部署方式分类，发布分为哪两种？", "按部署方式分类，发布分为部署发布、配置发布。")
    assert score(asked, "按部署方式分类，发布可分为紧急发布。", "zh") < 40.0


@pytest.mark.parametrize(
    ("asked", "answers", "language"),
    [
        (
            ("What kind of index does a full-text search use?", "An inverted index"),
            ("Hash index", "Inverted index"),
            "en",
        ),
        (
            (
                "A test that fails now and then without a change is a ____ test.",
                "Flaky (unstable) test",
            ),
            ("Broken test", "Flaky test"),
            "en",
        ),
        (("发布时先放一小部分流量，是哪种发布？", "灰度发布"), ("蓝绿发布", "灰度发布"), "zh"),
    ],
)
def test_another_kind_is_not_the_one_asked_for(
    asked: tuple[str, str], answers: tuple[str, str], language: str
) -> None:
    wrong, right = (score(asked, answer, language) for answer in answers)
    assert wrong < 30.0
    assert right >= 80.0


SOLID = (
    "What are the SOLID principles?",
    (
        "The SOLID principles are single responsibility, open-closed, Liskov substitution, interface segregation "
        "and dependency inversion."
    ),
)
METALS = (
    "Which of these are transition metals?",
    "Iron, copper, zinc, nickel and cobalt are transition metals.",
)
IDEMPOTENT = (
    "HTTP 有哪些幂等的方法？",
    "GET、HEAD、PUT、DELETE、OPTIONS 和 TRACE 是幂等的，POST 和 PATCH 不是。",
)
SORTING = (
    "列出常见的排序算法。",
    "冒泡排序、插入排序、选择排序、快速排序和归并排序是常见的排序算法。",
)


@pytest.mark.parametrize(
    ("asked", "answer", "half"),
    [
        (
            SOLID,
            "Dependency inversion, interface segregation, Liskov substitution, open-closed, single responsibility.",
            "Dependency inversion, open-closed.",
        ),
        (METALS, "Cobalt, nickel, zinc, iron, copper.", "Zinc, cobalt."),
        (METALS, "Zinc. Iron. Cobalt. Copper. Nickel.", "Zinc. Iron."),
        (METALS, "Iron is one. Copper is one. Zinc is one. Nickel is one. Cobalt is one.", "Iron."),
        (IDEMPOTENT, "PUT、DELETE、GET、HEAD、OPTIONS、TRACE。", "PUT、DELETE。"),
        (SORTING, "归并、快速、冒泡、选择、插入。", "归并、插入。"),
    ],
)
def test_names_that_are_asked_for_may_be_listed_in_any_order(
    asked: tuple[str, str], answer: str, half: str
) -> None:
    language = "en" if answer.isascii() else "zh"
    whole = score(asked, answer, language)
    assert whole >= 70.0
    assert score(asked, half, language) <= whole - 15.0


def test_a_clause_before_is_is_no_row_of_names() -> None:
    gate = ("三扇门里哪一扇会开？", "甲门会开，因为它接的线是通的，乙门和丙门的线是断的。")
    assert score(gate, "甲门会开，它的线是通的。", "zh") >= 80.0


def test_names_that_relate_things_are_not_said_by_their_words() -> None:
    joins = (
        "What are the kinds of edges in this graph?",
        "There are three: city to harbour, harbour to island, island to city.",
    )
    assert score(joins, "island to city, city to harbour, harbour to island", "en") >= 80.0
    assert score(joins, "three, city, harbour, harbour, island, island, city", "en") < 80.0
