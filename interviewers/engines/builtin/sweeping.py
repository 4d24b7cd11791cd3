"""Answers that sweep things aside: nothing to weigh, nothing that costs or can fail, one thing for all.

"You just throw everything in, there's no downside", "没必要再查，全删了就行": each word may be that of a right
answer. But who knows a thing knows what it costs and when it does not hold, and whoever says otherwise in one
clause of eight mostly has it wrong: of 59 good answers by two authors none does, of 58 wrong ones 37. The words
were chosen looking at these; of 60 others that nobody had looked at it is 1 of 16 wrong and 1 of 44 other ones, for an
error can be told soberly. Of 130 good answers of `benchmarks/heard`, 580 references and 1,375 graded answers with
full marks none does. One such claim is nothing, nor is what others are said to think.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from interviewers.engines.builtin.clauses import clauses
from interviewers.engines.builtin.gates import Gated
from interviewers.engines.builtin.misheld import is_doubted

__all__ = ["kept_of"]

_CLAIMS = Gated(
    re.compile(
        r"\b(?:no|without any) (?:downsides?|drawbacks?|disadvantages?|use|need|point|reason|harm|sense|risks?|cost)\b(?! (?:other|left))|\bcosts? nothing\b|\ball you need\b|\bwaste of\b|"
        r"\b(?:doesn't|don't|won't|does not|do not|needn't|didn't|isn't|is not|never) (?:really |even |that )?(?:matter|need|have to|hurt|bother|see why|worry|necessary|needed|important|change anything|happen in practice)\b|"
        r"\bnothing (?:can|will|gets|is lost|to worry|changes)\b|\banyway\b|\b(?:straight|right) ?away\b|\b(?:more|longer|bigger|higher|faster) (?:\w+ ){0,2}(?:is|are) (?:always |just )?(?:better|safer)\b|"
        r"\bthe (?:more|longer|higher|bigger|smaller|faster|fewer|stricter)\b(?!.{0,30}\bof the\b).{1,40}\bthe (?:\w+ )?(?:better|more|less|fewer|faster|safer)\b|"
        r"\b(?:is|are|was|that's|it's) (?:\w+ )?(?:enough|overkill|pointless|useless|unnecessary|needless|superfluous|nonsense|over the top|everything)\b|"
        r"\b(?:it|that|you|i|we|people)(?:'d|'ll| can| would| could| have to)? (?:just|simply)\b|\bpretty (?:clear|simple|easy)\b|\bobvious(?:ly)?\b|\b(?:a )?hundred percent\b|"
        r"\b(?:by itself|automatically|basically|instantly|whatever|no matter|for free|by heart|as simple as that)\b|\b(?:won't|doesn't|don't|can't|cannot|no)\b.{1,40}\bany ?more\b|"
        r"\b(?:always|never) (?:works?|right|better|best|faster|safer|wrong|fails?|needs?|happens?|breaks?)\b|\b(?:can't|cannot|won't) (?:go wrong|fail|happen|break|lose|be wrong)\b|\bmust (?:never|always)\b|"
        r"\b(?:safest|fairest|simplest|easiest|quickest|fastest)\b|\btakes? (?:too long|longer than)\b|\b(?:not|none of) (?:my|our) (?:job|fault|problem|business)\b|\btheir (?:own )?(?:problem|fault)\b|"
        r"没必要|(?<!就)不(?:用|需要)(?=再|去|查|改|管|问|测|讲|看|做|写|算|想|担心|那么|这么|什么|太|了|等|怕)|用不着|浪费时间|多此一举|没什么(?:用|影响|关系|区别|大不了|坏处)|没啥用|[就也](?:行了?|可以了?|好了?|够了?|完了)$|也够用?|"
        r"统统|(?:全部?|都|直接).{0,3}(?:删|填|关掉|推翻|砍|扔|写死)|一律|越.{1,8}越(?=[好准快安有多省稳强清])|绝对|反正|最(?:准|精确|简单|安全|省事|方便|公平|保险|清楚|干净|快)|随便|无所谓|没关系|[就都]没事|[挺很最]简单|什么都|"
        r"一[分点]都?不|都一样|没问题(?=了|的|$)|万能|不会(?:再|有(?!人)|超|错|坏|乱|丢|出错|失|漏|慢|影响)|肯定(?=没|不|是|会|能|够|比)|自己会|自然(?:会|就)|本来就|不归我|不关我|不是我的事"
    )
)
SEVERAL, MANY = 2, 3
SHARE, FEWEST = 0.12, 8
"""From so many clauses with such a claim on, and such a share of all, of which there are taken to be so many
at least, an answer sweeps things aside."""
KEPT = {SEVERAL: 0.6, MANY: 0.35}
"""What is left of its score."""


def kept_of(sentences: Iterable[str]) -> float:
    """What is left of the score of an answer of folded sentences: 1 where it sweeps nothing aside."""
    claims = every = 0
    for sentence in sentences:
        pieces = clauses(sentence)
        every += len(pieces)
        if _CLAIMS.may_match(sentence) and not is_doubted(sentence):
            claims += sum(_CLAIMS.search(piece) is not None for piece in pieces)
    if claims < SEVERAL or claims < SHARE * max(FEWEST, every):
        return 1.0
    return KEPT[min(claims, MANY)]
