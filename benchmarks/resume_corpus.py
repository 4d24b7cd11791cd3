"""Make fictitious résumés by programs that are not ours: ``python benchmarks/resume_corpus.py DIR``.

Writes folders of files, each with its true text beside it (``.txt``), for `resumes.py` to measure:
web pages printed by Chromium and wkhtmltopdf, documents by python-docx, what LibreOffice makes of
those (DOC, DOCX, RTF, PDF, HTML), LaTeX by three engines, PDFs put through Ghostscript, qpdf and
Cairo, and the HTML and MIME files in several encodings that job sites call ``.doc``. A program
that is not installed is left out and named. ``--only REGEX`` picks groups.
"""

from __future__ import annotations

import argparse
import quopri
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from email.mime.multipart import MIMEMultipart
from email.mime.nonmultipart import MIMENonMultipart
from email.mime.text import MIMEText
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import resume_html
import resume_office
import resume_tex
from resume_people import PEOPLE
from resume_shapes import Person

MINUTES = 60


def run(*command: str | Path, folder: Path | None = None) -> bool:
    try:
        done = subprocess.run(
            [str(part) for part in command],
            capture_output=True,
            cwd=folder,
            timeout=5 * MINUTES,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def keep(path: Path, person: Person) -> None:
    path.with_name(path.name + ".txt").write_text(
        "\n".join(person.lines(path.name)), encoding="utf-8"
    )


# --- Web pages ------------------------------------------------------------------------------


def chromium(target: Path, work: Path) -> Iterator[str]:
    for person in PEOPLE:
        for layout in resume_html.LAYOUTS:
            page = work / "page.html"
            page.write_text(resume_html.page(person, layout), encoding="utf-8")
            path = target / f"{person.key}-{layout}.pdf"
            if run(
                *("chromium", "--headless", "--no-sandbox", "--disable-gpu"),
                *("--no-pdf-header-footer", f"--user-data-dir={work / 'profile'}"),
                *(f"--print-to-pdf={path}", page.as_uri()),
            ):
                keep(path, person)
                yield path.name


def wkhtmltopdf(target: Path, work: Path) -> Iterator[str]:
    for person in PEOPLE:
        for layout in ("plain", "timeline", "form", "airy"):
            page = work / "page.html"
            page.write_text(resume_html.page(person, layout), encoding="utf-8")
            path = target / f"{person.key}-{layout}.pdf"
            run("wkhtmltopdf", "-q", page, path)
            if path.exists():
                keep(path, person)
                yield path.name


def job_sites(target: Path, work: Path) -> Iterator[str]:
    """HTML and web archives under the name ``.doc``."""
    for person in PEOPLE:
        for layout in ("plain", "form", "sidebar-right"):
            for charset in (
                "gbk",
                "gb18030",
                "utf-8",
                "utf-8-sig",
                "utf-16",
                "bare-utf-8",
                "bare-gbk",
            ):
                encoding = charset.removeprefix("bare-")
                page = resume_html.page(person, layout, encoding.removesuffix("-sig"))
                if charset.startswith("bare-"):
                    page = page.replace(f"<meta charset={encoding}>", "")
                # What an encoding has no byte for, its writers spell as references.
                path = target / f"{person.key}-{layout}-{charset}.html.doc"
                path.write_bytes(page.encode(encoding, "xmlcharrefreplace"))
                keep(path, person)
                yield path.name
            for charset in ("gb2312", "utf-8"):
                for coding in ("qp", "base64", "8bit"):
                    path = target / f"{person.key}-{layout}-{charset}-{coding}.mht.doc"
                    path.write_bytes(_archive(person, layout, charset, coding))
                    keep(path, person)
                    yield path.name


def _archive(person: Person, layout: str, charset: str, coding: str) -> bytes:
    encoding = "gb18030" if charset == "gb2312" else charset
    page = resume_html.page(person, layout, charset)
    archive = MIMEMultipart("related", type="text/html")
    if coding == "8bit":
        part = MIMENonMultipart("text", "html", charset=charset)
        part["Content-Transfer-Encoding"] = "8bit"
        part.set_payload("@@PAGE@@")
    elif coding == "qp":
        part = MIMENonMultipart("text", "html", charset=charset)
        quoted = quopri.encodestring(page.encode(encoding, "xmlcharrefreplace"))
        part["Content-Transfer-Encoding"] = "quoted-printable"
        part.set_payload(quoted.decode("ascii"))
    else:
        part = MIMEText(page, "html", encoding)
        part.replace_header("Content-Type", f'text/html; charset="{charset}"')
    part["Content-Location"] = "file:///C:/resume.htm"
    archive.attach(part)
    return archive.as_bytes().replace(b"@@PAGE@@", page.encode(encoding, "xmlcharrefreplace"))


# --- Office ---------------------------------------------------------------------------------


def python_docx(target: Path, work: Path) -> Iterator[str]:
    for person in PEOPLE:
        for name, build in resume_office.BUILDERS.items():
            path = target / f"{person.key}-{name}.docx"
            path.write_bytes(build(person))
            keep(path, person)
            yield path.name


def _convert(source: Path, target: Path, work: Path, kind: str, suffix: str) -> bool:
    done = run(
        *("soffice", f"-env:UserInstallation=file://{work}/office", "--headless"),
        *("--convert-to", kind, "--outdir", work / "out", source),
    )
    made = work / "out" / f"{source.stem}.{kind.split(':', maxsplit=1)[0]}"
    if done and made.exists():
        shutil.move(made, target / f"{source.stem}{suffix}")
        return True
    return False


def libreoffice(target: Path, work: Path) -> Iterator[str]:
    """DOCX of python-docx as LibreOffice writes it again, and web pages as it reads them."""
    kinds = {
        "doc": ("doc:MS Word 97", ".doc"),
        "docx": ("docx", ".docx"),
        "pdf": ("pdf", ".pdf"),
        "rtf": ("rtf", ".rtf.doc"),
        "html": ("html", ".html.doc"),
    }
    for person in PEOPLE:
        for name, build in resume_office.BUILDERS.items():
            source = work / f"{person.key}-{name}.docx"
            source.write_bytes(build(person))
            for kind, suffix in kinds.values():
                if _convert(source, target, work, kind, suffix):
                    path = target / f"{source.stem}{suffix}"
                    keep(path, person)
                    yield path.name


def abiword(target: Path, work: Path) -> Iterator[str]:
    for person in PEOPLE:
        for name in ("plain", "form"):
            source = work / f"{person.key}-{name}.docx"
            source.write_bytes(resume_office.BUILDERS[name](person))
            for kind, suffix in (("rtf", ".rtf.doc"), ("pdf", ".pdf"), ("doc", ".abi.doc")):
                path = target / f"{source.stem}{suffix}"
                run("abiword", f"--to={kind}", f"--to-name={path}", source)
                if path.exists():
                    keep(path, person)
                    yield path.name


def pandoc(target: Path, work: Path) -> Iterator[str]:
    for person in PEOPLE:
        source = work / f"{person.key}.html"
        source.write_text(resume_html.page(person, "plain"), encoding="utf-8")
        for kind, suffix in (("docx", ".docx"), ("rtf", ".rtf.doc")):
            path = target / f"{person.key}{suffix}"
            if run("pandoc", "-s", "-o", path, "-t", kind, source):
                keep(path, person)
                yield path.name


# --- LaTeX ----------------------------------------------------------------------------------


def latex(target: Path, work: Path) -> Iterator[str]:
    for person in PEOPLE:
        for name in resume_tex.DOCUMENTS:
            engine, source = resume_tex.document(person, name)
            if not engine or not shutil.which(engine):
                continue
            (work / "cv.tex").write_text(source, encoding="utf-8")
            (work / "cv.pdf").unlink(missing_ok=True)
            run(engine, "-interaction=nonstopmode", "cv.tex", folder=work)
            if (work / "cv.pdf").exists():
                path = target / f"{person.key}-{name}.pdf"
                shutil.move(work / "cv.pdf", path)
                keep(path, person)
                yield path.name
            else:
                print(f"  {name} for {person.key} was not made", file=sys.stderr)


# --- PDFs that went through another program -------------------------------------------------


def rewritten(target: Path, work: Path) -> Iterator[str]:
    """PDFs of the other groups after Ghostscript, qpdf and Cairo."""
    programs = {
        "gs": (
            "gs",
            "-q",
            "-dNOPAUSE",
            "-dBATCH",
            "-sDEVICE=pdfwrite",
            "-sOutputFile={out}",
            "{in}",
        ),
        "qpdf": ("qpdf", "--object-streams=generate", "--linearize", "{in}", "{out}"),
        "cairo": ("pdftocairo", "-pdf", "{in}", "{out}"),
    }
    for group in ("chromium", "libreoffice", "latex"):
        sources = sorted((target.parent / group).glob("*.pdf"))
        for number, source in enumerate(sources):
            name, command = list(programs.items())[number % len(programs)]
            path = target / f"{name}-{group}-{source.name}"
            filled = [
                part.replace("{in}", str(source)).replace("{out}", str(path)) for part in command
            ]
            if shutil.which(command[0]) and run(*filled):
                shutil.copy(source.with_name(source.name + ".txt"), f"{path}.txt")
                yield path.name


GROUPS: dict[str, tuple[str, Callable[[Path, Path], Iterator[str]]]] = {
    "chromium": ("chromium", chromium),
    "wkhtmltopdf": ("wkhtmltopdf", wkhtmltopdf),
    "job-sites": ("", job_sites),
    "python-docx": ("", python_docx),
    "libreoffice": ("soffice", libreoffice),
    "abiword": ("abiword", abiword),
    "pandoc": ("pandoc", pandoc),
    "latex": ("xelatex", latex),
    "rewritten": ("", rewritten),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="", help="a regular expression for groups")
    options = parser.parse_args()
    for name, (program, make) in GROUPS.items():
        if not re.search(options.only, name):
            continue
        if program and not shutil.which(program):
            print(f"{name}: no {program} here", file=sys.stderr)
            continue
        target = options.folder.resolve() / name
        target.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as work:
            print(name, sum(1 for _ in make(target, Path(work))))


if __name__ == "__main__":
    main()
