"""What both drawings of the line share: dots by look, and labels of one or more lines with their date."""

from __future__ import annotations

from dataclasses import dataclass

from suivi.common.pictures.canvas import Canvas
from suivi.common.pictures.colours import filled, outlined
from suivi.common.pictures.cycle.line import CycleLine, Mark
from suivi.common.pictures.letters import CUT, width, wrapped
from suivi.common.pictures.svg import Shape, shape

LABEL, DATE, SCALE = 15.0, 13.0, 12.0
"""Font sizes of a label, of its date, and of the scale."""
LINE = 18.0
"""From one line of a label to the next."""


@dataclass(frozen=True, slots=True)
class Label:
    """Words at a place of the line (0 to 1), broken into lines, with a date beneath or none."""

    place: float
    lines: tuple[str, ...]
    when: str = ""
    colour: str = "ink"
    bold: bool = False
    foreign: bool = False

    @property
    def width(self) -> float:
        """How wide the widest line gets."""
        return max(width(self.when, DATE), *(width(line, LABEL, bold=self.bold) for line in self.lines))

    @property
    def height(self) -> float:
        """How high all lines stand, with a little air."""
        return LINE * (len(self.lines) + bool(self.when)) + 5

    @property
    def cut(self) -> bool:
        """Whether some words found no room."""
        return self.lines[-1].endswith(CUT)

    def drawn(self, canvas: Canvas, x: float, top: float) -> list[Shape]:
        """Write the words, their upper edge at a height."""
        shapes = [
            canvas.text(line, x, top + LINE * n, LABEL, colour=self.colour, bold=self.bold, foreign=self.foreign)
            for n, line in enumerate(self.lines, start=1)
        ]
        if self.when:
            shapes.append(canvas.text(self.when, x, top + LINE * (len(self.lines) + 1) - 1, DATE, colour="ink-soft"))
        return shapes


def label_of(mark: Mark, line: CycleLine, room: float) -> Label:
    """Return the label of a mark, broken to a width."""
    lines, late = tuple(wrapped(mark.label, LABEL, room, lines=3)), mark.look == "late"
    return Label(line.place(mark.day), lines, mark.when, "warn" if late else "ink", bold=late, foreign=mark.own)


def hanging(line: CycleLine, room: float) -> list[Label]:
    """Return the words of the window, where there is one, and of today, where the line reaches it."""
    found = []
    if line.window:
        words = tuple(wrapped(line.window.label, LABEL, room, lines=3))
        found.append(Label(line.place(line.window.begins), words, colour="warn", bold=True))
    if line.shows_today:
        found.append(Label(line.place(line.today), tuple(wrapped(line.today_label, LABEL, room)), bold=True))
    return found


def dot(canvas: Canvas, mark: Mark, x: float, y: float) -> Shape:
    """Draw a mark's dot: full where the day is known, open where it lies ahead, warning where it is late."""
    colour = "warn" if mark.look == "late" else "accent"
    look = filled(colour) if mark.look == "known" else {**outlined(colour, inside="paper"), "stroke_width": "3"}
    told = shape("title", f"{mark.label}, {mark.when}")
    return shape("g", told, canvas.dot(x, y, 7.5, diamond=mark.own, **look))
