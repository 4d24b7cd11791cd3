"""The engine with a model behind it: any server that speaks OpenAI's chat completions.

The brief says what is to be said and the model finds the words; it quotes and picks levels and
`grading` decides what holds; it writes the report and `concluding` drops what is unfounded. What a
candidate wrote reaches the model inside data blocks only.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import aclosing, contextmanager
from functools import partial
from time import monotonic

from interviewers.engines.base import (
    AnswerAssessment,
    Aside,
    Brief,
    Check,
    Conclusion,
    EngineError,
    Exchange,
    Fault,
    InterviewerView,
    MessageKind,
    PanelBrief,
    Piece,
    Usage,
)
from interviewers.engines.builtin.reporting import report
from interviewers.engines.builtin.speaking.nudges import probe_hints
from interviewers.engines.concluding import concluded, data_blocks, draft_shape
from interviewers.engines.grading import Guarded, Verdict, assessed, guard, verdict_shape
from interviewers.engines.prompting import Fence, move, prompt, version
from interviewers.engines.screening import SpeechScreen
from interviewgpt.llm import LLM
from interviewgpt.llm_errors import LLMError
from interviewgpt.llm_terms import Prompt, Spent

__all__ = ["OpenAIEngine"]

_WINDOW = 0.04
"""Seconds in which speech is gathered into one piece, after the first words: a few in a blink."""
_SPEECH, _VERDICT, _REPORT = 1_500, 8_000, 12_000
"""The most characters of a reply; what goes on beyond is cut off and counts as failed."""
_STRONG, _WEAK = 4, 2
_LINES, _LINE, _MEMO = 8, 600, 200
"""How much of what was said before a turn may carry: lines, characters a line, a memo's note."""
_ANSWER, _EARLIER = 6_000, 4_000


