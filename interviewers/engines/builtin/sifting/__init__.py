"""Which sentences of an answer count: those that bear on the question and do not speak to the grader.

`hearing` is the entrance; `relevance` chooses from what it leaves where there is only a reference, `thread`
where there are scoring points. Talk to the grader is cut out clause by clause, and the rest is kept as it
would be without it.
"""
