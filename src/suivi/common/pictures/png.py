"""Turns a drawing into a PNG with the letters that come with the house; nothing is taken from the system."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import fontpkg_amiri
import fontpkg_noto_sans

from suivi.common.lazily import lazily

if TYPE_CHECKING:
    import resvg_py
else:
    resvg_py = lazily("resvg_py")

from suivi.common.pictures.colours import PAINT
from suivi.common.pictures.svg import Shape

SHARPNESS = 2.0
"""Pixels for one unit of the drawing: sharp on paper, a few hundred kilobytes at most."""


def png(drawing: Shape) -> bytes:
    """Return the drawing as a PNG on white, in Latin, Greek, Cyrillic and Arabic letters."""
    return resvg_py.svg_to_bytes(
        svg_string=str(drawing),
        background=PAINT["paper"],
        zoom=SHARPNESS,
        skip_system_fonts=True,
        font_files=_letters(),
        font_family="Noto Sans",
    )


@cache
def _letters() -> list[str]:
    # The plain cut of a family goes first: it stands in for letters that the family named in the drawing lacks.
    noto, amiri = Path(fontpkg_noto_sans.ROOT), Path(fontpkg_amiri.ROOT)
    return [
        str(path)
        for path in (
            *sorted(noto.rglob("NotoSans[[]*.ttf")),
            *(amiri / "files" / f"Amiri-{cut}.ttf" for cut in ("Regular", "Bold")),
        )
    ]
