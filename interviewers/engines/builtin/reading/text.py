"""Text as the assessor reads it: normalised ("folded"), cut into segments, turned into comparable terms.

A *segment* is a sentence with its words. A *term* is the unit of comparison between two texts: the stem of
a content word in Latin script, or two neighbouring Chinese characters (one, where it stands alone).
Function words, pronouns, titles and gender words are no terms. Both scripts go through the same functions,
so that a Chinese answer full of English product names is read as a whole.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from sys import intern

from interviewers.engines.builtin.reading.hesitation import without_hesitation
from interviewers.engines.builtin.reading.items import without_numbers
from interviewers.engines.builtin.reading.names import without_names
from interviewers.engines.builtin.reading.notation import apart
from interviewers.engines.builtin.reading.run_on import pieces
from interviewers.engines.builtin.reading.stems import stem
from interviewers.engines.builtin.reading.traditional import SIMPLIFIED
from interviewers.engines.builtin.reading.words import (
    FUNCTION_CHARS_ZH,
    GENERAL_EN,
    GENERAL_ZH,
    NEGATIONS_ZH,
    NUMBER_WORDS,
    STOP_CHARS_ZH,
    STOP_EN,
    STOP_ZH,
    synonyms_en,
    synonyms_zh,
)
from interviewers.engines.script import HAN, count_han, has_han, is_han
from interviewgpt.expressions import expression

__all__ = [
    "CUT",
    "HAN",
    "JOINT",
    "Asked",
    "Segment",
    "Term",
    "asked",
    "atoms",
    "count_words",
    "fold",
    "heard",
    "is_function",
    "is_han",
    "language_of",
    "script_of",
    "segment_of",
    "segments",
    "sentences_of",
    "spans",
    "specific",
    "stem",
    "terms",
    "weight",
]

Term = str

CUT = "\x1e"
"""A mark where a span was taken out of a text; no sentence reaches across it."""
JOINT = "\u2063"
"""An invisible mark where something was set apart: a sentence continues behind it, a quotation does not."""
_LOOK_ALIKES = str.maketrans(
    "аеорсухіѕјкмтвнԁɡɩαορντικυχβε’‘“”`´–—−…",
    "aeopcyxisjkmtbhdgiaopvtikuxbe''\"\"''---.",
)
_PLAIN = _LOOK_ALIKES | SIMPLIFIED
_INVISIBLE = expression(
    "[\u00ad\u0600-\u0605\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
    "\ud800-\uf8ff\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
"""Format characters, variation selectors, tags, surrogates and private use."""
_ACCENTED = expression(
    "[\u00c0-\u024f\u0300-\u036f\u1e00-\u1eff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]"
)
_MARKS = expression("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]")
_WORD = r"[a-z][a-z0-9]*(?:\+\+|#|'[a-z]+)?|[0-9][a-z0-9]*(?:'[a-z]+)?"
_TOKEN = expression(rf"{_WORD}|[{HAN}]+")
_ATOM = expression(rf"{_WORD}|[{HAN}]")
_BLANKS = expression(" {2,}")
_HAN_BLANK = expression(rf"(?<=[{HAN}])\s+(?=[{HAN}])")
_WORDLY = bytes(
    code if chr(code) in "abcdefghijklmnopqrstuvwxyz0123456789'+#" else ord(" ")
    for code in range(256)
)
"""All that an atom of ASCII can consist of."""
_LATIN_WORD = expression(r"[a-z]+", re.IGNORECASE)


def _end(marks: str) -> re.Pattern[str]:
    """Where something ends: at ``marks``, a semicolon that closes no character reference, or a full
    stop. All that it can begin with stands first, so that the search goes from one to the next."""
    semicolon = "(?<!&[gl]t;)(?<!&amp;)(?<!&quot;)(?<!&nbsp;)"
    # What is quoted in the middle of a sentence may ask: She said "who pays?", so we asked.
    goes_on = r"(?![\"”’'](?:,|，|\s[a-z]))"
    return expression(
        rf"[{marks};.](?:(?:(?<=[{marks}]){goes_on}|(?<=;){semicolon})(?:[{marks}]|;{semicolon})*|"
        rf"(?<=\.)(?:(?=[)\]\"'”’]*(?:\s|$))|(?=[A-Z][a-z])|(?<!\.\.)(?=[{HAN}])))"
    )


_MARKS_OF_SENTENCES = r"。．｡！？!?；…\n\x1e"
_SENTENCE_END = _end(_MARKS_OF_SENTENCES)
_CLAUSE_END = _end(f"{_MARKS_OF_SENTENCES}，,：:")


def fold(text: str) -> str:
    """Lower case, NFKC, HTML's character references read, without invisible characters and accents,
    look-alikes made Latin, traditional Chinese simplified.

    The length may change: for display cut the original text, never the folded one.
    """
    if "&" in text:
        text = html.unescape(text)
    text = text.lower() if text.isascii() else _folded(text)
    return apart(text) if "log" in text or "lg" in text or "leaves" in text else text


@lru_cache(maxsize=128)
def _folded(text: str) -> str:
    """One reader after the other asks for the same piece."""
    text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text).lower())
    if _ACCENTED.search(text):
        text = _MARKS.sub("", unicodedata.normalize("NFKD", text))
        text = unicodedata.normalize("NFKC", text)
    return text.translate(_PLAIN)


def language_of(text: str) -> str:
    """ "zh" when Chinese characters carry the text, else "en"."""
    han = count_han(text)
    return "zh" if han and han * 2 >= len(_LATIN_WORD.findall(text)) else "en"


def script_of(text: str) -> str:
    """ "zh" where there is any Chinese character in a text, else "en"."""
    return "zh" if has_han(text) else "en"


@lru_cache(maxsize=65_536)
def _canonical(word: str) -> str:
    """The stem, or the head of its synonym group."""
    word = NUMBER_WORDS.get(word, word)
    stemmed = stem(word)
    heads = _synonym_heads()
    return heads.get(word) or heads.get(f"{stemmed}-", stemmed)


@lru_cache(maxsize=1)
def _synonym_heads() -> dict[str, str]:
    """Words, and stems with a hyphen at their end, to the stem of their group's first word."""
    found: dict[str, str] = {}
    for group in synonyms_en():
        for word in group:
            found[word] = stem(group[0])
            found.setdefault(f"{stem(word)}-", stem(group[0]))
    return found


