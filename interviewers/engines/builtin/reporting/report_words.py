"""The sentences of the report, in both languages: data for `report`."""

from __future__ import annotations

from collections.abc import Mapping

from interviewers.engines.base import AnswerFlag

__all__ = ["FLAGS", "WORDS"]

WORDS: Mapping[str, Mapping[str, str]] = {
    "zh": {
        "list": "；",
        "names": "、",
        "easy": "初级",
        "medium": "中级",
        "hard": "高级",
        "last": "最后一次作答：{said}",
        "all": "{all} 个要点都讲到了。",
        "none": "{all} 个要点都没有在回答里识别到：先从「{first}」讲起。",
        "but_one": "{all} 个要点里讲到 {made} 个，只有「{first}」没有识别到。",
        "some": "{all} 个要点里讲到 {made} 个，其余的没有识别到：先补「{first}」。",
        "made": "{all} 个要点里明确讲到 {made} 个。",
        "near": "用你自己的话可能已经讲到：{points}。",
        "near_point": "「{point}」（「{quote}」）",
        "unplaced": "「{quote}」没能归到哪个要点：如果说的就是其中一个，请点明。",
        "astray": "讲的像是另一件事，和题目要的那种情形对不上，所以只算了一部分：开头先点明它为什么算。",
        "misplaced": "讲的内容像是在答另一个问题：先看清这一题问的是什么，再按它来讲。",
        "held": "要点多半点到了；等级不高，是因为讲得太短，或者有一句话和要点相反。",
        "thin": "等级没有更高，是因为每个要点讲得太少：再说说怎么做的、为什么，补上例子、细节或数字。",
        "in_part": "等级没有更高，是因为有的要点只讲到一部分，或者前后的说法对不上。",
        "whole": "用自己的话整体回答到了问题，没能和要点逐条对上：这 {all} 个要点里讲到了哪些，请自己对照一遍。",
        "untold": "用英文作答，而这道题没有英文要点，只能就对得上的词来评，分数可能偏低。",
        "undone": "你讲的里面，有一部分说的是没有做、没有量。",
        "against": "有的话在这道题里对你不利，那一点没有全算。",
        "nothing": "回答里没有找到可以支持判断的内容。",
        "summary": "「{position}」（{difficulty}）模拟面试，共评估 {count} 道题，综合得分 {score} 分。",
        "best": "表现最好的是「{best}」。",
        "worst": "最值得加强的是「{worst}」。",
        "both": "表现最好的是「{best}」，最值得加强的是「{worst}」。",
        "unobserved": "没有观察到：{names}。",
        "more": "等 {count} 项",
        "no_answer": "「{position}」（{difficulty}）模拟面试没有收到回答，因此没有分数，也不作评价。",
        "unanswered": "另有 {count} 道题问了但没有得到回答，未计入分数。",
        "practice": "这是练习反馈，不是录用决定。",
        "strength": "{name}：你讲到了{points}。你说过：「{quote}」",
        "strength_asked": "{name}：你讲到了{points}。你问过：「{quote}」",
        "strength_bare": "{name}：你讲到了{points}。",
        "improvement": "{name}：「{question}」还可以补上：{points}。",
        "improvement_own": "{name}：「{question}」你是用自己的话答的，下面这些要让人一听就听得出来：{points}。",
        "improvement_near": "{name}：「{question}」可以说得更明白的是：{points}。",
        "improvement_bare": "{name}：「{question}」可以讲得更完整、更具体。",
        "review": "我问的题里你答了 {count} 道，平均 {score} 分。",
        "review_one": "我问的题里你答了 1 道，得 {score} 分。",
        "review_good": "「{name}」讲得好，比如这一句：「{quote}」。",
        "review_fair": "「{name}」讲到了实在的内容，比如这一句：「{quote}」。",
        "review_good_asked": "「{name}」问得好，比如你问「{quote}」。",
        "review_fair_asked": "「{name}」问到了实在的地方，比如你问「{quote}」。",
        "review_own": "「{question}」你是用自己的话答的，我没能听清楚的是：{points}。",
        "review_gap": "关于「{question}」，我还想听到：{points}。",
        "review_none": "这次我没有听到你的回答，所以不作评价。",
    },
    "en": {
        "list": "; ",
        "names": ", ",
        "easy": "junior",
        "medium": "mid-level",
        "hard": "senior",
        "last": "Last answer: {said}",
        "all": "All {all} points were made.",
        "none": "None of the {all} points was recognised in your answer: start with “{first}”.",
        "but_one": "You made {made} of {all} points; only “{first}” was not recognised.",
        "some": "You made {made} of {all} points; the others were not recognised. The first to add: “{first}”.",
        "made": "{made} of {all} points were clearly made.",
        "near": "Possibly made already, in your own words: {points}.",
        "near_point": "“{point}” (“{quote}”)",
        "unplaced": "“{quote}” could not be matched to any point; if it was meant for one of them, say which.",
        "astray": "The story does not quite seem to be the kind asked for, so it counts only in part: say at the start how it fits.",
        "misplaced": "This seems to answer a different question: check first what this one asks for.",
        "held": (
            "You touched on most points; the level is held down because each is told so briefly, or because one sentence "
            "contradicts a point."
        ),
        "thin": (
            "To reach a higher level, say more about each: how and why, with an example, details or "
            "figures."
        ),
        "in_part": (
            "The level is not higher because some were made only in part, or because parts of the "
            "answer do not agree."
        ),
        "whole": (
            "As a whole this answers the question in your own words, which could not be matched to the "
            "{all} points one by one: check for yourself which of them you made."
        ),
        "untold": (
            "Answered in Chinese, for which this question has no points: only what could be matched "
            "was judged, so the score may be too low."
        ),
        "undone": "Part of what you describe was not done, or not measured.",
        "against": "Something you said counts against you here, so its point does not count in full.",
        "nothing": "Nothing in the answer supports a judgement.",
        "summary": (
            "Mock interview for “{position}” ({difficulty}): {score} out of 100 overall. "
            "Questions judged: {count}."
        ),
        "best": "Strongest: {best}.",
        "worst": "Most worth working on: {worst}.",
        "both": "Strongest: {best}; most worth working on: {worst}.",
        "unobserved": "Not observed: {names}.",
        "more": " … ({count} in all)",
        "no_answer": (
            "The mock interview for “{position}” ({difficulty}) received no answer, so there is no "
            "score and nothing is judged."
        ),
        "unanswered": "Questions asked but not answered, and not scored: {count}.",
        "practice": "This is feedback on practice, not a hiring decision.",
        "strength": "{name}: you covered {points}. You said: “{quote}”",
        "strength_asked": "{name}: you covered {points}. You asked: “{quote}”",
        "strength_bare": "{name}: you covered {points}.",
        "improvement": "{name}: on “{question}”, add: {points}.",
        "improvement_own": "{name}: you answered “{question}” in your own words; make these points impossible to miss: {points}.",
        "improvement_near": "{name}: on “{question}”, say this more plainly: {points}.",
        "improvement_bare": "{name}: on “{question}”, give a fuller and more concrete answer.",
        "review": "You answered {count} of my questions and averaged {score} out of 100.",
        "review_one": "You answered one of my questions and scored {score} out of 100.",
        "review_good": "You did well on {name}, for example when you said “{quote}”.",
        "review_fair": "There was real substance on {name}, for example when you said “{quote}”.",
        "review_good_asked": "You did well on {name}, for example when you asked “{quote}”.",
        "review_fair_asked": "On {name} you asked what matters, for example “{quote}”.",
        "review_own": "You answered “{question}” in your own words; what I could not make out was: {points}.",
        "review_gap": "On “{question}”, I would have liked to hear more about: {points}.",
        "review_none": "I did not get to hear an answer from you, so I cannot give a judgement.",
    },
}

