"""What candidates say in English about the interview, the panel or themselves: patterns for whole
utterances, without punctuation and apostrophes. Pure.

All repetitions are bounded, so that no text makes a pattern take long.
"""

from __future__ import annotations

import re

from interviewgpt.expressions import expression
from interviews.wishes import Request

__all__ = ["AMENDED_EN", "DENIAL_EN", "NTH_EN", "REMARKS_EN", "STRAIN_EN"]


def _remark(core: str, unless: str = "") -> re.Pattern[str]:
    return expression(f"{unless}(?:(?:{_BEFORE}) ){{0,6}}(?:{core})(?: (?:{_AFTER})){{0,4}}")


_BEFORE = (
    "sorry|i am sorry|im sorry|excuse me|wait|hang on|hold on|one moment|oh|u+m+|well|ok|okay|hey|hi|hello|so|please|actually|by the way|btw|honestly|"
    "first|just|can|could|would|will|ill|i will|prefer to|going to|may|shall|should|is it possible|if|to|you|i|we|let me|lets|let us|id like|i would like|id|i would|i want|i need|like|want|need|maybe|but|and|quick question|"
    "can i ask|may i ask|could i ask|just curious|do you mind if i|is it ok if|is it okay if|would it be ok if|would it be okay if|tell me|i wonder|i was wondering|do you know"
)
_AFTER = "please|thanks|thank you|sorry|now|first|instead|here|today|though|actually|again|if possible|if thats ok|if that is ok|if you dont mind|for a moment|or what|by the way|anyway|then|too|as well"
_WOULD_DO = "(?!(?:(?:sorry|well|u+m+|oh|so|ok|okay|honestly|actually|maybe|then|first|probably) ){0,3}(?:i|we|i would|id|ill|i will|we would|wed)(?: (?:just|first|actually)){0,2} (?:use|look|google|draw)\\b)"
"""Who says what they would do answers; "I would like to look it up" asks."""
_TONGUES = "(?:chinese|mandarin|english|cantonese|japanese|french|german|spanish|my (?:native|own|first) (?:language|tongue)|another language|a different language)"
_BEING = "(?:an? )?(?:real |actual |live )?(?:ai|a i|bot|robot|chatbot|human|human being|person|machine|chatgpt|gpt|computer|program|language model|llm|real|people)"
_WHOM = "(?:mother|mom|mum|father|dad|grandmother|grandma|grandfather|grandpa|sister|brother|wife|husband|partner|son|daughter|child|baby|friend|best friend|uncle|aunt|cousin|dog|cat|boyfriend|girlfriend|family member|colleague)"
_LATELY = "(?:today|yesterday|last night|this morning|last week|this week|last month|this month|recently|just|a few days ago|two days ago|three days ago|a couple of days ago|the other day|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)"
_MEAN = "(?:stupid|dumb|idiotic|useless|worthless|terrible|awful|crappy|shitty|rubbish|pathetic|garbage|ridiculous|annoying|brainless|moronic|incompetent|trash|a joke|horrible|braindead)"
_VERY = "(?:so|such a|such|just|really|very|too|a|an|the|pretty|fucking|bloody|damn|freaking|complete|total|absolute|an absolute|a complete|a total|a bunch of|piece of)"
NTH_EN = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")  # fmt: skip
_NTH = "|".join(NTH_EN)
_EARLIER = f"(?:the|my|your|that|an) (?:previous|earlier|prior|preceding|{_NTH})(?: (?:question|one|answer|answers|questions))?"
_LAST = "(?:the|my|your) last (?:question|one|answer)"
_LATE = "i(?:'ve| have)?(?: (?:do|did|now|just|actually|still|can))* (?:have|had|got|remember(?:ed)?|recall(?:ed)?|thought of|think of) (?:a|an|one)(?: (?:real|good|better|proper|concrete))? (?:case|example|story|time|instance|situation)"
"""Who remembers a case for a question that has been left."""
_WRONG = (
    f"(?:{_LATE}|there was (?:a|one) (?:time|case)|i (?:was|am) wrong|i (?:made|have made) (?:a|an) (?:mistake|error)|i got (?:it|that|something|one thing) wrong|i misspoke|i mixed (?:up|something)|i meant|i should have (?:said|added|mentioned)|i (?:forgot|left out|missed|omitted)|"
    "i(?: would| want to| wanted to| need to|'d| have to)? (?:like to |want to )?(?:just )?(?:add|correct|clarify|fix|change|amend)|it should (?:be|have been)|that should (?:be|have been)|the (?:right|correct) (?:answer|word|term) is|correction|let me (?:add|correct|fix|change)|one (?:more )?(?:thing|correction|addition)|to add|also|i said\\b.{1,80}?\\b(?:but|and) (?:it|i|that|actually)|what i (?:said|meant))"
)

