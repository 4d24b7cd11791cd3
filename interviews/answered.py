"""What has been said on one planned question, and what of it is judged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from interviewers.engines.base import Exchange, QuestionSpec, RubricSpec
from interviewers.engines.builtin.reading.standing import what_stands
from interviewers.engines.builtin.speaking.invited import THEIR_QUESTIONS
from interviews.declining import declines
from interviews.models import SenderType

__all__ = ["Answered", "Thread", "read_thread"]


@dataclass(frozen=True, slots=True)
class Thread:
    """What has been said on one planned question.

    ``answers`` are the candidate's answers in order, each the lines between two lines of the
    panel; ``prompts`` the follow-ups in between; ``texts`` the candidate's lines by message id;
    ``helped`` what the panel said after the question and before any answer, hints above all.
    """

    answers: tuple[str, ...]
    prompts: tuple[str, ...]
    texts: dict[int, str]
    helped: tuple[str, ...] = ()

    @property
    def stands(self) -> list[str]:
        """The answers without what was taken back: nothing else is quoted."""
        return what_stands(self.answers)

    @property
    def last_answer_id(self) -> int | None:
        return max(self.texts, default=None)


@dataclass(frozen=True, slots=True)
class Answered:
    """A planned question with an answer to be judged; ``other`` as in `Exchange`; ``recalled`` are the lines
    on another question, by message id, that the answer says have told it."""

    planned_id: int
    interviewer_id: str
    spec: QuestionSpec
    rubric: RubricSpec
    thread: Thread
    other: QuestionSpec | None = None
    recalled: Mapping[int, str] = field(default_factory=dict)

    @property
    def texts(self) -> dict[int, str]:
        """All that is judged, by message id."""
        return {**self.recalled, **self.thread.texts}

    @property
    def to_be_judged(self) -> bool:
        """Whether there is anything to judge: who is invited to ask and has no question has given no
        answer that could be worth much or little."""
        if self.spec.topic == THEIR_QUESTIONS and all(map(declines, self.thread.answers)):
            return False
        return bool(self.thread.answers)

    def exchange(self, language: str) -> Exchange:
        """What is to be judged. A hint counts as it was worded: who says it back has said nothing of
        their own."""
        before = ("\n".join(self.recalled.values()),) if self.recalled else ()
        helped = self.thread.helped
        return Exchange(
            language,
            replace(self.spec, hints=(*self.spec.hints, *helped)) if helped else self.spec,
            self.rubric,
            answer=self.thread.answers[-1] if self.thread.answers else "",
            earlier=(*before, *self.thread.answers[:-1]),
            prompts=(*(self.spec.text for _ in before), *self.thread.prompts),
            other=self.other,
        )


def read_thread(lines: Iterable[tuple[int, str, str]]) -> Thread:
    """Group the lines of one planned question, in order, into answers and prompts; each line is its
    id, who said it, and what."""
    answers: list[list[str]] = []
    prompts: list[str] = []
    texts: dict[int, str] = {}
    before: list[str] = []
    fresh = True
    for key, sender, text in lines:
        if sender == SenderType.USER:
            if fresh or not answers:
                answers.append([])
            answers[-1].append(text)
            texts[key] = text
            fresh = False
        else:
            (prompts if answers else before).append(text)
            fresh = True
    said = tuple("\n".join(parts) for parts in answers)
    return Thread(said, tuple(prompts), texts, helped=tuple(before[1:]))
