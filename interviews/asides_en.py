"""How wishes are put in English: patterns for whole utterances, without punctuation. Pure.

All repetitions are bounded, so that no text makes a pattern take long.
"""

from __future__ import annotations

import re

from interviewgpt.expressions import expression
from interviews.wishes import Request

__all__ = ["COURTESY_EN", "ENGLISH", "EXCUSE_EN", "UNSURE_EN"]


def _english(core: str, *, bare: bool = False) -> re.Pattern[str]:
    if bare:
        return expression(f"(?:{core})")
    return expression(f"(?:(?:{_EN_BEFORE}) ){{0,8}}(?:{core})(?: (?:{_EN_AFTER})){{0,4}}")


_EN_BEFORE = (
    "sorry|i am sorry|im sorry|excuse me|pardon me|pardon|apologies|my apologies|u+m+|uh+|h+m+|er+m?|well|okay|ok|"
    "please|hey|hi|hello|so|oh|actually|alright|all right|maybe|perhaps|just|"
    "honestly|to be honest|frankly|i think|im afraid|but|"
    "can|could|would|will|may|might|do|shall|you|i|we|us|to|possibly|kindly|mind|"
    "id|i would|ill|i will|like|love|want|prefer|let|lets|is it possible|is it okay if|is it ok if|if|"
    "before i (?:answer|start|begin|go on)|before we (?:start|begin|go on)|it possible|is there|are there|do you have|have you got|got|then"
)
_EN_AFTER = (
    "please|thanks|thank you|for me|now|sir|madam|if possible|if thats ok|if that is ok|if thats okay|"
    "if you dont mind|if you do not mind|if i may|sorry|then|so much|very much|first|for now|here|a lot|a bit"
)
_EN_QUESTION = "(?:that|it|this|the|your|last|previous|same|current|one|question|part|what you (?:just )?(?:said|asked)|yourself)"
_EN_QUESTION_NOUN = "(?:(?:the|that|this|your) )?(?:(?:last|previous|current|original|latest|newest|most recent) )?question"
_EN_AGAIN = "(?:again|once more|one more time|another time|a second time)"
_EN_TELL = (
    "(?:talk about|talking about|discuss|discussing|say|saying|share|sharing|disclose|go into|going into|go through|going through|go over|get into|getting into|talk through|bring up|comment on|open up about|answer|answering|tell you)"
    "(?: (?:about |on )?(?:this|that|it|these things)(?: (?:one|question|subject|topic|here))?)?"
)
_EN_USE = "(?:talk|speak|tell you|use|take|share|give|pick|bring up|describe|mention|answer)(?: about| with)?"
_EN_SCALE = (
    "(?:users?|requests?|traffic|data|qps|load|scale|rows|records|orders|budget|team|people|servers?|machines|latency|volume|throughput|"
    "time|read write ratio|customers?|daily active users)"
)
_EN_WHILE = "(?:moment|second|sec|minute|min|bit|while|little while|few seconds|couple of minutes)"

COURTESY_EN = expression(f"(?:(?:{_EN_BEFORE}|{_EN_AFTER})(?: |$)){{0,6}}")
EXCUSE_EN = expression(
    f"(?:(?:{_EN_BEFORE}) ){{0,6}}(?:(?:i )?(?:was|got|am|im) (?:a (?:bit|little) )?distracted|i (?:just )?(?:(?:lost you|lost the thread|lost track)(?: (?:after|at|from|around|with) .{{2,40}})?|zoned out|spaced out)|"
    "i (?:didnt|did not|couldnt|could not)(?: quite| really)? (?:catch|hear|get|follow|understand) (?:the|that|this|your) (?:last |first |second |middle )?(?:part|bit|half|end|beginning|word|sentence)(?: (?:about|with|on|of|after) .{2,40})?|"
    "you (?:just )?(?:broke up|cut out|were breaking up|froze)|"
    "(?:my|the|your) (?:connection|internet|network|line|audio|sound|mic|microphone|video|wifi|screen|page|tab|browser)(?: just)? "
    "(?:dropped|froze|cut out|lagged|broke up|is bad|was bad|is lagging|was lagging|went out|is choppy|was choppy)|"
    "i (?:only )?missed (?:the (?:end|beginning|start|last part|first part|second part)|part|half|some)(?: of (?:it|that|the question|your question|what you said))?|"
    "i (?:just )?(?:mixed up|confused) (?:the|your|two) questions?|sorry about that)"
    f"(?: for (?:a|one) {_EN_WHILE}| there| a (?:bit|little))?"
)
UNSURE_EN = expression(
    f"(?:(?:{_EN_BEFORE}) ){{0,6}}(?:i (?:really )?(?:dont|do not) (?:really )?know(?: (?:this|that)(?: one)?| the answer| how to (?:answer|start)| where to (?:start|begin))?|"
    "(?:i )?(?:have )?no (?:idea|clue)|(?:im|i am) (?:not (?:really |quite |so )?(?:sure|familiar with (?:this|that))|(?:a bit |kind of )?stuck|blanking|drawing a (?:bit of a |complete |total )?blank)|"
    "(?:i )?(?:have no|dont have any|do not have any|havent any) (?:work |job |professional |relevant |such |real )?experience(?: yet| with (?:this|that))?|i (?:have never|havent|never) (?:done|used|had to do) (?:this|that|it)|not sure)(?: here| either| yet| about (?:this|that)(?: one)?)?"
)

