"""Hints during a follow-up. Pure.

Most hints of the bank are about the whole question and lead away from what the follow-up asks for. A hint that
does not give the answer away says how to go about it: where to look for a figure, how to find a reason, how to
walk through something. It is chosen by the part of the story that is asked for, else by the wording of the
follow-up.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from interviewers.engines.base import Cue, FollowUp, QuestionSpec, ScoringPoint
from interviewers.engines.builtin.reading.text import fold, specific, terms
from interviewers.engines.builtin.stories.personal import asks_of_self
from interviewgpt.expressions import expression

__all__ = ["finer_kind_of", "kind_of", "probe_hints", "weighs"]

_KINDS: Mapping[str, tuple[tuple[str, re.Pattern[str]], ...]] = {
    "zh": (
        ("why", expression("为什么|凭什么|为何|怎么会|原因|根据什么|依据|理由|道理|何以")),
        ("outcome", expression("会(?:怎样|怎么样|看到|发生|出什么|有什么)|后果|会不会|扛得住|出什么")),
        ("amount", expression("多少|多大|多久|多长|哪个数|什么数字|估")),
        ("apart", expression("分清|区分|分辨|分得(?:清|开)|怎么(?:才|能|会|就)?(?:判断|看出|知道|发现|确认)|是[^，。？]{1,12}[，,]?还是")),
        ("avoid", expression("避免|防(?:住|止)|不让|(?:怎么|怎样|如何|才能?)[^，。？]{0,8}(?:保证|不(?:会|再|被|出))|早(?:几天|点|一步)|提前")),
        ("rescue", expression("怎么(?:办|收|补|恢复)|回得来|还在吗")),
        ("say", expression("(?:怎么|如何|怎样)(?:去|跟|和|对|向)?.{0,4}(?:答(?!案)|说(?!成|话)|谈|劝|回他|回复|交代)|(?:跟|对|向|给)[^，。？]{1,6}解释|说什么|答什么")),
        ("works", expression("^(?!.*[你您]).*(?:怎么|如何|怎样)(?!办|样|会)")),
        ("how", expression("怎么|如何|怎样|什么办法|做法|[会要该能](?:先|再)?做(?:些|点)?什么")),
        ("other", expression("有没有(?:别的|其他|另外|第[二三]|更)")),
        ("what", expression("什么|哪|谁|何时")),
    ),
    "en": (
        ("why", expression(r"\bwhy\b|\bhow come\b|\breasons?\b|\bgrounds\b")),
        ("outcome", expression(r"\bwhat (?:happens|happened|would happen|goes wrong|breaks)\b|\bwhat do(?:es)? .{1,40}\bsee\b")),
        ("amount", expression(r"\bhow (?:many|much|long|often|large|big|far)\b|\bfigures?\b|\bnumbers?\b")),
        ("apart", expression(r"\btell\b.{0,24}\bapart\b|\bdistinguish|\bhow (?:do|would|will|can|could|did|does) \w+ (?:know|tell|find out|see|notice|judge)\b|\b(?:is|was|were) (?:it|that|this|they)\b.{1,40}\bor\b")),
        ("avoid", expression(r"\b(?:avoid|prevent|guard against|make sure)\b|\b(?:keep|stop)\b.{1,30}\bfrom\b")),
        ("rescue", expression(r"\b(?:what|how) (?:do|would|will|did) you (?:do (?:then|now|next|about it)|recover|get it back)\b|\bwhat (?:then|now)\b|\bwhat do you do\W*$")),
        ("say", expression(r"\bhow (?:do|would|will|did) you (?:answer|reply|respond|explain .{0,20}to|put it(?! (?:in)?to\b)|talk|tell|say)\b|\bwhat (?:do|would|will|did) you (?:say|tell|answer|reply)\b")),
        ("works", expression(r"^(?!.*\byou(?:r|rs)?\b).*\bhow (?:do|does|did|is|are|was|were|can|could)\b")),
        ("how", expression(r"\bhow\b|\bwhat (?:would|will|should|could|do) (?:you|we) do\b")),
        ("other", expression(r"\b(?:is|are) there (?:another|any other|some other|a third|a different|a better)\b")),
        ("what", expression(r"\b(?:what|which|who|where|when)\b")),
    ),
}  # fmt: skip
_FINER: Mapping[str, tuple[tuple[str, re.Pattern[str]], ...]] = {
    "zh": (
        ("choice", expression("还是(?!.{0,3}说).{1,16}[？?，]|选哪|哪一?[个种]更?")),
        ("differ", expression("区别|不同|差别|异同|像在哪|各自")),
        ("what", expression("怎么看|如何看|怎么理解|怎么解读|怎么评价")),
        ("how", expression("^(?!.*(?:为什么|原因|凭什么|依据).*(?:怎么|如何)).*(?:怎么|如何)(?!会|回事)")),
    ),
    "en": (
        ("choice", expression(r"\bwould you (?:use|choose|pick|take|go for|prefer)\b.*\bor\b|\bwhich (?:one )?(?:would|do) you\b")),
        ("differ", expression(r"\bdiffer\w*\b|\bin what way\b|\bcompare\b")),
        ("what", expression(r"\bwhat do you (?:think|make) of\b|\bhow do you (?:see|read) \b")),
        ("how", expression(r"^(?!.*\b(?:why|reasons?)\b.*\bhow\b).*\bhow (?:do|did|would|will|can|could|should) ")),
    ),
}  # fmt: skip
"""Kinds that only `finer_kind_of` distinguishes."""
_THINGS: Mapping[str, tuple[tuple[str, re.Pattern[str]], ...]] = {
    "zh": (
        ("lack", expression("(?:还(?:缺|少|差)|缺了?|漏了?|[里上中](?:少|差)了?)(?:的是)?(?:什么|哪)|还(?:需要|想|要)(?:[^，。？]{0,12})(?:什么|哪)|(?:先|会|想|要)问|弄清|(?:想|需要)知道")),
        ("outcome", expression("(?:看到|感觉到?|经历|变成|漏掉|忘掉|收到|剩下)(?:的)?(?:会|是|些)?(?:什么|哪|怎样)|(?:会|该)(?:依次)?(?:看到|感觉|经历|发现|碰到)")),
        ("how", expression("先[^，。？]{0,12}(?:什么|哪|谁)|排在前|从哪(?:里|儿)?(?:开始|下手|入手)|第一步|(?:什么|哪几?[个步项处件])先|打算")),
        ("who", expression("谁(?:来|负责|拍板|决定|定|签字|批|接手|会?先发现|做什么)|[由找见跟和]谁")),
        ("where", expression("(?:从|[卡停断丢漏]在|去|往|[查看])了?哪(?:里|儿|几?处)|(?<!走到)(?<!做)哪一?[步层环段]")),
        ("works", expression("(?:靠|用)(?:什么|哪)[^，。？]{0,6}(?:保证|拦|记住|控制)|由(?:什么|哪)[^，。？]{0,6}决定|(?:什么|哪)[^，。？]{0,6}(?:决定了?|保证|控制)(?!用|让)|什么机制")),
        ("judge", expression("(?:靠|拿|用|凭|按)(?:的是|着)?(?:什么|哪)[^，。？]{0,10}(?:判断|证明|说明|分|定|衡量|挑|说服|看出|量)|(?:什么|哪)[^，。？]{0,8}(?:才算|算(?:是)?(?:好|过|成))|到(?:什么|哪)[^，。？]{0,6}(?:程度|地步)")),
        ("look", expression("(?<!给.)(?<!给..)(?<!让.)(?<!让..)(?:看|查|盯|翻|打开|量|测|观察|检查|监控|对比)(?:着|的|的是|住|一下)?(?:会)?(?:是)?(?:什么|哪|谁)|(?<![拿用以])(?:什么|哪)(?![^，。？]{0,12}[都也])[^，。？]{0,8}(?:指标|日志|记录|数据|信号|迹象|曲线)")),
        ("pick", expression("(?:带上|(?<!会)留下?|挑|砍掉?|先做|先测|排[^，。？]{0,4}前|交给|放弃|不(?:做|测|会|要))[^，。？]{0,6}(?:哪|什么)|哪(?:几|些)[^，。？]{0,10}(?:留|挑|砍|先|排|放|不会|机器做|值得|重要)")),
    ),
    "en": (
        ("lack", expression(r"\b(?:lack\w*|missing|miss|still need|(?:want|need|like) to (?:know|find out|hear|ask)|not know|(?:would|do|will|did) you (?:first )?ask|left out|leave out)\b")),
        ("outcome", expression(r"\bwhat (?:\w+ )?(?:would|should|will|do|does|did|might|could)\b.{1,40}\b(?:see|notice|find|feel|turn into|become|get|receive)\b|\bwhat else\b.{0,30}\b(?:tight|breaks?|suffers?)\b")),
        ("how", expression(r"\bfirst\W*$|\bwhere (?:do|would|will) you (?:start|begin)\b|\byour plan\b")),
        ("who", expression(r"(?:^|[,:;.!] |\band |\b(?:to|with|by|from|for|on) )who(?:m|se)? (?:(?:else|then|actually|really) )?(?:decides?|does what|signs?|approves?|owns?|tells?|stops?|takes? over|makes?|should|would|will|may|must|(?:do|would|will|did) you (?:ask|meet|tell|call|talk|see|go to|involve))\b|\bwhom do you (?:ask|meet|tell|call|involve)\b")),
        ("where", expression(r"\bwhere\b.{0,60}\b(?:from|stuck|lost|stop|stops|stopped|break|breaks|leak|leaks|the rest go|look|looking)\b|\b(?:which|what) (?:step|stage|layer)\b")),
        ("works", expression(r"\b(?:what|which \w+) (?:\w+ )?(?:decides|determines|ensures|guarantees|controls|keeps)\b|\bthanks to what\b|\bby what do(?:es)?\b(?! you)")),
        ("judge", expression(r"\bwhat\b.{0,30}\b(?:convinces?|convince|proves?|settles?|counts? as|tells? you|tell you)\b|\bwhat makes you\b|\bwhat (?:figure|threshold|standard|criteri\w+|evidence|proof)\b|\b(?:by|on) what (?:did|do|would|will) you (?:decide|judge|choose|tell|draw)\b")),
        ("look", expression(r"\b(?:what|which\b.{0,30})\b(?! if\b)(?!.{0,30}\b(?:they|he|she|all|each|users?|people)\b).{0,30}\b(?:look at|look for|check|watch|monitor|measure|record|dig up|open|read|test|compare|keep an eye on)\b|\bwhat (?:sign|signal|metric|log|figures?|data)\b")),
        ("pick", expression(r"\b(?:which|what)\b(?! made).{0,40}\b(?:go(?:es)? to the top|go(?:es)? first|come first|choose|pick|keep|skip|leave out|walk through|cut|drop|put off|hand over|before the end)\b")),
    ),
}  # fmt: skip
"""What is asked for by who asks "what", where one can be told another way to go about it than to guess."""
_ASKING = expression(r"[^。！？!?\n]*[？?]|[^.!?\n]*[?]")

_HINTS: Mapping[str, Mapping[str, str]] = {
    "zh": {
        "why": "从结果往回推：要变成这样，中间一定先发生了什么？把其中一样换掉，结果还会不会一样？",
        "outcome": "在脑子里把它一步一步走一遍：谁先动，谁在等，最后在外面看到的是什么。",
        "amount": "不用精确，先给一个大概的数，再说它是从哪几样东西推出来的。",
        "apart": "想想两种情况各会留下什么不一样的痕迹：哪个数、哪条记录、谁会说什么；能把它们分开的那一样，就是该去看的。",
        "avoid": "先想它是怎么发生的：在哪一步走错的；再看哪一步最早能拦住它，靠谁、靠什么来拦。",
        "rescue": "先想清楚这时候停在了哪里：哪些已经做了，哪些还没有；再想怎么回到对的样子，或者至少别再变坏。",
        "say": "想想对方真正担心的是什么：先接住那一点，再说你的依据，最后给一个他能点头的下一步。",
        "works": "拿一个最小的例子走一遍：东西从哪儿进来，在哪一步本来会卡住或者出错，那一步上做了什么。",
        "how": "先说第一步就好：你会先看什么、先找谁；这一步做完，接着会碰到什么？",
        "what": "先说你最先想到的那一个；再想想还有没有别的可能，怎么把它们分开。",
        "lack": "设想你现在就要动手：走到哪一步会因为手上少了一样东西停下来？少的那一样就是。",
        "who": "把牵涉到的一个一个过一遍：谁决定，谁动手，出了事落在谁头上。",
        "where": "顺着它从头走到尾：从哪儿出来，经过谁的手，在哪儿停下；换手的那一处最值得看。",
        "judge": "想想什么会让你改主意：哪一个数、哪一件事反过来，你就会下相反的结论？那就是你判断的依据。",
        "look": "想想它要是真出了问题，最先在哪里留下痕迹；再说看到什么样算正常，什么样算不对。",
        "pick": "先说你按什么来挑；再拿这把尺子去量一两个具体的，看谁留下。",
        "self": "这里没有标准答案：先说你自己真实的情况，再补一件能说明它的小事。",
        "other": "先把现在这条路放下：它卡住的那一步，能不能不要，或者换个地方、换个时候、换个人来做？",
        "weigh": "把两边摆在一起看：各要付出什么，谁会吃亏；到哪一步你会从这边换到那边？",
        "check": "先下一个判断，是还是不是；再找一个会让它不成立的情况。",
        "small": "说不全没有关系：挑一个你见过的、哪怕很小的例子，从那里说起。",
        Cue.SITUATION: "回到那个时候：是哪一年的什么事，当时要交出什么，卡在哪里。",
        Cue.ACTION: "把「我们」换成「我」：你自己动手的第一步是什么，接着呢？",
        Cue.RESULT: "想想事情最后停在哪儿：什么变了，谁感觉到了，你是从哪里知道的。",
        Cue.NUMBER: "回想做之前和做之后数得出来的东西：时间、次数、人数、比例，估一个大概也行。",
        Cue.REFLECTION: "假如下个月又碰到同样的事：哪一步你会换个做法，现在已经换了吗？",
        Cue.TRADE_OFF: "想想另一条路是什么：它好在哪儿，你为了什么放弃了它。",
        Cue.EXAMPLE: "找一个你真碰到过的场景，再小也行：当时你看到了什么，做了什么。",
        "story": "说不全没有关系：先说你记得最清楚的一个细节，再往前、往后各说一步。",
    },
    "en": {
        "why": (
            "Work back from the result: what must have happened before it? Change one of those "
            "things, and would it still come out the same?"
        ),
        "outcome": (
            "Walk it through step by step: who moves first, who is waiting, and what does somebody "
            "outside see in the end?"
        ),
        "amount": "It need not be exact: name a rough figure, then say what you worked it out from.",
        "apart": (
            "What different traces would the two cases leave: which figure, which record, who would say "
            "what? The one that tells them apart is where to look."
        ),
        "avoid": (
            "Think of how it comes about first: at which step does it go wrong? Then which step could "
            "stop it earliest, and by what?"
        ),
        "rescue": (
            "Where exactly have things stopped: what is done already, and what is not? Then how to get "
            "back to where they are right, or at least to keep them from getting worse."
        ),
        "say": (
            "What is the other person really worried about? Start from that, then your grounds, and end "
            "with a next step they can agree to."
        ),
        "works": (
            "Walk through the smallest case you can think of: what comes in, at which step would it get "
            "stuck or go wrong, and what is done there?"
        ),
        "how": (
            "The first step is enough to begin with: what would you look at, or whom would you ask? And "
            "once that is done, what comes up next?"
        ),
        "what": (
            "Say the first one that comes to mind; then ask whether there is another, and how you "
            "would tell them apart."
        ),
        "lack": (
            "Imagine that you begin right now: at which step would you have to stop because you lack "
            "something? Start with that."
        ),
        "who": (
            "Go through them one by one: who decides, who does it, and who is left with it when it goes "
            "wrong?"
        ),
        "where": (
            "Follow it from beginning to end: where does it come from, through whose hands does it go, "
            "where does it stop? Look closest at where it changes hands."
        ),
        "judge": (
            "What would make you change your mind: which figure or event, if it were the other way round, "
            "would turn your conclusion round? That is what you judge by."
        ),
        "look": (
            "If something really were wrong, where would it leave a trace first? Then say what you would "
            "see there if all was well, and what if it was not."
        ),
        "pick": "Say what you sort by first; then hold one or two real ones against it and see which stay.",
        "self": (
            "There is no right answer to find: say how it really is with you, then add one small thing "
            "that shows it."
        ),
        "other": (
            "Leave the present way aside: could the step where it gets stuck be left out, or be done "
            "elsewhere, at another time, by somebody else?"
        ),
        "weigh": (
            "Put the two sides next to each other: what does each cost, and whom? From which point on "
            "would you change from the one to the other?"
        ),
        "check": "Decide first, yes or no; then look for a case in which that would not hold.",
        "small": "A little will do: start from one case you have seen, however small.",
        Cue.SITUATION: (
            "Go back to that moment: when was it, what had to be delivered, and what stood in the way?"
        ),
        Cue.ACTION: "Put “I” where you would say “we”: what was the first thing you did yourself, and then?",
        Cue.RESULT: (
            "Think of where it ended: what had changed, who noticed, and how did you come to know?"
        ),
        Cue.NUMBER: (
            "Think of what could be counted before and after: time, how often, how many, a share. A "
            "rough figure will do."
        ),
        Cue.REFLECTION: (
            "Suppose the same thing happened next month: what would you do differently, and do you "
            "do it already?"
        ),
        Cue.TRADE_OFF: "Think of the other way you could have gone: what spoke for it, and why did you leave it?",
        Cue.EXAMPLE: "Look for a case you really met, however small: what did you see, and what did you do?",
        "story": (
            "A little will do: start with the detail you remember best, then go one step back "
            "and one step on."
        ),
    },
}  # fmt: skip

_GUESSED = ("what", "other", "check")
"""Kinds whose hints help to find possible answers."""
_AT_WORK = ("fundamentals", "practice", "design", "diagnosis")
"""Competencies of which a question asks what is to be done, also where it asks what one would do oneself."""


def probe_hints(language: str, question: QuestionSpec, probe: FollowUp) -> tuple[str, str]:
    """Two hints for ``probe``, a follow-up of ``question``: one of the question's own hints if it is about the
    same, and how to go about such a thing."""
    words = _HINTS[language]
    point = next((point for point in question.points if point.key == probe.point), None)
    if point is not None and point.cue is not None:
        if weighs(question, probe):
            return words["weigh"], words["small"]
        return words[point.cue], words["story"]
    kind = kind_of(language, probe.text)
    # Of a story, and of oneself, there is nothing to guess.
    own = question.competency not in _AT_WORK and asks_of_self(question.text, question.reference)
    if kind == "what" and not own:
        kind = _first(_THINGS[language], "".join(_ASKING.findall(probe.text)) or probe.text) or kind
    if own and kind in _GUESSED:
        kind = "self"
    way = words[Cue.EXAMPLE if question.wants_story and kind in _GUESSED else kind]
    near = _about_it(question, probe, point)
    return (near, way) if near else (way, words["small"])


def weighs(question: QuestionSpec, probe: FollowUp) -> bool:
    """Whether ``probe`` asks to weigh two things, and not for the reason of a past decision."""
    point = next((point for point in question.points if point.key == probe.point), None)
    chose = point is not None and point.cue is Cue.TRADE_OFF
    return chose and not question.wants_story and _CHOSE.search(probe.text) is None


_CHOSE = expression(r"\bdid(?:n't)?\b|当初|当时|没(?:有)?(?:这样|这么|选|走)", re.IGNORECASE)


def _about_it(question: QuestionSpec, probe: FollowUp, point: ScoringPoint | None) -> str:
    """The hint of the question with most words of what a probe asks for; "" where none has such a word that
    is not the question's."""
    wanted = _specific(f"{probe.text} {point.text if point else ''}") - _specific(question.text)
    best = max(question.hints, key=lambda hint: len(wanted & _specific(hint)), default="")
    return best if wanted & _specific(best) else ""


def _specific(text: str) -> frozenset[str]:
    return specific(terms(fold(text)))


def kind_of(language: str, text: str) -> str:
    """What a question asks for: "why", "outcome", "amount", how to tell things "apart",
    to "avoid", to "rescue" or to "say" one, how it "works", "how", an "other" way, "what", or to "check" something."""
    asking = "".join(_ASKING.findall(text)) or text
    return _first(_KINDS[language], asking) or "check"


def finer_kind_of(language: str, text: str) -> str:
    """What a question asks for: a "choice", in what two things "differ", "what" one thinks, "how", else
    as `kind_of` has it."""
    return _first(_FINER[language], text) or kind_of(language, text)


def _first(signs: Sequence[tuple[str, re.Pattern[str]]], text: str) -> str:
    folded = text.casefold()
    return next((name for name, sign in signs if sign.search(folded)), "")
