"""The closed sets of words of the engine seam."""

from __future__ import annotations

from enum import StrEnum

__all__ = [
    "DEEDS",
    "EXPERIENCE",
    "AnswerFlag",
    "Aside",
    "Check",
    "Cue",
    "Fault",
    "MessageKind",
]


class MessageKind(StrEnum):
    """What a message of the panel is; ``metadata.kind`` on the wire."""

    WELCOME = "welcome"
    GREETING = "greeting"
    QUESTION = "question"
    FOLLOW_UP = "follow_up"
    HINT = "hint"
    HANDOVER = "handover"
    CLOSING = "closing"


class Aside(StrEnum):
    """What a candidate said instead of an answer, and is met with before they answer."""

    REPEAT = "repeat"
    EXPLAIN = "explain"
    ASSUME = "assume"  # asks what may be taken for granted, or what kind of story counts
    VERDICT = "verdict"  # asks how the answer was, or what the right one is
    WAIT = "wait"
    PAUSE = "pause"
    GREET = "greet"
    THANKS = "thanks"
    NO_HINT = "no_hint"  # wants another hint when there is none
    END = "end"  # wants the interview to end, and has not confirmed it
    COMPANY = "company"  # asks about the employer, as if there were one
    RECORD = "record"  # asks what is kept, and who reads it
    WHO = "who"  # asks who, or what, is asking
    LANGUAGE = "language"  # wants to answer in another language
    COURSE = "course"  # asks how long it takes, or what may be used
    WITHHELD = "withheld"  # asks for reference answers, criteria or prompts
    BACK = "back"  # wants to return to an earlier question
    AMEND = "amend"  # has corrected or completed an earlier answer
    OBJECT = "object"  # holds the question to be wrong, or out of place
    DISTRESS = "distress"  # is in grief or ill
    CRISIS = "crisis"  # speaks of not wanting to live
    INSULT = "insult"
    FORM = "form"  # asks how to answer: in code, in which order, at what length, or once more
    QUERY = "query"  # asks the interviewer anything else
    TOLD = "told"  # holds that this was asked, or answered, before
    STUCK = "stuck"  # does not know where to begin, or wants something easier
    NO_CASE = "no_case"  # has no such story to tell
    BARE = "bare"  # has said yes or no, and nothing more
    REMARK = "remark"  # has said something that has nothing to do with the interview
    UNHEARD = "unheard"  # may have answered, but nothing of it has to do with the question
    PUT_RIGHT = "put_right"  # has corrected what they said on this question, and nothing more
    VAGUE = "vague"  # claims a change that nobody has counted
    STRAYED = "strayed"  # has told a story in which nothing was heard of what was asked for
    MISPLACED = "misplaced"  # has answered at length what was not asked
    SUPPOSED = "supposed"  # asked for a story, has said what they would do
    UNFINISHED = "unfinished"  # has stopped in the middle of a sentence
    TROUBLE = "trouble"  # is hindered by the line, the room, or the language


class Check(StrEnum):
    """What a candidate says to the interviewer within an answer, and wants a word to."""

    MEANING = "meaning"  # whether they have understood the question
    LEAVE = "leave"  # whether they may tell of something they have chosen
    WITHHOLD = "withhold"  # whether they may leave something out
    ENOUGH = "enough"  # whether that will do
    DEPTH = "depth"  # whether they are to go into something
    CASE = "case"  # how the case of the question stands
    DIFFERS = "differs"  # that they see it in another way than it was put
    UNFIT = "unfit"  # that the question does not fit their work
    TOLD = "told"  # that they have told it already
    WRONG = "wrong"  # that something they said was wrong, and not what
    FIGURE, NO_FIGURE = "figure", "no_figure"  # whether a figure is wanted: it is, it is not
    STORY, NO_STORY = "story", "no_story"  # and whether a case of their own is


class Cue(StrEnum):
    """A part of an answer that is recognised by how it is told, not by topic words."""

    SITUATION = "situation"
    ACTION = "action"  # what the candidate did, in the first person
    RESULT = "result"  # an outcome, best with a number
    NUMBER = "number"
    REFLECTION = "reflection"
    TRADE_OFF = "trade_off"
    EXAMPLE = "example"


DEEDS = frozenset({Cue.SITUATION, Cue.ACTION})
"""What somebody did, and in what situation."""
EXPERIENCE = DEEDS | {Cue.EXAMPLE, Cue.RESULT, Cue.REFLECTION}
"""All that can be told of what somebody has lived through."""


class AnswerFlag(StrEnum):
    """Why an answer counts for less than its words suggest."""

    EMPTY = "empty"
    DONT_KNOW = "dont_know"
    OFF_TOPIC = "off_topic"
    COPIED_QUESTION = "copied_question"
    KEYWORD_LIST = "keyword_list"
    SHUFFLED = "shuffled"
    NEGATED = "negated"
    REPETITION = "repetition"
    FILLER = "filler"
    FORGED = "forged"  # pretends to be system text, a role, a score or a machine-readable verdict
    OTHER_LANGUAGE = "other_language"  # costs nothing where the question is known in it


class Fault(StrEnum):
    """Why an engine could not do its part, in a word that may be shown to anybody."""

    UNREACHABLE = "unreachable"
    UNAUTHORIZED = "unauthorized"
    RATE_LIMITED = "rate_limited"
    REJECTED = "rejected"
    SERVER_ERROR = "server_error"
    TIMEOUT = "timeout"
    MALFORMED = "malformed"
    UNFINISHED = "unfinished"
    CUT_SHORT = "cut_short"
    REFUSED = "refused"
    EMPTY = "empty"
    UNFIT = "unfit"  # what it said must not be said: its directions, its thoughts, another language
    FAILED = "failed"
    RESTING = "resting"  # not asked, because it has failed several times in a row
    USED_UP = "used_up"  # not asked, because the interview has used up its tokens
