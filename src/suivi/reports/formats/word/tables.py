"""Tables of a Word document: fixed widths, a head on every page, rows that stay whole, mirrored where due."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from suivi.reports.formats.model import Cell, Facts, Row, Run, Table
from suivi.reports.formats.word.markup import element, flag, twips
from suivi.reports.formats.word.text import Writer

_NAMES = 42
"""Width of the names of facts, in mm."""


def table(writer: Writer, told: Table, width: float) -> Any:
    """Return a table as wide as the page's text, `width` in mm."""
    shown = [place for place, column in enumerate(told.columns) if not column.for_sheets]
    whole = sum(told.columns[place].share for place in shown)
    widths = [twips(width * told.columns[place].share / whole) for place in shown]
    head = [writer.label(told.columns[place].title, "TableHead") for place in shown]
    made = _table(writer, "PaperTable", widths, told.about or told.name)
    made.append(_row((_cell([each], size) for each, size in zip(head, widths, strict=True)), is_head=True))
    for row in told.rows:
        made.append(_filled(writer, row, shown, widths))
    return made


def facts(writer: Writer, told: Facts, width: float) -> Any:
    """Return names and what they are, side by side."""
    widths = [twips(_NAMES), twips(width - _NAMES)]
    made = _table(writer, "FactsTable", widths)
    for name, text in told.rows:
        cells = [writer.label(name, "FactName")], [writer.paragraph(text, "FactText", is_pinned=True)]
        made.append(_row(_cell(each, size) for each, size in zip(cells, widths, strict=True)))
    return made


def _table(writer: Writer, style: str, widths: list[int], about: str = "") -> Any:
    properties = element(
        "tblPr",
        element("tblStyle", val=style),
        flag("bidiVisual", is_set=writer.paper.direction == "rtl"),
        element("tblW", w=sum(widths), type="dxa"),
        element("tblLayout", type="fixed"),
        element("tblLook", val="0420", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=0, noVBand=1),
        element("tblCaption", val=about) if about else None,
    )
    return element("tbl", properties, element("tblGrid", *(element("gridCol", w=width) for width in widths)))


def _filled(writer: Writer, row: Row, shown: list[int], widths: list[int]) -> Any:
    if row.joined:
        words = [writer.paragraph(_all_strong(text), "TableText", is_pinned=True) for text in row.cells[0].text]
        return _row([_cell(words, sum(widths), across=len(widths))], keeps_next=True)
    cells = (_cell(_words(writer, row.cells[place]), size) for place, size in zip(shown, widths, strict=True))
    return _row(cells, room=row.room)


def _words(writer: Writer, cell: Cell) -> list[Any]:
    return [writer.paragraph(text, "TableText") for text in cell.text] or [writer.label("", "TableText")]


def _all_strong(text: tuple[Run, ...]) -> tuple[Run, ...]:
    return tuple(Run(each.words, each.language, strong=True, link=each.link) for each in text)


def _row(cells: Iterable[Any], *, is_head: bool = False, keeps_next: bool = False, room: float = 0) -> Any:
    height = element("trHeight", val=twips(room), hRule="atLeast") if room else None
    properties = element("trPr", element("cantSplit"), height, flag("tblHeader", is_set=is_head))
    made = element("tr", properties, *cells)
    if keeps_next:
        for paragraph in made.iter("{*}pPr"):
            paragraph.insert(1, element("keepNext"))
    return made


def _cell(paragraphs: Iterable[Any], width: int, *, across: int = 1) -> Any:
    properties = element(
        "tcPr",
        element("tcW", w=width, type="dxa"),
        element("gridSpan", val=across) if across > 1 else None,
        element("shd", val="clear", color="auto", fill="EEF4F8") if across > 1 else None,
    )
    return element("tc", properties, *paragraphs)
