"""The colours of pictures: each shape carries its own, and a class by which a page in dark mode repaints it."""

from __future__ import annotations

# The light tokens of common/suivi.css. On a page the classes of common/pictures.css stand above these attributes, so
# that one drawing serves the page in both modes and the file that somebody takes away.
PAINT: dict[str, str] = {
    "ink": "#16202b",
    "ink-soft": "#4c5967",
    "rule": "#d9dfe5",
    "paper": "#ffffff",
    "accent": "#0b5c86",
    "warn": "#97420a",
    "warn-soft": "#fdf0e4",
    "supported": "#1c6e8c",
    "partial": "#6f8f2f",
    "noted": "#b5651d",
    "pending": "#707b87",
}


def filled(colour: str) -> dict[str, str]:
    """Return the attributes that fill a shape with one of the colours of `PAINT`."""
    return {"class_": f"f-{colour}", "fill": PAINT[colour]}


def outlined(colour: str, *, inside: str = "none") -> dict[str, str]:
    """Return the attributes that draw a shape's outline in one colour, its inside left open or painted in another."""
    if inside == "none":
        return {"class_": f"s-{colour}", "stroke": PAINT[colour], "fill": "none"}
    return {"class_": f"s-{colour} f-{inside}", "stroke": PAINT[colour], "fill": PAINT[inside]}
