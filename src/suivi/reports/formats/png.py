"""Turns a drawing into a PNG, with the letters that come with the house."""

from __future__ import annotations

import resvg_py

from suivi.reports.formats import letters

SHARPNESS = 3.0


def png(svg: str) -> bytes:
    """Return a drawing, given as SVG, on white."""
    files = [str(path) for folder in letters.folders() for path in sorted(folder.rglob("*.ttf"))]
    return resvg_py.svg_to_bytes(
        svg_string=svg,
        background="#ffffff",
        zoom=SHARPNESS,
        skip_system_fonts=True,
        font_files=files,
        font_family=letters.LATIN,
    )
