"""The judgement of an answer, put together from all the other packages (`lexical.judge`).

`case` prepares the question, `said` cuts out talk to the grader, `credit` weighs each sentence, `lexical` and `scoring`
find score and level, `evidence` the quote. See ``docs/assessor.md``.
"""
