"""What the built-in engine's interviewers say around their questions: the welcome, greetings, what leads
to a question, handovers and the close, in both languages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

__all__ = ["FRAME"]

FRAME: Mapping[str, Mapping[str, Sequence[str]]] = {
    "zh": {
        "welcome": (
            (
                "欢迎参加模拟面试！这次练习的岗位是「{position}」，由{panel}和你交流。想好了再答，不会的问题直说"
                "就好；结束后你会拿到一份引用你原话的反馈。这是练习，不是录用决定。"
            ),
        ),
        "welcome_member": ("{role}{name}",),
        "greeting": (
            "你好，我是{name}，{role}。很高兴认识你，我们直接开始吧。{question}",
            "你好，我是{name}，{role}。我们先从这个问题聊起。{question}",
        ),
        "greeting_lead": ("你好，我是{name}，{role}。很高兴认识你。{question}",),
        "greeting_next": (
            "你好，我是{name}，{role}。前面辛苦了，接下来换个角度聊聊。{question}",
            "你好，我是{name}，{role}。接下来由我和你聊一会儿。{question}",
        ),
        "greeting_memo": (
            "你好，我是{name}，{role}。{colleague}跟我提到你说的「{quote}」，这部分我就不重复问了，换个角度聊聊。{question}",
            "你好，我是{name}，{role}。你跟{colleague}讲到「{quote}」，我记着了；接下来我想了解别的方面。{question}",
        ),
        "lead_resume": (
            "我看到你的简历里写了 {mention}。",
            "简历里你提到用过 {mention}，正好问问这块。",
        ),
        "lead_both": (
            "你的简历里写了 {mention}，这个岗位也正好要用，我们聊聊它。",
            "{mention} 你简历里有，岗位要求里也有，就从它问起。",
        ),
        "lead_job": (
            "岗位要求里提到 {mention}，看一个相关的问题。",
            "岗位要求里有 {mention}，这题和它有关。",
        ),
        "handover": (
            "谢谢你，我想了解的就是这些。接下来请{role}{name}和你继续。",
            "我这边的问题问完了，谢谢你的回答。下面交给{role}{name}。",
            "好，我这部分就到这里，辛苦了。后面由{role}{name}接着聊。",
        ),
        "closing": (
            "谢谢你今天的时间，我们的面试就到这里。反馈正在整理，里面会引用你的原话，也会写清楚可以改进的地方。祝你求职顺利！",
            "今天就聊到这里，谢谢你来。反馈马上就好，祝一切顺利！",
        ),
        "closing_early": (
            "好，那今天就先到这里，谢谢你的时间。聊过的部分马上整理成反馈，没问到的不计分。祝你求职顺利！",
            "明白，我们就停在这里，谢谢你来。反馈马上就好，只看已经聊过的内容。祝一切顺利！",
        ),
    },
    "en": {
        "welcome": (
            (
                "Welcome to this mock interview! You are practising for the position “{position}” and "
                "will talk with {panel}. Take a moment before you answer, and simply say so when you do "
                "not know something; at the end you get feedback that quotes your own words. This is "
                "practice, not a hiring decision."
            ),
        ),
        "welcome_member": ("{name} ({role})",),
        "greeting": (
            "Hello, I am {name}, {role}. Good to meet you, let us get started. {question}",
            "Hello, I am {name}, {role}. Let us begin with this one. {question}",
        ),
        "greeting_lead": ("Hello, I am {name}, {role}. Good to meet you. {question}",),
        "greeting_next": (
            "Hello, I am {name}, {role}. Thank you so far; let us look at things from another side. {question}",
            "Hello, I am {name}, {role}. I will take it from here. {question}",
        ),
        "greeting_memo": (
            "Hello, I am {name}, {role}. {colleague} told me that you said “{quote}”, so I will not ask about that again; let us look at something else. {question}",
            "Hello, I am {name}, {role}. I have noted what you told {colleague}, “{quote}”; I would like to hear about another side. {question}",
        ),
        "lead_resume": (
            "I see {mention} in your résumé. ",
            "Your résumé mentions {mention}, so let me ask about that. ",
        ),
        "lead_both": (
            "You list {mention} in your résumé and this position needs it, so let us talk about that. ",
            "{mention} stands both in your résumé and in the job description. ",
        ),
        "lead_job": (
            "The job description mentions {mention}, so here is a question from that area. ",
            "The job description names {mention}, and this question has to do with it. ",
        ),
        "handover": (
            "Thank you, that is all I wanted to know. {name}, our {role}, will take over now.",
            (
                "Those were my questions, thank you for your answers. I will pass you on to {name}, "
                "our {role}."
            ),
            "That concludes my part. {name}, our {role}, has some questions for you as well.",
        ),
        "closing": (
            "Thank you for your time today, this is the end of our interview. Your feedback is being put together; it quotes what you said and says what to work on. All the best!",
            "We will leave it here. Thank you for coming. Your feedback is on its way; good luck!",
        ),
        "closing_early": (
            "All right, we stop here. Thank you for your time. Your feedback is being put together from what we have talked about; what was not asked does not count. All the best!",
            "Understood, let us leave it there; thank you for coming. The feedback looks only at what we have covered. Good luck!",
        ),
    },
}
