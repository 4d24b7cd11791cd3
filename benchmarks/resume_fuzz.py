"""Mutated files through the reader: ``python benchmarks/resume_fuzz.py [--count 2000] [--seed 1]``.

Takes the fictitious résumés of the tests in every wrapping (or the files of ``--folder``), damages
each a little or a lot - bits, bytes, stretches deleted, doubled, moved, numbers made huge, cuts, two
files spliced, and, for DOCX and PDF, damage inside what is compressed - and reads it as the server
does. The same seed makes the same files. Ends with 1 if anything but a text or a ``ResumeError``
came out, if a reading process could not run, or if an answer took more than 10 seconds. A file
that did is kept in ``--keep``.
"""

from __future__ import annotations

import argparse
import io
import random
import re
import resource
import sys
import tempfile
import time
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from interviews.resumes import ResumeError, ResumeProblem, extract, host, reader
from interviews.tests import resume_docs as docs
from interviews.tests import resume_files as files

SECONDS = 10.0
_NUMBERS = (b"0", b"-1", b"2147483648", b"4294967295", b"99999999999999999999", b"1e400")
_WORDS = (b"\xff\xff\xff\xff", b"\0\0\0\0", b"\x00\x00\x00\x80", b"\xfe\xff\xff\xff")


def samples() -> dict[str, bytes]:
    box = files.text_box("box")
    return {
        "pdf": files.pdf(files.CHINESE),
        "pdf-subset": files.pdf_with_subset(files.ENGLISH, mapped=True),
        "pdf-form": files.pdf_form("wish"),
        "pdf-scan": files.pdf_scanned(files.ENGLISH),
        "docx": files.docx(files.CHINESE, rows=[("a", "b")], header="top", blocks=[box]),
        "doc": docs.doc("\r".join(files.CHINESE), headers="top\r", modifiers=2),
        "html": docs.html(files.CHINESE, charset="gb2312"),
        "mht": docs.web_archive(files.CHINESE, charset="utf-8"),
        "rtf": docs.rtf(files.CHINESE, unicode=True),
    }


def damage(data: bytes, chance: random.Random) -> bytes:
    """One to a few mutations of any kind."""
    mutant = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 3, 8, 40))):
        if not mutant:
            break
        place = chance.randrange(len(mutant))
        length = min(chance.choice((1, 4, 16, 64, 512, 4096)), len(mutant))
        match chance.randrange(9):
            case 0:
                mutant[place] ^= 1 << chance.randrange(8)
            case 1:
                mutant[place] = chance.randrange(256)
            case 2:
                del mutant[place : place + length]
            case 3:
                mutant[place:place] = mutant[place : place + length]
            case 4:
                mutant[place:place] = chance.randbytes(length)
            case 5:
                other = chance.randrange(len(mutant))
                mutant[place : place + length] = mutant[other : other + length]
            case 6:
                mutant[place : place + 4] = chance.choice(_WORDS)
            case 7:
                numbers = list(re.finditer(rb"\d+", mutant))
                if numbers:
                    match = chance.choice(numbers)
                    mutant[match.start() : match.end()] = chance.choice(_NUMBERS)
            case _:
                del mutant[place:]
    return bytes(mutant)


