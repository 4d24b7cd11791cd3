"""Word lists of the assessor: function words, general vocabulary and everyday synonyms.

Written by hand from general knowledge of both languages. A few English synonym groups were taken
out or split after looking at their effect on a graded set; none was added for one. A synonym group
is one line; its first word stands for all of them.
"""

from __future__ import annotations

from functools import lru_cache

__all__ = [
    "FUNCTION_CHARS_ZH",
    "GENERAL_EN",
    "GENERAL_ZH",
    "NEGATIONS_EN",
    "NEGATIONS_ZH",
    "NUMBER_WORDS",
    "SMALL_TALK",
    "STOP_CHARS_ZH",
    "STOP_EN",
    "STOP_ZH",
    "synonyms_en",
    "synonyms_zh",
]

NEGATIONS_EN = frozenset(
    """not no never none neither nor without cannot cant can't dont don't doesnt doesn't didnt didn't
    isnt isn't arent aren't wasnt wasn't werent weren't wont won't wouldnt wouldn't shouldnt
    shouldn't couldnt couldn't neednt needn't mustnt mustn't hasnt hasn't havent haven't hadnt hadn't""".split()
)

STOP_EN = (
    frozenset(
        """a an the this that these those there here it its it's itself i i'm i've i'd i'll me my mine
    myself we we're we've us our ours ourselves you you're your yours yourself he he's him his
    himself she she's her hers herself they they're them their theirs themselves one ones someone
    somebody anyone everyone who whom whose which what when where why how be am is are was were
    been being do does did done doing have has had having will would shall should can could may
    might must ought to of in on at by for from with into onto upon about as than then so such too
    very and or but if because while whereas although though since until unless whether also just
    only even still yet ever quite rather really actually basically simply etc ie eg e g i.e e.g
    let's lets that's there's what's who's s t re ve ll d m more most much many some any each every
    both either other another all few less least own same again once per via out up down off over
    under between among through during before after above below well like now yes ok okay please
    thing things something anything everything etcetera able
    mr mrs ms miss sir madam man woman men women boy girl male female gentleman lady guy guys
    husband wife father mother son daughter brother sister""".split()
    )
    | NEGATIONS_EN
)

GENERAL_EN = frozenset(
    """use make get give take go come put set let keep see say tell know think mean want need try
    help show find look call work way part kind type sort lot bit place time case point example
    instance different various certain specific particular main major important general usual
    common good better best bad new old big small large little long short high low right wrong
    first second next last number amount many two three person people user thing contain include
    allow provide involve require cause become happen occur exist result
    used using main different advantage disadvantage difference similar""".split()
)

NUMBER_WORDS = {
    "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6",
    "seven": "7", "eight": "8", "nine": "9", "ten": "10", "twice": "2", "double": "2",
    "first": "1st", "second": "2nd", "third": "3rd",
}  # fmt: skip

NEGATIONS_ZH = frozenset("不没无未非勿莫")

STOP_CHARS_ZH = frozenset(
    "的了是在和与或把将也都就还又再很太这那其它他她您你我们之且但若吗呢吧啊呀嘛哦嗯呃着个些及被而则"
)

FUNCTION_CHARS_ZH = (
    STOP_CHARS_ZH
    | NEGATIONS_ZH
    | frozenset("对从到向于以为才更最给让使由跟要会能可有过得地所等每各并即便当时后前里中上下")
)

STOP_ZH = frozenset(
    """可以 可能 能够 应该 需要 一个 一些 一种 一样 一下 一点 一般 这个 那个 这些 那些 这样 那样 这种 那种
    我们 你们 他们 她们 它们 自己 大家 因为 所以 因此 由于 如果 假如 但是 不过 然而 虽然 尽管 而且 并且
    以及 或者 还是 还有 就是 也就是 不是 没有 什么 怎么 怎样 如何 为什么 哪些 哪里 哪个 多少 时候 的话 之后
    之前 以后 以前 然后 接着 首先 其次 最后 另外 此外 同时 其中 其实 比如 例如 譬如 等等 关于 对于 通过 根据
    按照 为了 来说 非常 比较 特别 十分 已经 正在 曾经 一直 总是 只是 只有 只要 无论 不管 先生 女士 小姐
    男士 男生 女生 男性 女性 男孩 女孩 丈夫 妻子 爸爸 妈妈 父亲 母亲 嗯 呃""".split()
)

