"""How each answer looks: a colour and a texture, so that nobody has to tell them apart by colour alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from suivi.common.pictures.colours import filled, outlined
from suivi.common.pictures.svg import Shape, shape

if TYPE_CHECKING:
    from collections.abc import Iterable

_TEXTURES = {"partially_supported": "striped", "noted": "dotted", "unclear": "crossed"}
_COLOURS = {"partially_supported": "partial", "unclear": "pending"}
OPEN = frozenset({"pending", "unclear"})
"""Looks drawn as an outline: nothing firm was said."""


def textures(name: str) -> Shape:
    """Return the definitions that the boxes of one picture, or of one page, refer to by `name`."""
    striped = (
        shape("rect", width=6, height=6, fill_opacity="0.4", **filled("partial")),
        shape("path", d="M-1,1 l2,-2 M0,6 l6,-6 M5,7 l2,-2", stroke_width="2.2", **outlined("partial")),
    )
    dotted = (
        shape("rect", width=6, height=6, **filled("noted")),
        shape("circle", cx=3, cy=3, r="1.1", **filled("paper")),
    )
    crossed = (shape("path", d="M0,0 l8,8 M8,0 l-8,8", stroke_width="0.8", **outlined("pending")),)
    return shape(
        "defs",
        _tile(f"{name}-striped", 6, striped),
        _tile(f"{name}-dotted", 6, dotted),
        _tile(f"{name}-crossed", 8, crossed),
    )


def _tile(name: str, size: int, shapes: Iterable[Shape]) -> Shape:
    return shape("pattern", *shapes, id=name, width=size, height=size, patternUnits="userSpaceOnUse")


def paint(look: str, name: str) -> dict[str, str | float | None]:
    """Return the attributes of a box that shows one answer; `name` is that of the textures."""
    colour = _COLOURS.get(look, look)
    texture = f"url(#{name}-{_TEXTURES[look]})" if look in _TEXTURES else None
    if look in OPEN:
        return {**outlined(colour), "fill": texture or "none", "stroke_width": "1.5", "stroke_dasharray": "4 3"}
    return {"fill": texture} if texture else dict(filled(colour))
