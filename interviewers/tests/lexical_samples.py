"""Fictitious questions, references, points and answers that the assessor's tests share."""

from __future__ import annotations

from collections.abc import Mapping

from interviewers.engines.base import Cue, ScoringPoint
from interviewers.engines.builtin.judging.lexical import Judgement, judge

INDEX_ZH = "为什么给数据库的列加索引能加快查询？它有什么代价？"
INDEX_EN = "Why does an index on a column make queries faster, and what is its price?"
INDEX_REFERENCE_ZH = (
    "索引是按键值排好序的树，查找时不用扫描整张表，只走几层就能定位到行。"
    "代价是写入时要维护索引，写入会变慢，还要占用额外的磁盘空间。"
    "区分度低的列建索引意义不大，应该用执行计划确认查询真的用到了索引。"
)
INDEX_REFERENCE_EN = (
    "An index keeps the keys sorted in a tree, so a lookup walks a few levels and does not scan the "
    "whole table. The price is that every write has to maintain the index, so writes become slower, "
    "and that it takes extra disk space. A column with few distinct values gains little, and the "
    "execution plan should confirm that the query really uses the index."
)
INDEX_POINTS_ZH = (
    ScoringPoint("sorted", "按键值排好序的树", ("b+树", "有序", "排序的结构", "二分查找")),
    ScoringPoint("no-scan", "不用扫描整张表", ("全表扫描", "扫全表", "一行一行找", "定位")),
    ScoringPoint("writes", "写入变慢", ("写入变慢", "维护索引", "插入变慢", "更新开销")),
    ScoringPoint("space", "占用额外空间", ("磁盘空间", "占空间", "存储空间")),
    ScoringPoint("plan", "用执行计划确认", ("执行计划", "explain")),
)
INDEX_POINTS_EN = (
    ScoringPoint(
        "sorted", "keys kept sorted in a tree", ("b-tree", "b+ tree", "ordered", "sorted")
    ),
    ScoringPoint(
        "no-scan", "no scan of the whole table", ("full scan", "scan the table", "every row")
    ),
    ScoringPoint(
        "writes", "slower writes", ("slower writes", "inserts get slower", "every insert")
    ),
    ScoringPoint("space", "extra space", ("disk space", "storage", "more space")),
    ScoringPoint("plan", "confirming by the execution plan", ("execution plan", "explain")),
)
STRONG_ZH = (
    "索引一般是一棵B+树，里面的键是有序的，所以查的时候顺着树走几层就到了，不会去做全表扫描。"
    "当然也有代价，每次插入都得去维护索引，写入变慢，而且比较占空间。"
    "我平时会用explain看一下有没有真的命中。"
)
STRONG_EN = (
    "Usually it is a B+ tree with the keys in order, so you only walk down a few levels instead of "
    "reading every row. It is not free though: every insert also has to update the tree, and you pay "
    "with more space. I normally run explain to see whether it is really used."
)
HALF_ZH = "索引让数据变得有序，查的时候就不用做全表扫描了，不过会多占空间。"
HALF_EN = "It keeps things sorted so the database avoids a full scan, but it needs more space."
ONE_ZH = "加了以后就不用全表扫描了，所以快。"
ONE_EN = "Because then the database does not have to read every row."
NONE_ZH = "我觉得可能跟电脑的配置有关系，换一台好点的机器会快。"
NONE_EN = "I think it has to do with the hardware, a better machine would be quicker."

CONFLICT_ZH = "请讲一次你和同事意见冲突的经历。"
CONFLICT_EN = "Tell me about a time you disagreed with a colleague."
CONFLICT_REFERENCE_ZH = (
    "去年做改版时，我和测试同事对上线时间有分歧。我先请他列出风险，再约产品一起看数据，"
    "提出分两批上线。最后按时完成，故障比上一版少了三成。我学到先听完对方的理由再讨论。"
)
CONFLICT_REFERENCE_EN = (
    "Last year a tester and I disagreed on a release date. I asked her to list the risks, met the "
    "product owner with the data and proposed two batches. In the end we shipped on time with 30% "
    "fewer incidents. I learned to hear the reasons out first."
)
CONFLICT_POINTS = (
    ScoringPoint("situation", "", cue=Cue.SITUATION),
    ScoringPoint("action", "", cue=Cue.ACTION),
    ScoringPoint("result", "", cue=Cue.RESULT),
    ScoringPoint("reflection", "", cue=Cue.REFLECTION),
)

QUESTION = {"zh": INDEX_ZH, "en": INDEX_EN}
REFERENCE = {"zh": INDEX_REFERENCE_ZH, "en": INDEX_REFERENCE_EN}
POINTS = {"zh": INDEX_POINTS_ZH, "en": INDEX_POINTS_EN}
STRONG = {"zh": STRONG_ZH, "en": STRONG_EN}
HALF = {"zh": HALF_ZH, "en": HALF_EN}
ONE = {"zh": ONE_ZH, "en": ONE_EN}
NONE = {"zh": NONE_ZH, "en": NONE_EN}
LANGUAGES = ("zh", "en")


def judged_on(facts: Mapping[str, tuple[str, str]], what: str, answer: str) -> Judgement:
    """The judgement of an answer to one of ``facts``, each a question and its reference."""
    question, reference = facts[what]
    language = "en" if question.isascii() else "zh"
    return judge(question=question, references=(reference,), answer=answer, language=language)
