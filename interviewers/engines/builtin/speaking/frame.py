"""What is said around questions, in both languages: welcome, greetings, transitions, handovers, the close."""

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
        "check_wrong": (
            "没关系，前面说的先照旧。哪一处要改，还是漏了什么？直接说出来就行，我按新的算。",
            "好，哪句要更正，或者要补上？说一下应该是什么就行，别的都不变。",
        ),
        "check_withhold": (
            "可以，不方便说的略过就好，名字和细节都不用提，只讲你能讲的部分；整题都不便回答，回复「跳过」就行。",
        ),
        "greeting": (
            "你好，我是{name}，{role}。很高兴认识你，我们直接开始吧。{question}",
            "你好，我是{name}，{role}。我们先从这个问题聊起。{question}",
        ),
        "greeting_lead": ("你好，我是{name}，{role}。很高兴认识你。{question}",),
        "greeting_next": (
            "你好，我是{name}，{role}。前面辛苦了，接下来换个角度聊聊。{question}",
            "你好，我是{name}，{role}。接下来由我和你聊一会儿。{question}",
            "你好，我是{role}{name}。先歇口气，我这边问的是另外一些事。{question}",
            "你好，我是{role}{name}，前面的你不用再讲一遍，我们聊别的。{question}",
        ),
        "greeting_memo": (
            "你好，我是{name}，{role}。{colleague}跟我说起你讲的「{quote}」，这部分我就不重复问了，换个角度聊聊。{question}",
            "你好，我是{name}，{role}。你跟{colleague}讲到「{quote}」，我记着了；接下来我想了解别的方面。{question}",
            "你好，我是{role}{name}。{colleague}把你们聊的告诉我了，包括你讲的「{quote}」；那一段不用再说，我问点别的。{question}",
            "你好，我是{role}{name}。「{quote}」，这一段{colleague}跟我提了，我就从别处问起。{question}",
        ),
        "greeting_next_on": ("你好，我是{name}，{role}。接下来由我和你聊一会儿。{question}",),
        "greeting_memo_on": (
            "你好，我是{role}{name}。{colleague}跟我说起你讲的「{quote}」，我先记着。我这边想问的是：{question}",
            "你好，我是{name}，{role}。来之前{colleague}把你讲的「{quote}」告诉了我。我想问的是：{question}",
        ),
        "greeting_about": (
            "你好，我是{name}，{role}。{colleague}跟我说了你们聊{about}的那一段，我就不重复问了，换个方面。{question}",
            "你好，我是{name}，{role}。{about}你和{colleague}聊得挺细，我记着了；我想了解别的。{question}",
            "你好，我是{role}{name}。你和{colleague}谈过{about}，那部分不用再说，我问点别的。{question}",
        ),
        "lead_resume": (
            "我看到你的简历里写了 {mention}。",
            "简历里你提到用过 {mention}，正好问问这块。",
        ),
        "lead_both": (
            "你的简历里写了 {mention}，这个岗位也正好要用，看一道和它有关的题。",
            "{mention} 你简历里有，岗位要求里也有，问一道用得上它的。",
        ),
        "lead_job": (
            "岗位要求里提到 {mention}，看一个相关的问题。",
            "岗位要求里有 {mention}，这题和它有关。",
        ),
        "handover": (
            "谢谢你，我想了解的就是这些。接下来请{role}{name}和你继续。",
            "我这边的问题问完了，谢谢你的回答。下面交给{role}{name}。",
            "我这部分就到这里，辛苦了。后面由{role}{name}接着聊。",
            "我要问的都问了，谢谢。换{role}{name}来和你聊。",
            "谢谢你讲得这么耐心，我这儿就到这里，{role}{name}接下来问你几个别的问题。",
            "行，我的部分聊完了。{role}{name}已经在等你，后面的问题交给这位同事。",
            "和你聊了不少，我先到这里。下面请{role}{name}。",
        ),
        "closing_thanks": (
            "谢谢你今天的时间，我们的面试就到这里。",
            "今天就聊到这里，谢谢你来。",
            "好，我们要问的都问完了，今天辛苦了，谢谢你。",
            "时间差不多了，谢谢你和我们聊了这么多。",
            "那今天的面试就到这儿，谢谢你一题一题讲下来。",
        ),
        "closing_early": (
            "好，那今天就先到这里，谢谢你的时间。",
            "明白，我们就停在这里，谢谢你来。",
            "可以，那就先聊到这儿，谢谢你。",
            "没问题，今天到此为止，谢谢你抽时间过来。",
        ),
        "closing_recall": (
            "你讲的「{quote}」，这一点我记住了。",
            "今天我记得最清楚的，是你讲的「{quote}」。",
            "回头看，「{quote}」，这一段你讲得很实在。",
            "「{quote}」，你讲的这一段，我们都记下了。",
        ),
        "closing_about": (
            "今天我记得最清楚的，是{about}那一段。",
            "回头看，{about}那部分你讲得很实在。",
            "聊{about}的那一段，我们都记下了。",
        ),
        "closing_feedback": (
            "反馈正在整理，里面会引用你的原话，也会写清楚可以改进的地方。",
            "反馈马上就好，每道题讲到了什么、还差什么都写在里面。",
            "接下来会有一份反馈，引用你的原话，逐题写明可以补的地方。",
            "稍后你会看到反馈：哪里讲得好、哪里还能再讲细，都用你的原话来说明。",
        ),
        "closing_counts": (
            "聊过的部分马上整理成反馈，没问到的不计分。",
            "反馈马上就好，只看已经聊过的内容。",
            "反馈只写聊过的题，没问到的不算在内。",
        ),
        "closing_wish": (
            "祝你求职顺利！",
            "祝一切顺利！",
            "后面的面试加油！",
            "祝你找到合适的岗位！",
            "祝你接下来都顺利！",
        ),
        "gave_up_last": (
            "没关系，不清楚就直说，这样很好。",
            "嗯，一时想不到也正常。",
            "好，知道了，这一点不勉强。",
            "没事，谢谢你照实说。",
        ),
        "skipped_last": (
            "好，这一题就跳过。",
            "没问题，这题不答也可以。",
            "行，这题放下，没关系。",
        ),
        "unfinished": ("你接着说，我在听。", "不急，后半句我等着。"),
        "misplaced": (
            "这段我听到了，不过答的像是另一个问题。我问的是：{question}",
            "谢谢，这些我听明白了，只是和我问的对不上。请回到这一问：{question}",
        ),
        "asked_opinion": (
            "换成我怎么做，这里先不说，要听的是你的做法。",
            "我自己的做法不拿来作标准，你的这样讲就可以。",
        ),
        "tie_before": (
            "前面你说「{quote}」，我记着。",
            "好，前面讲的「{quote}」，我也记下了。",
        ),
        "their_worry": (
            "谢谢你直说。真正面试时也可以这样提出来，听听对方怎么接。",
            "好，我听到了，谢谢你坦率地讲出来；到了真正的面试，把它问成一个问题会更好。",
        ),
        "their_wish": (
            "嗯，这些先弄清楚再上手，少走不少弯路；真正面试时挑最要紧的一件，当面问出来。",
            "好，这些值得弄清楚；到了真正的面试，把它变成一句问话，对方也听得出你认真想过这份工作。",
        ),
        "their_wish_quote": (
            "「{quote}」，先弄清这个再上手，很实在；真正面试时把它当面问出来就好。",
            "嗯，「{quote}」，这个值得弄清楚；到了真正的面试，把它变成一句问话。",
        ),
        "their_none": (
            "没有想问的也没关系。",
            "好，暂时没有问题也不要紧，以后想到了可以在真正的面试里问。",
            "行，没有问题也很正常。",
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
        "check_wrong": (
            "No problem; what you said stands for now. Which part should I put right, or what was left out? Just say how it was. ",
            "That happens. Tell me which part was off and how it really was, or what was missing; the rest stays as it is. ",
        ),
        "check_withhold": (
            "Of course: leave out whatever you cannot share, names and details included, and tell the rest; if none of it can be told, reply “skip”. ",
        ),
        "greeting": (
            "Hello, I am {name}, {role}. Good to meet you; let us get started. {question}",
            "Hello, I am {name}, {role}. Let us start with this one. {question}",
        ),
        "greeting_lead": ("Hello, I am {name}, {role}. Good to meet you. {question}",),
        "greeting_next": (
            "Hello, I am {name}, {role}. Thank you for everything so far; let us look at things from another angle. {question}",
            "Hello, I am {name}, {role}. I will take it from here. {question}",
            "Hello, {name} here, {role}. Take a breath; my questions are about something else. {question}",
            "Hello, I am {name}, {role}. No need to repeat anything; my questions are about other things. {question}",
        ),
        "greeting_memo": (
            "Hello, I am {name}, {role}. {colleague} told me that you said “{quote}”. You need not go over that again; I will ask about something else. {question}",
            "Hello, I am {name}, {role}. I have noted what you told {colleague}: “{quote}”. I would like to hear about other things now. {question}",
            "Hello, {name} here, {role}. {colleague} and I have spoken, and what stayed with us was “{quote}”. Now for my part. {question}",
            "Hello, I am {name}, {role}. {colleague} told me what you said, “{quote}”, so I will not ask about that again. {question}",
        ),
        "greeting_next_on": ("Hello, I am {name}, {role}. I will take it from here. {question}",),
        "greeting_memo_on": (
            "Hello, {name} here, {role}. {colleague} told me that you said “{quote}”. I will keep that in mind. Here is what I would like to ask: {question}",
        ),
        "greeting_about": (
            "Hello, I am {name}, {role}. {colleague} told me about your conversation on {about}, so you need not go over it again. {question}",
            "Hello, I am {name}, {role}. You and {colleague} have covered {about}, so I would like to hear about something else. {question}",
            "Hello, {name} here, {role}. You have spoken with {colleague} about {about}, and I can build on that. Now for my part. {question}",
        ),
        "lead_resume": (
            "I see {mention} on your résumé. ",
            "Your résumé mentions {mention}, so let me ask about that. ",
        ),
        "lead_both": (
            "You list {mention} on your résumé and this position needs it, so let us talk about that. ",
            "{mention} is both on your résumé and in the job description. ",
        ),
        "lead_job": (
            "The job description mentions {mention}, so here is a question on that. ",
            "The job description asks for {mention}, and this question is about that. ",
        ),
        "handover": (
            "Thank you, that is all I wanted to know. {name}, our {role}, will take over now.",
            (
                "Those were my questions, thank you for your answers. I will pass you on to {name}, "
                "our {role}."
            ),
            "That concludes my part. {name}, our {role}, has some questions for you as well.",
            "That is everything I wanted to ask, thank you. Over now to {name}, our {role}.",
            "I appreciate your going through all that with me. {name}, our {role}, will take it from here.",
            "That is it from me. Over to {name}, our {role}.",
            "It was good talking to you. I will stop here; {name}, our {role}, is up next.",
        ),
        "closing_thanks": (
            "Thank you for your time today; that is the end of our interview. ",
            "We will leave it here. Thank you for coming. ",
            "Those were all our questions; thank you for going through them with us. ",
            "We are out of time; thank you for telling us so much. ",
            "That brings us to the end, and thank you for your patience with our questions. ",
        ),
        "closing_early": (
            "All right, we will stop here. Thank you for your time. ",
            "Understood, we will leave it there; thank you for coming. ",
            "Of course, then that is all for today. Thank you. ",
            "No problem, we will finish here; thank you for taking the time. ",
        ),
        "closing_recall": (
            "You said “{quote}”; I have made a note of that. ",
            "What I remember best from today is “{quote}”. ",
            "Looking back, one thing you said stands out: “{quote}”. ",
            "We all made a note of one thing you said: “{quote}”. ",
        ),
        "closing_about": (
            "The part I will remember best is what you said on {about}. ",
            "Looking back, you were at your most concrete on {about}. ",
            "We all made a note of what you told us on {about}. ",
        ),
        "closing_feedback": (
            "Your feedback is being put together; it quotes what you said and says what to work on. ",
            "Your feedback will be here in a moment: what you covered and what was missing, question by question. ",
            "Next comes your feedback: it quotes your own words and shows, question by question, what you could add. ",
            "You will see your feedback shortly: what came across well and where more detail would help, with quotes from your answers. ",
        ),
        "closing_counts": (
            "Your feedback is being put together from what we talked about; anything we did not get to does not count. ",
            "The feedback looks only at what we have covered. ",
            "Only the questions we talked about go into your feedback. ",
        ),
        "closing_wish": (
            "All the best!",
            "Good luck!",
            "I wish you well with your search!",
            "I hope you find the right place!",
            "Good luck with the interviews to come!",
        ),
        "gave_up_last": (
            "No problem, it is best to say so. ",
            "Fair enough, not everything comes to mind at once. ",
            "That is fine, thank you for being open about it. ",
            "Understood, no need to force it. ",
        ),
        "skipped_last": (
            "All right, we will skip this one. ",
            "No problem, you do not have to answer that. ",
            "Fine, let us leave that one. ",
        ),
        "unfinished": ("Go on, I am listening. ", "Please finish that; I have time. "),
        "misplaced": (
            "Thank you; that seems to answer another question, though. What I asked was: {question}",
            "I follow you, but that is not quite what I asked. Let us come back to this: {question}",
        ),
        "asked_opinion": (
            "I will keep to myself what I would have done: it is your way that counts here. ",
            "My own way is no yardstick here; yours is what I wanted to hear. ",
        ),
        "tie_before": (
            "You said “{quote}” earlier, and I will keep that in mind. ",
            "I also made a note of what you said earlier: “{quote}”. ",
        ),
        "their_worry": (
            "Thank you for saying so openly. In a real interview you can raise it just like that, and see what they say to it. ",
            "I hear you, and thank you for being frank; put as a question, it is well worth raising in a real interview. ",
        ),
        "their_wish": (
            "Those are good things to be clear about before you start. In a real interview, put the most important one as a question. ",
            "That is worth knowing, and asked aloud in a real interview it also shows that you have thought about the work itself. ",
        ),
        "their_wish_quote": (
            "“{quote}” – that is good to know before you start. In a real interview, put it as a question. ",
            "“{quote}”: that is worth knowing. Asked aloud in a real interview, it also shows that you have thought about the work itself. ",
        ),
        "their_none": (
            "It is fine to have no questions. ",
            "All right, nothing to ask for now; if something comes to mind later, ask it in a real interview. ",
            "Having no questions is fine too. ",
        ),
    },
}
