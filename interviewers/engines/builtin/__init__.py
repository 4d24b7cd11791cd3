"""The built-in engine (`engine.BuiltinEngine`): no key, no network, deterministic.

Its packages, from the lowest to the highest; each imports those before it only:

- `reading`: text as it is read: letters, words, sentences, and patterns that are looked for in them
- `contrary`: answers that say the contrary: of a reference, of what is so, or of what somebody did
- `addressed`: signs of talk to whoever marks: orders, pleas, forgeries, words of marks and interviews
- `stories`: what somebody tells: of what happened, of what they did, of themselves
- `expected`: what is expected of an answer, and how much of it an answer reaches
- `sifting`: what of an answer counts: what bears on the question, and is not said to whoever marks
- `speaking`: what is said to the candidate in the interview: questions, hints, what leads over, farewells
- `judging`: the judgement of an answer, put together from all the others (`lexical.judge`)
- `reporting`: the report's prose: why a level was given, better versions of answers, next steps
"""
