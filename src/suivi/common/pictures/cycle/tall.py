"""The line of the cycle down a narrow screen: one row for each day that matters, today among them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from suivi.common.pictures.canvas import Canvas
from suivi.common.pictures.colours import outlined
from suivi.common.pictures.cycle.line import CycleLine, Mark
from suivi.common.pictures.cycle.strokes import Label, dot, hanging, label_of
from suivi.common.pictures.letters import Direction
from suivi.common.pictures.svg import Shape

WIDTH, RAIL, WORDS = 340.0, 14.0, 38.0
_TOP = 14.0
_AIR, _MOST_AIR = 7.0, 32.0


@dataclass(frozen=True, slots=True)
class _Row:
    """What one row says, and at which height its day lies on the rail."""

    day: date
    label: Label
    mark: Mark | None = None
    y: float = 0.0


def tall(line: CycleLine, direction: Direction) -> Shape:
    """Draw the line down `WIDTH` units, longer where more time passes, never shorter than its words need."""
    canvas = Canvas(WIDTH, direction)
    rows = _spread(_rows(line))
    words = [shape for row in rows for shape in row.label.drawn(canvas, WORDS, row.y - 13)]
    dots = [dot(canvas, row.mark, RAIL, row.y) for row in rows if row.mark]
    height = rows[-1].y + rows[-1].label.height - 8 if rows else _TOP
    return canvas.sheet(f"{line.name}-tall", height, line.title, line.says, *_rail(canvas, line, rows), *words, *dots)


def _rows(line: CycleLine) -> list[_Row]:
    room = WIDTH - WORDS - 4
    rows = [_Row(mark.day, label_of(mark, line, room), mark) for mark in line.marks]
    days = [*([line.window.begins] if line.window else []), *([line.today] if line.shows_today else [])]
    rows += [_Row(day, label) for day, label in zip(days, hanging(line, room), strict=True)]
    return sorted(rows, key=lambda row: row.day)


def _spread(rows: list[_Row]) -> list[_Row]:
    spread: list[_Row] = []
    y = _TOP
    for row in rows:
        if spread:
            before = spread[-1]
            y += before.label.height + min(_AIR + (row.day - before.day).days ** 0.5 * 0.7, _MOST_AIR)
        spread.append(replace(row, y=y))
    return spread


def _rail(canvas: Canvas, line: CycleLine, rows: list[_Row]) -> list[Shape]:
    if not rows:
        return []
    rail = {"stroke_width": "5", "stroke_linecap": "round"}
    shapes = [canvas.line(RAIL, _TOP, RAIL, rows[-1].y, **outlined("rule"), **rail)]
    if line.today >= rows[0].day:
        shapes.append(canvas.line(RAIL, _TOP, RAIL, _height(rows, line.today), **outlined("accent"), **rail))
    if line.window:
        top, bottom = _height(rows, line.window.begins), _height(rows, line.window.ends)
        band = {**outlined("warn", inside="warn-soft"), "stroke_dasharray": "4 3", "stroke_width": "1.5"}
        shapes.append(canvas.box(RAIL - 9, top - 9, 18, max(bottom - top, 0) + 18, rx=9, **band))
    if line.shows_today:
        y = _height(rows, line.today)
        shapes.append(canvas.line(RAIL - 12, y, RAIL + 16, y, **outlined("ink"), stroke_width="2"))
    return shapes


def _height(rows: list[_Row], day: date) -> float:
    """Return the height of a day on the rail, evenly between the rows before and after it."""
    for before, after in pairwise(rows):
        if before.day <= day <= after.day:
            return before.y + (after.y - before.y) * (day - before.day).days / max((after.day - before.day).days, 1)
    return rows[-1].y if day > rows[-1].day else _TOP