def damage_parts(data: bytes, chance: random.Random) -> bytes:
    """A DOCX with a damaged part, packed again with its sizes and sums right."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w") as package:
        names = source.namelist()
        chosen = chance.choice([name for name in names if name.endswith((".xml", ".rels"))])
        if chance.random() < 0.6:
            chosen = "word/document.xml"
        for name in names:
            part = source.read(name)
            package.writestr(name, damage(part, chance) if name == chosen else part)
    return target.getvalue()


def damage_streams(data: bytes, chance: random.Random) -> bytes:
    """A PDF whose compressed streams are damaged before they are packed again."""

    def pack(match: re.Match[bytes]) -> bytes:
        with suppress(zlib.error):
            plain = zlib.decompress(match[1])
            if chance.random() < 0.7:
                plain = damage(plain, chance)
            return b"stream\n" + zlib.compress(plain) + b"\nendstream"
        return match[0]

    # The ASCII85 that reportlab wraps around would hide all damage behind one error.
    return re.sub(rb"stream\r?\n(.*?)\r?\nendstream", pack, data, flags=re.DOTALL)


def mutants(sources: dict[str, bytes], count: int, seed: int) -> list[tuple[str, bytes]]:
    chance = random.Random(seed)
    names = list(sources)
    made: list[tuple[str, bytes]] = []
    for number in range(count):
        name = names[number % len(names)]
        data = sources[name]
        kind = chance.random()
        if data[:2] == b"PK" and kind < 0.5:
            data = damage_parts(data, chance)
        elif data[:5] == b"%PDF-" and kind < 0.4:
            data = damage_streams(data, chance)
        elif kind > 0.95:
            other = sources[chance.choice(names)]
            data = data[: chance.randrange(len(data))] + other[chance.randrange(len(other)) :]
        else:
            data = damage(data, chance)
        made.append((f"{number:05}-{name}", data))
    return made


class Tally:
    def __init__(self, folder: Path, keep: Path | None) -> None:
        self.answers: Counter[str] = Counter()
        self.seconds: list[float] = []
        self.bad: list[str] = []
        self._folder = folder
        self._keep = keep

    def read(self, one: tuple[str, bytes]) -> None:
        name, data = one
        path = self._folder / name
        path.write_bytes(data)
        start = time.perf_counter()
        try:
            extract(path)
            answer = "text"
        except ResumeError as error:
            answer = error.code.value
        except Exception as error:  # noqa: BLE001 - to find those is what this is for
            answer = f"exception {type(error).__name__}"
        seconds = time.perf_counter() - start
        self.seconds.append(seconds)
        self.answers[answer] += 1
        wrong = answer.startswith("exception") or answer == ResumeProblem.FAILED.value
        if wrong or seconds > SECONDS:
            self.bad.append(f"{name}: {answer}, {seconds:.1f} s")
            if self._keep:
                (self._keep / name).write_bytes(data)
        path.unlink()


def count_signals() -> Counter[int]:
    """How often a reading process ended by which signal, from now on."""
    signals: Counter[int] = Counter()
    real: Callable[[int], ResumeProblem] = reader._cause

    def counted(returncode: int) -> ResumeProblem:
        signals[-returncode] += 1
        return real(returncode)

    reader._cause = counted
    return signals


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path, help="files to mutate instead of the tests' own")
    parser.add_argument("--keep", type=Path, help="where to keep files that did harm")
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    sources = samples()
    if options.folder:
        found = (path for path in sorted(options.folder.rglob("*")) if path.suffix != ".txt")
        sources = {path.name: path.read_bytes() for path in found if path.is_file()}
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    signals = count_signals()
    made = mutants(sources, options.count, options.seed)
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with tempfile.TemporaryDirectory() as folder:
        tally = Tally(Path(folder), options.keep)
        with ThreadPoolExecutor(options.threads) as pool:
            list(pool.map(tally.read, made))
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # The reading processes are the host's children: they are counted here once it has ended.
    host._host._end()
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    print(f"{options.count} files of {len(sources)} kinds, seed {options.seed}")
    print("answers:", ", ".join(f"{name} {n}" for name, n in tally.answers.most_common()))
    print("reading processes that died of a signal:", dict(signals) or "none")
    ranked = sorted(tally.seconds)
    print(f"seconds: median {ranked[len(ranked) // 2]:.2f}, highest {ranked[-1]:.2f}")
    print(f"memory: this process {before // 1024} MiB, {held // 1024} with the files,")
    print(f"  {after // 1024} after reading; the largest reading process {children // 1024}")
    print("harm:", "; ".join(tally.bad) or "none")
    sys.exit(bool(tally.bad))


if __name__ == "__main__":
    main()
