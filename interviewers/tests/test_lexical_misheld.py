"""What people commonly get wrong of a scoring point earns nothing, and who is right loses nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from interviewers.engines.base import AnswerFlag, Exchange, RubricSpec, ScoringPoint
from interviewers.engines.builtin.contrary.common import believed_of
from interviewers.engines.builtin.contrary.misheld import (
    StatementError,
    check_statement,
    misheld,
    statement_of,
)
from interviewers.engines.builtin.judging.lexical import Judgement, judge
from interviewers.engines.builtin.reading.text import segment_of
from interviewers.engines.builtin.reporting.report import reason
from interviewers.engines.builtin.reporting.report_words import FLAGS, WORDS
from interviewers.tests.bank_items import BANK, told
from interviewers.tests.test_better_answers import spec_of

EN = "read committed … prevent*|NOT get … phantom* ~repeatable|serializable"
ZH = "容器|它 … 自己的 内核|独立的? 内核 ~虚拟机"

RUBRIC = RubricSpec("design", "Design", 1, ("a", "b", "c", "d", "e"))


def said(statement: str, sentence: str) -> list[str]:
    segment = segment_of(sentence)
    found = misheld(segment, [(0, statement_of(statement))])
    return [segment.text[start:end].strip() for _, (start, end) in found]


@pytest.mark.parametrize(
    ("statement", "sentence", "where"),
    [
        (EN, "Read committed is the one that prevents phantoms", "Read committed is the one that prevents phantoms"),
        (EN, "It's easy, with Read Committed you don't get any phantoms, so I use it.", "with Read Committed you don't get any phantoms"),
        (ZH, "启动快，因为容器里有一个自己的小内核，不用等", "因为容器里有一个自己的小内核"),
        ("缓存 … 一致", "嗯嗯，缓存呢,永远一致！", "缓存呢,永远一致！"),
        ("redis … 就 行", "这个用redis就行", "这个用redis就行"),
        ("让 他 … 背锅", "我就让她来背锅", "我就让她来背锅"),
        ("blame* him … boss", "I blamed her in front of the boss", "I blamed her in front of the boss"),
        ("people … NOT my|NOT our", "The people downstairs are not our problem", "The people downstairs are not our problem"),
        ("甩 … 同事", "这事我就特别干脆地甩给了同事", "这事我就特别干脆地甩给了同事"),
    ],
)  # fmt: skip
def test_it_is_said_in_other_words(statement: str, sentence: str, where: str) -> None:
    assert said(statement, sentence) == [where]


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        (EN, "Read committed does not prevent phantoms"),
        (EN, "It's a myth that read committed prevents phantoms"),
        (EN, "Many people think that read committed prevents phantoms"),
        (EN, "Does read committed prevent phantoms?"),
        ("people|others … NOT my|NOT our", "I asked five people without telling them my view"),
        ("people|others … NOT my|NOT our", "I'd ask people in finance, not our own team"),
        (EN, "Read committed prevents dirty reads, repeatable read also phantoms"),
        (EN, "Phantoms are what read committed would have to prevent"),
        (ZH, "容器没有自己的内核"),
        (ZH, "很多人以为容器有自己的内核"),
        (ZH, "容器和虚拟机不同，后者有自己的内核"),
        (ZH, "虚拟机有自己的内核，容器共用宿主机的"),
    ],
)
def test_nobody_says_it_who_denies_it_or_speaks_of_something_else(
    statement: str, sentence: str
) -> None:
    assert said(statement, sentence) == []


@pytest.mark.parametrize("text", ["a … ", "… b", "a …| … b"])
def test_a_place_has_a_wording(text: str) -> None:
    for read in (statement_of, check_statement):
        with pytest.raises(StatementError):
            read(text)


def test_a_long_row_of_halves_takes_no_time() -> None:
    row = "read-committed's, " * 2_000
    assert said(EN, row) == said(ZH, "容器" * 4_000) == []


@pytest.mark.parametrize(
    ("key", "language", "wrong", "right"),
    [
        (
            "backend-pool-exhausted", "en",
            "The CPU is only at twenty percent, so the pool is too small. I'd simply enlarge the pool, that solves it. Connections are returned automatically anyway.",
            "I wouldn't enlarge the pool first. Low CPU means that connections are held by somebody who isn't using them: a call to another service inside a transaction, a leak where a connection isn't given back, or a lock wait. I'd look at who holds them for how long, and set timeouts.",
        ),
        (
            "frontend-main-thread-scheduling", "zh",
            "把计算放到 promise 里就不会卡了，因为微任务会放到后台的另一个线程去跑。也可以用 worker，在 worker 里直接操作 DOM 更新页面，反正没有什么代价。",
            "放到 promise 里没有用，微任务还是在主线程上跑完才轮到渲染。要么把计算切成小片，每片几毫秒，让出主线程；要么放到 Worker 里，但它碰不到 DOM，数据要复制过去，大的时候有代价，可以用转移。",
        ),
        (
            "ai-fine-tuning", "en",
            "Fine-tuning teaches the model your documents, it learns the latest facts, so you need no retrieval after it. The more data the better.",
            "Fine-tuning changes behaviour, tone and format, it's a poor way to put in facts: those change, and you can't cite them. For knowledge I'd use retrieval, and first try a better prompt, measured on a test set. It takes a few hundred clean examples, with LoRA only small matrices are trained, and it may forget other things.",
        ),
    ],
)  # fmt: skip
def test_who_gets_it_wrong_earns_little_and_who_says_what_is_so_loses_nothing(
    key: str, language: str, wrong: str, right: str
) -> None:
    found = told(language, key, wrong)
    assert found.score < 30
    assert AnswerFlag.NEGATED in found.flags
    found = told(language, key, right)
    assert found.score >= 60
    assert AnswerFlag.NEGATED not in found.flags


def test_what_is_right_beside_an_error_counts() -> None:
    right = (
        "You get dirty reads, non-repeatable reads and phantoms, and lost updates when two read first and write then. "
        "I'd go with the default of the database and lock the rows explicitly where money is involved, because stronger isolation costs concurrency."
    )
    wrong = " Read committed keeps phantoms out."
    whole, spoilt = (
        told("en", "backend-isolation-levels", text) for text in (right, right + wrong)
    )
    assert AnswerFlag.NEGATED in spoilt.flags
    assert whole.score - 30 < spoilt.score < whole.score - 5
    assert wrong.strip() not in spoilt.evidence


@pytest.mark.parametrize(
    ("language", "key", "wrong", "right"),
    [
        (
            "en",
            "general-recurring-error",
            (
                "I would find out who it was, and the next time has consequences. Then I'd remind everybody again to be "
                "careful. The process is fine, people simply have to concentrate."
            ),
            (
                "I wouldn't look for who it was. Reminding everybody again to be careful is easy, but I would rather look "
                "at what the three cases have in common and make the slip impossible, so the form no longer takes it."
            ),
        ),
        (
            "zh",
            "product-sunset",
            "才百分之三的人，不用管是谁在用，直接悄悄下线就行，数据他们自己想办法，省事。",
            "百分之三也要先看是谁在用、多依赖，不能悄悄下线；提前三个月公告，数据给一键导出，再分批关。",
        ),
        (
            "en",
            "behavioral-ethics",
            (
                "A colleague promised a client a certificate we did not have. It's none of my business, everybody does it, so "
                "I said nothing, the contract was signed and I stayed loyal to my colleagues."
            ),
            (
                "A colleague promised a client a certificate we did not have. He said everybody does it, but I told him that I "
                "would not sign, wrote to compliance the same day, and we gave the client the real date, May."
            ),
        ),
    ],
)
def test_what_no_interviewer_would_accept_earns_little(
    language: str, key: str, wrong: str, right: str
) -> None:
    held, sound = told(language, key, wrong), told(language, key, right)
    assert AnswerFlag.NEGATED in held.flags
    assert AnswerFlag.NEGATED not in sound.flags
    assert held.level == 1
    assert sound.score >= held.score + 30


@pytest.mark.parametrize(
    ("language", "question", "reference", "wrong", "right"),
    [
        (
            "zh",
            "Docker 和虚拟机有什么区别？",
            "容器共享宿主机内核，用命名空间和控制组隔离，启动快、占用小；虚拟机有自己的内核，隔离更强。",
            "Docker 容器有自己独立的内核，所以比虚拟机隔离得更好，更安全。",
            "Docker 容器没有自己独立的内核，用的是宿主机的，所以启动快；虚拟机有一整套，隔离得更好。",
        ),
        (
            "en",
            "How do you keep an authenticated web form safe when it is submitted?",
            "Validate on the server, use a token against forged requests, and limit how often it is sent.",
            "The front end validates everything already, so the server doesn't need to check it again.",
            "The front end validates it, but that's for comfort; the server has to validate everything again.",
        ),
    ],
)
def test_what_is_believed_of_a_subject_is_known_beside_a_reference_alone(
    language: str, question: str, reference: str, wrong: str, right: str
) -> None:
    held, sound = (
        judge(question=question, references=(reference,), answer=answer, language=language)
        for answer in (wrong, right)
    )
    assert AnswerFlag.NEGATED in held.flags
    assert AnswerFlag.NEGATED not in sound.flags
    assert sound.score >= held.score + 15


def test_what_is_wrong_stays_so_until_it_is_taken_back() -> None:
    half = BANK["ai-fine-tuning"].en
    wrong = (
        "You fine-tune on the price lists and the model knows them by heart. It learns the tone "
        "and the format from examples as well."
    )
    more = "I would keep a small set of cases aside and compare both on them."
    back = "Thinking again, facts that change belong into retrieval, fine-tuning is a poor way to store knowledge."

    def after(answer: str) -> float:
        return judge(
            question=half.text,
            references=(half.reference,),
            answer=answer,
            language="en",
            earlier=(wrong,),
            points=tuple(
                ScoringPoint(p.key, p.text, p.synonyms, p.cue, p.contrary) for p in half.points
            ),
        ).score

    sound = told("en", "ai-fine-tuning", f"{wrong.partition('. ')[2]} {more}").score
    assert after(more) < sound < after(back)


@pytest.mark.parametrize(
    ("language", "key", "said", "held"),
    [
        ("zh", "backend-sql-injection", "光转义引号就不行了，要用参数化查询。", False),
        ("zh", "backend-sql-injection", "转义引号就行了，不用参数化查询。", True),
        ("zh", "general-recurring-error", "那就不是谁粗心，是流程的毛病。", False),
        (
            "en",
            "backend-sql-injection",
            "Escaping the quotes is not enough, so I use placeholders.",
            False,
        ),
        ("en", "ai-fine-tuning", "Fine-tuning is a poor way to store knowledge.", False),
    ],
)
def test_a_negation_within_a_wording_is_none_of_it(
    language: str, key: str, said: str, held: bool
) -> None:
    assert (AnswerFlag.NEGATED in told(language, key, said).flags) is held


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_believed_of_another_subject_is_not_held_against_an_answer(language: str) -> None:
    own = found = 0
    for item in BANK.values():
        half = item.zh if language == "zh" else item.en
        if item.stage == "technical" and not item.subject:
            own += sum(len(point.contrary) for point in half.points)
            found += len(believed_of(half.text))
    assert 0.9 * own <= found <= 1.2 * own


STORY = (
    "I rang a family back late in spring because the note was on a slip of paper, and the daughter was "
    "upset with me. Now I write everything in the ward book before I leave the room."
)
NIGHTS = "I did nights for two years and want to do days with people who stay longer, to know them."
SHOP_ZH = "你们招聘里写团队自己做监控，我去年正好把告警邮件从每天三百封降到二十封，想专门做这个。"


@pytest.mark.parametrize(
    ("language", "key", "honest", "against"),
    [
        ("en", "hr-weaknesses", STORY, "I'm a perfectionist with lists I guess."),
        ("en", "hr-why-position", NIGHTS, "I don't know much about you yet."),
        ("zh", "hr-why-position", SHOP_ZH, "你们公司具体做什么我没太了解。"),
    ],
)
def test_one_sentence_against_oneself_costs_little_more_than_its_point(
    language: str, key: str, honest: str, against: str
) -> None:
    alone, both = told(language, key, honest), told(language, key, honest + " " + against)
    assert both.score >= 0.6 * alone.score > 10
    assert told(language, key, against).score < 10


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nobody_is_told_what_is_the_case_with_themselves(language: str) -> None:
    item = BANK["hr-why-position"]
    half = item.zh if language == "zh" else item.en
    spec = replace(spec_of("first-months", language), text=half.text, reference=half.reference)
    given = Judgement(2, 40.0, "", (), ("a",), (AnswerFlag.NEGATED,), 0.0, False)
    words = WORDS[language]["against"].rstrip("。.").lower()
    said = reason(Exchange(language, spec, RUBRIC, "x"), given).lower()
    assert words[1:] in said
    assert FLAGS[language][AnswerFlag.NEGATED].rstrip("。.").lower()[1:] not in said
