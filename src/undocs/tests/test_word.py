"""Word documents, opened: what a person sees, in reading order, and nothing else."""

from __future__ import annotations

from pathlib import Path

from undocs.tests.gate.hostile import CONTENT_TYPES, write_package
from undocs.word import Paragraph, Table, WordDocument, open_word

XML = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>{}</w:body></w:document>'
)
HEADER = '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{}</w:hdr>'

PART = 'PartName="/word/document.xml" '
STRICT = XML.replace("schemas.openxmlformats.org/wordprocessingml/2006", "purl.oclc.org/ooxml/wordprocessingml")


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def opened(tmp_path: Path, body: str, **parts: str) -> WordDocument:
    """Write a Word document with this body and open it."""
    others = {f"word/{name}.xml": HEADER.format(part) for name, part in parts.items()}
    package = {"[Content_Types].xml": CONTENT_TYPES, "word/document.xml": XML.format(body)} | others
    return open_word(write_package(tmp_path / "paper.docx", package))


def test_runs_are_joined_and_signs_become_letters(tmp_path: Path) -> None:
    body = (
        f"<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>{run('S')}{run('tate')}<w:r><w:tab/></w:r>{run('A/HRC')}"
        f"<w:r><w:noBreakHyphen/></w:r>{run('1')}<w:r><w:br/></w:r>{run('next')}</w:p>"
    )
    assert opened(tmp_path, body).paragraphs == [Paragraph("State\tA/HRC\N{NON-BREAKING HYPHEN}1\nnext")]


def test_what_was_struck_out_is_gone_and_what_was_inserted_is_there(tmp_path: Path) -> None:
    body = (
        f"<w:p><w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:moveFrom>{run('away')}</w:moveFrom>"
        f"<w:ins>{run('new')}</w:ins></w:p><w:ins><w:p>{run('whole')}</w:p></w:ins>"
    )
    assert [each.text for each in opened(tmp_path, body).paragraphs] == ["new", "whole"]


def test_the_second_copy_of_a_drawing_is_left_out(tmp_path: Path) -> None:
    copies = f"<mc:Choice>{run('a')}</mc:Choice><mc:Fallback>{run('a')}</mc:Fallback>"
    body = f"<w:p><mc:AlternateContent>{copies}</mc:AlternateContent></w:p>"
    assert opened(tmp_path, body).paragraphs == [Paragraph("a")]


def test_paragraphs_rows_and_cells_in_content_controls_are_found(tmp_path: Path) -> None:
    cell = f"<w:tc><w:p>{run('inside')}</w:p></w:tc>"
    boxed = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>".format
    row = f"<w:tr>{boxed(cell)}{cell}</w:tr>"
    document = opened(tmp_path, boxed(f"<w:p>{run('a')}</w:p>") + f"<w:tbl>{boxed(row)}</w:tbl>")
    first, table = document.blocks
    assert first == Paragraph("a")
    assert isinstance(table, Table)
    assert [cell.text for cell in table.rows[0]] == ["inside", "inside"]


def test_cells_tell_how_far_they_reach(tmp_path: Path) -> None:
    wide = f'<w:tc><w:tcPr><w:gridSpan w:val="3"/></w:tcPr><w:p>{run("a")}</w:p></w:tc>'
    below = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"
    first = f'<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p>{run("b")}</w:p></w:tc>'
    (table,) = opened(tmp_path, f"<w:tbl><w:tr>{wide}{first}</w:tr><w:tr>{below}</w:tr></w:tbl>").tables
    assert [(cell.span, cell.continues) for row in table.rows for cell in row] == [(3, False), (1, False), (1, True)]


def test_a_cell_may_claim_any_width_and_is_not_believed(tmp_path: Path) -> None:
    for claimed, span in (("999999999", 63), ("0", 1), ("boats", 1)):
        cell = f'<w:tc><w:tcPr><w:gridSpan w:val="{claimed}"/></w:tcPr><w:p/></w:tc>'
        (table,) = opened(tmp_path, f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>").tables
        assert table.rows[0][0].span == span


def test_headers_and_notes_are_given_apart(tmp_path: Path) -> None:
    note = f"<w:footnote><w:p>{run('See the annex.')}</w:p></w:footnote>"
    document = opened(tmp_path, "<w:p/>", header1=f"<w:p>{run('UPR of ')}{run('Orvana')}</w:p>", footnotes=note)
    assert document.headers == ["UPR of Orvana"]
    assert document.footnotes == ["See the annex."]


def test_the_style_of_a_paragraph_is_told(tmp_path: Path) -> None:
    body = f'<w:p><w:pPr><w:pStyle w:val="HChG"/></w:pPr>{run("Answers")}</w:p>'
    assert opened(tmp_path, body).paragraphs == [Paragraph("Answers", "HChG")]


def test_the_text_is_found_under_another_name_and_in_the_strict_form(tmp_path: Path) -> None:
    for types in (CONTENT_TYPES, CONTENT_TYPES.replace(PART, "").replace('main+xml"', f'main+xml" {PART}')):
        parts = {
            "[Content_Types].xml": types.replace("word/document.xml", "word/document2.xml"),
            "word/document2.xml": STRICT.format(f"<w:p>{run('a')}</w:p>"),
        }
        assert open_word(write_package(tmp_path / "paper.docx", parts)).paragraphs == [Paragraph("a")]
