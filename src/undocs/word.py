"""Word documents, opened: paragraphs, tables and header texts in reading order."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from undocs import refusals
from undocs.numbering import Labels
from undocs.refusals import Unreadable

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# The same names in the "strict" form of Word documents, and as everybody writes them
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_USUAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
# <Override PartName="/word/document2.xml" ContentType="….wordprocessingml.document.main+xml"/>, in either order
_MAIN = re.compile(
    r'<Override\s[^>]*?(?:PartName="/(?P<before>[^"]+)"[^>]*)?ContentType="[^"]*wordprocessingml\.(?:document|template)\.main\+xml"'
    r'(?:[^>]*PartName="/(?P<after>[^"]+)")?'
)
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PARAGRAPH, _TABLE, _ROW, _CELL = W + "p", W + "tbl", W + "tr", W + "tc"
# Words struck out under tracked changes, tab stops (as against tabs), the second copy of a drawing for older programs.
_NOT_SHOWN = (W + "del", W + "moveFrom", W + "tabs", _FALLBACK)
# Word itself has no more than this.
_MOST_COLUMNS = 63
# Boxes round paragraphs, rows or cells that only group them: content controls, tracked insertions.
_WRAPPERS = {W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")}
_SIGNS = {
    W + "br": "\n",
    W + "cr": "\n",
    W + "tab": "\t",
    W + "noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
    W + "p": "\n",
}


@dataclass(slots=True)
class Paragraph:
    """One paragraph: its text, lines parted by line feeds, and the name of its style."""

    text: str
    style: str = ""


@dataclass(slots=True)
class Cell:
    """One cell: its paragraphs' lines, how many columns it spans, and whether it continues the cell above."""

    lines: list[str]
    span: int = 1
    continues: bool = False

    @property
    def text(self) -> str:
        """Return the lines joined by line breaks."""
        return "\n".join(self.lines).strip()


@dataclass(slots=True)
class Table:
    """One table: rows of cells, as drawn (a spanning cell stands once)."""

    rows: list[list[Cell]]


@dataclass(slots=True)
class WordDocument:
    """A Word document in reading order, with the texts of its page headers and footnotes."""

    blocks: list[Paragraph | Table]
    headers: list[str] = field(default_factory=list)
    footnotes: list[str] = field(default_factory=list)

    @property
    def paragraphs(self) -> list[Paragraph]:
        """Return the paragraphs outside tables."""
        return [block for block in self.blocks if isinstance(block, Paragraph)]

    @property
    def tables(self) -> list[Table]:
        """Return the tables."""
        return [block for block in self.blocks if isinstance(block, Table)]

    @property
    def lines(self) -> list[str]:
        """Return every line of the document, cells of tables one by one."""
        cells = (block.rows if isinstance(block, Table) else [[Cell([block.text])]] for block in self.blocks)
        return [line for rows in cells for row in rows for cell in row for line in cell.lines]


def open_word(path: Path) -> WordDocument:
    """Open a `.docx`. The caller has passed the file through the gate; broken insides raise `Unreadable`."""
    try:
        with zipfile.ZipFile(path) as parts:
            body = _parse(parts.read(_main_part(parts))).find(W + "body")
            labels = Labels(*(_part(parts, f"word/{name}.xml") for name in ("numbering", "styles")))
            headers = [_plain(parts.read(name)) for name in sorted(parts.namelist()) if name.startswith("word/header")]
            notes = [_plain(parts.read("word/footnotes.xml"))] if "word/footnotes.xml" in parts.namelist() else []
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError) as broken:
        raise Unreadable(refusals.BROKEN_OFFICE) from broken
    return WordDocument([] if body is None else list(_blocks(body, labels)), headers, notes)


def _main_part(parts: zipfile.ZipFile) -> str:
    """Return where the text is: `word/document.xml`, or whatever else the package calls it."""
    named = _MAIN.search(parts.read("[Content_Types].xml").decode("utf-8", "replace"))
    return (named["before"] or named["after"]) if named else "word/document.xml"


def _parse(part: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    tree = etree.fromstring(part.replace(_STRICT, _USUAL), parser)
    etree.strip_elements(tree, *_NOT_SHOWN, with_tail=False)
    return tree


def _part(parts: zipfile.ZipFile, name: str) -> etree._Element | None:
    return _parse(parts.read(name)) if name in parts.namelist() else None


def _plain(part: bytes) -> str:
    return "\n".join(_text(each) for each in _parse(part).iter(_PARAGRAPH)).strip()


def _children(element: etree._Element) -> Iterator[etree._Element]:
    for child in element:
        if child.tag in _WRAPPERS:
            yield from _children(child)
        else:
            yield child


def _blocks(body: etree._Element, labels: Labels) -> Iterator[Paragraph | Table]:
    for child in _children(body):
        if child.tag == _PARAGRAPH:
            style = child.find(f"{W}pPr/{W}pStyle")
            yield Paragraph(labels.of(child) + _text(child), "" if style is None else style.get(W + "val", ""))
        elif child.tag == _TABLE:
            yield Table(
                [
                    [_cell(tc, labels) for tc in _children(tr) if tc.tag == _CELL]
                    for tr in _children(child)
                    if tr.tag == _ROW
                ]
            )


def _cell(element: etree._Element, labels: Labels) -> Cell:
    span = element.find(f"{W}tcPr/{W}gridSpan")
    merge = element.find(f"{W}tcPr/{W}vMerge")
    lines = [line for each in element.iter(_PARAGRAPH) for line in (labels.of(each) + _text(each)).split("\n")]
    return Cell(
        lines,
        _columns("1" if span is None else span.get(W + "val", "1")),
        merge is not None and merge.get(W + "val", "continue") == "continue",
    )


def _columns(written: str) -> int:
    """Return how many columns a cell covers; a file may claim any number, or none."""
    return min(max(1, int(written[:9])), _MOST_COLUMNS) if written.isdecimal() else 1


def _text(paragraph: etree._Element) -> str:
    pieces: list[str] = []
    for node in paragraph.iterdescendants():
        if node.tag == W + "t":
            pieces.append(node.text or "")
        elif node.tag in _SIGNS:
            pieces.append(_SIGNS[node.tag])
    return "".join(pieces)
