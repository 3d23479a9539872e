"""Turns a drawing into a PNG, with the letters that come with the house."""

from __future__ import annotations

import resvg_py

from suivi.reports.formats import letters

SHARPNESS = 12
"""Dots for each millimetre: 300 for each inch."""


def png(svg: str, width: float) -> bytes:
    """Return a drawing, given as SVG, on white, so sharp that it can be printed `width` mm wide."""
    files = [str(path) for folder in letters.folders() for path in sorted(folder.rglob("*.ttf"))]
    return resvg_py.svg_to_bytes(
        svg_string=svg,
        background="#ffffff",
        width=round(width * SHARPNESS),
        skip_system_fonts=True,
        font_files=files,
        font_family=letters.LATIN,
    )