ENGLISH: tuple[tuple[Request, re.Pattern[str]], ...] = (
    (
        Request.GREET,
        _english(
            r"(?:(?:hi|hello|hey|(?:good )?(?:morning|afternoon|evening|day))(?: (?:there|everyone|all|(?:mr|ms|mrs|dr) [a-z]+|[a-z]+(?: [a-z]+)?))?|"
            "(?:its |it is )?(?:nice|good|great|pleased|glad) to (?:meet|see) (?:you|you all|everyone)(?: too| as well)?|"
            "(?:im|i am)? ?ready(?: when you are| to (?:start|begin|go))?|(?:lets|let us) (?:start|begin|go|get started)|"
            "thanks for having me|thank you for having me|how are you(?: doing)?(?: today)?|"
            "(?:can|shall|may|should) (?:we|i) (?:start|begin)(?: now)?|(?:im|i am) (?:here|in)|anybody there|are you there|(?:can|do) you see me(?: ok| okay| well| fine| all right| clearly)?)"
            r"(?: (?:hi|hello|nice to meet you(?: too)?|im ready|i am ready|ready|lets (?:start|begin|go)|thanks|thank you|how are you)){0,3}",
            bare=True,
        ),
    ),
    (
        Request.REPEAT,
        _english(
            f"(?:repeat|restate|repeating|restating)(?: {_EN_QUESTION}){{0,5}}(?: {_EN_AGAIN})?|"
            f"(?:say|saying|ask|asking|read|reading|tell me|give me|state)(?: (?:me|{_EN_QUESTION})){{0,5}} {_EN_AGAIN}|"
            f"(?:what(?: was|s| is)|whats) {_EN_QUESTION_NOUN}(?: {_EN_AGAIN})?|{_EN_QUESTION_NOUN} again|come again|once more|one more time|go over(?: {_EN_QUESTION}){{1,4}} again|"
            f"(?:what (?:was|is|were)(?: it| that)?|which(?: question)? (?:was|is) it)(?: that)? you (?:just |last )?(?:asked|asking|were asking|wanted to know)(?: me)?(?: just now| again)?|{_EN_QUESTION_NOUN} you (?:just )?asked(?: me)?|(?:what(?: was| is)|whats) {_EN_QUESTION_NOUN} you (?:just )?asked(?: me)?(?: again)?|what were you (?:just )?asking(?: me)?(?: again)?|"
            f"which question (?:did you (?:just )?ask|are we (?:on|at|doing)|is (?:this|it|open)|was (?:it|that))(?: me)?(?: now| again)?|(?:re)?mind(?:ing)? me (?:(?:of|about) {_EN_QUESTION_NOUN}|what {_EN_QUESTION_NOUN} (?:was|is)|what you (?:just )?asked)(?: again)?|what {_EN_QUESTION_NOUN} (?:was|is)(?: again)?|(?:where is|wheres) the question|(?:see|show me) {_EN_QUESTION_NOUN}(?: again)?|(?:what|which) question|"
            f"pardon|sorry what|what was that(?: again)?|say again|"
            f"(?:i )?(?:didnt|did not|couldnt|could not)(?: quite| really)? (?:catch|hear|get|read)(?: {_EN_QUESTION}){{1,5}}|"
            f"what did you (?:just )?(?:say|ask)(?: me)?|i forgot {_EN_QUESTION_NOUN}|i missed (?:that|{_EN_QUESTION_NOUN})|"
            "(?:are|were) we still (?:on|at|with|discussing|doing|talking about) .{2,40}|what|huh|sorry|you (?:said|asked) what|(?:ok |okay )back|(?:im |i am )back now|back (?:again|now)|where (?:were we|did we (?:stop|leave off))|(?:im|i am) back|(?:continue|carry on|go on|get on(?: with (?:it|this|that))?|lets continue|we can continue)"
        ),
    ),
    (
        Request.EXPLAIN,
        _english(
            f"what (?:exactly )?(?:do|did) you (?:exactly )?mean(?: exactly)?(?: (?:by|with)(?: {_EN_QUESTION}){{1,5}})?(?: exactly)?|"
            f"what does(?: {_EN_QUESTION}){{1,5}} mean(?: exactly)?|"
            f"(?:rephrase|reword|clarify|clarifying|rephrasing|explain|simplify)(?: (?:{_EN_QUESTION}|what you mean)){{0,5}}(?: differently| in other words| further| again| (?:a )?(?:bit|little)(?: more)?)?|"
            f"(?:i )?(?:dont|do not|didnt|did not|cant|cannot)(?: really| quite| fully| entirely)? (?:understand|follow|get)(?: (?:{_EN_QUESTION}|you|what you mean|what you are asking|what youre asking)){{0,5}}|"
            "(?:(?:im|i am) )?not (?:sure|certain|clear)(?: that)?(?: i)?(?: really| quite| fully)? (?:(?:understand|understood|follow|get|got|what you mean|what youre asking|what you are asking|about the question)"
            f"(?: (?:{_EN_QUESTION}|what you (?:mean|want|are asking|re asking)|by|with)){{0,5}})|(?:say|put|ask|explain|repeat|phrase|rephrase|reword|restate|word)(?: {_EN_QUESTION}){{0,4}} (?:in|with|using) (?:(?:much|more|a bit|slightly|some) )?(?:simpler|other|plain|plainer|easier|simple|different|normal|everyday|ordinary|clearer|laymans|lay) (?:words|terms|english|language)|(?:say|put|ask|explain|phrase|word|make)(?: {_EN_QUESTION}){{1,4}} (?:(?:a bit|a little|much) )?(?:more (?:simply|plainly|clearly)|simpler|plainer|clearer)|(?:thats|that is|that was|its|it is|this is) (?:a|quite a|a bit of a|such a) mouthful|in (?:plain|simple) english|explain (?:it|that|this) (?:to me )?like (?:im|i am) (?:five|5)|(?:say|put|ask|explain|phrase|word)(?: {_EN_QUESTION}){{0,4}}(?: in)? (?:a|an|another|some)?(?: )?(?:simpler|easier|different|other|clearer|plainer|another)? ?way|break(?: {_EN_QUESTION}){{1,4}} down|whats? (?:exactly )?(?:is )?the question(?: exactly)?|what are you after|"
            "(?:(?:im|i am) )?not (?:quite |really )?(?:sure|certain|clear) what you mean (?:by|with) [a-z0-9 ]{2,40}|"
            f"(?:be|(?:say|put|ask|phrase|word|explain|frame|express)(?: {_EN_QUESTION}){{1,4}})(?: (?:a (?:bit|little)|slightly|somewhat))? (?:more specific(?:ally)?|more concrete(?:ly)?|clearer|more clearly|different(?:ly)?|in other words|(?:in )?(?:another|some other|a different|an easier|a simpler) way|more simply|less (?:technically|formally))|"
            f"elaborate(?: on(?: {_EN_QUESTION}){{1,5}})?|"
            f"(?:im|i am) (?:a bit |a little )?confused(?: (?:by|about)(?: {_EN_QUESTION}){{1,5}})?|"
            "what (?:exactly )?(?:are you|do you want|would you like)(?: (?:me|asking|to|know|hear|looking|for|exactly|about)){0,5}|in other words|in (?:(?:much|more|a bit|slightly|some) )?(?:simpler|other|plain|plainer|easier|simple|different|everyday|ordinary) (?:words|terms|language)|"
            # A question in the middle of which one word was not understood: "How much did what come down?"
            "(?:how (?:much|many|long|often|far)|when|where|why|how) (?:did|does|do|is|was|were|are|has|have|had|would|will|can) (?:what|who|which)(?! (?:i|you|we|they|he|she|it|is|are) )(?: [a-z]+){0,4}|(?:compared (?:to|with)|than) what(?: exactly)?|"
            "(?:what|which) (?:kind|sort|type) of (?:answer|thing|example|story|situation)s?(?: (?:do you (?:want|expect|mean)|are you looking for|exactly))?|"
            f"what (?:exactly )?do you mean(?: by(?: {_EN_QUESTION}){{1,5}})?(?: (?:like|as|in general|generally|in what (?:sense|way)|in practice|exactly)){{1,4}}|"
            "(?:(?:im |i am )?(?:not (?:quite |really )?(?:sure|certain|clear)|unsure)|i (?:dont know|cant tell|couldnt tell)) (?:if|whether) (?:you are|youre|you|it is|its|this is) (?:asking|after|want|mean|about|looking) .{0,60}or .{2,50}|"
            "(?:im |i am )?(?:not sure|unsure|no idea) what (?:you are|youre|you) (?:asking|mean|want)(?: (?:for|me to say|to know|to hear))?|"
            "(?:(?:[a-z-]{2,20} )?in )?(?:what|which) (?:sense|way|part|area|aspect|angle)(?: exactly| of it| do you mean)?|(?:like|such as) (?:what|which)|"
            "(?:give|show|have|get) (?:me )?(?:an|one|some|a) (?:quick |short )?examples?(?: of (?:what (?:you[a-z]{0,3}|would|sort|kind) .{1,40}|what you mean|that|this|it|a good (?:answer|one)))?|"
            "(?:thats|that is|its|it is|the question is|this is) (?:a bit|a little|quite|pretty|very|too|rather|really) (?:broad|vague|general|abstract|open)"
        ),
    ),
    (
        Request.HINT,
        _english(
            "(?:(?:give|get|have|offer|need|use|take|provide|help me with|show) )?(?:me )?(?:(?:a|an|some|any|another|one|the|one more|more|next|second|further|other|small|little|tiny|quick) ){0,3}(?:hints?|clues?|tips?|pointers?|nudge)(?: on (?:this|that)(?: one)?| for (?:this|that)(?: one)?| (?:on|about|as to) (?:how|where) (?:to|i (?:should|could|can)) (?:start|begin|approach|tackle|answer|go about)(?: (?:this|that|it)(?: one)?)?)?|(?:give|get|have|offer) (?:me )?(?:something|anything|somewhere|a (?:place|point)) to (?:start|begin|go|work)(?: (?:from|with|on|off))?|(?:give|get|have|offer) (?:me )?a starting point|"
            "(?:(?:use|need|have|get|like|want|give me) )?(?:some |a little |a bit of |any )?help(?: me)?(?: (?:a (?:bit|little)|here|with (?:this|that)(?: one)?|please))?|hint me|help me out(?: (?:a (?:bit|little)|here))?|point me in the right direction|where (?:should|do|could) i start"
        ),
    ),
    (
        Request.SKIP,
        _english(
            "(?:pass|skip|skipping|passing)(?: (?:on )?(?:this|that|it|the)(?: (?:one|question))?| the question| question)?|"
            "(?:the )?next(?: (?:question|one))?|(?:move|go|moving|skip|jump)(?: on)?(?: ahead)?(?: to the next(?: (?:question|one))?)|move on|moving on|"
            "(?:come|get|go|circle) back to (?:you on )?(?:this|that|it|you)(?: (?:one|question))?(?: (?:later|afterwards|at the end|another time))?|(?:leave|save|keep) (?:this|that|it)(?: (?:one|question))? for (?:later|the end)|(?:answer|do|take) (?:this|that|it)(?: (?:one|question))? later|leave (?:this|that) (?:one|question)|(?:i )?(?:have|ive got|got) nothing (?:more )?(?:to say|to tell you|for you)(?: (?:on|about|to|here|this|that|it|one|question)){0,4}|(?:i )?give up(?: on (?:this|that|it)(?: (?:one|question))?)?|ill (?:skip|leave) (?:this|that|it)(?: (?:one|question))?|(?:im|i am) done with (?:this|that)(?: (?:one|question))?|ill pass(?: on (?:this|that)(?: one)?)?|(?:ask )?(?:me )?(?:something else|another question|a different question|another one|a different one)|"
            "(?:(?:switch|change|move|go|jump|turn)(?: on| over)? to|have|get|rather have|rather take|do|try) (?:another|a different|a new|some other) (?:question|topic|subject|area|one)(?: instead)?|change (?:the )?(?:topic|subject|question)|"
            "(?:(?:you|we) )?(?:talk|ask|speak)(?: me)? about (?:something|anything) (?:else|different)(?: instead)?|something different|"
            "(?:rather|better)(?: not)?(?: (?:skip|pass|answer))(?: (?:this|that|it)(?: (?:one|question))?)?|(?:id|i would) rather (?:not answer|skip|pass)(?: (?:this|that|it)(?: (?:one|question))?)?|"
            f"(?:(?:id|i would|ill|i will)(?: rather| prefer| really rather)?|i prefer) not(?: to)? {_EN_TELL}|(?:i )?(?:dont|do not) (?:really )?(?:want|wish|like) to {_EN_TELL}|"
            f"(?:(?:im|i am) )?not (?:really |very |quite )?(?:comfortable|allowed|able|free|willing|at liberty)(?: to)? {_EN_TELL}|(?:i )?(?:cant|cannot) (?:talk about|discuss|disclose|share) (?:that|this|it)|"
            "(?:thats|that is|its|it is|this is) (?:a bit |quite |rather |too |a )?(?:private|personal|confidential|secret|under nda)(?: matter| thing| question)?|no comment"
        ),
    ),
    (
        Request.PAUSE,
        _english(
            f"pause(?: (?:it|this|here|there|the interview))?(?: for)?(?: (?:a|one|five|ten|two))?(?: {_EN_WHILE}| minutes?| mins?)?|stop(?: here)? for (?:a|one|two|five|ten) (?:{_EN_WHILE}|minutes|mins)|"
            "(?:(?:take|have|need) )?(?:a )?(?:short |quick |little |five minute )?break|(?:(?:need|have) to )?(?:take|answer|make|get|need) (?:a |this |the )?(?:quick |short )?(?:phone )?call|"
            "(?:(?:need|have) to )?(?:(?:go|run|get|pop|use|visit) ){0,2}(?:to )?(?:the )?(?:restroom|bathroom|toilet|loo|washroom)(?: quickly| first)?|"
            "(?:ill |i will )?be (?:right|straight) back|(?:ill |i will )?(?:be )?back in (?:a|one|two|five|ten|a few) (?:moment|minutes?|mins?|second|sec)|brb|(?:a )?phone call|"
            "(?:someone|somebody)(?:(?:s| is| was) at| (?:just |has just |is |was )?(?:knock(?:ed|ing) (?:at|on)|came to)) (?:the|my) (?:front )?door|(?:someone|somebody) (?:just |has just |is |was )?(?:rang|rung|ringing) (?:at )?(?:the|my) (?:door ?)?bell|(?:the|my) (?:phone|(?:door ?)?bell) (?:just )?(?:rang|went off)|(?:(?:the|my) )?(?:phone|doorbell)(?:s| is)? (?:ringing|rings)|"
            "(?:(?:need|have|going) to |let me )?(?:grab|get|fetch|drink|have)(?: myself)?(?: (?:a|some|a quick))?(?: (?:glass|cup|bottle|sip) of)? (?:water|coffee|tea)|take (?:five|ten)|(?:give me|need|take) (?:five|ten|two|three|a few|a couple of) (?:minutes|mins)|(?:ive got to|i have to|i need to|i must) (?:step|go) (?:away|out)(?: for)?(?: (?:a|one))?(?: (?:moment|minute|second|sec|bit))?"
        ),
    ),
    (
        Request.END,
        _english(
            "(?:(?:please|sorry|ok|okay|actually) ){0,2}(?:(?:(?:i|we)(?:d| would)? (?:really )?(?:(?:want|like|need|have|prefer) to|must|should)|can (?:i|we)|could (?:i|we)|may i|lets|let us) )?"
            "(?:end|stop|quit|exit)(?: (?:it|this))?(?: (?:here|now|there|today|early|right now|please)){0,2}",
            bare=True,
        ),
    ),
    (
        Request.END,
        _english(
            "(?:end|stop|quit|exit|finish|terminate|leave|close|cancel|wrap up|abort)(?: (?:this|the|my|whole|mock|entire)){0,4} (?:interview|session|practice|conversation|chat)(?: (?:here|now|there|today|early|right now)){0,2}|"
            "(?:lets|let us|we can|we could) (?:end|stop|finish|wrap up|call it a day)(?: (?:it|this|here|now|the interview|there)){0,2}|call it a day|(?:good ?)?bye(?: bye)?|see you|i quit|(?:can|could) (?:i|we) finish(?: (?:here|now|early))?|"
            "(?:im|i am|were|we are) (?:done|finished)(?: (?:here|now|with (?:this|the|it)(?: (?:interview|session|practice))?)){0,2}|"
            "(?:thats|that is) (?:it|all|enough) for (?:today|now|me)|(?:ive got to|ive to|i have to|i need to|i must|gotta) (?:go|leave|run)(?: now)?|"
            "(?:i )?(?:dont|do not) (?:want|wish) to (?:continue|go on|do this)(?: (?:any more|anymore|any longer|with (?:this|the interview)))?"
        ),
    ),
    (
        Request.VERDICT,
        _english(
            "how (?:did|am|was|have) i (?:do|doing|done)(?: (?:so far|there|on (?:that|this)(?: one)?|just now|ok|okay|well)){0,2}|how (?:was|is) (?:that|my answer|it)(?: answer)?(?: so far)?|"
            "(?:was|is|were) (?:that|this|it|my answer|what i said)(?: (?:the|a))?(?: (?:right|correct|ok|okay|good|fine|enough|wrong|alright|true|good enough|right answer|correct answer|good answer|what you wanted|what you were looking for)){1,2}|"
            "(?:was (?:that|this|it)|is (?:that|this)|(?:was|is) what i said)(?: (?:a bit|much|way|far))? too (?:long|short|much|little|detailed|vague|technical|general|fast|quick)|"
            "(?:does|did|do) (?:that|this|it|i)(?: all)? (?:make (?:any )?sense|answer (?:your|the) question|work for you|help|sound (?:right|ok|okay|good|reasonable))|would (?:that|this|it|my answer) (?:be|count as|work as) .{1,30}|am i (?:doing )?(?:right|correct|ok|okay|well|fine|wrong|on the right track)|did i (?:pass|do well|get (?:it|that)(?: right)?|answer (?:it|that) (?:right|correctly|well))|"
            "what(?:s| is| was| would be)? (?:the|your|a) (?:right|correct|model|ideal|best|expected|good|sample)? ?(?:answer|solution)(?: to (?:that|this|it)(?: one| question)?)?|"
            "what (?:do|did) you think(?: (?:of|about) (?:that|it|my answer|me|my performance|the answer))?|what(?:s| is| was) my score|(?:will|do|did|can) i (?:pass|get the job)|"
            "(?:tell|give) me (?:the )?(?:right |correct |model )?answer"
        ),
    ),
    (
        Request.WAIT,
        _english(
            f"(?:let me|i need to|need to|have to|i have to)? ?(?:think|think about (?:it|that|this)|gather my thoughts|collect my thoughts)(?: (?:it|this|that) (?:over|through))?(?: for)?(?: (?:a|one))?(?: {_EN_WHILE})?|"
            f"(?:(?:give me|need|one|hang on|hold on|wait|just|take|have|for) ){{1,4}}(?:(?:a|one|another|few) )?{_EN_WHILE}(?: to think)?(?: about (?:it|that|this))?|"
            "(?:let me )?see|(?:(?:im|i am|its|feeling|feel) ){0,3}(?:just |so |very |really |pretty |quite |kind of |kinda |a bit |a little )?nervous|(?:my )?(?:mind|head|brain)(?: just)? (?:went|is|has gone|goes) (?:completely |totally )?(?:blank|empty)|"
            f"(?:one|a) {_EN_WHILE}|hang on|hold on|wait|(?:still )?thinking|(?:(?:thats|that is|what) (?:a|an) )?(?:good|great|interesting|nice|tough|tricky|hard|excellent) (?:question|one)|(?:give me )?(?:some )?time to think"
        ),
    ),
    (
        Request.THANKS,
        _english(
            "(?:(?:oh|ok|okay|great|cool|nice|many|alright|all right) )?(?:thanks|thank you|thx|ty|cheers|much appreciated|i appreciate (?:it|that))"
            "(?: (?:a lot|so much|very much|again|a million|for (?:the|your|that|this)(?: (?:hint|help|explanation|patience|tip|clarification|time|understanding))?|that helps|appreciated|sir|madam|(?!to )[a-z]+)){0,2}",
            bare=True,
        ),
    ),
    (
        Request.WAIT,
        _english(
            "(?:(?:ok|okay|got it|i see|thanks|thank you|thanks a lot|alright|all right|sure|understood|right|fine|great|cool|perfect|good|makes sense|u+h*m+|h+m+|u+h+|er+m*|well|so|e+m+)(?: |$)){1,3}(?:for the hint)?",
            bare=True,
        ),
    ),
    (
        Request.ASSUME,
        _english(
            f"(?:is it|would it be|its|is that) (?:ok|okay|fine|all right|alright|possible)(?: (?:if i|to|that i))? {_EN_USE} .{{1,60}}|(?:can|could|may|should) (?:i|we) {_EN_USE} (?:a |an |one |something |some |the |my |about ){{0,4}}"
            "(?:example|story|project|experience|thing|something|university|school|college|internship|course|side project|personal project|hobby|thesis|study|studies)[a-z ]{0,50}|"
            "(?:does|do|would|will) (?:a |an |my |the |something |things |anything |work ){0,3}(?:[a-z]+ ){1,6}count(?: too| as well| also)?|"
            "(?:should|must|does|do|would|can|could|may|might) (?:it|this|that|the (?:story|example|answer)|i)(?: have to| need to)? be (?:from|about|at|related to|something from) .{1,40}|(?:can|could|may) i (?:make up|invent|leave out|keep|be|just|give|answer|stay) .{1,40}|"
            "(?:is|are) (?:it|this|that|we|they|there|the [a-z]+) .{1,40} or .{1,40}|what (?:is|are|does) (?:a |an |the )?[a-z-]+(?: [a-z-]+)?(?: mean)?(?: exactly| here| in this context)?|what do you mean (?:by|with) [a-z -]{2,30}|do you want me to .{1,60}|"
            "(?:can|could|may|should|shall) (?:i|we) (?:just )?(?:assume|suppose|take it)(?: that)? .{1,70}|(?:am i|is it) (?:right|safe|ok|okay|fair) to (?:assume|suppose) .{1,70}|"
            f"how (?:many|much|big|large|high|busy) (?:is |are |was |were )?(?:the |our |a |of a |this ){{0,3}}{_EN_SCALE}(?: (?:are there|is there|is it|is that|do (?:we|you|they) (?:have|expect|need)|does (?:it|the system) (?:have|get|need)|(?:per|a) (?:day|second|month|hour)|roughly|about|in total|we have|should i (?:assume|expect))){{0,2}}|what(?:s| is| are)? (?:the |our |a ){{0,2}}(?:expected |rough |average |peak )?{_EN_SCALE}(?: .{{1,30}})?|"
            "(?:are there|is there|do we have|what are the|any) (?:any )?(?:particular |specific |other |special )?(?:constraints|limits|limitations|requirements|restrictions|constraint|limit|budget)(?: (?:here|on (?:that|this)|i should know(?: of| about)?|to consider))?|"
            "(?:do you mean|you mean|by [a-z ]{1,24} do you mean|are you asking about|are we talking about|is (?:this|that|it) about) .{1,70}"
        ),
    ),
)
