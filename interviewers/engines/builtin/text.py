"""Text as the assessor sees it: normalised, cut into segments, turned into comparable terms.

A *term* is what is compared between two texts: the stem of a content word in Latin script, or two
neighbouring Chinese characters (one, where it stands alone). Function words, pronouns, titles and
gender words are no terms. Both scripts go through the same functions, so that a Chinese answer
full of English product names is read as a whole.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from interviewers.engines.builtin.words import (
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

__all__ = [
    "Segment",
    "Term",
    "atoms",
    "fold",
    "is_function",
    "is_han",
    "language_of",
    "segments",
    "spans",
    "stem",
    "terms",
    "weight",
]

Term = str

HAN = "\u3400-\u9fff"
_LOOK_ALIKES = str.maketrans(
    "аеорсухіѕјкмтвнԁɡɩαορντικυχβε’‘“”`´–—−…",
    "aeopcyxisjkmtbhdgiaopvtikuxbe''\"\"''---.",
)
_ATOM = re.compile(rf"[a-z][a-z0-9]*(?:\+\+|#)|[a-z0-9]+(?:'[a-z]+)?|[{HAN}]")
_HAN_CHAR = re.compile(rf"[{HAN}]")
_LATIN_WORD = re.compile(r"[a-z]+", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[。！？!?;；\n]+|\.(?=\s|$)|\.(?=[A-Z][a-z])")
_CLAUSE_END = re.compile(r"[。！？!?;；\n，,：:]+|\.(?=\s|$)|\.(?=[A-Z][a-z])")


def is_han(char: str) -> bool:
    """Whether the first character is a Chinese one."""
    return bool(char) and "\u3400" <= char[0] <= "\u9fff"


def fold(text: str) -> str:
    """Lower case, NFKC, without invisible characters and accents, look-alikes made Latin.

    The length may change: for display cut the original text, never the folded one.
    """
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKC", text)
    text = "".join(c for c in text if unicodedata.category(c) not in ("Cf", "Cs", "Co", "Cn"))
    text = unicodedata.normalize("NFKD", text.lower())
    text = "".join(c for c in text if unicodedata.category(c) != "Mn")
    return unicodedata.normalize("NFKC", text).translate(_LOOK_ALIKES)


def language_of(text: str) -> str:
    """ "zh" when Chinese characters carry the text, else "en"."""
    han = len(_HAN_CHAR.findall(text))
    return "zh" if han and han * 2 >= len(_LATIN_WORD.findall(text)) else "en"


_SUFFIXES = (
    ("ational", "ate"), ("ization", "ize"), ("isation", "ize"), ("fulness", "ful"),
    ("ousness", "ous"), ("iveness", "ive"), ("ibility", "ible"), ("ability", "able"),
    ("ically", "ic"), ("ication", "ic"), ("ations", "ate"), ("ation", "ate"), ("ition", "it"),
    ("ments", ""), ("ment", ""), ("ness", ""), ("able", ""), ("ible", ""), ("ance", ""),
    ("ence", ""), ("tion", "t"), ("sion", "s"), ("ally", "al"), ("ise", "ize"), ("yse", "yze"),
    ("our", "or"), ("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("er", ""), ("or", ""),
    ("ly", ""), ("al", ""), ("ive", ""), ("ize", ""), ("ate", ""),
)  # fmt: skip


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """A light English stem: plural, -ing, -ed, -ation and kin are taken off, spelling unified."""
    word = word.removesuffix("'s").replace("'", "")
    if len(word) <= 3 or not word.isalpha():
        return word
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-3] + "y" if word.endswith("ies") and len(word) > 4 else word[:-1]
        if word.endswith(("sse", "xe", "che", "she", "zze")):
            word = word[:-1]
    for _ in range(2):
        for suffix, replacement in _SUFFIXES:
            if word.endswith(suffix) and len(word) - len(suffix) + len(replacement) >= 4:
                word = word[: len(word) - len(suffix)] + replacement
                if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "sl":
                    word = word[:-1]
                break
        else:
            break
    if len(word) > 3 and word.endswith("e"):
        word = word[:-1]
    return word[:-1] + "i" if len(word) > 3 and word.endswith("y") else word


@lru_cache(maxsize=65_536)
def _canonical(word: str) -> str:
    """The stem, or the head of its synonym group."""
    word = NUMBER_WORDS.get(word, word)
    stemmed = stem(word)
    return _synonym_stems().get(stemmed, stemmed)


@lru_cache(maxsize=1)
def _synonym_stems() -> dict[str, str]:
    return {stem(word): stem(group[0]) for group in synonyms_en() for word in group}


@lru_cache(maxsize=1)
def _synonym_pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    heads = {word: group[0] for group in synonyms_zh() for word in group}
    longest_first = sorted(heads, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, longest_first))), heads


@lru_cache(maxsize=1)
def _stop_pattern() -> re.Pattern[str]:
    longest_first = sorted(STOP_ZH, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, longest_first)))


def is_function(atom: str) -> bool:
    """Whether a word or a character carries grammar and no topic."""
    return atom in STOP_EN or atom in FUNCTION_CHARS_ZH


def atoms(folded: str) -> list[str]:
    """The words and Chinese characters of a folded text, in order, function words included."""
    return _ATOM.findall(folded)


def terms(folded: str) -> list[Term]:
    """The terms of a folded text, in order, with repetitions."""
    if _HAN_CHAR.search(folded):
        pattern, heads = _synonym_pattern()
        folded = pattern.sub(lambda found: heads[found.group()], folded)
        folded = _stop_pattern().sub("|", folded)
    found: list[Term] = []
    run = ""
    end = -1
    for match in _ATOM.finditer(folded):
        atom = match.group()
        if "\u3400" <= atom <= "\u9fff":
            if match.start() != end and run:
                found.extend(_run_terms(run))
                run = ""
            end = match.end()
            if atom in STOP_CHARS_ZH:
                found.extend(_run_terms(run))
                run = ""
            else:
                run += atom
            continue
        if run:
            found.extend(_run_terms(run))
            run = ""
        if atom not in STOP_EN:
            found.append(_canonical(atom))
    found.extend(_run_terms(run))
    return found


def _run_terms(run: str) -> list[Term]:
    return [run[i : i + 2] for i in range(len(run) - 1)] if len(run) > 1 else [run] if run else []


@lru_cache(maxsize=65_536)
def weight(term: Term) -> float:
    """How much a term tells, 0-1: general vocabulary less than a specific word."""
    if is_han(term):
        if len(term) == 1:
            return 0.0 if term in NEGATIONS_ZH else 0.5
        return 0.4 if term in GENERAL_ZH else 1.0
    return 0.4 if term in _general_stems() else 1.0


@lru_cache(maxsize=1)
def _general_stems() -> frozenset[str]:
    return frozenset(_canonical(word) for word in GENERAL_EN)


def spans(text: str, *, clauses: bool = False) -> list[tuple[int, int]]:
    """Where the sentences (or clauses) of a text lie, without their final mark and outer spaces."""
    pattern = _CLAUSE_END if clauses else _SENTENCE_END
    cuts = [(match.start(), match.end()) for match in pattern.finditer(text)]
    found: list[tuple[int, int]] = []
    start = 0
    for stop, following in [*cuts, (len(text), len(text))]:
        piece = text[start:stop]
        left = start + len(piece) - len(piece.lstrip())
        right = left + len(piece.strip())
        if right > left:
            found.append((left, right))
        start = following
    return found


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence of an answer: the original text, its folded form, its atoms and terms."""

    text: str
    folded: str
    atoms: tuple[str, ...]
    terms: tuple[Term, ...]


@lru_cache(maxsize=4_096)
def segments(text: str) -> tuple[Segment, ...]:
    """The sentences of a text as segments; those without a word are left out."""
    found: list[Segment] = []
    for start, end in spans(text):
        piece = text[start:end]
        folded = fold(piece)
        words = tuple(atoms(folded))
        if words:
            found.append(Segment(piece, folded, words, tuple(terms(folded))))
    return tuple(found)
