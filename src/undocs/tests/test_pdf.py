"""A PDF as pages of lines."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from undocs import pdf
from undocs.tests.typeset import Line, write_pdf


def _lines(path: Path, *lines: Line) -> list[pdf.PdfLine]:
    return pdf.lines(write_pdf(path / "paper.pdf", [lines]))[0].lines


def test_lines_come_with_their_place_and_size(tmp_path: Path) -> None:
    first, second = _lines(tmp_path, Line("Plant trees", 113, 700, 10), Line("A note", 120, 90, 8))
    assert (first.text, round(first.x0), round(first.y), round(first.size)) == ("Plant trees", 113, 700, 10)
    assert (second.text, round(second.x0), round(second.y), round(second.size)) == ("A note", 120, 90, 8)


def test_pages_are_counted_from_one_and_say_how_large_they_are(tmp_path: Path) -> None:
    pages = pdf.lines(write_pdf(tmp_path / "paper.pdf", [[Line("one")], [Line("two")]]))
    assert [(page.number, page.width, page.height, page.text) for page in pages] == [
        (1, 595, 842, "one"),
        (2, 595, 842, "two"),
    ]


def test_the_raised_mark_of_a_note_is_dropped_and_a_number_of_the_text_is_not(tmp_path: Path) -> None:
    (line,) = _lines(tmp_path, Line("in 2012 (Chile)", 113, 700, 10), Line("1", 178, 704, 6))
    assert line.text == "in 2012 (Chile)"


def test_a_line_that_begins_with_a_raised_mark_is_as_large_as_its_words(tmp_path: Path) -> None:
    (line,) = _lines(
        tmp_path, Line("12", 113, 103, 6), Line("The recommendation as read out during the dialogue", 122, 100, 9)
    )
    assert round(line.size) == 9


def test_a_hyphen_at_the_end_of_a_line_is_kept_and_said(tmp_path: Path) -> None:
    first, second = _lines(tmp_path, Line("non-", 113, 700), Line("discrimination", 113, 688))
    assert (first.text, first.hyphen) == ("non-", True)
    assert (second.text, second.hyphen) == ("discrimination", False)


def test_letters_enlarged_by_their_matrix_have_their_true_size(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "paper.pdf", [[Line("Plant trees", 113, 700, 10)]])
    path.write_bytes(path.read_bytes().replace(b"/F1 10.0 Tf 1 0 0 1 ", b"/F1 1.0 Tf 10 0 0 10 "))
    assert round(pdf.lines(path)[0].lines[0].size) == 10


def test_a_broken_file_raises_what_the_library_raises(tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(b"%PDF-1.4\nnothing more")
    with pytest.raises(pypdfium2.PdfiumError):
        pdf.lines(path)
