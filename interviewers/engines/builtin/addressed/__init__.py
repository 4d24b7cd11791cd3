"""Signs of text that speaks to the grader: orders, pleas, forged markers, words of marking.

`learnt` and `cutting` are a learnt model, the others word lists and patterns. What is done about it is
decided in `sifting`.
"""
