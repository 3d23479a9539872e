"""The line of the cycle across the page: flags above it, the scale of time and today beneath."""

from __future__ import annotations

from suivi.common.pictures.canvas import Canvas
from suivi.common.pictures.colours import outlined
from suivi.common.pictures.cycle.flags import GAP, Flag, hoisted, length
from suivi.common.pictures.cycle.line import CycleLine
from suivi.common.pictures.cycle.strokes import LABEL, LINE, SCALE, dot, reach, words
from suivi.common.pictures.letters import CUT, Direction, width, wrapped
from suivi.common.pictures.svg import Shape

WIDTH, EDGE = 1120.0, 12.0
CEILING = 340.0
BREAKS = (180.0, 155.0, 130.0, 112.0)
"""Widths at which labels may break; the drawing takes whichever loses no words and stays lowest."""
_POLE, _LOWER, _FROM_POLE = 24.0, 22.0, 8.0


def wide(line: CycleLine, direction: Direction) -> Shape:
    """Draw the line across `WIDTH` units."""
    canvas = Canvas(WIDTH, direction)
    flags = min((_Flags(line, room) for room in BREAKS), key=lambda each: (each.lost, each.height))
    y = _POLE + flags.height
    poles: list[Shape] = []
    for mark, lines, flag, base in zip(line.marks, flags.labels, flags.flags, flags.bases, strict=True):
        if base is not None:
            top = y - _POLE - base - flag.height
            poles.append(canvas.line(flag.x, y, flag.x, top + 4, **outlined("rule"), stroke_width="1.5"))
            poles += words(canvas, mark, lines, flag.x + _FROM_POLE, top + 16)
    dots = [dot(canvas, mark, flag.x, y) for mark, flag in zip(line.marks, flags.flags, strict=True)]
    rail = _rail(canvas, line, flags.length, y)
    hung, bottom = _beneath(canvas, line, flags.length, y)
    return canvas.sheet(f"{line.name}-wide", bottom, line.title, line.says, *poles, *rail, *dots, *hung)


class _Flags:
    """The flags of all marks with their labels broken at one width, and how long the line may be beneath them."""

    def __init__(self, line: CycleLine, room: float) -> None:
        whole = WIDTH - 2 * EDGE
        places = [line.place(mark.day) for mark in line.marks]
        self.labels = [wrapped(mark.label, LABEL, room, lines=3) for mark in line.marks]
        widths = [_FROM_POLE + reach(mark, lines) for mark, lines in zip(line.marks, self.labels, strict=True)]
        self.length = min(length(places, widths, whole), whole)
        self.flags = [
            Flag(EDGE + place * self.length, wide, LINE * (len(lines) + 1.3))
            for place, wide, lines in zip(places, widths, self.labels, strict=True)
        ]
        self.bases = hoisted(self.flags, CEILING)

    @property
    def height(self) -> float:
        flying = zip(self.flags, self.bases, strict=True)
        return max((base + flag.height for flag, base in flying if base is not None), default=0.0)

    @property
    def lost(self) -> int:
        return self.bases.count(None) + sum(lines[-1].endswith(CUT) for lines in self.labels)


def _rail(canvas: Canvas, line: CycleLine, long: float, y: float) -> list[Shape]:
    rail = {"stroke_width": "6", "stroke_linecap": "round"}
    shapes = [canvas.line(EDGE, y, EDGE + long, y, **outlined("rule"), **rail)]
    if line.today >= line.bends[0][0]:
        shapes.append(canvas.line(EDGE, y, EDGE + line.place(line.today) * long, y, **outlined("accent"), **rail))
    if line.window:
        begins, ends = (EDGE + line.place(day) * long for day in (line.window.begins, line.window.ends))
        band = {**outlined("warn", inside="warn-soft"), "stroke_dasharray": "4 3", "stroke_width": "1.5"}
        shapes.append(canvas.box(begins, y - 10, max(ends - begins, 12), 20, rx=10, **band))
    return shapes


def _beneath(canvas: Canvas, line: CycleLine, long: float, y: float) -> tuple[list[Shape], float]:
    """Draw the scale and what hangs from the line, the window's words and today; return shapes and lower edge."""
    hung: list[tuple[float, str, str, float]] = []
    if line.window:
        hung.append((EDGE + line.place(line.window.begins) * long, line.window.label, "warn", y + 10))
    if line.shows_today:
        hung.append((EDGE + line.place(line.today) * long, line.today_label, "ink", y - 16))
    flags = [Flag(pole, _FROM_POLE + width(label, LABEL, bold=True), _LOWER) for pole, label, _colour, _top in hung]
    depths = [depth or 0.0 for depth in hoisted(flags, _LOWER * len(hung))]
    shapes = _scale(canvas, line, long, y, [flag.x for flag in flags])
    for (pole, label, colour, top), flag, depth in zip(hung, flags, depths, strict=True):
        bottom = y + 58 + depth
        shapes.append(canvas.line(pole, top, pole, bottom, **outlined(colour), stroke_width="2"))
        if pole + flag.width > WIDTH:
            shapes.append(canvas.text(label, pole - _FROM_POLE, bottom, LABEL, colour=colour, bold=True, anchor="end"))
        else:
            shapes.append(canvas.text(label, pole + _FROM_POLE, bottom, LABEL, colour=colour, bold=True))
    return shapes, y + 46 + max((depth + _LOWER for depth in depths), default=0.0)


def _scale(canvas: Canvas, line: CycleLine, long: float, y: float, poles: list[float]) -> list[Shape]:
    """Draw the ticks, and the words of those that touch neither one another nor a pole."""
    shapes, free = [], 0.0
    for tick in line.ticks:
        x, taken = EDGE + line.place(tick.day) * long, width(tick.label, SCALE)
        shapes.append(canvas.line(x, y + 12, x, y + 17, **outlined("ink-soft"), stroke_width="1"))
        if x >= free and x + taken <= WIDTH and not any(x - 4 < pole < x + taken + 4 for pole in poles):
            shapes.append(canvas.text(tick.label, x, y + 31, SCALE, colour="ink-soft"))
            free = x + taken + GAP
    return shapes
