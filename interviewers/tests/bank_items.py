"""The bank's questions by key, and what an answer to one of them is judged to be."""

from __future__ import annotations

from interviewers.bank.schema import read_bank
from interviewers.engines.base import ScoringPoint
from interviewers.engines.builtin.judging.lexical import Judgement, judge

__all__ = ["BANK", "told"]

BANK = {item.key: item for item in read_bank()}


def told(language: str, key: str, answer: str) -> Judgement:
    spec = BANK[key].zh if language == "zh" else BANK[key].en
    return judge(
        question=spec.text,
        references=(spec.reference,),
        answer=answer,
        language=language,
        points=tuple(
            ScoringPoint(p.key, p.text, tuple(p.synonyms), p.cue, p.contrary) for p in spec.points
        ),
    )
