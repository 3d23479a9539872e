"""A canvas to draw on from where reading begins: for scripts from right to left the same strokes come out mirrored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from suivi.common.pictures.colours import filled
from suivi.common.pictures.letters import FAMILIES, Direction, running
from suivi.common.pictures.svg import NAMESPACE, Shape, shape

type Anchor = Literal["start", "middle", "end"]
_MIRRORED: dict[Anchor, Anchor] = {"start": "end", "middle": "middle", "end": "start"}


@dataclass(frozen=True, slots=True)
class Canvas:
    """A canvas `width` units wide. Every `x` counts from the side where reading begins."""

    width: float
    direction: Direction = "ltr"

    def x(self, x: float) -> float:
        """Return where `x` lies counted from the left edge, as SVG counts."""
        return self.width - x if self.direction == "rtl" else x

    def text(
        self, words: str, x: float, y: float, size: float, *,
        colour: str = "ink", anchor: Anchor = "start", bold: bool = False, foreign: bool = False,
    ) -> Shape:  # fmt: skip
        """Write one line; `foreign` words (from documents) run in the direction of their own script."""
        return shape(
            "text",
            running(words, "auto" if foreign else self.direction),
            x=self.x(x),
            y=y,
            font_size=size,
            font_weight="600" if bold else None,
            text_anchor=_MIRRORED[anchor] if self.direction == "rtl" else anchor,
            **filled(colour),
        )

    def box(self, x: float, y: float, width: float, height: float, **look: str | float | None) -> Shape:
        """Draw a rectangle."""
        left = self.x(x) - width if self.direction == "rtl" else x
        return shape("rect", x=left, y=y, width=width, height=height, **look)

    def line(self, x1: float, y1: float, x2: float, y2: float, **look: str | float | None) -> Shape:
        """Draw a straight line."""
        return shape("line", x1=self.x(x1), y1=y1, x2=self.x(x2), y2=y2, **look)

    def dot(self, x: float, y: float, radius: float, *, diamond: bool = False, **look: str | float | None) -> Shape:
        """Draw a dot, or a diamond of the same size."""
        cx = self.x(x)
        if not diamond:
            return shape("circle", cx=cx, cy=y, r=radius, **look)
        reach = radius * 1.2
        corners = ((cx, y - reach), (cx + reach, y), (cx, y + reach), (cx - reach, y))
        return shape("polygon", points=" ".join(f"{a:.1f},{b:.1f}" for a, b in corners), **look)

    def sheet(self, name: str, height: float, title: str, says: str, *shapes: Shape | None) -> Shape:
        """Return the finished picture. `name` is its id on the page; `title` and `says` are what a listener hears."""
        return shape(
            "svg",
            shape("title", title, id=f"{name}-title"),
            shape("desc", says, id=f"{name}-desc"),
            *shapes,
            id=name,
            class_="picture",
            role="img",
            aria_labelledby=f"{name}-title {name}-desc",
            # Everything is mirrored already: a page that runs from right to left must not turn the anchors once more.
            direction="ltr",
            font_family=FAMILIES[self.direction],
            viewBox=f"0 0 {self.width:g} {height:g}",
            width=self.width,
            height=height,
            xmlns=NAMESPACE,
        )
