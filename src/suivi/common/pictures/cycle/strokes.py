"""What both drawings of the line share: dots by look, and how labels are set."""

from __future__ import annotations

from collections.abc import Sequence

from suivi.common.pictures.canvas import Canvas
from suivi.common.pictures.colours import filled, outlined
from suivi.common.pictures.cycle.line import Mark
from suivi.common.pictures.letters import width
from suivi.common.pictures.svg import Shape, shape

LABEL, DATE, SCALE = 15.0, 13.0, 12.0
"""Font sizes of a label, of its date, and of the scale."""
LINE = 18.0
"""From one line of a label to the next."""


def dot(canvas: Canvas, mark: Mark, x: float, y: float) -> Shape:
    """Draw a mark's dot: full where the day is known, open where it lies ahead, warning where it is late."""
    colour = "warn" if mark.look == "late" else "accent"
    look = filled(colour) if mark.look == "known" else outlined(colour, inside="paper")
    return shape(
        "g",
        shape("title", f"{mark.label}, {mark.when}"),
        canvas.dot(x, y, 7.5, diamond=mark.own, **{**look, "stroke_width": "3"}),
    )


def words(canvas: Canvas, mark: Mark, lines: Sequence[str], x: float, y: float) -> list[Shape]:
    """Write a mark's label, its first line at a height, and its date beneath."""
    late = mark.look == "late"
    label = [
        canvas.text(line, x, y + n * LINE, LABEL, colour="warn" if late else "ink", bold=late, foreign=mark.own)
        for n, line in enumerate(lines)
    ]
    return [*label, canvas.text(mark.when, x, y + len(lines) * LINE - 1, DATE, colour="ink-soft")]


def reach(mark: Mark, lines: Sequence[str]) -> float:
    """Return how far a mark's words reach from their beginning."""
    return max(width(mark.when, DATE), *(width(line, LABEL, bold=mark.look == "late") for line in lines))
