"""What people say in Chinese of what they said before, as parts of patterns: when it was, that they put it right, and
that they are sorry.

One list for each, for whoever reads a correction (`corrected`, `standing`), a quote (`judging.evidence`), what only leads
up to an answer (`judging.leading`), or a refusal. A pattern with fewer of these words says why.
"""

from __future__ import annotations

__all__ = ["EARLIER_ZH", "PUTS_RIGHT_ZH", "SORRY_ZH"]

EARLIER_ZH = "刚才|刚刚|前面|之前|先前|上面"
"""A moment ago. 之前 and 先前 also are how something was before it was changed, so they need "I" or "said" beside them."""
PUTS_RIGHT_ZH = "更正|纠正|订正"
SORRY_ZH = "不好意思|抱歉|对不起"
