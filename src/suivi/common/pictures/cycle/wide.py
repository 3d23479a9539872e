"""The line of the cycle across the page: flags above it, the scale of time, and what hangs beneath."""

from __future__ import annotations

from suivi.common.pictures.canvas import Canvas
from suivi.common.pictures.colours import outlined
from suivi.common.pictures.cycle.flags import GAP, hoisted
from suivi.common.pictures.cycle.line import CycleLine
from suivi.common.pictures.cycle.spread import FROM_POLE, Spread, best_spread
from suivi.common.pictures.cycle.strokes import SCALE, dot
from suivi.common.pictures.letters import Direction, width
from suivi.common.pictures.svg import Shape

WIDTH = 1120.0
_ABOVE, _BENEATH = 24.0, 40.0
"""Units between the line and the nearest labels; the scale stands beneath the line."""


def wide(line: CycleLine, direction: Direction) -> Shape:
    """Draw the line across `WIDTH` units."""
    pen = _Pen(Canvas(WIDTH, direction), line, best_spread(line, WIDTH))
    height = pen.y + _BENEATH + pen.spread.depth + 6
    drawn = (*pen.above(), *pen.rail(), *pen.scale(), *pen.beneath(), *pen.dots())
    return pen.canvas.sheet(f"{line.name}-wide", height, line.title, line.says, *drawn)


class _Pen:
    """Draws one line; `y` is its height on the sheet."""

    def __init__(self, canvas: Canvas, line: CycleLine, spread: Spread) -> None:
        self.canvas, self.line, self.spread = canvas, line, spread
        self.y = _ABOVE + spread.height

    def above(self) -> list[Shape]:
        flags = self.spread.flags(self.spread.above)
        shapes: list[Shape] = []
        for label, flag, near in zip(self.spread.above, flags, hoisted(flags), strict=True):
            top = self.y - _ABOVE - near - flag.height
            shapes.append(self.canvas.line(flag.x, self.y, flag.x, top + 4, **outlined("rule"), stroke_width="1.5"))
            shapes += label.drawn(self.canvas, flag.x + FROM_POLE, top)
        return shapes

    def beneath(self) -> list[Shape]:
        flags = self.spread.flags(self.spread.beneath)
        shapes: list[Shape] = []
        for label, flag, near in zip(self.spread.beneath, flags, hoisted(flags), strict=True):
            top = self.y + _BENEATH + near
            colour = label.colour if not label.when else "rule"
            pole = self.y - 16 if label.colour == "ink" and not label.when else self.y + 10
            weight = "1.5" if label.when else "2"
            end = top + flag.height - 4
            shapes.append(self.canvas.line(flag.x, pole, flag.x, end, **outlined(colour), stroke_width=weight))
            shapes += label.drawn(self.canvas, flag.x + FROM_POLE, top)
        return shapes

    def dots(self) -> list[Shape]:
        place = self.line.place
        return [dot(self.canvas, mark, self.spread.x(place(mark.day)), self.y) for mark in self.line.marks]

    def rail(self) -> list[Shape]:
        x, place, line = self.spread.x, self.line.place, self.line
        rail = {"stroke_width": "6", "stroke_linecap": "round"}
        shapes = [self.canvas.line(x(0), self.y, x(1), self.y, **outlined("rule"), **rail)]
        if line.today >= line.bends[0][0]:
            shapes.append(self.canvas.line(x(0), self.y, x(place(line.today)), self.y, **outlined("accent"), **rail))
        if line.window:
            begins, ends = x(place(line.window.begins)), x(place(line.window.ends))
            band = {**outlined("warn", inside="warn-soft"), "stroke_dasharray": "4 3", "stroke_width": "1.5"}
            shapes.append(self.canvas.box(begins, self.y - 10, max(ends - begins, 12), 20, rx=10, **band))
        return shapes

    def scale(self) -> list[Shape]:
        """Draw the ticks, and the words of those that touch neither one another nor a pole."""
        shapes, free, y = [], 0.0, self.y
        poles = [flag.x for flag in self.spread.flags(self.spread.beneath)]
        for tick in self.line.ticks:
            x, taken = self.spread.x(self.line.place(tick.day)), width(tick.label, SCALE)
            shapes.append(self.canvas.line(x, y + 12, x, y + 17, **outlined("ink-soft"), stroke_width="1"))
            if x >= free and x + taken <= WIDTH and not any(x - 4 < pole < x + taken + 4 for pole in poles):
                shapes.append(self.canvas.text(tick.label, x, y + 31, SCALE, colour="ink-soft"))
                free = x + taken + GAP
        return shapes
