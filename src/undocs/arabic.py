"""Arabic text as PDFs give it: brackets mirrored, and signs before the numbers they stand behind."""

from __future__ import annotations

import re

_LETTER = re.compile("[\u0620-\u064a]")
# A bracket that opens to the reader's eye, as it should be and mirrored: " (شيلي", " )شيلي"
_UPRIGHT, _MIRRORED = re.compile(r"(?<=\s)\((?=\w)"), re.compile(r"(?<=\s)\)(?=\w)")
_TURNED = str.maketrans("()[]", ")(][")
# A sign that belongs behind its number: "-95 ", " .2025", "،5/1 "
_BEFORE_NUMBER = re.compile(r"(?:(?<=\s)|^)([.:،؛\-–]+)(\d[\d/.\-]*)(?=\s|$)", re.MULTILINE)


def is_arabic(text: str) -> bool:
    """Return whether any Arabic letter stands in the text."""
    return _LETTER.search(text) is not None


def righted(text: str) -> str:
    """Return a page's text with brackets and numbers as they were written; its length stays."""
    if len(_MIRRORED.findall(text)) > len(_UPRIGHT.findall(text)):
        text = text.translate(_TURNED)
    return _BEFORE_NUMBER.sub(r"\2\1", text)
