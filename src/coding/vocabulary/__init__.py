"""How recommendations begin in other languages than English: a table anyone can read and mend."""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent


@cache
def openings() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return what finds any of the words with which a recommendation begins, and the English of each."""
    english: dict[str, str] = {}
    with (_HERE / "openings.csv").open(encoding="utf-8", newline="") as opened:
        for row in csv.DictReader(opened):
            meaning = row.pop("english")
            for cell in row.values():
                english |= {written.strip(): meaning for written in cell.split("|") if written.strip()}
    longest_first = "|".join(map(re.escape, sorted(english, key=len, reverse=True)))
    # Matches continuer in "Continuer à", and 继续 within 应继续努力: Chinese writes no blanks.
    return re.compile(rf"(?:(?<!\w)|(?<=[\u4e00-\u9fff]))(?:{longest_first})"), english
