"""Messages made of the words of conversation alone: "我刚才是不是跑题了", "I think you misunderstood me".

Whoever answers names things; whoever talks about the talking needs none. A short message whose
words are nearly all of that kind, with somebody who speaks or is spoken to in it, is talk. Pure.
"""

from __future__ import annotations

import re

__all__ = ["asks", "is_chatter"]

_LONGEST = {"zh": 26, "en": 14}
"""Characters, and words."""
_SHARE = {"zh": 0.85, "en": 0.9}

_ZH = (
    # Who, and how it is said.
    "我们 咱们 你们 您 你 我 自己 大家 面试官 老师 "
    "这个 那个 这些 那些 这块 这里 那里 这边 那边 这样 那样 这么 那么 这 那 哪 什么 啥 怎么 怎样 为什么 为啥 谁 几 多少 多久 "
    "不好意思 抱歉 对不起 谢谢 请问 麻烦 劳驾 辛苦 您好 你好 哈哈 嗯 呃 啊 哦 唉 好的 好吧 好像 其实 说实话 老实说 坦白说 可能 也许 应该 大概 估计 确实 真的 真 实在 "
    "刚才 刚刚 刚 现在 之前 前面 后面 以后 待会儿 等会儿 一会儿 一下 一点 有点 有些 一些 今天 最近 平时 暂时 先 再 又 还 也 都 就 才 只 很 挺 太 比较 特别 非常 更 最 太多 好多 越来越 "
    "要不 或者 还是 如果 要是 因为 所以 但是 不过 然后 而且 吧 吗 么 呢 了 的 地 得 着 过 呀 嘛 啦 哈 诶 啥的 是 不是 是不是 有 没有 没 不 别 在 把 被 给 让 跟 和 对 到 从 会 能 可以 可 行 要 想 得 用 "
    "可不可以 能不能 会不会 有没有 要不要 需不需要 需要 必须 允许 愿意 希望 喜欢 打算 准备 开始 继续 结束 完 完了 停 来 去 上 下 起 出 出来 起来 回 回来 "
    # What one does in a conversation, and what it is made of.
    "说 讲 问 答 回答 提问 反问 听 听到 听见 听懂 看 看到 看见 想 想到 觉得 感觉 认为 知道 懂 明白 理解 误会 误解 确定 清楚 清晰 记得 记 忘 忘了 补充 展开 解释 说明 澄清 澄清性 重复 重来 打断 跑题 偏题 离题 扯远 啰嗦 跟上 跟不上 表达 描述 "
    "词 种 台词 投降 赶时间 没电 电脑快没电了 走神 边 重新 确认 帮忙 建议 举例 方式 标准 场景 碰到 遇到 介意 放弃 换 选 准备 紧张 累 慌 懵 卡 缓一缓 缓 休息 喝口水 等 稍等 慢 快 早点 点 聊 谈 面试 问题 题目 题 一问 上一句 下一句 一句 话 句 意思 思路 想法 例子 答案 参考 提示 重点 方向 细节 字数 要求 时间 结果 反馈 分数 表现 状态 经验 接触 熟 熟悉 擅长 少 会 不会 "
    "页面 网站 网页 网络 网 信号 声音 麦 嗓子 键盘 电脑 手机 输入法 消息 打字 发 发送 发出去 发不出去 没反应 反应 卡住 慢 系统 软件 工具 平台 岗位 职位 工作 公司 团队 具体 做 干 好 不好 不错 差 难 简单 长 短 对 错 奇怪 有意思 舒服 不舒服 道 个 种 句 次 遍 条 些 两 三 一 半 "
).split()
_EN = frozenset(
    (
        "i i'm i'd i'll i've im id ill ive me my mine myself you you're you'd you'll you've your yours we we're us our they them it it's its that that's this these those there here he she "
        "a an the and or but so if because though while than then as of in on at to for with about from by up out off over into through between "
        "am is are was were be been being do does did done don't doesn't didn't have has had haven't hasn't hadn't can can't cannot could couldn't will won't would wouldn't should shouldn't may might must shall "
        "not no yes yeah ok okay well oh um uh hmm please sorry thanks thank honestly actually really quite very just too so pretty bit little kind sort maybe perhaps probably also again still already yet now today later soon before after ever never always keep keeps keeping "
        "what what's which who who's whose where when why how else any some something anything nothing everything someone anyone more most less much many few all both other another same different next last first second "
        "one ones say says saying said tell telling told talk talking speak speaking ask asks asking asked answer answers answering answered question questions explain explaining elaborate repeat repeating rephrase mean means meant hear hearing heard listen listening understand understood misunderstand misunderstood follow get got getting lost lose track think thinking thought thoughts feel feeling know knowing knew see seeing saw remember recall forget forgot mind idea sense train tangent rambling ramble "
        "go going went gone come coming came back start starting stop stopping continue finish finished finishing end ending wrap leave move take taking took give giving gave make making made need want like love prefer try trying let let's lets wait hold skip look looking read reading write writing type typing draw drawing blank show showing put use using happen happens happened matter matters relevant work working works "
        "good bad fine great nice better best worse worst harder easier ok right wrong true fair unfair hard easy tough tricky weird strange clear unclear vague confident confused nervous stuck tired rusty ready sorry typo typos chance clarification confirm aloud loud narrow down straight messed mess bear ahead sure unsure patient helpful slow slowly fast quick quickly short long shorter longer close enough "
        "interview interviewer panel hint example answer point points time minute minutes second seconds sec moment day meeting feedback score result results role job position company team experience area part version word words page site website app tool keyboard screen mic sound connection internet freezing frozen acting outside inside allowed supposed expected expect honest way thing things lot"
    ).split()
)
_WORDS = re.compile(r"[a-z]+(?:'[a-z]+)?")
_HAN = re.compile("[\u3400-\u9fff]")
_KNOWN_ZH = re.compile("|".join(sorted(map(re.escape, set(_ZH)), key=len, reverse=True)))
_PARTY_ZH = re.compile(
    "我|你|您|咱|面试官|这题|问题|题目|答案|页面|网站|网页|消息|网络|信号|下一问|一问|上一句"
)
_PARTY_EN = re.compile(
    r"\b(?:i|i'm|i'd|i'll|i've|im|me|my|you're|you (?:are|keep|just|seem|look|sound|said|asked|mean|misunder|have|think|want)|your|question|answer|page|site|website|keyboard|screen|panel|interview|this|that|that's)\b|^(?:why|what|who|how)\b"
)
_CODE = re.compile(r"[][(){}<>*=_/\\]")
_ASKS = re.compile(
    r"[?？]\s*$|(?:吗|么|呢)[。！!]?$|是不是|有没有|能不能|可不可以|会不会|要不要|什么|为啥|怎么|哪|谁|多少|"
    r"^(?:can|could|may|should|shall|do|did|does|am|are|is|was|were|will|would|what|why|who|how|when|where|which)\b"
)


def is_chatter(said: str, language: str) -> bool:
    """Whether a folded text is short and made of words of conversation alone."""
    if _HAN.search(said):
        plain = re.sub(r"[\W\d_]+", "", said)
        if not 2 <= len(plain) <= _LONGEST["zh"] or not _PARTY_ZH.search(plain):
            return False
        known = sum(len(found.group()) for found in _KNOWN_ZH.finditer(plain))
        return known >= _SHARE["zh"] * len(plain)
    words = _WORDS.findall(said)
    if (
        language == "zh"
        or _CODE.search(said)
        or not 3 <= len(words) <= _LONGEST["en"]
        or not _PARTY_EN.search(said)
    ):
        return False
    return sum(word in _EN for word in words) >= _SHARE["en"] * len(words)


def asks(said: str) -> bool:
    """Whether a folded text is put as a question."""
    return _ASKS.search(said) is not None
