"""Exports of hundreds of megabytes in the terminal: read row by row, in the memory of one row."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path
from typing import TextIO

from suivi.command.reading import Counted
from undocs import Document, Kind, guarded
from undocs.limits import Limits

_NO_ROWS = '"recommendations": []'


def first_rows(path: Path, kind: Kind, rows: int, limits: Limits) -> tuple[Document, Counted]:
    """Read a whole export; return a document with its first rows only, and the count of all."""
    document, counted = Document(kind), Counted()
    for row in guarded.stream(path, limits):
        counted.add(row)
        if len(document.recommendations) < max(1, rows):
            document.recommendations.append(row)
    return document, counted


def write_json(path: Path, kind: Kind, limits: Limits, out: TextIO) -> None:
    """Write an export as the same JSON object that a small document gives: all of it, or nothing where it is broken."""
    begins, ends = json.dumps(Document(kind).as_json(), ensure_ascii=False).split(_NO_ROWS)
    with tempfile.TemporaryFile("w+", encoding="utf-8") as whole:
        whole.write(f'{begins}"recommendations": [')
        for at, row in enumerate(guarded.stream(path, limits)):
            whole.write((",\n" if at else "\n") + json.dumps(row.as_json(), ensure_ascii=False))
        whole.write(f"]{ends}\n")
        whole.seek(0)
        shutil.copyfileobj(whole, out)