BREAK = "|"


@lru_cache(maxsize=1)
def _han_words() -> tuple[dict[str, str], dict[str, tuple[int, ...]]]:
    """Words to what they are read as, and by first character the lengths to try, longest first."""
    read = dict.fromkeys((*STOP_CHARS_ZH, *STOP_ZH), BREAK)
    read |= {word: group[0] for group in synonyms_zh() for word in group}
    lengths: dict[str, set[int]] = {}
    for word in read:
        lengths.setdefault(word[0], set()).add(len(word))
    return read, {char: tuple(sorted(found, reverse=True)) for char, found in lengths.items()}


def read_han(run: str, left: list[str] | None = None) -> str:
    """A run of Chinese characters with synonyms unified and function words made breaks, these also
    put into ``left``."""
    read, lengths = _han_words()
    found: list[str] = []
    place = 0
    while place < len(run):
        for length in lengths.get(run[place], ()):
            word = read.get(run[place : place + length])
            if word is not None:
                found.append(word)
                if left is not None and word == BREAK:
                    left.append(run[place : place + length])
                place += length
                break
        else:
            found.append(run[place])
            place += 1
    return "".join(found)


def count_words(words: Iterable[str]) -> float:
    """The number of words; a Chinese character, or a pair of them as a term, is half a word."""
    return sum(0.5 if is_han(word) else 1.0 for word in words)


def is_function(atom: str) -> bool:
    """Whether a word or a character carries grammar and no topic."""
    return atom in STOP_EN or atom in FUNCTION_CHARS_ZH


def atoms(folded: str) -> list[str]:
    """The words and Chinese characters of a folded text, in order, function words included."""
    if not folded.isascii():
        return _ATOM.findall(folded)
    # A fifth of what the pattern takes, which is only needed where a word has a mark of its own.
    found = folded.encode().translate(_WORDLY).decode().split()
    if "'" in folded or "+" in folded or "#" in folded:
        return [a for word in found for a in ((word,) if word.isalnum() else _ATOM.findall(word))]
    return found


def _terms_of(words: Iterable[str]) -> list[Term]:
    """The terms of words of ASCII."""
    return [_canonical(word) for word in words if word not in STOP_EN]


def terms(folded: str) -> list[Term]:
    """The terms of a folded text, in order, with repetitions."""
    if folded.isascii():
        return _terms_of(atoms(folded))
    found: list[Term] = []
    for run in _TOKEN.findall(folded):
        if run < "\u3400":
            if run not in STOP_EN:
                found.append(_canonical(run))
            continue
        found += _terms_of_han(run) if len(run) <= CLAUSE else _terms_of_han.__wrapped__(run)
    return found


CLAUSE = 40
"""Chinese characters without a mark, as far as they are kept: a clause is read again with its sentence."""


