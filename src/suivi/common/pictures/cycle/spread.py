"""How the wide line spreads its labels: the cycle's above it, one's own, the window's and today's beneath it."""

from __future__ import annotations

from collections.abc import Sequence

from suivi.common.pictures.cycle.flags import Flag, length, reach
from suivi.common.pictures.cycle.line import CycleLine
from suivi.common.pictures.cycle.strokes import Label, hanging, label_of

EDGE, FROM_POLE = 12.0, 8.0
"""Units between the sheet's edge and the line, and between a pole and its words."""
BREAKS = (180.0, 155.0, 130.0, 112.0)
"""Widths at which labels may break."""
DEEPEST = 250.0
"""How deep labels may hang; one's own farthest ahead go without where there are too many, the table has them all."""


class Spread:
    """The labels of a line broken at one width, and how long the line may be so that all of them stay on the sheet."""

    def __init__(self, line: CycleLine, sheet: float, room: float) -> None:
        own = [mark for mark in line.marks if mark.own]
        self.above = [label_of(mark, line, room) for mark in line.marks if not mark.own]
        fixed = hanging(line, sheet * 0.6)
        self.wordless = 0
        while True:
            self.beneath = [*fixed, *(label_of(mark, line, room) for mark in own[: len(own) - self.wordless])]
            labels = [*self.above, *self.beneath]
            whole = sheet - 2 * EDGE
            self.length = length([each.place for each in labels], [FROM_POLE + each.width for each in labels], whole)
            if self.depth <= DEEPEST or self.wordless == len(own):
                break
            self.wordless += 1

    @property
    def height(self) -> float:
        """How far the labels reach above the line."""
        return reach(self.flags(self.above))

    @property
    def depth(self) -> float:
        """How far the labels reach beneath the line."""
        return reach(self.flags(self.beneath))

    @property
    def cost(self) -> tuple[int, float]:
        """What this spread loses: words first, then room."""
        return self.wordless + sum(each.cut for each in [*self.above, *self.beneath]), self.height + self.depth

    def flags(self, labels: Sequence[Label]) -> list[Flag]:
        """Return the flags of some labels."""
        return [Flag(self.x(each.place), FROM_POLE + each.width, each.height) for each in labels]

    def x(self, place: float) -> float:
        """Return where a place of the line (0 to 1) lies on the sheet."""
        return EDGE + place * self.length


def best_spread(line: CycleLine, sheet: float) -> Spread:
    """Return the spread that loses no words, or fewest, and among those the flattest."""
    return min((Spread(line, sheet, room) for room in BREAKS), key=lambda each: each.cost)
