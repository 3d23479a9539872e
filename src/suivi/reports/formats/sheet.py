"""Excel: a sheet for each table, cells of their type, nothing a formula, choices to pick; and one about the paper."""

from __future__ import annotations

import io
import math
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import xlsxwriter

from suivi.reports.formats.model import Cell, Column, Kind, Paper, Row, Table, direction_of, plain

# Signs that may not stand in the name of a sheet: [ ] : * ? / \ and an apostrophe at either end.
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME, _LONGEST_CHOICE, _LONGEST_TEXT = 31, 255, 32_767
_WIDTH = 18
_LINE, _FILLED, _NARROWEST = 15, 1.05, 0.8
_MORE_ROWS = 200
"""So many rows beneath the last one offer their choices too."""
_LOOKS: dict[str, dict[str, Any]] = {
    "head": {"bold": True, "font_color": "#FFFFFF", "bg_color": "#0B5C86", "text_wrap": True, "valign": "vcenter"},
    "text": {"text_wrap": True, "valign": "top", "num_format": "@"},
    "number": {"valign": "top", "num_format": "0"},
    "date": {"valign": "top", "num_format": "yyyy-mm-dd"},
    "title": {"bold": True, "font_size": 16},
    "name": {"font_color": "#4C5967", "valign": "top"},
}


def sheet(paper: Paper) -> bytes:
    """Return the tables of a paper as an Excel file that can be filled in and brought back."""
    file = io.BytesIO()
    settings = {
        "constant_memory": True,
        "in_memory": False,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_date_format": "yyyy-mm-dd",
    }
    book = xlsxwriter.Workbook(file, settings)
    book.set_properties({"title": paper.title, "author": "", "comments": ""})
    looks = {name: book.add_format(look) for name, look in _LOOKS.items()}
    for name, table in _named(paper):
        _fill(book.add_worksheet(name), paper, table, looks)
    _about(book.add_worksheet(_free("ⓘ", set())), paper, looks)
    book.close()
    return file.getvalue()


def _named(paper: Paper) -> Iterator[tuple[str, Table]]:
    taken: set[str] = set()
    for table in paper.tables:
        name = _free(table.name, taken)
        taken.add(name.casefold())
        yield name, table


def _free(name: str, taken: set[str]) -> str:
    """Return a name that a sheet may have, and none has yet."""
    sound = " ".join(_FORBIDDEN.sub(" ", name).split()).strip("'")[:_LONGEST_NAME] or "1"
    number = 1
    while sound.casefold() in taken:
        number += 1
        sound = f"{sound[: _LONGEST_NAME - 4]} {number}"
    return sound


def _fill(page: Any, paper: Paper, table: Table, looks: dict[str, Any]) -> None:
    if paper.direction == "rtl":
        page.right_to_left()
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.freeze_panes(1, 0)
    page.set_row(0, 2 * _LINE)
    for place, column in enumerate(table.columns):
        page.set_column(place, place, _width(column), None, {"hidden": column.hidden})
        page.write_string(0, place, column.title, looks["head"])
    rows = [row for row in table.rows if not row.joined]
    for number, row in enumerate(rows, 1):
        _write(page, number, row, table.columns, looks)
    page.autofilter(0, 0, max(1, len(rows)), len(table.columns) - 1)
    for place, column in enumerate(table.columns):
        if column.choices and len(",".join(column.choices)) <= _LONGEST_CHOICE:
            page.data_validation(
                1, place, len(rows) + _MORE_ROWS, place, {"validate": "list", "source": list(column.choices)}
            )


def _write(page: Any, number: int, row: Row, columns: tuple[Column, ...], looks: dict[str, Any]) -> None:
    page.set_row(number, _LINE * max(map(_lines, row.cells, columns), default=1))
    for place, (cell, column) in enumerate(zip(row.cells, columns, strict=True)):
        if isinstance(cell.value, date):
            page.write_datetime(number, place, cell.value, looks["date"])
        elif isinstance(cell.value, int | float):
            page.write_number(number, place, cell.value, looks["number"])
        elif cell.text:
            page.write_string(number, place, words_of(cell)[:_LONGEST_TEXT], looks["text"])
        else:
            page.write_blank(number, place, None, looks[column.kind if column.kind != Kind.TEXT else "text"])


def _width(column: Column) -> float:
    return _WIDTH * max(column.share, _NARROWEST)


def _lines(cell: Cell, column: Column) -> int:
    """Return about how many lines a cell needs, so that programs that do not count themselves show it whole."""
    room = max(4.0, _width(column) * _FILLED)
    return sum(max(1, math.ceil(len(line) / room)) for line in words_of(cell).split("\n"))


def words_of(cell: Cell) -> str:
    """Return what a cell says, a line for each paragraph."""
    return cell.value if isinstance(cell.value, str) else "\n".join(plain(text) for text in cell.text)


def _about(page: Any, paper: Paper, looks: dict[str, Any]) -> None:
    """Say on the last sheet what the file is: title, facts, and how each number came about."""
    if direction_of(paper.language) == "rtl":
        page.right_to_left()
    page.set_column(0, 0, 32)
    page.set_column(1, 1, 90)
    page.write_string(0, 0, paper.title, looks["title"])
    rows = [("", paper.subtitle), ("", paper.above), *((name, plain(text)) for name, text in paper.facts.rows)]
    for number, (name, words) in enumerate(((name, words) for name, words in rows if words), 1):
        page.write_string(number, 0, name, looks["name"])
        page.write_string(number, 1, words, looks["text"])
