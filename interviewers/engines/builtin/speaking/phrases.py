"""What interviewers of the built-in engine say around the bank's questions, in both languages (data)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from interviewers.engines.builtin.speaking.frame import FRAME
from interviewers.engines.builtin.speaking.remarks import REMARKS

__all__ = ["PHRASES", "inside"]

_INNER = str.maketrans("「」『』“”", "『』「」‘’")

PHRASES: Mapping[str, Mapping[str, Sequence[str]]] = {
    "zh": {
        **REMARKS["zh"],
        **FRAME["zh"],
        "strong": (
            "讲得很清楚，我记下了。",
            "好，这个回答很具体。",
            "明白，讲得很实在。",
            "嗯，这一块你想得很细。",
            "好，条理很清楚。",
            "好，来龙去脉我都听明白了。",
            "嗯，讲得挺扎实。",
            "好，这一块我心里有数了。",
        ),
        "fair": (
            "好的，思路我听明白了。",
            "嗯，我了解了。",
            "好，方向我清楚了。",
            "明白你的意思。",
            "好，这部分我听清楚了。",
            "嗯，大致明白了。",
            "好，你的想法我记下了。",
            "行，这一点我有数了。",
        ),
        "weak": (
            "好的，我了解了，我们往下走。",
            "嗯，那我们换一个问题。",
            "好，先聊到这里，看下一个问题。",
            "行，谢谢，我们往下看。",
            "好，我们换个话题。",
            "嗯，这个先说到这儿。",
            "好，我们看看别的。",
        ),
        "next": (
            "那看下一个问题。",
            "接下来是另一个问题。",
            "我们换一件事聊。",
            "再往下问一个。",
            "下一个问题换个方面。",
            "我接着问别的。",
        ),
        "gave_up": (
            "没关系，不清楚就直说，这样很好。",
            "没问题，这一题先放下。",
            "好，坦诚就好，我们继续。",
            "没事，换一个聊。",
            "嗯，一时想不到也正常，往下看。",
            "好，知道了，这一点不勉强。",
        ),
        "tie": (
            "「{quote}」，这一点我记下了。",
            "嗯，你说「{quote}」，我听明白了。",
            "你讲到「{quote}」，这一段我听进去了。",
            "「{quote}」，这里我跟上了。",
        ),
        "tie_figure": (
            "「{quote}」，这样说就具体了。",
            "嗯，「{quote}」，这样讲就清楚了。",
            "「{quote}」，好，讲到具体的数就好懂多了。",
        ),
        "tie_setback": (
            "「{quote}」，这一段我听明白了。",
            "嗯，「{quote}」，我听到了。",
        ),
        "pick_up": (
            "你刚才说「{quote}」，清楚了，我换一处问。",
            "「{quote}」这一点清楚了，还有一点想问。",
            "你提到「{quote}」，我再问一句。",
            "你讲到「{quote}」，我记下了，还想知道一点。",
            "「{quote}」，这个我明白了，再补一个问题。",
        ),
        "go_on": (
            "你说到「{quote}」，我顺着往下问。",
            "「{quote}」，从这里往下走一步。",
            "你提到「{quote}」，我接着问。",
        ),
        "astray": (
            "我们先回到这道题，从其中一点说起。",
            "还是这道题，我问得具体些。",
            "说回这道题，我只问其中一处。",
        ),
        "told_quote": (
            "你说到「{quote}」，也许已经讲到一些；讲过的不用重复，我想听得再细一点。",
            "「{quote}」这里我再问细一层，说过的略过就好。",
            "你提到「{quote}」，顺着它再展开一点，前面说过的不必再讲。",
            "就说「{quote}」那一处，补上还没讲到的细节就行。",
        ),
        "told_before": (
            "有一处我想听得再细一点。",
            "我挑一处再往细里问。",
            "这里我想把细节补全。",
            "我想再确认一处。",
            "你讲了不少，我挑一处问细些。",
        ),
        "scant": (
            "嗯，这也是一种办法。想一回具体的，哪怕很小，就说那一回。",
            "很多人都是这么过来的。挑你真碰到过的一次来讲：",
            "好，我听到了。你想起哪一次都行，就着那一次说：",
        ),
        "sketched": (
            "你碰到过，那就拿那一次说。",
            "就用你说的那一回来讲。",
            "那一次我们看细一点。",
        ),
        "their_more": ("嗯，这个可以问。", "好，问得在点子上。", "行，这也值得问。"),
        "their_several": ("好，一个一个说。", "行，我按顺序来。", "嗯，几处都值得问。"),
        "their_next": ("你还想问的另一个呢？", "另外想问的是什么？"),
        "their_practice": (
            "这是模拟面试，我没法替一家真实的公司回答，只能说说通常会听到什么。",
            "先说明一下，这是练习，背后没有真实的公司；我说说真正面试时一般会怎么答。",
            "你问的我记下了。这里是模拟面试，答不了具体的，只能讲讲一般的情形。",
        ),
        "nudge": (
            "好，我顺着问一点。",
            "嗯，我们一点一点来。",
            "那先说说其中一处。",
            "我挑其中一点来问，慢慢说。",
            "好，我问得具体一点。",
        ),
        "probe": (
            "我再追问一句。",
            "关于这个问题，我还想再问一点。",
            "我们再往深走一步。",
            "补充问一个细节。",
            "还有一点我想听听。",
            "接着这个问题问下去。",
            "这里我想再细问一句。",
            "顺着这个，我再问一个。",
        ),
        "back_to_you": ("说回你：", "再回到你这边。"),
        "ack": ("嗯。", "好。", "明白。", "行。", "清楚了。"),
        "hint": ("给你一个提示：{hint}", "可以从这里想：{hint}"),
        "no_hint": (
            "这题的提示就这些了。按你的理解说说看，也可以跳过。",
            "我能提示的都说了。想到哪儿说到哪儿，也可以跳过这一题。",
        ),
        "skipped": (
            "好，这一题先跳过。",
            "没问题，我们跳过这题。",
            "行，这题跳过，我们看下一个。",
            "可以，这题跳过，换一个。",
            "好，那就跳过它，看后面的。",
        ),
        "repeat": (
            "好，我再说一遍。{question}",
            "没问题，问题是这样的：{question}",
            "可以，再说一次：{question}",
        ),
        "check_leave": ("可以，就讲它，是你亲身做过的就好，问题不变。",),
        "check_leave_view": (
            "可以，就拿它来说，问题不变。",
            "行，用它来讲就好，问的还是同一件事。",
        ),
        "assume_story": (
            "按你的理解来就行；讲事情的话，工作、实习、学校里的都可以，只要是你亲身做过的。",
            "这个由你来定，不限于哪一份工作，挑一件真实的、你参与得最深的来讲就好。",
        ),
        "assume_view": (
            "按你的理解来就行：没说死的条件由你定，先讲清楚你是怎么理解、怎么假设的。",
            "这里由你来定：先把你的理解或者假设说出来，再按它往下讲。",
        ),
        "assume_term": (
            "「{term}」是这道题的一部分，我不好先替你解释；按字面猜也行，猜错不要紧。想要个方向就回复「提示」，没接触过就回复「跳过」。",
            "「{term}」怎么理解，也是我想听的，先不说破；说说它让你想到什么就好。需要方向回复「提示」，想放下回复「跳过」。",
        ),
        "verdict": (
            "评价我先不说，免得影响后面；结束后的反馈里每道题都会写清楚。这一题你接着讲就好。",
            "好不好留到最后看反馈，那里会逐题写明讲到了什么、还差什么。我们先把这一题聊完。",
        ),
        "wait": ("好，不着急，想好了再说。", "没事，你慢慢想。", "行，你先理一理思路。"),
        "pause": (
            "好，你先忙，题目给你留着，回来接着说就行，这里不限时间。",
            "没问题，先停一停。什么时候回来都可以，直接接着答这一题。",
        ),
        "greet": (
            "你好，放轻松，就从刚才的问题聊起吧。",
            "你好，不用紧张，想好了就可以开始说。",
        ),
        "thanks": (
            "不客气，想好了就接着说。",
            "不用谢，你按自己的思路来就好。",
            "别客气，我们接着聊这一题。",
        ),
        "end": (
            "你是想现在就结束整场面试吗？是的话请回复「结束」，聊过的部分都会写进反馈；只是这一题不想答，回复「跳过」；想继续，直接接着答就行。",
            "先跟你确认一下：要结束的是整场面试，请回复「结束」；只放下这一题，回复「跳过」；都不是的话，我们接着聊刚才的问题。",
        ),
    },
    "en": {
        **REMARKS["en"],
        **FRAME["en"],
        "strong": (
            "That was clear, thank you. ",
            "Good, that was concrete. ",
            "I see, that was to the point. ",
            "Thank you, that was easy to follow. ",
            "Good, I can tell you have thought about this. ",
            "That gives me a clear picture. ",
            "Good, that helps me a lot. ",
            "That tells me a lot, thank you. ",
        ),
        "fair": (
            "All right, that makes sense. ",
            "I see. ",
            "Thank you, that makes sense to me. ",
            "Thank you, I see where you are coming from. ",
            "All right, that part is clear. ",
            "Okay, I have made a note of that. ",
            "Right, that gives me an idea of it. ",
            "Thank you, I get the picture. ",
        ),
        "weak": (
            "All right, let us move on. ",
            "I see, let us try another question. ",
            "Okay, let us leave it there and move on. ",
            "Thank you, on to the next one. ",
            "All right, a different question. ",
            "Okay, something else then. ",
            "Let us turn to something else. ",
        ),
        "next": (
            "All right, on to the next question. ",
            "Noted. Let me ask about something else. ",
            "Okay, here is another one. ",
            "Right. Next, something different. ",
            "Thank you. Let us go to the next one. ",
            "Good. I have another question for you. ",
        ),
        "gave_up": (
            "No problem, it is best to say so. ",
            "That is fine, let us put this one aside. ",
            "Thank you for being open about it. ",
            "All right, let us try something else. ",
            "Fair enough, not everything comes to mind at once. ",
            "Understood, no need to force it. ",
        ),
        "tie": (
            "“{quote}” – I have made a note of that. ",
            "You said “{quote}”; that makes sense. ",
            "“{quote}” – okay, I see. ",
            "“{quote}” – that is clear, thank you. ",
        ),
        "tie_figure": (
            "“{quote}” – good to have a number for that. ",
            "You put a number on it: “{quote}”. ",
            "“{quote}” – the number makes that easy to picture. ",
        ),
        "tie_setback": (
            "“{quote}” – I see how that went. ",
            "“{quote}” – yes, I hear you. ",
        ),
        "pick_up": (
            "“{quote}” – okay, I can picture that. I would also like to know: ",
            "You mentioned “{quote}”. Let me also ask: ",
            "“{quote}” – I see. Let me ask about another part of it. ",
            "You said “{quote}”, and I have one more question. ",
            "“{quote}” – got it. One more thing: ",
        ),
        "go_on": (
            "You said “{quote}”; let me pick up from there. ",
            "You mentioned “{quote}”, and I would like to hear a little more. ",
            "Let me stay with what you said, “{quote}”. ",
        ),
        "astray": (
            "Let us come back to the question. ",
            "Let me put the question a little more concretely. ",
            "Back to the question itself, just one part of it: ",
        ),
        "told_quote": (
            "You said “{quote}”, which may be part of it already; no need to repeat that, I would just like more detail. ",
            "You said “{quote}”; let me dig a little deeper, and leave out what you have already told me. ",
            "You mentioned “{quote}”; take it from there, and skip what I have already heard. ",
            "Staying with “{quote}”, add anything you have not told me yet. ",
        ),
        "told_before": (
            "There is one thing I would like in more detail. ",
            "Let me go into one part of it. ",
            "Let me check one thing. ",
            "I would like a closer look at one part. ",
            "You have told me a lot; let me go into one part. ",
        ),
        "scant": (
            "Fair enough, that is one way. Think of one time it happened, however small. ",
            "Many people do just that. Take one real case: ",
            "I hear you. Any time that comes to mind will do. For that one: ",
        ),
        "sketched": (
            "You have had a case like that, so let us stay with it. ",
            "Let us take that case of yours, then. ",
            "Let us look at that time more closely. ",
        ),
        "their_more": ("That is worth asking. ", "A fair question. ", "Yes, do ask that. "),
        "their_several": ("One by one, then. ", "Let me take them in turn. ", "All worth asking. "),
        "their_next": ("And the other one? ", "What is the next one? "),
        "their_practice": (
            "This is a mock interview, so I cannot answer for a real company, but I can tell you what people usually hear. ",
            "As this is practice, there is no real company behind me, but I can tell you how such questions are usually answered. ",
            "Thank you for asking. In a mock interview I can only say how such things are usually answered. ",
        ),
        "nudge": (
            "All right. One thing in particular: ",
            "I see. Let me ask about one side of that. ",
            "All right. Let us take one part of that. ",
            "I see. Just one part of it, then: ",
            "Okay, let me pick out one point. ",
        ),
        "probe": (
            "All right. One more thing on this: ",
            "I see. Let us go one step deeper. ",
            "Okay. Let me follow up on that. ",
            "Right, thank you. Let us look a little closer. ",
            "Good to know. There is something else I would like to hear. ",
            "Understood. Let me ask about one detail. ",
            "Thanks. Following on from that: ",
            "Got it. Let me ask one more thing. ",
        ),
        "back_to_you": ("Back to you: ", "Now, back to my question. "),
        "ack": ("Okay. ", "Right. ", "All right. ", "Understood. ", "Got it. "),
        "hint": ("Here is a hint: {hint}", "You could start from here: {hint}"),
        "no_hint": (
            "Those are all the hints I have for this one. Say what comes to mind, or skip it.",
            "I have no more hints. Tell me how you see it, or skip the question.",
        ),
        "skipped": (
            "All right, we will skip this one. ",
            "No problem, let us skip it. ",
            "Fine, let us leave that one and move on. ",
            "Sure, we can skip that; here is another one. ",
            "Okay, skipped; let us keep going. ",
        ),
        "repeat": (
            "Of course, once more. {question}",
            "Sure, here is the question again: {question}",
            "No problem, I will repeat it: {question}",
        ),
        "check_leave": ("Yes, tell me about that; the question stays the same.",),
        "check_leave_view": ("Yes, use that as your case; the question stays the same.",),
        "assume_story": (
            "Take it the way you understand it: big or small, from work or from your studies, as long as it was you who did it.",
            "That is up to you: pick one you remember well and played a big part in, however small it was.",
        ),
        "assume_view": (
            "Whatever I left open is up to you: say how you read it and go on from there.",
            "Read it the way that makes sense to you, and tell me what you are assuming.",
        ),
        "assume_term": (
            "What “{term}” means is part of the question, so I cannot say it first; a guess from the words will do. For a pointer reply “hint”, or “skip” if it is new to you.",
            "How you take “{term}” is what I would like to hear, so I leave it open; say what it makes you think of. Reply “hint” for a pointer, or “skip” to leave it.",
        ),
        "verdict": (
            "I am keeping my judgement for the end, so that it does not get in your way; the feedback goes through every question. Please go on with this one.",
            "You will see in the feedback afterwards, question by question, what was there and what was not. Let us finish this one first.",
        ),
        "wait": (
            "Of course, take your time.",
            "No hurry, think it over.",
            "Sure, collect your thoughts first.",
        ),
        "pause": (
            "Go ahead, the question will wait and nothing is timed. Just carry on when you are back.",
            "No problem, let us stop for a moment. Whenever you are back, carry on with this question.",
        ),
        "thanks": (
            "You are welcome. Go on when you are ready.",
            "My pleasure. Answer it the way you see it.",
            "Not at all; let us stay with this question.",
        ),
        "end": (
            "Do you want to end the whole interview now? If so, reply “end”, and you get feedback on what we have talked about. To leave only this question, reply “skip”; otherwise just go on with your answer.",
            "Let me make sure: to end the interview here, reply “end”; to drop only this question, reply “skip”; otherwise, let us go on with what I asked.",
        ),
        "greet": (
            "Hello! No need to be nervous; let us start with the question I asked.",
            "Hello, good to have you here. Whenever you are ready, tell me how you see the question.",
        ),
    },
}


def inside(quote: str) -> str:
    """A quote as it stands within quotation marks: its own become the inner ones."""
    return quote.translate(_INNER)
