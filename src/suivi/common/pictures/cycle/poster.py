"""The line of the cycle on a sheet of its own, with its title, to print or send."""

from __future__ import annotations

from suivi.common.pictures.canvas import Canvas
from suivi.common.pictures.colours import filled
from suivi.common.pictures.cycle.line import CycleLine
from suivi.common.pictures.cycle.wide import WIDTH, wide
from suivi.common.pictures.letters import Direction
from suivi.common.pictures.svg import Shape, shape

MARGIN, TITLE, HEAD = 36.0, 24.0, 88.0


def poster(line: CycleLine, direction: Direction) -> Shape:
    """Draw the wide line under its title, on paper."""
    drawn = wide(line, direction)
    height = float(dict(drawn.attributes)["height"])
    canvas = Canvas(WIDTH + 2 * MARGIN, direction)
    inside = shape("svg", *drawn.inside, x=MARGIN, y=HEAD, width=WIDTH, height=height)
    return canvas.sheet(
        line.name,
        HEAD + height + MARGIN,
        line.title,
        line.says,
        canvas.box(0, 0, canvas.width, HEAD + height + MARGIN, **filled("paper")),
        canvas.text(line.title, MARGIN, MARGIN + TITLE, TITLE, bold=True),
        inside,
    )