STRAIN_EN = expression(
    f"(?:(?:{_BEFORE}|so) ){{0,5}}(?:(?:its|it is|this is|its been|ive been|i am|im|i have|ive|i feel|im feeling|i got|that makes it|it makes it|finding it) )?(?:(?:really|very|quite|a bit|a little|so|pretty|been|just|having|finding it|feeling) ){{0,3}}"
    "(?:hard(?: for me)? to (?:focus|concentrate|think)|difficult(?: for me)? to (?:focus|concentrate|think)|(?:a )?(?:hard|rough|tough|difficult|bad|terrible) (?:time|day|week|month)(?: (?:right now|lately|at the moment|recently))?|sick|ill|unwell|(?:a |the )?(?:bad |terrible )?(?:cold|flu|fever|headache|migraine)|feverish|depressed|devastated|grieving|heartbroken|upset|"
    "not (?:in a good place|feeling well|feeling good|well|myself|in the right state)|cant (?:really )?(?:focus|concentrate|think straight)|(?:barely|hardly) slept|didnt sleep(?: (?:well|much|at all))?|not slept|overwhelmed)(?: (?:today|right now|at the moment|now|lately|this week|because of (?:it|that)|after that|since then|to be honest|last night)){0,2}"
)

DENIAL_EN = expression(
    "(?!i |we |you )(?:[a-z0-9 ]{1,50} )?(?:does not|doesnt|do not|dont|is not|isnt|are not|arent|cannot|cant|never|makes no|wont|will not)(?: [a-z0-9 ]{1,40})?"
)

_SAID_FIRST = r"(?:(?:sorry|wait|oh|ah|actually|well|also|and|but|by the way|btw|one more thing|u+m+|please|just|so|ok|okay|hang on|hold on)[\s,.;:!-]+){0,4}"
_MAY_I = r"(?:(?:can (?:i|we)|could (?:i|we)|may i|i want to|i would like to|i'd like to|i need to|i have to|let me) )?(?:quickly |just |briefly )?"
_WHICH = f"(?:{_EARLIER}|(?P<maybe>{_LAST}))(?: of mine)?"
_WHICH_2 = _WHICH.replace("maybe", "maybe_2")
_WHICH_3 = _WHICH.replace("maybe", "maybe_3")
_WHICH_5 = _WHICH.replace("maybe", "maybe_5")
_WHICH_4 = f"(?:{_EARLIER}|(?:the|that|my) (?:(?!next|following|current|other)[a-z-]{{2,20}} ){{0,3}}(?:question|one|answer) (?:before|earlier|from before)(?: (?:that|this|this one|that one))?|(?P<maybe_4>{_LAST}))"
AMENDED_EN = expression(
    rf"[\s,.;:!-]*{_SAID_FIRST}(?:"
    rf"{_MAY_I}(?:correct|correcting|add(?: something)? to|fix|correction (?:to|of|on)|addition to|an addition to|amend) {_WHICH}|"
    rf"{_MAY_I}(?:go|come|get|jump|circle|return)(?: quickly| briefly)?(?: back)? to {_WHICH_4}(?: for a (?:second|moment|sec|minute))?(?:[\s,:;.?!-]{{1,3}}(?:and |because |so )?(?={_WRONG}\b)|(?=[\s,]{{1,2}}(?:and|to) (?:add|correct|fix|say|mention)\b))|"
    rf"(?:(?:going |coming )?back to|on|about|regarding|as for|for|in|concerning|with) {_WHICH_2}[\s,:;.-]{{1,3}}(?={_WRONG}\b)|"
    r"i (?:made (?:a|an) (?:mistake|error)|was wrong|got (?:something|it|one thing) wrong|misspoke|forgot(?: something| one thing| to (?:say|mention|add)(?: something| one thing)?)?|"
    rf"left (?:something|one thing) out|said it wrong|(?:want|would like) to add something) (?:in|on|about|for|with|to|at) {_WHICH_3}|"
    rf"(?:now )?{_LATE} (?:for|on|to|about|that fits) {_WHICH_5}"
    # "I wasn't finished with the training one": the story before, by what it was about.
    r"|(?P<about_5>i(?:'m not| am not| was not| wasn't|'d not| had not| hadn't)(?: quite| really| actually| yet){0,2} (?:finished|done|through) (?:with|on|telling(?: you)?(?: about)?) (?:that|it|(?:the|my|that)(?: [a-z'-]{2,20}){1,4}? (?:one|story|example|answer|question|case|bit))\b)(?: yet)?(?=[\s,.;:-]{1,3}\S)"
    r"|(?P<about_6>(?:one more|another|a last|one other) (?:thing|detail|point|word) (?:on|about|to) (?:the|my|that) (?:[a-z-]{2,20} ){1,3}?(?:one|story|example|case|question)\b)"
    r"|(?P<about_7>(?:just )?(?:to )?(?:finish|complete) (?:off )?(?:the|my|that|what i was saying about the) (?:[a-z-]{2,20} ){1,3}?(?:one|story|example|case|answer)\b)"
    # "Can I just add to the one about the reports?"
    rf"|(?P<about_8>{_MAY_I}add (?:something |one (?:more )?thing |a (?:word|detail|bit) )?(?:to|on|about) (?:the|my|that) (?:[a-z-]{{2,20}} ){{0,3}}?(?:one|story|example|case|answer|question)(?: (?:about|on|with|of) [a-z' -]{{2,40}})?(?=[?.,:;!]))"
    r")[\s,:;.?-]{0,4}(?P<rest>.*)",
    re.DOTALL,
)
"""A correction of an earlier answer, and after it what there is to say."""

