"""Words of general talk about work, which fit any job, any team and any story."""

from __future__ import annotations

__all__ = ["TALK_EN", "TALK_ZH"]

TALK_EN = frozenset(
    """a her hers herself man woman men women girl boy lady gentleman mr mrs ms brother sister mother father son daughter husband wife able available curious dive grown overcame overcome speed about above accept accordingly achieve across act action active actual adapt add address adjust admit advance advantage advice advise affect after afterwards again against ago agree
    agreement aim all allow almost along already also although always am amazing amount an analyse analysis analyze and angry annoyed another answer any anybody anyone anything anyway apologise
    apologize appreciate approach appropriate are area argue arise around arrange as asap ask aspect assess assure at atmosphere attention attitude aware away awesome back background bad balance
    base basically basis be became because become been before began begin behave behaviour behind being belief believe benefit best better between beyond big bit bore boss both bring brought
    build busy but by call calm came can can't cannot capable care careful case cause certain challenge chance change character choice choose circumstance clarify clear client close coach
    collaborate colleague collect combine come comfortable commit common communicate company compare complain complete complex complicated compromise concept concern conclude conclusion concrete
    condition confidence confident conflict cons consensus consider constructive consult contact content context continue contribute control conversation convince cooperate coordinate cope core
    correct could couldn't couple course cover coworker create critical criticism customer daily day deadline deal decide decision dedicate deep define definitely delay deliver delivery demand
    department depend describe desire despite detail determine develop devote did didn't differ different difficult difficulty diligent direct disagree disappoint discuss divide do doesn't don't
    done doubt down drive due during duty dynamic each early easier effect efficient effort either else emotion empathy employee encourage end energy engage enjoy enough ensure enthusiasm
    environment escalate especially essential even event eventually ever every everybody everyone everything everywhere evidence exact example excellent except exchange exciting execute expect
    experience expert expertise explain explanation express extra extremely face fact fail failure fair faith familiar far fast fault favour fear feedback feel felt few field fight figure final
    find fine finish first fit fix flexible focus follow for force forget form forward found free frequent friendly from frustrated full fully function further future gain gap gather gave
    general get gift give given glad go goal going gone good got gradually grateful gratitude great ground group grow growth guess guidance guy had handle happen happy hard harmonious harmony
    has hasn't hate have haven't he hear heard heart heavy held help helpful her hesitate high him himself hint his hit hold honest hope hour how however huge humble hurdle hurt i i'd i'll i'm
    i've idea ideal identify if immediately impact implement importance important impossible impress improve in incident include inconvenience increase indeed independent individual inevitable
    influence inform initially input inside insight inspire instead instruction intense interest internal into introduce involve is isn't issue it its itself job join journey just keep kept key
    kind knew know knowledge known lack large last late lately later lead leadership learn learnt least leave led left less lesson let level life like likely limit listen little live long look
    lot love low made main maintain make manage many material matter matured may maybe me mean meant meanwhile measure meet member mention message met method might milestone mind mindset
    mine minute miss mistake misunderstanding moment month mood more most motivate move much must mutual my myself natural near necessary necessity need negative negotiate nervous never new next
    nice no nobody none normal not nothing notice now number objective objectivity obstacle obvious occasion of off offer often okay old on once one only onto open openness opinion opportunity
    optimisation option or order organisation other otherwise ought our ourselves out outcome outside over overall overcome own owner ownership pace panic part participate particular partner
    party passion past path patience patient pay people perform perhaps period persevere persist persistent person perspective persuade phase pick piece place plan play please plus point polite
    poor position possibility potential practice practise prefer preparation present pressure pretty prevent previous pride principle prior prioritise prioritize priority pro proactive probably
    problem procedure proceed process productive professional profit progress project promise promote proper propose proud prove provide push put quality quarrel question quick quiet quite raise
    ran rather rational reach react read ready real reality reason receive recently recognise recognize recover reduce reflect regard regular relate relationship relevant reliable remain
    remarkable remember remind reorganise report reprioritise reputation request require research resilience resilient resistance resolve resource resourceful respect respectful respond response
    rest result reward right risk role root rough routine run sad safe said same sat satisfaction satisfied save saw say scenario sceptical schedule scope search second secure see seek seem seen
    senior sense sensitive separate serious serve service session set setback settle several shall shape share she short should shouldn't show side significant similar simple simply since sit
    situation size skeptical skepticism skill skillset slow small smart smooth so solid solution solve some somebody somehow someone something sometime somewhat soon sort speak specific spend
    spent spirit spoke spot stable staff stage stakeholder stand standard start state stay step stick still stood stop straight strategic strategy strength stress stressful strive strong
    structure struggle stuck study stuff style subject succeed success successful such sudden suffer suggest suitable sum superior supervisor supplier support sure surely surprise survive system
    take taken talk target task taught teach team teamwork technical technique technology tell tense terms than thank thankful that the their them themselves then there therefore these they
    thing think third this thorough those though thought thoughtful three through throughout thus tight till time timeline timely to today together told tomorrow tone too took tool top topic
    total touch tough toward train transparency transparent tremendous tried trouble true truly trust truth turn tutorial twice two type ultimately uncertain uncertainty unclear under understand
    understood unexpected unfortunately unhappy unhelpful unity unpleasant up upper upset urgent us use used useful user usual utilise utilize vague valuable various vendor versus very via
    victory view viewpoint vision vital wait want was wasn't way we weak weakness week well went were weren't what whatever when whenever where whether which while who whole whom whose why will
    willingness win wise wish with within without won won't wonderful word work workflow workload world worry worse worst worth would wouldn't write wrong year yes yesterday yet you young your
    yourself""".split()
)

