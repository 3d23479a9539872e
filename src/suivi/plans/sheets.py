"""Plans as Excel workbooks: written so that they can be brought back, with the key and version of each line."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from suivi.common.lazily import lazily
from suivi.plans.queries.lines import Line
from suivi.plans.rules.columns import COLUMNS, Column, Table
from suivi.plans.rules.merging import BroughtLine

if TYPE_CHECKING:
    import xlsxwriter
else:
    xlsxwriter = lazily("xlsxwriter")

LINE = "line"
"""Heading of the first column: `k3yk3yk3yk/4`, the line's key and the version it was written from."""


def as_workbook(table: Table, lines: Iterable[Line]) -> bytes:
    """Return a plan as a workbook: every cell text, nothing a formula, headings in the reader's language."""
    file = io.BytesIO()
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    book = xlsxwriter.Workbook(file, options)
    sheet = book.add_worksheet(str(table.label)[:31])
    if get_language_bidi():
        sheet.right_to_left()
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    body, soft = book.add_format({"text_wrap": True, "valign": "top"}), book.add_format({"font_color": "#707b87"})
    sheet.set_column(0, 0, 14, soft)
    for place, column in enumerate(COLUMNS[table], start=1):
        sheet.set_column(place, place, column.width, body)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.repeat_rows(0)
    for place, heading in enumerate([LINE, *(str(column.label) for column in COLUMNS[table])]):
        sheet.write_string(0, place, heading, head)
    for row, line in enumerate(lines, start=1):
        sheet.write_string(row, 0, f"{line.row.key}/{line.row.version}", soft)
        for place, column in enumerate(COLUMNS[table], start=1):
            sheet.write_string(row, place, line.cells[column.name], body)
    book.set_properties(
        {"author": "", "company": "", "comments": _("Lines without a mark in the first column are new.")}
    )
    book.close()
    return file.getvalue()


def lines_in(table: Table, rows: list[list[str]]) -> list[BroughtLine] | None:
    """Return the lines of a sheet that came back, or None where its first row is not the heading of this plan.

    Headings are known by their place, since another hand may have written them in another language.
    """
    columns = COLUMNS[table]
    if not rows or rows[0][:1] != [LINE] or len(rows[0]) < len(columns) + 1:
        return None
    return [
        BroughtLine(place, *_mark(row[0]), _cells(columns, row))
        for place, row in enumerate(rows[1:], start=2)
        if any(cell.strip() for cell in row)
    ]


def _mark(text: str) -> tuple[str, int]:
    key, _slash, version = text.strip().partition("/")
    return key, int(version) if version.isdecimal() else 0


def _cells(columns: tuple[Column, ...], row: list[str]) -> dict[str, str]:
    texts = [*row[1:], *[""] * len(columns)]
    return {column.name: text.strip() for column, text in zip(columns, texts, strict=False)}
