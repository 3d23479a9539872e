"""Invented Working Group reports of Orvana, laid out as the United Nations prints them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import docx
from docx.oxml import parse_xml
from lxml import etree

import undocs
from undocs import report
from undocs.pdf import PdfLine, PdfPage
from undocs.tests.typeset import Line, heading, lay_out

COVER = (
    "United Nations A/HRC/99/9",
    "General Assembly Distr.: General",
    "24 March 2031",
    "Original: English",
    "Human Rights Council",
    "Universal periodic review",
    "Report of the Working Group on the Universal Periodic Review*",
    "Orvana",
)
OPENING = (
    "1. The Working Group on the Universal Periodic Review, established in accordance with Human Rights Council "
    "resolution 5/1, held its forty-eighth session from 20 January to 2 February 2031. The review of Orvana was held "
    "at the 9th meeting, on 28 January 2031. At its 14th meeting, held on 31 January 2031, the Working Group adopted "
    "the report on Orvana."
)
TROIKA = (
    "2. On 8 January 2031, the Human Rights Council selected the following group of rapporteurs (troika) to "
    "facilitate the review of Orvana: Chile, Kenya and Viet Nam."
)
DOCUMENTS = (
    "3. The following documents were issued: (A/HRC/WG.6/48/XOR/1); (A/HRC/WG.6/48/XOR/2); (A/HRC/WG.6/48/XOR/3)."
)
SUPPORTED = "95. The recommendations listed below have been examined by Orvana and enjoy the support of Orvana:"
PENDING = (
    "96. The following recommendations will be examined by Orvana, which will provide responses in due time, but no "
    "later than the ninety-ninth session of the Human Rights Council:"
)
NOTED = "97. The recommendations below did not enjoy the support of Orvana:"
CLOSING = (
    "98. All conclusions and/or recommendations contained in the present report reflect the position of the submitting "
    "State(s) and/or the State under review. They should not be construed as endorsed by the Working Group as a whole."
)
CONTENTS = (
    "Contents",
    "I. Summary of the proceedings ............................................. 5-94 3",
    "II. Conclusions and/or recommendations .................................... 95-98 14",
)
CONCLUSIONS = heading("II. Conclusions and/or recommendations**")


def passages(*conclusions: str | Line, dialogue: Sequence[str] = ()) -> list[str | Line]:
    """Return what follows the cover of a report: contents, introduction, dialogue, conclusions."""
    return [
        *CONTENTS,
        OPENING,
        TROIKA,
        DOCUMENTS,
        heading("I. Summary of the proceedings"),
        *dialogue,
        CONCLUSIONS,
        *conclusions,
    ]


def as_pages(pages: Sequence[Sequence[Line]]) -> list[PdfPage]:
    """Return laid-out pages as reading a PDF gives them."""
    return [
        PdfPage(number, 595, 842, [PdfLine(line.text, line.x, line.y, line.size) for line in lines])
        for number, lines in enumerate(pages, start=1)
    ]


def read(*conclusions: str | Line, dialogue: Sequence[str] = ()) -> undocs.Document:
    """Read a report with these conclusions."""
    return report.read(as_pages(lay_out(COVER, passages(*conclusions, dialogue=dialogue), "A/HRC/99/9")))


def read_word(folder: Path, *conclusions: str, dialogue: Sequence[str] = ()) -> undocs.Document:
    """Write the same report as a Word document, its cover in a table, and read it."""
    paper = docx.Document()
    cover = paper.add_table(rows=len(COVER), cols=1)
    for row, text in zip(cover.rows, COVER, strict=True):
        row.cells[0].text = text
    for passage in passages(*conclusions, dialogue=dialogue):
        if isinstance(passage, Line):
            paper.add_heading(passage.text, 1)
        else:
            paper.add_paragraph(passage.replace(" ", "\t", 1) if passage[0].isdigit() else passage)
    paper.save(str(folder / "report.docx"))
    return undocs.read(folder / "report.docx")


def read_word_counting(folder: Path, *conclusions: tuple[int | None, str]) -> undocs.Document:
    """Write a Word document whose paragraphs (level 0) and items (level 1) Word numbers itself from 95, and read it."""
    paper = docx.Document()
    paper.part.numbering_part.element.insert(0, parse_xml(LIST))
    paper.part.numbering_part.element.append(parse_xml(_xml("num", _xml("abstractNumId", val=77), numId=77)))
    for text in (*COVER, OPENING, TROIKA, DOCUMENTS):
        paper.add_paragraph(text)
    paper.add_heading("II. Conclusions and/or recommendations", 1)
    for level, text in conclusions:
        properties = paper.add_paragraph(text)._p.get_or_add_pPr()
        if level is not None:
            etree.ElementBase.append(
                properties, parse_xml(_xml("numPr", _xml("ilvl", val=level) + _xml("numId", val=77)))
            )
    paper.save(str(folder / "report.docx"))
    return undocs.read(folder / "report.docx")


def _xml(tag: str, content: str = "", **attributes: object) -> str:
    written = "".join(f' w:{name}="{value}"' for name, value in attributes.items())
    return f'<w:{tag} xmlns:w="{WORD}"{written}>{content}</w:{tag}>'


def _level(depth: int, start: int, pattern: str) -> str:
    rule = _xml("start", val=start) + _xml("numFmt", val="decimal") + _xml("lvlText", val=pattern)
    return _xml("lvl", rule, ilvl=depth)


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LIST = _xml("abstractNum", _level(0, 95, "%1.") + _level(1, 1, "%1.%2"), abstractNumId=77)


def told(document: undocs.Document) -> list[tuple[str | None, str, list[str]]]:
    """Return number, text and States of each recommendation."""
    return [(each.number, each.text, each.states) for each in document.recommendations]


def numbers(document: undocs.Document) -> list[str | None]:
    """Return the numbers of the recommendations in order."""
    return [each.number for each in document.recommendations]
