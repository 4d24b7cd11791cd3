"""What somebody says on the way to a question, in folded text: alternatives for patterns. Pure."""

from __future__ import annotations

__all__ = ["FILLERS_EN", "FILLERS_ZH"]

FILLERS_ZH = "不好意思|抱歉|对不起|请问|那个?|嗯|呃|哦|那么|好的?|老师|面试官|顺便|另外|对了|想问一下|问一下|想问下|问下|想问"
FILLERS_EN = (
    "sorry|excuse me|u+m+|uh+|well|ok|okay|so|oh|actually|but|and|then|also|by the way|btw|just|hey|hi|"
    "quick question|just curious"
)
