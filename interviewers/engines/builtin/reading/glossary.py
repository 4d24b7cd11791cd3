"""Terms of the trade in both languages: what an answer in the other language has in common with a question.

This is no translation. Only terms of a closed list are replaced, wherever they stand; all other words stay as they
are, and an answer in the other language shares nothing with them. Written by hand from general knowledge.
"""

from __future__ import annotations

import re
from functools import cache

from interviewers.engines.builtin.reading.stems import stem
from interviewgpt.expressions import expression

__all__ = ["in_terms_of"]

_TERMS = """
algorithm 算法|array 数组|linked list 链表|doubly linked list 双向链表|singly linked list 单向链表|list 列表|stack 栈 堆栈
queue 队列|heap 堆内存|binary tree 二叉树|binary search tree 二叉搜索树 二叉查找树|binary search 二分查找 二分搜索|tree 树
graph 图结构|node 节点 结点|root 根节点|leaf 叶子节点 叶节点 叶子|edge 边|pointer 指针|hash table 哈希表 散列表|hash 哈希 散列
hash function 哈希函数|collision 冲突 碰撞|bucket 桶|key 键|value 值|index 索引 下标|element 元素|recursion 递归|recursive 递归
base case 基本情况 终止条件|iteration 迭代|loop 循环|condition 条件|branch 分支|function 函数|method 方法|parameter 参数|argument 实参
return value 返回值|return 返回|return type 返回类型|variable 变量|local variable 局部变量|global variable 全局变量|constant 常量 常数
type 类型|string 字符串|integer 整数|class 类|object 对象|instance 实例|inheritance 继承|polymorphism 多态|encapsulation 封装
interface 接口|abstract class 抽象类|abstraction 抽象|constructor 构造函数|destructor 析构函数|private 私有|public 公有 公开
member 成员|prototype 原型|signature 签名|declaration 声明|declare 声明|definition 定义|define 定义|implementation 实现|implement 实现
compiler 编译器|compile 编译|compilation 编译|runtime 运行时|interpreter 解释器|library 库函数|framework 框架|module 模块
package 包管理|dependency 依赖|exception 异常|error 错误|bug 缺陷|debug 调试|log 日志|logging 日志|test 测试|unit test 单元测试
integration test 集成测试|regression 回归|code review 代码评审 代码审查|refactor 重构|version control 版本控制|version 版本
commit 提交|rollback 回滚|roll back 回滚|merge 合并|deploy 部署|deployment 部署|release 发布|canary 灰度 金丝雀|container 容器
virtual machine 虚拟机|cluster 集群|server 服务器 服务端|client 客户端|browser 浏览器|request 请求|response 响应|header 头部 请求头
body 响应体 请求体|status code 状态码|session 会话|token 令牌|authentication 认证 身份验证|authorization 授权|permission 权限
encryption 加密|encrypt 加密|decrypt 解密|public key 公钥|private key 私钥|certificate 证书|signature check 验签|password 密码
injection 注入|firewall 防火墙|proxy 代理|gateway 网关|load balancer 负载均衡器 负载均衡|load balancing 负载均衡|rate limit 限流
circuit breaker 熔断|degrade 降级|retry 重试|timeout 超时|exponential backoff 指数退避|jitter 抖动|latency 延迟 时延|throughput 吞吐量
bandwidth 带宽|network 网络|protocol 协议|packet 数据包 报文|connection 连接|connection oriented 面向连接|connectionless 无连接
handshake 握手|three way handshake 三次握手|port 端口|domain name 域名|reliable 可靠|unreliable 不可靠|delivery 送达 投递
deliver 送达 投递|order 顺序|ordering 顺序|congestion control 拥塞控制|flow control 流量控制|window 窗口|sender 发送方|receiver 接收方
retransmit 重传|process 进程|thread 线程|coroutine 协程|lock 锁|deadlock 死锁|mutex 互斥锁|semaphore 信号量|concurrency 并发
concurrent 并发|parallel 并行|synchronous 同步|asynchronous 异步|blocking 阻塞|non blocking 非阻塞|race condition 竞态条件 竞争条件
atomic 原子|atomicity 原子性|schedule 调度|scheduler 调度器|context switch 上下文切换|interrupt 中断|memory 内存|memory leak 内存泄漏
garbage collection 垃圾回收|garbage collector 垃圾回收器|allocate 分配|release memory 释放内存|free 释放|disk 磁盘 硬盘|file 文件
directory 目录|cache 缓存|hit rate 命中率|cache hit 缓存命中|cache miss 缓存未命中|expire 过期|expiration 过期|evict 淘汰
eviction 淘汰|invalidate 失效|database 数据库|table 数据表|row 数据行|column 字段|primary key 主键|foreign key 外键
unique index 唯一索引|unique constraint 唯一约束|constraint 约束|query 查询|transaction 事务|isolation level 隔离级别|isolation 隔离
atomicity property 原子性|consistency 一致性|consistent 一致|eventual consistency 最终一致性|durability 持久性|persist 持久化|dirty read 脏读
phantom read 幻读|non repeatable read 不可重复读|optimistic lock 乐观锁|pessimistic lock 悲观锁|shard 分片|sharding 分片 分库分表
partition 分区|replica 副本|replication 复制|primary 主库 主节点|secondary 从库 从节点|backup 备份|restore 恢复|recovery 恢复
failover 故障转移|availability 可用性|high availability 高可用|scalability 可扩展性|scale 扩展|horizontal scaling 水平扩展
vertical scaling 垂直扩展|bottleneck 瓶颈|performance 性能|optimize 优化|optimization 优化|monitor 监控|monitoring 监控|alert 告警 报警
metric 指标|trace 链路追踪|message queue 消息队列|message 消息|producer 生产者|consumer 消费者|consume 消费|topic 主题|offset 偏移量
duplicate 重复|idempotent 幂等|idempotency 幂等|idempotency key 幂等键 幂等号|exactly once 恰好一次|at least once 至少一次
event 事件|event loop 事件循环|callback 回调|promise 承诺对象|closure 闭包|scope 作用域|rendering 渲染|render 渲染|component 组件
state 状态|stateless 无状态|stateful 有状态|style 样式|selector 选择器|layout 布局|virtual dom 虚拟dom|lazy loading 懒加载
cross origin 跨域|same origin policy 同源策略|microservice 微服务|monolith 单体应用 单体|service 服务|distributed 分布式
distributed transaction 分布式事务|distributed lock 分布式锁|consensus 共识|leader election 选主|leader 领导者|follower 跟随者
first in first out 先进先出|last in first out 后进先出|push 入栈 压入|pop 出栈 弹出|enqueue 入队|dequeue 出队|insert 插入|delete 删除
remove 移除|update 更新|read 读取|write 写入|search 查找 搜索|lookup 查找|look up 查找|find 找到|sort 排序|sorted 有序|merge sort 归并排序
quick sort 快速排序|insertion sort 插入排序|selection sort 选择排序|bubble sort 冒泡排序|divide and conquer 分治|divide 划分
subproblem 子问题|dynamic programming 动态规划|greedy 贪心|traversal 遍历|traverse 遍历|preorder 前序|inorder 中序|postorder 后序
depth first 深度优先|breadth first 广度优先|time complexity 时间复杂度|space complexity 空间复杂度|complexity 复杂度|worst case 最坏情况
average case 平均情况|linear 线性|logarithmic 对数|constant time 常数时间|random access 随机访问|access 访问|compare 比较|swap 交换
copy 拷贝|shallow copy 浅拷贝|deep copy 深拷贝|assign 赋值|assignment 赋值|reference 引用|address 地址|size 大小|fixed size 固定大小
dynamic 动态|static 静态|software life cycle 软件生命周期|requirement 需求|requirements 需求|design 设计|maintenance 维护|maintain 维护
user 用户|data 数据|result 结果|store 存储 保存|save 保存|model 模型|training 训练|train 训练|training set 训练集|test set 测试集
validation set 验证集|overfitting 过拟合|over fitting 过拟合|underfitting 欠拟合|regularization 正则化|gradient 梯度
gradient descent 梯度下降|learning rate 学习率|loss function 损失函数|neural network 神经网络|neuron 神经元|weight 权重|bias 偏差
variance 方差|feature 特征|label 标签|classification 分类|classify 分类|regression model 回归模型|clustering 聚类|supervised 监督
unsupervised 无监督|precision 精确率|recall 召回率|accuracy 准确率|embedding 嵌入 向量表示|vector 向量|similarity 相似度
hallucination 幻觉|prompt 提示词|context window 上下文窗口|context 上下文|fine tuning 微调|fine tune 微调|retrieval 检索|retrieve 检索
rerank 重排|chunk 分块|large language model 大语言模型 大模型|inference 推理|pipeline 流水线|batch 批处理 批量|stream 流式|warehouse 数据仓库
data lake 数据湖|data quality 数据质量|lineage 血缘|join 连接查询|aggregate 聚合|window function 窗口函数|experiment 实验|hypothesis 假设
sample 样本|sample size 样本量|significance 显著性|confidence interval 置信区间|correlation 相关|causation 因果|distribution 分布
mean 均值 平均值|median 中位数|standard deviation 标准差|probability 概率|priority 优先级|prioritize 排优先级|stakeholder 干系人
cost 成本|price 价格|revenue 收入|retention 留存|conversion 转化|conversion rate 转化率|customer 客户|feedback 反馈|risk 风险|trade off 权衡 取舍
goal 目标|deadline 截止日期|schedule plan 排期|plan 计划|team 团队|colleague 同事|manager 经理|communicate 沟通|communication 沟通
warehouse stock 仓库|inventory 库存|supplier 供应商|logistics 物流|transport 运输|current 电流|voltage 电压|circuit 电路|battery 电池|bulb 灯泡
switch 开关|closed 闭合|energy 能量|force 力|temperature 温度|pressure 压力|water 水|light 光|plant 植物|animal 动物|cell 细胞
"""
"""A term in English and its wordings in Chinese, separated by blanks; of several the first stands for it."""
LONGEST = 4
"""Words of the longest English term."""
_WORD = expression(r"[A-Za-z]+")
_BLANKS = expression(" {2,}")
_LATIN = expression(r"[A-Za-z]+(?:(?:, ?|[ -])[A-Za-z]+)*")


