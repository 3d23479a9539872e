"""Draws a sample of pairs that reading reports got otherwise than UPR Info's coders, and sorts them by cause.

A pair is a recommending State with the text of its recommendation. Without `--words` only counts are printed.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import causes
from rapidfuzz import fuzz

import undocs
from undocs import pdf, states

ROOT = Path(__file__).parent.parent.parent
CORPUS = Path(os.environ.get("SUIVI_CORPUS", ROOT.parent / "shared" / "corpus"))
ENOUGH = 90


@dataclass(frozen=True)
class Otherwise:
    """One pair in question: the report, the State, the words, whether it is ours alone or the coders', its cause."""

    report: str
    state: str
    words: str
    ours: bool
    cause: str


def main() -> int:
    """Print the counts of each cause, and with `--words` the pairs themselves."""
    asked = _asked()
    if not CORPUS.exists():
        print(f"There is no {CORPUS}: set SUIVI_CORPUS to the corpus of real documents.")
        return 0
    found = [each for path, coded in _reviews() for each in _compare(path, coded)]
    for ours, title in (
        (False, "pairs of the coders that were not found"),
        (True, "pairs of ours that the coders lack"),
    ):
        pairs = [each for each in found if each.ours is ours]
        sample = random.Random(asked.seed).sample(pairs, min(asked.sample, len(pairs)))
        print(f"\n{len(sample)} of {len(pairs)} {title}")
        for cause, count in Counter(each.cause for each in sample).most_common():
            print(f"| {cause} | {count} |")
        for each in sorted(sample, key=lambda pair: pair.cause) if asked.words else ():
            print(f"{each.cause}: {each.report} {each.state}: {each.words}")
    return 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sample", type=int, default=100, help="how many of each kind to draw")
    parser.add_argument("--seed", type=int, default=1, help="which sample")
    parser.add_argument("--words", action="store_true", help="print the pairs, not only their counts")
    return parser.parse_args()


def _reviews() -> Iterator[tuple[Path, list[causes.Pair]]]:
    """Yield each report with the pairs that UPR Info coded for its review."""
    folder = CORPUS / "wg-reports"
    sessions = json.loads((folder / "sessions.json").read_text())
    coded: dict[tuple[str | None, int], list[causes.Pair]] = defaultdict(list)
    with (CORPUS / "upr-info" / "upr-info.csv").open(encoding="utf-8") as table:
        for row in csv.DictReader(table):
            asking, reviewed = states.find(row["From"], "en"), states.find(row["To"], "en")
            if row["Response"] != "Voluntary Pledge" and asking and row["Session"]:
                coded[reviewed, int(float(row["Session"]))].append((asking, causes.folded(row["Text"])))
    for path in sorted(folder.glob("*.pdf")):
        if path.stem in sessions and (pairs := coded.get(tuple(sessions[path.stem]))):
            yield path, pairs


def _compare(path: Path, coded: list[causes.Pair]) -> Iterator[Otherwise]:
    document = undocs.read(path)
    ours = [
        (state, causes.folded(part.text))
        for each in document.recommendations
        for part in each.parts or [undocs.Part(each.text, each.states)]
        for state in part.states
    ]
    written = causes.folded(" ".join(each.as_written or "" for each in document.recommendations))
    whole = causes.folded("\n".join(page.text for page in pdf.lines(path)))
    for state, text in coded:
        if not _has(ours, state, text):
            yield Otherwise(
                path.stem, state, text, ours=False, cause=causes.of_missing(state, text, ours, written, whole)
            )
    for state, text in ours:
        if not _has(coded, state, text):
            yield Otherwise(path.stem, state, text, ours=True, cause=causes.of_extra(state, text, coded, written))


def _has(pairs: list[causes.Pair], state: str, text: str) -> bool:
    return any(code == state and fuzz.token_set_ratio(text, other) >= ENOUGH for code, other in pairs)


if __name__ == "__main__":
    sys.exit(main())
