"""A small file that the host reads before anybody's: what PDFium sets up for its first one, and Python
for its first calls, is then shared with every process that is forked."""

from __future__ import annotations

from contextlib import suppress

from interviews.resumes.base import Limits, ResumeError
from interviews.resumes.clean import tidy
from interviews.resumes.pdf import read_pdf

__all__ = ["rehearse", "sample"]

_LINES = (
    "Chris Example, data engineer: Python, SQL and Kafka since 2019.",
    "Built a ledger for 20 shops, with two others, that reads and writes 4,000 rows a second.",
    "S K I L L S",
)


def sample() -> bytes:
    """A page of PDF in one of the fonts that every reader has."""
    shown = "".join(f"1 0 0 1 60 {780 - 20 * n} Tm ({_LINES[n]}) Tj\n" for n in range(len(_LINES)))
    drawn = f"BT /F 12 Tf\n{shown}ET"
    font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
    objects = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        (
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
            f"/Resources<</Font<</F {font}>>>>>>"
        ),
        f"<</Length {len(drawn)}>>stream\n{drawn}\nendstream",
    )
    body, places = "%PDF-1.4\n", []
    for number, one in enumerate(objects, start=1):
        places.append(f"{len(body):010} 00000 n \n")
        body += f"{number} 0 obj\n{one}\nendobj\n"
    size = len(objects) + 1
    table = f"xref\n0 {size}\n0000000000 65535 f \n{''.join(places)}"
    end = f"trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{len(body)}\n%%EOF\n"
    return f"{body}{table}{end}".encode()


def rehearse() -> None:
    """Read it. If that should fail, so will somebody's file, and there it is told."""
    with suppress(ResumeError):
        tidy(read_pdf(sample(), Limits()).text)
