"""What somebody who does not know adds about themselves: "I only know a bit of front end", "这块一直是同事负责". Pure.

It says why they do not know, and answers nothing. All repetitions are bounded.
"""

from __future__ import annotations

import re

__all__ = ["only_background"]

_CLAUSES = re.compile(r"[，,。.；;！!？?\n]+")
_ZH = re.compile(
    "(?:[嗯呃]|因为|毕竟|不好意思|抱歉|说实话|所以){0,3}(?:"
    "(?:我们?)?(?:平时|之前|以前|现在|一直|本来|原来)?(?:只|主要|一直|都)(?:是|在)?(?:会(?!先|把|用|去|再|直接|让|给)|懂|做|写|学|搞|看过|了解|接触|负责|碰)(?:过|一?点儿?|一些)?(?!一个)[^，。；！？不没]{0,12}|"
    "我(?:本来|原来|大学|现在)?(?:是)?(?:学|做|写|搞)[^，。；不没]{1,8}的|(?:我)?(?:是)?(?:学)的?是[^，。；]{1,8}|"
    "(?:这|那)(?:一?块|个|部分|方面|些)?(?:一直|平时|都|主要)?(?:是|归|由|有)?[^，。；不没]{1,8}(?:负责|在做|管|弄|做的|的事|来做)|"
    "(?:我们?)?(?:公司|这边|团队|平时|项目里?|工作中?|也|一直|从来|基本){0,3}(?:不用|没用|用不到|用不上|没做|不做|没碰|不负责|用的是别的)(?:到|过)?(?:这个|它|这块|这些|这方面)?(?:的)?|"
    "不好意思|抱歉|谢谢"
    ")(?:的|了|啊|吧|呢|而已)?"
)
_WHO = "(?:person|developer|designer|tester|engineer|analyst|manager|student|guy|dev|admin|marketer|writer|teacher)"
_EN = re.compile(
    r"(?:(?:sorry|honestly|and|as|since|because|well|u+m+|mostly|mainly|to be honest)\s){0,3}(?:"
    rf"i(?:'m| am| was)(?: only| just| mainly| mostly| more(?: of)?| really)? (?:an? )?[\w -]{{2,30}} {_WHO}|"
    r"i(?:'ve| have)? (?:only|just|mainly|mostly|usually|normally) (?:ever )?(?:know|knew|do|did|done|come from|work(?:ed)? (?:in|on|with)|studied|study|write|wrote|written|seen|read about|touched) [\w -]{2,40}|"
    r"i(?:'ve| have)? (?:come|came) from [\w -]{2,30}|i(?:'m| am) (?:only |just |more )?(?:in|from|on the) [\w -]{2,30}|i do (?:testing|design|front ?end|back ?end|marketing|sales|support|ui(?: work)?)|"
    r"my (?:background|field|degree|area|job|work|experience) (?:is|was) (?:in |only |mostly )?[\w -]{2,30}|"
    r"(?:that|this|it)(?:'s| is| was)(?: always| usually| all)? (?:done by |with )?(?:my |a |our )?(?:colleague|teammate|someone else|somebody else|another team|other people|the [\w]{2,12} team)s?(?:'s)?(?: (?:job|thing|part|area|work))?|"
    r"(?:my|a|another|our) (?:colleague|teammate|team ?lead|dba|other team)s? (?:did|does|handled|handles|took care of) (?:that|this|it|all (?:that|of it))|"
    r"we (?:had|have) (?:an? |our own |people )[\w ]{0,20}for (?:that|this|it)|(?:we|my (?:company|team)) (?:never|don't|didn't|do not|did not) (?:need(?:ed)?|use[d]?|had|have|do|did) (?:that|it|this)(?: (?:there|here))?|sorry|thanks?"
    r")"
)


def only_background(folded: str) -> bool:
    """Whether each clause of a folded text says what somebody has to do with in place of what was asked, or why
    they have not."""
    clauses = [c.strip().replace("’", "'") for c in _CLAUSES.split(folded) if c.strip()]
    return bool(clauses) and all(_ZH.fullmatch(c) or _EN.fullmatch(c) for c in clauses)
