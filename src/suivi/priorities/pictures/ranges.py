"""One range for a row of a table: the middle half as a bar, the middle as a mark; and dots as dots."""

from __future__ import annotations

from typing import TYPE_CHECKING

from suivi.common.pictures.canvas import Canvas
from suivi.common.pictures.colours import filled, outlined
from suivi.common.pictures.svg import Shape, shape
from suivi.priorities.rules.words import HIGHEST, LOWEST

if TYPE_CHECKING:
    from suivi.common.pictures.letters import Direction
    from suivi.priorities.rules.spread import Spread

WIDTH, HEIGHT, EDGE = 124.0, 18.0, 6.0
MOST_DRAWN = 40


def ranging(spread: Spread, direction: Direction) -> Shape:
    """Return the range of a spread, as small as a word; its figures stand beside it."""
    canvas, middle = Canvas(WIDTH, direction), HEIGHT / 2
    colour = "warn" if spread.apart else "accent"

    def at(value: float) -> float:
        return EDGE + (value - LOWEST) / (HIGHEST - LOWEST) * (WIDTH - 2 * EDGE)

    lower, upper = at(spread.lower), at(spread.upper)
    shapes = (
        canvas.line(at(LOWEST), middle, at(HIGHEST), middle, **outlined("rule")),
        canvas.line(at(spread.lowest), middle, at(spread.highest), middle, stroke_width=1.5, **outlined("ink-soft")),
        canvas.box(lower, middle - 4, max(upper - lower, 1), 8, rx=2, fill_opacity="0.35", **filled(colour)),
        canvas.dot(at(spread.middle), middle, 4.5, diamond=spread.apart, **filled(colour)),
    )
    return _small(WIDTH, shapes)


def dotted(count: float, direction: Direction) -> Shape:
    """Return so many dots in a row, in fives; more than a row holds are cut, their number stands beside them."""
    drawn = min(int(count), MOST_DRAWN)
    wide = max(10.0 * drawn + 4 * (drawn // 5), 10)
    canvas = Canvas(wide, direction)
    shapes = [
        canvas.dot(5 + 10 * n + 4 * (n // 5), HEIGHT / 2, 3.8, diamond=False, **filled("accent")) for n in range(drawn)
    ]
    return _small(wide, shapes)


def _small(wide: float, shapes: tuple[Shape, ...] | list[Shape]) -> Shape:
    box = f"0 0 {wide:g} {HEIGHT:g}"
    return shape(
        "svg", *shapes, class_="range picture", width=wide, height=HEIGHT, viewBox=box, aria_hidden="true",
        focusable="false",
    )  # fmt: skip
