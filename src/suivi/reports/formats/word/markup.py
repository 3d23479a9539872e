"""Writes the markup of Word documents: an element, its attributes, what is inside."""

from __future__ import annotations

from typing import Any

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

MM = 56.6929
"""Twentieths of a point in a millimetre, in which Word measures."""


def element(name: str, *inside: Any, **attributes: str | float) -> Any:
    """Return `<w:name w:attribute="...">`; whatever is None inside is left out."""
    made = OxmlElement(f"w:{name}")
    for attribute, value in attributes.items():
        made.set(qn(f"w:{attribute}"), str(value))
    for each in inside:
        if each is not None:
            made.append(each)
    return made


def flag(name: str, *, is_set: bool) -> Any:
    """Return an element that stands for yes, or None."""
    return element(name) if is_set else None


def twips(millimetres: float) -> int:
    """Return a length in Word's measure."""
    return round(millimetres * MM)