GENERAL_ZH = frozenset(
    """使用 进行 作用 方式 方法 情况 问题 东西 部分 主要 不同 区别 重要 基本 具体 相关 包括 包含 任何 所有
    其他 例子 过程 内容 方面 时间 需求 允许 提供 发生 出现 存在 得到 成为 属于 表示 意思 简单 很多 许多 第一
    第二 每个 整个 两个 多个 之间 用于 称为 叫做 来自""".split()
)

SMALL_TALK = frozenset(
    """weather sunny rain football soccer basketball pizza noodle burger food dinner lunch breakfast
    delicious movie film music song sing dance holiday vacation beach weekend cat dog pet shopping
    travel party cook restaurant coffee beer garden
    天气 晴天 下雨 足球 篮球 披萨 火锅 吃饭 好吃 午饭 晚饭 电影 音乐 唱歌 跳舞 假期 放假 旅游 周末 猫咪 小狗 逛街
    购物 公园 散步 做饭 餐厅 咖啡 啤酒 聚会""".split()
)

_SYNONYMS_EN = """
start begin commence launch
end finish stop terminate conclude
store hold save keep persist retain
location place position spot
avoid prevent prohibit
remove delete erase drop eliminate discard
create make build construct generate produce form
change modify alter update adjust vary
show display present demonstrate illustrate
find search discover detect identify
fast quick rapid speedy
slow sluggish
big large huge great
small little tiny
increase grow rise raise enlarge boost
decrease reduce lower shrink diminish lessen cut
divide split partition separate break
combine merge join unite integrate
error mistake bug fault defect
problem issue trouble difficulty
task job
simple easy straightforward
hard difficult tough
method function procedure routine subroutine
parameter argument
attribute property field
element item entry member
return yield
call invoke
repeat repetition
iterate iteration loop
copy duplicate replicate clone
connect link attach
send transmit deliver
receive obtain acquire
need require
allow permit enable let
contain include comprise
use used using utilize employ
help assist aid support
describe explain define
choose select pick
compare contrast
check verify validate test
goal aim purpose target
part piece portion component section
whole entire complete full
many several multiple numerous various
unlimited infinite endless
main primary principal chief major
advantage benefit strength
disadvantage drawback weakness downside
cause reason
effect consequence outcome result
similar alike same
different distinct
object thing
customer client
team group
manager boss supervisor leader
employee staff worker
company firm organization business
money cash fund
cost price expense
buy purchase
improve enhance better optimize
measure gauge metric
important significant crucial critical essential key vital
quantity amount number
smallest minimum least lowest min
biggest largest maximum greatest highest max
size length
final last
right accurate
wrong incorrect false
happen occur
data information
sequence series order
automatic automatically auto
latency delay lag
throughput bandwidth
request query
answer reply response respond
agree consensus
talk speak discuss communicate
listen hear
learn study
plan schedule
protect guard secure
fail crash
recover restore
temporary transient interim
permanent persistent durable
concurrent parallel simultaneous
sort arrange rank
empty blank vacant
near close nearby adjacent neighbor
far distant remote
observe watch notice
move travel shift
stick fasten
dirt soil
consume eat
sound noise
weight heavy mass
hot warm heat
cold cool
light bright
push press
speed rate velocity
replace substitute swap
insert add append
extra additional further surplus
limit restrict constrain bound
rule policy regulation
evaluate assess judge
predict forecast estimate
reliable dependable trustworthy
user visitor
often frequent regular
rare seldom infrequent
always constantly
immediate instant prompt
whenever anytime
anywhere everywhere
inside within internal inner
outside external outer
hide conceal mask
expose reveal
spread distribute
trust confidence
conflict dispute disagreement
argue disagree
deadline due
feedback criticism critique
priority urgent
convince persuade
encourage motivate inspire
worry concern
happy satisfied pleased
fix repair correct resolve solve
teach train coach mentor
hire recruit
quit resign leave
growth development progress
skill ability capability competence
experience background
opportunity chance
""".strip()

