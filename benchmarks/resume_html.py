"""The résumés of `resume_people` as web pages, in the layouts people choose."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from resume_shapes import Person, Section

__all__ = ["LAYOUTS", "page"]

# One that Chromium embeds as TrueType, as it does what Windows has, and one that becomes Type 3.
_ZH = ("'WenQuanYi Micro Hei', sans-serif", "'Noto Sans CJK SC', sans-serif")
_EN = "'Carlito', 'Liberation Sans', sans-serif"
_BASE = """
body{font:10.5pt/1.45 %s;margin:0} h1{font-size:22pt;margin:0} h2{font-size:13pt;margin:10px 0 4px}
ul{margin:2px 0 4px 18px;padding:0} p{margin:2px 0} .dates{float:right;color:#666}
.entry{margin-bottom:6px} table{border-collapse:collapse}
"""
_PHOTO = (
    "<svg class=photo width=70 height=90><rect width=70 height=90 fill='#9bc'/>"
    "<circle cx=35 cy=35 r=18 fill='#fff'/></svg>"
)
_ICON = "<svg width=12 height=12><circle cx=6 cy=6 r=5 fill='#357'/></svg> "


def _contacts(person: Person, between: str, icon: str = "") -> str:
    colon = "：" if person.language == "zh" else ": "
    return between.join(
        f"<span>{icon}{escape(label)}{colon}{escape(value)}</span>"
        for label, value in person.contacts
    )


def _section(section: Section, *, dates_first: bool = False) -> str:
    parts = [f"<h2>{escape(section.heading)}</h2>"]
    for entry in section.entries:
        dates = f"<span class=dates>{escape(entry.dates)}</span>"
        head = f"<b>{escape(entry.title)}</b> {escape(entry.role)}"
        items = "".join(f"<li>{escape(item)}</li>" for item in entry.items)
        row = f"{dates} {head}" if dates_first else f"{head} {dates}"
        parts.append(
            f"<div class=entry><div>{row}</div>{f'<ul>{items}</ul>' if items else ''}</div>"
        )
    if section.items:
        parts.append(
            "<ul>" + "".join(f"<li>{escape(item)}</li>" for item in section.items) + "</ul>"
        )
    return "<section>" + "".join(parts) + "</section>"


def _all(sections: Sequence[Section]) -> str:
    return "".join(map(_section, sections))


def _split(person: Person) -> tuple[list[Section], list[Section]]:
    return [s for s in person.sections if s.side], [s for s in person.sections if not s.side]


def _head(person: Person) -> str:
    return f"<h1>{escape(person.name)}</h1><p>{escape(person.wish)}</p>"


def plain(person: Person) -> str:
    return f"{_PHOTO}{_head(person)}<p>{_contacts(person, ' | ')}</p>{_all(person.sections)}"


def _two(person: Person, style: str) -> str:
    side, main = _split(person)
    contacts = _contacts(person, "<br>", _ICON)
    return (
        f"<style>{style}</style><div class=two><aside>{_PHOTO}{_head(person)}<p>{contacts}</p>"
        f"{_all(side)}</aside><main>{_all(main)}</main></div>"
    )


def sidebar(person: Person) -> str:
    """A coloured column at the left, as Canva and many job sites have it."""
    return _two(
        person,
        ".two{display:flex;min-height:270mm} aside{width:32%;background:#2c3e50;color:#fff;padding:14px}"
        "main{flex:1;padding:14px}",
    )


def sidebar_right(person: Person) -> str:
    """The narrow column at the right and after the wide one in the file."""
    side, main = _split(person)
    return (
        "<style>.two{display:grid;grid-template-columns:64% 34%;gap:2%}</style>"
        f"{_head(person)}<p>{_contacts(person, ' · ', _ICON)}</p>"
        f"<div class=two><main>{_all(main)}</main><aside>{_all(side)}</aside></div>"
    )


def halves(person: Person) -> str:
    """Newspaper columns of equal width."""
    return (
        "<style>.body{column-count:2;column-gap:9mm;text-align:justify;hyphens:none}</style>"
        f"{_head(person)}<p>{_contacts(person, ' | ')}</p><div class=body>{_all(person.sections)}</div>"
    )


def timeline(person: Person) -> str:
    """Dates in a column of their own at the left."""
    style = ".dates{float:left;width:38mm;margin-left:-40mm} body{padding-left:42mm}"
    sections = "".join(_section(section, dates_first=True) for section in person.sections)
    return f"<style>{style}</style>{_head(person)}<p>{_contacts(person, ' | ')}</p>{sections}"


def form(person: Person) -> str:
    """A table with ruled cells, labels at the left: the form of Chinese job sites."""
    rows = "".join(
        f"<tr><td>{escape(label)}</td><td>{escape(value)}</td>"
        + (f"<td rowspan={len(person.contacts)}>{_PHOTO}</td>" if not number else "")
        + "</tr>"
        for number, (label, value) in enumerate(person.contacts)
    )
    for section in person.sections:
        inner = _section(section).partition("</h2>")[2].removesuffix("</section>")
        rows += f"<tr><th>{escape(section.heading)}</th><td colspan=2>{inner}</td></tr>"
    return (
        "<style>td,th{border:1px solid #555;padding:4px;vertical-align:top} th{width:22mm}</style>"
        f"{_head(person)}<table>{rows}</table>"
    )


def airy(person: Person) -> str:
    """Headings in spaced capitals, justified text, ligatures, a tinted bar behind headings."""
    return (
        "<style>h1,h2{letter-spacing:.35em;text-transform:uppercase} h2{background:#e8eef4}"
        "section{text-align:justify;font-feature-settings:'liga','dlig'}</style>"
        f"{_head(person)}<p>{_contacts(person, ' / ')}</p>{_all(person.sections)}"
    )


def cards(person: Person) -> str:
    """Two cards of text beside each other, row after row."""
    cells = "".join(f"<div>{_section(section)}</div>" for section in person.sections)
    return (
        "<style>.cards{display:grid;grid-template-columns:1fr 1fr;gap:8px 12px}"
        ".cards>div{border:1px solid #ccc;padding:6px}</style>"
        f"{_head(person)}<p>{_contacts(person, ' | ')}</p><div class=cards>{cells}</div>"
    )


LAYOUTS: dict[str, Callable[[Person], str]] = {
    "plain": plain,
    "sidebar": sidebar,
    "sidebar-right": sidebar_right,
    "halves": halves,
    "timeline": timeline,
    "form": form,
    "airy": airy,
    "cards": cards,
}


def page(person: Person, layout: str, charset: str = "utf-8") -> str:
    chinese = _ZH[list(LAYOUTS).index(layout) % 2]
    fonts = chinese if person.language == "zh" else _EN
    return (
        f"<!doctype html><html lang={person.language}><head><meta charset={charset}>"
        f"<title>{escape(person.name)}</title><style>{_BASE % fonts}@page{{margin:14mm}}</style>"
        f"</head><body>{LAYOUTS[layout](person)}</body></html>"
    )
