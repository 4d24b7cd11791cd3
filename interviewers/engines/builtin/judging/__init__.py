"""The judgement of an answer, put together from all the others (`lexical.judge`).

A question prepared (`case`), what of the answer is said to it (`said`), score, level and evidence."""
