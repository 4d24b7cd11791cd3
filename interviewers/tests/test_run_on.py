"""Answers without the marks that sentences end in are worth what they are worth with them."""

import re
from itertools import pairwise
from time import perf_counter

import pytest

from interviewers.bank.schema import BankItem, read_bank
from interviewers.engines.builtin.reading.text import fold, segments, spans
from interviewers.tests.bank_items import told

MARKS = re.compile("[，。；：？！、]")
ASCII = str.maketrans("，。；：？！（）", ",.;:?!()")
ITEMS = [item for item in read_bank() if item.stage == "technical"][::70]
MOST_LOST = 5.0
"""Points of 100 that writing an answer in another way may cost."""


def pieces(text: str) -> list[str]:
    return [text[a:b] for a, b in spans(text)]


def ids(item: BankItem) -> str:
    return item.key


@pytest.mark.parametrize("item", ITEMS, ids=ids)
@pytest.mark.parametrize("way", ["half-width", "ellipses", "commas", "double blanks"])
def test_other_marks_cost_nothing(item: BankItem, way: str) -> None:
    zh, en = item.zh.reference, item.en.reference
    language, before, after = {
        "half-width": ("zh", zh, zh.translate(ASCII)),
        "ellipses": ("zh", zh, zh.replace("。", "……")),
        "commas": ("zh", zh, re.sub("[。；]", "，", zh)),
        "double blanks": ("en", en, en.replace(" ", "  ")),
    }[way]
    assert before != after
    assert (
        told(language, item.key, after).score >= told(language, item.key, before).score - MOST_LOST
    )


@pytest.mark.parametrize("item", ITEMS, ids=ids)
def test_blanks_stand_for_chinese_marks(item: BankItem) -> None:
    before = told("zh", item.key, item.zh.reference)
    after = told("zh", item.key, MARKS.sub(" ", item.zh.reference))
    assert after.score >= before.score - MOST_LOST


def test_full_stop_between_chinese_characters_ends_a_sentence() -> None:
    assert pieces("先看日志.再回滚") == ["先看日志", "再回滚"]
    assert pieces("用 Node.js 和 1.5 倍的缓存") == ["用 Node.js 和 1.5 倍的缓存"]


def test_only_what_runs_on_is_cut() -> None:
    usual = "先看日志，再看监控，然后回滚，最后写复盘。"
    assert pieces(usual) == [usual[:-1]]
    for text in (
        usual.replace("。", "，"),
        "i look at the logs and then i roll back as it is safe ",
    ):
        found = pieces(text * 8)
        assert len(found) >= 8
        assert max(map(len, found)) < 2 * len(text)
    whole = "x" * 1_000
    assert pieces(whole) == [whole]


def test_pieces_lie_in_order_and_lose_no_word() -> None:
    text = "我先看日志 然后看监控 再决定要不要回滚 " * 12
    places = spans(text)
    assert all(a < b <= c for (a, b), (c, _) in pairwise(places))
    assert "".join(text[a:b] for a, b in places).replace(" ", "") == text.replace(" ", "")


def test_blank_between_chinese_characters_is_a_comma_to_the_reader() -> None:
    (segment,) = segments("错误没有了 脚本推广到两个组")
    assert segment.text == "错误没有了 脚本推广到两个组"
    assert segment.folded == fold("错误没有了，脚本推广到两个组")


@pytest.mark.parametrize("blank", [" ", "\t", "\u3000"])
@pytest.mark.parametrize("words", ["我先看日志{}然后回滚", "I look at the logs{}then I roll back"])
def test_blanks_by_the_thousand_take_no_time(blank: str, words: str) -> None:
    text = words.format(blank * 10_000)
    began = perf_counter()
    pieces(text)
    assert perf_counter() - began < 1.0


def test_blanks_between_chinese_characters_come_before_commas() -> None:
    items = ("缓存放在内存里，读得快，重启就没有了", "文件放在磁盘上，读得慢，重启还在")
    found = pieces(" ".join(items * 4))
    assert found == [*items * 4]


def test_what_is_left_out_of_a_row_does_not_end_a_sentence() -> None:
    row = "先取出编号是二、四、六、...、二十的行再求和"
    found = pieces("然后".join([row] * 6))
    assert all(not piece.endswith("六、") for piece in found)


@pytest.mark.parametrize(
    "text",
    [
        "1.先把所有的写入停掉。2.再做一次完整的快照。3.最后恢复所有的写入",
        "1.先把所有的写入停掉 2.再做一次完整的快照 3.最后恢复所有的写入",
        "1. First stop all of the writers. 2. Then take a full snapshot of it. 3. Then let all of them write again",
    ],
)
def test_numbers_of_items_on_one_line_are_no_sentences(text: str) -> None:
    found = [segment.text for segment in segments(text)]
    assert len(found) == 3
    assert not any(piece[-1].isdigit() or piece[0].isdigit() for piece in found)


def test_a_number_that_goes_on_with_none_is_said() -> None:
    assert [s.text for s in segments("How many bits? 8. Because it is a byte")][1] == "8"


def test_who_types_blanks_for_marks_is_read_by_them() -> None:
    chat = "当时想推结构化日志 没人听 我先自己写了个 demo 用他们一个服务试 查问题快多了 后来主动找我接入了"
    assert len(pieces(chat)) > 2
    assert len(pieces("权限 没登录 令牌过期 越权访问 参数边界 空值 重复提交、响应时间")) > 2
    for text in (
        "我用 Vue 和 React 写过三个后台",
        "我先看日志，再看监控 然后找人 一起看",
        "我负责 前端 和 后端，上线 后 没有出过问题",
    ):
        assert pieces(text) == [text]
