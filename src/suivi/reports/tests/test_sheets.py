"""Excel and CSV: cells of their type, nothing a formula, choices to pick from; what leaves can be brought back."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from suivi.reports.formats.model import Column, Paper, Row, Section, Table, cell
from suivi.reports.formats.sheet import sheet
from suivi.reports.formats.values import values
from suivi.reports.tests.samples import FORMULAS, MARKUP, SENTENCES, hostile, sample
from undocs import guarded


def book_of(paper: Paper) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(sheet(paper)))


def test_cells_are_of_their_type() -> None:
    page = book_of(sample()).worksheets[0]
    assert [each.value for each in page[2]] == ["key", SENTENCES["en"], None, 12, datetime(2026, 11, 24)]  # noqa: DTZ001
    assert [each.data_type for each in page[2]] == ["s", "s", "n", "n", "d"]


def test_the_first_row_is_the_head_and_each_other_row_one_thing() -> None:
    page = book_of(sample(rows=3)).worksheets[0]
    assert [row[0].value for row in page.iter_rows()] == ["key", "key", "key", "key"]
    assert (page.freeze_panes, page.auto_filter.ref, page.print_title_rows) == ("A2", "A1:E4", "$1:$1")


@pytest.mark.parametrize("language", SENTENCES)
def test_texts_come_through_in_every_language(language: str) -> None:
    page = book_of(sample(language)).worksheets[0]
    assert page["B2"].value == SENTENCES[language]
    assert bool(page.sheet_view.rightToLeft) == (language == "ar")


def test_no_cell_head_or_name_of_a_sheet_is_a_formula() -> None:
    book = book_of(hostile())
    cells = [each for page in book for row in page.iter_rows() for each in row]
    assert [each.value for each in cells if each.data_type == "f"] == []
    assert {*FORMULAS, MARKUP} <= {each.value for each in cells}


def test_no_cell_of_comma_separated_values_is_a_formula() -> None:
    rows = list(csv.reader(io.StringIO(values(hostile()).decode("utf-8-sig"))))
    assert [row[0] for row in rows] == [f"'{each}" for each in (FORMULAS[0], *FORMULAS)]


def test_columns_for_sheets_are_there_and_out_of_sight() -> None:
    page = book_of(sample()).worksheets[0]
    assert [page.column_dimensions[name].hidden for name in "AB"] == [True, False]


def test_a_column_of_choices_offers_them() -> None:
    [offered] = book_of(sample()).worksheets[0].data_validations.dataValidation
    assert (offered.formula1, str(offered.sqref)) == ('"yes,no"', "C2:C206")


def test_sheets_have_names_that_programs_allow_each_once() -> None:
    columns, rows = (Column("a"),), (Row((cell("b"),)),)
    names = ("One: [two]/three?*", "x" * 40, "x" * 40, "'", "History")
    paper = Paper("t", "en", (Section(tuple(Table(name, columns, rows) for name in names)),))
    found = book_of(paper).sheetnames
    assert found[0] == "One two three"
    assert len({name.casefold() for name in found}) == len(found) == 6
    assert max(map(len, found)) <= 31


def test_the_last_sheet_says_what_the_file_is_and_nobody_is_named() -> None:
    book = book_of(sample())
    assert book.worksheets[-1]["A1"].value == SENTENCES["en"]
    assert (book.properties.title, book.properties.creator or "") == (SENTENCES["en"], "")
    with zipfile.ZipFile(io.BytesIO(sheet(sample()))) as packed:
        assert b"<dc:creator></dc:creator>" in packed.read("docProps/core.xml")


def test_a_sheet_can_be_read_back_by_our_own_reader(tmp_path: Path) -> None:
    names = ("State under review", "Cycle", "Number", "Recommendation", "Recommending States", "Position")
    row = Row(tuple(map(cell, ("Orvana", "4", "128.1", "End torture", "Norway, Chile", "Noted"))))
    paper = Paper("t", "en", (Section((Table("Recommendations", tuple(map(Column, names)), (row,)),)),))
    file = tmp_path / "list.xlsx"
    file.write_bytes(sheet(paper))
    found = guarded.columns(file)
    assert found["guess"] == {
        "state_under_review": 0, "cycle": 1, "number": 2, "text": 3, "states": 4, "position": 5,
    }  # fmt: skip