_SYNONYMS_ZH = """
优点 优势 好处 长处 益处
缺点 劣势 坏处 短处 弊端 不足
方法 函数 办法
参数 引数
错误 差错 故障 缺陷
问题 难题
开始 启动 起始
结束 终止 完结 停止
存储 储存 保存 存放 存入
位置 地方 地点
避免 防止 杜绝
删除 移除 去除 清除 去掉
创建 建立 新建 构建 构造 生成 产生
修改 更改 改变 变更 更新 调整
显示 展示 呈现
查找 寻找 搜索 检索 找到
快速 迅速 很快
增加 提高 提升 增长 增大 增强
减少 降低 缩减 减小 削减 缩短
划分 分割 拆分 分解 分成
合并 结合 组合 整合
重复 反复 循环 迭代
复制 拷贝 副本
连接 链接 相连
发送 传送 传输
接收 收到
必须 务必
使用 利用 运用 采用
帮助 协助 辅助
解释 说明 描述
选择 挑选 选取
检查 校验 验证 核对
目标 目的
部分 一部分 组成部分
许多 很多 多个 大量
无限 无穷 不限
主要 首要
原因 缘由 理由
结果 后果
相似 类似 相同 一样
不同 差异 差别 区别
客户 顾客
团队 小组 班组
经理 主管 上级 领导 上司 老板
员工 职员
公司 企业
成本 费用 花费
改进 改善 优化 改良
衡量 度量 测量
重要 关键 核心
数量 个数 数目
最小 最少 最低
最大 最多 最高
正确 准确 对的
发生 出现
顺序 次序 先后
自动 自行
延迟 时延 延时
请求 查询
回复 答复 响应
沟通 交流 商量 讨论
学习 学会
计划 规划 安排
运行 执行
调用 呼叫
成员 元素
变量 变数
数组 阵列
类型 类别 种类
用户 使用者
并发 并行
缓存 高速缓存
保护 防护
失败 失效
恢复 还原 复原
临时 暂时
永久 持久 长期
等待 等候
共享 共用
排序 排列
限制 约束
简化 精简
复杂 繁琐
替换 替代 取代
插入 加入 添加 新增
获取 取得 得到 拿到 读取
速度 速率
处理 应对
支持 支撑
管理 治理
评估 评价
预测 预估 预计
可靠 稳定
安全 保密
经常 常常 时常 频繁
立即 立刻 马上
内部 里面
外部 外面
隐藏 隐蔽
分散 分布
收集 采集 搜集
信任 信赖
冲突 矛盾 争执 分歧
说服 劝说
负责 承担
鼓励 激励
担心 担忧
满意 满足
修复 修正 解决 纠正
培训 指导 辅导
离职 辞职
成长 进步 发展
能力 技能 本领
经验 经历
机会 机遇
压力 负担
风险 隐患
反馈 意见
优先 优先级
截止 期限
确认 核实
监控 监视 监测
告警 报警 警报
备份 备用
扩展 扩充 扩容
合适 适合 恰当
必要 必需
""".strip()


def _groups(table: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(line.split()) for line in table.splitlines())


@lru_cache(maxsize=1)
def synonyms_en() -> tuple[tuple[str, ...], ...]:
    """Groups of English words that say the same in an answer. No word stands in two groups."""
    return _groups(_SYNONYMS_EN)


@lru_cache(maxsize=1)
def synonyms_zh() -> tuple[tuple[str, ...], ...]:
    """Groups of Chinese words that say the same in an answer."""
    return _groups(_SYNONYMS_ZH)
