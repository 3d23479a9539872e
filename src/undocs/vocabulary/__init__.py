"""Data files anyone can read and edit (States, themes, treaties, number words), and how they are loaded."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

LANGUAGES = ("en", "fr", "es", "ar", "ru", "zh")

_HERE = Path(__file__).parent


@cache
def rows(file: str) -> tuple[dict[str, str], ...]:
    """Return the rows of one CSV file of this folder, such as `states/en.csv`, each as a dict."""
    with (_HERE / file).open(encoding="utf-8", newline="") as opened:
        return tuple(csv.DictReader(opened))


def listed(cell: str) -> list[str]:
    """Return the items of a cell such as `Laos | Lao PDR`."""
    return [item.strip() for item in cell.split("|") if item.strip()]