class OpenAIEngine:
    """Words and judgements of a model, within bounds that are ours.

    ``graders`` (1-5) gradings of an answer are made at the same time and the median counts;
    ``temperature`` is that of speech, of the report, and of gradings where there are several.
    """

    name = "openai"

    def __init__(self, llm: LLM, *, temperature: float = 0.6, graders: int = 1) -> None:
        self._llm = llm
        self._temperature = temperature
        self._graders = graders

    async def close(self) -> None:
        """Close the connections of the running loop; the next call opens new ones."""
        await self._llm.close()

    async def speak(self, brief: Brief) -> AsyncIterator[Piece]:
        fence = Fence()
        task, blocks = _task(brief, fence)
        system = prompt(
            "speak",
            brief.language,
            name=brief.speaker.name,
            role=brief.speaker.role,
            persona=brief.speaker.persona,
            mark=fence.mark,
            task=task,
        )
        prompts = _prompts(system, [*blocks, move("say", brief.language)])
        spent, began = Spent(), monotonic()
        held = ""
        with self._failing(spent, began):
            source = self._llm.text(
                prompts,
                spent=spent,
                longest=_SPEECH,
                temperature=self._temperature,
                window=_WINDOW,
                screen=lambda: SpeechScreen(brief, task=task, mark=fence.mark),
            )
            async with aclosing(source) as pieces:
                async for text in pieces:
                    whole = held + text
                    said = whole.rstrip()
                    held = whole[len(said) :]
                    if said:
                        yield Piece(said)
        yield Piece("", self._usage(spent, began))

    async def assess(self, exchange: Exchange) -> AnswerAssessment:
        # Off the loop: it takes as long as many pieces of speech that others wait for.
        guarded = await asyncio.to_thread(guard, exchange)
        spent, began = Spent(), monotonic()
        verdicts: list[Verdict] = []
        if not guarded.settled:
            with self._failing(spent, began):
                verdicts = await self._gradings(guarded, spent)
        usage = self._usage(spent, began) if verdicts else Usage()
        prompt = version("assess", "repair")
        return await asyncio.to_thread(assessed, verdicts, guarded, usage=usage, prompt=prompt)

    async def conclude(self, panel: PanelBrief) -> Conclusion:
        if not panel.items:
            return report.conclude(panel)
        fence = Fence()
        shape = draft_shape(panel, partial(_repair, panel.language))
        system = prompt("conclude", panel.language, mark=fence.mark, schema=shape.schema_text())
        spent, began = Spent(), monotonic()
        with self._failing(spent, began):
            draft = await self._llm.data(
                _prompts(system, data_blocks(panel, fence)),
                shape,
                spent=spent,
                longest=_REPORT,
                temperature=self._temperature,
            )
        return concluded(
            draft,
            panel,
            usage=self._usage(spent, began),
            prompt=version("conclude", "repair"),
        )

    async def _gradings(self, guarded: Guarded, spent: Spent) -> list[Verdict]:
        """As many verdicts as could be had, at least one. Raises `LLMError`."""
        results = await asyncio.gather(
            *(self._grading(guarded, spent) for _ in range(self._graders)), return_exceptions=True
        )
        failures = [result for result in results if isinstance(result, BaseException)]
        unforeseen = [error for error in failures if not isinstance(error, LLMError)]
        verdicts = [result for result in results if isinstance(result, Verdict)]
        if unforeseen or not verdicts:
            raise (unforeseen or failures)[0]
        return verdicts

    async def _grading(self, guarded: Guarded, spent: Spent) -> Verdict:
        exchange, rubric = guarded.exchange, guarded.exchange.rubric
        fence = Fence()
        shape = verdict_shape(exchange.question, partial(_repair, exchange.language))
        anchors = {f"anchor_{level}": text for level, text in enumerate(rubric.anchors, start=1)}
        system = prompt(
            "assess",
            exchange.language,
            competency=rubric.name,
            mark=fence.mark,
            schema=shape.schema_text(),
            **anchors,
        )
        return await self._llm.data(
            _prompts(system, _exchange_blocks(exchange, fence)),
            shape,
            spent=spent,
            longest=_VERDICT,
            # Alone it should be repeatable; several are only worth having when they may differ.
            temperature=self._temperature if self._graders > 1 else 0.0,
        )

    @contextmanager
    def _failing(self, spent: Spent, began: float) -> Iterator[None]:
        """Whatever fails inside is an `EngineError` that knows what it cost."""
        try:
            yield
        except LLMError as error:
            raise EngineError(
                f"{type(error).__name__}: {error}",
                fault=Fault(error.reason),
                usage=self._usage(spent, began),
            ) from error

    def _usage(self, spent: Spent, began: float) -> Usage:
        return Usage(
            model=self._llm.config.model,
            calls=spent.calls,
            prompt_tokens=spent.prompt_tokens,
            completion_tokens=spent.completion_tokens,
            milliseconds=round((monotonic() - began) * 1000),
        )


def _prompts(system: str, parts: Sequence[str]) -> list[Prompt]:
    return [
        {"role": "system", "content": system},
        {"role": "user", "content": "\n\n".join(parts)},
    ]


def _repair(language: str, problem: str) -> str:
    return prompt("repair", language, problem=problem)


def _first(brief: Brief) -> list[str]:
    """What is to be said first about how something was said."""
    met = {
        "other_language": brief.other_language,
        "corrected": brief.corrected,
        "asked_back": brief.asked_back,
        "checked": brief.check not in (None, Check.DIFFERS, Check.UNFIT, Check.TOLD, Check.WRONG),
        "differs": brief.check in (Check.DIFFERS, Check.UNFIT),
    }
    return [step for step, needed in met.items() if needed]


