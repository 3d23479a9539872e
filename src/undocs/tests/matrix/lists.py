"""Invented lists of recommendations for Orvana, in the form of each generation."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import docx
from docx.table import Table

import undocs

HEADERS = {
    2015: ("Recommendation", "Recommending state/s", "Position", "Full list of rights/affected persons"),
    2019: ("Recommendation", "Position", "Full list of themes", "Assessment/comments on level of implementation"),
    2020: ("Recommendation", "Position", "Full list of themes", "Assessment/comments on level of implementation"),
    2025: (
        "Recommendation and recommending State",
        "Position of the State under review",
        "Human rights themes and groups of persons",
        "Relevant SDGs",
    ),
}
TITLE = ("UPR of ", "Chile", "  (4th Cycle ", "- 4", " 8 ", "th Session)")
"""The page header as Word keeps it, in runs that break words and figures. Only a real State has a code."""

type Row = str | Sequence[str]
"""A heading across all columns, or the cells of a recommendation."""


def write(path: Path, header: Sequence[str], rows: Sequence[Row], title: Sequence[str] = TITLE) -> Path:
    """Write a list as Word and return its path."""
    paper = docx.Document()
    line = paper.sections[0].header.paragraphs[0]
    for run in title:
        line.add_run(run)
    paper.sections[0].header.add_paragraph("Thematic list of recommendations")
    table = paper.add_table(rows=0, cols=len(header))
    _fill(table, header)
    for row in rows:
        if isinstance(row, str):
            cells = table.add_row().cells
            cells[0].merge(cells[-1]).text = row
        else:
            _fill(table, row)
    paper.save(str(path))
    return path


def _fill(table: Table, texts: Sequence[str]) -> None:
    cells = table.add_row().cells  # type: ignore[no-untyped-call]  # python-docx has no type there
    for cell, text in zip(cells, texts, strict=True):
        first, *others = text.split("\n")
        cell.text = first
        for line in others:
            cell.add_paragraph(line)


def read(folder: Path, generation: int, *rows: Row, title: Sequence[str] = TITLE) -> undocs.Document:
    """Write a list of one generation and read it."""
    return undocs.read(write(folder / "list.docx", HEADERS[generation], rows, title))


def read_one(
    folder: Path, paragraph: str, position: str = "Supported", labels: str = "A12 Norms"
) -> undocs.Recommendation:
    """Read a list of a single recommendation, in the form of 2019, and return it."""
    (only,) = read(folder, 2019, "Theme: A12 Norms", (paragraph, position, labels, "")).recommendations
    return only