FLAGS: Mapping[str, Mapping[AnswerFlag, str]] = {
    "zh": {
        AnswerFlag.EMPTY: "回答是空的。",
        AnswerFlag.DONT_KNOW: "你表示不了解这个问题。",
        AnswerFlag.OFF_TOPIC: "没有在回答里识别到题目要的内容。",
        AnswerFlag.COPIED_QUESTION: "回答重复了题目。",
        AnswerFlag.KEYWORD_LIST: "只列出了关键词，没有展开说明。",
        AnswerFlag.SHUFFLED: "语句前后不成文，无法确认理解。",
        AnswerFlag.NEGATED: "有些说法与要点相反。",
        AnswerFlag.REPETITION: "内容大量重复。",
        AnswerFlag.FILLER: "多为空话，缺少具体内容。",
        AnswerFlag.FORGED: "含有冒充系统或评分的文字，已不计入。",
        AnswerFlag.OTHER_LANGUAGE: "用英文作答，按这道题的英文要点评判。",
    },
    "en": {
        AnswerFlag.EMPTY: "The answer is empty.",
        AnswerFlag.DONT_KNOW: "You said that you did not know.",
        AnswerFlag.OFF_TOPIC: "Nothing the question asks for was recognised in the answer.",
        AnswerFlag.COPIED_QUESTION: "The answer repeats the question.",
        AnswerFlag.KEYWORD_LIST: "Key words are listed without explaining them.",
        AnswerFlag.SHUFFLED: "The words do not form sentences that show understanding.",
        AnswerFlag.NEGATED: "Some statements contradict the facts.",
        AnswerFlag.REPETITION: "Much of the answer repeats itself.",
        AnswerFlag.FILLER: "Mostly general statements with little content.",
        AnswerFlag.FORGED: "Text posing as the system or as a verdict was left out.",
        AnswerFlag.OTHER_LANGUAGE: "Answered in Chinese, and judged by the question's Chinese points.",
    },
}