def _task(brief: Brief, fence: Fence) -> tuple[str, list[str]]:
    """What to do, as sentences of ours, and the data it speaks of. Raises `EngineError` when the
    brief lacks what its kind needs. Reference and scoring points are not among the data: what a
    model has not seen it cannot be talked into saying."""
    kind, language = brief.kind, brief.language
    steps: list[str] = []
    blocks = [fence.block("position", brief.position, 200)]

    def data(name: str, text: str) -> None:
        blocks.append(fence.block(name, text, _LINE))

    if brief.questions:
        data("asked", brief.questions)
    key = kind.value
    if brief.aside is not None:
        data("question", brief.spec.text)
        if kind is MessageKind.FOLLOW_UP and brief.follow_up is not None:
            data("probe", brief.follow_up.text)
        if brief.quote:
            data("quote", brief.quote)
        key = "missed" if brief.aside is Aside.REPEAT and brief.missed else brief.aside.value
    elif kind in (MessageKind.GREETING, MessageKind.QUESTION):
        data("question", brief.spec.text)
        steps += _first(brief)
        if kind is MessageKind.QUESTION:
            steps += _acknowledgement(brief)
        elif brief.colleague is not None:
            key = "greeting_next"
            if brief.established:
                data("established", brief.established)
                steps.append("established")
        if brief.mention:
            data("mention", brief.mention)
            steps.append(f"mention_{brief.mention_from or 'resume'}")
    elif kind is MessageKind.FOLLOW_UP:
        if brief.follow_up is None:
            raise EngineError("a follow-up needs its probe")
        steps += _first(brief)
        if brief.another:
            key = "their_next"
        else:
            data("probe", brief.follow_up.text)
        if brief.asked:
            steps.append("their_questions")
        elif brief.repeated:
            steps.append("retold" if brief.retold else "again")
        elif brief.off_topic:
            steps.append("off_topic")
        elif brief.told:
            steps.append("told_quote" if brief.quote else "told_before")
            if brief.quote:
                data("quote", brief.quote)
        elif brief.scant and brief.standing <= _WEAK:
            steps.append("scant")
        elif brief.sketched:
            steps.append("sketched")
        elif brief.quote:
            data("quote", brief.quote)
            steps.append("pick_up")
    elif kind is MessageKind.HINT:
        hints = brief.spec.hints
        if brief.follow_up is not None:
            data("probe", brief.follow_up.text)
            hints = probe_hints(language, brief.spec, brief.follow_up)
        if brief.hint_step < len(hints):
            data("hint", hints[brief.hint_step])
        else:
            key = "no_hint"
    elif kind is MessageKind.HANDOVER:
        if brief.colleague is None:
            raise EngineError("a handover needs a colleague")
        steps += _first(brief)
    elif kind is MessageKind.CLOSING:
        if brief.ended:
            steps.append("ended")
        if brief.asked:
            steps.append("their_questions")
        if brief.established:
            data("established", brief.established)
            steps.append("recall")
    colleague = brief.colleague or brief.speaker
    texts = [
        move(
            step,
            language,
            panel=_people(brief.panel, language),
            colleague_name=colleague.name,
            colleague_role=colleague.role,
            left=str(brief.left),
        )
        for step in [*steps, key]
    ]
    return "\n\n".join(texts), [*blocks, *_background(brief, fence)]


def _acknowledgement(brief: Brief) -> list[str]:
    if brief.led_on:
        return ["led_on"]
    if brief.skipped:
        return ["skipped"]
    if brief.gave_up:
        return ["gave_up"]
    if brief.repeated:
        return ["again"]
    if brief.standing == 0:
        return []
    if brief.standing >= _STRONG:
        return ["strong"]
    return ["weak" if brief.standing <= _WEAK else "fair"]


def _people(panel: Sequence[InterviewerView], language: str) -> str:
    joint = "、" if language == "zh" else ", "
    return joint.join(f"{member.name} ({member.role})" for member in panel)


def _background(brief: Brief, fence: Fence) -> list[str]:
    """The memo and the last lines, capped, so that a late turn costs what an early one did."""
    blocks = []
    if brief.memo:
        notes = [note[:_MEMO] for note in brief.memo[-_LINES:]]
        blocks.append(fence.block("memo", "\n".join(notes), _LINES * (_MEMO + 1)))
    if brief.recent:
        lines = [f"{line.speaker}: {line.text[:_LINE]}" for line in brief.recent[-_LINES:]]
        blocks.append(fence.block("transcript", "\n".join(lines), _LINES * (_LINE + 50)))
    return blocks


def _exchange_blocks(exchange: Exchange, fence: Fence) -> list[str]:
    spec = exchange.question
    blocks = [
        fence.block("question", spec.text, 1_000),
        fence.block("reference", spec.reference, 4_000),
        fence.block("points", "\n".join(f"{p.key}: {p.text}" for p in spec.points), 3_000),
    ]
    if exchange.earlier:
        blocks.append(fence.block("earlier", "\n\n".join(exchange.earlier), _EARLIER))
    if exchange.prompts:
        blocks.append(fence.block("prompts", "\n".join(exchange.prompts), 1_500))
    return [*blocks, fence.block("answer", exchange.answer, _ANSWER)]
