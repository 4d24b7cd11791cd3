"""The résumés of `resume_people` in LaTeX, by the engines and packages people use."""

from __future__ import annotations

from collections.abc import Sequence

from resume_shapes import Person, Section

__all__ = ["DOCUMENTS", "document"]

_SPECIAL = {
    **{char: f"\\{char}" for char in "&%$#_{}"},
    "~": r"\textasciitilde{}",
    "×": r"$\times$",
    "€": r"\texteuro{}",
    "–": "--",
}


def _tex(text: str) -> str:
    return "".join(_SPECIAL.get(char, char) for char in text)


def _items(items: Sequence[str]) -> str:
    if not items:
        return ""
    return "\\begin{itemize}\n" + "".join(f"\\item {_tex(i)}\n" for i in items) + "\\end{itemize}\n"


def _section(section: Section) -> str:
    text = f"\\section*{{{_tex(section.heading)}}}\n"
    for entry in section.entries:
        text += (
            f"\\noindent\\textbf{{{_tex(entry.title)}}} \\textit{{{_tex(entry.role)}}}"
            f"\\hfill {_tex(entry.dates)}\\par\n{_items(entry.items)}"
        )
    return text + _items(section.items)


def _contacts(person: Person, between: str) -> str:
    colon = "：" if person.language == "zh" else ": "
    return between.join(f"{_tex(label)}{colon}{_tex(value)}" for label, value in person.contacts)


def _body(person: Person) -> str:
    return (
        f"{{\\Huge {_tex(person.name)}}}\\par {_tex(person.wish)}\\par\n"
        f"{_contacts(person, ' | ')}\\par\n" + "".join(map(_section, person.sections))
    )


def _columns(person: Person) -> str:
    """Two columns of unequal width by `paracol`."""
    side = "".join(_section(s) for s in person.sections if s.side)
    main = "".join(_section(s) for s in person.sections if not s.side)
    return (
        "\\setcolumnwidth{.3\\textwidth,.65\\textwidth}\\begin{paracol}{2}"
        f"{{\\Huge {_tex(person.name)}}}\\par {_tex(person.wish)}\\par\n"
        f"{_contacts(person, chr(92) * 2)}\\par {side}\\switchcolumn {main}\\end{{paracol}}"
    )


def _moderncv(person: Person) -> str:
    text = f"\\makecvtitle\n{_contacts(person, ' | ')}\\par {_tex(person.wish)}\n"
    for section in person.sections:
        text += f"\\section{{{_tex(section.heading)}}}\n"
        for entry in section.entries:
            text += (
                f"\\cventry{{{_tex(entry.dates)}}}{{{_tex(entry.title)}}}{{{_tex(entry.role)}}}"
                f"{{}}{{}}{{{_items(entry.items)}}}\n"
            )
        text += "".join(f"\\cvlistitem{{{_tex(item)}}}\n" for item in section.items)
    return text


_GEOMETRY = "\\usepackage[a4paper,margin=18mm]{geometry}\\usepackage{enumitem}\\pagestyle{empty}"
#: Name → (engine, languages, preamble, body). A `%s` in the preamble is the person's name.
DOCUMENTS = {
    "ctex": ("xelatex", "zh", f"\\documentclass[UTF8]{{ctexart}}{_GEOMETRY}", _body),
    "xecjk": (
        "xelatex",
        "zh",
        f"\\documentclass{{article}}\\usepackage{{xeCJK}}\\setCJKmainfont{{Noto Serif CJK SC}}{_GEOMETRY}",
        _body,
    ),
    "xecjk-columns": (
        "xelatex",
        "zh",
        (
            "\\documentclass{article}\\usepackage{xeCJK}\\setCJKmainfont{Noto Sans CJK SC}"
            f"\\usepackage{{paracol}}{_GEOMETRY}"
        ),
        _columns,
    ),
    "cjkutf8": (
        "pdflatex",
        "zh",
        (
            f"\\documentclass{{article}}\\usepackage{{CJKutf8}}{_GEOMETRY}"
            "\\AtBeginDocument{\\begin{CJK*}{UTF8}{gbsn}}\\AtEndDocument{\\end{CJK*}}"
        ),
        _body,
    ),
    "ctex-pdflatex": ("pdflatex", "zh", f"\\documentclass[UTF8]{{ctexart}}{_GEOMETRY}", _body),
    "ctex-lualatex": ("lualatex", "zh", f"\\documentclass[UTF8]{{ctexart}}{_GEOMETRY}", _body),
    "pdflatex-ot1": (
        "pdflatex",
        "en",
        f"\\documentclass{{article}}\\usepackage{{textcomp}}{_GEOMETRY}",
        _body,
    ),
    "pdflatex-t1": (
        "pdflatex",
        "en",
        f"\\documentclass{{article}}\\usepackage[T1]{{fontenc}}\\usepackage{{lmodern,textcomp}}{_GEOMETRY}",
        _body,
    ),
    "pdflatex-times": (
        "pdflatex",
        "en",
        f"\\documentclass[twocolumn]{{article}}\\usepackage[T1]{{fontenc}}\\usepackage{{mathptmx,textcomp}}{_GEOMETRY}",
        _body,
    ),
    "xelatex": (
        "xelatex",
        "en",
        f"\\documentclass{{article}}\\usepackage{{fontspec}}{_GEOMETRY}",
        _body,
    ),
    "xelatex-columns": (
        "xelatex",
        "en",
        (
            "\\documentclass{article}\\usepackage{fontspec}\\setmainfont{Carlito}"
            f"\\usepackage{{paracol}}{_GEOMETRY}"
        ),
        _columns,
    ),
    "lualatex": (
        "lualatex",
        "en",
        f"\\documentclass{{article}}\\usepackage{{fontspec}}{_GEOMETRY}",
        _body,
    ),
    "moderncv": (
        "pdflatex",
        "en",
        (
            "\\documentclass[11pt,a4paper]{moderncv}\\moderncvstyle{classic}\\moderncvcolor{blue}"
            "\\usepackage{textcomp}\\usepackage[scale=0.8]{geometry}\\name{%s}{}"
        ),
        _moderncv,
    ),
    "moderncv-banking": (
        "xelatex",
        "zh",
        (
            "\\documentclass[11pt,a4paper]{moderncv}\\moderncvstyle{banking}\\moderncvcolor{blue}"
            "\\usepackage{xeCJK}\\setCJKmainfont{Noto Serif CJK SC}\\setCJKsansfont{Noto Sans CJK SC}"
            "\\usepackage[scale=0.8]{geometry}\\name{%s}{}"
        ),
        _moderncv,
    ),
}


def document(person: Person, name: str) -> tuple[str, str]:
    """The engine to run and the source; ("", "") if the document is not made for the language."""
    engine, language, preamble, body = DOCUMENTS[name]
    if language != person.language:
        return "", ""
    preamble = preamble.replace("%s", _tex(person.name))
    return engine, f"{preamble}\n\\begin{{document}}\n{body(person)}\n\\end{{document}}\n"
