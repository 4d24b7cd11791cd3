"""A short message that does nothing but ask somebody, about nothing of the subject. Pure.

Whoever is asked and asks back, without a word of the matter, does not answer: "后面还有几轮？", "when would
I hear from you?". What it is about does not matter, so that no list has to know it. A guess is asked
of nobody ("是配置错了吗？", "Is it the weather?"), and so is a rhetorical question; both are told.
All repetitions are bounded.
"""

from __future__ import annotations

from interviewgpt.expressions import expression
from interviews.fillers import FILLERS_EN, FILLERS_ZH

__all__ = ["asks_somebody"]

_FILL_ZH = f"(?:{FILLERS_ZH}|话说|还有|我想问){{0,4}}"
_RHETORICAL_ZH = expression(
    "为什么|为啥|凭什么|怎么办|还能怎|能不(?!能)|难道|何必|谁(?:都|不|没|会|能|敢|知道)|什么都|哪有|不就|不是.{1,20}吗|是不是因为|(?:如果|要是|比如|假如|万一)(?!.{0,12}(?:告诉我|通知|联系我|你们|您))|会不会"
)
_WH_ZH = "什么时候|啥时候|几点|几(?:个|轮|道|题|天|分钟|位|面)|多久|多长时间|多少|怎么|哪(?:里|儿|个|位|边|些|两|几)|谁|什么|啥"
_HERE_ZH = "你|您|我|咱|这场|这次|这题|这道|本次|面试|后面|后续|接下来|之后|结果|通知|今天|一共|总共|还剩|还有|剩下"
_ASKED_ZH = expression(
    f"{_FILL_ZH}(?:"
    # Somebody is asked for a thing: it ends with what is asked for, or with a mark or particle.
    f"(?=.{{0,12}}(?:{_HERE_ZH})).{{0,20}}(?:{_WH_ZH})(?:.{{0,12}}(?:呢|呀|啊|吗|(?<![什怎那这])么|来着|啦|[?？]))|"
    f"(?=.{{0,12}}(?:{_HERE_ZH.replace('|我|', '|')})).{{0,20}}(?:{_WH_ZH}).{{0,2}}|"
    "(?:你们?|您|结果|面完|大概|一般|最晚|最快|之后|那){0,4}(?:什么时候|啥时候|多久)(?:才|就|会)?(?:能|可以|会|有|出|给|通知|知道).{1,12}|"
    # Somebody is asked whether.
    f"(?=.{{0,14}}(?:{_HERE_ZH})).{{1,24}}(?:吗|(?<![什怎那这])么|没(?:有)?|呢|行不|行不行|好不好|可以不|成不)|"
    "(?:可以|能不能|可不可以|能否|能|方便|要不要|需不需要|需要|用不用|介意|允许|有没有|还有).{1,20}(?:吗|(?<![什怎那这])么|不|没|呢|行不|可以不)|"
    "(?:要不要|能不能|可不可以|能否|需不需要|用不用)(?:我|你|您|咱).{1,20}"
    r")[,，。?？\s]*"
)
_TELLING_ZH = expression(
    "^(?:我(?:会|先|一般|通常|就|去|要|得|来|问|跟|把)|先|再|看|查|找|想|说|讲|问|比|可以|分|之后)|先(?:看|查|问|找|定|想)|问(?:他|她|用户|客户|对方|清)|我(?:有|没)"
)
"""What begins so, or has that, tells where it has no mark of a question."""
_MARK = expression("[?？]|(?:吗|呢|(?<![什怎那这])么)\\W*$|(?:不|没)\\W*$")
_FILL_EN = rf"(?:(?:{FILLERS_EN}|out of curiosity|roughly|about|like|wait)[\s,.:;-]{{1,3}}){{0,4}}"
_ASKED_EN = expression(
    rf"{_FILL_EN}(?:"
    r"(?:what|how|when|where|who|whose|which|what's|who's|when's|where's|how's)\b(?=.*\b(?:i|i'm|me|my|we|us|our|you|your|you're|this|that|it|there|left|next|after|today|interview|round|result|feedback)\b).{2,110}\?|"
    r"(?:can|could|may|might|should|shall|do|did|am|was|will|would|have|had|must|need) (?:i|we|you|u|anyone|somebody|someone|anybody)\b.{2,110}\?|"
    r"(?:are|were|aren't|don't|didn't|can't|couldn't|won't|wouldn't|haven't) (?:you|u|we|i)\b.{2,110}\?|"
    r"(?:is|are|was|will|would) (?:there|this|that|it)\b(?=.*\b(?:i|me|my|we|you|your|interview|round|part|recorded|live|okay|ok|allowed|fine|alright|all right|over|test)\b).{2,110}\?|"
    r"(?:is|would) it (?:ok|okay|fine|allowed|all right|alright|possible|cool|bad)\b.{0,110}\?|"
    r"(?:any|anything|anyone|mind if|ok if|okay if|want me|like me|you want|you mean|does that|did that|is that)\b.{2,110}\?|"
    r"(?:is|are|will) there (?:a|an|any|another|more|still)\b.{2,80}\?"
    r")\s*"
)
_RHETORICAL_EN = expression(r"\bwhy\b|what if|what else|who (?:cares|knows|would)|how (?:else|could|can) (?:it|that|they|you)|what happens|if (?:it|the|they|one|he|she)|would(?:n't)? you be|isn't it|wouldn't it|how do you know")  # fmt: skip


def asks_somebody(sentence: str, script: str) -> bool:
    """Whether a folded sentence, or in Chinese a clause, asks whoever is there."""
    said = sentence.strip()
    if script == "zh":
        if _RHETORICAL_ZH.search(said) or (not _MARK.search(said) and _TELLING_ZH.search(said)):
            return False
        return _ASKED_ZH.fullmatch(said) is not None
    return _ASKED_EN.fullmatch(said) is not None and not _RHETORICAL_EN.search(said)
