"""What a better version of an answer keeps of it: whole quotations, and nothing said of the conversation."""

from __future__ import annotations

from dataclasses import replace

import pytest

from interviewers.engines.base import Exchange, FollowUp, RubricSpec
from interviewers.engines.builtin.judging.bilingual import judge_exchange
from interviewers.engines.builtin.reading.framing import unframed
from interviewers.engines.builtin.reading.text import spans
from interviewers.engines.builtin.reporting.better_words import without_asides
from interviewers.engines.builtin.reporting.own_sentences import sentences_of
from interviewers.tests.test_better_answers import spec_of


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        (
            "我当时的话是：“这批货今天不发。不是发不了，是箱子破了。”后来他同意了。",
            ["我当时的话是：“这批货今天不发。不是发不了，是箱子破了。”", "后来他同意了。"],
        ),
        ("他问“为什么？”我没答。", ["他问“为什么？”我没答。"]),
        ("“先做，再说。后来就改了。", ["“先做，再说。", "后来就改了。"]),
        ("哦，退款啊，我刚才其实讲了：当天下午五点到账。", ["当天下午五点到账。"]),
        ("简历上写了呀，打包从九分钟降到两分半。", ["打包从九分钟降到两分半。"]),
    ],
)
def test_a_quotation_stays_whole_and_a_word_on_the_conversation_goes(
    said: str, kept: list[str]
) -> None:
    assert [segment.text for segment in sentences_of("zh", said)] == kept


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh", "我先写了两页纸，老板看完才同意"),
        ("zh", "我跟组长说了，他不同意我就不改"),
        ("en", "I said to the client: we pay it back by five"),
        ("en", "I need to add, then remove, the index in one go"),
        ("zh", "先补一个，再删掉旧的索引就好"),
    ],
)
def test_what_was_said_to_others_is_of_the_matter(language: str, said: str) -> None:
    assert unframed(said, language) == said


@pytest.mark.parametrize(
    ("language", "said", "rest"),
    [
        ("zh", "说白了就是我把慢查询找出来", "我把慢查询找出来"),
        ("zh", "说实话，一开始我们没有数据", "一开始我们没有数据"),
        ("zh", "说白了这一点以后他就懂了", "说白了这一点以后他就懂了"),
        ("en", "To be quite honest, basically I rewrote it all", "I rewrote it all"),
        ("en", "Honestly speaking about it helped the team", ""),
    ],
)
def test_how_it_is_said_is_no_part_of_a_quote(language: str, said: str, rest: str) -> None:
    assert unframed(said, language) == (rest or said)


def test_what_somebody_chooses_to_tell_of_is_no_part_of_it() -> None:
    said = "Fine, I'll take the patching there. We did it by hand. OK, I'll take the lock and write the row."
    kept = ["We did it by hand.", "OK, I'll take the lock and write the row."]
    assert [segment.text for segment in sentences_of("en", said)] == kept
    assert not sentences_of("en", "Okay, then I talk about Tide, that was our final project.")


def test_evidence_opens_with_the_matter() -> None:
    said = "您没解释加购率，我只能猜：先按漏斗看访问量、加购率、支付成功率，哪一步掉得最多。"
    rubric = RubricSpec("analysis", "分析", 1, ("a", "b", "c", "d", "e"))
    judged = judge_exchange(Exchange("zh", spec_of("metric-fall", "zh"), rubric, said))
    assert judged.evidence.startswith("先按漏斗")
    assert judged.evidence in said


def test_evidence_stands_for_itself_where_something_does() -> None:
    said = (
        (
            "My manager wanted to raise prices for everyone in one go, existing customers too. I thought we'd lose "
            "the small ones. I asked for a day, pulled the usage data and showed her that 40 percent of small "
            "accounts used it less than twice a month. I told her in our one on one, not in front of the team."
        ),
        (
            "She was right about one thing, honestly, the finance side. I hadn't thought about how hard two price "
            "lists are to invoice. I ended up cleaning that for months."
        ),
    )
    probe = FollowUp("commit", "Suppose they had kept to their view: what would you have done?")
    spec = replace(spec_of("conflict-manager", "en"), follow_ups=(probe,))
    rubric = RubricSpec("conflict", "conflict", 1, ("a", "b", "c", "d", "e"))
    judged = judge_exchange(Exchange("en", spec, rubric, said[1], said[:1], (probe.text,)))
    assert "commit" in judged.covered
    assert "usage data" in judged.evidence


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        (
            "A number on that? I'd say forty, and I told her so. She's not a client, is she?",
            "I'd say forty, and I told her so.",
        ),
        (
            "I asked him: how many are left? He said nine.",
            "I asked him: how many are left? He said nine.",
        ),
        (
            "这种天天都有吧哈哈。大促前那周要切证书。对了，跟你说个别的，查询接口我也压测过。",
            "大促前那周要切证书。",
        ),
        ("多少钱？大概四十，当时就报给她了。", "大概四十，当时就报给她了。"),
    ],
)
def test_a_question_said_back_is_no_part_of_a_better_version(said: str, kept: str) -> None:
    assert without_asides(said).strip() == kept


def test_a_question_quoted_within_a_sentence_ends_none() -> None:
    said = 'She asked "and whom do I phone?", so I made her a list of ten. Then it was used.'
    assert [said[a:b] for a, b in spans(said)] == [
        'She asked "and whom do I phone?", so I made her a list of ten',
        "Then it was used",
    ]


def test_what_was_told_before_is_better_evidence_than_a_word_of_it() -> None:
    spec = spec_of("pressure", "en")
    told = "I made a plan with three hours for the thesis every morning and handed it in two days before the deadline."
    again = "The thesis I just said, two days early without the chapter."
    rubric = RubricSpec("resilience", "resilience", 1, ("a", "b", "c", "d", "e"))
    judged = judge_exchange(Exchange("en", spec, rubric, again, (told,)))
    assert judged.evidence
    assert judged.evidence in told
