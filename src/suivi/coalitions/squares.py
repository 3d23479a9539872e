"""Squares to scan with a phone (QR codes), drawn as pictures that a page can hold in itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from suivi.common.lazily import lazily

if TYPE_CHECKING:
    import segno
else:
    segno = lazily("segno")


def square(link: str) -> str:
    """Return the picture of a link as an address for `<img src>`: an SVG of a few kilobytes, black on white."""
    address: str = segno.make(link, error="m", micro=False).svg_data_uri(scale=4, border=2, dark="#000", light="#fff")
    return address
