"""Learns what remarks around an answer sound like: ``python benchmarks/learn_remarks.py [--without writer]``.

Fits the weights of `interviewers/engines/builtin/reading/around.py` to the remarks of `remarks/*.jsonl`, which several
people wrote as candidates would say them (nothing is learnt from the ``writer`` called fourth or fifth), against what is
part of an answer: sentences by the same people that look like remarks (``kind`` answer), ours that deny or decide something
or lead over to another story (``house``), all sentences and first clauses of
`heard/` (without the third and fourth set), of the bank's references and of the texts of `attacks/`, and the wordings of
the bank's points. ``--without`` leaves another writer out. Then, and with ``--measure``, the weights are not written,
but it is printed how many of the remarks of whoever was left out are found, and how many sentences of a quarter of the answers are taken for one.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import pycrfsuite  # type: ignore[import-untyped]
from attacks import DATA, lines

from interviewers.bank.schema import read_bank
from interviewers.engines.builtin.reading.around import ANY, FILE, clauses_of, parts_of, traits

HERE = Path(__file__).parent
SETS = ("first", "second", "third", "fourth", "fifth", "sixth")
UNREAD = ("third.jsonl", "fourth.jsonl")
MEASURED = ("fourth", "fifth")
"""Whose remarks nothing is learnt from."""
L1, L2, SEEN, REMARKS, SEED = 0.0, 0.5, 2, 4, 1
"""Regularization, how often a trait has to be seen, how often a remark counts, and the seed of the division."""
LEAST = 0.1
"""Weights below this are left out."""
LANGUAGES = ("zh", "en")


def remarks(language: str) -> list[tuple[str, str, str]]:
    """Who wrote what of which kind ("open", "close", "answer")."""
    rows = [
        json.loads(line)
        for path in sorted((HERE / "remarks").glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    return [
        (row["writer"], row["kind"], row["text"]) for row in rows if row["language"] == language
    ]


def answers(language: str) -> list[str]:
    """Sentences, and the first clauses, of honest answers; wordings of the bank's points, since any answer may be as short
    as these; and sentences of attacks, which are for `addressed` to find."""
    found: list[str] = []
    for path in sorted((HERE / "heard").rglob("*.jsonl")):
        if path.name in UNREAD:
            continue
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row.get("language", path.stem) == language and "answer" in row:
                found.append(row["answer"])
    halves = [item.en if language == "en" else item.zh for item in read_bank()]
    found += [half.reference for half in halves]
    for name in SETS:
        folder = DATA if name == "first" else DATA / name
        for kind in ("answers", "honest"):
            found += [row["answer"] for row in lines(folder, kind) if row["language"] == language]
        found += [row["text"] for row in lines(folder, "attacks") if row["language"] == language]
    told = [part for text in found for part in pieces(text)]
    told += [
        text for half in halves for point in half.points for text in (point.text, *point.synonyms)
    ]
    random.Random(SEED).shuffle(told)
    return told


def pieces(text: str) -> list[str]:
    """The sentences of a text, and the clauses that it begins and ends with."""
    parts = parts_of(text)
    first, last = clauses_of(parts[0]), clauses_of(parts[-1])
    return [*parts, *(clauses[0] for clauses in (first, last[::-1]) if len(clauses) > 1)]


def learn(wanted: Sequence[str], others: Sequence[str], language: str) -> dict[str, float]:
    """What each trait is worth."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for label, texts in (("R", [*wanted] * REMARKS), ("A", others)):
        for text in texts:
            trainer.append([[ANY, *sorted(traits(text, language))]], [label])
    trainer.set_params({"c1": L1, "c2": L2, "feature.minfreq": SEEN})
    with TemporaryDirectory() as folder:
        path = str(Path(folder) / "model")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        state = tagger.info().state_features
    worth: dict[str, float] = {}
    for (trait, label), weight in state.items():
        worth[trait] = worth.get(trait, 0.0) + (weight if label == "R" else -weight)
    return {
        trait: round(value, 2)
        for trait, value in sorted(worth.items())
        if abs(value) >= LEAST or trait == ANY
    }


def worth_of(text: str, weights: dict[str, float], language: str) -> float:
    return weights[ANY] + sum(weights.get(trait, 0.0) for trait in traits(text, language))


def share(texts: Sequence[str], weights: dict[str, float], language: str, least: float) -> str:
    found = sum(worth_of(text, weights, language) >= least for text in texts)
    return f"{found} of {len(texts)}"


def whole(texts: Iterable[str]) -> list[str]:
    """Remarks, and the sentences of those that have several."""
    return [part for text in texts for part in {text, *parts_of(text)}]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument(
        "--without", default=MEASURED[0], help="whose remarks are left out as well, and measured"
    )
    parser.add_argument("--measure", action="store_true", help="measure, and write nothing")
    options = parser.parse_args()
    measures = options.measure or options.without not in MEASURED
    learnt: dict[str, dict[str, float]] = {}
    for language in LANGUAGES:
        rows = [row for row in remarks(language) if row[0] not in (*MEASURED, options.without)]
        told = answers(language)
        part = told[: len(told) * 3 // 4] if measures else told
        alike = [text for _, kind, text in rows if kind == "answer"]
        wanted = whole(sorted(text for _, kind, text in rows if kind != "answer"))
        # People say them around honest answers as well.
        known = set(wanted)
        others = [text for text in (*part, *alike) if text not in known]
        learnt[language] = learn(wanted, others, language)
        if measures:
            left = [row for row in remarks(language) if row[0] == options.without]
            for least in (0.0, 0.5, 1.0, 2.0):
                print(
                    language,
                    f"from {least:g}: remarks",
                    share(
                        [t for _, k, t in left if k != "answer"], learnt[language], language, least
                    ),
                    "alike",
                    share(
                        [t for _, k, t in left if k == "answer"], learnt[language], language, least
                    ),
                    "answers",
                    share(told[len(part) :], learnt[language], language, least),
                )
    if not measures:
        text = ",\n".join(
            f'"{language}":{{\n'
            + ",\n".join(f"{json.dumps(k, ensure_ascii=False)}:{v}" for k, v in weights.items())
            + "\n}"
            for language, weights in learnt.items()
        )
        FILE.write_text(f"{{\n{text}\n}}\n", encoding="utf-8")
        print({language: len(weights) for language, weights in learnt.items()})


if __name__ == "__main__":
    main()
