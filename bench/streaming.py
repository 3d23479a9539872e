"""How long an export of 267,000 rows takes, and how little memory: one invented file of some 400 MB, streamed."""

from __future__ import annotations

import itertools
import json
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from undocs import states, tables

ROWS = 267_000
MOST_MEGABYTES, MOST_SECONDS = 64, 60
# Of so many rows one is of this review; the others are of committees and rapporteurs.
EVERY = 3
MEGABYTE = 1024 * 1024
AIM = "take further measures to keep the lake clean, to open its ferry to all and to teach every child how to swim, "


def main() -> int:
    """Print rows, seconds and the most memory held; return 1 where a bound is missed."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "export.json"
        _write(path)
        size = path.stat().st_size / MEGABYTE
        before = _most_memory()
        began = time.perf_counter()
        given = sum(1 for each in tables.stream(path) if each.states and each.state_under_review and each.sdgs)
        seconds = time.perf_counter() - began
    if given != ROWS // EVERY:
        sys.exit(f"Of {ROWS // EVERY} recommendations {given} were read whole.")
    most = _most_memory()
    print(f"{ROWS:,} rows, {size:.0f} MB: {given:,} recommendations")
    print(f"seconds: {seconds:.1f} (at most {MOST_SECONDS})")
    print(f"most memory: {most:.0f} MB (at most {MOST_MEGABYTES} MB), before reading {before:.0f} MB")
    return int(most > MOST_MEGABYTES or seconds > MOST_SECONDS)


def _write(path: Path) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write("[\n")
        for at, row in enumerate(_rows()):
            file.write((",\n" if at else "") + json.dumps(row, ensure_ascii=False))
        file.write("\n]\n")


def _rows() -> Iterator[dict[str, object]]:
    names = [states.name(code) for code in states.every()]
    for number, (first, second) in zip(range(ROWS), itertools.cycle(itertools.pairwise(names)), strict=False):
        ours = number % EVERY == 0
        yield {
            "AnnotationId": f"{number:032x}",
            "Symbol": f"A/HRC/{number % 60}/{number % 16}",
            "Text": f"<p>{100 + number % 60}.{number % 300} {(AIM * 8).capitalize()} ({first}) ({second});</p>",
            "Body": "UPR" if ours else "CEDAW",
            "AnnotationType": "Recommendations",
            "Countries": ["Orvana"],
            "Regions": ["Europe", "Europe and Central Asia"],
            "Themes": ["Right to health", "Safe drinking water & sanitation", "Right to education"],
            "AffectedPersons": ["Children", "Women & girls"],
            "Sdgs": ["3 - GOOD HEALTH AND WELL-BEING", "6 - CLEAN WATER AND SANITATION"],
            "PublicationDate": "2018-04-18T00:00:00",
            "UprCycle": "3" if ours else None,
            "UprSession": "28" if ours else None,
            "UprPositions": ["Supported"] if ours else [],
            "UprRecommendingCountry": [first, second] if ours else [],
        }


def _most_memory() -> float:
    """Return the most memory this process has held so far, in megabytes."""
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return held / (MEGABYTE if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    sys.exit(main())
