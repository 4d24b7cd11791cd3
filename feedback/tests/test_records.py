"""What the report keeps as JSON is sent in the order the API has, whatever a database made of it."""

from __future__ import annotations

from feedback.records import engines_data, takeover_data, usage_data

USAGE = {
    "calls": 1,
    "model": "m",
    "milliseconds": 5,
    "prompt_tokens": 2,
    "completion_tokens": 3,
}


def test_keys_have_the_order_of_the_document() -> None:
    stored = {
        "usage": USAGE,
        "report": "builtin",
        "stood_in": [
            {
                "from": "openai",
                "part": "report",
                "reason": "timeout",
                "question": None,
                "message_id": None,
                "interviewer_id": None,
            }
        ],
        "interview": "openai",
    }
    told = engines_data(stored)
    assert told == stored
    assert list(told) == ["interview", "report", "stood_in", "usage"]
    assert list(told["stood_in"][0]) == [
        "part",
        "message_id",
        "interviewer_id",
        "question",
        "from",
        "reason",
    ]
    tokens = ["model", "calls", "prompt_tokens", "completion_tokens", "milliseconds"]
    assert list(told["usage"]) == list(usage_data(USAGE) or ()) == tokens
    assert list(takeover_data({"reason": "timeout", "from": "openai"}) or ()) == ["from", "reason"]


def test_what_is_not_there_is_not_made_up() -> None:
    assert usage_data(None) is takeover_data(None) is None
    assert engines_data({}) == {}
    assert engines_data({"usage": None, "more": 1}) == {"usage": None, "more": 1}
