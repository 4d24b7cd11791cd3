"""People's names are replaced by neutral ones before judging, and restored in what is quoted.

Some names are also words, or begin like one: "I asked Mark what worried him" is no order to mark anything, and
"I told Melissa" does not say "told me". Each person gets one neutral name. English names come from lists: the
most frequent given names of the United States' census, and names that are also words. Any other capitalised
word is a name where the sentence shows it. `named_zh` recognises Chinese names.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from interviewers.engines.builtin.expected.matching import Sentence
from interviewers.engines.builtin.judging.named_zh import names_zh
from interviewers.engines.builtin.reading.names import NAMES_THAT_ARE_WORDS
from interviewers.engines.builtin.reading.text import Segment
from interviewgpt.expressions import expression

__all__ = ["renamed", "restored"]

_NAMES = frozenset(
    "James Robert John Michael David William Richard Joseph Thomas Charles Christopher Daniel Matthew Anthony Donald "
    "Steven Paul Andrew Joshua Kenneth Kevin Brian George Timothy Ronald Edward Jason Jeffrey Ryan Jacob Gary Nicholas "
    "Eric Jonathan Stephen Larry Justin Scott Brandon Benjamin Samuel Gregory Alexander Patrick Raymond Dennis Tyler "
    "Aaron Jose Adam Nathan Henry Douglas Zachary Peter Kyle Noah Ethan Jeremy Walter Keith Roger Sean Gerald Carl Harold "
    "Dylan Arthur Lawrence Jesse Bryan Bruce Gabriel Logan Juan Albert Elijah Wayne Vincent Roy Ralph Bobby Russell "
    "Bradley Philip Eugene Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Karen Sarah Lisa Nancy Sandra "
    "Betty Ashley Emily Kimberly Margaret Donna Michelle Carol Amanda Melissa Deborah Stephanie Rebecca Sharon Laura "
    "Cynthia Dorothy Amy Kathleen Angela Shirley Emma Brenda Pamela Nicole Anna Samantha Katherine Christine Helen Debra "
    "Rachel Carolyn Janet Maria Catherine Heather Diane Olivia Julie Joyce Victoria Ruth Lauren Kelly Christina Joan "
    "Evelyn Judith Andrea Hannah Megan Cheryl Jacqueline Martha Teresa Gloria Sara Janice Ann Kathryn Abigail Sophia "
    "Frances Jean Alice Judy Isabella Julia Denise Danielle Marilyn Beverly Charlotte Natalie Theresa Diana Brittany "
    "Doris Kayla Alexis Lori Marie Sam Ben Tim Tom".split()
)
_WORDS = frozenset(NAMES_THAT_ARE_WORDS) | frozenset(
    "Mercy Prudence Candy Merry Melody Max Victor Jordan Austin Virginia Madison Amber Ruby Holly".split()
)
"""Words, places and titles that are names only where the sentence shows it."""
_STAND_INS_ZH = ("邹珺", "覃昱", "郝恺", "龚骁", "贺珂", "薛旻")
_STAND_INS = ("Olga", "Igor", "Ulla", "Ingrid", "Otto", "Elke", "Uwe", "Olaf")
_CAPITAL = expression(r"\b[A-Z][a-z]{1,11}\b")
_TOLD_OF = (
    r"(?:told|asked|showed|gave|called|met|helped|thanked|rang|joined|paired|invited|heard|saw|let|with|from|by|for|"
    r"and|than|between|about|that|because|but|when|while|what|where|if|colleague|manager|boss|lead|friend|mentor|"
    r"teammate|customer|client|intern|director|named|called),? "
)
_DOES = (
    r"(?:['’]s\b| (?:was|is|and I\b|said|says|told|asked|wanted|did|didn['’]t|had|has|hadn['’]t|wasn['’]t|came|went|got|took|gave|left|"
    r"kept|wrote|knew|felt|thought|ran|built|brought|put|agreed|disagreed|thanked|would|could|who|from|in my)\b)"
)
_ANYBODY = expression(
    r"(?=\b(?:told|asked|met|thanked|invited|colleague|manager|boss|mentor|teammate|intern),? ([A-Z][a-z]{1,11})\b|"
    r"(?:[a-z][,;:]?|[,;:]) ([A-Z][a-z]{1,11}) (?:said|told|asked|wanted|felt|thought|agreed|disagreed|thanked|knew)\b)"
)
"""Places in a sentence where any capitalised word is a name; matches may overlap."""
_NOBODY = frozenset(
    "System Assistant User Admin Administrator Examiner Interviewer Grader Evaluator Reviewer Assessor Developer Panel "
    "Everyone Everybody Nobody Someone Somebody People".split()
)
"""Capitalised words that are never names: text in their name speaks for the system."""
_ORDERED = r"(?! (?:this|it|everything|all|every|each|as|me|my|full|complete|points?)\b)"


def _is_person(name: str, text: str) -> bool:
    """Whether a word is used as a name somewhere in a text."""
    return (
        re.search(rf"\b{_TOLD_OF}{name}\b{_ORDERED}|(?:^|[.!?,;:\n] ?){name}{_DOES}", text)
        is not None
    )


def renamed(text: str, matter: str = "") -> tuple[str, Mapping[str, str]]:
    """The text with stand-ins for its names (as many as there are stand-ins), and a mapping from stand-ins to
    names; {} if nobody is named. ``matter`` is the text of the question and of what is
    expected."""
    free = [name for name in _STAND_INS_ZH if name not in text]
    known = dict(zip(names_zh(text, matter), free, strict=False))
    capitals = dict.fromkeys(_CAPITAL.findall(text))
    anybody = _anybody(text, matter) if capitals else frozenset[str]()
    found = [name for name in capitals if name not in known and _is_name(name, text, anybody)]
    free = [name for name in _STAND_INS if name not in text]
    known |= zip(found, free, strict=False)
    if not known:
        return text, {}
    # The longest first: one name may begin like another.
    longest = sorted(known, key=len, reverse=True)
    names = re.compile("|".join(rf"\b{name}\b" if name.isascii() else name for name in longest))
    other = names.sub(lambda match: known[match.group()], text)
    return other, {stand_in: name for name, stand_in in known.items()}


def _anybody(text: str, matter: str) -> Set[str]:
    """The capitalised words that a text uses as names."""
    found = {one or other for one, other in _ANYBODY.findall(text)} - _NOBODY
    return found.difference(_CAPITAL.findall(matter)) if found else found


def _is_name(name: str, text: str, anybody: Set[str]) -> bool:
    if name in _NAMES:
        return True
    return _is_person(name, text) if name in _WORDS else name in anybody


def restored(sentences: Sequence[Sentence], names: Mapping[str, str]) -> tuple[Sentence, ...]:
    """The sentences with the original names in ``text``; the folded forms and terms stay the same."""
    if not names:
        return tuple(sentences)
    pattern = re.compile("|".join(names))

    def own(segment: Segment) -> Segment:
        text = pattern.sub(lambda match: names[match.group()], segment.text)
        return segment if text == segment.text else replace(segment, text=text)

    found = []
    for sentence in sentences:
        segment = own(sentence.segment)
        said = segment if sentence.said is sentence.segment else own(sentence.said)
        found.append(replace(sentence, segment=segment, said=said))
    return tuple(found)
