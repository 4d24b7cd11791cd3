"""Tools that a résumé and a job description both name and the lexicon does not know. Pure."""

from __future__ import annotations

import re

from interviewers.engines.builtin.reading.technical import is_common
from interviewers.engines.builtin.reading.text import fold, terms
from interviewgpt.expressions import expression
from interviews.resumes.sections import Section, read_lines
from interviews.resumes.skills import names_only_skills

__all__ = ["MOST_NAMED", "named_in_both"]

MOST_NAMED = 5
_MOST_LISTED = 100
_LISTED = expression(r"[,，、;；/|·•()（）。]|\.(?:\s|$)|\b(?:and|or)\b|[和与及]")
_LABEL = expression(r"^[^:：]{0,40}[:：]")
_NAME = expression(
    r"(?=.*[a-z])[A-Z][A-Za-z0-9+#]{2,19}(?: (?:[A-Z][A-Za-z0-9+#]{0,19}|\d{1,4})){0,2}"
)
_LANGUAGE = expression(
    r"\b(?:Arabic|Cantonese|Chinese|Czech|Dutch|English|French|German|Greek|Hebrew|Hindi|Indonesian|Italian|Japanese|"
    r"Korean|Malay|Mandarin|Polish|Portuguese|Russian|Spanish|Swedish|Thai|Turkish|Urdu|Vietnamese)\b"
)
_PERSONAL = expression(
    r"\b(?:Christian|Catholic|Protestant|Orthodox|Muslim|Islam|Jew|Buddhis[mt]|Hindu|Sikh|Male|Female|Pregnan|Widow)",
)
"""Who somebody is, which is never asked about."""
_QUALITY = expression(
    r"(?:ty|ing|ship|ness|ion|ism|ence|ance|ment|ed|al|team\w*|ethics?|licenses?)$", re.IGNORECASE
)
"""What a word for a quality, or a state, ends in."""
_BEGINS = expression(r"(?:^|[.!?。！？:：;；•*\-–]\s*|\n\s*)$")


def named_in_both(resume: str, job_description: str) -> tuple[str, ...]:
    """At most `MOST_NAMED` names with a capital that stand in the list of skills of a résumé, and within a
    sentence or a list of the job description, in the order of the résumé. A word that either writes small as
    well is none, nor is a language, or what plain words say: "Time Management" is no tool."""
    found: dict[str, None] = {}
    for line in read_lines(resume):
        if line.section is not Section.SKILLS or line.heading:
            continue
        for item in map(str.strip, _LISTED.split(_LABEL.sub("", line.text))):
            if _NAME.fullmatch(item) and _is_of_no_person(item):
                found[item] = None
    names = [name for name in list(found)[:_MOST_LISTED] if not names_only_skills(name)]
    return tuple(
        name
        for name in names
        if _is_named_in(name, job_description)
        and name.lower() not in resume
        and name.lower() not in job_description
    )[:MOST_NAMED]


def _is_of_no_person(name: str) -> bool:
    """Whether a name is neither a language nor says who somebody is, or how they are."""
    if _LANGUAGE.search(name) or _PERSONAL.search(name):
        return False
    return not all(
        _QUALITY.search(word) or all(map(is_common, terms(fold(word)))) for word in name.split()
    )


def _is_named_in(name: str, text: str) -> bool:
    """Whether a name stands in a text elsewhere than at the beginning of a sentence, where any word has a capital."""
    places = re.finditer(rf"(?<![A-Za-z0-9]){re.escape(name)}(?![A-Za-z0-9])", text)
    return any(
        _BEGINS.search(text[max(0, place.start() - 8) : place.start()]) is None for place in places
    )
