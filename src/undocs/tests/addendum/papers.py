"""Invented addenda of Orvana."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import docx

import undocs
from undocs.tests.typeset import Line, lay_out, write_pdf

COVER = (
    "United Nations A/HRC/99/9/Add.1",
    "General Assembly Distr.: General",
    "4 March 2031",
    "Original: English",
    "Human Rights Council",
    "Ninety-ninth session",
    "24 February–20 March 2031",
    "Agenda item 6",
    "Universal periodic review",
    "Report of the Working Group on the Universal Periodic Review",
    "Chile",
    "Addendum",
    "Views on conclusions and/or recommendations, voluntary commitments and replies",
    "presented by the State under review",
)
"""A real State's name stands on the cover, since an invented one has no code."""


def read_pdf(folder: Path, *passages: str | Line) -> undocs.Document:
    """Set an addendum with these passages as PDF, and read it."""
    return undocs.read(write_pdf(folder / "addendum.pdf", lay_out(COVER, passages)))


def read_word(folder: Path, *blocks: str | Sequence[Sequence[str]], cover: Sequence[str] = COVER) -> undocs.Document:
    """Write an addendum as Word, strings as paragraphs and rows of cells as tables, and read it."""
    paper = docx.Document()
    for line in cover:
        paper.add_paragraph(line)
    for block in blocks:
        if isinstance(block, str):
            paper.add_paragraph(block)
        else:
            table = paper.add_table(rows=0, cols=len(block[0]))
            for row in block:
                for cell, text in zip(table.add_row().cells, row, strict=True):
                    cell.text = text
    paper.save(str(folder / "addendum.docx"))
    return undocs.read(folder / "addendum.docx")


def positions(document: undocs.Document) -> dict[str, str]:
    """Return number -> position."""
    return {number: answer.position.value for answer in document.positions for number in answer.numbers}


def answer_to(document: undocs.Document, number: str) -> undocs.Answer:
    """Return the answer to one number."""
    return next(answer for answer in document.positions if number in answer.numbers)
