"""Sorts, for recommendations in six languages, what was not read as in English: ours, or another text in that field.

    python bench/accuracy/languages.py

A field counts as another text where it names another number or other States than the English one, and we read that
number, and its States without a doubt. Prints counts, no sentences.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections import Counter
from pathlib import Path

from undocs.paragraph import read_paragraph

CORPUS = Path(os.environ.get("SUIVI_CORPUS", "../shared/corpus")) / "six-languages" / "uhri.jsonl"
LANGUAGES = ("fr", "es", "ar", "ru", "zh")
# "127-179", "127.179": the number as it stands in the field, in the figures that most languages share
_NUMBER = re.compile(r"(\d+)\s*[.\-]\s*(\d+)")

_BRACKETS = set("()（）")


def main() -> int:
    """Print one line for each language; return 1 where a miss is ours."""
    if not CORPUS.exists():
        print(f"{CORPUS} is not there: set SUIVI_CORPUS")
        return 0
    rows = [row for row in map(json.loads, CORPUS.read_text(encoding="utf8").splitlines()) if row["is_upr"]]
    rows = [row for row in rows if re.match(r"\s*\d+\.\d+", row["en"] or "")]
    ours = 0
    for language in LANGUAGES:
        causes = Counter(cause for row in rows if row[language] and (cause := _cause(row, language)))
        print(
            f"{language}: {sum(causes.values())} differ: " + (", ".join(f"{n} {cause}" for cause, n in causes.items()))
        )
        ours += causes["ours"]
    return int(ours > 0)


def _cause(row: dict[str, str], language: str) -> str:
    """Return why a field is not read as its English one; empty where it is."""
    english, found = read_paragraph(row["en"], "en"), read_paragraph(row[language], language)
    numbered = bool(_NUMBER.match(row[language].strip()))
    if set(found.states) == set(english.states) and (found.number == english.number or not numbered):
        return ""
    if not found.states and not set(row[language]) & _BRACKETS:
        return "no State in that field"
    if found.warnings or not _stands_there(found.number, row[language]):
        return "ours"
    return "another recommendation in that field" if found.number != english.number else "other States in that field"


def _stands_there(number: str | None, field: str) -> bool:
    """Return whether the number, as read, stands in the field, in whichever direction."""
    parts = {frozenset(map(int, match.groups())) for match in _NUMBER.finditer(field)}
    return number is not None and frozenset(map(int, number.split("."))) in parts


if __name__ == "__main__":
    sys.exit(main())
