"""A paper as a Word document: sections, blocks one after the other, the foot of each page."""

from __future__ import annotations

import copy
import io
import re
from collections.abc import Iterable, Iterator
from typing import Any

from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.shared import Mm

from suivi.reports.formats.model import (
    Facts,
    Heading,
    Listed,
    Note,
    PageBreak,
    Paper,
    Paragraph,
    Picture,
    Room,
    Section,
    Style,
    Table,
)
from suivi.reports.formats.png import png
from suivi.reports.formats.word import tables
from suivi.reports.formats.word.blank import blank, new_numbering
from suivi.reports.formats.word.markup import element, twips
from suivi.reports.formats.word.text import Writer

_SHORT, _LONG, _EDGE, _LANDSCAPE_EDGE, _FOOT = 210, 297, 20, 16, 10
_STYLES = {
    Style.BODY: "", Style.LEAD: "Lead", Style.SMALL: "Small", Style.CENTRED: "Centred", Style.LARGE: "Large",
    Style.HUGE: "Huge",
}  # fmt: skip
# Matches {page} in: Page {page} of {pages}
_FIELD = re.compile(r"\{(page|pages)\}")
_FIELDS = {"page": "PAGE", "pages": "NUMPAGES"}


def word(paper: Paper) -> bytes:
    """Return a paper as a Word document."""
    document = blank(paper.title, paper.language)
    for place, section in enumerate(paper.sections):
        _lay_out(document, paper, section, is_first=place == 0)
        writer = Writer(paper, document.part)
        blocks = (*_front(writer), *section.blocks) if place == 0 else section.blocks
        width = _width(section)
        for block in blocks:
            for each in _written(document, writer, block, width):
                document.element.body.insert_element_before(each, "w:sectPr")
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _width(section: Section) -> float:
    return _LONG - 2 * _LANDSCAPE_EDGE if section.landscape else _SHORT - 2 * _EDGE


def _lay_out(document: Any, paper: Paper, section: Section, *, is_first: bool) -> None:
    made = document.sections[0] if is_first else document.add_section(WD_SECTION.NEW_PAGE)
    edge = _LANDSCAPE_EDGE if section.landscape else _EDGE
    made.orientation = WD_ORIENT.LANDSCAPE if section.landscape else WD_ORIENT.PORTRAIT
    made.page_width, made.page_height = (Mm(_LONG), Mm(_SHORT)) if section.landscape else (Mm(_SHORT), Mm(_LONG))
    made.left_margin = made.right_margin = made.top_margin = made.bottom_margin = Mm(edge)
    made.header_distance = made.footer_distance = Mm(_FOOT)
    for old in made._sectPr.findall("{*}bidi"):  # noqa: SLF001  python-docx has no word for it
        made._sectPr.remove(old)  # noqa: SLF001
    if paper.direction == "rtl":
        made._sectPr.append(element("bidi"))  # noqa: SLF001
    if not paper.bare:
        made.footer.is_linked_to_previous = False
        _foot(made.footer, paper, _width(section))


def _foot(footer: Any, paper: Paper, width: float) -> None:
    writer = Writer(paper, footer.part)
    tab = element("tabs", element("tab", val="right", pos=twips(width)))
    line = writer.label(paper.foot, "Footer", before=(tab,))
    line.append(element("r", element("tab")))
    for place, piece in enumerate(_FIELD.split(paper.page_of)):
        if place % 2:
            line.append(element("fldSimple", element("r", _shown("1")), instr=_FIELDS[piece]))
        elif piece:
            line.extend(writer.label(piece).findall("{*}r"))
    old = footer.paragraphs[0]._p  # noqa: SLF001  replaced by our own
    old.getparent().replace(old, line)


def _front(writer: Writer) -> Iterator[Any]:
    """Yield the head of the paper: whose it is, title, subtitle, the facts of the cover."""
    paper = writer.paper
    if paper.above:
        yield writer.label(paper.above, "Above", is_centred=paper.bare)
    yield writer.label(paper.title, "Title", is_centred=paper.bare)
    if paper.subtitle:
        yield writer.label(paper.subtitle, "Subtitle", is_centred=paper.bare)
    if paper.facts.rows:
        yield writer.label("", "Hairline")
        yield paper.facts
        yield writer.label("", "Hairline")


def _written(document: Any, writer: Writer, block: Any, width: float) -> Iterable[Any]:
    match block:
        case Heading(text, level, opens_page):
            before = (element("pageBreakBefore"),) if opens_page else ()
            return [writer.paragraph(text, f"Heading{level}", before=before, is_pinned=True)]
        case Paragraph(text, style):
            return [writer.paragraph(text, _STYLES[style])]
        case Note(text):
            return [writer.paragraph(text, "Note")]
        case Listed():
            return _list(document, writer, block)
        case Facts():
            return [tables.facts(writer, block, width), writer.label("", "AfterTable")]
        case Table():
            return _table(writer, block, width)
    return _drawn(document, writer, block)


def _drawn(document: Any, writer: Writer, block: Any) -> Iterable[Any]:
    match block:
        case Room(label, lines):
            ruled = (writer.label("", "Ruled") for _line in range(lines))
            return [writer.label(label, "RoomLabel"), *ruled, writer.label("", "AfterTable")]
        case PageBreak():
            return [element("p", element("r", element("br", type="page")))]
        case Picture():
            return [_picture(document, writer, block)]
    return [block]


def _table(writer: Writer, told: Table, width: float) -> list[Any]:
    about = [writer.label(told.about, "Caption")] if told.about else []
    return [*about, tables.table(writer, told, width), writer.label("", "AfterTable")]


def _list(document: Any, writer: Writer, told: Listed) -> Iterator[Any]:
    number = new_numbering(document, numbered=told.numbered)
    properties = element("numPr", element("ilvl", val=0), element("numId", val=number))
    style = "ListNumber" if told.numbered else "ListBullet"
    for item in told.items:
        yield writer.paragraph(item, style, before=(copy.deepcopy(properties),))


def _picture(document: Any, writer: Writer, told: Picture) -> Any:
    paragraph = document.add_paragraph()
    shape = paragraph.add_run().add_picture(io.BytesIO(png(told.svg, told.width)), width=Mm(told.width))
    shape._inline.docPr.set("descr", told.words)  # noqa: SLF001  python-docx has no word for it
    made = writer.label("", "Centred")
    made.extend(paragraph._p.findall("{*}r"))  # noqa: SLF001
    paragraph._p.getparent().remove(paragraph._p)  # noqa: SLF001
    return made


def _shown(words: str) -> Any:
    made = element("t")
    made.text = words
    return made