TALK_ZH = frozenset(
    """底线 操守 职业操守 坚守 灰色 圆满 无论 薪酬 体系 亏待 持续 深耕 突破 双赢 共赢 拼 共渡 渡过 满满 跨 清醒 一帆风顺 一开始 一步 一段 一直 一致 一般 一遍 一遍遍 万一 上司 上手 上级 上网 下属 不仅 不够 不断 不满 不管 不足 专业 专门 业务 严格 严谨 严重 个性 丰富 主动 主意 主管 主要 主观能动性 举例
    举动 举止 乐观 争吵 争执 争论 事业 事半功倍 事实 事项 交代 交流 产品 产生 亲自 人员 人手 人生 今后 今天 介绍 从容 仔细 付出 代价 以身作则 价值 任务 休息 众人 优先级 优势 优化 优秀 会议 传达
    体会 体现 体验 作为 作用 使命感 供应商 促进 保持 保证 信任 信任感 信心 信息 信用 修改 借鉴 做法 停止 健康 偶尔 催促 僵局 僵持 充分 充满 光荣 克服 全部 公司 公布 公平 公开 公正 关怀 关注 关系
    关键 兴趣 其实 具体 兼顾 内容 冲突 决定 决心 决策 冷静 准备 准时 凝聚力 出现 出色 分享 分工 分析 分歧 分配 切实 创意 创新 创造 初步 判断 利益 到底 制定 制度 刻苦 前提 前景 前辈 前途 力度
    办法 加班 动作 努力 劳动 勇敢 勇气 勤奋 化解 协作 协商 协调 卓有成效 单纯 占用 印象 危机感 压力 原则 原因 原来 参与 参加 参考 友好 反复 反映 反馈 发光发热 发展 发挥 发泄 发火 发现 发生
    发脾气 取舍 变化 口气 口碑 合作 合理 合适 名誉 否定 启发 启示 吸取 员工 周围 和睦 和谐 响应 商量 善于 善意 善良 喜欢 因素 团结 团队 困境 困惑 国家 场合 场景 场面 坚决 坚定 坚持 坦率 坦诚
    埋怨 培养 基本 基础 增加 增强 增长 士气 处世 处境 复杂 多交流 多沟通 多练 大局 大概 大胆 大致 失望 失误 失败 头绪 头脑 夸奖 奉献 奋斗 套路 好评 好转 如实 妥协 妥善 始终 委屈 学校 学生 安全感
    安慰 安抚 安排 完善 完美 实在 实施 实现 实话 实践 实际 客户 客气 客观 宣布 害怕 容易 对待 寻找 寻求 导致 尊重 小组 尝试 尤其 尽了最大 尽力 尽快 尽管 尽职 尽量 局面 层面 展开 展示 岗位 工作
    差距 希望 幅度 平台 平和 平常 平时 平衡 平静 年初 年底 幼稚 广度 应付 延期 延迟 开始 开展 开朗 强烈 归属感 当初 形成 影响 彼此 待人 心平气和 心态 忍耐 忙碌 态度 态度好 思考 急躁 性子 性格
    恢复 恶意 情绪 想法 愉快 意义 意识 感恩 感悟 感慨 感激 感谢 愤怒 愤慨 愿意 成功 成员 成效 成本 成熟 成绩 战术 战略 截止 所谓 手段 扎实 打动 打气 打算 执行 执行力 批评 承担 承认 技巧 技术
    技能 把控 把握 抓住 投入 投诉 抗压 抗压能力 报告 抱怨 抵触 担任 担当 担心 拒绝 拖延 拧成一股绳 拼命 拼搏 指出 指导 指标 指点 指示 指责 挑战 挫折 损失 换位思考 掌控 掌握 排斥 接物 接纳 接触
    控制 推动 推进 措施 措辞 提供 提出 提前 提升 提醒 提高 摸索 支持 支撑 收效 收集 改变 改善 改正 改进 放弃 效果 效率 教程 教训 敬业 整体 整合 方式 方案 方法 无法 时刻 时机 时限 明确 显得 显著
    普通 最终 有效 有礼貌 朋友 服务 期待 期望 期盼 期限 本来 机会 权衡 条件 条条框框 条理 架构 查资料 标准 核心 根据 根本 格局 梳理 检查 欠缺 次序 正式 正确 步骤 毅力 毕竟 气氛 氛围 水平 汇报
    沉着 沉稳 沟通 沟通能力 注意 活动 流程 测试 消化 消极 淡定 深刻 深度 清晰 渐渐 温和 温柔 渴望 满意 满足 激动 激励 灵活 焦虑 照顾 熟悉 熟练 牢骚 牵头 特别 特殊 状况 状态 独立 环境 环节 现在
    现场 琢磨 生气 生活 用户 用真诚 用词 的确 监督 目标 直接 直率 相信 盼望 看书 看法 真实 真诚 眼光 眼看 眼神 督促 矛盾 知识 研究 确保 确定 确实 磨合 礼节 礼貌 积极 积累 称赞 程度 稳住 稳定
    稳重 空间 突出 突然 策略 简单 管理 管理者 类似 精力 精神 系统 素质 紧张 紧迫 紧迫感 组织能力 细心 细节 终于 经历 经验 结合 给予 绝望 统筹 维护 综合 缓解 缺乏 缺少 缺点 网上 老师 老板 考虑
    考验 耐心 聊天 联系 肯定 胆量 胜任 能够 脑子 脾气 自信 自豪 自身 至少 节奏 荣幸 荣誉 荣誉感 落地 落实 虚心 表扬 表现 表示 要求 见效 规划 规则 规定 规模 规范 视野 觉悟 角度 角色 解决 言语
    计划 认识 讨论 训练 记录 设法 设计 证明 评价 诉求 试着 诚信 诚恳 诚意 话语 详细 语气 语言 误会 误解 说服 请教 请示 课程 调动 调整 调节 谎言 谎话 谢谢 谨慎 负责 负责人 贡献 责任 责任心 责任感
    责备 责怪 质量 贯彻 贵公司 资料 资源 赞扬 起色 足够 跟踪 践行 踏实 身为 身体 身边 转变 轻重缓急 辛苦 迅速 过程 运动 运用 进一步 进展 进度 进步 迷茫 追求 追踪 适应 适当 透明 逐步 逐渐 通常
    通知 通过 逻辑 遇到 道歉 遗憾 遵守 那段 部分 部门 配合 醒悟 采取 采纳 重视 钻研 错误 锻炼 镇定 队伍 防止 阶段 阻力 集体 需求 面临 面试官 面貌 项目 顺利 顺序 顺畅 预期 预算 预防 领域 领导
    领悟 频率 风险 首先 骄傲 高度 魄力 鼓励 鼓舞 齐心协力 先生 女士 小姐 太太""".split()
) | frozenset(
    "一三上下不与且东两个中为么之乘也习了事二于互些交人什从他以们件任份优会但位低住何你使依便候倦假做像儿先免入全共关兴其内再写况冷减几凭出分则别到前力办加劣动助劲半单即却去又及双反发取受变另只叫可号吃各同名后向吗吧听呀告呢周和哦哪哭啊啦嗯嘛回因困在地均坏坐处外多大天太头女她好如子学它完定家对将小少尚就尾岂差己已带帮常干年并应开弄弱强当往很得心必忆忘忙快念怎怕思急怨总恨您情想意感慢懂成我或所才批找把拿按挺换据接搞收放教数整新方旁既日旧早时明易是晚更曾最月有期未束来果某样楚次正此每比气没浅深清点热然照爱理用由男病痛白的目相看真着知短种站笑第等答算类紧累经结给续置老者而能自良若苦获虽行表被西要见觉解认让记讲许诉话该说读谁谈走起越跑跟路轻较边达过近还这进远连送道那都释里重量错长问闲间除随难需非靠面须题高"
)
