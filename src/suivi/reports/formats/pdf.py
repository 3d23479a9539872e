"""PDF: set by Typst, tagged for screen readers (PDF/UA-1), with the letters that come with the house embedded."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

import typst

from suivi.reports.formats import letters
from suivi.reports.formats.model import (
    Facts,
    Listed,
    Paper,
    Row,
    Runs,
    Section,
    Table,
    direction_of,
    plain,
)

_TEMPLATE = Path(__file__).with_name("paper.typ").read_bytes()
_STANDARD = ["ua-1"]
_NO_LETTER = "could not be displayed with font"
_LONG_ROW = 1200
"""Letters in a cell from which on its row may break over two pages."""
_PAGE, _PAGES = "{page}", "{pages}"


def pdf(paper: Paper) -> bytes:
    """Return a paper as PDF.

    The standard forbids signs that no typeface at hand has. Such a paper is made all the same, tagged but without the
    claim, and shows a box for each of them.
    """
    told = {"paper": json.dumps(_told(paper))}
    try:
        return _press().compile(input=_TEMPLATE, sys_inputs=told, pdf_standards=_STANDARD)
    except typst.TypstError as refusal:
        if _NO_LETTER not in str(refusal):
            raise
        return _press().compile(input=_TEMPLATE, sys_inputs=told)


@cache
def _press() -> Any:
    """Return what sets papers; it remembers the typefaces. The folder it may read files from is empty."""
    empty = Path(tempfile.mkdtemp(prefix="suivi-paper-"))
    fonts = [str(folder) for folder in letters.folders()]
    press = typst.Compiler(root=empty, font_paths=fonts, ignore_system_fonts=True, sys_inputs={})
    empty.rmdir()
    return press


def _told(paper: Paper) -> dict[str, Any]:
    """Return a paper as the template reads it: each text with its language and its direction."""
    before, _, rest = paper.page_of.partition(_PAGE)
    between, _, after = rest.partition(_PAGES)
    return {
        "title": paper.title,
        "above": paper.above,
        "subtitle": paper.subtitle,
        "lang": paper.language,
        "direction": paper.direction,
        "families": letters.families(),
        "arabic": letters.ARABIC,
        "foot": paper.foot,
        "page_of": (before, between, after),
        "bare": paper.bare,
        "facts": _facts(paper, paper.facts),
        "sections": [_section(paper, section) for section in paper.sections],
    }


def _section(paper: Paper, section: Section) -> dict[str, Any]:
    blocks = [{"kind": type(block).__name__, **_block(paper, block)} for block in section.blocks]
    return {"landscape": section.landscape, "blocks": blocks}


def _block(paper: Paper, block: Any) -> dict[str, Any]:
    """Return the fields of a block, its texts told."""
    match block:
        case Listed(items, numbered):
            return {"items": [_text(paper, item) for item in items], "numbered": numbered}
        case Facts():
            return {"rows": _facts(paper, block)}
        case Table():
            return _table(paper, block)
    told = {field.name: getattr(block, field.name) for field in fields(block)}
    return {**told, "text": _text(paper, block.text)} if "text" in told else told


def _table(paper: Paper, table: Table) -> dict[str, Any]:
    shown = [place for place, column in enumerate(table.columns) if not column.for_sheets]
    return {
        "about": table.about,
        "titles": [table.columns[place].title for place in shown],
        "shares": [table.columns[place].share for place in shown],
        "ruled": any(row.room for row in table.rows),
        "rows": [_row(paper, row, shown) for row in table.rows],
    }


def _row(paper: Paper, row: Row, shown: Sequence[int]) -> dict[str, Any]:
    cells = row.cells if row.joined else [row.cells[place] for place in shown]
    told = [[_text(paper, text) for text in cell.text] for cell in cells]
    letters_in_row = max((sum(len(plain(text)) for text in cell.text) for cell in cells), default=0)
    return {"cells": told, "joined": row.joined, "room": row.room, "long": letters_in_row > _LONG_ROW}


def _facts(paper: Paper, facts: Facts) -> list[dict[str, Any]]:
    return [{"name": name, "words": _text(paper, text)} for name, text in facts.rows]


def _text(paper: Paper, text: Runs) -> dict[str, Any]:
    main = paper.language_of(text)
    return {
        "dir": direction_of(main),
        "runs": [
            {
                "words": run.words,
                "strong": run.strong,
                "soft": run.soft,
                "link": run.link,
                "lang": run.language if run.language not in {"", paper.language} else None,
                "dir": direction_of(run.language or paper.language),
            }
            for run in text
        ],
    }
