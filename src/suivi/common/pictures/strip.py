"""One stacked bar as wide as its place on the page, for the rows of a table whose figures stand beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from suivi.common.pictures.looks import paint, textures
from suivi.common.pictures.svg import NAMESPACE, Shape, shape

if TYPE_CHECKING:
    from collections.abc import Iterable

    from suivi.common.pictures.letters import Direction

TEXTURES = "looks"
HEIGHT = 16


def strip(counts: Iterable[tuple[str, int]], whole: int, direction: Direction) -> Shape:
    """Return the bar of `(look, count)`; `whole` would fill the place. A page with strips shows `shared_textures`."""
    boxes, begin = [], 0.0
    for look, count in counts:
        if count and whole:
            share = 100 * count / whole
            left = 100 - begin - share if direction == "rtl" else begin
            # A hair narrower than its share, so that neighbours stay apart.
            boxes.append(
                shape(
                    "rect",
                    x=f"{left:.2f}%",
                    y=1,
                    width=f"{share - 0.4:.2f}%",
                    height=HEIGHT - 2,
                    rx=2,
                    **paint(look, TEXTURES),
                )
            )
            begin += share
    return shape(
        "svg", *boxes, class_="strip picture", width="100%", height=HEIGHT, aria_hidden="true", focusable="false"
    )


def swatch(look: str) -> Shape:
    """Return the small box that stands beside an answer's word in a key."""
    box = shape("rect", x=1, y=1, width=14, height=14, rx=2, **paint(look, TEXTURES))
    return shape("svg", box, class_="swatch picture", width=16, height=16, aria_hidden="true", focusable="false")


def shared_textures() -> Shape:
    """Return the invisible drawing, once a page, whose textures all strips and swatches use."""
    return shape(
        "svg",
        textures(TEXTURES),
        class_="textures",
        width=0,
        height=0,
        aria_hidden="true",
        focusable="false",
        xmlns=NAMESPACE,
    )
