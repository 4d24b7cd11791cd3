"""The bank's questions by key, and what an answer to one of them is judged to be."""

from __future__ import annotations

from interviewers.bank.schema import BankItem, read_bank
from interviewers.engines.base import Cue, QuestionSpec, ScoringPoint
from interviewers.engines.builtin.judging.lexical import Judgement, judge

__all__ = ["BANK", "spec_of_item", "told"]

BANK = {item.key: item for item in read_bank()}


def spec_of_item(item: BankItem, language: str) -> QuestionSpec:
    half = item.zh if language == "zh" else item.en
    return QuestionSpec(
        key=item.key,
        competency=item.competency,
        level=item.level,
        text=half.text,
        reference=half.reference,
        points=tuple(
            ScoringPoint(p.key, p.text, tuple(p.synonyms), Cue(p.cue) if p.cue else None)
            for p in half.points
        ),
        topic=item.topic,
    )


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