@lru_cache(maxsize=2_048)
def _terms_of_han(run: str) -> tuple[Term, ...]:
    found: list[Term] = []
    for piece in read_han(run).split(BREAK):
        if len(piece) > 1:
            # Much is kept by its pairs, which are the same few thousand again and again.
            found += [intern(piece[i : i + 2]) for i in range(len(piece) - 1)]
        elif piece:
            found.append(piece)
    return tuple(found)


@lru_cache(maxsize=32_768)
def weight(term: Term) -> float:
    """How much a term tells, 0-1: 1 for a specific word, less for general vocabulary."""
    if is_han(term):
        if len(term) == 1:
            return 0.0 if term in NEGATIONS_ZH else 0.5
        return 0.4 if term in GENERAL_ZH else 1.0
    return 0.4 if term in _general_stems() else 1.0


def specific(found: Iterable[Term]) -> frozenset[Term]:
    """Those of some terms that are specific words (weight 1)."""
    return frozenset(term for term in found if weight(term) >= 1.0)


@lru_cache(maxsize=1)
def _general_stems() -> frozenset[str]:
    return frozenset(_canonical(word) for word in GENERAL_EN)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, taken apart once: its atoms, its terms, and those of them that are specific."""

    atoms: tuple[str, ...]
    terms: frozenset[Term]
    specific: frozenset[Term]


@lru_cache(maxsize=1_024)
def asked(question: str) -> Asked:
    """The question taken apart (cached)."""
    folded = fold(question)
    found = frozenset(terms(folded))
    return Asked(tuple(atoms(folded)), found, specific(found))


def spans(text: str, *, clauses: bool = False) -> list[tuple[int, int]]:
    """Where the sentences (or clauses) of a text lie, without their final mark and outer spaces; a run-on
    sentence is cut."""
    pattern = _CLAUSE_END if clauses else _SENTENCE_END
    found: list[tuple[int, int]] = []
    start = 0
    for stop, following in (*(m.span() for m in pattern.finditer(text)), (len(text), len(text))):
        piece = text[start:stop].lstrip()
        if piece:
            left = stop - len(piece)
            found += pieces(text, left, left + len(piece.rstrip()))
        start = following
    return found


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence of an answer: the original text, its folded form, its atoms and terms."""

    text: str
    folded: str
    atoms: tuple[str, ...]
    terms: tuple[Term, ...]

    def __hash__(self) -> int:
        return hash(self.folded)  # which remembers its own; caches ask for it all the time


SHORT = 4
ROW = 3
"""From this many neighbouring lines on, of at most as many words (or twice as many characters) each, lines are
read as one sentence."""


@lru_cache(maxsize=256)
def segments(text: str) -> tuple[Segment, ...]:
    """The sentences of a text as segments; those without a word are left out.

    Scraps that follow each other (a term per line) are one segment, to be judged as the list it is.
    """
    found: list[Segment] = []
    scraps: list[tuple[int, int]] = []
    for start, end in (*without_numbers(text, spans(text)), (len(text), len(text))):
        scrap = _is_scrap(text[start:end])
        if scraps and (not scrap or CUT in text[scraps[-1][1] : start]):
            row = scraps if len(scraps) < ROW else [(scraps[0][0], scraps[-1][1])]
            found += [segment_of(text[slice(*place)]) for place in row]
            scraps = []
        if scrap:
            scraps.append((start, end))
        else:
            found.append(segment_of(text[start:end]))
    return tuple(segment for segment in found if segment.atoms)


def _is_scrap(piece: str) -> bool:
    if len(piece) > 40:
        return False
    folded = fold(piece)
    words = atoms(folded)
    if not words or any(c.isalpha() and not (c.isascii() or is_han(c)) for c in folded):
        return False
    return count_words(words) <= SHORT


def heard(piece: str) -> str:
    """A piece of a text, folded, without hesitation and without names, where the wording shows that they are
    names. A blank between Chinese characters is read as the comma it stands for."""
    if "  " in piece:
        piece = _BLANKS.sub(" ", piece)
    return without_hesitation(fold(without_names(_HAN_BLANK.sub("，", piece))))


@lru_cache(maxsize=64)
def sentences_of(reference: str) -> tuple[Segment, ...]:
    """The sentences of a text, cached for texts that are asked for repeatedly."""
    return tuple(segment_of(reference[start:end]) for start, end in spans(reference))


def segment_of(piece: str) -> Segment:
    """The segment of one sentence."""
    folded = heard(piece)
    words = atoms(folded)
    found = _terms_of(words) if folded.isascii() else terms(folded)
    return Segment(piece, folded, tuple(words), tuple(found))
