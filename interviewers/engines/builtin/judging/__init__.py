"""The judgement of an answer, put together from all the other packages (`lexical.judge`).

`case` prepares the question, `said` cuts out talk to the grader, `lexical` finds score and level,
`evidence` the quote. See ``docs/assessor.md``.
"""
