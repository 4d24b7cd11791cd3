"""Learns what talk to whoever marks an answer sounds like: ``python benchmarks/learn_talk.py [--without fourth]``.

Puts the texts of `attacks/**/attacks.jsonl` and `attacks/learn/talk.jsonl` into honest answers at the
places of `attacks.py`, beside honest answers as they are and such with another's sentence in them, and
fits the weights of `interviewers/engines/builtin/addressed/learnt.py` to them (L-BFGS with L1 and L2
regularization, python-crfsuite). ``--without`` leaves a set out, to measure on it; ``--to`` says where
to write, else the assessor's own file is replaced. The same texts and the same bank give the same weights. Those
of the assessor were learnt with a smaller bank: learnt anew they find less (docs/scoring.md, Table 4).

``--more`` learns from `attacks/learn/more/` as well (2,264 and 1,204 texts). The assessor's weights are made
without: with these, the seventh set and 110 rounds, the talk of the eighth set was taken out cleanly in 60.2 %
(English) and 66.4 % (Chinese) of the trials against 60.0 and 59.3 %, but something of 11 and 6 graded answers
against 3 and 0.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import pycrfsuite  # type: ignore[import-untyped]
from attacks import DATA, PLACES, lines, placed

from interviewers.bank.schema import read_bank
from interviewers.engines.builtin.addressed.learnt import (
    FILE,
    OPENS,
    STEM,
    Token,
    Weights,
    tokens,
    wording,
)

SETS = ("first", "second", "third", "fourth", "fifth", "sixth")
SEED = 11
L1, L2, ROUNDS, SEEN = 0.05, 0.1, 70, 2
"""Regularization, rounds of optimization, and how often a trait has to be seen."""
LEAST = 0.3
"""Weights below this are left out."""
STRANGERS = 800
"""Honest answers with a sentence of another one in them."""
MORE_PLACES, MORE_ROUNDS = 2, 110
"""In how many places each of the further texts is put, and the rounds that they need."""

NOTHING = Weights({}, {}, 0.0, {}, {}, {})
"""What is known before anything is learnt."""

Case = tuple[str, str, frozenset[str]]
Example = tuple[list[Token], list[bool]]


class Material:
    """Honest answers and talk, by language."""

    def __init__(self, without: Sequence[str], *, more: bool) -> None:
        self._items = {item.key: item for item in read_bank()}
        folders = [DATA if name == "first" else DATA / name for name in SETS if name not in without]
        self.talk = [
            (row["language"], row["text"])
            for folder in (*folders, DATA / "learn")
            for row in lines(folder, "attacks" if folder.name != "learn" else "talk")
        ]
        learn = [DATA / "learn", *((DATA / "learn" / "more",) if more else ())]
        self.more = [(row["language"], row["text"]) for f in learn[1:] for row in lines(f, "talk")]
        self.asides = [(row["language"], row["text"]) for f in learn for row in lines(f, "honest")]
        rows = [
            row
            for folder in folders
            for name in ("answers", "honest")
            for row in lines(folder, name)
        ]
        for language in ("en", "zh"):
            heard = Path(__file__).parent / "heard" / f"{language}.jsonl"
            told = heard.read_text(encoding="utf-8").splitlines()
            rows += [{**json.loads(line), "language": language} for line in told]
        self.answers = [(row["language"], row["answer"], self._known(row)) for row in rows]
        for item in self._items.values():
            for language, half in (("en", item.en), ("zh", item.zh)):
                known = self._known({"key": item.key, "language": language})
                self.answers.append((language, half.reference, known))

    def _known(self, row: dict[str, Any]) -> frozenset[str]:
        if "key" not in row:
            references = row["reference"]
            return wording(
                row["question"], *([references] if isinstance(references, str) else references)
            )
        if row["key"] not in self._items:
            return frozenset()
        item = self._items[row["key"]]
        half = item.en if row["language"] == "en" else item.zh
        points = [text for point in half.points for text in (point.text, *point.synonyms)]
        return wording(half.text, half.reference, *points)


def _sentences(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.!?。！？])\s*", text) if part.strip()]


def examples(material: Material, rng: random.Random) -> Iterator[Example]:
    """Texts in tokens, and which of these are talk."""
    hosts: dict[str, list[Case]] = defaultdict(list)
    for case in material.answers:
        hosts[case[0]].append(case)

    def example(text: str, known: frozenset[str], start: int = 0, end: int = 0) -> Example:
        found = tokens(text, known, NOTHING)
        return found, [start <= token.start < end for token in found]

    every = [(row, tuple(PLACES)) for row in material.talk]
    every += [(row, tuple(rng.sample(PLACES, MORE_PLACES))) for row in material.more]
    for (language, talk), places in every:
        yield example(talk, frozenset(), 0, len(talk))
        for place in places:
            _, answer, known = rng.choice(hosts[language])
            text = placed(language, answer, talk, place)
            start = text.find(talk)
            yield example(text, known, start, start + len(talk))
    for _, answer, known in material.answers:
        yield example(answer, known)
    for language, aside in material.asides:
        _, answer, known = rng.choice(hosts[language])
        yield example(aside, frozenset())
        yield example(placed(language, answer, aside, "after"), known)
        yield example(placed(language, answer, aside, rng.choice(PLACES)), known)
    for _ in range(STRANGERS):
        language = rng.choice(("en", "zh"))
        (_, answer, known), (_, other, _) = rng.choices(hosts[language], k=2)
        sentence = rng.choice(_sentences(other))
        yield example(placed(language, answer, sentence, rng.choice(PLACES)), known)


def traits(found: Sequence[Token]) -> Iterator[list[str]]:
    """What is to be learnt of each token, as `learnt.worths` reads it: parts with tabs between them."""
    first, before = "^", "^"
    for token, after in zip(found, [*(other.word for other in found[1:]), "$"], strict=True):
        word = token.word
        named = [
            ("own", word),
            ("before", word, before),
            ("after", word, after),
            ("two", word, before, first),
        ]
        if len(word) > STEM:
            named += [("stem", word[:STEM]), ("joined", word[:STEM], before[:STEM])]
        if before in OPENS:
            named.append(("opening", word))
        if token.expected:
            named.append(("expected",))
        yield ["\t".join(parts) for parts in named]
        first, before = before, word


def by_word(worth: dict[str, float]) -> dict[str, Any]:
    """Traits and what they are worth in the form of `learnt.Weights`."""
    words: dict[str, list[Any]] = defaultdict(lambda: [0.0, 0.0, {}, {}, {}])
    stems: dict[str, list[Any]] = defaultdict(lambda: [0.0, {}])
    for trait in sorted(worth):
        kind, *parts = trait.split("\t")
        match kind, *parts:
            case "own", word:
                words[word][0] = worth[trait]
            case "opening", word:
                words[word][1] = worth[trait]
            case "before", word, before:
                words[word][2][before] = worth[trait]
            case "after", word, after:
                words[word][3][after] = worth[trait]
            case "two", word, before, first:
                words[word][4].setdefault(before, {})[first] = worth[trait]
            case "stem", stem:
                stems[stem][0] = worth[trait]
            case "joined", stem, before:
                stems[stem][1][before] = worth[trait]
    # It speaks against talk, if at all: `learnt` reckons with that.
    expected = min(0.0, worth.get("expected", 0.0))
    return {"words": words, "stems": stems, "expected": expected}


def learn(found: Iterator[Example], rounds: int) -> tuple[dict[str, Any], int]:
    """The weights, and how many traits are kept. Edges stand as tokens of their own between the tokens, so
    that a change of state has a price there and what is talk has one price wherever it begins."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for text, talks in found:
        items: list[list[str]] = []
        labels: list[str] = []
        before = False
        for token, named, talk in zip(text, traits(text), talks, strict=True):
            change = (
                "+" if talk and not before else "-" if before and not talk else "t" if talk else "a"
            )
            items += [[f"@{token.edge}"], named]
            labels += [change, "T" if talk else "A"]
            before = talk
        trainer.append(items, labels)
    trainer.set_params({"c1": L1, "c2": L2, "max_iterations": rounds, "feature.minfreq": SEEN})
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "model")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
    state: dict[str, dict[str, float]] = defaultdict(dict)
    for (trait, label), weight in info.state_features.items():
        state[trait][label] = weight

    def price(edge: str, before: str, change: str, after: str) -> float:
        steps = info.transitions
        return sum(
            (
                state[edge].get(change, 0.0),
                steps.get((before, change), 0.0),
                steps.get((change, after), 0.0),
            )
        )

    edges = [trait for trait in state if trait[0] == "@"]
    worth = {
        trait: one.get("T", 0.0) - one.get("A", 0.0)
        for trait, one in state.items()
        if trait[0] != "@"
    }
    changes = {"enter": ("A", "+", "T"), "leave": ("T", "-", "A"), "stay": ("T", "t", "T")}
    weights = {
        name: {
            edge[1:]: round(price(edge, *way) - price(edge, "A", "a", "A"), 2)
            for edge in sorted(edges)
        }
        for name, way in changes.items()
    }
    kept = {trait: round(value, 2) for trait, value in worth.items() if abs(value) >= LEAST}
    return {**by_word(kept), **weights}, len(kept)


def as_text(weights: dict[str, Any]) -> str:
    """JSON with a line for each word, for whoever compares two of them."""

    def dumped(value: Any) -> str:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    parts: list[str] = []
    for name, value in weights.items():
        if isinstance(value, dict):
            rows = ",\n".join(f"{dumped(key)}:{dumped(one)}" for key, one in sorted(value.items()))
            parts.append(f"{dumped(name)}:{{\n{rows}\n}}")
        else:
            parts.append(f"{dumped(name)}:{dumped(value)}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument(
        "--without", action="append", default=[], choices=SETS, help="leave a set out"
    )
    parser.add_argument("--more", action="store_true", help="learn from the further texts as well")
    parser.add_argument("--to", type=Path, default=FILE, help="where to write the weights")
    options = parser.parse_args()
    material = Material(options.without, more=options.more)
    rounds = MORE_ROUNDS if options.more else ROUNDS
    weights, number = learn(examples(material, random.Random(SEED)), rounds)
    options.to.write_text(as_text(weights), encoding="utf-8")
    print(f"{number} traits")


if __name__ == "__main__":
    main()
