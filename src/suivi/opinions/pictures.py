"""The groups as a picture of dots without names, what a group says as a small bar, and all of it as a table."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from suivi.common.cells import csv_table
from suivi.common.pictures.canvas import Canvas
from suivi.common.pictures.colours import filled, outlined
from suivi.common.pictures.svg import NAMESPACE, Shape, shape
from suivi.opinions.rules.words import Choice

if TYPE_CHECKING:
    from collections.abc import Callable

    from suivi.common.pictures.letters import Direction
    from suivi.opinions.queries.results import Shown
    from suivi.opinions.rules.outcome import Cell, Outcome

WIDTH, MARGIN, LETTER = 420.0, 16.0, 22.0
HEAD = 26.0
"""Room above the topmost dot for its group's letter."""
BAR, THICK = 96.0, 10.0


def name_of(group: int) -> str:
    """Return a group's letter."""
    return pgettext("the letters of opinion groups", "A B C D E").split()[group]


def dots_of(outcome: Outcome, direction: Direction) -> Shape | None:
    """Draw the groups: a dot for each person, of the shape of their group, its letter in the middle of it."""
    grid = outcome.grid
    if grid is None:
        return None
    step = (WIDTH - 2 * MARGIN) / max(grid.columns - 1, 1)
    height = HEAD + 2 * MARGIN + step * (grid.rows - 1)
    canvas = Canvas(WIDTH, direction)
    places = [(MARGIN + column * step, HEAD + MARGIN + row * step, group) for column, row, group in grid.dots]
    dots = [_DOTS[group](canvas, x, y, step * 0.42) for x, y, group in places]
    letters = [_letter(canvas, places, group, step) for group in range(len(outcome.sizes))]
    title = _("Groups of people who voted alike")
    return canvas.sheet("opinion-groups", height, title, says_of(outcome), *dots, *letters)


def mark_of(group: int) -> Shape:
    """Draw the shape of a group's dots, for the words beside the picture."""
    canvas = Canvas(14)
    dot = _DOTS[group](canvas, 7, 7, 5)
    return shape("svg", dot, class_="picture swatch", width=14, height=14, viewBox="0 0 14 14", aria_hidden="true")


def bar_of(cell: Cell, direction: Direction) -> Shape:
    """Draw what a group says: agreement grows from where reading begins, disagreement from the other end."""
    canvas = Canvas(BAR, direction)
    agreed, disagreed = BAR * cell.share(Choice.AGREE), BAR * cell.share(Choice.DISAGREE)
    shapes = [canvas.box(0.5, 0.5, BAR - 1, THICK - 1, rx=2, stroke_width=1, **outlined("rule"))]
    if agreed:
        shapes.append(canvas.box(0, 0, agreed, THICK, rx=2, **filled("supported")))
    if disagreed:
        shapes.append(canvas.box(BAR - disagreed, 0, disagreed, THICK, rx=2, **filled("noted")))
    box = f"0 0 {BAR:g} {THICK:g}"
    look = "picture share"
    return shape("svg", *shapes, class_=look, aria_hidden="true", xmlns=NAMESPACE, width=BAR, height=THICK, viewBox=box)


def percent(cell: Cell, choice: Choice) -> int:
    """Return the share of a group that says this, in whole percent."""
    return round(100 * cell.share(choice))


def says_of(outcome: Outcome) -> str:
    """Return the picture in words."""
    return "; ".join(
        ngettext("group %(name)s: %(count)d person", "group %(name)s: %(count)d people", size)
        % {"name": name_of(group), "count": size}
        for group, size in enumerate(outcome.sizes)
    )


def table_of(shown: Shown) -> str:
    """Return what each group says to each statement as comma-separated values; empty where it is told of too few."""
    groups = range(len(shown.outcome.sizes))
    named = [name_of(group) for group in groups] if len(groups) > 1 else [_("Everybody")]
    sides = [(choice, str(choice.label)) for choice in Choice]
    head = [_("Statement"), *(f"{name}: {label}, %" for name in named for _choice, label in sides)]
    rows = [
        (
            line.statement.text,
            *(percent(cell, choice) if cell else "" for cell in line.cells for choice, _label in sides),
        )
        for line in shown.everything
    ]
    return csv_table(head, rows)


def _letter(canvas: Canvas, places: list[tuple[float, float, int]], group: int, step: float) -> Shape:
    """Write a group's letter above the topmost dot near its middle."""
    mine = [(x, y) for x, y, of in places if of == group]
    middle = sum(x for x, _y in mine) / len(mine)
    top = min((y for x, y in mine if abs(x - middle) <= 2 * step), default=mine[0][1])
    return canvas.text(name_of(group), middle, top - 0.7 * step, LETTER, anchor="middle", bold=True)


def _round(canvas: Canvas, x: float, y: float, reach: float, look: dict[str, str]) -> Shape:
    return shape("circle", cx=canvas.x(x), cy=y, r=reach, **look)


def _circle(canvas: Canvas, x: float, y: float, reach: float) -> Shape:
    return _round(canvas, x, y, reach, filled("supported"))


def _diamond(canvas: Canvas, x: float, y: float, reach: float) -> Shape:
    return canvas.dot(x, y, reach, diamond=True, **filled("noted"))


def _square(canvas: Canvas, x: float, y: float, reach: float) -> Shape:
    return canvas.box(x - reach * 0.9, y - reach * 0.9, reach * 1.8, reach * 1.8, **filled("partial"))


def _ring(canvas: Canvas, x: float, y: float, reach: float) -> Shape:
    return _round(canvas, x, y, reach * 0.8, outlined("ink-soft") | {"stroke_width": f"{reach * 0.5:.1f}"})


def _triangle(canvas: Canvas, x: float, y: float, reach: float) -> Shape:
    corners = [(-math.pi / 2) + turn * 2 * math.pi / 3 for turn in range(3)]
    points = [(canvas.x(x) + 1.2 * reach * math.cos(each), y + 1.2 * reach * math.sin(each)) for each in corners]
    return shape("polygon", points=" ".join(f"{a:.1f},{b:.1f}" for a, b in points), **filled("warn"))


_DOTS: tuple[Callable[[Canvas, float, float, float], Shape], ...] = (_circle, _diamond, _square, _ring, _triangle)
