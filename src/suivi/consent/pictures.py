"""Voices as shapes: a disc agrees, a ring stands aside, a diamond objects, a small dot has not spoken yet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from suivi.common.pictures.canvas import Canvas
from suivi.common.pictures.colours import filled, outlined
from suivi.consent.rules.words import Choice

if TYPE_CHECKING:
    from suivi.common.pictures.letters import Direction
    from suivi.common.pictures.svg import Shape
    from suivi.consent.rules.outcome import Tally

IN_A_ROW, STEP, EDGE = 20, 24.0, 14.0
MOST_DRAWN = 160
"""So many shapes at most; where more may speak, each shape stands for several."""
GIVEN = "given"


def voices(tally: Tally, direction: Direction, *, splits: bool, name: str = "voices") -> Shape:
    """Draw one shape for each who may speak, in the order of what they said; undivided where nobody may know it."""
    looks = list(_looks(tally, splits=splits))
    rows = max((len(looks) + IN_A_ROW - 1) // IN_A_ROW, 1)
    canvas = Canvas(2 * EDGE + (IN_A_ROW - 1) * STEP, direction)
    shapes = [
        _drawn(canvas, look, EDGE + STEP * (n % IN_A_ROW), EDGE + STEP * (n // IN_A_ROW))
        for n, look in enumerate(looks)
    ]
    return canvas.sheet(name, 2 * EDGE + (rows - 1) * STEP, _("Voices"), said(tally, splits=splits), *shapes)


def said(tally: Tally, *, splits: bool) -> str:
    """Return the voices in words."""
    if not splits:
        return _("%(given)d of %(entitled)d gave their voice") % {"given": tally.given, "entitled": tally.entitled}
    return _("%(agree)d agree, %(aside)d stand aside, %(object)d object, %(missing)d have not spoken") % {
        "agree": tally.agree,
        "aside": tally.stand_aside,
        "object": tally.object,
        "missing": tally.missing,
    }


def _looks(tally: Tally, *, splits: bool) -> Iterator[str]:
    each = max(-(-tally.entitled // MOST_DRAWN), 1)
    divided = ((Choice.AGREE, tally.agree), (Choice.STAND_ASIDE, tally.stand_aside), (Choice.OBJECT, tally.object))
    for look, count in divided if splits else ((GIVEN, tally.given),):
        yield from [str(look)] * -(-count // each)
    yield from [""] * (tally.missing // each)


def _drawn(canvas: Canvas, look: str, x: float, y: float) -> Shape:
    if look == Choice.AGREE:
        return canvas.dot(x, y, 9, diamond=False, **filled("accent"))
    if look == Choice.STAND_ASIDE:
        return canvas.dot(x, y, 7.5, diamond=False, stroke_width=3, **outlined("ink-soft"))
    if look == Choice.OBJECT:
        return canvas.dot(x, y, 8.5, diamond=True, **filled("warn"))
    if look == GIVEN:
        return canvas.dot(x, y, 9, diamond=False, **filled("ink-soft"))
    return canvas.dot(x, y, 3, diamond=False, **filled("pending"))
