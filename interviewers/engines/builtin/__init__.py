"""The built-in engine (`engine.BuiltinEngine`): no key, no network, deterministic.

``docs/assessor.md`` follows an answer through it, step by step, and explains the terms used here.
Its packages, from the lowest to the highest; each imports those before it only:

- `reading`: text: normalised, split into sentences and terms, and searched for patterns
- `contrary`: contradictions: of a reference, of what is known, or of what somebody says they did
- `addressed`: signs of text that speaks to the grader: orders, pleas, forged markers, words of marking
- `stories`: what candidates tell of events, of their own actions and of themselves
- `expected`: what is expected of an answer, and how much of it an answer covers
- `sifting`: which sentences of an answer count: those that bear on the question and do not speak to the grader
- `speaking`: what the interviewers say: questions, hints, transitions, farewells
- `judging`: the judgement of an answer, put together from all of these (`lexical.judge`)
- `reporting`: the text of the report: reasons for a level, better versions of answers, next steps
"""