@cache
def _to_chinese() -> dict[tuple[str, ...], str]:
    """The stems of English terms to Chinese ones."""
    found: dict[tuple[str, ...], str] = {}
    for english, chinese in _pairs():
        found.setdefault(_stems(english), chinese[0])
    return found


@cache
def _to_english() -> tuple[re.Pattern[str], dict[str, str]]:
    """What finds a Chinese term, the longest first, and the terms to English ones."""
    found: dict[str, str] = {}
    for english, chinese in _pairs():
        for one in chinese:
            if len(one) > 1 or one in "栈锁键桶":  # Other characters are parts of many words.
                found.setdefault(one, english)
    longest = sorted(found, key=lambda one: (-len(one), one))
    return re.compile("|".join(map(re.escape, longest))), found


def _pairs() -> list[tuple[str, list[str]]]:
    found = []
    for entry in re.split(r"[|\n]", _TERMS.strip()):
        english = _LATIN.match(entry)
        if english:
            found.append((english.group().strip(), entry[english.end() :].split()))
    return found


def _stems(words: str) -> tuple[str, ...]:
    return tuple(stem(word) for word in _WORD.findall(words.lower()))


def in_terms_of(text: str, language: str) -> str:
    """The text with the terms of the list in this ``language`` ("zh" or "en"), whatever language it is in."""
    if language == "en":
        pattern, english = _to_english()
        told = pattern.sub(lambda found: f" {english[found.group()]} ", text)
        return _BLANKS.sub(" ", told)
    return _LATIN.sub(lambda found: _chinese(found.group()), text)


def _chinese(run: str) -> str:
    """A run of English words with the terms in it in Chinese."""
    places = [(found.start(), found.end()) for found in _WORD.finditer(run)]
    stems, terms = _stems(run), _to_chinese()
    told: list[str] = []
    place = number = 0
    while number < len(places):
        for count in range(min(LONGEST, len(places) - number), 0, -1):
            term = terms.get(stems[number : number + count])
            if term is not None:
                told += [run[place : places[number][0]], term]
                number += count
                place = places[number - 1][1]
                break
        else:
            number += 1
    return "".join([*told, run[place:]])