REMARKS_EN: tuple[tuple[Request, re.Pattern[str]], ...] = (
    (
        Request.TROUBLE,
        _remark(
            "(?:(?:(?:anyone|anybody) )?hear me|(?:are )?you (?:still )?(?:hear(?:ing)?|getting|receiving|reading) me|you there|(?:are )?you still (?:there|here|around|online|connected|with me|listening)|(?:is )?(?:anyone|anybody|somebody|someone) (?:still )?there|(?:did|do) you (?:get|see|receive|hear) (?:(?:that|it|me|all of that|what i (?:said|wrote|sent|typed))|my (?:last |previous )?(?:message|answer|line|text))|am i (?:still )?(?:connected|online|audible|coming through))"
            "(?: (?:ok|okay|well|fine|all right|alright|clearly|properly|now|at all|by any chance)){0,2}"
        ),
    ),
    (
        Request.FORM,
        _remark(
            "(?:do you want|would you like|you want|want|would you prefer)(?: me to)? (?:go deeper|go on|go further|go into (?:more )?detail|elaborate|expand|continue|say more|give more detail)(?: .{1,40})?"
        ),
    ),
    (
        Request.LANGUAGE,
        _remark(
            f"(?:(?:answer|speak|talk|respond|repeat|say|ask|explain|rephrase|put|reply|switch|use|continue|do (?:this|it|the interview)|write|go on|have (?:this|it|the interview)|take it)(?: this| it| the question| that)?(?: in| to| over to)? {_TONGUES}|{_TONGUES} please|in {_TONGUES}|"
            f"(?:do you )?(?:speak|understand) {_TONGUES}|(?:is|are) {_TONGUES} (?:ok|okay|fine|allowed|possible)|(?:does|must|do) (?:it|this|i|my answer) (?:have to )?(?:be|answer) in {_TONGUES})"
        ),
    ),
    (
        Request.WHO,
        _remark(
            f"(?:(?:are|r) (?:you|u)(?: guys)? (?:really |actually |even )?{_BEING}(?: or .{{1,30}})?|(?:am i|are we) (?:really |actually )?(?:talking|speaking|chatting|writing) (?:to|with) {_BEING}(?: or .{{1,30}})?|who (?:are|r) (?:you|u)|"
            f"(?:whats|what is) your name|what (?:are you|(?:ai |language )?model (?:are you|is this|do you use))|is (?:this|it|that) (?:really |actually |just )?{_BEING}(?: or .{{1,30}})?|is there (?:a )?(?:real |actual )?(?:person|human|someone|anyone)(?: .{{1,30}})?|who am i (?:talking|speaking) (?:to|with))"
        ),
    ),
    (
        Request.RECORD,
        _remark(
            "(?:(?:is|will|are|was) (?:this|it|the interview|this interview|our conversation|this conversation|everything|my (?:answers?|data|words|voice)|that|we|all this)(?: be)?(?: being)? (?:recorded|recording|saved|stored|private|monitored|confidential|logged|kept|shared|public)(?: .{1,30})?|"
            "(?:are|will) you(?: be)?(?: recording| storing| saving| logging)(?: .{1,30})?|(?:will|does|do|can|could) (?:anybody|anyone|somebody|someone|a human|a person) (?:else )?(?:see|read|hear|listen to|look at) (?:all )?(?:this|it|that|my answers?|me)|who (?:will |can |gets to |is going to )?(?:see|sees|read|reads|hear|hears)(?: all)? (?:this|my answers?|my data)|(?:do|will|does) (?:you|it|this) (?:store|save|keep|share|record)(?: all)? (?:my )?(?:data|answers?|this|anything))"
        ),
    ),
    (
        Request.COMPANY,
        _remark(
            "(?:(?:what|which) (?:company|firm|employer|organisation|organization|team)(?: (?:is|are|was) (?:this|it|that|we|you|the (?:job|position|role|interview)))?(?: (?:for|from|with|at|about|hiring|talking about|interviewing for|applying to)){0,2}|(?:what|which) (?:job|position|role) is (?:this|it)(?: for| about)?|"
            "(?:whats|what is|what does) (?:the|your|this) company(?: name| called| do)?|(?:whats|what is|how much is|how high is) the (?:salary|pay|compensation)(?: range| package| like)?(?: (?:for|in|of) (?:this|the|that) (?:position|job|role|post))?|how much (?:does|do) (?:it|you|this|the job) pay|"
            "(?:do|does|will|would) (?:you|people|they|i|the team|we)(?: have to)? (?:work )?(?:a lot of )?(?:overtime|remotely|from home|weekends|at weekends|on weekends|long hours)(?: a lot| often)?|is (?:this|the (?:position|job|role)|it) (?:fully )?(?:remote|hybrid|on site|onsite|full time|part time|permanent)|"
            "(?:is|are) there (?:a lot of |much |any |an? )?(?:overtime|bonus|bonuses|benefits|stock options|equity|perks|remote work|home office)(?: (?:in|at|with) (?:your|the|this) (?:company|team|firm))?|(?:is|are) (?:remote work|home office|working from home|overtime|part time) (?:possible|allowed|ok|okay|common|expected|an option|usual)|when (?:would|could|can|do|will) i start(?: working)?|how many (?:vacation|holiday|leave) days?(?: (?:are there|do (?:i|you|we) (?:get|have)|a year|per year)){0,2}|where (?:is|are) (?:the|your) (?:office|company|team)(?: located| based)?|(?:whats|what is) the (?:company|team) culture(?: like)?)"
        ),
    ),
    (
        Request.COURSE,
        _remark(
            "(?:how long (?:will|does|is|should) (?:(?:this|the) interview|this|it|the whole thing|my answers?|(?:this|the|that|each|your) (?:part|section|round|stage|session|bit|conversation))(?: (?:going to|still|probably|roughly|about|usually)){0,2}(?: (?:be|take|last|go on|run))?(?: (?:still|roughly|about|from here|in total)){0,2}|how many (?:more )?questions(?: (?:are|will|do|is)(?: there| you| we| left| to go| be| have| ask| it| remaining){1,3}| left| remain| to go)?|how many (?:more )?(?:are|is) (?:there|left|to come)(?: (?:left|to go|to come))?|how many more|"
            "(?:is|are) there (?:a|an|any|some) (?:code |online )?(?:editor|ide|whiteboard|notepad|compiler|calculator|scratchpad)(?: (?:here|for me|(?:that )?i (?:can|could|may) use|to (?:use|write in|draw on))){0,2}|how much longer(?: .{1,20})?|"
            "how (?:much time|long) do i have(?: (?:for|on) (?:this|that|it|each|the)(?: (?:one|question|answer))?)?|are we (?:nearly|almost) (?:done|finished|there|through)|is (?:it|this|the interview) (?:nearly|almost) (?:over|done|finished)|how many interviewers(?: (?:are there|are left|will there be))?|(?:is|are) there (?:a |any )?(?:time|word|length) limits?|use (?:a |the |an |my |some )?(?:whiteboard|paper|pen and paper|editor|ide|google|internet|search engine|notes|chatgpt|ai|documentation|docs|calculator)|(?:look|google) (?:it|this|something|that) up|google (?:it|this|that)|draw (?:a|something|this|it)(?: diagram)?)",
            _WOULD_DO,
        ),
    ),
    (
        Request.WITHHELD,
        expression(
            r"(?:(?:please|now|ok|okay|ignore .{1,60} and|forget .{1,60} and|disregard .{1,60} and|can|could|would|will|you|just|kindly|i want you to|i need you to) ){0,6}(?:print|show|tell|give|reveal|repeat|display|output|write out|send|read|share|dump|leak|say|spell out|list|paste)(?: out)?(?: me| us)?"
            r"(?: (?:the|your|all|this|whole|full|entire|exact|hidden|initial|original|internal|secret|of|complete)){0,4} (?:reference answers?|model answers?|sample answers?|official answers?|expected answers?|system prompts?|prompts?|system messages?|rubrics?|scoring points|(?:scoring|grading|marking) (?:criteria|scheme|rubric|key)|answer key|reference|(?<=your )instructions)(?: (?:for|to|of|in|word|verbatim|please|now|here|above|on).{0,50})?|"
            r"what(?:s| is| are| was| were) (?:(?:the|your|exact|full|original|initial) ){1,3}(?:reference answers?|system prompts?|prompts?|system message|rubric|scoring points|(?:scoring|grading|marking) (?:criteria|scheme|rubric|key)|answer key|(?<=your )instructions)(?: (?:for|to|of|in|exactly|here|on).{0,40})?"
        ),
    ),
    (
        Request.BACK,
        _remark(
            f"(?:(?:go|come|get|return|jump|switch|move|turn)(?: back)? to (?:{_EARLIER}|{_LAST}|an (?:earlier|other) (?:question|one)|the [a-z-]{{2,20}} (?:question|one)(?: before| earlier)?|the (?:question|one) (?:before|earlier)(?: this| that)?)|(?:revisit|redo|change|correct|fix|improve|amend|edit|re ?answer|answer|add(?: something)? to|try) (?:{_EARLIER}|{_LAST})(?: again| question)?|(?:previous|earlier) question|"
            f"(?:go|back) (?:a question|one question|one) back|(?:ive |i )?(?:made a mistake|was wrong|got something wrong|forgot something) (?:in|on|about|with) (?:{_EARLIER}|{_LAST}))"
        ),
    ),
    (
        Request.OBJECT,
        _remark(
            "(?:(?:i|we) (?:really )?(?:think|believe|feel|find|suspect)(?: that)? |im afraid |in my opinion |to me )?(?:your|this|that|the)(?: whole| last)? (?:question|premise|scenario|wording)(?: itself)? (?:(?:is|seems|sounds|looks|was|isnt|is not|does not|doesnt|makes|has|contains)(?: (?:a bit|quite|rather|simply|just|very|really|not|a|an|no|any))? ){1,2}"
            "(?:wrong|incorrect|flawed|unfair|misleading|ambiguous|right|correct|fair|sense|make sense|make any sense|wrong premise|false premise|irrelevant|relevant|mistake|error|badly (?:put|worded|phrased)|unclear and wrong|pointless|silly|nonsense|trick question)|"
            "(?:thats|that is|this is|its|it is) (?:a |an )(?:wrong|trick|unfair|bad|pointless|silly|weird|strange|flawed|loaded|leading|badly worded|poor) question|(?:i )?(?:disagree|dont agree|do not agree) with (?:your|the|this) (?:question|premise|wording)|"
            "(?:you are|youre|i think you are|i think youre) (?:wrong|mistaken)(?: (?:there|here|about (?:this|that)))?|(?!why do you ask(?: this| that)?$)why (?:are|do|would) you (?:even )?(?:asking|ask)(?: me)?(?: (?:this|that|such (?:a question|questions)|about this))?|what does (?:this|that|it) have to do with (?:the |this |my |a )?(?:job|position|role|work|interview)|this has nothing to do with (?:the |this |my )?(?:job|position|role|work)|"
            "(?:thats|that is|this is) not the (?:job|position|role) (?:i|that i) (?:applied|am applying|interviewed|am interviewing) for|i disagree|i (?:dont|do not) (?:think|believe|find) (?:thats|that is|this is|its|it is|that|this) (?:a )?(?:very |really )?(?:fair|good|sensible|relevant|reasonable|useful) question"
        ),
    ),
    (
        Request.DISTRESS,
        expression(
            f"(?:(?:{_BEFORE}|because|so|to be honest|i lost) ){{0,5}}(?:(?:my {_WHOM}|somebody close to me|someone close to me|a (?:close )?(?:friend|relative|family member)(?: of mine)?)(?: has| had| was| is| just)? ?(?:{_LATELY} )?(?:just |suddenly )?(?:died|passed away|passed|dead|in (?:the )?hospital|dying|hospitali[sz]ed|diagnosed with [a-z ]{{1,20}}|in (?:an|a car) accident|killed)(?: (?:unexpectedly|suddenly))?(?: {_LATELY})(?: unexpectedly| suddenly)?|"
            f"my {_WHOM} (?:has )?(?:just|recently) (?:died|passed away|passed)(?: .{{1,20}})?|i (?:have )?(?:just )?lost my {_WHOM}(?: {_LATELY})|(?:there was|there has been|we had|i had|i have|theres been) (?:a |an )?(?:death|bereavement|emergency|loss|accident) in (?:my|the|our) family(?: {_LATELY})?|"
            f"(?:im|i am|i have been|ive been) (?:grieving|in mourning)(?: {_LATELY})?|(?:i )?(?:just |recently )(?:went through a (?:breakup|divorce)|got dumped))"
        ),
    ),
    (Request.DISTRESS, STRAIN_EN),
    (
        Request.CRISIS,
        expression(
            "(?:(?:sometimes|honestly|sorry|really|right now|lately) ){0,3}(?:(?:i )?(?:really |just )?(?:want to|would rather|wish i could|am going to) (?:die|kill myself|end my life)|(?:i )?(?:dont|do not) want to (?:live|be alive|be here)(?: any ?more)?|(?:im|i am|i feel) suicidal)(?: (?:right now|lately|today|sometimes))?"
        ),
    ),
    (
        Request.INSULT,
        expression(
            f"(?:(?:(?:oh|well|man|god|dude|wow|seriously) ){{0,2}}(?:(?:you|u|you all|this (?:bot|ai|interview|interviewer|system|program|machine|thing|question)|your questions?)(?: (?:are|r|is|re))?|youre|what|how)(?: {_VERY}){{0,4}} {_MEAN}(?: (?:bot|robot|machine|ai|program|interviewer|idiot|moron|question|interview|thing|piece of (?:shit|crap|junk|garbage)|software|chatbot|system|person|tool))?(?: (?:you are|are you|this is))?|"
            f"{_MEAN} (?:bot|robot|machine|ai|program|interviewer|interview|question|chatbot|system|software)|(?:you |u |youre |you are )?(?:{_VERY} ){{0,3}}(?:idiot|moron|imbecile|asshole|bastard|bitch|dumbass|loser|clown|prick|dickhead|piece of (?:shit|crap|junk|garbage))|"
            "(?:fuck|screw|damn)(?: (?:you|off|this|that|it|u))?(?: (?:bot|asshole|idiot|interview|shit|all))?|fuck|shit|bullshit|(?:this|that|it) is (?:bullshit|crap|shit|fucking stupid)|shut up|go to hell|(?:you|this) (?:suck|sucks)|i hate (?:you|this bot|this interview)|piss off|stfu|wtf)"
        ),
    ),
    (
        Request.WAIT,
        _remark(
            "(?:l+o+l+|(?:ha){2,6}h?|rofl|lmao|hehe|(?:take|do|have) it (?:a (?:bit|little) )?(?:slow|slowly|slower|easy)|(?:go|speak|ask)(?: a (?:bit|little))? (?:slow|slowly|slower|more slowly)|slow down(?: a (?:bit|little))?)"
        ),
    ),
)  # fmt: skip
