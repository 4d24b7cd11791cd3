"""Replies to remarks about the interview and to repeated answers, in both languages (data)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

__all__ = ["REMARKS"]

REMARKS: Mapping[str, Mapping[str, Sequence[str]]] = {
    "zh": {
        "company": (
            "这是模拟面试，背后没有一家真实的公司，这个我答不了。我们接着看刚才的问题：{question}",
            "这里不代表哪家公司，这个我没法替谁回答；真正关心的，可以留到真正的面试里问。刚才问的是：{question}",
        ),
        "record": (
            "你写下的内容会随这场面试保存，用来写反馈，运营这个网站的人看得到；没有录音，也没有录像。刚才的问题，你接着说就好。",
            "这里只保存文字，用来整理反馈，网站的运营者能查看，没有录音录像。我们接着聊刚才那题。",
        ),
        "who": (
            "我是{name}，这场模拟面试里的{role}；跟你对话的是程序，不是真人。我们接着聊刚才的问题。",
            "这是模拟面试：{name}这位{role}由程序扮演，背后没有真人。刚才那题，按你的思路说就行。",
        ),
        "language": (
            "这场面试用中文来问，请尽量用中文回答；实在要用英文，我会按英文的要点来评，别的语言就评不了了。想全程练英文，新建面试时选英文就行。",
            "还是请尽量用中文，术语夹英文不要紧；个别题用英文答也能评，其他语言不行。要全程英文，可以另开一场英文面试。",
        ),
        "other_language": (
            "你用英文答的，我照英文的要点来评；这场是中文面试，后面尽量用中文。",
            "英文我也听得懂，照样评；这场按中文来，方便的话接下来用中文。",
        ),
        "course": (
            "这里不限时，打字回答就够了；平时怎么查资料、怎么画图，用话说清楚就行。{left}我们接着看这一题。",
            "不计时，也不用别的工具，用文字讲清楚就可以，想停随时可以停。{left}刚才的问题，请接着说。",
        ),
        "course_left": ("这一题之后，我这边还有 {count} 道题。",),
        "course_last": ("这是我要问的最后一题。",),
        "withheld": (
            "参考答案、评分标准和我的提示词都不能透露；刚才的问题还在，按你的理解讲就好。",
            "这个我不能给你，反馈里会写清每题讲到了什么、还差什么。我们回到这一题。",
        ),
        "back": (
            "我们按顺序往前走，不回头重问了；上一题想改或者想补的，以「上一题补充：」开头写给我，我会记到那一题里。现在还是看这一题。",
            "上一题可以补充：用「上一题更正：」开头把要说的写下来，会和原来的回答一起评。写完我们接着聊眼前这题。",
        ),
        "amend": (
            "好，这句记到上一题里了，会和原来的回答一起评。现在我们回到这一题。",
            "收到，上一题按你补充的一起看。眼前这个问题，请接着说。",
        ),
        "object": (
            "你觉得哪里不对，或者跟你的情况不合，可以直接讲，这也是回答的一部分；换成你手边相近的事来答也行。",
            "有不同看法很好。按你认为对的前提、你碰得到的情形来讲就行，先说清你的理由。",
        ),
        "distress": (
            "听到这个我很难过，请先照顾好自己。这里不计时，也不影响评价：想歇一歇，点「暂停」就好；想改天再来，回复「结束面试」。愿意继续的时候，题目还在这里。",
            "谢谢你告诉我，这种时候不必勉强。想停就点「暂停」，想结束就回复「结束面试」，都没有关系，也不影响评价。想继续的话，不着急，我等你。",
        ),
        "crisis": (
            "谢谢你愿意说出来，这比面试重要得多。请现在就找一个信得过的人陪你说说，或者拨打当地的心理援助热线；有危险的话，请马上打急救电话。面试可以随时停下：点「暂停」，或者回复「结束面试」。",
        ),
        "led_on": (
            "我们先往下走，免得时间都花在这一题上；还想答它，之后用「上一题补充：」开头写给我就行。",
            "这一题先放一放，看下一个；想到了再用「上一题补充：」告诉我。",
        ),
        "insult": (
            "我听到你的不满了。我们还是就事论事，刚才的问题你愿意答就接着说，不想答可以跳过。",
            "没关系，我们回到问题上来；不想聊这一题，回复「跳过」就行。",
        ),
        "again": (
            "这段话你前面已经讲过，我记着了。",
            "这和你之前的回答是一样的，就不重复记了。",
            "这个你刚才说过一遍了，我有数。",
        ),
        "again_probe": (
            "这段话你前面讲过了，我想听的是另一处。",
            "这和你之前说的是一样的，我换一处来问。",
        ),
        "again_story": (
            "这件事你前面讲过了；要是另有一件合适的，讲那件更好。不然就还说它：",
            "这段经历我听你讲过，换一件更好；没有别的，就接着这件说：",
        ),
        "form": (
            "怎么答都可以：不用写代码，用话把思路讲清楚就行；先讲哪一部分、讲到多细，由你定。想重新说一遍也没问题，直接说就好。",
            "形式不限，讲清楚你会怎么做、为什么这么做最要紧；从你最有把握的一点说起，想重说一遍就直接说，需要的地方我会追问。",
        ),
        "query": (
            "这个我在这里答不了，也不影响评价；还是想听听你对这个问题的看法：{question}",
            "这一点我先不展开，我们接着聊刚才的问题：{question}",
        ),
        "corrected": (
            "谢谢你更正，我听到了。",
            "好，更正的这一点我知道了。",
        ),
        "asked_back": (
            "你问我的这一句，这里没有真实的公司，我只能说说一般会听到什么：",
            "先回你的问题：模拟面试背后没有真实的公司，通常的情形是这样。",
        ),
        "back_to": ("回到刚才的问题：{question}", "我问的那题还在：{question}"),
        "asked_back_bare": ("你顺带问的，这里没有真实的公司可以回答；真正面试时很值得这样问。",),
        "check_meaning": (
            "按你这样理解就行。",
            "嗯，照你的理解讲没问题。",
            "可以这么理解。",
        ),
        "check_enough": ("够了，我听明白了。", "可以，到这儿就行。"),
        "check_enough_on": ("听明白了，还差一处想听。", "可以，我再补问一处。"),
        "check_depth": ("先不展开，到这儿就够了。", "这里不用再细讲了。"),
        "check_depth_on": (
            "细讲哪里由你，我想听的是下面这一处。",
            "可以展开，就从我接下来问的地方展开。",
        ),
        "check_differs": ("可以不这么看，你的理由我听到了。", "你不同意，道理我听明白了。"),
        "check_differs_on": (
            "有不同看法很好，你的理由我听到了。再问一处。",
            "你不这么看也成立，道理我记下了，接着问一句。",
        ),
        "check_unfit": (
            "有道理，这一问跟你做的确实不太贴。",
            "好，你说得对，这一问不太适合你的情况。",
        ),
        "check_unfit_on": (
            "有道理，这一问不太贴你做的事，那我换一处问。",
            "好，那不问这个，我问一个可能更贴的。",
        ),
        "check_told": ("是，这点你讲过，不好意思。", "对，你前面说到了，我记着。"),
        "check_told_on": (
            "是，这点你讲过，不好意思。只再问一处没讲到的。",
            "对，你前面说到了，我换一处问。",
        ),
        "check_figure": (
            "对，有个大概的数最好，估的也行；没量过就直说。",
            "嗯，想听个数，记得个大概就可以。",
        ),
        "check_no_figure": (
            "不一定要数字，怎么做、为什么讲清楚就行；手上有数当然更好。",
            "没有数也能答，讲清你的做法和理由最要紧；有的话带上一个会更实在。",
        ),
        "check_story": (
            "对，想听真发生过的一件，事情小也行。",
            "嗯，最好是你自己经历过的，哪怕不大。",
        ),
        "check_no_story": (
            "不一定，讲你会怎么做、为什么就行；有真事可以顺带说一件。",
            "没有真事也能答，说清你的做法和理由就好；有的话，拿它来讲更好。",
        ),
        "check_case": ("情况照你设想的来，没问题。", "你问的这一点，按你的设想就行。"),
        "check_case_on": (
            "你问的情况我不限定，按你设想的往下讲。",
            "这一点由你来定，照你想的情况接着说就行。",
        ),
        "remark": (
            "嗯，听到了。我们还是回到刚才的问题：{question}",
            "好，这个先放一边，接着聊刚才的问题：{question}",
        ),
        "trouble": (
            "我在，你发来的文字我都收得到，这里也不计时。准备好了接着答就行，问题还在：{question}",
            "在的，你写的我都看得到。手边有事就先处理，题目给你留着。刚才问的是：{question}",
        ),
        "unheard": (
            "我可能没跟上，你说的这一点和这一题是怎么连起来的？我问的是：{question}",
            "这句话我没太接上，你再往下说一点，我就明白了。这一题是：{question}",
        ),
        "put_right": (
            "好，按你更正的来，和前面说的一起评。我刚才问的是：{question}",
            "嗯，改过来了，这一题按新的算。问题还是这个：{question}",
        ),
        "strayed": (
            "这件事我听明白了。放到我问的上面，你觉得它对应在哪儿？我问的是：{question}手边有更贴的一件，换那件讲也行。",
            "嗯，这段经历我记下了，想和你对一对。我问的是：{question}你刚讲的这件里，哪一处说的是这个？",
        ),
        "supposed": (
            "这是你会怎么做，我听明白了。我想听的是真发生过的一次，事情再小、跟谁都行：{question}实在没有就直说。",
            "打算怎么做我有数了。有没有真做过的一回，哪怕对象不同、事情不大：{question}没有也没关系，说一声就好。",
        ),
        "vague": (
            "你说「{quote}」，大概是多少？原来什么样、后来什么样，记得个大概就行；没量过也可以直说。",
            "「{quote}」具体是从多少到多少？估一个数就行，真没有数就说说你是从哪儿看出来的。",
        ),
        "told": (
            "你前面说过的我都记着，不用再讲一遍。这一次我想知道的是：{question}要是已经没有可补充的，回复「跳过」就行。",
            "要是听着像重复，抱歉，之前的回答已经记下了。这里想听的是：{question}没有新的内容，就回复「跳过」。",
        ),
        "stuck": (
            "卡住很正常。要提示请回复「提示」，想换一题回复「跳过」；哪怕只想到一点，也可以先从那一点说起。",
            "没关系，不用一下子说全。想到哪儿先说到哪儿；回复「提示」我给你一个方向，回复「跳过」就看下一题。",
        ),
        "no_case": (
            "没遇到过也没关系。讲一件相近的事就行，学校里、生活里的都可以；实在没有，就设想你碰上了：你会怎么做，为什么？",
            "没有现成的经历很正常。可以挑一件沾边的小事，或者假设这事明天就发生在你身上，说说你会怎么处理。",
        ),
        "bare": (
            "能展开说说吗？比如为什么这么看，或者具体是怎么做的。",
            "我想听得多一点：理由是什么，举个例子也可以。",
        ),
    },
    "en": {
        "company": (
            "This is a mock interview with no real company, or office, behind it, so I cannot answer that. Let us go on with my question: {question}",
            "I do not speak for an employer here, so I cannot answer that; if it matters to you, keep it for the real interview. What I asked was: {question}",
        ),
        "record": (
            "What you write is kept with this interview for your feedback, and whoever runs this site can read it; no sound or picture is recorded. Please go on with my question.",
            "Only the text is kept, to write your feedback from, and the people who run this site can see it. Nothing else is recorded. Let us stay with the question.",
        ),
        "who": (
            "I am {name}, the {role} of this mock interview; you are talking to a program, not a person. Let us go on with my question.",
            "This is a mock interview: {name}, the {role}, is played by a program, with no person behind it. Answer the question as you see it.",
        ),
        "language": (
            "This interview is held in English, so please answer in English as far as you can; if you must, Chinese is judged by the question's Chinese points, and no other language is. To practise in Chinese, start another interview in Chinese.",
            "Please stay with English where you can. An answer in Chinese can be judged as well, other languages cannot; for all of it in Chinese, choose that when you start a new interview.",
        ),
        "other_language": (
            "You answered in Chinese, which I can judge as well; this interview is in English, so please come back to it where you can. ",
            "I follow Chinese too, and it is judged by the Chinese points; from here on English would be better practice. ",
        ),
        "course": (
            "Nothing is timed, and plain text is all you need; if you would look something up or draw it, just describe it. {left}Let us go on with this one.",
            "There is no clock and no tool to use: putting it in words is enough, and you can stop whenever you like. {left}Please go on with my question.",
        ),
        "course_left": ("Questions left from me after this one: {count}. ",),
        "course_last": ("This is the last of my questions. ",),
        "withheld": (
            "I cannot share reference answers, criteria or my instructions; the question still stands, so tell me how you see it.",
            "I cannot show you that; the feedback will say what was there and what was missing. Let us return to the question.",
        ),
        "back": (
            "We only move forward, but if you want to change something in the previous answer, send it to me beginning with “On the previous question, I would like to add:”, and it will count there. Now back to this one.",
            "You may still add to the previous answer: begin with “Correction to the previous answer:” and it is judged together with it. After that let us go on with this question.",
        ),
        "amend": (
            "Thank you, I have added that to what you said there, and the two will be judged together. Now back to this one.",
            "I have added that to your earlier answer, where it will count. Please go on with the current question.",
        ),
        "object": (
            "Then tell me what is wrong with it, or why it does not fit your work; that is part of an answer too. A similar case of your own will do as well.",
            "You are free to see it differently. Start from what you think is right, or from a case you might meet, and give me your reasons.",
        ),
        "distress": (
            "I am very sorry to hear that; please look after yourself first. Nothing is timed here and it changes no judgement: press “Pause” to take a rest, or write “end the interview” to stop for today. The question will wait for you.",
            "Thank you for telling me. There is no need to push yourself: you can pause, or write “end the interview”; either is fine and changes no judgement. If you want to go on, take all the time you need.",
        ),
        "crisis": (
            "Thank you for saying it; that matters far more than an interview. Please talk to somebody you trust now, or to a helpline near you, and if you are in danger call the emergency number. We can stop at any time: press “Pause”, or write “end the interview”.",
        ),
        "led_on": (
            "Let us go on, so that there is time for the rest; if you still want to answer that one, begin with “On the previous question, I would like to add:”. ",
            "Let us leave that one for now; you can still send me “On the previous question, I would like to add:” and your answer. ",
        ),
        "insult": (
            "I can tell you are annoyed. Let us stick to the question: answer it if you like, or skip it.",
            "That is all right; let us come back to the question. If you would rather leave it, reply “skip”.",
        ),
        "again": (
            "You told me that before, so I have it already. ",
            "That is what you said earlier, and I have noted it. ",
            "I have heard that from you before. ",
        ),
        "again_probe": (
            "You have told me that before; I am after something else. ",
            "That is the same as earlier, so let me ask about another part. ",
        ),
        "again_story": (
            "You have told me this story before; another one would show more of you, if you have one. If not, then on this one: ",
            "This is the story I have heard from you already. A different one would be better; failing that, tell me here: ",
        ),
        "form": (
            "Any way that suits you: no code is needed, just explain your thinking. Where you start and how deep you go is up to you, and you are welcome to start over.",
            "Any form will do, and you are welcome to start over; what I want to hear is what you would do and why. Begin with the part you are surest of, and I will ask where I want more.",
        ),
        "query": (
            "I cannot tell you that here. I would like to hear how you see this: {question}",
            "I am afraid I cannot answer that. My question was: {question}",
        ),
        "corrected": (
            "Noted, thank you for putting that right. ",
            "All right, I have the correction. ",
        ),
        "asked_back": (
            "First, your question: there is no real company behind this interview, but I can tell you what people usually hear. ",
            "You also asked me something. I cannot answer for a real company, but I can say how it usually goes. ",
        ),
        "back_to": ("Back to what I asked: {question}", "My question was: {question}"),
        "asked_back_bare": (
            "On your question: there is no real company behind this interview to answer it; in a real one it is well worth asking. ",
        ),
        "check_meaning": (
            "Yes, take it that way. ",
            "Yes, you can read it that way. ",
            "By all means, go with that reading. ",
        ),
        "check_enough": ("That will do, I follow. ", "That is enough, yes. "),
        "check_enough_on": (
            "I follow; there is one part I would still like to hear. ",
            "Yes, and I have one thing to add to it. ",
        ),
        "check_depth": (
            "No need to go into that, this is enough. ",
            "Let us leave the details there. ",
        ),
        "check_depth_on": (
            "Go deeper wherever you like; this is what I would like to hear. ",
            "Please do, and start with this. ",
        ),
        "check_differs": (
            "You are free to see it differently; I understand your reasons. ",
            "We do not have to agree on that, and I see why you say so. ",
        ),
        "check_differs_on": (
            "You are free to see it differently; I understand your reasons, and have one more thing to ask. ",
            "We do not have to agree on that. I understand your reasons; one more thing. ",
        ),
        "check_unfit": (
            "Fair enough, that is not quite your line of work. ",
            "Good point; that one does not really fit your case. ",
        ),
        "check_unfit_on": (
            "Fair enough, that is not quite your line of work; let me ask this instead: ",
            "Good point. Let me try one that may fit better: ",
        ),
        "check_told": (
            "Yes, you did say that; thank you. ",
            "Right, you had told me that already; thank you for bearing with me. ",
        ),
        "check_told_on": (
            "You did say that, sorry. Here is something you have not told me yet: ",
            "Right, you had told me that already. Then just this: ",
        ),
        "check_figure": (
            "Yes, a rough figure would be best, and an estimate will do; if you never measured it, say so. ",
            "A figure, yes, as near as you remember it. ",
        ),
        "check_no_figure": (
            "Not necessarily: what you would do and why is enough, though a number is welcome if you have one. ",
            "You can answer without one; how you would do it and why matter most, and a number only strengthens that. ",
        ),
        "check_story": (
            "Yes, something that really happened, however small. ",
            "A real one, yes, ideally one of your own. ",
        ),
        "check_no_story": (
            "Not necessarily: what you would do and why is enough, and a real case is welcome if you have one. ",
            "You can answer it without one; if you have a real case, use it to show what you mean. ",
        ),
        "check_case": (
            "As for your question, your assumption is fine with me. ",
            "You can decide that one yourself. ",
        ),
        "check_case_on": (
            "I leave that to you; go on from your own assumption. ",
            "As for your question, assume what you think is likely and go on. ",
        ),
        "remark": (
            "I hear you. Let us come back to my question: {question}",
            "All right; back to what I asked: {question}",
        ),
        "trouble": (
            "Yes, I am here: everything you type reaches me, and nothing is timed. Carry on whenever it suits you; the question was: {question}",
            "I am here, and I get everything you write. If something needs your attention, see to it first; the question will wait. It was: {question}",
        ),
        "unheard": (
            "All right. We are still on this one: {question} If that was already your answer, say a little more so that I can follow.",
            "I see. The question is still this: {question} If that was the start of an answer, put it another way and go a bit further.",
        ),
        "put_right": (
            "Thank you, I will take the corrected version together with what you said before. What I asked was: {question}",
            "All right, I have corrected that, and it counts for this question. I had asked: {question}",
        ),
        "strayed": (
            "Thank you for the story. What I asked was: {question} Which part of the story answers that? If none does, another one is fine.",
            "I have noted that, but help me connect it to my question. {question} Where in the story was that? You can also take another one.",
        ),
        "supposed": (
            "So that is what you would do. I would like to hear about a time you actually did it, however small and whoever was involved: {question} If there is none, just say so.",
            "I see what you would do. Is there a real case, even a smaller one or with somebody else? {question} It is fine to say that there is none.",
        ),
        "vague": (
            "You say “{quote}”: roughly how much is that? What was it before, and what was it afterwards? An estimate will do; if nobody measured it, just say so.",
            "“{quote}”: from what to what, more or less? A rough figure is enough; without one, tell me how you could tell.",
        ),
        "told": (
            "I have noted what you said before, so there is no need to repeat it. What I would like to know here is this: {question} If there is nothing to add, reply “skip”.",
            "Sorry if that sounds like a repeat; I have your earlier answer. This time I am asking about something else: {question} If you have nothing new to say, just reply “skip”.",
        ),
        "stuck": (
            "That happens. Reply “hint” and I will point you in a direction, or “skip” to leave this one; even one small thing that comes to mind is a good start.",
            "No need to have it all at once. Say the first thing that comes to mind, ask for a “hint”, or reply “skip” and we will move on.",
        ),
        "no_case": (
            "That is fine. Take something close to it, from your studies or your life; and if there is nothing, imagine it happened tomorrow: what would you do, and why?",
            "Not everybody has been there. A small thing of the same kind will do, or suppose you were in that position: how would you go about it?",
        ),
        "bare": (
            "Could you say a little more? Why you see it that way, for example, or how you went about it.",
            "I would like to hear more about that: your reasons, or an example.",
        ),
    },
}
