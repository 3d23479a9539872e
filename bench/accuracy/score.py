"""Scores the reader on the corpus of real documents, prints the table, and writes it into docs/reading.md."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
SCRIPT = Path(os.environ.get("SUIVI_SCORE", ROOT.parent / "shared" / "score" / "reading.py"))
PAGE = ROOT / "docs" / "reading.md"
BEGIN, END = "<!-- score: written by make score -->", "<!-- end of score -->"
# A line of the score: "report: pairs that are true: 99.42%  (19985/20102)"
LINE = re.compile(r"(?P<measure>.+): (?P<value>\d+\.\d+)%\s+\((?P<hit>\d+)/(?P<of>\d+)\)")
# What each measure must reach, in per cent; the first pattern that matches counts.
BOUNDS = (
    (r"matrix: (themes|groups of persons|recommending States)", 99.5),
    (r"matrix: |addendum: |paragraph: number", 100.0),
    (r"paragraph: recommending States", 98.0),
    (r"paragraph: text", 99.0),
    (r"language \w\w: number$", 99.0),
    (r"language (?!en)\w\w: States", 97.0),
    (r"report: State-recommendation pairs found", 97.5),
    (r"report: pairs that are true", 99.3),
)


@dataclass(frozen=True)
class Measure:
    """One measure of the score: its name, per cent reached, hits and cases, and the bound where it has one."""

    name: str
    value: float
    hit: int
    of: int

    @property
    def bound(self) -> float | None:
        """Return what the measure must reach, in per cent."""
        return next((bound for pattern, bound in BOUNDS if re.match(pattern, self.name)), None)

    @property
    def missed(self) -> bool:
        """Return whether the measure stays below its bound."""
        return self.bound is not None and 100 * self.hit < self.bound * self.of

    def row(self) -> str:
        """Return a row of the table."""
        bound = "" if self.bound is None else f"{self.bound:g} %"
        return f"| {self.name} | {self.value:.2f} % | {self.hit} of {self.of} | {bound} |"


def main() -> int:
    """Run the score with the words given, such as `--only reports`; return 1 where a bound is missed."""
    if not SCRIPT.exists():
        print(f"There is no {SCRIPT}: set SUIVI_SCORE to the script that scores the corpus.")
        return 0
    done = subprocess.run(
        [sys.executable, str(SCRIPT), *sys.argv[1:]], cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True
    )
    measures = [
        Measure(found["measure"], float(found["value"]), int(found["hit"]), int(found["of"]))
        for line in done.stdout.splitlines()
        if (found := LINE.match(line))
    ]
    table = "\n".join(
        ("| measure | reached | cases | must reach |", "| --- | --- | --- | --- |", *(m.row() for m in measures))
    )
    print(table)
    if not sys.argv[1:]:
        _write(table)
    missed = [measure.name for measure in measures if measure.missed]
    print(f"\nMissed: {', '.join(missed)}" if missed else "\nEvery bound is met.")
    return 1 if missed else 0


def _write(table: str) -> None:
    """Put the table into the page between its two marks."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    PAGE.write_text(f"{before}{BEGIN}\n{table}\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
