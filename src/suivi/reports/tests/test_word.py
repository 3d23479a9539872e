"""Word: real styles, heads repeated, landscape, either direction; no author, no marks of editing."""

from __future__ import annotations

import io
import re
import zipfile

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from lxml import etree

from suivi.reports.formats.word import word
from suivi.reports.tests.samples import FORMULAS, MARKUP, SENTENCES, hostile, sample

NOBODY = re.compile(rb"rsid|python-docx|docId|thumbnail|Macintosh", re.IGNORECASE)


def parts_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


@pytest.mark.parametrize("language", SENTENCES)
def test_every_text_stands_in_the_document(language: str) -> None:
    document = docx.Document(io.BytesIO(word(sample(language))))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    said = "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
    assert said.count(SENTENCES[language]) >= 15


def test_headings_title_and_lists_have_real_styles() -> None:
    document = docx.Document(io.BytesIO(word(sample())))
    used = {paragraph.style.name for paragraph in document.paragraphs if paragraph.style}
    assert used >= {"Title", "Subtitle", "Heading 1", "Heading 2", "List Bullet", "List Number", "Caption", "Note"}


def test_each_numbered_list_begins_with_one() -> None:
    document = docx.Document(io.BytesIO(word(sample())))
    numbering = document.part.numbering_part.element
    begun = numbering.xpath("w:num[w:lvlOverride/w:startOverride/@w:val='1']")
    assert len(begun) == 1


def test_the_head_of_a_table_is_repeated_and_rows_stay_whole() -> None:
    [_facts, _more, table] = docx.Document(io.BytesIO(word(sample()))).tables
    rows = table._tbl.findall(qn("w:tr"))
    assert [len(row.xpath("w:trPr/w:tblHeader")) for row in rows] == [1, 0, 0, 0, 0, 0, 0]
    assert all(row.xpath("w:trPr/w:cantSplit") for row in rows)
    assert [row.xpath("string(w:trPr/w:trHeight/@w:val)") for row in rows[2:]] == ["1134"] * 5


def test_a_wide_table_lies_on_its_side() -> None:
    upright, lying = docx.Document(io.BytesIO(word(sample()))).sections
    assert (upright.orientation, lying.orientation) == (WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE)
    assert lying.page_width == upright.page_height


def test_columns_for_sheets_are_not_on_paper() -> None:
    table = docx.Document(io.BytesIO(word(sample()))).tables[-1]
    assert [cell.text for cell in table.rows[0].cells] == [SENTENCES["en"], "choice", "number", "day"]


def test_pictures_and_tables_have_words_that_stand_for_them() -> None:
    document = docx.Document(io.BytesIO(word(sample())))
    assert document.inline_shapes[0]._inline.docPr.get("descr") == SENTENCES["en"]
    assert document.element.xpath("//w:tblCaption/@w:val")[-1] == SENTENCES["en"]


def test_arabic_runs_from_the_right_and_english_within_it_from_the_left() -> None:
    document = docx.Document(io.BytesIO(word(sample("ar"))))
    by_text = {paragraph.text: paragraph._p for paragraph in document.paragraphs}
    assert by_text[SENTENCES["ar"]].xpath("w:pPr/w:bidi")
    assert by_text[SENTENCES["ar"]].xpath("w:r/w:rPr/w:rtl")
    assert by_text[SENTENCES["ar"]].xpath("string(w:r/w:rPr/w:lang/@w:bidi)") == "ar"
    assert not by_text[SENTENCES["en"]].xpath("w:pPr/w:bidi | w:r/w:rPr/w:rtl")
    assert all(table._tbl.xpath("w:tblPr/w:bidiVisual") for table in document.tables)
    assert all(section._sectPr.xpath("w:bidi") for section in document.sections)


def test_english_runs_from_the_left_and_arabic_within_it_from_the_right() -> None:
    document = docx.Document(io.BytesIO(word(sample("en"))))
    by_text = {paragraph.text: paragraph._p for paragraph in document.paragraphs}
    assert by_text[SENTENCES["ar"]].xpath("w:pPr/w:bidi")
    assert not by_text[SENTENCES["en"]].xpath("w:pPr/w:bidi")
    assert not document.element.xpath("//w:bidiVisual")


def test_nobody_is_named_and_no_edit_is_marked() -> None:
    parts = parts_of(word(sample()))
    assert {name: found for name, part in parts.items() if (found := NOBODY.findall(part))} == {}
    known = etree.fromstring(parts["docProps/core.xml"])
    assert {etree.QName(each).localname: each.text for each in known} == {"title": SENTENCES["en"], "language": "en"}


def test_nothing_that_somebody_wrote_is_read_as_markup() -> None:
    document = docx.Document(io.BytesIO(word(hostile())))
    assert MARKUP in [paragraph.text for paragraph in document.paragraphs]
    assert [row.cells[0].text for row in document.tables[-1].rows][1:] == list(FORMULAS)


def test_links_lead_to_their_source() -> None:
    document = docx.Document(io.BytesIO(word(sample())))
    assert {each.target_ref for each in document.part.rels.values() if each.is_external} == {
        "https://example.org/a?b=c"
    }
