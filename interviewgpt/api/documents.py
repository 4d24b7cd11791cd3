"""The prose of the OpenAPI document: Chinese first, then English. Imported by the settings."""

from __future__ import annotations

__all__ = ["DESCRIPTION", "TAGS"]

DESCRIPTION = """\
多位 AI 面试官轮流提问的模拟面试后端：面试会话、实时消息、简历上传与面试评估。

- 成功的响应为 `{"success": true, "data": …, "message": …}`，失败的响应为 \
`{"success": false, "error": {"code", "message", "details", "timestamp"}}`；`/` 与 `/health` 除外。
- 时间均为 UTC，精确到秒，例如 `2024-01-01T00:00:00Z`。
- 错误信息的语言由 `Accept-Language` 决定：中文（默认）或英文。
- 每个响应的 `X-Request-ID` 头是这次请求的编号（可由客户端给出），也在错误的 `request_id` 和日志里。
- 路径末尾的斜杠可有可无。
- 默认无需登录；面试的列表、删除和导出需要令牌。服务以 `INTERVIEWGPT_AUTH=jwt` 运行时，面试属于创建它的人：请求头 `Authorization: Bearer <access>`，WebSocket 用子协议 `bearer, <access>`。
- 实时连接：`ws://…/api/ws/{interview_id}`，每一帧都是 `{"type", "data"}`；`error` 帧的 `data` \
与上面的 `error` 对象相同。

---

The back end of practice interviews held by a panel of AI interviewers: interviews, messages in
real time, résumés and feedback.

- A success is `{"success": true, "data": …, "message": …}`, a failure \
`{"success": false, "error": {"code", "message", "details", "timestamp"}}`; `/` and `/health` have \
no envelope.
- Moments are in UTC to the second, like `2024-01-01T00:00:00Z`.
- `Accept-Language` decides the language of error messages: Chinese (default) or English.
- The header `X-Request-ID` of every answer is the request's id (which a client may give itself); \
it also stands in an error's `request_id` and in the log.
- A slash at the end of a path makes no difference.
- By default nobody signs in; the list, deletion and export ask for a token. With `INTERVIEWGPT_AUTH=jwt` interviews belong to who created them: send the header `Authorization: Bearer <access>`, for the WebSocket the subprotocols `bearer, <access>`.
- In real time: `ws://…/api/ws/{interview_id}`; every frame is `{"type", "data"}`, and the `data` \
of an `error` frame is the `error` object above.
"""

TAGS = [
    {"name": "health", "description": "健康检查 · Health checks"},
    {"name": "auth", "description": "登录 · Signing in"},
    {"name": "interviews", "description": "面试管理 · Interviews"},
    {"name": "messages", "description": "消息管理 · Messages"},
    {"name": "interviewers", "description": "面试官管理 · Interviewers"},
    {"name": "feedback", "description": "反馈管理 · Feedback"},
]
