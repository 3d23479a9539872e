"""An empty Word document with our own styles and nothing else: no author, no marks of editing, no thumbnail."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE as KIND
from docx.oxml import parse_xml

from suivi.reports.formats.word.markup import element

_HERE = Path(__file__).parent
_KEPT = {KIND.STYLES, KIND.NUMBERING, KIND.SETTINGS}
_KEPT_OF_PACKAGE = {KIND.OFFICE_DOCUMENT, KIND.CORE_PROPERTIES}
_DOTS, _NUMBERS = 0, 1


def blank(title: str, language: str) -> Any:
    """Return an empty document that carries its title and its language."""
    document = docx.Document()
    _keep_only(document.part.rels, _KEPT)
    _keep_only(document.part.package.rels, _KEPT_OF_PACKAGE)
    _replace(document.styles.element, "styles.xml")
    _replace(document.settings.element, "settings.xml")
    _replace(document.part.numbering_part.element, "numbering.xml")
    for each in document.element.iter():
        for name in [name for name in each.attrib if "rsid" in name]:
            del each.attrib[name]
    known = document.core_properties
    for each in list(known._element):  # noqa: SLF001  who wrote it and when is nobody's business
        known._element.remove(each)  # noqa: SLF001
    known.title, known.language = title, language
    return document


def new_numbering(document: Any, *, numbered: bool) -> int:
    """Return the number of a new list, which begins with 1 again."""
    numbering = document.part.numbering_part.element
    number = len(numbering.findall("{*}num")) + 1
    begins = element("lvlOverride", element("startOverride", val=1), ilvl=0) if numbered else None
    kind = element("abstractNumId", val=_NUMBERS if numbered else _DOTS)
    numbering.append(element("num", kind, begins, numId=number))
    return number


def _keep_only(relations: Any, kinds: set[str]) -> None:
    for name in [name for name, each in relations.items() if each.reltype not in kinds]:
        del relations[name]


def _replace(old: Any, file: str) -> None:
    """Fill an element with what the file's root holds."""
    fresh = parse_xml((_HERE / file).read_bytes())
    for each in list(old):
        old.remove(each)
    old.extend(list(fresh))
