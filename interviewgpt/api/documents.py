"""The prose of the OpenAPI document: Chinese first, then English. Imported by the settings."""

from __future__ import annotations

__all__ = ["DESCRIPTION", "TAGS"]

DESCRIPTION = """\
多位 AI 面试官轮流提问的模拟面试后端：面试会话、实时消息、简历上传与面试评估。

- 成功的响应为 `{"success": true, "data": …, "message": …}`，失败的响应为 \
`{"success": false, "error": {"code", "message", "details", "timestamp"}}`；`/` 与 `/health` 除外；没有详情时没有 `details`。
- 时间均为 UTC，精确到秒，例如 `2024-01-01T00:00:00Z`。
- 错误信息的语言由 `Accept-Language` 决定：中文（默认）或英文。
- 每个响应的 `X-Request-ID` 头是这次请求的编号（可由客户端给出），也在错误的 `request_id` 和日志里。
- 路径末尾的斜杠可有可无。
- 默认无需登录；面试的列表、删除和导出需要令牌。服务以 `INTERVIEWGPT_AUTH=jwt` 运行时，面试属于创建它的人：请求头 `Authorization: Bearer <access>`，WebSocket 用子协议 `bearer, <access>`。

**实时连接** `ws://…/api/ws/{interview_id}`，每一帧都是 `{"type", "data"}`；只认得 `message` 和 `status` 的客户端就能用。

| 方向 | `type` | `data` |
|---|---|---|
| → | `message` | 与 `POST …/messages` 的请求体相同，只是不写 `sender_type` 就是 `user`；`client_id` 可选，同一个再发一次也只算一条 |
| → | `command` | `name`：`skip`、`hint`、`pause`、`resume`、`retry`、`end` |
| → ← | `ping`、`pong` | 原样送回 |
| ← | `ack` | `id`、`client_id`、`timestamp`：自己发的那条已经存好 |
| ← | `message` | 与 REST 的消息对象相同；自己这个连接发的不送回来 |
| ← | `delta` | `interviewer_id`、`reply_to`、`seq`、`text`：正在说的话的一段；`seq` 为 0 时丢掉之前的，以随后的 `message` 为准；话说到一半才连上的，只听得到后面几段（没有 `seq` 0），等 `message` 就好 |
| ← | `status` | `status`、`current_interviewer`、`message`，见下 |
| ← | `error` | 与上面的 `error` 对象相同；连接不断开 |

`data.status`：`connected`（连上之后的第一帧，带 `interview`）、`thinking`（带 `reply_to`）、`interviewer_changed`、`paused`、\
`resumed`、`evaluating`（带 `done`、`total`）、`completed`、`engine_changed`（模型不能回答，内置引擎接手，带 `reason`）。\
没有起作用的命令也以当时的 `status` 作答：例如回答还在等回复时的 `hint`，没有失败可重试时的 `retry`。

- 帧里的句子（`status` 的 `message`、`error` 的说明）用面试的语言；只有没连上这场面试时的错误看 `Accept-Language`。
- 断线后带 `?since=<最后一条消息的 id>` 重连，漏掉的消息按顺序补上；`since=0` 从头补起，不带就只有新的。
- 关闭代码：4401 没有登录或令牌到期、4403 不允许、4404 没有这场面试（之前有 `error` 帧）；1012、1013 和断线一样，等一会再连。

---

The back end of practice interviews held by a panel of AI interviewers: interviews, messages in
real time, résumés and feedback.

- A success is `{"success": true, "data": …, "message": …}`, a failure \
`{"success": false, "error": {"code", "message", "details", "timestamp"}}`; `/` and `/health` have \
no envelope. Where there are no details, `details` is left out.
- Moments are in UTC to the second, like `2024-01-01T00:00:00Z`.
- `Accept-Language` decides the language of error messages: Chinese (default) or English.
- The header `X-Request-ID` of every answer is the request's id (which a client may give itself); \
it also stands in an error's `request_id` and in the log.
- A slash at the end of a path makes no difference.
- By default nobody signs in; the list, deletion and export ask for a token. With `INTERVIEWGPT_AUTH=jwt` interviews belong to who created them: send the header `Authorization: Bearer <access>`, for the WebSocket the subprotocols `bearer, <access>`.

**In real time**: `ws://…/api/ws/{interview_id}`; every frame is `{"type", "data"}`. A client that \
knows `message` and `status` alone works.

| | `type` | `data` |
|---|---|---|
| → | `message` | as the body of `POST …/messages`, but without a `sender_type` it is `user`; with the same `client_id` (optional) it counts once, however often it is sent |
| → | `command` | `name`: `skip`, `hint`, `pause`, `resume`, `retry`, `end` |
| → ← | `ping`, `pong` | sent back as it is |
| ← | `ack` | `id`, `client_id`, `timestamp`: your own message is stored |
| ← | `message` | the message object of REST; not to the connection that sent it |
| ← | `delta` | `interviewer_id`, `reply_to`, `seq`, `text`: a piece of what is being said; `seq` 0 discards the pieces before, and the `message` that follows is what counts; who joins in the middle hears the later pieces alone (without a `seq` 0) and had better wait for the `message` |
| ← | `status` | `status`, `current_interviewer`, `message`: see below |
| ← | `error` | the `error` object above; the connection stays open |

`data.status`: `connected` (the first frame, with `interview`), `thinking` (with `reply_to`), \
`interviewer_changed`, `paused`, `resumed`, `evaluating` (with `done`, `total`), `completed`, \
`engine_changed` (the model cannot answer and the built-in engine takes over; with `reason`). A \
command that had nothing to do is answered by the `status` there is: a `hint` while an answer waits \
for its reply, a `retry` with nothing failed.

- The sentences in frames (of `status` and `error` alike) are in the interview's language; only an \
error before the interview is joined heeds `Accept-Language`.
- Come back with `?since=<id of the last message>`: what was missed follows in order. `since=0` is \
everything, without it there is only what is new.
- Close codes: 4401 not signed in or the token has run out, 4403 not allowed, 4404 no such \
interview (each after an `error` frame); 1012 and 1013 like a lost connection: try again in a while.
"""

TAGS = [
    {"name": "health", "description": "健康检查 · Health checks"},
    {"name": "auth", "description": "登录 · Signing in"},
    {"name": "interviews", "description": "面试管理 · Interviews"},
    {"name": "messages", "description": "消息管理 · Messages"},
    {"name": "interviewers", "description": "面试官管理 · Interviewers"},
    {"name": "feedback", "description": "反馈管理 · Feedback"},
]
